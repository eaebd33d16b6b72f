"""A store and names -> the part of it that is about them, in memory, for verbs that look at a whole graph: explain and view.

A store of few articles is looked at whole. Of a large one come the articles that mention what is named; without a name, those that
mention what most articles mention.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.namespaces import to_iri
from kg.records import Iri
from kg.store import place, terms
from kg.store.derive import SAMENESS, leader_of
from kg.store.snapshot import Snapshot, lend_engine, open_snapshot
from kg.terms import MENTIONS as MENTIONED

FEW = 200
"""A store of no more articles is looked at whole, and no more are taken from a larger one."""

FAMOUS = 40
"""How many of the things that most articles mention choose the articles, when nothing is named."""

MENTIONS = terms.node(MENTIONED)
NAMES = tuple(terms.node(to_iri(name)) for name in ("rdfs:label", "schema:alternateName"))
MOST_MENTIONED = f"SELECT ?thing {{ ?article <{MENTIONS.value}> ?thing }} GROUP BY ?thing ORDER BY DESC(COUNT(*)) ?thing LIMIT {FAMOUS}"


def lend_part(folder: Path, names: Collection[str] = ()) -> tuple[ox.Store, str | None]:
    """Return what is about the names, and a sentence that says how much of the store that is; None when it is all of it.

    Raises StoreError.
    """
    with open_snapshot(folder) as snapshot, place.explained(folder):
        total = len(articles := frozenset(snapshot.articles()))
        if total <= FEW:
            return lend_engine(folder), None
        found = [_find_articles(snapshot, articles, find_nodes(snapshot.engine, name)) for name in names]
        chosen = _choose(found) if names else _choose([_find_articles(snapshot, articles, _find_famous(snapshot.engine))])
        chosen = chosen or sorted(articles)[:FEW]
        about = f"those about {' and '.join(names)}" if names else "those about what most of them mention"
        note = f"{folder}: of its {total:,} articles {len(chosen)} are looked at, {about}"
        return _copy(snapshot, chosen), note


def find_nodes(engine: ox.Store, name: str) -> set[ox.NamedNode]:
    """Return what bears a name, whatever the case of its letters, or has it as IRI, with all that is the same across articles."""
    found = {quad.subject for predicate in NAMES for quad in terms.find(engine, None, predicate, ox.Literal(name), terms.DEFAULT)}
    if "://" in name:
        found.add(terms.node(name))
    if not found:
        wanted = name.casefold()
        labels = (quad for predicate in NAMES for quad in terms.find(engine, None, predicate, None, terms.DEFAULT))
        found = {quad.subject for quad in labels if quad.object.value.casefold() == wanted}
    leaders = {leader_of(engine, node) for node in found}
    return found | leaders | {quad.subject for leader in leaders for quad in terms.find(engine, None, terms.SAME, leader, SAMENESS)}


def _find_famous(engine: ox.Store) -> list[ox.NamedNode]:
    return [row["thing"] for row in engine.query(MOST_MENTIONED)]  # type: ignore[union-attr]


def _find_articles(snapshot: Snapshot, articles: Collection[Iri], nodes: Iterable[ox.NamedNode]) -> Counter[Iri]:
    """Return the articles that speak of the nodes, with how many of them each does."""
    counts = Counter[Iri]()
    for node in nodes:
        speaking = {Iri(quad.subject.value) for quad in terms.find(snapshot.engine, None, MENTIONS, node, terms.DEFAULT)}
        counts.update(article for article in speaking | {Iri(node.value.partition("#")[0])} if article in articles)
    return counts


def _choose(found: list[Counter[Iri]]) -> list[Iri]:
    """Return as many articles as are looked at: those that speak of several names first, then each name's in turn."""
    shared = Counter(article for articles in found for article in articles)
    ranked = [sorted(articles, key=lambda each: (-shared[each], -articles[each], each)) for articles in found]
    turns = (articles[turn] for turn in range(max(map(len, ranked), default=0)) for articles in ranked if turn < len(articles))
    return list(dict.fromkeys(turns))[:FEW]


def _copy(snapshot: Snapshot, articles: list[Iri]) -> ox.Store:
    """Return the graphs of the articles merged, with what is known to be the same among them."""
    engine = ox.Store()
    for article in articles:
        engine.extend(snapshot.to_engine(article))
    inside = set(articles)
    for quad in terms.find(snapshot.engine, None, terms.SAME, None, SAMENESS):
        if {quad.subject.value.partition("#")[0], quad.object.value.partition("#")[0]} <= inside:
            engine.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return engine
