"""A graph file and one or two names -> the facts that tie them, or the shortest chains of facts between them: ``kg explain``.

Things and facts are the two kinds of node of one graph, and a chain is a shortest path in it (Dijkstra; further ones after J. Y. Yen,
1971, by networkx). Passing through a thing costs 1 + log(its facts), so that a chain avoids what everything is tied to; a fact costs more
the weaker its stance. Chains lead through no topic, post, value, type or article.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from kg.directory import Directory, Thing, find_nodes, read_directory
from kg.errors import GraphError, QueryError
from kg.records import Iri
from kg.sparql import look_up, read_part, to_terminal
from kg.telling import STANCES, Fact, format_facts, stream_facts, tell_empty, tell_store

if TYPE_CHECKING:
    import networkx as nx

    from kg.store import About

MOST_CHAINS = 3
MOST_CALLED = 20
"""How many of the things of one name are listed."""

MOST_TRIED = 60
"""How many paths are looked at for chains through different things: several facts may tie the same two."""

WEAKER = 0.25
"""What each step from asserted towards denied, and background, adds to the cost of a fact."""

NO_THROUGHFARE = """
SELECT DISTINCT ?node { VALUES ?class { skos:Concept org:Role schema:NewsArticle schema:Quotation } ?node a ?class }
"""


@dataclass(frozen=True, slots=True)
class Chain:
    """Things each of which is tied to the next: ``facts[n]`` tie ``things[n]`` and ``things[n + 1]``."""

    things: tuple[Thing, ...]
    facts: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What ties two things, or all that is told of one.

    ``subjects`` and ``objects`` are the things that the names stand for, several where several are called the same. ``chains`` are looked
    for only where no fact ties the two; the cheapest comes first.
    """

    subjects: tuple[Thing, ...]
    objects: tuple[Thing, ...]
    facts: tuple[Fact, ...]
    chains: tuple[Chain, ...] = ()

    def __str__(self) -> str:
        return format_explanation(self)


# ---------------------------------------------------------------- the graph


@dataclass(slots=True)
class _Ties:
    """The facts of a graph, and what each ties."""

    facts: tuple[Fact, ...]
    directory: Directory
    closed: frozenset[Iri]
    told: dict[Iri, list[int]] = field(default_factory=lambda: defaultdict(list))

    def facts_of(self, things: Iterable[Thing]) -> set[int]:
        """Return the numbers of the facts that tie any of the things."""
        return {number for thing in things for number in self.told.get(thing.iri, ())}

    def take(self, numbers: Iterable[int]) -> tuple[Fact, ...]:
        """Return the facts of those numbers, in the order of the text."""
        return tuple(self.facts[number] for number in sorted(numbers))


def _read(path: Path, names: Collection[str]) -> _Ties:
    store, _ = read_part(path, names)
    facts = tell_store(store)
    if not facts:
        raise GraphError(tell_empty(path))
    ties = _Ties(facts, read_directory(store), frozenset(find_nodes(store, NO_THROUGHFARE)))
    for number, fact in enumerate(facts):
        for iri in fact.things:
            if iri not in ties.directory.values:
                ties.told[iri].append(number)
    return ties


# ---------------------------------------------------------------- explaining


def explain(path: Path, subject: str, object: str | None = None) -> Explanation:  # noqa: A002  (as in a triple)
    """Return what a graph file tells of one thing, or what ties two, each given by name, by alias or by IRI.

    Raises GraphError when the file cannot be read or holds no claims, QueryError for a name that the graph does not know.
    """
    names = [name for name in (subject, object) if name is not None]
    about = look_up(path, names)
    if about is not None and (facts := tuple(_walk_facts(about))):
        return Explanation(*_to_ends(about), facts)
    ties = _read(path, names)
    subjects = ties.directory.find(subject)
    if object is None:
        return Explanation(subjects, (), ties.take(ties.facts_of(subjects)))
    objects = ties.directory.find(object)
    if set(subjects) & set(objects):
        raise QueryError(f"{subject!r} and {object!r} are the same thing; name two, or one of them for all that is told of it")
    direct = ties.take(ties.facts_of(subjects) & ties.facts_of(objects))
    return Explanation(subjects, objects, direct, () if direct else tuple(_find_chains(ties, subjects, objects)))


