"""Folders of Turtle -> Ontology, from the cache when the files have not changed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from kg import __version__
from kg.ontology.cache import read_cache, write_cache
from kg.ontology.read import find_files, read_annotations
from kg.ontology.record import Ontology


def load_ontology(folders: Sequence[Path] | None = None, *, cache: bool = True) -> Ontology:
    """Return the shipped ontology, with what the user's ``folders`` add to it.

    With ``cache`` the compiled form is kept in the user's cache folder, found by the files' contents and kg's version.
    Raises OntologyError that names file, frame and word.
    """
    files = find_files(folders)
    digest = hash_files(files)
    known = read_cache(digest) if cache else None
    if known is not None:
        return known
    from kg.ontology.compile import compile_ontology

    ontology = compile_ontology(read_annotations(files), digest)
    if cache:
        write_cache(ontology)
    return ontology


def hash_files(files: Sequence[Path]) -> str:
    """Return the sha256 of kg's version and the files' names and contents."""
    digest = sha256(__version__.encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"\n{file.name} {len(content)}\n".encode() + content)
    return digest.hexdigest()
