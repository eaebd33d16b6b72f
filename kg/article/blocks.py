"""Paragraphs -> blocks: headline, standfirst, caption, byline, body, furniture, footer.

A paragraph that shows by its own words what it is (a byline, a credit, "Subscribe to ...") is named first; then position decides:
the headline opens the text, standfirsts stand between it and the byline or the first full sentence, all else is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.article import cues
from kg.records import Block, BlockKind, Span

_END = re.compile(r"[.!?…]['\"’”)\]]*$")
_PERIOD = re.compile(r"[.…]['\"’”)\]]*$")
_ABBREVIATION_END = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|St)\.)$")
_NAME_ALONE = re.compile(rf"{cues.NAME}$")

_HEADLINE_WORDS = 30
_STANDFIRST_WORDS = 60
_SENTENCE_WORDS = 8


def find_blocks(text: str, paragraphs: Sequence[Span]) -> tuple[Block, ...]:
    """Return one block for each paragraph, in the order of the text."""
    lines = [" ".join(text[span.start : span.end].split()) for span in paragraphs]
    kinds = [_own_kind(line, first=index == 0) for index, line in enumerate(lines)]
    _settle_credits(lines, kinds)
    headline = _find_headline(lines, kinds)
    if headline is not None:
        _mark_front(lines, kinds, headline)
    _mark_followers(lines, kinds)
    blocks = (Block(kind or BlockKind.BODY, span) for kind, span in zip(kinds, paragraphs, strict=True))
    return tuple(part for block in blocks for part in _split_dateline(text, block))


def _split_dateline(text: str, block: Block) -> tuple[Block, ...]:
    """A place, agency and day before the first sentence ("LYON, 3 March (Agency) —") are a block of their own."""
    match = cues.PLACE_DATELINES.match(text, block.span.start, block.span.end) if block.kind is BlockKind.BODY else None
    if match is None:
        return (block,)
    dateline = text[match.start() : match.end()].rstrip()
    return (
        Block(BlockKind.DATELINE, Span(match.start(), match.start() + len(dateline))),
        Block(BlockKind.BODY, Span(match.end(), block.span.end)),
    )


def ends_sentence(line: str) -> bool:
    """Whether the line closes like a sentence.

    >>> ends_sentence("“It works.”"), ends_sentence("Stocks rise in the U.S.")
    (True, False)
    """
    return bool(_END.search(line)) and not _ABBREVIATION_END.search(line)


def is_byline(line: str, *, first: bool = False) -> bool:
    """Whether the line names the author or the day of the article; the ``first`` of a text must open with "By".

    >>> is_byline("By Jane Doe and John Roe in Lyon"), is_byline("By Tuesday the river had risen")
    (True, False)
    """
    if len(line.split()) > 20 or cues.TIME_AFTER_BY.match(line):
        return False
    if cues.DATELINES.match(line):
        return True
    if ends_sentence(line):
        return False
    return bool(cues.BYLINES.match(line)) or (not first and bool(cues.NAMED_BYLINES.match(line)))


def _own_kind(line: str, *, first: bool) -> BlockKind | None:
    """The kind that the words alone tell, wherever the paragraph stands."""
    count = len(line.split())
    if cues.FOOTERS.match(line) or (count <= 80 and cues.COPYRIGHTS.match(line)):
        return BlockKind.FOOTER
    if count <= 40 and (cues.FURNITURE.match(line) or (not first and cues.LABELS.match(line))):
        return BlockKind.FURNITURE
    if is_byline(line, first=first):
        return BlockKind.BYLINE
    if count <= 70 and cues.CAPTIONS.search(line):
        return BlockKind.CAPTION
    return None


def _settle_credits(lines: list[str], kinds: list[BlockKind | None]) -> None:
    """Before the first full sentence a copyright line is a picture credit, and any other footer is furniture."""
    first_news = next((index for index, kind in enumerate(kinds) if kind is None and _is_sentence(lines[index])), 0)
    for index in range(first_news):
        if kinds[index] is BlockKind.FOOTER:
            kinds[index] = BlockKind.CAPTION if cues.COPYRIGHTS.match(lines[index]) else BlockKind.FURNITURE


def _is_sentence(line: str) -> bool:
    return ends_sentence(line) and len(line.split()) >= _SENTENCE_WORDS


def _find_headline(lines: list[str], kinds: list[BlockKind | None]) -> int | None:
    """Index of the headline: the first paragraph left over, if it is short, has no final period and is not alone."""
    left = [index for index, kind in enumerate(kinds) if kind is None]
    if len(left) > 2 and _is_section_label(lines[left[0]]) and _is_headline(lines[left[1]]):
        kinds[left[0]] = BlockKind.FURNITURE
        left = left[1:]
    if len(left) < 2 or not _is_headline(lines[left[0]]):
        return None
    return left[0]


def _is_section_label(line: str) -> bool:
    return len(line.split()) <= 2 and not ends_sentence(line)


def _is_headline(line: str) -> bool:
    no_period = not _PERIOD.search(line) or bool(_ABBREVIATION_END.search(line))
    return no_period and len(line.split()) <= _HEADLINE_WORDS


def _mark_front(lines: list[str], kinds: list[BlockKind | None], headline: int) -> None:
    """Name the headline, its repetitions, and what stands between it and the news."""
    for index, line in enumerate(lines):
        if kinds[index] is None and line.casefold() == lines[headline].casefold():
            kinds[index] = BlockKind.HEADLINE
    byline = _find_byline(lines, kinds, headline)
    for index in range(headline + 1, len(lines) - 1):
        if kinds[index] is None:
            if index > byline and ends_sentence(lines[index]):
                return
            kinds[index] = _front_kind(lines[index])


def _front_kind(line: str) -> BlockKind:
    if not ends_sentence(line) and (_NAME_ALONE.match(line) or cues.JOBS.match(line)):
        return BlockKind.BYLINE
    return BlockKind.STANDFIRST if len(line.split()) >= 4 else BlockKind.FURNITURE


def _find_byline(lines: list[str], kinds: list[BlockKind | None], headline: int) -> int:
    """Index of the byline if at most three short paragraphs stand between it and the headline, else the headline's."""
    byline = next((index for index in range(headline, len(kinds)) if kinds[index] is BlockKind.BYLINE), headline)
    between = [index for index in range(headline + 1, byline) if kinds[index] is None]
    near = len(between) <= 3 and all(len(lines[index].split()) <= _STANDFIRST_WORDS for index in between)
    return byline if near and byline < len(lines) - 1 else headline


def _mark_followers(lines: list[str], kinds: list[BlockKind | None]) -> None:
    """What follows a footer or a heading such as "Related stories" is of its kind, until a line closes like a sentence."""
    kind: BlockKind | None = None
    for index, line in enumerate(lines):
        beside = index > 0 and kinds[index - 1] in {BlockKind.FOOTER, BlockKind.FURNITURE}
        if kinds[index] is None and beside and cues.PUBLISHED_BY.match(line):
            kinds[index] = BlockKind.FOOTER
        if kinds[index] is BlockKind.FOOTER:
            kind = BlockKind.FOOTER
        elif kinds[index] is BlockKind.FURNITURE:
            kind = BlockKind.FURNITURE if cues.LISTS.match(line) or kind is BlockKind.FURNITURE else None
        elif kinds[index] is None and kind and not ends_sentence(line):
            kinds[index] = kind
        else:
            kind = None
