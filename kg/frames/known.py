"""Nouns that speak of an event as known: "the takeover", "it was the largest takeover in its history"."""

from __future__ import annotations

from kg.records import Predication
from kg.syntax import Tree

POINTING = frozenset({"the", "this", "that"})
PRONOUNS = frozenset({"it", "this", "that"})
OWN = frozenset({"self", "word", "is", "superlative", "described", "description"})
"""Slots that leave open which event is meant."""


def is_known(tree: Tree, predication: Predication) -> bool:
    """Whether a noun takes up an event: with nothing but "the" before it, or said of "it" by a copula."""
    if tree.tags[predication.trigger] != "NN":
        return False
    for filler in predication.fillers:
        if filler.slot == "is" and filler.rule == "copula" and tree.lower[filler.phrases[0].head] in PRONOUNS:
            return True
    return all(filler.slot in OWN for filler in predication.fillers) and _is_bare(tree, predication.trigger)


def _is_bare(tree: Tree, noun: int) -> bool:
    """Whether only "the" or "this" stands beside a noun, and no clause says which one is meant."""
    beside = [child for child in tree.children[noun] if tree.deps[child] not in {"punct", "appos", "cc", "conj"}]
    return len(beside) == 1 and tree.deps[beside[0]] == "det" and tree.lower[beside[0]] in POINTING
