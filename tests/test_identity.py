"""What was taken for a thing, why, and how each merge is undone: ``kg explain --identity``."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.article import to_article
from kg.cli import main
from kg.errors import GraphError, QueryError
from kg.identity import WHY, explain_identity, find_nearby
from kg.network import to_network
from kg.pipeline import Reader, build
from kg.records import Ground, Span
from kg.sparql import read_quads, read_store
from kg.store import open_snapshot
from kg.telling import list_facts

TEXT = """Docks are sold

Velmar Shipping has bought Osterby Docks for $30 million. The company said it would open an office in Norway. Ana Roth, the chair of
Velmar Shipping, welcomed the deal. "We are proud," Roth said. She added that the country was a good place. Velmar paid $3 million at once.
Norwegian banks had lent it money. The Harbour Safety Institute (HSI) will check the docks. HSI opened a laboratory in Oslo.
"""
OTHER = """Chair speaks

Ana Roth, the chair of Velmar Shipping Group, met Jon Lunde of Brask Energy in Oslo on Monday. Roth praised the talks.
"""


def tell(text: str, reader: Reader) -> set[tuple[str, str, Ground]]:
    """Thing, words and ground of all that was taken for something by more than its name."""
    reading = reader.read(to_article(text, source="a.txt"))
    labels = {entity.iri: entity.label for entity in reading.entities}
    return {
        (labels[found.entity], text[span.start : span.end], found.ground)
        for found in reading.identifications
        for span in found.spans
        if found.ground is not Ground.NAME
    }


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


GROUNDS = (
    ("Velmar Shipping bought Osterby Docks. Velmar paid $3 million.", "Velmar Shipping", "Velmar", Ground.SHORT_NAME),
    ("Ana Roth opened the plant. Roth praised it.", "Ana Roth", "Roth", Ground.SHORT_NAME),
    ("The Harbour Safety Institute (HSI) opened in Oslo. HSI will grow.", "Harbour Safety Institute", "HSI", Ground.ACRONYM),
    ("Norway voted on Monday. Norwegian banks were closed.", "Norway", "Norwegian", Ground.DEMONYM),
    ("The United States voted. The USA has a new president.", "United States", "USA", Ground.KNOWN_NAME),
    ("Velmar Shipping, a company in Oslo, opened a plant.", "Velmar Shipping", "a company", Ground.APPOSITION),
    ("Velmar Shipping is a company. Velmar Shipping opened a plant.", "Velmar Shipping", "a company", Ground.COPULA),
    ("Velmar Shipping opened a plant. The company will hire workers.", "Velmar Shipping", "The company", Ground.DESCRIPTION),
    ("Ana Roth is the chair of Velmar Shipping. She opened a plant.", "Ana Roth", "She", Ground.PRONOUN),
    ('Ana Roth is the chair of Velmar Shipping. "I opened a plant," Roth said.', "Ana Roth", "I", Ground.SPEAKER),
    ('Ana Roth is the chair of Velmar Shipping. "We opened a plant," Roth said.', "Velmar Shipping", "We", Ground.SPEAKER),
    ("Ana Roth is the chair of Velmar Shipping. Her company opened a plant.", "Velmar Shipping", "Her company", Ground.POST),
)


@pytest.mark.parametrize(("text", "thing", "words", "ground"), GROUNDS, ids=[row[2] for row in GROUNDS])
def test_reading_says_why_words_were_taken_for_a_thing(text: str, thing: str, words: str, ground: Ground, reader: Reader) -> None:
    """Where it decides so."""
    assert (thing, words, ground) in tell(text, reader)


def test_a_name_that_stands_once_needs_no_reason(reader: Reader) -> None:
    """Only what was taken together is told."""
    assert reader.read(to_article("Velmar Shipping bought Osterby Docks.", source="a.txt")).identifications == ()


def test_every_ground_has_its_words() -> None:
    assert set(WHY) == set(Ground)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """The graph of the text."""
    folder = tmp_path_factory.mktemp("identity")
    (folder / "docks.txt").write_text(TEXT, encoding="utf-8")
    return build(folder / "docks.txt", folder / "out", formats=("ttl", "trig", "nq"), reader=reader).files[0]


def test_words_come_with_their_places_and_sentences(graph: Path) -> None:
    """The places are those of the article's text."""
    identity = explain_identity(graph, "Velmar Shipping")
    told = {(words.words, words.ground) for words in identity.words}
    assert {("Velmar Shipping", Ground.NAME), ("Velmar", Ground.SHORT_NAME), ("The company", Ground.DESCRIPTION)} <= told
    for words in identity.words:
        assert [TEXT[span.start : span.end].casefold() for span in words.spans] == [words.words.casefold()] * len(words.spans)
        assert all(words.words.casefold() in quote.casefold() for quote in words.quotes)
    description = next(words for words in identity.words if words.words == "The company")
    assert description.quotes == ("The company said it would open an office in Norway.",)


