"""Queries: one engine, the same rows on every format, nothing read or written elsewhere, and output that is safe to look at."""

from __future__ import annotations

import csv
import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError, QueryError
from kg.namespaces import to_iri
from kg.rdf import FORMATS, to_quads, write_graph
from kg.records import Iri, Literal
from kg.sparql import (
    Answer,
    Rows,
    Triples,
    check_query,
    format_rows,
    list_questions,
    query_store,
    read_question,
    read_store,
    run_query,
    to_terminal,
)
from kg.sparql.format import _width
from kg.turtle import Term
from tests.readings import make_ontology, make_reading

QUESTIONS = [question.name for question in list_questions()]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The graph of the invented article in every format."""
    folder = tmp_path_factory.mktemp("graphs")
    for name in FORMATS:
        write_graph(to_quads(make_reading(), make_ontology()), folder / f"osprey.{name}")
    return {name: folder / f"osprey.{name}" for name in FORMATS}


def ask(path: Path, sparql: str) -> list[tuple[str, ...]]:
    """Return the rows as bare words."""
    found = run_query(path, sparql)
    assert isinstance(found, Rows)
    return [tuple(bare(term) for term in row) for row in found.rows]


def bare(term: Term | None) -> str:
    return "" if term is None else term.lexical if isinstance(term, Literal) else term


# ---------------------------------------------------------------- named questions

SILENT = {"appointments-and-departures", "court-cases", "who-is-hurt"}
"""Questions about which the invented article says nothing."""

ANSWERS = {
    "acquisitions": ("Osprey", "Kite Labs", "Vire Group", "€30 million", "", "last month", "asserted"),
    "agreements-and-partnerships": (
        *("Osprey is to partner with Harbo University", "Partnership", "Harbo University", "partner", "", "planned"),
    ),
    "article-metadata": (
        *("Osprey to invest €4.2 million in Norland", "Ada Quist", "Norland Courier", "Courier House", "2025-03-13", "2025"),
        "https://news.example/2025/osprey",
    ),
    "background-facts": ("Harbo", "locatedIn", "Norland", "https://w3id.org/kg-news/background"),
    "claims-by-stance": ("denied", "4"),
    "events-timeline": ("2025-03-12", "12 March 2025", "Ada Lund met Bo Ek", "asserted"),
    "meetings-and-visits": ("Ada Lund met Bo Ek", "Bo Ek", "participant", "Harbo", "12 March 2025", "asserted"),
    "members-of": ("Wind Alliance", "Kite Labs", "member"),
    "openings-and-closings": ("Opening", "lab in Harbo", "Osprey", "Harbo", "", "asserted"),
    "organisations": ("Ministry of Energy", "GovernmentOrganization", "unitOf", "Norland"),
    "people": ("Ada Lund", "Lund", "chief executive", "Osprey"),
    "places": ("Harbo", "City", "Norland", "background"),
    "programmes": ("Breeze Challenge", "is led by", "Ministry of Energy"),
    "reported-or-denied": ("Denied", "Vire Group closed its mill", "Vire Group", "Vire Group denied that it had closed its mill."),
    "topics": ("Breeze Challenge", "focus", "storage"),
    "universities": ("Harbo University", "Wind Alliance", "hasMember"),
    "what-is-planned": ("Ada Lund – leads – Wind Alliance", "leads"),
    "who-gives-how-much": (
        *("Osprey", "investment", "Norland", "€4.2 million", "4200000", "EUR", "the next two years", "to build wind farms", "planned"),
    ),
    "who-holds-which-post": ("Bo Ek", "prime minister", "Norland", "asserted"),
    "who-said-what": ("Ada Lund", "Norland has the wind.", "Norland"),
    "where-each-fact-comes-from": (
        *("Osprey", "supports", "Breeze Challenge", "asserted"),
        "The Breeze Challenge, a programme led by the Ministry of Energy of Norland and backed by Osprey, focuses on storage.",
        *("509", "625", "https://news.example/2025/osprey"),
    ),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_gives_the_same_rows_on_every_format(name: str, graphs: dict[str, Path]) -> None:
    """.ttl, .trig and .nq answer alike, row by row."""
    sparql = read_question(name).sparql
    answers = [run_query(path, sparql) for path in graphs.values()]
    assert answers[0] == answers[1] == answers[2]
    assert isinstance(answers[0], Rows)
    assert bool(answers[0].rows) == (name not in SILENT)
    assert len(set(answers[0].rows)) == len(answers[0].rows)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_question_finds(name: str, graphs: dict[str, Path]) -> None:
    """Each question finds the row that its comment promises."""
    assert ANSWERS[name] in ask(graphs["trig"], read_question(name).sparql)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_says_what_it_answers(name: str) -> None:
    """Each begins with a comment that ends in a question mark or says more after it."""
    assert "?" in read_question(name).about


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_rows_of_a_question_are_in_a_fixed_order(name: str) -> None:
    """Each question orders its rows."""
    assert "ORDER BY" in read_question(name).sparql


def test_an_unknown_question_names_the_nearest() -> None:
    """The message offers the nearest names and lists all."""
    with pytest.raises(QueryError, match="did you mean programmes") as caught:
        read_question("programs")
    assert all(name in str(caught.value) for name in QUESTIONS)


def test_what_is_denied_is_no_fact(graphs: dict[str, Path]) -> None:
    """A denied closing and a possible purchase answer no question about closings or acquisitions."""
    rows = ask(graphs["ttl"], read_question("openings-and-closings").sparql) + ask(graphs["ttl"], read_question("acquisitions").sparql)
    assert not [row for row in rows if "Closing" in row or row[0] == "Vire Group"]


# ---------------------------------------------------------------- the engine


def test_a_triple_in_two_graphs_counts_once(tmp_path: Path) -> None:
    """The union of the graphs is a set of triples."""
    path = tmp_path / "graph.nq"
    path.write_text("".join(f'<x:a> <x:p> "1" <x:{graph}> .\n' for graph in "ghi"))
    assert ask(path, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [("1",)]
    assert ask(path, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == [("3",)]


def test_known_prefixes_need_no_declaration(graphs: dict[str, Path]) -> None:
    """A declared prefix wins over the known one of that name."""
    assert len(ask(graphs["nq"], "SELECT ?x { ?x a news:Grant }")) == 1
    assert not ask(graphs["nq"], "PREFIX news: <https://other.example/> SELECT ?x { ?x a news:Grant }")


def test_construct_and_ask(graphs: dict[str, Path]) -> None:
    """CONSTRUCT gives sorted triples that are Turtle again, ASK an answer."""
    made = run_query(graphs["ttl"], "CONSTRUCT { ?x rdfs:label ?l } { ?x a schema:Person ; rdfs:label ?l }")
    assert isinstance(made, Triples)
    assert format_rows(made, "ttl").count("rdfs:label") == 3
    assert list(made.triples) == sorted(made.triples, key=repr)
    assert run_query(graphs["ttl"], "ASK { ?x a news:Grant }") == Answer(value=True)
    assert isinstance(run_query(graphs["ttl"], "DESCRIBE <https://news.example/2025/osprey>"), Triples)


def test_blank_nodes_of_a_query_are_told_as_such(graphs: dict[str, Path]) -> None:
    """A CONSTRUCT may make blank nodes; Turtle and JSON write them as blank nodes."""
    made = run_query(graphs["ttl"], 'CONSTRUCT { [] rdfs:label "x" } { } LIMIT 1')
    assert "_:" in format_rows(made, "ttl")
    assert json.loads(format_rows(made, "json"))["results"]["bindings"][0]["subject"]["type"] == "bnode"


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?x {\n  ?x foo:a ?y }", r"line 2, column 11, in: \?x foo:a ▸▸ \?y }; known prefixes: news, "),
        ("SELECT ?x { ?x a news:Event", "at its end|line 1"),
        ("", "at its end"),
        ("no sparql", "is no SPARQL"),
    ],
)
def test_a_broken_query_says_where(sparql: str, message: str, graphs: dict[str, Path]) -> None:
    """The message shows the line and the place, and the known prefixes when one is unknown."""
    with pytest.raises(QueryError, match=message):
        run_query(graphs["ttl"], sparql)


def test_broken_graphs_are_graph_errors(tmp_path: Path) -> None:
    """A missing file, another suffix and broken Turtle are told apart."""
    with pytest.raises(GraphError, match="cannot be read"):
        read_store(tmp_path / "none.ttl")
    with pytest.raises(GraphError, match=r"there are: \.ttl, \.trig, \.nq, \.nt"):
        read_store(tmp_path / "graph.html")
    for broken in (b"<a", b"\xff\xfe", b"<x:a> <x:b> 'c"):
        (tmp_path / "broken.ttl").write_bytes(broken)
        with pytest.raises(GraphError, match=r"broken\.ttl: is broken"):
            read_store(tmp_path / "broken.ttl")


# ---------------------------------------------------------------- what is refused

ELSEWHERE = [
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT*from<x:y>{?s ?p ?o}",
    "ASKFROM<x:y>{}",
    "SELECT * FROM NAMED <x:y> { GRAPH ?g { ?s ?p ?o } }",
    "ASK { SERVICE <URL> { ?s ?p ?o } }",
    "ASK { service silent <URL> { ?s ?p ?o } }",
    "PREFIX : <URL> ASK { SERVICE:x { ?s ?p ?o } }",
    "PREFIX : <URL> ASK { ?s ?p trueSERVICE:x { ?s ?p ?o } }",
    "ASK { ?s ?p 1SERVICE<URL> { ?s ?p ?o } }",
    "ASK { ?s ?p ?o FILTER(?s<'x>y')SERVICE<URL>{ ?s ?p ?o }FILTER('a'='a') }",
    "ASK { ?s ?p ?o FILTER(?s<ex:f#>'''\n)SERVICE<URL>{ ?s ?p ?o }#'''\n}",
    "ASK { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "ASK { {SELECT * { SERVICE ?x { ?s ?p ?o } }} }",
]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine that notes who asks."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_error(500)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=httpd.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}/", asked
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.mark.parametrize("sparql", ELSEWHERE)
def test_nothing_is_read_elsewhere(sparql: str, graphs: dict[str, Path], server: tuple[str, list[str]]) -> None:
    """FROM and SERVICE are refused however they are written, and no request is made."""
    url, asked = server
    with pytest.raises(QueryError, match=r"(FROM|SERVICE) is refused"):
        run_query(graphs["ttl"], sparql.replace("URL", url))
    assert not asked


def test_the_server_would_be_asked(graphs: dict[str, Path], server: tuple[str, list[str]]) -> None:
    """Without the check the engine does follow SERVICE: the test above tests something."""
    url, asked = server
    with pytest.raises(QueryError):
        query_store(read_store(graphs["ttl"]), f"ASK {{ SERVICE <{url}> {{ ?s ?p ?o }} }}")
    assert asked
    asked.clear()


@pytest.mark.parametrize("sparql", ["LOAD <x:y>", "INSERT DATA { <x:a> <x:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "drop all"])
def test_updates_are_refused(sparql: str) -> None:
    """A query only reads."""
    with pytest.raises(QueryError, match="a query only reads"):
        check_query(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?from ?service { ?from schema:serviceType ?service } # from a SERVICE",
        "SELECT ?x { ?x rdfs:label \"the service from\", 'LOAD', '''it's \"from\" SERVICE''' }",
        "SELECT ?x { ?x <http://example.org/ns#service> ?y ; <http://example.org/from> ?z }",
        "SELECT ?x { ?x ?p ?y FILTER(?x < ?y && ?y > 3) }",
    ],
)
def test_words_are_no_keywords(sparql: str) -> None:
    """Strings, comments, IRIs, local names and variables may hold any word."""
    check_query(sparql)


@given(st.text())
def test_any_text_is_checked(sparql: str) -> None:
    """The check ends, and raises nothing but a QueryError, on any text."""
    try:
        check_query(sparql)
    except QueryError:
        return


# ---------------------------------------------------------------- output

ESCAPE = Rows(("name", "more"), ((Literal("a\x1b[31mred\x07\r\n\tb\x9b2J\u202e"), None), (Iri("https://schema.org/Person"), Literal("1"))))


def test_a_table_is_safe_to_look_at() -> None:
    """Escape sequences, bells and marks of direction become visible; a cell stays on its line."""
    text = format_rows(ESCAPE, "table")
    assert "a␛[31mred␇ b\ufffd2J\ufffd" in text
    assert "schema:Person" in text
    assert all(character.isprintable() or character == "\n" for character in text)


def test_lines_and_tabs_stay_on_a_terminal() -> None:
    """What only shapes the text is kept."""
    assert to_terminal("a\n\tb") == "a\n\tb"


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_table_fits_the_terminal(name: str, width: int, graphs: dict[str, Path]) -> None:
    """No line is wider than the terminal as long as each column has six characters; long cells go on below, whole."""
    found = run_query(graphs["ttl"], read_question(name).sparql)
    assert isinstance(found, Rows)
    text = format_rows(found, "table", width=width)
    least = 8 * len(found.variables) - 2
    assert max(map(_width, text.splitlines())) <= max(width, least)


def test_wide_characters_count_twice() -> None:
    """Columns stay in line under Chinese and Japanese names, and under combining marks."""
    rows = Rows(("a", "b"), ((Literal("東京"), Literal("x")), (Literal("e\u0301"), Literal("y"))))
    lines = format_rows(rows, "table").splitlines()
    assert [_width(line[: line.index(end)]) for line, end in zip(lines[2:], "xy", strict=True)] == [6, 6]


def test_csv_holds_bare_values() -> None:
    """CSV quotes what it must and keeps each value whole."""
    rows = list(csv.reader(io.StringIO(format_rows(ESCAPE, "csv"), newline="")))
    assert rows[0] == ["name", "more"]
    assert rows[2] == ["https://schema.org/Person", "1"]
    first = ESCAPE.rows[0][0]
    assert isinstance(first, Literal)
    assert rows[1] == [first.lexical, ""]


def test_json_is_that_of_sparql() -> None:
    """JSON follows SPARQL 1.1 Query Results, with types, languages and unbound variables left out."""
    rows = Rows(("x", "y"), ((Literal("a", language="en"), None), (Literal("1", to_iri("xsd:integer")), Iri("x:y"))))
    assert json.loads(format_rows(rows, "json")) == {
        "head": {"vars": ["x", "y"]},
        "results": {
            "bindings": [
                {"x": {"type": "literal", "value": "a", "xml:lang": "en"}},
                {"x": {"type": "literal", "value": "1", "datatype": to_iri("xsd:integer")}, "y": {"type": "uri", "value": "x:y"}},
            ]
        },
    }


@pytest.mark.parametrize(("form", "text"), [("table", "yes\n"), ("csv", "true\n"), ("json", '{"head": {}, "boolean": true}\n')])
def test_an_answer_in_every_format(form: str, text: str) -> None:
    """ASK is told in words, or as SPARQL 1.1 has it."""
    assert format_rows(Answer(value=True), form) == text


def test_formats_that_do_not_fit() -> None:
    """Rows are no Turtle, and an unknown format lists those there are."""
    with pytest.raises(QueryError, match="CONSTRUCT or DESCRIBE"):
        format_rows(ESCAPE, "ttl")
    with pytest.raises(QueryError, match="there are: table, csv, json, ttl"):
        format_rows(ESCAPE, "xml")


def test_no_rows_still_name_the_columns() -> None:
    """An empty answer keeps its head."""
    assert format_rows(Rows(("who", "what"), ()), "table") == "who  what\n───  ────\n"
    assert format_rows(Rows(("who", "what"), ()), "csv") == "who,what\n"
