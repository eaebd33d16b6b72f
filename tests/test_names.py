"""Invented sentences and the names in them, each with its class."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kg.article import to_article
from kg.background import open_background
from kg.mentions.names import find_names
from kg.mentions.values import find_values
from kg.ontology import load_ontology
from kg.parse import parse
from kg.records import Mention

if TYPE_CHECKING:
    from spacy.language import Language

SPORT = (
    "The league season began. Rovers beat Cardigan 2-1, and the striker Ola Berg scored a goal for Rovers. "
    "Dunmore United lost 3-0 to Kettering at home. The Kettering midfielder Dele Wright scored twice, and the goalkeeper saved a shot. "
    "On Tuesday Rovers face Bergen in the cup semifinal in Leeds, and Bergen have not lost yet. Spain striker Luis Peral is injured."
)


def read(text: str, nlp: Language) -> tuple[Mention, ...]:
    parsed = parse(to_article(text, source="invented.txt"), nlp)
    return find_names(parsed, find_values(parsed), load_ontology(), open_background())


def name_class(mention: Mention) -> str:
    return mention.class_iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def tell(text: str, nlp: Language) -> dict[str, str]:
    """Each name with its class."""
    return {mention.surface: name_class(mention) for mention in read(text, nlp)}


BORDERS: list[tuple[str, list[str]]] = [
    ("“We see no way,” Ostrel Chief Executive Paul Lind said.", ["Ostrel", "Paul Lind"]),
    ('"We see no way to grow," Kerrow Chief Executive Lars Mikkelsen said.', ["Kerrow", "Lars Mikkelsen"]),
    ('"We are proud of it," Selmo Finance Director Sven Roth said.', ["Selmo", "Sven Roth"]),
    ('She wrote "The Lost Captain Maria Keller" in 1990.', ["The Lost Captain Maria Keller"]),
    ("The author J. K. Rowling spoke in Leeds.", ["J. K. Rowling", "Leeds"]),
    ("Frederick “Fritz” Hendersson joined the board on Monday.", ["Frederick “Fritz” Hendersson"]),
    ("Huw ap Rhys and Beatriz de Sá Nogueira met.", ["Huw ap Rhys", "Beatriz de Sá Nogueira"]),
    ("He met Abdullah bin Faisal al-Harbi.", ["Abdullah bin Faisal al-Harbi"]),
    ("Conor O'Malley met Lorenzo dell’Acqua.", ["Conor O'Malley", "Lorenzo dell’Acqua"]),
    ("The striker Cheikh-Oumar N’Diaye, 24, signed on Monday.", ["Cheikh-Oumar N’Diaye"]),
    ("Of the 1412 Maritime Union of Norway members, 900 voted.", ["Maritime Union of Norway"]),
    ("The Supreme Court of Kenya ruled on Friday.", ["Supreme Court of Kenya"]),
    ("The Ministry of Health and Welfare published its report.", ["Ministry of Health and Welfare"]),
    ("It was paid for by the Aldous and Perpetua Quaye Foundation last year.", ["Aldous and Perpetua Quaye Foundation"]),
    ("The plant was built by Budimpol of Krakow.", ["Budimpol", "Krakow"]),
    ("Last week Halden Robotics of Leeds bought two of its rivals.", ["Halden Robotics", "Leeds"]),
    ("Police met him at Bristol airport.", ["Bristol airport"]),
    ("Ex-Nokia engineer Pekka Laine founded the firm in Oulu.", ["Nokia", "Pekka Laine", "Oulu"]),
    ("Rival Torvik, the region's biggest grower, cut its forecast.", ["Torvik"]),
    ("Retailer Brodski opened a shop in Lyon on Friday.", ["Brodski", "Lyon"]),
    ("The minister, Grace Atieno' Oduor, left. It is James' Halden plan.", ["Grace Atieno' Oduor", "James", "Halden"]),
    ("Billionaire Tom Arden bought the club, and chipmaker Nordal fell.", ["Tom Arden", "Nordal"]),
    ("Baker Hughes hired Tom Arden. Carrier Global sold a unit.", ["Baker Hughes", "Tom Arden", "Carrier Global"]),
    ("Its leader, Anne Berit Aker Hansen, accused the firm.", ["Anne Berit Aker Hansen"]),
    ("The Hague hosted the talks, and diplomats left The Hague on Friday.", ["The Hague", "The Hague"]),
    ("Brazil will host Expo 2031 in Recife.", ["Brazil", "Expo 2031", "Recife"]),
    ("The carmaker unveiled the Corvane 3 in Turin.", ["Corvane 3", "Turin"]),
    ("Lomaxa Rovers land Peter Ullman in record deal.", ["Lomaxa Rovers", "Peter Ullman"]),
    ("She won the Prix Lindmoor-Maresco in 2022.", ["Prix Lindmoor-Maresco"]),
    ("A study by Dr Morgan Fairweather Novak-Osei was published last month.", ["Morgan Fairweather Novak-Osei"]),
    ("It was given by the Philip and Helen Yamada Foundation.", ["Philip and Helen Yamada Foundation"]),
    ("The judge spoke to Joost van der Meulen. Outside court van der Meulen wept.", ["Joost van der Meulen", "van der Meulen"]),
    ("Talks with the paramilitary Rapid Relief Forces began in Oslo.", ["Rapid Relief Forces", "Oslo"]),
    ("Pilots Without Frontiers said it had lost a plane.", ["Pilots Without Frontiers"]),
    ("TURIN, Jan 25 (Nordwire) — Ana Holm won on Saturday.", ["TURIN", "Ana Holm"]),
    ("For the Crown Prosecution Service she alleged fraud. The CPS charged him.", ["Crown Prosecution Service", "CPS"]),
]


@pytest.mark.parametrize(("sentence", "names"), BORDERS)
def test_borders(sentence: str, names: list[str], nlp: Language) -> None:
    """A name has its particles, initials, nicknames and numbers, and the words that "of", "and" and a hyphen tie to it; no more."""
    assert [mention.surface for mention in read(sentence, nlp)] == names


TITLES: list[tuple[str, list[str]]] = [
    ("Prime Minister Helena Marklund met Chancellor Otto Brandl in Vienna.", ["Helena Marklund", "Otto Brandl", "Vienna"]),
    ("Mr Okafor thanked Dr. Lindqvist and Sir Desmond Tavener.", ["Okafor", "Lindqvist", "Desmond Tavener"]),
    ("US President Anna Harlow met EU Migration Commissioner Jan Visser.", ["US", "Anna Harlow", "EU", "Jan Visser"]),
    ("British Prime Minister Daniel Carrow met German Chancellor Otto Brandl.", ["British", "Daniel Carrow", "German", "Otto Brandl"]),
    ("The talks with Polish Foreign Minister Jan Wolny ended.", ["Polish", "Jan Wolny"]),
    ("Former US Secretary of State Hilda Clunes spoke in Leeds.", ["US", "Hilda Clunes", "Leeds"]),
    ("Managing Director Anna Vell and Chief Financial Officer Tom Reed left.", ["Anna Vell", "Tom Reed"]),
    ("Israeli Defence Minister Benny Ganz met UN Secretary-General Antonio Gil.", ["Israeli", "Benny Ganz", "UN", "Antonio Gil"]),
    ("Kestrand Chief Executive Officer Ola Berg resigned.", ["Kestrand", "Ola Berg"]),
    ("Omar Diaz met Saudi Crown Prince Fahd bin Said in Oslo.", ["Omar Diaz", "Saudi", "Fahd bin Said", "Oslo"]),
    ("Scottish Transport Secretary Gordon Hale spoke in Leeds.", ["Scottish", "Gordon Hale", "Leeds"]),
    ("It must be approved by U.S. District Judge Karen Holm in Turin.", ["U.S.", "Karen Holm", "Turin"]),
    ("The speech by Det Insp Rachel Holm ended in Leeds.", ["Rachel Holm", "Leeds"]),
    ("The Office of the Attorney General confirmed it.", ["Office of the Attorney General"]),
]


@pytest.mark.parametrize(("sentence", "names"), TITLES)
def test_titles(sentence: str, names: list[str], nlp: Language) -> None:
    """Titles, honorifics and posts are no part of a name, nor is the portfolio before a post."""
    assert [mention.surface for mention in read(sentence, nlp)] == names


NO_NAMES = [
    "Output rose while AI firms hired more staff on Monday.",
    "Software is expensive, and hawks are rare.",
    "The minister spoke in Polish.",
    "She spoke on Monday and again in March.",
    "Winger commits until 2029.",
    "Shares were up by 5% at 0930 GMT.",
    "Sales before Christmas rose.",
]


@pytest.mark.parametrize("sentence", NO_NAMES)
def test_what_is_no_name(sentence: str, nlp: Language) -> None:
    """A common noun at the start of a sentence, an acronym of one, a language, a weekday and a job name nothing."""
    assert read(sentence, nlp) == ()


CLASSES: list[tuple[str, dict[str, str]]] = [
    (
        "She read law at Trinity College Dublin and is a surgeon at University Hospital Zurich.",
        {"Trinity College Dublin": "University", "University Hospital Zurich": "Hospital"},
    ),
    ("Muslims and Sikhs in Leeds marked the feast.", {"Muslims": "PeopleGroup", "Sikhs": "PeopleGroup", "Leeds": "City"}),
    ("The Hutu rebels attacked a village near the Rhineland.", {"Hutu": "PeopleGroup", "Rhineland": "Place"}),
    ("Islam is the second faith of the town.", {"Islam": "Concept"}),
    ("The side are second from bottom of the Bundesliga.", {"Bundesliga": "Competition"}),
    ("Zenva, a Nairobi start-up that rents cold rooms to traders, raised $38 million.", {"Zenva": "Company", "Nairobi": "City"}),
    ("The supporters' club Nordkurve said so.", {"Nordkurve": "Organization"}),
    ("The spin-off Lumivo hired ten people.", {"Lumivo": "Company"}),
    ("Founders Achol Mabior and Tove Lind sold it in 2019.", {"Achol Mabior": "Person", "Tove Lind": "Person"}),
    ("Ministers Ana Roy and Luis Vega resigned.", {"Ana Roy": "Person", "Luis Vega": "Person"}),
    ("The council printed it in English and Urdu.", {"Urdu": "Concept"}),
    ("Floods along the Nile killed nine people.", {"Nile": "BodyOfWater"}),
    # persons
    ("Ottavia Brandt, 51, was born in Enugu.", {"Ottavia Brandt": "Person", "Enugu": "City"}),
    ("Brandt’s wife said that Brandt was at home.", {"Brandt": "Person"}),
    ("The Smiths moved to Leeds in May.", {"Smiths": "PeopleGroup", "Leeds": "City"}),
    ("The Delacroix-Hamidi family praised the choice.", {"Delacroix-Hamidi family": "PeopleGroup"}),
    ("The head of the cargo unit, Gordon Hale, will leave.", {"Gordon Hale": "Person"}),
    # organisations with unusual names
    ("Auto parts maker Tarkwell Group on Monday opened a plant.", {"Tarkwell Group": "Company"}),
    ("Volmar said it would recall 300 cars.", {"Volmar": "Organization"}),
    ("Astra Norr sold its last ship in May.", {"Astra Norr": "Organization"}),
    ("Lumina Energy and Ostrel Norr will merge.", {"Lumina Energy": "Company", "Ostrel Norr": "Organization"}),
    ("Demir-Emek, the union that represents the workers, was less sure.", {"Demir-Emek": "TradeUnion"}),
    ("In June it took over Chłodnictwo Wiśniewski of Poznań.", {"Chłodnictwo Wiśniewski": "Organization", "Poznań": "City"}),
    ("Norrkyla, founded in 1974 in Kiruna, employs 300 people.", {"Norrkyla": "Organization", "Kiruna": "Place"}),
    ("A spokesman for Hamnskär, which makes pumps, declined to comment.", {"Hamnskär": "Organization"}),
    ("She joined Lindqvist & Oyama, the consultancy, in 2012.", {"Lindqvist & Oyama": "Company"}),
    ("The broker Van Houtum & Zn cut its forecast.", {"Van Houtum & Zn": "Company"}),
    ("Analysts at Crédit Riviéra criticised him.", {"Crédit Riviéra": "Company"}),
    ("The daily Nordposten reported the deal on Sunday.", {"Nordposten": "MediaOrganization"}),
    ("According to the newspaper Kvällsbladet, the talks failed.", {"Kvällsbladet": "MediaOrganization"}),
    ("The Fold Party lost two seats in Utrecht.", {"Fold Party": "PoliticalParty", "Utrecht": "City"}),
    ("The sale is supported by the charity Quillan Merriwick.", {"Quillan Merriwick": "Association"}),
    (
        "Maria Lund joined the Lisbon-based reinsurer Talvera Brenmark.",
        {"Maria Lund": "Person", "Lisbon": "City", "Talvera Brenmark": "Organization"},
    ),
    ("The hall was built by Jorvell of Coimbra.", {"Jorvell": "Organization", "Coimbra": "City"}),
    ("Severnside Crown Court heard the case.", {"Severnside Crown Court": "Court"}),
    # firms that a noun for people, or none, describes
    ("Havbrink, the region's third-largest salmon farmer, said it would shed 400 jobs.", {"Havbrink": "Organization"}),
    ("Okarta said on Monday it would cut 200 jobs.", {"Okarta": "Organization"}),
    ("Delmo denied that it had lied.", {"Delmo": "Organization"}),
    ("Talberg said its profit rose to 40 million euros.", {"Talberg": "Organization"}),
    ("Tilden, which is based in Leeds, has said it plans to appeal.", {"Tilden": "Organization", "Leeds": "City"}),
    ("In 2019 they bought the brewer Loch Etive Malt for £86 million.", {"Loch Etive Malt": "Organization"}),
    ("In 2019 they bought the farmer Loch Ardan Trout for £86 million.", {"Loch Ardan Trout": "Organization"}),
    ("Havbris, a grower of seaweed, said on Monday it would close.", {"Havbris": "Organization"}),
    ("Okafor said she would resign, and Brandt said on Monday he was ill.", {"Okafor": "Person", "Brandt": "Person"}),
    ("Delgado, the valley's largest landowner, died at his home.", {"Delgado": "Person"}),
    # places
    ("The rain reached parts of Emilia-Romagna and the outskirts of Tongeren.", {"Emilia-Romagna": "Place", "Tongeren": "Place"}),
    ("He lives in a village called Nether Wallop.", {"Nether Wallop": "City"}),
    ("Berlin said that it would not pay.", {"Berlin": "City"}),
    ("Bristol-based engineers tested the device.", {"Bristol": "City"}),
    ("Quarry Bank Mill and the Tate Gallery reopened.", {"Quarry Bank Mill": "Site", "Tate Gallery": "Site"}),
    ("He bought a villa in the Stanbridge.", {"Stanbridge": "Place"}),
    ("The firm was forced to sell its Oslo depot.", {"Oslo": "City"}),
    ("The house was painted by the Bristol builders.", {"Bristol": "City"}),
    ("The plant, known as Ostrell One, was built in two years.", {"Ostrell One": "Site"}),
    ("The former mayor of Kropina, Mara Holm, left.", {"Kropina": "City", "Mara Holm": "Person"}),
    ("Mara Holm, 47, of Oadbury, was fined on Tuesday.", {"Mara Holm": "Person", "Oadbury": "Place"}),
    ("Born in Odense on 3 April 1934, she never left.", {"Odense": "City"}),
    ("Scottish Transport Secretary Gordon Hale resigned.", {"Scottish": "Country", "Gordon Hale": "Person"}),
    # the rest
    ("She won the Canadian Open in 2022.", {"Canadian Open": "Competition"}),
    ("The film was paid for by Kai Cinema and others.", {"Kai Cinema": "Company"}),
    ("The study was published in Nature in 1986.", {"Nature": "MediaOrganization"}),
    ("The firm launched the Talvera 2, a hearing aid which translates.", {"Talvera 2": "Product"}),
    ("He was handed the Velmora Pellworth by the club.", {"Velmora Pellworth": "Award"}),
    ("She won the Prix Hélène-Baptiste in 2022.", {"Prix Hélène-Baptiste": "Award"}),
    ("Storm Ottavia left two people dead.", {"Storm Ottavia": "NamedEvent"}),
    ("The programme, known as Gipfel, was launched last year.", {"Gipfel": "Programme"}),
    ("The novel “The Salt Road” was published last year.", {"The Salt Road": "CreativeWork"}),
    ("The ministry published the Clean Rivers Act.", {"Clean Rivers Act": "Legislation"}),
    ("Two Germans and a Japanese tourist were injured.", {"Japanese": "Country"}),
]


@pytest.mark.parametrize(("sentence", "classes"), CLASSES)
def test_classes(sentence: str, classes: dict[str, str], nlp: Language) -> None:
    """A name's class comes from its own words and from those around it, more than from the model's guess."""
    assert tell(sentence, nlp) == classes


def test_a_name_has_one_class_in_a_document(nlp: Language) -> None:
    """What one sentence tells of a name holds for all its mentions, and for its shorter form."""
    names = tell("Tarkwell Group opened a plant on Monday. Tarkwell thanked the workers.\n\nShares in Tarkwell fell.", nlp)
    assert names == {"Tarkwell Group": "Company", "Tarkwell": "Company"}


def test_a_team_is_called_by_its_last_word(nlp: Language) -> None:
    """What the model takes for a person is a team where its full name says so."""
    names = tell("Holloway joined Talvera from Leeds. He left Atlético Talvera last year, said Talvera’s sporting director.", nlp)
    assert (names["Talvera"], names["Atlético Talvera"]) == ("SportsTeam", "SportsTeam")


def test_what_is_named_after_a_place_tells_of_the_place(nlp: Language) -> None:
    """A town that the gazetteer lacks is known by its council and its paper."""
    text = "The gift put Harwold on the map. Harwold Council agreed, and the University of Harwold gave thanks, the Harwold Courier wrote."
    assert tell(text, nlp)["Harwold"] == "Place"


def test_a_headline_in_title_case(nlp: Language) -> None:
    """A headline's capitals say nothing: it has the names that the body knows."""
    headline = "Halden Robotics Buys Norrkyla Pumps For $30 Million"
    names = read(f"{headline}\n\nHalden Robotics of Leeds has bought Norrkyla Pumps for $30 million, it said on Monday.", nlp)
    assert [mention.surface for mention in names if mention.span.end <= len(headline)] == ["Halden Robotics", "Norrkyla Pumps"]


