"""SPARQL over a graph file -> rows, triples or an answer: one engine (pyoxigraph), the union of all graphs, nothing from elsewhere.

The same question gives the same rows on .ttl, .trig and .nq: every triple is put into the default graph, and named graphs stay
beside it for ``GRAPH``. Queries that would read other files or addresses (FROM, SERVICE) and updates are refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError, KgError, QueryError, to_reason
from kg.namespaces import LEX
from kg.records import Iri, Literal
from kg.sparql.guard import check_query
from kg.turtle import OUTPUT_PREFIXES, Quad, Term, Triple

if TYPE_CHECKING:
    import pyoxigraph

    from kg.store import About

KNOWN_PREFIXES = {**OUTPUT_PREFIXES, "lex": LEX}
SUFFIXES = {".ttl": "TURTLE", ".trig": "TRIG", ".nq": "N_QUADS", ".nt": "N_TRIPLES"}
"""Suffix of a graph file -> pyoxigraph's name of the format."""

PICTURED = """
SELECT ?subject ?predicate ?object {
  ?subject ?predicate ?object
  FILTER(!STRSTARTS(STR(?predicate), STR(oa:)) && !STRSTARTS(STR(?object), STR(oa:)))
}
"""
"""All that a picture tells; the selectors of passages, a third of a graph, it does not."""

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@dataclass(frozen=True, slots=True)
class Rows:
    """What a SELECT finds: one tuple for each solution, ``None`` where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def to_records(self) -> list[dict[str, str | None]]:
        """Return the rows as plain texts by variable, as ``pandas.DataFrame`` takes them.

        >>> Rows(("name", "age"), ((Literal("Ada", language="en"), None),)).to_records()
        [{'name': 'Ada', 'age': None}]
        """
        texts = ([term.lexical if isinstance(term, Literal) else term for term in row] for row in self.rows)
        return [dict(zip(self.variables, row, strict=True)) for row in texts]


@dataclass(frozen=True, slots=True)
class Triples:
    """What a CONSTRUCT or DESCRIBE makes, sorted, each triple once."""

    triples: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an ASK answers."""

    value: bool


Result = Rows | Triples | Answer


# ---------------------------------------------------------------- queries


def run_query(path: Path, sparql: str) -> Result:
    """Return what the query finds in a graph file (.ttl, .trig, .nq, .nt) or a store.

    Prefixes of ``KNOWN_PREFIXES`` need no declaration. Raises GraphError when the file cannot be read, and QueryError when the query is
    broken or would read or write anything else.
    """
    check_query(sparql)
    return query_store(read_store(path), sparql)


def read_store(path: Path) -> pyoxigraph.Store:
    """Return the file's triples, all in the default graph and again in their named graphs; of a store's folder the newest snapshot.

    Raises GraphError when the file is missing, has another suffix or is broken, and StoreError likewise for a store.
    """
    import pyoxigraph as ox

    if path.is_dir():
        from kg.store import lend_engine

        return lend_engine(path)
    store, quads = ox.Store(), _parse(path)
    store.extend(quads)
    store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store


def read_part(path: Path, names: Collection[str] = ()) -> tuple[pyoxigraph.Store, str | None]:
    """Return what ``read_store`` does, but of a large store only what is about the names, with a sentence that says so."""
    if not path.is_dir():
        return read_store(path), None
    from kg.store import lend_part

    return lend_part(path, names)


def read_picture(path: Path, names: Collection[str] = ()) -> tuple[Iterable[tuple[Any, ...]], str | None]:
    """Return the triples that a picture tells; of a large store only of what is about the names, with a sentence that says so."""
    if path.is_dir():
        from kg.store import read_picture as read_picture_of

        if (found := read_picture_of(path, names)) is not None:
            return found
    rows = query_store(read_store(path), PICTURED)
    return rows.rows if isinstance(rows, Rows) else (), None


def look_up(path: Path, names: Sequence[str]) -> About | None:
    """Return what a large store knows of the names; None of a file and a small store, which can be read whole. Raises StoreError."""
    if not path.is_dir():
        return None
    from kg.store import look_up as look_up_names

    return look_up_names(path, names)


def make_store(quads: Iterable[Quad]) -> pyoxigraph.Store:
    """Return a store of the quads, all in the default graph and again in their named graphs."""
    import pyoxigraph as ox

    from kg.store.terms import put, to_ox_triples

    store = ox.Store()
    for graph, triples in to_ox_triples(quads).items():
        store.extend(put(triples, ox.DefaultGraph()))
        if graph:
            store.extend(put(triples, ox.NamedNode(graph)))
    return store


