"""Adjectives: the noun that an adjective or adjectival participle describes, and the place in "X-based Y".

"an injured worker" and "the worker is injured" give ``noun`` worker; "Oslo-based Y" gives ``noun`` Y and ``mod`` Oslo.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, move
from kg.clauses.prepositions import find_prepositional
from kg.records import Filler

DESCRIBING = frozenset({"amod", "appos", "relcl", "acl"})


def find_described(grammar: Grammar, adjective: int) -> Iterator[Filler]:
    """``noun``, and the same as ``subj``: what the adjective describes."""
    tree = grammar.tree
    first = adjective
    while tree.deps[first] == "conj" and not tree.is_noun(tree.heads[first]) and not tree.is_verb(tree.heads[first]):
        first = tree.heads[first]
    head, dep = tree.heads[first], tree.deps[first]
    described: Filler | None = None
    if dep in DESCRIBING and (tree.is_noun(head) or tree.tags[head] == "CD"):
        described = Filler("noun", (grammar.to_phrase(head),), 0, "adjective")
    elif dep == "acomp" and tree.is_verb(head):
        subject = grammar.find_subject(head)
        described = move(subject, "noun", "adjective") if subject is not None else None
    elif dep == "oprd" and tree.is_verb(head):
        obj = grammar.find_slot(head, "obj")
        described = move(obj, "noun", "adjective") if obj is not None else None
    if described is not None:
        yield described
        yield move(described, "subj", "adjective")


def find_circumstances(grammar: Grammar, adjective: int) -> Iterator[Filler]:
    """ "X has been missing since Friday": what hangs on the copula tells when and where it is so."""
    tree = grammar.tree
    copula = tree.heads[adjective]
    if tree.deps[adjective] == "acomp" and tree.lemmas[copula] == "be":
        yield from find_prepositional(grammar, copula)


def find_compounded(grammar: Grammar, adjective: int) -> Iterator[Filler]:
    """ "Oslo-based Y", "French-owned Y": the word that is joined to the participle by a hyphen is its ``mod``."""
    tree = grammar.tree
    for child in tree.children[adjective]:
        if child < adjective and tree.deps[child] in {"npadvmod", "compound", "nmod", "amod", "dep"} and tree.tags[child] != "RB":
            yield Filler("mod", (grammar.to_phrase(child),), 0, "modifier")
