"""Text -> passages between quotation marks: curly, straight and angled double ones, single ones only where they clearly quote.

A mark that is never closed quotes to the end of its paragraph if the next paragraph opens with a mark again (the custom for speeches of
several paragraphs), and else nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.records import Span

_OPENING = re.compile(r"[“„«]|(?<![\w.,!?…”])\"(?=[\w\[($£€‘'…—-])")
_CLOSING = {"“": re.compile("”"), "„": re.compile("[“”]"), "«": re.compile("»"), '"': re.compile(r"(?<!\s)\"")}
"""Opening mark -> what closes it; a straight mark closes with no white space before it."""
_SINGLE = re.compile(
    r"(?<![\w’'])(?:['‘](?P<speech>[A-Z\[(][^\n“”\"]{0,800}?[,.!?…—])['’](?!\w)|‘(?P<curly>[^\n“”\"]{1,800}?)’(?!\w))",
)
_PUNCTUATED = re.compile(r"[,.!?…—]$")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands between two marks: ``inner`` without and ``outer`` with them; ``block`` is its paragraph."""

    inner: Span
    outer: Span
    block: Span
    is_single: bool = False

    @property
    def opens(self) -> bool:
        """Whether the paragraph begins with the passage."""
        return self.outer.start == self.block.start

    @property
    def is_open(self) -> bool:
        """Whether the passage has no closing mark and goes on in the next paragraph."""
        return self.inner.end == self.outer.end


def find_passages(text: str, blocks: Sequence[Span]) -> tuple[Passage, ...]:
    """Return the passages in the order of the text, none overlapping; none passes the end of its block."""
    found: list[Passage] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        goes_on = following is not None and text[following.start] in '“"'
        doubles = _find_doubles(text, block, goes_on=goes_on)
        singles = [one for one in _find_singles(text, block) if not any(one.outer.overlaps(other.outer) for other in doubles)]
        found.extend(sorted([*doubles, *singles], key=lambda passage: passage.outer))
    return tuple(found)


def _find_doubles(text: str, block: Span, *, goes_on: bool) -> list[Passage]:
    """Passages between double marks; an opening mark followed by another before it closes is left out."""
    openings = [match.start() for match in _OPENING.finditer(text, block.start, block.end)]
    closings = {kind: [match.start() for match in mark.finditer(text, block.start, block.end)] for kind, mark in _CLOSING.items()}
    found: list[Passage] = []
    place = block.start
    for number, start in enumerate(openings):
        if start < place:
            continue
        ends = closings[text[start]]
        later = bisect_right(ends, start)
        end = ends[later] if later < len(ends) else None
        following = openings[number + 1] if number + 1 < len(openings) else block.end
        if end is None and goes_on and following == block.end:
            found.append(_to_passage(text, Span(start + 1, block.end), Span(start, block.end), block))
        elif end is not None and end <= following and text[start + 1 : end].strip():
            found.append(_to_passage(text, Span(start + 1, end), Span(start, end + 1), block))
            place = end + 1
    return found


def _find_singles(text: str, block: Span) -> list[Passage]:
    found = []
    for match in _SINGLE.finditer(text, block.start, block.end):
        inner = Span(*match.span(match.lastgroup or 0))
        if (
            match["curly"] is not None
            and not _PUNCTUATED.search(match["curly"])
            and text[match.end() - 2] == "s"
            and inner.end - inner.start > 40
        ):
            continue
        found.append(_to_passage(text, inner, Span(*match.span()), block, is_single=True))
    return found


def _to_passage(text: str, inner: Span, outer: Span, block: Span, *, is_single: bool = False) -> Passage:
    words = text[inner.start : inner.end]
    trimmed = Span(inner.start + len(words) - len(words.lstrip()), inner.start + len(words.rstrip()))
    return Passage(trimmed, outer, block, is_single)
