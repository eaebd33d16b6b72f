"""Tellings -> events: an event that is told several times is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.records import Stance
from kg.resolve.discourse import Discourse
from kg.resolve.referents import FIRST_PLURAL
from kg.resolve.sameness import Sameness
from kg.resolve.tellings import DraftEvent, Referent, Telling
from kg.terms import MEMBERSHIP

TAKING_UP = frozenset({"it", "this", "that"})
"""Pronouns that may speak of an event."""


class Events:
    """The events of one article in the order of their first telling; ``at`` gives the event that a token tells."""

    def __init__(self, discourse: Discourse, sameness: Sameness) -> None:
        self.discourse, self.sameness = discourse, sameness
        self.tree, self.ontology = discourse.tree, discourse.ontology
        self.all: list[DraftEvent] = []
        self.at: dict[int, DraftEvent] = {}

    def add(self, telling: Telling) -> None:
        """Found a new event."""
        event = DraftEvent(telling.instance.target, [telling])
        self.all.append(event)
        self._remember(event, telling)

    def join(self, telling: Telling) -> bool:
        """Join the event that this telling is said to be, else the latest that it can speak of."""
        event = self._find_identified(telling)
        if event is not None:
            telling = _without_vague_fillers(telling, event)
        else:
            event = next((event for event in reversed(self.all) if self._tells(event, telling)), None)
        if event is None:
            return self._join_only_one(telling)
        self._merge_things(event, telling)
        event.tellings.append(telling)
        if self.ontology.is_a(telling.instance.target, event.class_iri):
            event.class_iri = telling.instance.target
        self._remember(event, telling)
        return True

    def _tells(self, event: DraftEvent, telling: Telling) -> bool:
        return self._shares_anchor(event, telling) or self.sameness.is_same(event, telling)

    def _find_identified(self, telling: Telling) -> DraftEvent | None:
        """ "It was the largest X", "the merger is the biggest X": the event that the subject of the copula tells or takes up."""
        for subject in _find_subjects(telling):
            candidates = [self.at[subject]] if subject in self.at else []
            if not candidates and self.tree.lower[subject] in TAKING_UP:
                candidates = self._find_just_told(subject)
            found = next((event for event in candidates if self._may_be(event, telling)), None)
            if found is not None:
                return found
        return None

    def _find_just_told(self, pronoun: int) -> list[DraftEvent]:
        """The events of the sentence before, the last first."""
        before = self.tree.sentence_of[pronoun] - 1
        told = {
            telling.instance.predication.trigger: event
            for event in self.all
            for telling in event.tellings
            if self.tree.sentence_of[telling.instance.predication.trigger] == before
        }
        return [told[trigger] for trigger in sorted(told, reverse=True)]

    def _may_be(self, event: DraftEvent, telling: Telling) -> bool:
        """Whether an event may be what a telling says it is: of one class, and no needed key is filled by another name."""
        target = telling.instance.target
        if not (self.ontology.is_a(target, event.class_iri) or self.ontology.is_a(event.class_iri, target)):
            return False
        return not any(
            self.sameness.fillers_differ(_only_named(telling.values(role.role)), _only_named(event.values(role.role)), event, telling)
            for role in telling.instance.roles
            if role.key and role.need
        )

    def _shares_anchor(self, event: DraftEvent, telling: Telling) -> bool:
        """ "raised money in a round led by X", "took part in the round": the word that a telling asks for tells the event already."""
        if event.class_iri != telling.instance.target or self.sameness.differs(event, telling):
            return False
        for anchor in telling.instance.anchors:
            holder = self._find_holder(anchor)
            for told in event.tellings:
                lemmas = {self.tree.lemmas[other] for other in told.instance.anchors}
                is_taken_up = self.tree.is_definite(anchor) and self.tree.lemmas[anchor] in lemmas
                if anchor in told.instance.anchors or holder == told.instance.predication.trigger or is_taken_up:
                    return True
        return False

    def _find_holder(self, noun: int) -> int:
        """The word that a noun hangs on, through a preposition."""
        head = self.tree.heads[noun]
        return self.tree.heads[head] if self.tree.deps[noun] == "pobj" else head

    def _join_only_one(self, telling: Telling) -> bool:
        """ "Our largest investment", "these investments": the one event of the class that the article told of before."""
        predication = telling.instance.predication
        if predication.pos != "noun" or not predication.definite or predication.supports:
            return False
        same = [event for event in self.all if event.class_iri == telling.instance.target and event.start < predication.trigger]
        sides = [phrase for role in telling.instance.roles if role.key for phrase in role.phrases]
        speaks_of_self = all(self.tree.words[phrase.head].lower() in FIRST_PLURAL for phrase in sides)
        if len(same) != 1 or not speaks_of_self:
            return False
        said = tuple(filled for filled in telling.filled if filled.referent.kind == "text")
        event, bare = same[0], replace(telling, filled=said, founds=False)
        if telling.stance is not Stance.DENIED:
            event.tellings.append(bare)
        self._remember(event, bare)
        return True

    def _merge_things(self, event: DraftEvent, telling: Telling) -> None:
        """Unnamed fillers that agree are one thing: "a new lab" of the headline is "its first lab" of the body."""
        for filled in telling.filled:
            mine = filled.referent.thing
            for other in event.values(filled.role):
                if mine is None or other.thing is None or mine is other.thing or mine.named or other.thing.named:
                    continue
                if self.sameness.things_agree(mine, other.thing, event, telling):
                    self.discourse.merge(mine, other.thing)

    def _remember(self, event: DraftEvent, telling: Telling) -> None:
        self.at[telling.instance.predication.trigger] = event
        for support in telling.instance.predication.supports:
            self.at.setdefault(support.trigger, event)
        for subject in _find_subjects(telling):
            if self.tree.lower[subject] in TAKING_UP:
                self.at.setdefault(subject, event)


def _find_subjects(telling: Telling) -> Iterator[int]:
    """The subjects of which the telling's noun is said by a copula; nothing is identified by a denial."""
    predication = telling.instance.predication
    if predication.pos != "noun" or telling.instance.target == MEMBERSHIP or telling.stance is Stance.DENIED:
        return
    for filler in predication.fillers:
        if filler.slot == "is" and filler.rule == "copula" and filler.depth == 0 and len(filler.phrases) == 1:
            yield filler.phrases[0].head


def _only_named(referents: Sequence[Referent]) -> list[Referent]:
    return [referent for referent in referents if referent.thing is not None and referent.thing.named]


def _without_vague_fillers(telling: Telling, event: DraftEvent) -> Telling:
    """ "It was the worst fire in the valley": where and whom it hit may be told already, and better."""
    kept = [
        filled for filled in telling.filled if filled.referent.thing is None or filled.referent.thing.named or not event.values(filled.role)
    ]
    return replace(telling, filled=tuple(kept))
