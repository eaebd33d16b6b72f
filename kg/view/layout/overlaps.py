"""A drawing whose boxes and labels cover each other -> one in which none does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.view.layout.sheet import GAP, Box, Floats, Sheet, Tie

Push = tuple[int, int, int, float]
"""Two bodies that overlap, the first to the left; along which axis (0 across, 1 down) and how far to move each, the first backwards."""


_TURNS = {False: (300, 2, 1.02), True: (150, 10, 1.03)}
"""For a small and a large sheet: how many turns at most, after how many of them the picture grows, and by how much."""


def push_apart(points: Floats, sheet: Sheet) -> Floats:
    """Push boxes, and labels in the middle of their ties, apart until none overlaps, growing the picture where that is not enough."""
    xs, ys = points[:, 0].tolist(), points[:, 1].tolist()
    labels = [] if sheet.is_large else [pair for pair in sheet.pairs if pair[2].width and pair[0] != pair[1]]
    bodies = to_bodies(sheet.boxes, labels)
    turns, every, more = _TURNS[sheet.is_large]
    for turn in range(1, turns + 1):
        pushes = find_overlaps(bodies, xs, ys)
        if not _apply(pushes, bodies.nodes, (xs, ys)):
            break
        if turn % every == 0:
            xs, ys = [x * more for x in xs], [y * more for y in ys]
    return np.array([xs, ys]).T


@dataclass(frozen=True, slots=True)
class Bodies:
    """Rectangles on the stage, boxes, then labels: between which nodes each stands, and what it takes around its place."""

    starts: NDArray[np.intp]
    ends: NDArray[np.intp]
    wide: Floats
    high: Floats
    below: Floats
    nodes: list[tuple[int, ...]]
    earlier: NDArray[np.bool_]
    """For each of the bodies in order, which come before it."""


def to_bodies(boxes: list[Box], labels: list[tuple[int, int, Tie]]) -> Bodies:
    """Return the rectangles that boxes take with the space around them, then those of the labels in the middle of their ties."""
    rooms = [((box.width + GAP) / 2, (box.height + GAP) / 2, box.below) for box in boxes]
    rooms += [(tie.width / 2, tie.height / 2, 0.0) for _, _, tie in labels]
    wide, high, below = np.array(rooms).T
    starts = np.array([*range(len(boxes)), *(start for start, _, _ in labels)])
    ends = np.array([*range(len(boxes)), *(end for _, end, _ in labels)])
    nodes = [*((index,) for index in range(len(boxes))), *((start, end) for start, end, _ in labels)]
    return Bodies(starts, ends, wide, high, below, nodes, np.tri(len(nodes), k=-1, dtype=bool))


def find_overlaps(bodies: Bodies, xs: list[float], ys: list[float]) -> list[Push]:
    """Return how rectangles that overlap get apart, half the way each, along the shorter way out; in pairs from left to right."""
    left, top, right, bottom = _to_edges(bodies, np.array(xs), np.array(ys))
    order = np.lexsort((bodies.ends, bodies.starts, top, left))
    lefts, tops, rights, bottoms = left[order], top[order], right[order], bottom[order]
    over = (rights > lefts[:, None]) & (tops < bottoms[:, None]) & (tops[:, None] < bottoms)
    later, earlier = np.nonzero(over & bodies.earlier)
    one, other = order[earlier], order[later]
    wide = np.minimum(right[one], right[other]) - np.maximum(left[one], left[other])
    high = np.minimum(bottom[one], bottom[other]) - np.maximum(top[one], top[other])
    down = wide > high
    ahead = np.where(down, top[one] + bottom[one] <= top[other] + bottom[other], left[one] + right[one] <= left[other] + right[other])
    shift = np.where(down, high, wide) * np.where(ahead, 0.5, -0.5)
    return list(zip(one.tolist(), other.tolist(), down.astype(int).tolist(), shift.tolist(), strict=True))


def _to_edges(bodies: Bodies, xs: Floats, ys: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return where bodies end on the left, at the top, on the right and at the bottom."""
    x, y = ((axis[bodies.starts] + axis[bodies.ends]) / 2 for axis in (xs, ys))
    middle = y + bodies.below
    return x - bodies.wide, middle - bodies.high, x + bodies.wide, middle + bodies.high


def _apply(pushes: list[Push], nodes: list[tuple[int, ...]], places: tuple[list[float], list[float]]) -> bool:
    """Move the nodes of bodies that overlap, but those that two bodies share; whether any moved."""
    moved = False
    for first, second, axis, shift in pushes:
        place, one, other = places[axis], nodes[first], nodes[second]
        for node in one:
            if node not in other:
                place[node] -= shift
                moved = True
        for node in other:
            if node not in one:
                place[node] += shift
                moved = True
    return moved
