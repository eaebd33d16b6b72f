"""The verbs of one graph on the command line: explain, correct, export."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import cli
from kg.corrections import FILE_NAME
from kg.exports import FORMATS
from kg.pipeline import Build
from kg.rdf import to_quads, write_graph
from tests.readings import make_ontology, make_reading

SHORT = "Acme to buy Beta for $3 million\n\nAcme Inc will buy Beta Ltd for $3 million, said Jane Doe, president of Acme Inc.\n"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


Shell = Callable[..., Outcome]


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line, called in this process."""

    def call(*arguments: object) -> Outcome:
        code = cli.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """The graph of the invented article."""
    path = tmp_path / "graph.ttl"
    write_graph(to_quads(make_reading(), make_ontology()), path)
    return path


class TestExplain:
    def test_two_things(self, kg: Shell, graph: Path) -> None:
        """The facts between two are told with quote, stance and rule."""
        outcome = kg("explain", graph, "ada lund", "Bo Ek")
        assert (outcome.code, outcome.err) == (0, "")
        for words in ("1. Ada Lund met Bo Ek. [asserted]", "> Ada Lund, chief executive of Osprey, met", "read by svo"):
            assert words in outcome.out

    def test_a_chain(self, kg: Shell, graph: Path) -> None:
        """Where no fact ties two, a chain of facts is told."""
        assert "Ada Lund — Osprey — Breeze Challenge" in kg("explain", graph, "Ada Lund", "Breeze Challenge").out

    def test_one_thing(self, kg: Shell, graph: Path) -> None:
        """One name gives all its facts."""
        assert kg("explain", graph, "Wind Alliance").out.count("[") > 2

    @pytest.mark.parametrize(
        ("name", "words"), [("Ospry", "did you mean Osprey"), ("x\x1b[31m", "nothing in the graph is called"), ("", "nothing in the graph")]
    )
    def test_an_unknown_name(self, kg: Shell, graph: Path, name: str, words: str) -> None:
        """A name that the graph does not know is one sentence with the nearest ones."""
        outcome = kg("explain", graph, name)
        assert (outcome.code, outcome.out) == (1, "")
        assert words in outcome.err
        assert len(outcome.err.splitlines()) == 1
        assert "\x1b" not in outcome.err


class TestExport:
    @pytest.mark.parametrize("suffix", sorted(FORMATS))
    def test_every_format(self, kg: Shell, graph: Path, tmp_path: Path, suffix: str) -> None:
        """The suffix says the format, and folders are made where they are missing."""
        outcome = kg("export", graph, "-o", tmp_path / f"some/out{suffix}")
        assert outcome == Outcome(0, f"wrote {tmp_path}/some/out{suffix}\n", "")
        assert (tmp_path / f"some/out{suffix}").stat().st_size

    def test_an_unknown_format(self, kg: Shell, graph: Path, tmp_path: Path) -> None:
        """An unknown suffix lists those there are, and nothing is written."""
        outcome = kg("export", graph, "-o", tmp_path / "out.xlsx")
        assert outcome.code == 1
        assert "there are: .ttl, .trig, .nt, .nq, .jsonld, .graphml, .csv" in outcome.err
        assert not (tmp_path / "out.xlsx").exists()

    def test_without_a_file(self, kg: Shell, graph: Path) -> None:
        """Where to write to must be said."""
        assert kg("export", graph).code == 2


