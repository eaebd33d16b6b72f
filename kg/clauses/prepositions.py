"""Prepositional attachment: each preposition is a slot; phrases that hang below a filler join at a greater depth.

"provided $10 million in grants over five years to A and to B" gives provide "in", "over" and "to" (A, B), wherever the parser hung them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.clauses.modality import is_ranked
from kg.clauses.superlative import find_degree
from kg.records import Filler
from kg.syntax.tree import Tree

DEEPEST = 3
BELOW_VERB = ("dobj", "attr", "oprd", "acomp", "prep", "agent", "npadvmod")
OF_TIME_AND_PLACE = frozenset({"on", "in", "at"})
PARTICLES = frozenset({"back", "away", "over", "home", "off"})
"""Adverbs whose prepositions are the verb's: "gave the bronzes back *to Nigeria*"."""
COMPLEX = frozenset(
    {
        "in the wake of",
        "in the course of",
        "in the midst of",
        "in the aftermath of",
        "on the sidelines of",
        "as a result of",
        "in front of",
        "in connection with",
        "in exchange for",
        "in response to",
        "in retaliation for",
        "at the hands of",
        "in support of",
        "in favour of",
        "in favor of",
    }
)
"""Prepositions of several words with a noun among them."""
CHANGES = frozenset({"up", "down", "higher", "lower"})
ADJECTIVES = frozenset({"JJ", "VBN"})
WORTH = "worth"
"""What hangs below it, behind the amount, is the noun's: "a stake worth $3m *in Acme*"."""
AFFECTING = frozenset({"on", "against", "of"})
"""Prepositions of what suffers what a noun tells of."""
WHERE = frozenset({"in", "at", "near"})
COMPARING = frozenset({"than", "compared"})
"""What is compared takes no part."""
WHOLE = frozenset({"according", "thanks", "owing", "contrary", "prior", "regardless"})
"""The preposition behind these says nothing without them: who said it, "according to X", is no recipient."""


def find_prepositional(grammar: Grammar, trigger: int) -> Iterator[Filler]:
    """The phrases under the word's own prepositions, then those below the objects of a verb, nearest first."""
    yield from _find_under(grammar, trigger, 0)


