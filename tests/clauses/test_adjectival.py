"""Adjectives: what they describe."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("The Zurich-based lender Helvion dismissed workers.", says("based", noun="The Zurich-based lender", mod="Zurich")),
        ("The London-listed miner Orex fell.", says("listed", mod="London")),
        ("Three injured climbers were flown out.", says("injured", noun="Three injured climbers")),
        ("Two guards were dead.", says("dead", noun="Two guards")),
        ("The prince is married to a dancer.", says("married", noun="The prince", to="a dancer")),
        ("The fund is likely to sell.", says("likely", noun="The fund", inf="<sell>")),
        ("The line is due to open in May.", says("due", noun="The line", inf="<open>")),
        ("A museum devoted to Goya opened.", says("devote", obj="A museum", to="Goya")),
        ("The singer, born in Quito, lives in Rome.", says("bear", obj="The singer", in_="Quito")),
        ("Northern Italy is dry.", says("dry", noun="Northern Italy")),
        ("A clinic full of patients burned.", says("full", of="patients")),
    ],
)
def test_described(row: Row) -> None:
    """The noun it modifies or is said of is ``noun``; what a hyphen joins to it is ``mod``."""
    assert find_mismatches(row) == []


KNOWN_GAPS: list[tuple[str, Row]] = [
    (
        "parser: with a stand-in for the name, 'Helvion cut jobs' is one noun phrase without a verb",
        ("The Zurich-based lender Helvion cut jobs.", says("based", noun="The Zurich-based lender", mod="Zurich")),
    ),
]


@pytest.mark.parametrize(("cause", "row"), KNOWN_GAPS)
def test_known_gaps(cause: str, row: Row) -> None:
    """What is listed as a gap is one; when it closes, its row moves to the table above."""
    assert find_mismatches(row), f"closed: {cause}"


def test_by_hand() -> None:
    """Coordinated adjectives describe the same noun."""
    tree = make_tree("cars NNS nsubj 1 | are VBP ROOT 1 | safe JJ acomp 1 | and CC cc 2 | cheap JJ conj 2")
    assert find_slots(tree, "cheap", "noun") == {"noun": ["cars"]}
