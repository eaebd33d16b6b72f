"""Text -> ages of people: "aged 84", "at the age of 91", "Ana Roy, 54,", "34-year-old"; a number of years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.mentions.numbers import to_lexical, to_number
from kg.records import Span, Value
from kg.terms import AGE, XSD_DECIMAL

_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORDS = rf"(?:{_TENS})(?:-(?:{_ONES}))?|{_TEENS}|{_ONES}"
_NUMBER = rf"(?P<age>\d{{1,3}}|{_WORDS})"
_AGE = re.compile(
    r"(?=,|\b[adefnost\d])(?:"
    rf"\baged\s{_NUMBER}\b(?![-–]|\s(?:to|and)\s\d)"
    rf"|\b(?:at\s)?(?:the\s)?age\sof\s{_NUMBER.replace('age>', 'at>')}\b(?![-–])"
    rf"|(?<=[A-Za-z]),\s{_NUMBER.replace('age>', 'behind>')}(?=,|\.(?:\s|$)|;)"
    rf"|\b(?:dies|died|dead)\s(?:in\s\w+\s)?at\s{_NUMBER.replace('age>', 'death>')}(?=\s*$|[.,;]|\s(?:in|after|of|from|following)\b)"
    rf"|\b{_NUMBER.replace('age>', 'before>')}(?=[-–\s]years?[-–\s]old\b))",
    re.IGNORECASE | re.MULTILINE,
)
_OLDEST = 125


def find_ages(text: str) -> Iterator[tuple[Span, Value]]:
    """Yield the numbers that tell an age, in the order of the text.

    >>> [value.lexical for _, value in find_ages("Ana Roy, 54, and her nine-year-old son")]
    ['54', '9']
    """
    for match in _AGE.finditer(text):
        group = match.lastgroup or "age"
        number, _ = to_number(match[group])
        if 0 < number <= _OLDEST:
            span = Span(*match.span(group))
            yield span, Value(AGE, to_lexical(number), XSD_DECIMAL, match[group], counted="years")
