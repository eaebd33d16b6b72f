"""Turtle files -> Annotations: the graph, and which file says what; the ontology's only reader of RDF."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.namespaces import LEX, OWL, RDFS, XSD, to_prefixed
from kg.resources import find_resource

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SHAPES = "lex-shapes.ttl"


@dataclass(slots=True)
class Annotations:
    """All the Turtle in one graph; ``homes`` maps a sense or role node to the file that holds it.

    ``objects`` maps subject and predicate to the objects, in the order of the graph: compiling asks half a million times.
    """

    graph: Graph
    homes: dict[Node, Path] = field(default_factory=dict)
    objects: dict[tuple[Node, Node], list[Node]] = field(default_factory=dict)

    def values(self, node: Node, name: str) -> list[Node]:
        """Return what ``lex:name`` (or a full IRI) says of ``node``; an RDF list stands for its members."""
        from rdflib import URIRef

        predicate = URIRef(name if ":" in name else LEX + name)
        found: list[Node] = []
        for value in self.objects.get((node, predicate), ()):
            found.extend(self._members(value) if self._is_list(value) else [value])
        return found

    def texts(self, node: Node, name: str) -> tuple[str, ...]:
        """Return the string values, in the order of the text when they stand in one list, else sorted."""
        from rdflib import URIRef

        predicate = URIRef(name if ":" in name else LEX + name)
        values = self.objects.get((node, predicate), ())
        if len(values) == 1 and self._is_list(values[0]):
            return tuple(str(member) for member in self._members(values[0]))
        return tuple(sorted(str(value) for value in self.values(node, name)))

    def text(self, node: Node, name: str) -> str | None:
        """Return the one string value, if any; of several the first in order."""
        return next(iter(self.texts(node, name)), None)

    def classes_of(self, node: Node, name: str) -> tuple[str, ...]:
        """Return the classes that a domain, range or superclass names, a union standing for its members."""
        found: list[str] = []
        for value in self.values(node, name):
            union = self.values(value, OWL + "unionOf")
            found.extend(str(member) for member in (union or [value]))
        return tuple(sorted(found))

    def say_where(self, node: Node, frame: Node) -> str:
        """Return "file, frame", to begin an error message with."""
        home = self.homes.get(node) or self.homes.get(frame)
        return f"{home.name if home else 'the ontology'}, {to_prefixed(str(frame))}"

    def _is_list(self, node: Node) -> bool:
        from rdflib import RDF

        return (node, RDF.first) in self.objects or node == RDF.nil

    def _members(self, node: Node) -> Iterator[Node]:
        from rdflib import RDF

        seen: set[Node] = set()
        while node != RDF.nil:
            rest = self.objects.get((node, RDF.rest), [RDF.nil])
            if node in seen or len(rest) > 1:
                raise OntologyError("the ontology: an RDF list that goes in a circle or on in two ways; write it in round brackets")
            seen.add(node)
            yield from self.objects.get((node, RDF.first), ())
            node = rest[0]


def find_files(folders: Sequence[Path] | None) -> list[Path]:
    """Return the shipped Turtle files and those of ``folders``, in order of folder and name, shapes left out.

    Raises OntologyError for a folder that does not exist or holds no Turtle.
    """
    files: list[Path] = []
    for folder in (find_resource("ontology"), *(folders or ())):
        found = sorted(folder.glob("*.ttl")) + sorted((folder / "lexicon").glob("*.ttl"))
        found = [file for file in found if file.name != SHAPES]
        if not found:
            raise OntologyError(f"{folder}: no Turtle found; an ontology folder holds *.ttl or lexicon/*.ttl")
        files.extend(found)
    return files


def read_annotations(files: Sequence[Path]) -> Annotations:
    """Parse the files into one graph. Raises OntologyError that names the file and line of broken Turtle."""
    from rdflib import Graph

    annotations = Annotations(Graph())
    for file in files:
        _read_file(file, annotations)
    for subject, predicate, value in annotations.graph:
        annotations.objects.setdefault((subject, predicate), []).append(value)
    return annotations


def _read_file(file: Path, annotations: Annotations) -> None:
    """Add what a file says. pyoxigraph parses it, fifty times as fast as rdflib: who reads a first article waits for this."""
    from pyoxigraph import RdfFormat, parse
    from rdflib import RDF, URIRef

    to_term = cache(partial(_to_term, str(file)))
    noted = {URIRef(LEX + "sense"), URIRef(LEX + "role")}
    kinds = {RDF.type, URIRef(RDFS + "subClassOf")}
    try:
        for triple in parse(file.read_bytes().removeprefix(BOM_UTF8), format=RdfFormat.TURTLE):
            subject, predicate, value = to_term(triple.subject), to_term(triple.predicate), to_term(triple.object)
            annotations.graph.add((subject, predicate, value))
            if predicate in noted:
                annotations.homes[value] = file
            elif predicate in kinds:
                annotations.homes.setdefault(subject, file)
    except SyntaxError as error:
        raise OntologyError(f"{file}:{error.lineno}: broken Turtle: {error.msg.partition(': ')[2]}") from error
    except OSError as error:
        raise OntologyError(f"{file}: cannot be read: {error.strerror}") from error


def _to_term(home: str, term: object) -> Node:
    """Return rdflib's term; a blank node is its file's own."""
    from pyoxigraph import BlankNode, Literal, NamedNode
    from rdflib import BNode, URIRef
    from rdflib import Literal as Text

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(f"{term.value}-{home}")
    if not isinstance(term, Literal):
        raise OntologyError(f"{home}: a triple inside a triple; say it of a node")
    plain = term.language or term.datatype.value == XSD + "string"
    return Text(term.value, lang=term.language, datatype=None if plain else URIRef(term.datatype.value))