def test_a_dateline(nlp: Language) -> None:
    """The city of a dateline is a place, and the agency in brackets is nobody in the news."""
    names = tell(
        "Bridge opens in Poland\n\nRZESZOW, Poland, 3 March (Continental Wire) — Officials opened a bridge on Monday.\n\n"
        "The bridge took two years to build, and a second one will follow.",
        nlp,
    )
    assert names == {"Poland": "Country", "RZESZOW": "City"}


def test_teams(nlp: Language) -> None:
    """In sports news a name that plays or is played against is a team; a place stays a place, a country a country, a player a person."""
    assert tell(SPORT, nlp) == {
        "Rovers": "SportsTeam",
        "Cardigan": "SportsTeam",
        "Ola Berg": "Person",
        "Dunmore United": "SportsTeam",
        "Kettering": "SportsTeam",
        "Dele Wright": "Person",
        "Bergen": "SportsTeam",
        "Leeds": "City",
        "Spain": "Country",
        "Luis Peral": "Person",
    }


def test_whom_a_team_plays_is_a_team(nlp: Language) -> None:
    """In sports news even a given name is a team where a team plays it."""
    assert tell(f"{SPORT} Rovers play Everson away on Saturday.", nlp)["Everson"] == "SportsTeam"


def test_a_town_that_loses_is_no_team_elsewhere(nlp: Language) -> None:
    """Without sport around it a place that wins or loses stays a place."""
    assert tell("Bergen lost 300 jobs last year. The mayor of Bergen said that the town would fight.", nlp) == {"Bergen": "City"}


def test_names_lie_where_they_say(nlp: Language) -> None:
    """A name's span holds its surface, and no two names overlap."""
    for text in (SPORT, *(sentence for sentence, _ in BORDERS)):
        names = read(text, nlp)
        assert all(text[name.span.start : name.span.end] == name.surface for name in names)
        assert all(left.span.end <= right.span.start for left, right in pairwise(names))
