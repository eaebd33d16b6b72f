"""Quads -> JSON-LD 1.1 (W3C) that reads well as plain JSON: short keys, and evidence and values nested where they belong.

Every JSON-LD processor reads the same quads from it. A key is the local name of its property; where two share it, the second keeps its
prefix.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kg.namespaces import to_iri
from kg.records import Iri, Literal
from kg.terms import NEWS_ARTICLE, TYPE, VALUE_CLASSES, XSD_BOOLEAN, XSD_INTEGER
from kg.turtle import LINE_WIDTH, OUTPUT_PREFIXES, Quad, Term

Node = dict[str, Any]
Tree = dict[Iri, dict[Iri, dict[Term, None]]]
"""Subject -> predicate -> objects; the dicts stand for ordered sets."""

VOCABULARY = frozenset(to_iri(name) for name in ("news:stance", "schema:actionStatus", "rdf:predicate", "time:unitType"))
"""Properties whose objects are names of a vocabulary, told by their local name."""

NESTING = frozenset(
    to_iri(name)
    for name in (
        *("news:attestation", "news:sentence", "news:trigger", "news:subjectWords", "news:objectWords", "news:passage"),
        *("oa:hasSelector", "news:equivalent"),
    )
)
REFERRING = frozenset(to_iri(name) for name in ("rdf:subject", "rdf:object", "schema:about", "schema:mentions", "oa:hasSource"))
"""Properties that only point at a node told elsewhere."""

DEEPEST = 6
MOST_TIMES = 100
"""How often a node is told in full: a sentence stands in each attestation that it makes."""

INTEGER, BOOLEAN = XSD_INTEGER, XSD_BOOLEAN
LARGEST = 2**53
_TERM = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def format_jsonld(quads: Iterable[Quad]) -> str:
    """Return the quads as one JSON-LD document, named graphs inside it, in order of first appearance."""
    quads = tuple(quads)
    names = _Names(quads)
    graphs: dict[Iri | None, Tree] = {}
    for subject, predicate, term, graph in quads:
        graphs.setdefault(graph, {}).setdefault(subject, {}).setdefault(predicate, {})[term] = None
    members: list[Node] = []
    for graph, tree in graphs.items():
        nodes = _Writer(tree, names).write()
        members += nodes if graph is None else [{"id": names.shorten(graph), "@graph": nodes}]
    return format_json({"@context": names.to_context(), "@graph": members}) + "\n"


def stream_jsonld(graphs: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield a JSON-LD document of named graphs one after the other: a list of objects, each with a context of its own."""
    opened = "["
    for quads in graphs:
        if told := tuple(quads):
            yield f"{opened}\n{format_jsonld(told).rstrip()}"
            opened = ","
    yield "\n]\n" if opened == "," else "[]\n"


# ---------------------------------------------------------------- names


class _Names:
    """The short names of one document, and the context that says what they mean."""

    def __init__(self, quads: tuple[Quad, ...]) -> None:
        terms = {term for quad in quads for term in quad if isinstance(term, str)}
        schemes = {match[1] for term in terms if (match := _SCHEME.match(term)) and not term.startswith("_:")}
        articles = {quad.subject for quad in quads if quad.predicate == TYPE and quad.object == NEWS_ARTICLE}
        document = {"doc": f"{min(articles)}#"} if len(articles) == 1 else {}
        self.prefixes = {prefix: space for prefix, space in (OUTPUT_PREFIXES | document).items() if prefix not in schemes}
        self.used: set[str] = set()
        self.objects: dict[Iri, set[str]] = {}
        named: dict[Iri, None] = {}
        for _, predicate, term, _ in quads:
            if predicate != TYPE:
                self.objects.setdefault(predicate, set()).add(_kind_of(term))
                named[predicate] = None
        for _, predicate, term, _ in quads:
            if isinstance(term, str) and (predicate == TYPE or predicate in VOCABULARY):
                named[term] = None
        self.short = self._choose(named)

    def _choose(self, named: Iterable[Iri]) -> dict[Iri, str]:
        taken = {"id", "type", "doc", *OUTPUT_PREFIXES}
        short: dict[Iri, str] = {}
        for iri in named:
            local = re.split(r"[#/]", iri)[-1]
            if _TERM.fullmatch(local) and local not in taken and not iri.startswith("_:"):
                short[iri] = local
                taken.add(local)
        return short

    def name(self, iri: Iri) -> str:
        """Return a property or class by its short name."""
        return self.short.get(iri) or self.shorten(iri)

    def shorten(self, iri: Iri) -> str:
        """Return a node's IRI with a prefix where one fits."""
        for prefix, space in self.prefixes.items():
            if iri.startswith(space) and not iri.startswith("//", len(space)):
                self.used.add(prefix)
                return f"{prefix}:{iri[len(space) :]}"
        return iri

    def coercion(self, predicate: Iri) -> str | None:
        """Return the one type that all objects of a property have: "@vocab", "@id" or a datatype; None where they need none or differ."""
        kinds = self.objects[predicate]
        if kinds == {"@id"}:
            return "@vocab" if predicate in VOCABULARY else "@id"
        (kind,) = kinds if len(kinds) == 1 else ("",)
        return kind if kind and not kind.startswith("@") and kind not in {INTEGER, BOOLEAN} else None

    def to_context(self) -> Node:
        """Return the context, once all is written: what each short name means, and of what type its values are."""
        terms: Node = {}
        for iri in (*self.short, *(iri for iri in self.objects if iri not in self.short)):
            kind = self.coercion(iri) if iri in self.objects else None
            told = self.shorten(iri)
            if kind is not None:
                terms[self.short.get(iri, told)] = {"@id": told, "@type": kind if kind.startswith("@") else self.shorten(Iri(kind))}
            elif iri in self.short:
                terms[self.short[iri]] = told
        return {"id": "@id", "type": "@type"} | {prefix: space for prefix, space in self.prefixes.items() if prefix in self.used} | terms


