"""A graph -> who is called what in it: the nodes that a name stands for, or the nearest names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.records import Iri
from kg.sparql import Rows, query_store

if TYPE_CHECKING:
    import pyoxigraph

MOST_NAMES = 20_000
"""Names beyond are not compared letter by letter."""

NEAREST = 5

NAMES = """
SELECT DISTINCT ?node ?name {
  { ?node rdfs:label ?name } UNION { ?node schema:alternateName ?name }
  { ?article schema:mentions ?node } UNION { ?claim rdf:subject ?node } UNION { ?claim rdf:object ?node }
}
ORDER BY ?node ?name
"""
LABELS = "SELECT ?node ?label { ?node rdfs:label ?label } ORDER BY ?node DESC(?label)"
CLASSES = """
SELECT DISTINCT ?node ?kind { ?article schema:mentions ?node . ?node a ?class . ?class rdfs:label ?kind } ORDER BY ?node ?kind
"""
EVENTS = """
SELECT DISTINCT ?node {
  { ?node a news:Event } UNION { ?node a org:Membership } UNION { ?claim a news:Claim ; rdf:subject ?node ; rdf:predicate rdf:type }
}
"""
VALUES = """
SELECT DISTINCT ?node {
  VALUES ?class { schema:MonetaryAmount time:Duration time:Instant schema:QuantitativeValue news:Percentage }
  ?node a ?class
}
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a graph names: an entity or an event."""

    iri: Iri
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """The names of a graph's entities and events, each node's label first; ``classes`` are the labels of an entity's classes."""

    names: dict[Iri, tuple[str, ...]]
    classes: dict[Iri, tuple[str, ...]]
    events: frozenset[Iri]
    values: frozenset[Iri] = field(default=frozenset())

    def thing(self, iri: Iri) -> Thing:
        """Return the thing of that IRI, by its label."""
        return Thing(iri, self.names.get(iri, (iri,))[0], (*self.classes.get(iri, ()), "")[0])

    def find(self, name: str) -> tuple[Thing, ...]:
        """Return what is called so: by IRI, else by label, else by alias, whatever the case of the letters.

        Raises QueryError that offers the nearest names when there is none.
        """
        if name in self.names:
            return (self.thing(Iri(name)),)
        wanted = fold(name)
        by_label = tuple(iri for iri, names in self.names.items() if fold(names[0]) == wanted)
        by_alias = tuple(iri for iri, names in self.names.items() if wanted in map(fold, names[1:]))
        if found := by_label or by_alias:
            return tuple(map(self.thing, found))
        near = find_nearest(name, (each for iri, names in self.names.items() if iri not in self.events for each in names))
        near = near or find_nearest(name, (names[0] for names in self.names.values()))
        hint = f"did you mean {' or '.join(near)}?" if near else "kg facts GRAPH tells all that there is"
        raise QueryError(f"nothing in the graph is called {name!r}; {hint}")


def read_directory(store: pyoxigraph.Store) -> Directory:
    """Return the directory of a graph."""
    values = frozenset(find_nodes(store, VALUES))
    labels = dict(_pairs(store, LABELS))
    names: dict[Iri, list[str]] = {}
    for iri, name in _pairs(store, NAMES):
        if iri not in values:
            names.setdefault(iri, []).append(name)
    for iri, known in names.items():
        known.sort(key=lambda name: name != labels.get(iri))
    classes: dict[Iri, tuple[str, ...]] = {}
    for iri, label in _pairs(store, CLASSES):
        classes[iri] = (*classes.get(iri, ()), label)
    return Directory({iri: tuple(known) for iri, known in names.items()}, classes, frozenset(find_nodes(store, EVENTS)), values)


def find_nodes(store: pyoxigraph.Store, sparql: str) -> Iterator[Iri]:
    """Yield the nodes that a query finds in its first variable."""
    return (iri for iri, _ in _pairs(store, sparql))


def _pairs(store: pyoxigraph.Store, sparql: str) -> Iterator[tuple[Iri, str]]:
    """Yield a node and a text for each row that begins with a node; the text is empty where the query asks for none."""
    found = query_store(store, sparql)
    for node, *rest in found.rows if isinstance(found, Rows) else ():
        if isinstance(node, str):
            yield Iri(node), "".join(str(getattr(term, "lexical", term)) for term in rest)


def fold(name: str) -> str:
    """Return a name in the form in which names are compared.

    >>> fold("The  Harbo Post")
    'harbo post'
    """
    return " ".join(name.casefold().split()).removeprefix("the ")


def find_nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that share words with ``name``, then those spelt most like it; at most ``NEAREST``.

    >>> find_nearest("Norlant", ["Osprey", "Norland", "The Osprey Inn"])
    ('Norland',)
    >>> find_nearest("inn", ["Osprey", "Norland", "The Osprey Inn"])
    ('The Osprey Inn',)
    """
    known = {fold(each): each for each in reversed(tuple(dict.fromkeys(names)))}
    wanted = fold(name)
    words = set(wanted.split())
    shared = {each: len(words & set(each.split())) for each in known}
    near = nlargest(NEAREST, (each for each in known if shared[each]), key=lambda each: (shared[each], -len(each), each))
    near += get_close_matches(wanted, list(islice(known, MOST_NAMES)), n=NEAREST)
    return tuple(known[each] for each in dict.fromkeys(near))[:NEAREST]
