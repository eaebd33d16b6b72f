"""Reading -> the triples of its evidence: quotations, claims, attestations, passages (PROV-O, Web Annotation), background facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256

from kg.namespaces import BACKGROUND, CLAIM, to_iri
from kg.rdf import tables
from kg.records import Article, Attestation, BackgroundFact, Claim, Iri, Literal, Reading, Span
from kg.terms import (
    ATTESTATION,
    BACKGROUND_FACT,
    CLAIM_CLASS,
    DERIVED_FROM,
    EXACT,
    OBJECT,
    PREDICATE,
    SELECTOR,
    SUBJECT,
    TYPE,
    USED,
)
from kg.turtle import Term, Triple, to_safe_iri

IDENTIFICATION, GROUND = to_iri("news:Identification"), to_iri("news:ground")
HAS_BODY, HAS_TARGET = to_iri("oa:hasBody"), to_iri("oa:hasTarget")
STATEMENT, ATTESTATION_CLASS = to_iri("rdf:Statement"), to_iri("news:Attestation")
RESOURCE, SOURCE = to_iri("oa:SpecificResource"), to_iri("oa:hasSource")
QUOTE_SELECTOR, POSITION_SELECTOR = to_iri("oa:TextQuoteSelector"), to_iri("oa:TextPositionSelector")
START, END = to_iri("oa:start"), to_iri("oa:end")


def speech_triples(reading: Reading, dropped: frozenset[Iri], *, with_passages: bool) -> Iterator[Triple]:
    """Yield the quotations, each with its words, its speaker and what it is about, apart from what is ``dropped``."""
    article = to_safe_iri(reading.article.iri)
    for speech in reading.speeches:
        node = to_safe_iri(speech.iri)
        yield node, TYPE, to_iri("schema:Quotation")
        for span in speech.passages:
            yield node, to_iri("schema:text"), _words(reading.article, span)
        if speech.speaker is not None:
            yield node, to_iri("schema:spokenByCharacter"), to_safe_iri(speech.speaker)
        for iri in speech.about:
            if iri not in dropped:
                yield node, to_iri("schema:about"), to_safe_iri(iri)
        yield node, to_iri("schema:isPartOf"), article
        if with_passages:
            yield from ((node, to_iri("news:passage"), _passage_iri(article, span)) for span in speech.passages)


def evidence_triples(reading: Reading) -> Iterator[Triple]:
    """Yield claims, attestations and passages, the text that their offsets count in, and the corrections that the reading keeps to."""
    article = to_safe_iri(reading.article.iri)
    attested: defaultdict[Iri, list[Iri]] = defaultdict(list)
    named = tuple(_name_attestations(reading))
    for node, attestation in named:
        attested[attestation.claim].append(node)
    for claim in reading.claims:
        yield from _claim(claim, attested[claim.iri])
    passages = {span: _passage_iri(article, span) for span in sorted(set(_spans(reading)))}
    for node, attestation in named:
        yield from _attestation(node, attestation, article, passages)
    for span, passage in passages.items():
        yield from _passage(reading.article, article, span, passage)
    yield article, to_iri("schema:articleBody"), tables.to_string(reading.article.text)
    yield from _identifications(reading, article)
    yield from _corrections(reading, article)


def _identifications(reading: Reading, article: Iri) -> Iterator[Triple]:
    """Yield why which words were taken for which entity, each place of theirs named by its characters."""
    known = {entity.iri for entity in reading.entities}
    seen: dict[str, int] = {}
    for found in reading.identifications:
        if found.entity in known:
            name = f"{article}#identification-{found.spans[0].start}-{found.spans[0].end}"
            seen[name] = seen.get(name, 0) + 1
            node = Iri(name if seen[name] == 1 else f"{name}-{seen[name]}")
            yield node, TYPE, IDENTIFICATION
            yield node, HAS_BODY, to_safe_iri(found.entity)
            yield node, GROUND, tables.to_ground(found.ground)
            yield from ((node, HAS_TARGET, _passage_iri(article, span)) for span in found.spans)


def _corrections(reading: Reading, article: Iri) -> Iterator[Triple]:
    """Yield the corrections that changed the reading; those that found nothing to correct changed nothing."""
    for number, correction in enumerate((each for each in reading.corrections if each.found), 1):
        node = Iri(f"{article}#correction-{number}")
        yield Iri(f"{article}#reading"), USED, node
        yield node, TYPE, to_iri("news:Correction")
        for predicate, term in tables.to_pairs(correction, tables.CORRECTION):
            yield node, predicate, term


def statement_triples(fact: BackgroundFact) -> Iterator[Triple]:
    """Yield the statement that a background fact is one, and where it comes from."""
    node = _background_iri(fact)
    yield node, TYPE, BACKGROUND_FACT
    yield from _statement(node, to_safe_iri(fact.subject), to_safe_iri(fact.predicate), tables.to_term(fact.object))
    yield node, DERIVED_FROM, Iri(BACKGROUND)


def _background_iri(fact: BackgroundFact) -> Iri:
    told = fact.object.lexical if isinstance(fact.object, Literal) else fact.object
    return Iri(CLAIM + sha256(f"{fact.subject}\n{fact.predicate}\n{told}".encode(errors="replace")).hexdigest()[:16])


# ---------------------------------------------------------------- claims


def _claim(claim: Claim, attestations: list[Iri]) -> Iterator[Triple]:
    node = to_safe_iri(claim.iri)
    yield node, TYPE, CLAIM_CLASS
    yield from _statement(node, to_safe_iri(claim.subject), to_safe_iri(claim.predicate), tables.to_term(claim.object))
    yield from ((node, ATTESTATION, attestation) for attestation in attestations)


def _statement(node: Iri, subject: Iri, predicate: Iri, term: Term) -> Iterator[Triple]:
    yield node, TYPE, STATEMENT
    yield node, SUBJECT, subject
    yield node, PREDICATE, predicate
    yield node, OBJECT, term


# ---------------------------------------------------------------- attestations


def _name_attestations(reading: Reading) -> Iterator[tuple[Iri, Attestation]]:
    """Yield each attestation with its IRI: the claim's hash, where the trigger stands, and a counter for the second there."""
    seen: dict[str, int] = {}
    for attestation in reading.attestations:
        claim = to_safe_iri(attestation.claim).rpartition("/")[2]
        name = f"{to_safe_iri(attestation.article)}#attestation-{claim}-{attestation.trigger.start}"
        seen[name] = seen.get(name, 0) + 1
        yield to_safe_iri(name if seen[name] == 1 else f"{name}-{seen[name]}"), attestation


