"""What the page draws of several articles -> places for each article by itself, as if it were the only one.

The stage of all articles is too large to be read, so a reader looks at one article at a time; its nodes stand where they would alone.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from kg.view.layout import Box, Tie, to_places
from kg.view.stage import to_width

MOST = 100
"""Of so many articles each has places of its own; of the others the nodes stay where all articles together have them."""

Places: TypeAlias = dict[int, tuple[int, int]]


def to_scopes(articles: int, facts: list[dict[str, Any]], drawn: dict[str, Any]) -> list[Places]:
    """Return the places of the nodes on stage by the number of the article; none where there are not several."""
    if articles < 2:
        return []
    boxes = {node["id"]: _to_box(node["room"]) for node in drawn["nodes"] if "x" in node}
    members: list[set[int]] = [set() for _ in range(articles)]
    for fact in facts:
        for mark in fact.get("marks", ()):
            if "article" in mark:
                members[mark["article"]].update(node for node in fact["nodes"] if node in boxes)
    return [
        _place({node: boxes[node] for node in sorted(found)}, facts, drawn["edges"], number) for number, found in enumerate(members[:MOST])
    ]


def _place(boxes: dict[int, Box], facts: list[dict[str, Any]], edges: list[dict[str, Any]], article: int) -> Places:
    ties = [
        Tie(str(edge["from"]), str(edge["to"]), *_measure(edge["label"]))
        for edge in edges
        if edge["from"] in boxes and edge["to"] in boxes and any(_tells(facts[fact], article) for fact in edge["facts"])
    ]
    return {int(node): place for node, place in to_places({str(node): box for node, box in boxes.items()}, ties).items()}


def _measure(label: str) -> tuple[float, float]:
    """The room of the words that stand on a line."""
    lines = label.split("\n")
    return (max(to_width(line, 12.5) for line in lines) + 8, len(lines) * 16.0 + 4) if label else (0.0, 0.0)


def _tells(fact: dict[str, Any], article: int) -> bool:
    """Whether an article tells a fact; background knowledge goes with all."""
    marks = fact.get("marks", ())
    return not marks or any(mark.get("article") == article for mark in marks)


def _to_box(room: list[int]) -> Box:
    left, top, right, bottom = room
    return Box(right - left, bottom - top, (top + bottom) / 2)
