"""Articles -> an embedded quad store on disk: each replaced, or taken out, in one transaction with everything that only it said.

Named graphs hold what each article says; the default graph holds every triple of all of them once, so that a query sees the union without
doubles. Hidden graphs (``terms.BASE``) keep book: what each article is made of, adds to shared graphs, and has in common with others.
"""

from __future__ import annotations

import ctypes
import gc
import shutil
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.records import Iri
from kg.store import place, terms
from kg.store.books import Entry, Graphs, read_entries, to_graphs, to_triple
from kg.store.changes import apply, difference
from kg.store.counts import find_famous, fold_counts
from kg.store.derive import derive
from kg.store.marks import Marks
from kg.store.odds import note_odds, to_note
from kg.store.snapshot import find_fault
from kg.turtle import Quad

PUBLISH_EVERY = 60.0
"""Seconds after which a long run makes what it has done readable."""

FLUSH_EVERY = 300_000
"""Quads after which the engine writes out what it holds in memory: by itself it would hold a gigabyte first."""


class Store:
    """A store that is held for writing; see ``open_store``."""

    def __init__(self, folder: Path, engine: ox.Store) -> None:
        self.folder, self.engine = folder, engine
        self.entries: dict[Iri, Entry] = {}
        self._published = time.monotonic()
        self._held = 0
        self.reload()

    def reload(self) -> None:
        """Read anew which articles are in."""
        self.entries = {entry.article: entry for entry in read_entries(self.engine)}

    # ------------------------------------------------------------ changes

    def keep(self, entry: Entry, quads: Iterable[Quad], marks: Marks = Marks()) -> None:  # noqa: B008  (frozen)
        """Put an article in, in the place of what it said before; one transaction. Raises StoreError."""
        entry = replace(entry, voice=marks.voice, published=marks.published)
        graphs = to_graphs(entry, quads, marks)
        with place.explained(self.folder):
            self._change(entry.article, graphs)
        self.entries[entry.article] = entry

    def remove(self, article: Iri) -> None:
        """Take an article out with everything that only it said; one transaction. Raises StoreError when it is not in."""
        if article not in self.entries:
            raise StoreError(f"{self.folder}: has no article {article!r}; kg status {self.folder} --all lists those it has")
        with place.explained(self.folder):
            self._change(article, {})
        del self.entries[article]

    def note(self, entry: Entry) -> None:
        """Take note of where an article that stays as it is comes from now; one transaction. Raises StoreError."""
        with place.explained(self.folder):
            self._mark_unpublished()
            books = terms.books_of(entry.article)
            old = set(terms.find(self.engine, terms.node(entry.article), terms.ENTRY, None, books))
            new = to_triple(entry)
            apply(self.engine, old, {ox.Quad(new.subject, new.predicate, new.object, books)})
        self.entries[entry.article] = entry

    def _change(self, article: Iri, new: Graphs) -> None:
        self._mark_unpublished()
        old = self._read_graphs(article)
        gone, come = difference(old, new), difference(new, old)
        self._share(article, gone, come)
        deletes = {quad for graph, triples in gone.items() for quad in terms.put(triples, graph)}
        inserts = {quad for graph, triples in come.items() for quad in terms.put(triples, graph)}
        books = terms.books_of(article)
        deletes |= self._derived_from(old.get(books, set()))
        inserts |= self._dirty(books, old.get(books, set()) | new.get(books, set()))
        inserts |= self._note_odds(books, terms.node(article), (old, new))
        apply(self.engine, deletes, inserts)
        self._held += len(deletes) + len(inserts)
        if self._held > FLUSH_EVERY:
            self._flush()

    def _flush(self) -> None:
        self.engine.flush()
        give_back_memory()
        self._held = 0

    def _read_graphs(self, article: Iri) -> Graphs:
        if article not in self.entries:
            return {}
        graphs = (terms.node(article), terms.books_of(article), *(terms.share_of(article, shared) for shared in terms.SHARED))
        return {graph: {quad.triple for quad in terms.find(self.engine, None, None, None, graph)} for graph in graphs}

    def _share(self, article: Iri, gone: Graphs, come: Graphs) -> None:
        """Add what the article's share of each common graph means for that graph: a triple stays there while any article gives it."""
        for shared, prefix in terms.SHARED.items():
            share, common = terms.share_of(article, shared), terms.node(shared)
            come.setdefault(common, set()).update(come.get(share, ()))
            gone.setdefault(common, set()).update(triple for triple in gone.get(share, ()) if not self._is_given(triple, prefix, share))

    def _is_given(self, triple: ox.Triple, prefix: str, but: ox.NamedNode) -> bool:
        found = terms.find(self.engine, triple.subject, triple.predicate, triple.object, None)
        names = (quad.graph_name.value for quad in found if isinstance(quad.graph_name, ox.NamedNode))
        return any(name.startswith(prefix) and name != but.value for name in names)

    # ------------------------------------------------------------ what is derived from all

    def _dirty(self, books: ox.NamedNode, told: Iterable[ox.Triple]) -> set[ox.Quad]:
        """Return the notes to derive anew what the article has in common with another one."""
        notes = {terms.BLOCK: terms.DIRTY_BLOCK, terms.KEY: terms.DIRTY_KEY}
        return {
            ox.Quad(terms.STATE, notes[triple.predicate], triple.object, terms.STATE)
            for triple in told
            if triple.predicate in notes and self._is_elsewhere(triple, books)
        }

    def _note_odds(self, books: ox.NamedNode, article: ox.NamedNode, graphs: tuple[Graphs, Graphs]) -> set[ox.Quad]:
        """Return the notes to judge anew what the article may be at odds about, with others or in itself."""
        own = {triple.subject for each in graphs for triple in each.get(books, ()) if triple.predicate == terms.RISK}
        told = {triple.object for each in graphs for triple in each.get(article, ()) if triple.predicate == terms.SUBJECT}
        return {to_note(node) for node in own} | note_odds(self.engine, told | own)

    def _is_elsewhere(self, triple: ox.Triple, books: ox.NamedNode) -> bool:
        return any(quad.graph_name != books for quad in terms.find(self.engine, None, triple.predicate, triple.object, None))

    def _derived_from(self, books: Iterable[ox.Triple]) -> set[ox.Quad]:
        """Return all that was derived of the nodes and claims that an article had."""
        derived: set[ox.Quad] = set()
        for triple in books:
            if triple.predicate in (terms.BLOCK, terms.KEY):
                graph = terms.node(terms.SAMENESS if triple.predicate == terms.BLOCK else terms.CORROBORATION)
                derived.update(terms.find(self.engine, triple.subject, None, None, graph))
                derived.update(terms.find(self.engine, None, terms.SAME, triple.subject, graph))
        return derived

    def keep_apart(self, pairs: Collection[tuple[Iri, Iri]]) -> None:
        """Take note of nodes that are not to be told the same, in the place of those noted before. Raises StoreError."""
        with place.explained(self.folder):
            new = {ox.Quad(terms.node(one), terms.APART, terms.node(other), terms.STATE) for one, other in pairs}
            old = set(terms.find(self.engine, None, terms.APART, None, terms.STATE))
            nodes = {node for quad in old ^ new for node in (quad.subject, quad.object)}
            blocks = {quad.object for node in nodes for quad in terms.find(self.engine, node, terms.BLOCK, None, None)}
            if old != new:
                self._mark_unpublished()
                notes = {ox.Quad(terms.STATE, terms.DIRTY_BLOCK, block, terms.STATE) for block in blocks}
                apply(self.engine, old - new, (new - old) | notes)

    def settle(self) -> None:
        """Derive sameness and corroboration anew where articles have changed. Raises StoreError."""
        with place.explained(self.folder):
            for deletes, inserts in derive(self.engine, self.entries):
                self._mark_unpublished()
                apply(self.engine, deletes, inserts)
            deletes, inserts = fold_counts(self.engine)
            if deletes or inserts:
                self._mark_unpublished()
                apply(self.engine, deletes, inserts)

    # ------------------------------------------------------------ publishing

    def _mark_unpublished(self) -> None:
        (self.folder / place.UNPUBLISHED).touch()

    def publish_now_and_then(self) -> bool:
        """Publish when the last time is a while ago; whether it was."""
        due = time.monotonic() - self._published > PUBLISH_EVERY
        if due:
            self.publish()
        return due

    def publish(self, *, anew: bool = False) -> None:
        """Make readable what was done so far; ``anew`` also where nothing was done. Raises StoreError."""
        self.settle()
        with place.explained(self.folder):
            if anew or (self.folder / place.UNPUBLISHED).exists():
                self._publish()
            place.drop_old_snapshots(self.folder)
        self._published = time.monotonic()

    def _publish(self) -> None:
        temporary, final = place.new_snapshot(self.folder)
        self._flush()
        self.engine.backup(str(temporary))
        made = datetime.now().astimezone().isoformat(timespec="seconds")
        (temporary / place.NAMES).write_text("".join(f"{name}\n" for name in sorted(self.entries)), encoding="utf-8")
        told = {"articles": len(self.entries), "made": made, "famous": find_famous(self.engine), "files": place.measure_files(temporary)}
        place.write_json(temporary / place.ABOUT, told)
        if not (self.folder / place.UNPUBLISHED).exists():
            place.carry_page(self.folder, temporary)
        temporary.rename(final)
        (self.folder / place.UNPUBLISHED).unlink(missing_ok=True)


