"""An RDF graph as in docs/rdf.md -> a networkx graph of entities and events whose edges carry their evidence.

Nodes are entities and events; values fold into their event as details, posts become an edge from person to organisation, and
quotations stay with their speaker. networkx measures and searches the result; ``kg.view`` draws it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node as Term

from kg.namespaces import NEWS, ORG, RDF, SCHEMA, to_iri
from kg.records import Iri, Span, Stance

if TYPE_CHECKING:
    from kg.ontology.record import Ontology


Network: TypeAlias = "nx.MultiDiGraph[str]"


def _iris(names: str) -> frozenset[Iri]:
    return frozenset(to_iri(name) for name in names.split())


FAMILIES: tuple[tuple[str, frozenset[Iri]], ...] = (
    ("person", _iris("schema:Person")),
    ("place", _iris("schema:Country schema:City schema:State news:Country news:City")),
    (
        "organisation",
        _iris(
            "schema:Organization org:Organization schema:Corporation schema:CollegeOrUniversity schema:EducationalOrganization "
            "schema:GovernmentOrganization schema:NGO schema:SportsTeam schema:ResearchOrganization schema:LocalBusiness "
            "schema:NewsMediaOrganization org:FormalOrganization org:OrganizationalUnit"
        ),
    ),
    ("place", _iris("schema:Place schema:AdministrativeArea schema:CivicStructure org:Site news:Site")),
    ("group", _iris("news:PeopleGroup schema:Audience schema:PeopleAudience")),
    ("topic", _iris("skos:Concept schema:DefinedTerm")),
)
"""The families that the page colours entities by; where several fit, the first. All else is "work"."""

_EVENTS = _iris("news:Event schema:Event schema:Action org:Membership org:ChangeEvent")
_VALUES = _iris("schema:MonetaryAmount time:Duration time:Instant schema:QuantitativeValue news:Percentage")
_SCAFFOLD = _iris(
    "news:Claim news:Attestation news:BackgroundFact rdf:Statement schema:NewsArticle schema:Periodical schema:Quotation "
    "prov:Activity oa:SpecificResource oa:TextQuoteSelector oa:TextPositionSelector"
)
_BROAD = _iris("schema:Thing schema:Organization org:Organization schema:Place schema:Event schema:Action schema:Intangible prov:Agent")
_NO_FACT = _iris("rdf:type rdfs:label owl:sameAs schema:name schema:alternateName schema:actionStatus")
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
    """A value, post or clause told of a node: ``text`` in the article's words, ``note`` normalised."""

    label: str
    text: str
    note: str
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
class _Statement:
    """A triple that becomes an edge or a detail, with all that attests it."""

    subject: Iri
    predicate: Iri
    object: Term
    evidence: tuple[Evidence, ...] = ()
    background: str | None = None

    @property
    def stance(self) -> Stance:
        return _firmest(mark.stance for mark in self.evidence)


@dataclass(slots=True)
class _Source:
    """The graph with what every step asks of it."""

    graph: Graph
    ontology: Ontology | None
    types: dict[str, set[Iri]] = field(default_factory=lambda: defaultdict(set))

    def many(self, subject: str, name: str) -> list[Term]:
        """All values of a property (prefixed name), in the order of their text."""
        return sorted(self.graph.objects(URIRef(subject), URIRef(to_iri(name))), key=str)

    def one(self, subject: str, name: str) -> str | None:
        """The first value of a property."""
        return next((str(value) for value in self.many(subject, name)), None)

    def having(self, class_name: str) -> list[Iri]:
        """All nodes of a class."""
        return sorted(Iri(str(node)) for node in self.graph.subjects(URIRef(RDF + "type"), URIRef(to_iri(class_name))))

    def label(self, iri: str) -> str:
        """The graph's label, else the ontology's, else the local name in plain words."""
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

    def is_event(self, iri: str) -> bool:
        """Whether a node is an event, by its IRI or its classes."""
        return "#event-" in iri.removesuffix("/") and "/" not in iri.rpartition("#event-")[2] or bool(self.supers(iri) & _EVENTS)

    def is_value(self, term: Term) -> bool:
        """Whether a term belongs in its event's card: a literal, an amount, a period, the name of a post."""
        return isinstance(term, RdfLiteral) or bool(self.types.get(str(term), set()) & (_VALUES | {to_iri("org:Role")}))

    def is_node(self, term: Term) -> bool:
        """Whether a term is an entity or event, and no part of the scaffold of claims and words."""
        if not isinstance(term, URIRef) or self.is_value(term) or self.types.get(str(term), set()) & _SCAFFOLD:
            return False
        return str(term) in self.types or self.one(str(term), "rdfs:label") is not None


