"""``kg kb``: the user's own list of things to link names to."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import Commands, add_ontology
from kg.cli.terminal import write
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.own import Own

FORMS = """a list is CSV with the columns name, class, wikidata, wikipedia, geonames, iri and aliases (separated by |), of which name,
class and one id are needed; or Turtle, in which each thing has a class, a label and perhaps owl:sameAs. What the columns mean is in
docs/linking.md."""


def run_kb(options: argparse.Namespace) -> int:
    """``kg kb``: add a list of one's own, tell what it holds, take things out."""
    from kg.background import find_own_list
    from kg.own import add_own, load_own, remove_own

    index = find_own_list()
    if options.action == "list":
        things = load_own(index)
        write("".join(f"{thing.name:<40}{' '.join((*thing.same_as, *thing.pages))}\n" for thing in things))
        write(f"{len(things)} in {index}\n")
        return 0
    if not options.items:
        raise KgError(f"kg kb {options.action}: name {'a file' if options.action == 'add' else 'what to remove'}; kg kb --help tells more")
    if options.action == "remove":
        gone = remove_own(index, options.items)
        write(f"removed {', '.join(thing.name for thing in gone)} from {index}\n")
        return 0
    read = [thing for item in options.items for thing in _read(Path(item), options.ontology)]
    new, replaced = add_own(index, read)
    write(f"{new} added, {replaced} replaced in {index}\nnext  kg build SOURCE...\n      kg status STORE\n")
    return 0


def _read(path: Path, folders: list[Path]) -> tuple[Own, ...]:
    from kg.corrections import find_class
    from kg.ontology import load_ontology
    from kg.own import read_list

    ontology = load_ontology(folders or None)
    return read_list(path, lambda words, where: find_class(words, ontology, where=where))


def add_kb(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg kb``."""
    parser = commands.add_parser(
        "kb",
        help="link names to things of your own list",
        description="Keep a list of your own (companies, people, towns that matter to you) to which every later build links names, before "
        "the shipped knowledge base. It is kept in kg/kb.sqlite in your folder for data (XDG_DATA_HOME, else ~/.local/share), or in "
        "the file that the environment's KG_KB names. A store's articles that were read without it are stale (kg status).",
        epilog=FORMS,
    )
    parser.add_argument("action", choices=("add", "list", "remove"), help="add lists, tell what is in, take things out")
    parser.add_argument("items", nargs="*", metavar="FILE|NAME", help="add: CSV or Turtle; remove: names or IRIs")
    add_ontology(parser)
    parser.set_defaults(command=run_kb)
