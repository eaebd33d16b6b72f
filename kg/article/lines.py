"""JSON Lines -> Articles: one object a line with "text" and what is known about it; what is no article comes as its error.

That is "id", "url", "title", "published" (or "date"), "authors" (or "author"; one, or a list), "publication" and "publisher".
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from kg.article.files import MAX_BYTES, to_text
from kg.article.metadata import Metadata
from kg.dates import find_full_dates
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
    given = Metadata(
        title=_to_line(title),
        authors=_take_authors(found, where),
        published=_take_date(found, where),
        publication=_to_line(_take(found, "publication", where)) or None,
        publisher=_to_line(_take(found, "publisher", where)) or None,
    )
    if url and not _ABSOLUTE.match(url):
        raise InputError(f'{where}: its "url" is no address but {json.dumps(url)[:60]}; leave it out, or name the line by an "id".')
    if text is None:
        raise InputError(f'{where}: has no "text", but {", ".join(sorted(map(str, found))[:8]) or "nothing"}.')
    text = to_text(text.encode("utf-8", "replace"), where=where)
    if title and not text.lstrip().startswith(title):
        text = f"{title}{TITLE_GAP}{text}"
    return make(text, source=f"{name}/{to_key(found.get('id'), text)}", url=url, origin=origin, given=given)


def _to_line(value: str | None) -> str:
    """Return a value as one line of whole characters."""
    return " ".join((value or "").encode("utf-8", "replace").decode().split())


def _take_authors(found: dict[str, Any], where: str) -> tuple[str, ...]:
    field = "authors" if found.get("authors") is not None else "author"
    value = found.get(field)
    names = value if isinstance(value, list) else [value]
    if any(name is not None and not isinstance(name, str) for name in names):
        raise InputError(f'{where}: its "{field}" is neither a name nor a list of names but {json.dumps(value)[:40]}.')
    return tuple(dict.fromkeys(line for name in names if (line := _to_line(name))))


def _take_date(found: dict[str, Any], where: str) -> str | None:
    """Return the day on which an article appeared, of a date in words, or of an instant, the day that it names."""
    field = "published" if found.get("published") is not None else "date"
    value = _take(found, field, where)
    days = find_full_dates(value or "")
    if value and not days:
        raise InputError(f'{where}: its "{field}" is no date but {json.dumps(value)[:40]}; write it as 2026-03-31, or leave it out.')
    return days[0][1] if days else None


def to_key(local: object, text: str) -> str:
    """Return an article's name in its file: its id, made safe for a path and told apart from others where that changed it, else a hash.

    >>> to_key("2024-17", ""), to_key("../x", "")
    ('2024-17', '--x-d6b96a97')
    """
    if not isinstance(local, str | int) or isinstance(local, bool) or not str(local).strip():
        return sha256(text.encode()).hexdigest()[:16]
    key = str(local).strip()
    safe = re.sub(r"[^\w.\-]+|\.{2,}", "-", key).lstrip(".")[:100]
    return key if safe == key else f"{safe}-{sha256(key.encode(errors='surrogatepass')).hexdigest()[:8]}"


def _take(found: dict[str, Any], field: str, where: str) -> str | None:
    value = found.get(field)
    if value is not None and not isinstance(value, str):
        raise InputError(f'{where}: its "{field}" is no string but {json.dumps(value)[:40]}.')
    return (value or "").strip() or None if field != "text" else value
