"""Headlines: no articles, no auxiliaries, verbs in the present tense that look like plural nouns; the model was trained on running text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, VERB_TAGS, Tree

FEWEST_WORDS = 3
OPENS_OBJECT = NOUN_TAGS | {"DT", "JJ", "JJR", "JJS", "CD", "PRP$", "$", "IN", "TO", "RP", "VBG", "PDT", "RB"}
LOOSE = frozenset({"compound", "nmod", "amod", "nummod", "det", "poss", "npadvmod", "appos", "dep", "punct", "conj", "cc", "quantmod"})


def find_headlines(tree: Tree) -> Iterator[tuple[int, int, int]]:
    """The sentences without a full stop: first token, end, and root."""
    for number, (first, last) in enumerate(tree.sentences):
        while last > first and tree.words[last - 1].isspace():
            last -= 1
        if last - first < FEWEST_WORDS or tree.ends_with_stop(number):
            continue
        root = next((token for token in range(first, last) if tree.heads[token] == token and not tree.words[token].isspace()), None)
        if root is not None:
            yield first, last, root


def read_headline_verb(draft: Draft) -> None:
    """ "Court jails former mayor", "train hits lorry": what looks like a plural noun inside a noun phrase is the verb, if it can be one."""
    tree = draft.tree
    for first, last, _ in find_headlines(tree):
        has_verb = any(
            tree.is_verb(token) and tree.tags[token] != "VBG" and tree.deps[token] not in {"relcl", "acl", "compound"}
            for token in range(first, last)
        )
        for token in range(first + 1, last - 1):
            if _is_hidden_verb(draft, token, has_verb=has_verb):
                _make_verb(tree, token, first)
                break


def _is_hidden_verb(draft: Draft, token: int, *, has_verb: bool) -> bool:
    tree = draft.tree
    if tree.names[token] >= 0 or tree.lemmas[token] not in draft.lexis.verbs or not _has_noun_before(tree, token):
        return False
    if tree.tags[token] in {"VBZ", "VBP"}:
        return tree.deps[token] in {"compound", "nmod", "amod"} or tree.deps[token] == "ROOT" and _subject_is_modifier(tree, token)
    if tree.tags[token] != "NNS" or tree.tags[token + 1] not in OPENS_OBJECT:
        return False
    is_inside_phrase = tree.deps[token] in {"compound", "nmod"}
    return is_inside_phrase if has_verb else is_inside_phrase or tree.tags[token + 1] not in NOUN_TAGS or tree.names[token + 1] >= 0


def _has_noun_before(tree: Tree, token: int) -> bool:
    return tree.tags[token - 1] in NOUN_TAGS or tree.words[token - 1] in {")", ","} and tree.tags[token - 2] in NOUN_TAGS


def _subject_is_modifier(tree: Tree, verb: int) -> bool:
    return tree.find_child(verb, "nsubj", "nsubjpass") is None and tree.find_child(verb, "compound", "nmod") == verb - 1


def _make_verb(tree: Tree, verb: int, first: int) -> None:
    """Split the noun phrase around the verb: what stands before is the subject, what stands behind the object."""
    top = verb
    while tree.deps[top] in {"compound", "nmod", "amod", "nsubj"} and tree.heads[top] > verb:
        top = tree.heads[top]
    subject = verb - 1
    while subject > first and tree.tags[subject] not in NOUN_TAGS:
        subject -= 1
    subject = _find_top_before(tree, subject, verb)
    tree.tags[verb] = "VBZ"
    if top != verb:
        dep, head = tree.deps[top], tree.heads[top]
        if dep == "pobj" and tree.lower[head] in {"as", "after", "before", "since"} and tree.heads[head] != head:
            tree.hang(verb, tree.heads[head], "advcl")
            tree.hang(head, verb, "mark")
        else:
            tree.hang(verb, verb if head == top else head, "ROOT" if head == top else dep)
        tree.hang(top, verb, "dobj")
    for holder in (top, verb):
        for child in list(tree.children[holder]):
            if child < verb and child != subject and tree.deps[child] in LOOSE:
                tree.hang(child, subject, tree.deps[child])
    tree.hang(subject, verb, "nsubj")
    for child in list(tree.children[verb]):
        if child > verb and tree.tags[child] in NOUN_TAGS and tree.deps[child] in {"appos", "dep", "conj", "nmod"}:
            tree.deps[child] = "dobj"


def _find_top_before(tree: Tree, token: int, verb: int) -> int:
    """The head of the phrase that ends right before the verb."""
    while tree.heads[token] != token and tree.heads[token] < verb and tree.deps[token] in LOOSE | {"pobj", "prep"}:
        token = tree.heads[token]
    return token


def read_headline_infinitive(draft: Draft) -> None:
    """ "Arvensis to buy Danish rival": the infinitive is the main verb, the noun before it the subject."""
    tree = draft.tree
    for _, _, root in find_headlines(tree):
        if tree.tags[root] not in NOUN_TAGS:
            continue
        for verb in tree.children[root]:
            marker = tree.find_child(verb, "aux")
            if (
                marker is None
                or tree.tags[marker] != "TO"
                or tree.deps[verb] not in {"relcl", "acl", "xcomp"}
                or tree.find_child(verb, "nsubj", "nsubjpass") is not None
            ):
                continue
            if marker == tree.find_subtree(verb)[0] and all(
                child < marker for child in tree.children[root] if child != verb and tree.deps[child] != "punct"
            ):
                tree.promote(verb, root, "nsubjpass" if tree.find_child(verb, "auxpass") is not None else "nsubj")
                break


def read_headline_participle(draft: Draft) -> None:
    """ "Two killed as train hits lorry", "Mayor jailed for fraud": a bare past form without an object is a passive."""
    tree = draft.tree
    for _, _, root in find_headlines(tree):
        if (
            tree.tags[root] not in {"VBD", "VBN"}
            or tree.find_child(root, "aux", "auxpass", "dobj", "ccomp", "oprd", "attr", "acomp", "prt") is not None
        ):
            continue
        subject = tree.find_child(root, "nsubj")
        if subject is not None and root - 1 in {subject, tree.find_subtree(subject)[-1]} and tree.lemmas[root] in draft.lexis.verbs:
            tree.tags[root], tree.deps[subject] = "VBN", "nsubjpass"


def join_headline_subjects(draft: Draft) -> None:
    """ "Arvensis, Nordlund agree deal": the comma stands for "and"."""
    tree = draft.tree
    for first, last, _ in find_headlines(tree):
        for comma in range(first + 1, last - 1):
            if tree.words[comma] != ",":
                continue
            left, right = comma - 1, next((t for t in range(comma + 1, last) if tree.deps[t] == "nsubj"), None)
            if right is None or tree.tags[left] not in NOUN_TAGS or tree.find_subtree(right)[0] != comma + 1:
                continue
            if (
                tree.heads[left] == tree.heads[right]
                and tree.deps[left] in {"npadvmod", "nsubj", "dep", "nmod"}
                and tree.tags[tree.heads[right]] in VERB_TAGS
            ):
                verb = tree.heads[right]
                tree.hang(left, verb, "nsubj")
                tree.hang(right, left, "conj")
                break
