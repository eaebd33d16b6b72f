"""General doings that any news tells: changing, ending, using, developing, sending, taking part, meaning to; causes and numbers."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Denmark reduced the number of asylum places to 500 beds.",
         says("Decrease", doer="Denmark", affected="asylum places", changedTo="500 beds")),
        ("Finland cut its development aid from 1.2 billion euros to 800 million euros.",
         says("Decrease", doer="Finland", affected="development aid", changedFrom="EUR 1200000000", changedTo="EUR 800000000")),
        ("NATO has strengthened its presence in Latvia. Chile doubled the size of its marine reserve.",
         says("Increase", doer="NATO", affected="presence"), says("Increase", doer="Chile", affected="size of its marine reserve")),
        ("Controls on the coast were tightened by Tunisia, officials said.",
         says("Increase", "reported", doer="Tunisia", affected="controls")),
        ("Sweden will extend the ferry line and improve the harbour of Ystad.",
         says("Increase", "planned", doer="Sweden", affected="ferry line"),
         says("Increase", "planned", doer="Sweden", affected="harbour of Ystad")),
        ("The weather improved in Norway.",),
        ("The chef cut the bread.",),
    ],
)  # fmt: skip
def test_changing(row: Row) -> None:
    """Somebody makes something more or less, from, to and by how much."""
    found, expected = agree(row, "Increase", "Decrease")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Togo paused its census.", says("Suspension", doer="Togo", affected="census")),
        ("Sweden resumed payments to the agency on Monday.", says("Resumption", doer="Sweden", affected="payments", date="Monday")),
        ("Gambia discontinued its night ferry. The European Union ended its naval mission.",
         says("Ending", doer="Gambia", affected="night ferry"), says("Ending", doer="European Union", affected="naval mission")),
        ("The night ferry was discontinued by Gambia in 2020, after Togo had suspended executions.",
         says("Ending", doer="Gambia", affected="night ferry"), says("Suspension", doer="Togo", affected="executions")),
        ("The road ended in a field.",),
        ("Snow halted work.",),
    ],
)  # fmt: skip
def test_interrupting_and_ending(row: Row) -> None:
    """What somebody interrupts, takes up again or ends."""
    found, expected = agree(row, "Suspension", "Resumption", "Ending")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Engineers at the University of Delft developed a robot that plants trees.",
         says("Development", doer="University of Delft", affected="robot")),
        ("The Kenyan army uses drones to watch the border.",
         says("Use", doer="Kenyan army", affected="drones", purpose="to watch the border")),
        ("Portugal adopted the euro in 1999.", says("Use", doer="Portugal", affected="euro")),
        ("Drones are used by the Kenyan army, and have been adopted by Togo.",
         says("Use", doer="Kenyan army", affected="Drones"), says("Use", doer="Togo", affected="Drones")),
        ("Nordvik Shipping replaced its diesel engines with batteries.",
         says("Replacement", doer="Nordvik Shipping", affected="diesel engines", replacement="batteries")),
        ("A crisis developed.",),
        ("He used to live there.",),
    ],
)  # fmt: skip
def test_making_and_using(row: Row) -> None:
    """What somebody develops, uses, or puts in the place of another thing."""
    found, expected = agree(row, "Development", "Use", "Replacement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The African Union sent observers to Gabon.",
         says("Sending", doer="African Union", affected="observers", destination="Gabon")),
        ("Thirty countries took part in the exercise in Norway. Peru participated in the games.",
         says("Participation", doer="30 countries", affected="exercise"), says("Participation", doer="Peru", affected="games")),
        ("Vantor Energy removed the app from its store.", says("Removal", doer="Vantor Energy", affected="app", removedFrom="store")),
        ("Police in Porto stopped fans from entering the stadium.",
         says("Prevention", doer="Police in Porto", affected="fans", prevented="entering the stadium")),
        ("Soldiers guarded the Embassy of Peru in Lima.", says("Protection", doer="Soldiers", affected="Embassy of Peru")),
        ("Latvia marked the anniversary of its independence.",
         says("Commemoration", doer="Latvia", affected="anniversary of its independence")),
        ("Observers were sent.",),
        ("She took part of the money.",),
    ],
)  # fmt: skip
def test_doings_of_other_kinds(row: Row) -> None:
    """Sending, taking part, removing, preventing, protecting and celebrating."""
    found, expected = agree(row, "Sending", "Participation", "Removal", "Prevention", "Protection", "Commemoration")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Egypt plans to renumber all roads of Cairo.", says("Intention", planner="Egypt", content="to renumber all roads of Cairo")),
        ("Rita Sanz refused to name the donor, saying she wanted to wait.",
         says("Refusal", planner="Rita Sanz", content="to name the donor"),
         says("Wish", "reported", planner="Rita Sanz", content="to wait")),
        ("Jan Berg is trying to lure nurses back to Oslo.", says("Attempt", planner="Jan Berg", content="to lure nurses back to Oslo")),
        ("Vantor Energy plans to buy Kite Labs.",),
        ("Officials want to wait.",),
        ("It failed to rain.",),
    ],
)  # fmt: skip
def test_meaning_to_do(row: Row) -> None:
    """What somebody in particular means, tries or refuses to do; where that is an event it is told as one."""
    found, expected = agree(row, "Intention", "Wish", "Attempt", "Refusal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The drought led to food shortages in Kenya.",
         says("Causation", causer="drought", effect="food shortages", place="Kenya")),
        ("The collapse of Halden Bank caused a crisis.", says("Causation", causer="<Insolvency>", effect="crisis")),
        ("Power cuts in Lyon resulted from the storm.", says("Causation", causer="storm", effect="<Disruption>")),
        ("The Green Party has 120,000 members.", says("numbers", subject="Green Party", object="120000 members")),
        ("Bolivia depends on exports of gas.", says("dependsOn", subject="Bolivia", object="exports of gas")),
        ("Rita Sanz spoke with Jan Berg about grain.", says("Conversation", participant=["Jan Berg", "Rita Sanz"], topic="grain")),
        ("The stairs led to the cellar.",),
        ("A club has 30 members.",),
    ],
)  # fmt: skip
def test_causes_and_numbers(row: Row) -> None:
    """What brings what about, how many there are, what somebody depends on, who speaks with whom."""
    found, expected = agree(row, "Causation", "numbers", "dependsOn", "Conversation")
    assert found == expected
