"""An article as it stands, its blocks, and its parse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.records.terms import Iri, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


class BlockKind(StrEnum):
    """What a paragraph of an article is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    FURNITURE = "furniture"
    FOOTER = "footer"


NEWS_BLOCKS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.BODY})
"""The kinds of block that are read for facts."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article, without the white space around it."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: the text as it stands and what is known about it; ``origin`` is the file it came from."""

    iri: Iri
    source: str
    title: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    url: str | None = None
    authors: tuple[str, ...] = ()
    publication: str | None = None
    publisher: str | None = None
    published: str | None = None
    copyright_year: str | None = None
    language: str = "en"
    origin: str = ""

    @property
    def metadata(self) -> tuple[str | tuple[str, ...] | None, ...]:
        """What is known of it beside its text: two articles of one text that differ in it are read differently."""
        return self.title, self.authors, self.publication, self.publisher, self.published, self.copyright_year


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and its parse; invariant: ``doc.text == article.text``."""

    article: Article
    doc: Doc
    model: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The grammar of an article: one entry for each token of its doc; a root is its own head; sentences as token ranges.

    What stands in brackets was left out of the parse and hangs as ``parenthesis`` on the word before it.
    """

    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