def to_words(iri: str) -> str:
    """Read the local name of an IRI as words.

    >>> to_words("https://w3id.org/kg-news/ontology#ResearchLab")
    'research lab'
    >>> to_words("http://www.w3.org/ns/org#hasMember")
    'has member'
    """
    local = re.split(r"[#/]", iri.rstrip("#/"))[-1]
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_-]", " ", local).lower() or iri


def to_network(graph: Graph, ontology: Ontology | None = None) -> Network:
    """Return the network of a graph, or of the union of a Dataset's graphs, nodes and edges in the order of their IRIs.

    Nodes carry ``label``, ``kind`` ("entity" or "event"), ``family``, ``class_iri``, ``class_label``, ``aliases``, ``links``, ``stance``,
    ``details``, ``evidence`` (of their class) and ``quotes``. Edges carry ``label``, ``kind`` ("role", "fact", "post" or
    "background"), ``predicate``, ``stance``, ``details``, ``evidence`` and ``source``. ``network.graph`` holds ``articles`` and
    ``names``, the labels of all speakers.
    """
    source = _to_source(graph, ontology)
    statements = _find_statements(source)
    by_subject: dict[Iri, list[_Statement]] = defaultdict(list)
    for statement in statements:
        by_subject[statement.subject].append(statement)
    posts = {iri for iri, told in by_subject.items() if _is_post(source, iri, told)}

    network: Network = nx.MultiDiGraph()
    for iri in sorted(_find_nodes(source, statements) - posts):
        network.add_node(iri, **_to_node(source, iri, by_subject[iri]))
    for iri in sorted(by_subject):
        if iri in posts:
            _add_post(network, source, by_subject[iri])
        else:
            _add_edges(network, source, by_subject[iri])
    _add_quotes(network, source)
    network.graph["articles"] = tuple(_to_article(source, iri) for iri in source.having("schema:NewsArticle"))
    network.graph["names"] = {iri: source.label(iri) for iri in _find_speakers(statements)}
    return network


def to_stage(network: Network, limit: int) -> Network:
    """Return the part of a network worth drawing: nodes with a fact, at most ``limit``, those with most facts first."""
    weight = {node: sum(1 + len(edge["evidence"]) for edge in (*_edges_out(network, node), *_edges_in(network, node))) for node in network}
    tied = [node for node in network if weight[node] or network.nodes[node]["details"] or network.nodes[node]["quotes"]]
    kept = set(sorted(tied, key=lambda node: (-weight[node], node))[:limit])
    stage: Network = nx.MultiDiGraph(**network.graph)
    stage.add_nodes_from((node, data) for node, data in network.nodes(data=True) if node in kept)
    for start, end, key, data in network.edges(keys=True, data=True):
        if start in kept and end in kept:
            stage.add_edge(start, end, key, **data)
    return stage


def _edges_out(network: Network, node: str) -> Iterator[dict[str, Any]]:
    return (data for _, _, data in network.out_edges(node, data=True))


def _edges_in(network: Network, node: str) -> Iterator[dict[str, Any]]:
    return (data for _, _, data in network.in_edges(node, data=True))


# ---------------------------------------------------------------- reading the graph


def _to_source(graph: Graph, ontology: Ontology | None) -> _Source:
    if isinstance(graph, Dataset):
        union = Graph()
        for subject, predicate, value, _ in graph.quads():
            union.add((subject, predicate, value))
        graph = union
    source = _Source(graph, ontology)
    for node, class_term in graph.subject_objects(URIRef(RDF + "type")):
        source.types[str(node)].add(Iri(str(class_term)))
    for claim in source.having("news:Claim"):
        if source.one(claim, "rdf:predicate") == RDF + "type":
            source.types[source.one(claim, "rdf:subject") or ""].add(Iri(source.one(claim, "rdf:object") or ""))
    return source


def _find_statements(source: _Source) -> list[_Statement]:
    """Claims with their attestations, background facts, and what direct triples say beyond them."""
    found: dict[tuple[str, str, Term], _Statement] = {}
    for node in (*source.having("news:Claim"), *source.having("news:BackgroundFact")):
        for triple in product(*(source.many(node, f"rdf:{part}") for part in ("subject", "predicate", "object"))):
            statement = _Statement(Iri(str(triple[0])), Iri(str(triple[1])), triple[2], _find_evidence(source, node))
            if to_iri("news:BackgroundFact") in source.types[node]:
                statement.background = source.one(node, "prov:wasDerivedFrom") or ""
            found.setdefault((str(triple[0]), str(triple[1]), triple[2]), statement)
    for subject, predicate, value in source.graph:
        key = (str(subject), str(predicate), value)
        if key not in found and key[1] not in _NO_FACT and source.is_node(subject) and (source.is_node(value) or source.is_value(value)):
            found[key] = _Statement(Iri(key[0]), Iri(key[1]), value)
    return [found[key] for key in sorted(found, key=lambda key: (key[0], key[1], str(key[2])))]


