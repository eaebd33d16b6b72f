"""The alignment to the corpus of Zaporojets et al. (2021): invented sentences -> what that corpus would say of them."""

from __future__ import annotations

import pytest
from corpus import open_reader

from kg.article import to_article
from kg.evaluation.alignment import read_alignment, to_document
from kg.evaluation.documents import Document
from kg.rdf import to_quads

PEOPLE = ("head_of", "head_of_state", "head_of_gov", "minister_of", "agent_of", "member_of", "citizen_of")


def read(text: str, *, background: bool = True) -> Document:
    reader = open_reader()
    reading = reader.read(to_article(f"{text}\n", source="test.txt"))
    return to_document(reading, to_quads(reading, reader.ontology), read_alignment("dwie"), name="d", background=background)


def tell(document: Document) -> list[tuple[str, str, str]]:
    """The relations, each thing by its longest name."""
    names = {thing.id: max((document.text[span.start : span.end] for span in thing.mentions), key=len) for thing in document.things}
    return sorted((names[one], predicate, names[other]) for one, predicate, other in document.relations)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya's President Odhiambo Otieno arrived on Monday.",
            ["agent_of Kenya", "citizen_of Kenya", "head_of_state Kenya"],
        ),
        (
            "Foreign Minister Ana Lima of Brazil spoke first.",
            ["agent_of Brazil", "citizen_of Brazil", "minister_of Brazil"],
        ),
        (
            "Prime Minister Ana Lima spoke first. Brazil has waited for years, and Brazil is tired.",
            ["agent_of Brazil", "head_of_gov Brazil"],
        ),
        ("Prime Minister Ana Lima spoke first. Brazil and Chile have waited for years.", []),
        ("Ann Roy, the chief executive of Halden Motors, resigned.", ["head_of Halden Motors", "member_of Halden Motors"]),
        ("Halden Motors' Ann Roy spoke to reporters.", ["member_of Halden Motors"]),
        ("Halden Motors deputy director Ann Roy spoke to reporters.", ["member_of Halden Motors"]),
        ("Ghana's Akua Mensah won the race.", ["citizen_of Ghana"]),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    """Heads are members; whoever holds a post of state is an agent and citizen; a post without a state is the prevailing country's."""
    found = {f"{predicate} {other}" for _, predicate, other in tell(read(text)) if predicate in PEOPLE}
    assert set(expected) <= found
    assert expected or not found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany's Volta Motors cut 200 jobs.", ["Volta Motors based_in0 Germany"]),
        (
            "The Museum of Glass in Berlin, Germany, reopened. Germany paid for it.",
            ["Berlin in0 Germany", "Museum of Glass in0 Germany", "Museum of Glass in2 Berlin"],
        ),
        ("Kenya's Supreme Court ruled on Monday.", ["Supreme Court agency_of Kenya", "Supreme Court based_in0 Kenya"]),
        ("Kenya has waited. The Bank of Kenya acted.", ["Bank of Kenya based_in0 Kenya"]),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    """What lies in a city lies in its country; organisations are based there, and what is a state's is its agency."""
    assert [" ".join(relation) for relation in tell(read(text))] == expected


def test_background_can_be_left_out() -> None:
    """That a city lies in its country is no fact of the article."""
    text = "Talks in Nairobi failed. Kenya is worried."
    assert tell(read(text)) == [("Nairobi", "in0", "Kenya")]
    assert tell(read(text, background=False)) == []


def test_links() -> None:
    """Titles come from the gazetteer's name, or from Wikipedia's where that is another; nothing unlinked has one."""
    document = read("Ann Roy of Halden Motors flew from Cologne to Washington and on to Georgia, Turkey and Kenya.")
    links = {document.text[thing.mentions[0].start : thing.mentions[0].end]: thing.link for thing in document.things}
    assert links["Cologne"] == "Cologne"
    assert links["Turkey"] == "Turkey"
    assert links["Kenya"] == "Kenya"
    assert links["Washington"] == "Washington,_D.C."
    assert links["Ann Roy"] is None
    assert links["Halden Motors"] is None


def test_types() -> None:
    """General and finer types; a government is no name there."""
    document = read("Kenya and Ann Roy of Halden Motors met in Nairobi. The Kenyan government stayed away.")
    types = {document.text[thing.mentions[0].start : thing.mentions[0].end]: thing.types for thing in document.things}
    assert types["Kenya"] == {"entity", "location", "gpe", "gpe0"}
    assert types["Nairobi"] == {"entity", "location", "gpe", "gpe2"}
    assert types["Ann Roy"] == {"entity", "person"}
    assert types["Halden Motors"] == {"entity", "organization", "company"}
    assert not any("government" in name for name in types)
