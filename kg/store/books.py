"""What the store knows of each article beside its graph: an article's quads, entry and marks -> the graphs that it holds of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pyoxigraph as ox

from kg.errors import StoreError
from kg.namespaces import BACKGROUND
from kg.records import Iri
from kg.store import terms
from kg.store.marks import Marks, to_name_key
from kg.turtle import Quad

Graphs = dict[ox.NamedNode, set[ox.Triple]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an article's graph was made with; another recipe makes it stale."""

    ontology: str
    model: str
    background: str
    software: str
    corrections: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the store knows of an article beside its graph: where it came from, and what its graph was made of.

    ``metadata`` is the hash of what was known of it beside its text.
    """

    article: Iri
    source: str
    origin: str
    sha256: str
    recipe: Recipe
    title: str = ""
    voice: str | None = None
    published: str | None = None
    metadata: str = ""


def read_entries(engine: ox.Store, article: ox.NamedNode | None = None) -> Iterator[Entry]:
    """Yield what the store knows of each article, or of one."""
    for quad in terms.find(engine, article, terms.ENTRY, None, None):
        data = json.loads(quad.object.value)
        yield Entry(**{**data, "recipe": Recipe(**data["recipe"])})


def to_graphs(entry: Entry, quads: Iterable[Quad], marks: Marks) -> Graphs:
    """Return what the store holds of an article: its graph, its share of common ones, and its books."""
    found = terms.to_ox_triples(quads)
    unknown = set(found) - {entry.article, *terms.SHARED}
    if unknown:
        raise StoreError(f"{entry.source}: its quads stand in the graph {min(unknown)!r}; expected {entry.article!r}")
    graphs: Graphs = {terms.node(entry.article): found.get(entry.article, set())}
    for shared in terms.SHARED:
        graphs[terms.share_of(entry.article, shared)] = found.get(shared, set())
    named = (found.get(graph, ()) for graph in (entry.article, Iri(BACKGROUND)))
    names = {name for triples in named for name in _names(triples)}
    graphs[terms.books_of(entry.article)] = {*_books(entry, marks), _to_whole(entry.article, graphs), *names}
    return graphs


def to_triple(entry: Entry) -> ox.Triple:
    """Return how an entry stands in the books of its article."""
    return ox.Triple(terms.node(entry.article), terms.ENTRY, ox.Literal(json.dumps(asdict(entry), sort_keys=True)))


def _to_whole(article: Iri, graphs: Graphs) -> ox.Triple:
    """Return all that an article says as N-Triples in one literal: one look-up reads what would else be one for each term."""
    lines = {f"{triple} .\n" for triples in graphs.values() for triple in triples}
    return ox.Triple(terms.node(article), terms.WHOLE, ox.Literal("".join(sorted(lines))))


def _names(told: Iterable[Any]) -> Iterator[ox.Triple]:
    """Yield the names of what has a label, folded, by which it is found."""
    for triple in told:
        if triple.predicate in terms.NAMES:
            yield ox.Triple(triple.subject, terms.NAME, ox.Literal(to_name_key(triple.object.value)))


def _books(entry: Entry, marks: Marks) -> Iterator[ox.Triple]:
    yield to_triple(entry)
    for mark in marks.nodes:
        yield ox.Triple(terms.node(mark.node), terms.BLOCK, ox.Literal(mark.block))
        yield from (ox.Triple(terms.node(mark.node), terms.TRAIT, ox.Literal(trait)) for trait in mark.traits)
    for claim, key in marks.claims:
        yield ox.Triple(terms.node(claim), terms.KEY, ox.Literal(key))
    for subject, how in marks.risks:
        yield ox.Triple(terms.node(subject), terms.RISK, terms.node(how))
