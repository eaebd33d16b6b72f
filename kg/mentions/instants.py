"""Text -> dates: absolute ones in ISO 8601, relative ones reckoned from the day of publication.

How relative dates are reckoned, where the day of publication is known (else the words stand as an xsd:string):

- A bare weekday is the nearest one before or on the day of publication; where its verb looks ahead ("will", "to open",
  "is due"), the nearest after it. "last Tuesday" is always before, "next Tuesday" always after; "this Tuesday" is on the
  day or after it.
- A day or month without a year is the one nearest to the day of publication, the past one of two equally near; with a
  verb that looks ahead, the next one. Before a noun ("the Sept. 11 attacks") it names the event and is not reckoned.
- "two weeks ago" is a day, "two months ago" a month, "two years ago" a year, each approximate.
- A week, weekend, season or quarter has no date of its own and keeps its words; "this week" is bounded by its Monday
  and Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.dates import DAY, MONTH, YEAR, to_iso, to_month
from kg.mentions.numbers import to_number
from kg.records import Span, Value
from kg.terms import INSTANT, XSD_DATE, XSD_MONTH, XSD_STRING, XSD_YEAR

_DATATYPES = {10: XSD_DATE, 7: XSD_MONTH, 4: XSD_YEAR}

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Sept\.)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_PLACE = r"(?:(?P<near>early|mid|late|(?:the\s+)?(?:end|start|beginning|middle|turn)\s+of)[\s-]+)?"
_OF_YEAR = rf"(?:\s+of\s+(?:the\s+)?(?:(?:fiscal|financial)\s+)?(?:(?:year\s+)?{YEAR}(?:[-–/]\d\d)?|(?:this|last|next|the)\s+year|year))"
_UNIT = r"(?:day|week|month|year|decade)"
_COUNT = r"an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_BACK = rf"(?P<count>{_COUNT})\s+(?P<unit>{_UNIT})s?"

_ABSOLUTE = re.compile(
    rf"(?=[1-9]|\b[A-Z0belmst])(?:\b(?:{_WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)),?\s+)?(?:"
    rf"\b(?P<d1>{DAY})(?:\s?[-–—]\s?(?P<d1b>{DAY}))?(?:\s+of)?\s+(?P<m1>{MONTH})\b(?:,?\s+(?P<y1>{YEAR})\b)?"
    rf"|\b(?P<m2>{MONTH})\s+(?P<d2>{DAY})(?:\s?[-–—]\s?(?P<d2b>{DAY}))?\b(?![.,:/]\d|\s+(?:million|billion|per))(?:,?\s+(?P<y2>{YEAR})\b)?"
    rf"|{_PLACE}\b(?P<m3>{MONTH}),?\s+(?:of\s+)?(?P<y3>{YEAR})\b"
    rf"|(?<![\d-])(?P<y4>{YEAR})-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?![\d-])"
    rf")"
)
_YEARS = re.compile(rf"(?<![\d.,$€£-])\b(?P<first>{YEAR})\s?[-–—/]\s?(?P<second>{YEAR}|\d\d)\b(?![\d-])")
_IN_WORDS = re.compile(
    r"(?=\d|['’]\d|[\s-]+['’\d]|\b[aefhlmnqstw])(?:"
    rf"\b(?:early|mid|late)?[\s-]*\b(?:(?:1[5-9]|20)\d0s|['’]\d0s)(?!\w)"
    rf"|\b(?:(?:early|mid|late)[\s-]+)?(?:\d{{1,2}}(?:st|nd|rd|th)|(?:nine|twen|seven|eigh|six|fif)\w*th(?:-first)?|twenty-first)[\s-]century\b"
    rf"|\b(?:first|second|third|fourth|final|last|next|this)[\s-]+(?:fiscal\s+)?quarter(?:{_OF_YEAR})?\b"
    rf"|\b(?:first|second)\s+half{_OF_YEAR}"
    rf"|\b[QH][1-4]\s+(?:of\s+)?{YEAR}\b|\b(?:fiscal|financial)(?:\s+year)?\s+{YEAR}(?:[-–/]\d\d)?\b|\bFY\s?(?:{YEAR}|\d\d)\b"
    rf"|\b(?:(?:early|mid|late)[\s-]+)?(?:spring|summer|autumn|fall|winter)(?:\s+of)?\s+{YEAR}\b"
    rf"|\b(?:last|next|this)\s+(?:spring|summer|autumn|fall|winter|weekend)\b"
    rf"|(?<=\bin\s)(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?:spring|summer|autumn|winter)\b(?=[.,;:)]|\s+(?:and|when|after|before|but|with|as|for|by|at)\b|\s*$))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?=[adefjlmnostwy\d])(?:"
    rf"\b(?P<day>(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)|yesterday|today|tonight|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening)){_PART}\b"
    rf"|\b(?:(?:earlier|later)\s+)?(?<!\bthe\s)(?P<which>last|this|next)\s+(?P<period>week|month|year)\b"
    rf"|\b(?:(?P<side>last|next|this|early|late)\s+)?(?P<weekday>{_WEEKDAY}){_PART}\b(?!s)"
    rf"|\b(?P<monthside>last|next|this)\s+(?P<sidedmonth>{_FULL_MONTH})\b"
    rf"|\b(?P<ofyear>(?-i:{_FULL_MONTH}))\s+(?:of\s+)?(?P<yearside>last|next|this)\s+year\b"
    rf"|\b{_BACK}\s+(?P<direction>ago|from\s+now|earlier|later)\b)",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(
    r"(?=[ADFJMNOS])(?i:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bof\s)|(?<=\bduring\s)|(?<=\bbefore\s)|(?<=\bafter\s)"
    r"|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bmid-)|(?<=\bbetween\s)|(?<=\bthrough\s)|(?<=\bfor\s))"
    rf"(?P<month>{_FULL_MONTH})(?!\w)(?!\s+\d)(?:(?<!March)(?<!April)(?<!May)(?<!June)(?<!August)|(?!\s+[A-Z]))"
)
"""A month after a preposition; some are first names too ("for June Holm")."""
_BARE_YEAR = re.compile(
    rf"(?=\d|\b[belmst])(?<![\d.,$€£/-]){_PLACE}(?<!\d)(?P<year>{YEAR})\b(?!-?\d|[.,:/]\d|[-–]\w|\s?%|\s*(?:million|billion|per\s?cent)\b)"
)
_YEAR_CONTEXT = re.compile(
    r"\b(?:in|since|by|from|until|till|of|during|before|after|between|to|through|and|late|early|mid-?|around|circa|season|year)\s$",
    re.IGNORECASE,
)
_RECURRING = re.compile(r"\b(?:every|each|most|per|another)\s+(?:other\s+)?$", re.IGNORECASE)


_STEPS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the finder asks the article and the parse.

    ``published`` is the day that relative dates are reckoned from; ``looks_ahead`` tells whether the verb over a place in
    the text is in the future; ``is_name`` whether the place is in a name ("Black Friday"); ``is_date`` whether the model
    sees a date there; ``is_count`` whether a number there counts the noun after it ("in 2000 homes"), ``is_modifier``
    whether a word there modifies a noun after it.
    """

    published: date | None
    looks_ahead: Callable[[int], bool]
    is_name: Callable[[int], bool]
    is_date: Callable[[int], bool]
    is_count: Callable[[int], bool]
    is_modifier: Callable[[int], bool]


