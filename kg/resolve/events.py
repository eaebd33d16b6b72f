"""Tellings -> events: an event that is told several times is one."""

from __future__ import annotations

from dataclasses import replace

from kg.resolve.discourse import Discourse
from kg.resolve.referents import FIRST_PLURAL
from kg.resolve.sameness import Sameness
from kg.resolve.tellings import DraftEvent, Telling


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
        """Join the latest event that this telling can speak of."""
        for event in reversed(self.all):
            if self._shares_anchor(event, telling) or self.sameness.is_same(event, telling):
                self._merge_things(event, telling)
                event.tellings.append(telling)
                if self.ontology.is_a(telling.instance.target, event.class_iri):
                    event.class_iri = telling.instance.target
                self._remember(event, telling)
                return True
        return self._join_only_one(telling)

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
        """ "Our largest investment", "these investments": the one event of the class that the article tells of."""
        predication = telling.instance.predication
        if predication.pos != "noun" or not predication.definite or predication.supports:
            return False
        same = [event for event in self.all if event.class_iri == telling.instance.target]
        sides = [phrase for role in telling.instance.roles if role.key for phrase in role.phrases]
        speaks_of_self = all(self.tree.words[phrase.head].lower() in FIRST_PLURAL for phrase in sides)
        if len(same) != 1 or not speaks_of_self:
            return False
        event, bare = same[0], replace(telling, filled=(), founds=False)
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
