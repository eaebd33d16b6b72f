"""Predications x senses: which sense a word is read in, who fills its roles, and how it is held to be true."""

from __future__ import annotations

import pytest
from corpus import open_reader

from kg.article import to_article
from kg.frames.stance import compose
from kg.records import Reading, Stance


def read(text: str) -> Reading:
    return open_reader().read(to_article(f"{text}\n", source="test.txt"))


def stances(text: str, name: str) -> list[str]:
    """The stances of all events of a class."""
    return [event.stance.value for event in read(text).events if event.class_iri.endswith(f"#{name}")]


COMPOSED = [
    (Stance.ASSERTED, Stance.PLANNED, Stance.PLANNED),
    (Stance.PLANNED, Stance.REPORTED, Stance.PLANNED),
    (Stance.ASSERTED, Stance.REPORTED, Stance.REPORTED),
    (Stance.POSSIBLE, Stance.PLANNED, Stance.POSSIBLE),
    (Stance.PLANNED, Stance.DENIED, Stance.DENIED),
    (Stance.DENIED, Stance.DENIED, Stance.POSSIBLE),
]


@pytest.mark.parametrize(("inner", "outer", "expected"), COMPOSED)
def test_the_weaker_commitment_wins(inner: Stance, outer: Stance, expected: Stance) -> None:
    """A plan that somebody reports is a plan; a denial of a denial leaves it open."""
    assert compose(inner, outer) is expected


HELD = [
    ("Halden Robotics bought Orbix Systems.", "asserted"),
    ("Halden Robotics will buy Orbix Systems.", "planned"),
    ("Halden Robotics plans to buy Orbix Systems.", "planned"),
    ("Halden Robotics is expected to buy Orbix Systems.", "planned"),
    ("Halden Robotics has agreed to buy Orbix Systems.", "planned"),
    ("Halden Robotics may buy Orbix Systems.", "possible"),
    ("Halden Robotics could buy Orbix Systems if prices fall.", "possible"),
    ("Halden Robotics did not buy Orbix Systems.", "denied"),
    ("Halden Robotics has never bought Orbix Systems.", "denied"),
    ("Halden Robotics refused to buy Orbix Systems.", "denied"),
    ("Halden Robotics failed to buy Orbix Systems.", "denied"),
    ("Halden Robotics denied that it had bought Orbix Systems.", "denied"),
    ("Maria Keller said that Halden Robotics had bought Orbix Systems.", "reported"),
    ("According to Maria Keller, Halden Robotics bought Orbix Systems.", "reported"),
    ("Halden Robotics allegedly bought Orbix Systems.", "reported"),
    ("Maria Keller said Halden Robotics would buy Orbix Systems.", "planned"),
    ("Halden Robotics became the first firm to buy Orbix Systems.", "asserted"),
    ("Halden Robotics hopes to become the first firm to buy Orbix Systems.", "planned"),
    ("Halden Robotics completed the acquisition of Orbix Systems.", "asserted"),
]


@pytest.mark.parametrize(("text", "stance"), HELD)
def test_how_it_is_held_to_be_true(text: str, stance: str) -> None:
    """Modals, negation and the words above a clause say whether it is asserted, planned, denied, reported or possible."""
    assert stances(text, "Acquisition") == [stance]


def test_who_says_so_is_told() -> None:
    """What somebody is said to have said is attested with the speaker."""
    reading = read("Maria Keller said that Halden Robotics had bought Orbix Systems.")
    speakers = {attestation.said_by for attestation in reading.attestations}
    labels = {entity.iri: entity.label for entity in reading.entities}
    assert {labels[speaker] for speaker in speakers if speaker is not None} == {"Maria Keller"}


def test_a_light_verb_does_not_tell_its_noun_twice() -> None:
    """ "Bought a stake in X" is one acquisition, and no sale of a stake."""
    reading = read("Halden Robotics bought a stake in Orbix Systems.")
    assert [event.class_iri.rsplit("#")[-1] for event in reading.events] == ["Acquisition"]


def test_a_phrase_below_another_word_stays_with_it() -> None:
    """ "Announced during a visit to Norway by X": Norway is visited, nothing is announced to it."""
    reading = read("The investment of Halden Robotics was announced during a visit to Norway by Maria Keller.")
    assert {event.class_iri.rsplit("#")[-1] for event in reading.events} == {"Visit"}


def test_the_clause_behind_a_place_speaks_of_what_fits() -> None:
    """ "The plant outside Lyon, which was opened by X": plants are opened, not towns."""
    reading = read("Pumps are made at the Northgate plant, outside Lyon, which was opened by Halden Robotics in 2023.")
    labels = {entity.iri: entity.label for entity in reading.entities}
    sites = {labels[claim.object] for claim in reading.claims if claim.predicate.endswith("#site") and isinstance(claim.object, str)}
    assert sites == {"Northgate plant"}


def test_verbs_that_no_frame_reads_are_counted() -> None:
    """What the vocabulary lacks can be listed."""
    assert dict(read("The dog barked. Another dog barked at Maria Keller.").unread)["bark"] == 2
