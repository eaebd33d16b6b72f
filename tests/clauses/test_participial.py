"""Participles and gerunds: whose they are."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Police arrested Ana Roy on suspicion of killing Luis Vega.", says("kill", subj="Ana Roy", obj="Luis Vega")),
        ("Ana Roy was arrested on charges of killing Luis Vega.", says("kill", subj="Ana Roy")),
        ("Ana Roy left the bank in the hope of founding a firm.", says("found", subj="Ana Roy")),
    ],
)
def test_what_somebody_is_suspected_of(row: Row) -> None:
    """Who is arrested on suspicion of a deed did it, not who arrests."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        (
            "The orchestra, founded in 1911 by two teachers, tours every summer.",
            says("found", obj="The orchestra", subj="two teachers", in_="1911"),
        ),
        ("A company based in Turin makes the engines.", says("base", obj="A company", in_="Turin", subj="")),
        ("Farmers growing rice in Punjab want higher prices.", says("grow", subj="Farmers", obj="rice")),
        ("The firm is one of several projects focusing on tidal power.", says("focus", subj="several projects", on="tidal power")),
        ("The ships being built in Ulsan will carry gas.", says("build", obj="The ships", subj="")),
        (
            "A plan backed by Sweden and opposed by Spain was dropped.",
            says("back", obj="A plan", subj="Sweden"),
            says("oppose", obj="A plan", subj="Spain"),
        ),
        ("The judge freed a man accused of burning a mosque.", says("accuse", obj="a man"), says("burn", subj="a man", obj="a mosque")),
        ("Those injured in the crash were flown to Quito.", says("injure", obj="Those")),
    ],
)
def test_modified_noun(row: Row) -> None:
    """A past participle behind a noun has it as its object, a present one as its subject."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Opening the fair, the chancellor promised lower taxes.", says("open", subj="the chancellor", obj="the fair", event="")),
        ("Founded by monks, the brewery employs 60 people.", says("found", obj="the brewery", subj="monks")),
        ("Having sold its mines, Orex is debt-free.", says("sell", subj="Orex", obj="its mines")),
        (
            "The landslide blocked the railway, stranding 300 passengers.",
            says("strand", subj="The landslide", event="<blocked>", obj="300 passengers"),
        ),
        (
            "Vantor will train 2,000 nurses, mainly focusing on rural clinics.",
            says("focus", "planned", event="<train>", subj="Vantor", on="rural clinics"),
        ),
        ("The suspect was arrested while boarding a ferry.", says("board", subj="The suspect", obj="a ferry", event="")),
        ("The bridge was closed to protect drivers.", says("protect", "planned", obj="drivers")),
        (
            "With Amina Diallo leading the team, Senegal won.",
            says("lead", subj="Amina Diallo", obj="the team"),
            says("win", subj="Senegal"),
        ),
        ("Under the deal, signed in Doha, Qatar will build a port.", says("sign", obj="the deal", in_="Doha"), says("build", subj="Qatar")),
        ("Asked about the scandal, the mayor smiled.", says("ask", obj="the mayor", subj="")),
    ],
)
def test_adverbial(row: Row) -> None:
    """A participle beside a clause speaks of its surface subject, and one that follows perhaps of the event itself."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("After selling its stake, the fund left the country.", says("sell", subj="the fund", obj="its stake")),
        ("The group grew by buying rivals in Peru.", says("buy", subj="The group", obj="rivals")),
        ("Unions criticised the airline for dismissing pilots.", says("dismiss", subj="the airline", obj="pilots")),
        ("The court barred the banker from managing funds.", says("manage", subj="the banker", obj="funds")),
        ("A jury convicted the doctor of poisoning two patients.", says("poison", subj="the doctor", obj="two patients")),
        ("Two officers were charged with beating a student.", says("beat", subj="Two officers", obj="a student")),
        ("The state raised 4 billion pesos by selling bonds.", says("sell", subj="The state", obj="bonds")),
        ("Kelmont left the market without paying its suppliers.", says("pay", "denied", subj="Kelmont", obj="its suppliers")),
        ("Its plans for closing the pit angered miners.", says("close", subj="Its", obj="the pit")),
        ("The coach is known for shouting at referees.", says("shout", subj="The coach")),
    ],
)
def test_gerund(row: Row) -> None:
    """A gerund behind "after", "by", "without" has the subject above it; behind "for", "from", "of" the object that may act."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """A clause of content behind a noun has a subject of its own; the noun is no part of it."""
    tree = make_tree("claim NN ROOT 0 | that IN mark 3 | Acme NNP nsubj 3 | bought VBD acl 0 | Beta NNP dobj 3", "Acme Beta")
    assert find_slots(tree, "bought", "subj", "obj") == {"subj": ["Acme"], "obj": ["Beta"]}
