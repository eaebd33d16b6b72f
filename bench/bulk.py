"""Many invented articles -> a store, written straight: for measuring how a large store answers, where building one would take hours.

Every quad is the one that ``Store.keep`` would write, by the same code; only the engine's bulk loader takes them instead of a transaction
for each article, and what several articles share is derived once at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from bench.store_worker import to_entry
from kg.ontology import load_ontology
from kg.overview import show_overview
from kg.rdf import to_quads
from kg.records import Reading
from kg.sparql import KNOWN_PREFIXES
from kg.store import Marker, counts, open_store, terms
from kg.store.books import to_graphs
from kg.store.keep import Store
from kg.store.odds import to_note

AT_ONCE = 500
"""How many articles go to the bulk loader together."""

WHOLE = {
    counts.INSTANCES: "SELECT ?what (COUNT(*) AS ?n) { ?thing a ?what } GROUP BY ?what",
    counts.CLAIMS: "SELECT ?what (COUNT(DISTINCT ?claim) AS ?n) { ?claim news:attestation/news:stance ?what } GROUP BY ?what",
    counts.MENTIONS: """
        SELECT ?what (COUNT(*) AS ?n) { ?article schema:mentions ?what FILTER(!STRSTARTS(STR(?what), CONCAT(STR(?article), "#"))) }
        GROUP BY ?what""",
}

KEYS = {terms.BLOCK: terms.DIRTY_BLOCK, terms.KEY: terms.DIRTY_KEY}


class Loader:
    """Writes readings into an empty store."""

    def __init__(self, store: Store) -> None:
        self.store, self.marker = store, Marker(load_ontology())
        self.seen: set[int] = set()
        self.notes: dict[int, ox.Quad] = {}

    def load(self, readings: Iterable[Reading]) -> None:
        """Write them all; what they have in common is noted, for ``Store.settle`` to derive."""
        batch: list[ox.Quad] = []
        for number, reading in enumerate(readings, 1):
            batch += self.to_engine_quads(reading)
            if number % AT_ONCE == 0:
                self.store.engine.bulk_extend(batch)
                batch = []
        self.store.engine.bulk_extend(chain(batch, self.notes.values()))
        self.store.reload()

    def to_engine_quads(self, reading: Reading) -> Iterator[ox.Quad]:
        """Yield all quads of an article: its graphs, and what is public of them in the default graph again."""
        marks = self.marker.mark(reading)
        entry = replace(to_entry(reading), voice=marks.voice, published=marks.published)
        graphs = to_graphs(entry, to_quads(reading, self.marker.ontology), marks)
        for shared in terms.SHARED:
            graphs[terms.node(shared)] = graphs[terms.share_of(entry.article, shared)]
        for graph, triples in graphs.items():
            places = (graph, terms.DEFAULT) if terms.is_public(graph) else (graph,)
            yield from (ox.Quad(each.subject, each.predicate, each.object, place) for each in triples for place in places)
        books = graphs[terms.books_of(entry.article)]
        risks = {each.subject for each in books if each.predicate == terms.RISK}
        self.notes.update({hash(note): note for note in map(to_note, risks)})
        for triple in {(each.predicate, each.object) for each in books if each.predicate in KEYS}:
            key = hash(triple)
            if key in self.seen:
                self.notes.setdefault(key, ox.Quad(terms.STATE, KEYS[triple[0]], triple[1], terms.STATE))
            self.seen.add(key)


def count_whole(engine: ox.Store) -> set[ox.Quad]:
    """Return what the store's counts must be, counted anew by looking at everything."""
    found: set[ox.Quad] = set()
    for kind, query in WHOLE.items():
        for row in engine.query(query, prefixes=KNOWN_PREFIXES):  # type: ignore[union-attr]
            found |= counts.to_count(kind, row["what"].value, int(row["n"].value))
    return found


def load_store(readings: Iterable[Reading], folder: Path) -> None:
    """Make a store of the readings in an empty folder."""
    with open_store(folder, "bench") as store:
        Loader(store).load(readings)
        print("all written; deriving what they have in common", flush=True)
        store.settle()
        store.engine.bulk_extend(count_whole(store.engine))
    show_overview(folder)
