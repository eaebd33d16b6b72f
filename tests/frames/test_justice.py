"""Justice: every frame of ontology/lexicon/justice.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Getty Images sued Stability AI in the High Court in London over the use of its photographs.",
         says("Lawsuit", plaintiff="Getty Images", defendant="Stability AI", court="High Court", accusation="use of its photographs")),
        ("Bayer has been sued by thousands of gardeners who blame Roundup for their cancer.",
         says("Lawsuit", plaintiff="gardeners", defendant="Bayer")),
        ("The families, who were not told of the leak, filed a lawsuit against Vale and took BHP to court.",
         says("Lawsuit", plaintiff="families", defendant="Vale"),
         says("Lawsuit", plaintiff="families", defendant="BHP")),
        ("Nokia sued Oppo in 2021. The lawsuit against Oppo was settled in January.",
         says("Lawsuit", plaintiff="Nokia", defendant="Oppo", date="2021")),
        ("A lawsuit by the Sioux against the Army Corps of Engineers was thrown out.",
         says("Lawsuit", plaintiff="Sioux", defendant="Army Corps of Engineers")),
        ("Lumina Group agreed in May to settle a lawsuit by Nokia.",
         says("Lawsuit", plaintiff="Nokia", defendant="Lumina Group")),
        ("Lumina Group will face a lawsuit by Nokia.",
         says("Lawsuit", "planned", plaintiff="Nokia", defendant="Lumina Group")),
        ("Germany sued for peace in 1918.",),
        ("A customer in Leeds lodged a complaint with her hotel about the heating.",),
    ],
)  # fmt: skip
def test_lawsuit(row: Row) -> None:
    """Who sues whom, where and what for."""
    found, expected = agree(row, "Lawsuit")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Prosecutors in Lima charged Alejandro Toledo with money laundering.",
         says("Charge", accuser="Prosecutors", defendant="Alejandro Toledo", crime="money laundering")),
        ("Carlos Watson was indicted for fraud in Manhattan on Tuesday.",
         says("Charge", defendant="Carlos Watson", crime="fraud", place="Manhattan", date="Tuesday")),
        ("Derek Chauvin, who denies wrongdoing, has been charged with manslaughter over the death of George Floyd.",
         says("Charge", defendant="Derek Chauvin", crime="manslaughter")),
        ("Prosecutors brought charges of bribery against Najib Razak in Kuala Lumpur. He was also indicted for theft.",
         says("Charge", accuser="Prosecutors", defendant="Najib Razak", crime=["bribery", "theft"])),
        ("Braden Karony faces charges of securities fraud.",
         says("Charge", defendant="Braden Karony", crime="securities fraud")),
        ("Tesla charges drivers in Norway 4 kroner per kilowatt-hour.",),
        ("Elephants charged at a jeep in Kruger National Park.",),
    ],
)  # fmt: skip
def test_charge(row: Row) -> None:
    """Who is charged with what; batteries and elephants charge otherwise."""
    found, expected = agree(row, "Charge")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Police in Nairobi arrested 14 men on suspicion of smuggling ivory.",
         says("Arrest", arrester="Police", arrestee="14 men", crime="smuggling ivory")),
        ("Police in Nairobi arrested Ali Omar on suspicion of murder.",
         says("Arrest", arrester="Police", arrestee="Ali Omar", crime="murder")),
        ("Pavel Durov was detained at Le Bourget airport on 24 August 2024.",
         says("Arrest", arrestee="Pavel Durov", place="Le Bourget airport", date="2024-08-24")),
        ("Imran Khan, who led Pakistan until 2022, was taken into custody in Lahore and held over leaked cables.",
         says("Arrest", arrestee="Imran Khan", place="Lahore")),
        ("The arrest of Rodrigo Duterte in Manila for crimes against humanity surprised his allies.",
         says("Arrest", arrestee="Rodrigo Duterte", crime="crimes")),
        ("The camera captured Usain Bolt grinning in mid-race.",),
        ("Luka Modric went into cardiac arrest rumours with a smile, his club said.",),
    ],
)  # fmt: skip
def test_arrest(row: Row) -> None:
    """Who arrests whom, what for."""
    found, expected = agree(row, "Arrest")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A jury in Manhattan convicted Sam Bankman-Fried of fraud in November 2023.",
         says("Conviction", court="jury", defendant="Sam Bankman-Fried", crime="fraud", date="2023-11")),
        ("Lucy Letby has been convicted of murder.",
         says("Conviction", defendant="Lucy Letby", crime="murder")),
        ("Oscar Pistorius, convicted of murder in 2015, has left prison in Pretoria.",
         says("Conviction", defendant="Oscar Pistorius", crime="murder", date="2015")),
        ("Harvey Weinstein was convicted of rape in Los Angeles. The conviction was upheld in June.",
         says("Conviction", defendant="Harvey Weinstein", crime="rape", place="Los Angeles")),
        ("Judges in The Hague upheld the conviction of Ratko Mladic for genocide.",
         says("Conviction", court="Judges", defendant="Ratko Mladic", crime="genocide")),
        ("Lucy Letby was found guilty of murder.",
         says("Conviction", defendant="Lucy Letby", crime="murder")),
        ("Greta Thunberg spoke with conviction in Davos.",),
        ("A convict from Sing Sing wrote the score.",),
    ],
)  # fmt: skip
def test_conviction(row: Row) -> None:
    """Who is found guilty of what, by which court."""
    found, expected = agree(row, "Conviction")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A court in Madrid acquitted Neymar of fraud.",
         says("Acquittal", court="court", defendant="Neymar", crime="fraud")),
        ("Kevin Spacey was cleared of sexual assault by a jury in London in July 2023.",
         says("Acquittal", court="jury", defendant="Kevin Spacey", crime="sexual assault", date="2023-07")),
        ("Maria Ressa, who won the Nobel Peace Prize, was acquitted of tax evasion, her lawyer said.",
         says("Acquittal", "reported", defendant="Maria Ressa", crime="tax evasion")),
        ("Judges in Paris acquitted Airbus of manslaughter. The acquittal of Airbus angered relatives.",
         says("Acquittal", court="Judges", defendant="Airbus", crime="manslaughter")),
        ("The acquittal of Ilham Tohti stunned diplomats in Beijing.",
         says("Acquittal", defendant="Ilham Tohti")),
        ("Ploughs cleared the road to Chamonix of snow.",),
        ("Rohit Sharma acquitted himself well in Perth.",),
    ],
)  # fmt: skip
def test_acquittal(row: Row) -> None:
    """Who is found not guilty of what."""
    found, expected = agree(row, "Acquittal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A judge in Santiago sentenced Miguel Krassnoff to 10 years in prison for kidnapping.",
         says("Sentencing", court="judge", defendant="Miguel Krassnoff", sentence="P10Y", crime="kidnapping")),
        ("Elizabeth Holmes was jailed for 11 years over fraud at Theranos.",
         says("Sentencing", defendant="Elizabeth Holmes", sentence="P11Y", crime="fraud")),
        ("Truong My Lan, who ran the bank, was sentenced to death by a court in Hanoi, state media reported.",
         says("Sentencing", "reported", court="court", defendant="Truong My Lan", sentence="death")),
        ("A court in Minsk jailed Maria Kolesnikova for 11 years. Her sentence was condemned by Berlin.",
         says("Sentencing", court="court", defendant="Maria Kolesnikova", sentence="P11Y")),
        ("Dani Alves received a prison sentence of four years.",
         says("Sentencing", defendant="Dani Alves", sentence="P4Y")),
        ("Yiyun Li's sentences are short, and her sentence rhythm is her own.",),
        ("Opposition to the dam was condemned to fail in Belgrade.",),
    ],
)  # fmt: skip
def test_sentencing(row: Row) -> None:
    """Who is given which penalty, what for; sentences of prose are none."""
    found, expected = agree(row, "Sentencing")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Supreme Court of India ruled that the electoral bonds were illegal.",
         says("Ruling", court="Supreme Court of India", content="that the electoral bonds were illegal")),
        ("The ban was overturned by a court in Tunis on Monday.",
         says("Ruling", court="court", content="ban", date="Monday")),
        ("Germany's Constitutional Court, which sits in Karlsruhe, upheld the rule and dismissed a complaint by Bavaria.",
         says("Ruling", court="Constitutional Court", content="rule"),
         says("Ruling", court="Constitutional Court", content="complaint")),
        ("The High Court in Nairobi ruled against Worldcoin. The ruling by the High Court bars the firm from scanning eyes.",
         says("Ruling", court="High Court", content="Worldcoin")),
        ("A judge in Texas blocked the law on Friday.",
         says("Ruling", court="judge", content="law", date="Friday")),
        ("The Ottomans ruled Cyprus for three centuries.",),
        ("Roger Federer ruled the grass courts at Wimbledon.",),
    ],
)  # fmt: skip
def test_ruling(row: Row) -> None:
    """A court or judge rules on something other than guilt; empires rule otherwise."""
    found, expected = agree(row, "Ruling")
    assert found == expected


KNOWN_GAPS = [
    ("matcher: an organisation not known as police that “captured” a person is read as a team, in a Transfer", "Arrest",
     ("Carabinieri captured Matteo Messina Denaro in Palermo. His arrest ended a hunt of 30 years.",
      says("Arrest", arrester="Carabinieri", arrestee="Matteo Messina Denaro", place="Palermo"))),
    ("names: Epic Games is taken for an event", "Lawsuit",
     ("Epic Games sued Apple in 2020.",
      says("Lawsuit", plaintiff="Epic Games", defendant="Apple", date="2020"))),
    ("resolve: “X's cousin” is taken for X", "Charge",
     ("Adam Neumann's cousin was indicted for fraud in Manhattan on Tuesday.",
      says("Charge", defendant="Adam Neumann's cousin", crime="fraud", place="Manhattan", date="Tuesday"))),
    ("resolve: “X's brother” is taken for X", "Acquittal",
     ("The acquittal of Ilham Tohti's brother stunned diplomats in Beijing.",
      says("Acquittal", defendant="Ilham Tohti's brother"))),
]  # fmt: skip


@pytest.mark.parametrize(("cause", "name", "row"), KNOWN_GAPS)
def test_known_gaps(cause: str, name: str, row: Row) -> None:
    """What is listed as a gap is one; when it closes, its row moves to the frame's table."""
    found, expected = agree(row, name)
    assert found != expected, f"no longer a gap, move it to its table: {cause}"
