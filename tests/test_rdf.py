"""Reading -> RDF: what is stated, how it is written, and that nothing in an article can break it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

import kg
from kg.article import read_articles
from kg.errors import GraphError
from kg.namespaces import BACKGROUND, PREFIXES, to_iri
from kg.ontology.record import ClassInfo
from kg.rdf import FORMATS, read_graph, to_dataset, to_graph, to_quads, write_graph, write_text
from kg.rdf.quads import SOFTWARE, to_predicates, to_types
from kg.records import Article, BackgroundFact, Entity, Iri, Literal, Reading, Stance, Value
from kg.turtle import VOCABULARY, Quad, format_nquads, format_trig, format_turtle, to_safe_iri
from tests import readings
from tests.readings import A, make_article, make_ontology, make_reading, node

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")  # rdflib 7.6 about its own calls
FORMS = {"ttl": pyoxigraph.RdfFormat.TURTLE, "trig": pyoxigraph.RdfFormat.TRIG, "nq": pyoxigraph.RdfFormat.N_QUADS}


def quads(reading: Reading | None = None, *, facts_only: bool = False) -> Sequence[Quad]:
    return to_quads(reading or make_reading(), make_ontology(), facts_only=facts_only)


def triples(of: Sequence[Quad] | None = None) -> set[tuple[str, str, str]]:
    """Return the triples in short: prefixed or ``doc:`` names, literals by their words."""
    return {(short(s), short(p), o.lexical if isinstance(o, Literal) else short(o)) for s, p, o, _ in of or quads()}


def short(iri: str) -> str:
    for prefix, namespace in {"": f"{A}#", **PREFIXES}.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}".removeprefix(":")
    return iri


# ---------------------------------------------------------------- what is stated


@pytest.mark.parametrize(
    "triple",
    [
        (A, "rdf:type", "schema:NewsArticle"),
        (A, "schema:headline", "Osprey to invest €4.2 million in Norland"),
        (A, "schema:author", "author-1"),
        ("author-1", "schema:name", "Ada Quist"),
        ("publisher", "rdf:type", "schema:Organization"),
        ("publication", "rdf:type", "schema:Periodical"),
        (A, "schema:datePublished", "2025-03-13"),
        (A, "schema:mentions", "entity-0"),
        (A, "schema:articleBody", readings.TEXT),
        ("reading", "prov:used", A),
        ("entity-0", "rdf:type", "news:Company"),
        ("entity-0", "rdf:type", "schema:Corporation"),
        ("entity-0", "rdf:type", "schema:Organization"),
        ("entity-0", "schema:alternateName", "Osprey plc"),
        ("entity-720", "skos:prefLabel", "storage"),
        ("event-0-Investment", "rdf:type", "news:Investment"),
        ("event-0-Investment", "rdf:type", "news:Event"),
        ("event-0-Investment", "rdf:type", "prov:Activity"),
        ("event-0-Investment", "schema:actionStatus", "schema:PotentialActionStatus"),
        ("event-0-Investment", "news:investor", "entity-0"),
        ("event-0-Investment", "schema:agent", "entity-0"),
        ("event-0-Investment", "prov:wasAssociatedWith", "entity-0"),
        ("event-0-Investment", "news:purpose", "to build wind farms"),
        ("event-160-Membership", "org:member", "entity-160"),
        ("event-0-Investment/amount", "schema:value", "4200000"),
        ("event-0-Investment/amount", "schema:currency", "EUR"),
        ("event-0-Investment/amount", "news:equivalent", "event-0-Investment/amount/equivalent"),
        ("event-0-Investment/amount/equivalent", "news:currencyAssumed", "true"),
        ("event-0-Investment/amount/equivalent", "news:approximate", "true"),
        ("event-0-Investment/period", "news:isoDuration", "P2Y"),
        ("event-0-Investment/period", "time:numericDuration", "2"),
        ("event-0-Investment/period", "time:unitType", "time:unitYear"),
        ("event-190-Meeting/date", "time:inXSDDate", "2025-03-12"),
        ("event-400-Acquisition/date", "rdfs:label", "last month"),
        ("event-750-Training/quantity", "schema:unitText", "workers"),
        ("event-750-Training/quantity", "schema:minValue", "250"),
        ("event-950-PriceChange/change", "schema:unitText", "%"),
        ("event-950-PriceChange/change", "rdf:type", "schema:QuantitativeValue"),
        ("quotation-265", "schema:spokenByCharacter", "entity-160"),
        ("quotation-265", "schema:text", "Norland has the wind."),
        ("entity-840", "schema:containedInPlace", "https://w3id.org/kg-news/entity/Q990002"),
        ("news:supports", "rdfs:label", "supports"),
    ],
)
def test_the_graph_states(triple: tuple[str, str, str]) -> None:
    """Each record becomes the triples that docs/rdf.md tells."""
    assert triple in triples()


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        ("event-870-Closing", "rdf:type"),
        ("event-870-Closing", "news:closer"),
        ("event-930-Acquisition", "news:buyer"),
        ("event-950-PriceChange", "news:item"),
        ("entity-425", "news:ownerOf"),
        ("entity-160", "news:leads"),
        ("event-190-Meeting", "schema:actionStatus"),
        ("event-160-Membership", "schema:agent"),
        ("entity-840", "schema:name"),
        ("event-400-Acquisition/date", "time:inXSDDate"),
    ],
)
def test_the_graph_does_not_state(subject: str, predicate: str) -> None:
    """What is denied, reported or possible, and a plain relation that is only planned, is a claim and no direct triple."""
    assert not [triple for triple in triples() if triple[:2] == (subject, predicate)]


def test_every_claim_is_a_node_with_evidence() -> None:
    """A claim holds subject, predicate and object, and each attestation leads to its words and offsets."""
    graph = to_graph(make_reading(), make_ontology())
    claims = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(to_iri("news:Claim"))))
    assert len(claims) == len(readings.MADE)
    exact = {str(words) for words in graph.objects(None, rdflib.URIRef(to_iri("oa:exact")))}
    assert {"invest", "closed", "We are glad to come,"} <= exact


def test_offsets_find_the_quote() -> None:
    """``articleBody[start:end]`` is the quote, for every passage."""
    graph = to_graph(make_reading(), make_ontology())
    text = str(graph.value(rdflib.URIRef(A), rdflib.URIRef(to_iri("schema:articleBody"))))
    rows = graph.query(
        "SELECT ?start ?end ?exact { ?passage oa:hasSelector ?quote, ?position . ?quote oa:exact ?exact . "
        "?position oa:start ?start ; oa:end ?end }"
    )
    found = [(text[int(start) : int(end)], str(exact)) for start, end, exact in rows]  # type: ignore[misc, arg-type]
    assert found
    assert all(words == exact for words, exact in found)


def test_a_second_attestation_by_the_same_words_gets_a_counter() -> None:
    """Two attestations of one claim at one trigger stay two."""
    reading = make_reading()
    twice = replace(reading, attestations=(*reading.attestations, replace(reading.attestations[0], stance=Stance.ASSERTED)))
    names = {s for s, p, _ in triples(quads(twice)) if p == "news:stance"}
    assert len(names) == len(reading.attestations) + 1


def test_facts_stand_in_the_graph_of_their_article() -> None:
    """The article, the background and the vocabulary have a named graph each; the default graph is empty."""
    assert {quad.graph for quad in quads()} == {A, BACKGROUND, VOCABULARY}
    assert {short(quad.predicate) for quad in quads() if quad.graph == BACKGROUND} > {"schema:containedInPlace", "rdf:subject"}


def test_facts_only_leaves_out_the_evidence() -> None:
    """``facts_only`` keeps entities, founded events, their values, quotations and metadata, and nothing else."""
    facts = triples(quads(facts_only=True))
    subjects = {subject for subject, _, _ in facts}
    assert {"entity-0", "event-0-Investment", "event-0-Investment/amount", "quotation-265", A} <= subjects
    assert not {"event-870-Closing", "event-950-PriceChange/change"} & subjects
    assert not {p for _, p, _ in facts} & {"news:attestation", "rdf:subject", "news:passage", "schema:articleBody"}
    assert facts < triples()


def test_no_blank_nodes() -> None:
    """Every node has a name."""
    graph = to_graph(make_reading(), make_ontology())
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]


def test_the_software_is_this_one() -> None:
    """The version in the graph is the package's."""
    assert f"kg {kg.__version__}" == SOFTWARE


