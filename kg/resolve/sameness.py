"""Events x tellings -> whether a telling speaks of an event that is told already.

Key roles must agree, roles that an event fills once must not differ; what only a headline or caption says may be vaguer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from kg.namespaces import to_iri
from kg.records import Stance
from kg.resolve.discourse import Discourse
from kg.resolve.posts import are_one
from kg.resolve.tellings import DraftEvent, Referent, Telling
from kg.resolve.things import Thing
from kg.terms import CONCEPT, OBJECT, SUBJECT, UNIT_OF

SINGLE = frozenset(to_iri(f"news:{name}") for name in ("amount", "date", "period", "place"))
"""Roles that one event fills once: two different fillers make two events."""
DATE = to_iri("news:date")
YEAR_LENGTH = 4
JOINING = frozenset("a an the to of in on at for from by with and or its their his her that".split())
"""Words that two texts share by chance."""
DONE = frozenset({Stance.ASSERTED, Stance.REPORTED})


class Sameness:
    """Compares tellings with events."""

    def __init__(self, discourse: Discourse) -> None:
        self.tree, self.ontology = discourse.tree, discourse.ontology
        self._units: dict[int, set[int]] = defaultdict(set)
        self._countries: dict[int, set[int]] = defaultdict(set)

    def learn(self, fact: Telling) -> None:
        """Take in a plain fact: organisations that are units of a country may stand for its government."""
        if fact.instance.target != UNIT_OF:
            return
        for unit in fact.values(SUBJECT):
            for whole in fact.values(OBJECT):
                if unit.thing is not None and whole.thing is not None:
                    self._units[whole.thing.number].add(unit.thing.number)
                    self._countries[unit.thing.number].add(whole.thing.number)

    def find_units(self, country: int) -> Collection[int]:
        """The organisations that the article calls units of a country, by number."""
        return self._units.get(country, ())

    def find_countries(self, unit: Thing) -> Collection[int]:
        """The countries of which the article calls an organisation a unit, by number."""
        return self._countries.get(unit.number, ())

    def is_same(self, event: DraftEvent, telling: Telling) -> bool:
        """Whether a telling speaks of an event."""
        target = telling.instance.target
        if not (self.ontology.is_a(target, event.class_iri) or self.ontology.is_a(event.class_iri, target)):
            return False
        if self._is_past_beside_news(event, telling) or _changes_sides(event, telling) or _is_undone(event, telling):
            return False
        keys = telling.key_roles
        if self._is_other_attempt(event, telling) or self._stands_beside(event, telling):
            return False
        agreeing, needed_agreeing = 0, 0
        for role, here in telling.fillers.items():
            there = event.values(role)
            if not there or (role not in keys and role not in SINGLE):
                continue
            if not self._fillers_agree(here, there, event, telling):
                return False
            if role in keys:
                agreeing += 1
                needed_agreeing += keys[role]
        if telling.is_partial:
            return agreeing > 0 and (not telling.is_vague or agreeing > 1 or event.tellings[0].in_summary)
        return needed_agreeing > 0

    def shares_anchor(self, event: DraftEvent, telling: Telling) -> bool:
        """ "raised money in a round led by X", "took part in the round": the word that a telling asks for tells the event already."""
        anchors = telling.instance.anchors
        if not anchors or event.class_iri != telling.instance.target or self._differs(event, telling):
            return False
        return any(
            anchor in event.anchors
            or self.find_holder(anchor) in event.triggers
            or (self.tree.is_definite(anchor) and any(self.tree.lemmas[other] == self.tree.lemmas[anchor] for other in event.anchors))
            for anchor in anchors
        )

    def find_holder(self, noun: int) -> int:
        """The word that a noun hangs on, through a preposition."""
        head = self.tree.heads[noun]
        return self.tree.heads[head] if self.tree.deps[noun] == "pobj" else head

    def _differs(self, event: DraftEvent, telling: Telling) -> bool:
        """Whether a key role, or one that an event fills once, has other fillers in a telling than in an event."""
        keys = telling.key_roles
        return any(
            event.values(role) and not self._fillers_agree(here, event.values(role), event, telling)
            for role, here in telling.fillers.items()
            if role in keys or role in SINGLE
        )

    def _is_past_beside_news(self, event: DraftEvent, telling: Telling) -> bool:
        """ "They last won the cup in 1973": what has happened and is told in the headline bears no bare year in the text below it."""
        if event.values(DATE) or not event.tellings[0].in_summary or telling.in_summary or telling.stance is Stance.PLANNED:
            return False
        years = [referent.value.lexical for referent in telling.values(DATE) if referent.value is not None]
        return any(len(year) == YEAR_LENGTH for year in years) and event.founding.stance is not Stance.PLANNED

    def _is_other_attempt(self, event: DraftEvent, telling: Telling) -> bool:
        """ "Brest, who won the first leg, must beat Lyon": what is done is not what may be, if one has a side that the other lacks."""
        if telling.in_summary or event.in_summary or telling.is_partial or (telling.stance in DONE) == (event.founding.stance in DONE):
            return False
        keys = [role for role, need in telling.key_roles.items() if need]
        return any(bool(event.values(role)) != bool(telling.values(role)) for role in keys)

    def _stands_beside(self, event: DraftEvent, telling: Telling) -> bool:
        """ "Built in 1909 and restored by X": two verbs of one list tell two events."""
        tree, verb = self.tree, telling.instance.predication.trigger
        if not tree.is_verb(verb):
            return False
        listed = {other for other in tree.find_conjuncts(verb) if other != verb and tree.lemmas[other] != tree.lemmas[verb]}
        first = tree.heads[verb] if tree.deps[verb] == "conj" else verb
        if first != verb and tree.lemmas[first] != tree.lemmas[verb]:
            listed.add(first)
        return not listed.isdisjoint(event.triggers)

    def fillers_differ(self, here: Collection[Referent], there: Collection[Referent], event: DraftEvent, telling: Telling) -> bool:
        """Whether both groups hold fillers, and neither holds the other."""
        return bool(here) and bool(there) and not self._fillers_agree(here, there, event, telling)

    def _fillers_agree(self, here: Collection[Referent], there: Collection[Referent], event: DraftEvent, telling: Telling) -> bool:
        """Whether one of the two groups of fillers holds the other: "A and B" met, "A" met; but not "A and C" met."""
        shared_here = sum(any(self._agree(a, b, event, telling) for b in there) for a in here)
        shared_there = sum(any(self._agree(a, b, event, telling) for a in here) for b in there)
        return shared_here == len(here) or shared_there == len(there)

    def _agree(self, left: Referent, right: Referent, event: DraftEvent, telling: Telling) -> bool:
        if left == right:
            return True
        if left.kind != right.kind:
            return False
        if left.kind == "thing" and left.thing is not None and right.thing is not None:
            return self.things_agree(left.thing, right.thing, event, telling)
        if left.kind == "post":
            return are_one(left.key, right.key, self.ontology)
        if left.kind == "text":
            return _words_overlap(left.key, right.key, whole=not (telling.in_summary or event.in_summary))
        return False

    def _is_part_of_government(self, thing: Thing, government: Thing) -> bool:
        """Whether the article says that an organisation is a unit of the country whose government the other is."""
        return government.country is not None and thing.number in self.find_units(government.country)

    def things_agree(self, left: Thing, right: Thing, event: DraftEvent, telling: Telling) -> bool:
        """Whether two things that fill one role may be one, seen from an event and a new telling of it."""
        places = left.cluster.place if left.cluster else None, right.cluster.place if right.cluster else None
        if places[0] is not None and places[1] is not None:
            return places[0].country_iri == places[1].iri or places[1].country_iri == places[0].iri
        is_retold = telling.in_summary or event.in_summary
        if is_retold and (self._is_part_of_government(left, right) or self._is_part_of_government(right, left)):
            return True
        if left.named or right.named or not left.tokens or not right.tokens:
            return False
        if left.class_iri == CONCEPT or right.class_iri == CONCEPT:
            return _words_overlap(left.label, right.label)
        return is_retold and self.tree.lemmas[left.tokens[0]] == self.tree.lemmas[right.tokens[0]]


def _is_undone(event: DraftEvent, telling: Telling) -> bool:
    """ "Failed to reach an accord" beside "agreed to a truce": what the article itself denies is not what it says was done."""
    stances = (event.founding.stance, telling.stance)
    is_denied = (stances[0] is Stance.DENIED) != (stances[1] is Stance.DENIED)
    return is_denied and telling.speaker is None and event.founding.speaker is None and not (telling.in_summary or event.in_summary)


def _changes_sides(event: DraftEvent, telling: Telling) -> bool:
    """Whether somebody stands on another side in a telling than in an event: who bought a firm may sell it later."""
    keys = telling.key_roles
    return any(
        side.thing is not None
        and side in there
        and side not in event.values(role)
        and side not in telling.values(other)
        and (role in keys or other in keys)
        for role, here in telling.fillers.items()
        for side in here
        for other, there in event.fillers.items()
        if other != role
    )


def _words_overlap(left: str, right: str, *, whole: bool = False) -> bool:
    """Whether half of the words of one text are in the other; those that only join words count where there are no others.

    As a ``whole`` two texts agree where one holds the other, or each holds half of the words of the other.
    """
    mine, other = _content_words(left), _content_words(right)
    shared = len(mine & other)
    if whole and left not in right and right not in left:
        return 2 * shared >= max(len(mine), len(other))
    return shared > 0 and 2 * shared >= min(len(mine), len(other))


def _content_words(text: str) -> set[str]:
    words = set(text.lower().split())
    return words - JOINING or words
