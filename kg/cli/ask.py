"""``kg query``, facts and explain: a question to a graph -> rows, facts in words, what ties two things."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from kg.cli.options import Commands, add_graph
from kg.cli.terminal import complain, stopped_at_once, stream, tell_state, write
from kg.errors import GraphError, QueryError


def run_query_command(options: argparse.Namespace) -> int:
    """``kg query``: a question to a graph file, and its answer."""
    from kg.sparql import list_questions
    from kg.sparql.stream import stream_answer

    if options.questions:
        write("".join(f"{question.name:<32}{question.about}\n" for question in list_questions()))
        return 0
    if options.graph is None:
        raise QueryError("name a graph file: kg query GRAPH 'SELECT ...'; kg query --questions lists the named questions")
    if (options.sparql is None) == (options.question is None):
        raise QueryError("ask one thing: SPARQL, a file that ends in .rq, or --question NAME (kg query --questions lists them)")
    tell_state(options.graph)
    sparql = _find_query(options)
    form = options.format or ("table" if sys.stdout.isatty() else "csv")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    with stopped_at_once():
        stream(stream_answer(options.graph, sparql, form, width=width), data=True)
    return 0


def _find_query(options: argparse.Namespace) -> str:
    """Return the SPARQL that is asked for; of a large store, a named question without its order unless that is asked for too."""
    from kg.sparql import read_question

    if options.question is None:
        return _read_sparql(options.sparql)
    question = read_question(options.question)
    if not options.graph.is_dir():
        return question.sparql
    if question.in_store is not None:
        return question.in_store
    from kg.store import is_large

    if options.sorted or not is_large(options.graph):
        return question.sparql
    complain(f"{options.graph}: is large, so that rows come as they are found; --sorted puts them in order once all are found")
    return question.unsorted


def _read_sparql(text: str) -> str:
    if not text.endswith(".rq"):
        return text
    try:
        return Path(text).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{text}: the query cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})") from error


def run_facts(options: argparse.Namespace) -> int:
    """``kg facts``: every fact of a graph file in words."""
    from kg.telling import format_corrections, list_corrections, stream_facts, tell_empty, walk_facts

    tell_state(options.graph)
    if not stream(stream_facts(walk_facts(options.graph))):
        raise GraphError(tell_empty(options.graph))
    if corrections := format_corrections(list_corrections(options.graph)):
        write(f"\n{corrections}")
    return 0


def run_explain(options: argparse.Namespace) -> int:
    """``kg explain``: what ties two things, all that is told of one, or what was taken for it."""
    if options.identity is not None:
        return _explain_identity(options)
    if options.subject is None:
        raise QueryError("name one thing or two: kg explain GRAPH SUBJECT [OBJECT]; or --identity NAME for what was taken for one")
    from kg.chains import stream_explanation

    stream(stream_explanation(options.graph, options.subject, options.object))
    return 0


def _explain_identity(options: argparse.Namespace) -> int:
    from kg.identity import explain_identity, format_identity

    if options.subject is not None:
        raise QueryError("--identity NAME is about one thing: leave SUBJECT and OBJECT out")
    tell_state(options.graph)
    write(format_identity(explain_identity(options.graph, options.identity), options.graph))
    return 0


# ---------------------------------------------------------------- arguments


def add_query(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg query``."""
    parser = commands.add_parser(
        "query",
        help="ask a graph in SPARQL or by a named question",
        description="Ask one graph file; all its named graphs are asked as one.",
    )
    add_graph(parser, optional=True)
    parser.add_argument("sparql", nargs="?", metavar="QUERY", help="SPARQL, or a file of it that ends in .rq")
    parser.add_argument("--question", metavar="NAME", help="ask the named question")
    parser.add_argument("--questions", action="store_true", help="list the named questions")
    parser.add_argument("--format", choices=("table", "csv", "json", "ttl"), help="default: table on a terminal, else csv")
    parser.add_argument("--sorted", action="store_true", help="sort the rows of a named question even where a large store makes that slow")
    parser.set_defaults(command=run_query_command)


def add_facts(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg facts``."""
    parser = commands.add_parser(
        "facts",
        help="tell every fact in words, with its quote",
        description="Tell every fact of a graph file in words, with stance and quote.",
    )
    add_graph(parser)
    parser.set_defaults(command=run_facts)


def add_explain(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg explain``."""
    parser = commands.add_parser(
        "explain",
        help="tell what ties two things, or all of one",
        description="Tell each fact between two things in words, with quote, rule and stance; where there is none, the shortest chains of "
        "facts. With one thing alone, all its facts. With --identity, all words that were taken for one thing, by article, why, and the "
        "command that undoes each.",
    )
    add_graph(parser)
    parser.add_argument("subject", nargs="?", metavar="SUBJECT", help="a name, an alias or an IRI")
    parser.add_argument("object", nargs="?", metavar="OBJECT", help="another")
    parser.add_argument("--identity", metavar="NAME", help="tell what was taken for the thing of this name, and why")
    parser.set_defaults(command=run_explain)
