"""A folder -> the store in it for reading, as it stood when it was last published, whoever writes meanwhile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox

from kg.errors import StoreError
from kg.records import Iri
from kg.store import place, terms
from kg.store.books import Entry, read_entries
from kg.turtle import Quad, format_nquads

AT_ONCE = 10_000
"""About how many triples of the union come together."""


class Snapshot:
    """A store held for reading, as it stood when it was last published; nothing that others do changes it."""

    def __init__(self, folder: Path, engine: ox.Store, held: place.SnapshotPlace) -> None:
        self.folder, self.engine, self.about, self.path = folder, engine, held.about, held.path
        self._descriptor = held.descriptor

    @property
    def is_large(self) -> bool:
        """Whether it holds more articles than can be looked at together."""
        return int(self.about["articles"]) > place.FEW

    def explained(self) -> AbstractContextManager[None]:
        """Turn what the engine raises while it is read into a StoreError of one sentence."""
        return place.explained(self.folder, self.path)

    def entry(self, article: Iri) -> Entry:
        """Return what the store knows of an article."""
        with self.explained():
            found = next(read_entries(self.engine, terms.node(article)), None)
        return found or self._miss(article)

    def entries(self) -> dict[Iri, Entry]:
        """Return what the store knows of each article, in the order of their names."""
        return {article: self.entry(article) for article in self.articles()}

    def articles(self) -> list[Iri]:
        """Return the names of the articles, sorted."""
        return [Iri(name) for name in place.read_names(self.path)]

    def quads(self, article: Iri) -> tuple[Quad, ...]:
        """Return the graph of an article, sorted."""
        with self.explained():
            found = terms.to_quads(terms.find(self.engine, None, None, None, terms.node(article)))
            return tuple(sorted(found, key=repr))

    def to_engine(self, article: Iri) -> ox.Store:
        """Return what an article says, and its share of the common graphs, as the file of that article alone holds it."""
        engine = ox.Store()
        self.load_into(engine, article)
        return engine

    def load_into(self, engine: ox.Store, article: Iri) -> None:
        """Add what ``to_engine`` returns to another engine."""
        with self.explained():
            engine.load(self.text(article).encode(), format=ox.RdfFormat.N_TRIPLES)

    def text(self, article: Iri) -> str:
        """Return the same as N-Triples, as the engine writes them."""
        with self.explained():
            found = next(terms.find(self.engine, terms.node(article), terms.WHOLE, None, terms.books_of(article)), None)
        return str(found.object.value) if found else self._miss(article)

    def _miss(self, article: Iri) -> NoReturn:
        raise StoreError(place.unreadable(self.path, f"{place.NAMES} names {article}, which is not in it"))

    def walk(self) -> Iterator[Quad]:
        """Yield the quads of all public graphs, graph by graph in the order of their names."""
        for quads in self.walk_graphs():
            yield from quads

    def walk_graphs(self) -> Iterator[Iterator[Quad]]:
        """Yield the quads of each public graph, in the order of their names."""
        yield from map(self._walk_graph, self._public_graphs())

    def _walk_graph(self, graph: ox.NamedNode) -> Iterator[Quad]:
        with self.explained():
            yield from terms.to_quads(terms.find(self.engine, None, None, None, graph))

    def walk_union(self) -> Iterator[tuple[Quad, ...]]:
        """Yield every triple of the public graphs once, in batches that hold all about each of their subjects."""
        with self.explained():
            batch: list[Quad] = []
            for quad in terms.to_quads(terms.find(self.engine, None, None, None, terms.DEFAULT)):
                if len(batch) > AT_ONCE and quad.subject != batch[-1].subject:
                    yield tuple(batch)
                    batch = []
                batch.append(quad)
            yield tuple(batch)

    def walk_articles(self) -> Iterator[tuple[Quad, ...]]:
        """Yield what each article says with its share of the common graphs, as the file of that article alone holds it, without graphs."""
        for article in self.articles():
            yield tuple(terms.to_quads(terms.find(self.to_engine(article), None, None, None, terms.DEFAULT)))

    def dump(self) -> Iterator[str]:
        """Yield the public graphs as N-Quads, graph by graph, sorted; the same articles give the same bytes."""
        yield from map(format_nquads, self.walk_graphs())

    def _public_graphs(self) -> list[ox.NamedNode]:
        """Return the graphs that readers may see, in the order of their names."""
        return [terms.node(name) for name in sorted({*self.articles(), *terms.SHARED, terms.SAMENESS, terms.CORROBORATION})]

    def close(self) -> None:
        """Let go of the snapshot, so that a writer may remove it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Snapshot:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


