"""An RDF graph as in docs/rdf.md -> a networkx graph of entities and events whose edges carry their evidence.

Nodes are entities and events; values fold into their event as details, posts become an edge from person to organisation, and
quotations stay with their speaker. networkx measures and searches the result; ``kg.view`` draws it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node as Term

from kg.namespaces import NEWS, ORG, RDF, SCHEMA, to_iri
from kg.network.source import (
    NO_FACT,
    ArticleText,
    Detail,
    Evidence,
    Quote,
    Source,
    Statement,
    find_statements,
    firmest,
    in_text,
    iris,
    to_source,
    to_span,
)
from kg.records import Iri, Stance

if TYPE_CHECKING:
    from kg.ontology import Ontology

__all__ = ["FAMILIES", "ArticleText", "Detail", "Evidence", "Network", "Quote", "to_network", "to_stage"]

Network: TypeAlias = "nx.MultiDiGraph[str]"

FAMILIES: tuple[tuple[str, frozenset[Iri]], ...] = (
    ("person", iris("schema:Person")),
    ("work", iris("news:Programme schema:Project")),
    ("place", iris("schema:Country schema:City schema:State news:Country news:City")),
    (
        "organisation",
        iris(
            "schema:Organization org:Organization schema:Corporation schema:CollegeOrUniversity schema:EducationalOrganization "
            "schema:GovernmentOrganization schema:NGO schema:SportsTeam schema:ResearchOrganization schema:LocalBusiness "
            "schema:NewsMediaOrganization org:FormalOrganization org:OrganizationalUnit"
        ),
    ),
    ("place", iris("schema:Place schema:AdministrativeArea schema:CivicStructure org:Site news:Site")),
    ("group", iris("news:PeopleGroup schema:Audience schema:PeopleAudience")),
    ("topic", iris("skos:Concept schema:DefinedTerm")),
)
"""The families that the page colours entities by; where several fit, the first. All else is "work"."""


_BROAD = iris("schema:Thing schema:Organization org:Organization schema:Place schema:Event schema:Action schema:Intangible prov:Agent")


def to_network(graph: Graph, ontology: Ontology | None = None) -> Network:
    """Return the network of a graph, or of the union of a Dataset's graphs, nodes and edges in the order of their IRIs.

    Nodes carry ``label``, ``kind`` ("entity" or "event"), ``family``, ``class_iri``, ``class_label``, ``aliases``, ``links``, ``stance``,
    ``details``, ``evidence`` (of their class) and ``quotes``. Edges carry ``label``, ``kind`` ("role", "fact", "post" or
    "background"), ``predicate``, ``stance``, ``details``, ``evidence`` and ``source``. ``network.graph`` holds ``articles`` and
    ``names``, the labels of all speakers.
    """
    source = to_source(graph, ontology)
    statements = find_statements(source)
    by_subject: dict[Iri, list[Statement]] = defaultdict(list)
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
    """Return the part of a network worth drawing: nodes with a fact, at most ``limit``, those with most facts first.

    ``stage.graph["left_out"]`` counts the nodes with a fact that found no place.
    """
    weight = {node: sum(1 + len(edge["evidence"]) for edge in (*_edges_out(network, node), *_edges_in(network, node))) for node in network}
    tied = [node for node in network if weight[node] or network.nodes[node]["details"] or network.nodes[node]["quotes"]]
    kept = set(sorted(tied, key=lambda node: (-weight[node], node))[:limit])
    stage: Network = nx.MultiDiGraph(**network.graph, left_out=len(tied) - len(kept))
    stage.add_nodes_from((node, data) for node, data in network.nodes(data=True) if node in kept)
    for start, end, key, data in network.edges(keys=True, data=True):
        if start in kept and end in kept:
            stage.add_edge(start, end, key, **data)
    return stage


def _edges_out(network: Network, node: str) -> Iterator[dict[str, Any]]:
    return (data for _, _, data in network.out_edges(node, data=True))


def _edges_in(network: Network, node: str) -> Iterator[dict[str, Any]]:
    return (data for _, _, data in network.in_edges(node, data=True))


# ---------------------------------------------------------------- nodes


def _find_nodes(source: Source, statements: Iterable[Statement]) -> set[Iri]:
    terms: set[Term] = set()
    for statement in statements:
        terms.update((URIRef(statement.subject), statement.object))
    return {Iri(str(term)) for term in terms if source.is_node(term)}


def _to_node(source: Source, iri: Iri, told: list[Statement]) -> dict[str, Any]:
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


def _find_family(source: Source, iri: Iri) -> str:
    classes = source.supers(iri)
    return next((family for family, members in FAMILIES if classes & members), "work")


def _find_class(source: Source, iri: Iri) -> Iri | None:
    """The most telling class: none above another; one of news: before the others, the broad ones last."""
    classes = source.types.get(iri, set())
    if source.ontology is not None:
        above = {
            name for class_iri in classes if class_iri in source.ontology.classes for name in source.ontology.classes[class_iri].supers
        }
        classes = classes - above or classes
    return min(classes, key=lambda name: (name in _BROAD, not name.startswith(NEWS), name), default=None)


def _find_stance(source: Source, iri: Iri, told: list[Statement]) -> Stance:
    if source.one(iri, "schema:actionStatus") == SCHEMA + "PotentialActionStatus":
        return Stance.PLANNED
    if source.many(iri, "rdf:type"):
        return Stance.ASSERTED
    return firmest(mark.stance for statement in told for mark in statement.evidence)


def _find_details(source: Source, told: Iterable[Statement]) -> Iterator[Detail]:
    for statement in told:
        if source.is_value(statement.object) and statement.predicate not in NO_FACT:
            text, note = str(statement.object), ""
            if isinstance(statement.object, URIRef):
                text, note = source.label(text), _to_note(source, text)
            yield Detail(source.label(statement.predicate), text, note, statement.stance, statement.evidence)


def _to_note(source: Source, value: str) -> str:
    """A value in plain figures: "2,900,000,000 USD", "2026-03", "3,000,000 workers"; a duration's words say enough."""
    number = _to_figure(source.one(value, "schema:value"))
    bounds = [_to_figure(source.one(value, f"schema:{bound}Value")) for bound in ("min", "max")]
    if not number and any(bounds):
        number = "–".join(bounds)
    unit = source.one(value, "schema:currency") or source.one(value, "schema:unitText") or ""
    dates = (source.one(value, name) for name in ("time:inXSDDate", "time:inXSDgYearMonth", "time:inXSDgYear"))
    words = f"{number} {unit}".strip() if number else next((date for date in dates if date), "")
    if words and source.one(value, "news:currencyAssumed") == "true":
        words += ", currency assumed"
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


