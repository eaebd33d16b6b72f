"""What stands beside a name: every sense of ontology/lexicon/names.ttl in the sentences of the news, and the same words meaning nothing."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Ghana's Akua Mensah won the race.", says("citizenOf", subject="Akua Mensah", object="Ghana")),
        ("Ann Lee of Canada finished second.", says("citizenOf", subject="Ann Lee", object="Canada")),
        ("The prize went to Rosa Lima, of Brazil.", says("citizenOf", subject="Rosa Lima", object="Brazil")),
        ("Ann Lee left Canada on Monday.",),
        ("The ambassador spoke of Canada and Ann Lee of trade.",),
    ],
)
def test_whose_citizen_somebody_is(row: Row) -> None:
    """A country that possesses a person, or that a person is of, is theirs."""
    found, expected = agree(row, "citizenOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Halden Motors' Ann Lee said on Monday that sales rose.", says("memberOf", subject="Ann Lee", object="Halden Motors")),
        ("Otto Lang of the Halden union said the talks had failed.", says("memberOf", subject="Otto Lang", object="Halden")),
        ("Halden Motors told Ann Lee to wait.",),
    ],
)
def test_whose_member_somebody_is(row: Row) -> None:
    """An organisation that possesses a person, or that a person is of, has them as a member."""
    found, expected = agree(row, "memberOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Germany's Volta Motors cut 200 jobs.", says("origin", subject="Volta Motors", object="Germany")),
        ("The US company Volta Motors makes cars.", says("origin", subject="Volta Motors", object="United States")),
        ("The Greek newspaper Kathimera reported the story.", says("origin", subject="Kathimera", object="Greece")),
        ("Prosecutors in Milan have charged the Spanish club Valdoro.", says("origin", subject="Valdoro", object="Spain")),
        (
            "The Lithuanian carmaker Volta and the French insurer Assura will share an office.",
            says("origin", subject="Volta", object="Lithuania"),
            says("origin", subject="Assura", object="France"),
        ),
        (
            "Volta Motors cut 200 jobs in May. The carmaker is a Lithuanian company.",
            says("origin", subject="Volta Motors", object="Lithuania"),
        ),
        ("Volta Motors has left Germany.",),
        ("The German plant of Volta Motors closed.",),
    ],
)
def test_where_an_organisation_comes_from(row: Row) -> None:
    """A country that possesses it, or an adjective of nationality before what it is."""
    found, expected = agree(row, "origin")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Tokyo's Hosei University closed for a week.", says("locatedIn", subject="Hosei University", object="Tokyo")),
        ("The Museum of Glass in Berlin reopened on Friday.", says("locatedIn", subject="Museum of Glass", object="Berlin")),
        ("Berlin's Museum of Glass reopened on Friday.", says("locatedIn", subject="Museum of Glass", object="Berlin")),
        ("Berlin wants a museum of glass.",),
    ],
)
def test_where_a_site_lies(row: Row) -> None:
    """In the place that it is in, or whose it is."""
    found, expected = agree(row, "locatedIn")
    assert found == expected
