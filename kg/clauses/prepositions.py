"""Prepositional attachment: each preposition is a slot; phrases that hang below a filler join at a greater depth.

"provided $10 million in grants over five years to A and to B" gives provide "in", "over" and "to" (A, B), wherever the parser hung them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import Tree

DEEPEST = 3
IDIOMS = frozenset(
    (
        "to date", "in addition", "in fact", "of course", "at least", "at most", "in total", "for example", "for instance", "by far", "at all", "in general",
        "in particular", "in turn", "at present", "in part", "in person", "on average", "in public", "in private", "for now", "at last", "in vain", "by contrast",
        "in contrast", "in response", "as well", "at first", "for sure", "in full", "at once", "of late", "in advance", "on record", "by comparison", "at home",
    )
)  # fmt: skip


def find_prepositional(grammar: Grammar, trigger: int) -> Iterator[Filler]:
    """The phrases under the word's own prepositions, then those below its objects, nearest first."""
    tree = grammar.tree
    yield from _find_under(grammar, trigger, 0)
    if tree.is_verb(trigger):
        for child in tree.find_children(trigger, "dobj", "attr", "oprd", "prep", "agent", "npadvmod"):
            yield from _find_below(grammar, child, 1)


def _find_under(grammar: Grammar, head: int, depth: int) -> Iterator[Filler]:
    tree = grammar.tree
    for child in tree.children[head]:
        if tree.deps[child] in {"prep", "agent"} and not (tree.deps[child] == "agent" and tree.is_verb(head)):
            yield from _fill_preposition(grammar, child, depth)


def _fill_preposition(grammar: Grammar, preposition: int, depth: int) -> Iterator[Filler]:
    """One preposition, or several in a row ("because of", "out of"); "as" is the slot ``pred`` too."""
    tree = grammar.tree
    word = tree.words[preposition].lower()
    if is_idiom(tree, preposition):
        return
    rule = "adverbial" if is_sentence_adverbial(tree, preposition) else "preposition"
    for noun in tree.find_children(preposition, "pobj", "pcomp"):
        yield _with_conjoined(grammar, grammar.fill(word, noun, rule, depth=depth), preposition)
        if word == "as":
            yield grammar.fill("pred", noun, rule, depth=depth)
    for inner in tree.find_children(preposition, "prep"):
        joined = f"{word} {tree.words[inner].lower()}"
        for noun in tree.find_children(inner, "pobj", "pcomp"):
            yield grammar.fill(joined, noun, rule, depth=depth)
            yield grammar.fill(tree.words[inner].lower(), noun, rule, depth=depth)
    for other in tree.find_conjuncts(preposition)[1:]:
        if tree.words[other].lower() != word:
            yield from _fill_preposition(grammar, other, depth)


def _with_conjoined(grammar: Grammar, filler: Filler, preposition: int) -> Filler:
    """ "to A and to B" fills one slot with two phrases."""
    tree = grammar.tree
    phrases = list(filler.phrases)
    for other in tree.find_conjuncts(preposition)[1:]:
        if tree.words[other].lower() == filler.slot:
            phrases += [phrase for noun in tree.find_children(other, "pobj") for phrase in grammar.fill(filler.slot, noun, filler.rule).phrases]
    return Filler(filler.slot, tuple(phrases), filler.depth, filler.rule)


def _find_below(grammar: Grammar, head: int, depth: int) -> Iterator[Filler]:
    """What hangs below a noun or preposition, down to DEEPEST levels; clauses are not entered."""
    tree = grammar.tree
    if depth > DEEPEST:
        return
    if tree.is_noun(head) or tree.tags[head] in {"CD", "$"} or tree.deps[head] == "pcomp":
        yield from _find_under(grammar, head, depth)
    for child in tree.find_children(head, "pobj", "prep", "conj", "pcomp"):
        if not tree.is_verb(child) or tree.deps[child] == "pcomp":
            yield from _find_below(grammar, child, depth + 1)


def is_idiom(tree: Tree, preposition: int) -> bool:
    """Whether preposition and noun are a fixed adverbial ("to date", "in addition", "at least")."""
    words = " ".join(tree.words[preposition : preposition + 2]).lower()
    return words in IDIOMS


def is_sentence_adverbial(tree: Tree, preposition: int) -> bool:
    """Whether a prepositional phrase opens the sentence and is cut off by a comma ("In addition, ...")."""
    head = tree.heads[preposition]
    return preposition < head and any(tree.words[token] == "," for token in range(preposition, head))
