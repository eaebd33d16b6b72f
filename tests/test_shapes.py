"""ontology/shapes.ttl: a good graph passes, and each thing that must not come out is caught."""

from __future__ import annotations

from dataclasses import replace

import pyshacl
import pytest
import rdflib
from rdflib import SH, Literal, URIRef

from kg.namespaces import PREFIXES
from kg.rdf import to_graph
from kg.records import Reading
from kg.resources import find_resource
from tests.readings import A, make_article, make_ontology, make_reading

SHAPES = rdflib.Graph().parse(find_resource("ontology") / "shapes.ttl")
PREFIX_LINES = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items()) + f"PREFIX : <{A}#>\n"


@pytest.fixture(scope="module")
def good() -> str:
    """The graph of the invented article, as N-Triples."""
    return to_graph(make_reading(), make_ontology()).serialize(format="nt")


def violations(graph: rdflib.Graph) -> set[str]:
    """Return the messages of what the shapes find wrong."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=SHAPES)
    return {str(message) for message in report.objects(None, SH.resultMessage)}


def broken(good: str, update: str) -> set[str]:
    """Return what the shapes say after an update of the good graph."""
    graph = rdflib.Graph().parse(data=good, format="nt")
    before = len(graph), hash(frozenset(graph))
    graph.update(PREFIX_LINES + update)
    assert (len(graph), hash(frozenset(graph))) != before, "the update must change something"
    return violations(graph)


def test_a_good_graph_passes(good: str) -> None:
    """The whole graph of the invented article conforms."""
    assert violations(rdflib.Graph().parse(data=good, format="nt")) == set()


def test_facts_alone_pass() -> None:
    """A graph of facts only conforms too."""
    assert violations(to_graph(make_reading(), make_ontology(), facts_only=True)) == set()


@pytest.mark.parametrize("name", ["US", "WHO", "IT", "Ithaca", "Hers Ltd", "We Company", "This Morning"])
def test_names_that_look_like_pronouns_pass(name: str) -> None:
    """Acronyms and longer names are no pronouns."""
    entity = replace(make_reading().entities[0], label=name)
    reading = Reading(make_article(), "model", "hash", entities=(entity,))
    assert violations(to_graph(reading, make_ontology())) == set()


def test_an_article_that_says_nothing_passes() -> None:
    """An article of which little is known is no violation."""
    article = make_article(url=None, authors=(), publication=None, publisher=None, published=None, copyright_year=None)
    assert violations(to_graph(Reading(article, "model", "hash"), make_ontology())) == set()


INVESTMENT, AMOUNT, QUOTATION = ":event-0-Investment", f"<{A}#event-0-Investment/amount>", ":quotation-265"
SOME_CLAIM = "{ SELECT ?claim { ?claim a news:Claim } ORDER BY ?claim LIMIT 1 }"
SOME_ATTESTATION = "{ SELECT ?it { ?it a news:Attestation } ORDER BY ?it LIMIT 1 }"
SOME_IDENTIFICATION = "{ SELECT ?it { ?it a news:Identification } ORDER BY ?it LIMIT 1 }"
SOME_PASSAGE = "{ SELECT ?it { ?it a oa:SpecificResource } ORDER BY ?it LIMIT 1 }"


def lacks(subject: str, predicate: str) -> str:
    """Return the update that takes a predicate away from a subject or from one of a kind."""
    if subject.startswith("{"):
        name = "?claim" if "?claim" in subject else "?it"
        return f"DELETE {{ {name} {predicate} ?o }} WHERE {{ {subject} {name} {predicate} ?o }}"
    return f"DELETE WHERE {{ {subject} {predicate} ?o }}"


def adds(subject: str, triple: str) -> str:
    """Return the update that adds a predicate and object to a subject or to one of a kind."""
    if subject.startswith("{"):
        return f"INSERT {{ {'?claim' if '?claim' in subject else '?it'} {triple} }} WHERE {{ {subject} }}"
    return f"INSERT DATA {{ {subject} {triple} }}"


@pytest.mark.parametrize(
    ("update", "message"),
    [
        (lacks(f"<{A}>", "news:sha256"), "An article has the SHA-256 of its text."),
        (lacks(f"<{A}>", "schema:inLanguage"), "An article has one language."),
        (adds(f"<{A}>", 'schema:headline "another"'), "An article has at most one headline, and it is not empty."),
        (adds(f"<{A}>", 'schema:articleBody "another"'), "An article has one text."),
        (adds(f"<{A}>", 'schema:author "Ada Quist"'), "An author is a named person."),
        ("DELETE { :publisher a ?t } INSERT { :publisher a schema:Person } WHERE { :publisher a ?t }",
         "A publisher is an organisation, never a person."),
        (adds(f"<{A}>", "schema:isPartOf :publisher"), "An article is part of one periodical."),
        (adds(f"<{A}>", 'schema:datePublished "2025"'), "An article is published once."),
        (lacks(":reading", "prov:used"), "A reading says that it used the article."),
        (lacks(":reading", "news:software"), "A reading names its software."),
        (lacks(":reading", "news:model"), "A reading names its language model."),
        (lacks(":reading", "news:ontologyHash"), "A reading names its ontology."),
        (lacks(":entity-160", "rdfs:label"), "A thing has a label that is not empty."),
        (adds(":entity-160", 'rdfs:label ""'), "A thing has a label that is not empty."),
        (lacks(":entity-160", "a"), "An entity has a class."),
        (adds(":entity-160", 'rdfs:label "She"'), "A pronoun is no name of an entity."),
        (adds(":entity-720", 'rdfs:label "them"'), "A pronoun is no name of an entity."),
        (lacks(INVESTMENT, "rdfs:label"), "A thing has a label that is not empty."),
        (adds(INVESTMENT, 'rdfs:label "another"'), "An event has one label."),
        (adds(":event-190-Meeting", "schema:actionStatus schema:CompletedActionStatus"),
         "The status of an event says that it is planned, or is left out."),
        (lacks(":event-160-Membership", "org:member"), "Somebody holds a post."),
        (lacks(":event-160-Membership", "org:role"), "A membership names the post."),
        (lacks(AMOUNT, "schema:currency"), "An amount of money has one currency (ISO 4217)."),
        (adds(AMOUNT, 'schema:currency "USD"'), "An amount of money has one currency (ISO 4217)."),
        (lacks(AMOUNT, "schema:value"), "An amount of money has a value, or the ends of a range."),
        (adds(AMOUNT, "schema:value 5.0"), "The value of an amount is one decimal number."),
        (adds(AMOUNT, "news:equivalent :entity-0"), "Its equivalent is an amount too."),
        (adds(AMOUNT, "news:currencyAssumed false"), "An assumed currency is marked true."),
        (lacks(f"<{A}#event-950-PriceChange/change>", "schema:value"), "A quantity has a value, or the ends of a range."),
        (adds(f"<{A}#event-750-Training/quantity>", 'schema:value "many"'), "The value of a quantity is one decimal number."),
        (adds(f"<{A}#event-750-Training/quantity>", 'schema:minValue "few"'), "The lower end is one decimal number."),
        (adds(f"<{A}#event-750-Training/quantity>", 'schema:maxValue "many"'), "The upper end is one decimal number."),
        (lacks(f"<{A}#event-950-PriceChange/change>", "schema:unitText"), "The unit of a percentage is %."),
        (adds(f"<{A}#event-0-Investment/period>", 'news:isoDuration "two years"'), "A duration is told once, in ISO 8601."),
        (adds(f"<{A}#event-0-Investment/period>", 'time:numericDuration "two"'), "The number of units is decimal."),
        (adds(f"<{A}#event-0-Investment/period>", "time:unitType time:unitCentury"), "The unit of time is one of OWL-Time."),
        (adds(f"<{A}#event-190-Meeting/date>", 'time:inXSDDate "Tuesday"'), "A day is one xsd:date."),
        (adds(f"<{A}#event-190-Meeting/date>", 'time:inXSDgYearMonth "May"'), "A month is one xsd:gYearMonth."),
        (adds(f"<{A}#event-190-Meeting/date>", "time:inXSDgYear 2025"), "A year is one xsd:gYear."),
        (lacks(QUOTATION, "schema:text"), "A quotation has its words."),
        (lacks(QUOTATION, "schema:isPartOf"), "A quotation is part of one article."),
        (adds(QUOTATION, "schema:spokenByCharacter :entity-220"), "A quotation has at most one speaker."),
        (adds(QUOTATION, "news:passage :entity-220"), "A quotation stands in passages of the article."),
        (lacks(SOME_CLAIM, "rdf:subject"), "A statement has one subject."),
        (adds(SOME_CLAIM, "rdf:subject :entity-999"), "A statement has one subject."),
        (lacks(SOME_CLAIM, "rdf:predicate"), "A statement has one predicate."),
        (lacks(SOME_CLAIM, "rdf:object"), "A statement has one object."),
        (adds(SOME_CLAIM, "rdf:object 1"), "A statement has one object."),
        (lacks(":event-870-Closing", "rdfs:label"), "The subject of a statement has a label."),
        (lacks(SOME_CLAIM, "news:attestation"), "A claim is attested."),
        ("DELETE { ?fact prov:wasDerivedFrom ?s } WHERE { ?fact a news:BackgroundFact ; prov:wasDerivedFrom ?s }",
         "A background fact names its source."),
        ("DELETE { ?claim news:attestation ?it } WHERE { ?claim news:attestation ?it }", "An attestation belongs to one claim."),
        (lacks(SOME_ATTESTATION, "prov:wasDerivedFrom"), "An attestation comes from one article."),
        (lacks(SOME_ATTESTATION, "news:stance"), "An attestation has one of the five stances."),
        (adds(SOME_ATTESTATION, "news:stance news:Certain"), "An attestation has one of the five stances."),
        (lacks(SOME_ATTESTATION, "news:sentence"), "An attestation has its sentence."),
        (lacks(SOME_ATTESTATION, "news:trigger"), "An attestation has its trigger."),
        (adds(SOME_ATTESTATION, 'news:subjectWords "Osprey"'), "The subject's words are a passage."),
        (adds(SOME_ATTESTATION, 'news:objectWords "Osprey"'), "The object's words are a passage."),
        (lacks(SOME_ATTESTATION, "news:rule"), "An attestation names its rule."),
        (lacks(SOME_ATTESTATION, "news:score"), "An attestation has a score from 0 to 1."),
        ("DELETE { ?it news:score ?s } INSERT { ?it news:score 1.5 } WHERE { ?it news:score ?s }",
         "An attestation has a score from 0 to 1."),
        (adds(SOME_ATTESTATION, "news:saidBy :entity-160, :entity-220"), "An attestation is at most one speaker's word."),
        (adds(SOME_IDENTIFICATION, "oa:hasBody :entity-160, :entity-220"), "An identification is of one thing."),
        (adds(SOME_IDENTIFICATION, "oa:hasBody :entity-nobody"), "What is identified has a label."),
        (lacks(SOME_IDENTIFICATION, "news:ground"), "An identification has one ground."),
        (adds(SOME_IDENTIFICATION, "news:ground news:Guess"), "An identification has one ground."),
        (lacks(SOME_IDENTIFICATION, "oa:hasTarget"), "Identified words stand at characters of the article."),
        (adds(SOME_IDENTIFICATION, "oa:hasTarget :entity-160"), "Identified words stand at characters of the article."),
        (lacks(SOME_PASSAGE, "oa:hasSource"), "A passage is one of an article."),
        (lacks(SOME_PASSAGE, "oa:hasSelector"), "A passage has two selectors."),
        ("DELETE WHERE { ?it a oa:TextQuoteSelector }", "A passage has its words."),
        ("DELETE WHERE { ?it a oa:TextPositionSelector }", "A passage has its offsets."),
        ("DELETE WHERE { ?it oa:exact ?words }", "The words of a passage are told once."),
        ("DELETE { ?it oa:start ?s } INSERT { ?it oa:start 100000 } WHERE { ?it oa:start ?s }",
         "A passage starts before it ends, at 0 or later."),
        ("DELETE { ?it oa:start ?s } INSERT { ?it oa:start -1 } WHERE { ?it oa:start ?s }",
         "A passage starts before it ends, at 0 or later."),
        ("DELETE WHERE { ?it oa:end ?end }", "A passage ends at one offset."),
    ],
)  # fmt: skip
def test_a_bad_graph_fails(update: str, message: str, good: str) -> None:
    """Each shape catches the graph that breaks it, and says so."""
    assert message in broken(good, update)


def test_every_message_is_tried() -> None:
    """No shape stands untested: each message is expected by one row of the table."""
    mark = next(each for each in test_a_bad_graph_fails.pytestmark if each.name == "parametrize")  # type: ignore[attr-defined]
    tried = {message for _, message in mark.args[1]}
    assert {str(message) for message in SHAPES.objects(None, SH.message)} == tried


def test_a_denied_event_needs_no_type() -> None:
    """What is only denied, reported or possible is a label and claims, and conforms."""
    graph = to_graph(make_reading(), make_ontology())
    denied = URIRef(f"{A}#event-870-Closing")
    assert set(graph.predicates(denied)) == {rdflib.RDFS.label}
    assert (denied, rdflib.RDFS.label, Literal("Vire Group closed its mill")) in graph


def test_a_claim_without_attestation_fails() -> None:
    """The mapping adds nothing: a reading whose claims have no attestation makes a graph that does not conform."""
    reading = replace(make_reading(), attestations=())
    assert "A claim is attested." in violations(to_graph(reading, make_ontology()))
