"""What every stage and every graph speaks of: IRIs, literals, spans of a text, and stances."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, NewType

Iri = NewType("Iri", str)


class Literal(NamedTuple):
    """An RDF literal in plain words; without datatype and language it is an xsd:string.

    It is a tuple, as a Span is: both are made, sorted and looked up by the thousand, which tuples do several times faster.
    """

    lexical: str
    datatype: Iri | None = None
    language: str | None = None


class Span(NamedTuple):
    """Code points [start, end) of ``Article.text``, 0-based, half-open."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether another span lies inside this one."""
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
