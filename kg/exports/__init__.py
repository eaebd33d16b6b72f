"""A graph file -> the same graph in another format, chosen by the suffix of the file to write: ``kg export``.

``jsonld`` writes JSON-LD that reads well as plain JSON, ``tables`` CSV for spreadsheets, ``network`` GraphML for Gephi, yEd and Cytoscape;
``stream`` writes a large store piece by piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kg.errors import GraphError
from kg.exports.jsonld import format_jsonld
from kg.exports.network import format_graphml
from kg.exports.stream import STREAMS
from kg.exports.tables import format_csv
from kg.outputs import write_all
from kg.sparql import read_quads
from kg.turtle import Quad, format_nquads, format_trig, format_turtle

__all__ = ["FORMATS", "export_graph", "format_csv", "format_graphml", "format_jsonld"]


def _format_ntriples(quads: tuple[Quad, ...]) -> str:
    return format_nquads(quad._replace(graph=None) for quad in quads)


FORMATS: dict[str, Callable[[tuple[Quad, ...]], str]] = {
    ".ttl": format_turtle,
    ".trig": format_trig,
    ".nt": _format_ntriples,
    ".nq": format_nquads,
    ".jsonld": format_jsonld,
    ".graphml": format_graphml,
    ".csv": format_csv,
}
"""Suffix of the file to write -> what formats the quads. Named graphs stay in .trig, .nq and .jsonld, and become one in the others."""


def export_graph(source: Path, output: Path) -> Path:
    """Write the graph of a file (.ttl, .trig, .nq, .nt) in the format that the suffix of ``output`` names, whole or not at all.

    Raises GraphError when the one cannot be read, the other cannot be written, or no format has its suffix.
    """
    if output.suffix not in FORMATS:
        raise GraphError(f"{output}: no export has the suffix {output.suffix!r}; there are: {', '.join(FORMATS)}")
    if output.exists() and source.exists() and output.samefile(source):
        raise GraphError(f"{output}: is the graph itself; choose another name with -o")
    write_all(output.parent, {output.name: _format(source, output.suffix)})
    return output


def _format(source: Path, suffix: str) -> str | Iterator[str]:
    """Return the text of the file, of a large store in pieces."""
    if source.is_dir() and suffix in STREAMS:
        from kg.store import is_large, open_snapshot

        if is_large(source):
            return STREAMS[suffix](open_snapshot(source))
    return FORMATS[suffix](read_quads(source))
