"""Texts -> files of one folder: all of them are written, or none."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import GraphError

STAGE = ".kg-"
"""What the hidden folders of unfinished writing begin with; the number of the process follows."""


def write_all(folder: Path, texts: Mapping[str, str | Iterable[str]]) -> tuple[Path, ...]:
    """Write each text, whole or in pieces, as UTF-8 under its name, replacing what stood there; returns the paths.

    The folder is made where it is missing. Everything is first written to a hidden folder inside it. Raises GraphError when any
    of it cannot be written, and then leaves the files as they were.
    """
    paths = {name: folder / name for name in texts}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        with TemporaryDirectory(prefix=f"{STAGE}{os.getpid()}-", dir=folder) as stage:
            for name, text in texts.items():
                with Path(stage, name).open("w", encoding="utf-8", newline="\n") as file:
                    file.writelines([text] if isinstance(text, str) else text)
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


def _sweep(folder: Path) -> None:
    """Remove what processes left behind that were killed while they wrote."""
    for stage in folder.glob(f"{STAGE}*"):
        number = re.match(r"(\d+)-", stage.name.removeprefix(STAGE))
        if number and not _is_running(int(number[1])):
            shutil.rmtree(stage, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
