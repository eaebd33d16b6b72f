"""Result -> text: a table for the eye, CSV and JSON (W3C, SPARQL 1.1 results), Turtle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, east_asian_width

from kg.errors import QueryError
from kg.records import Iri, Literal
from kg.sparql.engine import KNOWN_PREFIXES, Answer, Result, Rows, Triples
from kg.turtle import Quad, Term, format_turtle, to_text

FORMATS = ("table", "csv", "json", "ttl")
NO_TRIPLES = "ttl is the format of triples: ask with CONSTRUCT or DESCRIBE, or choose table, csv or json"
Row = tuple[Term | None, ...]
GAP = "  "
DEEP = "      "
"""How far a row stands from the margin of the JSON."""

NARROWEST = 6
"""A column is never made narrower than this to fit the width."""


def format_rows(result: Result, form: str, *, width: int | None = None) -> str:
    """Return the result as ``table`` (at most ``width`` characters wide), ``csv``, ``json`` or ``ttl``, with a line end.

    Only the table is safe to print on a terminal as it is (see ``to_terminal``). Raises QueryError for an unknown format, and for ``ttl``
    when the query makes no triples.
    """
    if form not in FORMATS:
        raise QueryError(f"no format is called {form!r}; there are: {', '.join(FORMATS)}")
    if isinstance(result, Answer):
        return _format_answer(result.value, form)
    if form == "ttl" and isinstance(result, Triples):
        return format_turtle(Quad(*triple, None) for triple in result.triples)
    rows = result if isinstance(result, Rows) else Rows(("subject", "predicate", "object"), result.triples)
    return "".join(stream_rows(rows.variables, [rows.rows], form, width=width))


def stream_rows(variables: tuple[str, ...], batches: Iterable[tuple[Row, ...]], form: str, *, width: int | None = None) -> Iterator[str]:
    """Yield the rows as a ``table``, ``csv`` or ``json``, a piece for each batch; the columns of a table fit its first batch.

    Raises QueryError for ``ttl``, which is the format of triples.
    """
    if form == "table":
        return _stream_table(variables, batches, width)
    if form == "csv":
        return _stream_csv(variables, batches)
    if form == "json":
        return _stream_json(variables, batches)
    raise QueryError(NO_TRIPLES)


def _format_answer(value: bool, form: str) -> str:
    if form == "table":
        return f"{'yes' if value else 'no'}\n"
    if form == "csv":
        return f"{str(value).lower()}\n"
    if form == "json":
        import json

        return json.dumps({"head": {}, "boolean": value}) + "\n"
    raise QueryError(NO_TRIPLES)


# ---------------------------------------------------------------- the terminal

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def to_terminal(text: str) -> str:
    """Return the text with every character made visible that would steer a terminal or turn the direction of writing.

    Line ends and tabs stay.

    >>> to_terminal("a\\x1b[31mb")
    'a␛[31mb'
    """
    return _CONTROL.sub(_show_control, text)


def _show_control(match: re.Match[str]) -> str:
    number = ord(match.group())
    return chr(0x2400 + number) if number < 0x20 else "␡" if number == 0x7F else "\ufffd"


# ---------------------------------------------------------------- table


def _stream_table(variables: tuple[str, ...], batches: Iterable[tuple[Row, ...]], width: int | None) -> Iterator[str]:
    widths: list[int] = []
    for batch in batches:
        cells = [[_to_cell(term) for term in row] for row in batch]
        lines: list[str] = []
        if not widths:
            widths = _fit([max(map(_width, column)) for column in zip(variables, *cells, strict=True)], width)
            lines = [*_lines(variables, widths), GAP.join("─" * each for each in widths)]
        for row in cells:
            lines += _lines(row, widths)
        yield "".join(f"{line.rstrip()}\n" for line in lines if line or variables)


def _to_cell(term: Term | None) -> str:
    if term is None:
        return ""
    text = term.lexical if isinstance(term, Literal) else _shorten(term)
    return to_terminal(" ".join(text.split()))


def _shorten(iri: Iri) -> str:
    for prefix, namespace in KNOWN_PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _fit(widths: list[int], width: int | None) -> list[int]:
    """Narrow the widest columns, one character at a time, until all fit."""
    widths = [max(each, 1) for each in widths]
    while width and sum(widths) + len(GAP) * (len(widths) - 1) > width and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _lines(cells: list[str] | tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Yield the lines of one row; a cell that is too long goes on below."""
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped), default=0)):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield GAP.join(part + " " * (width - _width(part)) for part, width in zip(parts, widths, strict=True))


def _wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _width(joined) <= width:
            lines[-1] = joined
            continue
        pieces = list(_cut(word, width))
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def _cut(word: str, width: int) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and _width(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece


def _width(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)


# ---------------------------------------------------------------- data


def _stream_csv(variables: tuple[str, ...], batches: Iterable[tuple[Row, ...]]) -> Iterator[str]:
    """Yield bare values under the names of the variables; lines end in a plain line feed."""
    import csv
    import io

    heading = [variables]
    for batch in batches:
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(heading)
        writer.writerows([to_text(term) for term in row] for row in batch)
        heading = []
        yield file.getvalue()


def _stream_json(variables: tuple[str, ...], batches: Iterable[tuple[Row, ...]]) -> Iterator[str]:
    """Yield what ``json.dumps`` would write of the whole with an indent of two."""
    import json

    empty = json.dumps({"head": {"vars": variables}, "results": {"bindings": []}}, ensure_ascii=False, indent=2)
    opening, closing = empty.rsplit("]", 1)
    before = "\n"
    for batch in batches:
        texts = []
        for row in batch:
            binding = {name: _to_binding(term) for name, term in zip(variables, row, strict=True) if term is not None}
            text = json.dumps(binding, ensure_ascii=False, indent=2).replace("\n", f"\n{DEEP}")
            texts.append(f"{before}{DEEP}{text}")
            before = ",\n"
        yield opening + "".join(texts)
        opening = ""
    end = "]" if before == "\n" else "\n    ]"
    yield f"{opening}{end}{closing}\n"


def _to_binding(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        extra = {"datatype": term.datatype, "xml:lang": term.language}
        return {"type": "literal", "value": term.lexical, **{name: value for name, value in extra.items() if value}}
    if term.startswith("_:"):
        return {"type": "bnode", "value": term.removeprefix("_:")}
    return {"type": "uri", "value": term}
