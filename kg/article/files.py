"""Path, folder, pattern or stream -> decoded text with its newlines normalised and nothing else removed."""

from __future__ import annotations

import codecs
import glob
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError

MAX_BYTES = 10_000_000
TEXT_SUFFIXES = frozenset({".txt", ".text", ".jsonl", ".ndjson"})
"""What is read in a folder: plain text, and JSON Lines with an article on each."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a rich text document"),
)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_NEWLINE = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MANGLED_UTF8 = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac")
_WORD = re.compile(r"[^\W\d_]+")
# Frequent in English and rare in the languages that share its alphabet ("a", "in", "on", "is" are not).
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "with",
        "were",
        "from",
        "by",
        "has",
        "said",
        "are",
        "which",
        "this",
        "its",
        "it",
        "will",
        "their",
        "been",
        "would",
        "after",
        "who",
    ]
)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file to read, and the name that its article is known by: its path relative to the source argument."""

    path: Path
    name: str


def list_texts(source: str) -> tuple[TextFile, ...]:
    """Return the files that one source argument means, sorted: itself, a folder's texts, or what a pattern matches.

    Raises InputError when there are none.
    """
    if not source.strip():
        raise InputError("an empty name is no source; pass a file, a folder, a pattern, or - for standard input.")
    path = Path(source)
    if path.is_dir():
        return _list_folder(path)
    if not path.exists() and glob.has_magic(source):
        return _list_pattern(source)
    return (TextFile(path, path.name),)


def read_text(path: Path) -> str:
    """Return the file's text, decoded; raises InputError where it cannot be an English text."""
    if path.is_dir():
        raise InputError(f"{path}: is a folder, not an article; pass a text file in it.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(_too_large(str(path), path.stat().st_size))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # what is no file may never end
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file; check the path.") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions.") from error
    return to_text(data, where=str(path))


def to_text(data: bytes, *, where: str) -> str:
    """Decode and judge the bytes of one article; ``where`` names them in the InputError."""
    if len(data) > MAX_BYTES:
        raise InputError(_too_large(where, len(data)))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{where}: is {kind}, not plain text; extract its text and pass that.")
    text = _NEWLINE.sub("\n", _decode(data, where))
    check_text(text, where=where)
    return text


def check_text(text: str, *, where: str) -> None:
    """Raise InputError for a text that is empty, a web page, binary or not English."""
    if not text.strip():
        raise InputError(f"{where}: is empty; an article needs at least one sentence.")
    if _HTML.match(text):
        raise InputError(f"{where}: is a web page, not plain text; save the article's text and pass that.")
    if len(_CONTROL.findall(text)) > len(text) // 1000:
        raise InputError(f"{where}: is binary data, not text; pass a plain text file.")
    if not is_english(text):
        raise InputError(f"{where}: does not look like English, the only language that kg reads; translate it first.")


def is_english(text: str) -> bool:
    """Whether the text may be English; only a clear no counts, so a headline or a table always passes.

    >>> is_english("Le premier ministre a annoncé mardi un plan. " * 5)
    False
    """
    words = [word.lower() for word in _WORD.findall(text[:50_000])]
    if len(words) >= 5 and sum(word[0] > "\u024f" for word in words) > len(words) // 2:
        return False
    common = sum(word in _ENGLISH for word in words)
    return len(words) < 30 or common / len(words) >= 0.05


def _decode(data: bytes, where: str) -> str:
    """UTF-8, then UTF-16 by its byte order mark, then Windows-1252; UTF-8 with damaged bytes is refused, not guessed."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise InputError(f"{where}: is broken UTF-16; save it again as UTF-8.") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_windows(data, where, error.start)


def _decode_windows(data: bytes, where: str, broken_at: int) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or _MANGLED_UTF8.search(text):
        raise InputError(f"{where}: byte {broken_at} is neither UTF-8 nor Windows-1252; save it again as UTF-8.")
    return text


def _list_folder(folder: Path) -> tuple[TextFile, ...]:
    paths = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in TEXT_SUFFIXES and path.is_file() and not _is_hidden(path.relative_to(folder))
    )
    if not paths:
        raise InputError(f"{folder}: holds no texts; put articles as .txt or .jsonl files in it, or pass a file.")
    return tuple(TextFile(path, path.relative_to(folder).as_posix()) for path in paths)


def _list_pattern(pattern: str) -> tuple[TextFile, ...]:
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = Path(*parts[:fixed])
    paths = sorted(path for path in root.glob("/".join(parts[fixed:])) if path.is_file())
    if not paths:
        raise InputError(f"{pattern}: matches no file; check the pattern, or quote it against the shell.")
    return tuple(TextFile(path, path.relative_to(root).as_posix()) for path in paths)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _too_large(where: str, size: int) -> str:
    return f"{where}: has {size / 1e6:.1f} MB, more than the {MAX_BYTES // 1_000_000} MB of one article; split it."
