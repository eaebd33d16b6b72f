"""rigour, country-coder, GeoNames and WordNet -> countries, regions, cities and their names.

Borders and ids are the packages'; a territory that rigour calls occupied or that several states claim gets no country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kg.background import to_name_key
from scripts.kb.wordnet import Synset, WordNet

Json = dict[str, Any]

MIN_CITY = 50_000
BIG_CITY = 500_000

COUNTRIES_BY_USAGE = frozenset({"hk", "mo", "ps", "tw", "xk"})
FORMER_COUNTRIES = frozenset({"suhh", "yucs", "cshh", "dd"})
DISPUTED = frozenset({"ge-ab", "x-so", "md-pmr", "cy-trnc", "so-som", "eh"})
LEFT_OUT = frozenset({"zz", "ip", "aq", "um", "an", "csxx", "zr", "az-nk", "pk-km", "ua-cri", "ua-dpr", "ua-lpr", "ua-30", "cq", "dg"})
"""Territories of rigour that are no place, no longer one, or two things under one name."""

BETTER_QID = {"nl": "Q55", "dk": "Q35", "eh": "Q6250"}
"""Where rigour means the realm or the claim, and news the country or the territory; the ids are country-coder's."""

BETTER_NAME = {"nr": "Nauru"}

EXTRA_REGIONS = {
    "Q36678": "PS", "Q39760": "PS", "Q7835": "", "Q3492": "ID", "Q3757": "ID", "Q3797": "ID", "Q3803": "ID", "Q3812": "ID",
    "Q5765": "ES", "Q5823": "ES", "Q5831": "ES", "Q38095": "EC", "Q118863": "NZ", "Q120755": "NZ", "Q22890": "",
}  # fmt: skip
"""Regions that only country-coder knows -> their country."""

ORGANIZATIONS = frozenset({"eu", "un"})
CONTINENTAL = frozenset({"region", "subregion", "intermediateRegion"})
PARENTHESIS = re.compile(r"\s*\(.*\)")
WORLD = "Q2"
NO_PAGE = "-"