def _find_evidence(source: _Source, claim: Iri) -> tuple[Evidence, ...]:
    marks = (_to_evidence(source, str(node)) for node in source.many(claim, "news:attestation"))
    return tuple(sorted((mark for mark in marks if mark is not None), key=_in_text))


def _to_evidence(source: _Source, node: str) -> Evidence | None:
    article, sentence = source.one(node, "prov:wasDerivedFrom"), _to_span(source.one(node, "news:sentence"))
    if article is None or sentence is None:
        return None
    said_by = source.one(node, "news:saidBy")
    return Evidence(
        Iri(article),
        sentence,
        _to_span(source.one(node, "news:trigger")),
        _to_span(source.one(node, "news:subjectWords")),
        _to_span(source.one(node, "news:objectWords")),
        _to_stance(source.one(node, "news:stance")),
        None if said_by is None else Iri(said_by),
        source.one(node, "news:rule") or "",
        source.one(node, "news:score") or "",
    )


def _to_span(passage: str | None) -> Span | None:
    found = _PASSAGE.search(passage or "")
    return None if found is None else Span(int(found[1]), int(found[2]))


def _to_stance(iri: str | None) -> Stance:
    name = (iri or "").removeprefix(NEWS).lower()
    return Stance(name) if name in tuple(Stance) else Stance.ASSERTED


def _in_text(mark: Evidence) -> tuple[Any, ...]:
    spans = (mark.sentence, *(span or mark.sentence for span in (mark.trigger, mark.subject, mark.object)))
    return mark.article, spans, mark.stance


def _firmest(stances: Iterable[Stance]) -> Stance:
    """The firmest of some stances; a fact that nobody attests is taken as asserted."""
    return min(stances, key=list(Stance).index, default=Stance.ASSERTED)


def _to_article(source: _Source, iri: Iri) -> ArticleText:
    people = [source.label(str(term)) if isinstance(term, URIRef) else str(term) for term in source.many(iri, "schema:author")]
    places = [source.label(str(term)) if isinstance(term, URIRef) else str(term) for term in source.many(iri, "schema:isPartOf")]
    when = source.one(iri, "schema:datePublished") or source.one(iri, "schema:copyrightYear")
    byline = " · ".join((", ".join(people), ", ".join(places), when or "")).strip(" ·").replace(" ·  · ", " · ")
    title = source.one(iri, "schema:headline") or source.label(iri)
    return ArticleText(iri, title, source.one(iri, "schema:articleBody") or "", byline, source.one(iri, "schema:url"))


def _find_speakers(statements: Iterable[_Statement]) -> list[Iri]:
    return sorted({mark.said_by for statement in statements for mark in statement.evidence if mark.said_by is not None})


# ---------------------------------------------------------------- nodes


def _find_nodes(source: _Source, statements: Iterable[_Statement]) -> set[Iri]:
    terms: set[Term] = set()
    for statement in statements:
        terms.update((URIRef(statement.subject), statement.object))
    return {Iri(str(term)) for term in terms if source.is_node(term)}


def _to_node(source: _Source, iri: Iri, told: list[_Statement]) -> dict[str, Any]:
    is_event = source.is_event(iri)
    class_iri = _find_class(source, iri)
    label = source.label(iri)
    return {
        "label": label,
        "kind": "event" if is_event else "entity",
        "family": "event" if is_event else _find_family(source, iri),
        "class_iri": class_iri,
        "class_label": source.label(class_iri) if class_iri else "",
        "aliases": tuple(str(name) for name in source.many(iri, "schema:alternateName") if str(name) != label),
        "links": tuple(str(link) for link in source.many(iri, "owl:sameAs")),
        "stance": _find_stance(source, iri, told) if is_event else Stance.ASSERTED,
        "details": tuple(_find_details(source, told)),
        "evidence": tuple(mark for s in told if s.predicate == RDF + "type" for mark in s.evidence),
        "quotes": (),
    }


def _find_family(source: _Source, iri: Iri) -> str:
    classes = source.supers(iri)
    return next((family for family, members in FAMILIES if classes & members), "work")


def _find_class(source: _Source, iri: Iri) -> Iri | None:
    """The most telling class: one of news: before the others, the broad ones last."""
    return min(source.types.get(iri, ()), key=lambda name: (name in _BROAD, not name.startswith(NEWS), name), default=None)


def _find_stance(source: _Source, iri: Iri, told: list[_Statement]) -> Stance:
    if source.one(iri, "schema:actionStatus") == SCHEMA + "PotentialActionStatus":
        return Stance.PLANNED
    if source.many(iri, "rdf:type"):
        return Stance.ASSERTED
    return _firmest(mark.stance for statement in told for mark in statement.evidence)


