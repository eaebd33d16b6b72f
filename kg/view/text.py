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

TOP = 6
"""In how many paragraphs the authors are looked for."""
SHORT = 45
"""The most letters of a line beside a byline, and of what stands in one with the names."""


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
        paragraphs = find_paragraphs(article.text)
        kinds = find_kinds([article.text[start:end] for start, end in paragraphs], article)
        return {
            "title": article.title,
            "byline": article.byline.removeprefix(find_people(article)).removeprefix(" · ") if "by" in kinds else article.byline,
            "url": article.url if is_web(article.url) else None,
            "paragraphs": [
                [kind, bisect_left(self.cuts, start), *self._texts(start, end)]
                for kind, (start, end) in zip(kinds, paragraphs, strict=True)
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


def find_people(article: ArticleText) -> str:
    """The people of an article's byline, as it begins; none where the first of it is where or when it was published."""
    first = article.byline.partition(" · ")[0]
    return "" if first.isdecimal() or re.fullmatch(r"\d{4}(-\d\d)*.*", first) else first


def find_kinds(paragraphs: list[str], article: ArticleText) -> list[str]:
    """What each paragraph is: "head", "stand" below it, "by" with the authors and what stands beside them, or "body".

    >>> from kg.records import Iri
    >>> article = ArticleText(Iri("x"), "Mill shuts", "", "Ann Lee · 2024-05-01", None)
    >>> find_kinds(["Mill shuts", "All 40 jobs go", "By Ann Lee", "Staff writer", "DERBY - The mill shut."], article)
    ['head', 'stand', 'by', 'by', 'body']
    """
    kinds = ["head" if text == article.title else "body" for text in paragraphs]
    people = [name for name in find_people(article).split(", ") if name]
    found = next((at for at, text in enumerate(paragraphs[:TOP]) if kinds[at] == "body" and _is_byline(text, people)), None)
    if found is None:
        return kinds
    for at in range(kinds.index("head") + 1 if "head" in kinds[:found] else found, found):
        kinds[at] = "stand"
    kinds[found] = "by"
    for at in range(found + 1, min(found + 3, len(kinds))):
        if len(paragraphs[at]) > SHORT or paragraphs[at].endswith((".", "!", "?", '"', "”")):
            break
        kinds[at] = "by"
    return kinds


def _is_byline(text: str, people: list[str]) -> bool:
    """Whether a short paragraph names all authors and says no more than where or when they wrote."""
    return bool(people) and all(name in text for name in people) and len(text) <= sum(len(name) + 5 for name in people) + SHORT


def cut_quote(text: str, sentence: Span, words: Iterable[tuple[Span, str]]) -> list[list[str]]:
    """Cut a sentence into ``[text, kind]`` pieces, its words marked; where words overlap, the first given wins.

    >>> cut_quote("He met Ann.", Span(0, 11), [(Span(3, 6), "trigger")])
    [['He ', ''], ['met', 'trigger'], [' Ann.', '']]
    """
    inside = [(span, kind) for span, kind in words if sentence.covers(span)]
    cuts = sorted({sentence.start, sentence.end, *(at for span, _ in inside for at in (span.start, span.end))})
    pieces: list[list[str]] = []
    for start, end in pairwise(cuts):
        kind = next((kind for span, kind in inside if span.covers(Span(start, end))), "")
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
