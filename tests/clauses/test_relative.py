"""Relative clauses: what the antecedent is in the clause, and what it is not."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        (
            "The shipyard, which employs 900 people, has won an order from Chile.",
            says("employ", subj="The shipyard"),
            says("win", subj="The shipyard"),
        ),
        ("Tesla opened a factory that makes batteries in Brandenburg.", says("make", subj="a factory", obj="batteries")),
        ("The vaccine, which was developed in Pune, protects children.", says("develop", obj="The vaccine", subj="")),
        ("Police arrested a driver who had fled to Malta.", says("flee", subj="a driver", to="Malta")),
        ("The minister, whom unions accuse of lying, resigned.", says("accuse", subj="unions", obj="The minister")),
        ("The painting that thieves took from the villa is a Goya.", says("take", subj="thieves", obj="The painting", from_="the villa")),
        ("The bridge he built in 1931 has cracks.", says("build", subj="he", obj="The bridge")),
        ("The company that the fund plans to sell makes toys.", says("sell", subj="the fund", obj="The company"), says("plan", obj="")),
        ("The bank, from which the family borrowed two million euros, failed.", says("borrow", from_="The bank", obj="two million euros")),
        ("The lawyer to whom he gave the letters kept them.", says("give", subj="he", obj="the letters", to="The lawyer")),
        ("The town where the singer was born has named a square after her.", says("bear", in_="The town", obj="the singer")),
        ("In 1998, when the firm moved to Basel, it had two employees.", says("move", subj="the firm", when="1998", to="Basel")),
    ],
)
def test_antecedent(row: Row) -> None:
    """The noun before the clause fills the gap in it, under a preposition too, and in a clause below."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        (
            "The paper, whose editor resigned in May, was sold.",
            says("resign", subj="whose editor", obj=""),
            says("editor", poss="The paper"),
        ),
        ("The club bought three players, two of whom are injured.", says("buy", obj="three players")),
        ("The day the dam broke, 40 people drowned.", says("break", subj="the dam", obj="")),
        ("The reason the plant closed is unclear.", says("close", subj="the plant", obj="")),
        ("The council said that the school would reopen.", says("reopen", subj="the school", obj="")),
        ("Critics doubt the claim that the drug saves lives.", says("save", subj="the drug", obj="lives")),
        (
            "The firm which makes the drug and the state that buys it disagree.",
            says("make", subj="The firm"),
            says("buy", subj="the state"),
        ),
        ("The region he comes from is poor.", says("come", subj="he", from_="The region", obj="")),
        ("Nobody knows who owns the yacht.", says("own", obj="the yacht", subj="")),
        (
            "The fund, which employs 20 people and which Lars Olsen has run since 2010, bought it.",
            says("run", subj="Lars Olsen", obj="The fund"),
            says("employ", subj="The fund"),
        ),
    ],
)
def test_what_is_no_gap(row: Row) -> None:
    """ "whose" gives a possessor; times, reasons, "that" behind a noun of saying and questions give nothing."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("It was the treasurer who signed the cheque.", says("sign", subj="the treasurer", obj="the cheque")),
        ("What the thieves wanted was the ring.", says("want", subj="the thieves", obj="the ring")),
        ("It was in Geneva that the two leaders met.", says("meet", subj="the two leaders")),
    ],
)
def test_clefts(row: Row) -> None:
    """What a cleft singles out takes its part in the clause."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """A gap in an infinitive below belongs to the infinitive alone."""
    tree = make_tree("firm NN ROOT 0 | that WDT dobj 5 | Acme NNP nsubj 3 | wants VBZ relcl 0 | to TO aux 5 | buy VB xcomp 3", "Acme")
    assert find_slots(tree, "buy", "subj", "obj") == {"subj": ["Acme"], "obj": ["firm"]}
    assert find_slots(tree, "wants", "subj", "obj") == {"subj": ["Acme"], "obj": []}
