"""Ministries and departments of the name-suggestion-index -> whose they are, by their descriptions in Wikidata.

"Ministry of Justice" is many countries' name. Such a generic name is kept where the description says of which country it is, and
asks for that country; of a state, province or city, or of no known country, a body keeps only names that say where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.background import FURTHER, NATIONAL, to_name_key
from scripts.kb.organizations import ThingRow
from scripts.kb.places import PlaceRow

MINISTRY = "news:Ministry"
GENERIC = re.compile(
    r"(?i)^(federal |national |state )?(ministry|department|directorate|secretariat|office|agency|bureau|authority)( general)? (of|for)\b"
)
MINISTERIAL = re.compile(r"(?i)\bministr(y|ies)\b|\b(executive|government|ministerial) department\b|\bdepartment of the government\b")
LESSER = re.compile(r"(?i)\b(states?|province|provincial|city|county|municipal\w*|regional|cantonal|territory|local)\b")
DIRECTION = re.compile(r"\b(?:North|South|East|West)(?:ern)? [A-Z]\w+")
"""What may be a part of a country ("West Ruritanian"), or a country."""
OF_COUNTRY = " of (the )?(Republic of |Kingdom of |Federation of )?"
WORD = re.compile(r"[\w.'’-]+")
MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class Nations:
    """Country codes by the names of countries and of their people, and the names of what lies within a country; all as keys."""

    codes: dict[str, str]
    names: dict[str, tuple[str, ...]]
    lesser: frozenset[str]

    def find(self, description: str) -> str:
        """Return the code of the only country that a description names; empty for none, several, or a part of one."""
        spelled = find_phrases(description)
        codes = {self.codes[key] for key in spelled if key in self.codes}
        parts = {key for key in spelled if key in self.lesser} | set(map(to_name_key, DIRECTION.findall(description)))
        within = LESSER.search(description) or any(key not in self.codes for key in parts)
        return next(iter(codes)) if len(codes) == 1 and not within else ""

    def names_place(self, name: str) -> bool:
        """Whether a name says where its bearer is."""
        return any(key in self.codes or key in self.lesser for key in find_phrases(name))


def to_nations(places: Iterable[PlaceRow], demonyms: Iterable[tuple[str, str]]) -> Nations:
    """Return what names of places and people say of a country."""
    places = list(places)
    countries = {place.id: place for place in places if place.kind == "country"}
    codes = {to_name_key(name): place.code for place in countries.values() for name in place.names}
    codes |= {key: countries[country].code for key, country in demonyms if country in countries}
    lesser = frozenset(to_name_key(name) for place in places if place.kind in {"region", "city"} for name in place.names)
    return Nations(codes, {place.code: tuple(sorted(place.names)) for place in countries.values()}, lesser)


def find_phrases(words: str) -> set[str]:
    """Return all runs of up to four words, as keys.

    >>> sorted(find_phrases("Peruvian ministry"))
    ['ministry', 'peruvian', 'peruvian ministry']
    """
    found = WORD.findall(words)
    runs = (found[start : start + length] for start in range(len(found)) for length in range(1, MAX_WORDS + 1))
    return {to_name_key(" ".join(run)) for run in runs if run}


def place_bodies(rows: Iterable[ThingRow], descriptions: Mapping[str, str], nations: Nations) -> list[ThingRow]:
    """Return the rows, ministries and departments with their country; one without a name that says whose it is goes.

    ``descriptions`` are Wikidata's, by id.
    """
    rows = list(rows)
    for row in rows:
        if not row.code and row.wikidata in descriptions and any(map(GENERIC.match, row.names)):
            place_body(row, descriptions[row.wikidata], nations)
    return [row for row in rows if row.names]


def place_body(row: ThingRow, description: str, nations: Nations) -> None:
    """Say of which country a body is, and what its names ask for."""
    whole = {name: asks for name, asks in row.names.items() if nations.names_place(name) or not GENERIC.match(name)}
    row.code = nations.find("; ".join((description, *sorted(whole))))
    generic = {name: asks | NATIONAL for name, asks in row.names.items() if name not in whole} if row.code else {}
    row.names = whole | generic
    if row.code:
        row.class_name = MINISTRY if MINISTERIAL.search(f"{description}; {row.name}") else row.class_name
        for name in sorted(whole):
            shorter = without_country(name, nations.names[row.code])
            if shorter != name:
                row.call(shorter, FURTHER | NATIONAL)


def without_country(name: str, countries: Iterable[str]) -> str:
    """Return the name of a body without that of its country.

    >>> without_country("Ministry of Health of the Republic of Ruritania", ["Ruritania"])
    'Ministry of Health'
    """
    for country in countries:
        name = re.sub(f"{OF_COUNTRY}{re.escape(country)}$", "", name)
    return name
