"""Who says what: statements in the words of the article, their kinds, and what is said otherwise."""

from __future__ import annotations

import pytest
from corpus import open_reader
from frames.reading import Row, agree, says

from kg.article import to_article

SAYING = ("Statement", "Denial", "Admission", "Opinion", "Prediction", "Question")


@pytest.mark.parametrize(
    "row",
    [
        ("Christine Okello said the outlook had darkened since the spring.",
         says("Statement", speaker="Christine Okello", content="the outlook had darkened since the spring")),
        ("The outlook had darkened, Ms Okello told the European Parliament on Monday.",
         says("Statement", speaker="Okello", addressee="European Parliament", content="The outlook had darkened", date="Monday")),
        ("The outlook, Okello said, had darkened.", says("Statement", speaker="Okello", content="The outlook had darkened")),
        ("In a statement, Nordvik Shipping said its crew were safe.",
         says("Statement", speaker="Nordvik Shipping", medium="a statement", content="its crew were safe")),
        ("Finance minister Pedro Salas argued that the rules were too strict, adding that small banks were afraid.",
         says("Statement", speaker="Pedro Salas", content="the rules were too strict"),
         says("Statement", speaker="Pedro Salas", content="small banks were afraid")),
        ("Halden Robotics makes warehouse robots. The company said it was too early to tell.",
         says("Statement", speaker="Halden Robotics", content="it was too early to tell")),
        ("“We are ready,” said Ana Roy. She added that nobody would be forgotten.",
         says("Statement", speaker="Ana Roy", content="nobody would be forgotten")),
        ("Turkey says the fighters are terrorists; Sweden is silent.",
         says("Statement", speaker="Türkiye", content="the fighters are terrorists")),
        ("President Amadou Diallo said that Chad and Niger are brothers and that borders must stay open.",
         says("Statement", speaker="Amadou Diallo", content="Chad and Niger are brothers and that borders must stay open")),
    ],
)  # fmt: skip
def test_statement(row: Row) -> None:
    """What somebody says is a statement, in the words of the article and without those that say who says it."""
    found, expected = agree(row, *SAYING)
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("According to the World Health Organization, hospitals are short of blood.",
         says("Statement", speaker="World Health Organization", content="hospitals are short of blood")),
        ("Hospitals are short of blood, according to Oxfam.",
         says("Statement", speaker="Oxfam", content="Hospitals are short of blood")),
        ("According to figures from Eurostat, one bridge in ten is unsafe.",
         says("Statement", speaker="Eurostat", content="one bridge in ten is unsafe")),
        ("According to plan, the bridge was safe.",),
        ("According to Ana Roy, Vantor Energy bought Kite Labs.",),
    ],
)  # fmt: skip
def test_according_to(row: Row) -> None:
    """ "According to" gives a statement of a source; what a frame tells is told with its speaker and no statement."""
    found, expected = agree(row, *SAYING)
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A spokeswoman for Halden Robotics said no decision was near.",
         says("Statement", speaker="spokeswoman for Halden Robotics", content="no decision was near")),
        ("Police in Lyon said the man was known to them.",
         says("Statement", speaker="Police in Lyon", content="the man was known to them")),
        ("Keller's lawyers argued that he had paid.", says("Statement", speaker="Keller's lawyers", content="he had paid")),
        ("The Chilean president said democracy was at stake.",
         says("Statement", speaker="Chilean president", content="democracy was at stake")),
        ("Officials said on Monday that roads were dry.",),
        ("Critics say the law is too vague.",),
        ("He said the law was too vague.",),
    ],
)  # fmt: skip
def test_speakers_are_particular(row: Row) -> None:
    """A speaker has a name, or a name tells which one is meant; critics, officials and an unclear "he" are nobody."""
    found, expected = agree(row, *SAYING)
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The ministry of health denied that vaccines were short.",
         says("Denial", speaker="ministry of health", content="vaccines were short")),
        ("Volkov denied having ignored the letters.", says("Denial", speaker="Volkov", content="having ignored the letters")),
        ("Volkov denied any knowledge of the payments.", says("Denial", speaker="Volkov", content="knowledge of the payments")),
        ("The mayor of Leeds, Tom Barrow, acknowledged that mistakes were made.",
         says("Admission", speaker="Tom Barrow", content="mistakes were made")),
        ("Analysts at Deutsche Bank believe that the worst is over.",
         says("Opinion", speaker="Analysts at Deutsche Bank", content="the worst is over")),
        ("The European Commission expects that growth will slow.",
         says("Prediction", speaker="European Commission", content="growth will slow")),
        ("Jan Berg asked whether the bridge was safe.", says("Question", speaker="Jan Berg", content="whether the bridge was safe")),
        ("Koruna Gold admitted on Monday that the signal at Ferrol was faulty.",
         says("Admission", speaker="Koruna Gold", content="the signal at Ferrol was faulty", date="Monday")),
        ("The judges doubted the denial by Omar Diaz that he knew the driver.",
         says("Denial", speaker="Omar Diaz", content="he knew the driver")),
        ("The mine in Tarma leaked for weeks. Koruna Gold denied that its pumps had failed.",
         says("Denial", speaker="Koruna Gold", content="its pumps had failed")),
        ("The Halden union believes that the offer is too low.",
         says("Opinion", speaker="Halden", content="the offer is too low")),
        ("Rita Sanz's fear that the dam is weak is shared by few.",
         says("Opinion", speaker="Rita Sanz", content="the dam is weak")),
        ("Jan Berg has read the plan. He doubts that it is fair.",
         says("Opinion", speaker="Jan Berg", content="it is fair")),
        ("Nordkap Bank expects that prices will fall.",
         says("Prediction", speaker="Nordkap Bank", content="prices will fall")),
        ("Jan Berg's prediction that the ice would melt came true.",
         says("Prediction", speaker="Jan Berg", content="the ice would melt")),
        ("Rita Sanz has counted the storks for years. She predicts that they will stay in Vigo.",
         says("Prediction", speaker="Rita Sanz", content="they will stay in Vigo")),
        ("Rita Sanz asked why the siren had stayed silent.",
         says("Question", speaker="Rita Sanz", content="why the siren had stayed silent")),
        ("The siren stayed silent in Vigo. Rita Sanz wondered why nobody had the key.",
         says("Question", speaker="Rita Sanz", content="why nobody had the key")),
        ("Omar Diaz's admission that he took the money shocked Tula.",
         says("Admission", speaker="Omar Diaz", content="he took the money")),
        ("Omar Diaz, who admitted that the signal was faulty, has sold his house.",
         says("Admission", speaker="Omar Diaz", content="the signal was faulty")),
        ("Omar Diaz runs the railway of Ferrol. On Monday he conceded that the signal was faulty.",
         says("Admission", speaker="Omar Diaz", content="the signal was faulty", date="Monday")),
        ("Omar Diaz, who denied that he knew the driver, left the court.",
         says("Denial", speaker="Omar Diaz", content="he knew the driver")),
        ("Rita Sanz, who believes that the dam is weak, has left Vigo.",
         says("Opinion", speaker="Rita Sanz", content="the dam is weak")),
        ("Rita Sanz, who predicts that the storks will stay, has counted them for years.",
         says("Prediction", speaker="Rita Sanz", content="the storks will stay")),
        ("Rita Sanz, who asked why the siren had stayed silent, got no answer.",
         says("Question", speaker="Rita Sanz", content="why the siren had stayed silent")),
        ("The court denied Volkov bail.",),
        ("The ministry expects a visitor.",),
        ("Thick fog denied the climbers a view.",),
        ("The judges denied Omar Diaz leave to appeal in Lima.",),
        ("Rita Sanz felt the cold in Vigo.",),
        ("The garden has a view of Vigo.",),
        ("Rita Sanz is expecting twins.",),
        ("The guests in Vigo were expected at noon.",),
        ("Rita Sanz answered every question in Vigo.",),
        ("The wonders of Peru are out of the question.",),
        ("Omar Diaz conceded a goal in Tula.",),
        ("Admission to the museum in Vigo is free.",),
    ],
)  # fmt: skip
def test_kinds_of_statement(row: Row) -> None:
    """Denials, admissions, opinions, predictions and questions."""
    found, expected = agree(row, *SAYING)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roy said Vantor Energy had bought Kite Labs.",
        "Malaysia would sign the treaty, Prime Minister Anwar Ibrahim said.",
        "“We are ready,” said Ana Roy.",
        "“The plan,” said Ana Roy, “is dead.”",
    ],
)
def test_said_once(text: str) -> None:
    """What is told as an event with its speaker, or quoted, is no statement beside."""
    reading = open_reader().read(to_article(f"{text}\n", source="test.txt"))
    told = {event.class_iri.rpartition("#")[2] for event in reading.events}
    assert not told & set(SAYING)
    assert reading.speeches or any(attestation.said_by for attestation in reading.attestations)


@pytest.mark.parametrize(
    "row",
    [
        ("Haas described the verdict as a dark day for Austria.",
         says("Characterisation", speaker="Haas", described="verdict", description="a dark day for Austria")),
        ("The Turkish foreign ministry described the remarks as unacceptable.",
         says("Characterisation", speaker="Turkish foreign ministry", described="remarks", description="unacceptable")),
        ("Jan Berg, the Serbia coach, called his players “heroes” and left.",
         says("Characterisation", speaker="Jan Berg", described="players", description="heroes")),
        ("The verdict was called a disgrace by Ana Roy.",
         says("Characterisation", speaker="Ana Roy", described="verdict", description="a disgrace")),
        ("Olga Reyes read the verdict in Lima. She called it a disgrace.",
         says("Characterisation", speaker="Olga Reyes", described="verdict", description="a disgrace")),
        ("Critics called the dam a folly.",),
        ("Ana Roy called Jan Berg on Monday.",),
    ],
)  # fmt: skip
def test_characterisation(row: Row) -> None:
    """What somebody in particular calls somebody or something."""
    found, expected = agree(row, "Characterisation")
    assert found == expected
