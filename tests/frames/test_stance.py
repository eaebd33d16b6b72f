"""Stance: how what the frames read is held, where nouns, wishes and infinitives leave it open what happened."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Halvard is in talks to merge with Kestrel.", says("Merger", "possible", party=["Halvard", "Kestrel"])),
        ("Ana Roy, the favourite to succeed Omar Diaz as mayor of Lyon, was born in Oslo.",
         says("Succession", "possible", organization="Lyon", post="mayor", predecessor="Omar Diaz", successor="Ana Roy")),
        ("Halvard, the Danish brewer, is in advanced talks to merge with its rival Kestrel.",
         says("Merger", "possible", party=["Halvard", "Kestrel"])),
        ("The union wants the mayor of Lyon, Omar Diaz, to resign.", says("Resignation", "possible", leaver="Omar Diaz")),
        ("The union called for the resignation of Omar Diaz.", says("Resignation", "possible", leaver="Omar Diaz")),
        ("Omar Diaz wants to resign.", says("Resignation", "planned", leaver="Omar Diaz")),
        ("Omar Diaz has rejected calls to resign.", says("Resignation", "denied", leaver="Omar Diaz")),
        ("The Danish retailer Wendover has no plans to go public before 2028.", says("Listing", "denied", issuer="Wendover")),
        ("Helvion got the licence on condition that Corvane carry out a study of the drug.",
         says("Research", "possible", researcher="Corvane", topic="drug")),
    ],
)  # fmt: skip
def test_open_plans(row: Row) -> None:
    """Talks, favourites, what others want of somebody and what is a condition leave it open; a refused call is denied."""
    found, expected = agree(row, "Merger", "Succession", "Resignation", "Listing", "Research")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Brest rallied to beat Nantes 3-1 on Thursday.", says("Match", loser="Nantes", result="3-1", winner="Brest")),
        ("Ana Roy telephoned Omar Diaz before midnight to congratulate him.", says("Praise", admirer="Ana Roy", target="Omar Diaz")),
        ("Brest came from behind to beat Nantes 3-1 on Thursday.", says("Match", loser="Nantes", result="3-1", winner="Brest")),
        ("Tove Lind has won the Harp Prize, becoming the second writer from Oslo to win the award.",
         says("AwardGiving", award="Harp Prize", winner="Tove Lind")),
        ("Fiorentina drew 1-1 with Real Betis in Seville to win 3-2 on aggregate.",
         says("Match", result="1-1", team=["Betis", "Fiorentina"]), says("Match", result="3-2", winner="Fiorentina")),
        ("Tove Lind became only the second writer to win the Harp Prize.", says("AwardGiving", award="Harp Prize", winner="Tove Lind")),
        ("Tove Lind hopes to win the Harp Prize.", says("AwardGiving", "planned", award="Harp Prize", winner="Tove Lind")),
        ("Guests of Halden Robotics paid no more than $50.", says("Payment", amount="USD 50", payer="Guests of Halden Robotics")),
    ],
)  # fmt: skip
def test_results(row: Row) -> None:
    """An infinitive of result tells what happened, and so does one behind a rank; "no more than" denies nothing."""
    found, expected = agree(row, "Match", "AwardGiving", "Payment", "Appointment", "Praise")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Kestrel rejected an offer from the American brewer Stone & Barrow.",
         says("origin", object="United States", subject="Stone & Barrow")),
        ("The chairman of Kestrel, Sir Adrian Poole, is expected to become its president.",
         says("Membership", member="Adrian Poole", organization="Kestrel", role="chairman"),
         says("Membership", "planned", member="Adrian Poole", organization="Kestrel", role="president")),
        ("The club made an offer that its captain, Omar Diaz, refused.",
         says("Membership", member="Omar Diaz", organization="club", role="captain")),
        ("Halden Robotics cancelled a plant in Kentucky.", says("locatedIn", "possible", object="Kentucky", subject="plant")),
        ("Halden Robotics will build a plant in Kentucky.", says("locatedIn", "planned", object="Kentucky", subject="plant")),
        ("The union suggested that the former mayor of Lyon, Omar Diaz, act as mediator.",
         says("Membership", member="Omar Diaz", organization="Lyon", role="former mayor")),
        ("Omar Diaz is not the chairman of Kestrel.",
         says("Membership", "denied", member="Omar Diaz", organization="Kestrel", role="chairman")),
    ],
)  # fmt: skip
def test_what_is_known_of_names(row: Row) -> None:
    """What somebody named is called is so, whatever the clause around it plans or denies; of a thing without a name it is not."""
    found, expected = agree(row, "origin", "Membership", "locatedIn")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The draft budget includes a tax rise of 3%.", says("FigureChange", "planned", change="3 %", item="tax")),
        ("The rail union Verdan said it would run one train in five and advised passengers to wait.",
         says("Request", asked="passengers", asker="Verdan", content="to wait")),
        ("Wendover resisted pressure to sell its Polish arm, Lipa.", says("Acquisition", "possible", seller="Wendover", target="Lipa")),
    ],
)  # fmt: skip
def test_drafts(row: Row) -> None:
    """What a draft includes is planned; a past tense behind "said it would" is the speaker's own doing."""
    found, expected = agree(row, "FigureChange", "Request", "Acquisition")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Shares in Optrion fell before recovering to stand 9.2% lower at 388 euros.",
         says("PriceChange", amount="EUR 388", change="9.2 %", direction="lower", item="Shares")),
        ("The court is intent on imposing sanctions on Gazprom.", says("Sanction", "planned", imposer="court", target="Gazprom")),
    ],
)  # fmt: skip
def test_what_verbs_of_result_and_intent_do(row: Row) -> None:
    """ "Recovered to stand" tells where it stands; who is intent on doing something has not done it."""
    found, expected = agree(row, "PriceChange", "Sanction")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The striker Luca Ferrante has yet to score for Rowvale United.",
         says("Goal", "denied", scorer="Luca Ferrante", team="Rowvale United")),
        ("Rowvale United sacked Carl Dench on Sunday. Dench is the fifth manager to be dismissed in England since August.",
         says("Dismissal", date="Sunday", dismisser="Rowvale United", leaver="Carl Dench")),
        ("The Norwegian army sold the airfield to Castleford Homes for £22m. A plan to build a prison there was dropped.",
         says("Sale", amount="GBP 22000000", buyer="Castleford Homes", item="airfield", seller="Norwegian army")),
    ],
)  # fmt: skip
def test_what_is_not_yet_so(row: Row) -> None:
    """ "Has yet to score" denies; since when somebody is the fifth is no date of his own; "£22m." ends a sentence."""
    found, expected = agree(row, "Goal", "Dismissal", "Sale", "Construction")
    assert found == expected
