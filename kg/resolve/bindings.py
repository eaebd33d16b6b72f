"""Pronouns -> what grammar alone says of them: that they speak of nothing, or of what another word of the sentence does."""

from __future__ import annotations

from collections.abc import Collection

from kg.syntax import Tree

CARRYING = frozenset({"take", "bring", "carry"})
SUBJECTS = ("nsubj", "nsubjpass")
IMPERSONAL = frozenset({"rain", "snow", "hail", "drizzle"})
HAVING_IT = frozenset({"aye", "noe", "nay", "rumour", "rumor", "legend", "luck"})
MANNERS = frozenset("mildly kindly politely bluntly simply another differently crudely lightly charitably".split())


def is_pleonastic(tree: Tree, token: int, opinions: Collection[str]) -> bool:
    """ "It is clear that ...", "it was X who ...", "it took X a year to ..." speak of nothing.

    ``opinions`` are verbs of what is held to be so ("it is alleged"). But "it is a firm" and "it is rich in gas" speak of something.
    """
    verb = tree.heads[token]
    if tree.lower[token] == "it" and (tree.lemmas[verb] in IMPERSONAL or _is_said_to_be(tree, token, opinions)):
        return True
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


def _is_said_to_be(tree: Tree, token: int, opinions: Collection[str]) -> bool:
    """ "It is alleged that ...", "X left, it is understood", "to put it mildly", "the ayes have it"."""
    verb = tree.heads[token]
    if tree.deps[token] == "dobj":
        words = {tree.lower[child] for child in tree.find_children(verb, "advmod", "acomp", "oprd")}
        subject = tree.find_child(verb, "nsubj")
        has_it = tree.lemmas[verb] == "have" and subject is not None and tree.lemmas[subject] in HAVING_IT
        return has_it or tree.lemmas[verb] == "put" and not words.isdisjoint(MANNERS)
    is_opinion = tree.deps[token] == "nsubjpass" and tree.lemmas[verb] in opinions
    behind = {tree.lower[child] for child in tree.find_children(verb, "prep", "xcomp", "agent", "oprd")}
    return is_opinion and not behind


def find_leader(tree: Tree, token: int, forms: Collection[str]) -> int | None:
    """ "They said their plan ...": a possessor speaks of whom the same pronoun before it, the subject of its clause, does.

    So does the subject of a second clause: "it is small, and it belongs to X".
    """
    subject = find_subject(tree, token) if tree.deps[token] == "poss" else None
    if tree.deps[token] in SUBJECTS and tree.deps[tree.heads[token]] == "conj":
        subject = tree.find_child(tree.heads[tree.heads[token]], *SUBJECTS)
    return subject if subject is not None and subject < token and tree.lower[subject] in forms else None


def find_asked(tree: Tree, token: int) -> int | None:
    """The pronoun for whoever is to do something with what is "her": "called on her to consider her position"."""
    verb = next((above for above in tree.find_ancestors(token) if tree.is_verb(above)), -1) if tree.deps[token] == "poss" else -1
    if verb < 0 or not tree.is_infinitive(verb) or tree.find_child(verb, *SUBJECTS) is not None:
        return None
    above = tree.heads[verb]
    places = [*tree.find_children(above, "dobj", "dative"), *tree.find_children(above, "pobj")]
    places += [noun for preposition in tree.find_children(above, "prep") for noun in tree.find_children(preposition, "pobj")]
    return next((noun for noun in places if noun < verb and tree.is_pronoun(noun)), None)


def find_accused(tree: Tree, token: int) -> int | None:
    """The object of "accused the union of timing its action", for what is its own."""
    verb = next((above for above in tree.find_ancestors(token) if tree.is_verb(above)), -1) if tree.deps[token] == "poss" else -1
    if verb < 0 or tree.deps[verb] != "pcomp" or tree.lower[tree.heads[verb]] not in {"of", "for", "from"}:
        return None
    return next((noun for noun in tree.find_children(tree.heads[tree.heads[verb]], "dobj") if noun < verb), None)


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
        if subject is None and tree.deps[verb] == "acl" and tree.is_verb(verb):
            subject = tree.heads[verb]
        if subject is not None and subject < token:
            return subject
    return None


def find_subject_behind(tree: Tree, token: int) -> int | None:
    """The subject of the main clause behind a possessor that stands in a phrase before it, with no other subject between."""
    first = tree.sentences[tree.sentence_of[token]][0]
    if tree.deps[token] != "poss" or any(tree.deps[other] in SUBJECTS for other in range(first, token)):
        return None
    top = next(
        (above for above in tree.find_ancestors(token) if tree.deps[above] in {"prep", "advcl"} and tree.is_verb(tree.heads[above])), -1
    )
    verb = tree.heads[top] if top >= 0 else -1
    subject = tree.find_child(verb, *SUBJECTS) if verb >= 0 and tree.deps[verb] == "ROOT" else None
    is_before = subject is not None and max(tree.find_subtree(top)) < subject
    return subject if is_before and not any(tree.deps[other] in SUBJECTS for other in tree.find_subtree(top)) else None


def find_parallel(tree: Tree, token: int, *, plural: bool) -> int | None:
    """ "X opened the meeting and closed it": the object of a verb speaks of the object of the verb before, of one subject with it."""
    verb = tree.heads[token]
    if tree.deps[token] != "dobj" or tree.deps[verb] != "conj" or tree.find_child(verb, *SUBJECTS) is not None:
        return None
    other = tree.find_child(tree.heads[verb], "dobj")
    if other is None or not other < token or tree.find_child(other, "conj") is not None:
        return None
    return other if tree.tags[other] in ({"NNS", "NNPS"} if plural else {"NN", "NNP"}) else None


def is_counterpart(tree: Tree, noun: int) -> bool:
    """Whether a noun is for who holds the post that somebody else does elsewhere."""
    return tree.lemmas[noun] == "counterpart" or tree.lemmas[noun] == "number" and tree.lower[max(0, noun - 1)] == "opposite"
