"""Nodes x the places where they are mentioned -> the nodes that a passage mentions."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from kg.records import Iri, Span


class SpanIndex:
    """Nodes by the spans of their mentions.

    >>> index = SpanIndex()
    >>> index.add(Iri("a:1"), [Span(0, 4), Span(30, 34)])
    >>> index.add(Iri("a:2"), [Span(8, 12)])
    >>> index.find_inside([Span(5, 20), Span(25, 40)])
    ['a:1', 'a:2']
    """

    def __init__(self) -> None:
        self._iris: list[Iri] = []
        self._places: list[tuple[int, int, int]] = []

    def add(self, iri: Iri, mentions: Sequence[Span]) -> None:
        """Enter a node with its mentions."""
        for span in mentions:
            insort(self._places, (span.start, span.end, len(self._iris)))
        self._iris.append(iri)

    def find_inside(self, passages: Iterable[Span]) -> list[Iri]:
        """The nodes with a mention in one of the passages, in the order in which they were entered."""
        found: set[int] = set()
        for passage in passages:
            place = bisect_left(self._places, (passage.start, 0, 0))
            while place < len(self._places) and self._places[place][0] < passage.end:
                _, end, number = self._places[place]
                if end <= passage.end:
                    found.add(number)
                place += 1
        return [self._iris[number] for number in sorted(found)]
