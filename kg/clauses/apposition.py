"""Apposition, copula and title: the slot ``is`` holds what a noun is said to be.

"X, president of Y", "the president of Y, X", "X is president of Y", "X is one of the presidents" and "President X" all give
the noun an ``is`` X.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, find_titled, has_title
from kg.clauses.nominal import is_partitive
from kg.records import Filler
from kg.syntax.tree import Tree

NAMING = frozenset({"identified", "known", "called", "named", "dubbed", "nicknamed", "titled", "entitled", "branded"})
COPULAS = frozenset({"be", "remain", "become"})
LASTING = frozenset({"since", "from", "until", "till", "to", "for"})
TIMES = frozenset(
    "year month week day decade term january february march april may june july august september october november december".split()
)
BESIDE_POSTS = frozenset(
    {"member", "leader", "ally", "friend", "supporter", "critic", "rival", "native", "veteran", "son", "daughter", "graduate"}
)
"""Nouns that keep their "of" to themselves: "minister and member of the Y party"."""
NAMED_WITH_OF = frozenset(
    "city town village state province region island county district port republic kingdom borough suburb commune "
    "municipality department canton emirate archipelago peninsula valley territory community area neighbourhood "
    "neighborhood".split()
)


def find_identity(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """The partners of a noun in apposition, in a copular clause, or as a title."""
    tree = grammar.tree
    first = find_standing(tree, noun)
    dep, head = tree.deps[first], tree.heads[first]
    if dep == "appos" and tree.is_noun(head):
        yield _fill_identity(grammar, noun, head, "apposition")
    for child in tree.find_children(noun, "appos"):
        if tree.is_noun(child):
            yield _fill_identity(grammar, noun, child, "apposition")
    yield from _find_given_name(grammar, noun)
    yield from _find_name_as(grammar, noun)
    if dep == "attr" and tree.lemmas[head] in COPULAS:
        yield from _find_copula_subject(grammar, head)
    if dep == "nsubj" and tree.lemmas[head] in COPULAS and tree.names[noun] < 0:
        yield from _find_named_complement(grammar, head)
    is_title = tree.names[noun] < 0 and dep in {"compound", "nmod"} and tree.names[head] >= 0
    if is_title and (first == noun or tree.deps[noun] == "conj") and not _narrows_next(tree, noun, head):
        yield _fill_identity(grammar, noun, head, "title")
    named = find_titled(tree, noun)
    if named is not None:
        yield Filler("is", (grammar.to_phrase(named),), 0, "title")


def _fill_identity(grammar: Grammar, noun: int, named: int, rule: str) -> Filler:
    """A plural is all who are named beside it ("presidents X and Y"), any other noun the first."""
    if grammar.tree.tags[noun] in {"NNS", "NNPS"}:
        return grammar.fill("is", named, rule)
    return Filler("is", (grammar.to_phrase(named),), 0, rule)


def _narrows_next(tree: Tree, noun: int, name: int) -> bool:
    """Whether the noun is but the first part of a title: "Deputy" of "Deputy Assistant Secretary Ana Roy"."""
    behind = noun + 1
    is_title = behind < name and tree.is_noun(behind) and tree.names[behind] < 0 and tree.deps[behind] in {"compound", "nmod"}
    return is_title and (tree.heads[behind] == name or name in tree.find_ancestors(behind))


def find_standing(tree: Tree, noun: int) -> int:
    """The word in whose place the noun stands: the first of its coordination, the number of "one of the founders"."""
    while True:
        if tree.deps[noun] == "conj" and tree.is_noun(tree.heads[noun]):
            noun = tree.heads[noun]
        elif is_partitive(tree, noun):
            noun = tree.heads[tree.heads[noun]]
        else:
            return noun


def _find_given_name(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "the plant, known as X", "a firm called X", "the city of X"."""
    tree = grammar.tree
    for child in tree.children[noun]:
        if tree.deps[child] == "acl" and tree.lower[child] in NAMING:
            named = tree.find_child(child, "oprd", "dobj", "attr")
            for preposition in tree.find_children(child, "prep"):
                if named is None and tree.lower[preposition] == "as":
                    named = tree.find_child(preposition, "pobj")
            if named is not None and tree.names[named] >= 0:
                yield Filler("is", (grammar.to_phrase(named),), 0, "naming")
        if child == noun + 1 and tree.lower[child] == "of" and tree.lemmas[noun] in NAMED_WITH_OF:
            place = tree.find_child(child, "pobj")
            if place is not None and tree.names[place] >= 0:
                yield Filler("is", (grammar.to_phrase(place),), 0, "place of")


