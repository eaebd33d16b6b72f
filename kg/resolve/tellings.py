"""What resolve works with: referents of fillers, places that tell an event or fact, and events with all their tellings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kg.records import FrameInstance, Iri, Span, Stance, Value
from kg.records.making import record
from kg.resolve.things import Thing

COMMITTED = frozenset({Stance.ASSERTED, Stance.PLANNED})


@record(frozen=True, slots=True)
class Referent:
    """What a filler stands for: a thing, a value, an event (by the trigger that tells it), a post or a text."""

    kind: str
    key: str
    thing: Thing | None = field(default=None, compare=False)
    value: Value | None = field(default=None, compare=False)
    trigger: int = field(default=-1, compare=False)


@record(frozen=True, slots=True)
class Filled:
    """A role with one referent and the words for it."""

    role: Iri
    referent: Referent
    span: Span
    rule: str


@record(frozen=True, slots=True)
class Telling:
    """One place where an event or fact is told."""

    instance: FrameInstance
    filled: tuple[Filled, ...]
    founds: bool
    in_summary: bool
    speaker: Thing | None
    stance: Stance

    def values(self, role: Iri) -> list[Referent]:
        """The referents of a role."""
        return [filled.referent for filled in self.filled if filled.role == role]

    @property
    def fillers(self) -> dict[Iri, list[Referent]]:
        """The referents of each role that is filled."""
        return {role: self.values(role) for role in dict.fromkeys(filled.role for filled in self.filled)}

    @property
    def key_roles(self) -> dict[Iri, bool]:
        """The roles by which the event is known, whether filled or not, and for each whether the event needs it."""
        return {role.role: role.need for role in self.instance.roles if role.key}

    @property
    def is_partial(self) -> bool:
        """Whether it lacks what founds an event, or needs nothing that is a key."""
        return not self.founds or not any(self.key_roles.values())

    @property
    def is_vague(self) -> bool:
        """Whether one key role is too little to tell which event is meant."""
        return self.is_partial and not (self.instance.predication.definite or self.in_summary or self.founds)


@dataclass(slots=True)
class DraftEvent:
    """An event with all the places that tell it, in text order; ``fillers`` has for each role its different referents."""

    number: int
    class_iri: Iri
    tellings: list[Telling] = field(default_factory=list)
    fillers: dict[Iri, dict[Referent, None]] = field(default_factory=dict)
    in_summary: bool = False
    anchors: dict[int, None] = field(default_factory=dict)
    triggers: set[int] = field(default_factory=set)

    def tell(self, telling: Telling) -> None:
        """Add a place that tells it."""
        self.tellings.append(telling)
        self.in_summary = self.in_summary or telling.in_summary
        self.anchors |= dict.fromkeys(telling.instance.anchors)
        self.triggers.add(telling.instance.predication.trigger)
        for filled in telling.filled:
            self.fillers.setdefault(filled.role, {}).setdefault(filled.referent)

    def values(self, role: Iri) -> Collection[Referent]:
        """The different referents of a role over all tellings, in the order in which they are told."""
        return self.fillers.get(role, {}).keys()

    @property
    def start(self) -> int:
        """The word that tells it first."""
        return min(self.triggers)

    @property
    def founding(self) -> Telling:
        """The telling that gives the stance: the first full one in the body outside quotations, facts and plans first."""
        full = [telling for telling in self.tellings if telling.founds]
        in_body = [telling for telling in full if not telling.in_summary and telling.instance.predication.quoted is None]
        verbal = [telling for telling in in_body if telling.instance.predication.pos == "verb" or telling.instance.predication.supports]
        told = verbal or in_body or full
        return next((telling for telling in told if telling.stance in COMMITTED), told[0])
