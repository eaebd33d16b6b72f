"""Nominalisation: the slots of a noun: possessor, modifiers, and the noun itself.

"Japan's support for X" gives poss Japan and "for" X; "the French minister" gives mod French; "a $5 million grant" gives measure $5 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import Tree

MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})


def find_noun_slots(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """``self``, ``poss``, ``mod`` and ``measure`` of a noun."""
    tree = grammar.tree
    if not tree.is_noun(noun):
        return
    yield Filler("self", (grammar.to_phrase(noun),), 0, "noun")
    for holder in _holders(tree, noun):
        for child in tree.children[holder]:
            if child == noun or tree.words[child].lower() == "whose":
                continue
            dep = tree.deps[child]
            if dep == "poss":
                yield grammar.fill("poss", child, "possessive")
            elif dep in {"nummod", "nmod", "compound", "amod"} and _is_amount(tree, child):
                yield Filler("measure", (grammar.to_phrase(child),), 0, "measure")
            elif dep in MODIFIERS and (holder == noun or (child < noun and tree.deps[noun] != "conj")):
                yield Filler("mod", (grammar.to_phrase(child),), 0, "modifier")
    yield from _find_measure_above(grammar, noun)
    yield from _find_measure_below(grammar, noun)


def _holders(tree: Tree, noun: int) -> Iterator[int]:
    """The noun, and the name that it stands before as a title ("French President X": the adjective hangs on X)."""
    yield noun
    if tree.deps[noun] == "compound" and tree.names[tree.heads[noun]] >= 0 and tree.names[noun] < 0:
        yield tree.heads[noun]
    elif tree.deps[noun] == "conj" and tree.names[noun] < 0 and tree.deps[tree.heads[noun]] in {"appos", "attr", "nsubj", "pobj", "dobj", "oprd", "compound"} and not tree.find_child(noun, "det"):
        yield tree.heads[noun]


def _is_amount(tree: Tree, token: int) -> bool:
    below = tree.find_subtree(token)
    return any(tree.tags[t] == "$" or tree.words[t].lower() in {"€", "£", "¥", "%", "percent", "cent", "pc"} for t in below) and any(tree.tags[t] == "CD" for t in below)


def _find_measure_above(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "$10 million in grants", "5 million euros of investment": the amount that the noun hangs on."""
    tree = grammar.tree
    preposition = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.words[preposition].lower() not in {"in", "of", "worth"}:
        return
    above = tree.heads[preposition]
    if tree.tags[above] in {"CD", "$"} or _is_amount(tree, above) and tree.deps[above] != "ROOT" and not tree.is_verb(above):
        yield Filler("measure", (grammar.to_phrase(above),), 0, "measure")


def _find_measure_below(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "a grant of $5 million", "a contract worth $5 million", "a deal valued at $5 million"."""
    tree = grammar.tree
    for child in tree.children[noun]:
        word = tree.words[child].lower()
        if tree.deps[child] == "prep" and word in {"of", "worth", "for"} or tree.deps[child] in {"amod", "acl", "relcl"} and word in {"worth", "valued", "totalling", "totaling"}:
            for below in tree.find_subtree(child):
                if tree.deps[below] in {"pobj", "npadvmod", "dobj"} and _is_amount(tree, below):
                    yield Filler("measure", (grammar.to_phrase(below),), 0, "measure")
                    return
