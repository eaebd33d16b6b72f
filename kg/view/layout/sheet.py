"""What a drawing is made of: boxes, the ties between them, and the sheet of one connected part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

GAP = 14.0
"""Free space around every box."""

FEW = 150
"""Up to so many boxes are drawn with care for every label and crossing."""


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One connected part: its boxes, its ties by number, how wide the stage is to its height, and from how many starts to draw."""

    boxes: list[Box]
    pairs: list[tuple[int, int, Tie]]
    ratio: float
    tries: int = 1

    @property
    def is_large(self) -> bool:
        """Whether care for every label would take too long."""
        return len(self.boxes) > FEW


def to_edges(points: Floats, boxes: list[Box]) -> tuple[Floats, Floats, Floats, Floats]:
    """Return where boxes end on the left, at the top, on the right and at the bottom."""
    half = np.array([[box.width / 2, box.height / 2] for box in boxes])
    middle = points + np.array([[0.0, box.below] for box in boxes])
    low, high = middle - half, middle + half
    return low[:, 0], low[:, 1], high[:, 0], high[:, 1]
