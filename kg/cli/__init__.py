"""Arguments -> the verbs of kg, their output and an exit code: 0 all well, 1 something failed, 2 usage, 130 interrupted.

Each module has the verbs of one kind, with their arguments; ``terminal`` writes, ``options`` are those that several verbs take. What
verbs do is imported when they are called, so that help and usage errors pay for nothing.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from kg import __version__
from kg.cli.ask import add_explain, add_facts, add_query
from kg.cli.build import add_build
from kg.cli.correct import add_correct
from kg.cli.evaluate import add_evaluate
from kg.cli.kb import add_kb
from kg.cli.ontology import add_ontology
from kg.cli.show import add_export, add_view
from kg.cli.store import add_store_commands
from kg.cli.terminal import BROKEN_PIPE, INTERRUPTED, PROGRAM, TERMINATED, complain, flush
from kg.errors import KgError, OutputError

SELDOM = 50_000
"""New objects between two searches for cycles: a verb makes few, and to search as often as Python does by itself costs a tenth of the first
answer's time."""


def run() -> NoReturn:
    """Run the program and leave at once: the model's memory goes back whole, not object by object.

    A stream that was closed before takes what nobody will see.
    """
    gc.set_threshold(SELDOM)
    signal.signal(signal.SIGTERM, _terminate)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  (open as long as the program runs)
        getattr(sys, name).reconfigure(errors="backslashreplace")
    code = main()
    try:
        flush()
    except BrokenPipeError:
        code = BROKEN_PIPE
    except OutputError as error:
        complain(error)
        code = 1
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; usage errors raise SystemExit(2)."""
    try:
        options = make_parser().parse_args(arguments)
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 0
    except KgError as error:
        complain(error)
        return 1
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _terminate(*_: object) -> NoReturn:
    raise SystemExit(TERMINATED)


def make_parser() -> argparse.ArgumentParser:
    """Return the command line's grammar; docs/cli.md is written from it."""
    parser = argparse.ArgumentParser(
        prog=PROGRAM, description="News articles become knowledge graphs in which every fact carries its words."
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_build(commands)
    add_query(commands)
    add_facts(commands)
    add_ontology(commands)
    add_evaluate(commands)
    add_view(commands)
    add_explain(commands)
    add_correct(commands)
    add_export(commands)
    add_store_commands(commands)
    add_kb(commands)
    return parser
