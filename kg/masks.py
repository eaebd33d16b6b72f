"""Names and numbers -> stand-ins: the grammar of a sentence must not depend on whose names stand in it, nor on how much they pay.

The parser is statistical: an unusual name or number can make it read a sentence otherwise. So names are found first, each of their words
gives way to a word of the same kind that the model knows well, digits give way to round ones, and the sentence is parsed again. What stays
is the noun by which a name says what it names ("... University", "Ministry of ..."), small words, and adjectives of origin. The score of a
match gives way to nothing at all: no sentence needs it, and no parser knows what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.records import Mention, Mentions
from kg.terms import CONCEPT, COUNTRY, PERSON, PLACE, SCORE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from kg.background import Background
    from kg.ontology import Ontology

PERSON_WORDS = ("John", "Paul", "Smith")
PLACE_WORDS = ("New", "London")
COUNTRY_WORDS = ("South", "Korea")
COUNTRY_WORD = "Canada"
SINGLE_WORD = "Google"
INNER_WORD = "Harvard"
ROUND_YEAR = "2015"
"""Stand-ins by kind: words that any English model has met often, chosen for nothing else."""
LINKS = frozenset({"of", "for", "in"})
NUMBER = re.compile(r"(?P<before>[A-Za-z]{0,3}[$€£¥₩])?(?P<digits>\d[\d.,]*)(?P<after>[a-z]{0,2})")
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
DIGIT = re.compile(r"\d")
BEFORE_SCORE = frozenset({"IN", "TO", "CC", "POS"})
"""Tags of words that would stand alone without the score behind them ("won by 3-1"), and so keep it."""


def mask_names(doc: Doc, mentions: Mentions, ontology: Ontology, background: Background) -> list[str]:
    """The words of a document, one for each token, with stand-ins for the words of names and for numbers; a score's are left empty."""
    words = [to_round(token.text) for token in doc]
    for token in _find_scores(doc, mentions.values):
        words[token] = ""
    for name in mentions.names:
        if name.found_by == "demonym":
            continue
        span = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if span is None:
            continue
        for token, stand_in in _choose(span, name, ontology, background):
            words[token] = stand_in
    return words


def _find_scores(doc: Doc, values: Sequence[Mention]) -> Iterator[int]:
    """The tokens of the scores that a sentence does without: "beat Ajax 3-1", "a 3-1 win", but not "won by 3-1" or "it was 3-1"."""
    for value in values:
        if value.class_iri != SCORE:
            continue
        span = doc.char_span(value.span.start, value.span.end, alignment_mode="expand")
        if span is not None and span.start > 0 and not _needs_score(doc[span.start - 1]):
            yield from range(span.start, span.end)


def _needs_score(before: Token) -> bool:
    return before.tag_ in BEFORE_SCORE or before.lemma_ in {"be", "stand", "finish", "end", "read", "make"} or before.is_space


def to_round(word: str) -> str:
    """A number of the same shape, in round digits; a year becomes a year.

    >>> [to_round(word) for word in ("7", "19,400", "2.6", "2019", "£2.5m", "12th", "one")]
    ['2', '20,000', '2.0', '2015', '£2.0m', '20th', 'one']
    """
    number = NUMBER.fullmatch(word)
    if number is None:
        return word
    digits = number["digits"]
    rounded = ROUND_YEAR if YEAR.fullmatch(digits) else DIGIT.sub("0", digits).replace("0", "2", 1)
    return f"{number['before'] or ''}{rounded}{number['after']}"


def _choose(span: Span, name: Mention, ontology: Ontology, background: Background) -> Iterator[tuple[int, str]]:
    """A stand-in for each word with a capital."""
    capitals = [token for token in span if token.text[:1].isupper()]
    if name.class_iri == PERSON:
        for place, token in enumerate(capitals):
            yield token.i, PERSON_WORDS[2] if place == len(capitals) - 1 else PERSON_WORDS[0] if place == 0 else PERSON_WORDS[1]
        return
    is_place = ontology.is_a(name.class_iri, PLACE)
    if len(span) == 1:
        yield span[0].i, COUNTRY_WORD if name.class_iri == COUNTRY else PLACE_WORDS[1] if is_place else SINGLE_WORD
        return
    heads = [token for token in capitals if _is_head(token, span, background)]
    if is_place and not heads:
        first, last = COUNTRY_WORDS if name.class_iri == COUNTRY else PLACE_WORDS
        yield from ((token.i, last if token == capitals[-1] else first) for token in capitals)
    else:
        yield from ((token.i, INNER_WORD) for token in capitals if token not in heads)


def _is_head(token: Token, span: Span, background: Background) -> bool:
    """Whether a word may say what a name names: a noun that is no mere concept, last in it or right before "of" and "for"."""
    is_last = token.i > span.start if token.i + 1 == span.end else token.nbor().lower_ in LINKS
    return is_last and any(iri != CONCEPT for iri in background.find_noun_classes(token.lower_))
