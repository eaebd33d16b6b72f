"""Members of one block (nodes of several articles with one name, or one class and one cast) -> which of them are the same thing.

A function of the set of members: nothing depends on the order in which articles came. Where signs are missing or at odds, things stay
apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kg.records import Iri
from kg.store.marks import DATE, EVENT

APART = 45
"""Events of one class and cast that are reported more days apart than this are two events."""

LASTING = f"{EVENT}Membership|"
"""Posts are held for years, so that reports of one may lie far apart."""

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Member:
    """A node that may be the same as others of its block."""

    node: Iri
    article: Iri
    traits: frozenset[str] = frozenset()
    published: str | None = None

    @property
    def dates(self) -> tuple[str, ...]:
        """When the event takes place, as its article says."""
        return tuple(sorted(trait.removeprefix(DATE) for trait in self.traits if trait.startswith(DATE)))


def find_same(block: str, members: Iterable[Member], apart: Collection[frozenset[Iri]] = ()) -> dict[Iri, Iri]:
    """Return for each node that is the same as another the node that stands for both: the first by name.

    Pairs that the user keeps ``apart`` are never in one group.
    """
    ordered = sorted(members, key=lambda member: member.node)
    groups = _group_events(block, ordered, apart) if block.startswith(EVENT) else _group_things(ordered)
    kept = (group for group in groups if len(group) > 1 and not any(pair <= {member.node for member in group} for pair in apart))
    return {member.node: group[0].node for group in kept for member in group}


# ---------------------------------------------------------------- things


def _group_things(members: Sequence[Member]) -> list[list[Member]]:
    """Join things of one name that share a trait; a name that one article gives to two of them tells nobody apart, and joins nothing."""
    having: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        for trait in member.traits:
            having[trait].append(member)
    groups = join(members, ((those[0], other) for those in having.values() for other in those[1:]))
    return [group for group in groups if len({member.article for member in group}) == len(group)]


# ---------------------------------------------------------------- events


@dataclass(slots=True)
class _Told:
    """One event, and what is known of it so far: who tells it, its dates, and when it was first and last reported."""

    members: list[Member] = field(default_factory=list)
    articles: set[Iri] = field(default_factory=set)
    dates: set[tuple[str, ...]] = field(default_factory=set)
    reported: list[str] = field(default_factory=list)

    def takes(self, other: Member, *, lasting: bool) -> bool:
        """Whether another telling may be of this event: from another article, at no other date, and reported about the same time."""
        if other.article in self.articles:
            return False
        if other.dates and any(not _agree_somewhere(dates, other.dates) for dates in self.dates):
            return False
        gaps = () if lasting else (days_between(known, other.published) for known in self.reported)
        return all(gap is None or gap <= APART for gap in gaps)

    def add(self, member: Member) -> None:
        """Take a telling."""
        self.members.append(member)
        self.articles.add(member.article)
        if member.dates:
            self.dates.add(member.dates)
        if days_between(member.published, member.published) is not None:
            known = sorted([*self.reported, member.published or ""])
            self.reported = [known[0], known[-1]]


def _group_events(block: str, members: Sequence[Member], apart: Collection[frozenset[Iri]]) -> list[list[Member]]:
    """Give each telling, those that say most first, to the first event that takes it."""
    told: list[_Told] = []
    lasting = block.startswith(LASTING)
    barred: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for one, other in (sorted(pair) for pair in apart if len(pair) > 1):
        barred[one].add(other)
        barred[other].add(one)
    for member in sorted(members, key=lambda member: (not member.dates, member.published is None, member.published or "", member.node)):
        against = barred[member.node]
        for event in told:
            if event.takes(member, lasting=lasting) and not any(each.node in against for each in (event.members if against else ())):
                break
        else:
            told.append(event := _Told())
        event.add(member)
    return [sorted(event.members, key=lambda member: member.node) for event in told]


def _agree_somewhere(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return any(agree(left, right) for left in ours for right in theirs)


def agree(one: str, other: str) -> bool:
    """Whether two dates may be one: a month agrees with each of its days.

    >>> agree("2025-03", "2025-03-12"), agree("2025-03-11", "2025-03-12")
    (True, False)
    """
    return one.startswith(other) or other.startswith(one)


def days_between(one: str | None, other: str | None) -> int | None:
    """Return how many days lie between two dates; None unless both are known to the day.

    >>> days_between("2025-03-12", "2025-02-28")
    12
    """
    try:
        return abs((date.fromisoformat((one or "")[:10]) - date.fromisoformat((other or "")[:10])).days)
    except ValueError:
        return None


# ---------------------------------------------------------------- joining


def join(items: Iterable[Item], pairs: Iterable[tuple[Item, Item]]) -> list[list[Item]]:
    """Return the groups that the pairs tie together, in the order of the items.

    >>> join("abcd", [("a", "c"), ("c", "d")])
    [['a', 'c', 'd'], ['b']]
    """
    above: dict[Item, Item] = {item: item for item in items}

    def top(item: Item) -> Item:
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    for left, right in pairs:
        above[top(right)] = top(left)
    groups: dict[Item, list[Item]] = {}
    for item in above:
        groups.setdefault(top(item), []).append(item)
    return list(groups.values())


def count_independent(articles: Mapping[Iri, tuple[str | None, frozenset[str]]]) -> int:
    """Count the sources that speak for themselves: articles of one publisher, or with one sentence word for word, are one source.

    >>> count_independent({Iri("a"): ("reuters", frozenset({"x"})), Iri("b"): (None, frozenset({"x"})), Iri("c"): (None, frozenset())})
    2
    """
    having: defaultdict[tuple[str, str], list[Iri]] = defaultdict(list)
    for article, (voice, sentences) in articles.items():
        having["voice", voice or article].append(article)
        for sentence in sentences:
            having["sentence", sentence].append(article)
    return len(join(articles, ((those[0], other) for those in having.values() for other in those[1:])))
