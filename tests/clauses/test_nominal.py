"""Nouns: possessors, modifiers, measures."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Ghana's support for the treaty surprised diplomats.", says("support", poss="Ghana", for_="the treaty")),
        ("The Norwegian minister resigned.", says("minister", mod="Norwegian", poss="")),
        ("The bank's founder's widow owns the villa.", says("widow", poss="The bank's founder"), says("founder", poss="The bank")),
        ("Its purchase of two rivals was blocked.", says("purchase", poss="Its", of="two rivals")),
        ("Brazilian President Lia Campos arrived.", says("president", mod="Brazilian")),
        ("The takeover of Delmar by Ostara was approved.", says("takeover", of="Delmar", by="Ostara")),
        ("India's finance and defence ministers met.", says("minister", poss="India")),
        ("The firm's chairman and founder, Ada Lund, left.", says("chairman", poss="The firm")),
    ],
)
def test_owner_and_modifier(row: Row) -> None:
    """Who has it is ``poss``, what narrows it ``mod``."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("The city received a grant of $4 million.", says("grant", measure="$4 million")),
        ("A $20 million loan saved the club.", says("loan", measure="$20 million")),
        ("They won a contract worth 30 million euros.", says("contract", measure="30 million euros")),
        ("The fund spent $10 million in grants.", says("grant", measure="$10 million")),
        ("Two of the plants were closed.", says("plant", measure="")),
        ("A third of the workers left.", says("worker", measure="")),
        ("Five million pounds of investment was lost.", says("investment", measure="Five million pounds of investment")),
        ("A stake of 12 percent was sold.", says("stake", measure="12 percent")),
        ("Three lawyers resigned.", says("lawyer", measure="", mod="")),
    ],
)
def test_measure(row: Row) -> None:
    """An amount of money is the ``measure`` of what it buys; a count of members is none."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """ "whose" is no possessor: its antecedent is."""
    tree = make_tree("Acme NNP ROOT 0 | whose WP$ poss 2 | boss NN nsubj 3 | left VBD relcl 0", "Acme")
    assert find_slots(tree, "boss", "poss") == {"poss": ["Acme"]}
