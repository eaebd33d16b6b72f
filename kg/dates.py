"""English calendar words -> ISO 8601 dates; a leaf that the article's metadata and the value finder share."""

from __future__ import annotations

import re
from datetime import date

from kg.records import Span

_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS: dict[str, int] = {
    **{name: number for number, name in enumerate(_MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)},
    "sept": 9,
}
"""Month name, full or shortened, in lower case -> 1..12."""

MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?|July?|Aug(?:ust|\b\.?)"
    r"|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
"""Regular expression of a month as newspapers write it: "March", "Mar", "Mar."."""

YEAR = r"(?:1[5-9]|20|21)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

_FULL_DATE = re.compile(
    rf"\b(?P<day>{DAY})(?:\s+of)?[\s-]+(?P<month>{MONTH}),?[\s-]+(?P<year>{YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>{DAY})(?:,\s*|\s+)(?P<year2>{YEAR})\b"
    rf"|(?<![\d-])(?P<year3>{YEAR})-(?P<month3>[01]\d)-(?P<day3>[0-3]\d)(?![\d-])",
    re.IGNORECASE,
)


def to_month(word: str) -> int:
    """Return 1..12 for a month as written.

    >>> to_month("Sept."), to_month("march")
    (9, 3)
    """
    return MONTHS[word.rstrip(".").lower()]


def to_iso(year: int, month: int, day: int) -> str | None:
    """Return the ISO date, or None for a day that the calendar lacks.

    >>> to_iso(2024, 2, 29), to_iso(2025, 2, 29)
    ('2024-02-29', None)
    """
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find_full_dates(text: str) -> tuple[tuple[Span, str], ...]:
    """Return the dates that name day, month and year, with their ISO form, in the order of the text.

    >>> find_full_dates("Lyon, 3rd March 2025 (Agency)")
    ((Span(start=6, end=20), '2025-03-03'),)
    """
    found = []
    for match in _FULL_DATE.finditer(text):
        iso = _full_iso(match)
        if iso is not None:
            found.append((Span(*match.span()), iso))
    return tuple(found)


def _full_iso(match: re.Match[str]) -> str | None:
    if match["year3"]:
        return to_iso(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    day, month = match["day"] or match["day2"], match["month"] or match["month2"]
    return to_iso(
        int(match["year"] or match["year2"]),
        to_month(month),
        int(re.sub(r"\D", "", day)),
    )
