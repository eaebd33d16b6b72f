"""States: what a clause without a noun says that its subject is: the slots ``described`` and ``description``, as of nouns.

"X is not yet profitable", "X is the largest in the fleet", "X was on the brink of losing office", "X, widely known as the Lighthouse".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.apposition import COPULAS
from kg.clauses.description import describe, is_set_off, is_told
from kg.clauses.grammar import Grammar
from kg.clauses.runs import find_complement, find_run, is_word
from kg.records import Filler
from kg.syntax.tree import Tree

EMPTY_ADJECTIVES = frozenset("due able set such same likely unlikely clear true right wrong okay ok fine".split())
LEANING = frozenset("responsible aware close subject similar different equal present absent involved worth new common".split())
"""Adjectives that say nothing without what they lean on: "responsible for roads"."""
REGARDING = frozenset("know regard see view consider describe hail dub nickname brand call label bill credit".split())
"""Verbs in whose passive somebody is taken for something."""
CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl", "pcomp")
SITUATING = frozenset("in on under at out behind beyond above below ahead against among off".split())
"""Prepositions behind a copula that tell how things stand with its subject: "on the brink", "out of service", "under pressure"."""


def find_state(grammar: Grammar, adjective: int) -> Iterator[Filler]:
    """What an adjective alone says of its subject, or of the name before the comma."""
    tree, verb = grammar.tree, grammar.tree.heads[adjective]
    if tree.deps[adjective] == "appos" and _is_nominal(tree, adjective) and is_set_off(tree, adjective):
        yield from describe(grammar, verb, "apposition", adjective, find_run(tree, adjective))
        return
    if not _is_predicate(tree, adjective) or tree.lower[adjective] in EMPTY_ADJECTIVES:
        return
    if tree.lemmas[verb] not in COPULAS or not is_told(tree, verb) or _holds_clause(tree, adjective):
        return
    subject = grammar.find_subject(verb)
    words = find_complement(tree, adjective)
    if subject is None or len(subject.phrases) != 1 or subject.phrases[0].is_clause or tree.lower[subject.phrases[0].head] == "it":
        return
    if words and not (len(words) == 1 and tree.lower[adjective] in LEANING):
        yield from describe(grammar, subject.phrases[0].head, "adjective", adjective, words)


def _is_predicate(tree: Tree, adjective: int) -> bool:
    """ "Is larger than the bank", "is the largest in the fleet"."""
    if tree.deps[adjective] == "acomp":
        return tree.tags[adjective] in {"JJ", "JJR", "JJS"}
    return tree.deps[adjective] == "attr" and _is_nominal(tree, adjective)


def _is_nominal(tree: Tree, adjective: int) -> bool:
    """ "The largest in the north", "a moderate": an adjective in the place of a noun."""
    return tree.tags[adjective] in {"JJ", "JJS"} and tree.find_child(adjective, "det", "poss") is not None


def _holds_clause(tree: Tree, adjective: int) -> bool:
    """ "ready to go", "confident that X won", "close to buying": what is said is the clause's."""
    prepositions = tree.find_children(adjective, "prep")
    return tree.find_child(adjective, *CLAUSES) is not None or any(tree.find_child(each, "pcomp") is not None for each in prepositions)


def find_situation(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """How things stand with the subject of a copula, in the words of a preposition; where somebody is by name, is no such thing."""
    tree = grammar.tree
    if tree.lemmas[verb] not in {"be", "remain"} or tree.find_child(verb, "attr", "acomp", "xcomp", "ccomp") is not None:
        return
    preposition = next((child for child in tree.find_children(verb, "prep") if child > verb), None)
    subject = _find_subject(tree, verb)
    if preposition is None or subject is None or tree.lower[preposition] not in SITUATING or not is_told(tree, verb):
        return
    if any(is_word(tree, token) and tree.deps[token] not in {"neg", "advmod"} for token in range(verb + 1, preposition)):
        return
    inside = find_complement(tree, preposition)
    held = [token for token in inside if tree.deps[token] == "pobj"]
    if held and tree.names[held[0]] < 0 and tree.tags[held[0]] in {"NN", "NNS"}:
        yield from describe(grammar, subject, "situation", preposition, inside)


def _find_subject(tree: Tree, verb: int) -> int | None:
    """The subject of a verb by name or noun, also through a relative clause."""
    subject = tree.find_child(verb, "nsubj")
    if subject is None and tree.deps[verb] == "conj" and tree.is_verb(tree.heads[verb]):
        return _find_subject(tree, tree.heads[verb])
    if subject is not None and tree.is_relative(subject):
        return tree.heads[verb] if tree.deps[verb] == "relcl" else None
    return subject


def find_renown(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The participle with what somebody is taken for, and how widely."""
    tree = grammar.tree
    if tree.lemmas[verb] not in REGARDING or tree.tags[verb] != "VBN" or not grammar.is_passive(verb) or not is_told(tree, verb):
        return
    subject = _find_regarded(tree, verb)
    complement = next((child for child in tree.children[verb] if child > verb and _is_complement(tree, child)), None)
    if subject is None or complement is None or tree.find_child(verb, "agent") is not None:
        return
    inside = find_run(tree, complement)
    if not inside or inside[0] != verb + 1 or tree.tags[inside[-1]] == "CD" or any(tree.tags[token] == "PRP$" for token in inside[:3]):
        return
    is_graded = tree.deps[verb - 1] == "advmod" and tree.heads[verb - 1] == verb
    yield from describe(grammar, subject, "renown", verb, [verb - 1] * is_graded + [verb, *inside])


def _find_regarded(tree: Tree, verb: int) -> int | None:
    """Who is taken for something: the noun that the participle or relative clause hangs on, or the subject."""
    if tree.deps[verb] == "conj" and tree.deps[tree.heads[verb]] == "acl":
        return tree.heads[tree.heads[verb]]
    if tree.deps[verb] == "acl":
        return tree.heads[verb]
    subject = tree.find_child(verb, "nsubjpass")
    return tree.heads[verb] if subject is not None and tree.is_relative(subject) and tree.deps[verb] == "relcl" else subject


def _is_complement(tree: Tree, child: int) -> bool:
    return tree.deps[child] == "oprd" or tree.deps[child] == "prep" and tree.lower[child] in {"as", "for"}
