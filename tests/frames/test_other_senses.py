"""Words in another sense, and clauses that are held otherwise than they look: what must not be told, and what is told instead."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Miners and managers are at odds. The two sides have met nine times at Corrig Hall.",
         says("Meeting", participant="two sides", place="Corrig Hall")),
        ("Fulham drew 1-1 with Leeds United.", says("Match", team=["Fulham", "Leeds United"], result="1-1")),
        ("Both sides met in Leith on Tuesday, a union said.", says("Meeting", "reported", participant="sides", place="Leith")),
        ("Transport Minister Ivo Lang has called both sides to a meeting on Thursday in Graz.",
         says("Meeting", "planned", participant=["Ivo Lang", "sides"], date="Thursday", place="Graz")),
        ("The levee on the east side, which gave way on Monday, is owned by Tolliver County.",),
    ],
)  # fmt: skip
def test_sides_are_no_teams(row: Row) -> None:
    """The sides of a dispute meet and play no match."""
    found, expected = agree(row, "Match", "Meeting")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ana Ruiz recorded all the symphonies of Emil Bakke in Leith.",),
        ("Ana Ruiz recorded an album in Leith.", says("authorOf", object="album", subject="Ana Ruiz")),
        ("The free concerts in Leith were dropped by Ana Ruiz.",),
        ("Ana Ruiz had been pressed to issue a temporary permit.",),
        ("The band Skerry dropped an album in May.", says("Publication", author="Skerry", work="album")),
        ("Rennick closed on March 3 at 233p.",),
        ("Rennick Foods closed its plant in Cork.", says("Closing", closer="Rennick Foods", site="plant")),
        ("The levy is to push spending in Norway above 5% of national output.",),
        ("Calder Lines would offer investors 312p a share in cash.",),
        ("Rein Tamm claimed without giving evidence that the count in Narva had been faked.",),
        ("Rein Tamm gave evidence at the trial in Narva.", says("Testimony", witness="Rein Tamm")),
        ("Sweden, which hosted the talks with Chile, has offered to help.",),
        ("Sweden held talks with Chile.", says("Negotiation", participant=["Chile", "Sweden"])),
        ("Ana Ruiz gave Paul Orme $10,000 in a bag from a hardware store.",
         says("Grant", amount="USD 10000", funder="Ana Ruiz", recipient="Paul Orme")),
        ("The union represents 3,800 of Calder Lines' 7,200 staff.", says("employs", object="7200 staff", subject="Calder Lines")),
        ("The cuts, one in ten of Rennick Foods' 5,900 employees, fall on Cork.",
         says("employs", object="5900 employees", subject="Rennick Foods")),
        ("Josie Tunn spoke at the Lowry plant, the town's largest employer.",),
        ("The barn was built in 1909 and restored by volunteers in Leith.",
         says("Construction", site="barn", date="1909"), says("Construction", site="barn", builder="volunteers in Leith")),
        ("Fire destroyed the hall in Leith, which was built and run by Rennick Foods.",
         says("Construction", site="hall", builder="Rennick Foods")),
        ("\"Nobody asks,\" said Sheema Basu, of Wexham.",),
        ("The Arauca department borders Peru.",),
        ("Charges against Craig Hoult were dropped in May because of lack of evidence.",
         says("Charge", defendant="Craig Hoult", date="May")),
    ],
)  # fmt: skip
def test_another_sense(row: Row) -> None:
    """Who records a symphony wrote none, a price that closes shuts no shop, a bag from a store is no gift of the store."""
    names = "authorOf Publication Closing Production Launch Testimony Negotiation Grant employs memberOf unitOf Construction Charge"
    found, expected = agree(row, *names.split())
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Joan Merrin said he'd gone to Portugal.", says("Visit", "reported", visited="Portugal", visitor="Joan Merrin")),
        ("The owners insist they prospered, helped by the sale of the yard to Tamsin Holdings.",
         says("Sale", "reported", buyer="Tamsin Holdings", item="yard")),
        ("The flight would leave from Derry, provided the Rail Office grants a licence.",
         says("Permission", "possible", permitted="licence", permitter="Rail Office")),
        ("That launch would go ahead from Derry in Ulster, provided the Rail Office grants a licence in time.",
         says("Permission", "possible", permitted="licence", permitter="Rail Office")),
        ("Dana Orr was poached from a rival to become chief executive of Rennick Foods.",
         says("Appointment", appointee="Dana Orr", organization="Rennick Foods", post="chief executive")),
        ("Dana Orr hopes to become chief executive of Rennick Foods.",
         says("Appointment", "planned", appointee="Dana Orr", organization="Rennick Foods", post="chief executive")),
        ("Grant Moss called on Ivo Lang to sell the yard to Tamsin Holdings.",
         says("Sale", "possible", buyer="Tamsin Holdings", item="yard", seller="Ivo Lang")),
        ("Rennick Foods will stop making cars in Cork.", says("makes", object="cars", subject="Rennick Foods")),
        ("Chad and Mali agreed to extend their ceasefire by 45 days.", says("Ceasefire", party=["Chad", "Mali"])),
        ("The case of the police is that Maria Hobbs killed Ian Roe.", says("Killing", "reported", victim="Ian Roe")),
        ("Lena Ford denied a rumour, widely shared on Chirp, that Rennick Foods will close its plant in Cork.",
         says("Closing", "denied", closer="Rennick Foods", site="plant")),
    ],
)  # fmt: skip
def test_how_it_is_held(row: Row) -> None:
    """Conditions, rumours, contentions, what goes on until it stops, and what somebody was hired to become."""
    found, expected = agree(row, "Visit", "Sale", "Permission", "Appointment", "makes", "Ceasefire", "Killing", "Closing")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ian Hale said the results were solid but urged caution.",
         says("Statement", speaker="Ian Hale", content="the results were solid")),
        ("Ian Hale denied that any canisters were aimed at people and said the man had fallen from a van.",
         says("Denial", speaker="Ian Hale", content="any canisters were aimed at people"),
         says("Statement", speaker="Ian Hale", content="the man had fallen from a van")),
        ("Ana Ruiz told a jury in Leith that she handed the mayor envelopes of cash in parking lots. Most was in cash, Ana Ruiz said.",
         says("Statement", speaker="Ana Ruiz", addressee="jury", content="she handed the mayor envelopes of cash in parking lots"),
         says("Statement", speaker="Ana Ruiz", content="Most was in cash")),
        ("The union Metal said it gave notice at 6 p.m. It would be a first.",
         says("Statement", speaker="Metal", content="it gave notice at 6 p.m")),
    ],
)  # fmt: skip
def test_who_says_what(row: Row) -> None:
    """What only people do is done by who speaks, not by what they speak of; the hour ends the sentence."""
    found, expected = agree(row, "Statement", "Denial")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ms. Han, who studied in Seoul and whose husband, Mikko Lahti, is a cellist in Turku, will move to Bergen.",
         says("Relocation", "planned", mover="Han", movedTo="Bergen"), says("spouse", object="Han", subject="Mikko Lahti")),
        ("The concerts that Ana Ruiz started, and of which she is prouder than of anything else, will go on in Leith.",),
        ("Webb Dock in Leith will be the first to close.", says("locatedIn", object="Leith", subject="Webb Dock")),
        ("Regional police chief Col. Mauricio Lopez spoke.", says("Membership", member="Mauricio Lopez", role="colonel"),
         says("description", object="regional police chief Col.", subject="Mauricio Lopez")),
    ],
)  # fmt: skip
def test_whose_clause_it_is(row: Row) -> None:
    """A clause tells of the noun that it hangs on, and a title is no name."""
    found, expected = agree(row, "Relocation", "spouse", "description", "locatedIn", "Membership")
    assert found == expected
