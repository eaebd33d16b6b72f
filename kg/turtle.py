"""Plain triples -> Turtle, TriG and N-Quads (W3C, RDF 1.1): safe to read anywhere, the same bytes on every run.

Terms are those of ``kg.records``: ``Iri`` and ``Literal``. Subjects, predicates and objects stand in the order they come in; only
N-Quads are sorted. Names that some readers stumble over are written as full IRIs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from kg.errors import GraphError
from kg.namespaces import BACKGROUND, CLAIM, ENTITY, LEX, NEWS, PREFIXES
from kg.records import Iri, Literal
from kg.terms import TYPE, XSD_BOOLEAN, XSD_DECIMAL, XSD_INTEGER

Term = Iri | Literal
Triple = tuple[Iri, Iri, Term]
Tree = dict[Iri, dict[Iri, dict[Term, None]]]
"""Subject -> predicate -> objects; the dicts stand for ordered sets."""

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
    """IRIs and literals as Turtle writes them under prefixes whose namespaces end in / or #; remembers what it has written."""

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
        form = _SHORT_FORMS.get(literal.datatype) if literal.datatype else None
        if form and form.fullmatch(literal.lexical):
            return literal.lexical
        text = _quote_long(literal.lexical) if "\n" in literal.lexical else _quote(literal.lexical)
        if literal.datatype:
            return f"{text}^^{self.to_text(literal.datatype)}"
        return f"{text}@{literal.language}" if literal.language else text

    def header(self) -> Iterator[str]:
        """Yield one ``@prefix`` line for each prefix."""
        for prefix, namespace in self.prefixes.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"


def _to_ntriples_text(term: Term) -> str:
    if isinstance(term, str):
        return term if term.startswith("_:") else f"<{term}>"
    mark = f"^^<{term.datatype}>" if term.datatype else f"@{term.language}" if term.language else ""
    return _quote(term.lexical) + mark


# ---------------------------------------------------------------- documents


def format_turtle(quads: Iterable[Quad]) -> str:
    """Return the quads of all graphs as one Turtle document, a block for each subject in order of first appearance."""
    quads = tuple(quads)
    names = _name(quads)
    blocks = _blocks(_to_tree(quads), names, indent="")
    return "".join(names.header()) + "".join(f"\n{block}\n" for block in blocks)


def format_trig(quads: Iterable[Quad]) -> str:
    """Return the quads as TriG, a block for each graph in order of first appearance, the default graph bare."""
    quads = tuple(quads)
    names = _name(quads)
    graphs: dict[Iri | None, list[Quad]] = {}
    for quad in quads:
        graphs.setdefault(quad.graph, []).append(quad)
    return "".join(names.header()) + "".join(_graph_block(graph, names, members) for graph, members in graphs.items())


def stream_trig(graphs: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield TriG piece by piece, the quads of one graph after the other: for more than memory holds."""
    yield "".join(Names(OUTPUT_PREFIXES).header())
    for quads in map(tuple, graphs):
        if quads:
            yield _graph_block(quads[0].graph, Names(OUTPUT_PREFIXES), list(quads))


def stream_turtle(batches: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield Turtle piece by piece, the quads of some subjects after the other: for more than memory holds."""
    yield "".join(Names(OUTPUT_PREFIXES).header())
    for quads in batches:
        yield "".join(f"\n{block}\n" for block in _blocks(_to_tree(quads), Names(OUTPUT_PREFIXES), indent=""))


def format_nquads(quads: Iterable[Quad]) -> str:
    """Return the quads as sorted N-Quads, one to a line."""
    return "".join(sorted({_to_line(quad) for quad in quads}))


def _to_line(quad: Quad) -> str:
    return " ".join(_to_ntriples_text(term) for term in quad if term is not None) + " .\n"


def _name(quads: tuple[Quad, ...]) -> Names:
    """Give the nodes inside the article a prefix of their own, when the quads speak of one article."""
    articles = {quad.graph for quad in quads if quad.graph} - {BACKGROUND, VOCABULARY}
    document = {"doc": f"{min(articles)}#"} if len(articles) == 1 else {}
    return Names(OUTPUT_PREFIXES | document)


def _to_tree(quads: Iterable[Quad]) -> Tree:
    tree: Tree = {}
    for subject, predicate, term, _ in quads:
        tree.setdefault(subject, {}).setdefault(predicate, {})[term] = None
    return tree


def _graph_block(graph: Iri | None, names: Names, quads: list[Quad]) -> str:
    if graph is None:
        return "".join(f"\n{block}\n" for block in _blocks(_to_tree(quads), names, indent=""))
    blocks = "".join(f"\n{block}\n" for block in _blocks(_to_tree(quads), names, indent="    "))
    return f"\n{names.to_text(graph)} {{{blocks}}}\n"


def _blocks(tree: Tree, names: Names, indent: str) -> Iterator[str]:
    for subject, predicates in tree.items():
        first = ((TYPE, predicates[TYPE]),) if TYPE in predicates else ()
        pairs = (*first, *(pair for pair in predicates.items() if pair[0] != TYPE))
        lines = [_line(predicate, objects, names, indent) for predicate, objects in pairs]
        yield f"{indent}{names.to_text(subject)} {f' ;{chr(10)}{indent}    '.join(lines)} ."


def _line(predicate: Iri, objects: dict[Term, None], names: Names, indent: str) -> str:
    verb = "a" if predicate == TYPE else names.to_text(predicate)
    if len(objects) == 1:
        (term,) = objects
        return f"{verb} {names.to_text(term)}"
    texts = [names.to_text(term) for term in objects]
    line = f"{verb} {', '.join(texts)}"
    if len(line) < LINE_WIDTH:
        return line
    separator = f",\n{indent}        "
    return f"{verb}{separator[1:]}{separator.join(texts)}"
