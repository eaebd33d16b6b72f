"""A network -> the part of it worth drawing: what has most facts, or what is near one entity; and the node that a name means."""

from __future__ import annotations

import heapq
import unicodedata
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, TypeAlias

import networkx as nx

from kg.errors import GraphError

Network: TypeAlias = "nx.MultiDiGraph[str]"

MANY_ARTICLES = 30
"""With more articles than these, only those stay of which something is shown."""


def to_stage(network: Network, limit: int, *, spare: int = 0, focus: str | None = None, hops: int = 1) -> Network:
    """Return the nodes worth drawing with all ties among them, in the network's order.

    At most ``limit`` nodes are ``on_stage``: those with most facts, an event with the participants that make it weigh; or, with a
    ``focus``, those at most ``hops`` facts away from it. ``spare`` more come along, for a reader to fetch.
    ``stage.graph["left_out"]`` counts the nodes with a fact that found no place at all.
    """
    weights = weigh(network)
    if focus is None:
        ranked = sorted(weights, key=lambda node: (-weights[node], network.nodes[node]["kind"] == "event", node))
        shown = set(ranked[:limit])
    else:
        far = _find_distances(network, focus)
        ranked = sorted({*weights, focus}, key=lambda node: (far.get(node, len(network)), -weights.get(node, 0), node))
        shown = {node for node in ranked[:limit] if far.get(node, len(network)) <= hops}
    kept = shown.union(ranked[: max(limit, len(shown)) + spare])
    stage: Network = nx.MultiDiGraph(**network.graph, left_out=len(ranked) - len(kept))
    stage.add_nodes_from((node, {**data, "on_stage": node in shown}) for node, data in network.nodes(data=True) if node in kept)
    for start, end, key, data in network.edges(keys=True, data=True):
        if start in kept and end in kept:
            stage.add_edge(start, end, key, **data)
    if len(network.graph["articles"]) > MANY_ARTICLES:
        told = set(_find_articles(stage))
        stage.graph["articles"] = tuple(article for article in network.graph["articles"] if article.iri in told)
    return stage


def weigh(network: Network) -> dict[str, float]:
    """Return how much each node with a fact weighs: its facts and their sentences; an event as much as its second participant."""
    weights: dict[str, float] = {}
    for node, data in network.nodes(data=True):
        weight = sum(1 + len(edge["evidence"]) for edge in _find_edges(network, node))
        if weight or data["details"] or data["quotes"]:
            weights[node] = weight
    for node in [node for node in weights if network.nodes[node]["kind"] == "event"]:
        strongest = heapq.nlargest(2, (weights[other] for other in nx.all_neighbors(network, node)))
        weights[node] = strongest[1] if len(strongest) > 1 else min(1.0, *strongest, weights[node])
    return weights


def _find_edges(network: Network, node: str) -> Iterator[dict[str, Any]]:
    yield from (data for _, _, data in network.out_edges(node, data=True))
    yield from (data for _, _, data in network.in_edges(node, data=True))


def _find_distances(network: Network, focus: str) -> dict[str, float]:
    """How many facts away each node is: an event and its participants are one fact."""
    ties: nx.DiGraph[str] = nx.DiGraph()
    ties.add_node(focus)
    for start, end in network.edges():
        for here, there in ((start, end), (end, start)):
            ties.add_edge(here, there, far=0 if network.nodes[here]["kind"] == "event" and here != focus else 1)
    return dict(nx.single_source_dijkstra_path_length(ties, focus, weight="far"))


def _find_articles(network: Network) -> Iterator[str]:
    told = [data for _, data in network.nodes(data=True)] + [data for *_, data in network.edges(data=True)]
    for data in told:
        yield from (mark.article for mark in data["evidence"])
        yield from (mark.article for detail in data["details"] for mark in detail.evidence)
        yield from (quote.article for quote in data.get("quotes", ()))


# ---------------------------------------------------------------- names


def find_node(network: Network, name: str) -> str:
    """Return the node of an IRI, label or alias, whatever its case and accents; of several the one with most ties, entities first.

    Raises GraphError, which offers the nearest names.
    """
    if name in network:
        return name
    named: dict[str, list[str]] = {}
    for node, data in network.nodes(data=True):
        for label in (data["label"], *data["aliases"]):
            named.setdefault(_to_plain(label), []).append(node)

    def first(plain: str) -> str:
        return min(named[plain], key=lambda node: (network.nodes[node]["kind"] == "event", -network.degree(node), node))

    if _to_plain(name) in named:
        return first(_to_plain(name))
    near = dict.fromkeys(network.nodes[first(plain)]["label"] for plain in _find_near(_to_plain(name), named, first, network))
    offer = f"the nearest names are: {', '.join(list(near)[:3])}" if near else "no name in the graph comes near it"
    raise GraphError(f"no entity is called {name!r}; {offer}")


def _find_near(wanted: str, named: dict[str, list[str]], first: Callable[[str], str], network: Network) -> list[str]:
    """Names that are spelt alike, then those that hold the words, those of entities before those of events."""
    alike = get_close_matches(wanted, named, n=3, cutoff=0.6)
    holding = [plain for plain in named if wanted and wanted in plain]
    return alike + sorted(holding, key=lambda plain: (network.nodes[first(plain)]["kind"] == "event", len(plain), plain))


def _to_plain(name: str) -> str:
    """A name without case, accents and odd spaces.

    >>> _to_plain(" São  Paulo")
    'sao paulo'
    """
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(letters.casefold().split())
