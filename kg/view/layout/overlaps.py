"""A drawing whose boxes and labels cover each other -> one in which none does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.view.layout.sheet import GAP, Box, Floats, Sheet, Tie


def push_apart(points: Floats, sheet: Sheet) -> Floats:
    """Push boxes, and labels in the middle of their ties, apart until none overlaps, growing the picture where that is not enough."""
    xs, ys = points[:, 0].tolist(), points[:, 1].tolist()
    labels = [] if sheet.is_large else [pair for pair in sheet.pairs if pair[2].width and pair[0] != pair[1]]
    for turn in range(150 if sheet.is_large else 300):
        bodies = to_bodies(xs, ys, sheet.boxes, labels)
        moved = False
        for first, second in find_overlaps(bodies):
            moved |= _part(first, second, xs, ys)
        if not moved:
            break
        if turn % 10 == 9:
            xs, ys = [x * 1.03 for x in xs], [y * 1.03 for y in ys]
    return np.array([xs, ys]).T


@dataclass(slots=True)
class Body:
    """A rectangle on the stage and the nodes that move when it is pushed."""

    left: float
    top: float
    right: float
    bottom: float
    nodes: tuple[int, ...]


def to_bodies(xs: list[float], ys: list[float], boxes: list[Box], labels: list[tuple[int, int, Tie]]) -> list[Body]:
    """Return the rectangles that boxes take with the space around them, then those of the labels in the middle of their ties."""
    bodies = [
        Body(
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
        bodies.append(Body(x - tie.width / 2, y - tie.height / 2, x + tie.width / 2, y + tie.height / 2, (start, end)))
    return bodies


def find_overlaps(bodies: list[Body]) -> list[tuple[Body, Body]]:
    """Pairs whose rectangles overlap, swept from left to right."""
    found: list[tuple[Body, Body]] = []
    open_bodies: list[Body] = []
    for body in sorted(bodies, key=lambda body: (body.left, body.top, body.nodes)):
        open_bodies = [other for other in open_bodies if other.right > body.left]
        found += [(other, body) for other in open_bodies if other.top < body.bottom and body.top < other.bottom]
        open_bodies.append(body)
    return found


def _part(first: Body, second: Body, xs: list[float], ys: list[float]) -> bool:
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
