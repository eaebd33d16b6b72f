"""Tokens of a noun phrase -> those that say what it speaks of."""

from __future__ import annotations

from kg.syntax import Tree

KNOWN_BY = frozenset({"the", "this", "these", "that", "those", "both", "its", "their", "his", "her", "our"})


def after_determiners(tree: Tree, tokens: list[int]) -> list[int]:
    """The tokens of a noun phrase behind the words that only say which one is meant."""
    while len(tokens) > 1 and (
        tree.deps[tokens[0]] in {"det", "predet", "preconj", "poss", "punct", "case"} or tree.words[tokens[0]].lower() in KNOWN_BY
    ):
        tokens = tokens[1:]
    return tokens