CLASSES = {
    "country": "news:Country",
    "region": "news:Region",
    "city": "news:City",
    "organization": "news:InternationalOrganization",
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of the table ``place`` with all names; ``code`` is the source's own and stays out of the database."""

    id: str
    name: str
    kind: str
    country: str | None = None
    geonames: int | None = None
    population: int = 0
    capital: bool = False
    code: str = ""
    aliases: frozenset[str] = field(default=frozenset())

    @property
    def class_name(self) -> str:
        """The class of places of this kind."""
        return CLASSES[self.kind]

    @property
    def targets(self) -> frozenset[str]:
        """How our own table may refer to the place."""
        return frozenset({self.id, f"{self.name}, {self.code}" if self.kind == "city" else self.code} - {""})

    @property
    def names(self) -> frozenset[str]:
        """The name and all others."""
        return self.aliases | {self.name}


@dataclass(frozen=True, slots=True)
class ExtraPlace:
    """A row of places-extra.tsv."""

    kind: str
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class PlaceSources:
    """What the packages hold, as read from their files."""

    territories: list[Json]
    features: list[Json]
    countries: dict[str, Json]
    states: dict[str, Json]
    cities: dict[str, Json]
    small_cities: dict[str, Json]


def build_places(sources: PlaceSources, wordnet: WordNet, extra: list[ExtraPlace]) -> list[PlaceRow]:
    """Return all places in the order of their ids."""
    territories = list(to_territories(sources))
    continents = list(to_continents(sources.features))
    countries = {place.code: place.id if place.kind == "country" else place.country for place in territories}
    cities = list(to_cities(sources, countries))
    left_out = frozenset(to_name_key(row.words) for row in extra if row.kind == "not")
    named = NameFinder(wordnet).add_names([*territories, *continents, *cities], left_out)
    return sorted(add_extra_names(named, extra), key=lambda place: place.id)


# ---------------------------------------------------------------- territories


def to_territories(sources: PlaceSources) -> Iterator[PlaceRow]:
    """Yield countries, their regions and the organisations of states."""
    qids: dict[str, str] = {row["code"]: row["qid"] for row in sources.territories} | BETTER_QID
    by_code = {row["code"]: row for row in sources.territories}
    features = {row["iso1A2"].lower(): row for row in sources.features if "iso1A2" in row}
    people = sum_people_of_states(sources.cities)
    for row in sources.territories:
        code = row["code"]
        if code in LEFT_OUT or code.startswith("su-"):
            continue
        geo = find_geonames_record(sources, code)
        kind = to_kind(row)
        names = {row["name"], row.get("in_sentence", row["name"]), *find_other_names(features.get(code, {}), geo)}
        if "(" not in row["full_name"]:
            names.add(row["full_name"])
        yield PlaceRow(
            id=qids[code],
            name=BETTER_NAME.get(code, PARENTHESIS.sub("", row["name"]).strip("‘").removesuffix(" SAR")),
            kind=kind,
            country=qids.get(find_country_code(row, by_code) or ""),
            geonames=geo.get("geonameid"),
            population=geo.get("population", people.get(code, 0)),
            code=code,
            aliases=frozenset(PARENTHESIS.sub("", name) for name in names),
        )
    yield from to_extra_regions(sources.features, qids)


def to_kind(row: Json) -> str:
    """Tell countries, as news uses the word, from regions and organisations."""
    code = row["code"]
    if code in ORGANIZATIONS:
        return "organization"
    if code in COUNTRIES_BY_USAGE | FORMER_COUNTRIES:
        return "country"
    is_country = row["is_country"] and "parent" not in row and code not in DISPUTED
    return "country" if is_country else "region"


def find_country_code(row: Json, by_code: dict[str, Json]) -> str | None:
    """Return the country that a region belongs to; none for a country itself and for a disputed region."""
    if row["code"] in DISPUTED or to_kind(row) != "region" or "parent" not in row:
        return None
    parent = by_code[row["parent"]]
    return parent["code"] if to_kind(parent) == "country" else find_country_code(parent, by_code)


def find_geonames_record(sources: PlaceSources, code: str) -> Json:
    """Return what GeoNames has on a country or a state of the United States."""
    if code.startswith("us-"):
        return sources.states.get(code.removeprefix("us-").upper(), {})
    return sources.countries.get(code.upper(), {})


def find_other_names(feature: Json, geo: Json) -> Iterator[str]:
    """Yield the English names that country-coder and GeoNames use, without codes."""
    yield from (name for name in (feature.get("nameEn"), geo.get("name")) if name)
    yield from (alias for alias in feature.get("aliases", ()) if len(alias) > 3 and "-" not in alias[:3])


def sum_people_of_states(cities: dict[str, Json]) -> dict[str, int]:
    """Return how many people live in the cities of each state of the United States, to rank states by."""
    people: defaultdict[str, int] = defaultdict(int)
    for city in cities.values():
        if city["countrycode"] == "US":
            people["us-" + city["admin1code"].lower()] += city["population"]
    return people


def to_extra_regions(features: list[Json], qids: dict[str, str]) -> Iterator[PlaceRow]:
    """Yield the regions that only country-coder knows."""
    for row in features:
        if row["wikidata"] in EXTRA_REGIONS:
            country = qids.get(EXTRA_REGIONS[row["wikidata"]].lower())
            yield PlaceRow(row["wikidata"], row["nameEn"], "region", country)


def to_continents(features: list[Json]) -> Iterator[PlaceRow]:
    """Yield the continents and the regions of the United Nations' geoscheme."""
    for row in features:
        if row.get("level") in CONTINENTAL and row["wikidata"] != WORLD:
            yield PlaceRow(row["wikidata"], row["nameEn"], "region")


# ---------------------------------------------------------------- cities


def to_cities(sources: PlaceSources, country_ids: dict[str, str | None]) -> Iterator[PlaceRow]:
    """Yield the cities of at least 50,000 people and every capital."""
    capitals = {code: find_capital(sources, code, row["capital"]) for code, row in sources.countries.items()}
    wanted = {key: city for key, city in sources.cities.items() if city["population"] >= MIN_CITY}
    wanted.update({key: sources.small_cities[key] for key in capitals.values() if key})
    for key, city in wanted.items():
        country = country_ids.get(city["countrycode"].lower())
        yield PlaceRow(
            id=f"geonames-{key}",
            name=city["name"],
            kind="city",
            country=country,
            geonames=int(key),
            population=city["population"],
            capital=capitals.get(city["countrycode"]) == key,
            code=city["countrycode"],
            aliases=frozenset(city["alternatenames"]),
        )


def find_capital(sources: PlaceSources, code: str, name: str) -> str | None:
    """Return the GeoNames id of a capital: the largest place of that name in the country."""
    key = to_name_key(name)
    found = [
        (city["population"], city_id)
        for city_id, city in sources.small_cities.items()
        if city["countrycode"] == code and key in {to_name_key(other) for other in (city["name"], *city["alternatenames"])}
    ]
    return max(found)[1] if found and name else None


# ---------------------------------------------------------------- names


class NameFinder:
    """Adds WordNet's names of countries, and of cities those that GeoNames knows too."""

    def __init__(self, wordnet: WordNet) -> None:
        self.wordnet = wordnet
        self.location = wordnet.find_sense("location.1")
        self.country = wordnet.find_sense("country.2")
        self.synsets: defaultdict[str, list[Synset]] = defaultdict(list)
        for synset in self._find_locations():
            for word in synset.words:
                self.synsets[to_name_key(word)].append(synset)

    def _find_locations(self) -> Iterator[Synset]:
        for synset in self.wordnet.synsets.values():
            if synset.key[0] == "n" and synset.is_instance and self.location in self.wordnet.walk_up(synset.key):
                yield synset

    def find_country(self, place: PlaceRow) -> Synset | None:
        """Return WordNet's meaning of a country, the one that shares most of its names."""
        keys = {to_name_key(name) for name in place.names}
        found = {synset.key: synset for key in keys for synset in self.synsets[key] if self._is_country(synset)}
        own = to_name_key(place.name)
        return max(found.values(), key=lambda synset: rate_synset(synset, keys, own), default=None)

    def _is_country(self, synset: Synset) -> bool:
        return self.country in self.wordnet.walk_up(synset.key)

    def add_names(self, places: list[PlaceRow], left_out: frozenset[str]) -> Iterator[PlaceRow]:
        """Yield each place with the aliases to keep: no name of a country for anything else, and none of ``left_out``."""
        countries = {to_name_key(name): place.id for place in places if place.kind == "country" for name in place.names}
        largest = find_largest_cities(places)
        for place in places:
            found = self._find_city_aliases(place, largest) if place.kind == "city" else self._find_other_aliases(place)
            kept = (name for name in found if (key := to_name_key(name)) not in left_out and countries.get(key, place.id) == place.id)
            yield replace(place, aliases=frozenset(kept) - {place.name})

    def _find_other_aliases(self, place: PlaceRow) -> Iterator[str]:
        yield from place.aliases
        synset = self.find_country(place) if place.kind == "country" else None
        yield from synset.words if synset else ()

    def _find_city_aliases(self, place: PlaceRow, largest: dict[str, str]) -> Iterator[str]:
        own = to_name_key(place.name)
        if largest[own] != place.id:
            return
        known = {to_name_key(alias) for alias in place.aliases}
        for synset in self.synsets[own]:
            yield from (word for word in synset.words if to_name_key(word) in known and not word.endswith(" City"))


def rate_synset(synset: Synset, keys: set[str], own: str) -> tuple[int, bool, int]:
    """Return what makes a synset the better match for these names: more of them, the main one, and lastly its place in the file."""
    words = {to_name_key(word) for word in synset.words}
    return len(words & keys), own in words, -synset.key[1]


def find_largest_cities(places: Iterable[PlaceRow]) -> dict[str, str]:
    """Return the id of the largest city of each name."""
    cities = sorted((place.population, place.id, to_name_key(place.name)) for place in places if place.kind == "city")
    return {key: place_id for _, place_id, key in cities}


def add_extra_names(places: Iterable[PlaceRow], extra: list[ExtraPlace]) -> Iterator[PlaceRow]:
    """Yield the places with the names of our own table; a target that fits no place is an error."""
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    unmet = {row.target for row in extra if row.kind != "not"}
    for row in extra:
        if row.kind == "name":
            aliases[row.target].add(row.words)
    for place in places:
        unmet -= place.targets
        yield replace(place, aliases=place.aliases.union(*(aliases[target] for target in place.targets)))
    if unmet:
        raise ValueError(f"places-extra.tsv: no place is {'; '.join(sorted(unmet))}")


def rank_names(places: list[PlaceRow], extra: list[ExtraPlace]) -> list[tuple[str, int, str]]:
    """Return (key, rank, id) for every name; of one name the best place has rank 0."""
    firsts = {(to_name_key(row.words), row.target) for row in extra if row.kind == "first"}
    candidates: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
    for place in places:
        own = to_name_key(place.name)
        for key in {to_name_key(name) for name in place.names} - {""}:
            is_first = any((key, target) in firsts for target in place.targets)
            candidates[key].add((0 if is_first else to_tier(place, key == own), -place.population, place.id))
    return [(key, rank, place_id) for key in sorted(candidates) for rank, (_, _, place_id) in enumerate(sorted(candidates[key]))]


def find_pages(
    places: list[PlaceRow], names: list[tuple[str, int, str]], titles: frozenset[str], extra: list[ExtraPlace]
) -> dict[str, str]:
    """Return the title in the English Wikipedia of each place whose own name it is, by the place's id.

    That is sure of a country that shares its name with no region, of a region that shares it with nothing, and of a large city or capital
    that is what the name means first.
    """
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for key, _, place_id in names:
        bearers[key].append(place_id)
    kinds = {place.id: place.kind for place in places}
    told = {target: row.words for row in extra if row.kind == "page" for target in (row.target,)}
    pages = {}
    for place in places:
        found = bearers[to_name_key(place.name)]
        others = [other for other in found if other != place.id and (place.kind == "region" or kinds[other] != "city")]
        is_sure = not others and found[:1] == [place.id] and (place.kind != "city" or place.population >= BIG_CITY or place.capital)
        own = next((told[target] for target in sorted(place.targets) if target in told), None)
        if own is not None:
            if own != NO_PAGE and own.casefold() not in titles:
                raise ValueError(f"places-extra.tsv: no package has the title {own}")
            pages[place.id] = own
        elif is_sure and place.name.casefold() in titles:
            pages[place.id] = place.name
    return {place_id: title for place_id, title in pages.items() if title != NO_PAGE}


def to_tier(place: PlaceRow, is_own_name: bool) -> int:
    """Return what comes first of things with one name: a country, a large city, a region, a city, a city by another name."""
    if place.kind in {"country", "organization"}:
        return 0
    if place.kind == "city" and place.population >= BIG_CITY:
        return 1
    if place.kind == "region":
        return 2
    return 3 if is_own_name else 4
