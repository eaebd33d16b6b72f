"""Attribution by a preposition: "according to X" gives subj (who says it) and that (the clause it stands in)."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax import Tree

MAKING = frozenset({"by", "from"})


def find_source(grammar: Grammar, according: int) -> Iterator[Filler]:
    """``subj`` and ``that`` of "according to"; the clause is the nearest above it that has a tense of its own."""
    tree = grammar.tree
    preposition = according + 1
    for noun in tree.find_children(preposition, "pobj"):
        yield grammar.fill("subj", _find_maker(tree, noun), "attribution")
    clause = next((above for above in tree.find_ancestors(according) if tree.is_verb(above) and tree.is_finite(above)), None)
    if clause is not None:
        yield Filler("that", (grammar.to_phrase(clause),), 0, "attribution")


def _find_maker(tree: Tree, noun: int) -> int:
    """ "According to figures from X", "a report by X", "X's report": the name of whoever made what is cited, else the noun itself."""
    for preposition in tree.find_children(noun, "prep", "agent"):
        maker = tree.find_child(preposition, "pobj")
        if tree.lower[preposition] in MAKING and maker is not None and tree.names[maker] >= 0:
            return maker
    owner = tree.find_child(noun, "poss")
    return owner if owner is not None and tree.names[owner] >= 0 and not tree.actors[noun] else noun
