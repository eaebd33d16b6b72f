"""Numerals -> durations in ISO 8601 ("two years", "46-year", "six-and-a-half hours"); never ages, nor "two years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.mentions.numbers import Numeral, find_bound, is_range
from kg.records import Span, Value
from kg.terms import DURATION, XSD_DURATION

_UNITS: dict[str, tuple[Decimal, str]] = {
    "second": (Decimal(1), "S"),
    "minute": (Decimal(1), "M"),
    "hour": (Decimal(1), "H"),
    "day": (Decimal(1), "D"),
    "week": (Decimal(1), "W"),
    "fortnight": (Decimal(2), "W"),
    "month": (Decimal(1), "m"),
    "year": (Decimal(1), "Y"),
    "decade": (Decimal(10), "Y"),
    "century": (Decimal(100), "Y"),
}
"""Unit -> how many of which ISO designator; "m" stands for months, "M" for minutes."""
_FINER: dict[str, tuple[int, str]] = {"Y": (12, "m"), "W": (7, "D"), "D": (24, "H"), "H": (60, "M"), "M": (60, "S")}
"""Designator -> how many of a finer one make one of it."""
_ORDER = "YmWDHMS"

_UNIT = r"second|minute|hour|day|week|fortnight|month|year|decade|century|centurie"
_KIND = "more|further|additional|full|whole|straight|consecutive|successive|long|calendar|fiscal|financial|business|working|other"
_KINDS = rf"(?:(?:{_KIND})\s+)?"
_AFTER = re.compile(rf"(?:\s+{_KINDS}|-)(?P<unit>{_UNIT})(?P<plural>s?)\b", re.IGNORECASE)
_NO_DURATION = re.compile(
    r"[\s-]olds?\b|[\s-]of[\s-]age\b|\s+(?:ago|earlier|later|before|after|prior|hence|from\s+now|his|her|their)\b|['’]?s?\s+(?:junior|senior)\b"
    r"|-?hand\b",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged|ages?|age\s+of|turn(?:s|ed|ing)?)\s+(?:between\s+)?$", re.IGNORECASE)
_SINGLE = re.compile(
    rf"\b(?=[achlnp])(?:half[\s-](?:an?[\s-])?(?P<half>hour|decade|century|year)\b"
    rf"|\ban?\s+(?P<more>{_UNIT})\s+and\s+a\s+half\b"
    rf"|(?:(?<=\bfor\s)|(?<=\bover\s)|(?<=\bwithin\s)|(?<=\bafter\s)|(?<=\bduring\s)|(?<=\bthan\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\babout\s)"
    rf"|(?<=\bleast\s)|(?<=\bin\s))an?\s+(?P<one>{_UNIT})\b"
    rf"|\ban?\s+(?P<long>decade|century)\b"
    rf"|\b(?P<article>an?)[\s-](?P<hyphen>{_UNIT})-long\b"
    rf"|(?<=\bthe\s)(?:past|last|next|coming)\s+(?P<span>second|minute|hour|week|fortnight|month|year|decade|century)\b(?!\s+of\b))",
    re.IGNORECASE,
)
_JOIN = re.compile(r",?\s+(?:and\s+)?$")


def find_durations(text: str, numerals: Sequence[Numeral]) -> Iterator[tuple[Span, Value]]:
    """Yield the durations in the order of the text; "two years and three months" is one, "two to three years" a range.

    Weeks stand alone in ISO 8601, so that "a week and two days" is P9D.
    """
    pieces = sorted([*_find_counted(text, numerals), *_find_single(text)], key=lambda piece: piece[0])
    place = 0
    while place < len(pieces):
        span, value, parts = pieces[place]
        place += 1
        while place < len(pieces) and _continues(text, span, parts, pieces[place]):
            parts = (*parts, *pieces[place][2])
            span = Span(span.start, pieces[place][0].end)
            value = replace(value, lexical=to_iso(*parts), text=text[span.start : span.end])
            place += 1
        yield span, value


def to_iso(*parts: tuple[Decimal, str]) -> str:
    """Return numbers of ISO designators as one duration; a fraction goes to the finer unit.

    >>> to_iso((Decimal("1.5"), "Y")), to_iso((Decimal("6.5"), "H")), to_iso((Decimal(3), "W"))
    ('P18M', 'PT390M', 'P3W')
    """
    counts: dict[str, Decimal] = {}
    for part in parts:
        number, unit = part
        while number % 1 and unit in _FINER:
            factor, unit = _FINER[unit]
            number *= factor
        counts[unit] = counts.get(unit, Decimal(0)) + number.to_integral_value()
    if "W" in counts and len(counts) > 1:
        counts["D"] = counts.get("D", Decimal(0)) + 7 * counts.pop("W")
    told = [(unit, f"{counts[unit].normalize():f}{unit.upper()}") for unit in _ORDER if unit in counts]
    day_part = "".join(piece for unit, piece in told if unit in "YmWD")
    time_part = "".join(piece for unit, piece in told if unit in "HMS")
    return f"P{day_part}" + (f"T{time_part}" if time_part else "")


_Piece = tuple[Span, Value, tuple[tuple[Decimal, str], ...]]


def _find_counted(text: str, numerals: Sequence[Numeral]) -> Iterator[_Piece]:
    """Durations with a number."""
    for place, numeral in enumerate(numerals):
        match = _AFTER.match(text, numeral.end - text[: numeral.end].endswith(" "))
        if match is None or numeral.is_glued or numeral.is_open or not _is_duration(text, numeral, match):
            continue
        low = _find_low_end(text, numerals, place)
        if low and _AGE_BEFORE.search(text[max(0, low.start - 20) : low.start]):
            continue
        span = Span((low or numeral).start, match.end())
        part = _to_part(numeral.number, match["unit"])
        value = _to_duration(text, span, part)
        if low:
            ends = (to_iso(_to_part(low.number, match["unit"])), to_iso(part))
            value = replace(value, lexical="", lower=ends[0], upper=ends[1])
        yield span, value, (part,)


def _find_single(text: str) -> Iterator[_Piece]:
    """Durations without a number: "a decade", "half an hour", "the past year"."""
    for match in _SINGLE.finditer(text):
        if _NO_DURATION.match(text, match.end()):
            continue
        name = match.lastgroup or ""
        number = {"half": Decimal("0.5"), "more": Decimal("1.5")}.get(name, Decimal(1))
        part = _to_part(number, match[name])
        span = Span(*match.span())
        yield span, _to_duration(text, span, part), (part,)


def _is_duration(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether the number counts the unit: a singular wants a hyphen or one, and no age and no "ago" may be near."""
    hyphened = match[0].startswith("-")
    if not (match["plural"] or hyphened or numeral.number == 1 or match["unit"].lower() in {"year", "month", "week", "day", "hour"}):
        return False
    if match["unit"].lower() == "second" and not (match["plural"] or hyphened):
        return False
    before = text[max(0, numeral.start - 20) : numeral.start]
    return not _NO_DURATION.match(text, match.end()) and not _AGE_BEFORE.search(before)


