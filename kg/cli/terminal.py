"""Text -> standard output (what was asked for) and standard error (errors, and progress on a terminal); the exit codes of a stopped run.

What could steer a terminal is made visible.
"""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import OutputError

PROGRAM = "kg"
CLEAR_LINE = "\r\x1b[K"
INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143


def write(text: str, *, data: bool = False) -> None:
    """Write to standard output; what could steer a terminal is made visible, but in data only where a terminal would read it."""
    if not data or sys.stdout.isatty():
        from kg.sparql import to_terminal

        text = to_terminal(text)
    with _explained():
        sys.stdout.write(text)


def stream(texts: Iterable[str], *, data: bool = False) -> bool:
    """Write each text as it comes, the first at once; whether there was any."""
    empty = True
    for text in texts:
        write(text, data=data)
        if empty:
            flush()
        empty = False
    return not empty


def flush() -> None:
    """Hand on what was written to standard output."""
    with _explained():
        sys.stdout.flush()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the system says of standard output into an OutputError; that nobody reads any more is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror}); what was written is not all of it") from error


def complain(message: object) -> None:
    """Write one line to standard error, in the program's name."""
    from kg.sparql import to_terminal

    sys.stderr.write(to_terminal(f"{PROGRAM}: {' '.join(str(message).split())}") + "\n")


@contextmanager
def show_progress() -> Iterator[Callable[[str], None]]:
    """A line on the terminal that says how far the work is; nothing where standard error is a file or a pipe."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from kg.sparql import to_terminal

    def show(text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(CLEAR_LINE + to_terminal(text)[:width])
        sys.stderr.flush()

    show("loading the language model")
    try:
        yield show
    finally:
        show("")


@contextmanager
def stopped_at_once() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the program themselves: the engine answers to its end before Python hears of a signal.

    For work that leaves nothing to tidy up. The shell sees the same exit codes, 130 and 143.
    """
    kept = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def tell_state(graph: Path) -> None:
    """Say so when what is asked is not all that was done: somebody writes, or was stopped."""
    if graph.is_dir():
        from kg.store import tell_state as find_note

        if note := find_note(graph):
            complain(note)


@contextmanager
def telling_what_is_mended(store: Path) -> Iterator[None]:
    """Say so when what readers open was damaged, and whoever writes now has published it anew."""
    from kg.store import find_fault

    was_damaged = find_fault(store) is not None
    try:
        yield
    finally:
        if was_damaged and find_fault(store) is None:
            complain(f"{store}: what readers open was damaged; it has been published anew, and nothing is lost")
