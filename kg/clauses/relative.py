"""Relative clauses: the noun before the clause fills the gap in it.

"X, which bought Y" gives subj X; "the firm that X bought" and "the firm X bought" give obj; "the man to whom X gave Y" gives "to".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import RELATIVES, Tree


def find_antecedent(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The antecedent of a relative clause in the slot that its pronoun or gap has."""
    tree = grammar.tree
    if tree.deps[verb] != "relcl" or not tree.is_verb(verb):
        return
    slot = _find_gap(tree, verb)
    if slot is not None:
        yield _fill_antecedent(grammar, slot, tree.heads[verb])


def _fill_antecedent(grammar: Grammar, slot: str, noun: int) -> Filler:
    """The antecedent alone: what it is coordinated with has its own clauses."""
    return Filler(slot, (grammar.to_phrase(noun),), 0, "relative clause")


def _find_gap(tree: Tree, verb: int) -> str | None:
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if tree.words[child].lower() in RELATIVES:
            if dep == "nsubj":
                return "subj"
            if dep == "nsubjpass":
                return "obj"
            if dep in {"dobj", "dative"}:
                return "obj" if dep == "dobj" else "to"
        if dep in {"prep", "agent"} and any(tree.words[noun].lower() in RELATIVES for noun in tree.find_children(child, "pobj")):
            return "subj" if dep == "agent" else tree.words[child].lower()
        if dep == "advmod" and tree.words[child].lower() in {"where", "when"}:
            return "in" if tree.words[child].lower() == "where" else "when"
    has_subject = tree.find_child(verb, "nsubj", "nsubjpass") is not None
    return "obj" if has_subject and tree.find_child(verb, "dobj", "ccomp", "xcomp") is None and not tree.is_passive(verb) else None


def find_whose(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "X, whose president ...": the antecedent is the possessor."""
    tree = grammar.tree
    for child in tree.children[noun]:
        if tree.words[child].lower() == "whose":
            clause = next((token for token in tree.find_ancestors(noun) if tree.deps[token] == "relcl"), None)
            if clause is not None:
                yield _fill_antecedent(grammar, "poss", tree.heads[clause])
