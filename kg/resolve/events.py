"""Tellings -> events: an event that is told several times is one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.records import Stance
from kg.resolve.discourse import Discourse
from kg.resolve.index import EventIndex
from kg.resolve.referents import FIRST_PLURAL
from kg.resolve.sameness import Sameness
from kg.resolve.tellings import DraftEvent, Referent, Telling
from kg.terms import MEMBERSHIP

TAKING_UP = frozenset({"it", "this", "that"})
"""Pronouns that may speak of an event."""


class Events:
    """The events of one article in the order of their first telling; ``at`` gives the event that a token tells."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.ontology = discourse, discourse.tree, discourse.ontology
        self.sameness = Sameness(discourse)
        self.index = EventIndex(discourse, self.sameness)
        self.all: list[DraftEvent] = []
        self.at: dict[int, DraftEvent] = {}

    def add(self, telling: Telling) -> None:
        """Found a new event."""
        event = DraftEvent(len(self.all), telling.instance.target)
        self.all.append(event)
        self._tell(event, telling)

    def join(self, telling: Telling) -> bool:
        """Join the event that this telling is said to be, else the latest that it can speak of."""
        event = self._find_identified(telling)
        if event is not None:
            telling = _without_vague_fillers(telling, event)
        else:
            event = next((event for event in self.index.find(telling) if self._tells(event, telling)), None)
        if event is None:
            return self._join_only_one(telling)
        self._merge_things(event, telling)
        if self.ontology.is_a(telling.instance.target, event.class_iri):
            event.class_iri = telling.instance.target
        self._tell(event, telling)
        return True

    def _tells(self, event: DraftEvent, telling: Telling) -> bool:
        return self.sameness.shares_anchor(event, telling) or self.sameness.is_same(event, telling)

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
        first, end = self.tree.sentences[self.tree.sentence_of[pronoun] - 1]
        told = (self.at[token] for token in range(end - 1, first - 1, -1) if token in self.at and token in self.at[token].triggers)
        return list(told) if self.tree.sentence_of[pronoun] > 0 else []

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

    def _join_only_one(self, telling: Telling) -> bool:
        """ "Our largest investment", "these investments": the one event of the class that the article told of before."""
        predication = telling.instance.predication
        if predication.pos != "noun" or not predication.definite or predication.supports:
            return False
        sides = [phrase for role in telling.instance.roles if role.key for phrase in role.phrases]
        speaks_of_self = all(self.tree.words[phrase.head].lower() in FIRST_PLURAL for phrase in sides)
        event = self.index.find_only(telling.instance.target, predication.trigger) if speaks_of_self else None
        if event is None:
            return False
        said = tuple(filled for filled in telling.filled if filled.referent.kind == "text")
        bare = replace(telling, filled=said, founds=False)
        if telling.stance is Stance.DENIED:
            self._remember(event, bare)
        else:
            self._tell(event, bare)
        return True

    def _merge_things(self, event: DraftEvent, telling: Telling) -> None:
        """Unnamed fillers that agree are one thing: "a new lab" of the headline is "its first lab" of the body."""
        for filled in telling.filled:
            mine = filled.referent.thing
            for other in event.values(filled.role):
                if mine is None or other.thing is None or mine is other.thing or mine.named or other.thing.named:
                    continue
                if self.sameness.things_agree(mine, other.thing, event, telling):
                    relabelled = self.discourse.merge(mine, other.thing)
                    if relabelled is not None:
                        self.index.file_again(relabelled)

    def _tell(self, event: DraftEvent, telling: Telling) -> None:
        event.tell(telling)
        self.index.file(event, telling)
        self._remember(event, telling)

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


def _only_named(referents: Collection[Referent]) -> list[Referent]:
    return [referent for referent in referents if referent.thing is not None and referent.thing.named]


def _without_vague_fillers(telling: Telling, event: DraftEvent) -> Telling:
    """ "It was the worst fire in the valley": where and whom it hit may be told already, and better."""
    kept = [
        filled for filled in telling.filled if filled.referent.thing is None or filled.referent.thing.named or not event.values(filled.role)
    ]
    return replace(telling, filled=tuple(kept))
