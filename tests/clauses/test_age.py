"""Ages: whose they are."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, says


@pytest.mark.parametrize(
    "row",
    [
        ("Ruth Holm, 54, runs Ferrox.", says("holm", age="54"), says("run", age="")),
        ("The 34-year-old Kenyan runner Ruth Holm won.", says("holm", age="34")),
        ("Ruth Holm died in Quito at the age of 91.", says("die", age="91")),
        ("The then 34-year-old Ruth Holm won.", says("holm", age="")),
    ],
)
def test_age(row: Row) -> None:
    """An age is that of the name that it stands beside, or of what the verb before it tells."""
    assert find_mismatches(row) == []
