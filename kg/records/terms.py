"""What every stage and every graph speaks of: IRIs, literals, spans of a text, and stances."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Iri = NewType("Iri", str)


@dataclass(frozen=True, slots=True)
class Literal:
    """An RDF literal in plain words; without datatype and language it is an xsd:string."""

    lexical: str
    datatype: Iri | None = None
    language: str | None = None

    def __hash__(self) -> int:
        """Of the words alone, which are seldom said in two ways: literals are looked up by the thousand."""
        return hash(self.lexical)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of ``Article.text``, 0-based, half-open."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class Stance(StrEnum):
    """How the text holds a claim to be true."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REPORTED = "reported"
    POSSIBLE = "possible"
    DENIED = "denied"
