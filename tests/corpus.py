"""The open articles of data/articles and one reading of each, shared by the tests that need them all."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg.records import Reading

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data/articles"


def list_articles() -> tuple[Path, ...]:
    """The articles, sorted, without those held out."""
    return tuple(sorted(ARTICLES.glob("*.txt")))


@cache
def read_once(path: Path) -> Reading:
    """What the pipeline reads in an article, read once in a test run."""
    from kg.pipeline import read

    return read(path)
