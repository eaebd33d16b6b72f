"""A graph file and one or two names -> the facts that tie them, or the shortest chains of facts between them: ``kg explain``.

Things and facts are the two kinds of node of one graph, and a chain is a shortest path in it (Dijkstra; further ones after J. Y. Yen,
1971, by networkx). Passing through a thing costs 1 + log(its facts), so that a chain avoids what everything is tied to; a fact costs more
the weaker its stance. Chains lead through no topic, post, value, type or article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice, pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError, QueryError
from kg.records import Iri
from kg.sparql import Rows, query_store, read_store, to_terminal
from kg.telling import STANCES, Fact, format_facts, tell_store

if TYPE_CHECKING:
    import networkx as nx
    import pyoxigraph

MOST_CHAINS = 3
MOST_TRIED = 60
"""How many paths are looked at for chains through different things: several facts may tie the same two."""

MOST_NAMES = 20_000
"""Names beyond are not compared letter by letter."""

NEAREST = 5
WEAKER = 0.25
"""What each step from asserted towards denied, and background, adds to the cost of a fact."""

NAMES = """
SELECT DISTINCT ?node ?name {
  { ?node rdfs:label ?name } UNION { ?node schema:alternateName ?name }
  { ?article schema:mentions ?node } UNION { ?claim rdf:subject ?node } UNION { ?claim rdf:object ?node }
}
ORDER BY ?node ?name
"""
KINDS = """
SELECT ?node (MIN(?label) AS ?kind) {
  ?node a ?class . ?class rdfs:label ?label . ?article schema:mentions ?node
} GROUP BY ?node ORDER BY ?node
"""
VALUES = """
SELECT DISTINCT ?node {
  VALUES ?class {
    schema:MonetaryAmount time:Duration time:Instant schema:QuantitativeValue news:Percentage schema:NewsArticle schema:Quotation
  }
  ?node a ?class
}
"""
NO_THROUGHFARE = "SELECT DISTINCT ?node { VALUES ?class { skos:Concept org:Role } ?node a ?class }"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the graph names: an entity or an event."""

    iri: Iri
    name: str
    kind: str = ""


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


# ---------------------------------------------------------------- the graph


@dataclass(slots=True)
class _Ties:
    """The facts of a graph, and what each ties."""

    facts: tuple[Fact, ...]
    names: dict[Iri, list[str]]
    kinds: dict[Iri, str]
    closed: frozenset[Iri]
    told: dict[Iri, list[int]] = field(default_factory=lambda: defaultdict(list))

    def thing(self, iri: Iri) -> Thing:
        """Return the thing of that IRI, by its label."""
        return Thing(iri, self.names.get(iri, [iri])[0], self.kinds.get(iri, ""))

    def facts_of(self, things: Iterable[Iri]) -> set[int]:
        """Return the numbers of the facts that tie any of the things."""
        return {number for iri in things for number in self.told.get(iri, ())}

    def take(self, numbers: Iterable[int]) -> tuple[Fact, ...]:
        """Return the facts of those numbers, in the order of the text."""
        return tuple(self.facts[number] for number in sorted(numbers))


def _read(path: Path) -> _Ties:
    store = read_store(path)
    facts = tell_store(store)
    if not facts:
        raise GraphError(f"{path}: holds no facts with evidence; was it built with --facts-only?")
    values = {iri for iri, _ in _pairs(store, VALUES)}
    names: dict[Iri, list[str]] = {}
    for iri, name in _pairs(store, NAMES):
        if iri not in values:
            names.setdefault(iri, []).append(name)
    labels = dict(_pairs(store, "SELECT ?node ?label { ?node rdfs:label ?label } ORDER BY ?node DESC(?label)"))
    for iri, known in names.items():
        known.sort(key=lambda name: name != labels.get(iri))
    closed = frozenset(iri for iri, _ in _pairs(store, NO_THROUGHFARE))
    ties = _Ties(facts, names, dict(_pairs(store, KINDS)), closed)
    for number, fact in enumerate(facts):
        for iri in fact.things:
            if iri not in values:
                ties.told[iri].append(number)
    return ties


def _pairs(store: pyoxigraph.Store, sparql: str) -> Iterator[tuple[Iri, str]]:
    """Yield a node and a text for each row that holds a node; the text is empty where the query asks for none."""
    found = query_store(store, sparql)
    for node, *rest in found.rows if isinstance(found, Rows) else ():
        if isinstance(node, str):
            yield Iri(node), "".join(str(getattr(term, "lexical", term)) for term in rest)


# ---------------------------------------------------------------- explaining


