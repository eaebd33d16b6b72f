"""Durations before a noun: how long what it tells lasts."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, says


@pytest.mark.parametrize(
    "row",
    [
        ("The envoy began a three-day visit to Quito.", says("visit", over="three-day", to="Quito")),
        ("The port and the union signed a five-year deal.", says("deal", over="five-year")),
        ("Ferrox has a decade-long partnership with Nordvik.", says("partnership", over="decade")),
        ("A week-long strike ended.", says("strike", over="week")),
        ("In its 60-year history of cooperating with Peru, Nordvik lost no ship.", says("cooperate", over="60-year", with_="Peru")),
    ],
)
def test_duration(row: Row) -> None:
    """A counted unit of time before the noun is ``over``; so is that of a history for what the history tells."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("A long strike ended.", says("strike", over="")),
        ("The history of working conditions in the mines is grim.", says("history", over=""), says("condition", over="")),
        ("Next year the firm will build a plant.", says("plant", over=""), says("firm", over="")),
        ("The day shift ended.", says("shift", over="")),
        ("Ferrox has a history of cooperating with Peru.", says("cooperate", over="")),
        ("The summer visit of the queen was cancelled.", says("visit", over="")),
    ],
)
def test_no_duration(row: Row) -> None:
    """A unit of time without a count, or beside another word, says no length."""
    assert find_mismatches(row) == []
