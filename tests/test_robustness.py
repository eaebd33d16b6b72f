"""Whatever comes in: a graph that is whole, or one sentence that says why not; never a traceback, never a half-written file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import cli, outputs
from kg.article import read_article, to_article
from kg.article.files import to_text
from kg.errors import GraphError, InputError, KgError
from kg.pipeline import Reader, build, build_all
from kg.rdf import to_quads
from kg.sparql import run_query
from kg.telling import format_facts, list_facts
from kg.view import to_page
from tests import fuzz
from tests.corpus import open_reader
from tests.readings import ENTITIES, make_article, make_ontology, make_reading

ROOT = Path(__file__).resolve().parent.parent
SHORT = "Acme to buy Beta for $3 million\n\nAcme Inc will buy Beta Ltd for $3 million, said Jane Doe, president of Acme Inc.\n"
SEED, RUNS = 20261123, 40


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One reader for all texts."""
    return open_reader()


# ---------------------------------------------------------------- strange articles


@pytest.mark.parametrize("number", range(RUNS))
def test_articles_made_strange_by_chance(number: int, reader: Reader) -> None:
    """Mutated articles are read or refused in words; spans lie in the text, files are valid, quotes stand where they are said to."""
    fuzz.check_text(fuzz.make_text(SEED, number), reader)


