"""What the vocabulary knows of words, as the repairs of the parse need it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records import Iri
from kg.terms import PERSON


@dataclass(frozen=True, slots=True)
class Lexis:
    """Verbs (also with particle or preposition), verbs of saying, the classes of persons and their posts, and those of all that acts."""

    verbs: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    persons: frozenset[Iri] = frozenset({PERSON})
    actors: frozenset[Iri] = frozenset({PERSON})
