"""A store and names -> the part of it that is about them, in memory, for verbs that look at a whole graph: explain and view.

A store of few articles is looked at whole. Of a large one come the articles that mention what is named, together or one after the other;
without a name, those that mention what most articles mention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from kg.namespaces import OA
from kg.records import Iri
from kg.store import counts, place, terms
from kg.store.lookups import SAMENESS, group_of, leader_of
from kg.store.marks import to_name_key
from kg.store.snapshot import Snapshot, lend_engine, open_snapshot
from kg.terms import MENTIONS as MENTIONED
from kg.turtle import Triple

MOST = 60
"""No more articles are taken from a larger one: a picture of more shows nothing."""

MOST_TEXT, MOST_UNASKED = 3_000_000, 1_000_000
"""Nor, for a picture, of more articles than hold so many characters of N-Triples, about a name or nothing named: thirty short ones, or four
long ones; a third of that."""

MOST_SPEAKING = 100
"""Nor are more articles that speak of one thing looked at to choose from, for a picture: of what all speak of, any will do."""

MOST_NEAR = 12
"""Nor of more articles for who errs: they only have to offer some names."""

MENTIONS = terms.node(MENTIONED)


def is_large(folder: Path) -> bool:
    """Whether a folder holds a store of more articles than are looked at together."""
    return place.count_articles(folder) > place.FEW


@dataclass(frozen=True, slots=True)
class About:
    """What a large store knows of names: for each the nodes called so, with label and class; and the articles that speak of all."""

    snapshot: Snapshot
    called: tuple[tuple[tuple[Iri, str, str], ...], ...]
    articles: tuple[Iri, ...]

    def walk(self) -> Iterator[ox.Store]:
        """Yield what each of the articles says, as the file of that article alone holds it."""
        return map(self.snapshot.to_engine, self.articles)


def look_up(folder: Path, names: Sequence[str]) -> About | None:
    """Return what a large store knows of the names; None of a small one, which can be looked at whole. Raises StoreError."""
    if not is_large(folder):
        return None
    snapshot = open_snapshot(folder)
    with snapshot.explained():
        articles = frozenset(snapshot.articles())
        nodes = [find_nodes(snapshot.engine, name) for name in names]
        speaking = [set(_find_articles(snapshot, articles, each)) for each in nodes]
        called = tuple(_tell_called(snapshot.engine, name, each) for name, each in zip(names, nodes, strict=True))
        return About(snapshot, called, tuple(sorted(set.intersection(*speaking))))


def _tell_called(engine: ox.Store, name: str, nodes: set[ox.NamedNode]) -> tuple[tuple[Iri, str, str], ...]:
    """Return the nodes with label and class; only those that bear the name as label, where there are any, not as an alias."""
    labels = {node: _find_labels(engine, node) for node in sorted(nodes, key=str)}
    wanted = to_name_key(name)
    first = [node for node, known in labels.items() if wanted in map(to_name_key, known)]
    return tuple((Iri(node.value), max(labels[node], default=name), _find_kind(engine, node)) for node in first or labels)


def _find_labels(engine: ox.Store, node: ox.NamedNode) -> list[str]:
    return sorted(quad.object.value for quad in terms.find(engine, node, terms.NAMES[0], None, terms.DEFAULT))


def _find_kind(engine: ox.Store, node: ox.NamedNode) -> str:
    classes = (quad.object for quad in terms.find(engine, node, counts.TYPE, None, terms.DEFAULT))
    return min((label for each in classes for label in _find_labels(engine, each)), default="")


def lend_part(folder: Path, names: Collection[str] = ()) -> tuple[ox.Store, str | None]:
    """Return what is about the names, and a sentence that says how much of the store that is; None when it is all of it.

    Raises StoreError.
    """
    with open_snapshot(folder) as snapshot, snapshot.explained():
        articles = frozenset(snapshot.articles())
        if len(articles) <= place.FEW:
            return lend_engine(folder), None
        chosen, engine = _find_about(snapshot, articles, names), ox.Store()
        for article in chosen:
            snapshot.load_into(engine, article)
        engine.extend(_find_sameness(snapshot, chosen))
        return engine, _to_note(folder, len(articles), len(chosen), names)


def read_picture(folder: Path, names: Collection[str] = ()) -> tuple[tuple[Triple, ...], str] | None:
    """Return the triples about the names that a picture tells, as ``lend_part`` chooses them but no more than it shows, and the sentence.

    The selectors of passages, a third of all, stay out. None of a store that is looked at whole. Raises StoreError.
    """
    with open_snapshot(folder) as snapshot:
        return take_picture(snapshot, names)


def take_picture(snapshot: Snapshot, names: Collection[str] = ()) -> tuple[tuple[Triple, ...], str] | None:
    """Return the same of a store that is held for reading."""
    with snapshot.explained():
        articles = frozenset(snapshot.articles())
        if len(articles) <= place.FEW:
            return None
        most, length = MOST_TEXT if names else MOST_UNASKED, 0
        texts: dict[Iri, str] = {}
        for article in _find_about(snapshot, articles, names, MOST_SPEAKING):
            texts[article] = snapshot.text(article)
            length += len(texts[article])
            if length > most:
                break
        lines = dict.fromkeys(line for text in texts.values() for line in text.split("\n") if not _SELECTOR.match(line))
        told = ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
        found = tuple(quad[:3] for quad in terms.to_quads(chain(told, _find_sameness(snapshot, texts))))
        return found, _to_note(snapshot.folder, len(articles), len(texts), names)


_SELECTOR = re.compile(rf"\S+ (?:\S+ )?<{re.escape(OA)}")
"""A line of N-Triples that tells where words stand: its property, or the class it gives, is one of the Web Annotation's."""


