"""WordNet and GeoNames -> places that the gazetteer of mentions lacks: seas, mountains, landscapes and towns, only to be linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kg.background import FURTHER, to_thing_key
from scripts.kb.organizations import OrdinaryWords, ThingRow
from scripts.kb.wordnet import Synset, WordNet

Json = dict[str, Any]

ANCHORS = {
    "body_of_water.1": "news:BodyOfWater",
    "location.1": "schema:Place",
    "geological_formation.1": "schema:Place",
    "land.4": "schema:Place",
}
"""Senses of WordNet above what is a place by nature, narrowest class first."""

LEFT_OUT = ("country.2", "city.1", "town.1", "sign_of_the_zodiac.1", "constellation.2")
MIN_TOWN = 5_000


def build_features(wordnet: WordNet, titles: frozenset[str], ordinary: OrdinaryWords) -> Iterator[ThingRow]:
    """Yield WordNet's natural features and landscapes that have a page in Wikipedia under one of their names.

    A name of two of them is neither's, and so is a word or the name of a country, region or city.
    """
    anchors = {wordnet.find_sense(sense): class_name for sense, class_name in ANCHORS.items()}
    left_out = {wordnet.find_sense(sense) for sense in LEFT_OUT}
    found: list[tuple[Synset, str]] = []
    bearers: defaultdict[str, int] = defaultdict(int)
    for synset in wordnet.synsets.values():
        if synset.key[0] == "n" and synset.is_instance:
            above = list(wordnet.walk_up(synset.key))
            if class_name := next((anchors[key] for key in anchors if key in above), ""):
                found.append((synset, "" if left_out & set(above) else class_name))
                for word in {to_thing_key(word) for word in synset.words}:
                    bearers[word] += 1
    for synset, class_name in found:
        names = [word for word in synset.words if word[:1].isupper() and not ordinary.holds(word) and bearers[to_thing_key(word)] == 1]
        titled = (name for name in names if name.casefold() in titles)
        title = max(titled, key=lambda name: (len(name.split()), len(name), name), default="")
        if class_name and title:
            row = ThingRow(title, class_name, title=title, weight=10)
            for name in names:
                row.call(name, FURTHER if name != title else 0)
            yield row


def build_towns(cities: Iterable[Json], known: frozenset[int], countries: dict[str, str]) -> Iterator[ThingRow]:
    """Yield the towns of at least 5,000 people that are no city of the gazetteer; ``countries`` are ids by ISO code."""
    for city in cities:
        if city["population"] >= MIN_TOWN and city["geonameid"] not in known and countries.get(city["countrycode"].lower()):
            weight = city["population"] // 1000
            row = ThingRow(city["name"], "news:City", city["countrycode"].lower(), geonames=city["geonameid"], weight=weight)
            row.call(city["name"], 0)
            yield row
