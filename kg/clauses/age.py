"""Ages: "Ana Roy, 54," and "the 54-year-old Ana Roy" give the name an ``age``, "died aged 84" and "died at the age of 84" the verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler, Phrase, Span
from kg.syntax import Tree

LONGEST_TITLE = 8


def find_age_of_name(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The age right behind a name, between commas or after "aged", or before it ("the 54-year-old Kenyan runner Ana Roy")."""
    tree = grammar.tree
    name = tree.names[noun]
    if name < 0:
        return
    for first, last in _find_near(tree, noun):
        if _is_behind(tree, name, first) or _is_before(tree, name, last):
            yield _to_filler(tree, first, last)
            return


def find_age(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The age at which somebody does something: behind the verb, with no other verb between."""
    tree = grammar.tree
    for first, last in _find_near(tree, verb):
        if first < verb:
            continue
        if _tells_when(tree, first) and not any(tree.is_verb(token) and tree.lower[token] != "aged" for token in range(verb + 1, first)):
            yield _to_filler(tree, first, last)
            return


def _find_near(tree: Tree, word: int) -> list[tuple[int, int]]:
    """The ages in the sentence of a word."""
    start, end = tree.sentences[tree.sentence_of[word]]
    return tree.ages[bisect_left(tree.ages, (start, start)) : bisect_left(tree.ages, (end, end))]


def _tells_when(tree: Tree, age: int) -> bool:
    return age > 0 and tree.lower[age - 1] in {"aged", "of", "at"}


def _is_behind(tree: Tree, name: int, age: int) -> bool:
    """ "Ana Roy, 54,", "Ana Roy aged 54", "Ana Roy, aged 54"."""
    before = age - 1
    if tree.lower[before] == "aged":
        before -= 1
        if tree.names[before] == name:
            return True
    return tree.words[before] == "," and before > 0 and tree.names[before - 1] == name


def _is_before(tree: Tree, name: int, age: int) -> bool:
    """ "54-year-old" with nothing but nouns and adjectives between it and the name."""
    old = next((token for token in range(age + 1, min(age + 5, len(tree.words))) if tree.lower[token] == "old"), None)
    if old is None or tree.lower[age - 1] == "then":
        return False
    for token in range(old + 1, min(old + 1 + LONGEST_TITLE, len(tree.words))):
        if tree.names[token] == name:
            return True
        if not (tree.is_noun(token) or tree.tags[token] in {"JJ", "HYPH"} or tree.words[token] in {"-", "’s", "'s"}):
            return False
    return False


def _to_filler(tree: Tree, first: int, last: int) -> Filler:
    return Filler("age", (Phrase(first, Span(tree.starts[first], tree.ends[last])),), 0, "age")
