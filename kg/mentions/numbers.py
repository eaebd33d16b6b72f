"""Text -> numerals: digits and number words with their scale ("2.9 billion", "5m", "half a million", "hundreds of").

Every value starts from a numeral; what stands before it ("about", "more than") and after it ("or more") bounds it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {
    **{word: Decimal(number) for number, word in enumerate(_UNITS.split(" "))},
    **{word: Decimal(10 * number) for number, word in enumerate(_TENS.split(" "), 2)},
}
_SCALES = {
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred hundreds",
        3: "thousand thousands k",
        5: "lakh lakhs",
        6: "million millions m mn mln",
        7: "crore crores",
        9: "billion billions b bn bln",
        12: "trillion trillions tn trn",
    }.items()
    for word in words.split(" ")
} | {"tens": Decimal(10), "dozen": Decimal(12), "dozens": Decimal(12), "scores": Decimal(20), "couple": Decimal(2)}
_FRACTIONS = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}

_DIGITS = r"(?:\d{1,3}(?:,\d{2,3}){0,8},\d{3}(?:\.\d+)?|\d+(?:\.\d+)?)[½¼¾]?|[½¼¾]"
_WORD = rf"(?:(?:{_TENS.replace(' ', '|')})(?:[\s-](?:{'|'.join(_UNITS.split(' ')[1:10])}))?|{_UNITS.replace(' ', '|')})"
_HUNDREDS = rf"(?:(?:{_WORD}|an?)\s+hundred(?:\s+(?:and\s+)?{_WORD}\b)?|{_WORD})"
_BIG = r"(?:thousand|million|billion|trillion|lakh|crore)"
_SUFFIX = r"\s?(?:bn|bln|mn|mln|tn|trn|m|b|k)"
_AND_A_HALF = r"(?:[\s-]and[\s-]a[\s-](?:half|quarter)\b)"
_NUMERAL = re.compile(
    r"(?=[\d½¼¾]|\b[abdefhmnostz])(?:"
    r"(?P<open>(?:\b(?:tens|hundreds|dozens)\s+of\s+)?\b(?:hundreds|thousands|millions|billions|trillions|dozens|(?:scores|tens)(?=\s+of\b))(?:\s+of)?\b"
    rf"|\b(?:several|a\s+few|many|a\s+couple(?:\s+of)?)\s+(?:hundred|dozen|{_BIG})\b|\ba\s+couple\s+of\b)"
    rf"|(?P<half>\bhalf[\s-]an?[\s-](?:dozen|{_BIG})\b)"
    rf"|(?P<scaled>(?:\b{_HUNDREDS}|{_DIGITS}|\ban?(?=[\s-](?:{_BIG}|dozen)\b)){_AND_A_HALF}?[\s-]?(?:{_BIG}|dozen)\b(?:{_AND_A_HALF}"
    rf"|(?:,?\s+{_HUNDREDS}\s+{_BIG}\b)*(?:(?<=thousand),?\s+(?:and\s+)?{_HUNDREDS}\b)?))"
    rf"|(?P<suffixed>(?:{_DIGITS})(?:{_SUFFIX})\b)"
    rf"|(?P<plain>(?:{_DIGITS})|\b{_HUNDREDS}\b{_AND_A_HALF}?))",
    re.IGNORECASE,
)
"""What it may begin with is looked at first, as in the other patterns that search whole articles: several times faster."""
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z]-?|[\d.,]|\d[/:])$")
_GLUED_AFTER = re.compile(r"(?:st|nd|rd|th)\b|[/:.,]\d|[a-z]*\d", re.IGNORECASE)

_APPROXIMATE = r"about|around|roughly|some|approximately|circa|nearly|almost|(?:an|the)\s+estimated|estimated|close\s+to|virtually|~"
_LOWER = (
    r"more\s+than|over|at\s+least|above|exceed(?:ing|ed|s)?|in\s+excess\s+of|upwards?\s+of|(?:no|not)\s+(?:fewer|less)\s+than"
    r"|an?\s+minimum\s+of|greater\s+than"
)
_UPPER = r"up\s+to|less\s+than|fewer\s+than|under|below|at\s+most|(?:no|not)\s+more\s+than|an?\s+maximum\s+of|as\s+(?:many|much)\s+as"
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(—–-]))(?:(?P<approximate>{_APPROXIMATE})|(?P<upper>{_UPPER})|(?P<lower>{_LOWER}))\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?P<lower>\+|-plus\b|\s+or\s+more\b)|(?P<upper>\s+or\s+(?:less|fewer)\b)|(?P<approximate>\s+or\s+so\b)")
_LONGEST_BOUND = 24

DASH = r"\s?[-–—]\s?"
CONNECTOR = re.compile(rf"(?:{DASH}|\s+(?P<word>to|and|or)\s+)$")
"""What joins the two ends of a range; "and" needs "between" before it, and "from" before it makes "to" a change."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at [start, end); ``scale`` is its last scale word's ("2.9 billion": 10^9).

    ``is_open`` marks a number that only says its order ("hundreds of", "several thousand"); ``is_glued`` one that
    touches letters, slashes or colons ("G20", "24/7", "10:30"); ``letter`` a scale of one letter, which may be a unit ("5m").
    """

    start: int
    end: int
    number: Decimal
    scale: Decimal = Decimal(1)
    is_open: bool = False
    is_glued: bool = False
    is_word: bool = False
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """How the words around a number bound it."""

    approximate: bool = False
    lower: bool = False
    upper: bool = False


def find_numerals(text: str) -> tuple[Numeral, ...]:
    """Return the numerals in the order of the text.

    >>> [str(one.number) for one in find_numerals("two and a half million or 2,500,000")]
    ['2500000.0', '2500000']
    """
    return tuple(_to_numeral(text, match) for match in _NUMERAL.finditer(text))


def to_number(words: str) -> tuple[Decimal, Decimal]:
    """Return the number that the words name, and the scale of its last word.

    >>> to_number("one hundred and five thousand")
    (Decimal('105000'), Decimal('1000'))
    """
    total = current = Decimal(0)
    scale = Decimal(1)
    for word in re.findall(r"[\d.,]*\d|[½¼¾]|[a-z]+", words.lower()):
        if word in _SCALES and _SCALES[word] in {10, 12, 20, 100}:
            current = (current or Decimal(1)) * _SCALES[word]
            scale = _SCALES[word]
        elif word in _SCALES:
            scale = _SCALES[word]
            total, current = total + (current or Decimal(1)) * scale, Decimal(0)
        elif word in _FRACTIONS:
            current += _FRACTIONS[word] * (scale if not current and total else 1)
        elif word in _SMALL or word[0].isdigit():
            current += _SMALL[word] if word in _SMALL else Decimal(word.replace(",", ""))
    return total + current, scale


def to_lexical(number: Decimal) -> str:
    """Return the number as an xsd:decimal.

    >>> to_lexical(Decimal("2.90") * 10**9)
    '2900000000'
    """
    return f"{number.normalize():f}"


def share_scale(low: Numeral, high: Numeral) -> Numeral:
    """Return the low end of a range with the scale of the high end where only that has one ("3-5 million")."""
    if low.scale == 1 and high.scale > 1 and low.number < high.number / high.scale:
        return replace(low, number=low.number * high.scale, scale=high.scale)
    return low


def find_bound(text: str, start: int, end: int) -> Bound:
    """Return how the words next to text[start:end] bound the number in it."""
    before = _BEFORE.search(text[max(0, start - _LONGEST_BOUND) : start])
    after = _AFTER.match(text, end)
    said = {match.lastgroup for match in (before, after) if match}
    return Bound("approximate" in said, "lower" in said, "upper" in said)


def find_ranges(text: str, numerals: Sequence[Numeral]) -> dict[int, int]:
    """Return, by start of the low end, the start of the high end, for numerals that only a connector separates."""
    found: dict[int, int] = {}
    for low, high in pairwise(numerals):
        between = text[low.end : high.start]
        if len(between) <= 8 and is_range(text, low.start, between):
            found[low.start] = high.start
    return found


def is_range(text: str, start: int, between: str) -> bool:
    """Whether ``between`` joins two ends of a range, the first of which starts at ``start``."""
    match = CONNECTOR.match(between)
    if match is None:
        return False
    before = text[max(0, start - 14) : start].lower().split()
    word = (match["word"] or "").lower()
    if word == "and":
        return "between" in before[-2:]
    return not (word == "to" and {"from", "by"}.intersection(before[-2:]))


def _to_numeral(text: str, match: re.Match[str]) -> Numeral:
    number, scale = to_number(match[0])
    start, end = match.span()
    first = text[start]
    glued = bool(_GLUED_BEFORE.search(text[max(0, start - 2) : start])) and (first.isdigit() or text[start - 1].isalpha())
    glued = glued or (text[end - 1].isdigit() and bool(_GLUED_AFTER.match(text, end)))
    suffixed = match.lastgroup == "suffixed"
    return Numeral(
        start,
        end,
        number,
        scale,
        is_open=match.lastgroup == "open",
        is_glued=glued,
        is_word=not first.isdigit(),
        letter=match[0][-1].lower() if suffixed and not match[0][-2].isalpha() else "",
    )
