"""Invented articles and which of their names are one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.article import to_article
from kg.background import open_background
from kg.mentions.names import find_names
from kg.mentions.values import find_values
from kg.namespaces import to_iri
from kg.ontology import load_ontology
from kg.parse import parse
from kg.records import Mention, Parting, Span
from kg.resolve.clusters import Clusters
from kg.resolve.gazetteer import Gazetteer

if TYPE_CHECKING:
    from spacy.language import Language

PERSON, ORGANIZATION, COMPANY, TEAM = "schema:Person", "schema:Organization", "news:Company", "news:SportsTeam"
PLACE, CITY, COUNTRY = "schema:Place", "news:City", "news:Country"


def make_names(text: str, named: list[tuple[str, str]]) -> tuple[Mention, ...]:
    """Mentions of the names in the order of the text; a country's adjective is found as a demonym."""
    mentions, position = [], 0
    for surface, class_name in named:
        start = text.index(surface, position)
        position = start + len(surface)
        found_by = "demonym" if class_name == "demonym" else "gazetteer" if class_name in {COUNTRY, CITY} else "model"
        class_iri = to_iri(COUNTRY if class_name == "demonym" else class_name)
        mentions.append(Mention(Span(start, position), surface, class_iri, found_by, 0.9))
    return tuple(mentions)


def group(text: str, named: list[tuple[str, str]], apart: tuple[Parting, ...] = ()) -> list[list[str]]:
    """The surfaces of each cluster, in text order."""
    names = make_names(text, named)
    clusters = Clusters(names, text, load_ontology(), open_background(), apart=apart)
    return [[names[number].surface for number in cluster.members] for cluster in clusters.all if cluster.members]


ONE_THING: list[tuple[str, list[tuple[str, str]]]] = [
    ("Adaeze Okonjo-Brandt leads it. Okonjo-Brandt, 51, ...", [("Adaeze Okonjo-Brandt", PERSON), ("Okonjo-Brandt", PERSON)]),
    ("Marine Le Fol spoke. Le Fol left.", [("Marine Le Fol", PERSON), ("Le Fol", PERSON)]),
    ("Omar al-Harbi spoke. Harbi left.", [("Omar al-Harbi", PERSON), ("Harbi", PERSON)]),
    ("José Julio Kalu spoke. José Kalu left.", [("José Julio Kalu", PERSON), ("José Kalu", PERSON)]),
    ("Halden Robotics grew. Halden said so.", [("Halden Robotics", COMPANY), ("Halden", ORGANIZATION)]),
    ("Halden Robotics Ltd grew. Halden Robotics said so.", [("Halden Robotics Ltd", COMPANY), ("Halden Robotics", COMPANY)]),
    ("The Centre for Health Policy (CHP) met.", [("Centre for Health Policy", ORGANIZATION), ("CHP", ORGANIZATION)]),
    ("The Social Reform Party (SRU) won.", [("Social Reform Party", ORGANIZATION), ("SRU", ORGANIZATION)]),
    ("World Harvest Bank paid. The WHB lent.", [("World Harvest Bank", ORGANIZATION), ("WHB", ORGANIZATION)]),
    ("The Fishing Commission met. The Commission agreed.", [("Fishing Commission", ORGANIZATION), ("Commission", ORGANIZATION)]),
    ("Atlético Ribeira won. Ribeira scored.", [("Atlético Ribeira", TEAM), ("Ribeira", TEAM)]),
    ("the United States ... the U.S. ... American", [("United States", COUNTRY), ("U.S.", COUNTRY), ("American", "demonym")]),
]


@pytest.mark.parametrize(("text", "named"), ONE_THING)
def test_one_thing(text: str, named: list[tuple[str, str]]) -> None:
    """Family names, short forms, acronyms, heads of names and a country's adjective join the full name."""
    assert group(text, named) == [[surface for surface, _ in named]]


SEVERAL: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Microsoft grew. Microsoft Japan and Microsoft Research Asia hired.",
        [("Microsoft", COMPANY), ("Microsoft Japan", COMPANY), ("Microsoft Research Asia", ORGANIZATION)],
    ),
    ("Ana Reis met her brother, Rui Reis.", [("Ana Reis", PERSON), ("Rui Reis", PERSON)]),
    ("Nermin Özbek-Aksoy spoke. Özbek makes fridges.", [("Nermin Özbek-Aksoy", PERSON), ("Özbek", COMPANY)]),
    ("Sir Desmond Tavener founded Tavener Logistics.", [("Desmond Tavener", PERSON), ("Tavener Logistics", COMPANY)]),
    ("The University of Wexmouth is in Wexmouth.", [("University of Wexmouth", ORGANIZATION), ("Wexmouth", PLACE)]),
    ("Otto Brandl (CDV) spoke.", [("Otto Brandl", PERSON), ("CDV", ORGANIZATION)]),
    ("The Corvane Air is out. The Corvane sold well.", [("Corvane Air", "schema:Product"), ("Corvane", "schema:Product")]),
    ("Georgia Brown flew to Georgia.", [("Georgia Brown", PERSON), ("Georgia", COUNTRY)]),
]


