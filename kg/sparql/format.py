"""Result -> text: a table for the eye, CSV and JSON (W3C, SPARQL 1.1 results), Turtle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import combining, east_asian_width

from kg.errors import QueryError
from kg.records import Iri, Literal
from kg.sparql.engine import KNOWN_PREFIXES, Answer, Result, Rows, Triples
from kg.turtle import Quad, Term, format_turtle, to_text

GAP = "  "
NARROWEST = 6
"""A column is never made narrower than this to fit the width."""


def format_rows(result: Result, form: str, *, width: int | None = None) -> str:
    """Return the result as ``table`` (at most ``width`` characters wide), ``csv``, ``json`` or ``ttl``, with a line end.

    Only the table is safe to print on a terminal as it is (see ``to_terminal``). Raises QueryError for an unknown format, and for ``ttl``
    when the query makes no triples.
    """
    if form not in FORMATS:
        raise QueryError(f"no format is called {form!r}; there are: {', '.join(FORMATS)}")
    return _format_table(result, width) if form == "table" else FORMATS[form](result)


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


def _format_table(result: Result, width: int | None) -> str:
    if isinstance(result, Answer):
        return f"{'yes' if result.value else 'no'}\n"
    rows = _to_rows(result)
    cells = [[_to_cell(term) for term in row] for row in rows.rows]
    widths = _fit([max(map(_width, column)) for column in zip(rows.variables, *cells, strict=True)], width)
    lines = [*_lines(rows.variables, widths), GAP.join("─" * each for each in widths)]
    for row in cells:
        lines += _lines(row, widths)
    return "".join(f"{line.rstrip()}\n" for line in lines if line or rows.variables)


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


def _format_csv(result: Result) -> str:
    """Return bare values under the names of the variables; lines end in a plain line feed."""
    import csv
    import io

    if isinstance(result, Answer):
        return f"{str(result.value).lower()}\n"
    rows = _to_rows(result)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.variables)
    writer.writerows([to_text(term) for term in row] for row in rows.rows)
    return file.getvalue()


def _format_json(result: Result) -> str:
    import json

    if isinstance(result, Answer):
        return json.dumps({"head": {}, "boolean": result.value}) + "\n"
    rows = _to_rows(result)
    bindings = [
        {name: _to_binding(term) for name, term in zip(rows.variables, row, strict=True) if term is not None} for row in rows.rows
    ]
    data = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _to_binding(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        extra = {"datatype": term.datatype, "xml:lang": term.language}
        return {"type": "literal", "value": term.lexical, **{name: value for name, value in extra.items() if value}}
    if term.startswith("_:"):
        return {"type": "bnode", "value": term.removeprefix("_:")}
    return {"type": "uri", "value": term}


def _format_turtle(result: Result) -> str:
    if not isinstance(result, Triples):
        raise QueryError("ttl is the format of triples: ask with CONSTRUCT or DESCRIBE, or choose table, csv or json")
    return format_turtle(Quad(*triple, None) for triple in result.triples)


def _to_rows(result: Rows | Triples) -> Rows:
    return result if isinstance(result, Rows) else Rows(("subject", "predicate", "object"), result.triples)


FORMATS: dict[str, Callable[[Result], str]] = {
    "table": lambda result: _format_table(result, None),
    "csv": _format_csv,
    "json": _format_json,
    "ttl": _format_turtle,
}
"""Name of an output format -> what writes it."""
