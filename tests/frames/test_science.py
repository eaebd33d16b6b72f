"""Science: every frame of ontology/lexicon/science.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        (
            "The ministry cited a survey of 4,000 farmers which was carried out by Wageningen University.",
            says("Research", researcher="Wageningen University", topic="4000 farmers"),
        ),
        (
            "Researchers at Kyoto University found that crows can count to four.",
            says("Research", researcher="Kyoto University", finding="that crows can count to four"),
        ),
        (
            "A new exoplanet was discovered by astronomers at the Lima Observatory.",
            says("Research", researcher="Lima Observatory", finding="new exoplanet"),
        ),
        (
            "A study by the University of Cape Town shows that mangroves store more carbon than forests.",
            says("Research", researcher="University of Cape Town", finding="that mangroves store more carbon than forests"),
        ),
        (
            "Officials said a survey of 4,000 farmers was carried out by Wageningen University.",
            says("Research", "reported", researcher="Wageningen University", topic="4000 farmers"),
        ),
        (
            "Dr Amina Yusuf leads a laboratory in Ibadan. In 2023 she discovered that the parasite survives in dry soil.",
            says("Research", researcher="Amina Yusuf", finding="that the parasite survives in dry soil"),
        ),
        (
            "The Max Planck Institute plans to conduct a clinical trial of the malaria vaccine.",
            says("Research", "planned", researcher="Max Planck Institute", topic="malaria vaccine"),
        ),
        ("Police found a knife in the river, and detectives examined the car.",),
        ("The court found that the law was void, and the judge studied the file.",),
        ("Detectives at the Bergen airport presented a study of smuggling.",),
        ("Voters will test the coalition, and the poll date was announced.",),
    ],
)
def test_research(row: Row) -> None:
    """Somebody studies something or finds something out; courts and police that find are no research."""
    found, expected = agree(row, "Research")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Lena Brandt researches permafrost in Yakutsk.", says("studies", subject="Lena Brandt", object="permafrost")),
        (
            "Ines Duarte, an expert on coral reefs at Porto University, warned of the heat.",
            says("studies", subject="Ines Duarte", object="coral reefs"),
        ),
        ("The Bergen Institute studies the migration of cod.", says("studies", subject="Bergen Institute", object="migration of cod")),
        ("Rajesh Gupta is a specialist in tropical diseases.", says("studies", subject="Rajesh Gupta", object="tropical diseases")),
        (
            "The glacier was studied by Lena Brandt, who researches frozen soils in Yakutsk.",
            says("studies", subject="Lena Brandt", object="glacier"),
            says("studies", subject="Lena Brandt", object="frozen soils"),
        ),
        ("Chen Wei moved to Nanjing in 2002. There he researches rice.", says("studies", subject="Chen Wei", object="rice")),
        ("Prosecutors are investigating the fire, and tourists explore the old town.",),
        ("She studied the menu, and the authority on the island resigned.",),
    ],
)
def test_studies(row: Row) -> None:
    """A researcher or laboratory and its topic; a student's subject and a prosecutor's case are none."""
    found, expected = agree(row, "studies")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Three cups of coffee a day cut the risk of gout, according to researchers at the University of Bergen.",
            says("Research", "reported", researcher="University of Bergen", finding="Three cups of coffee a day cut the risk of gout"),
        ),
        (
            "Smog has been linked to dementia in a study of 60,000 pensioners.",
            says("Research", topic="60000 pensioners", finding="Smog has been linked to dementia"),
        ),
        (
            "Smoking harms the ear, scientists at Ghent University have found.",
            says("Research", researcher="Ghent University", finding="Smoking harms the ear"),
        ),
        ("The comet was discovered in 1986 by Klim Bondar.", says("Research", researcher="Klim Bondar", finding="comet")),
        ("Ana Roy discovered the affair, and she appeared in a report by a rival.",),
        ("According to Ruth Holm, the hall in Oslo is in use.",),
    ],
)
def test_findings(row: Row) -> None:
    """What a study that is named as the source finds, and who discovered what when; a person is the source of no research."""
    found, expected = agree(row, "Research")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Gideon Lund invented the zip in 1913.", says("Invention", inventor="Gideon Lund", invented="zip")),
        ("The telephone was invented by Antonio Moretti.", says("Invention", inventor="Antonio Moretti", invented="telephone")),
        (
            "Officials said that Ruth Holm, who invented a cheap stove, had died.",
            says("Invention", inventor="Ruth Holm", invented="cheap stove"),
        ),
        ("Ana Lind studied in Lund. She invented a new pump in 1998.", says("Invention", inventor="Ana Lind", invented="new pump")),
        ("Omar Diaz, the inventor of the solar oven, lives in Quito.", says("Invention", inventor="Omar Diaz", invented="solar oven")),
        ("Necessity is the mother of invention in Lagos.",),
        ("Her talent for invention delighted Oslo.",),
    ],
)
def test_invention(row: Row) -> None:
    """Who invents what."""
    found, expected = agree(row, "Invention")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Vega 3 rocket lifted off from Kourou on Monday.", says("SpaceFlight", craft="Vega 3")),
        (
            "Four astronauts were launched to the International Space Station in May.",
            says("SpaceFlight", payload="4 astronauts", spaceDestination="International Space Station"),
        ),
        (
            "The agency said that the Luna 30 spacecraft, which landed on the moon on Friday, was well.",
            says("SpaceFlight", craft="Luna 30", spaceDestination="moon"),
        ),
        (
            "China trains pilots in Jiuquan. The country will send three astronauts into orbit in May.",
            says("SpaceFlight", "planned", operator="China", payload="3 astronauts", spaceDestination="orbit"),
        ),
        ("The plane landed in Lima, and the firm launched a phone in India.",),
        ("The spirits of Ajax lifted, and prices went to the moon in Kenya.",),
    ],
)
def test_space_flight(row: Row) -> None:
    """Which rocket or spacecraft flies for whom and where to; planes land otherwise."""
    found, expected = agree(row, "SpaceFlight")
    assert found == expected