@pytest.mark.parametrize(("text", "named"), SEVERAL)
def test_several_things(text: str, named: list[tuple[str, str]]) -> None:
    """A branch, a relative, a firm with its founder's name, a place and what is named after it, two products of a series stay apart."""
    assert len(group(text, named)) == len(named)


@pytest.mark.parametrize(("text", "named"), ONE_THING)
def test_two_names_kept_apart(text: str, named: list[tuple[str, str]]) -> None:
    """What would be one thing is two when the user says so, whichever of the names is said first, and the two are told."""
    first, second = named[0][0], named[1][0]
    for parting in (Parting(first, second), Parting(second, first)):
        clusters = Clusters(make_names(text, named), text, load_ontology(), open_background(), apart=[parting])
        assert clusters.of_name[0] is not clusters.of_name[1]
        assert clusters.kept_apart == {parting}


def test_a_name_kept_apart_takes_no_other_with_it() -> None:
    """A third name stays with the one it is nearer to, and does not tie the two together again."""
    text = "Ana Maria Reis left. Reis wept. Ana Reis went."
    named = [("Ana Maria Reis", PERSON), ("Reis", PERSON), ("Ana Reis", PERSON)]
    assert group(text, named) == [["Ana Maria Reis", "Reis", "Ana Reis"]]
    assert group(text, named, (Parting("Ana Maria Reis", "Reis"),)) == [["Ana Maria Reis", "Ana Reis"], ["Reis"]]


def test_names_that_are_two_anyway_need_not_be_kept_apart() -> None:
    """Only what would have been one thing was kept apart."""
    text = "Ana Reis met Jo Roy."
    names = make_names(text, [("Ana Reis", PERSON), ("Jo Roy", PERSON)])
    clusters = Clusters(names, text, load_ontology(), open_background(), apart=[Parting("Ana Reis", "Jo Roy")])
    assert clusters.kept_apart == set()


def test_namesakes_are_told_apart_by_where_they_stand() -> None:
    """Of one name, a mention that stands in certain words is another thing's; short forms go to the one named last."""
    text = "Ana Reis won. Reis smiled. Ana Reis, a nurse,\nlost. Reis wept. Ana Reis slept."
    named = [(name, PERSON) for name in ("Ana Reis", "Reis", "Ana Reis", "Reis", "Ana Reis")]
    assert group(text, named, (Parting("Ana Reis", "Ana Reis", "Ana Reis, a nurse, lost"),)) == [
        ["Ana Reis", "Reis", "Ana Reis"],
        ["Ana Reis", "Reis"],
    ]
    assert len(group(text, named, (Parting("Ana Reis", "Ana Reis", "Ana Reis, a judge"),))) == 1


def test_a_town_and_its_namesake() -> None:
    """What is parted from a place is not that place."""
    text = "Leeds grew. Leeds, a hamlet in Maine, shrank."
    apart = (Parting("Leeds", "Leeds", "Leeds, a hamlet"),)
    clusters = Clusters(make_names(text, [("Leeds", CITY), ("Leeds", CITY)]), text, load_ontology(), open_background(), apart=apart)
    assert [cluster.place is not None for cluster in clusters.all] == [True, False]
    assert clusters.kept_apart == {*apart}


def test_a_place_is_parted_by_the_name_that_it_goes_by() -> None:
    """The gazetteer's name of a place, under which the graph tells it, parts as well as the words of the text."""
    text = "Malmo grew. Malmö, a ship, sank."
    named = [("Malmo", CITY), ("Malmö", CITY)]
    apart = (Parting("Malmö", "Malmo"),)
    clusters = Clusters(make_names(text, named), text, load_ontology(), open_background(), apart=apart)
    assert clusters.of_name[0] is not clusters.of_name[1]


def test_two_persons_with_one_family_name() -> None:
    """A family name that two bear goes to the latest that was named, each mention by itself."""
    text = "Ana Reis won. Reis smiled. Rui Reis lost. Reis wept."
    named = [("Ana Reis", PERSON), ("Reis", PERSON), ("Rui Reis", PERSON), ("Reis", PERSON)]
    assert group(text, named) == [["Ana Reis", "Reis"], ["Rui Reis", "Reis"]]