def _kind_of(term: Term) -> str:
    if isinstance(term, str):
        return "@id"
    return term.datatype or ("@language" if term.language else "@string")


# ---------------------------------------------------------------- nodes


class _Writer:
    """Writes the nodes of one graph, each once at the top or inside those that it belongs to."""

    def __init__(self, tree: Tree, names: _Names) -> None:
        self.tree, self.names = tree, names
        self.told: Counter[Iri] = Counter()

    def write(self) -> list[Node]:
        """Return the nodes at the top, in order of appearance; what only nests in itself stands there too."""
        parts = {
            term
            for subject, predicates in self.tree.items()
            for predicate, terms in predicates.items()
            for term in terms
            if isinstance(term, str) and term != subject and self._nests(predicate, term)
        }
        nodes = [self._node(subject, ()) for subject in self.tree if subject not in parts]
        nodes += [self._node(subject, ()) for subject in self.tree if not self.told[subject]]
        return nodes

    def _nests(self, predicate: Iri, term: Iri) -> bool:
        """Whether a node is told inside those that name it by a property."""
        if term not in self.tree or predicate in REFERRING:
            return False
        return predicate in NESTING or not VALUE_CLASSES.isdisjoint(self.tree[term].get(TYPE, ()))

    def _node(self, subject: Iri, above: tuple[Iri, ...]) -> Node:
        self.told[subject] += 1
        node: Node = {"id": self.names.shorten(subject)}
        for predicate, terms in self.tree[subject].items():
            if predicate == TYPE:
                node["type"] = _unpack([self.names.name(term) for term in terms if isinstance(term, str)])
        for predicate, terms in self.tree[subject].items():
            if predicate != TYPE:
                node[self.names.name(predicate)] = _unpack([self._value(predicate, term, (*above, subject)) for term in terms])
            elif literals := [self._literal(term, None) for term in terms if isinstance(term, Literal)]:
                node[TYPE] = _unpack(literals)
        return node

    def _value(self, predicate: Iri, term: Term, above: tuple[Iri, ...]) -> Any:
        coercion = self.names.coercion(predicate)
        if isinstance(term, Literal):
            return self._literal(term, coercion)
        if self._nests(predicate, term) and term not in above and len(above) < DEEPEST and self.told[term] < MOST_TIMES:
            return self._node(term, above)
        told = self.names.name(term) if coercion == "@vocab" else self.names.shorten(term)
        return told if coercion in {"@id", "@vocab"} else {"id": told}

    def _literal(self, literal: Literal, coercion: str | None) -> Any:
        """Return a number or truth value of JSON where that reads back the same, a plain string where its type is told, else both."""
        text = literal.lexical
        if literal.datatype is None:
            return {"@value": text, "@language": literal.language} if literal.language else text
        if literal.datatype == coercion:
            return text
        if literal.datatype == BOOLEAN and text in {"true", "false"}:
            return text == "true"
        if literal.datatype == INTEGER and re.fullmatch(r"0|-?[1-9][0-9]{0,15}", text) and abs(int(text)) < LARGEST:
            return int(text)
        return {"@value": text, "@type": self.names.shorten(literal.datatype)}


def _unpack(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def format_json(value: Any, indent: int = 0) -> str:
    """Return JSON with what is short on one line.

    >>> format_json({"a": [1, {"b": None}]})
    '{"a": [1, {"b": null}]}'
    """
    if not isinstance(value, dict | list) or not value:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        opening, closing = "{", "}"
        members = [f"{json.dumps(key, ensure_ascii=False)}: {format_json(member, indent + 1)}" for key, member in value.items()]
    else:
        opening, closing = "[", "]"
        members = [format_json(member, indent + 1) for member in value]
    flat = f"{opening}{', '.join(members)}{closing}"
    if len(flat) + indent <= LINE_WIDTH and "\n" not in flat:
        return flat
    margin = "\n" + " " * (indent + 1)
    return f"{opening}{margin}{f',{margin}'.join(members)}{margin[:-1]}{closing}"
