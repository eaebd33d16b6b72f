"""Sources: "X, according to a study by Y" gives the study the clause that it is the source of, in the slot ``told``.

"X in a study of Y" gives it in the slot ``shown``: whether the noun is a source is for the words to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler, Phrase, Span
from kg.syntax import Tree

FINDING = frozenset(
    "find show suggest reveal say discover report conclude take appear use enrol enroll participate".split(),
)
"""Verbs that tell of a study or its finding themselves."""


def find_told_clause(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The clause that "according to" or "in" hangs on, without these words, which stand at one of its ends."""
    tree = grammar.tree
    preposition, slot = _find_according(tree, noun), "told"
    if preposition is None and tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "in":
        preposition, slot = tree.heads[noun], "shown"
    if preposition is None:
        return
    verb = next((token for token in tree.find_ancestors(preposition) if tree.is_verb(token)), None)
    if verb is None or any(tree.deps[token] in {"relcl", "acl", "pcomp"} for token in (verb, tree.heads[preposition])):
        return
    if slot == "shown" and tree.lemmas[verb] in FINDING:
        return
    while slot == "told" and tree.deps[verb] in {"ccomp", "xcomp"} and tree.is_verb(tree.heads[verb]):
        verb = tree.heads[verb]
    source = tree.to_span(tree.find_subtree(preposition))
    tokens = [token for token in tree.find_subtree(verb) if not source.start <= tree.starts[token] < source.end]
    span = tree.to_span(tokens)
    if span.end <= source.start or span.start >= source.end:
        yield Filler(slot, (Phrase(verb, _trim(tree, span), is_clause=True),), 0, "source")


def _find_according(tree: Tree, noun: int) -> int | None:
    """ "According" of "according to a study", wherever the parser put the "to"."""
    above = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[above] != "to":
        return None
    if tree.lower[tree.heads[above]] == "according":
        return tree.heads[above]
    return above - 1 if above > 0 and tree.lower[above - 1] == "according" else None


def _trim(tree: Tree, span: Span) -> Span:
    """The words without the comma and the full stop at their ends."""
    tokens = [token for token in tree.find_tokens(span) if tree.words[token] not in {",", "."} and not tree.words[token].isspace()]
    return Span(tree.starts[tokens[0]], tree.ends[tokens[-1]]) if tokens else span
