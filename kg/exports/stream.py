"""A large store -> its graph in a format piece by piece, so that memory need not hold it.

Of the formats that ``kg export`` writes, GraphML is missing: it is one tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kg.exports.jsonld import stream_jsonld
from kg.exports.tables import stream_csv
from kg.turtle import Quad, format_nquads, stream_trig, stream_turtle

if TYPE_CHECKING:
    from kg.store import Snapshot


def _stream_ntriples(store: Snapshot) -> Iterator[str]:
    return (format_nquads(Quad(*quad[:3], None) for quad in batch) for batch in store.walk_union())


STREAMS: dict[str, Callable[[Snapshot], Iterator[str]]] = {
    ".nq": lambda store: store.dump(),
    ".nt": _stream_ntriples,
    ".trig": lambda store: stream_trig(store.walk_graphs()),
    ".ttl": lambda store: stream_turtle(store.walk_union()),
    ".jsonld": lambda store: stream_jsonld(store.walk_graphs()),
    ".csv": lambda store: stream_csv(store.walk_articles()),
}
"""Suffix of the file to write -> what writes a store piece by piece."""
