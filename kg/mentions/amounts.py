"""Numerals -> amounts of money and percentages, with their ranges, bounds and equivalents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.mentions.currencies import NAME_AFTER, NEEDS_SCALE, SIGN_BEFORE, Currency, read_name, read_sign
from kg.mentions.numbers import Numeral, find_bound, is_range, share_scale, to_lexical
from kg.records import Iri, Span, Value
from kg.terms import MONEY, PERCENTAGE, XSD_DECIMAL

_LONGEST_SIGN = 6
_WEIGHT_BEFORE = re.compile(r"\b(?:weigh\w*|lost|gained?|heav\w+|light\w+)\s+(?:\S+\s+){0,2}$", re.IGNORECASE)
_WEIGHT_AFTER = re.compile(r"\s+(?:of|per\s+square|lighter|heavier)\b|-\w")
_EQUIVALENT = re.compile(r"(?:\s?\(|,?\s+or\s+|\s?/\s?)(?:[a-z]+\s+){0,3}$", re.IGNORECASE)
_PERCENT = re.compile(
    r"(?P<sign>\s?%)|[\s-]?per[\s-]?cent\b(?:age\s+points?\b)?|\s?pct?\b|(?P<points>[\s-]percentage[\s-]points?\b)"
    r"|(?P<basis>[\s-]basis[\s-]points?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its unit at [start, end)."""

    start: int
    end: int
    numeral: Numeral
    currency: Currency


# ---------------------------------------------------------------- money


def find_money(text: str, numerals: Sequence[Numeral]) -> Iterator[tuple[Span, Value]]:
    """Yield the amounts of money in the order of the text; an equivalent in another currency belongs to its amount."""
    amounts = _find_amounts(text, numerals)
    place = 0
    while place < len(amounts):
        low = amounts[place]
        high = amounts[place + 1] if _is_money_range(text, amounts, place) else None
        place += 2 if high else 1
        span = Span(low.start, (high or low).end)
        value = _to_money(text, span, low, high)
        if place < len(amounts) and _is_equivalent(text, span.end, amounts[place], (high or low).currency):
            other = amounts[place]
            equivalent = _to_money(text, Span(other.start, other.end), other, None)
            end = other.end + (text[other.end : other.end + 1] == ")" and "(" in text[span.end : other.start])
            span, place = Span(span.start, end), place + 1
            value = replace(value, text=text[span.start : span.end], equivalent=equivalent)
        yield span, value


def _find_amounts(text: str, numerals: Sequence[Numeral]) -> list[_Amount]:
    """The numerals that have a currency, and the low ends of ranges whose high end has it ("3 to 5 million euros")."""
    amounts: list[_Amount] = []
    for place, numeral in enumerate(numerals):
        amount = _read_before(text, numeral) or _read_after(text, numeral)
        if amount is None and amounts and amounts[-1].numeral is numerals[place - 1]:
            amount = _read_high_end(text, amounts[-1], numeral)
        if amount is None:
            continue
        low = numerals[place - 1] if place else None
        if low and (not amounts or amounts[-1].numeral is not low) and _is_low_end(text, low, amount):
            amounts.append(_Amount(low.start, low.end, low, amount.currency))
        amounts.append(amount)
    return amounts


def _is_low_end(text: str, low: Numeral, high: _Amount) -> bool:
    """Whether a bare number and an amount with its currency behind it are a range ("3 to 5 million euros")."""
    return high.start == high.numeral.start and not low.is_glued and is_range(text, low.start, text[low.end : high.start])


def _read_before(text: str, numeral: Numeral) -> _Amount | None:
    """ "$5m", "EUR 5 million": the sign before the number."""
    if numeral.is_word:
        return None
    window = max(0, numeral.start - _LONGEST_SIGN)
    match = SIGN_BEFORE.search(text[window : numeral.start])
    if match is None or (match["sign"] == "R" and numeral.scale == 1):
        return None
    end = numeral.end
    currency = read_sign(match)
    after = NAME_AFTER.match(text, end)
    if after and match["sign"] == "$" and (after["iso"] or after["country"]):
        currency, end = read_name(after), after.end()
    return _Amount(window + match.start(), end, numeral, currency)


def _read_after(text: str, numeral: Numeral) -> _Amount | None:
    """ "5 million euros", "a 10-million-euro fund": the name after the number."""
    match = NAME_AFTER.match(text, numeral.end)
    if match is None or numeral.is_glued or not _is_money_name(text, numeral, match):
        return None
    return _Amount(numeral.start, match.end(), numeral, read_name(match))