# ---------------------------------------------------------------- superclasses


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("news:Company", "news:Company schema:Corporation schema:Organization org:Organization"),
        ("news:Investment", "news:Investment news:Event prov:Activity"),
        ("news:ResearchLab", "news:ResearchLab schema:Place schema:Organization org:Organization"),
        ("schema:Organization", "schema:Organization org:Organization"),
        ("schema:Person", "schema:Person"),
        ("org:Membership", "org:Membership"),
        ("news:Percentage", "news:Percentage schema:QuantitativeValue"),
        ("news:Unknown", "news:Unknown"),
    ],
)
def test_types_are_the_class_and_what_other_tools_know(name: str, types: str) -> None:
    """All superclasses of standard vocabularies are stated, and news:Event; schema:Thing says nothing."""
    assert [short(each) for each in to_types(to_iri(name), make_ontology())] == types.split()


def test_a_users_own_class_is_told_in_news_too() -> None:
    """A class of a user's ontology is stated with its superclasses in news: and elsewhere."""
    ontology = make_ontology()
    own = Iri("https://user.example/Buyout")
    supers = tuple(to_iri(name) for name in ("news:Acquisition", "news:Event", "prov:Activity"))
    ontology.classes[own] = ClassInfo(own, "buyout", supers)
    assert {short(each) for each in to_types(own, ontology)} == {own, "news:Acquisition", "prov:Activity", "news:Event"}


