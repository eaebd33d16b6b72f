"""Lists: coordinations that the parser cut or glued wrongly."""

from __future__ import annotations

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, SUBJECTS


def split_joined_names(draft: Draft) -> None:
    """ "X University and Y University" read as one noun phrase becomes a coordination of two."""
    tree = draft.tree
    for left, right in zip(draft.name_tokens, draft.name_tokens[1:], strict=False):
        if not left or not right or right[0] - left[-1] > 2:
            continue
        if not any(tree.lower[token] in {"and", "or", "&", ","} for token in range(left[-1] + 1, right[0])):
            continue
        left_root, right_root = draft.find_root(left[0]), draft.find_root(right[0])
        if tree.heads[left_root] == right_root and tree.deps[left_root] in {"nmod", "compound", "amod", "appos", "dep"}:
            tree.promote(left_root, right_root, "conj")


def rejoin_last_conjunct(draft: Draft) -> None:
    """ "focusing on A and B, and C": a noun right behind the conjunction of a list is its last member, no object."""
    tree = draft.tree
    for noun, dep in enumerate(tree.deps):
        if dep != "dobj" or tree.tags[noun] not in NOUN_TAGS:
            continue
        first = tree.find_subtree(noun)[0]
        if first > 0 and tree.deps[first - 1] == "cc" and tree.tags[tree.heads[first - 1]] in NOUN_TAGS and tree.heads[first - 1] < noun:
            tree.hang(noun, tree.heads[first - 1], "conj")


def join_adjacent_conjuncts(draft: Draft) -> None:
    """ "development and technology solutions": of two members with nothing between them the first modifies the second."""
    tree = draft.tree
    for token in range(len(tree.deps) - 1):
        other = token + 1
        if tree.deps[token] == "conj" and tree.deps[other] == "conj" and tree.heads[token] == tree.heads[other]:
            if draft.is_common(token) and draft.is_common(other) and not tree.children[token]:
                tree.hang(token, other, "compound")


def rejoin_verb_of_same_form(draft: Draft) -> None:
    """ "plans to close a mine where it employs 300, and move there": a bare verb goes on with a bare one, a tensed with a tensed."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        head = tree.heads[verb]
        if dep != "conj" or not tree.is_verb(head) or tree.find_child(verb, *SUBJECTS, "aux", "auxpass") is not None:
            continue
        if tree.tags[verb] == "VB" and tree.tags[head] in {"VBZ", "VBD"}:
            other = next((above for above in tree.find_ancestors(head) if tree.tags[above] == "VB"), None)
        elif tree.tags[verb] in {"VBZ", "VBD"} and tree.tags[head] == "VB" and tree.deps[head] in {"xcomp", "acl", "advcl", "conj"}:
            other = next(
                (above for above in tree.find_ancestors(head) if tree.is_verb(above) and tree.tags[above] == tree.tags[verb]), None
            )
        else:
            continue
        if other is not None:
            tree.hang(verb, other, "conj")
