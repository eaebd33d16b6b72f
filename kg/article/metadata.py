"""Blocks -> what the article says about itself: title, authors, date, publication, publisher, year of copyright."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.article.cues import BY, NAME, NAME_WORD
from kg.dates import find_full_dates
from kg.records import Block, BlockKind

_ORGANISATION = r"[A-Z0-9][\w&’'.-]*(?:\s+(?:(?:of|the|and|for|de|&)\s+)*[A-Z0-9][\w&’'-]*)*"
_PUBLISHED_BY = re.compile(
    rf"(?:^|[.•|*]\s*)(?:The\s+)?(?P<publication>{_ORGANISATION})"
    rf" is (?:published|produced|owned and operated) by (?P<publisher>{_ORGANISATION})"
)
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright)(?:\s*(?:©|[Cc]opyright))?\s*(?P<years>\d{{4}}(?:\s*[-–]\s*\d{{4}})?)?,?\s*(?:by\s+)?"
    rf"(?P<holder>{_ORGANISATION}(?:,? Inc\b|,? Ltd\b)?)?"
)
_HOLDER_TAIL = re.compile(r",?\s+(?:\d{4}|All\b).*$|\.$")
_FIRST_IN = re.compile(rf"\b(?:published|appeared) (?:in|on|at) (?:the )?(?P<publication>{_ORGANISATION})")
_OPENING = re.compile(rf"{BY}", re.IGNORECASE)
_CREDIT = re.compile(rf"\b[Rr]eporting by\s+(?P<names>{NAME}(?:(?:,| and|, and)\s+{NAME})*)")
_TAIL = re.compile(r"\s*[|·•(]|\s+(?:in|for|at|of|on|from|with)\s+|\s*[–—]\s|\s+-\s|\s*[,:]?\s*\d")
_AND = re.compile(r"\s+(?:and|&)\s+")
_NAME = re.compile(rf"{NAME}$")
_NO_PERSON = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|staff|news|agency|agencies|journalist|press|desk|bureau|chief|team|media|times|post|service|newsroom|today)\b",
    re.IGNORECASE,
)
_JOB_TAIL = re.compile(
    rf"(?P<name>{NAME_WORD}\s+.*?{NAME_WORD})(?:\s+{NAME_WORD})?\s+(?i:editor|correspondent|reporter|writer|staff|journalist|columnist)\b.*$"
)
_DATELINE = re.compile(r"[^.!?]{0,80}?[—–-]")
_LATER = re.compile(r"\b(?:updated|amended|modified|corrected|accessed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the blocks around the news tell; an empty title stands for an article without a headline."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str | None = None
    publication: str | None = None
    publisher: str | None = None
    copyright_year: str | None = None


def find_metadata(text: str, blocks: Sequence[Block]) -> Metadata:
    """Return the article's metadata; nothing is guessed that no block states."""
    headline = next(iter(_lines(text, blocks, BlockKind.HEADLINE)), "")
    footers = tuple(_lines(text, blocks, BlockKind.FOOTER))
    publication, publisher = _find_publisher(footers)
    holder, year = _find_copyright(footers)
    return Metadata(
        title=headline,
        authors=_find_authors(text, blocks),
        published=_find_published(text, blocks),
        publication=publication,
        publisher=publisher or holder,
        copyright_year=year,
    )


def to_authors(byline: str) -> tuple[str, ...]:
    """Return the people that a byline names, in its order.

    >>> to_authors("By Jane Doe and John Roe, Reuters | 12 March 2025")
    ('Jane Doe', 'John Roe')
    """
    names = byline[opening.end() :] if (opening := _OPENING.match(byline)) else byline
    names = _JOB_TAIL.sub(r"\g<name>", names)
    parts = [part.strip() for part in _TAIL.split(names, maxsplit=1)[0].split(",")]
    last = max(
        (index for index, part in enumerate(parts) if _AND.search(part) or part.startswith("and ")),
        default=0,
    )
    people = [name.strip() for part in parts[: last + 1] for name in _AND.split(part.removeprefix("and "))]
    return tuple(dict.fromkeys(name for name in people if _NAME.match(name) and not _NO_PERSON.search(name)))


def _lines(text: str, blocks: Sequence[Block], *kinds: BlockKind) -> Iterator[str]:
    for block in blocks:
        if block.kind in kinds:
            yield " ".join(text[block.span.start : block.span.end].split())


def _find_authors(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    for line in _lines(text, blocks, BlockKind.BYLINE):
        if authors := to_authors(line):
            return authors
    for line in _lines(text, blocks, BlockKind.FOOTER):
        if credit := _CREDIT.search(line):
            return to_authors(re.sub(r",(?! and)(?=.*\band\b)", ",", credit["names"]))
    return ()


def _find_published(text: str, blocks: Sequence[Block]) -> str | None:
    """The first full date of the bylines, then of the dateline, then of the footers; a date of change only if no other."""
    datelines = (match[0] for line in _lines(text, blocks, BlockKind.DATELINE, BlockKind.BODY) if (match := _DATELINE.match(line)))
    lines = [
        *_lines(text, blocks, BlockKind.BYLINE),
        *list(datelines)[:1],
        *(line for line in _lines(text, blocks, BlockKind.FOOTER) if re.search(r"\bpublished\b", line, re.IGNORECASE)),
    ]
    dates = ((bool(_LATER.search(line)), iso) for line in lines for _, iso in find_full_dates(line)[:1])
    return next((iso for _, iso in sorted(dates, key=lambda dated: dated[0])), None)


def _find_publisher(footers: Sequence[str]) -> tuple[str | None, str | None]:
    for line in footers:
        if match := _PUBLISHED_BY.search(line):
            return match["publication"], match["publisher"].rstrip(".")
    for line in footers:
        if match := _FIRST_IN.search(line):
            return (None if find_full_dates(match["publication"]) else match["publication"].rstrip(".")), None
    return None, None


def _find_copyright(footers: Sequence[str]) -> tuple[str | None, str | None]:
    """Holder and latest year of the first copyright line."""
    for line in footers:
        match = _COPYRIGHT.search(line)
        if match and (match["years"] or match["holder"]):
            holder = _HOLDER_TAIL.sub("", match["holder"] or "") or None
            years = re.findall(r"\d{4}", match["years"] or match["holder"])
            return holder, max(years, default=None)
    return None, None