WORDS = st.sampled_from(
    [
        *(
            "Acme Inc",
            "Jane Doe",
            "the company",
            "Japan",
            "Beta Ltd",
            "he",
            "it",
            "they",
            "we",
            "$3 million",
            "10%",
            "three years",
            "on Monday",
        ),
        *(
            "will buy",
            "bought",
            "said",
            "denied that",
            "plans to open",
            "was appointed",
            "which",
            "and",
            "to",
            "by",
            "of",
            "for",
            "president",
        ),
        *fuzz.ODD,
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=200),
    st.lists(WORDS, min_size=1, max_size=25).map(" ".join),
    st.lists(WORDS, min_size=1, max_size=25).map("".join),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text_is_read_or_refused(text: str) -> None:
    """From any characters, words or scraps of both comes a whole graph, or an error in words."""
    fuzz.check_text(text, open_reader())


@settings(max_examples=300, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.binary(max_size=60).map(lambda scrap: SHORT.encode() + scrap)))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Decoding never falls over, and what it gives can be written again."""
    try:
        text = to_text(data, where="bytes")
    except InputError as error:
        refusal = str(error)
    else:
        assert text.strip()
        assert text.encode()
        return
    assert refusal.startswith("bytes: ")


NAMES = st.text(st.characters(codec=None), min_size=1, max_size=30)


@settings(max_examples=150, deadline=None)
@given(label=NAMES, aliases=st.lists(NAMES, max_size=2), title=NAMES, text=NAMES)
def test_any_names_make_valid_rdf(label: str, aliases: list[str], title: str, text: str) -> None:
    """Names of quotation marks, brackets, backslashes, newlines or halves of characters never leave their literal."""
    body = text + make_reading().article.text[len(text) :]
    named = tuple(replace(each, label=label, aliases=tuple(aliases)) for each in ENTITIES)
    reading = replace(make_reading(make_article(title=title, text=body)), entities=named)
    fuzz.check_files(reading, to_quads(reading, make_ontology()))


@pytest.mark.parametrize(
    "name",
    [
        'O"Brien & <Sons>',
        "Back\\slash Ltd",
        "A'B'C Corp",
        "Curly {{js}} Inc",
        "Tab\tbed Ltd",
        "Line\nBroken Ltd",
        "Em\u200bpty Inc",
        "\u202eEvil Inc",
    ],
)
def test_names_in_an_article(name: str, reader: Reader, tmp_path: Path) -> None:
    """A hostile name in the text reaches graph, page and sentences as text."""
    path = tmp_path / "a.txt"
    path.write_text(
        f"{name} to buy Beta\n\n{name} will buy Beta Ltd for $3 million, said Jane Doe, president of {name}.\n", encoding="utf-8"
    )
    built = build(path, tmp_path / "out", formats=("ttl", "html"), reader=reader)
    fuzz.check_reading(built.reading)
    assert "\u202e" not in format_facts(list_facts(built.files[0]))
    assert "<Sons>" not in built.files[1].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        SHORT.rstrip("\n"),
        SHORT.replace("\n", "\r\n"),
        SHORT.replace("\n", "\r"),
        "\ufeff" + SHORT,
        SHORT.replace(" ", "\u00a0"),
        SHORT + "\n" * 500,
    ],
    ids=["no final newline", "windows", "old mac", "byte order mark", "no-break spaces", "empty lines"],
)
def test_ends_of_lines(text: str, reader: Reader, tmp_path: Path) -> None:
    """However lines end, the article says the same, and quotes stand in the text."""
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    reading = reader.read(read_article(path))
    fuzz.check_reading(reading)
    assert any(event.class_iri.endswith("#Acquisition") for event in reading.events)


@pytest.mark.slow
def test_a_line_of_a_megabyte(reader: Reader) -> None:
    """One line without an end, a single word or many, is read, and every span is true."""
    word = to_article(f"Acme Inc bought Beta Ltd. {'x' * 999_000}", source="word.txt")
    fuzz.check_reading(reader.read(word))
    many = to_article("Acme Inc bought Beta Ltd. " + "the price rose, and " * 3_000, source="many.txt")
    fuzz.check_reading(reader.read(many))


def test_a_sentence_without_an_end(reader: Reader) -> None:
    """What goes on without a full stop is cut into sentences, and what begins it is read all the same."""
    reading = reader.read(to_article("Acme Inc bought Beta Ltd, and " + "the price rose, and " * 1_000, source="long.txt"))
    fuzz.check_reading(reading)
    assert any(event.class_iri.endswith("#Acquisition") for event in reading.events)
    longest = max(each.sentence.end - each.sentence.start for each in reading.attestations)
    assert longest < 3_000


def test_a_text_without_an_entity(reader: Reader, tmp_path: Path) -> None:
    """An article that names nothing gives a small graph, a page, and no facts."""
    path = tmp_path / "a.txt"
    path.write_text("It rained. It was cold, and it went on and on for hours, as it does.\n", encoding="utf-8")
    built = build(path, tmp_path / "out", formats=("ttl", "trig", "nq", "html"), reader=reader)
    assert [each for each in built.reading.entities if each.named] == []
    assert list_facts(built.files[0]) == ()


def test_halves_of_characters(reader: Reader) -> None:
    """A string that no file could hold is read with U+FFFD in the place of each half, so that offsets hold."""
    reading = reader.read(to_article("Acme \ud800 Inc bought Beta Ltd, said \udfff Doe.", source="half-\ud83d.txt"))
    assert "\ud800" not in reading.article.text
    fuzz.check_reading(reading)
    fuzz.check_files(reading, to_quads(reading, reader.ontology))


@pytest.mark.parametrize(
    "name", [b"\xff\xfe.txt", b'a"b<c>\\d.txt', b"new\nline.txt", b"a#b?c%20.txt", "\u202eevil.txt".encode(), b"-x.txt", b"a b.txt"]
)
def test_names_of_files(name: bytes, reader: Reader, tmp_path: Path) -> None:
    """Whatever a file is called, its graph is valid, and a second build finds it by the same IRI."""
    folder = os.fsencode(tmp_path)
    with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123  (the name is no text)
        file.write(SHORT.encode())
    (first,) = build_all([str(tmp_path)], tmp_path / "out", formats=("ttl", "html"), reader=reader)
    assert not isinstance(first, KgError)
    fuzz.check_files(first.reading, to_quads(first.reading, reader.ontology))
    assert first.reading.article.iri.isascii()
    assert all(path.is_file() for path in first.files)


# ---------------------------------------------------------------- hostile graphs and queries


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".nt"])
@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=80), st.text("<>:a.\"'@;,[](){}#_^\\ \n", max_size=60).map(str.encode)))
def test_any_file_is_a_graph_or_refused(suffix: str, data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A broken graph is one sentence, whatever is in it."""
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    refusal = path.name
    try:
        list_facts(path)
    except GraphError as error:
        refusal = str(error)
    assert path.name in refusal


@settings(max_examples=200, deadline=None)
@given(query=st.one_of(st.text(max_size=40), st.text("SELECT*{}?sp.FROMASK<>:\"'# \n()", max_size=60)))
def test_any_query_is_answered_or_refused(query: str) -> None:
    """No query falls over."""
    refusal = "none"
    try:
        run_query(SMALL, query)
    except KgError as error:
        refusal = str(error)
    assert refusal