def is_shared(folder: Path) -> bool:
    """Whether every file that readers open is one that the writer reads too: damage in another one nobody would find."""
    return all(place.is_linked(file) for snapshot in place.list_snapshots(folder)[-1:] for file in snapshot.glob("*.sst"))


def give_back_memory() -> None:
    """Hand what is free back to the system, where the C library can: it would keep what the engine's threads have used once."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


@contextmanager
def open_store(folder: Path, maker: str = "kg", *, create: bool = True) -> Iterator[Store]:
    """Hold a store for writing, made where the folder is missing or empty, and publish what was done when the block ends.

    Raises StoreError: somebody else writes, the folder is no store, it is damaged, of another version, read-only, or the disk is full.
    """
    if not create or place.is_store(folder):
        place.check_place(folder)
    is_new = not folder.exists()
    with place.write_lock(folder):
        with place.explained(folder):
            place.make_place(folder, maker)
            if not (folder / place.LIVE / "CURRENT").is_file():
                _start_again(folder)
        with place.explained(folder):
            store = Store(folder, ox.Store(str(folder / place.LIVE)))
        try:
            _check_count(store)
            if not place.list_snapshots(folder) or find_fault(folder) is not None:
                store.publish(anew=True)
            yield store
            store.publish(anew=not is_shared(folder))
        except (KeyboardInterrupt, SystemExit):
            store.reload()
            store.publish()
            raise
        finally:
            store.engine = None  # type: ignore[assignment]
            gc.collect()
            if is_new and not (folder / place.MARKER).exists():
                with suppress(OSError):
                    shutil.rmtree(folder)


def _check_count(store: Store) -> None:
    """Raise StoreError where nothing was done since the last publishing and yet other articles are in: the engine has lost some."""
    published = place.list_published(store.folder)
    if published and len(published) != len(store.entries) and not (store.folder / place.UNPUBLISHED).exists():
        words = f"{place.LIVE} holds {len(store.entries):,} articles where {len(published):,} were published"
        raise StoreError(place.damaged(store.folder, words))


def _start_again(folder: Path) -> None:
    """A database without CURRENT is one that its maker was killed in the middle of making, or a damaged one."""
    live = folder / place.LIVE
    if place.list_snapshots(folder) or any(live.glob("*.sst")):
        raise StoreError(place.damaged(folder, f"{place.LIVE}/CURRENT is missing"))
    shutil.rmtree(live, ignore_errors=True)
