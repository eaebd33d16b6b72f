"""Names -> cases: all mentions of one name with what speaks for its classes, and how long and short forms of a name share it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from kg.mentions.names.candidates import Candidate
from kg.records import Iri
from kg.terms import PERSON, PLACE


@lru_cache(maxsize=4096)
def to_key(surface: str) -> str:
    """The form under which names are compared: no article, no possessive, one kind of space and quote.

    >>> to_key("the United Nations’")
    'united nations'
    """
    key = re.sub(r"\s+", " ", surface.replace("’", "'").replace("‘", "'")).strip().lower()
    key = re.sub(r"^(the|a|an) ", "", key)
    return re.sub(r"('s|')$", "", key).replace(".", "") if not key.endswith(("inc.", "ltd.", "co.")) else re.sub(r"'s$", "", key)


@dataclass(slots=True)
class Case:
    """All mentions of one name, and what speaks for its classes."""

    mentions: list[Candidate]
    clues: defaultdict[tuple[Iri, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    labels: Counter[str] = field(default_factory=Counter)

    def weigh(self, class_iri: Iri, weight: float, kind: str) -> None:
        """Add a clue of a kind."""
        self.clues[class_iri, kind].append(weight)

    @property
    def weights(self) -> dict[Iri, float]:
        """For each class the sum of its weights: of each kind the strongest clue either way, and a little for each further one."""
        totals: dict[Iri, float] = {}
        for (iri, _), values in self.clues.items():
            totals[iri] = totals.get(iri, 0) + _sum_up(values)
        return totals

    @property
    def label(self) -> str:
        """The commonest label; of several, the first by name."""
        votes = Counter({label: count for label, count in self.labels.items() if label})
        return min(votes, key=lambda label: (-votes[label], label)) if votes else ""


def _sum_up(values: Iterable[float]) -> float:
    up = sorted((value for value in values if value > 0), reverse=True)
    down = sorted(value for value in values if value < 0)
    return sum(side[0] + 0.25 * sum(side[1:4]) for side in (up, down) if side)


def find_short_forms(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a longer one that begins or ends with it, sorted.

    >>> list(find_short_forms(["kim van eyck", "van eyck", "kim"]))
    [('kim', 'kim van eyck'), ('van eyck', 'kim van eyck')]
    """
    known = sorted(keys)
    by_part: dict[str, list[str]] = defaultdict(list)
    for full in known:
        parts = full.split()
        for cut in range(1, len(parts)):
            by_part[" ".join(parts[:cut])].append(full)
            by_part[" ".join(parts[cut:])].append(full)
    for short in known:
        if len(short) > 2:
            for full in dict.fromkeys(by_part.get(short, ())):
                yield short, full


def share(short: Case, full: Case, *, is_first: bool, may_be_person: bool) -> None:
    """A family name is a person's where the full name is, and tells as much of it; an organisation's first word likewise."""
    shorts, fulls = short.weights, full.weights
    for iri, weight in shorts.items():
        if (iri == PERSON) != is_first or iri not in {PERSON, PLACE}:
            full.weigh(iri, weight / 2, "form")
    for iri, weight in fulls.items():
        if iri == PERSON and weight > 0:
            short.weigh(iri, weight / (4 if is_first else 1), "form")
        elif iri != PLACE and weight > 0 and is_first:
            short.weigh(iri, weight / 2, "form")
    votes = full.labels["PERSON"] / max(1, sum(full.labels.values()))
    if not is_first and votes > 0.5 and may_be_person:
        short.weigh(PERSON, 2 * votes, "vote")
