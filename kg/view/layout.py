"""Boxes and the ties between them -> places where no box and no label covers another, the same on every machine.

Stress majorisation (Gansner, Koren and North 2004, "Graph drawing by stress majorization") puts boxes as far apart as the graph is
far, each connected part for itself; then boxes and the labels of ties push each other away. Only additions, multiplications, divisions
and square roots, element by element, so that rounded places do not hang on the machine's numeric libraries.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

GAP = 14.0
"""Free space around every box."""

FEW = 150
"""Up to so many boxes are drawn with care for every label and crossing."""

STEP = 170.0
"""The length of a tie in a large drawing."""

PIVOTS = 50
"""How many nodes stand for all the others in a large drawing."""

LEAST = 600.0
"""The height that every stage has: a drawing gains nothing by being smaller."""


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
        sheet = _Sheet([boxes[name] for name in part], pairs, ratio, tries=_tries(len(part), len(boxes)))
        drawn.append((part, _draw(sheet, graph, part)))
    return _pack(drawn, boxes, ratio) if len(boxes) > FEW else _fit_together(drawn, boxes, ties, ratio)


def _tries(count: int, total: int) -> int:
    """From how many starts to draw a part: many where few are drawn."""
    if count <= 3 or total > FEW:
        return 1
    return 4 if total <= 80 else 2


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One connected part: its boxes, its ties by number, how wide the stage is to its height, and from how many starts to draw."""

    boxes: list[Box]
    pairs: list[tuple[int, int, Tie]]
    ratio: float
    tries: int = 1

    @property
    def is_large(self) -> bool:
        """Whether care for every label would take too long."""
        return len(self.boxes) > FEW


def _draw(sheet: _Sheet, graph: nx.Graph[str], names: list[str]) -> Floats:
    """Draw one part from several starts, pull each drawing together as far as it gains, and keep the one that reads best."""
    if sheet.is_large:
        return _push_apart(_give_room(_spread_many(sheet), sheet), sheet)
    wanted = _distances(graph, names)
    best: tuple[float, Floats] | None = None
    for seed in range(sheet.tries):
        for start in _turns(_spread(wanted, seed), 2):
            points, cost = _tighten(start * _room(sheet, start), sheet)
            if best is None or cost < best[0]:
                best = cost, points
    assert best is not None
    return best[1]


def _tighten(points: Floats, sheet: _Sheet) -> tuple[Floats, float]:
    """Push boxes apart and pull the whole together by turns; the drawing that reads best, and its cost."""
    points = best = _push_apart(points, sheet)
    lowest = _cost(best, sheet)
    for _ in range(10):
        wide, high = np.ptp(points, axis=0).tolist()
        points = _push_apart(points * ([0.78, 0.92] if wide > high * sheet.ratio else [0.92, 0.78]), sheet)
        if (cost := _cost(points, sheet)) < lowest:
            best, lowest = points, cost
    return best, lowest


def _room(sheet: _Sheet, points: Floats) -> float:
    """How much to grow a drawing so that its boxes fill no more than a quarter of it."""
    wide, high = np.ptp(points, axis=0).tolist()
    filled = sum((box.width + GAP) * (box.height + GAP) for box in sheet.boxes)
    return max(1.0, math.sqrt(4.0 * filled / ((wide + 100.0) * (high + 100.0))))


def _give_room(points: Floats, sheet: _Sheet) -> Floats:
    """Spread a large drawing evenly and grow it until most boxes are free, so that pushing the rest apart keeps its shape.

    Every node keeps its direction from the middle; how far out it stands is mostly a matter of how many stand nearer.
    """
    points = points - points.sum(axis=0) / len(points)
    far = np.sqrt(points[:, 0] * points[:, 0] + points[:, 1] * points[:, 1]) + 1e-9
    nearer = np.empty(len(points))
    nearer[np.argsort(far, kind="stable")] = np.arange(1.0, len(points) + 1.0)
    reach = float(far.max()) * (0.85 * np.sqrt(nearer / len(points)) + 0.15 * far / far.max()) / far
    points = points * np.stack([reach * sheet.ratio, reach], axis=1)
    while len(_find_overlaps(_to_bodies(points[:, 0].tolist(), points[:, 1].tolist(), sheet.boxes, []))) > 0.7 * len(points):
        points = points * 1.2
    return points


def _cost(points: Floats, sheet: _Sheet) -> float:
    """How large the drawing is on a stage of the ratio, and how often lines cross each other or run behind boxes."""
    left, top, right, bottom = _to_edges(points, sheet.boxes)
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


def _to_edges(points: Floats, boxes: list[Box]) -> tuple[Floats, Floats, Floats, Floats]:
    half = np.array([[box.width / 2, box.height / 2] for box in boxes])
    middle = points + np.array([[0.0, box.below] for box in boxes])
    low, high = middle - half, middle + half
    return low[:, 0], low[:, 1], high[:, 0], high[:, 1]


def _length(boxes: dict[str, Box], tie: Tie) -> float:
    """How long a tie should be: room for half of both boxes and for its label."""
    ends = (boxes[tie.start], boxes[tie.end])
    return 36.0 + sum(box.width + box.height for box in ends) * 0.18 + tie.width * 0.35


# ---------------------------------------------------------------- stress