def _find_details(source: _Source, told: Iterable[_Statement]) -> Iterator[Detail]:
    for statement in told:
        if source.is_value(statement.object) and statement.predicate not in _NO_FACT:
            text, note = str(statement.object), ""
            if isinstance(statement.object, URIRef):
                text, note = source.label(text), _to_note(source, text)
            yield Detail(source.label(statement.predicate), text, note, statement.stance, statement.evidence)


def _to_note(source: _Source, value: str) -> str:
    """A value in plain figures: "2,900,000,000 USD", "2026-03", "3,000,000 workers"; a duration's words say enough."""
    number = _to_figure(source.one(value, "schema:value"))
    bounds = [_to_figure(source.one(value, f"schema:{bound}Value")) for bound in ("min", "max")]
    if not number and any(bounds):
        number = "–".join(bounds)
    unit = source.one(value, "schema:currency") or source.one(value, "schema:unitText") or ""
    dates = (source.one(value, name) for name in ("time:inXSDDate", "time:inXSDgYearMonth", "time:inXSDgYear"))
    words = f"{number} {unit}".strip() if number else next((date for date in dates if date), "")
    if words and source.one(value, "news:currencyAssumed") == "true":
        words += " (currency assumed)"
    return f"about {words}" if words and source.one(value, "news:approximate") == "true" else words


def _to_figure(number: str | None) -> str:
    """Group the digits of a decimal.

    >>> _to_figure("2900000000.0"), _to_figure("2.5"), _to_figure(None)
    ('2,900,000,000', '2.5', '')
    """
    whole, _, rest = (number or "").partition(".")
    rest = rest.rstrip("0")
    grouped = f"{int(whole):,}" if whole.lstrip("+-").isdecimal() and len(whole) < 40 else whole
    return f"{grouped}.{rest}" if rest else grouped


# ---------------------------------------------------------------- edges


def _is_post(source: _Source, iri: Iri, told: list[_Statement]) -> bool:
    predicates = {statement.predicate for statement in told if not isinstance(statement.object, RdfLiteral)}
    wanted = {to_iri("org:member"), to_iri("org:organization")}
    return to_iri("org:Membership") in source.types.get(iri, ()) and wanted <= predicates


def _add_post(network: Network, source: _Source, told: list[_Statement]) -> None:
    """Draw a membership as an edge from its member to its organisation, labelled with the post."""
    parts: dict[str, list[_Statement]] = defaultdict(list)
    for statement in told:
        parts[statement.predicate].append(statement)
    roles = parts.pop(ORG + "role", [])
    marks = sorted({mark for statement in told for mark in statement.evidence}, key=_in_text)
    stances = [_firmest(mark.stance for mark in marks)]
    if source.one(told[0].subject, "schema:actionStatus") == SCHEMA + "PotentialActionStatus":
        stances = [Stance.PLANNED]
    for member, organization in product(parts[ORG + "member"], parts[ORG + "organization"]):
        network.add_edge(
            str(member.object),
            str(organization.object),
            key=told[0].subject,
            label=", ".join(source.label(str(role.object)) for role in roles) or "member",
            kind="post",
            predicate=to_iri("org:Membership"),
            stance=stances[0],
            details=tuple(_find_details(source, (s for s in told if s.predicate != ORG + "role"))),
            evidence=tuple(marks),
            source=None,
        )


def _add_edges(network: Network, source: _Source, told: list[_Statement]) -> None:
    for statement in told:
        end = str(statement.object)
        if statement.subject in network and end in network and statement.predicate not in _NO_FACT:
            is_event = network.nodes[statement.subject]["kind"] == "event"
            kind = "background" if statement.background is not None else "role" if is_event else "fact"
            network.add_edge(
                statement.subject,
                end,
                key=statement.predicate,
                label=source.label(statement.predicate),
                kind=kind,
                predicate=statement.predicate,
                stance=statement.stance,
                details=(),
                evidence=statement.evidence,
                source=statement.background or None,
            )


def _add_quotes(network: Network, source: _Source) -> None:
    for iri in source.having("schema:Quotation"):
        spans = sorted(span for term in source.many(iri, "news:passage") if (span := _to_span(str(term))) is not None)
        about = tuple(Iri(str(term)) for term in source.many(iri, "schema:about"))
        article = source.one(iri, "schema:isPartOf")
        passages = tuple(str(text) for text in source.many(iri, "schema:text"))
        quote = Quote(iri, None if article is None else Iri(article), passages, tuple(spans), about)
        for speaker in source.many(iri, "schema:spokenByCharacter"):
            if str(speaker) not in network and source.is_node(speaker):
                network.add_node(str(speaker), **_to_node(source, Iri(str(speaker)), []))
            if str(speaker) in network:
                network.nodes[str(speaker)]["quotes"] += (quote,)
