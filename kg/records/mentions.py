"""What a text speaks of by name or number: values, names, quotations."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records.terms import Iri, Span


@dataclass(frozen=True, slots=True)
class Value:
    """An amount, date, duration, quantity, percentage, score or age, normalised.

    ``class_iri`` is schema:MonetaryAmount, time:Duration, time:Instant, schema:QuantitativeValue, news:Percentage,
    news:Score or news:Age. ``lexical`` is the number, ISO 8601 duration, date or score with its XSD ``datatype``;
    ``unit`` the ISO 4217 currency; ``counted`` the noun that a quantity counts ("workers").
    ``assumed`` marks a unit that the text leaves open (a bare "$").
    """

    class_iri: Iri
    lexical: str
    datatype: Iri
    text: str
    unit: str | None = None
    assumed: bool = False
    counted: str | None = None
    lower: str | None = None
    upper: str | None = None
    approximate: bool = False
    equivalent: Value | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that name or describe one thing."""

    span: Span
    surface: str
    class_iri: Iri
    found_by: str
    score: float
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Passages between quotation marks that one speaker says in one speech."""

    passages: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one article names and counts, in text order.

    ``types[i]`` holds the classes that token ``i`` may name as the head of a phrase, likeliest first.
    """

    names: tuple[Mention, ...]
    values: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    types: tuple[tuple[Iri, ...], ...]
