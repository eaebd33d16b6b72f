"""ParsedArticle -> values: amounts of money, percentages, dates, durations and counted quantities."""

from __future__ import annotations

from kg.mentions.amounts import find_money, find_percentages
from kg.mentions.numbers import find_numerals
from kg.records import NEWS_BLOCKS, Mention, ParsedArticle, Span, Value


def find_values(parsed: ParsedArticle) -> tuple[Mention, ...]:
    """Return the values in the blocks that carry news, in the order of the text, none overlapping."""
    text = parsed.article.text
    numerals = find_numerals(text)
    found: list[tuple[Span, Value]] = []
    for span, value in (*find_money(text, numerals), *find_percentages(text, numerals)):
        if not any(span.overlaps(other) for other, _ in found):
            found.append((span, value))
    blocks = [block.span for block in parsed.article.blocks if block.kind in NEWS_BLOCKS]
    return tuple(
        Mention(span, value.text, value.class_iri, "values", 0.95, value)
        for span, value in sorted(found, key=lambda one: one[0])
        if any(span in block for block in blocks)
    )
