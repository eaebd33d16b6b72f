"""Nominalisation: the slots of a noun: possessor, modifiers, and the noun itself.

"Norway's support for X" gives poss Norway and "for" X; "the French minister" gives mod French; "a $5m grant" gives measure $5m.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import Tree

MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})
MEASURES = frozenset({"nummod", "nmod", "compound", "amod"})
AMOUNT_SIGNS = frozenset({"$", "€", "£", "¥", "%", "percent", "cent", "pc"})
DURATIONS = frozenset({"minute", "hour", "day", "week", "month", "year"})
SHARES_HOLDER = frozenset({"appos", "attr", "nsubj", "nsubjpass", "pobj", "dobj", "oprd", "compound"})


def find_noun_slots(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """``self``, ``poss``, ``mod`` and ``measure`` of a noun."""
    tree = grammar.tree
    yield Filler("self", (grammar.to_phrase(noun),), 0, "noun")
    for holder in _holders(tree, noun):
        for child in tree.children[holder]:
            if child == noun or tree.lower[child] == "whose":
                continue
            dep = tree.deps[child]
            if dep == "poss":
                yield grammar.fill("poss", child, "possessive")
            elif dep in MEASURES and _is_amount(tree, child):
                yield Filler("measure", (grammar.to_phrase(child),), 0, "measure")
            elif dep in MODIFIERS and not _is_duration(tree, child) and (holder == noun or (child < noun and tree.deps[noun] != "conj")):
                yield Filler("mod", (grammar.to_phrase(child),), 0, "modifier")
    yield from _find_measure_above(grammar, noun)
    yield from _find_measure_below(grammar, noun)


def _holders(tree: Tree, noun: int) -> Iterator[int]:
    """The noun, and the name that it stands before as a title ("French President X": the adjective hangs on X)."""
    yield noun
    head, dep = tree.heads[noun], tree.deps[noun]
    if tree.names[noun] >= 0:
        return
    if dep == "compound" and tree.names[head] >= 0:
        yield head
    elif dep == "conj" and tree.deps[head] in SHARES_HOLDER and tree.find_child(noun, "det", "poss") is None:
        yield head
        if tree.deps[head] == "compound" and tree.names[tree.heads[head]] >= 0:
            yield tree.heads[head]


def _is_amount(tree: Tree, token: int) -> bool:
    """Whether the phrase holds a number with the sign of a currency or of a percentage."""
    if tree.amounts[token]:
        return True
    if not tree.children[token] and tree.lower[token] not in AMOUNT_SIGNS:
        return False
    has_sign = has_number = False
    for below in tree.find_subtree(token):
        has_sign = has_sign or tree.lower[below] in AMOUNT_SIGNS or tree.tags[below] == "$"
        has_number = has_number or tree.tags[below] == "CD"
    return has_sign and has_number


def _is_duration(tree: Tree, token: int) -> bool:
    """ "a five-day strike", "a 24-hour walkout": how long something lasts is not of what kind it is."""
    first = tree.find_subtree(token)[0]
    return tree.lemmas[token] in DURATIONS and first < token and tree.tags[first] == "CD"


def _find_measure_above(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "$10 million in grants", "5 million euros of investment": the amount that the noun hangs on."""
    tree = grammar.tree
    preposition = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[preposition] not in {"in", "of", "worth"}:
        return
    above = tree.heads[preposition]
    if is_partitive(tree, noun) or tree.is_verb(above) or tree.deps[above] == "ROOT":
        return
    if tree.tags[above] in {"CD", "$"} or _is_amount(tree, above):
        yield Filler("measure", (grammar.to_phrase(above),), 0, "measure")


def is_partitive(tree: Tree, noun: int) -> bool:
    """ "one of the founders", "two of its plants": the noun tells what kind of thing the number stands for."""
    preposition = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lower[preposition] != "of":
        return False
    above = tree.heads[preposition]
    is_known = tree.find_child(noun, "det", "poss") is not None
    return (
        is_known
        and (tree.tags[above] == "CD" or tree.lower[above] in {"some", "many", "several", "both", "most", "all"})
        and not tree.children[above][0] < above
    )


def _find_measure_below(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "a grant of $5 million", "a contract worth $5 million", "a deal valued at $5 million"."""
    tree = grammar.tree
    for child in tree.children[noun]:
        dep, word = tree.deps[child], tree.lower[child]
        if (
            dep == "prep"
            and word in {"of", "worth", "for"}
            or dep in {"amod", "acl", "relcl"}
            and word in {"worth", "valued", "totalling", "totaling"}
        ):
            for below in tree.find_subtree(child):
                if tree.deps[below] in {"pobj", "npadvmod", "dobj"} and _is_amount(tree, below):
                    yield Filler("measure", (grammar.to_phrase(below),), 0, "measure")
                    return