SMALL = ROOT / "tests/data/small.ttl"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <file://{secret}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <file://{secret}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE <file://{secret}> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}",
        "SELECT * {{ GRAPH <file://{secret}> {{ ?s ?p ?o }} }}",
        "LOAD <file://{secret}>",
        "BASE <file://{secret}> SELECT * FROM <> {{ ?s ?p ?o }}",
    ],
)
def test_no_query_reads_files_or_the_network(query: str, tmp_path: Path) -> None:
    """A query that would look elsewhere is refused, or finds nothing there."""
    secret = tmp_path / "secret.ttl"
    secret.write_text('<urn:secret> <urn:is> "told" .', encoding="utf-8")
    try:
        found = run_query(SMALL, query.format(secret=secret))
    except KgError:
        return
    assert "told" not in str(found)


def test_a_graph_of_nonsense_has_a_page() -> None:
    """The page of a graph in which everything is said of everything is made."""
    node, claim = "https://x.example/a", "https://w3id.org/kg-news/ontology#Claim"
    lines = [f"<{node}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{claim}> .", f"<{node}> <{node}> <{node}> ."]
    quads = [
        (q.subject.value, q.predicate.value, q.object.value) for q in ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)
    ]
    assert to_page(quads, title="x").startswith("<!doctype html>")


# ---------------------------------------------------------------- outputs


@pytest.mark.parametrize("form", ["ttl", "trig", "nq", "html"])
def test_a_place_that_is_taken(form: str, reader: Reader, tmp_path: Path) -> None:
    """When one of the files cannot be written, none is, and nothing is left behind."""
    (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8")
    (tmp_path / f"out/short.{form}").mkdir(parents=True)
    (result,) = build_all([str(tmp_path / "short.txt")], tmp_path / "out", formats=("ttl", "trig", "nq", "html"), reader=reader)
    assert isinstance(result, GraphError)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"short.{form}"]


NESTED = "the father of " * 120 + "Ann Roe met Acme."


def test_a_sentence_that_nests_too_deeply(reader: Reader) -> None:
    """One sentence says which article it is; nothing else is lost."""
    with pytest.raises(InputError, match=r"deep\.txt: a sentence nests too deeply"):
        reader.read(to_article(NESTED, source="deep.txt"))


@pytest.mark.parametrize("text", ["To win the cup Rovers came from", "Acme has no", "The long-serving vice"])
def test_a_text_that_breaks_off(text: str, reader: Reader) -> None:
    """A truncated article is read as far as it goes."""
    assert reader.read(to_article(text, source="cut.txt")).article.source == "cut.txt"


KILL = """
import os, signal, sys
from pathlib import Path
from kg import outputs
def die():
    yield "new" * 100_000
    os.kill(os.getpid(), signal.SIGKILL)
outputs.write_all(Path(sys.argv[1]), {"a.ttl": "new" * 1000, "a.trig": die()})
"""


def test_a_build_killed_while_it_writes(tmp_path: Path) -> None:
    """Not even SIGKILL leaves a half-written graph: the old one stands, and the next build sweeps away what was begun."""
    (tmp_path / "a.ttl").write_text("old", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", KILL, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "a.ttl").read_text(encoding="utf-8") == "old"
    assert not (tmp_path / "a.trig").exists()
    outputs.write_all(tmp_path, {"a.ttl": "new"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.ttl"]


def test_nothing_of_a_build_that_goes_on_is_swept_away(tmp_path: Path) -> None:
    """What another process is writing in the same folder stays."""
    mine = tmp_path / f".kg-{os.getpid()}-other"
    mine.mkdir()
    odd = tmp_path / ".kg-odd"
    odd.mkdir()
    outputs.write_all(tmp_path, {"a.ttl": "new"})
    assert mine.is_dir()
    assert odd.is_dir()


@pytest.mark.parametrize(
    "arguments", [("build",), ("facts",), ("query", "ASK {}"), ("explain", "x"), ("export", "-o", "out.csv"), ("correct",)], ids=str
)
@pytest.mark.parametrize("name", ["missing", "folder", "binary"])
def test_every_verb_refuses_in_words(
    arguments: tuple[str, ...], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file, a folder that is none of kg's, binary data: an exit code and one sentence, or an answer."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / f"{name}.ttl"
    if name == "folder":
        path.mkdir()
    elif name == "binary":
        path.write_bytes(bytes(range(256)) * 20)
    command, *rest = arguments
    code = cli.main([command, str(path), *rest])
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert code == 1 or (command == "correct" and captured.out)
    assert len(captured.err.splitlines()) == (code == 1)
    assert not (tmp_path / "out.csv").exists()
