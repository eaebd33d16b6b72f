"""data/questions/*.rq -> named questions, each of which says in its first comment what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import QueryError
from kg.resources import find_resource


@dataclass(frozen=True, slots=True)
class Question:
    """A named query; ``about`` says what it answers, ``in_store`` is a way to the same rows over what only stores keep."""

    name: str
    about: str
    sparql: str
    in_store: str | None = None

    @property
    def unsorted(self) -> str:
        """The query without its last line, which puts the rows in order, so that the first row need not wait for the last."""
        return _ORDER.sub("\n", self.sparql)


_ORDER = re.compile(r"\nORDER BY [^\n{}]*\s*\Z")
STORES = "stores"
"""The folder below the questions with those that are asked otherwise of a store."""


def list_questions(folder: Path | None = None) -> tuple[Question, ...]:
    """Return the named questions in the order of their names."""
    paths = sorted((folder or find_resource("data/questions")).glob("*.rq"))
    return tuple(_read_question(path) for path in paths)


def read_question(name: str, folder: Path | None = None) -> Question:
    """Return the question of that name; raises QueryError that names the nearest ones."""
    questions = {question.name: question for question in list_questions(folder)}
    if name in questions:
        return questions[name]
    near = get_close_matches(name, questions, n=3, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    raise QueryError(f"no question is called {name!r}; {hint}There are: {', '.join(questions)}")


def _read_question(path: Path) -> Question:
    """Read a question; the comment lines that it begins with say what it answers."""
    sparql = path.read_text(encoding="utf-8")
    head = re.match(r"(?:#[^\n]*\n)+", sparql)
    about = " ".join(line.lstrip("# ").strip() for line in head.group().splitlines()) if head else ""
    in_store = path.parent / STORES / path.name
    return Question(path.stem, about, sparql, in_store.read_text(encoding="utf-8") if in_store.is_file() else None)
