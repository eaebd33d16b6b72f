"""Voice: the deep subject and objects of a verb, active or passive.

"X hired Y" and "Y was hired by X" both give ``subj`` X and ``obj`` Y; "X gave Y a grant" gives ``obj2`` Y.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler

DEEP_SLOT = {"nsubj": "subj", "csubj": "subj", "dobj": "obj", "dative": "obj2", "nsubjpass": "obj", "csubjpass": "obj", "agent": "subj"}


def find_core_arguments(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """``subj``, ``obj`` and ``obj2`` that stand in the clause itself."""
    tree = grammar.tree
    if not tree.is_verb(verb):
        return
    for child in tree.children[verb]:
        dep = tree.deps[child]
        slot = DEEP_SLOT.get(dep)
        if slot is None or tree.words[child].lower() in {"who", "which", "that", "whom"} and dep != "agent":
            continue
        if tree.tags[child] == "IN":
            slot = "subj" if dep == "agent" else "to"
            for noun in tree.find_children(child, "pobj", "pcomp"):
                yield grammar.fill(slot, noun, "voice")
            continue
        yield grammar.fill(slot, child, "voice")


def find_passive_second_object(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "Y was given a grant": beside a passive subject, a remaining object makes the subject ``obj2``."""
    tree = grammar.tree
    if not tree.is_verb(verb):
        return
    subject, rest = tree.find_child(verb, "nsubjpass"), tree.find_child(verb, "dobj")
    if subject is not None and rest is not None:
        yield grammar.fill("obj2", subject, "voice")
