"""Superlatives: what ranks among its like, and what ranks nothing."""

from __future__ import annotations

import pytest
from clauses.grammar import find_mismatches, read, says

RANKED = [
    ("Nordvik Shipping made its biggest purchase in May.", "purchase", "biggest purchase"),
    ("It is the most generous donation that the museum has received.", "donation", "most generous donation that the museum has received"),
    ("It was the fiercest fire in the town since 1950.", "fire", "fiercest fire in the town since 1950"),
    ("The strike was one of the longest strikes in Danish history.", "strike", "one of the longest strikes in Danish history"),
    ("The second-largest merger in the sector failed.", "merger", "second-largest merger in the sector"),
    ("The merger is the largest deal in the firm’s history.", "merger", "largest deal in the firm’s history"),
    ("The largest strike, which began in Lyon, ended.", "strike", "largest strike"),
    ("The worst flood and the longest drought came in June.", "flood", "worst flood"),
]


@pytest.mark.parametrize(("text", "noun", "words"), RANKED)
def test_the_words_of_a_rank(text: str, noun: str, words: str) -> None:
    """From the superlative to the end of the phrase; a remark, a coordination and an apposition end it."""
    assert words in find_ranks(text, noun)


UNRANKED = [
    ("Most strikes end within a week.", "strike"),
    ("The latest strike ended on Monday.", "strike"),
    ("At least two strikes ended.", "strike"),
    ("The most recently hired workers joined the strike.", "strike"),
    ("The largest strikes ended.", "strike"),
    ("The merger is not the largest deal in the firm’s history.", "merger"),
    ("The strike in the largest port ended.", "strike"),
    ("A larger strike began.", "strike"),
]


@pytest.mark.parametrize(("text", "noun"), UNRANKED)
def test_what_ranks_nothing(text: str, noun: str) -> None:
    """Quantity, time, comparison, several at once, another noun's rank and a denial."""
    assert find_ranks(text, noun) == []


def test_the_time_of_a_comparison_is_no_time_of_the_event() -> None:
    """ "The fiercest fire since 1950" burned later."""
    row = ("It was the fiercest fire in the town since 1950.", says("fire", in_="the town", since=""))
    assert find_mismatches(row) == []


def find_ranks(text: str, noun: str) -> list[str]:
    """The words in the slot ``superlative`` of a noun."""
    _, predications = read(text)
    spans = [
        phrase.span
        for predication in predications
        if predication.lemma == noun
        for filler in predication.fillers
        if filler.slot == "superlative"
        for phrase in filler.phrases
    ]
    return [text[span.start : span.end] for span in spans]