def put_triples(store: pyoxigraph.Store, triples: Iterable[Triple]) -> None:
    """Add triples to the default graph of a store."""
    import pyoxigraph as ox

    from kg.store.terms import put, to_ox_triples

    quads = (Quad(*triple, None) for triple in triples)
    for made in to_ox_triples(quads).values():
        store.extend(put(made, ox.DefaultGraph()))


def read_quads(path: Path) -> tuple[Quad, ...]:
    """Return the file's quads in its order, each once, with blank nodes numbered as they come.

    Raises GraphError as ``read_store`` does, and for triples about triples (RDF 1.2), which plain terms cannot say.
    """
    if path.is_dir():
        from kg.store import open_snapshot

        with open_snapshot(path) as snapshot:
            return tuple(snapshot.walk())
    names: dict[str, Iri] = {}

    def to_node(node: Any) -> Iri:
        if type(node).__name__ == "BlankNode":
            return names.setdefault(node.value, Iri(f"_:b{len(names)}"))
        if type(node).__name__ != "NamedNode":
            raise GraphError(f"{path}: holds triples about triples (RDF 1.2), which only kg query can read")
        return Iri(node.value)

    def to_quad(quad: pyoxigraph.Quad) -> Quad:
        value = _to_term(quad.object) if type(quad.object).__name__ == "Literal" else to_node(quad.object)
        graph = None if type(quad.graph_name).__name__ == "DefaultGraph" else to_node(quad.graph_name)
        return Quad(to_node(quad.subject), Iri(quad.predicate.value), value or Literal(""), graph)

    return tuple(dict.fromkeys(map(to_quad, _parse(path))))


def _parse(path: Path) -> list[pyoxigraph.Quad]:
    import pyoxigraph as ox

    if path.suffix not in SUFFIXES:
        raise GraphError(f"{path}: no graph format has the suffix {path.suffix!r}; there are: {', '.join(SUFFIXES)}")
    try:
        return list(ox.parse(path=str(path), format=getattr(ox.RdfFormat, SUFFIXES[path.suffix]), base_iri=path.absolute().as_uri()))
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror or error}); is the name right?") from error
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{path}: is broken ({to_reason(error)}); build it again") from error


def query_store(store: pyoxigraph.Store, sparql: str) -> Result:
    """Return what a query, already checked, finds in the store; raises QueryError when it is broken, StoreError when the store is."""
    import pyoxigraph as ox

    try:
        found = store.query(sparql, prefixes=KNOWN_PREFIXES)
        if isinstance(found, ox.QueryBoolean):
            return Answer(bool(found))
        if isinstance(found, ox.QueryTriples):
            return Triples(tuple(sorted({_to_triple(triple) for triple in found}, key=repr)))
        variables = tuple(variable.value for variable in found.variables)
        return Rows(variables, tuple(tuple(map(_to_term, solution)) for solution in found))
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise to_error(error, sparql, store) from error


def to_error(error: Exception, sparql: str, store: pyoxigraph.Store) -> KgError:
    """Return what an error of the engine means: QueryError, or StoreError where it is the store that cannot be read."""
    if isinstance(error, OSError) or "Corruption" in str(error):
        from kg.store import explain_lent

        if (told := explain_lent(store, error)) is not None:
            return told
    return QueryError(_explain(error, sparql))


def _to_triple(triple: pyoxigraph.Triple) -> Triple:
    return Iri(_to_name(triple.subject)), Iri(triple.predicate.value), _to_term(triple.object) or Literal("")


def _to_name(node: Any) -> str:
    return f"_:{node.value}" if type(node).__name__ == "BlankNode" else str(node.value)


def _to_term(term: Any) -> Term | None:
    """Return an engine's term as a plain one; what RDF 1.1 has no name for (a quoted triple) by its words."""
    if term is None:
        return None
    kind = type(term).__name__
    if kind == "NamedNode":
        return Iri(term.value)
    if kind == "BlankNode":
        return Iri(_to_name(term))
    if kind != "Literal":
        return Literal(str(term))
    datatype = None if term.language or term.datatype.value == XSD_STRING else Iri(term.datatype.value)
    return Literal(term.value, datatype, term.language)


def _explain(error: Exception, sparql: str) -> str:
    """Say where a query is broken, in the user's own words; the engine's list of what may follow helps nobody."""
    place = re.match(r"error at (\d+):(\d+)", str(error))
    if place is None:
        return f"the query cannot be answered: {to_reason(error)}"
    line, column = int(place[1]), int(place[2])
    lines = sparql.splitlines()
    text = lines[line - 1] if line <= len(lines) else ""
    where = f"in: {text[: column - 1].lstrip()} ▸▸ {text[column - 1 :].lstrip()}".rstrip() if text else "at its end"
    prefix = f"; known prefixes: {', '.join(KNOWN_PREFIXES)}" if "Prefix not found" in str(error) else ""
    return f"the query is no SPARQL: line {line}, column {column}, {where}{prefix}"
