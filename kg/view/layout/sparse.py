"""A large part -> places, by a sparse model of stress: each node looks at some pivots, its neighbours, and some of theirs.

After Ortmann, Klimenta and Brandes 2017, "A sparse stress model", with distances in steps and one weight for all pivots.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from kg.view.layout.sheet import Floats, Sheet

STEP = 170.0
"""The length of a tie in a large drawing."""

PIVOTS = 50
"""How many nodes stand for all the others in a large drawing."""


def spread_many(sheet: Sheet) -> Floats:
    """Place the nodes of a large part so that distances on paper come near those in the graph."""
    count = len(sheet.boxes)
    near = _to_neighbours(sheet)
    pivots, wanted = _find_pivots(near)
    weight = count / len(pivots) / (wanted * wanted + 1.0) * (wanted > 0)
    ties = _to_springs(near)
    chance = random.Random(0)
    points = np.array([[chance.random(), chance.random()] for _ in range(count)]) * 100.0 * math.sqrt(count)
    total = weight.sum(axis=0) + np.bincount(ties.ends, weights=ties.weight, minlength=count)
    for _ in range(80):
        apart = [points[:, axis][None, :] - points[pivots, axis][:, None] for axis in (0, 1)]
        pull = weight * wanted / (np.sqrt(apart[0] * apart[0] + apart[1] * apart[1]) + 1e-9)
        along = [points[ties.ends, axis] - points[ties.starts, axis] for axis in (0, 1)]
        drag = ties.weight * ties.length / (np.sqrt(along[0] * along[0] + along[1] * along[1]) + 1e-9)
        columns = []
        for axis in (0, 1):
            votes = (weight * points[pivots, axis][:, None] + pull * apart[axis]).sum(axis=0)
            told = ties.weight * points[ties.starts, axis] + drag * along[axis]
            columns.append((votes + np.bincount(ties.ends, weights=told, minlength=count)) / total)
        points = np.stack(columns, axis=1)
    return points


def _to_neighbours(sheet: Sheet) -> list[list[int]]:
    near: list[set[int]] = [set() for _ in sheet.boxes]
    for start, end, _ in sheet.pairs:
        if start != end:
            near[start].add(end)
            near[end].add(start)
    return [sorted(others) for others in near]


def _reach(near: list[list[int]], node: int, other: int) -> float:
    """How long a tie should be: around a node with many there must be room for all."""
    return STEP * max(1.0, math.sqrt(max(len(near[node]), len(near[other]))) * 0.3)


def _find_pivots(near: list[list[int]]) -> tuple[list[int], Floats]:
    """Nodes far from each other, first the best tied one; and how far each is from all nodes."""
    pivots: list[int] = []
    rows: list[Floats] = []
    nearest = np.full(len(near), np.inf)
    pivot = max(range(len(near)), key=lambda node: (len(near[node]), -node))
    while len(pivots) < PIVOTS:
        pivots.append(pivot)
        rows.append(_find_lengths(near, pivot))
        nearest = np.minimum(nearest, rows[-1])
        pivot = int(nearest.argmax())
    return pivots, np.array(rows)


def _find_lengths(near: list[list[int]], start: int) -> Floats:
    """How far every node is from one (Dijkstra)."""
    lengths = [math.inf] * len(near)
    lengths[start] = 0.0
    open_nodes = [(0.0, start)]
    while open_nodes:
        length, node = heappop(open_nodes)
        if length > lengths[node]:
            continue
        for other in near[node]:
            if (longer := length + _reach(near, node, other)) < lengths[other]:
                lengths[other] = longer
                heappush(open_nodes, (longer, other))
    return np.array(lengths)


@dataclass(frozen=True, slots=True)
class _Springs:
    """Pairs of nodes that should stand so far apart, each pair both ways."""

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    length: Floats
    weight: Floats


def _to_springs(near: list[list[int]]) -> _Springs:
    """Neighbours one step apart, and each neighbour of a node two steps from the next ones."""
    told: dict[tuple[int, int], float] = {}
    for node, others in enumerate(near):
        told.update({(node, other): _reach(near, node, other) for other in others})
        for shift in (1, 2, 3):
            for one, other in zip(others, others[shift:] + others[:shift], strict=True):
                if one != other:
                    told.setdefault((one, other), 2 * STEP)
                    told.setdefault((other, one), 2 * STEP)
    length = np.array(list(told.values()))
    starts, ends = (np.array([pair[side] for pair in told], dtype=np.intp) for side in (0, 1))
    return _Springs(starts, ends, length, 20.0 / (length * length))
