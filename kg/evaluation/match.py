"""Two Accounts, gold and predicted -> Alignment: which entity, event and fact of one is which of the other.

All pairings are one to one and maximise a weight; the rules behind the weights are told in docs/evaluation.md. The assignment is the
Hungarian method (Kuhn 1955; Munkres 1957) with potentials, which gives the same pairs for the same input.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.evaluation import scheme
from kg.evaluation.account import Account, Fact, Filler, Happening, RolePlayed, Thing
from kg.evaluation.words import tell_the_same, to_key, word_f1
from kg.ontology.record import Ontology
from kg.records import Iri

One = TypeVar("One")
Other = TypeVar("Other")

Pairs = tuple[tuple[int, int], ...]
"""Pairs of positions, gold before predicted, sorted."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What belongs together: positions in the two accounts, and ``nodes`` from predicted to gold."""

    things: Pairs
    things_by_name: Pairs
    happenings: Pairs
    nodes: Mapping[str, str]


def assign(weights: Sequence[Sequence[float]]) -> Pairs:
    """The one-to-one pairs (row, column) of the greatest total weight, sorted; pairs of weight 0 are left out.

    >>> assign([[3, 2], [3, 0]])
    ((0, 1), (1, 0))
    """
    rows, columns = len(weights), max(map(len, weights), default=0)
    size = max(rows, columns)
    cost = [[-weights[row][column] if row < rows and column < columns else 0 for column in range(size)] for row in range(size)]
    found = sorted((row, column) for column, row in enumerate(_least_cost_rows(cost)))
    return tuple((row, column) for row, column in found if row < rows and column < columns and weights[row][column] > 0)


def _least_cost_rows(cost: Sequence[Sequence[float]]) -> list[int]:
    """For each column of a square matrix the row that it is assigned to, at least total cost."""
    size = len(cost)
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [size] * (size + 1)  # position ``size`` is the free row, and the column where a search starts
    for row in range(size):
        row_of[size], column = row, size
        slack, came_from, done = [float("inf")] * size, [size] * size, [False] * (size + 1)
        while row_of[column] != size:
            done[column] = True
            here = row_of[column]
            for other in range(size):
                reduced = cost[here][other] - row_potential[here] - column_potential[other]
                if not done[other] and reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
            nearest = min((other for other in range(size) if not done[other]), key=lambda other: slack[other])
            delta = slack[nearest]
            for other in range(size + 1):
                if done[other]:
                    row_potential[row_of[other]] += delta
                    column_potential[other] -= delta
                elif other < size:
                    slack[other] -= delta
            column = nearest
        while column != size:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    return row_of[:size]


def align(gold: Account, predicted: Account, ontology: Ontology) -> Alignment:
    """Which parts of the two accounts tell the same thing.

    Entities come first, then events by the fillers they share; a second round sees the events that fill roles of other events.
    """

    def typed(one: Thing, other: Thing) -> float:
        return _name_weight(one, other) * scheme.is_compatible(one.class_iri, other.class_iri, ontology)

    def by_name(one: Thing, other: Thing) -> float:
        return _name_weight(one, other) + typed(one, other)

    things_by_name = _pair(gold.things, predicted.things, by_name)
    entities = {predicted.things[right].node: gold.things[left].node for left, right in things_by_name}
    nodes: dict[str, str] = entities
    happenings: Pairs = ()
    for _ in range(2):
        known = nodes

        def shared(one: Happening, other: Happening, known: Mapping[str, str] = known) -> float:
            return _event_weight(one, other, known, ontology)

        happenings = _pair(gold.happenings, predicted.happenings, shared)
        nodes = entities | {predicted.happenings[right].node: gold.happenings[left].node for left, right in happenings}
    return Alignment(_pair(gold.things, predicted.things, typed), things_by_name, happenings, nodes)


def _pair(left: Sequence[One], right: Sequence[Other], weight: Callable[[One, Other], float]) -> Pairs:
    return assign([[weight(one, other) for other in right] for one in left])


def _name_weight(one: Thing, other: Thing) -> float:
    """How many names two entities share, and a little more when it is the fullest; 0 when none."""
    ours, theirs = [to_key(name) for name in one.names], [to_key(name) for name in other.names]
    shared = len(set(ours) & set(theirs) - {""})
    return shared and 1 + shared / 100 + (ours[0] == theirs[0]) / 10


def _event_weight(one: Happening, other: Happening, nodes: Mapping[str, str], ontology: Ontology) -> float:
    """The number of role fillers that two events share, then the same class, the same stance, like words; 0 when none is shared."""
    if not scheme.is_compatible(one.class_iri, other.class_iri, ontology):
        return 0
    shared = len(pair_roles(one.roles, other.roles, nodes))
    left = len(other.roles) - shared
    nearness = (one.class_iri == other.class_iri) / 4 + (one.stance is other.stance) / 8 + word_f1(one.words, other.sentence) / 8
    return shared and shared + nearness - min(left, 4) / 16


def pair_roles(gold: Sequence[RolePlayed], predicted: Sequence[RolePlayed], nodes: Mapping[str, str]) -> Pairs:
    """The roles of two aligned events that have the same filler."""
    return _pair(gold, predicted, lambda one, other: one.role == other.role and fillers_match(one.filler, other.filler, nodes))


def pair_facts(gold: Sequence[Fact], predicted: Sequence[Fact], nodes: Mapping[str, str]) -> Pairs:
    """The plain relations that tell the same."""
    return _pair(gold, predicted, lambda one, other: facts_match(one, other, nodes))


def facts_match(gold: Fact, predicted: Fact, nodes: Mapping[str, str]) -> bool:
    """Whether two facts relate the same two fillers by the same relation, after the equivalences of ``to_canonical``."""
    ours, theirs = to_canonical(gold), to_canonical(predicted)
    if ours.predicate != theirs.predicate:
        return False
    turned = (theirs.object, theirs.subject)
    ways = ((theirs.subject, theirs.object), *([turned] if ours.predicate in scheme.SYMMETRIC else []))
    return any(fillers_match(ours.subject, one, nodes) and fillers_match(ours.object, other, nodes) for one, other in ways)


def to_canonical(fact: Fact) -> Fact:
    """A fact in one of its equivalent forms: "A memberOf B" is "B hasMember A", and a subsidiary is a unit of its parent."""
    if fact.predicate == scheme.to_predicate("memberOf"):
        return Fact(fact.object, scheme.to_predicate("hasMember"), fact.subject, fact.stance, fact.sentence)
    predicate: Iri = fact.predicate
    if predicate == scheme.to_predicate("subsidiaryOf"):
        predicate = scheme.to_predicate("unitOf")
    return Fact(fact.subject, predicate, fact.object, fact.stance, fact.sentence)


def fillers_match(gold: Filler, predicted: Filler, nodes: Mapping[str, str]) -> bool:
    """Whether two fillers tell the same: aligned nodes by their alignment, values by their number and unit, the rest by words.

    Where one side has a name, nothing less than an equal name will do, so "Halden" is not "Halden employees".
    """
    if gold.node and predicted.node:
        if predicted.node in nodes:
            return nodes[predicted.node] == gold.node
        if gold.node in nodes.values():
            return False
    if gold.measures or (predicted.measures and gold.node):
        return any(one.agrees(other) for one in gold.measures for other in predicted.measures)
    if gold.named or predicted.node in nodes and predicted.named:
        return bool(_keys(gold) & _keys(predicted))
    return any(tell_the_same(one, other) for one in gold.words for other in predicted.words)


def _keys(filler: Filler) -> set[str]:
    return {to_key(words) for words in filler.words} - {""}
