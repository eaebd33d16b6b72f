"""SPARQL text -> nothing, or a QueryError: a query reads the given graph, and neither writes nor looks elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError

_TOKEN = re.compile(
    r"""
    (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?:[^\\]|\\.)*?\"{3} | '{3}(?:[^\\]|\\.)*?'{3} | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<comment>\#[^\n\r]*)
  | (?P<variable>[?$]\w+)
  | (?P<prefix>[\w.\-]*):(?:[\w.\-:%]|\\.)*
  | (?P<word>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ELSEWHERE = re.compile("FROM|SERVICE", re.IGNORECASE)
_UPDATES = frozenset({"LOAD", "INSERT", "DELETE", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD"})


def check_query(sparql: str) -> None:
    """Raise QueryError when the query would read another source (FROM, SERVICE) or write.

    The engine would follow SERVICE to any address, so the search errs on the side of refusing: it sees a keyword that is glued
    to its neighbours ("trueSERVICE:x") or escaped, but none in strings, comments, IRIs, local names and names of variables.
    """
    for text in (sparql, _CODEPOINT.sub(_unescape, sparql)):
        for word in _find_words(text):
            if found := _ELSEWHERE.search(word):
                raise QueryError(f"{found.group().upper()} is refused: a query reads the given file and nothing else")
            if word.upper() in _UPDATES:
                raise QueryError(f"{word.upper()} is refused: a query only reads; ask with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _find_words(sparql: str) -> Iterator[str]:
    """Yield each bare word and each prefix, under every way to read ``<``.

    Where "<" may be less-than, what looks like an IRI may open a string or a comment that hides the rest: both readings are followed.
    """
    todo, seen = [0], set()
    while todo:
        at = todo.pop()
        if at in seen or at >= len(sparql):
            continue
        seen.add(at)
        match = _TOKEN.match(sparql, at)
        todo.append(match.end() if match else at + 1)
        if match and match.lastgroup in {"prefix", "word"}:
            yield match[match.lastgroup]
        elif match and match.lastgroup == "iri" and not {"'", "#"}.isdisjoint(match.group()):
            todo.append(at + 1)


def _unescape(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"
