"""Boxes and the ties between them -> places where no box and no label covers another, the same on every machine.

Stress majorisation (Gansner, Koren and North 2004, "Graph drawing by stress majorization") puts boxes as far apart as the graph is
far, each connected part for itself; then boxes and the labels of ties push each other away. Only additions, multiplications, divisions
and square roots, element by element, so that rounded places do not hang on the machine's numeric libraries.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

GAP = 22.0
"""Free space around every box."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label, around its place; ``below`` is how far its label shifts the middle down."""

    width: float
    height: float
    below: float = 0.0


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge with the room that its label takes in the middle (0 for none)."""

    start: str
    end: str
    width: float = 0.0
    height: float = 0.0


def to_places(boxes: dict[str, Box], ties: list[Tie], *, ratio: float = 1.35) -> dict[str, tuple[int, int]]:
    """Return a place for every box, for a stage ``ratio`` times as wide as high."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(boxes)
    for tie in ties:
        if tie.start != tie.end:
            length = _length(boxes, tie)
            known = graph.get_edge_data(tie.start, tie.end, {"length": 0.0})["length"]
            graph.add_edge(tie.start, tie.end, length=max(length, known))
    parts = [sorted(part) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), part))
    drawn = []
    for part in parts:
        points = _spread(graph.subgraph(part), part, ratio)
        inside = [tie for tie in ties if tie.start in set(part)]
        drawn.append((part, _push_apart(points, [boxes[name] for name in part], _to_pairs(part, inside))))
    return _pack(drawn, boxes, ratio)


def _length(boxes: dict[str, Box], tie: Tie) -> float:
    """How long a tie should be: room for half of both boxes and for its label."""
    ends = (boxes[tie.start], boxes[tie.end])
    return 55.0 + sum(box.width + box.height for box in ends) * 0.22 + tie.width * 0.8


# ---------------------------------------------------------------- stress


def _spread(graph: nx.Graph[str], names: list[str], ratio: float) -> Floats:
    """Place the nodes of one connected part so that distances on paper come near distances in the graph."""
    count = len(names)
    chance = random.Random(count)
    points = np.array([[chance.random(), chance.random()] for _ in names]) * 100.0 * math.sqrt(count)
    if count == 1:
        return points
    wanted = _distances(graph, names)
    weight = 1.0 / (wanted * wanted + np.eye(count))
    np.fill_diagonal(weight, 0.0)
    total = weight.sum(axis=0)
    for _ in range(300 if count <= 150 else 60):
        points = _majorise(points, wanted, weight, total)
    stretch = math.sqrt(math.sqrt(ratio))
    return _turn(points) * np.array([stretch, 1.0 / stretch])


def _distances(graph: nx.Graph[str], names: list[str]) -> Floats:
    place = {name: index for index, name in enumerate(names)}
    wanted = np.zeros((len(names), len(names)))
    for name in names:
        if len(names) <= 150:
            far = nx.single_source_dijkstra_path_length(graph, name, weight="length")
        else:
            far = {other: steps * 170.0 for other, steps in nx.single_source_shortest_path_length(graph, name).items()}
        for other, length in far.items():
            wanted[place[name], place[other]] = length
    return wanted


def _majorise(points: Floats, wanted: Floats, weight: Floats, total: Floats) -> Floats:
    """One step of the localised majorisation: every node goes to the mean of where the others want it."""
    columns = []
    apart = [points[:, axis][None, :] - points[:, axis][:, None] for axis in (0, 1)]
    far = np.sqrt(apart[0] * apart[0] + apart[1] * apart[1]) + 1e-9
    pull = weight * wanted / far
    for axis in (0, 1):
        votes = weight * points[:, axis][:, None] + pull * apart[axis]
        columns.append(votes.sum(axis=0) / total)
    return np.stack(columns, axis=1)


def _turn(points: Floats) -> Floats:
    """Turn the picture, in steps whose sine and cosine are exact fractions, to where it is widest and least high."""
    points = points - points.sum(axis=0) / len(points)
    turns = [(1.0, 0.0), (0.8, 0.6), (0.6, 0.8), (0.0, 1.0), (-0.6, 0.8), (-0.8, 0.6)]
    turned = [
        np.stack([points[:, 0] * cos - points[:, 1] * sin, points[:, 0] * sin + points[:, 1] * cos], axis=1) for cos, sin in turns
    ]
    return max(turned, key=lambda drawn: float(np.ptp(drawn[:, 0]) / (np.ptp(drawn[:, 1]) + 1.0)))


# ---------------------------------------------------------------- overlaps


def _to_pairs(names: list[str], ties: list[Tie]) -> list[tuple[int, int, Tie]]:
    place = {name: index for index, name in enumerate(names)}
    return [(place[tie.start], place[tie.end], tie) for tie in ties]


