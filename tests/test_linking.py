"""Names -> the knowledge base: what is linked, and what is better left alone."""

from __future__ import annotations

import pytest
from test_resolve import read

from kg.background import Background, open_background, to_thing_key
from kg.namespaces import ENTITY, to_iri
from kg.records import Entity, Iri

WIKIDATA = "http://www.wikidata.org/entity/"
WIKIPEDIA = "https://en.wikipedia.org/wiki/"


@pytest.fixture(scope="module")
def background() -> Background:
    return open_background()


def find(text: str, label: str) -> Entity:
    """The entity of that label; there is one."""
    (found,) = (entity for entity in read(text).entities if entity.label == label)
    return found


def links(text: str, label: str) -> set[str]:
    """What an entity of a text is linked to, elsewhere and on the web, by the ends of the addresses."""
    entity = find(text, label)
    return {link.rstrip("/").rpartition("/")[2] for link in (*entity.same_as, *entity.pages)}


# ---------------------------------------------------------------- what is known


def test_a_company_has_its_ids_and_seat(background: Background) -> None:
    """Wikidata id, page and seat stand side by side; the legal form makes no difference."""
    known = background.find_known("Siemens AG")[0]
    assert known.iri == Iri(f"{ENTITY}Q81230")
    assert known.same_as == (Iri(f"{WIKIDATA}Q81230"),)
    assert known.pages == (Iri(f"{WIKIPEDIA}Siemens"),)
    assert known.home_iri == Iri(f"{ENTITY}Q183")
    assert known.class_iri == to_iri("news:Company")


KNOWN = [
    ("UNICEF", "news:InternationalOrganization", "UNICEF"),
    ("the World Health Organisation", "news:InternationalOrganization", "World_Health_Organization"),
    ("Knesset", "news:Legislature", "Knesset"),
    ("Amnesty International", "news:Association", "Amnesty_International"),
    ("FC Barcelona", "news:SportsTeam", "FC_Barcelona"),
    ("Reuters", "news:MediaOrganization", "Reuters"),
    ("Stanford University", "news:University", "Stanford_University"),
    ("Danube", "news:BodyOfWater", "Danube"),
    ("Patagonia", "schema:Place", "Patagonia"),
]


@pytest.mark.parametrize(("name", "class_name", "title"), KNOWN)
def test_things_of_many_kinds_are_known(background: Background, name: str, class_name: str, title: str) -> None:
    """Each with its class and its page in Wikipedia."""
    assert (to_iri(class_name), Iri(WIKIPEDIA + title)) in {(known.class_iri, *known.pages) for known in background.find_known(name)}


def test_a_university_without_page_has_its_site(background: Background) -> None:
    """What Wikipedia is not known to tell of is linked to its own site."""
    (known,) = background.find_known("University of Bergen")
    assert (known.iri, known.pages) == (Iri(f"{ENTITY}site-uib.no"), (Iri("https://uib.no/"),))


def test_an_id_belongs_to_one_thing() -> None:
    """No two rows have one id, and no Wikidata id is a place's and an organisation's."""
    rows = open_background()._connection.execute("SELECT id FROM thing UNION ALL SELECT id FROM place WHERE id LIKE 'Q%'").fetchall()
    assert len(rows) == len(set(rows))


def test_little_known_things_want_a_name_of_their_own(background: Background) -> None:
    """What one source knows a little is not found by a single word, nor by common words alone."""
    rows = background._connection.execute(
        "SELECT key FROM thing_name JOIN thing USING (number) WHERE title IS NULL AND weight < 10 AND site IS NULL AND typeof(id) = 'text'"
    ).fetchall()
    assert [key for (key,) in rows if " " not in key] == []
    assert not {"national bank", "city council", "first bank"} & {key for (key,) in rows}


def test_keys() -> None:
    """Legal forms, hyphens, British spelling and the article make no difference; words that tell a subsidiary do."""
    assert to_thing_key("The Acme Organisation-Centre Ltd.") == to_thing_key("Acme Organization Center")
    assert to_thing_key("Acme Japan") != to_thing_key("Acme")
    assert to_thing_key("Acme Group") != to_thing_key("Acme")


# ---------------------------------------------------------------- what is linked