def _is_post(source: Source, iri: Iri, told: list[Statement]) -> bool:
    predicates = {statement.predicate for statement in told if not isinstance(statement.object, RdfLiteral)}
    wanted = {to_iri("org:member"), to_iri("org:organization")}
    return to_iri("org:Membership") in source.types.get(iri, ()) and wanted <= predicates


def _add_post(network: Network, source: Source, told: list[Statement]) -> None:
    """Draw a membership as an edge from its member to its organisation, labelled with the post."""
    parts: dict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        parts[statement.predicate].append(statement)
    roles = parts.pop(ORG + "role", [])
    marks = sorted({mark for statement in told for mark in statement.evidence}, key=in_text)
    stances = [firmest(mark.stance for mark in marks)]
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


def _add_edges(network: Network, source: Source, told: list[Statement]) -> None:
    for statement in told:
        end = str(statement.object)
        if statement.subject in network and end in network and statement.predicate not in NO_FACT:
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


# ---------------------------------------------------------------- articles and quotations


def _to_article(source: Source, iri: Iri) -> ArticleText:
    people = [source.label(str(term)) if isinstance(term, URIRef) else str(term) for term in source.many(iri, "schema:author")]
    places = [source.label(str(term)) if isinstance(term, URIRef) else str(term) for term in source.many(iri, "schema:isPartOf")]
    when = source.one(iri, "schema:datePublished") or source.one(iri, "schema:copyrightYear")
    byline = " · ".join((", ".join(people), ", ".join(places), when or "")).strip(" ·").replace(" ·  · ", " · ")
    title = source.one(iri, "schema:headline") or source.label(iri)
    return ArticleText(iri, title, source.one(iri, "schema:articleBody") or "", byline, source.one(iri, "schema:url"))


def _find_speakers(statements: Iterable[Statement]) -> list[Iri]:
    return sorted({mark.said_by for statement in statements for mark in statement.evidence if mark.said_by is not None})


def _add_quotes(network: Network, source: Source) -> None:
    for iri in source.having("schema:Quotation"):
        spans = sorted(span for term in source.many(iri, "news:passage") if (span := to_span(str(term))) is not None)
        about = tuple(Iri(str(term)) for term in source.many(iri, "schema:about"))
        article = source.one(iri, "schema:isPartOf")
        passages = tuple(str(text) for text in source.many(iri, "schema:text"))
        quote = Quote(iri, None if article is None else Iri(article), passages, tuple(spans), about)
        for speaker in source.many(iri, "schema:spokenByCharacter"):
            if str(speaker) not in network and source.is_node(speaker):
                network.add_node(str(speaker), **_to_node(source, Iri(str(speaker)), []))
            if str(speaker) in network:
                network.nodes[str(speaker)]["quotes"] += (quote,)
