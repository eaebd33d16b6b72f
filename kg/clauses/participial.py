"""Participial clauses: the noun or clause that a participle modifies is its subject or object.

"a programme led by X" gives obj programme; "projects focusing on Y" gives subj projects; "X trained Z, focusing on Y" gives the participle three
candidates: the event itself (slot ``event``), the object and the subject of the clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, move
from kg.records import Filler


def find_modified_noun(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The noun that a reduced relative clause hangs on: a past participle's object, else the subject."""
    tree = grammar.tree
    if tree.deps[verb] != "acl" or not tree.is_verb(verb) or tree.is_infinitive(verb):
        return
    noun = tree.heads[verb]
    if not tree.is_noun(noun) and not tree.is_pronoun(noun) and tree.tags[noun] != "CD":
        return
    slot = "obj" if tree.tags[verb] in {"VBN", "VBD"} else "subj"
    yield Filler(slot, (grammar.to_phrase(noun),), 0, "participle")


def find_adverbial_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The candidates for the missing subject of a participle or infinitive that hangs on a verb as an adverbial."""
    tree = grammar.tree
    if tree.deps[verb] != "advcl" or not tree.is_verb(verb) or tree.find_child(verb, "nsubj", "nsubjpass") is not None:
        return
    main = tree.heads[verb]
    if not tree.is_verb(main):
        return
    is_past = tree.tags[verb] in {"VBN", "VBD"} and not tree.has_finite_auxiliary(verb)
    if tree.tags[verb] == "VBG":
        yield Filler("event", (grammar.to_phrase(main),), 0, "participle")
    surface = grammar.find_slot(main, "obj") if tree.is_passive(main) else grammar.find_slot(main, "subj")
    if surface is not None:
        yield move(surface, "obj" if is_past else "subj", "participle")


def find_fronted_participle(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """A participle inside a prepositional phrase ("by expanding ...", "after buying ...") shares the subject above it."""
    tree = grammar.tree
    if tree.deps[verb] != "pcomp" or not tree.is_verb(verb) or tree.find_child(verb, "nsubj", "nsubjpass") is not None:
        return
    for ancestor in tree.find_ancestors(verb):
        if tree.is_verb(ancestor):
            subject = grammar.find_slot(ancestor, "obj") if tree.is_passive(ancestor) else grammar.find_slot(ancestor, "subj")
            if subject is not None:
                yield move(subject, "subj", "participle")
            return
