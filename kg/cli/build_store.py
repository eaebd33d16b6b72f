"""``kg build --store``: articles -> a store, with how far and how fast it goes, and the failures at the end."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kg.cli.options import count_jobs
from kg.cli.terminal import INTERRUPTED, TERMINATED, complain, show_progress, telling_what_is_mended, write
from kg.errors import KgError, StoreError

EVERY = 0.1
"""Seconds between two lines of progress."""


def run_build_store(options: argparse.Namespace) -> int:
    """``kg build SOURCES --store DIR``: articles to a store, with progress, and the failures at the end."""
    from kg.article import count_articles
    from kg.pipeline import Reader
    from kg.storing import build_store

    if options.facts_only or options.list:
        complain("--store keeps everything that is read: leave out --facts-only and --list")
        return 2
    run, code = Run(), 0
    with telling_what_is_mended(options.store), show_progress() as show:
        run.total = count_articles(options.sources) if sys.stderr.isatty() else None
        try:
            reader = Reader(options.ontology, options.model, getattr(options, "corrections", None))
            with closing(build_store(options.sources, options.store, reader=reader, jobs=count_jobs(options))) as articles:
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
    if run.done:
        write(f"{store}: {run.tell_changes()}\n" + (f"next  kg status {store}\n      kg facts {store}\n" if not code else ""))
    for failure in run.failures:
        complain(failure)
    if run.failures and (run.done or len(run.failures) > 1):
        rest = "; the rest is done" if run.done else ""
        complain(f"{len(run.failures)} of {run.done + len(run.failures)} articles failed{rest}")
    if code in {INTERRUPTED, TERMINATED}:
        told = "1 article is" if run.done == 1 else f"{run.done:,} articles are"
        complain(f"stopped; {told} done and kept, and the same command goes on from there")
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
