"""Control and raising: who is to do what an infinitive says."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Harbin Steel agreed to buy two mines in Guinea.", says("buy", subj="Harbin Steel", obj="two mines"), says("agree", inf="<buy>")),
        ("The minister was asked to explain the delay.", says("explain", subj="The minister", obj="the delay")),
        ("Fares are expected to rise in June.", says("rise", subj="Fares", in_="June")),
        ("The court ordered the airline to repay its customers.", says("repay", subj="the airline", obj="its customers")),
        ("Teachers persuaded the council to keep the library.", says("keep", subj="the council", obj="the library")),
        ("The coach promised fans to win the cup.", says("win", subj="The coach", obj="the cup")),
        ("A grant helped villagers plant 3,000 trees.", says("plant", subj="villagers", obj="3,000 trees"), says("help", obj="villagers")),
        ("Officials let the ship leave the harbour.", says("leave", subj="the ship", obj="the harbour")),
        ("The bridge is likely to close.", says("close", subj="The bridge")),
        ("The line is due to open in 2031.", says("open", subj="The line", in_="2031")),
        ("The drug seems to have saved 40 patients.", says("save", subj="The drug", obj="40 patients")),
        ("The firm had its accounts audited in Zurich.", says("audit", obj="its accounts", subj="")),
        ("Ines Prado stunned Ruth Holm to win the Lisbon trophy.", says("win", "asserted", subj="Ines Prado")),
        ("Prado beats Holm to reach first final", says("reach", subj="Prado")),
        ("He used the ransom to buy a yacht.", says("buy", subj="He", obj="a yacht")),
        ("The union called on the state to raise wages.", says("raise", subj="the state", obj="wages")),
        (
            "Malta was forced by the court to free the crew.",
            says("free", subj="Malta", obj="the crew"),
            says("force", obj="Malta", subj="the court"),
        ),
        ("The rebels are said to be armed by Ruritania.", says("arm", obj="The rebels", subj="Ruritania")),
    ],
)
def test_controller(row: Row) -> None:
    """The governing verb's object or its subject is the subject of the infinitive; of a passive, its object."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Orla Energy's plan to drill near Cork met protests.", says("drill", "planned", subj="Orla Energy")),
        ("Bombay Rail has announced a decision to scrap 40 trains.", says("scrap", subj="Bombay Rail", obj="40 trains")),
        ("A Polish yard won a contract to build six ferries.", says("build", subj="A Polish yard", obj="six ferries")),
        ("Naoko Abe is the first woman to lead the bank.", says("lead", subj="the first woman", obj="the bank")),
        ("The city hired an architect to restore the theatre.", says("restore", subj="an architect", obj="the theatre")),
        ("The party has no plans to dismiss her.", says("dismiss", "denied", subj="The party", obj="her")),
        ("Headway Foods was awarded a licence to sell beer.", says("sell", subj="Headway Foods", obj="beer")),
    ],
)
def test_owner(row: Row) -> None:
    """A noun's infinitive is done by its possessor, else by who holds the noun; "the first to" does it itself."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        (
            "Ryo Sato wants the museum to return the mask.",
            says("return", subj="the museum"),
            says("want", subj="Ryo Sato", obj="the museum"),
        ),
        ("They said it was easy to repair the dyke.", says("repair", obj="the dyke")),
        ("To fight inflation, the bank raised rates.", says("fight", "planned", subj="the bank")),
    ],
)
def test_who_does_not(row: Row) -> None:
    """Who only wants it does not do it."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """A chain of control passes the subject on, through a passive."""
    tree = make_tree(
        "Acme NNP nsubjpass 2 | was VBD auxpass 2 | asked VBN ROOT 2 | to TO aux 4 | agree VB xcomp 2 | "
        "to TO aux 6 | buy VB xcomp 4 | Beta NNP dobj 6",
        "Acme Beta",
    )
    assert find_slots(tree, "buy", "subj", "obj") == {"subj": ["Acme"], "obj": ["Beta"]}
