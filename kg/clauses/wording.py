"""Wording: the trigger's own word, in the slot ``word``: which way a figure goes ("rose", "was up 3%", "a rise").

A verb has its particle with it ("edged up"); where "up" or "down" carries an amount, that word tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.clauses.prepositions import CHANGES
from kg.records import Filler, Phrase
from kg.syntax.tree import Tree


def find_wording(grammar: Grammar, word: int) -> Iterator[Filler]:
    """The word, its particle, or the adverb of change that carries an amount, as words of the text."""
    tree = grammar.tree
    told = _find_change(tree, word) if tree.is_verb(word) else None
    first, last = (word, _find_particle(tree, word)) if told is None else (told, told)
    yield Filler("word", (Phrase(word, tree.to_span(list(range(first, last + 1))), is_clause=True),), 0, "wording")


def _find_change(tree: Tree, verb: int) -> int | None:
    """ "closed 3% lower", "were up 8%": the word of change with its amount."""
    for child in tree.find_children(verb, "advmod", "acomp", "prt"):
        if tree.lower[child] in CHANGES and tree.find_child(child, "npadvmod", "dobj", "pobj") is not None:
            return child
    return None


def _find_particle(tree: Tree, verb: int) -> int:
    particle = tree.find_child(verb, "prt")
    return particle if particle == verb + 1 else verb
