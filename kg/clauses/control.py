"""Control and raising: the subject of an infinitive or gerund that a verb governs.

"X plans to buy Y" gives subj X; "X enabled Z to buy Y" gives subj Z; "X is expected to buy Y" gives subj X; "X's plan to buy Y" gives subj X.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, move
from kg.records import Filler
from kg.syntax.tree import SUBJECTS


def find_controller(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The object of the governing verb if it has one, else its subject; for a passive, its surface subject."""
    tree = grammar.tree
    if not tree.is_verb(verb) or tree.find_child(verb, *SUBJECTS) is not None:
        return
    dep, main = tree.deps[verb], tree.heads[verb]
    if dep == "acl" and tree.is_infinitive(verb):
        yield from _find_owner(grammar, main, verb)
        return
    if dep not in {"xcomp", "ccomp"} or (dep == "ccomp" and tree.tags[verb] not in {"VBG", "VB"}):
        return
    controller = grammar.find_slot(main, "obj") or grammar.find_slot(main, "subj")
    if controller is None:
        return
    is_passive = tree.is_passive(verb) or (tree.tags[verb] == "VBN")
    yield move(controller, "obj" if is_passive else "subj", "control")


def _find_owner(grammar: Grammar, noun: int, verb: int) -> Iterator[Filler]:
    """ "X's plan to ..." and "X has announced a plan to ...": the noun's possessor, else the subject of its verb."""
    slot = "obj" if grammar.tree.is_passive(verb) else "subj"
    owner = grammar.find_slot(noun, "poss")
    if owner is None:
        for ancestor in grammar.tree.find_ancestors(noun):
            if grammar.tree.is_verb(ancestor):
                owner = grammar.find_slot(ancestor, "subj")
                break
    if owner is not None and all(phrase.head != noun for phrase in owner.phrases):
        yield move(owner, slot, "control")
