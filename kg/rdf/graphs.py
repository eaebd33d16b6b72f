"""Quads <-> rdflib: for notebooks, plugins and whoever works with graphs in Python; the build itself needs no rdflib."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError, to_reason
from kg.rdf.quads import to_quads
from kg.records import Literal, Reading
from kg.turtle import OUTPUT_PREFIXES, Quad, Term

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Identifier

    from kg.ontology.record import Ontology

READABLE = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".nt": "ntriples"}
"""Suffix -> rdflib's name of the format; none of them makes a parser open another address."""


def to_graph(reading: Reading, ontology: Ontology, *, facts_only: bool = False) -> rdflib.Graph:
    """Return all that the reading says, merged into one graph (see ``to_quads``)."""
    from rdflib import Graph

    graph = Graph()
    _bind(graph)
    for quad in to_quads(reading, ontology, facts_only=facts_only):
        graph.add(_to_rdflib_triple(quad))
    return graph


def to_dataset(reading: Reading, ontology: Ontology, *, facts_only: bool = False) -> rdflib.Dataset:
    """Return all that the reading says in its named graphs, with their union as default."""
    from rdflib import Dataset, URIRef

    dataset = Dataset(default_union=True)
    _bind(dataset)
    for quad in to_quads(reading, ontology, facts_only=facts_only):
        dataset.graph(URIRef(quad.graph) if quad.graph else None).add(_to_rdflib_triple(quad))
    return dataset


def read_graph(path: Path) -> rdflib.Dataset:
    """Return the graph in a file (.ttl, .trig, .nq, .nt) as a dataset with the union of its graphs as default.

    Raises GraphError when the file is missing, has another suffix, or is broken.
    """
    from rdflib import Dataset
    from rdflib.exceptions import ParserError

    if path.suffix not in READABLE:
        raise GraphError(f"{path}: no graph format has the suffix {path.suffix!r}; there are: {', '.join(READABLE)}")
    dataset = Dataset(default_union=True)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "(Dataset|ConjunctiveGraph)", DeprecationWarning)  # rdflib 7.6 about its own calls
            dataset.parse(data=path.read_bytes().decode(), format=READABLE[path.suffix], publicID=path.absolute().as_uri())
    except OSError as error:
        raise GraphError(f"{path}: cannot be read ({error.strerror or error}); is the name right?") from error
    except (ParserError, SyntaxError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        # rdflib's parsers fail on broken input in all these ways
        raise GraphError(f"{path}: is no {READABLE[path.suffix]} ({to_reason(error)}); build it again") from error
    return dataset


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in OUTPUT_PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)


def _to_rdflib_triple(quad: Quad) -> tuple[Identifier, Identifier, Identifier]:
    return _to_rdflib(quad.subject), _to_rdflib(quad.predicate), _to_rdflib(quad.object)


def _to_rdflib(term: Term) -> Identifier:
    from rdflib import Literal as RdfLiteral
    from rdflib import URIRef

    if isinstance(term, Literal):
        datatype = URIRef(term.datatype) if term.datatype else None
        return RdfLiteral(term.lexical, lang=term.language, datatype=datatype, normalize=False)
    return URIRef(term)