def _find_low_end(text: str, numerals: Sequence[Numeral], place: int) -> Numeral | None:
    low, high = numerals[place - 1], numerals[place]
    if place == 0 or low.is_glued or low.number >= high.number:
        return None
    own = _AFTER.match(text, low.end)
    between = text[own.end() if own else low.end : high.start].replace("-to-", " to ").replace("- to ", " to ")
    return low if is_range(text, low.start, between) else None


def _continues(text: str, span: Span, parts: tuple[tuple[Decimal, str], ...], other: _Piece) -> bool:
    """Whether the next duration tells the finer part of this one."""
    finer = _ORDER.index(other[2][0][1]) > _ORDER.index(parts[-1][1])
    return finer and not other[1].lower and bool(_JOIN.fullmatch(text[span.end : other[0].start]))


def _to_part(number: Decimal, unit: str) -> tuple[Decimal, str]:
    name = unit.lower()
    factor, designator = _UNITS["century" if name == "centurie" else name]
    return number * factor, designator


def _to_duration(text: str, span: Span, part: tuple[Decimal, str]) -> Value:
    """The duration; "over" before it means "during" more often than "more than", so it bounds nothing."""
    bound = find_bound(text, span.start, span.end)
    lexical = to_iso(part)
    is_over = text[: span.start].lower().rstrip().endswith(" over")
    return Value(
        class_iri=DURATION,
        lexical=lexical,
        datatype=XSD_DURATION,
        text=text[span.start : span.end],
        lower=lexical if bound.lower and not is_over else None,
        upper=lexical if bound.upper else None,
        approximate=bound.approximate,
    )
