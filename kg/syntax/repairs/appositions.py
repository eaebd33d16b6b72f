"""Appositions: which noun a name, a post or an age belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, Tree

RANKS = frozenset({"number", "no", "no."})
APPOSED = frozenset({"appos", "conj", "dep", "npadvmod"})


def hang_appositions_on_names(draft: Draft) -> None:
    """ "Ana Roy, 54, president of X": the apposition speaks of the name even where an age stands between."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        head = tree.heads[token]
        if (
            dep == "appos"
            and tree.tags[head] == "CD"
            and tree.deps[head] in {"appos", "nummod", "npadvmod"}
            and tree.tags[token] in NOUN_TAGS
        ):
            tree.hang(token, tree.heads[head], "appos")


def lower_apposed_person(draft: Draft) -> None:
    """ "Norway's minister for fisheries, Ola Berg": a person's name behind a comma is in apposition to the nearest noun of a person.

    Where no noun before it is known to be one, that is the noun right before the comma ("a visit by the sharpshooter, Ana Roy").
    """
    tree = draft.tree
    for number, tokens in enumerate(draft.name_tokens):
        if not tokens or draft.names[number].class_iri not in draft.lexis.persons or tokens[0] < 2 or tree.words[tokens[0] - 1] != ",":
            continue
        root, before = draft.find_root(tokens[0]), tokens[0] - 2
        if tree.deps[root] not in APPOSED or not tree.is_noun(before) or (tree.deps[root] == "conj" and tree.names[tree.heads[root]] >= 0):
            continue
        nouns = list(_find_nouns_up(tree, before, tokens[0]))
        noun = next((noun for noun in nouns if tree.names[noun] < 0 and draft.is_person(noun)), None)
        if noun is None and tree.deps[root] == "appos" and tree.names[before] < 0 and not any(draft.is_person(noun) for noun in nouns):
            noun = before
        if noun is not None and noun != root and (tree.heads[root] != noun or tree.deps[root] != "appos"):
            tree.hang(root, noun, "appos")


def lower_apposed_noun(draft: Draft) -> None:
    """ "support for the Bright Minds Prize, a programme led by X": the noun tells what the name right before the comma is."""
    tree = draft.tree
    for noun, dep in enumerate(tree.deps):
        if dep != "appos" or not draft.is_common(noun):
            continue
        article = tree.find_child(noun, "det")
        if article is None or article < 2 or tree.words[article - 1] != "," or tree.names[article - 2] < 0:
            continue
        root = draft.find_root(article - 2)
        is_below = tree.heads[noun] in tree.find_ancestors(root)
        if is_below and draft.is_person_name(root) == draft.is_person(noun):
            tree.hang(noun, root, "appos")


def _find_nouns_up(tree: Tree, noun: int, end: int) -> Iterator[int]:
    """A noun and those above it in the same phrase, through prepositions ("minister for industry": industry, minister)."""
    while True:
        if tree.deps[noun] != "compound":
            yield noun
        above = tree.heads[noun]
        if tree.deps[noun] == "pobj" and tree.deps[above] in {"prep", "agent"}:
            above = tree.heads[above]
        elif tree.deps[noun] not in {"compound", "nmod", "appos", "conj"}:
            return
        if above >= noun and tree.deps[noun] != "compound" or above >= end or not tree.is_noun(above):
            return
        noun = above


def join_titles_before_name(draft: Draft) -> None:
    """ "the group's founder and chairman Lena Holm": both nouns are titles of the one person."""
    tree = draft.tree
    for number, tokens in enumerate(draft.name_tokens):
        if not tokens or draft.names[number].class_iri not in draft.lexis.persons:
            continue
        root, title = draft.find_root(tokens[0]), tokens[0] - 1
        if (
            tree.deps[root] != "conj"
            or title < 2
            or tree.heads[title] != root
            or tree.deps[title] != "compound"
            or tree.words[title][0].isupper()
        ):
            continue
        first = tree.heads[root]
        if (
            draft.is_common(first)
            and draft.is_person(first)
            and tree.tags[first] == "NN"
            and tree.deps[title - 1] == "cc"
            and tree.heads[title - 1] == first
        ):
            tree.promote(root, first, "compound")
            tree.hang(title, first, "conj")