@pytest.mark.parametrize("suffix", ["trig", "nq"])
def test_all_formats_tell_the_same(suffix: str, graph: Path) -> None:
    assert explain_identity(graph.with_suffix(f".{suffix}"), "Velmar Shipping") == explain_identity(graph, "Velmar Shipping")


@pytest.mark.parametrize("name", ["Velmar Shipping", "Ana Roth", "Norway", "Harbour Safety Institute"])
def test_every_merge_is_undone_by_the_command_that_is_told(
    name: str, graph: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each alone: the words are no longer taken for the thing at the next build, and the correction finds what it corrects."""
    assert main(["explain", str(graph), "--identity", name]) == 0
    told = capsys.readouterr().out
    commands = [shlex.split(line.strip().removeprefix("undo: ")) for line in told.splitlines() if "undo: " in line and "merge" in line]
    assert commands
    source = graph.parent.parent / "docks.txt"
    for number, command in enumerate(commands):
        file = tmp_path / f"{number}.yaml"
        assert main([*command[1:], "--corrections", str(file)]) == 0, command
        again = build(source, tmp_path / "out", formats=("ttl",), reader=Reader(corrections=file))
        assert [correction.found for correction in again.reading.corrections] == [True], command
        before, after = (_find_words(path, name) for path in (graph, again.files[0]))
        said, place = command[5], Span(*_find_place(command[5:]))
        gone = {span for words, span in before - after if words.casefold() == said.casefold()}
        assert gone, command
        assert len(command) == 6 or any(place.start <= span.start and span.end <= place.end for span in gone), command


def _find_words(graph: Path, name: str) -> set[tuple[str, Span]]:
    return {(words.words, span) for words in explain_identity(graph, name).words for span in words.spans}


def _find_place(parts: list[str]) -> tuple[int, int]:
    found = re.search(r"\s+".join(map(re.escape, parts[-1].split())), TEXT)
    assert found is not None
    return found.span()


def test_the_words_near_a_place_stand_nowhere_else() -> None:
    """However often the words themselves do."""
    text = "He said it grew. She said it grew. He said it fell."
    spans = [Span(found.start(), found.end()) for found in re.finditer("it", text)]
    near = [find_nearby(text, span) for span in spans]
    assert all(text.count(words) == 1 for words in near)
    assert len(set(near)) == 3


def test_across_articles_the_reasons_of_the_store_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the words of each article, and the command that keeps two nodes apart."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(OTHER.replace("praised", "opened"), encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(OTHER, encoding="utf-8")
    store = str(tmp_path / "store")
    assert main(["build", str(tmp_path / "in"), "--store", store]) == 0
    capsys.readouterr()
    assert main(["explain", store, "--identity", "Ana Roth"]) == 0
    told = capsys.readouterr().out
    assert "article/a.txt" in told
    assert "article/b.txt" in told
    assert "because each is a person called ana roth" in told
    (undo,) = [line for line in told.splitlines() if "undo" in line and "a.txt#entity" in line and "b.txt#entity" in line]
    assert main(shlex.split(undo.strip().removeprefix("undo: "))[1:]) == 0
    assert main(["build", str(tmp_path / "in"), "--store", store]) == 0
    capsys.readouterr()
    assert main(["explain", store, "--identity", "Ana Roth"]) == 0
    told = capsys.readouterr().out
    assert "because" not in told
    assert "2 things are called Ana Roth" in told
    with open_snapshot(Path(store)) as snapshot:
        assert len(snapshot.articles()) == 2


def test_mistakes(graph: Path, tmp_path: Path, reader: Reader) -> None:
    """A name that the graph does not know, a graph without evidence, and two questions at once."""
    with pytest.raises(QueryError, match="did you mean Velmar"):
        explain_identity(graph, "Velmar Shiping")
    bare = build(graph.parent.parent / "docks.txt", tmp_path, formats=("ttl",), facts_only=True, reader=reader).files[0]
    with pytest.raises(GraphError, match="--facts-only"):
        explain_identity(bare, "Velmar Shipping")
    assert main(["explain", str(graph), "Velmar Shipping", "--identity", "Norway"]) == 1
    assert main(["explain", str(graph)]) == 1


def test_identifications_are_neither_nodes_of_the_page_nor_facts(graph: Path) -> None:
    """They are evidence."""
    assert read_store(graph).query("ASK { ?i a <https://w3id.org/kg-news/ontology#Identification> }")
    assert not any("identification" in str(node) for node in to_network(read_quads(graph)).nodes)
    assert not any("identification" in fact.sentence for fact in list_facts(graph))
