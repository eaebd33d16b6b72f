"""A drawing -> how badly it reads: its size on the stage, the lines that cross, and the lines that run behind boxes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.view.layout.sheet import Floats, Sheet, to_edges

LEAST = 600.0
"""The height that every stage has: a drawing gains nothing by being smaller, and none costs less."""


def to_cost(points: Floats, sheet: Sheet) -> float:
    """How large the drawing is on a stage of the ratio, and how often lines cross each other or run behind boxes."""
    left, top, right, bottom = to_edges(points, sheet.boxes)
    size = max(float(right.max() - left.min()) / sheet.ratio, float(bottom.max() - top.min()), LEAST)
    ties = [(start, end) for start, end, _ in sheet.pairs if start != end]
    if not ties:
        return size
    starts, ends = (points[np.array([tie[side] for tie in ties])] for side in (0, 1))
    crossings = int(_crossings(starts, ends).sum()) // 2
    behind = _behind(starts, ends, (left, top, right, bottom))
    for number, tie in enumerate(ties):
        behind[number, list(tie)] = False
    return size * (1.0 + 0.02 * crossings + 0.05 * int(behind.sum()))


def _crossings(starts: Floats, ends: Floats) -> NDArray[np.bool_]:
    """Which lines properly cross which."""
    sides = [_sides(starts, ends, points[None, :, 0], points[None, :, 1]) for points in (starts, ends)]
    apart: NDArray[np.bool_] = sides[0] * sides[1] < -1e-6
    return apart & apart.T


def _behind(starts: Floats, ends: Floats, edges: tuple[Floats, Floats, Floats, Floats]) -> NDArray[np.bool_]:
    """Which lines run through which boxes."""
    left, top, right, bottom = edges
    low, high = np.minimum(starts, ends), np.maximum(starts, ends)
    near = (low[:, None, 0] < right) & (high[:, None, 0] > left) & (low[:, None, 1] < bottom) & (high[:, None, 1] > top)
    sides = [_sides(starts, ends, x, y) for x in (left, right) for y in (top, bottom)]
    found: NDArray[np.bool_] = near & (np.minimum.reduce(sides) < 0) & (np.maximum.reduce(sides) > 0)
    return found


def _sides(starts: Floats, ends: Floats, x: Floats, y: Floats) -> Floats:
    """On which side of every line every point lies: below 0, or above."""
    way = ends - starts
    side: Floats = way[:, None, 0] * (y - starts[:, None, 1]) - way[:, None, 1] * (x - starts[:, None, 0])
    return side
