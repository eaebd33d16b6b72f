"""Pronouns -> what grammar alone says of them: that they speak of nothing, or of what another word of the sentence does."""

from __future__ import annotations

from collections.abc import Collection

from kg.syntax import Tree

CARRYING = frozenset({"take", "bring", "carry"})
SUBJECTS = ("nsubj", "nsubjpass")


def is_pleonastic(tree: Tree, token: int) -> bool:
    """ "It is clear that ...", "it was X who ...", "it took X a year to ..." speak of nothing.

    But "it is a firm" and "it is rich in gas" speak of something.
    """
    verb = tree.heads[token]
    if tree.lower[token] != "it" or tree.deps[token] not in {"nsubj", "expl"}:
        return False
    if tree.lemmas[verb] == "take":
        return any(tree.is_infinitive(clause) for clause in tree.find_children(verb, "xcomp", "advcl", "ccomp"))
    if tree.lemmas[verb] not in {"be", "seem", "appear"}:
        return False
    complement = tree.find_child(verb, "attr")
    if complement is None:
        complement = next(
            (adjective for adjective in tree.find_children(verb, "acomp") if tree.find_child(adjective, "prep") is not None), None
        )
    is_followed = complement is not None and tree.find_child(complement, "relcl", "ccomp", "xcomp") is not None
    return complement is None or is_followed or tree.find_child(verb, "ccomp", "xcomp", "csubj") is not None


def find_leader(tree: Tree, token: int, forms: Collection[str]) -> int | None:
    """ "They said their plan ...": a possessor speaks of whom the same pronoun before it, the subject of its clause, does.

    So does the subject of a second clause: "it is small, and it belongs to X".
    """
    subject = find_subject(tree, token) if tree.deps[token] == "poss" else None
    if tree.deps[token] in SUBJECTS and tree.deps[tree.heads[token]] == "conj":
        subject = tree.find_child(tree.heads[tree.heads[token]], *SUBJECTS)
    return subject if subject is not None and subject < token and tree.lower[subject] in forms else None


def find_companion(tree: Tree, token: int) -> int | None:
    """The subject of "she took the papers with her": whom somebody takes something along with."""
    preposition = tree.heads[token]
    verb = tree.heads[preposition]
    is_along = tree.deps[token] == "pobj" and tree.lower[preposition] == "with" and tree.lemmas[verb] in CARRYING
    if not is_along or tree.find_child(verb, "dobj") is None:
        return None
    return tree.find_child(verb, "nsubj")


def find_subject(tree: Tree, token: int) -> int | None:
    """The subject before a token of the clause around it: "he wrote cheques to himself"."""
    for verb in tree.find_ancestors(token):
        subject = tree.find_child(verb, *SUBJECTS)
        if subject is not None and subject < token:
            return subject
    return None


def find_parallel(tree: Tree, token: int, *, plural: bool) -> int | None:
    """ "X opened the meeting and closed it": the object of a verb speaks of the object of the verb before, of one subject with it."""
    verb = tree.heads[token]
    if tree.deps[token] != "dobj" or tree.deps[verb] != "conj" or tree.find_child(verb, *SUBJECTS) is not None:
        return None
    other = tree.find_child(tree.heads[verb], "dobj")
    if other is None or not other < token or tree.find_child(other, "conj") is not None:
        return None
    return other if tree.tags[other] in ({"NNS", "NNPS"} if plural else {"NN", "NNP"}) else None
