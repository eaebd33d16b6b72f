"""Complements: what a verb says of its subject or object, the clauses it governs, and bare times.

"named X president" gives pred; "agreed to build" inf; "denied taking" ing; "said that" that; "opened on ... last week" when.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler


def find_complements(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """``pred``, ``inf``, ``ing``, ``that`` and ``when``."""
    tree = grammar.tree
    if not (tree.is_verb(verb) or tree.is_noun(verb) or tree.deps[verb] in {"acomp", "amod"}):
        return
    is_verb = tree.is_verb(verb)
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if is_verb and dep in {"attr", "oprd", "acomp"}:
            yield grammar.fill("pred", child, "complement")
        elif dep in {"xcomp", "ccomp", "advcl", "acl"} and tree.is_verb(child):
            yield from _find_clause(grammar, child)
        elif dep in {"npadvmod", "nmod"} and child != verb and is_verb or dep == "advmod" and tree.tags[child] == "NN":
            yield grammar.fill("when", child, "complement")


def _find_clause(grammar: Grammar, clause: int) -> Iterator[Filler]:
    tree, dep = grammar.tree, grammar.tree.deps[clause]
    if tree.is_infinitive(clause):
        yield grammar.fill("inf", clause, "complement")
    elif dep in {"xcomp", "ccomp"} and tree.tags[clause] == "VBG" and tree.find_child(clause, "aux") is None:
        yield grammar.fill("ing", clause, "complement")
    elif dep == "ccomp":
        yield grammar.fill("that", clause, "complement")
    elif dep == "xcomp":
        yield grammar.fill("inf", clause, "complement")
