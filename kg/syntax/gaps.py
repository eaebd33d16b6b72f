"""Verbs whose object stands before their clause: "the penalty that X saved", "what X did", "the buses X plans to buy"."""

from __future__ import annotations

from kg.syntax.tree import Tree

ASKING = frozenset({"how", "why"})


def lacks_object(tree: Tree, verb: int) -> bool:
    """Whether what a relative word stands for, said or not, is no part of the words behind the verb."""
    if any(tree.lower[child] in ASKING for child in tree.find_children(verb, "advmod")):
        return True
    if any(tree.is_relative(child) and tree.deps[child] not in {"nsubj", "nsubjpass"} for child in tree.children[verb] if child < verb):
        return True
    return tree.deps[verb] == "relcl" and not any(tree.is_relative(token) for token in tree.find_subtree(verb) if token < verb)


def passes_gap_on(tree: Tree, infinitive: int) -> bool:
    """ "The buses X plans to buy", "where I want to go": the infinitive of such a clause has its object, or place, before it."""
    verb = infinitive
    while tree.deps[verb] == "xcomp":
        verb = tree.heads[verb]
    is_where = any(tree.lower[child] == "where" for child in tree.find_children(infinitive, "advmod"))
    return verb != infinitive and tree.find_child(infinitive, "dobj") is None and (is_where or lacks_object(tree, verb))