def test_an_honorific_tells_two_persons_apart() -> None:
    """ "Mr" and "Ms" choose the person whose given name agrees."""
    text = "Anna Berg met John Berg. Ms Berg spoke first, Mr Berg after her."
    named = [("Anna Berg", PERSON), ("John Berg", PERSON), ("Berg", PERSON), ("Berg", PERSON)]
    assert group(text, named) == [["Anna Berg", "Berg"], ["John Berg", "Berg"]]


def test_who_is_never_mr_bears_the_bare_name() -> None:
    """Where one of two is "Mr X" throughout, "X" alone is the other, as courts are reported."""
    text = "Anna Weir poisoned Tom Weir. Mr Weir was ill. The court jailed Weir."
    names = [("Anna Weir", PERSON), ("Tom Weir", PERSON), ("Weir", PERSON), ("Weir", PERSON)]
    assert group(text, names) == [["Anna Weir", "Weir"], ["Tom Weir", "Weir"]]


def test_a_relative_does_not_take_the_name_over() -> None:
    """Who comes in as somebody's father does not become the one that the family name alone stands for."""
    text = "Omar Khalil was freed. His father, Ahmed Khalil, is dead. Khalil went home."
    named = [("Omar Khalil", PERSON), ("Ahmed Khalil", PERSON), ("Khalil", PERSON)]
    assert group(text, named) == [["Omar Khalil", "Khalil"], ["Ahmed Khalil"]]


def test_a_short_form_in_the_headline() -> None:
    """A headline may use the short form before the full name comes."""
    text = "Halden opens plant. Halden Robotics opened it. Halden hired. Halden paid."
    named = [("Halden", COMPANY), ("Halden Robotics", COMPANY), ("Halden", COMPANY), ("Halden", COMPANY)]
    assert len(group(text, named)) == 1


def test_label_and_class_are_the_fullest_names() -> None:
    """A cluster is called by its fullest name and has that name's class."""
    text = "Halden Robotics grew. Halden said so."
    names = make_names(text, [("Halden Robotics", COMPANY), ("Halden", ORGANIZATION)])
    cluster = Clusters(names, text, load_ontology(), open_background()).of_name[1]
    assert (cluster.label, cluster.class_iri) == ("Halden Robotics", to_iri(COMPANY))


def test_a_dateline_does_not_shout() -> None:
    """ "LISBON" of a dateline is called Lisbon."""
    text = "LISBON, 3 March. A fair opened."
    clusters = Clusters(make_names(text, [("LISBON", CITY)]), text, load_ontology(), open_background())
    assert [cluster.label for cluster in clusters.all] == ["Lisbon"]


def test_from_text(nlp: Language) -> None:
    """From text to clusters: a firm, its founder, and the town they share a paragraph with."""
    text = "Halden Robotics of Leeds hired Anna Berg. Berg, 41, said that Halden would grow. Berg’s plan was praised by Halden’s owners."
    parsed = parse(to_article(text, source="invented.txt"), nlp)
    names = find_names(parsed, find_values(parsed), load_ontology(), open_background())
    clusters = Clusters(names, text, load_ontology(), open_background())
    assert [(cluster.label, len(cluster.members)) for cluster in clusters.all if cluster.members] == [
        ("Halden Robotics", 3),
        ("Leeds", 1),
        ("Anna Berg", 3),
    ]


@pytest.mark.parametrize(
    ("named", "country"),
    [
        ([("Toledo", CITY)], None),  # Spain's, Ohio's and Brazil's are of one size
        ([("Toledo", CITY), ("Spain", COUNTRY)], "Spain"),
        ([("Toledo", CITY), ("Brazilian", "demonym")], "Brazil"),
        ([("Toledo", CITY), ("Spain", COUNTRY), ("Brazil", COUNTRY)], None),
        ([("Toledo", CITY), ("Peru", COUNTRY)], None),
        ([("Birmingham", CITY)], "United Kingdom"),  # six times as large as Alabama's
        ([("Birmingham", CITY), ("U.S.", COUNTRY)], "United States"),
        ([("London", CITY), ("Canada", COUNTRY)], "United Kingdom"),  # a capital
    ],
)
def test_a_city_of_several_countries_is_that_of_the_article(named: list[tuple[str, str]], country: str | None) -> None:
    """Where neither the article nor size tells which city is meant, none is."""
    names, background = make_names(" ... ".join(surface for surface, _ in named), named), open_background()
    place = Gazetteer(names, load_ontology(), background).find(names[0])
    meant = background.place(place.country_iri) if place is not None and place.country_iri is not None else None
    assert (meant.name if meant is not None else None) == country
