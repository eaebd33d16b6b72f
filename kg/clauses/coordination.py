"""Coordination: a later verb shares the subject of the first, and earlier verbs may share the object or agent of the last.

"X will train A, open B and fund C" gives each verb the subject X; "X designs and builds cars" gives both the object.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, move
from kg.records import Filler
from kg.syntax.tree import SUBJECTS, Tree

BETWEEN = frozenset({"cc", "advmod", "punct", "auxpass", "aux"})
FARTHEST = 4
INTRANSITIVE = frozenset(
    "resign go come arrive die fall rise sit stand stay remain sleep wait retire collapse disappear emerge happen occur appear laugh "
    "smile cry walk travel return speak talk work live step survive escape land crash sink".split()
)
"""Verbs that do not share an object ("resigned and left the country")."""


def find_shared_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The surface subject of the verb that this one is coordinated with, in the slot that this verb's own voice gives it."""
    tree = grammar.tree
    if tree.find_child(verb, *SUBJECTS) is not None:
        return
    first = find_coordinated(tree, verb)
    if first is None:
        return
    shared = grammar.find_subject(first)
    if shared is not None:
        slot = grammar.to_subject_slot(verb)
        yield move(shared, slot, "coordination")
        if slot == "obj" and tree.find_child(verb, "dobj") is not None:
            yield move(shared, "obj2", "coordination")


def find_coordinated(tree: Tree, verb: int) -> int | None:
    """The verb before, with which a verb is coordinated; a sentence that begins with a small letter goes on with the one before it."""
    head = tree.heads[verb]
    if tree.deps[verb] == "conj":
        return head if tree.is_verb(head) else None
    number = tree.sentence_of[verb]
    first, _ = tree.sentences[number]
    if head != verb or number == 0 or first != verb or tree.tags[verb] not in {"VB", "VBP"} or not tree.words[verb].islower():
        return None
    before, end = tree.sentences[number - 1]
    roots = [token for token in range(before, end) if tree.heads[token] == token and tree.is_verb(token)]
    return max((token for token in tree.find_conjuncts(roots[0]) if tree.is_verb(token)), default=None) if roots else None


def find_shared_object(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "bought and later renamed Y", "was built and run by Y": the object or agent of the next verb, if only "and" stands between."""
    tree = grammar.tree
    following = tree.find_child(verb, "conj")
    if following is None or not tree.is_verb(following) or following - verb > FARTHEST or not _is_adjacent(tree, verb, following):
        return
    if grammar.is_passive(verb):
        is_whole = tree.find_child(verb, "agent", "prep", "npadvmod") is not None  # "built in 1909 and restored by volunteers"
        agent = tree.find_child(following, "agent") if not is_whole else None
        if agent is not None and tree.find_child(following, *SUBJECTS) is None:
            for noun in tree.find_children(agent, "pobj"):
                yield grammar.fill("subj", noun, "coordination")
    elif tree.lemmas[verb] not in INTRANSITIVE and tree.find_child(verb, "dobj", "ccomp", "xcomp", "prep", "attr", "acomp") is None:
        shared = tree.find_child(following, "dobj")
        if shared is not None and not tree.is_relative(shared):
            yield grammar.fill("obj", shared, "coordination")


def _is_adjacent(tree: Tree, verb: int, following: int) -> bool:
    return all(tree.deps[token] in BETWEEN for token in range(verb + 1, following))
