"""An article's text and the spans that facts stand on -> paragraphs of segments, so that no script has to count characters.

A segment is a run of text that every span covers whole or not at all; a span is then a run of segments.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.network import ArticleText
from kg.records import Span


@dataclass(frozen=True, slots=True)
class Segments:
    """The cuts of one text: segment ``n`` runs from ``cuts[n]`` to ``cuts[n + 1]``."""

    article: ArticleText
    cuts: tuple[int, ...]

    def find(self, span: Span) -> list[int]:
        """The segments [first, behind the last) that a span covers."""
        return [bisect_left(self.cuts, span.start), bisect_left(self.cuts, span.end)]

    def to_data(self) -> dict[str, Any]:
        """What the page needs to show the article: ``[kind, first segment, its text, the next one's, ...]`` a paragraph."""
        article = self.article
        return {
            "title": article.title,
            "byline": article.byline,
            "url": article.url if is_web(article.url) else None,
            "paragraphs": [
                ["head" if article.text[start:end] == article.title else "body", bisect_left(self.cuts, start), *self._texts(start, end)]
                for start, end in find_paragraphs(article.text)
            ],
        }

    def _texts(self, start: int, end: int) -> Iterator[str]:
        first, last = bisect_left(self.cuts, start), bisect_left(self.cuts, end)
        return (self.article.text[self.cuts[at] : self.cuts[at + 1]] for at in range(first, last))


def to_segments(article: ArticleText, spans: Iterable[Span]) -> Segments:
    """Cut an article's text at both ends of all spans and paragraphs."""
    cuts = {0, len(article.text)}
    for start, end in find_paragraphs(article.text):
        cuts.update((start, end))
    for span in spans:
        cuts.update((span.start, span.end))
    return Segments(article, tuple(sorted(cuts)))


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Find the stretches between line ends, without the white space around them.

    >>> find_paragraphs("Headline\\n\\n  One. Two. \\n")
    [(0, 8), (12, 21)]
    """
    return [(found.start(), found.end()) for found in re.finditer(r"\S(?:[^\n]*\S)?", text)]


def cut_quote(text: str, sentence: Span, words: Iterable[tuple[Span, str]]) -> list[list[str]]:
    """Cut a sentence into ``[text, kind]`` pieces, its words marked; where words overlap, the first given wins.

    >>> cut_quote("He met Ann.", Span(0, 11), [(Span(3, 6), "trigger")])
    [['He ', ''], ['met', 'trigger'], [' Ann.', '']]
    """
    inside = [(span, kind) for span, kind in words if span in sentence]
    cuts = sorted({sentence.start, sentence.end, *(at for span, _ in inside for at in (span.start, span.end))})
    pieces: list[list[str]] = []
    for start, end in pairwise(cuts):
        kind = next((kind for span, kind in inside if Span(start, end) in span), "")
        if pieces and pieces[-1][1] == kind:
            pieces[-1][0] += text[start:end]
        else:
            pieces.append([text[start:end], kind])
    return pieces


def is_within(span: Span | None, text: str) -> bool:
    """Whether a span is words of a text at all."""
    return span is not None and 0 <= span.start < span.end <= len(text)


def is_web(link: str | None) -> bool:
    """Whether a link may be offered for a click: the web and nothing else.

    >>> is_web("https://www.wikidata.org/wiki/Q17"), is_web("javascript:alert(1)")
    (True, False)
    """
    return link is not None and re.match(r"https?://[^\s<>\"']+\Z", link) is not None
