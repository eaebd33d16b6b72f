"""Quads -> files: written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.errors import GraphError
from kg.turtle import Quad, format_nquads, format_trig, format_turtle

FORMATS: dict[str, Callable[[Iterable[Quad]], str]] = {
    "ttl": format_turtle,
    "trig": format_trig,
    "nq": format_nquads,
}
"""Format, which is also the file's suffix -> what formats the quads."""


def write_graph(quads: Iterable[Quad], path: Path) -> None:
    """Write the quads in the format that the file's suffix names.

    Raises GraphError for another suffix, and when the file cannot be written.
    """
    suffix = path.suffix.removeprefix(".")
    if suffix not in FORMATS:
        raise GraphError(f"{path}: no graph format has the suffix {path.suffix!r}; there are: {', '.join(FORMATS)}")
    write_text(FORMATS[suffix](quads), path)


def write_text(text: str, path: Path) -> None:
    """Write the text as UTF-8 through a temporary file beside it, so that a reader finds the old file or the new one.

    Folders are made where they are missing. Raises GraphError when the file cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.replace(path)
    except OSError as error:
        raise GraphError(f"{path}: cannot be written ({error.strerror or error}); choose another place with -o") from error
    finally:
        _remove(temporary)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