def test_background_names_only_what_the_article_does_not() -> None:
    """A country known from the background alone gets its label and types there; the article's own label stays the only one."""
    iri = Iri("https://w3id.org/kg-news/entity/Q990009")
    label = to_iri("rdfs:label")
    facts = (
        BackgroundFact(iri, label, Literal("Sundland", language="en")),
        BackgroundFact(iri, to_iri("rdf:type"), to_iri("news:Country")),
        BackgroundFact(readings.NORLAND.iri, label, Literal("Kingdom of Norland", language="en")),
    )
    said = {(s, p, o) for s, p, o, graph in quads(replace(make_reading(), background=facts)) if graph == BACKGROUND}
    classes = ("news:Country", "schema:Country", "schema:Place", "org:Organization")
    assert said == {(iri, label, Literal("Sundland")), *((iri, to_iri("rdf:type"), to_iri(name)) for name in classes)}


def test_an_unknown_property_stands_alone() -> None:
    """A property that the ontology does not know is stated as it is."""
    assert to_predicates(to_iri("news:new"), make_ontology()) == (to_iri("news:new"),)


# ---------------------------------------------------------------- how it is written


@pytest.mark.parametrize("name", FORMATS)
def test_round_trip(name: str, tmp_path: Path) -> None:
    """What is written reads back as the same graph, in rdflib and in pyoxigraph."""
    path = tmp_path / f"graph.{name}"
    write_graph(quads(), path)
    reading, ontology = make_reading(), make_ontology()
    merged = rdflib.Graph()
    for quad in read_graph(path).quads():
        merged.add(quad[:3])
    assert isomorphic(merged, to_graph(reading, ontology))
    if name != "ttl":
        assert set(read_graph(path).quads()) == set(to_dataset(reading, ontology).quads())
    count = len({(q.subject, q.predicate, q.object) for q in pyoxigraph.parse(path=str(path), format=FORMS[name])})
    assert count == len(merged)


def test_turtle_reads_from_the_article_down() -> None:
    """Article, entities, events, values, quotations, claims, attestations and passages follow each other."""
    text = format_turtle(quads())
    parts = (
        "a schema:NewsArticle", "a news:Company", "a news:Investment", "a schema:MonetaryAmount", "a schema:Quotation",
        "a news:Claim", "a news:Attestation", "a oa:SpecificResource", "a news:BackgroundFact",
    )  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_odd_names_are_full_iris() -> None:
    """A local name that some readers refuse is written in full, and no ``PREFIX`` in SPARQL style."""
    text = format_turtle((Quad(Iri("https://schema.org/a/b"), to_iri("schema:1a"), to_iri("schema:x.y"), None),))
    assert "<https://schema.org/a/b> <https://schema.org/1a> <https://schema.org/x.y> ." in text
    assert "PREFIX" not in text


