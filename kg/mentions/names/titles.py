"""Candidates -> candidates: a title in quotation marks and Title Case is one name, the title of a work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.mentions.names.candidates import Candidate
from kg.mentions.names.words import Words

OPENING = {"“": "”", '"': '"', "‘": "’", "«": "»"}
LONGEST_TITLE = 9
SMALL_IN_TITLES = frozenset("a an the and or of in on at to for from with by as is it's i'm my".split())


def find_titles(words: Words, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with those inside a title in quotation marks replaced by the whole title, labelled as a work."""
    by_start = {candidate.start: candidate for candidate in candidates}
    titles = []
    for start, end in _find_quoted(words):
        inside = [candidate for candidate in candidates if candidate.start < end and candidate.end > start]
        if any(candidate.start < start or candidate.end > end for candidate in inside):
            continue
        if len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end):
            continue
        if not inside and end - start < 2:
            continue
        for candidate in inside:
            by_start.pop(candidate.start, None)
        titles.append(Candidate(start, end, "WORK_OF_ART"))
    return sorted([*by_start.values(), *titles], key=lambda candidate: candidate.start)


def _find_quoted(words: Words) -> Iterator[tuple[int, int]]:
    """Short passages between quotation marks in Title Case."""
    token = 0
    while token < len(words):
        closing = OPENING.get(words.text[token])
        opens = (
            closing is not None
            and token + 1 < len(words)
            and not words.spaced[token]
            and (token == 0 or words.spaced[token - 1] or words.text[token - 1] in {"(", "—"})
        )
        if not opens:
            token += 1
            continue
        end = next((stop for stop in range(token + 1, min(token + LONGEST_TITLE + 2, len(words))) if words.text[stop] == closing), None)
        if end is None:
            token += 1
            continue
        stop = end
        while stop > token + 1 and words.text[stop - 1] in {",", "."}:
            stop -= 1
        if stop > token + 1 and _is_title(words, token + 1, stop):
            yield token + 1, stop
        token = end + 1


def _is_title(words: Words, start: int, end: int) -> bool:
    """Whether every word that is no small word has a capital, and the first has one, whatever it is."""
    texts = words.text[start:end]
    if not texts[0][:1].isupper() or any(mark in texts for mark in (".", ";", ",")):
        return False
    return all(
        text[:1].isupper() or text[:1].isdigit() or text.lower() in SMALL_IN_TITLES or not text[:1].isalpha() for text in texts
    ) and any(text[:1].isupper() for text in texts[-1:])
