"""Superlatives: what a noun phrase claims of itself among its like: the slot ``superlative``.

"its largest investment in Chile since 2010" gives the noun "largest investment in Chile since 2010"; "the merger is the biggest deal in
its history" gives "merger" what is said of the deal.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.apposition import COPULAS
from kg.clauses.grammar import Grammar
from kg.clauses.nominal import is_partitive
from kg.records import Filler, Phrase
from kg.syntax.tree import Tree

NO_RANK = frozenset({"most", "least", "latest", "last", "best"})
"""Superlatives in form that alone rank nothing: "most investments", "the latest attack", "at best"."""
DEGREES = frozenset({"most", "least"})
OUTSIDE = frozenset({"conj", "cc", "appos", "parenthesis", "parataxis", "case", "dep"})


def find_superlative(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The words from the superlative to the end of its phrase, on the noun itself or on the noun that it is said to be."""
    tree = grammar.tree
    if tree.names[noun] >= 0:
        return
    for ranked in (noun, _find_attribute(tree, noun)):
        start = _find_start(tree, ranked) if ranked is not None else None
        if ranked is not None and start is not None:
            head = find_degree(tree, ranked) or start
            yield Filler("superlative", (Phrase(head, tree.to_span(_find_words(tree, ranked, start)), is_clause=True),), 0, "superlative")
            return


def _find_attribute(tree: Tree, noun: int) -> int | None:
    """ "The merger is the biggest deal ...": what the subject of a copula is said to be."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.lemmas[verb] not in COPULAS or tree.find_child(verb, "neg") is not None:
        return None
    attribute = tree.find_child(verb, "attr")
    return attribute if attribute is not None and tree.is_noun(attribute) and tree.names[attribute] < 0 else None


def _find_start(tree: Tree, noun: int) -> int | None:
    """Where the ranking phrase begins: at its superlative, or at "one" of "one of the largest"; none for several that rank together."""
    degree = find_degree(tree, noun)
    if degree is None:
        return None
    if is_partitive(tree, noun):
        return tree.heads[tree.heads[noun]]
    return tree.find_subtree(degree)[0] if tree.tags[noun] == "NN" else None


def find_degree(tree: Tree, noun: int) -> int | None:
    """The adjective in the superlative before a noun: "largest", "most significant", "second-largest"."""
    for child in tree.find_children(noun, "amod"):
        if child > noun:
            break
        if tree.tags[child] == "JJS" and tree.lower[child] not in NO_RANK:
            return child
        if any(tree.lower[below] in DEGREES and tree.tags[below] in {"RBS", "JJS", "RB"} for below in tree.find_children(child, "advmod")):
            return child
    return None


def _find_words(tree: Tree, noun: int, start: int) -> list[int]:
    """The tokens from the start to the end of the noun's phrase, up to a comma, an apposition or another member of a coordination."""
    inside = {noun}
    for child in tree.children[noun]:
        if tree.deps[child] not in OUTSIDE and not (tree.deps[child] in {"relcl", "acl", "advcl"} and _follows_comma(tree, child)):
            inside.update(tree.find_subtree(child, without=("parenthesis",)))
    last = noun
    while last + 1 < len(tree.words) and tree.words[last + 1] != "," and (last + 1 in inside or tree.words[last + 1].isspace()):
        last += 1
    return list(range(start, last + 1))


def _follows_comma(tree: Tree, clause: int) -> bool:
    return tree.find_word_before(tree.find_subtree(clause)[0]) == ","
