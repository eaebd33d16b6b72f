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
        ("Speed limits in Graz were lowered by the city council to 30 kilometres an hour.",
         says("Decrease", doer="city council", affected="Speed limits", changedTo="30 kilometres")),
        ("Denmark, which has 900 asylum places, will reduce the number of beds to 500.",
         says("Decrease", "planned", doer="Denmark", affected="beds", changedTo="500")),
        ("Chile has too many cars. It will limit traffic in Santiago.",
         says("Decrease", "planned", doer="Chile", affected="traffic")),
        ("NATO strengthened its presence in Latvia in May.",
         says("Increase", doer="NATO", affected="presence", date="May")),
        ("The weather improved in Norway.",),
        ("The chef cut the bread.",),
        ("Rita Sanz lowered her voice.",),
        ("Rita Sanz improved with age.",),
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
        ("Gambia ended its naval mission in May.",
         says("Ending", doer="Gambia", affected="naval mission", date="May")),
        ("Payments to the agency were resumed by Sweden on Monday.",
         says("Resumption", doer="Sweden", affected="Payments", date="Monday")),
        ("Sweden, which had blamed the agency, has resumed payments and revived the census.",
         says("Resumption", doer="Sweden", affected="payments"),
         says("Resumption", doer="Sweden", affected="census")),
        ("Togo paused its census in May. It resumed the count in July.",
         says("Suspension", doer="Togo", affected="census", date="May"),
         says("Resumption", doer="Togo", affected="count", date="July")),
        ("Payments were suspended by Sweden in May.",
         says("Suspension", doer="Sweden", affected="Payments", date="May")),
        ("Togo voted in May. The country has suspended its census.",
         says("Suspension", doer="Togo", affected="census")),
        ("The road ended in a field.",),
        ("Snow halted work.",),
        ("The film ended at midnight in Vigo.",),
        ("Rita Sanz sent her resume to Orbix Systems.",),
        ("The patient revived in Lima.",),
        ("The bridge in Vigo is suspended from two towers.",),
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
        ("The University of Lund devised a test for malaria.",
         says("Development", doer="University of Lund", affected="test")),
        ("The University of Lund has 40,000 students. Engineers at the university invented a method to clean sails.",
         says("Development", doer="University of Lund", affected="method")),
        ("The diesel engines of the ferry were replaced by Nordvik Shipping with batteries.",
         says("Replacement", doer="Nordvik Shipping", affected="diesel engines of the ferry", replacement="batteries")),
        ("Nordvik Shipping, which runs six ferries, will replace its diesel engines with batteries.",
         says("Replacement", "planned", doer="Nordvik Shipping", affected="diesel engines", replacement="batteries")),
        ("Nordvik Shipping runs six ferries. It replaced their engines with batteries.",
         says("Replacement", doer="Nordvik Shipping", affected="engines", replacement="batteries")),
        ("Kenya bought 40 drones in May. It uses the drones to watch the border.",
         says("Use", doer="Kenya", affected="drones", purpose="to watch the border")),
        ("A crisis developed.",),
        ("He used to live there.",),
        ("The illness developed slowly in Peru.",),
        ("The dancers swapped stories in Lima.",),
        ("Jan Berg replaced the receiver.",),
        ("Jan Berg adopted a child in Lima.",),
        ("The rule applies to Kenya, and the used cars stayed in Mombasa.",),
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
        ("Latvia marked the anniversary of its independence and honoured the victims of the war.",
         says("Commemoration", doer="Latvia", affected="anniversary of its independence"),
         says("Commemoration", doer="Latvia", affected="victims of the war")),
        ("Norway was freed in 1945. On Friday it celebrated the anniversary.",
         says("Commemoration", doer="Norway", affected="anniversary")),
        ("Peru takes part in the games.", says("Participation", doer="Peru", affected="games")),
        ("Peru's participation in the games was confirmed on Monday.",
         says("Participation", doer="Peru", affected="games", date="Monday")),
        ("Rita Sanz said that Peru and Chile had taken part in the exercise.",
         says("Participation", "reported", doer=["Peru", "Chile"], affected="exercise")),
        ("Guards in Vigo kept Jan Berg from boarding the ferry.",
         says("Prevention", doer="Guards", affected="Jan Berg", prevented="boarding the ferry")),
        ("Jan Berg was prevented by guards from boarding the ferry.",
         says("Prevention", doer="guards", affected="Jan Berg", prevented="boarding the ferry")),
        ("Rita Sanz wanted to see the final. Police stopped her from entering the arena.",
         says("Prevention", doer="Police", affected="Rita Sanz", prevented="entering the arena")),
        ("The Embassy of Peru was guarded by soldiers.",
         says("Protection", doer="soldiers", affected="Embassy of Peru")),
        ("Soldiers, who arrived on Monday, guarded the Embassy of Peru and protected the Museum of Glass.",
         says("Protection", doer="Soldiers", affected="Embassy of Peru"),
         says("Protection", doer="Soldiers", affected="Museum of Glass")),
        ("Ghana has few elephants left. It protects them from poachers.",
         says("Protection", doer="Ghana", affected="few elephants", danger="poachers")),
        ("The app was removed by Vantor Energy from its store.",
         says("Removal", doer="Vantor Energy", affected="app", removedFrom="store")),
        ("Vantor Energy, which built the sensors, has removed the data from its website.",
         says("Removal", doer="Vantor Energy", affected="data", removedFrom="website")),
        ("The statue in Vigo was cracked. On Monday the city removed it.",
         says("Removal", doer="Vigo", affected="statue", date="Monday")),
        ("Observers were sent to Gabon by the African Union.",
         says("Sending", doer="African Union", affected="Observers", destination="Gabon")),
        ("The African Union, which met on Friday, will send observers to Gabon.",
         says("Sending", "planned", doer="African Union", affected="observers", destination="Gabon")),
        ("Floods hit Lima in May. Chile sent tents to Peru.",
         says("Sending", doer="Chile", affected="tents", destination="Peru")),
        ("The anniversary of its independence was marked by Latvia on Friday.",
         says("Commemoration", doer="Latvia", affected="anniversary of its independence", date="Friday")),
        ("Jan Berg said that guards in Vigo had stopped Ida Holm from boarding the ferry.",
         says("Prevention", "reported", doer="guards", affected="Ida Holm", prevented="boarding the ferry")),
        ("Observers were sent.",),
        ("She took part of the money.",),
        ("The visit by Rita Sanz marked a change in Vigo.",),
        ("Doctors in Vigo observed the patients.",),
        ("Peru took part of the blame.",),
        ("Two roads join near Lima.",),
        ("The bus stopped in Porto.",),
        ("Rita Sanz keeps bees.",),
        ("Anna Krause defended well against Peru.",),
        ("The guard of the museum fell asleep in Vigo.",),
        ("The news sent Vigo into raptures.",),
        ("Anna Krause sent the ball to the far post.",),
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
        ("The Halden union is trying to fill 300 posts.",
         says("Attempt", planner="Halden", content="to fill 300 posts")),
        ("Rita Sanz's attempt to mend the organ of Vigo cost 2,000 euros.",
         says("Attempt", planner="Rita Sanz", content="to mend the organ of Vigo")),
        ("Jan Berg runs the ferries of Bergen. He is struggling to keep them on time.",
         says("Attempt", planner="Jan Berg", content="to keep them on time")),
        ("Rita Sanz's plan to renumber the houses of Vigo was well received.",
         says("Intention", planner="Rita Sanz", content="to renumber the houses of Vigo")),
        ("Egypt has 300 museums. It wants to lure people into them at night.",
         says("Wish", planner="Egypt", content="to lure people into them at night")),
        ("Jan Berg hopes to wake the town early.",
         says("Wish", planner="Jan Berg", content="to wake the town early")),
        ("Rita Sanz declined to name the donor.", says("Refusal", planner="Rita Sanz", content="to name the donor")),
        ("Rita Sanz's refusal to name the donor angered Vigo.",
         says("Refusal", planner="Rita Sanz", content="to name the donor")),
        ("Vantor Energy was asked about the pump. It refused to say who had built it.",
         says("Refusal", planner="Vantor Energy", content="to say who had built it")),
        ("Rita Sanz, who is trying to mend the organ of Vigo, sold her house.",
         says("Attempt", planner="Rita Sanz", content="to mend the organ of Vigo")),
        ("Rita Sanz, who plans to renumber the houses of Vigo, is a painter.",
         says("Intention", planner="Rita Sanz", content="to renumber the houses of Vigo")),
        ("Rita Sanz's desire to mend the organ of Vigo was well known.",
         says("Wish", planner="Rita Sanz", content="to mend the organ of Vigo")),
        ("Rita Sanz mapped the streets of Vigo. She plans to renumber the houses.",
         says("Intention", planner="Rita Sanz", content="to renumber the houses")),
        ("Vantor Energy plans to buy Kite Labs.",),
        ("Officials want to wait.",),
        ("It failed to rain.",),
        ("The players of Ajax tried hard in Porto.",),
        ("Rita Sanz tried the soup.",),
        ("Sales declined in Vigo.",),
        ("The horse refused at the last fence in Lima.",),
        ("The plan of the house hangs in Vigo.",),
        ("Rita Sanz aimed at the target in Lima.",),
        ("Rita Sanz wished her sister luck in Vigo.",),
        ("Hope faded in Vigo.",),
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
        ("The shortage of nurses in Peru was caused by the reform of the University of Lima.",
         says("Causation", causer="reform of the University of Lima", effect="shortage of nurses")),
        ("Farmers say that the dam at Tarma has caused a shortage of fish.",
         says("Causation", "reported", causer="dam", effect="shortage of fish")),
        ("Volta Motors closed a plant in Ghana. The closure of the plant led to a shortage of lorries.",
         says("Causation", causer="<Closing>", effect="shortage of lorries")),
        ("Rita Sanz had a telephone conversation with Jan Berg.",
         says("Conversation", participant=["Rita Sanz", "Jan Berg"])),
        ("Rita Sanz, who is in Vigo, spoke to Jan Berg on Monday.",
         says("Conversation", participant=["Rita Sanz", "Jan Berg"], date="Monday")),
        ("Rita Sanz is worried about grain. On Monday she talked to Jan Berg about prices.",
         says("Conversation", participant=["Rita Sanz", "Jan Berg"], topic="prices", date="Monday")),
        ("Bolivia is dependent on exports of gas.", says("dependsOn", subject="Bolivia", object="exports of gas")),
        ("Rita Sanz says that Bolivia depends on exports of gas.",
         says("dependsOn", "reported", subject="Bolivia", object="exports of gas")),
        ("Bolivia has no coast. It depends on the port of Arica.",
         says("dependsOn", subject="Bolivia", object="port of Arica")),
        ("The Green Party, which has 120,000 members, met in Graz.",
         says("numbers", subject="Green Party", object="120000 members")),
        ("The Green Party was founded in 1986. It has 120,000 members.",
         says("numbers", subject="Green Party", object="120000 members")),
        ("The stairs led to the cellar.",),
        ("A club has 30 members.",),
        ("Rita Sanz led to the last lap in Vigo.",),
        ("The results speak to the quality of the school in Vigo.",),
        ("Rita Sanz speaks with a lisp.",),
        ("The price depends on the size of the cake.",),
        ("It depends on whom one asks in Lima.",),
        ("Rita Sanz had three members of the jury laughing.",),
        ("The soldier counted 40 sheep near Graz.",),
    ],
)  # fmt: skip
def test_causes_and_numbers(row: Row) -> None:
    """What brings what about, how many there are, what somebody depends on, who speaks with whom."""
    found, expected = agree(row, "Causation", "numbers", "dependsOn", "Conversation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Museum of Glass chose a studio in Basel to design its new wing.",
         says("Choice", doer="Museum of Glass", affected="studio", purpose="to design its new wing")),
        ("Turin was chosen by the jury as the host.", says("Choice", doer="jury", affected="Turin", purpose="host")),
        ("Peru, which has two candidates, will pick Arequipa as the seat of the agency.",
         says("Choice", "planned", doer="Peru", affected="Arequipa", purpose="seat of the agency")),
        ("The University of Lund needs a campus. It has selected a site near Malmö for the project.",
         says("Choice", doer="University of Lund", affected="site", purpose="project")),
        ("Rita Sanz picked apples near Vigo.",),
        ("Children in Lund chose well.",),
    ],
)  # fmt: skip
def test_choosing(row: Row) -> None:
    """Who chooses whom or what, or what it is chosen for; apples are picked otherwise."""
    found, expected = agree(row, "Choice")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Museum of Glass returned the bronzes to Nigeria.",
         says("Return", doer="Museum of Glass", affected="bronzes", receiver="Nigeria")),
        ("The bronzes were returned to Nigeria by the Museum of Glass.",
         says("Return", doer="Museum of Glass", affected="bronzes", receiver="Nigeria")),
        ("Rita Sanz said that the Museum of Glass had given the bronzes back to Nigeria.",
         says("Return", "reported", doer="Museum of Glass", affected="bronzes", receiver="Nigeria")),
        ("The bronzes were stolen in 1897. The Museum of Glass will return them to Nigeria.",
         says("Return", "planned", doer="Museum of Glass", affected="bronzes", receiver="Nigeria")),
        ("Rita Sanz returned to Vigo in May.",),
        ("The mine brought a good return for Vantor Energy.",),
    ],
)  # fmt: skip
def test_giving_back(row: Row) -> None:
    """What somebody gives back to whom."""
    found, expected = agree(row, "Return")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Coastal Agency is responsible for the harbours.",
         says("responsibleFor", subject="Coastal Agency", object="harbours")),
        ("Rita Sanz, who is responsible for the harbours, was in Vigo.",
         says("responsibleFor", subject="Rita Sanz", object="harbours")),
        ("The Coastal Agency has 300 staff. It is responsible for the harbours.",
         says("responsibleFor", subject="Coastal Agency", object="harbours")),
        ("Rita Sanz is a responsible driver.",),
        ("Jan Berg was responsible for the fire in Vigo.",),
    ],
)  # fmt: skip
def test_who_answers_for_what(row: Row) -> None:
    """What somebody takes care of; who is to blame for a fire does not."""
    found, expected = agree(row, "responsibleFor")
    assert found == expected
