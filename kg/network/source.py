"""An RDF graph as in docs/rdf.md -> statements with their evidence, and what every step of the network asks of the graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.namespaces import NEWS, OA, to_iri, to_words
from kg.records import Iri, Literal, Span, Stance
from kg.terms import AGE, BACKGROUND_FACT, DURATION, INSTANT, MONEY, PERCENTAGE, POST, QUANTITY, SCORE, TYPE

if TYPE_CHECKING:
    from kg.ontology import Ontology

Term: TypeAlias = Iri | Literal
Triples: TypeAlias = Iterable[tuple[Any, ...]]
"""An rdflib graph or dataset, or plain triples or quads of ``kg.records``' terms."""


def iris(names: str) -> frozenset[Iri]:
    """The IRIs of prefixed names."""
    return frozenset(to_iri(name) for name in names.split())


_EVENTS = iris("news:Event schema:Event schema:Action org:Membership org:ChangeEvent")
_VALUES = {
    MONEY: "money",
    PERCENTAGE: "share",
    QUANTITY: "count",
    DURATION: "time",
    INSTANT: "time",
    POST: "post",
    AGE: "words",
    SCORE: "words",
}
"""Classes of nodes that belong in their event's card -> what kind of value they are."""
_SCAFFOLD = iris(
    "news:Claim news:Attestation news:BackgroundFact rdf:Statement schema:NewsArticle schema:Quotation "
    "news:Correction news:Identification oa:SpecificResource oa:TextQuoteSelector oa:TextPositionSelector"
)
NO_FACT = iris("rdf:type rdfs:label owl:sameAs schema:sameAs schema:name schema:alternateName schema:actionStatus skos:prefLabel")
_PASSAGE = re.compile(r"#char=(\d+),(\d+)$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One attestation: the sentence of an article that makes a claim, and the words in it that do."""

    article: Iri
    sentence: Span
    trigger: Span | None
    subject: Span | None
    object: Span | None
    stance: Stance
    said_by: Iri | None
    rule: str
    score: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A value, post or clause told of a node: ``text`` in the article's words, ``note`` normalised.

    ``kind`` is "money", "share", "count", "time", "post", or "words" for all else.
    """

    label: str
    text: str
    note: str
    kind: str
    stance: Stance
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What one speaker says in one speech, word for word."""

    iri: Iri
    article: Iri | None
    passages: tuple[str, ...]
    spans: tuple[Span, ...]
    about: tuple[Iri, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as the page shows it."""

    iri: Iri
    title: str
    text: str
    byline: str
    url: str | None


@dataclass(slots=True)
class Statement:
    """A triple that becomes an edge or a detail, with all that attests it."""

    subject: Iri
    predicate: Iri
    object: Term
    evidence: tuple[Evidence, ...] = ()
    background: str | None = None

    @property
    def stance(self) -> Stance:
        """The firmest stance of all that attests it."""
        return firmest(mark.stance for mark in self.evidence)


_expand = cache(to_iri)


@dataclass(slots=True)
class Source:
    """The graph by subject and predicate, with what every step asks of it."""

    ontology: Ontology | None
    values: dict[str, dict[str, dict[Term, None]]] = field(default_factory=dict)
    members: dict[str, list[Iri]] = field(default_factory=lambda: defaultdict(list))
    types: dict[str, set[Iri]] = field(default_factory=lambda: defaultdict(set))
    labels: dict[str, str] = field(default_factory=dict)

    def many(self, subject: str, name: str) -> list[Term]:
        """All values of a property (prefixed name), in the order of their text."""
        found = self.values.get(subject, {}).get(_expand(name), ())
        return sorted(found, key=to_text) if len(found) > 1 else list(found)

    def one(self, subject: str, name: str) -> str | None:
        """The first value of a property."""
        return next((to_text(value) for value in self.many(subject, name)), None)

    def having(self, class_name: str) -> list[Iri]:
        """All nodes of a class."""
        return sorted(self.members.get(to_iri(class_name), ()))

    def label(self, iri: str) -> str:
        """The graph's label, else the ontology's, else the local name in plain words."""
        if iri not in self.labels:
            self.labels[iri] = self._find_label(iri)
        return self.labels[iri]

    def _find_label(self, iri: str) -> str:
        if found := self.one(iri, "rdfs:label") or self.one(iri, "schema:name"):
            return found
        if self.ontology is not None:
            info = self.ontology.classes.get(Iri(iri)) or self.ontology.properties.get(Iri(iri))
            if info is not None and info.label:
                return info.label
        return to_words(iri)

    def supers(self, iri: str) -> set[Iri]:
        """A node's classes with all that the ontology puts above them."""
        found = set(self.types.get(iri, ()))
        if self.ontology is not None:
            for class_iri in tuple(found):
                if (info := self.ontology.classes.get(class_iri)) is not None:
                    found.update(info.supers)
        return found

    def narrowest(self, predicates: set[str]) -> set[str]:
        """Those of some predicates that stand above none of the others."""
        if self.ontology is None:
            return predicates
        known = self.ontology.properties
        return predicates - {above for name in predicates if Iri(name) in known for above in known[Iri(name)].supers if above != name}

    def is_event(self, iri: str) -> bool:
        """Whether a node is an event, by its IRI or its classes."""
        return "#event-" in iri.removesuffix("/") and "/" not in iri.rpartition("#event-")[2] or bool(self.supers(iri) & _EVENTS)

    def kind_of(self, term: Term) -> str | None:
        """What kind of value a term is that belongs in its event's card: a literal, an amount, a period, the name of a post."""
        if isinstance(term, Literal):
            return "words"
        return next((kind for name, kind in _VALUES.items() if name in self.types.get(term, ())), None)

    def is_node(self, term: Term) -> bool:
        """Whether a term is an entity or event, and no part of the scaffold of claims and words."""
        if isinstance(term, Literal) or term.startswith("_:") or self.kind_of(term) or self.types.get(term, set()) & _SCAFFOLD:
            return False
        if self.one(term, "prov:used") is not None:  # the reading of an article
            return False
        return term in self.types or self.one(term, "rdfs:label") is not None


def to_text(term: Term) -> str:
    """The words of a literal, or an IRI as it is."""
    return term.lexical if isinstance(term, Literal) else term


def to_source(graph: Triples, ontology: Ontology | None) -> Source:
    """Return the graph, or the union of a dataset's graphs, with the classes of its nodes, also those that are only claimed."""
    source = Source(ontology)
    for subject, predicate, value in _to_triples(graph):
        if predicate == TYPE:
            if value not in source.types[subject]:
                source.members[to_text(value)].append(subject)
            source.types[subject].add(Iri(to_text(value)))
        source.values.setdefault(subject, {}).setdefault(predicate, {})[value] = None
    for claim in source.having("news:Claim"):
        if source.one(claim, "rdf:predicate") == TYPE:
            source.types[source.one(claim, "rdf:subject") or ""].add(Iri(source.one(claim, "rdf:object") or ""))
    return source


def _to_triples(graph: Triples) -> Iterator[tuple[Iri, Iri, Term]]:
    """Plain triples; where a passage begins and ends stands in its IRI, so that its selectors can stay out."""
    quads = getattr(graph, "quads", None)
    names: dict[str, Iri] = {}
    for subject, predicate, value, *_ in graph if quads is None else quads():
        if predicate.startswith(OA):
            continue
        if subject not in names:
            names[subject] = _to_name(subject)
        if predicate not in names:
            names[predicate] = _to_name(predicate)
        told = _to_term(value)
        yield names[subject], names[predicate], told if isinstance(told, Literal) else names.setdefault(told, told)


def _to_term(term: Any) -> Term:
    """A plain term, also of an rdflib term."""
    if isinstance(term, Literal):
        return term
    if type(term) is str:
        return Iri(term)
    if hasattr(term, "datatype"):
        return Literal(str(term), None if term.datatype is None else Iri(str(term.datatype)), term.language)
    return _to_name(term)


def _to_name(term: Any) -> Iri:
    return Iri(f"_:{term}" if type(term).__name__ == "BNode" else str(term))


def find_statements(source: Source) -> list[Statement]:
    """Claims with their attestations, background facts, and what direct triples say beyond them.

    A triple between two things of which a claim tells already only repeats it by a broader property.
    """
    found: dict[tuple[str, str, Term], Statement] = {}
    for node in (*source.having("news:Claim"), *source.having("news:BackgroundFact")):
        for triple in product(*(source.many(node, f"rdf:{part}") for part in ("subject", "predicate", "object"))):
            statement = Statement(Iri(to_text(triple[0])), Iri(to_text(triple[1])), triple[2], _find_evidence(source, node))
            if BACKGROUND_FACT in source.types[node]:
                statement.background = source.one(node, "prov:wasDerivedFrom") or ""
            found.setdefault((statement.subject, statement.predicate, triple[2]), statement)
    claimed = {(subject, value) for subject, _, value in found}
    direct: dict[tuple[str, Term], set[str]] = defaultdict(set)
    for subject, told in source.values.items():
        if source.is_node(Iri(subject)):
            for predicate, values in told.items():
                for value in values if predicate not in NO_FACT else ():
                    if (subject, value) not in claimed and (source.kind_of(value) or source.is_node(value)):
                        direct[subject, value].add(predicate)
    for (subject, value), predicates in direct.items():
        for iri in source.narrowest(predicates):
            found[subject, iri, value] = Statement(Iri(subject), Iri(iri), value)
    return [found[key] for key in sorted(found, key=lambda key: (key[0], key[1], to_text(key[2])))]


def _find_evidence(source: Source, claim: Iri) -> tuple[Evidence, ...]:
    marks = (_to_evidence(source, to_text(node)) for node in source.many(claim, "news:attestation"))
    return tuple(sorted((mark for mark in marks if mark is not None), key=in_text))


def _to_evidence(source: Source, node: str) -> Evidence | None:
    article, sentence = source.one(node, "prov:wasDerivedFrom"), to_span(source.one(node, "news:sentence"))
    if article is None or sentence is None:
        return None
    said_by = source.one(node, "news:saidBy")
    return Evidence(
        Iri(article),
        sentence,
        to_span(source.one(node, "news:trigger")),
        to_span(source.one(node, "news:subjectWords")),
        to_span(source.one(node, "news:objectWords")),
        _to_stance(source.one(node, "news:stance")),
        None if said_by is None else Iri(said_by),
        source.one(node, "news:rule") or "",
        _to_score(source.one(node, "news:score")),
    )


def _to_score(text: str | None) -> str:
    """A score from 0 to 1 with two decimals, however it is written; what is none is left out.

    >>> _to_score("0.9"), _to_score("high"), _to_score("7")
    ('0.90', '', '')
    """
    try:
        score = float(text or "")
    except ValueError:
        return ""
    return f"{score:.2f}" if 0 <= score <= 1 else ""


def to_span(passage: str | None) -> Span | None:
    """Return the span of a passage's IRI.

    >>> to_span("https://news.example/a#char=4,9")
    Span(start=4, end=9)
    """
    found = _PASSAGE.search(passage or "")
    return None if found is None else Span(int(found[1]), int(found[2]))


def _to_stance(iri: str | None) -> Stance:
    name = (iri or "").removeprefix(NEWS).lower()
    return Stance(name) if name in tuple(Stance) else Stance.ASSERTED


def in_text(mark: Evidence) -> tuple[Any, ...]:
    """A key that sorts evidence in the order of the text."""
    spans = (mark.sentence, *(span or mark.sentence for span in (mark.trigger, mark.subject, mark.object)))
    return mark.article, spans, mark.stance


def firmest(stances: Iterable[Stance]) -> Stance:
    """The firmest of some stances; a fact that nobody attests is taken as asserted."""
    return min(stances, key=list(Stance).index, default=Stance.ASSERTED)
