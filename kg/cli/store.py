"""``kg remove``, status, conflicts, same and dump: a store -> what is in it, at odds, the same, all of it; articles out of it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kg.cli.options import Commands, add_corrections, add_ontology, add_reader
from kg.cli.terminal import flush, stream, tell_state, telling_what_is_mended, write
from kg.errors import StoreError

MOST_STALE = 20
"""How many stale articles ``kg status`` names without --all."""


def run_remove(options: argparse.Namespace) -> int:
    """``kg remove``: articles out of a store."""
    from kg.overview import show_overview
    from kg.storing import remove

    with telling_what_is_mended(options.store):
        removed = remove(options.store, options.articles)
    stream(f"removed {entry.source}  {' '.join(entry.title.split())}\n" for entry in removed)
    flush()
    show_overview(options.store)
    return 0


def run_status(options: argparse.Namespace) -> int:
    """``kg status``: what is in a store, what is stale, and why."""
    from kg.store.place import FEW, count_articles

    tell_state(options.store)
    if (count := count_articles(options.store)) > FEW:
        stream([f"{options.store}: {count:,} articles, looked through one by one ...\n"])
    from kg.pipeline import Reader
    from kg.storing import status

    states = list(status(options.store, reader=Reader(options.ontology, options.model, getattr(options, "corrections", None))))
    stale = [state for state in states if state.reasons]
    total = f"{len(states):,} article{'s' * (len(states) != 1)}"
    write(f"{options.store}: {total}, {len(states) - len(stale):,} up to date, {len(stale):,} stale\n")
    listed = states if options.all else stale[:MOST_STALE]
    for state in listed:
        mark = f"stale: {'; '.join(state.reasons)}" if state.reasons else "up to date"
        write(f"  {state.entry.source}  {' '.join(state.entry.title.split())}\n      {mark}\n")
    if len(stale) > len(listed):
        write(f"  and {len(stale) - len(listed):,} more: kg status {options.store} --all\n")
    return 0


def run_conflicts(options: argparse.Namespace) -> int:
    """``kg conflicts``: what is at odds in a store, with its sentences."""
    from kg.ontology import load_ontology
    from kg.store import open_snapshot
    from kg.store.conflicts import find_conflicts, format_conflicts

    properties = load_ontology(options.ontology or None).properties
    functional = [iri for iri, known in properties.items() if known.functional]
    tell_state(options.store)
    with open_snapshot(options.store) as snapshot:
        if not stream(format_conflicts(find_conflicts(snapshot, functional))):
            write(f"{options.store}: nothing is at odds\n")
    return 0


def run_same(options: argparse.Namespace) -> int:
    """``kg same``: what is one thing across the articles of a store, and why."""
    from kg.store import open_snapshot
    from kg.store.groups import find_groups, format_groups

    tell_state(options.store)
    with open_snapshot(options.store) as snapshot:
        if not stream(format_groups(find_groups(snapshot, options.name))):
            write(f"{options.store}: nothing is told to be the same across articles\n")
    return 0


def run_dump(options: argparse.Namespace) -> int:
    """``kg dump``: all graphs of a store as N-Quads; the same articles give the same bytes."""
    from kg.store import open_snapshot

    tell_state(options.store)
    with open_snapshot(options.store) as snapshot:
        if options.output is None:
            stream(snapshot.dump(), data=True)
            return 0
        temporary = options.output.with_name(f".{options.output.name}.tmp")
        try:
            with temporary.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(snapshot.dump())
            temporary.replace(options.output)
        except OSError as error:
            raise StoreError(f"{options.output}: cannot be written ({error.strerror}); choose another place with -o") from error
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return 0


# ---------------------------------------------------------------- arguments


def add_store_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verbs of a store."""
    parser = _add(
        commands, "remove", "take articles out of a store", "Take articles out of a store, with everything that only they said.", run_remove
    )
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="its IRI, its name (kg status --all) or its file")
    parser = _add(
        commands, "status", "what is in a store, and what is stale", "Tell what is in a store, what is stale, and why.", run_status
    )
    parser.add_argument("--all", action="store_true", help="list every article")
    add_reader(parser)
    add_corrections(parser)
    parser = _add(
        commands,
        "conflicts",
        "what is at odds in a store",
        "List what some sentences hold and others deny, and relations of one value that have two.",
        run_conflicts,
    )
    add_ontology(parser)
    parser = _add(
        commands,
        "same",
        "what is one thing across articles, and why",
        "Tell what is one thing across the articles of a store, and why.",
        run_same,
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help="only what bears this name, or has this IRI")
    parser = _add(
        commands,
        "dump",
        "write a store as N-Quads",
        "Write all graphs of a store as sorted N-Quads: the same articles, the same bytes.",
        run_dump,
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write to (default: standard output)")


def _add(
    commands: Commands[argparse.ArgumentParser], name: str, about: str, description: str, command: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=description)
    parser.add_argument("store", type=Path, metavar="STORE", help="a folder made with kg build --store")
    parser.set_defaults(command=command)
    return parser
