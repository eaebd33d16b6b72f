"""A list of the user's own (CSV or Turtle) -> the index beside the shipped knowledge base that every later reading asks first.

A list says of each thing its name, its class and at least one id: in Wikidata, GeoNames or Wikipedia, or an IRI of the user's. All of a
list is taken or nothing, and the index is replaced as a whole, so that a broken list or a full disk loses nothing of what was kept.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kg.background import GEONAMES, GEONAMES_PREFIX, WIKIDATA, WIKIDATA_ID, WIKIPEDIA, open_database, to_page, to_thing_key
from kg.errors import InputError, KgError
from kg.namespaces import ENTITY
from kg.records import Iri

if TYPE_CHECKING:
    from kg.sparql import Rows

COLUMNS = ("name", "class", "wikidata", "wikipedia", "geonames", "iri", "aliases")
NEEDED = ("name", "class")
SEPARATOR = "|"
TURTLE = ".ttl"
ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
SCHEMA = """
CREATE TABLE own (iri TEXT PRIMARY KEY, name TEXT NOT NULL, class TEXT NOT NULL, same_as TEXT NOT NULL, pages TEXT NOT NULL,
    aliases TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE own_name (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
"""
THINGS = """SELECT ?thing ?class ?name {
  ?thing a ?class ; rdfs:label|schema:name|skos:prefLabel|<http://xmlns.com/foaf/0.1/name> ?name
} ORDER BY ?thing ?class ?name"""
ALIASES = """SELECT ?thing ?name {
  ?thing rdfs:label|schema:name|skos:prefLabel|schema:alternateName|skos:altLabel ?name
} ORDER BY ?thing ?name"""
LINKS = "SELECT ?thing ?link { ?thing owl:sameAs|schema:sameAs|skos:exactMatch ?link } ORDER BY ?thing ?link"

ToClass = Callable[[str, str], Iri]
"""What a list calls a class, and where it does -> the class; raises KgError for one that there is not."""


@dataclass(frozen=True, slots=True)
class Own:
    """A thing of the user's own list: its IRI in graphs, its names, its class, and what it is elsewhere."""

    iri: Iri
    name: str
    class_iri: Iri
    same_as: tuple[Iri, ...] = ()
    pages: tuple[Iri, ...] = ()
    aliases: tuple[str, ...] = ()


# ---------------------------------------------------------------- reading a list


def read_list(path: Path, to_class: ToClass) -> tuple[Own, ...]:
    """Return the things of a list, in its order; raises InputError or GraphError that says in which line what is wrong."""
    found = tuple(_read_turtle(path, to_class) if path.suffix.lower() == TURTLE else _read_csv(path, to_class))
    if not found:
        columns = ", ".join(COLUMNS)
        raise InputError(f"{path}: lists nothing; expected CSV with the columns {columns}, or Turtle with class and label of each")
    return found


def _read_csv(path: Path, to_class: ToClass) -> Iterator[Own]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, strict=True)
            _check_columns(path, rows.fieldnames or ())
            for row in rows:
                yield _to_own(row, f"{path}:{rows.line_num}", to_class)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}); expected CSV in UTF-8, or .ttl") from error


def _check_columns(path: Path, columns: Sequence[str]) -> None:
    missing, unknown = [name for name in NEEDED if name not in columns], [name for name in columns if name not in COLUMNS]
    if missing or unknown:
        told = [f"lacks the column {name}" for name in missing] + [f"has an unknown column {name!r}" for name in unknown]
        raise InputError(f"{path}:1: {' and '.join(told)}; the columns are {', '.join(COLUMNS)}")


def _to_own(row: dict[str, str], where: str, to_class: ToClass) -> Own:
    if None in row or None in row.values():
        raise InputError(f"{where}: has more or fewer fields than the header; put names with a comma into quotation marks")
    told = {column: " ".join(text.split()) for column, text in row.items()}
    if not told["name"]:
        raise InputError(f"{where}: has no name")
    links = [_to_link(column, told[column], where) for column in ("wikidata", "geonames", "wikipedia", "iri") if told.get(column)]
    aliases = tuple(dict.fromkeys(filter(None, map(str.strip, told.get("aliases", "").split(SEPARATOR)))))
    return make_own(told["name"], to_class(told["class"], where), links, aliases, where)


def _to_link(column: str, text: str, where: str) -> Iri:
    """Return the IRI of an id; each may also be given as the IRI."""
    last = text.rstrip("/").rpartition("/")[2]
    if column == "wikidata" and WIKIDATA_ID.fullmatch(last):
        return Iri(WIKIDATA + last)
    if column == "geonames" and last.isascii() and last.isdecimal():
        return Iri(f"{GEONAMES}{last}/")
    if column == "wikipedia" and (text.startswith(WIKIPEDIA) or "://" not in text):
        return to_page(unquote(text.removeprefix(WIKIPEDIA)))
    if column == "iri" and ABSOLUTE.fullmatch(text):
        return Iri(text)
    expected = {"wikidata": "Q42", "geonames": "2657928", "wikipedia": "World Bank", "iri": "https://example.org/acme"}[column]
    raise InputError(f"{where}: {text!r} is no {column} id; expected one like {expected}")


