"""Light verbs: which verbs carry a noun."""

from __future__ import annotations

import pytest
from clauses.grammar import read


@pytest.mark.parametrize(
    ("text", "noun", "verbs"),
    [
        ("Toro Capital made an investment in the port.", "investment", ["make"]),
        ("The deal was signed in Lagos.", "deal", ["sign"]),
        ("A grant that the fund gave to the school helped.", "grant", ["help", "give"]),
        ("The accord reached in Doha holds.", "accord", ["hold", "reach"]),
        ("The two firms entered into a partnership.", "partnership", ["enter"]),
        ("The city awarded $5 million in grants.", "grant", ["award"]),
        ("There were two explosions in the port.", "explosion", ["be"]),
        ("The minister paid a visit to Chad.", "visit", ["pay"]),
        ("They held talks and a meeting.", "meeting", ["hold"]),
        ("The plan to build a dam was dropped.", "plan", ["drop"]),
        ("The visit is expected to be cancelled.", "visit", ["expect", "cancel"]),
        ("The size of the investment is unknown.", "investment", []),
    ],
)
def test_carriers(text: str, noun: str, verbs: list[str]) -> None:
    """The verb that has the noun as subject or object carries it, and so does a clause behind it; a noun above does not."""
    _, predications = read(text)
    assert [[support.lemma for support in found.supports] for found in predications if found.lemma == noun] == [verbs]


def test_a_verb_is_one_predication() -> None:
    """The verb that carries a noun is the same predication as the verb itself."""
    _, predications = read("Toro Capital made an investment in the port.")
    noun = next(found for found in predications if found.lemma == "investment")
    assert noun.supports[0] is next(found for found in predications if found.lemma == "make")
