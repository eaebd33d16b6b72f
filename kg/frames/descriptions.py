"""Descriptions x stances -> instances of schema:description, or news:pastDescription: what the article's words say that something is.

No sense tells of them: any noun describes, and so does any adjective that no frame and no stance reads.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.frames.stance import find_instance_stance, find_relation_stance
from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Filler, FrameInstance, Iri, Mentions, Phrase, Predication, RoleFiller, Stance
from kg.syntax import Tree
from kg.terms import DESCRIPTION, OBJECT, SUBJECT, VALUE_CLASSES, WORDS

PAST_DESCRIPTION = to_iri("news:pastDescription")
CLAUSAL = frozenset({"copula", "adjective"})
"""Rules of grammar by which a clause says what something is."""
MODALS = frozenset({"may", "might", "could", "would"})
FORMERLY = frozenset({"then", "once", "formerly", "previously"})
AT_THE_TIME = ("at", "the", "time")
SCORE = 0.85


def find_descriptions(
    tree: Tree, predications: Sequence[Predication], read: frozenset[int], mentions: Mentions, ontology: Ontology
) -> Iterator[FrameInstance]:
    """What nouns, adjectives and participles say that somebody or something is, in text order; ``read`` are the words that frames read."""
    by_trigger = {predication.trigger: predication for predication in predications}
    for predication in predications:
        described = next((filler for filler in predication.fillers if filler.slot == "described"), None)
        if described is None or predication.pos != "noun" and not _is_free(predication, read, ontology):
            continue
        words = next(filler for filler in predication.fillers if filler.slot == "description")
        if _is_number(tree, words.phrases[0], mentions):
            continue
        clause = _find_clause(tree, predication, words, by_trigger)
        stance, said_by = _find_stance(tree, predication, by_trigger, ontology)
        if stance is Stance.POSSIBLE and not (clause is not None and _has_modal(tree, clause.trigger)):
            continue
        roles = (
            RoleFiller(SUBJECT, described.phrases, described.rule, need=True),
            RoleFiller(OBJECT, words.phrases, words.rule, (WORDS,), need=True),
        )
        target = _find_tense(tree, words.phrases[0], clause)
        carried = replace(predication, supports=(clause,) if clause is not None and clause is not predication else ())
        yield FrameInstance(target, "property", roles, carried, stance, SCORE, said_by=said_by)


def _is_free(predication: Predication, read: frozenset[int], ontology: Ontology) -> bool:
    """Whether no frame and no stance reads an adjective or participle."""
    return predication.trigger not in read and (predication.pos, predication.lemma) not in ontology.stances


def _is_number(tree: Tree, words: Phrase, mentions: Mentions) -> bool:
    """Whether a description ends with its number: "is 54", "is 3%"."""
    is_value = not VALUE_CLASSES.isdisjoint(mentions.types[words.head])
    return is_value and tree.tags[words.head] == "CD" and words.span.end == tree.ends[words.head]


def _find_clause(tree: Tree, predication: Predication, words: Filler, by_trigger: Mapping[int, Predication]) -> Predication | None:
    """The verb whose clause describes, if it is one that does."""
    if words.rule in {"renown", "situation"}:
        return predication
    return by_trigger.get(tree.heads[words.phrases[0].head]) if words.rule in CLAUSAL else None


def _find_stance(
    tree: Tree, predication: Predication, by_trigger: Mapping[int, Predication], ontology: Ontology
) -> tuple[Stance, Phrase | None]:
    if predication.pos == "noun":
        return find_relation_stance(predication, by_trigger, ontology, tree)
    return find_instance_stance(predication, None, by_trigger, ontology, tree)


def _has_modal(tree: Tree, verb: int) -> bool:
    """Whether a modal says that something may be so; what "could have been" is not."""
    auxiliaries = tree.find_children(verb, "aux")
    return any(tree.lower[child] in MODALS for child in auxiliaries) and not any(tree.lemmas[child] == "have" for child in auxiliaries)


def _find_tense(tree: Tree, words: Phrase, clause: Predication | None) -> Iri:
    """Whether the text says that something is so, or that it was."""
    tokens = tree.find_tokens(words.span)
    if tree.lower[tokens[0]] in FORMERLY:
        return PAST_DESCRIPTION
    if clause is None:
        return PAST_DESCRIPTION if tuple(tree.lower[token] for token in tokens[-3:]) == AT_THE_TIME else DESCRIPTION
    finite = next((child for child in tree.find_children(clause.trigger, "aux", "auxpass")), clause.trigger)
    return PAST_DESCRIPTION if tree.tags[finite] == "VBD" else DESCRIPTION
