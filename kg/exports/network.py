"""Quads -> GraphML (graphdrawing.org) by networkx: entities and events as nodes, facts as edges with their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx as nx

from kg.network import Evidence, to_network
from kg.turtle import Quad, to_safe_text


def format_graphml(quads: Iterable[Quad]) -> str:
    """Return the network of the quads, with a label, a family and a class on each node, and stance, quote and rule on each edge."""
    network = to_network(quads)
    texts = {article.iri: article.text for article in network.graph["articles"]}
    names: dict[str, str] = {**network.graph["names"], **{node: data["label"] for node, data in network.nodes(data=True)}}
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        plain.add_node(to_safe_text(node), **_to_safe(_to_node(data)))
    for number, (start, end, data) in enumerate(network.edges(data=True)):
        plain.add_edge(to_safe_text(start), to_safe_text(end), key=f"fact-{number}", **_to_safe(_to_edge(data, texts, names)))
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *nx.generate_graphml(plain))) + "\n"


def _to_node(data: dict[str, Any]) -> dict[str, str]:
    return {
        "label": data["label"],
        "kind": data["kind"],
        "family": data["family"],
        "class": data["class_label"],
        "class_iri": data["class_iri"] or "",
        "stance": str(data["stance"]),
        "aliases": "; ".join(data["aliases"]),
        "links": " ".join(data["links"]),
        "details": "; ".join(f"{detail.label}: {detail.text}{f' ({detail.note})' if detail.note else ''}" for detail in data["details"]),
    }


def _to_edge(data: dict[str, Any], texts: dict[str, str], names: dict[str, str]) -> dict[str, str]:
    told = {"label": data["label"], "kind": data["kind"], "predicate": data["predicate"], "stance": str(data["stance"])}
    marks: tuple[Evidence, ...] = data["evidence"]
    for mark in marks[:1]:
        told |= {
            "quote": texts.get(mark.article, "")[mark.sentence.start : mark.sentence.end],
            "start": str(mark.sentence.start),
            "end": str(mark.sentence.end),
            "article": mark.article,
            "said_by": names.get(mark.said_by or "", ""),
            "rule": mark.rule,
            "score": mark.score,
        }
    return told


def _to_safe(told: dict[str, str]) -> dict[str, str]:
    return {name: to_safe_text(text) for name, text in told.items()}
