"""Apposition, copula, title: what a noun is said to be."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Nadia Petrov, head of the port, opened the quay.", says("head", is_="Nadia Petrov", of="the port")),
        ("The head of the port, Nadia Petrov, opened the quay.", says("head", is_="Nadia Petrov", of="the port")),
        ("Peru's deputy minister for mines, Luis Vega, resigned.", says("minister", is_="Luis Vega", poss="Peru")),
        ("Luis Vega, 51, deputy minister for mines, resigned.", says("minister", is_="Luis Vega")),
        ("Nadia Petrov, chair of Lumina and a former judge, resigned.",
         says("chair", is_="Nadia Petrov"), says("judge", is_="Nadia Petrov")),
        ("Lumina's chief executive, Nadia Petrov, and its chairman, Luis Vega, resigned.",
         says("executive", is_="Nadia Petrov", poss="Lumina"), says("chairman", is_="Luis Vega", poss="its")),
        ("The group's founder and chairman Luis Vega left.", says("founder", is_="The group's founder and chairman Luis Vega"),
         says("chairman", poss="The group")),
        ("A team led by the engineer Ruth Falk found the leak.", says("engineer", is_="Ruth Falk")),
        ("The plant, known as Omega Two, burns straw.", says("plant", is_="Omega Two")),
        ("Mayor Nadia Petrov and Queen Ida of Denmark came.", says("petrov", of=""), says("ida", of="Denmark")),
        ("Nadia Petrov and Luis Vega of the Metal Union came.", says("petrov", of="the Metal Union")),
        ("Lumina cut 300 clerks, or 7% of its staff.", says("clerk", of="")),
        ("The town of Ferrol is poor.", says("town", is_="Ferrol")),
        ("The mayor of Ferrol is popular.", says("mayor", is_="")),
        ("The widow of Luis Vega spoke.", says("widow", is_="")),
        ("The board sold the company, identified as Omega Two.", says("company", is_="Omega Two")),
        ("The former Deputy Assistant Director Ruth Falk left.",
         says("deputy", is_=""), says("director", is_="Ruth Falk")),
        ("Ruth Falk, the environment minister and a member of the Centre Party, resigned.",
         says("minister", is_="Ruth Falk", of=""), says("member", of="the Centre Party")),
        ("Ruth Falk, chairwoman and president of Lumina, resigned.", says("chairwoman", of="Lumina")),
    ],
)  # fmt: skip
def test_apposition(row: Row) -> None:
    """A noun is who stands beside it, over ages and prepositional phrases; "of" names only places."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Luis Vega is the president of Lumina.", says("president", "asserted", is_="Luis Vega", of="Lumina")),
        ("Luis Vega is not the president of Lumina.", says("president", "denied", is_="Luis Vega")),
        ("Luis Vega will be president of Lumina.", says("president", "planned", is_="Luis Vega")),
        ("Luis Vega became president of Lumina in 2011.", says("president", "asserted", is_="Luis Vega")),
        ("Luis Vega may remain president of Lumina.", says("president", "possible", is_="Luis Vega")),
        ("Luis Vega is one of the founders of Lumina.", says("founder", is_="Luis Vega", of="Lumina", measure="")),
        ("Luis Vega, one of the founders of Lumina, died.", says("founder", is_="Luis Vega")),
        ("Luis Vega, who was mayor until 2010, died.", says("mayor", is_="Luis Vega")),
        ("It was a mistake that he resigned.", says("mistake", is_="")),
        ("The bank's largest customer is the retailer Carrefond Stores.", says("customer", is_="the retailer")),
        ("Lin Fang, whose husband is Gao Jun, left.", says("husband", is_="Gao Jun", poss="Lin Fang")),
        ("It was the clerk who found the leak.", says("clerk", is_="")),
        ("It is the largest mill that the firm has built.", says("mill", is_="It")),
        ("It is a mill that makes paper.", says("mill", is_="It")),
        ("There was a clerk in the office.", says("clerk", is_="")),
    ],
)
def test_copula(row: Row) -> None:
    """What somebody is, becomes or remains holds as far as the verb's stance goes; "it" in a cleft is nobody."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """A title before a name is the name's."""
    tree = make_tree("President NNP compound 1 | Vega NNP nsubj 2 | left VBD ROOT 2", "Vega")
    assert find_slots(tree, "President", "is") == {"is": ["President Vega"]}
