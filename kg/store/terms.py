"""Plain terms and quads <-> those of the engine (pyoxigraph), and the names of the store's own graphs and predicates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg import terms as vocabulary
from kg.namespaces import BACKGROUND, to_iri
from kg.records import Iri, Literal
from kg.turtle import VOCABULARY, Quad, Term

BASE = "https://w3id.org/kg-news/store/"
"""What the names of the hidden graphs begin with: the store's own books, which no dump holds."""

SAMENESS = Iri("https://w3id.org/kg-news/sameness")
CORROBORATION = Iri("https://w3id.org/kg-news/corroboration")
"""The graphs that are derived from all articles together."""

SHARED: dict[Iri, str] = {Iri(BACKGROUND): f"{BASE}background/", VOCABULARY: f"{BASE}vocabulary/"}
"""Graph that articles share -> how the hidden graphs begin that say what each article adds to it."""

DEFAULT = ox.DefaultGraph()


def node(iri: str) -> ox.NamedNode:
    """Return the engine's node."""
    return ox.NamedNode(iri)


ENTRY, WHOLE, NAME, BLOCK, TRAIT, KEY, RISK, APART = (
    node(BASE + name) for name in ("entry", "whole", "name", "block", "trait", "key", "risk", "apart")
)
"""Predicates of the books: an article's entry, and all that it says in one text; a node's names, folded, its block and traits; a claim's
key; of what is denied or has one value, how it may be at odds with other sentences; what is kept apart."""

DIRTY_BLOCK, DIRTY_KEY, DIRTY_ODDS = (node(BASE + name) for name in ("dirtyBlock", "dirtyKey", "dirtyOdds"))
"""What is to be derived anew."""

NAMES = tuple(node(to_iri(name)) for name in ("rdfs:label", "schema:alternateName"))
"""What says how a node is called."""

STATE = node(f"{BASE}state")
SAME = node(vocabulary.SAME_AS)
ATTESTATION = node(vocabulary.ATTESTATION)
SOURCES = node(to_iri("news:independentSources"))
SUBJECT, PREDICATE, OBJECT = (node(term) for term in (vocabulary.SUBJECT, vocabulary.PREDICATE, vocabulary.OBJECT))


def books_of(article: Iri) -> ox.NamedNode:
    """Return the hidden graph in which the store keeps book of an article.

    >>> books_of(Iri("https://example.org/a")).value
    'https://w3id.org/kg-news/store/books/https%3A%2F%2Fexample.org%2Fa'
    """
    return node(f"{BASE}books/{quote(article, safe='')}")


def article_of(books: ox.NamedNode) -> Iri:
    """Return the article that a hidden graph belongs to."""
    return Iri(unquote(books.value.rpartition("/")[2]))


def share_of(article: Iri, shared: Iri) -> ox.NamedNode:
    """Return the hidden graph that says what an article adds to a shared one."""
    return node(SHARED[shared] + quote(article, safe=""))


def is_public(graph: object) -> bool:
    """Whether a graph is a named one that readers may see."""
    return isinstance(graph, ox.NamedNode) and not graph.value.startswith(BASE)


def to_ox(term: Term) -> ox.NamedNode | ox.Literal:
    """Return the engine's term."""
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(term.lexical, language=term.language)
        return ox.Literal(term.lexical, datatype=ox.NamedNode(term.datatype) if term.datatype else None)
    return ox.NamedNode(term)


def to_ox_triples(quads: Iterable[Quad]) -> dict[Iri, set[ox.Triple]]:
    """Return the engine's triples by the graph that they stand in."""
    graphs: dict[Iri, set[ox.Triple]] = {}
    for quad in quads:
        triple = ox.Triple(ox.NamedNode(quad.subject), ox.NamedNode(quad.predicate), to_ox(quad.object))
        graphs.setdefault(quad.graph or Iri(""), set()).add(triple)
    return graphs


def to_term(term: object) -> Term:
    """Return the plain term."""
    if isinstance(term, ox.Literal):
        datatype = None if term.language or term.datatype.value == vocabulary.XSD_STRING else Iri(term.datatype.value)
        return Literal(term.value, datatype, term.language)
    return Iri(term.value) if isinstance(term, ox.NamedNode) else Iri(str(term))


def to_quads(found: Iterable[ox.Quad]) -> Iterator[Quad]:
    """Yield the plain quads."""
    for quad in found:
        graph = Iri(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else None
        yield Quad(Iri(str(to_term(quad.subject))), Iri(quad.predicate.value), to_term(quad.object), graph)


def find(engine: ox.Store, subject: Any, predicate: Any, term: Any, graph: Any) -> Iterator[Any]:
    """Return the engine's quads that fit; None fits all, and as a graph all graphs with the default one."""
    return engine.quads_for_pattern(subject, predicate, term, graph)


def put(triples: Iterable[ox.Triple], graph: ox.NamedNode | ox.DefaultGraph) -> set[ox.Quad]:
    """Return the triples as quads of a graph."""
    return {ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples}
