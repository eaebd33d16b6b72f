"""A graph in other formats: the same triples for every reader, keys that read well, words that stay words in spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.exports import FORMATS, export_graph, format_csv, format_graphml, format_jsonld
from kg.exports.tables import COLUMNS, to_cell
from kg.namespaces import to_iri
from kg.pipeline import Build
from kg.rdf import to_quads, write_graph
from kg.records import Iri, Literal
from kg.sparql import read_quads
from kg.terms import TYPE
from kg.turtle import Quad, format_nquads, format_turtle, to_safe_iri
from tests.readings import A, make_ontology, make_reading

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def trig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the invented article, in its named graphs."""
    path = tmp_path_factory.mktemp("graph") / "graph.trig"
    write_graph(to_quads(make_reading(), make_ontology()), path)
    return path


def find(document: Any, name: str) -> Iterator[dict[str, Any]]:
    """Every object of a JSON document with that id."""
    if isinstance(document, dict):
        if document.get("id") == name:
            yield document
        document = list(document.values())
    for member in document if isinstance(document, list) else ():
        yield from find(member, name)


# ---------------------------------------------------------------- RDF


@pytest.mark.parametrize("suffix", [".trig", ".nq", ".jsonld"])
def test_named_graphs_stay(suffix: str, trig: Path, tmp_path: Path) -> None:
    """TriG, N-Quads and JSON-LD hold the same quads as the graph that they come from, for two engines."""
    path = export_graph(trig, tmp_path / f"out{suffix}")
    name = {".trig": "trig", ".nq": "nquads", ".jsonld": "json-ld"}[suffix]
    kind = {".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS, ".jsonld": ox.RdfFormat.JSON_LD}[suffix]
    assert set(map(str, ox.parse(path=str(path), format=kind))) == set(map(str, ox.parse(path=str(trig), format=ox.RdfFormat.TRIG)))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "(Dataset|ConjunctiveGraph)", DeprecationWarning)  # rdflib 7.6 about its own calls
        one, other = rdflib.Dataset().parse(path, format=name), rdflib.Dataset().parse(trig, format="trig")
        assert set(one.quads()) == set(other.quads())


@pytest.mark.parametrize("suffix", [".ttl", ".nt"])
def test_named_graphs_become_one(suffix: str, trig: Path, tmp_path: Path) -> None:
    """Turtle and N-Triples hold each triple once."""
    path = export_graph(trig, tmp_path / f"out{suffix}")
    assert {quad[:3] for quad in read_quads(path)} == {quad[:3] for quad in read_quads(trig)}
    assert {quad.graph for quad in read_quads(path)} == {None}


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_the_same_bytes_every_time(suffix: str, trig: Path, tmp_path: Path) -> None:
    """Two exports are alike, and the export of an RDF export is too."""
    first = export_graph(trig, tmp_path / f"a{suffix}").read_bytes()
    assert export_graph(trig, tmp_path / f"b{suffix}").read_bytes() == first
    if suffix in {".trig", ".nq", ".nt", ".ttl"}:
        again = export_graph(tmp_path / f"a{suffix}", tmp_path / f"c{suffix}").read_bytes()
        assert sorted(again.splitlines()) == sorted(first.splitlines()) or suffix == ".ttl"


# ---------------------------------------------------------------- other people's readers

COUNT = "const n3 = require('n3'); console.log(new n3.Parser().parse(require('fs').readFileSync(process.argv[1], 'utf8')).length)"


def need(program: str) -> str:
    """The path of a program; without it the test is skipped, but not where everything is checked."""
    found = shutil.which(program)
    if found is None:
        missing(f"{program} is not installed (apt-get install raptor2-utils serdi nodejs npm)")
    return str(found)


def need_n3() -> Path:
    """The folder of N3.js; without it the test is skipped only where it cannot be had."""
    modules = ROOT / "build/node_modules"
    if not (modules / "n3").is_dir():
        need("npm")
        pytest.fail("N3.js is not installed (make build/node_modules/n3)")
    return modules