def _to_note(folder: Path, total: int, count: int, names: Collection[str]) -> str:
    about = f"those about {' and '.join(names)}" if names else "those about what most of them mention"
    return f"{folder}: of its {total:,} articles {count} are looked at, {about}"


def _find_about(snapshot: Snapshot, articles: Collection[Iri], names: Collection[str], most: int | None = None) -> list[Iri]:
    """Return the articles that speak of the names, the most telling first; without names, of what most articles mention."""

    def find(*nodes: Iterable[ox.NamedNode]) -> list[Iri]:
        return _choose([_find_articles(snapshot, articles, each, most) for each in nodes])

    if not names:
        return find(_find_famous(snapshot))
    found = find(*(find_nodes(snapshot.engine, name) for name in names))
    return found or find(*(_find_near(snapshot, name) for name in names))[:MOST_NEAR]


def find_nodes(engine: ox.Store, name: str) -> set[ox.NamedNode]:
    """Return what bears a name, whatever the case of its letters, or has it as IRI, with all that is the same across articles."""
    found = {quad.subject for predicate in terms.NAMES for quad in terms.find(engine, None, predicate, ox.Literal(name), terms.DEFAULT)}
    if "://" in name:
        found.add(terms.node(name))
    if not found:
        found = {quad.subject for quad in terms.find(engine, None, terms.NAME, ox.Literal(to_name_key(name)), None)}
    leaders = {leader_of(engine, node) for node in found}
    return found | {node for leader in leaders for node in group_of(engine, leader)}


def _find_near(snapshot: Snapshot, name: str) -> set[ox.NamedNode]:
    """Return what is called as a name without one of its words, else what most articles mention: a user who errs is offered its names."""
    words = to_name_key(name).split()
    shorter = (" ".join(words[:place_] + words[place_ + 1 :]) for place_ in range(len(words)) if len(words) > 1)
    return {node for each in shorter for node in find_nodes(snapshot.engine, each)} or set(_find_famous(snapshot))


def _find_famous(snapshot: Snapshot) -> list[ox.NamedNode]:
    """Return what most articles mention, as it was found when the snapshot was made."""
    return [terms.node(name) for name in snapshot.about["famous"]]


def _find_articles(snapshot: Snapshot, articles: Collection[Iri], nodes: Iterable[ox.NamedNode], most: int | None = None) -> Counter[Iri]:
    """Return the articles that speak of the nodes, with how many of them each does; at most so many of one node, any of them."""
    speaking_of = Counter[Iri]()
    for node in nodes:
        mentions = islice(terms.find(snapshot.engine, None, MENTIONS, node, terms.DEFAULT), most)
        speaking = {Iri(quad.subject.value) for quad in mentions}
        speaking_of.update(article for article in speaking | {Iri(node.value.partition("#")[0])} if article in articles)
    return speaking_of


def _choose(found: list[Counter[Iri]]) -> list[Iri]:
    """Return as many articles as are looked at: those that speak of several names first, then each name's in turn."""
    shared = Counter(article for articles in found for article in articles)
    ranked = [sorted(articles, key=lambda each: (-shared[each], -articles[each], each)) for articles in found]
    turns = (articles[turn] for turn in range(max(map(len, ranked), default=0)) for articles in ranked if turn < len(articles))
    return list(dict.fromkeys(turns))[:MOST]


def _find_sameness(snapshot: Snapshot, articles: Collection[Iri]) -> Iterator[ox.Quad]:
    """Yield what is known to be the same among some articles."""
    for article in articles:
        for block in terms.find(snapshot.engine, None, terms.BLOCK, None, terms.books_of(article)):
            for quad in terms.find(snapshot.engine, block.subject, terms.SAME, None, SAMENESS):
                if quad.object.value.partition("#")[0] in articles:
                    yield ox.Quad(quad.subject, quad.predicate, quad.object)
