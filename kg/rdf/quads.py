"""Reading x Ontology -> quads in a readable order: article, entities, events, values, quotations, claims, attestations, passages.

Facts stand in the article's named graph; background facts and the labels of the vocabulary in graphs of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from kg.namespaces import BACKGROUND, NEWS, ORG, PROV, SCHEMA, SKOS, TIME, to_iri
from kg.rdf import tables
from kg.rdf.evidence import evidence_triples, speech_triples, statement_triples
from kg.records import Article, Claim, Entity, Event, Iri, Literal, Reading, Stance, Value
from kg.terms import CONCEPT, EVENT, LABEL, MEMBERSHIP, MENTIONS, NEWS_ARTICLE, PAGE, SAME_AS, THING, TYPE, USED
from kg.turtle import VOCABULARY, Document, Term, Triple, to_safe_iri

if TYPE_CHECKING:
    from kg.ontology.record import Ontology

SOFTWARE = "kg 0.1.0"
NAME = to_iri("schema:name")
BLAND = frozenset({THING, to_iri("schema:Intangible")})
"""Superclasses that say nothing of a thing."""

STANDARD = (SCHEMA, ORG, PROV, SKOS, TIME)
"""Vocabularies that other tools know; their classes and properties are stated beside our own, so that nobody needs a reasoner."""

NAMING = frozenset({TYPE, LABEL, NAME, SAME_AS, PAGE})
"""Background that only names a thing: stated, but no fact worth a node."""

FOUND = frozenset({Stance.ASSERTED, Stance.PLANNED})
"""The stances under which an event has a type and roles of its own."""


def to_quads(reading: Reading, ontology: Ontology, *, facts_only: bool = False) -> Document:
    """Return all that the reading says, in a readable order that depends on the reading alone.

    With ``facts_only`` the evidence (claims, attestations, passages, the article's text) is left out, and so are events that the
    article neither asserts nor plans. Raises GraphError for a node whose name is no absolute IRI.
    """
    graph = to_safe_iri(reading.article.iri)
    facts = tuple(_facts(reading, ontology))
    dropped = _dropped(reading) if facts_only else frozenset()
    triples = (
        *_article(reading),
        *_things(reading, ontology, dropped),
        *facts,
        *_values(reading, ontology, {term for _, _, term in facts} if facts_only else None),
        *speech_triples(reading, dropped, with_passages=not facts_only),
        *(() if facts_only else evidence_triples(reading)),
    )
    background = tuple(_background(reading, ontology, with_nodes=not facts_only))
    return Document(((graph, triples), (Iri(BACKGROUND), background), (VOCABULARY, tuple(_vocabulary(reading, ontology)))))


def _dropped(reading: Reading) -> frozenset[Iri]:
    """Return the events that are told in claims only: those which the article neither asserts nor plans."""
    return frozenset(event.iri for event in reading.events if event.stance not in FOUND)


# ---------------------------------------------------------------- article


def _article(reading: Reading) -> Iterator[Triple]:
    article = reading.article
    node = to_safe_iri(article.iri)
    yield node, TYPE, NEWS_ARTICLE
    for predicate, term in tables.to_pairs(article, tables.ARTICLE):
        yield node, predicate, term
    yield from _makers(article, node)
    for entity in reading.entities:
        yield node, MENTIONS, to_safe_iri(entity.iri)
    yield from _run(reading, node)


def _makers(article: Article, node: Iri) -> Iterator[Triple]:
    """Tell who wrote and published the article, each as a named node inside it."""
    made = [(f"author-{number}", "schema:author", "schema:Person", name) for number, name in enumerate(article.authors, 1)]
    made.append(("publication", "schema:isPartOf", "schema:Periodical", article.publication or ""))
    made.append(("publisher", "schema:publisher", "schema:Organization", article.publisher or ""))
    for fragment, predicate, class_name, name in made:
        if name:
            maker = Iri(f"{node}#{fragment}")
            yield node, to_iri(predicate), maker
            yield maker, TYPE, to_iri(class_name)
            yield maker, LABEL, tables.to_string(name)
            yield maker, NAME, tables.to_string(name)


def _run(reading: Reading, node: Iri) -> Iterator[Triple]:
    run = Iri(f"{node}#reading")
    yield run, TYPE, to_iri("prov:Activity")
    yield run, USED, node
    yield run, to_iri("news:software"), tables.to_string(SOFTWARE)
    yield run, to_iri("news:model"), tables.to_string(reading.model)
    yield run, to_iri("news:ontologyHash"), tables.to_string(reading.ontology_hash)


# ---------------------------------------------------------------- entities, events, values


def _things(reading: Reading, ontology: Ontology, dropped: frozenset[Iri]) -> Iterator[Triple]:
    for entity in reading.entities:
        yield from _entity(entity, ontology)
    for event in reading.events:
        if event.iri not in dropped:
            yield from _event(event, ontology)


def _values(reading: Reading, ontology: Ontology, wanted: Collection[Term] | None) -> Iterator[Triple]:
    for node in reading.values:
        iri = to_safe_iri(node.iri)
        if wanted is None or iri in wanted:
            yield from _value(iri, node.value, ontology)


def _entity(entity: Entity, ontology: Ontology) -> Iterator[Triple]:
    node = to_safe_iri(entity.iri)
    for class_iri in to_types(entity.class_iri, ontology):
        yield node, TYPE, class_iri
    for predicate, term in tables.to_pairs(entity, tables.ENTITY):
        yield node, predicate, term
    if entity.named:
        yield node, NAME, tables.to_string(entity.label)
    if entity.class_iri == CONCEPT:
        yield node, to_iri("skos:prefLabel"), tables.to_string(entity.label)


def _event(event: Event, ontology: Ontology) -> Iterator[Triple]:
    """Tell an event's type and status only where the article asserts or plans it, else its label alone."""
    node = to_safe_iri(event.iri)
    if event.stance in FOUND:
        for class_iri in to_types(event.class_iri, ontology):
            yield node, TYPE, class_iri
    for predicate, term in tables.to_pairs(event, tables.EVENT):
        yield node, predicate, term
    if event.stance is Stance.PLANNED:
        yield node, to_iri("schema:actionStatus"), to_iri("schema:PotentialActionStatus")


def _value(node: Iri, value: Value, ontology: Ontology) -> Iterator[Triple]:
    for class_iri in to_types(value.class_iri, ontology):
        yield node, TYPE, class_iri
    for predicate, term in tables.to_value_pairs(value):
        yield node, predicate, term
    if value.equivalent is not None:
        equivalent = Iri(f"{node}/equivalent")
        yield node, to_iri("news:equivalent"), equivalent
        yield from _value(equivalent, value.equivalent, ontology)


def to_types(class_iri: Iri, ontology: Ontology) -> tuple[Iri, ...]:
    """Return the class, its superclasses that other tools know, and news:Event where it stands below it.

    A post that somebody holds is told as W3C ORG has it: org:Membership and nothing else.
    """
    if class_iri == MEMBERSHIP:
        return (class_iri,)
    known = ontology.classes.get(class_iri)
    supers = known.supers if known else ()
    event = (EVENT,) if EVENT in supers else ()
    return tuple(dict.fromkeys((class_iri, *event, *_known_elsewhere(class_iri, supers))))


def to_predicates(predicate: Iri, ontology: Ontology) -> tuple[Iri, ...]:
    """Return the property and its superproperties that other tools know."""
    known = ontology.properties.get(predicate)
    return tuple(dict.fromkeys((predicate, *_known_elsewhere(predicate, known.supers if known else ()))))


def _known_elsewhere(iri: Iri, supers: tuple[Iri, ...]) -> Iterator[Iri]:
    """Yield the supers of a standard vocabulary and, for a name of a user's own vocabulary, those of news: too."""
    known = STANDARD if iri.startswith((NEWS, *STANDARD)) else (NEWS, *STANDARD)
    return (upper for upper in supers if upper.startswith(known) and upper not in BLAND)


# ---------------------------------------------------------------- facts


def _facts(reading: Reading, ontology: Ontology) -> Iterator[Triple]:
    """Yield the direct triple of each claim that the article stands for, with its superproperties."""
    stances: dict[Iri, set[Stance]] = {}
    for attestation in reading.attestations:
        stances.setdefault(attestation.claim, set()).add(attestation.stance)
    events = {event.iri: event.stance for event in reading.events}
    for claim in reading.claims:
        if _holds(claim, stances.get(claim.iri, set()), events):
            subject, term = to_safe_iri(claim.subject), tables.to_term(claim.object)
            for predicate in to_predicates(claim.predicate, ontology):
                yield subject, predicate, term


def _holds(claim: Claim, stances: set[Stance], events: dict[Iri, Stance]) -> bool:
    """Whether the claim is a direct triple: asserted, or a role of an event that is asserted or planned."""
    if claim.subject in events:
        return events[claim.subject] in FOUND and not FOUND.isdisjoint(stances)
    return Stance.ASSERTED in stances


# ---------------------------------------------------------------- background


def _background(reading: Reading, ontology: Ontology, *, with_nodes: bool) -> Iterator[Triple]:
    """Yield the background facts, each ``with_nodes`` also as a statement; what the article names keeps its own label."""
    named = {entity.iri for entity in reading.entities}
    for fact in reading.background:
        subject, term = to_safe_iri(fact.subject), tables.to_term(fact.object)
        if fact.predicate not in NAMING:
            yield from ((subject, predicate, term) for predicate in to_predicates(fact.predicate, ontology))
            yield from statement_triples(fact) if with_nodes else ()
        elif fact.subject not in named:
            yield from _naming(subject, fact.predicate, term, ontology)


def _naming(subject: Iri, predicate: Iri, term: Term, ontology: Ontology) -> Iterator[Triple]:
    if predicate == TYPE and not isinstance(term, Literal):
        yield from ((subject, TYPE, class_iri) for class_iri in to_types(term, ontology))
    else:
        yield subject, predicate, tables.to_string(term.lexical) if isinstance(term, Literal) else term


# ---------------------------------------------------------------- vocabulary


def _vocabulary(reading: Reading, ontology: Ontology) -> Iterator[Triple]:
    """Yield the label of each class and property that the reading uses, so that the graph explains itself."""
    used = (
        *(entity.class_iri for entity in reading.entities),
        *(event.class_iri for event in reading.events),
        *(claim.predicate for claim in reading.claims),
        *(fact.predicate for fact in reading.background),
    )
    for iri in dict.fromkeys(used):
        known = ontology.classes.get(iri) or ontology.properties.get(iri)
        if known is not None and known.label:
            yield to_safe_iri(iri), LABEL, tables.to_string(known.label)
