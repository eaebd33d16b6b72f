"""Events x tellings -> whether a telling speaks of an event that is told already.

Key roles must agree, roles that an event fills once must not differ; what only a headline or caption says may be vaguer.
"""

from __future__ import annotations

from collections.abc import Sequence

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


class Sameness:
    """Compares tellings with events; ``facts`` grow while the article is read."""

    def __init__(self, discourse: Discourse, facts: Sequence[Telling]) -> None:
        self.tree, self.ontology, self.things, self.facts = discourse.tree, discourse.ontology, discourse.things, facts

    def is_same(self, event: DraftEvent, telling: Telling) -> bool:
        """Whether a telling speaks of an event."""
        target = telling.instance.target
        if not (self.ontology.is_a(target, event.class_iri) or self.ontology.is_a(event.class_iri, target)):
            return False
        if self._is_past_beside_news(event, telling):
            return False
        roles = {role.role: role for role in telling.instance.roles}
        keys = {iri for iri, role in roles.items() if role.key}
        agreeing, needed_agreeing = 0, 0
        for role in {filled.role for filled in telling.filled}:
            here, there = telling.values(role), event.values(role)
            if not there:
                continue
            agree = self._fillers_agree(here, there, event, telling)
            if not agree and (role in keys or role in SINGLE):
                return False
            if role in keys and agree:
                agreeing += 1
                needed_agreeing += roles[role].need
        if not telling.founds or not any(roles[iri].need for iri in keys):
            return agreeing > 0 and (
                telling.instance.predication.definite
                or agreeing > 1
                or telling.in_summary
                or event.tellings[0].in_summary
                or telling.founds
            )
        return needed_agreeing > 0

    def differs(self, event: DraftEvent, telling: Telling) -> bool:
        """Whether a key role, or one that an event fills once, has other fillers in a telling than in an event."""
        keys = {role.role for role in telling.instance.roles if role.key}
        return any(
            event.values(role) and not self._fillers_agree(telling.values(role), event.values(role), event, telling)
            for role in {filled.role for filled in telling.filled}
            if role in keys or role in SINGLE
        )

    def _is_past_beside_news(self, event: DraftEvent, telling: Telling) -> bool:
        """ "They last won the cup in 1973": what has happened and is told in the headline bears no bare year in the text below it."""
        if event.values(DATE) or not event.tellings[0].in_summary or telling.in_summary or telling.stance is Stance.PLANNED:
            return False
        years = [referent.value.lexical for referent in telling.values(DATE) if referent.value is not None]
        return any(len(year) == YEAR_LENGTH for year in years) and event.founding.stance is not Stance.PLANNED

    def fillers_differ(self, here: list[Referent], there: list[Referent], event: DraftEvent, telling: Telling) -> bool:
        """Whether both groups hold fillers, and neither holds the other."""
        return bool(here) and bool(there) and not self._fillers_agree(here, there, event, telling)

    def _fillers_agree(self, here: list[Referent], there: list[Referent], event: DraftEvent, telling: Telling) -> bool:
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
            return are_one(left.key, right.key)
        if left.kind == "text":
            return _words_overlap(left.key, right.key)
        return False

    def _is_part_of_government(self, thing: Thing, government: Thing) -> bool:
        """Whether the article says that an organisation is a unit of the country whose government the other is."""
        if government.country is None:
            return False
        country = self.things[government.country]
        return any(
            fact.instance.target == UNIT_OF
            and any(referent.thing is thing for referent in fact.values(SUBJECT))
            and any(referent.thing is country for referent in fact.values(OBJECT))
            for fact in self.facts
        )

    def things_agree(self, left: Thing, right: Thing, event: DraftEvent, telling: Telling) -> bool:
        """Whether two things that fill one role may be one, seen from an event and a new telling of it."""
        places = left.cluster.place if left.cluster else None, right.cluster.place if right.cluster else None
        if places[0] is not None and places[1] is not None:
            return places[0].country_iri == places[1].iri or places[1].country_iri == places[0].iri
        is_retold = telling.in_summary or any(told.in_summary for told in event.tellings)
        if is_retold and (self._is_part_of_government(left, right) or self._is_part_of_government(right, left)):
            return True
        if left.named or right.named or not left.tokens or not right.tokens:
            return False
        if left.class_iri == CONCEPT or right.class_iri == CONCEPT:
            return _words_overlap(left.label, right.label)
        return is_retold and self.tree.lemmas[left.tokens[0]] == self.tree.lemmas[right.tokens[0]]


def _words_overlap(left: str, right: str) -> bool:
    mine, other = set(left.lower().split()), set(right.lower().split())
    return 2 * len(mine & other) >= min(len(mine), len(other))
