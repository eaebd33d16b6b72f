"""``kg view`` and export: a graph -> an interactive page, or a file for other tools."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.cli.options import Commands, add_graph, add_ontology
from kg.cli.terminal import complain, tell_state, write
from kg.errors import GraphError

MOST_HOPS = 20
THREADS = "OPENBLAS_NUM_THREADS"


def run_view(options: argparse.Namespace) -> int:
    """``kg view``: the page of a graph file or store, or of what is near one entity in it."""
    from kg.outputs import write_all

    if options.output.suffix not in {".html", ".htm"}:
        raise GraphError(f"{options.output}: a page ends in .html; name it so with -o")
    tell_state(options.graph)
    with _one_thread():
        page, note = _find_overview(options) or _draw(options)
    if note is not None:
        complain(note)
    (path,) = write_all(options.output.parent, {options.output.name: page})
    write(f"wrote {path}\nnext  open {path}\n")
    return 0


def _find_overview(options: argparse.Namespace) -> tuple[str, str | None] | None:
    """Return the page of a large store where nothing is named, and the sentence about it."""
    if options.focus is not None or options.ontology or not options.graph.is_dir():
        return None
    from kg.overview import show_overview

    return show_overview(options.graph)


def _draw(options: argparse.Namespace) -> tuple[str, str | None]:
    from kg.ontology import load_ontology
    from kg.sparql import read_picture
    from kg.view import Focus, to_page

    triples, note = read_picture(options.graph, [] if options.focus is None else [options.focus])
    focus = None if options.focus is None else Focus(options.focus, options.hops)
    return to_page(triples, ontology=load_ontology(options.ontology or None), focus=focus), note


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let numpy, where it is first imported now, start no thread for each core: a picture multiplies no matrices."""
    before = os.environ.get(THREADS)
    os.environ.setdefault(THREADS, "1")
    try:
        yield
    finally:
        if before is None:
            del os.environ[THREADS]


def run_export(options: argparse.Namespace) -> int:
    """``kg export``: a graph in another format."""
    from kg.exports import export_graph

    tell_state(options.graph)
    write(f"wrote {export_graph(options.graph, options.output)}\n")
    return 0


# ---------------------------------------------------------------- arguments


def add_view(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg view``."""
    parser = commands.add_parser(
        "view",
        help="show a graph as one interactive page",
        description="Write a graph as one interactive HTML page that asks the network for nothing: the text beside its graph, every fact "
        "with its words.",
    )
    add_graph(parser)
    parser.add_argument("-o", "--output", type=Path, default=Path("page.html"), metavar="FILE", help="the page (default: page.html)")
    parser.add_argument("--focus", metavar="ENTITY", help="show what is near this one: a name, an alias or an IRI")
    parser.add_argument("--hops", type=_to_hops, default=1, metavar="N", help="how many facts away from it (default: 1)")
    add_ontology(parser)
    parser.set_defaults(command=run_view)


def _to_hops(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST_HOPS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of hops; expected 1 to {MOST_HOPS}")
    return int(text)


def add_export(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg export``."""
    parser = commands.add_parser(
        "export",
        help="write a graph in another format",
        description="Write a graph in the format of the file's suffix: .ttl .trig .nt .nq .jsonld .graphml .csv (a table of facts).",
    )
    add_graph(parser)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the file to write to")
    parser.set_defaults(command=run_export)
