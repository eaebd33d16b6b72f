"""Participial clauses: the noun or clause that a participle modifies is its subject or object.

"a programme led by X" gives obj programme; "projects focusing on Y" gives subj projects; "X trained Z, focusing on Y" gives the
participle the event itself (slot ``event``) and the subject of the clause; "X praised Z for saving Y" gives subj Z, "X grew by
buying Y" subj X.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.control import find_controller
from kg.clauses.grammar import Grammar, move
from kg.records import Filler
from kg.syntax import Tree

SUBJECTS_IN_CLAUSE = ("nsubj", "nsubjpass", "csubj", "expl")
ALLEGATIONS = frozenset({"suspicion", "charge", "allegation", "accusation", "count", "claim"})
"""Nouns that tell what the object of their verb may have done."""
OBJECT_PREPOSITIONS = frozenset({"for", "of", "from", "with", "into", "against", "over"})
"""Behind these, a gerund speaks of the object, if it may act: "sued X for copying", "prevented X from leaving"."""


def find_modified_noun(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The noun that a reduced relative clause hangs on: a past participle's object, else the subject."""
    tree = grammar.tree
    if tree.deps[verb] == "oprd" and tree.tags[verb] == "VBN":
        obj = tree.find_child(tree.heads[verb], "dobj")
        if obj is not None:
            yield grammar.fill("obj", obj, "participle")
        return
    if tree.deps[verb] != "acl" or tree.is_infinitive(verb) or tree.find_child(verb, *SUBJECTS_IN_CLAUSE, "mark") is not None:
        return
    noun = tree.heads[verb]
    if not tree.is_noun(noun) and not tree.is_pronoun(noun) and tree.tags[noun] != "CD":
        return
    slot = "obj" if tree.tags[verb] == "VBD" else grammar.to_subject_slot(verb)
    yield Filler(slot, (grammar.to_phrase(noun),), 0, "participle")


def find_adverbial_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The candidates for the missing subject of a participle or infinitive that hangs on a verb as an adverbial."""
    tree = grammar.tree
    main = tree.heads[verb]
    if tree.deps[verb] != "advcl" or not tree.is_verb(main) or tree.find_child(verb, *SUBJECTS_IN_CLAUSE) is not None:
        return
    if tree.tags[verb] == "VBG" and verb > main and not _is_marked(tree, verb):
        yield Filler("event", (grammar.to_phrase(main),), 0, "participle")
    if any(filler.rule == "control" for filler in find_controller(grammar, verb)):
        return
    subject = grammar.find_subject(main)
    if tree.is_infinitive(verb) and grammar.is_passive(main):
        subject = grammar.find_slot(main, "subj") or subject
    if subject is not None:
        slot = "obj" if tree.tags[verb] == "VBD" else grammar.to_subject_slot(verb)
        yield move(subject, slot, "participle")


def _is_marked(tree: Tree, verb: int) -> bool:
    """Whether a conjunction or tense makes the participle a clause of its own ("while building", "having built")."""
    return any(tree.deps[child] in {"mark", "aux"} or tree.tags[child] == "WRB" for child in tree.children[verb])


def find_gerund_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """A gerund behind a preposition ("by expanding ...", "for saving ...") has the subject or the object of the clause above it."""
    tree = grammar.tree
    if tree.deps[verb] != "pcomp" or tree.find_child(verb, *SUBJECTS_IN_CLAUSE) is not None:
        return
    preposition = tree.heads[verb]
    while tree.deps[preposition] in {"prep", "pcomp"} and tree.deps[tree.heads[preposition]] == "prep":
        preposition = tree.heads[preposition]
    holder = _find_holder(grammar, tree.heads[preposition], tree.lower[preposition])
    if holder is not None:
        yield move(holder, grammar.to_subject_slot(verb), "participle")


def _find_accused(grammar: Grammar, noun: int) -> Filler | None:
    """ "arrested X on suspicion of killing Y": what somebody is suspected of is done by the object of the verb."""
    tree = grammar.tree
    verb = tree.heads[tree.heads[noun]]
    if tree.deps[noun] != "pobj" or tree.lemmas[noun] not in ALLEGATIONS or not tree.is_verb(verb):
        return None
    return grammar.find_slot(verb, "obj")


def _find_holder(grammar: Grammar, above: int, preposition: str) -> Filler | None:
    tree = grammar.tree
    if tree.is_noun(above):
        owner = grammar.find_slot(above, "poss")
        if owner is not None:
            return owner
        accused = _find_accused(grammar, above)
        if accused is not None:
            return accused
        if tree.deps[above] == "dobj" and (tree.names[above] >= 0 or tree.actors[above]):
            return grammar.fill("obj", above, "voice")
    if tree.deps[above] == "acomp" or not tree.is_verb(above):
        above = next((token for token in tree.find_ancestors(above) if tree.is_verb(token)), above)
        return grammar.find_subject(above)
    if preposition in OBJECT_PREPOSITIONS and not grammar.is_passive(above):
        obj = grammar.find_slot(above, "obj")
        if obj is not None and not obj.depth and grammar.may_act(obj):
            return obj
    return grammar.find_subject(above)
