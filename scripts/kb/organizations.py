"""Name-suggestion-index, pytickersymbols, swot and our own table -> organisations with their names, ids, pages and sites.

Wikidata ids, classes and labels are those of the name-suggestion-index. A title of Wikipedia stands in a package, beside the id or the
name; our own table may spell one out, which the list of titles must confirm. None is made up of a name alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.background import FURTHER, NAMESAKE, NATIONAL, WEAK, to_thing_key
from scripts.kb.titles import to_title

Json = dict[str, Any]

ORGANIZATION = "schema:Organization"
TEAM = "news:SportsTeam"
COMPANY = "news:Company"
UNIVERSITY = "news:University"

CLASS_OF_HEAD: dict[str, str] = {
    "news:Company": "airline airliner automaker bank bakery brand brewery business carrier chain company concession conglomerate "
    "corporation dealer developer distributor firm franchise hypermarket label lender manufacturer marque operator optician producer "
    "provider publisher restaurant retailer roaster store stores subsidiary supermarket supplier utility watchmaker wholesaler",
    "news:GovernmentOrganization": "agency administration authority department directorate government",
    "news:Ministry": "ministry",
    "news:University": "university",
    "news:Hospital": "hospital",
    "news:PoliceForce": "police force gendarmerie",
    "news:MilitaryForce": "army navy",
    "news:MediaOrganization": "newspaper broadcaster",
    "news:Court": "court",
    "news:TradeUnion": "union",
    "news:Association": "association charity confederation federation foundation society",
    "schema:Organization": "body board council enterprise group institution institute organisation organization service services",
}
"""Class -> the nouns at the end of a Wikidata description ("American fast food restaurant chain") that say so."""

HEADS = {head: class_name for class_name, heads in CLASS_OF_HEAD.items() for head in heads.split()}
END_OF_HEAD = re.compile(
    r"[,;(]| (of|in|on|at|based|which|that|who|operat\w+|headquartered|responsible|for|from|by|owned|with|to|serving|located|under|"
    r"founded|since|speciali[sz]\w+|known|selling|within|formed|created|established)\b"
)
NAME_TAG = re.compile(r"^(name|brand|operator|network|brand:short|operator:short|short_name|official_name|alt_name)(:en)?$")
TAG_WITH_PAGE = re.compile(r"^(brand|operator|network):wikipedia$")
LATIN = re.compile(r"[A-Za-z0-9][ -~]*")
ACRONYM = re.compile(r"[A-Z&]{2,6}")
CLUB_AFFIX = re.compile(r"(?i)\b(a\.?f\.?c\.?|f\.?c\.?|c\.?f\.?|s\.?c\.?)(?=\s|$)")
KNOWN_ENOUGH = 10
"""The weight from which a thing without a page may be called by a single word, or by common words only."""

MIN_WORDS, MIN_LETTERS = 2, 3
UNIVERSITY_WORD = re.compile(r"(?i)\b(universi\w+|college|institute|école|ecole|hochschule|academy|polytechnic)\b")


@dataclass(slots=True)
class ThingRow:
    """A row of the table ``thing`` with its names and what each asks for; ``codes`` are countries as rigour and ISO call them."""

    name: str
    class_name: str
    code: str = ""
    wikidata: str = ""
    title: str = ""
    site: str = ""
    geonames: int | None = None
    weight: int = 0
    home: str = ""
    names: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id that says most: Wikidata's, GeoNames', the title in Wikipedia, the site."""
        if self.wikidata:
            return self.wikidata
        if self.geonames:
            return f"geonames-{self.geonames}"
        return f"wikipedia-{self.title.replace(' ', '_')}" if self.title else f"site-{self.site}"

    @property
    def stored_id(self) -> str | int:
        """The id as the database has it: of a town the bare number, for there are many."""
        return self.geonames if self.geonames and not self.wikidata else self.id

    def call(self, name: str, asks: int = FURTHER) -> None:
        """Add a name, one that is not its own; what it asks for is what all sources of it ask for."""
        self.names[name] = asks & self.names.get(name, asks)


