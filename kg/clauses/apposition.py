"""Apposition, copula and title: the slot ``is`` holds what a noun is said to be.

"X, president of Y", "the president of Y, X", "X is president of Y" and "President X" all give the noun "president" an ``is`` X.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import Tree

NAMING = frozenset({"known", "called", "named", "dubbed", "nicknamed", "titled", "entitled", "branded"})


def find_identity(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The partners of a noun in apposition, in a copular clause, or as a title."""
    tree = grammar.tree
    if not tree.is_noun(noun):
        return
    first = _first_conjunct(tree, noun)
    dep, head = tree.deps[first], tree.heads[first]
    if dep == "appos":
        yield Filler("is", (grammar.to_phrase(head),), 0, "apposition")
    for child in tree.find_children(noun, "appos"):
        yield Filler("is", (grammar.to_phrase(child),), 0, "apposition")
    yield from _find_given_name(grammar, noun)
    if dep == "attr" and tree.lemmas[head] == "be":
        yield from _find_copula_subject(grammar, head)
    if tree.names[noun] < 0 and tree.deps[noun] in {"compound", "nmod"} and tree.names[tree.heads[noun]] >= 0:
        yield Filler("is", (grammar.to_phrase(tree.heads[noun]),), 0, "title")


def _find_given_name(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "the plant, known as X", "a firm called X", "the city of X"."""
    tree = grammar.tree
    for child in tree.children[noun]:
        if tree.deps[child] == "acl" and tree.words[child].lower() in NAMING:
            named = tree.find_child(child, "oprd", "dobj", "attr")
            for preposition in tree.find_children(child, "prep"):
                named = named or tree.find_child(preposition, "pobj")
            if named is not None and tree.names[named] >= 0:
                yield Filler("is", (grammar.to_phrase(named),), 0, "naming")
        if tree.deps[child] == "prep" and tree.words[child].lower() == "of" and child == noun + 1:
            place = tree.find_child(child, "pobj")
            if place is not None and tree.names[place] >= 0:
                yield Filler("named", (grammar.to_phrase(place),), 0, "place of")


def _first_conjunct(tree: Tree, noun: int) -> int:
    while tree.deps[noun] == "conj" and tree.is_noun(tree.heads[noun]):
        noun = tree.heads[noun]
    return noun


def _find_copula_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    subject = grammar.find_slot(verb, "subj")
    if subject is not None:
        yield Filler("is", subject.phrases, 0, "copula")


def find_shared_complement(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "vice chair and president of Y": an earlier post shares the phrase behind the last one."""
    tree = grammar.tree
    if not tree.is_noun(noun) or tree.find_child(noun, "prep") is not None:
        return
    for other in tree.find_children(noun, "conj"):
        for filler in grammar.find_fillers(other):
            if filler.rule == "preposition" and filler.depth == 0 and filler.slot in {"of", "at", "for"}:
                yield filler
