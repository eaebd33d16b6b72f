"""A family name that several persons of an article bear -> whose each mention of it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.records import Mention

if TYPE_CHECKING:
    from kg.background import Background
    from kg.resolve.clusters import Cluster

HONORIFIC = re.compile(r"\b(mr|mrs|ms|miss|sir|dame|lord|lady)\.?\s+$", re.IGNORECASE)
GENDER_OF_HONORIFIC = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
KIN = re.compile(
    r"\b(his|her|their|whose|my|our|\w+[’']s?) (\w+ )?(father|mother|wife|husband|brother|sister|son|daughter|"
    r"widow|parents|uncle|aunt|cousin|nephew|niece),? $",
    re.IGNORECASE,
)

SENTENCE_END = re.compile(r"[.!?][”’\"')]?\s")


class Namesakes:
    """Knows of the persons of one article who bear one family name."""

    def __init__(self, names: Sequence[Mention], text: str, background: Background) -> None:
        self.names, self.text, self.background = names, text, background

    def share_out(self, surname: Cluster, bearers: Sequence[Cluster]) -> Iterator[tuple[int, Cluster]]:
        """Yield each mention of a family name with its bearer.

        That is the latest of them that was named before, of its gender; but where that is some sentences ago, the one whose name it was
        before another came in. Where one of them is "Mr X" elsewhere, "X" alone is another.
        """
        first = _find_first(surname, bearers)
        heads = [other for other in bearers if not self._is_relative(other)] or bearers
        polite = {titled.number for number in surname.members if (titled := self._find_titled(number, bearers)) is not None}
        for number in list(surname.members):
            fitting = [other for other in heads if self._agrees_in_gender(number, other)] or [
                other for other in bearers if self._agrees_in_gender(number, other)
            ]
            if self._find_honorific(number) is None:
                fitting = [other for other in fitting if other.number not in polite] or fitting
            owner = find_latest(number, fitting)
            if first in fitting and owner is not None and self._is_far(owner, number):
                owner = first
            if owner is not None:
                yield number, owner

    def _is_far(self, owner: Cluster, number: int) -> bool:
        """Whether more than the end of a sentence lies between a mention and the last one of somebody before it."""
        last = owner.members[bisect_left(owner.members, number) - 1]
        between = self.text[self.names[last].span.end : self.names[number].span.start]
        return len(SENTENCE_END.findall(between)) > 1

    def _is_relative(self, cluster: Cluster) -> bool:
        """Whether a person comes in only as somebody's relative ("his father, X"), who does not take the family name over."""
        starts = [self.names[number].span.start for number in cluster.members if " " in self.names[number].surface]
        return bool(starts) and all(KIN.search(self.text, max(0, start - 40), start) is not None for start in starts)

    def _find_honorific(self, number: int) -> str | None:
        """The "mr" or "dame" right before a mention."""
        start = self.names[number].span.start
        found = HONORIFIC.search(self.text, max(0, start - 8), start)
        return found.group(1).lower() if found is not None else None

    def _find_titled(self, number: int, bearers: Sequence[Cluster]) -> Cluster | None:
        """The one of the persons whom the honorific before a mention fits."""
        fitting = [other for other in bearers if self._agrees_in_gender(number, other)]
        return fitting[0] if self._find_honorific(number) is not None and len(fitting) == 1 else None

    def _agrees_in_gender(self, number: int, full: Cluster) -> bool:
        honorific = self._find_honorific(number)
        if honorific is None:
            return True
        return self.background.find_gender(full.label.split()[0]) in {None, "u", GENDER_OF_HONORIFIC[honorific]}


def find_latest(number: int, clusters: Sequence[Cluster]) -> Cluster | None:
    """The cluster with the nearest full mention before a mention."""
    before = [
        (other.members[bisect_left(other.members, number) - 1], other.number, other) for other in clusters if other.members[0] < number
    ]
    return max(before, key=lambda found: found[:2])[2] if before else None


def _find_first(surname: Cluster, bearers: Sequence[Cluster]) -> Cluster | None:
    """The bearer who alone had been named when the family name first stood by itself: it stays that person's."""
    named = [other for other in bearers if other.members[0] < surname.members[0]]
    return named[0] if len(named) == 1 else None
