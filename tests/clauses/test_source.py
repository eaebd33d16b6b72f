"""Sources: the clause that a study is the source of."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, says


@pytest.mark.parametrize(
    "row",
    [
        ("Coffee is good for the heart, according to a study by Nordvik.", says("study", told="<is>")),
        ("According to a survey by Nordvik, half of the farmers said they were tired.", says("survey", told="<said>")),
        ("Smog has been linked to gout in a study of 900 people.", says("study", shown="<linked>")),
        ("The study by Nordvik was long.", says("study", told="", shown="")),
    ],
)  # fmt: skip
def test_told_clause(row: Row) -> None:
    """What stands beside "according to" or "in" is what the noun below them tells or shows."""
    assert find_mismatches(row) == []
