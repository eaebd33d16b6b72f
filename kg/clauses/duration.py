"""Durations that modify a noun: how long what the noun tells of lasts, in the slot ``over``.

"a five-year contract" and "a decade-long partnership" give the noun "over" five-year; "its 30-year history of trading with X" gives it to
"trading", which is what the history tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import Tree

UNITS = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"})
LASTING = frozenset(f"{unit}{joint}long" for unit in UNITS for joint in ("", "-"))
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod"})


def find_duration(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "a three-day visit": the counted unit of time right before a noun of another kind."""
    tree = grammar.tree
    if tree.names[noun] >= 0 or tree.lemmas[noun] in UNITS:
        return
    for child in tree.find_children(noun, *MODIFIERS):
        unit = _find_unit(tree, child) if child < noun else None
        if unit is not None:
            yield Filler("over", (grammar.to_phrase(unit),), 0, "duration")


def find_duration_of_gerund(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "its 30-year history of trading": what a noun with a duration tells by a gerund lasts as long."""
    tree = grammar.tree
    preposition = tree.heads[verb]
    if tree.deps[verb] == "pcomp" and tree.lower[preposition] == "of" and tree.is_noun(tree.heads[preposition]):
        yield from find_duration(grammar, tree.heads[preposition])


def _find_unit(tree: Tree, modifier: int) -> int | None:
    """The unit of time that a modifier names with its number: "five-year", "46-year"; or the word "long" that it is joined to."""
    if tree.lemmas[modifier] in UNITS and tree.find_child(modifier, "nummod", "det", "compound") is not None:
        return modifier
    if tree.lower[modifier] in LASTING:
        return modifier
    if tree.lower[modifier] == "long":
        return next((child for child in tree.find_children(modifier, "npadvmod", "compound") if tree.lemmas[child] in UNITS), None)
    return None