class TestCorrect:
    def test_from_correction_to_corrected_graph(self, kg: Shell, tmp_path: Path) -> None:
        """A fact is rejected by its number, stays away in the next build, is told by kg facts, and comes back when it is taken back."""
        article, out = tmp_path / "short.txt", tmp_path / "out"
        article.write_text(SHORT, encoding="utf-8")

        def build() -> str:
            assert kg("build", article, "-o", out, "--format", "ttl").err == ""
            return kg("facts", out / "short.ttl").out

        first = build()
        sentence = first.splitlines()[0].removeprefix("1. ").partition(". [")[0]
        outcome = kg("correct", out / "short.ttl", "reject-claim", "1", "--note", "it did not")
        assert (outcome.code, outcome.err) == (0, "")
        assert f"{FILE_NAME}: reject claim: " in outcome.out
        second = build()
        assert sentence not in second.partition("Corrected by you:")[0]
        assert "Corrected by you:\n     reject claim: " in second
        listed = kg("correct", out / "short.ttl").out
        assert listed.startswith("1. reject claim: ")
        assert listed.endswith("(it did not)\n")
        assert "took back reject claim: " in kg("correct", out / "short.ttl", "undo", "1").out
        assert build() == first

    def test_a_file_of_ones_own(self, kg: Shell, graph: Path, tmp_path: Path) -> None:
        """--corrections chooses the file, for writing and for building."""
        mine = tmp_path / "mine.yaml"
        assert kg("correct", graph, "add-alias", "Osprey", "Falcon", "--corrections", mine, "--everywhere").code == 0
        assert not (tmp_path / FILE_NAME).exists()
        assert kg("correct", graph, "--corrections", mine).out == "1. add alias: Osprey — Falcon\n"
        assert "stood already in" in kg("correct", graph, "add-alias", "Osprey", "Falcon", "--corrections", mine, "--everywhere").out

    def test_what_is_corrected_nowhere_is_told(self, kg: Shell, graph: Path, tmp_path: Path) -> None:
        """A correction that finds nothing in the articles of a build is named with its line; the build is done all the same."""
        (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8")
        mine = tmp_path / "mine.yaml"
        kg("correct", graph, "add-alias", "Osprey", "Falcon", "--corrections", mine, "--everywhere")
        outcome = kg("build", tmp_path / "short.txt", "-o", tmp_path / "out", "--format", "ttl", "--corrections", mine)
        assert outcome.code == 0
        assert outcome.err == f"kg: {mine}:3: found nothing to correct: add alias: Osprey — Falcon\n"

    def test_nothing_yet(self, kg: Shell, graph: Path) -> None:
        """Without corrections the way to the first is told."""
        assert "holds no corrections yet; kg correct --help" in kg("correct", graph).out

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("reject-claim", "99"), "there is no fact 99"),
            (("reject-type", "Osprey", "--instead", "univercity"), "did you mean university"),
            (("add-alias", "Osprey", "Falcon", "--instead", "university"), "--instead goes with reject-type only"),
            (("add-alias", "Osprey"), "'add alias' takes: THING NAME"),
            (("undo",), "undo takes the number"),
            (("undo", "1"), "cannot be read"),
            (("reject-merge", "Osprei", "x"), "did you mean Osprey"),
        ],
    )
    def test_what_cannot_be_corrected(self, kg: Shell, graph: Path, arguments: tuple[str, ...], words: str) -> None:
        """What is wrong is one sentence, and no file is written."""
        outcome = kg("correct", graph, *arguments)
        assert (outcome.code, outcome.out) == (1, "")
        assert words in outcome.err
        assert not (graph.parent / FILE_NAME).exists()

    def test_unknown_action(self, kg: Shell, graph: Path) -> None:
        """An unknown action lists those there are."""
        outcome = kg("correct", graph, "reject")
        assert outcome.code == 2
        assert "reject-claim" in outcome.err

    def test_broken_corrections(self, kg: Shell, tmp_path: Path, built: Build) -> None:
        """A file that was broken by hand is one sentence with its line, in a build and here."""
        shutil.copy(built.files[0], tmp_path)
        (tmp_path / FILE_NAME).write_text("- correction: reject clam\n", encoding="utf-8")
        (tmp_path / "short.txt").write_text(SHORT, encoding="utf-8")
        for outcome in (
            kg("correct", tmp_path / built.files[0].name, "add-alias", "Microsoft", "MSFT"),
            kg("build", tmp_path / "short.txt", "-o", tmp_path),
        ):
            assert outcome.code == 1
            assert f"{FILE_NAME}:1: no correction is called 'reject clam'; did you mean 'reject claim'" in outcome.err
        assert not (tmp_path / "short.ttl").exists()