def raise_ranked_name(draft: Draft) -> None:
    """ "World number one Ana Roy": the rank is a title of the name behind it."""
    tree = draft.tree
    for number, tokens in enumerate(draft.name_tokens):
        if not tokens or draft.names[number].class_iri not in draft.lexis.persons or tokens[0] < 2:
            continue
        root, rank = draft.find_root(tokens[0]), tokens[0] - 1
        noun = tree.heads[root]
        if tree.deps[root] == "appos" and tree.tags[rank] == "CD" and tree.heads[rank] == noun and tree.lemmas[noun] in RANKS:
            tree.promote(root, noun, "compound")


def resume_list_after_apposition(draft: Draft) -> None:
    """ "Lena Holm, a lawyer, Omar Diaz, an engineer, and Ruth Kim": a name behind an apposition goes on with the list of names."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep not in {"appos", "conj"} or not tree.is_noun(token):
            continue
        above = tree.heads[token]
        if dep == "appos" and tree.names[token] >= 0 and tree.names[above] >= 0 and _is_same_kind(draft, above, token):
            if draft.is_person_name(token) or _has_apposition_between(draft, above, token):
                tree.hang(token, above, "conj")
        elif tree.names[token] >= 0 and tree.names[above] < 0 and tree.deps[above] == "appos" and above < token:
            name = tree.heads[above]
            if tree.names[name] >= 0 and _is_same_kind(draft, name, token) and not (dep == "appos" and tree.heads[above] > above):
                tree.hang(token, name, "conj")


def part_posts_with_names(draft: Draft) -> None:
    """ "the banker Lena Holm and the mayor of Lyon, Omar Diaz": the last post has a name of its own, and the list is one of posts."""
    tree = draft.tree
    for number, tokens in enumerate(draft.name_tokens):
        if not tokens or draft.names[number].class_iri not in draft.lexis.persons or tokens[0] < 2 or tree.words[tokens[0] - 1] != ",":
            continue
        nouns = _find_nouns_up(tree, tokens[0] - 2, tokens[0]) if tree.is_noun(tokens[0] - 2) else ()
        post = next((noun for noun in nouns if tree.names[noun] < 0 and draft.is_person(noun)), None)
        if post is None or tree.deps[post] != "conj" or not _follows_conjunction(tree, post):
            continue
        tree.hang(draft.find_root(tokens[0]), post, "appos")
        above = tree.heads[post]
        if draft.is_person_name(above) and tree.deps[above] == "appos" and draft.is_common(tree.heads[above]):
            tree.hang(post, tree.heads[above], "conj")


def _follows_conjunction(tree: Tree, noun: int) -> bool:
    first = tree.find_subtree(noun)[0]
    return first > 0 and tree.deps[first - 1] == "cc"


def rejoin_post(draft: Draft) -> None:
    """ "chair of Lumina and a former judge", "the mayor of Lyon, a former judge": the judge is the mayor, not Lyon."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        other = tree.heads[token]
        if dep == "conj" and draft.is_person_name(other) and draft.is_common(token) and draft.is_person(token):
            post = _find_open_post(draft, other, token)
            if post is not None:
                tree.hang(token, post, "conj")
            continue
        if dep not in {"conj", "appos"} or tree.deps[other] != "pobj" or tree.names[other] < 0 or draft.is_person_name(other):
            continue
        post = tree.heads[tree.heads[other]]
        if all(draft.is_common(noun) and draft.is_person(noun) for noun in (token, post)):
            tree.hang(token, post, dep)


def _find_open_post(draft: Draft, name: int, noun: int) -> int | None:
    """The apposition of a name that no comma closes before the conjunction: "X, head of the lab and a fellow of Y"."""
    tree = draft.tree
    first = tree.find_subtree(noun)[0]
    for post in tree.find_children(name, "appos"):
        if post < noun and draft.is_common(post) and draft.is_person(post) and tree.find_subtree(post)[-1] == first - 2:
            return post if tree.deps[first - 1] == "cc" else None
    return None


def _has_apposition_between(draft: Draft, left: int, right: int) -> bool:
    return any(draft.is_common(child) and left < child < right for child in draft.tree.find_children(left, "appos"))


def _is_same_kind(draft: Draft, left: int, right: int) -> bool:
    return draft.names[draft.tree.names[left]].class_iri == draft.names[draft.tree.names[right]].class_iri