def make_own(name: str, class_iri: Iri, links: Iterable[Iri], aliases: tuple[str, ...], where: str) -> Own:
    """Return a thing with an IRI made of its best id; raises InputError where it has none, or no name to find it by.

    >>> make_own("Acme", Iri("c"), [Iri("https://example.org/acme"), Iri("http://www.wikidata.org/entity/Q7")], (), "list").iri
    'https://w3id.org/kg-news/entity/Q7'
    """
    found = tuple(dict.fromkeys(links))
    if not found:
        raise InputError(f"{where}: {name} has no id; give one of wikidata, geonames, wikipedia and iri")
    if not to_thing_key(name):
        raise InputError(f"{where}: {name!r} is no name")
    pages = tuple(link for link in found if link.startswith(WIKIPEDIA))
    return Own(_to_entity(found), name, class_iri, tuple(link for link in found if link not in pages), pages, aliases)


def _to_entity(links: Sequence[Iri]) -> Iri:
    """Return the IRI that a thing has in graphs: as the shipped knowledge base makes it, of its id, else of a hash of the user's IRI."""
    for start, prefix in ((WIKIDATA, ""), (GEONAMES, GEONAMES_PREFIX), (WIKIPEDIA, "wikipedia-")):
        for link in links:
            if link.startswith(start):
                return Iri(f"{ENTITY}{prefix}{unquote(link.removeprefix(start).rstrip('/'))}")
    return Iri(f"{ENTITY}own-{sha256(links[0].encode()).hexdigest()[:12]}")


def _read_turtle(path: Path, to_class: ToClass) -> Iterator[Own]:
    from kg.sparql import query_store, read_store

    store = read_store(path)

    def ask(query: str) -> list[tuple[str, ...]]:
        found: Rows = query_store(store, query)  # type: ignore[assignment]
        return [tuple(str(getattr(term, "lexical", term)) for term in row) for row in found.rows]

    aliases, links = ask(ALIASES), ask(LINKS)
    seen: set[str] = set()
    for thing, class_iri, name in ask(THINGS):
        if thing in seen or thing.startswith("_:"):
            continue
        seen.add(thing)
        where = f"{path}: {thing}"
        own = [Iri(thing), *(Iri(link) for subject, link in links if subject == thing)]
        others = tuple(dict.fromkeys(other for subject, other in aliases if subject == thing and other != name))
        yield make_own(name, to_class(class_iri, where), own, others, where)


# ---------------------------------------------------------------- keeping it


def load_own(index: Path) -> tuple[Own, ...]:
    """Return all that the index holds, by name; nothing where there is none. Raises KgError for one that cannot be read."""
    import sqlite3

    if not index.is_file():
        return ()
    connection = open_database(index, "remove it, and add your lists again")
    try:
        rows = connection.execute("SELECT iri, name, class, same_as, pages, aliases FROM own ORDER BY name, iri").fetchall()
    except sqlite3.DatabaseError as error:
        raise KgError(f"{index}: is no list of kg's ({error}); remove it, and add your lists again") from error
    finally:
        connection.close()
    return tuple(
        Own(
            Iri(iri),
            name,
            Iri(class_iri),
            tuple(map(Iri, same_as.split())),
            tuple(map(Iri, pages.split())),
            tuple(filter(None, aliases.split(SEPARATOR))),
        )
        for iri, name, class_iri, same_as, pages, aliases in rows
    )


def add_own(index: Path, things: Iterable[Own]) -> tuple[int, int]:
    """Add things to the index, in place of those of the same IRI; returns how many are new and how many were replaced."""
    before = {thing.iri: thing for thing in load_own(index)}
    added = {thing.iri: thing for thing in things}
    save_own(index, (before | added).values())
    return len(added.keys() - before.keys()), len(added.keys() & before.keys())


def remove_own(index: Path, names: Sequence[str]) -> tuple[Own, ...]:
    """Take things out, each called by its name, an alias, its IRI or that of a link, all or none; raises KgError for an unknown one."""
    kept = load_own(index)
    gone: dict[Iri, Own] = {}
    for name in names:
        found = [thing for thing in kept if name in {thing.name, thing.iri, *thing.aliases, *thing.same_as, *thing.pages}]
        if not found:
            near = get_close_matches(name, [thing.name for thing in kept], n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else "kg kb list tells what it has"
            raise KgError(f"your list has no {name!r}; {hint}")
        gone |= {thing.iri: thing for thing in found}
    save_own(index, [thing for thing in kept if thing.iri not in gone])
    return tuple(gone.values())


def save_own(index: Path, things: Iterable[Own]) -> None:
    """Replace the index, at once and as a whole; an empty one is removed. Raises KgError when it cannot be written."""
    import sqlite3

    rows = sorted(things, key=lambda thing: thing.iri)
    try:
        if not rows:
            index.unlink(missing_ok=True)
            return
        index.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".kg-", dir=index.parent) as stage:
            connection = sqlite3.connect(Path(stage, index.name))
            connection.executescript(SCHEMA)
            connection.executemany("INSERT INTO own VALUES (?, ?, ?, ?, ?, ?)", map(_to_row, rows))
            keys = sorted({(to_thing_key(name), thing.iri) for thing in rows for name in (thing.name, *thing.aliases)})
            connection.executemany("INSERT INTO own_name VALUES (?, ?)", (row for row in keys if row[0]))
            connection.commit()
            connection.close()
            Path(stage, index.name).replace(index)
    except (OSError, sqlite3.Error) as error:
        raise KgError(f"{index}: cannot be written ({getattr(error, 'strerror', None) or error}); name another place with KG_KB") from error


def _to_row(thing: Own) -> tuple[str, ...]:
    return thing.iri, thing.name, thing.class_iri, " ".join(thing.same_as), " ".join(thing.pages), SEPARATOR.join(thing.aliases)