def find_dates(text: str, calendar: Calendar) -> Iterator[tuple[Span, Value]]:
    """Yield the dates, the surest forms first; later ones may overlap earlier ones and then yield to them."""
    for match in _ABSOLUTE.finditer(text):
        yield from _read_absolute(match, calendar)
    for match in _IN_WORDS.finditer(text):
        yield from _told(match, None)
    for match in _YEARS.finditer(text):
        yield from _read_years(match)
    for match in _RELATIVE.finditer(text):
        if not _RECURRING.search(text[max(0, match.start() - 16) : match.start()]):
            yield from _read_relative(match, calendar)
    for match in _BARE_MONTH.finditer(text):
        if not calendar.is_name(match.start()):
            yield from _told(match, _nearest_month(to_month(match["month"]), calendar, match.start()))
    for match in _BARE_YEAR.finditer(text):
        if _is_year(text, match.start("year"), calendar):
            yield from _told(match, match["year"], approximate=match["near"] is not None)


def _is_year(text: str, place: int, calendar: Calendar) -> bool:
    """Whether four digits are a year: the model or a preposition of time says so, and they count nothing."""
    if calendar.is_count(place):
        return False
    return calendar.is_date(place) or bool(_YEAR_CONTEXT.search(text[max(0, place - 10) : place]))


# ---------------------------------------------------------------- forms


def _told(match: re.Match[str], iso: str | None, *, approximate: bool = False) -> Iterator[tuple[Span, Value]]:
    """The words as a date; without an ISO form they stand for themselves."""
    words = match[0].strip(" -")
    start = match.start() + match[0].index(words)
    value = Value(
        class_iri=INSTANT,
        lexical=iso or words,
        datatype=_DATATYPES[len(iso)] if iso else XSD_STRING,
        text=words,
        approximate=approximate,
    )
    yield Span(start, start + len(words)), value


def _read_absolute(match: re.Match[str], calendar: Calendar) -> Iterator[tuple[Span, Value]]:
    if match["y3"]:
        iso = f"{match['y3']}-{to_month(match['m3']):02d}"
        yield from _told(match, iso, approximate=match["near"] is not None)
    elif match["y4"]:
        yield from _told(match, to_iso(int(match["y4"]), int(match["m4"]), int(match["d4"])))
    else:
        yield from _read_days(match, calendar)


def _read_days(match: re.Match[str], calendar: Calendar) -> Iterator[tuple[Span, Value]]:
    """ "12 March 2025", "March 12", "12-14 March": a day, or the first and last of several."""
    month, year = to_month(match["m1"] or match["m2"]), match["y1"] or match["y2"]
    first, last = match["d1"] or match["d2"], match["d1b"] or match["d2b"]
    if year is None and calendar.is_modifier(match.start("m1" if match["m1"] else "m2")):
        yield from _told(match, None)
        return
    days = [_to_day(year, month, day, calendar, match.start()) for day in (first, last) if day]
    for span, value in _told(match, days[0]):
        yield span, replace(value, lower=days[0], upper=days[1]) if last and all(days) else value


