"""Arguments -> ``kg view``: the page of a graph, its output and an exit code."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.errors import GraphError

Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse gives this class no public name)

TRIPLES = "SELECT ?subject ?predicate ?object { ?subject ?predicate ?object }"
MOST_HOPS = 20


def run_view(options: argparse.Namespace) -> int:
    """``kg view``: the page of a graph file or store, or of what is near one entity in it."""
    from kg.cli import _complain as complain
    from kg.cli import _print as write
    from kg.ontology import load_ontology
    from kg.outputs import write_all
    from kg.sparql import Rows, query_store, read_part
    from kg.view import Focus, to_page

    if options.output.suffix not in {".html", ".htm"}:
        raise GraphError(f"{options.output}: a page ends in .html; name it so with -o")
    store, note = read_part(options.graph, [] if options.focus is None else [options.focus])
    if note is not None:
        complain(note)
    found = query_store(store, TRIPLES)
    rows = found.rows if isinstance(found, Rows) else ()
    focus = None if options.focus is None else Focus(options.focus, options.hops)
    page = to_page(rows, ontology=load_ontology(options.ontology or None), focus=focus)
    (path,) = write_all(options.output.parent, {options.output.name: page})
    write(f"wrote {path}\nnext  open {path}\n")
    return 0


def add_view_command(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg view``."""
    parser = commands.add_parser(
        "view",
        help="show a graph as one interactive page",
        description="Write a graph as one interactive HTML page that asks the network for nothing: the text beside its graph, every fact "
        "with its words.",
    )
    parser.add_argument("graph", type=Path, metavar="GRAPH", help="a .ttl, .trig, .nq or .nt file, or a store")
    parser.add_argument("-o", "--output", type=Path, default=Path("page.html"), metavar="FILE", help="the page (default: page.html)")
    parser.add_argument("--focus", metavar="ENTITY", help="show what is near this one: a name, an alias or an IRI")
    parser.add_argument("--hops", type=_to_hops, default=1, metavar="N", help="how many facts away from it (default: 1)")
    parser.add_argument(
        "--ontology", action="append", type=Path, default=[], metavar="DIR", help="add your own folder of Turtle (repeatable)"
    )
    parser.set_defaults(command=run_view)


def _to_hops(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= MOST_HOPS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of hops; expected 1 to {MOST_HOPS}")
    return int(text)
