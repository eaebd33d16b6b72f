"""Who is meant by phrases for several, by ages and peoples, and by what grammar binds: passages -> claims after resolving."""

from __future__ import annotations

import pytest
from test_resolve import read, tell

PAIRS = [
    ("Ana Lopes met Viktor Hallas in Riga. The two leaders condemned Norway.", "Criticism critic", {"Ana Lopes", "Viktor Hallas"}),
    ("Ana Lopes met Viktor Hallas in Riga. Both have criticised Norway.", "Criticism critic", {"Ana Lopes", "Viktor Hallas"}),
    ("Ana Lopes met Viktor Hallas in Riga. They criticised Norway.", "Criticism critic", {"Ana Lopes", "Viktor Hallas"}),
    ("Lumina Energy and Orbix Motors met. The two companies sued Norway.", "Lawsuit plaintiff", {"Lumina Energy", "Orbix Motors"}),
    ("Lumina Energy and Orbix Motors met. They sued Norway.", "Lawsuit plaintiff", {"Lumina Energy", "Orbix Motors"}),
    ("Lumina Energy and Orbix Motors met. The two firms grew. They sued Norway.", "Lawsuit plaintiff", {"Lumina Energy", "Orbix Motors"}),
    ("France and Norway met in Oslo. The two countries signed the Oslo Treaty.", "Agreement party", {"France", "Norway"}),
    ("Ana Lopes and Viktor Hallas founded Lumina Group. The pair criticised Norway.", "Criticism critic", {"Ana Lopes", "Viktor Hallas"}),
    ("Ana Lopes met Viktor Hallas in Riga. Norway criticised both leaders.", "Criticism target", {"Ana Lopes", "Viktor Hallas"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "who"), PAIRS)
def test_a_phrase_for_two_speaks_of_the_two_spoken_of_last(text: str, role: str, who: set[str]) -> None:
    """Every one of them fills the role by name."""
    assert {claim.removeprefix(role + " ") for claim in tell(text) if claim.startswith(role)} >= who


NO_PAIRS = [
    ("Ana Lopes, Viktor Hallas and Omar Diaz met in Riga. The two leaders criticised Norway.", "Criticism critic Ana Lopes"),
    ("Ana Lopes and Viktor Hallas told reporters of the plan. They criticised Norway.", "Criticism critic Ana Lopes"),
    ("Lumina Energy met Ana Lopes. The two companies sued Norway.", "Lawsuit plaintiff Lumina Energy"),
    ("Ana Lopes met Viktor Hallas in Riga. The two leaders of the Green Party criticised Norway.", "Criticism critic Ana Lopes"),
]


@pytest.mark.parametrize(("text", "told"), NO_PAIRS)
def test_where_more_than_two_may_be_meant_nobody_is(text: str, told: str) -> None:
    """Three leaders, a plural noun that may be meant, another kind, or a phrase that says itself which."""
    assert told not in tell(text)


PERSONS = [
    ("Tessa Moreau resigned on Monday. The 43-year-old criticised Norway.", "Criticism critic Tessa Moreau"),
    ("Orsolya Nagy beat Mia Torres in Madrid. The Hungarian criticised Norway.", "Criticism critic Orsolya Nagy"),
    ("The Spanish striker Rui Costa met the Dutch coach Jan Vos. The Dutchman criticised Norway.", "Criticism critic Jan Vos"),
    ("The ministry fined Lumina Insurance. The insurer sued Norway.", "Lawsuit plaintiff Lumina Insurance"),
    ("Orbix Motors sued Lumina Insurance in Oslo. The insurer condemned Norway.", "Criticism critic Lumina Insurance"),
    ("The Finnish firm Salmela Oy met the Danish firm Holm AS. The Danish company sued Norway.", "Lawsuit plaintiff Holm AS"),
]


@pytest.mark.parametrize(("text", "told"), PERSONS)
def test_an_age_a_people_and_a_word_of_the_name_say_who_is_meant(text: str, told: str) -> None:
    """An adjective may stand for a person; a noun that sounds in one name alone speaks of its bearer."""
    assert told in tell(text)


CALLED = [
    ("Ferris Cole, an accountant, was in Leeds. The accountant criticised Norway.", "Criticism critic Ferris Cole"),
    ("The striker Marco Bellini joined Real Betis in 2019. The striker criticised Norway.", "Criticism critic Marco Bellini"),
    ("Ferris Cole is an accountant. The accountant criticised Norway.", "Criticism critic Ferris Cole"),
    ("Kofi Mensah was elected president of Ghana. The president criticised Norway.", "Criticism critic Kofi Mensah"),
    ("Lumina Group named Ann Roe as chairman. The chairman criticised Norway.", "Criticism critic Ann Roe"),
]


@pytest.mark.parametrize(("text", "told"), CALLED)
def test_a_noun_that_was_said_of_somebody_speaks_of_that_person_again(text: str, told: str) -> None:
    """ "X, an accountant", "the striker X", "X was elected president": what X is said to be takes X up."""
    assert told in tell(text)


def test_a_noun_that_was_said_of_nobody_speaks_of_somebody_else() -> None:
    """The driver is not whom the car hit."""
    assert "Criticism critic Ferris Cole" not in tell("Ferris Cole was hit by a car in Leeds. The driver criticised Norway.")


def test_one_of_a_people_is_not_its_country() -> None:
    """ "The Hungarian" who won is not Hungary, whoever it is."""
    assert not any(claim.endswith(" Hungary") for claim in tell("The Hungarian criticised Norway. The Hungarian sued Lumina Group."))


BOUND = [
    ("Seo Park leads Haneul Motors. Ana Lopes runs Orbix Systems. Seo Park said his company could buy 20% of it.", "target Haneul Motors"),
    ("Ngozi Obi leads Lumina Group. She opened the ceremony with a song and closed it with a prayer.", "Closing site Lumina Group"),
    ("Norway fined Lumina Group. It said the company had fixed prices with its rival, Orbix Systems.", "Norway"),
]


@pytest.mark.parametrize(("text", "told"), BOUND)
def test_what_grammar_binds_is_nobody_else(text: str, told: str) -> None:
    """Who buys is not bought, an object goes on about the object, and what owns may be the nearer subject."""
    assert not any(told in claim for claim in tell(text) if claim.startswith(("Acquisition", "Closing", "Competition")))


POSTS = [
    ("Omar Diaz, vice-president and head of sales at Orbix Systems, left.", "Membership role head of sales"),
    ("Orbix Systems has named Ann Roe as chief executive.", "Appointment organization Orbix Systems"),
    ("Jan Vos was made chairman of Orbix Systems in May.", "Appointment post chairman"),
    ("Jan Vos was made chairman of Orbix Systems two years ago.", "Appointment date two years ago"),
    ("Two years ago Orbix Systems held talks with Lumina Group.", "Negotiation date Two years ago"),
]


@pytest.mark.parametrize(("text", "told"), POSTS)
def test_posts_have_their_places_and_times(text: str, told: str) -> None:
    """What stands behind the last of two posts is shared; a firm appoints to its own; "two years ago" is a date."""
    assert told in tell(text)


def test_both_posts_are_held_at_the_firm_behind_the_last() -> None:
    """ "Vice-president and head of sales at X": two posts of one firm."""
    reading = read("Omar Diaz, vice-president and head of sales at Orbix Systems, met Ann Roe.")
    at = [claim.subject for claim in reading.claims if claim.predicate.endswith("org#organization")]
    assert len(set(at)) == 2


def test_a_government_appoints_to_other_posts_than_its_own() -> None:
    """Norway's ambassador is not head of Norway's government."""
    assert "Appointment organization Norway" not in tell("Norway named Ann Roe as chief executive.")


def test_it_is_the_thing_without_a_name_that_leads_clearly() -> None:
    """ "It" may be what has no name, where no name competes."""
    assert "Damage damaged factory" in tell("The factory stood in Lyon for years. It was destroyed by Hurricane Erna.")