def stream_explanation(path: Path, subject: str, object: str | None = None) -> Iterator[str]:  # noqa: A002  (as in a triple)
    """Yield what ``format_explanation`` gives, of a large store a fact at a time, so that the first comes at once; may raise as it."""
    about = look_up(path, [name for name in (subject, object) if name is not None])
    facts = iter(()) if about is None else _walk_facts(about)
    first = next(facts, None)
    if about is None or first is None:
        yield format_explanation(explain(path, subject, object))
        return
    yield from (f"{text}\n" for text in _opening(Explanation(*_to_ends(about), ())))
    yield from stream_facts(itertools.chain([first], facts), with_rules=True)


def _walk_facts(about: About) -> Iterator[Fact]:
    """Yield the facts that tie what each name stands for, article by article."""
    nodes = [frozenset(iri for iri, _, _ in called) for called in about.called]
    for store in about.walk():
        yield from (fact for fact in tell_store(store) if all(not each.isdisjoint(fact.things) for each in nodes))


def _to_ends(about: About) -> tuple[tuple[Thing, ...], tuple[Thing, ...]]:
    ends = [tuple(Thing(*each) for each in called) for called in about.called]
    return ends[0], ends[1] if len(ends) > 1 else ()


def _find_chains(ties: _Ties, subjects: tuple[Thing, ...], objects: tuple[Thing, ...]) -> Iterator[Chain]:
    """Yield the cheapest chain and others that are no longer, each through other things than those before."""
    import networkx as nx

    network = _to_network(ties, subjects, objects)
    try:
        paths = list(islice(nx.shortest_simple_paths(network, "start", "end", weight="cost"), MOST_TRIED))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return
    seen = list(dict.fromkeys(tuple(Iri(node) for node in path[1:-1] if isinstance(node, str)) for path in paths))
    shortest = min(map(len, seen))
    for stops in islice((each for each in seen if each == seen[0] or len(each) == shortest), MOST_CHAINS):
        things = tuple(map(ties.directory.thing, stops))
        yield Chain(things, tuple(ties.take(ties.facts_of([one]) & ties.facts_of([other])) for one, other in pairwise(things)))


def _to_network(ties: _Ties, subjects: tuple[Thing, ...], objects: tuple[Thing, ...]) -> nx.Graph[str | int]:
    """Return facts (by number) and things (by IRI) as one graph; "start" and "end" stand before the subjects and behind the objects."""
    import networkx as nx

    network: nx.Graph[str | int] = nx.Graph()
    ends = {thing.iri for thing in (*subjects, *objects)}
    for iri, numbers in ties.told.items():
        if iri not in ties.closed or iri in ends:
            hub = 1 + log(len(numbers))
            network.add_edges_from((iri, number, {"cost": (hub + _weakness(ties.facts[number])) / 2}) for number in numbers)
    network.add_edges_from(("start", thing.iri, {"cost": 0}) for thing in subjects)
    network.add_edges_from(("end", thing.iri, {"cost": 0}) for thing in objects)
    return network


def _weakness(fact: Fact) -> float:
    return WEAKER * (STANCES.index(fact.stance) if fact.stance in STANCES else 1)


# ---------------------------------------------------------------- text


def format_explanation(explanation: Explanation) -> str:
    """Return the explanation in words: facts with stance, roles, quote and rule; safe to print on a terminal."""
    return "\n".join((*_opening(explanation), *_body(explanation)))


def _opening(explanation: Explanation) -> Iterator[str]:
    for things in (explanation.subjects, explanation.objects):
        if len(things) > 1:
            lines = [f"  {thing.iri}{f'  ({thing.kind})' if thing.kind else ''}\n" for thing in things[:MOST_CALLED]]
            lines += [f"  and {len(things) - MOST_CALLED:,} more\n"] if len(things) > MOST_CALLED else []
            yield to_terminal(f"{len(things):,} things are called {things[0].name}; an IRI names one of them:\n{''.join(lines)}")


def _body(explanation: Explanation) -> Iterator[str]:
    if explanation.facts:
        yield format_facts(explanation.facts, with_rules=True)
        return
    subject = explanation.subjects[0].name
    if not explanation.objects:
        yield to_terminal(f"{subject} is named in the graph, and no fact is told of it.\n")
        return
    pair = f"{subject} and {explanation.objects[0].name}"
    if not explanation.chains:
        yield to_terminal(f"No fact and no chain of facts ties {pair}.\n")
        return
    count = len(explanation.chains)
    yield to_terminal(f"No fact ties {pair}. {'The shortest chain' if count == 1 else f'The {count} shortest chains'} of facts:\n")
    for chain in explanation.chains:
        yield to_terminal(f"{' — '.join(thing.name for thing in chain.things)}\n")
        yield format_facts(dict.fromkeys(fact for step in chain.facts for fact in step), with_rules=True)
