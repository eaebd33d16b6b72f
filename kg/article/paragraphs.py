"""Text -> spans of its paragraphs: at blank lines and, unless the lines were wrapped at a width, at every line end.

A greedy wrapper breaks a line only where the next word would pass the width; so a line end is a wrap exactly
where line, space and next word are longer than the longest line.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.records import Span

_LINE = re.compile("[^\\n]*[^\\s\u200b\ufeff][^\\n]*")
_MAX_WRAP_WIDTH = 100
_MIN_WRAPS = 2


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs in the order of the text, without the white space around them.

    >>> find_paragraphs("Title\\n\\nOne line. ")
    (Span(start=0, end=5), Span(start=7, end=16))
    """
    lines = [_trim(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    wraps = _find_wraps(text, lines)
    paragraphs: list[Span] = []
    for line in lines:
        if paragraphs and paragraphs[-1].end in wraps:
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
    return tuple(paragraphs)


def _find_wraps(text: str, lines: list[Span]) -> frozenset[int]:
    """Ends of the lines that go on in the next one; empty unless most line ends look like a wrapper's work."""
    width = max((line.end - line.start for line in lines), default=0)
    if width > _MAX_WRAP_WIDTH:
        return frozenset()
    inner = [(line, after) for line, after in pairwise(lines) if text.count("\n", line.end, after.start) == 1]
    wraps = frozenset(line.end for line, after in inner if _is_wrap(text, line, after, width))
    return wraps if len(wraps) >= _MIN_WRAPS and 2 * len(wraps) > len(inner) else frozenset()


def _is_wrap(text: str, line: Span, after: Span, width: int) -> bool:
    next_word = len(text[after.start : after.end].split(maxsplit=1)[0])
    return line.end - line.start + 1 + next_word > width


def _trim(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
