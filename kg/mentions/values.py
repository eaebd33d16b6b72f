"""ParsedArticle -> values: amounts of money, percentages, dates, scores, ages, durations and counted quantities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

from kg.mentions.ages import find_ages
from kg.mentions.amounts import find_money, find_percentages
from kg.mentions.durations import find_durations
from kg.mentions.instants import Calendar, find_dates
from kg.mentions.numbers import find_numerals
from kg.mentions.quantities import find_quantities
from kg.mentions.scores import find_scores
from kg.records import NEWS_BLOCKS, Mention, ParsedArticle, Span, Value

if TYPE_CHECKING:
    from spacy.tokens import Token

SCORE = 0.95
_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_TENSED = frozenset({"VBD", "VBP", "VBZ", "MD"})


def find_values(parsed: ParsedArticle) -> tuple[Mention, ...]:
    """Return the values in the blocks that carry news, in the order of the text, none overlapping.

    Where two readings overlap, money and percentages win over dates, dates over scores and ages, these over durations, and
    all over counted quantities; of the same kind the longer wins.
    """
    text, doc = parsed.article.text, parsed.doc
    numerals = find_numerals(text)
    blocks = [block.span for block in parsed.article.blocks if block.kind in NEWS_BLOCKS]
    found: list[tuple[Span, Value]] = []
    for values in (
        find_money(text, numerals),
        find_percentages(text, numerals),
        find_dates(text, _to_calendar(parsed)),
        find_scores(text, doc),
        find_ages(text),
        find_durations(text, numerals),
        find_quantities(text, numerals, doc),
    ):
        for span, value in _longest_first(values):
            place = bisect_left(found, span, key=itemgetter(0))
            beside = [other for other, _ in found[max(0, place - 1) : place + 1]]
            if not any(span.overlaps(other) for other in beside) and _is_inside(span, blocks):
                found.insert(place, (span, value))
    return tuple(Mention(span, value.text, value.class_iri, "values", SCORE, value) for span, value in found)


def _is_inside(span: Span, blocks: Sequence[Span]) -> bool:
    """Whether a span lies in one of the blocks, which are in text order."""
    place = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return place >= 0 and blocks[place].covers(span)


def _longest_first(values: Iterable[tuple[Span, Value]]) -> Iterator[tuple[Span, Value]]:
    return iter(sorted(values, key=lambda one: (one[0].start - one[0].end, one[0].start)))


def _to_calendar(parsed: ParsedArticle) -> Calendar:
    doc = parsed.doc
    starts = [token.idx for token in doc]

    def token_at(place: int) -> Token:
        return doc[bisect_right(starts, place) - 1]

    return Calendar(
        published=to_day(parsed.article.published),
        looks_ahead=lambda place: looks_ahead(token_at(place)),
        is_name=lambda place: token_at(place).ent_type_ not in {"", "DATE", "TIME", "CARDINAL"},
        is_date=lambda place: token_at(place).ent_type_ == "DATE",
        is_count=lambda place: counts_next(token_at(place)),
        is_modifier=lambda place: modifies_next(token_at(place)),
    )


def to_day(published: str | None) -> date | None:
    """Return the day of an ISO date; a month or year is no day.

    >>> to_day("2025-03-12"), to_day("2025")
    (datetime.date(2025, 3, 12), None)
    """
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None


def counts_next(token: Token) -> bool:
    """Whether the token is a number and modifies the bare plural right after it ("2000 homes", not "the 2024 elections")."""
    noun = token.head
    if token.dep_ != "nummod" or noun.i != token.i + 1 or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    return not any(child.dep_ in {"det", "poss"} for child in noun.children)


def modifies_next(token: Token) -> bool:
    """Whether the token stands before the noun that it modifies ("the Sept. 11 attacks")."""
    return token.dep_ in {"nummod", "compound", "nmod"} and token.i < token.head.i and token.head.tag_ in {"NN", "NNS"}


def looks_ahead(token: Token) -> bool:
    """Whether the verb over the token is in the future or an infinitive with "to" ("is to open on Friday")."""
    for verb in token.ancestors:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        marks = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
        if marks & _FUTURE_AUXILIARIES:
            return True
        if "to" in marks:
            return not any(child.lower_ in {"had", "have", "has"} for child in verb.head.children if child.dep_ == "aux")
        if verb.tag_ in _TENSED or marks:
            return False
    return False
