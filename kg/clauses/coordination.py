"""Coordination: a later verb shares the subject of the first, and earlier verbs may share the object of the last.

"X will train A, open B and fund C" gives each verb the subject X; "X designs and builds cars" gives both the object.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, move
from kg.records import Filler
from kg.syntax.tree import SUBJECTS


def find_shared_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The subject of the verb that this one is coordinated with; the subject of a passive is shared as what it is here."""
    tree = grammar.tree
    if tree.deps[verb] != "conj" or not tree.is_verb(verb) or tree.find_child(verb, *SUBJECTS) is not None:
        return
    first = tree.heads[verb]
    if not tree.is_verb(first) and tree.deps[first] not in {"ROOT", "relcl", "ccomp", "advcl"}:
        return
    slot = "obj" if tree.is_passive(first) else "subj"
    shared = grammar.find_slot(first, slot)
    if shared is None or tree.find_child(first, *SUBJECTS) is None and slot == "obj":
        shared = grammar.find_slot(first, "subj")
    if shared is None:
        return
    is_passive_here = tree.is_passive(verb) or (tree.tags[verb] == "VBN" and slot == "obj" and not tree.has_finite_auxiliary(verb))
    yield move(shared, "obj" if is_passive_here else "subj", "coordination")


def find_shared_object(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "bought and renamed Y": the object of the next verb, when nothing but a conjunction stands between the two."""
    tree = grammar.tree
    if not tree.is_verb(verb) or tree.find_child(verb, "dobj", "ccomp", "xcomp", "prep") is not None or tree.is_passive(verb):
        return
    following = tree.find_child(verb, "conj")
    if following is None or following - verb > 2 or not tree.is_verb(following):
        return
    noun = tree.find_child(following, "dobj")
    if noun is not None:
        yield grammar.fill("obj", noun, "coordination")