def find_place_below(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "an attack on a market in X": where the one that hangs below a noun is, what the noun tells may be, too."""
    tree = grammar.tree
    for preposition in tree.find_children(noun, "prep"):
        for below in tree.find_children(preposition, "pobj") if tree.lower[preposition] in AFFECTING else ():
            for inner in tree.find_children(below, "prep") if tree.names[below] < 0 else ():
                if tree.lower[inner] in WHERE:
                    for place in tree.find_children(inner, "pobj"):
                        yield grammar.fill(tree.lower[inner], place, "place below", depth=1)


def find_below_as(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "the appointment of X as director of Y": what hangs below "as" joins the slots of a noun."""
    for child in grammar.tree.find_children(noun, "prep"):
        if grammar.tree.lower[child] == "as":
            yield from _find_below(grammar, child, 1)


def find_owner_of_complement(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "was sworn in as Spain's first defence minister": whose post it is joins the slots of the verb, and so does "Spanish"."""
    tree = grammar.tree
    complements = [*tree.find_children(verb, "oprd", "attr")]
    complements += [
        noun for child in tree.find_children(verb, "prep") if tree.lower[child] == "as" for noun in tree.find_children(child, "pobj")
    ]
    for noun in complements:
        for child in tree.children[noun]:
            if tree.names[child] >= 0 and child < noun and tree.deps[child] in {"poss", "amod", "compound", "nmod"}:
                yield grammar.fill("of" if tree.deps[child] == "poss" else "mod", child, "possessive", depth=1)


def find_prepositional_below(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The phrases under the prepositions below a verb's objects and other phrases.

    Below an adverb those of time and place ("early on Friday"), below a particle all.
    """
    tree = grammar.tree
    for child in tree.find_children(verb, *BELOW_VERB):
        if tree.deps[child] != "prep" or not _tells_how_often(tree, child):
            yield from _find_below(grammar, child, 1)
    for adverb in tree.find_children(verb, "advmod", "prt"):
        if adverb > verb:
            for preposition in tree.find_children(adverb, "prep"):
                if tree.lower[preposition] in OF_TIME_AND_PLACE or tree.lower[adverb] in PARTICLES:
                    yield from _fill_preposition(grammar, preposition, 1)


def _find_under(grammar: Grammar, head: int, depth: int) -> Iterator[Filler]:
    """What hangs right below a word; since when something is "the largest" says nothing of when it was."""
    tree = grammar.tree
    for child in tree.children[head]:
        if tree.lower[child] == "since" and (_is_of_rank(tree, head) or tree.is_noun(head) and find_degree(tree, head) is not None):
            continue
        if tree.deps[child] == "prep" or tree.deps[child] == "agent" and not tree.is_verb(head):
            yield from _fill_preposition(grammar, child, depth)
        elif tree.lower[child] == WORTH and tree.is_noun(head):
            for below in (child, *tree.find_children(child, "npadvmod", "pobj")):
                yield from _find_under(grammar, below, depth)
        elif tree.lower[child] in CHANGES and tree.deps[child] in {"advmod", "amod", "acomp", "prt"}:
            for amount in tree.find_children(child, "npadvmod", "dobj", "pobj"):
                yield grammar.fill(tree.lower[child], amount, "preposition", depth=depth)


def _is_of_rank(tree: Tree, verb: int) -> bool:
    """ "The fifth manager to be dismissed since August" was not dismissed in August."""
    return tree.is_infinitive(verb) and tree.deps[verb] in {"acl", "relcl"} and is_ranked(tree, tree.heads[verb])


def _fill_preposition(grammar: Grammar, preposition: int, depth: int) -> Iterator[Filler]:
    """One preposition, or several in a row ("because of", "out of"); "as" is the slot ``pred`` too."""
    tree = grammar.tree
    word = tree.lower[preposition]
    if tree.names[preposition] >= 0 or word in COMPARING or is_example(tree, preposition) or _tells_how_often(tree, preposition):
        return
    if _is_set_aside(tree, preposition):
        for other in tree.find_children(preposition, "conj"):
            yield from _fill_preposition(grammar, other, depth)
        return
    for other in tree.find_children(preposition, "conj"):
        yield from _fill_other(grammar, other, word, depth)
    inner = _find_inner(tree, preposition)
    if inner is not None:
        joined = " ".join(tree.lower[preposition : inner + 1])
        for noun in tree.find_children(inner, "pobj"):
            yield grammar.fill(joined, noun, "preposition", depth=depth)
        return
    second = next((child for child in tree.children[preposition] if tree.deps[child] == "pcomp" and tree.tags[child] == "IN"), None)
    if second is not None:
        word = f"{word} {tree.lower[second]}"
    rule = "adverbial" if is_sentence_adverbial(tree, preposition) else "preposition"
    for child in tree.children[preposition]:
        dep = tree.deps[child]
        if dep in {"pobj", "pcomp"} and child != second and not tree.is_relative(child):
            yield _with_conjoined(grammar, grammar.fill(word, child, rule, depth=depth), preposition)
            if second is not None:
                yield grammar.fill(tree.lower[second], child, rule, depth=depth)
            if word == "as":
                yield grammar.fill("pred", child, rule, depth=depth)
        elif word == "as" and dep in {"amod", "acomp", "advcl"} and tree.tags[child] in ADJECTIVES:
            yield grammar.fill("pred", child, rule, depth=depth)
        elif dep == "prep":
            joined = f"{word} {tree.lower[child]}"
            for noun in tree.find_children(child, "pobj", "pcomp"):
                if not tree.is_relative(noun):
                    yield grammar.fill(joined, noun, rule, depth=depth)
                    if word not in WHOLE:
                        yield grammar.fill(tree.lower[child], noun, rule, depth=depth)


def _tells_how_often(tree: Tree, preposition: int) -> bool:
    """ "For the first time": no purpose; "one in five shops": no place."""
    noun = tree.find_child(preposition, "pobj")
    if tree.lower[preposition] == "in" and noun is not None and tree.tags[preposition - 1] == "CD":
        return tree.tags[preposition + 1] == "CD" and preposition + 1 < noun
    if tree.lower[preposition] != "for" or noun is None:
        return False
    return tree.lemmas[noun] == "time" and tree.find_child(noun, "amod") is not None


def _find_inner(tree: Tree, preposition: int) -> int | None:
    """The last word of a preposition of several words: "of" of "in the wake of the fire"."""
    noun = tree.find_child(preposition, "pobj")
    inner = next((child for child in tree.find_children(noun, "prep")), None) if noun is not None else None
    return inner if inner is not None and " ".join(tree.lower[preposition : inner + 1]) in COMPLEX else None


def _fill_other(grammar: Grammar, preposition: int, word: str, depth: int) -> Iterator[Filler]:
    """The later members of a coordination of prepositions, where they are other words than the first."""
    if grammar.tree.lower[preposition] != word:
        yield from _fill_preposition(grammar, preposition, depth)
    else:
        for other in grammar.tree.find_children(preposition, "conj"):
            yield from _fill_other(grammar, other, word, depth)


def _is_set_aside(tree: Tree, preposition: int) -> bool:
    """ "not in X", "instead of X"."""
    return any(tree.deps[child] == "neg" or tree.lower[child] == "instead" for child in tree.children[preposition])


def is_example(tree: Tree, preposition: int) -> bool:
    """Whether the phrase gives examples of the noun before it ("such as X", "including X")."""
    return tree.lower[preposition] == "including" or (
        tree.lower[preposition] == "as" and any(tree.lower[child] == "such" for child in tree.children[preposition])
    )


def _with_conjoined(grammar: Grammar, filler: Filler, preposition: int) -> Filler:
    """ "to A and to B" fills one slot with two phrases."""
    tree = grammar.tree
    others = (
        [other for other in tree.find_conjuncts(preposition)[1:] if tree.lower[other] == filler.slot] if tree.children[preposition] else []
    )
    if not others:
        return filler
    more = [
        phrase
        for other in others
        for noun in tree.find_children(other, "pobj")
        for phrase in grammar.fill(filler.slot, noun, filler.rule).phrases
    ]
    return Filler(filler.slot, (*filler.phrases, *more), filler.depth, filler.rule)


def _find_below(grammar: Grammar, head: int, depth: int) -> Iterator[Filler]:
    """What hangs below a noun or preposition, down to DEEPEST levels; clauses are not entered."""
    tree = grammar.tree
    if depth > DEEPEST or not tree.children[head]:
        return
    if tree.is_noun(head) or tree.tags[head] in {"CD", "$", "JJ"} or tree.deps[head] == "pcomp":
        yield from _find_under(grammar, head, depth)
    for child in tree.children[head]:
        if tree.deps[child] in {"pobj", "prep", "conj", "pcomp"} and (tree.deps[child] == "pcomp" or not tree.is_verb(child)):
            yield from _find_below(grammar, child, depth + 1)


def is_sentence_adverbial(tree: Tree, preposition: int) -> bool:
    """Whether a prepositional phrase opens the sentence and is cut off by a comma ("In addition, ...")."""
    head = tree.heads[preposition]
    return preposition < head and "," in tree.words[preposition:head]