def missing(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def run(*command: str | Path, **environment: str) -> str:
    return subprocess.run([*map(str, command)], capture_output=True, check=True, text=True, env={**os.environ, **environment}).stdout


def count_with(reader: str, path: Path) -> int:
    """How many triples another reader finds in Turtle."""
    if reader == "n3":
        return int(run(need("node"), "-e", COUNT, path, NODE_PATH=str(need_n3())))
    command = (
        [need("rapper"), "-q", "-i", "turtle", "-o", "ntriples", path] if reader == "rapper" else [need("serdi"), "-i", "turtle", path]
    )
    return len(set(run(*command).splitlines()))


@pytest.mark.parametrize("reader", ["rapper", "serdi", "n3"])
@pytest.mark.parametrize("which", ["invented", "first article", "hostile"])
def test_turtle_for_other_readers(reader: str, which: str, trig: Path, built: Build, tmp_path: Path) -> None:
    """rapper, serdi and N3.js find as many triples in the Turtle as there are."""
    if which == "hostile":
        source = tmp_path / "hostile.nq"
        source.write_text(format_nquads(HOSTILE), encoding="utf-8")
    else:
        source = trig if which == "invented" else next(path for path in built.files if path.suffix == ".trig")
    path = export_graph(source, tmp_path / "out.ttl")
    assert count_with(reader, path) == len({quad[:3] for quad in read_quads(source)})


NASTY = [
    "",
    "a \"quoted\" 'name' <b> & \\ back\\slash",
    "new\nline\r\ttab",
    '"""',
    "'''",
    "ends in \\",
    'ends in "',
    "a\u202eb\u200fc",
    "\U0001f600 \u00e9 \u4e2d",
    "=cmd()",
    "_:b0",
    "@id",
    "</script>",
    "\u2028\x85\x0b",
]
HOSTILE = tuple(
    Quad(to_safe_iri(f"{A}#x{number} {words}"), predicate, term, graph)
    for number, words in enumerate(NASTY)
    for predicate in (TYPE, to_iri("rdfs:label"), Iri("https://example.org/odd.name-"), Iri("https://example.org/label"))
    for term in (Literal(words), Literal(words, language="en"), Literal(words, to_iri("news:odd")), to_safe_iri(f"urn:x:{words}"))
    for graph in (None, Iri(A))
)


# ---------------------------------------------------------------- JSON-LD


def test_json_reads_well(trig: Path, tmp_path: Path) -> None:
    """Keys are short, values stand in their event, and evidence in its claim, down to the words."""
    document = json.loads(export_graph(trig, tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    event = next(find(document, "doc:event-0-Investment"))
    assert (event["label"], event["investor"]) == ("Osprey is to invest €4.2 million in Norland", "doc:entity-0")
    assert event["type"] == "Investment" or "Investment" in event["type"]
    assert (event["amount"]["value"], event["amount"]["currency"]) == ("4200000", "EUR")
    assert event["amount"]["equivalent"]["currencyAssumed"] is True
    claims = [node for graph in document["@graph"] for node in graph["@graph"] if "Claim" in node.get("type", ())]
    claim = next(node for node in claims if node["subject"] == "doc:event-0-Investment" and node["predicate"] == "investor")
    first = claim["attestation"][0]
    assert (first["stance"], first["rule"]) == ("Planned", "svo")
    quote, position = first["sentence"]["hasSelector"]
    assert make_reading().article.text[position["start"] : position["end"]] == quote["exact"]


def test_every_claim_holds_its_words(trig: Path, tmp_path: Path) -> None:
    """Whoever reads the file as plain JSON finds a sentence in every attestation."""
    document = json.loads(export_graph(trig, tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    nodes = [node for graph in document["@graph"] for node in graph["@graph"]]
    claims = [node for node in nodes if "Claim" in node.get("type", ())]
    assert len(claims) == len(make_reading().claims)
    for claim in claims:
        told = claim["attestation"] if isinstance(claim["attestation"], list) else [claim["attestation"]]
        assert all("hasSelector" in each["sentence"] for each in told)
    assert not [node for node in nodes if "Attestation" in node.get("type", ()) or "SpecificResource" in node.get("type", ())]


def read_back(document: str) -> set[str]:
    return set(map(str, ox.parse(input=document.encode(), format=ox.RdfFormat.JSON_LD)))


def to_engine(quads: tuple[Quad, ...]) -> set[str]:
    return set(map(str, ox.parse(input=format_nquads(quads).encode(), format=ox.RdfFormat.N_QUADS)))


def test_hostile_words_stay_words_in_json() -> None:
    """Names like keywords, prefixes or other properties change no meaning."""
    assert read_back(format_jsonld(HOSTILE)) == to_engine(HOSTILE)


def test_properties_of_one_name_are_told_apart() -> None:
    """Of two properties with the same local name the second keeps its prefix, and each its own values."""
    quads = (
        Quad(Iri(A), to_iri("rdfs:label"), Literal("one"), None),
        Quad(Iri(A), to_iri("schema:label"), Literal("two"), None),
        Quad(Iri(A), Iri("https://example.org/type"), Literal("three"), None),
        Quad(Iri(A), Iri("https://example.org/news"), Literal("true", to_iri("xsd:boolean")), None),
    )
    (node,) = json.loads(format_jsonld(quads))["@graph"]
    assert (node["label"], node["schema:label"], node["https://example.org/type"], node["https://example.org/news"]) == (
        "one",
        "two",
        "three",
        True,
    )
    assert read_back(format_jsonld(quads)) == to_engine(quads)


def test_an_iri_that_looks_like_a_prefix() -> None:
    """Where a graph has an address of the scheme "news:" or "entity:", those prefixes are not used."""
    quads = tuple(
        Quad(Iri(A), to_iri("schema:about"), Iri(iri), None)
        for iri in ("news:comp.lang", "entity:x", "doc:y", to_iri("news:Grant"), "https://w3id.org/kg-news/entity///x", f"{A}#entity-1")
    )
    assert read_back(format_jsonld(quads)) == to_engine(quads)


def test_evidence_in_a_circle_ends() -> None:
    """Nodes that nest in each other, or many times, are all told."""
    names = [Iri(f"{A}#n{number}") for number in range(12)]
    circle = [Quad(one, to_iri("news:attestation"), other, None) for one in names for other in names]
    many = [Quad(Iri(f"{A}#m{number}"), to_iri("news:sentence"), names[0], None) for number in range(300)]
    assert read_back(format_jsonld((*circle, *many))) == to_engine((*circle, *many))


TERMS = st.sampled_from([*NASTY, "1", "007", "-0", "1.50", "true", "TRUE", "9007199254740993", "2025-03-12"])
LITERALS = st.builds(
    lambda words, kind: Literal(words, language="en") if kind == "en" else Literal(words, to_iri(kind) if kind else None),
    TERMS,
    st.sampled_from(["", "en", "xsd:integer", "xsd:decimal", "xsd:boolean", "xsd:date", "xsd:double", "news:odd"]),
)
IRIS = st.sampled_from(
    [
        Iri(A),
        Iri(f"{A}#char=1,2"),
        to_iri("news:Asserted"),
        to_iri("news:Claim"),
        Iri("urn:x:y"),
        Iri("mailto:a@b.c"),
        to_iri("schema:about"),
    ]
)
PREDICATES = st.sampled_from(
    [TYPE, *map(to_iri, ("news:stance", "news:sentence", "rdfs:label", "schema:label", "schema:value", "rdf:object", "news:id"))]
)
QUADS = st.lists(st.builds(Quad, IRIS, PREDICATES, st.one_of(IRIS, LITERALS), st.one_of(st.none(), IRIS)), max_size=12)


@given(QUADS)
def test_any_quads_survive_json(quads: list[Quad]) -> None:
    """Whatever stands in the graph, JSON-LD reads back as the same quads."""
    assert read_back(format_jsonld(quads)) == to_engine(tuple(quads))


# ---------------------------------------------------------------- CSV


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_row_for_each_attestation(trig: Path, tmp_path: Path) -> None:
    """Each time that the article makes a claim is a row with stance, speaker, words and rule; background comes last."""
    path = export_graph(trig, tmp_path / "out.csv")
    text = path.read_bytes().decode("utf-8-sig")
    rows = rows_of(text)
    told = [row for row in rows if row["stance"] != "background"]
    assert tuple(rows[0]) == COLUMNS
    assert len(told) == len(make_reading().attestations)
    assert all(make_reading().article.text[int(row["start"]) : int(row["end"])] == row["quote"] for row in told)
    assert [int(row["start"]) for row in told] == sorted(int(row["start"]) for row in told)
    row = next(row for row in rows if row["predicate"] in {"leads", "leader of"} and row["stance"] == "asserted")
    assert (row["subject"], row["object"], row["trigger"], row["rule"], row["score"]) == (
        "Ministry of Energy",
        "Breeze Challenge",
        "led",
        "svo",
        "0.90",
    )
    assert [(row["subject"], row["object"]) for row in rows if row["stance"] == "background"] == [("Harbo", "Norland")]


def test_a_spreadsheet_reads_the_file(trig: Path, tmp_path: Path) -> None:
    """The file begins with a byte order mark, and pandas reads it as a table."""
    import pandas as pd

    path = export_graph(trig, tmp_path / "out.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfsubject,")
    assert list(pd.read_csv(path).columns) == list(COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "-2+3", "\t=1", "\r=1", " =1", "|calc", "-", "\n=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would take for a formula begins with an apostrophe."""
    assert to_cell(text) == f"'{text}"


@given(st.text(max_size=20))
def test_any_cell_is_text(text: str) -> None:
    """No cell begins with a sign that starts a formula, unless it is a number."""
    cell = to_cell(text)
    assert cell.endswith(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@")) or cell.lstrip("-").replace(".", "").isdecimal()


def test_hostile_words_stay_in_their_cells() -> None:
    """Quotation marks, commas and line ends do not break a row."""
    words = 'a "b", c\r\nd'
    quads = (
        Quad(Iri(A), TYPE, to_iri("news:Claim"), None),
        Quad(Iri(A), to_iri("rdf:subject"), Iri(f"{A}#x"), None),
        Quad(Iri(f"{A}#x"), to_iri("rdfs:label"), Literal(words), None),
        Quad(Iri(A), to_iri("news:attestation"), Iri(f"{A}#a"), None),
    )
    (row,) = csv.DictReader(io.StringIO(format_csv(quads).removeprefix("\ufeff"), newline=""))
    assert (row["subject"], row["predicate"], row["start"]) == (words, "", "")


# ---------------------------------------------------------------- GraphML


def test_a_network_for_other_tools(trig: Path, tmp_path: Path) -> None:
    """The reader of networkx finds nodes with labels and edges with stance and quote."""
    network = nx.read_graphml(export_graph(trig, tmp_path / "out.graphml"), force_multigraph=True)
    assert network.nodes[f"{A}#entity-0"]["label"] == "Osprey"
    edge = next(
        data
        for one, other, data in network.edges(data=True)
        if data["label"] in {"leads", "chief executive"} and data["stance"] == "asserted"
    )
    assert edge["quote"] == make_reading().article.text[int(edge["start"]) : int(edge["end"])]
    assert len({key for *_, key in network.edges(keys=True)}) == network.number_of_edges()


def test_hostile_words_stay_words_in_xml() -> None:
    """Markup is escaped, and what XML forbids stands as U+FFFD."""
    quads = (
        Quad(Iri(f"{A}#x"), TYPE, to_iri("schema:Person"), None),
        Quad(Iri(f"{A}#y"), TYPE, to_iri("schema:Person"), None),
        Quad(Iri(f"{A}#x"), to_iri("rdfs:label"), Literal('<b>&"\x00\x1b'), None),
        Quad(Iri(f"{A}#x"), to_iri("schema:knows"), Iri(f"{A}#y"), None),
    )
    network = nx.parse_graphml(format_graphml(quads))
    assert network.nodes[f"{A}#x"]["label"] == '<b>&"\ufffd\ufffd'


# ---------------------------------------------------------------- failures


def test_an_unknown_suffix_lists_the_formats(trig: Path, tmp_path: Path) -> None:
    """A suffix that no export has is told before anything is read."""
    with pytest.raises(GraphError, match=r"no export has the suffix '.pdf'; there are: .ttl, .trig"):
        export_graph(trig, tmp_path / "out.pdf")


def test_the_graph_is_not_overwritten(trig: Path) -> None:
    """A graph is not exported onto itself."""
    before = trig.read_bytes()
    with pytest.raises(GraphError, match="is the graph itself"):
        export_graph(trig, trig.parent / "." / trig.name)
    assert trig.read_bytes() == before


def test_a_failed_export_leaves_nothing(trig: Path, tmp_path: Path) -> None:
    """A broken source, or a place that cannot be written, leaves no file behind."""
    (tmp_path / "broken.ttl").write_text("<a> <b> ", encoding="utf-8")
    with pytest.raises(GraphError, match="is broken"):
        export_graph(tmp_path / "broken.ttl", tmp_path / "out.csv")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot be written"):
        export_graph(trig, tmp_path / "file" / "out.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.ttl", "file"]


def test_triples_about_triples_are_refused(tmp_path: Path) -> None:
    """What plain triples cannot say is told, not lost."""
    path = tmp_path / "star.ttl"
    path.write_text("<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .", encoding="utf-8")
    with pytest.raises(GraphError, match=r"RDF 1\.2"):
        export_graph(path, tmp_path / "out.csv")


def test_blank_nodes_are_numbered(tmp_path: Path) -> None:
    """A user's own graph with blank nodes gives the same bytes every time."""
    path = tmp_path / "blank.ttl"
    path.write_text("@prefix : <urn:x:> . :a :b [ :c [ :d 1 ] ] .", encoding="utf-8")
    for suffix in FORMATS:
        export_graph(path, tmp_path / f"out{suffix}")
    assert "_:b0" in (tmp_path / "out.nt").read_text(encoding="utf-8")
    assert len(read_quads(tmp_path / "out.nt")) == 3
    assert format_turtle(read_quads(path)) == format_turtle(read_quads(path))


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_an_empty_graph(suffix: str, tmp_path: Path) -> None:
    """A graph without triples is a file without facts."""
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    assert export_graph(tmp_path / "empty.ttl", tmp_path / f"out{suffix}").is_file()
