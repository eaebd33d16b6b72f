"""A large store -> the page that shows it where nothing is named: drawn once for what is published, and kept beside it.

The page is a function of the snapshot, the vocabulary, kg's own files and the packages that lay it out and draw it; where one of these
has changed it is drawn anew.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from kg.resources import PACKAGE, find_resource
from kg.store import Snapshot, is_large, open_snapshot, place, take_picture

SHOWN = frozenset({".py", ".js", ".css", ".html"})
"""Suffixes of kg's own files, on which the page depends."""

PACKAGES = ("networkx", "numpy", "pyvis")
"""The packages on which the page depends; pyvis brings vis-network, which draws it in the browser."""

Overview = tuple[str, str]
"""A page, and the sentence that says how much of the store it shows."""


def show_overview(folder: Path) -> Overview | None:
    """Return the page of a large store as it is published, drawn where nobody has done so yet; None of one that is shown whole.

    Raises StoreError.
    """
    if not is_large(folder):
        return None
    with open_snapshot(folder) as snapshot:
        found = _read(snapshot)
        if found is None and (found := _draw(snapshot)) is not None:
            _keep(snapshot, found)
        return found


def _draw(snapshot: Snapshot) -> Overview | None:
    picture = take_picture(snapshot)
    if picture is None:
        return None
    from kg.ontology import load_ontology
    from kg.view import to_page

    triples, note = picture
    return to_page(triples, ontology=load_ontology()), note


def _read(snapshot: Snapshot) -> Overview | None:
    """Return the page that is kept; None where there is none, or not the one that would be drawn now."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((snapshot.path / place.PAGE).read_text(encoding="utf-8"))
        found = str(kept["page"]), str(kept["note"])
        if kept["of"] == hash_makers() and kept["sha256"] == _hash(found):
            return found
    return None


def _keep(snapshot: Snapshot, drawn: Overview) -> None:
    """Keep the page with what it shows; where that cannot be written the next one draws it again."""
    page, note = drawn
    text = json.dumps({"of": hash_makers(), "sha256": _hash(drawn), "note": note, "page": page})
    part = snapshot.path / f".{place.PAGE}.{os.getpid()}"
    with suppress(OSError):
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(snapshot.path / place.PAGE)
        finally:
            part.unlink(missing_ok=True)


def _hash(drawn: Overview) -> str:
    return sha256("\n".join(drawn).encode(errors="surrogatepass")).hexdigest()


@cache
def hash_makers() -> str:
    """Return the hash of all that a page is made by: kg's own files, the vocabulary that ships with it, and the packages that draw."""
    digest = sha256("".join(f"{package} {version(package)}\0" for package in PACKAGES).encode())
    for root, suffixes in ((PACKAGE, SHOWN), (find_resource("ontology"), {".ttl"})):
        for path in sorted(path for path in root.rglob("*") if path.suffix in suffixes):
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()