def _push_apart(points: Floats, boxes: list[Box], pairs: list[tuple[int, int, Tie]]) -> Floats:
    """Push boxes, and labels in the middle of their ties, apart until none overlaps, growing the picture where that is not enough."""
    xs, ys = points[:, 0].tolist(), points[:, 1].tolist()
    labels = [pair for pair in pairs if pair[2].width and pair[0] != pair[1]] if len(boxes) <= 300 else []
    for turn in range(400 if len(boxes) <= 300 else 60):
        bodies = _to_bodies(xs, ys, boxes, labels)
        moved = False
        for first, second in _find_overlaps(bodies):
            moved |= _part(first, second, xs, ys)
        if not moved:
            break
        if turn % 20 == 19:
            xs, ys = [x * 1.03 for x in xs], [y * 1.03 for y in ys]
    return np.array([xs, ys]).T


@dataclass(slots=True)
class _Body:
    """A rectangle on the stage and the nodes that move when it is pushed."""

    left: float
    top: float
    right: float
    bottom: float
    nodes: tuple[int, ...]


def _to_bodies(xs: list[float], ys: list[float], boxes: list[Box], labels: list[tuple[int, int, Tie]]) -> list[_Body]:
    bodies = [
        _Body(
            x - (box.width + GAP) / 2,
            y + box.below - (box.height + GAP) / 2,
            x + (box.width + GAP) / 2,
            y + box.below + (box.height + GAP) / 2,
            (index,),
        )
        for index, (x, y, box) in enumerate(zip(xs, ys, boxes, strict=True))
    ]
    for start, end, tie in labels:
        x, y = (xs[start] + xs[end]) / 2, (ys[start] + ys[end]) / 2
        bodies.append(_Body(x - tie.width / 2, y - tie.height / 2, x + tie.width / 2, y + tie.height / 2, (start, end)))
    return bodies


def _find_overlaps(bodies: list[_Body]) -> list[tuple[_Body, _Body]]:
    """Pairs whose rectangles overlap, swept from left to right."""
    found, open_bodies = [], []
    for body in sorted(bodies, key=lambda body: (body.left, body.top, body.nodes)):
        open_bodies = [other for other in open_bodies if other.right > body.left]
        found += [(other, body) for other in open_bodies if other.top < body.bottom and body.top < other.bottom]
        open_bodies.append(body)
    return found


def _part(first: _Body, second: _Body, xs: list[float], ys: list[float]) -> bool:
    """Move two overlapping bodies apart, half the way each, along the shorter way out; whether it could."""
    if set(first.nodes) == set(second.nodes):
        return False
    wide = min(first.right, second.right) - max(first.left, second.left)
    high = min(first.bottom, second.bottom) - max(first.top, second.top)
    is_wide = wide > high
    moved, step = (ys, high) if is_wide else (xs, wide)
    ahead = first.top + first.bottom <= second.top + second.bottom if is_wide else first.left + first.right <= second.left + second.right
    shared = set(first.nodes) & set(second.nodes)
    for body, sign in ((first, -0.5), (second, 0.5)):
        for node in body.nodes:
            if node not in shared:
                moved[node] += step * sign * (1.0 if ahead else -1.0)
    return True


def _pack(drawn: list[tuple[list[str], Floats]], boxes: dict[str, Box], ratio: float) -> dict[str, tuple[int, int]]:
    """Put the connected parts beside and below each other in rows, the largest first, and round."""
    framed = [_frame(names, points, boxes) for names, points in drawn]
    area = sum(width * height for _, _, width, height in framed)
    row = max([width for _, _, width, _ in framed], default=0.0)
    row = max(row, math.sqrt(area * ratio))
    places: dict[str, tuple[int, int]] = {}
    left = top = tallest = 0.0
    for names, points, width, height in framed:
        if left and left + width > row:
            left, top, tallest = 0.0, top + tallest + 2 * GAP, 0.0
        for name, (x, y) in zip(names, points.tolist(), strict=True):
            places[name] = (round(left + x), round(top + y))
        left, tallest = left + width + 2 * GAP, max(tallest, height)
    return places


def _frame(names: list[str], points: Floats, boxes: dict[str, Box]) -> tuple[list[str], Floats, float, float]:
    """Move a part so that its frame starts at 0, 0; with the frame's width and height."""
    halves = np.array([[boxes[name].width / 2, boxes[name].height / 2] for name in names])
    middles = points + np.array([[0.0, boxes[name].below] for name in names])
    low, high = (middles - halves).min(axis=0), (middles + halves).max(axis=0)
    width, height = (high - low).tolist()
    return names, points - low, width, height
