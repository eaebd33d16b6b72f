"""Light verbs: the verb that carries a noun ("make an investment", "the deal was signed", "a grant that X gave").

The verb is named, not judged: the ontology says for each noun which verbs are light.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.syntax import Tree

CARRIED = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "oprd", "dative"})


def find_support_verbs(tree: Tree, noun: int) -> Iterator[int]:
    """The verbs that the noun is an object or subject of, nearest first."""
    carrier = _find_carrier(tree, noun)
    dep, head = tree.deps[carrier], tree.heads[carrier]
    if dep in CARRIED and tree.is_verb(head):
        yield head
        if dep in {"nsubjpass", "nsubj"}:
            yield from (child for child in tree.find_children(head, "xcomp") if tree.is_passive(child))
            yield from (
                child
                for child in tree.find_children(head, "conj")
                if tree.is_verb(child) and tree.find_child(child, "nsubj", "nsubjpass") is None
            )
    elif dep == "pobj" and tree.is_verb(tree.heads[head]):
        yield tree.heads[head]
    for clause in tree.find_children(carrier, "relcl", "acl"):
        if tree.is_verb(clause) and not (tree.deps[clause] == "acl" and tree.is_infinitive(clause)):
            yield clause


def _find_carrier(tree: Tree, noun: int) -> int:
    """The first conjunct; for "$5 million in grants" the amount, which stands in the noun's place."""
    while tree.deps[noun] == "conj" and tree.is_noun(tree.heads[noun]):
        noun = tree.heads[noun]
    preposition = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[preposition] in {"in", "of"} and tree.tags[tree.heads[preposition]] in {"CD", "$"}:
        return tree.heads[preposition]
    return noun
