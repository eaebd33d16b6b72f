"""Scores: "beat Ajax 3-1", "lost 7-5, 6-2 to X" and "a 3-1 win" give verb or noun a ``score``.

The parser does not see a score (kg/masks.py): it belongs to the verb before it, or to the noun right behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler, Phrase, Span
from kg.syntax import Tree

LONGEST_MODIFIER = 3
AROUND = frozenset({"after", "following", "with", "in", "by", "despite"})


def find_score(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The score behind a verb, with no other verb between the two; it is no noun's."""
    tree = grammar.tree
    end = tree.sentences[tree.sentence_of[verb]][1]
    for first, last in tree.scores[bisect_left(tree.scores, (verb, verb)) :]:
        if first >= end or any(tree.is_verb(between) for between in range(verb + 1, first)):
            return
        if _find_noun_behind(tree, first, last) is None:
            yield _to_filler(tree, first, last)
            return


def find_score_before(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The score in front of a noun; whose it is says the clause around it: "Y went out after a 2-0 defeat by X"."""
    tree = grammar.tree
    for first, last in tree.scores[: bisect_left(tree.scores, (noun, noun))][-1:]:
        if _find_noun_behind(tree, first, last) == noun:
            yield _to_filler(tree, first, last)
            yield from _find_side(grammar, noun)


def _find_side(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The subject of the verb that a noun hangs on by "after" or "with"."""
    tree = grammar.tree
    preposition = tree.heads[noun]
    verb = tree.heads[preposition]
    if tree.deps[noun] != "pobj" or tree.lower[preposition] not in AROUND or not tree.is_verb(verb):
        return
    subject = grammar.find_subject(verb)
    if subject is not None and tree.find_child(noun, "poss") is None:
        yield Filler("subj", subject.phrases, 1, "score")


def _find_noun_behind(tree: Tree, first: int, last: int) -> int | None:
    """The noun that a score stands before: "a 3-1 home win"."""
    if first == 0 or tree.tags[first - 1] not in {"DT", "PRP$", "POS", "JJ", "RB", "VBG", "VBN"} or tree.is_verb(first - 1):
        return None
    found = None
    for token in range(last + 1, min(last + 1 + LONGEST_MODIFIER, len(tree.words))):
        if tree.is_noun(token) and tree.names[token] < 0:
            found = token
        elif tree.tags[token] not in {"JJ", "HYPH"} and tree.words[token] != "-":
            break
    return found


def _to_filler(tree: Tree, first: int, last: int) -> Filler:
    return Filler("score", (Phrase(first, Span(tree.starts[first], tree.ends[last])),), 0, "score")