def test_nquads_are_sorted_and_single() -> None:
    """N-Quads hold each quad once, in the order of their lines."""
    lines = format_nquads((*quads(), *quads())).splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_same_bytes_whatever_the_hash_seed(seed: str) -> None:
    """No set or hash order reaches the output."""
    code = (
        "from kg.rdf import FORMATS, to_quads; from tests.readings import make_ontology, make_reading; import hashlib\n"
        "quads = to_quads(make_reading(), make_ontology())\n"
        "print(hashlib.sha256(''.join(form(quads) for form in FORMATS.values()).encode()).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == _digest()


def _digest() -> str:
    from hashlib import sha256

    return sha256("".join(form(quads()) for form in FORMATS.values()).encode()).hexdigest() + "\n"


def test_writing_needs_no_rdflib() -> None:
    """The build pays for rdflib only when somebody asks for its graphs."""
    code = "import sys, kg.rdf; print('rdflib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# ---------------------------------------------------------------- hostile text

HOSTILE = '"""\\ \'\'\' > <x> . } \x00\x07\x1b[31m \u202e \ud800 \ufffe \x85 \u2028 \\u0041 {{ @prefix """'


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_words_stay_words(name: str, tmp_path: Path) -> None:
    """Quotes, escapes, control characters and lone surrogates in names and text never leave their literal."""
    reading = make_reading(make_article(title=HOSTILE, authors=(HOSTILE,), url=HOSTILE, text=HOSTILE + readings.TEXT[len(HOSTILE) :]))
    made = (Entity(node("entity-1"), HOSTILE, to_iri("schema:Person"), (HOSTILE, HOSTILE + "\n\r\t")), *reading.entities)
    hostile = quads(replace(reading, entities=made))
    path = tmp_path / f"graph.{name}"
    write_graph(hostile, path)
    found = {(q.subject.value, q.predicate.value) for q in pyoxigraph.parse(path=str(path), format=FORMS[name])}
    assert found == {(q.subject, q.predicate) for q in hostile}
    assert len(set(read_graph(path).quads())) == len(set(hostile)) - (name == "ttl" and _repeated(hostile))


def _repeated(of: tuple[Quad, ...]) -> int:
    return len(set(of)) - len({quad[:3] for quad in of})


CONTROLS = "\x01\x07\x0b\x0c\x1b\x7f\x85\u2028\u202e\t\n"


@pytest.mark.parametrize("name", FORMATS)
def test_control_characters_in_names_of_articles_are_encoded(name: str, tmp_path: Path) -> None:
    """Of files, of lines and of addresses: nothing unescaped is written, and both readers find each article by its IRI."""
    for control in CONTROLS:
        (tmp_path / f"a{control}b.txt").write_text(readings.TEXT, encoding="utf-8")
    rows = [row for c in CONTROLS for row in ({"id": f"a{c}b"}, {"url": f"https://news.example/a{c}b", "author": c})]
    lines = tmp_path / "rows.jsonl"
    lines.write_text("".join(json.dumps({**row, "text": f"{readings.TEXT} {number}"}) + "\n" for number, row in enumerate(rows)))
    articles = [article for article in read_articles([str(tmp_path)]) if isinstance(article, Article)]
    assert len(articles) == 3 * len(CONTROLS)
    path = tmp_path / f"graph.{name}"
    write_graph(tuple(quad for article in articles for quad in quads(Reading(article, "", ""))), path)
    assert not set(path.read_bytes()) & {*range(9), *range(0x0B, 0x20), 0x7F}
    wanted = {to_safe_iri(article.iri) for article in articles}
    assert wanted <= {quad.subject.value for quad in pyoxigraph.parse(path=str(path), format=FORMS[name])}
    found = rdflib.Dataset().parse(path, format="nquads" if name == "nq" else name).quads()
    assert wanted <= {str(subject) for subject, *_ in found}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=12), st.text(st.characters(codec=None), max_size=20), st.text(max_size=8))
def test_any_text_is_a_safe_term(path: str, words: str, fragment: str) -> None:
    """Whatever text makes an IRI or a literal, both readers find one triple with that IRI."""
    subject = to_safe_iri(f"https://x.example/{path}#{fragment}")
    entity = Entity(subject, words, to_iri("schema:Person"), named=False)
    made = quads(replace(Reading(make_article(), "", ""), entities=(entity,)))
    mine = tuple(quad for quad in made if quad.subject == subject)
    for form, text in (("ttl", format_turtle(mine)), ("trig", format_trig(mine)), ("nq", format_nquads(mine))):
        data = text.encode()
        assert {quad.subject.value for quad in pyoxigraph.parse(data, format=FORMS[form])} == {subject}
        assert set(rdflib.Dataset().parse(data=data, format={"nq": "nquads"}.get(form, form)).subjects()) <= {rdflib.URIRef(subject)}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=20))
