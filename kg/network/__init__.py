"""An RDF graph as in docs/rdf.md -> a networkx graph of entities and events whose edges carry their evidence.

Nodes are entities and events; values fold into their event as details, posts become an edge from person to organisation, and
quotations stay with their speaker. networkx measures and searches the result; ``kg.view`` draws it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.namespaces import NEWS, SCHEMA
from kg.network.choice import Network, find_node, to_stage
from kg.network.source import (
    NO_FACT,
    ArticleText,
    Detail,
    Evidence,
    Quote,
    Source,
    Statement,
    Term,
    Triples,
    find_statements,
    firmest,
    in_text,
    iris,
    to_source,
    to_span,
    to_text,
)
from kg.records import Iri, Literal, Stance
from kg.terms import HELD_AT, MEMBER, MEMBERSHIP, ROLE, TYPE, WORDING

if TYPE_CHECKING:
    from kg.ontology import Ontology

__all__ = ["FAMILIES", "ArticleText", "Detail", "Evidence", "Network", "Quote", "Triples", "find_node", "to_network", "to_stage"]

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


def to_network(graph: Triples, ontology: Ontology | None = None) -> Network:
    """Return the network of a graph, or of the union of a dataset's graphs, nodes and edges in the order of their IRIs.

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
    posts = {iri: held_at for iri, told in by_subject.items() if (held_at := _find_post(source, iri, told)) is not None}

    network: Network = nx.MultiDiGraph()
    for iri in sorted(_find_nodes(source, statements) - posts.keys()):
        network.add_node(iri, **_to_node(source, iri, by_subject[iri]))
    for iri in sorted(by_subject):
        if iri in posts:
            (_add_post if posts[iri] else _add_bare_post)(network, source, by_subject[iri])
        else:
            _add_edges(network, source, by_subject[iri])
    _add_quotes(network, source)
    network.graph["articles"] = tuple(_to_article(source, iri) for iri in source.having("schema:NewsArticle"))
    network.graph["names"] = {iri: source.label(iri) for iri in _find_speakers(statements)}
    return network


# ---------------------------------------------------------------- nodes


def _find_nodes(source: Source, statements: Iterable[Statement]) -> set[Iri]:
    terms: set[Term] = set()
    for statement in statements:
        terms.update((statement.subject,) if statement.predicate in NO_FACT else (statement.subject, statement.object))
    return {term for term in terms if not isinstance(term, Literal) and source.is_node(term)}


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
        "aliases": tuple(name for name in map(to_text, source.many(iri, "schema:alternateName")) if name != label),
        "links": tuple(map(to_text, (*source.many(iri, "owl:sameAs"), *source.many(iri, "schema:sameAs")))),
        "stance": _find_stance(source, iri, told) if is_event else Stance.ASSERTED,
        "details": tuple(_find_details(source, told)),
        "evidence": tuple(mark for s in told if s.predicate == TYPE for mark in s.evidence),
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
        kind = source.kind_of(statement.object)
        if kind is not None and statement.predicate not in NO_FACT and statement.predicate != WORDING:  # which the label tells
            text, note = to_text(statement.object), ""
            if not isinstance(statement.object, Literal):
                text, note = source.label(text), "" if kind == "words" else _to_note(source, text)
            yield Detail(source.label(statement.predicate), text, note, kind, statement.stance, statement.evidence)


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


def _find_post(source: Source, iri: Iri, told: list[Statement]) -> bool | None:
    """Whether a membership says at what its post is held; None of what is none, or says neither that nor which post it is."""
    predicates = {statement.predicate for statement in told if not isinstance(statement.object, Literal)}
    if MEMBERSHIP not in source.types.get(iri, ()) or MEMBER not in predicates or not predicates & {HELD_AT, ROLE}:
        return None
    return HELD_AT in predicates


def _add_post(network: Network, source: Source, told: list[Statement]) -> None:
    """Draw a membership as an edge from its member to its organisation, labelled with the post."""
    parts: dict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        parts[statement.predicate].append(statement)
    roles = parts.pop(ROLE, [])
    stance, marks = _weigh_post(source, told)
    for member, organization in product(parts[MEMBER], parts[HELD_AT]):
        network.add_edge(
            to_text(member.object),
            to_text(organization.object),
            key=told[0].subject,
            label=", ".join(source.label(to_text(role.object)) for role in roles) or "member",
            kind="post",
            predicate=MEMBERSHIP,
            stance=stance,
            details=tuple(_find_details(source, (s for s in told if s.predicate != ROLE))),
            evidence=marks,
            source=None,
        )


def _add_bare_post(network: Network, source: Source, told: list[Statement]) -> None:
    """A post at nothing that is named describes its member, unless the article's own words for them say so already."""
    stance, marks = _weigh_post(source, told)
    more = [f"{detail.label} {detail.text}" for detail in _find_details(source, (s for s in told if s.predicate != ROLE))]
    label = "to be" if stance is Stance.PLANNED else "is"
    for member, role in product(*([s for s in told if s.predicate == predicate] for predicate in (MEMBER, ROLE))):
        post, node = source.label(to_text(role.object)), network.nodes[to_text(member.object)]
        if not any(detail.label == label and post.lower() in detail.text.lower() for detail in node["details"]):
            node["details"] += (Detail(label, post, ", ".join(more), "words", stance, marks),)


def _weigh_post(source: Source, told: list[Statement]) -> tuple[Stance, tuple[Evidence, ...]]:
    """The stance of a membership, and all that attests it."""
    marks = sorted({mark for statement in told for mark in statement.evidence}, key=in_text)
    is_planned = source.one(told[0].subject, "schema:actionStatus") == SCHEMA + "PotentialActionStatus"
    return Stance.PLANNED if is_planned else firmest(mark.stance for mark in marks), tuple(marks)


def _add_edges(network: Network, source: Source, told: list[Statement]) -> None:
    for statement in told:
        end = to_text(statement.object)
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
    people, places = (
        [term.lexical if isinstance(term, Literal) else source.label(term) for term in source.many(iri, f"schema:{name}")]
        for name in ("author", "isPartOf")
    )
    when = source.one(iri, "schema:datePublished") or source.one(iri, "schema:copyrightYear")
    byline = " · ".join((", ".join(people), ", ".join(places), when or "")).strip(" ·").replace(" ·  · ", " · ")
    title = source.one(iri, "schema:headline") or source.label(iri)
    return ArticleText(iri, title, source.one(iri, "schema:articleBody") or "", byline, source.one(iri, "schema:url"))


def _find_speakers(statements: Iterable[Statement]) -> list[Iri]:
    return sorted({mark.said_by for statement in statements for mark in statement.evidence if mark.said_by is not None})


def _add_quotes(network: Network, source: Source) -> None:
    for iri in source.having("schema:Quotation"):
        spans = sorted(span for term in source.many(iri, "news:passage") if (span := to_span(to_text(term))) is not None)
        about = tuple(Iri(to_text(term)) for term in source.many(iri, "schema:about"))
        article = source.one(iri, "schema:isPartOf")
        passages = tuple(map(to_text, source.many(iri, "schema:text")))
        quote = Quote(iri, None if article is None else Iri(article), passages, tuple(spans), about)
        for speaker in source.many(iri, "schema:spokenByCharacter"):
            if isinstance(speaker, Literal) or not source.is_node(speaker):
                continue
            if speaker not in network:
                network.add_node(speaker, **_to_node(source, speaker, []))
            network.nodes[speaker]["quotes"] += (quote,)
