"""Negation and modality: how grammar alone holds a clause to be true, and which words govern it.

"will" and a bare "to" plan, "may" and "if" make possible, "not" denies; what "plans to" or "said that" mean is the ontology's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.records import Governor, Stance
from kg.syntax import Tree

PLANNING = frozenset({"will", "shall", "'ll", "’ll", "wo"})
POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should", "must", "ca"})
CONDITIONS = frozenset({"if", "whether", "unless", "lest"})
NEGATIVE_WORDS = frozenset({"no", "never", "neither", "nor", "without"})


def find_stance(tree: Tree, trigger: int) -> Stance:
    """The stance of a verb by its auxiliaries, negation and conjunction; coordinated verbs share what they lack."""
    if not tree.is_verb(trigger):
        return _find_nominal_stance(tree, trigger)
    if _is_negated(tree, trigger):
        return Stance.DENIED
    for verb in _coordinated(tree, trigger):
        auxiliaries = {tree.words[child].lower() for child in tree.find_children(verb, "aux")}
        marks = {tree.words[child].lower() for child in tree.find_children(verb, "mark")}
        if marks & CONDITIONS:
            return Stance.POSSIBLE
        if auxiliaries & PLANNING or _is_going_to(tree, verb):
            return Stance.PLANNED
        if auxiliaries & POSSIBLE:
            return Stance.POSSIBLE
        if tree.find_child(verb, "nsubj", "nsubjpass") is not None and not tree.is_infinitive(verb):
            break
    return _find_infinitive_stance(tree, trigger)


def _coordinated(tree: Tree, verb: int) -> Iterator[int]:
    """The verb, and those before it whose auxiliaries it shares: only for a verb that has no subject and no tense of its own."""
    yield verb
    while tree.deps[verb] == "conj" and tree.is_verb(tree.heads[verb]) and tree.tags[verb] in {"VB", "VBP", "VBN", "VBG", "NN"}:
        if tree.find_child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
            return
        verb = tree.heads[verb]
        yield verb


def _is_negated(tree: Tree, verb: int) -> bool:
    if tree.find_child(verb, "neg") is not None:
        return True
    for child in tree.find_children(verb, "nsubj", "nsubjpass", "dobj"):
        if any(tree.words[det].lower() == "no" for det in tree.find_children(child, "det")):
            return True
    return any(tree.words[child].lower() in NEGATIVE_WORDS for child in tree.find_children(verb, "advmod", "preconj"))


def _is_going_to(tree: Tree, verb: int) -> bool:
    head = tree.heads[verb]
    return tree.deps[verb] == "xcomp" and tree.lemmas[head] == "go" and tree.tags[head] == "VBG"


def _find_infinitive_stance(tree: Tree, verb: int) -> Stance:
    """A headline's "X to build Y", "is to build", and an infinitive of purpose tell what is planned."""
    for member in _coordinated(tree, verb):
        if tree.is_infinitive(member) and tree.deps[member] in {"ROOT", "advcl", "conj", "relcl", "ccomp", "acl"}:
            return Stance.PLANNED
        if tree.is_infinitive(member) and tree.deps[member] == "xcomp" and tree.lemmas[tree.heads[member]] == "be":
            return Stance.PLANNED
    return Stance.ASSERTED


def _find_nominal_stance(tree: Tree, noun: int) -> Stance:
    if any(tree.words[child].lower() == "no" for child in tree.find_children(noun, "det", "neg")):
        return Stance.DENIED
    return Stance.ASSERTED


def find_governors(tree: Tree, trigger: int) -> Iterator[Governor]:
    """The words above a clause that may set its stance, nearest first, up to the end of the sentence."""
    current = trigger
    for above in tree.find_ancestors(trigger):
        dep = tree.deps[current]
        slot = _find_governed_slot(tree, current, dep)
        if slot is not None and (tree.is_verb(above) or tree.is_noun(above) or tree.deps[above] in {"acomp", "amod", "attr"}):
            yield Governor(above, tree.lemmas[above], "verb" if tree.is_verb(above) else "noun" if tree.is_noun(above) else "adj", slot)
        if dep == "relcl" or dep == "acl" and not tree.is_infinitive(current) and tree.tags[current] != "VBG":
            break
        current = above


def _find_governed_slot(tree: Tree, token: int, dep: str) -> str | None:
    if dep in {"xcomp", "ccomp", "acl", "advcl", "csubj"} and tree.is_verb(token):
        if tree.is_infinitive(token):
            return "inf"
        if dep == "ccomp":
            return "that"
        return "ing" if tree.tags[token] == "VBG" else "inf" if dep == "xcomp" else None
    if dep in {"dobj", "nsubjpass", "nsubj", "attr"}:
        return {"dobj": "obj", "nsubjpass": "obj", "nsubj": "subj", "attr": "pred"}[dep]
    if dep in {"pobj", "pcomp"}:
        return "ing" if tree.is_verb(token) else tree.words[tree.heads[token]].lower()
    return "conj" if dep == "conj" else "prep" if dep == "prep" else None
