"""corrections.yaml <-> corrections: a list of plain entries that a person can read, each with the line that it stands in.

What a person writes around the entries, comments and order, stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

import yaml

from kg.corrections.record import FREE, PARTS, Correction, Kind
from kg.errors import CorrectionError, GraphError
from kg.outputs import write_all

FILE_NAME = "corrections.yaml"
"""The file that is found by itself, in the folder of the graph files."""

MAX_BYTES = 1_000_000
HEADING = "# Corrections of what kg reads; every build keeps to them. kg correct writes them, and so may you.\n"


# ---------------------------------------------------------------- reading


def find_files(folder: Path, root: Path) -> tuple[Path, ...]:
    """Return the correction files that hold for the graphs of a folder: those of ``root`` and of each folder down to it."""
    places = [place for place in (folder, *folder.parents) if place.is_relative_to(root)]
    return tuple(path for path in (place / FILE_NAME for place in reversed(places)) if path.is_file())


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a file, in its order; raises CorrectionError, which names the line."""
    return _parse(_read_text(path), path)


@lru_cache(maxsize=64)
def _parse(text: str, path: Path) -> tuple[Correction, ...]:
    return tuple(_to_correction(node, path) for node in _read_nodes(text, path))


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CorrectionError(f"{path}: has more than {MAX_BYTES // 1_000_000} MB; is it a file of corrections?")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be read ({error.strerror or error}); kg correct makes one") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: is not UTF-8; save it again as UTF-8") from error


def _read_nodes(text: str, path: Path) -> list[yaml.MappingNode]:
    """Return the entries of a list; scalars stay as they are written ("no" is no boolean)."""
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise CorrectionError(f"{where}: is no YAML ({getattr(error, 'problem', None) or type(error).__name__})") from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise CorrectionError(f"{path}:1: expected a list of entries, each beginning with '- correction:'")
    for node in root.value:
        if not isinstance(node, yaml.MappingNode):
            raise CorrectionError(f"{_place(node, path)}: expected an entry that begins with '- correction:'")
    return list(root.value)


def _to_correction(node: yaml.MappingNode, path: Path) -> Correction:
    words = dict(_read_words(node, path))
    where = _place(node, path)
    kind = _to_kind(words.pop("correction", ""), where)
    needed, free = PARTS[kind]
    allowed = (*needed, *free, *FREE)
    for name in words:
        if name not in allowed:
            raise CorrectionError(f"{where}: '{kind}' has no part {name!r}; it may have: {', '.join(allowed)}")
    for name in needed:
        if name not in words:
            raise CorrectionError(f"{where}: '{kind}' needs {name!r}")
    if "object" in words and "predicate" not in words:
        raise CorrectionError(f"{where}: '{kind}' with an object needs its 'predicate'")
    return Correction(kind, tuple((name, words[name]) for name in allowed if name in words), where)


def _read_words(node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, str]]:
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            raise CorrectionError(f"{_place(key, path)}: expected 'name: words' in one line")
        if value.value.strip():
            yield key.value, " ".join(value.value.split())


def _to_kind(text: str, where: str) -> Kind:
    kinds = [str(kind) for kind in Kind]
    if text in kinds:
        return Kind(text)
    near = get_close_matches(text, kinds, n=1)
    hint = f"did you mean '{near[0]}'? " if near else ""
    raise CorrectionError(f"{where}: no correction is called {text!r}; {hint}There are: {', '.join(kinds)}")


def _place(node: yaml.Node, path: Path) -> str:
    return f"{path}:{node.start_mark.line + 1}"


# ---------------------------------------------------------------- writing


def add_correction(path: Path, correction: Correction) -> bool:
    """Write a correction at the end of a file, which is made where it is missing; whether it is new there.

    Raises CorrectionError when the file is broken or cannot be written, and then leaves it as it was.
    """
    text = _read_text(path) if path.exists() else HEADING
    before = [(each.kind, each.parts) for each in read_corrections(path)] if path.exists() else []
    if (correction.kind, correction.parts) in before:
        return False
    nodes = _read_nodes(text, path)
    margin = " " * (nodes[0].start_mark.column - 2) if nodes else ""
    entry = yaml.safe_dump(
        [{"correction": str(correction.kind), **dict(correction.parts)}], allow_unicode=True, sort_keys=False, width=1_000
    )
    lines = "".join(f"{margin}{line}\n" for line in entry.splitlines())
    _write(path, f"{text.rstrip()}\n\n{lines}" if text.strip() else f"{HEADING}\n{lines}", expected=len(before) + 1)
    return True


def remove_correction(path: Path, number: int) -> Correction:
    """Take the correction of that number, from 1, out of a file and return it; raises CorrectionError where there is none."""
    known = read_corrections(path)
    if not 1 <= number <= len(known):
        raise CorrectionError(f"{path}: has no correction {number}; kg correct GRAPH lists the {len(known)} that there are")
    text = _read_text(path)
    node = _read_nodes(text, path)[number - 1]
    first, last = node.start_mark.line, max(value.end_mark.line - (value.end_mark.column == 0) for _, value in node.value)
    lines = text.splitlines(keepends=True)
    after = lines[last + 1 :]
    if first and not lines[first - 1].strip() and after and not after[0].strip():
        after = after[1:]
    _write(path, "".join((*lines[:first], *after)), expected=len(known) - 1)
    return known[number - 1]


def _write(path: Path, text: str, *, expected: int) -> None:
    """Write a file of so many corrections, or none of it."""
    try:
        count = len(_read_nodes(text, path))
    except CorrectionError:
        count = -1
    if count != expected:
        raise CorrectionError(f"{path}: is written in a form that kg cannot change; change it by hand")
    try:
        write_all(path.parent, {path.name: text})
    except GraphError as error:
        raise CorrectionError(f"{path}: cannot be written ({error.__cause__}); choose another file with --corrections") from error