def _find_name_as(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "named the dead man as X", "the victim was identified as X"."""
    tree, verb = grammar.tree, grammar.tree.heads[noun]
    if tree.deps[noun] not in {"dobj", "nsubjpass"} or tree.lemmas[verb] not in {"name", "identify"} or tree.names[noun] >= 0:
        return
    for preposition in tree.find_children(verb, "prep"):
        named = tree.find_child(preposition, "pobj")
        if tree.lower[preposition] == "as" and named is not None and tree.names[named] >= 0:
            yield Filler("is", (grammar.to_phrase(named),), 0, "naming")


def _find_copula_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The subject of "be"; "it" in a cleft ("it was X who ...") and "there" stand for nothing."""
    subject = grammar.find_slot(verb, "subj")
    if subject is None or subject.phrases[0].is_clause:
        return
    attribute = grammar.tree.find_child(verb, "attr")
    is_cleft = grammar.tree.lower[subject.phrases[0].head] == "it" and attribute is not None and _is_singled_out(grammar.tree, attribute)
    if not is_cleft:
        yield Filler("is", subject.phrases, 0, "copula")


def _is_singled_out(tree: Tree, attribute: int) -> bool:
    """ "It was the mayor who left" and "it was a mistake that he left" are clefts; "it is a mill which makes paper" says what it is."""
    clause = tree.find_child(attribute, "relcl")
    if clause is None:
        return False
    if any(tree.tags[below] in {"JJS", "RBS"} for below in tree.find_core(attribute)):
        return False
    is_indefinite = any(tree.lower[child] in {"a", "an"} for child in tree.find_children(attribute, "det"))
    return not is_indefinite or not any(tree.is_relative(child) for child in tree.children[clause])


def _find_named_complement(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "its largest customer is X", "the winner was the skier X": what the subject is said to be, if that has a name."""
    tree = grammar.tree
    attribute = tree.find_child(verb, "attr")
    if attribute is None or tree.find_child(verb, "expl") is not None:
        return
    if tree.names[attribute] >= 0 or any(tree.names[child] >= 0 for child in tree.find_children(attribute, "appos")):
        yield Filler("is", (grammar.to_phrase(attribute),), 0, "copula")


def find_time_of_copula(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "has been mayor since 2019", "was mayor from 2011 to 2015": how long they are what they are said to be hangs on the verb."""
    tree = grammar.tree
    first = find_standing(tree, noun)
    verb = tree.heads[first]
    if tree.deps[first] != "attr" or tree.lemmas[verb] not in COPULAS:
        return
    for filler in grammar.find_fillers(verb):
        if filler.rule == "preposition" and filler.slot in LASTING and _is_time(tree, filler.phrases[0].head):
            yield filler


def _is_time(tree: Tree, word: int) -> bool:
    return tree.tags[word] == "CD" or tree.lemmas[word] in TIMES


def find_shared_complement(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "vice chair and president of Y": posts share the phrase behind the last one; a titled person and "a member" do not."""
    tree = grammar.tree
    first = tree.heads[noun]
    if tree.deps[noun] == "conj" and tree.is_noun(first) and tree.names[noun] < 0 and tree.names[first] < 0:
        for preposition in tree.find_children(first, "prep"):
            held = tree.find_child(preposition, "pobj")
            if preposition > noun and held is not None and tree.lower[preposition] in {"of", "at", "for"}:
                yield grammar.fill(tree.lower[preposition], held, "preposition")
    if tree.find_child(noun, "prep") is not None or tree.names[noun] >= 0 and has_title(tree, noun):
        return
    for other in tree.find_children(noun, "conj"):
        is_new = any(tree.lower[child] in {"a", "an"} for child in tree.find_children(other, "det"))
        if is_new or tree.lemmas[other] in BESIDE_POSTS or tree.amounts[other] and not tree.amounts[noun]:
            continue
        for filler in grammar.find_fillers(other):
            if filler.rule == "preposition" and filler.depth == 0 and filler.slot in {"of", "at", "for"}:
                yield filler
