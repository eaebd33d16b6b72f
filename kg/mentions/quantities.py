"""Numerals x parse -> counted quantities: "three million full and part-time workers" is 3000000 workers.

The counted noun is the one that the number modifies. Ages, scores, ordinals, house numbers, times of the day and
numbers in names count nothing. An open number ("hundreds of homes") is approximate, its order the lower bound.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.mentions.amounts import to_range, to_value
from kg.mentions.numbers import Numeral, find_ranges, share_scale
from kg.records import Span, Value
from kg.terms import QUANTITY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NOUNS = frozenset({"NN", "NNS", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_CORE_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_OF_CHANGE = frozenset({"by", "to", "from"})
_STATES = frozenset({"dead", "wounded", "injured", "missing", "homeless", "killed", "hurt", "displaced", "unemployed"})
"""What people are said to be right after their number ("left 40 wounded")."""
_TOLLS = frozenset({"toll", "tolls"})
_NO_NOUNS = frozenset({"percent", "percentage", "a.m.", "p.m.", "am", "pm", "o'clock", "times", "time", "odds"})
_UNIT_AFTER = re.compile(
    r"\s?(?P<unit>km/h|kmh|kph|mph|km|cm|mm|kg|mg|ml|ha|[kMGT]Wh|[kMGT]W|[kMGT]B|[GM]Hz|lbs?|ft|(?:sq\.?|square)\s+(?:km|miles?|kilomet(?:re|er)s?|met(?:re|er)s?|feet))\b"
)
_HYPHEN = re.compile(r"[-–—](?!plus\b)")
_RATIO = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:\d+|two|three|four|five|ten|twenty|a\s+hundred)\b")
_RATIO_BEFORE = re.compile(r"\b(?:one|\d+|two|three)\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)
_NO_COUNT_BEFORE = re.compile(
    r"(?:\b(?:aged|ages?|age\s+of|turn(?:s|ed|ing)?|no\.?|number|nos\.?|article|section|chapter|page|route|channel|level|phase|category|version|"
    r"at|under-|over-|top|flight|room|grade|type|day|week|round|lap|stage|day|minute)\s|[#°])$",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"[,(]\s?$")
_LONGEST_GAP = 9


def find_quantities(text: str, numerals: Sequence[Numeral], doc: Doc) -> Iterator[tuple[Span, Value]]:
    """Yield the counted quantities, the last of the text first, so that a range is read before its low end."""
    starts = [token.idx for token in doc]
    ranges = find_ranges(text, numerals)
    highs = {high: low for low, high in ranges.items()}
    by_start = {numeral.start: numeral for numeral in numerals}
    lows: set[int] = set()
    for numeral in reversed(numerals):
        if numeral.start in lows or _is_no_count(text, numeral):
            continue
        low = by_start.get(highs.get(numeral.start, -1))
        if low and not _is_range(low, numeral):
            if text[numeral.start - 1] in "-–—":
                continue
            low = None
        token = doc[bisect_right(starts, numeral.end - 1) - 1]
        for span, value in _read_quantity(text, numeral, token, low):
            lows.add(low.start if low else -1)
            yield span, value


def _is_range(low: Numeral, high: Numeral) -> bool:
    """Whether two numbers are the ends of one range; a year is no low end ("its forecast for 2025 to 2.1 million vans")."""
    if low.scale == 1 and high.scale > 1 and 1900 <= low.number <= 2100:
        return False
    return not low.is_glued and share_scale(low, high).number < high.number


def _is_no_count(text: str, numeral: Numeral) -> bool:
    """Scores, ages, numbers of things and numbers that touch letters."""
    before = text[max(0, numeral.start - 20) : numeral.start]
    if numeral.is_glued or _NO_COUNT_BEFORE.search(before):
        return True
    if _HYPHEN.match(text, numeral.end) or _RATIO.match(text, numeral.end) or _RATIO_BEFORE.search(before):
        return True
    is_age = numeral.scale == 1 and numeral.number < 120 and text[numeral.end : numeral.end + 1] in {",", ")"}
    return is_age and bool(_AGE_BEFORE.search(before))


def _read_quantity(text: str, numeral: Numeral, token: Token, low: Numeral | None) -> Iterator[tuple[Span, Value]]:
    unit = None if numeral.letter else _UNIT_AFTER.match(text, numeral.end)
    if unit:
        yield _to_quantity(text, numeral, low, end=unit.end(), counted=" ".join(unit["unit"].split()))
        return
    noun = _find_counted(numeral, token)
    if noun is not None and _is_part_of_count(token, noun):
        yield _to_quantity(text, numeral, low, end=numeral.end, counted=noun.text)
    elif noun is not None and not (numeral.letter and noun.tag_ not in _PLURALS):
        yield _to_quantity(text, numeral, low, end=noun.idx + len(noun), counted=noun.text)
    elif noun is None and low is None and _is_bare_count(numeral, token):
        yield _to_quantity(text, numeral, low, end=numeral.end, counted=None)


def _to_quantity(text: str, numeral: Numeral, low: Numeral | None, *, end: int, counted: str | None) -> tuple[Span, Value]:
    start = (low or numeral).start
    span = Span(start, start + len(text[start:end].rstrip()))
    first = share_scale(low, numeral) if low else numeral
    value = to_value(text, Span(span.start, span.end), first.number, class_iri=QUANTITY, is_open=numeral.is_open)
    if low:
        value = to_range(value, first.number, numeral.number)
    return span, replace(value, counted=counted)


# ---------------------------------------------------------------- the counted noun


def _find_counted(numeral: Numeral, token: Token) -> Token | None:
    """The noun that the number counts: its head, the noun after its "of", else the plural or the state ("wounded") right after it."""
    noun = _find_modified(token) or _find_of(token)
    if noun is not None and any(between.lower_ == "to" for between in token.doc[token.i + 1 : noun.i]):
        return None
    if noun is not None and _counts(numeral, noun) and noun.i - token.i <= _LONGEST_GAP:
        return noun
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    is_next = after.lower_ in _STATES or (after.tag_ in _PLURALS and token.tag_ == "CD" and _counts(numeral, after))
    return after if is_next and not after.is_sent_start else None


def _find_modified(token: Token) -> Token | None:
    """The head that the number stands before as a modifier, up through the parts of the number."""
    current = token
    while current.dep_ in {"nummod", "quantmod", "compound", "nmod", "amod", "npadvmod"} and current.head.i != current.i:
        above = current.head
        if above.i > token.i and above.tag_ in _NOUNS:
            return above
        current = above
    return None


def _find_of(token: Token) -> Token | None:
    """ "hundreds of homes", "2,000 of its workers": the noun after "of"."""
    preposition = token if token.lower_ == "of" else next((child for child in token.rights if child.lower_ == "of"), None)
    if preposition is None or token.lower_ == "one":
        return None
    noun = next((child for child in preposition.rights if child.dep_ == "pobj"), None)
    return noun if noun is not None and noun.tag_ in _NOUNS else None


def _is_part_of_count(token: Token, noun: Token) -> bool:
    """ "800 of the 2,000 staff": the noun is counted by a number of its own, and so the first stands alone."""
    return any(child.dep_ == "nummod" and child.i > token.i + 1 for child in noun.lefts)


def _counts(numeral: Numeral, noun: Token) -> bool:
    """Whether a number can count the noun: a plural, a singular of one, or one that is its own plural ("police")."""
    if noun.lower_ in _NO_NOUNS or noun.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return False
    if noun.tag_ in _PLURALS:
        return True
    return numeral.number == 1 or noun.head.i == noun.i or noun.dep_ not in {"compound", "nmod", "amod"}


def _is_level(token: Token) -> bool:
    """ "Rose by 300 to 4,200 from 3,900", "the toll stands at 12": what a figure changes by, to or from, and where a toll stands."""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.head.pos_ != "VERB":
        return False
    is_toll = preposition.lower_ == "at" and any(child.lower_ in _TOLLS for child in preposition.head.lefts)
    return is_toll or preposition.lower_ in _OF_CHANGE


def _is_bare_count(numeral: Numeral, token: Token) -> bool:
    """ "killing at least 12", "hundreds were arrested", "rose to 300": the number alone is subject, object or the level of a figure."""
    return (
        (token.dep_ in _CORE_ARGUMENTS or _is_level(token))
        and numeral.number != 1
        and token.tag_ in {"CD", "NNS"}
        and token.ent_type_ not in {"DATE", "TIME", "MONEY"}
    )
