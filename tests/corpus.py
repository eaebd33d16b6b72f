"""The open articles of data/articles and one reading of each, shared by the tests that need them all."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.records import Reading

if TYPE_CHECKING:
    from kg.pipeline import Reader

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data/articles"


def list_articles() -> tuple[Path, ...]:
    """The articles, sorted, without those held out."""
    return tuple(sorted(ARTICLES.glob("*.txt")))


@cache
def open_reader() -> Reader:
    """One reader, so that model and vocabulary are loaded once in a test run."""
    from kg.pipeline import Reader

    return Reader()


def read(path: Path) -> Reading:
    """What the pipeline reads in an article."""
    from kg.pipeline import read as read_path

    return read_path(path, reader=open_reader())


@cache
def read_once(path: Path) -> Reading:
    """What the pipeline reads in an article that stays as it is, read once in a test run."""
    return read(path)