def _spread(wanted: Floats, seed: int) -> Floats:
    """Place the nodes of one connected part so that distances on paper come near those wanted."""
    count = len(wanted)
    chance = random.Random(seed)
    points = np.array([[chance.random(), chance.random()] for _ in range(count)]) * 100.0 * math.sqrt(count)
    if count == 1:
        return points
    weight = 1.0 / (wanted * wanted + np.eye(count))
    np.fill_diagonal(weight, 0.0)
    total = weight.sum(axis=0)
    for _ in range(150):
        points = _majorise(points, wanted, weight, total)
    return points


def _distances(graph: nx.Graph[str], names: list[str]) -> Floats:
    place = {name: index for index, name in enumerate(names)}
    wanted = np.zeros((len(names), len(names)))
    for name in names:
        for other, length in nx.single_source_dijkstra_path_length(graph, name, weight="length").items():
            wanted[place[name], place[other]] = length
    return _shorten(wanted)


def _shorten(lengths: Floats) -> Floats:
    """What is far need not be all that far."""
    shorter: Floats = lengths / (1.0 + lengths / 1200.0)
    return shorter


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


def _spread_many(sheet: _Sheet) -> Floats:
    """Place the nodes of a large part by a sparse model of stress: each looks at some pivots, its neighbours, and some of theirs.

    After Ortmann, Klimenta and Brandes 2017, "A sparse stress model", with distances in steps and one weight for all pivots.
    """
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


def _to_neighbours(sheet: _Sheet) -> list[list[int]]:
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


def _turns(points: Floats, most: int) -> list[Floats]:
    """The drawing turned, by angles whose sine and cosine are exact fractions, the widest and least high first."""
    points = points - points.sum(axis=0) / len(points)
    angles = [(1.0, 0.0), (0.8, 0.6), (0.6, 0.8), (0.0, 1.0), (-0.6, 0.8), (-0.8, 0.6)]
    turned = [np.stack([points[:, 0] * cos - points[:, 1] * sin, points[:, 0] * sin + points[:, 1] * cos], axis=1) for cos, sin in angles]
    return sorted(turned, key=lambda drawn: float((np.ptp(drawn[:, 1]) + 1.0) / (np.ptp(drawn[:, 0]) + 1.0)))[:most]


# ---------------------------------------------------------------- overlaps


def _to_pairs(names: list[str], ties: list[Tie]) -> list[tuple[int, int, Tie]]:
    place = {name: index for index, name in enumerate(names)}
    return [(place[tie.start], place[tie.end], tie) for tie in ties]


def _push_apart(points: Floats, sheet: _Sheet) -> Floats:
    """Push boxes, and labels in the middle of their ties, apart until none overlaps, growing the picture where that is not enough."""
    xs, ys = points[:, 0].tolist(), points[:, 1].tolist()
    labels = [] if sheet.is_large else [pair for pair in sheet.pairs if pair[2].width and pair[0] != pair[1]]
    for turn in range(150 if sheet.is_large else 300):
        bodies = _to_bodies(xs, ys, sheet.boxes, labels)
        moved = False
        for first, second in _find_overlaps(bodies):
            moved |= _part(first, second, xs, ys)
        if not moved:
            break
        if turn % 10 == 9:
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
    found: list[tuple[_Body, _Body]] = []
    open_bodies: list[_Body] = []
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


# ---------------------------------------------------------------- parts beside each other


def _pack(drawn: list[tuple[list[str], Floats]], boxes: dict[str, Box], ratio: float) -> dict[str, tuple[int, int]]:
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
    left, top, right, bottom = _to_edges(points, [boxes[name] for name in names])
    low = np.array([left.min(), top.min()])
    return names, points - low, float(right.max() - low[0]), float(bottom.max() - low[1])


def _fit_together(
    drawn: list[tuple[list[str], Floats]], boxes: dict[str, Box], ties: list[Tie], ratio: float
) -> dict[str, tuple[int, int]]:
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
    frames = list(np.stack(_to_edges(points, [boxes[name] for name in names]), axis=1))
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
    low, high = own[:, :2].min(axis=0).tolist(), own[:, 2:].max(axis=0).tolist()
    first, last = taken[:, :2].min(axis=0).tolist(), taken[:, 2:].max(axis=0).tolist()
    shifts = [np.arange(first[axis] - high[axis] - 30.0, last[axis] - low[axis] + 70.0, 25.0).tolist() for axis in (0, 1)]
    sizes = [[max(last[axis], high[axis] + by) - min(first[axis], low[axis] + by) for by in shifts[axis]] for axis in (0, 1)]
    spots = sorted(
        (max(wide / ratio, tall), y, x)
        for x, wide in zip(shifts[0], sizes[0], strict=True)
        for y, tall in zip(shifts[1], sizes[1], strict=True)
    )
    best: tuple[float, float, float, float] | None = None
    for size, y, x in spots:
        if best is not None and (size > best[0] or best[1] <= -60.0):
            break
        room = min(_find_room(own + np.array([x, y, x, y]), taken), 60.0)
        if room >= 2 * GAP and (best is None or -room < best[1]):
            best = size, -room, y, x
    assert best is not None  # beside all that is there it always finds room
    return best[3], best[2]


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
