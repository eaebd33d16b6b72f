"""What the shipped knowledge base knows, look-up by look-up."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg.background import DATABASE, Background, open_background, to_name_key
from kg.errors import KgError
from kg.namespaces import ENTITY, to_iri
from kg.records import Iri
from kg.resources import find_resource

KEYED = {
    "place": "id",
    "place_name": "key, rank",
    "demonym": "key",
    "class_list": "id",
    "noun": "lemma",
    "given_name": "name",
}


@pytest.fixture(scope="module")
def background() -> Background:
    return open_background()


def entity(local: str) -> Iri:
    return Iri(ENTITY + local)


def prefixed(*names: str) -> tuple[Iri, ...]:
    return tuple(to_iri(name) for name in names)


# ---------------------------------------------------------------- places


def test_tokyo(background: Background) -> None:
    """Tokyo is a city, the capital, in Japan; it is never Japan."""
    (tokyo,) = background.find_places("Tokyo")
    assert tokyo.iri == entity("geonames-1850147")
    assert tokyo.kind == "city"
    assert tokyo.class_iri == to_iri("news:City")
    assert tokyo.country_iri == entity("Q17")
    assert tokyo.capital
    assert tokyo.population > 5_000_000
    assert tokyo.same_as == (Iri("https://sws.geonames.org/1850147/"),)


def test_country_record(background: Background) -> None:
    """A country links to Wikidata and to GeoNames and lies in no country."""
    (japan,) = background.find_places("Japan")
    assert (japan.kind, japan.class_iri, japan.country_iri) == ("country", to_iri("news:Country"), None)
    assert japan.same_as == (Iri("http://www.wikidata.org/entity/Q17"), Iri("https://sws.geonames.org/1861060/"))
    assert background.place(japan.iri) == japan


COUNTRY_NAMES = [
    ("Q30", "USA", "US", "U.S.", "U.S.A.", "the US", "the United States", "United States of America", "America"),
    ("Q145", "UK", "U.K.", "Britain", "Great Britain", "the United Kingdom"),
    ("Q55", "Holland", "the Netherlands"),
    ("Q35", "Denmark"),
    ("Q1008", "Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire"),
    ("Q213", "Czechia", "the Czech Republic"),
    ("Q974", "DR Congo", "DRC", "Democratic Republic of the Congo", "the Democratic Republic of Congo", "Zaire"),
    ("Q971", "Republic of Congo", "Congo-Brazzaville"),
    ("Q836", "Myanmar", "Burma"),
    ("Q43", "Turkey", "Türkiye"),
    ("Q884", "South Korea", "Republic of Korea"),
    ("Q878", "UAE", "the United Arab Emirates"),
    ("Q148", "China", "People's Republic of China"),
    ("Q865", "Taiwan", "Republic of China"),
    ("Q159", "Russia", "the Russian Federation"),
    ("Q15180", "the Soviet Union", "USSR"),
    ("Q1246", "Kosovo"),
    ("Q219060", "Palestine"),
    ("Q258", "SOUTH AFRICA"),
]


@pytest.mark.parametrize(("qid", "name"), [(qid, name) for qid, *names in COUNTRY_NAMES for name in names])
def test_names_of_countries(background: Background, qid: str, name: str) -> None:
    """A country is found first under every name that news gives it."""
    best = background.find_places(name)[0]
    assert (best.iri, best.kind) == (entity(qid), "country")


def test_usa_is_no_town(background: Background) -> None:
    """ "USA" means the United States and nothing else; "us" in small letters means nothing."""
    assert [place.name for place in background.find_places("USA")] == ["United States"]
    assert background.find_places("us") == ()


def test_georgia(background: Background) -> None:
    """Georgia is a country before it is a state of the United States."""
    country, state = background.find_places("Georgia")
    assert (country.iri, country.kind) == (entity("Q230"), "country")
    assert (state.iri, state.kind, state.country_iri) == (entity("Q1428"), "region", entity("Q30"))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Washington", "city", "Q30"),
        ("Washington, D.C.", "city", "Q30"),
        ("New York", "city", "Q30"),
        ("California", "region", "Q30"),
        ("Victoria", "region", "Q408"),
        ("Quebec", "region", "Q16"),
        ("Geneva", "city", "Q39"),
        ("London", "city", "Q145"),
        ("Birmingham", "city", "Q145"),
        ("St. Petersburg", "city", "Q159"),
        ("Kiev", "city", "Q212"),
        ("Bombay", "city", "Q668"),
        ("Cologne", "city", "Q183"),
        ("São Paulo", "city", "Q155"),
        ("Sao Paulo", "city", "Q155"),
        ("Philadelphia", "city", "Q30"),
        ("Islamabad", "city", "Q843"),
        ("Vaduz", "city", "Q347"),
        ("Scotland", "region", "Q145"),
        ("Bavaria", "region", "Q183"),
        ("the West Bank", "region", "Q219060"),
    ],
)
def test_best_place(background: Background, name: str, kind: str, country: str) -> None:
    """Of places with one name the best known comes first."""
    best = background.find_places(name)[0]
    assert (best.kind, best.country_iri) == (kind, entity(country))


def test_places_in_order(background: Background) -> None:
    """Cities of one name come by population."""
    londons = background.find_places("London")
    assert [place.population for place in londons] == sorted((place.population for place in londons), reverse=True)
    assert len(londons) > 1


@pytest.mark.parametrize(("name", "qid"), [("EU", "Q458"), ("the European Union", "Q458"), ("UN", "Q1065"), ("U.N.", "Q1065")])
def test_organizations_of_states(background: Background, name: str, qid: str) -> None:
    """The European Union and the United Nations are organisations, not places."""
    best = background.find_places(name)[0]
    assert (best.iri, best.kind, best.class_iri) == (entity(qid), "organization", to_iri("news:InternationalOrganization"))


@pytest.mark.parametrize("name", ["Europe", "Southeast Asia", "Crimea", "Abkhazia"])
def test_regions_without_country(background: Background, name: str) -> None:
    """A continent or a disputed region lies in no country."""
    best = background.find_places(name)[0]
    assert (best.kind, best.country_iri) == ("region", None)


def test_unknown_place(background: Background) -> None:
    """An unknown name gives nothing."""
    assert background.find_places("Microsoft") == ()
    assert background.place(entity("Q1")) is None


def test_every_country_has_an_end(background: Background) -> None:
    """Every name leads to a place, and every country of a place is one."""
    with sqlite3.connect(background.path) as connection:
        (strays,) = connection.execute("SELECT count(*) FROM place_name LEFT JOIN place USING (id) WHERE place.id IS NULL").fetchone()
        (lost,) = connection.execute(
            "SELECT count(*) FROM place WHERE country IS NOT NULL AND country NOT IN (SELECT id FROM place WHERE kind = 'country')"
        ).fetchone()
    assert (strays, lost) == (0, 0)


def test_keys_fold_as_names_vary() -> None:
    """Article, accents, full stops and "St" make no difference; capitals only to short acronyms."""
    assert to_name_key("the U.S.") == to_name_key("US") != to_name_key("us")
    assert to_name_key("St Louis") == to_name_key("Saint Louis") == "saint louis"
    assert to_name_key("Łódź") == "lodz"
    assert to_name_key("The Hague") == to_name_key("Hague")


@pytest.mark.parametrize(
    ("word", "qid"),
    [
        ("Japanese", "Q17"),
        ("German", "Q183"),
        ("Germans", "Q183"),
        ("Britons", "Q145"),
        ("British", "Q145"),
        ("French", "Q142"),
        ("Frenchmen", "Q142"),
        ("Dutch", "Q55"),
        ("American", "Q30"),
        ("Americans", "Q30"),
        ("Israeli", "Q801"),
        ("Emirati", "Q878"),
        ("Ivorian", "Q1008"),
        ("Congolese", "Q974"),
        ("Palestinians", "Q219060"),
        ("Danes", "Q35"),
        ("Swiss", "Q39"),
        ("Filipino", "Q928"),
        ("Soviet", "Q15180"),
        ("Scottish", "Q22"),
    ],
)
def test_demonyms(background: Background, word: str, qid: str) -> None:
    """An adjective or a name of inhabitants leads to the country, or to the region that calls itself one."""
    country = background.find_country_of_demonym(word)
    assert country is not None
    assert country.iri == entity(qid)


@pytest.mark.parametrize("word", ["Japan", "Basque", "Ewe", "Catholic", "Microsoft"])
def test_no_demonyms(background: Background, word: str) -> None:
    """Countries themselves, peoples across borders and other adjectives are no demonyms."""
    assert background.find_country_of_demonym(word) is None


def test_background_facts_of_a_city(background: Background) -> None:
    """A linked city brings its country with type and label, its GeoNames id and its page in Wikipedia."""
    (tokyo,) = background.find_places("Tokyo")
    facts = {
        (fact.subject, fact.predicate, str(getattr(fact.object, "lexical", fact.object))) for fact in background.to_background_facts(tokyo)
    }
    assert facts == {
        (tokyo.iri, to_iri("owl:sameAs"), "https://sws.geonames.org/1850147/"),
        (tokyo.iri, to_iri("schema:sameAs"), "https://en.wikipedia.org/wiki/Tokyo"),
        (tokyo.iri, to_iri("news:locatedIn"), entity("Q17")),
        (entity("Q17"), to_iri("rdf:type"), to_iri("news:Country")),
        (entity("Q17"), to_iri("rdfs:label"), "Japan"),
    }


# ---------------------------------------------------------------- nouns

NOUNS = [
    ("schema:Person", "worker striker prosecutor villager lawmaker goalkeeper mayor spokesman gunman shareholder nurse"),
    ("news:Company", "company firm startup carmaker chipmaker airline lender insurer retailer bank maker supplier truckmaker"),
    ("news:Company", "battery maker|oil company|law firm|insurance company"),
    ("news:GovernmentOrganization", "ministry watchdog regulator government police"),
    ("news:PoliticalParty", "party"),
    ("news:SportsTeam", "club team"),
    ("news:University", "university college"),
    ("news:Hospital", "hospital clinic"),
    ("news:ResearchOrganization", "think tank|institute"),
    ("news:MilitaryForce", "army navy"),
    ("news:Court", "court|supreme court|tribunal"),
    ("news:PeopleGroup", "crowd family community people"),
    ("news:Site", "plant refinery factory airport bridge stadium prison"),
    ("schema:Place", "region island"),
    ("news:BodyOfWater", "river lake"),
    ("news:City", "city town"),
    ("news:Country", "country"),
    ("schema:Product", "ferry vaccine smartphone software car drug coal"),
    ("schema:CreativeWork", "book film report song"),
    ("news:Legislation", "law treaty"),
    ("news:Award", "prize"),
    ("skos:Concept", "agreement plan storm election freedom dog"),
]


def to_words(words: str) -> list[str]:
    return words.split("|") if "|" in words else words.split()


@pytest.mark.parametrize(("class_name", "noun"), [(name, noun.strip()) for name, nouns in NOUNS for noun in to_words(nouns)])
def test_class_of_nouns(background: Background, class_name: str, noun: str) -> None:
    """The first class of a noun is the one that news means most."""
    assert background.find_noun_classes(noun)[0] == to_iri(class_name)


def test_competing_classes(background: Background) -> None:
    """Where two senses compete, both classes are there, ranked."""
    assert background.find_noun_classes("hospital") == prefixed("news:Hospital", "news:Site")
    assert background.find_noun_classes("bank") == prefixed("news:Company", "schema:Place")
    assert background.find_noun_classes("maker") == prefixed("news:Company", "schema:Person")


def test_unknown_noun(background: Background) -> None:
    """An unknown word has no class, unlike a known one that is only a concept."""
    assert background.find_noun_classes("glorpf") == ()
    assert background.find_noun_classes("happiness") == prefixed("skos:Concept")


@pytest.mark.parametrize(
    "noun",
    [
        "goalkeeper", "mayor", "chief executive", "spokesman", "managing director", "prime minister", "vice chair", "president",
        "head coach", "deputy health minister", "ex-minister", "striker", "lawyer", "economist", "head", "chair", "goalie",
    ],
)  # fmt: skip
def test_post_nouns(background: Background, noun: str) -> None:
    """Offices, occupations and jobs are known as posts, also under a longer title."""
    assert background.is_post_noun(noun)


@pytest.mark.parametrize("noun", ["worker", "villager", "resident", "victim", "company", "table", "billionaire", "child"])
def test_nouns_that_are_no_posts(background: Background, noun: str) -> None:
    """Not every word for a person names a post."""
    assert not background.is_post_noun(noun)


# ---------------------------------------------------------------- given names


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mary", "f"), ("John", "m"), ("Kenji", "m"), ("Ursula", "f"), ("Volodymyr", "m"), ("Fatima", "f"), ("Narendra", "m"),
        ("Zoë", "f"), ("Jean-Claude", "m"), ("Jean", "u"), ("Xi", "u"), ("Microsoft", None),
    ],
)  # fmt: skip
def test_genders(background: Background, name: str, gender: str | None) -> None:
    """A given name has the gender of most who bear it, "u" when they are of both, none when nobody does."""
    assert background.find_gender(name) == gender


# ---------------------------------------------------------------- the file


@pytest.mark.parametrize("table", KEYED)
def test_rows_lie_in_order(background: Background, table: str) -> None:
    """Rows lie in the order of their keys, so that one set of rows is one file."""
    with sqlite3.connect(background.path) as connection:
        stored = connection.execute(f"SELECT * FROM {table}").fetchall()
        assert stored == connection.execute(f"SELECT * FROM {table} ORDER BY {KEYED[table]}").fetchall()
    assert len(stored) > 100


def test_writing_is_deterministic(tmp_path: Path) -> None:
    """The same rows make the same bytes."""
    from scripts.build_kb import write_database

    tables = {"given_name": [("ada", "f"), ("bob", "m")], "demonym": [("dutch", "Q55")]}
    for name in ("a", "b"):
        write_database(tmp_path / name, dict(tables))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_size() -> None:
    """The database stays small enough to ship."""
    assert (find_resource("data/kb") / DATABASE).stat().st_size < 8_000_000


def test_opens_at_the_first_question(tmp_path: Path) -> None:
    """Opening reads nothing; a missing file is told at the first question, with what to type."""
    missing = open_background(tmp_path / "none.sqlite")
    with pytest.raises(KgError, match="make kb"):
        missing.find_places("Tokyo")


def test_import_is_cheap() -> None:
    """Importing the room does not import sqlite3."""
    code = "import sys, kg.background; sys.exit('sqlite3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parent.parent).returncode == 0
