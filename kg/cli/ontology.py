"""``kg ontology``: the vocabulary in words; folders of the user's are checked first."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import Commands
from kg.cli.terminal import complain, write


def run_ontology(options: argparse.Namespace) -> int:
    """``kg ontology``: the vocabulary in words; folders of the user's are checked first."""
    from kg.ontology import check_ontology, describe_ontology, load_ontology

    faults = check_ontology(options.folders) if options.folders else ()
    for fault in faults:
        complain(fault)
    if not faults:
        write(describe_ontology(load_ontology(options.folders or None)))
    return 1 if faults else 0


def add_ontology(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg ontology``."""
    parser = commands.add_parser(
        "ontology",
        help="print the vocabulary, and check your own",
        description="Print every frame with its roles, words and an example. Folders of your own are checked, and printed with the rest.",
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="DIR", help="a folder of Turtle that adds to the shipped vocabulary")
    parser.set_defaults(command=run_ontology)
