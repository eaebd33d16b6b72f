"""Complements: what a verb says of its subject or object, the clauses it governs, and bare times."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("The assembly elected Mira Stoica speaker.", says("elect", obj="Mira Stoica", pred="speaker", obj2="")),
        (
            "Lydia Grant was named chief executive of Portland Mutual.",
            says("name", obj="Lydia Grant", pred="chief executive of Portland Mutual"),
        ),
        ("He has served as ambassador to Kenya since 2019.", says("serve", subj="He", pred="ambassador", since="2019")),
        (
            "The merger would make the group the largest brewer in Africa.",
            says("make", "possible", subj="The merger", obj="the group", pred="the largest brewer"),
        ),
        ("The ship was declared a total loss.", says("declare", obj="The ship", pred="a total loss")),
        ("The city set aside 40 million dollars for buses.", says("set aside", subj="The city", obj="40 million dollars")),
        ("Doctors call the drug a breakthrough.", says("call", subj="Doctors", pred="a breakthrough")),
        ("The board appointed Tom Ivers as treasurer in April.", says("appoint", obj="Tom Ivers", pred="treasurer", in_="April")),
    ],
)
def test_predicates(row: Row) -> None:
    """What somebody is named, made or serves as is the ``pred``; the one it is said of is the object."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Ministers agreed to cut tariffs.", says("agree", inf="<cut>", that="")),
        ("The firm denied paying bribes.", says("deny", ing="<paying>", inf="")),
        ("The firm denied having paid bribes.", says("deny", ing="<paid>", inf="")),
        ("Officials said the dam had failed and that 30 villages were cut off.", says("say", that=["<failed>", "<cut>"])),
        ("The rules allow farmers to hire migrants.", says("allow", inf="<hire>", obj="farmers", that="")),
        ("The storm made thousands leave their homes.", says("make", inf="<leave>", that="")),
        ("A study found that the vaccine protects infants.", says("find", that="<protects>", obj="")),
        ("The club wants the keeper to stay.", says("want", inf="<stay>", obj="the keeper")),
        ("The plan to dig a canal was dropped.", says("plan", inf="<dig>")),
        ("The allegation that he took money is false.", says("allegation", that="<took>")),
        ("She stopped funding the school.", says("stop", ing="<funding>")),
    ],
)
def test_clauses(row: Row) -> None:
    """A governed clause is ``inf``, ``ing`` or ``that``; the subject inside an infinitive is the governing verb's object too."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("The mine reopened last week.", says("reopen", when="last week", obj="")),
        ("The talks will resume next month in Vienna.", says("resume", when="next month", in_="Vienna")),
        ("The court ruled Tuesday that the law is void.", says("rule", when="Tuesday", that="<is>")),
        ("Sales fell this year.", says("fall", when="this year")),
        ("Kestrel, Danube Air and Nordair merged.", says("merge", when="")),
    ],
)
def test_bare_times(row: Row) -> None:
    """A time without a preposition is ``when``; a name is none."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ('"We sold the yard in May," said Ines Prado, the founder.', says("say", subj="Ines Prado", that="<sold>")),
        ('"We sold the yard," Ms Prado told reporters, "and we paid our debts."', says("tell", that=["<sold>", "<paid>"], obj="reporters")),
        (
            "The yard, Ms Prado said, will be sold in May.",
            says("say", subj="Ms Prado", that="<sold>"),
            says("sell", "planned", obj="The yard"),
        ),
        ("The yard will be sold, Ms Prado said on Friday.", says("say", that="<sold>", on="Friday")),
        ('Ms Prado added: "The yard has been sold."', says("add", that="<sold>", subj="Ms Prado")),
    ],
)
def test_speech(row: Row) -> None:
    """What is said is the ``that`` of the verb of saying: before it, behind it, around it."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """A gerund with "having" is a gerund."""
    tree = make_tree("Acme NNP nsubj 1 | denied VBD ROOT 1 | having VBG aux 3 | paid VBN xcomp 1 | bribes NNS dobj 3", "Acme")
    assert find_slots(tree, "denied", "inf", "ing") == {"inf": [], "ing": ["<paid>"]}