def open_snapshot(folder: Path) -> Snapshot:
    """Open a store for reading; what a killed writer has left unpublished is published first, where that is possible.

    Raises StoreError: no store, damaged, of another version, or not yet readable because its first articles are being read.
    """
    place.check_place(folder)
    left: StoreError | None = None
    if (folder / place.UNPUBLISHED).exists() or not place.list_snapshots(folder):
        try:
            publish_left(folder)
        except StoreError as error:
            left = error
    held = place.hold_snapshot(folder)
    if held is None:
        raise left or StoreError(f"{folder}: holds nothing that can be read; give the command that built it again")
    try:
        return Snapshot(folder, _open_engine(held), held)
    except StoreError:
        os.close(held.descriptor)
        raise


def _open_engine(held: place.SnapshotPlace) -> ox.Store:
    with place.explained(held.path.parent, held.path):
        place.check_files(held)
        return ox.Store.read_only(str(held.path))


def find_fault(folder: Path) -> str | None:
    """Return what is wrong with what readers open, as far as opening it shows; None where nothing is, or nothing is published yet.

    The next writer publishes anew.
    """
    try:
        held = place.hold_snapshot(folder)
        if held is None:
            return None
        try:
            _open_engine(held)
            place.read_names(held.path)
        finally:
            os.close(held.descriptor)
    except StoreError as error:
        return str(error)
    return None


def lend_engine(folder: Path) -> ox.Store:
    """Return the newest snapshot's engine; it is held until the process ends, or a newer one of the folder is lent."""
    snapshot = open_snapshot(folder)
    before = _LENT.pop(folder, None)
    if before is not None:
        before.close()
    _LENT[folder] = snapshot
    return snapshot.engine


_LENT: dict[Path, Snapshot] = {}


def explain_lent(engine: ox.Store, error: Exception) -> StoreError | None:
    """Return what an error of an engine means that was lent; None of any other engine."""
    found = (snapshot for snapshot in _LENT.values() if snapshot.engine is engine)
    return next((StoreError(place.explain(snapshot.folder, error, snapshot.path)) for snapshot in found), None)


def publish_left(folder: Path) -> None:
    """Publish what a killed writer has left; raises StoreError when somebody writes, or the folder cannot be written."""
    if place.is_held(folder):
        raise StoreError(f"{folder}: {place.tell_holder(folder)} is making it; ask again in a moment")
    from kg.store.keep import open_store

    with open_store(folder, create=False):
        pass


def tell_state(folder: Path) -> str | None:
    """Return a sentence when what readers see is not all that was done; None when it is.

    What a killed writer has left is published first, where that is possible.
    """
    if place.is_held(folder):
        about = place.hold_snapshot(folder)
        if about is None:
            return None
        os.close(about.descriptor)
        return (
            f"{folder}: {place.tell_holder(folder)} is writing to it; "
            f"this is how it stood at {about.about['made']}, with {about.about['articles']} articles"
        )
    if (folder / place.UNPUBLISHED).exists():
        try:
            publish_left(folder)
        except StoreError as error:
            return f"{folder}: its last writer was stopped, and what it did cannot be read yet; this is how it stood before ({error})"
    return None
