"""Relative clauses: the noun before the clause fills the gap in it.

"X, which bought Y" gives subj X; "the firm that X bought" and "the firm X plans to buy" give obj; "the man to whom X gave Y" gives
"to"; "the town where X was born" gives "in".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar
from kg.records import Filler
from kg.syntax.tree import SUBJECTS, Tree

TIME_NOUNS = frozenset({"day", "week", "month", "year", "time", "moment", "night", "morning", "evening", "decade", "season", "hour"})
CAUSE_NOUNS = frozenset({"reason", "way", "extent", "degree"})
PASSES_UP = frozenset({"xcomp", "ccomp", "conj"})


def find_antecedent(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The antecedent of a relative clause in the slot that its pronoun or gap has; the gap may lie in a clause below ("plans to buy")."""
    tree = grammar.tree
    clause = _find_clause(tree, verb)
    if clause is None:
        yield from _find_cleft_focus(grammar, verb)
        return
    slot = _find_pronoun_slot(grammar, verb)
    if slot is None and not _has_pronoun(tree, verb):
        slot = _find_bare_gap(grammar, verb, clause)
    if slot is not None:
        yield _fill_antecedent(grammar, slot, tree.heads[clause])
        if slot == "obj" and grammar.is_passive(verb) and tree.find_child(verb, "dobj") is not None:
            yield _fill_antecedent(grammar, "obj2", tree.heads[clause])


def _fill_antecedent(grammar: Grammar, slot: str, noun: int) -> Filler:
    """The antecedent alone: what it is coordinated with has its own clauses."""
    return Filler(slot, (grammar.to_phrase(noun),), 0, "relative clause")


def _find_clause(tree: Tree, verb: int) -> int | None:
    """The relative clause that the verb heads or stands in."""
    while tree.deps[verb] != "relcl":
        if tree.deps[verb] not in PASSES_UP or not tree.is_verb(tree.heads[verb]):
            return None
        verb = tree.heads[verb]
    return verb


def _find_pronoun_slot(grammar: Grammar, verb: int) -> str | None:
    tree = grammar.tree
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if tree.is_relative(child) and dep in {"nsubj", "nsubjpass", "dobj", "dative"}:
            if dep in {"nsubj", "nsubjpass"}:
                return grammar.to_subject_slot(verb)
            return "obj" if dep == "dobj" else "obj2"
        if dep in {"prep", "agent", "dative"} and any(tree.is_relative(noun) for noun in tree.find_children(child, "pobj")):
            return "subj" if dep == "agent" else tree.lower[child]
        if dep == "advmod" and tree.lower[child] in {"where", "when"}:
            return "in" if tree.lower[child] == "where" else "when"
    return None


def _has_pronoun(tree: Tree, verb: int) -> bool:
    """Whether a relative word stands before the verb anywhere below it ("whose chairman resigned", "two of which sank")."""
    return any(token < verb and (tree.is_relative(token) or tree.tags[token] == "WRB") for token in tree.find_subtree(verb))


def _find_bare_gap(grammar: Grammar, verb: int, clause: int) -> str | None:
    """ "the plant X built", "the plant X wants to close", "the firm he works for", "the year X died"."""
    tree = grammar.tree
    if tree.deps[verb] == "conj":
        return _find_shared_gap(grammar, verb)
    if any(tree.is_relative(token) for token in tree.find_subtree(clause) if token < clause) or tree.find_child(clause, *SUBJECTS) is None:
        return None
    if verb != _find_lowest(tree, clause) or grammar.is_passive(verb):
        return None
    antecedent = tree.lemmas[tree.heads[clause]]
    if antecedent in CAUSE_NOUNS:
        return None
    if antecedent in TIME_NOUNS:
        return "when"
    if tree.find_child(verb, "dobj", "ccomp", "xcomp", "attr", "acomp") is None:
        return _find_stranded(tree, verb) or "obj"
    return _find_stranded(tree, verb)


def _find_lowest(tree: Tree, clause: int) -> int:
    while True:
        below = tree.find_child(clause, "xcomp", "ccomp")
        if below is None or not tree.is_verb(below) or tree.find_child(clause, "dobj") is not None:
            return clause
        clause = below


def _find_stranded(tree: Tree, verb: int) -> str | None:
    for child in tree.children[verb]:
        if tree.deps[child] == "prep" and child > verb and not tree.children[child]:
            return tree.lower[child]
    return None


def _find_shared_gap(grammar: Grammar, verb: int) -> str | None:
    """ "the cars that X designs and builds", "the plant that X built and Y closed": both lack the same object."""
    tree, first = grammar.tree, grammar.tree.heads[verb]
    if tree.find_child(verb, "dobj", "ccomp", "xcomp", "attr", "acomp", "prep") is not None or grammar.is_passive(verb):
        return None
    gap = grammar.find_slot(first, "obj") if not grammar.is_passive(first) else None
    return "obj" if gap is not None and gap.rule == "relative clause" else None


def _find_cleft_focus(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "What X bought was a port": the complement of "be" is what "what" stands for."""
    tree = grammar.tree
    if tree.deps[verb] != "csubj" or tree.lemmas[tree.heads[verb]] != "be":
        return
    what = next((child for child in tree.find_children(verb, "dobj", "nsubj") if tree.lower[child] == "what"), None)
    focus = tree.find_child(tree.heads[verb], "attr")
    if what is not None and focus is not None:
        yield grammar.fill("obj" if tree.deps[what] == "dobj" else grammar.to_subject_slot(verb), focus, "cleft")


def find_whose(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """ "X, whose president ...": the antecedent is the possessor."""
    tree = grammar.tree
    for child in tree.children[noun]:
        if tree.lower[child] == "whose":
            clause = next((token for token in tree.find_ancestors(noun) if tree.deps[token] == "relcl"), None)
            if clause is not None:
                yield _fill_antecedent(grammar, "poss", tree.heads[clause])
