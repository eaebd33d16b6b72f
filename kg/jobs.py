"""Articles -> what is made of each, in the order of the articles, by one process or by several at once.

This process hands out articles, one to each worker that is free, and takes back what became of them; a worker that dies takes only its
article with it. No more than a few articles for each worker are under way, so memory does not grow with their number.

Workers are forked on Linux: they share the loaded model's memory and begin at once. Elsewhere, where libraries of the system do not
survive a fork, each is a fresh process that loads its own.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NoReturn, Protocol, TypeVar

from kg.errors import JobError, KgError
from kg.records import Article

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
D = TypeVar("D")

AHEAD = 4
"""So many articles for each worker are under way or wait for their turn to be told."""

STOPS = (signal.SIGINT, signal.SIGTERM)
SELDOM = 200_000
"""New objects between two searches for cycles: reading makes many small records that live as long as their article and stand in no cycle,
and searching them as often as Python does by itself costs a tenth of the time."""
_thresholds: list[tuple[int, int, int]] = []
"""What was set before each run that is under way, the first first."""
PATIENCE = 5.0
"""Seconds that a worker is given to tidy up when the work is stopped."""


class Work(Protocol[R_co]):
    """What is done with an article, in whichever process; pickled where processes are not forked."""

    def prepare(self) -> None:
        """Load what all articles need; a KgError means that none can be read."""

    def __call__(self, article: Article) -> R_co:
        """Return what is made of one article; a KgError means that this one failed."""


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """An article and what was made of it, or why nothing was."""

    article: Article
    result: R | KgError


@dataclass(frozen=True, slots=True)
class _Bug:
    """What a worker met that is no KgError, as its traceback."""

    text: str


@dataclass(frozen=True, slots=True)
class _Unable:
    """Why a worker could not begin."""

    error: KgError


def do_all(items: Iterable[Article | D], work: Work[R], jobs: int = 1) -> Generator[Done[R] | D, None, None]:
    """Yield what is made of each article, in their order; items that are no articles come through in their places.

    ``jobs`` is how many processes work at once; with one, this one does. Raises KgError when no article can be read at all.
    """
    if jobs > 1:
        yield from _Team(work, jobs).do_all(items)
        return
    prepared = False
    with _collecting_seldom():
        for item in items:
            if not isinstance(item, Article):
                yield item
                continue
            if not prepared:
                work.prepare()
                prepared = True
            yield Done(item, _attempt(work, item))


def _attempt(work: Work[R], article: Article) -> R | KgError:
    try:
        return work(article)
    except KgError as error:
        return error


@contextmanager
def _collecting_seldom() -> Iterator[None]:
    """While a run is under way: at its end the young objects would be searched at once, which after each article takes as long as ever."""
    first, *others = before = gc.get_threshold()
    _thresholds.append(before)
    gc.set_threshold(max(first, SELDOM) if first else 0, *others)
    try:
        yield
    finally:
        earliest = _thresholds[0]
        _thresholds.pop()
        if not _thresholds:
            gc.set_threshold(*earliest)


def choose_start() -> str:
    """Return how workers are started, in the words of ``multiprocessing``."""
    return "fork" if sys.platform == "linux" else "spawn"


def count_cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Team(Generic[R]):
    """Workers, each started when there is an article for it."""

    def __init__(self, work: Work[R], jobs: int) -> None:
        from multiprocessing import get_context

        self.work, self.jobs = work, jobs
        self.context: BaseContext = get_context(choose_start())
        self.workers: list[_Worker[R]] = []
        self.prepared = False

    def do_all(self, items: Iterable[Article | D]) -> Generator[Done[R] | D, None, None]:
        """Yield what is made of each article, in order."""
        source = iter(items)
        done: dict[int, Done[R] | D] = {}
        given = told = 0
        more = True
        try:
            while more or told < given:
                if more and given - told < AHEAD * self.jobs and self._has_room():
                    try:
                        item = next(source)
                    except StopIteration:
                        more = False
                        continue
                    if isinstance(item, Article):
                        self._give(given, item)
                    else:
                        done[given] = item
                    given += 1
                else:
                    done.update(self._collect())
                while told in done:
                    yield done.pop(told)
                    told += 1
        finally:
            self._stop()

    def _has_room(self) -> bool:
        return len(self.workers) < self.jobs or any(worker.article is None for worker in self.workers)

    def _give(self, number: int, article: Article) -> None:
        """Hand an article to a worker that is free, or to a new one."""
        for worker in [each for each in self.workers if each.article is None]:
            with suppress(OSError):
                worker.give(number, article)
                return
            self._dismiss(worker)
        if not self.prepared and self.context.get_start_method() == "fork":
            self.work.prepare()
            self.prepared = True
        worker = _Worker(self.context, self.work)
        self.workers.append(worker)
        with suppress(OSError):
            worker.give(number, article)

    def _collect(self) -> Iterator[tuple[int, Done[R]]]:
        """Wait for the next workers that have finished, and yield what they made, by number of the article."""
        from multiprocessing.connection import wait

        busy = {worker.ours: worker for worker in self.workers if worker.article is not None}
        for ready in wait(list(busy)):
            worker = busy[ready]  # type: ignore[index]
            article = worker.article
            assert article is not None
            try:
                result = worker.take()
            except (EOFError, OSError):
                result = JobError(_tell_end(article, self._dismiss(worker)))
            worker.article = None
            yield worker.number, Done(article, result)

    def _dismiss(self, worker: _Worker[R]) -> int | None:
        """Part from a worker that has died; return its exit code."""
        self.workers.remove(worker)
        worker.ours.close()
        worker.process.join(PATIENCE)
        code: int | None = worker.process.exitcode
        return code

    def _stop(self) -> None:
        """End all workers: they tidy up first, and leave at the latest when patience ends."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.ours.close()
            worker.process.join(PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


class _Worker(Generic[R]):
    """A process, our end of the pipe to it, and the article it has."""

    def __init__(self, context: BaseContext, work: Work[R]) -> None:
        self.ours, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, work), daemon=True)  # type: ignore[attr-defined]
        with _unstopped():
            self.process.start()
        theirs.close()
        self.number = 0
        self.article: Article | None = None

    def give(self, number: int, article: Article) -> None:
        """Hand over an article; raises OSError when the worker has died, and then its end is found where its result is awaited."""
        self.number, self.article = number, article
        self.ours.send(article)

    def take(self) -> R | KgError:
        """Return what the worker made of its article; raises EOFError or OSError when it died."""
        told: R | KgError | _Bug | _Unable = self.ours.recv()
        if isinstance(told, _Unable):
            raise told.error
        if isinstance(told, _Bug):
            raise RuntimeError(f"a worker failed:\n{told.text}")
        return told


