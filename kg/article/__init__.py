"""File, folder, pattern, stream or string -> Article: the text as it stands, blocks over it, and what they say about it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from kg.article.blocks import find_blocks
from kg.article.files import MAX_BYTES, TextFile, check_text, list_texts, read_text, to_text
from kg.article.lines import begins_json_lines, is_json_lines, read_lines, split_lines
from kg.article.metadata import Metadata, find_metadata
from kg.article.paragraphs import find_paragraphs
from kg.errors import InputError
from kg.namespaces import ARTICLE
from kg.records import Article, Iri

__all__ = [
    "TextFile",
    "count_articles",
    "list_texts",
    "read_article",
    "read_articles",
    "read_file",
    "read_stream",
    "to_article",
]


_HALVES = re.compile("[\ud800-\udfff]")
_HALVES_OF_NO_NAME = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Lone surrogates; those between stand for the bytes of a file's name that is not UTF-8 (PEP 383)."""


def to_article(text: str, *, source: str, url: str | None = None, origin: str = "", given: Metadata = Metadata()) -> Article:  # noqa: B008
    """Return the article that the text is; ``source`` names it in its IRI where it has no URL, ``origin`` is the file it came from.

    What is ``given`` about it goes before what the text says, but for the title: the headline in the text is the whole one.

    ``text`` is taken as it stands, but for halves of characters, which no file can hold: they become U+FFFD. Raises InputError for a text
    that is empty, a web page, binary or not English.

    >>> to_article("Acme buys Beta\\n\\nAcme bought Beta on Monday.", source="a b.txt").iri
    'https://w3id.org/kg-news/article/a%20b.txt'
    """
    text = _HALVES.sub("\ufffd", text)
    check_text(text, where=source)
    blocks = find_blocks(text, find_paragraphs(text))
    about = find_metadata(text, blocks)
    return Article(
        iri=Iri(url or ARTICLE + quote(_HALVES_OF_NO_NAME.sub("\ufffd", source).encode(errors="surrogateescape"))),
        source=source,
        title=about.title or given.title,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        blocks=blocks,
        url=url,
        authors=given.authors or about.authors,
        publication=given.publication or about.publication,
        publisher=given.publisher or about.publisher,
        published=given.published or about.published,
        copyright_year=given.copyright_year or about.copyright_year,
        origin=origin,
    )


def read_article(path: Path, *, root: Path | None = None) -> Article:
    """Return the article in a file, named by its path relative to ``root`` or, without one, by its file name.

    Raises InputError for a file that is missing, empty, binary, too large or not English.
    """
    name = path.relative_to(root).as_posix() if root is not None and path.is_relative_to(root) else path.name
    return to_article(read_text(path), source=name, origin=to_origin(path))


def to_origin(path: Path) -> str:
    """Return where a file is, by its own name though it be a link to another; nothing for a pipe, which is not there again."""
    return os.path.abspath(path) if path.is_file() else ""  # noqa: PTH100  (resolve would follow the link)


def read_stream(stream: BinaryIO, *, name: str = "stdin") -> Article:
    """Return the article in a byte stream."""
    return to_article(to_text(stream.read(), where=name), source=name)


def read_articles(sources: Iterable[str], *, stdin: BinaryIO | None = None) -> Iterator[Article | InputError]:
    """Yield the articles that files, folders, patterns and "-" (standard input) hold, one after the other.

    What cannot be read comes as the InputError in its place, so that the rest gets done; so does a second article
    with the IRI of an earlier one, but where it is the same again, text and all that is known of it: that comes once.
    """
    seen: dict[Iri, tuple[object, ...]] = {}
    for source in sources:
        for article in _read_source(source, stdin):
            if isinstance(article, InputError) or article.iri not in seen:
                yield article
            elif seen[article.iri] != (article.sha256, article.metadata):
                is_other_text = seen[article.iri][0] != article.sha256
                difference = "its text is not this one" if is_other_text else "its date, or what else is known of it, is not this one's"
                yield InputError(_tell_namesake(article, source, difference))
            if isinstance(article, Article):
                seen.setdefault(article.iri, (article.sha256, article.metadata))


def _tell_namesake(article: Article, source: str, difference: str) -> str:
    from_line = article.origin == "-" or is_json_lines(Path(article.origin))
    advice = "keep one of them" if article.url else "give each line an id of its own" if from_line else "pass the folder that holds both"
    where, name = article.origin if from_line else source, article.url or article.source
    return f"{where}: another article of this run is already named {name}, and {difference}; {advice}."


def _read_source(source: str, stdin: BinaryIO | None) -> Iterator[Article | InputError]:
    try:
        if source == "-":
            if stdin is None and sys.stdin is None:
                raise InputError("stdin: is closed; pipe a text or JSON Lines into it, or pass a file.")
            yield from _read_standard_input(stdin or sys.stdin.buffer)
            return
        files = list_texts(source)
    except InputError as error:
        yield error
        return
    for file in files:
        yield from read_file(file)


def read_file(file: TextFile) -> Iterator[Article | InputError]:
    """Yield the article of a text file, or those of a file of JSON Lines; what cannot be read comes as its error."""
    origin = to_origin(file.path)
    try:
        if not is_json_lines(file.path):
            yield to_article(read_text(file.path), source=file.name, origin=origin)
            return
        with file.path.open("rb") as stream:
            found = read_lines(split_lines(stream), name=file.name, origin=origin, make=to_article)
            first = next(found, None)
            if first is None:
                raise InputError(f'{file.path}: holds no articles; each line must be one object with its "text".')
            yield first
            yield from found
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"{file.path}: cannot be read ({error.strerror}); check the path and its permissions.")


def _read_standard_input(stream: BinaryIO) -> Iterator[Article | InputError]:
    """Yield the article of a stream, or the articles of JSON Lines as they come in."""
    lines = split_lines(stream)
    first = next(lines, b"")
    if begins_json_lines(first):
        yield from read_lines(chain([first], lines), name="stdin", origin="-", make=to_article)
    else:
        yield read_stream(BytesIO(first + stream.read(MAX_BYTES + 1)))


def count_articles(sources: Iterable[str]) -> int | None:
    """Return how many articles the sources hold at most, without reading them; None for standard input."""
    total = 0
    for source in sources:
        if source == "-":
            return None
        try:
            files = list_texts(source)
        except InputError:
            continue
        total += sum(_count_lines(file.path) if is_json_lines(file.path) else 1 for file in files)
    return total


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 0
