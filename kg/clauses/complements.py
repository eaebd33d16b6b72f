"""Complements: what a verb says of its subject or object, the clauses it governs, and bare times.

"named X president" gives pred; "agreed to build" inf; "denied taking" ing; "said that" that; "opened on ... last week" when.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import Tree

BARE_INFINITIVE = frozenset({"help", "let", "make", "see", "watch", "hear", "have", "feel"})


def find_complements(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """``pred``, ``inf``, ``ing``, ``that`` and ``when`` of a verb."""
    tree = grammar.tree
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep in {"attr", "oprd", "acomp"} or dep == "advmod" and tree.tags[child] == "JJ" and child == verb + 1:
            yield grammar.fill("pred", child, "complement")
        elif dep in {"xcomp", "ccomp", "advcl"} and tree.is_verb(child):
            yield from _find_clause(grammar, child)
        elif dep in {"npadvmod", "nmod"} and _may_be_time(tree, child) or dep == "advmod" and _is_time(tree, child):
            yield grammar.fill("when", child, "complement")
    yield from _find_time_before_when(grammar, verb)


def _is_time(tree: Tree, adverb: int) -> bool:
    """ "Today", "two years ago"."""
    return tree.tags[adverb] == "NN" or tree.lower[adverb] == "ago" and tree.find_child(adverb, "npadvmod") is not None


def _may_be_time(tree: Tree, word: int) -> bool:
    """No name, no bare number but a year, and no first half of a hyphenated word."""
    if tree.names[word] >= 0 or tree.words[min(word + 1, len(tree.words) - 1)] == "-":
        return False
    return tree.tags[word] != "CD" or len(tree.words[word]) == 4


def find_governed_clauses(grammar: Grammar, word: int) -> Iterator[Filler]:
    """The clauses that a noun or adjective governs: "a plan to build", "the claim that X won", "likely to build"."""
    tree = grammar.tree
    for child in tree.children[word]:
        if tree.deps[child] in {"xcomp", "ccomp", "advcl", "acl"} and tree.is_verb(child):
            yield from _find_clause(grammar, child)


def _find_clause(grammar: Grammar, clause: int) -> Iterator[Filler]:
    slot = find_clause_slot(grammar.tree, clause)
    if slot is None:
        return
    tree, dep = grammar.tree, grammar.tree.deps[clause]
    yield grammar.fill(slot, clause, "complement")
    subject = tree.find_child(clause, "nsubj") if dep in {"ccomp", "xcomp"} and slot in {"inf", "ing"} else None
    if subject is not None and tree.is_verb(tree.heads[clause]) and not tree.is_relative(subject):
        yield grammar.fill("obj", subject, "raised object")


def find_clause_slot(tree: Tree, clause: int) -> str | None:
    """The slot that a clause fills in the word that it hangs on: ``inf``, ``ing``, ``that``, or none."""
    dep = tree.deps[clause]
    if tree.is_infinitive(clause):
        return "inf"
    if dep == "acl":
        return (
            "that"
            if tree.find_child(clause, "mark") is not None and tree.find_child(clause, "nsubj", "nsubjpass", "expl") is not None
            else None
        )
    if dep not in {"xcomp", "ccomp"}:
        return None
    aux = tree.find_child(clause, "aux", "auxpass")
    if tree.tags[aux if aux is not None else clause] == "VBG":
        return "ing"
    if dep == "xcomp":
        return "inf"
    return "inf" if _is_bare_infinitive(tree, clause) else "that"


def _is_bare_infinitive(tree: Tree, clause: int) -> bool:
    """ "helped farmers plant trees", "had its ship repaired": a clause without tense behind a causative."""
    if tree.find_child(clause, "mark", "aux", "auxpass") is not None or tree.lemmas[tree.heads[clause]] not in BARE_INFINITIVE:
        return False
    return tree.tags[clause] in {"VB", "VBP", "VBN"}


def _find_time_before_when(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "In 2010, when X bought Y, ...": the time right before the clause is when it happened."""
    tree = grammar.tree
    when = tree.find_child(verb, "advmod") if tree.deps[verb] == "advcl" else None
    if when is None or tree.lower[when] != "when" or when < 2 or tree.words[when - 1] != ",":
        return
    time = when - 2
    if tree.tags[time] in {"CD", "NNP"} and tree.names[time] < 0 and tree.deps[time] in {"pobj", "npadvmod", "nummod"}:
        yield grammar.fill("when", time if tree.deps[time] != "nummod" else tree.heads[time], "complement")
