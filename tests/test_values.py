"""Values: amounts of money, percentages, dates, durations and counted quantities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.article import read_article, to_article
from kg.mentions.values import find_values
from kg.parse import parse
from kg.records import Mention

if TYPE_CHECKING:
    from spacy.language import Language

ARTICLES = Path(__file__).parent.parent / "data" / "articles"
Finder = Callable[..., tuple[Mention, ...]]


@pytest.fixture
def find(nlp: Language) -> Finder:
    def find_in(text: str, published: str | None = None) -> tuple[Mention, ...]:
        article = replace(to_article(text, source="test.txt"), published=published)
        return find_values(parse(article, nlp))

    return find_in


def kind_of(mention: Mention) -> str:
    return mention.class_iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def tell(mention: Mention) -> str:
    """A value in one line: number, unit, bounds, what it counts."""
    value = mention.value
    assert value is not None
    bounds = f"[{value.lower or ''}..{value.upper or ''}]" if value.lower or value.upper else ""
    marks = ("~" if value.approximate else "") + ("?" if value.assumed else "")
    equivalent = f"= {value.equivalent.lexical} {value.equivalent.unit}" if value.equivalent else ""
    return " ".join(part for part in (value.lexical, value.unit, bounds, value.counted, marks, equivalent) if part)


MONEY = [
    ("It paid $2.9 billion for it.", ["2900000000 USD ?"]),
    ("It paid US$5m and €1.2bn for it.", ["5000000 USD", "1200000000 EUR"]),
    ("It paid 4.1 trillion won ($3 billion) for it.", ["4100000000000 KRW = 3000000000 USD"]),
    ("It paid 8 billion euros, or about $9 billion, for it.", ["8000000000 EUR = 9000000000 USD"]),
    ("It paid 30 million pounds for it.", ["30000000 GBP ?"]),
    ("It paid Rs 500 crore for it.", ["5000000000 INR ?"]),
    ("It paid a million dollars for it.", ["1000000 USD ?"]),
    ("It paid half a million euros for it.", ["500000 EUR"]),
    ("It paid C$3m, A$4m and HK$5.5bn for it.", ["3000000 CAD", "4000000 AUD", "5500000000 HKD"]),
    ("It paid 20 million Swiss francs and CHF5m for it.", ["20000000 CHF", "5000000 CHF"]),
    ("It costs between $3m and $5m.", ["USD [3000000..5000000] ?"]),
    ("It costs $3-5 million.", ["USD [3000000..5000000] ?"]),
    ("It costs 3 to 5 million euros.", ["EUR [3000000..5000000]"]),
    ("Profit rose from £3 million to £5 million.", ["3000000 GBP", "5000000 GBP"]),
    ("It costs about €3 million.", ["3000000 EUR ~"]),
    ("It costs more than €3 million.", ["3000000 EUR [3000000..]"]),
    ("It costs up to €3 million.", ["3000000 EUR [..3000000]"]),
    ("It is a €1bn-plus deal.", ["1000000000 EUR [1000000000..]"]),
    ("It sells a €10-a-month plan.", ["10 EUR"]),
    ("It is a 10-million-euro fund.", ["10000000 EUR"]),
    ("The loss ran to hundreds of millions of euros.", ["100000000 EUR [100000000..] ~"]),
    ("It costs 50 cents here and 20p there.", ["0.5 USD ?", "0.2 GBP"]),
    ("Three won a prize and he bought 200 pounds of flour.", []),
]


@pytest.mark.parametrize(("text", "told"), MONEY)
def test_money(find: Finder, text: str, told: list[str]) -> None:
    """Money is a number with an ISO 4217 currency; a sign that several currencies share is marked as assumed."""
    assert [tell(one) for one in find(text) if kind_of(one) == "MonetaryAmount"] == told


PERCENTAGES = [
    ("Shares fell 12%.", ["12"]),
    ("Shares fell by at least 12.5 per cent.", ["12.5 [12.5..]"]),
    ("Shares fell 3 to 5 percent.", ["[3..5]"]),
    ("Shares fell from 5% to 3%.", ["5", "3"]),
    ("The rate rose by 2 percentage points.", ["2 percentage points"]),
    ("The rate rose by 25 basis points.", ["0.25 percentage points"]),
    ("It bought a 51% stake.", ["51"]),
]


@pytest.mark.parametrize(("text", "told"), PERCENTAGES)
def test_percentages(find: Finder, text: str, told: list[str]) -> None:
    """A percentage is its number; percentage points are told apart by what they count."""
    assert [tell(one) for one in find(text) if kind_of(one) == "Percentage"] == told


DURATIONS = [
    ("It will last for the next two years.", ["P2Y"]),
    ("It has a 46-year history.", ["P46Y"]),
    ("He was jailed for 18 months.", ["P18M"]),
    ("They ended a three-week strike.", ["P3W"]),
    ("It took a decade.", ["P10Y"]),
    ("The talks took six-and-a-half hours.", ["PT390M"]),
    ("It took two and a half years.", ["P30M"]),
    ("It took a year and a half.", ["P18M"]),
    ("It took half an hour.", ["PT30M"]),
    ("He was jailed for two years and three months.", ["P2Y3M"]),
    ("It takes two to three years.", ["[P2Y..P3Y]"]),
    ("It takes more than 40 days.", ["P40D [P40D..]"]),
    ("It grew over the past year.", ["P1Y"]),
    ("It was the fifth in five consecutive years.", ["P5Y"]),
    ("The boy is 12 years old and a 54-year-old man left, aged 20 years.", []),
    ("It opened two years ago and closed three days later.", []),
    ("He earns money twice a week and sold five second-hand cars.", []),
]


@pytest.mark.parametrize(("text", "told"), DURATIONS)
def test_durations(find: Finder, text: str, told: list[str]) -> None:
    """A duration is in ISO 8601; ages and "ago" are none."""
    assert [tell(one) for one in find(text) if kind_of(one) == "Duration"] == told


DATES = [
    ("It opened on 12 March 2025.", None, ["2025-03-12"]),
    ("It opened on March 12, 2025.", None, ["2025-03-12"]),
    ("It opened on Wednesday, 12th of March 2025.", None, ["2025-03-12"]),
    ("It opened in March 2025.", None, ["2025-03"]),
    ("It opened in 1978 and will close by 2027.", None, ["1978", "2027"]),
    ("It opened in early 2025.", None, ["2025 ~"]),
    ("It opened in the 1990s.", None, ["1990s"]),
    ("It fell in the second quarter of fiscal 2021.", None, ["second quarter of fiscal 2021"]),
    ("He ruled in 2010-2015.", None, ["2010 [2010..2015]"]),
    ("It opened on 12 March.", None, ["12 March"]),
    ("It opened on Tuesday.", None, ["Tuesday"]),
    ("It opened on 12 December.", "2025-03-12", ["2024-12-12"]),
    ("It closed in October.", "2025-03-12", ["2024-10"]),
    ("It will reopen in September.", "2025-03-12", ["2025-09"]),
    ("It opened on Tuesday.", "2025-03-12", ["2025-03-11"]),
    ("It opened on Wednesday.", "2025-03-12", ["2025-03-12"]),
    ("It will open on Tuesday.", "2025-03-12", ["2025-03-18"]),
    ("It opened last Wednesday and closes next Monday.", "2025-03-12", ["2025-03-05", "2025-03-17"]),
    ("It opened yesterday and will close tomorrow.", "2025-03-12", ["2025-03-11", "2025-03-13"]),
    ("It will open next month, not next year.", "2025-12-12", ["2026-01", "2026"]),
    ("It opened in April last year and will close in May next year.", "2025-12-12", ["2024-04", "2026-05"]),
    ("It opened in April last year.", None, ["April last year"]),
    ("Acme may this year buy Nexa.", "2025-12-12", ["2025"]),
    ("It opened this week.", "2025-03-12", ["this week [2025-03-10..2025-03-16]"]),
    ("It opened two years ago and closed three weeks ago.", "2025-03-12", ["2023 ~", "2025-02-19 ~"]),
    ("It recalls the Sept. 11 attacks.", "2025-03-12", ["Sept. 11"]),
    ("It may grow and it has 2000 cars and sold 1998 vans.", None, []),
    ("It won the 2024 elections after the 2019 vote.", None, ["2024", "2019"]),
    ("It opens every Tuesday.", None, []),
    ("In May it closed, and by July Ana Roy had sold it.", None, ["May", "July"]),
    ("Since October Ana Roy has worked for June Holm.", None, ["October"]),
]


@pytest.mark.parametrize(("text", "published", "told"), DATES)
def test_dates(find: Finder, text: str, published: str | None, told: list[str]) -> None:
    """A date is in ISO 8601 where the text or the day of publication gives it, else its own words."""
    assert [tell(one) for one in find(text, published) if kind_of(one) == "Instant"] == told


def test_datatypes_of_dates(find: Finder) -> None:
    """The datatype of a date tells how exact it is."""
    found = find("It opened on 12 March 2025, in March 2025, in 2025 and on Tuesday.")
    assert [one.value.datatype.rsplit("#", 1)[-1] for one in found if one.value] == ["date", "gYearMonth", "gYear", "string"]


QUANTITIES = [
    ("It will train three million full and part-time workers.", [("three million full and part-time workers", "3000000 workers")]),
    ("About 1,200 people left.", [("1,200 people", "1200 people ~")]),
    ("A dozen villages were cut off.", [("A dozen villages", "12 villages")]),
    ("The storm damaged hundreds of homes.", [("hundreds of homes", "100 [100..] homes ~")]),
    ("The blast left about 40 wounded.", [("40 wounded", "40 wounded ~")]),
    ("The blast killed at least 12.", [("12", "12 [12..]")]),
    ("It hired 15 to 20 students.", [("15 to 20 students", "[15..20] students")]),
    ("It hired between 10 and 15 students.", [("10 and 15 students", "[10..15] students")]),
    ("It cut 2,000 of its 5,000 jobs.", [("2,000", "2000 jobs"), ("5,000 jobs", "5000 jobs")]),
    ("Police seized 200kg of cocaine on 5,000 hectares.", [("200kg", "200 kg"), ("5,000 hectares", "5000 hectares")]),
    ("It sent 40 police and 12 Iranian soldiers.", [("40 police", "40 police"), ("12 Iranian soldiers", "12 soldiers")]),
    ("Three men and two women died.", [("Three men", "3 men"), ("two women", "2 women")]),
    ("They won 3-1 and 6-4.", []),
    ("Jane Doe, 54, of 12 Baker Street, came 3rd at 10:30.", []),
    ("One of the firms sent a 12-member team to Room 5 of the G20.", []),
    ("It made $5 million and 20% in 12 days.", []),
]


@pytest.mark.parametrize(("text", "told"), QUANTITIES)
def test_quantities(find: Finder, text: str, told: list[tuple[str, str]]) -> None:
    """A quantity spans number and counted noun; scores, ages, addresses and numbers in names count nothing."""
    found = [(one.surface, tell(one)) for one in find(text) if kind_of(one) == "QuantitativeValue"]
    assert found == told


@pytest.mark.parametrize("path", sorted(ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_values_of_articles(nlp: Language, path: Path) -> None:
    """In every article the values are in order, do not overlap, and are the words at their span."""
    article = read_article(path)
    found = find_values(parse(article, nlp))
    assert found
    assert all(one.surface == article.text[one.span.start : one.span.end] for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


SCORES = [
    ("They won 3-1 and lost 2–0.", ["3-1", "2-0"]),
    ("She won 6-4, 3-6, 7-6 (7-5) in Rome.", ["6-4, 3-6, 7-6 (7-5)"]),
    ("A 94-89 win and a 52-48 vote.", ["94-89", "52-48"]),
    ("It takes 3-5 years for 10-12 people aged 18-24 in a Boeing 737-800 of 2019-20.", []),
]


@pytest.mark.parametrize(("text", "told"), SCORES)
def test_scores(find: Finder, text: str, told: list[str]) -> None:
    """Two small numbers with a dash between are a score where they count nothing and tell no range."""
    assert [tell(mention) for mention in find(text) if kind_of(mention) == "Score"] == told


AGES = [
    ("Ana Roy, 54, and her nine-year-old son left.", ["54 years", "9 years"]),
    ("He died aged 84; she died at the age of ninety-one.", ["84 years", "91 years"]),
    ("Nobel laureate dies at 79", ["79 years"]),
    ("Those aged 18-24 met at 9 in May, 2019, in Oslo.", []),
]


@pytest.mark.parametrize(("text", "told"), AGES)
def test_ages(find: Finder, text: str, told: list[str]) -> None:
    """Ages of people, in years."""
    assert [tell(mention) for mention in find(text) if kind_of(mention) == "Age"] == told


def test_values_outside_the_news_are_left(find: Finder) -> None:
    """A footer's year is no value of the news."""
    assert not find("Acme to buy Beta\n\nAcme said it would buy its rival Beta soon.\n\n©2024 Press House. All rights reserved.")
