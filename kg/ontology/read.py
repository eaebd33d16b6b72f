"""Turtle files -> Annotations: the graph, and which file says what; the ontology's only reader of RDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.namespaces import LEX, OWL, RDFS, to_prefixed
from kg.resources import find_resource

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

SHAPES = "lex-shapes.ttl"


@dataclass(slots=True)
class Annotations:
    """All the Turtle in one graph; ``homes`` maps a sense or role node to the file that holds it."""

    graph: Graph
    homes: dict[Node, Path] = field(default_factory=dict)

    def values(self, node: Node, name: str) -> list[Node]:
        """Return what ``lex:name`` (or a full IRI) says of ``node``; an RDF list stands for its members."""
        from rdflib import URIRef

        predicate = URIRef(name if ":" in name else LEX + name)
        found: list[Node] = []
        for value in self.graph.objects(node, predicate):
            found.extend(self._members(value) if self._is_list(value) else [value])
        return found

    def texts(self, node: Node, name: str) -> tuple[str, ...]:
        """Return the string values, in the order of the text when they stand in one list, else sorted."""
        from rdflib import URIRef

        predicate = URIRef(name if ":" in name else LEX + name)
        values = list(self.graph.objects(node, predicate))
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

        return node == RDF.nil or (node, RDF.first, None) in self.graph

    def _members(self, node: Node) -> Iterator[Node]:
        from rdflib.collection import Collection

        return iter(Collection(self.graph, node))


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
    return annotations


def _read_file(file: Path, annotations: Annotations) -> None:
    from rdflib import RDF, Graph, URIRef
    from rdflib.plugins.parsers.notation3 import BadSyntax

    graph = Graph()
    try:
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    except BadSyntax as error:
        what = " ".join(error.message.splitlines()[1:])
        raise OntologyError(f"{file}:{error.lines + 1}: broken Turtle: {what}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise OntologyError(f"{file}: cannot be read: {error}") from error
    for name in ("sense", "role"):
        for node in graph.objects(None, URIRef(LEX + name)):
            annotations.homes[node] = file
    for kind in (RDF.type, URIRef(RDFS + "subClassOf")):
        for subject in graph.subjects(kind, None):
            annotations.homes.setdefault(subject, file)
    annotations.graph += graph
