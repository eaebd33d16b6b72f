"""JSON Lines -> Articles: one object a line with "text" and perhaps "id", "url" and "title"; what is no article comes as its error."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from kg.article.files import MAX_BYTES, to_text
from kg.errors import InputError
from kg.records import Article

SUFFIXES = frozenset({".jsonl", ".ndjson"})
TITLE_GAP = "\n\n"

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")

Maker = Callable[..., Article]


def is_json_lines(path: Path) -> bool:
    """Whether a file holds an article on each line, by its name."""
    return path.suffix.lower() in SUFFIXES


def begins_json_lines(line: bytes) -> bool:
    """Whether a first line is an article as a JSON object.

    >>> begins_json_lines(b'{"text": "Acme bought Beta."}'), begins_json_lines(b"{Acme} bought Beta.")
    (True, False)
    """
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and "text" in found


def split_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a stream; of one that is longer than an article may be, only as much as shows it."""
    while line := stream.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def read_lines(lines: Iterable[bytes], *, name: str, origin: str, make: Maker) -> Iterator[Article | InputError]:
    """Yield the article of each line that is not blank; ``make`` is ``to_article``.

    An article is named by its URL, else by ``name`` and its id, or by its text where it has no id.
    """
    for number, line in enumerate(lines, 1):
        where = f"{name}, line {number}"
        try:
            if line.strip():
                yield _read_line(line, name=name, where=where, origin=origin, make=make)
        except InputError as error:
            yield error


def _read_line(line: bytes, *, name: str, where: str, origin: str, make: Maker) -> Article:
    if len(line) > MAX_BYTES:
        raise InputError(f"{where}: has {len(line) / 1e6:.1f} MB, more than the {MAX_BYTES // 1_000_000} MB of one article; split it.")
    try:
        found = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise InputError(
            f'{where}: is no JSON ({error.msg}, column {error.pos + 1}); each line must be one object with its "text".'
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f'{where}: is no JSON ({str(error)[:80]}); each line must be one object with its "text".') from error
    if not isinstance(found, dict):
        raise InputError(f'{where}: is no JSON object; expected {{"text": "...", "id": ..., "url": ..., "title": ...}}.')
    text, title, url = (_take(found, field, where) for field in ("text", "title", "url"))
    if url and not _ABSOLUTE.match(url):
        raise InputError(f'{where}: its "url" is no address but {json.dumps(url)[:60]}; leave it out, or name the line by an "id".')
    if text is None:
        raise InputError(f'{where}: has no "text", but {", ".join(sorted(map(str, found))[:8]) or "nothing"}.')
    text = to_text(text.encode("utf-8", "replace"), where=where)
    if title and not text.lstrip().startswith(title):
        text = f"{title}{TITLE_GAP}{text}"
    return make(text, source=f"{name}/{to_key(found.get('id'), text)}", url=url, origin=origin)


def to_key(local: object, text: str) -> str:
    """Return an article's name in its file: its id, made safe for a path and told apart from others where that changed it, else a hash.

    >>> to_key("2024-17", ""), to_key("../x", "")
    ('2024-17', '--x-d6b96a97')
    """
    if not isinstance(local, str | int) or not str(local).strip():
        return sha256(text.encode()).hexdigest()[:16]
    key = str(local).strip()
    safe = re.sub(r"[^\w.\-]+|\.{2,}", "-", key).lstrip(".")[:100]
    return key if safe == key else f"{safe}-{sha256(key.encode()).hexdigest()[:8]}"


def _take(found: dict[str, Any], field: str, where: str) -> str | None:
    value = found.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f'{where}: its "{field}" is no string but {json.dumps(value)[:40]}.')
    return (value or "").strip() or None if field != "text" else value