@contextmanager
def _unstopped() -> Iterator[None]:
    """Hold back Ctrl-C and SIGTERM for a moment: amid a fork they would be lost, or stop a worker that cannot yet be told."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _tell_end(article: Article, code: int | None) -> str:
    """Return why nothing was made of an article whose worker ended.

    >>> from kg.article import to_article
    >>> _tell_end(to_article("Acme bought Beta.", source="a.txt"), -9)
    'a.txt: the process that read it was ended by SIGKILL; is there too little memory for so many jobs? The rest goes on.'
    """
    how = f"ended by itself (exit code {code})" if code is None or code >= 0 else f"was ended by {signal.Signals(-code).name}"
    hint = "; is there too little memory for so many jobs?" if code == -signal.SIGKILL else "."
    return f"{article.source}: the process that read it {how}{hint} The rest goes on."


# ---------------------------------------------------------------- in the worker


def _serve(theirs: Connection, work: Work[object]) -> None:
    """Do article after article until told to leave; never outlive the process that hands them out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    threading.Thread(target=_watch_parent, daemon=True).start()
    with suppress(EOFError, OSError), _collecting_seldom():
        try:
            work.prepare()
        except KgError as error:
            theirs.send(_Unable(error))
            return
        while True:
            article = theirs.recv()
            try:
                theirs.send(_attempt_all(work, article))
            except (TypeError, AttributeError):
                theirs.send(_Bug(traceback.format_exc()))


def _attempt_all(work: Work[object], article: Article) -> object:
    try:
        return _attempt(work, article)
    except Exception:  # noqa: BLE001  (shown with its traceback by the process that asked)
        return _Bug(traceback.format_exc())


def _watch_parent() -> None:
    """Leave when the process that hands out articles has ended, however it did."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def _leave(*_: object) -> NoReturn:
    raise SystemExit(128 + signal.SIGTERM)
