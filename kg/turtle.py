"""Plain triples -> Turtle, TriG and N-Quads (W3C, RDF 1.1): safe to read anywhere, the same bytes on every run.

Terms are those of ``kg.records``: ``Iri`` and ``Literal``. Subjects, predicates and objects stand in the order they come in; only
N-Quads are sorted. Names that some readers stumble over are written as full IRIs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import NamedTuple, overload
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
    """IRIs and literals as Turtle writes them under prefixes whose namespaces end in / or #; ``written`` holds those it has written."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = prefixes
        self.written: dict[Term, str] = {}
        self._spaces = {namespace: f"{prefix}:" for prefix, namespace in prefixes.items()}

    def to_text(self, term: Term) -> str:
        """Return the term as Turtle writes it."""
        written = self.written.get(term)
        if written is None:
            written = self.written[term] = self._literal(term) if isinstance(term, Literal) else self._iri(term)
        return written

    def _iri(self, iri: Iri) -> str:
        place = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._spaces.get(iri[:place])
        if prefix is not None and _LOCAL.fullmatch(iri, place):
            return prefix + iri[place:]
        return iri if iri.startswith("_:") else f"<{iri}>"

    def _literal(self, literal: Literal) -> str:
        lexical, datatype = literal.lexical, literal.datatype
        short = _SHORT_FORMS.get(datatype) if datatype else None
        if short is not None and short.fullmatch(lexical):
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
_NEXT = f" ;{BREAK}{INDENT}"
"""Between two statements of one subject."""


class Document(Sequence[Quad]):
    """Quads to write: what their formats have in common is worked out once, and quads are made only where somebody looks at them.

    They come as triples, by runs that stand in one graph; a triple that a run holds twice is one quad.
    """

    def __init__(self, runs: Iterable[tuple[Iri | None, Sequence[Triple]]]) -> None:
        self.runs = tuple((graph, triples) for graph, triples in runs if triples)

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Document:
        """Return a document of these quads, or what is one as it stands."""
        if isinstance(quads, Document):
            return quads
        return cls((graph, [quad[:3] for quad in run]) for graph, run in groupby(quads, _GRAPH))

    @cached_property
    def listed(self) -> tuple[Quad, ...]:
        """All quads, in order."""
        return tuple(Quad(*triple, graph) for graph, triples in self.runs for triple in dict.fromkeys(triples))

    def __len__(self) -> int:
        return len(self.listed)

    def __iter__(self) -> Iterator[Quad]:
        return iter(self.listed)

    @overload
    def __getitem__(self, place: int) -> Quad: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Quad, ...]: ...
    def __getitem__(self, place: int | slice) -> Quad | tuple[Quad, ...]:
        return self.listed[place]

    @cached_property
    def names(self) -> Names:
        """Prefixes for them; the nodes inside the article have one of their own, when the quads speak of one article."""
        articles = {graph for graph, _ in self.runs if graph} - {BACKGROUND, VOCABULARY}
        document = {"doc": f"{min(articles)}#"} if len(articles) == 1 else {}
        return Names(OUTPUT_PREFIXES | document)

    @cached_property
    def blocks(self) -> dict[Iri | None, Blocks]:
        """The blocks of each graph, in order of first appearance."""
        graphs: dict[Iri | None, list[Triple]] = {}
        for graph, triples in self.runs:
            graphs.setdefault(graph, []).extend(triples)
        return {graph: _to_blocks(triples, self.names) for graph, triples in graphs.items()}

    def merge(self) -> Blocks:
        """Return the blocks of all graphs as of one, a block for each subject in order of first appearance."""
        if len(self.runs) > len(self.blocks):
            return _to_blocks(self._walk(), self.names)
        merged: Blocks = {}
        told_twice: set[Iri] = set()
        for blocks in self.blocks.values():
            told_twice |= merged.keys() & blocks.keys()
            merged |= blocks
        return merged | _to_blocks((triple for triple in self._walk() if triple[0] in told_twice), self.names)

    def _walk(self) -> Iterator[Triple]:
        return chain.from_iterable(triples for _, triples in self.runs)


Blocks = dict[Iri, str]
"""Subject -> all that is said of it, in order of first appearance; ``BREAK`` stands where a line begins."""
Objects = str | dict[str, None]
"""What is said of a subject by one predicate: mostly one thing, else several, each once."""
_GRAPH = attrgetter("graph")


def format_turtle(quads: Iterable[Quad]) -> str:
    """Return the quads of all graphs as one Turtle document, a block for each subject in order of first appearance."""
    document = Document.of(quads)
    return document.names.header() + _join(document.merge())


def format_trig(quads: Iterable[Quad]) -> str:
    """Return the quads as TriG, a block for each graph in order of first appearance, the default graph bare."""
    document = Document.of(quads)
    return document.names.header() + "".join(_wrap(graph, blocks, document.names) for graph, blocks in document.blocks.items())


def stream_trig(graphs: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield TriG piece by piece, the quads of one graph after the other: for more than memory holds."""
    yield Names(OUTPUT_PREFIXES).header()
    for quads in map(tuple, graphs):
        if quads:
            names = Names(OUTPUT_PREFIXES)
            yield _wrap(quads[0].graph, _to_blocks((quad[:3] for quad in quads), names), names)


def stream_turtle(batches: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield Turtle piece by piece, the quads of some subjects after the other: for more than memory holds."""
    yield Names(OUTPUT_PREFIXES).header()
    for quads in batches:
        yield _join(_to_blocks((quad[:3] for quad in quads), Names(OUTPUT_PREFIXES)))


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


def _to_blocks(triples: Iterable[Triple], names: Names) -> Blocks:
    """Return the block of each subject: its type, then the rest in order of first appearance."""
    tree: defaultdict[Iri, dict[Iri, Objects]] = defaultdict(dict)
    written, to_text = names.written.get, names.to_text
    for subject, predicate, term in triples:
        text, predicates = written(term) or to_text(term), tree[subject]
        known = predicates.get(predicate)
        if known is None:
            predicates[predicate] = text
        elif isinstance(known, dict):
            known[text] = None
        elif known != text:
            predicates[predicate] = {known: None, text: None}
    return {subject: _to_block(to_text(subject), predicates, names) for subject, predicates in tree.items()}


def _to_block(subject: str, predicates: dict[Iri, Objects], names: Names) -> str:
    written, to_text = names.written.get, names.to_text
    types = predicates.pop(TYPE, None)
    lines = [_to_statement("a", types)] if types else []
    lines += [_to_statement(written(predicate) or to_text(predicate), objects) for predicate, objects in predicates.items()]
    return f"{BREAK}{subject} {_NEXT.join(lines)} .\n"


def _to_statement(verb: str, objects: Objects) -> str:
    if isinstance(objects, str):
        return f"{verb} {objects}"
    line = f"{verb} {', '.join(objects)}"
    if len(line) < LINE_WIDTH:
        return line
    start = f"{BREAK}{INDENT}{INDENT}"
    return f"{verb}{start}{f',{start}'.join(objects)}"
