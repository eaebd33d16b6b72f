"""Scores: whose they are."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, says


@pytest.mark.parametrize(
    "row",
    [
        ("Ferrox beat Nordvik 3-1 in Quito.", says("beat", score="3", obj="Nordvik")),
        ("Ruth Holm lost 7-5, 6-2 to Ines Prado.", says("lose", score="7", to="Ines Prado")),
        ("A 2-0 win over Nordvik pleased the club.", says("win", score="2", over="Nordvik")),
        ("Ferrox lost its coach after a 4–2 defeat by Nordvik.", says("defeat", score="4–2", by="Nordvik"), says("lose", score="")),
        ("Ferrox won the cup after beating Nordvik 3-1.", says("beat", score="3"), says("win", score="")),
    ],
)
def test_score(row: Row) -> None:
    """A score is that of the verb before it, or of the noun behind it, whose side the clause around it names."""
    assert find_mismatches(row) == []
