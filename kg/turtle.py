"""Plain triples -> Turtle, TriG and N-Quads (W3C, RDF 1.1): safe to read anywhere, the same bytes on every run.

Terms are those of ``kg.records``: ``Iri`` and ``Literal``. Subjects, predicates and objects stand in the order they come in; only
N-Quads are sorted. Names that some readers stumble over are written as full IRIs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import quote

from kg.errors import GraphError
from kg.namespaces import BACKGROUND, CLAIM, ENTITY, LEX, NEWS, PREFIXES
from kg.records import Iri, Literal
from kg.terms import TYPE, XSD_BOOLEAN, XSD_DECIMAL, XSD_INTEGER

Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]

VOCABULARY = Iri(NEWS.rstrip("#"))
OUTPUT_PREFIXES: dict[str, str] = {
    **{prefix: namespace for prefix, namespace in PREFIXES.items() if namespace != LEX},
    "entity": ENTITY,
    "claim": CLAIM,
}
"""The prefixes of every file and table that comes out; a file about one article adds ``doc`` for the nodes inside it."""

LINE_WIDTH = 110


class Quad(NamedTuple):
    """A triple and the graph it stands in; ``None`` is the default graph."""

    subject: Iri
    predicate: Iri
    object: Term
    graph: Iri | None


# ---------------------------------------------------------------- cleaning

_UCSCHAR = "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14)
)
_KEPT = rf"%[0-9A-Fa-f]{{2}}|[A-Za-z0-9\-._~:/?#@!$&'()*+,;={_UCSCHAR}]"
_IRI_PIECE = rf"(?P<kept>{_KEPT})|(?s:.)"
_PLAIN_IRI = re.compile(r"[A-Za-z0-9\-._~:/?@!$&'()*+,;=]*(?:#[A-Za-z0-9\-._~:/?@!$&'()*+,;=]*)?")
"""What needs no encoding, as nearly all IRIs."""
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?://(?:[^/?#@:]*(?::[^/?#@]*)?@)?[^/?#@:]*(?::[0-9]*)?(?=[/?#]|\Z)|(?!//))")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Cs", "Cn"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=65536)
def to_safe_iri(text: str) -> Iri:
    """Return ``text`` as an IRI (RFC 3987), whatever stands in it: what an IRI may not hold is percent-encoded.

    Raises GraphError when it is not absolute.

    >>> to_safe_iri("https://example.org/a b><c>#one#two")
    'https://example.org/a%20b%3E%3Cc%3E#one%23two'
    """
    encoded = text if _PLAIN_IRI.fullmatch(text) else "".join(_encode_pieces(text))
    address, mark, fragment = encoded.partition("#")
    if not _ABSOLUTE.match(address):
        raise GraphError(f"{text!r} is not an absolute IRI; expected something like https://example.org/page")
    return Iri(address + mark + fragment.replace("#", "%23"))


def _encode_pieces(text: str) -> Iterator[str]:
    for found in re.finditer(_IRI_PIECE, text):
        piece = found.group()
        plain = piece.isascii() or unicodedata.category(piece) not in _INVISIBLE
        yield piece if plain and found["kept"] else quote(piece, safe="", errors="replace")


def to_text(term: Term | None) -> str:
    """Return the words of a literal, an IRI as it is, nothing for nothing."""
    return "" if term is None else term.lexical if isinstance(term, Literal) else term


def to_safe_text(text: str) -> str:
    """Return ``text`` with each character that XML 1.0 forbids as U+FFFD; lengths and offsets stay.

    >>> to_safe_text("a\\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text)


# ---------------------------------------------------------------- terms

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-+[A-Za-z0-9_]+)*")
_SHORT_FORMS = {
    XSD_INTEGER: re.compile(r"[+-]?[0-9]+"),
    XSD_DECIMAL: re.compile(r"[+-]?[0-9]+\.[0-9]+"),
    XSD_BOOLEAN: re.compile(r"true|false"),
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\\"\n\r\t\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]')
_ESCAPED_LONG = re.compile(r'\\|"(?="|\Z)|[\r\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]')


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _quote(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _quote_long(text: str) -> str:
    return '"""' + _ESCAPED_LONG.sub(_escape, text) + '"""'


class Names:
    """IRIs and literals as Turtle writes them under prefixes whose namespaces end in / or #; remembers the IRIs it has written."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = prefixes
        self._spaces = {namespace: f"{prefix}:" for prefix, namespace in prefixes.items()}
        self._written: dict[Iri, str] = {}

    def to_text(self, term: Term) -> str:
        """Return the term as Turtle writes it."""
        if isinstance(term, Literal):
            return self._literal(term)
        written = self._written.get(term)
        if written is None:
            written = self._written[term] = self._iri(term)
        return written

    def _iri(self, iri: Iri) -> str:
        place = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._spaces.get(iri[:place])
        if prefix is not None and _LOCAL.fullmatch(iri, place):
            return prefix + iri[place:]
        return iri if iri.startswith("_:") else f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        lexical, datatype = literal.lexical, literal.datatype
        if datatype in _SHORT_FORMS and _SHORT_FORMS[datatype].fullmatch(lexical):
            return lexical
        text = _quote_long(lexical) if "\n" in lexical else _quote(lexical)
        if datatype:
            return f"{text}^^{self.to_text(datatype)}"
        return f"{text}@{literal.language}" if literal.language else text

    def header(self) -> str:
        """Return one ``@prefix`` line for each prefix."""
        return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in self.prefixes.items())


def _to_ntriples_text(term: Term) -> str:
    if isinstance(term, str):
        return term if term.startswith("_:") else f"<{term}>"
    mark = f"^^<{term.datatype}>" if term.datatype else f"@{term.language}" if term.language else ""
    return _quote(term.lexical) + mark


# ---------------------------------------------------------------- documents

BREAK = "\x0b"
"""Stands for the end of a line and what the next is indented by. No term holds it: literals escape it, IRIs encode it."""
INDENT = "    "


class Document(tuple[Quad, ...]):
    """Quads to write: what their formats have in common is worked out once."""

    @cached_property
    def names(self) -> Names:
        """Prefixes for them; the nodes inside the article have one of their own, when the quads speak of one article."""
        articles = {quad.graph for quad in self if quad.graph} - {BACKGROUND, VOCABULARY}
        document = {"doc": f"{min(articles)}#"} if len(articles) == 1 else {}
        return Names(OUTPUT_PREFIXES | document)

    @cached_property
    def blocks(self) -> dict[Iri | None, Blocks]:
        """The blocks of each graph, in order of first appearance."""
        graphs: dict[Iri | None, list[Quad]] = {}
        for quad in self:
            graphs.setdefault(quad.graph, []).append(quad)
        return {graph: _to_blocks(quads, self.names) for graph, quads in graphs.items()}

    def merge(self) -> Blocks:
        """Return the blocks of all graphs as of one, a block for each subject in order of first appearance."""
        if sum(1 for _ in groupby(self, _GRAPH)) > len(self.blocks):
            return _to_blocks(self, self.names)
        merged: Blocks = {}
        told_twice: set[Iri] = set()
        for blocks in self.blocks.values():
            told_twice |= merged.keys() & blocks.keys()
            merged |= blocks
        return merged | _to_blocks((quad for quad in self if quad.subject in told_twice), self.names)


Blocks = dict[Iri, str]
"""Subject -> all that is said of it, in order of first appearance; ``BREAK`` stands where a line begins."""
_GRAPH = attrgetter("graph")


def format_turtle(quads: Iterable[Quad]) -> str:
    """Return the quads of all graphs as one Turtle document, a block for each subject in order of first appearance."""
    document = quads if isinstance(quads, Document) else Document(quads)
    return document.names.header() + _join(document.merge())


def format_trig(quads: Iterable[Quad]) -> str:
    """Return the quads as TriG, a block for each graph in order of first appearance, the default graph bare."""
    document = quads if isinstance(quads, Document) else Document(quads)
    return document.names.header() + "".join(_wrap(graph, blocks, document.names) for graph, blocks in document.blocks.items())


def stream_trig(graphs: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield TriG piece by piece, the quads of one graph after the other: for more than memory holds."""
    yield Names(OUTPUT_PREFIXES).header()
    for quads in map(tuple, graphs):
        if quads:
            names = Names(OUTPUT_PREFIXES)
            yield _wrap(quads[0].graph, _to_blocks(quads, names), names)


def stream_turtle(batches: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield Turtle piece by piece, the quads of some subjects after the other: for more than memory holds."""
    yield Names(OUTPUT_PREFIXES).header()
    for quads in batches:
        yield _join(_to_blocks(quads, Names(OUTPUT_PREFIXES)))


def format_nquads(quads: Iterable[Quad]) -> str:
    """Return the quads as sorted N-Quads, one to a line."""
    return "".join(sorted({_to_line(quad) for quad in quads}))


def _to_line(quad: Quad) -> str:
    return " ".join(_to_ntriples_text(term) for term in quad if term is not None) + " .\n"


def _wrap(graph: Iri | None, blocks: Blocks, names: Names) -> str:
    """Return the text of a graph, the default graph bare."""
    return _join(blocks) if graph is None else f"\n{names.to_text(graph)} {{{_join(blocks, INDENT)}}}\n"


def _join(blocks: Blocks, indent: str = "") -> str:
    return "".join(blocks.values()).replace(BREAK, f"\n{indent}")


def _to_blocks(quads: Iterable[Quad], names: Names) -> Blocks:
    """Return the block of each subject: its type, then the rest in order of first appearance."""
    tree: defaultdict[Iri, defaultdict[Iri, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    to_text = names.to_text
    for subject, predicate, term, _ in quads:
        tree[subject][predicate][to_text(term)] = None
    return {subject: _to_block(names.to_text(subject), predicates, names) for subject, predicates in tree.items()}


def _to_block(subject: str, predicates: dict[Iri, dict[str, None]], names: Names) -> str:
    types = predicates.pop(TYPE, None)
    lines = [_to_statement("a", types)] if types else []
    lines += [_to_statement(names.to_text(predicate), objects) for predicate, objects in predicates.items()]
    return f"{BREAK}{subject} {f' ;{BREAK}{INDENT}'.join(lines)} .\n"


def _to_statement(verb: str, objects: Collection[str]) -> str:
    if len(objects) == 1:
        (text,) = objects
        return f"{verb} {text}"
    line = f"{verb} {', '.join(objects)}"
    if len(line) < LINE_WIDTH:
        return line
    start = f"{BREAK}{INDENT}{INDENT}"
    return f"{verb}{start}{f',{start}'.join(objects)}"