def _to_day(year: str | None, month: int, day: str, calendar: Calendar, place: int) -> str | None:
    number = int(re.sub(r"\D", "", day))
    if year:
        return to_iso(int(year), month, number)
    if calendar.published is None:
        return None
    choices = [iso for step in (-1, 0, 1) if (iso := to_iso(calendar.published.year + step, month, number))]
    return _nearest([date.fromisoformat(iso) for iso in choices], calendar, place).isoformat() if choices else None


def _nearest_month(month: int, calendar: Calendar, place: int) -> str | None:
    published = calendar.published
    if published is None:
        return None
    found = _nearest([date(published.year + step, month, min(published.day, 28)) for step in (-1, 0, 1)], calendar, place)
    return f"{found:%Y-%m}"


def _nearest(choices: list[date], calendar: Calendar, place: int) -> date:
    """The date nearest to the publication, the past one of two; the next one where the verb looks ahead."""
    published = calendar.published or choices[0]
    ahead = [choice for choice in choices if choice >= published]
    if ahead and calendar.looks_ahead(place):
        return min(ahead)
    return min(choices, key=lambda choice: (abs((choice - published).days), choice))


def _read_years(match: re.Match[str]) -> Iterator[tuple[Span, Value]]:
    """ "2010-2015", "1939–45", "2024/25": from the first year to the second."""
    first, second = match["first"], match["second"]
    second = second if len(second) == 4 else first[:2] + second
    if first < second:
        for span, value in _told(match, first):
            yield span, replace(value, lower=first, upper=second)


def _read_relative(match: re.Match[str], calendar: Calendar) -> Iterator[tuple[Span, Value]]:
    published = calendar.published
    if calendar.is_name(match.start(match.lastgroup or 0)):
        return
    if published is None or (match["direction"] and match["direction"].lower() in {"earlier", "later"}):
        yield from _told(match, None)
    elif match["day"]:
        yield from _told(match, (published + timedelta(_days_off(match["day"].lower()))).isoformat())
    elif match["weekday"]:
        ahead = calendar.looks_ahead(match.start())
        yield from _told(match, _to_weekday(match["weekday"], match["side"], published, ahead=ahead).isoformat())
    elif match["period"]:
        yield from _read_period(match, published)
    elif match["sidedmonth"]:
        yield from _told(match, _to_sided_month(match, published))
    elif match["ofyear"]:
        yield from _told(match, f"{published.year + _STEPS[match['yearside'].lower()]:04d}-{to_month(match['ofyear']):02d}")
    else:
        yield from _told(match, _count_back(match, published), approximate=True)


def _days_off(words: str) -> int:
    if "before" in words:
        return -2
    if "after " in words:
        return 2
    return {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(" ".join(words.split()), 0)


def _to_weekday(name: str, side: str | None, published: date, *, ahead: bool) -> date:
    back = (published.weekday() - _WEEKDAYS.index(name.lower())) % 7
    side = (side or "").lower()
    if side == "last":
        return published - timedelta(back or 7)
    if side == "next" or (side != "this" and ahead):
        return published + timedelta(7 - back)
    if side == "this":
        return published + timedelta(-back % 7)
    return published - timedelta(back)


def _read_period(match: re.Match[str], published: date) -> Iterator[tuple[Span, Value]]:
    step = _STEPS[match["which"].lower()]
    period = match["period"].lower()
    if period == "year":
        yield from _told(match, f"{published.year + step:04d}")
    elif period == "month":
        yield from _told(match, _add_months(published, step))
    else:
        monday = published + timedelta(7 * step - published.weekday())
        for span, value in _told(match, None):
            yield span, replace(value, lower=monday.isoformat(), upper=(monday + timedelta(6)).isoformat())


def _to_sided_month(match: re.Match[str], published: date) -> str:
    month, side = to_month(match["sidedmonth"]), match["monthside"].lower()
    year = published.year
    if side == "last" and month >= published.month:
        year -= 1
    elif side == "next" and month <= published.month:
        year += 1
    return f"{year:04d}-{month:02d}"


def _count_back(match: re.Match[str], published: date) -> str | None:
    count = match["count"].lower()
    number = 1 if count in {"a", "an"} else int(to_number(count)[0])
    sign = -1 if match["direction"].lower() == "ago" else 1
    unit = match["unit"].lower()
    if unit in {"day", "week"}:
        return (published + timedelta(sign * number * (7 if unit == "week" else 1))).isoformat()
    if unit == "month":
        return _add_months(published, sign * number)
    year = published.year + sign * number * (10 if unit == "decade" else 1)
    return f"{year:04d}" if 1 <= year <= 9999 else None


def _add_months(published: date, months: int) -> str:
    years, month = divmod(published.year * 12 + published.month - 1 + months, 12)
    return f"{years:04d}-{month + 1:02d}"
