"""The command line's own help -> docs/cli.md; run it with ``make docs``, tests/test_readme.py checks that it was."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from kg.cli import make_parser

PAGE = Path(__file__).resolve().parent.parent / "docs/cli.md"
WIDTH = "100"

HEAD = """# The command line

Written by `make docs` from the program's own help.

Exit codes: 0 all well, 1 something failed (of several articles the others are done), 2 wrong usage, 130 interrupted. What was asked for
goes to standard output; progress, on a terminal only, and errors, one line each, go to standard error.
"""


def find_commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of the commands, in their order."""
    for action in parser._actions:  # noqa: SLF001  (argparse has no public way to its subcommands)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            return dict(action.choices)
    return {}


def to_markdown() -> str:
    """Return the page: the program's help, then each command's."""
    os.environ["COLUMNS"] = WIDTH
    parser = make_parser()
    return "\n".join(
        [
            HEAD,
            *_section("kg", parser),
            *(line for name, command in find_commands(parser).items() for line in _section(f"kg {name}", command)),
        ]
    )


def _section(title: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## {title}\n\n```text\n{parser.format_help().rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(to_markdown(), encoding="utf-8")
