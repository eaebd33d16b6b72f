"""Names, values and noun tables -> for each token the classes that it may name as the head of a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.mentions.nominal import is_age, is_national
from kg.records import Iri, Mention, ParsedArticle
from kg.terms import CONCEPT, ORGANIZATION, PEOPLE_GROUP, PERSON, PLACE, POST, QUANTITY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.background import Background
    from kg.ontology import Ontology

PARTIES = frozenset({"two", "both", "either", "all", "each", "other", "opposing", "warring", "rival", "neither"})
"""What stands before "side" where it is one of those who deal with each other, in sport or not."""
PERSONAL_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "i", "me", "my", "who", "whom"})


def find_types(
    parsed: ParsedArticle, names: Sequence[Mention], values: Sequence[Mention], ontology: Ontology, background: Background
) -> tuple[tuple[Iri, ...], ...]:
    """One tuple of class IRIs per token, likeliest first; empty for what is no noun."""
    doc = parsed.doc
    types: list[tuple[Iri, ...]] = [_find_noun_types(doc, token, ontology, background) for token in doc]
    for value in values:
        for token in _tokens_of(doc, value):
            if value.class_iri == QUANTITY:
                types[token] = (QUANTITY, *types[token])
            else:
                types[token] = (value.class_iri,)
    for name in names:
        for token in _tokens_of(doc, name):
            types[token] = (name.class_iri,)
    return tuple(types)


def _tokens_of(doc: Doc, mention: Mention) -> range:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return range(span.start, span.end) if span is not None else range(0)


def _find_noun_types(doc: Doc, token: Token, ontology: Ontology, background: Background) -> tuple[Iri, ...]:
    if token.lower_ in PERSONAL_PRONOUNS:
        return (PERSON,)
    if is_age(doc, token) or (is_national(doc, token) and background.find_country_of_demonym(token.text) is not None):
        return (PERSON,)
    if token.tag_ not in {"NN", "NNS", "NNP", "NNPS"}:
        return ()
    words = _lemmas(doc, token)
    if words[-1] == "side" and any(child.lower_ in PARTIES for child in token.lefts):
        return (ORGANIZATION,)
    found = [ontology.class_nouns[word] for word in words if word in ontology.class_nouns][:1]
    classes = background.find_noun_classes(words[0])
    if CONCEPT in classes and PLACE in classes and classes.index(CONCEPT) < classes.index(PLACE):  # "repair", "foot", "fall"
        classes = tuple(iri for iri in classes if iri != PLACE)
    found.extend(iri for iri in classes if iri not in found)
    is_post = any(word in ontology.post_nouns or background.is_post_noun(word) for word in words)  # "chair", "vice chair"
    if is_post and not _is_largest(doc, token):
        found.extend(iri for iri in (PERSON, POST) if iri not in found)
    if PERSON in found and token.tag_ in {"NNS", "NNPS"}:
        found.insert(found.index(PERSON), PEOPLE_GROUP)
    return tuple(dict.fromkeys(found))


def _is_largest(doc: Doc, token: Token) -> bool:
    """ "The town's largest employer": what is ranked by its size is no person."""
    return token.i > 0 and doc[token.i - 1].lower_ in {"largest", "biggest"}


def _lemmas(doc: Doc, token: Token) -> tuple[str, ...]:
    """The noun with the word before it ("research lab"), then alone."""
    lemma = token.lemma_.lower()
    before = doc[token.i - 1] if token.i > 0 else token
    if before.dep_ in {"compound", "amod"} and before.head.i == token.i:
        return f"{before.lower_} {lemma}", lemma
    return (lemma,)
