"""Record -> (predicate, term) pairs: the shape of each node at a glance, one table beside each record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.namespaces import XSD, to_iri
from kg.records import Ground, Iri, Literal, Stance, Value
from kg.terms import DURATION, INSTANT, MONEY, PERCENTAGE, SCORE, SENTENCE, XSD_BOOLEAN, XSD_DECIMAL, XSD_DURATION, XSD_INTEGER
from kg.turtle import Term, to_safe_iri, to_safe_text

# ---------------------------------------------------------------- terms


def to_string(text: str) -> Literal:
    """Return the text as an xsd:string."""
    return Literal(to_safe_text(text))


def to_integer(number: int) -> Literal:
    """Return the number as an xsd:integer."""
    return Literal(str(number), XSD_INTEGER)


def to_decimal(number: str) -> Literal:
    """Return the numeral as an xsd:decimal."""
    return Literal(to_safe_text(number), XSD_DECIMAL)


def to_score(score: float) -> Literal:
    """Return the score as an xsd:decimal of two places.

    >>> to_score(0.9).lexical
    '0.90'
    """
    return to_decimal(f"{score:.2f}")


def to_true(_: bool) -> Literal:
    """Return the xsd:boolean true: a mark is stated where it holds and left out elsewhere."""
    return Literal("true", XSD_BOOLEAN)


def to_uri_text(url: str) -> Literal:
    """Return the address as an xsd:anyURI, a literal, so that a broken address breaks nothing."""
    return Literal(to_safe_text(url), Iri(XSD + "anyURI"))


_DATE_TYPES = (
    ("date", re.compile(r"\d{4}-\d\d-\d\d")),
    ("gYearMonth", re.compile(r"\d{4}-\d\d")),
    ("gYear", re.compile(r"\d{4}")),
    ("dateTime", re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")),
)


def to_date(text: str) -> Literal:
    """Return an ISO 8601 date as xsd:date, xsd:gYearMonth, xsd:gYear or xsd:dateTime, anything else as it stands.

    >>> to_date("2025-03").datatype
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    for name, form in _DATE_TYPES:
        if form.fullmatch(text):
            return Literal(text, Iri(XSD + name))
    return to_string(text)


def to_term(term: Iri | Literal) -> Term:
    """Return the object of a claim, made safe to write."""
    if isinstance(term, Literal):
        return Literal(to_safe_text(term.lexical), term.datatype, term.language)
    return to_safe_iri(term)


def to_stance(stance: Stance) -> Iri:
    """Return the individual that stands for the stance.

    >>> to_stance(Stance.PLANNED)
    'https://w3id.org/kg-news/ontology#Planned'
    """
    return to_iri(f"news:{stance.capitalize()}")


def to_ground(ground: Ground) -> Iri:
    """Return the individual that stands for why words were taken for a thing.

    >>> to_ground(Ground.SHORT_NAME)
    'https://w3id.org/kg-news/ontology#ShortName'
    """
    return to_iri(f"news:{ground.title().replace(' ', '')}")


# ---------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, the predicate that tells it, and how its value becomes a term; a tuple gives one term for each member."""

    name: str
    predicate: str
    to_term: Callable[[Any], Term] = to_string


def to_pairs(record: object, fields: tuple[Field, ...]) -> Iterator[tuple[Iri, Term]]:
    """Yield (predicate, term) for each field that holds something, in the order of the table."""
    for field in fields:
        value = getattr(record, field.name)
        for member in value if isinstance(value, tuple) else (value,):
            if member is not None and member != "" and member is not False:
                yield to_iri(field.predicate), field.to_term(member)


ARTICLE = (
    Field("title", "schema:headline"),
    Field("published", "schema:datePublished", to_date),
    Field("copyright_year", "schema:copyrightYear", to_date),
    Field("language", "schema:inLanguage"),
    Field("url", "schema:url", to_uri_text),
    Field("sha256", "news:sha256"),
)

ENTITY = (
    Field("label", "rdfs:label"),
    Field("aliases", "schema:alternateName"),
    Field("same_as", "owl:sameAs", to_safe_iri),
    Field("pages", "schema:sameAs", to_safe_iri),
)

