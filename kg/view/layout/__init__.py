"""Boxes and the ties between them -> places where no box and no label covers another, the same on every machine.

Each connected part is drawn for itself, boxes as far apart as the graph is far (``stress``; a large part by ``sparse``); then boxes and the
labels of ties push each other away (``overlaps``), the drawing that reads best is kept (``cost``), and the parts are put beside each other
(``packing``). Only additions, multiplications, divisions and square roots, element by element, so that rounded places do not hang on the
machine's numeric libraries.
"""

from __future__ import annotations

import math

import networkx as nx
import numpy as np

from kg.view.layout.cost import LEAST, to_cost
from kg.view.layout.overlaps import find_overlaps, push_apart, to_bodies
from kg.view.layout.packing import fit_together, pack
from kg.view.layout.sheet import FEW, GAP, Box, Floats, Sheet, Tie
from kg.view.layout.sparse import spread_many
from kg.view.layout.stress import spread, to_distances, to_turns

__all__ = ["Box", "Tie", "to_places"]

PATIENCE = 3
"""How often a drawing is pulled together without gain before it is done."""


def to_places(boxes: dict[str, Box], ties: list[Tie], *, ratio: float = 1.35) -> dict[str, tuple[int, int]]:
    """Return a place for every box, for a stage ``ratio`` times as wide as high."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(boxes)
    inside: dict[str, list[Tie]] = {name: [] for name in boxes}
    for tie in ties:
        inside[tie.start].append(tie)
        if tie.start != tie.end:
            known = graph.get_edge_data(tie.start, tie.end, {"length": 0.0})["length"]
            graph.add_edge(tie.start, tie.end, length=max(_length(boxes, tie), known))
    parts = [sorted(part) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), part))
    drawn = []
    for part in parts:
        pairs = _to_pairs(part, [tie for name in part for tie in inside[name]])
        sheet = Sheet([boxes[name] for name in part], pairs, ratio, tries=_tries(len(part), len(boxes)))
        drawn.append((part, _draw(sheet, graph, part)))
    return pack(drawn, boxes, ratio) if len(boxes) > FEW else fit_together(drawn, boxes, ties, ratio)


def _length(boxes: dict[str, Box], tie: Tie) -> float:
    """How long a tie should be: room for half of both boxes and for its label."""
    ends = (boxes[tie.start], boxes[tie.end])
    return 36.0 + sum(box.width + box.height for box in ends) * 0.18 + tie.width * 0.35


def _to_pairs(names: list[str], ties: list[Tie]) -> list[tuple[int, int, Tie]]:
    place = {name: index for index, name in enumerate(names)}
    return [(place[tie.start], place[tie.end], tie) for tie in ties]


def _tries(count: int, total: int) -> int:
    """From how many starts to draw a part: many where few are drawn."""
    if count <= 3 or total > FEW:
        return 1
    return 4 if total <= 80 else 2


def _draw(sheet: Sheet, graph: nx.Graph[str], names: list[str]) -> Floats:
    """Draw one part from several starts, pull each drawing together as far as it gains, and keep the one that reads best."""
    if sheet.is_large:
        return push_apart(_give_room(spread_many(sheet), sheet), sheet)
    wanted = to_distances(graph, names)
    best: tuple[float, Floats] | None = None
    for seed in range(sheet.tries):
        for start in to_turns(spread(wanted, seed), 2):
            points, cost = _tighten(start * _to_scale(sheet, start), sheet)
            if best is None or cost < best[0]:
                best = cost, points
            if best[0] <= LEAST:
                return best[1]
    assert best is not None
    return best[1]


def _tighten(points: Floats, sheet: Sheet) -> tuple[Floats, float]:
    """Push boxes apart and pull the whole together by turns, as long as it gains; the drawing that reads best, and its cost."""
    points = best = push_apart(points, sheet)
    lowest, vain = to_cost(best, sheet), 0
    while lowest > LEAST and vain < PATIENCE:
        wide, high = np.ptp(points, axis=0).tolist()
        points = push_apart(points * ([0.78, 0.92] if wide > high * sheet.ratio else [0.92, 0.78]), sheet)
        if (cost := to_cost(points, sheet)) < lowest:
            best, lowest, vain = points, cost, 0
        else:
            vain += 1
    return best, lowest


def _to_scale(sheet: Sheet, points: Floats) -> float:
    """How much to grow a drawing so that its boxes fill no more than a quarter of it."""
    wide, high = np.ptp(points, axis=0).tolist()
    filled = sum((box.width + GAP) * (box.height + GAP) for box in sheet.boxes)
    return max(1.0, math.sqrt(4.0 * filled / ((wide + 100.0) * (high + 100.0))))


def _give_room(points: Floats, sheet: Sheet) -> Floats:
    """Spread a large drawing evenly and grow it until most boxes are free, so that pushing the rest apart keeps its shape.

    Every node keeps its direction from the middle; how far out it stands is mostly a matter of how many stand nearer.
    """
    points = points - points.sum(axis=0) / len(points)
    far = np.sqrt(points[:, 0] * points[:, 0] + points[:, 1] * points[:, 1]) + 1e-9
    nearer = np.empty(len(points))
    nearer[np.argsort(far, kind="stable")] = np.arange(1.0, len(points) + 1.0)
    reach = float(far.max()) * (0.85 * np.sqrt(nearer / len(points)) + 0.15 * far / far.max()) / far
    points = points * np.stack([reach * sheet.ratio, reach], axis=1)
    bodies = to_bodies(sheet.boxes, [])
    while len(find_overlaps(bodies, points[:, 0].tolist(), points[:, 1].tolist())) > 0.7 * len(points):
        points = points * 1.2
    return points
