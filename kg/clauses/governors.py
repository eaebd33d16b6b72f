"""The words above a clause or noun that may set its stance; what "plans to" or "said that" mean is the ontology's to say."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.complements import find_clause_slot
from kg.clauses.modality import is_following_participle, is_ranked
from kg.records import OTHER_INFINITIVE, Governor
from kg.syntax import Tree


def find_governors(tree: Tree, trigger: int) -> Iterator[Governor]:
    """The words above a clause that may set its stance, nearest first, up to the end of the sentence.

    Above an adverbial clause with a tense of its own only words of saying count: "plans to leave after X paid" does not plan the payment.
    A preposition governs by its own word, and an apposition stands on its own, as a title does ("will meet President X").
    """
    if is_title(tree, trigger):
        return
    current, only_speech = trigger, False
    for above in tree.find_ancestors(trigger):
        dep = tree.deps[current]
        slot = _find_governed_slot(tree, current, dep)
        if slot is not None and (not only_speech or slot == "that"):
            pos = _find_governing_pos(tree, above)
            if pos is not None:
                yield Governor(above, tree.lemmas[above], pos, slot)
        if dep in {"relcl", "acl"} and slot is None or dep == "appos":
            break
        only_speech = only_speech or dep == "advcl" and slot is None
        current = above


def is_title(tree: Tree, noun: int) -> bool:
    """Whether a noun stands right before a name and outside it ("President X")."""
    return tree.deps[noun] in {"compound", "nmod"} and tree.names[noun] < 0 and tree.is_noun(noun) and tree.names[tree.heads[noun]] >= 0


def _find_governing_pos(tree: Tree, word: int) -> str | None:
    if tree.is_verb(word):
        return "verb"
    if tree.is_noun(word):
        return "noun"
    return "adj" if tree.deps[word] in {"acomp", "amod", "attr", "oprd"} else None


def _find_governed_slot(tree: Tree, token: int, dep: str) -> str | None:
    if dep in {"acl", "relcl"} and tree.is_infinitive(token) and is_ranked(tree, tree.heads[token]):
        return None
    if (
        dep == "xcomp"
        and tree.is_infinitive(token)
        and any(is_ranked(tree, noun) for noun in tree.find_children(tree.heads[token], "attr"))
    ):
        return "ing"  # "became the first writer to win": as done as becoming it
    if dep == "relcl":  # "the favourite to win", "talks to merge"
        return "inf" if _is_bare_relative(tree, token) else None
    if dep in {"xcomp", "ccomp"} and tree.is_infinitive(token) and tree.find_child(token, "nsubj", "nsubjpass") is not None:
        return OTHER_INFINITIVE
    if dep in {"xcomp", "ccomp", "acl", "advcl", "csubj"} and tree.is_verb(token):
        if dep == "advcl" and not tree.is_infinitive(token):
            return "conj" if is_following_participle(tree, token) else None
        if dep == "acl" and tree.tags[token] == "VBG":
            return "ing"
        return "ing" if dep == "csubj" and tree.tags[token] == "VBG" else find_clause_slot(tree, token)
    if dep in {"dobj", "nsubjpass", "nsubj", "attr"}:
        return {"dobj": "obj", "nsubjpass": "obj", "nsubj": "subj", "attr": "pred"}[dep]
    if dep in {"pobj", "pcomp"}:
        return "ing" if tree.is_verb(token) else tree.lower[tree.heads[token]]
    return "conj" if dep == "conj" else tree.lower[token] if dep == "prep" else None


def _is_bare_relative(tree: Tree, verb: int) -> bool:
    """An infinitive behind a noun without a relative word: not "a place in which to meet"."""
    return tree.is_infinitive(verb) and not any(tree.is_relative(token) for token in tree.find_subtree(verb) if token < verb)