LINKED = [
    ("The German company Siemens will build a plant in Leipzig.", "Siemens", {"Q81230", "Siemens"}),
    ("Halden Robotics sold its plant in Leipzig to Siemens AG in May.", "Siemens AG", {"Q81230", "Siemens"}),
    ("The World Bank lent $5 million to Kenya.", "World Bank", {"World_Bank"}),
    ("Reporters asked UNICEF about the camps.", "UNICEF", {"Q740308", "UNICEF"}),
    ("The retailer Target will open a shop in Boston.", "Target", {"Q1046951", "Target_Corporation"}),
    ("Apple Inc. will open a shop in Boston.", "Apple Inc.", {"Q312", "Apple_Inc."}),
    ("The Knesset in Israel passed the law on Monday.", "Knesset", {"Knesset"}),
    ("Tomas Lind lives in the Swiss town of Zermatt.", "Zermatt", {"2657928"}),
    ("Japan's prime minister, Sanae Takaichi, met Anna Lind in Kyoto.", "Sanae Takaichi", {"Sanae_Takaichi"}),
    ("Donald J. Trump spoke in the United States on Monday.", "Donald J. Trump", {"Donald_Trump"}),
    ("Peru bought vaccines. The Ministry of Health in Lima met Anna Lind of Norway.", "Ministry of Health",
     {"Q3065012", "Ministry_of_Health_(Peru)"}),
    ("Ms Lind wrote to the Ministry of Defence of the Russian Federation.", "Ministry of Defence of the Russian Federation", {"Q1146492"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "wanted"), LINKED)
def test_a_name_is_linked(text: str, label: str, wanted: set[str]) -> None:
    """Where the name, its class and the article leave one thing only."""
    assert links(text, label) == wanted


LEFT_ALONE = [
    ("Siemens Ruritania will build a plant in Leipzig.", "Siemens Ruritania"),
    ("Stanford University Press printed the book in Boston.", "Stanford University Press"),
    ("Maria Keller met Tomas Siemens in Leipzig.", "Tomas Siemens"),
    ("The CSU met in Bergen in Norway.", "CSU"),
    ("Ruritania's FSB met its neighbours, FSB officers said.", "FSB"),
    ("Sanae Takaichi, a dentist in Norway, met Anna Lind.", "Sanae Takaichi"),
    ("Takaichi met Anna Lind in Kyoto in Japan.", "Takaichi"),
    ("The Ministry of Health met doctors from Peru and Zambia.", "Ministry of Health"),
]


@pytest.mark.parametrize(("text", "label"), LEFT_ALONE)
def test_a_name_is_left_alone(text: str, label: str) -> None:
    """A subsidiary is not its parent, a part not the whole, a person no company, and an acronym of another country not this one's."""
    assert links(text, label) == set()


WORDS = ["Target met Halden Robotics in Oslo.", "The deal with Gap failed in Oslo.", "He gave Apple to Anna Lind."]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_wants_evidence(text: str) -> None:
    """A name that is a word links only where the text says what it is."""
    entities = [entity for entity in read(text).entities if entity.label in {"Target", "Gap", "Apple"}]
    assert not [entity for entity in entities if entity.same_as or entity.pages]


def test_a_town_is_one_of_the_articles_countries() -> None:
    """A small town links where its country is named, and not where it is not."""
    assert links("Tomas Lind lives in the town of Zermatt in Norway.", "Zermatt") == set()


def test_two_names_of_one_thing_are_one() -> None:
    """What two names of one article are known to mean is told once, with the names and mentions of both."""
    text = "The Wall Street Journal printed the letter. Later the WSJ, a newspaper, met Anna Lind in Oslo."
    entities = [entity for entity in read(text).entities if any("Wall_Street" in page for page in entity.pages)]
    assert [(entity.label, entity.aliases, len(entity.mentions)) for entity in entities] == [("Wall Street Journal", ("WSJ",), 2)]


def test_a_link_gives_iri_class_and_background() -> None:
    """The IRI is the knowledge base's, the class its narrower one, and the seat is told as background."""
    reading = read("The German company Siemens will build a plant in Leipzig.")
    siemens = next(entity for entity in reading.entities if entity.label == "Siemens")
    assert (siemens.iri, siemens.class_iri) == (Iri(f"{ENTITY}Q81230"), to_iri("news:Company"))
    facts = {(fact.subject, fact.predicate, fact.object) for fact in reading.background}
    assert (siemens.iri, to_iri("news:headquarteredIn"), Iri(f"{ENTITY}Q183")) in facts
    assert not any(claim.predicate == to_iri("news:headquarteredIn") for claim in reading.claims)