@dataclass(frozen=True, slots=True)
class ThingSources:
    """What the packages hold, as read from their files."""

    titles: frozenset[str]
    suggestions: dict[str, Json]
    older_suggestions: dict[str, Json]
    wikidata: dict[str, Json]
    indices: dict[str, Json]
    universities: list[tuple[str, tuple[str, ...]]]
    own: list[tuple[str, str, str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class OrdinaryWords:
    """Words that may be something else: common nouns, verbs and adjectives; given names; names of places."""

    words: frozenset[str]
    given_names: frozenset[str]
    places: frozenset[str]

    def holds(self, name: str) -> bool:
        """Whether a name may well not be meant as one, or as that of something else."""
        return self.find_asks(name) != 0

    def make_up(self, name: str) -> bool:
        """Whether a name is one word, or nothing but words that may be something else: many little-known things may have it."""
        words = to_thing_key(name).split()
        return len(words) < MIN_WORDS or all(len(word) < MIN_LETTERS or self.holds(word) for word in words)

    def find_asks(self, name: str) -> int:
        """Return what a name asks for, for what else it may be."""
        key = to_thing_key(name)
        if len(key) < 3 and not key.isupper() or key.casefold() in self.words:
            return WEAK
        return NAMESAKE if key.casefold() in self.given_names or key in self.places else 0


def build_organizations(sources: ThingSources, ordinary: OrdinaryWords, taken: frozenset[str]) -> list[ThingRow]:
    """Return all organisations; none whose Wikidata id is ``taken``, by a place. Raises ValueError for a title that no package holds."""
    found = Merger(sources.titles, ordinary)
    pages = find_pages(sources.older_suggestions)
    for row in read_own(sources, set(pages.values())):
        found.add(row)
    for row in read_listed(sources.indices):
        found.add(row)
    for row in read_suggestions(sources, pages, ordinary):
        if row.wikidata not in taken:
            found.add(row)
    rows = found.rows
    known = {to_thing_key(name) for row in rows for name in row.names}
    rows += [row for row in read_universities(sources.universities) if not known & set(map(to_thing_key, row.names))]
    return rows


class Merger:
    """Puts together what several sources say of one organisation: one Wikidata id, one spelling of its name, or one name that is no word.

    Two Wikidata ids stay two.
    """

    def __init__(self, titles: frozenset[str], ordinary: OrdinaryWords) -> None:
        self.rows: list[ThingRow] = []
        self.titles, self.ordinary = titles, ordinary
        self._by: dict[str, ThingRow] = {}

    def add(self, row: ThingRow) -> None:
        """Add a row, or what it says more to the one that is there."""
        found = (self._by[key] for key in self._keys(row) if key in self._by)
        known = next((other for other in found if not (row.wikidata and other.wikidata not in {"", row.wikidata})), None)
        if known is None:
            self.rows.append(row)
            known = row
        else:
            self._join(known, row)
        for key in (*self._keys(known), *self._keys(row)):
            self._by.setdefault(key, known)

    def _join(self, known: ThingRow, row: ThingRow) -> None:
        known.wikidata, known.title = known.wikidata or row.wikidata, known.title or row.title
        known.code, known.home, known.weight = known.code or row.code, known.home or row.home, known.weight + row.weight
        for name, asks in row.names.items():
            known.call(name, asks)

    def _keys(self, row: ThingRow) -> Iterator[str]:
        if row.wikidata:
            yield row.wikidata
        for name in dict.fromkeys(filter(None, (row.title, row.name))):
            yield f"={name}"
            if not self.ordinary.holds(name):
                yield f"{to_thing_key(name)}|{row.class_name == TEAM}"


# ---------------------------------------------------------------- our own table


def read_own(sources: ThingSources, pages: set[str]) -> Iterator[ThingRow]:
    """Yield the organisations of our own table, each with a title that a package holds."""
    listed = {to_title(company.get("metadata", {}).get("wikipedia_url") or "") for company in walk_companies(sources.indices)}
    unmet = [title for _, _, title, _ in sources.own if title.casefold() not in sources.titles and title not in listed | pages]
    titles = [title for _, _, title, _ in sources.own]
    twice = sorted({title for title in titles if titles.count(title) > 1})
    if unmet or twice:
        raise ValueError(f"organizations.tsv: no package has the title {'; '.join(unmet) or '-'}; twice: {'; '.join(twice) or '-'}")
    for class_name, code, title, names in sources.own:
        row = ThingRow(title, f"news:{class_name}", code, title=title, weight=50)
        row.call(title, WEAK if class_name == "SportsTeam" and not CLUB_AFFIX.search(title) and " " not in title else 0)
        for name in names:
            row.call(name, FURTHER | (NATIONAL if code else 0) | (WEAK if class_name == "SportsTeam" and " " not in name else 0))
        yield row


# ---------------------------------------------------------------- listed companies


def walk_companies(indices: dict[str, Json]) -> Iterator[Json]:
    """Yield the companies of all stock indices."""
    for index in indices.values():
        yield from index["companies"]


def read_listed(indices: dict[str, Json]) -> Iterator[ThingRow]:
    """Yield the listed companies that have a page in Wikipedia; where a company sits is what its page says."""
    for company in walk_companies(indices):
        told = company.get("metadata", {})
        title = to_title(told.get("wikipedia_url") or "")
        if title:
            row = ThingRow(title, COMPANY, title=title, weight=20, home=(told.get("headquarters") or "").rpartition(",")[2].strip())
            row.call(title.partition(" (")[0], 0)
            row.call(company["name"])
            yield row


# ---------------------------------------------------------------- name-suggestion-index


def find_pages(suggestions: dict[str, Json]) -> dict[str, str]:
    """Return the English title that an older version of the index has beside each Wikidata id, where it has one only."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for tags in walk_tags(suggestions):
        for tag, address in tags.items():
            kind = TAG_WITH_PAGE.match(tag)
            if kind and to_title(address) and f"{kind[1]}:wikidata" in tags:
                pages[tags[f"{kind[1]}:wikidata"]].add(to_title(address))
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for wikidata, titles in pages.items():
        for title in titles:
            owners[title].add(wikidata)
    return {wikidata: min(titles) for wikidata, titles in pages.items() if len(titles) == 1 and len(owners[min(titles)]) == 1}


def walk_tags(suggestions: dict[str, Json]) -> Iterator[Json]:
    """Yield the tags of every item of the index."""
    for category in suggestions.values():
        yield from (item["tags"] for item in category["items"])


def read_suggestions(sources: ThingSources, pages: dict[str, str], ordinary: OrdinaryWords) -> Iterator[ThingRow]:
    """Yield what Wikidata describes as an organisation."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for tags in walk_tags(sources.suggestions):
        for wikidata in {tags[tag] for tag in ("brand:wikidata", "operator:wikidata", "network:wikidata") if tag in tags}:
            if sum(tag in tags for tag in ("brand:wikidata", "operator:wikidata", "network:wikidata")) == 1:
                names[wikidata].update(name for tag, told in tags.items() if NAME_TAG.match(tag) for name in told.split(";"))
    for wikidata, told in sorted(sources.wikidata.items()):
        label, class_name = told.get("label", ""), find_class(told.get("description", ""))
        if not class_name or not LATIN.match(label):
            continue
        weight = 2 * len(told.get("identities", {}))
        row = ThingRow(label, class_name, wikidata=wikidata, title=pages.get(wikidata, ""), weight=weight + 10 * (wikidata in pages))
        row.call(label, 0)
        for name in sorted(names[wikidata] - {label}):
            if LATIN.fullmatch(name.strip()) and not is_part_of(name, label):
                row.call(name.strip(), FURTHER | (WEAK if ACRONYM.fullmatch(name.strip()) or " " not in name.strip() else 0))
        if not row.title and label.casefold() in sources.titles and not ordinary.holds(label):
            row.title = label[:1].upper() + label[1:]
        if not row.title and row.weight < KNOWN_ENOUGH:
            row.names = {name: asks for name, asks in row.names.items() if not ordinary.make_up(name)}
        if row.names:
            yield row


def is_part_of(name: str, label: str) -> bool:
    """Whether a name is the label without some of its words, and so as likely the name of a larger thing.

    >>> is_part_of("Red Cross", "Ruritanian Red Cross"), is_part_of("RRC", "Ruritanian Red Cross")
    (True, False)
    """
    return set(to_thing_key(name).casefold().split()) < set(to_thing_key(label).casefold().split())


def find_class(description: str) -> str:
    """Return the class that a Wikidata description names; empty for what is no organisation.

    >>> find_class("American fast food restaurant chain"), find_class("bank in Nigeria"), find_class("city in Story County, Iowa")
    ('news:Company', 'news:Company', '')
    """
    words = END_OF_HEAD.split(description, maxsplit=1)[0].split()
    return HEADS.get(words[-1].casefold(), "") if words else ""


# ---------------------------------------------------------------- universities


def read_universities(domains: Iterable[tuple[str, tuple[str, ...]]]) -> list[ThingRow]:
    """Return the universities whose names one site alone bears; sites within another site of the same name count as that."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for domain, names in domains:
        for name in names:
            plain = name.partition(",")[0].partition("(")[0].strip()
            if len(plain.split()) > 1 and UNIVERSITY_WORD.search(plain) and LATIN.match(plain):
                sites[to_thing_key(plain)].add(domain)
                spelled.setdefault(to_thing_key(plain), plain)
    rows: dict[str, ThingRow] = {}
    for key, found in sorted(sites.items()):
        tops = [domain for domain in sorted(found) if not any(domain.endswith(f".{other}") for other in found)]
        if len(tops) == 1:
            row = rows.setdefault(tops[0], ThingRow(spelled[key], UNIVERSITY, site=tops[0], weight=1))
            row.call(spelled[key], 0)
    return [rows[site] for site in sorted(rows)]