def _is_money_name(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether a name that is also another word means money here."""
    name = (match["name"] or "").lower()
    if match["short"]:
        return not numeral.is_word and numeral.number < 1000 and text[numeral.end] == "p"
    if name not in NEEDS_SCALE or match["country"] or "sterling" in match[0]:
        return True
    if name == "pound":
        heavy = _WEIGHT_BEFORE.search(text[max(0, numeral.start - 40) : numeral.start]) or _WEIGHT_AFTER.match(text, match.end())
        return numeral.scale >= 1000 or not heavy
    if name == "won" and match[0].strip() != "won":
        return False
    return numeral.scale >= 1000 or "," in text[numeral.start : numeral.end]


def _read_high_end(text: str, low: _Amount, numeral: Numeral) -> _Amount | None:
    """ "$3-5 million", "$10-15": a number without a sign that a dash, or a connector and a scale, ties to an amount."""
    between = text[low.end : numeral.start]
    dashed = "-" in between or "–" in between or "—" in between
    if numeral.is_glued or not is_range(text, low.start, between) or not (dashed or numeral.scale > 1):
        return None
    return _Amount(numeral.start, numeral.end, numeral, low.currency)


def _is_money_range(text: str, amounts: Sequence[_Amount], place: int) -> bool:
    if place + 1 >= len(amounts):
        return False
    low, high = amounts[place], amounts[place + 1]
    if low.currency.code != high.currency.code or not is_range(text, low.start, text[low.end : high.start]):
        return False
    return share_scale(low.numeral, high.numeral).number < high.numeral.number


def _is_equivalent(text: str, end: int, other: _Amount, currency: Currency) -> bool:
    between = text[end : other.start]
    return other.currency.code != currency.code and len(between) < 24 and bool(_EQUIVALENT.match(between))


def _to_money(text: str, span: Span, low: _Amount, high: _Amount | None) -> Value:
    numeral = share_scale(low.numeral, high.numeral) if high else low.numeral
    number = numeral.number * low.currency.factor
    value = to_value(text, span, number, class_iri=MONEY, is_open=numeral.is_open)
    if high:
        value = to_range(value, number, high.numeral.number * high.currency.factor)
    return replace(value, unit=low.currency.code, assumed=low.currency.assumed)


# ---------------------------------------------------------------- percentages


def find_percentages(text: str, numerals: Sequence[Numeral]) -> Iterator[tuple[Span, Value]]:
    """Yield the percentages in the order of the text; ``counted`` tells percentage points from per cent."""
    lows = {low.start for place in range(len(numerals)) if (low := _find_low_end(text, numerals, place))}
    for place, numeral in enumerate(numerals):
        match = None if numeral.start in lows else _PERCENT.match(text, numeral.end)
        if match is None or (numeral.is_glued and text[numeral.start - 1 : numeral.start].isalnum()):
            continue
        low = _find_low_end(text, numerals, place)
        span = Span((low or numeral).start, match.end())
        factor = Decimal("0.01") if match["basis"] else Decimal(1)
        value = to_value(text, span, (low or numeral).number * factor, class_iri=PERCENTAGE)
        if low:
            value = to_range(value, low.number * factor, numeral.number * factor)
        points = match["points"] or match["basis"] or "points" in match[0].lower()
        yield span, replace(value, counted="percentage points") if points else value


def _find_low_end(text: str, numerals: Sequence[Numeral], place: int) -> Numeral | None:
    """The numeral before, where both are the ends of a range ("3-5%", "between 3% and 5%", "3 to 5 per cent")."""
    low, high = numerals[place - 1], numerals[place]
    if place == 0 or not _PERCENT.match(text, high.end):
        return None
    own = _PERCENT.match(text, low.end)
    between = text[own.end() if own else low.end : high.start]
    return low if low.number < high.number and not low.is_glued and is_range(text, low.start, between) else None


# ---------------------------------------------------------------- values


def to_value(text: str, span: Span, number: Decimal, *, class_iri: Iri, is_open: bool = False) -> Value:
    """Return the number as a value with the bounds that its surroundings give.

    An open number ("hundreds of") is approximate, with its order as lower bound.
    """
    bound = find_bound(text, span.start, span.end)
    lexical = to_lexical(number)
    return Value(
        class_iri=class_iri,
        lexical=lexical,
        datatype=XSD_DECIMAL,
        text=text[span.start : span.end],
        lower=lexical if bound.lower or is_open else None,
        upper=lexical if bound.upper else None,
        approximate=bound.approximate or is_open,
    )


def to_range(value: Value, low: Decimal, high: Decimal) -> Value:
    """Return the value as a range, which has no single number: ``lexical`` is empty."""
    return replace(value, lexical="", lower=to_lexical(low), upper=to_lexical(high))
