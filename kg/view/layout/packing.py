"""The drawings of connected parts -> one stage with all of them beside each other."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from kg.view.layout.sheet import GAP, Box, Floats, Tie, to_edges

GRID = 25.0
"""The width of the steps in which a place is looked for."""

ROOMY = 60.0
"""Where a part has so much room around it, it has enough."""


def pack(drawn: list[tuple[list[str], Floats]], boxes: dict[str, Box], ratio: float) -> dict[str, tuple[int, int]]:
    """Put the connected parts of a large drawing beside and below each other in rows, the largest first, and round."""
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
    left, top, right, bottom = to_edges(points, [boxes[name] for name in names])
    low = np.array([left.min(), top.min()])
    return names, points - low, float(right.max() - low[0]), float(bottom.max() - low[1])


def fit_together(drawn: list[tuple[list[str], Floats]], boxes: dict[str, Box], ties: list[Tie], ratio: float) -> dict[str, tuple[int, int]]:
    """Put the connected parts of a small drawing where the whole grows least, also into the corners that larger ones leave free."""
    places: dict[str, tuple[int, int]] = {}
    taken = np.zeros((0, 4))
    for names, points in drawn:
        own = _to_obstacles(names, points, boxes, ties)
        x, y = _find_free(own, taken, ratio) if len(taken) else (0.0, 0.0)
        taken = np.concatenate([taken, own + np.array([x, y, x, y])])
        places.update({name: (round(px + x), round(py + y)) for name, (px, py) in zip(names, points.tolist(), strict=True)})
    return places


def _to_obstacles(names: list[str], points: Floats, boxes: dict[str, Box], ties: list[Tie]) -> Floats:
    """Left, top, right and bottom of all that nothing may cover: boxes, and the lines between them bit by bit."""
    frames = list(np.stack(to_edges(points, [boxes[name] for name in names]), axis=1))
    place = {name: points[number] for number, name in enumerate(names)}
    for tie in ties:
        if tie.start in place:
            way = place[tie.end] - place[tie.start]
            bits = 2 + int(math.sqrt(float(way[0] * way[0] + way[1] * way[1])) / 30.0)
            spots = (place[tie.start] + way * (bit / bits) for bit in range(1, bits))
            frames += [np.array([x - 4.0, y - 4.0, x + 4.0, y + 4.0]) for x, y in spots]
    return np.array(frames)


def _find_free(own: Floats, taken: Floats, ratio: float) -> tuple[float, float]:
    """How far to move a part so that it covers nothing, the whole is smallest, and then most room is left around it."""
    low, high = own[:, :2].min(axis=0), own[:, 2:].max(axis=0)
    first, last = taken[:, :2].min(axis=0), taken[:, 2:].max(axis=0)
    shifts = [np.arange(first[axis] - high[axis] - 30.0, last[axis] - low[axis] + 70.0, GRID) for axis in (0, 1)]
    wide, tall = (np.maximum(last[axis], high[axis] + shifts[axis]) - np.minimum(first[axis], low[axis] + shifts[axis]) for axis in (0, 1))
    sizes = np.maximum(wide[None, :] / ratio, tall[:, None])
    sizes[_find_covered(own, taken, shifts, 2 * GAP)] = np.inf
    smallest = sizes == sizes.min()
    roomy = smallest & ~_find_covered(own, taken, shifts, ROOMY)
    spots = np.argwhere(roomy if roomy.any() else smallest).tolist()
    moves = [(float(shifts[0][across]), float(shifts[1][down])) for down, across in spots]
    return moves[0] if roomy.any() else max(moves, key=lambda move: _find_room(own + np.array([*move, *move]), taken))


def _find_covered(own: Floats, taken: Floats, shifts: list[Floats], gap: float) -> NDArray[np.bool_]:
    """By which shifts, down and across, some rectangle would come nearer than a gap to some that is taken.

    For each two rectangles these are a rectangle of shifts: +1 where it begins and -1 behind its end, added up along both axes.
    """
    edges = []
    for axis in (0, 1):
        nearest = taken[None, :, axis] - own[:, None, axis + 2] - gap
        furthest = taken[None, :, axis + 2] - own[:, None, axis] + gap
        begin, end = np.floor((nearest - shifts[axis][0]) / GRID) + 1.0, np.ceil((furthest - shifts[axis][0]) / GRID)
        edges.append([edge.clip(0, len(shifts[axis])).astype(np.intp).ravel() for edge in (begin, end)])
    (left, right), (top, bottom) = edges
    right, bottom = np.maximum(left, right), np.maximum(top, bottom)
    width, height = len(shifts[0]) + 1, len(shifts[1]) + 1
    corners = np.zeros(width * height, dtype=np.intp)
    for across, down, sign in ((left, top, 1), (right, top, -1), (left, bottom, -1), (right, bottom, 1)):
        corners += sign * np.bincount(down * width + across, minlength=len(corners))
    covering = corners.reshape(height, width).cumsum(axis=0).cumsum(axis=1)
    covered: NDArray[np.bool_] = covering[:-1, :-1] > 0
    return covered


def _find_room(own: Floats, taken: Floats) -> float:
    """The least gap between some rectangles and some others; negative where they overlap."""
    gaps = np.maximum.reduce(
        [
            own[:, None, 0] - taken[None, :, 2],
            taken[None, :, 0] - own[:, None, 2],
            own[:, None, 1] - taken[None, :, 3],
            taken[None, :, 1] - own[:, None, 3],
        ]
    )
    return float(gaps.min())