EVENT = (Field("label", "rdfs:label"),)

ATTESTATION = (
    Field("stance", "news:stance", to_stance),
    Field("said_by", "news:saidBy", to_safe_iri),
    Field("rule", "news:rule"),
    Field("score", "news:score", to_score),
)

CORRECTION = (
    Field("text", "rdfs:label"),
    Field("note", "rdfs:comment"),
)

PASSAGES = (
    ("sentence", SENTENCE),
    ("trigger", to_iri("news:trigger")),
    ("subject_span", to_iri("news:subjectWords")),
    ("object_span", to_iri("news:objectWords")),
)
"""The spans of an attestation, each told as a passage of the article."""

# ---------------------------------------------------------------- values

_NUMBER = (
    Field("text", "rdfs:label"),
    Field("lexical", "schema:value", to_decimal),
    Field("lower", "schema:minValue", to_decimal),
    Field("upper", "schema:maxValue", to_decimal),
    Field("approximate", "news:approximate", to_true),
)

MONEY_FIELDS = (*_NUMBER, Field("unit", "schema:currency"), Field("assumed", "news:currencyAssumed", to_true))

QUANTITY_FIELDS = (*_NUMBER, Field("counted", "schema:unitText"))

SCORE_FIELDS = (Field("text", "rdfs:label"), Field("lexical", "schema:value"))

TIME_FIELDS = (Field("text", "rdfs:label"), Field("approximate", "news:approximate", to_true))

TIME_PROPERTIES = {
    XSD + "date": "time:inXSDDate",
    XSD + "gYearMonth": "time:inXSDgYearMonth",
    XSD + "gYear": "time:inXSDgYear",
    XSD + "dateTime": "time:inXSDDateTime",
    XSD + "dateTimeStamp": "time:inXSDDateTimeStamp",
}
"""Datatype of a date -> the property of OWL-Time that holds it."""

UNITS = {
    "Y": "time:unitYear",
    "M": "time:unitMonth",
    "W": "time:unitWeek",
    "D": "time:unitDay",
    "TH": "time:unitHour",
    "TM": "time:unitMinute",
    "TS": "time:unitSecond",
}
"""Designator of a unit in an ISO 8601 duration -> the unit of OWL-Time."""

_ONE_UNIT = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")


def to_value_pairs(value: Value) -> Iterator[tuple[Iri, Term]]:
    """Yield what a value says of itself, by its class; its type and its equivalent are told elsewhere."""
    if value.class_iri == MONEY:
        yield from to_pairs(value, MONEY_FIELDS)
    elif value.class_iri == DURATION:
        yield from to_pairs(value, TIME_FIELDS)
        yield from _duration_pairs(value.lexical)
    elif value.class_iri == INSTANT:
        yield from to_pairs(value, TIME_FIELDS)
        yield from _instant_pairs(value)
    elif value.class_iri == SCORE:
        yield from to_pairs(value, SCORE_FIELDS)
    else:
        yield from to_pairs(value, QUANTITY_FIELDS)
        if value.class_iri == PERCENTAGE:
            yield to_iri("schema:unitText"), to_string("%")


def _duration_pairs(lexical: str) -> Iterator[tuple[Iri, Term]]:
    """Yield the duration in whole and, when it has a single unit, as number and unit ("P2W" is no xsd:duration: 14 days)."""
    single = _ONE_UNIT.fullmatch(lexical)
    weeks = single is not None and single[3] == "W"
    if lexical:
        iso = f"P{7 * int(float(single[2]))}D" if single and weeks else lexical
        yield to_iri("news:isoDuration"), Literal(to_safe_text(iso), XSD_DURATION)
    if single and single[1] + single[3] in UNITS:
        yield to_iri("time:numericDuration"), to_decimal(single[2])
        yield to_iri("time:unitType"), to_iri(UNITS[single[1] + single[3]])


def _instant_pairs(value: Value) -> Iterator[tuple[Iri, Term]]:
    predicate = TIME_PROPERTIES.get(value.datatype)
    if predicate and value.lexical:
        yield to_iri(predicate), Literal(to_safe_text(value.lexical), value.datatype)
