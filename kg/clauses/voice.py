"""Voice: the deep subject and objects of a verb, active or passive.

"X hired Y" and "Y was hired by X" both give ``subj`` X and ``obj`` Y; "X gave Y a grant" gives ``obj2`` Y.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.clauses.nominal import DURATIONS
from kg.records import Filler
from kg.syntax import Tree

SURFACE_SUBJECTS = frozenset({"nsubj", "csubj"})
DEEP_SLOT = {"dobj": "obj", "dative": "obj2", "nsubjpass": "obj", "csubjpass": "obj", "agent": "subj"}


def find_core_arguments(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """``subj``, ``obj`` and ``obj2`` that stand in the clause itself; relative pronouns fill nothing."""
    tree = grammar.tree
    for child in tree.children[verb]:
        dep = tree.deps[child]
        slot = grammar.to_subject_slot(verb) if dep in SURFACE_SUBJECTS else DEEP_SLOT.get(dep)
        if slot is None or tree.is_relative(child):
            continue
        if tree.tags[child] in {"IN", "TO", "RP"}:
            nouns = [noun for preposition in tree.find_conjuncts(child) for noun in tree.find_children(preposition, "pobj", "pcomp")]
            slot = "subj" if dep == "agent" and not _is_measure(tree, nouns) else tree.lower[child]
            phrases = [phrase for noun in nouns if not tree.is_relative(noun) for phrase in grammar.fill(slot, noun, "voice").phrases]
            if phrases:
                yield Filler(slot, tuple(phrases), 0, "voice")
        elif not _is_set_aside(tree, child):
            yield grammar.fill(slot, child, "voice")


def _is_measure(tree: Tree, nouns: list[int]) -> bool:
    """ "Fares were cut by 5%", "was delayed by two years": how much, not who."""
    return bool(nouns) and all(tree.amounts[noun] or tree.tags[noun] in {"CD", "$"} or _is_duration(tree, noun) for noun in nouns)


def _is_duration(tree: Tree, noun: int) -> bool:
    return tree.lemmas[noun] in DURATIONS and tree.find_child(noun, "nummod", "det") is not None


def _is_set_aside(tree: Tree, noun: int) -> bool:
    """ "not the mayor but the governor" read as two subjects: the first is none."""
    if not any(tree.lower[child] == "not" for child in tree.find_children(noun, "neg")):
        return False
    return any(tree.deps[other] == tree.deps[noun] and other > noun for other in tree.children[tree.heads[noun]])


def find_passive_second_object(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "Y was given a grant": beside a passive subject, a remaining object makes the subject ``obj2``."""
    tree = grammar.tree
    if tree.find_child(verb, "dobj") is not None and grammar.is_passive(verb):
        subject = tree.find_child(verb, "nsubjpass", "nsubj")
        if subject is not None and not tree.is_relative(subject):
            yield grammar.fill("obj2", subject, "voice")