def _attestation(node: Iri, attestation: Attestation, article: Iri, passages: Mapping[Span, Iri]) -> Iterator[Triple]:
    yield node, TYPE, ATTESTATION_CLASS
    yield node, DERIVED_FROM, article
    for predicate, term in tables.to_pairs(attestation, tables.ATTESTATION):
        yield node, predicate, term
    for field, predicate in tables.PASSAGES:
        span: Span | None = getattr(attestation, field)
        if span is not None:
            yield node, predicate, passages[span]


# ---------------------------------------------------------------- passages


def _spans(reading: Reading) -> Iterator[Span]:
    for speech in reading.speeches:
        yield from speech.passages
    for attestation in reading.attestations:
        spans = (getattr(attestation, field) for field, _ in tables.PASSAGES)
        yield from (span for span in spans if span is not None)


def _passage_iri(article: Iri, span: Span) -> Iri:
    """Name a passage by its characters, as RFC 5147 does."""
    return Iri(f"{article}#char={span.start},{span.end}")


def _words(article: Article, span: Span) -> Literal:
    return tables.to_string(article.text[span.start : span.end])


def _passage(article: Article, source: Iri, span: Span, node: Iri) -> tuple[Triple, ...]:
    quote = Iri(f"{source}#quote={span.start},{span.end}")
    position = Iri(f"{source}#position={span.start},{span.end}")
    return (
        (node, TYPE, RESOURCE),
        (node, SOURCE, source),
        (node, SELECTOR, quote),
        (node, SELECTOR, position),
        (quote, TYPE, QUOTE_SELECTOR),
        (quote, EXACT, _words(article, span)),
        (position, TYPE, POSITION_SELECTOR),
        (position, START, tables.to_integer(span.start)),
        (position, END, tables.to_integer(span.end)),
    )
