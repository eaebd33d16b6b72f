"""What gold and reading have in common: an Account of one article, in which the two are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.errors import EvaluationError
from kg.evaluation.words import tell_the_same
from kg.records import Iri, Stance


@dataclass(frozen=True, slots=True)
class Measure:
    """A value in the one form in which two are equal: ``kind`` is money, duration, date, quantity or percentage.

    ``number`` is canonical (a plain decimal, "24 months 0 seconds", an ISO date); ``unit`` the currency or what is counted.
    """

    kind: str
    number: str
    unit: str = ""

    def agrees(self, other: Measure) -> bool:
        """Whether the two say the same; an open unit agrees with every unit, counted nouns agree by words."""
        if (self.kind, self.number) != (other.kind, other.number):
            return False
        if self.unit == other.unit or self.kind == "quantity" and not (self.unit and other.unit):
            return True
        return self.kind == "quantity" and tell_the_same(self.unit, other.unit)


@dataclass(frozen=True, slots=True)
class Filler:
    """One end of a fact or role: a node (an entity, an event), words that tell it, a measure, or several of these.

    ``named`` says that the words are names, so that nothing less than a name equals them.
    """

    words: tuple[str, ...]
    node: str | None = None
    measures: tuple[Measure, ...] = ()
    named: bool = False

    def __str__(self) -> str:
        return self.words[0] if self.words else str(self.node)


@dataclass(frozen=True, slots=True)
class Thing:
    """A named entity with all its names, the fullest first."""

    node: str
    names: tuple[str, ...]
    class_iri: Iri
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class RolePlayed:
    """One filler of one role of an event, with the sentence that says it."""

    role: Iri
    filler: Filler
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its roles; ``words`` tell it in short."""

    node: str
    class_iri: Iri
    stance: Stance
    roles: tuple[RolePlayed, ...]
    words: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A plain relation."""

    subject: Filler
    predicate: Iri
    object: Filler
    stance: Stance
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one pair of quotation marks and who says them."""

    text: str
    speaker: Filler | None


@dataclass(frozen=True, slots=True)
class Account:
    """All that is said of one article.

    ``outside`` tells what the annotation scheme has no name for, ``problems`` what is odd in the gold.
    """

    things: tuple[Thing, ...] = ()
    happenings: tuple[Happening, ...] = ()
    facts: tuple[Fact, ...] = ()
    passages: tuple[Passage, ...] = ()
    outside: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


_DURATION = re.compile(
    r"P(?:(?P<years>[\d.]+)Y)?(?:(?P<months>[\d.]+)M)?(?:(?P<weeks>[\d.]+)W)?(?:(?P<days>[\d.]+)D)?"
    r"(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?"
)
_MONTHS = {"years": 12, "months": 1}
_SECONDS = {"weeks": 604800, "days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}


def to_number(lexical: str) -> str:
    """A decimal in its one canonical spelling.

    >>> to_number("2.90e9"), to_number("1,200.50"), to_number("40.0")
    ('2900000000', '1200.5', '40')
    """
    try:
        number = Decimal(lexical.replace(",", ""))
    except InvalidOperation as error:
        raise EvaluationError(f"not a number: {lexical!r}") from error
    return f"{number.normalize():f}"


def to_duration(lexical: str) -> str:
    """An ISO 8601 duration as months and seconds, which are the two that do not convert.

    >>> to_duration("P1Y6M") == to_duration("P18M"), to_duration("P2W")
    (True, '0 months 1209600 seconds')
    """
    found = _DURATION.fullmatch(lexical)
    if found is None or lexical in ("P", "PT"):
        raise EvaluationError(f"not an ISO 8601 duration: {lexical!r}")
    parts = {name: Decimal(number) for name, number in found.groupdict(default="0").items()}
    months = sum((parts[name] * count for name, count in _MONTHS.items()), Decimal(0))
    seconds = sum((parts[name] * count for name, count in _SECONDS.items()), Decimal(0))
    return f"{to_number(str(months))} months {to_number(str(seconds))} seconds"