def test_an_address_is_an_iri_or_an_error(address: str) -> None:
    """What is no absolute IRI is refused before anything is written."""
    try:
        iri = to_safe_iri(f"http://{address}")
    except GraphError:
        return
    pyoxigraph.NamedNode(iri)
    assert len(list(pyoxigraph.parse(f"<{iri}> <{iri}> <{iri}> .".encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))) == 1


@pytest.mark.parametrize("address", ["", "page", "/tmp/a", "_:b0", "a b:c", "http://host:port/", "é:x"])
def test_a_relative_iri_is_an_error(address: str) -> None:
    """The message shows the address and what was expected."""
    with pytest.raises(GraphError, match="absolute IRI; expected"):
        to_safe_iri(address)


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("lexical", "iso", "number", "unit"),
    [
        ("P2Y", "P2Y", "2", "time:unitYear"),
        ("P18M", "P18M", "18", "time:unitMonth"),
        ("P2W", "P14D", "2", "time:unitWeek"),
        ("PT90M", "PT90M", "90", "time:unitMinute"),
        ("P1Y6M", "P1Y6M", None, None),
        ("", None, None, None),
    ],
)
def test_durations(lexical: str, iso: str | None, number: str | None, unit: str | None) -> None:
    """A duration is told in ISO 8601 and, with a single unit, as number and unit; weeks are no part of xsd:duration."""
    made = readings.value("event-0-Investment/period", readings.years(lexical, "the next two years"))
    said = {p: o for s, p, o in triples(quads(replace(make_reading(), values=(made,)))) if s == "event-0-Investment/period"}
    assert (said.get("news:isoDuration"), said.get("time:numericDuration"), said.get("time:unitType")) == (iso, number, unit)


def test_an_amount_given_as_a_range_has_no_single_value() -> None:
    """Only the ends of a range are stated."""
    money = Value(to_iri("schema:MonetaryAmount"), "", to_iri("xsd:decimal"), "€30 million", unit="EUR", lower="1", upper="2")
    reading = replace(make_reading(), values=(readings.value("event-400-Acquisition/amount", money),))
    said = {p for s, p, _ in triples(quads(reading)) if s == "event-400-Acquisition/amount"}
    assert {"schema:minValue", "schema:maxValue", "schema:currency"} < said
    assert "schema:value" not in said


# ---------------------------------------------------------------- files


def test_an_unknown_suffix_lists_the_formats(tmp_path: Path) -> None:
    """The message names the formats there are."""
    with pytest.raises(GraphError, match="there are: ttl, trig, nq"):
        write_graph(quads(), tmp_path / "graph.doc")
    with pytest.raises(GraphError, match=r"there are: \.ttl, \.trig, \.nq, \.nt"):
        read_graph(tmp_path / "graph.json")


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    """Folders are made, an old file is replaced, and nothing else is left behind."""
    path = tmp_path / "new" / "graph.ttl"
    write_text("old", path)
    write_graph(quads(), path)
    assert path.read_text() == format_turtle(quads())
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    """A place that cannot be written gives a GraphError and no half-written file."""
    (tmp_path / "file").write_text("old")
    for path in (tmp_path / "file" / "graph.ttl", tmp_path):
        with pytest.raises(GraphError, match="cannot be written"):
            write_text("new", path)
    assert (tmp_path / "file").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", FORMATS)
def test_broken_files_are_graph_errors(name: str, tmp_path: Path) -> None:
    """A missing, cut or binary file is reported with its name."""
    path = tmp_path / f"graph.{name}"
    with pytest.raises(GraphError, match="cannot be read"):
        read_graph(path)
    text = FORMATS[name](quads()).encode()
    for broken in (text[:-40], text.replace(b"rdfs:label", b"rdfs label", 1)[:9000] + b"<", b"\xff\xfe\x00" + text, b"\x89PNG\r\n"):
        path.write_bytes(broken)
        with pytest.raises(GraphError, match=rf"graph\.{name}: is no"):
            read_graph(path)
