"""Texts -> files of one folder: all of them are written, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import GraphError


def write_all(folder: Path, texts: Mapping[str, str]) -> tuple[Path, ...]:
    """Write each text as UTF-8 under its name, replacing what stood there; returns the paths.

    The folder is made where it is missing. Everything is first written to a hidden folder inside it. Raises GraphError when any
    of it cannot be written, and then leaves the files as they were.
    """
    paths = {name: folder / name for name in texts}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".kg-", dir=folder) as stage:
            for name, text in texts.items():
                Path(stage, name).write_text(text, encoding="utf-8", newline="\n")
            for path in paths.values():
                if path.is_dir():
                    raise IsADirectoryError(0, "it is a folder", str(path))
            for name, path in paths.items():
                Path(stage, name).replace(path)
    except OSError as error:
        raise GraphError(
            f"{error.filename or folder}: cannot be written ({error.strerror or error}); choose another place with -o"
        ) from error
    return tuple(paths.values())
