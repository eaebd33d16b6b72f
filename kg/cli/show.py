"""``kg view`` and export: a graph -> an interactive page, or a file for other tools."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from kg.cli.options import Commands, add_graph, add_ontology
from kg.cli.terminal import complain, write
from kg.errors import GraphError

MOST_HOPS = 20


def run_view(options: argparse.Namespace) -> int:
    """``kg view``: the page of a graph file or store, or of what is near one entity in it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would start one for each core, and a picture multiplies no matrices
    from kg.ontology import load_ontology
    from kg.outputs import write_all
    from kg.sparql import read_picture
    from kg.view import Focus, to_page

    if options.output.suffix not in {".html", ".htm"}:
        raise GraphError(f"{options.output}: a page ends in .html; name it so with -o")
    triples, note = read_picture(options.graph, [] if options.focus is None else [options.focus])
    if note is not None:
        complain(note)
    focus = None if options.focus is None else Focus(options.focus, options.hops)
    page = to_page(triples, ontology=load_ontology(options.ontology or None), focus=focus)
    (path,) = write_all(options.output.parent, {options.output.name: page})
    write(f"wrote {path}\nnext  open {path}\n")
    return 0


def run_export(options: argparse.Namespace) -> int:
    """``kg export``: a graph in another format."""
    from kg.exports import export_graph

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
