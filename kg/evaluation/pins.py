"""Evaluation -> floors below which a later run must not fall, and which of them a change lowers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from kg.errors import EvaluationError
from kg.evaluation.gold import article_of
from kg.evaluation.report import Evaluation
from kg.evaluation.score import Counts

PLACES = 3


@dataclass(frozen=True, slots=True)
class Pins:
    """What was reached: a floor for each kind, the counts behind it, and the digest of the gold it was reached on."""

    floors: Mapping[str, float]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    digest: str = ""


def to_digest(gold: Iterable[Path]) -> str:
    """The SHA-256 of the gold files and of their articles, in the order of their names."""
    total = sha256()
    for path in sorted(gold):
        for part in (article_of(path), path):
            total.update(f"{part.name}\0".encode() + part.read_bytes() + b"\0")
    return total.hexdigest()


def to_floors(evaluation: Evaluation) -> dict[str, float]:
    """F1 of each kind and the accuracy of stances, over all articles, rounded down to three places.

    >>> to_floors(Evaluation(()))["fact stance"]
    1.0
    """
    whole = evaluation.total
    rates = {kind: counts.f1 for kind, counts in whole.counts.items()}
    rates |= {"event stance": whole.event_stance.accuracy, "fact stance": whole.fact_stance.accuracy}
    return {kind: int(rate * 10**PLACES) / 10**PLACES for kind, rate in rates.items()}


def to_counts(evaluation: Evaluation) -> dict[str, dict[str, int]]:
    """Hits, false alarms and misses of each kind, over all articles."""
    return {kind: _plain(counts) for kind, counts in evaluation.total.counts.items()}


def _plain(counts: Counts) -> dict[str, int]:
    return {"hits": counts.hits, "false alarms": counts.alarms, "misses": counts.misses}


def raise_floors(pins: Pins, evaluation: Evaluation, digest: str) -> Pins:
    """The pins of this evaluation, no floor lower than it was; floors of other kinds are kept."""
    reached = to_floors(evaluation)
    floors = {kind: max(reached.get(kind, 0.0), pins.floors.get(kind, 0.0)) for kind in sorted({*reached, *pins.floors})}
    return Pins(floors, to_counts(evaluation), digest)


def find_shortfalls(pins: Pins, evaluation: Evaluation) -> tuple[str, ...]:
    """A sentence for each kind that is now below its floor."""
    reached = to_floors(evaluation)
    short = ((kind, floor) for kind, floor in pins.floors.items() if kind in reached and reached[kind] < floor)
    return tuple(f"{kind}: {reached[kind]} is below the floor of {floor}" for kind, floor in short)


def find_drops(history: Iterable[Pins]) -> tuple[tuple[str, float], ...]:
    """The kinds whose floor one version lowers against the one before it, or drops (to 0.0), with what it is lowered to.

    >>> find_drops([Pins({"facts": 0.7, "roles": 0.5}), Pins({"facts": 0.6, "roles": 0.5}), Pins({"facts": 0.8})])
    (('facts', 0.6), ('roles', 0.0))
    """
    return tuple(
        (kind, after.floors.get(kind, 0.0))
        for before, after in pairwise(history)
        for kind, floor in before.floors.items()
        if after.floors.get(kind, 0.0) < floor
    )


def is_told(drop: tuple[str, float], changelog: str) -> bool:
    """Whether the changelog says that this floor was lowered to this value.

    >>> is_told(("facts", 0.6), "- Quality floor `facts` lowered to 0.6: the gold was mended.")
    True
    """
    kind, floor = drop
    return f"Quality floor `{kind}` lowered to {floor}" in changelog


def to_json(pins: Pins) -> str:
    """The pins as JSON with sorted keys and one trailing newline."""
    data = {"digest": pins.digest, "floors": dict(pins.floors), "counts": {kind: dict(counts) for kind, counts in pins.counts.items()}}
    return json.dumps(data, indent=2, sort_keys=True) + "\n"


def from_json(text: str) -> Pins:
    """The pins of a file; raises EvaluationError when it is not one."""
    try:
        data = json.loads(text)
        return Pins(data["floors"], data.get("counts", {}), data.get("digest", ""))
    except (ValueError, KeyError, TypeError) as error:
        raise EvaluationError(f"not a file of pinned scores: {error}") from error
