"""Text -> scores: "3-1", the sets of a match ("6-4, 3-6, 7-6"), the sides of a vote ("52-48").

Two small numbers with a hyphen or dash between them may be a range as well: what is followed by a plural noun, a unit or a scale
("3-5 years", "20-30 million", "a 5-10 minute walk"), or stands behind "aged", "pages" and the like, is no score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.records import Span, Value
from kg.terms import SCORE, XSD_STRING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SIDES = r"\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?\(\d{1,2}(?:[-–]\d{1,2})?\))?"
_SCORE = re.compile(rf"(?<![\w.,/:£$€%–—-]){_SIDES}(?:,?\s(?:and\s)?{_SIDES})*(?![\w%/:–—-]|[.,]\d|\s?(?:%|°|p\.m\.|a\.m\.))")
_PAIR = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})")
_NO_SCORE_BEFORE = re.compile(
    r"\b(?:aged?|ages|between|from|about|around|roughly|pages?|chapters?|verses?|articles?|sections?|nos?\.?|years?|of\sabout|boeing|route"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\s$",
    re.IGNORECASE,
)
_NO_SCORE_AFTER = re.compile(
    r"\s(?:hundred|thousand|million|billion|trillion|dozen|percent|per\scent|years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|km|"
    r"kilomet(?:re|er)s?|met(?:re|er)s?|feet|foot|inch(?:es)?|tonnes?|tons?|times|degrees?|cm|mm|kg)\b",
    re.IGNORECASE,
)
_HIGHEST = 199


def find_scores(text: str, doc: Doc) -> Iterator[tuple[Span, Value]]:
    """Yield the scores in the order of the text; the value is the score as it is written, with hyphens."""
    plurals = {token.idx for token in doc if token.tag_ in {"NNS", "NNPS"}}
    for match in _SCORE.finditer(text):
        start, end = match.span()
        if any(int(side) > _HIGHEST for pair in _PAIR.findall(match[0]) for side in pair):
            continue
        if end + 1 in plurals or _NO_SCORE_AFTER.match(text, end) or _NO_SCORE_BEFORE.search(text, max(0, start - 12), start):
            continue
        lexical = re.sub(r"\s?[-–]\s?", "-", match[0])
        yield Span(start, end), Value(SCORE, lexical, XSD_STRING, match[0])
