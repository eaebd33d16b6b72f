"""Wanted distances -> places that come near them, by stress majorisation.

Gansner, Koren and North 2004, "Graph drawing by stress majorization".
"""

from __future__ import annotations

import math
import random

import networkx as nx
import numpy as np

from kg.view.layout.sheet import Floats

STEPS, LOOK = 150, 10
"""So many steps are taken at most; after so many of them it is looked whether the drawing still moves."""

STILL = 0.2
"""A drawing that no step moves further than this, in pixels, is done."""


def spread(wanted: Floats, seed: int) -> Floats:
    """Place the nodes of one connected part so that distances on paper come near those wanted."""
    count = len(wanted)
    chance = random.Random(seed)
    points = np.array([[chance.random(), chance.random()] for _ in range(count)]) * 100.0 * math.sqrt(count)
    if count == 1:
        return points
    weight = 1.0 / (wanted * wanted + np.eye(count))
    np.fill_diagonal(weight, 0.0)
    drawn, total, axes = weight * wanted, weight.sum(axis=0), (points[:, 0], points[:, 1])
    for step in range(STEPS):
        before, axes = axes, _majorise(axes, drawn, weight, total)
        if step % LOOK == 0 and max(float(np.abs(new - old).max()) for new, old in zip(axes, before, strict=True)) < STILL:
            break
    return np.stack(axes, axis=1)


def to_distances(graph: nx.Graph[str], names: list[str]) -> Floats:
    """Return how far apart the named nodes should be: as far as the ties between them are long."""
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


def _majorise(axes: tuple[Floats, Floats], drawn: Floats, weight: Floats, total: Floats) -> tuple[Floats, Floats]:
    """One step of the localised majorisation: every node goes to the mean of where the others want it."""
    wide, high = (axis - axis[:, None] for axis in axes)
    pull = drawn / (np.sqrt(wide * wide + high * high) + 1e-9)
    x, y = ((weight * axis[:, None] + pull * apart).sum(axis=0) / total for axis, apart in zip(axes, (wide, high), strict=True))
    return x, y


def to_turns(points: Floats, most: int) -> list[Floats]:
    """The drawing turned, by angles whose sine and cosine are exact fractions, the widest and least high first."""
    points = points - points.sum(axis=0) / len(points)
    angles = [(1.0, 0.0), (0.8, 0.6), (0.6, 0.8), (0.0, 1.0), (-0.6, 0.8), (-0.8, 0.6)]
    turned = [np.stack([points[:, 0] * cos - points[:, 1] * sin, points[:, 0] * sin + points[:, 1] * cos], axis=1) for cos, sin in angles]
    return sorted(turned, key=lambda drawn: float((np.ptp(drawn[:, 1]) + 1.0) / (np.ptp(drawn[:, 0]) + 1.0)))[:most]
