"""The folders of data that ship with kg: a name -> its path, in a checkout, an editable install or a wheel."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError

PACKAGE = Path(__file__).resolve().parent

RESOURCES: dict[str, str] = {
    "ontology": "_ontology",
    "data/kb": "_data",
    "data/questions": "_questions",
}
"""Folder below the repository root -> folder inside the package, where a wheel carries it."""


def find_resource(name: str) -> Path:
    """Return the shipped folder ``name`` ("ontology" or "data/kb"), the checkout's before the wheel's.

    Raises KgError for an unknown name, and when the installation lacks the folder.

    >>> find_resource("ontology").is_dir()
    True
    """
    if name not in RESOURCES:
        raise KgError(f"no shipped folder is called {name!r}; there are: {', '.join(RESOURCES)}")
    places = (PACKAGE.parent / name, PACKAGE / RESOURCES[name])
    for place in places:
        if place.is_dir():
            return place
    raise KgError(f"the shipped folder {name!r} is missing (looked in {', '.join(map(str, places))}); install kg again")
