"""What leaves and what comes -> one transaction of the engine, which the default graph follows."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.store import terms
from kg.store.books import Graphs
from kg.store.counts import note_difference


def difference(ours: Graphs, theirs: Graphs) -> Graphs:
    """Return what stands in our graphs and not in theirs."""
    return {graph: triples - theirs.get(graph, set()) for graph, triples in ours.items()}


def apply(engine: ox.Store, deletes: set[ox.Quad], inserts: set[ox.Quad]) -> None:
    """Delete, then insert, in one transaction; the default graph follows (every triple that a public graph holds, once), and the counts."""
    public = {quad for quad in inserts if terms.is_public(quad.graph_name)}
    inserts = inserts | {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in public}
    leaving = {quad for quad in deletes if terms.is_public(quad.graph_name)}
    merged = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in leaving}
    gone = {quad for quad in merged if quad not in inserts and not _stays(engine, quad, leaving)}
    deletes = deletes | gone
    inserts |= note_difference(engine, gone, {quad for quad in inserts if quad.graph_name == terms.DEFAULT})
    if not deletes:
        engine.extend(inserts)
    else:
        engine.update(f"DELETE DATA {{\n{to_data(deletes)}}} ;\nINSERT DATA {{\n{to_data(inserts)}}}")


def _stays(engine: ox.Store, merged: ox.Quad, leaving: set[ox.Quad]) -> bool:
    found = terms.find(engine, merged.subject, merged.predicate, merged.object, None)
    return any(terms.is_public(quad.graph_name) and quad not in leaving for quad in found)


def to_data(quads: Iterable[ox.Quad]) -> str:
    """Return the quads as SPARQL Update writes them."""
    graphs: dict[str, list[str]] = {}
    for quad in quads:
        name = str(quad.graph_name) if isinstance(quad.graph_name, ox.NamedNode) else ""
        graphs.setdefault(name, []).append(f"{quad.subject} {quad.predicate} {quad.object} .\n")
    return "".join(f"GRAPH {name} {{\n{''.join(lines)}}}\n" if name else "".join(lines) for name, lines in graphs.items())
