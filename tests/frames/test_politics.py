"""Politics: every frame of ontology/lexicon/politics.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Bola Tinubu won the presidential election in Nigeria in February 2023.",
         says("Election", winner="Bola Tinubu", place="Nigeria", date="2023-02")),
        ("Claudia Sheinbaum was elected president of Mexico on 2 June 2024.",
         says("Election", winner="Claudia Sheinbaum", post="president", organization="Mexico", date="2024-06-02")),
        ("Keir Starmer, whose Labour Party won the election in July, has named a cabinet.",
         says("Election", winner="Labour Party", date="July")),
        ("Lai Ching-te won the vote in Taiwan against Hou Yu-ih. His election angered Beijing.",
         says("Election", winner="Lai Ching-te", loser="Hou Yu-ih", place="Taiwan")),
        ("The Georgian Dream party lost its majority in Tbilisi, and Salome Zourabichvili won the presidential election.",
         says("Election", loser="Georgian Dream", place="Tbilisi"),
         says("Election", winner="Salome Zourabichvili")),
        ("Marine Le Pen was beaten by Emmanuel Macron in a runoff in 2022.",
         says("Election", winner="Emmanuel Macron", loser="Marine Le Pen", date="2022")),
        ("The Georgian Dream party lost its majority in Tbilisi, and Salome Zourabichvili was re-elected.",
         says("Election", loser="Georgian Dream", place="Tbilisi"),
         says("Election", winner="Salome Zourabichvili")),
        ("Petra Lind won the nomination for mayor in Porto.", says("Election", winner="Petra Lind", post="mayor", place="Porto")),
        ("Petra Lind won a landslide victory in the election in July.", says("Election", winner="Petra Lind", date="July")),
        ("Luis Vega lost the election to Petra Lind by three points.", says("Election", loser="Luis Vega", winner="Petra Lind")),
        ("Petra Lind claimed victory in the run-off.", says("Election", winner="Petra Lind")),
        ("Petra Lind claimed victory in the final in Porto.",),
        ("Petra Lind won friends in the election.",),
        ("The Farmers' Party lost six seats in Porto.",),
        ("Petra Lind won a nomination and a prize in Porto.",),
        ("Ding Liren won the race to sign Europe's best young chess players.",),
        ("Mitra Farahani lost her seat on the last bus to Shiraz.",),
    ],
)  # fmt: skip
def test_election(row: Row) -> None:
    """Who wins or loses an election, and the post that it is about."""
    found, expected = agree(row, "Election")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The National Assembly in Seoul voted to impeach Yoon Suk Yeol on 14 December 2024.",
         says("Vote", voter="National Assembly", content="to impeach Yoon Suk Yeol on 14 December 2024")),
        ("The budget was rejected by the National Assembly in Paris on Thursday.",
         says("Vote", voter="National Assembly", content="budget", date="Thursday")),
        ("France and Brazil voted for the resolution, but Hungary, which holds the presidency, abstained.",
         says("Vote", voter=["France", "Brazil"], content="resolution"),
         says("Vote", voter="Hungary")),
        ("Switzerland will hold a referendum on nuclear power in 2026. Voters backed a ban in 2017.",
         says("Vote", "planned", voter="Switzerland", content="nuclear power", date="2026"),
         says("Vote", voter="Voters", content="ban", date="2017")),
        ("The Senate voted down the plan for a new capital by 58 votes to 40.",
         says("Vote", voter="Senate", content="plan for a new capital", outcome="58 votes")),
        ("Switzerland has not blocked the rallies, and Turkmenistan rejects the term.",),
        ("Tourists voted Ljubljana the greenest city of the year with their wallets.",),
        ("Ajay Banga rejected suggestions that the bank was slow.",),
    ],
)  # fmt: skip
def test_vote(row: Row) -> None:
    """Who votes, on what, with which outcome."""
    found, expected = agree(row, "Vote")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Uganda's parliament passed a law on coffee exports on Wednesday.",
         says("Enactment", enactor="parliament", law="law", date="Wednesday")),
        ("The Nature Restoration Law was adopted by the European Parliament in Strasbourg in February 2024.",
         says("Enactment", enactor="European Parliament", law="Nature Restoration Law", place="Strasbourg", date="2024-02")),
        ("Gavin Newsom, who had vetoed an earlier text, signed a bill on data brokers into law.",
         says("Enactment", enactor="Gavin Newsom", law="bill on data brokers")),
        ("The passage of the Clean Slate Act by Michigan's legislature took three years.",
         says("Enactment", enactor="legislature", law="Clean Slate Act")),
        ("The Clean Slate Act passed the Senate in June.", says("Enactment", law="Clean Slate Act", enactor="Senate", date="June")),
        ("The bill passed by 212 votes in the Polish parliament.",
         says("Enactment", law="bill", enactor="Polish parliament", outcome="212 votes")),
        ("The bill on data brokers was tabled in May. Michigan's legislature passed it on Friday.",
         says("Enactment", enactor="legislature", law="bill on data brokers", date="Friday")),
        ("Petra Lind tabled a bill on data brokers in Porto.",),
        ("Police in Naples passed a bill for 4,000 euros to the restaurant.",),
        ("Messi passed to Luis Suárez, who signed shirts after the match.",),
    ],
)  # fmt: skip
def test_enactment(row: Row) -> None:
    """Who passes or signs which law; bills of restaurants are none."""
    found, expected = agree(row, "Enactment")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ireland's Data Protection Commission fined Meta 1.2 billion euros over transfers of data.",
         says("Sanction", imposer="Data Protection Commission", target="Meta", amount="EUR 1200000000", cause="transfers of data")),
        ("Kamila Valieva was banned from skating for four years.",
         says("Sanction", target="Kamila Valieva", period="P4Y")),
        ("Canada, which had warned Myanmar's generals, imposed sanctions on Myanmar and suspended an aid scheme.",
         says("Sanction", imposer="Canada", target="Myanmar"),
         says("Sanction", imposer="Canada", target="aid scheme")),
        ("The Treasury blacklisted Al Noor Bank in Dubai. The sanctions on Al Noor Bank came after a leak.",
         says("Sanction", imposer="Treasury", target="Al Noor Bank")),
        ("Juventus received a fine of 100,000 euros from UEFA.",
         says("Sanction", imposer="UEFA", target="Juventus", amount="EUR 100000")),
        ("Juventus received a fine of 100,000 euros from the league.",
         says("Sanction", imposer="league", target="Juventus", amount="EUR 100000")),
        ("The United States added Volta Chips to its blacklist.", says("Sanction", imposer="United States", target="Volta Chips")),
        ("Weather in Oslo was fine on Sunday, and the bridge stayed suspended above the fjord.",),
        ("Prisoners in Manaus escaped by sawing through a bar.",),
    ],
)  # fmt: skip
def test_sanction(row: Row) -> None:
    """Who bans, fines or sanctions whom; the amount is the fine."""
    found, expected = agree(row, "Sanction")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Nasrin Sotoudeh is a citizen of Iran.",
         says("citizenOf", subject="Nasrin Sotoudeh", object="Iran")),
        ("Evan Gershkovich, an American journalist, was freed in Ankara.",
         says("citizenOf", subject="Evan Gershkovich", object="United States")),
        ("Edward Snowden, who obtained Russian citizenship in 2022, lives in Moscow.",
         says("citizenOf", subject="Edward Snowden", object="Russia")),
        ("Ahmed Samir Santawy was held in Cairo. He has Egyptian nationality.",
         says("citizenOf", subject="Ahmed Samir Santawy", object="Egypt")),
        ("Gérard Depardieu, who was given Russian citizenship in 2013, lives near Mordovia.",
         says("citizenOf", subject="Gérard Depardieu", object="Russia")),
        ("Citizens of Hamburg rejected the Olympic bid.",),
        ("The French minister Bruno Le Maire spoke to Italian journalists.",),
    ],
)  # fmt: skip
def test_citizen_of(row: Row) -> None:
    """A person and the country of their nationality."""
    found, expected = agree(row, "citizenOf")
    assert found == expected


KNOWN_GAPS = [
    ("matcher: “approve a bill” fits Vote and Enactment, and is read as a Vote alone", "Enactment",
     ("Thailand's Senate approved a bill on same-sex marriage. The law takes effect in January.",
      says("Enactment", enactor="Senate", law="bill on same-sex marriage"),
      says("Enactment", law="law", date="January"))),
    ("names: “Law and Justice” falls into two names", "Election",
     ("The Law and Justice party lost its majority in Warsaw.",
      says("Election", loser="Law and Justice", place="Warsaw"))),
    ("names: the first name is taken for a verb", "citizenOf",
     ("Narges Mohammadi is a citizen of Iran.",
      says("citizenOf", subject="Narges Mohammadi", object="Iran"))),
]  # fmt: skip


@pytest.mark.parametrize(("cause", "name", "row"), KNOWN_GAPS)
def test_known_gaps(cause: str, name: str, row: Row) -> None:
    """What is listed as a gap is one; when it closes, its row moves to the frame's table."""
    found, expected = agree(row, name)
    assert found != expected, f"no longer a gap, move it to its table: {cause}"


@pytest.mark.parametrize(
    "row",
    [
        ("With 97 percent of ballots counted, the Social Democrats had 28.4 percent of the vote and 33 seats.",
         says("ElectionResult", candidate="Social Democrats", share="28.4 %", tally="33 seats")),
        ("Andris Kalns conceded defeat to Ilze Ozola shortly after midnight.",
         says("Concession", loser="Andris Kalns", winner="Ilze Ozola")),
        ("The Greens, who refused to concede the election, met in Riga.",
         says("Concession", "denied", loser="Greens")),
        ("Andris Kalns led the Greens for ten years. On Sunday he conceded defeat to Ilze Ozola.",
         says("Concession", loser="Andris Kalns", winner="Ilze Ozola")),
        ("Andris Kalns conceded that the road was bad, and the team conceded two goals.",),
        ("Andris Kalns conceded two goals in Riga.",),
        ("Ilze Ozola accepted a post in Riga.",),
    ],
)  # fmt: skip
def test_having_votes(row: Row) -> None:
    """Who has which share of the vote, and who concedes defeat."""
    found, expected = agree(row, "ElectionResult", "Concession", "numbers")
    assert found == expected
