"""Arguments -> the verbs of a store (``kg build --store``, remove, status, conflicts, same, dump), their output and an exit code."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from kg.errors import KgError, StoreError

INTERRUPTED = 130
TERMINATED = 143
MOST_STALE = 20
"""How many stale articles ``kg status`` names without --all."""

EVERY = 0.1
"""Seconds between two lines of progress."""

Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse gives this class no public name)


# ---------------------------------------------------------------- commands


def run_build_store(options: argparse.Namespace) -> int:
    """``kg build SOURCES --store DIR``: articles to a store, with progress, and the failures at the end."""
    from kg.article import count_articles
    from kg.cli import _complain as complain
    from kg.cli import _progress as progress
    from kg.pipeline import Reader
    from kg.storing import build_store

    if options.facts_only or options.list:
        complain("--store keeps everything that is read: leave out --facts-only and --list")
        return 2
    run, code = Run(), 0
    with progress() as show:
        run.total = count_articles(options.sources) if sys.stderr.isatty() else None
        try:
            with closing(
                build_store(
                    options.sources, options.store, reader=Reader(options.ontology, options.model, getattr(options, "corrections", None))
                )
            ) as articles:
                for kept in articles:
                    run.count(kept if isinstance(kept, KgError) else kept.change)
                    run.show(show)
        except (KeyboardInterrupt, SystemExit) as stop:
            code = INTERRUPTED if isinstance(stop, KeyboardInterrupt) else TERMINATED
        except StoreError as error:
            show("")
            complain(error)
            code = 1
    return _finish_build(run, options.store, code)


def _finish_build(run: Run, store: Path, code: int) -> int:
    from kg.cli import _complain as complain
    from kg.cli import _print as write

    if run.done:
        write(f"{store}: {run.tell_changes()}\n" + (f"next  kg status {store}\n      kg facts {store}\n" if not code else ""))
    for failure in run.failures:
        complain(failure)
    if run.failures and (run.done or len(run.failures) > 1):
        complain(f"{len(run.failures)} of {run.done + len(run.failures)} articles failed; the rest is done")
    if code in {INTERRUPTED, TERMINATED}:
        complain(f"stopped; {run.done} articles are done and kept, and the same command goes on from there")
    return code or (1 if run.failures else 0)


class Run:
    """How far a long run is."""

    def __init__(self) -> None:
        self.changes: Counter[str] = Counter()
        self.failures: list[KgError] = []
        self.total: int | None = None
        self.began = self.shown = time.monotonic()

    @property
    def done(self) -> int:
        """How many articles are in the store as they should be."""
        return self.changes.total()

    def count(self, what: str | KgError) -> None:
        """Count an article by what became of it."""
        if isinstance(what, KgError):
            self.failures.append(what)
        else:
            self.changes[what] += 1

    def show(self, show: Callable[[str], None]) -> None:
        """Show how far the work is, now and then."""
        now = time.monotonic()
        if now - self.shown >= EVERY:
            self.shown = now
            show(self.tell(now - self.began))

    def tell(self, seconds: float) -> str:
        """Return how much is done, how fast, how long it will still take, and what failed.

        >>> run = Run()
        >>> run.total = 100
        >>> run.changes.update({"new": 8, "unchanged": 2})
        >>> run.tell(2.0)
        '10 of 100 articles (2 unchanged), 5.0 a second, 18 s left'
        """
        tried = self.done + len(self.failures)
        rate = tried / seconds if seconds else 0.0
        parts = [f"{tried:,}{f' of {self.total:,}' if self.total else ''} articles"]
        parts[0] += f" ({self.changes['unchanged']:,} unchanged)" if self.changes["unchanged"] else ""
        parts.append(f"{rate:.1f} a second")
        if self.total and rate:
            parts.append(f"{to_time((max(self.total - tried, 0)) / rate)} left")
        if self.failures:
            parts.append(f"{len(self.failures)} failed")
        return ", ".join(parts)

    def tell_changes(self) -> str:
        """Return what became of the articles: "3 new, 1 changed, 20 unchanged"."""
        return ", ".join(f"{self.changes[change]:,} {change}" for change in ("new", "changed", "unchanged") if self.changes[change])


def to_time(seconds: float) -> str:
    """Return a time for the eye.

    >>> to_time(18), to_time(200), to_time(7300)
    ('18 s', '3 min', '2 h 1 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = int(seconds // 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def run_remove(options: argparse.Namespace) -> int:
    """``kg remove``: articles out of a store."""
    from kg.cli import _print as write
    from kg.storing import remove

    for entry in remove(options.store, options.articles):
        write(f"removed {entry.source}  {entry.title}\n")
    return 0


def run_status(options: argparse.Namespace) -> int:
    """``kg status``: what is in a store, what is stale, and why."""
    from kg.cli import _print as write
    from kg.pipeline import Reader
    from kg.storing import status

    tell_state(options.store)
    states = list(status(options.store, reader=Reader(options.ontology, options.model, getattr(options, "corrections", None))))
    stale = [state for state in states if state.reasons]
    write(f"{options.store}: {len(states):,} articles, {len(states) - len(stale):,} up to date, {len(stale):,} stale\n")
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
        _write_all(format_conflicts(find_conflicts(snapshot, functional)), f"{options.store}: nothing is at odds\n")
    return 0


def run_same(options: argparse.Namespace) -> int:
    """``kg same``: what is one thing across the articles of a store, and why."""
    from kg.store import open_snapshot
    from kg.store.groups import find_groups, format_groups

    tell_state(options.store)
    with open_snapshot(options.store) as snapshot:
        _write_all(format_groups(find_groups(snapshot, options.name)), f"{options.store}: nothing is told to be the same across articles\n")
    return 0


def run_dump(options: argparse.Namespace) -> int:
    """``kg dump``: all graphs of a store as N-Quads; the same articles give the same bytes."""
    from kg.store import open_snapshot

    tell_state(options.store)
    with open_snapshot(options.store) as snapshot:
        if options.output is None:
            sys.stdout.writelines(snapshot.dump())
            return 0
        temporary = options.output.with_name(f".{options.output.name}.tmp")
        try:
            with temporary.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(snapshot.dump())
            temporary.replace(options.output)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise StoreError(f"{options.output}: cannot be written ({error.strerror}); choose another place with -o") from error
    return 0


def _write_all(paragraphs: Iterable[str], otherwise: str) -> None:
    from kg.cli import _print as write

    empty = True
    for paragraph in paragraphs:
        write(paragraph)
        empty = False
    if empty:
        write(otherwise)


def tell_state(store: Path) -> None:
    """Say so when what is asked is not all that was done: somebody writes, or was stopped."""
    from kg.cli import _complain as complain
    from kg.store import tell_state as find_note

    if note := find_note(store):
        complain(note)


# ---------------------------------------------------------------- arguments


def add_commands(commands: Commands[argparse.ArgumentParser], add_reader: Callable[[argparse.ArgumentParser], None]) -> None:
    """Add the verbs of a store; ``add_reader`` gives a command the options of whatever reads articles."""
    parser = _add(
        commands, "remove", "take articles out of a store", "Take articles out of a store, with everything that only they said.", run_remove
    )
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="its IRI, its name (kg status --all) or its file")
    parser = _add(
        commands, "status", "what is in a store, and what is stale", "Tell what is in a store, what is stale, and why.", run_status
    )
    parser.add_argument("--all", action="store_true", help="list every article")
    add_reader(parser)
    parser = _add(
        commands,
        "conflicts",
        "what is at odds in a store",
        "List what some sentences hold and others deny, and relations of one value that have two.",
        run_conflicts,
    )
    parser.add_argument(
        "--ontology", action="append", type=Path, default=[], metavar="DIR", help="add your own folder of Turtle (repeatable)"
    )
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
