"""SPARQL over a graph file or store -> CSV, row by row as they are found, so that the first answer of millions comes at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import QueryError
from kg.sparql.engine import KNOWN_PREFIXES, Rows, _explain, _to_term, query_store, read_store
from kg.sparql.format import format_rows
from kg.sparql.guard import check_query

AT_ONCE = 1000
"""How many rows are written together, after the first."""


def stream_csv(path: Path, sparql: str) -> Iterator[str]:
    """Yield what ``format_rows`` gives as CSV for a query, piece by piece; raises as ``run_query`` does."""
    import pyoxigraph as ox

    check_query(sparql)
    store = read_store(path)
    try:
        found: Any = store.query(sparql, prefixes=KNOWN_PREFIXES)
        if not isinstance(found, ox.QuerySolutions):
            yield format_rows(query_store(store, sparql), "csv")
            return
        names = tuple(variable.value for variable in found.variables)
        rows = (tuple(_to_term(solution[name]) for name in names) for solution in found)
        yield format_rows(Rows(names, tuple(islice(rows, 1))), "csv")
        while batch := tuple(islice(rows, AT_ONCE)):
            yield format_rows(Rows(names, batch), "csv").partition("\n")[2]
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(_explain(error, sparql)) from error