def explain(path: Path, subject: str, object: str | None = None) -> Explanation:  # noqa: A002  (as in a triple)
    """Return what a graph file tells of one thing, or what ties two, each given by name, by alias or by IRI.

    Raises GraphError when the file cannot be read or holds no claims, QueryError for a name that the graph does not know.
    """
    ties = _read(path)
    subjects = _find(ties, subject)
    if object is None:
        return Explanation(_things(ties, subjects), (), ties.take(ties.facts_of(subjects)))
    objects = _find(ties, object)
    if set(subjects) & set(objects):
        raise QueryError(f"{subject!r} and {object!r} are the same thing; name two, or one of them for all that is told of it")
    direct = ties.take(ties.facts_of(subjects) & ties.facts_of(objects))
    chains = () if direct else tuple(_find_chains(ties, subjects, objects))
    return Explanation(_things(ties, subjects), _things(ties, objects), direct, chains)


def _things(ties: _Ties, iris: Iterable[Iri]) -> tuple[Thing, ...]:
    return tuple(ties.thing(iri) for iri in iris)


def _find(ties: _Ties, name: str) -> tuple[Iri, ...]:
    """Return what is called so: by IRI, else by label, else by alias, whatever the case of the letters."""
    if name in ties.names:
        return (Iri(name),)
    wanted = _fold(name)
    by_label = tuple(iri for iri, names in ties.names.items() if _fold(names[0]) == wanted)
    by_alias = tuple(iri for iri, names in ties.names.items() if wanted in map(_fold, names[1:]))
    if found := by_label or by_alias:
        return found
    events = {fact.things[0] for fact in ties.facts if fact.roles}
    near = find_nearest(name, (each for iri, names in ties.names.items() if iri not in events for each in names))
    near = near or find_nearest(name, (names[0] for names in ties.names.values()))
    hint = f"did you mean {' or '.join(near)}?" if near else "kg facts GRAPH tells all that there is"
    raise QueryError(f"nothing in the graph is called {name!r}; {hint}")


def _fold(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def find_nearest(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that hold the words of ``name``, then those spelt most like it; at most ``NEAREST``.

    >>> find_nearest("Osprei", ["Osprey", "Norland", "The Osprey Inn"])
    ('Osprey',)
    >>> find_nearest("inn", ["Osprey", "Norland", "The Osprey Inn"])
    ('The Osprey Inn',)
    """
    known: Mapping[str, str] = {_fold(each): each for each in reversed(tuple(dict.fromkeys(names)))}
    wanted = _fold(name)
    words = set(wanted.split())
    shared = {each: len(words & set(each.split())) for each in known}
    near = nlargest(NEAREST, (each for each in known if shared[each]), key=lambda each: (shared[each], -len(each), each))
    near += get_close_matches(wanted, list(islice(known, MOST_NAMES)), n=NEAREST)
    return tuple(known[each] for each in dict.fromkeys(near))[:NEAREST]


# ---------------------------------------------------------------- chains


def _find_chains(ties: _Ties, subjects: tuple[Iri, ...], objects: tuple[Iri, ...]) -> Iterator[Chain]:
    """Yield the cheapest chain and others that are no longer, each through other things than those before."""
    import networkx as nx

    network = _to_network(ties, subjects, objects)
    try:
        paths = list(islice(nx.shortest_simple_paths(network, "start", "end", weight="cost"), MOST_TRIED))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return
    seen: dict[tuple[Iri, ...], None] = {}
    for path in paths:
        seen.setdefault(tuple(Iri(node) for node in path[1:-1] if isinstance(node, str)))
    shortest = min(map(len, seen))
    for stops in islice((each for each in seen if len(each) == shortest or each == next(iter(seen))), MOST_CHAINS):
        steps = (ties.facts_of([one]) & ties.facts_of([other]) for one, other in pairwise(stops))
        yield Chain(_things(ties, stops), tuple(ties.take(step) for step in steps))


def _to_network(ties: _Ties, subjects: tuple[Iri, ...], objects: tuple[Iri, ...]) -> nx.Graph[str | int]:
    """Return facts (by number) and things (by IRI) as one graph; "start" and "end" stand before the subjects and behind the objects."""
    import networkx as nx

    network: nx.Graph[str | int] = nx.Graph()
    for iri, numbers in ties.told.items():
        if iri not in ties.closed or iri in subjects or iri in objects:
            hub = 1 + log(len(numbers))
            network.add_edges_from((iri, number, {"cost": (hub + _weakness(ties.facts[number])) / 2}) for number in numbers)
    network.add_edges_from(("start", iri, {"cost": 0}) for iri in subjects)
    network.add_edges_from(("end", iri, {"cost": 0}) for iri in objects)
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
            lines = (f"  {thing.iri}{f'  ({thing.kind})' if thing.kind else ''}\n" for thing in things)
            yield to_terminal(f"{len(things)} things are called {things[0].name}; an IRI names one of them:\n{''.join(lines)}")


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
