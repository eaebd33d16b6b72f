"""What resolve works with: referents of fillers, places that tell an event or fact, and events with all their tellings."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.records import FrameInstance, Iri, Span, Stance, Value
from kg.resolve.things import Thing

COMMITTED = frozenset({Stance.ASSERTED, Stance.PLANNED})


@dataclass(frozen=True, slots=True)
class Referent:
    """What a filler stands for: a thing, a value, an event (by the trigger that tells it), a post or a text."""

    kind: str
    key: str
    thing: Thing | None = field(default=None, compare=False)
    value: Value | None = field(default=None, compare=False)
    trigger: int = field(default=-1, compare=False)


@dataclass(frozen=True, slots=True)
class Filled:
    """A role with one referent and the words for it."""

    role: Iri
    referent: Referent
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class DraftEvent:
    """An event with all the places that tell it, in text order."""

    class_iri: Iri
    tellings: list[Telling]

    def values(self, role: Iri) -> list[Referent]:
        """The referents of a role over all tellings."""
        return [referent for telling in self.tellings for referent in telling.values(role)]

    @property
    def start(self) -> int:
        """The word that tells it first."""
        return min(telling.instance.predication.trigger for telling in self.tellings)

    @property
    def founding(self) -> Telling:
        """The telling that gives the stance: the first full one in the body outside quotations, facts and plans first."""
        full = [telling for telling in self.tellings if telling.founds]
        in_body = [telling for telling in full if not telling.in_summary and telling.instance.predication.quoted is None]
        verbal = [telling for telling in in_body if telling.instance.predication.pos == "verb" or telling.instance.predication.supports]
        told = verbal or in_body or full
        return next((telling for telling in told if telling.stance in COMMITTED), told[0])
