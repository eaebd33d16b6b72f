"""Prepositions: each is a slot, at the word it belongs to."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says

from kg.clauses import RULES
from kg.clauses.grammar import Grammar


@pytest.mark.parametrize(
    "row",
    [
        ("The convoy travelled from Aden to Sanaa.", says("travel", from_="Aden", to="Sanaa")),
        ("The state gave land to Tamba College and to a hospital.", says("give", to=["Tamba College", "a hospital"])),
        ("The clinics in Mali, Chad and Niger closed in June.", says("clinic", in_=["Mali", "Chad", "Niger"]), says("close", in_="June")),
        ("The route was changed because of floods.", says("change", because__of="floods", of="floods")),
        ("Talks between Egypt and Sudan began in Khartoum.", says("talk", between=["Egypt", "Sudan"]), says("begin", in_="Khartoum")),
        ("She worked at a bank in Basel from 1999 to 2004.", says("work", at="a bank", from_="1999", to="2004")),
        ("According to police, the driver fell asleep.", says("fall", according__to="police")),
        ("The head of the research arm of the bank left.", says("head", of="the research arm of the bank"), says("arm", of="the bank")),
        ("A storm hit Samoa early on Friday.", says("hit", on="Friday")),
        ("She left well ahead of the vote.", says("leave", of="")),
        ("The firm was fined for polluting a lake.", says("fine", for_="<polluting>")),
        ("The city, along with two banks, will fund the theatre.", says("fund", "planned", obj="the theatre")),
        ("The aid went not to farmers but to traders.", says("go", to="traders")),
        ("Lumina reported a net profit of 12 billion yen, up 8% on the year before.", says("profit", up="8%")),
        (
            "Unions criticised the appointment of Pierre Roth as director of the museum.",
            says("appointment", of="Pierre Roth", pred="director of the museum"),
        ),
        ("The index closed 2% lower at noon.", says("close", lower="2%", at="noon")),
        ("She resigned in the wake of a fire in Oslo.", says("resign", in__the__wake__of="a fire", in_="", of="")),
        ("As a result of the strike, the port closed.", says("close", as__a__result__of="the strike", as_="")),
        ("Two ministers met on the sidelines of the fair.", says("meet", on__the__sidelines__of="the fair", on="")),
        ("She lives in the house of a friend.", says("live", in_="the house of a friend")),
        ("Instead of a tram, the city bought buses.", says("buy", subj="the city", obj="buses", of="")),
    ],
)
def test_slots(row: Row) -> None:
    """A preposition with all its members is one slot; what is set aside fills none."""
    assert find_mismatches(row) == []


def test_depth() -> None:
    """What hangs below an object joins the verb's slots at a greater depth."""
    tree = make_tree(
        "Acme NNP nsubj 1 | spent VBD ROOT 1 | millions NNS dobj 1 | on IN prep 2 | labs NNS pobj 3 | in IN prep 4 | Oslo NNP pobj 5",
        "Acme Oslo",
    )
    found = [(filler.slot, filler.depth) for filler in Grammar(tree, RULES).find_fillers(1) if filler.rule == "preposition"]
    assert found == [("on", 1), ("in", 3)]


def test_time_and_place_below_an_adverb() -> None:
    """ "left early on Friday" tells when; "left ahead of the vote" has no "of"."""
    tree = make_tree(
        "Acme NNP nsubj 1 | left VBD ROOT 1 | early RB advmod 1 | on IN prep 2 | Friday NNP pobj 3 | ahead RB advmod 1 | of IN prep 5 | "
        "June NNP pobj 6",
        "Acme",
    )
    assert [(filler.slot, filler.depth) for filler in Grammar(tree, RULES).find_fillers(1) if filler.rule == "preposition"] == [("on", 1)]


def test_relative_pronouns_fill_nothing() -> None:
    """ "from which": the antecedent stands for the pronoun."""
    tree = make_tree("bank NN ROOT 0 | from IN prep 4 | which WDT pobj 1 | Acme NNP nsubj 4 | borrowed VBD relcl 0", "Acme")
    assert find_slots(tree, "borrowed", "from", "subj") == {"from": ["bank"], "subj": ["Acme"]}


def test_place_below() -> None:
    """Where a noun hangs below another ("an attack on a bus in Kerry"), its place is offered as one below, and marked so."""
    tree = make_tree("attack NN nsubj 5 | on IN prep 0 | bus NN pobj 1 | in IN prep 2 | Kerry NNP pobj 3 | ended VBD ROOT 5")
    found = [(filler.slot, filler.depth, filler.rule) for filler in Grammar(tree, RULES).find_fillers(0) if filler.slot == "in"]
    assert found == [("in", 1, "place below")]
