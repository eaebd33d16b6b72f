"""Text -> passages between quotation marks: curly, straight and angled double ones, single ones only where they clearly quote.

A mark that is never closed quotes to the end of its paragraph if the next paragraph opens with a mark again (the custom for speeches of
several paragraphs), and else nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.records import Span

_CLOSING = {"“": "”", "„": "“”", "«": "»"}
_OPENING_DOUBLE = '“„«"'
_STRAIGHT_OPENING = re.compile(r"(?<![\w.,!?…”])\"(?=[\w\[($£€‘'…—-])")
_SINGLE = re.compile(
    r"(?<![\w’'])(?:['‘](?P<speech>[A-Z\[(][^\n“”\"]*?[,.!?…—])['’](?!\w)|‘(?P<curly>[^\n“”\"]+?)’(?!\w))",
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
    found: list[Passage] = []
    place = block.start
    while (start := _next_opening(text, place, block.end)) is not None:
        end = _next_closing(text, start, block.end)
        reopened = _next_opening(text, start + 1, end if end is not None else block.end) if text[start] != '"' else None
        if end is None and goes_on and reopened is None:
            found.append(_to_passage(text, Span(start + 1, block.end), Span(start, block.end), block))
        if end is None or reopened is not None:
            place = reopened if reopened is not None else start + 1
            continue
        if text[start + 1 : end].strip():
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


def _next_opening(text: str, start: int, end: int) -> int | None:
    for place in range(start, end):
        if text[place] in _OPENING_DOUBLE and (text[place] != '"' or _STRAIGHT_OPENING.match(text, place)):
            return place
    return None


def _next_closing(text: str, start: int, end: int) -> int | None:
    """The mark that closes the one at ``start``; a straight one closes with a letter or stop before it, or white space after."""
    closing = _CLOSING.get(text[start], '"')
    for place in range(start + 1, end):
        if text[place] in closing and (closing != '"' or not text[place - 1].isspace()):
            return place
    return None


def _to_passage(text: str, inner: Span, outer: Span, block: Span, *, is_single: bool = False) -> Passage:
    words = text[inner.start : inner.end]
    trimmed = Span(inner.start + len(words) - len(words.lstrip()), inner.start + len(words.rstrip()))
    return Passage(trimmed, outer, block, is_single)
