"""SPARQL over a graph file or store -> text, row by row as they are found, so that the first answer of millions comes at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kg.sparql.engine import KNOWN_PREFIXES, _to_term, query_store, read_store, to_error
from kg.sparql.format import FORMATS, format_rows, stream_rows
from kg.sparql.guard import check_query

AT_ONCE = 1000
"""How many rows are written together, after the first."""

TO_FIT = 100
"""So many rows of a table the columns are fitted to."""


def stream_answer(path: Path, sparql: str, form: str = "csv", *, width: int | None = None) -> Iterator[str]:
    """Yield what ``format_rows`` gives for a query, piece by piece; raises as ``run_query`` and ``format_rows`` do.

    The columns of a table fit its first hundred rows.
    """
    import pyoxigraph as ox

    check_query(sparql)
    store = read_store(path)
    try:
        found: Any = store.query(sparql, prefixes=KNOWN_PREFIXES)
        if form not in FORMATS or not isinstance(found, ox.QuerySolutions):
            yield format_rows(query_store(store, sparql), form, width=width)
            return
        names = tuple(variable.value for variable in found.variables)
        yield from stream_rows(names, _batch(found, TO_FIT if form == "table" else 1), form, width=width)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise to_error(error, sparql, store) from error


def _batch(found: Any, first: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows in batches; the first, which may be empty, comes early."""
    rows = (tuple(map(_to_term, solution)) for solution in found)
    yield tuple(islice(rows, first))
    while batch := tuple(islice(rows, AT_ONCE)):
        yield batch
