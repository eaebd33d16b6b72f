"""What does not hold together is rejected, with a reason that a person can read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import open_reader

from kg.article import to_article
from kg.check import check
from kg.namespaces import to_claim_iri, to_iri
from kg.records import Claim, Entity, Event, Iri, Literal, Reading, Stance

ARTICLE = to_article("Halden bought Orbix.\n", source="test.txt")


def entity(name: str, class_name: str = "schema:Organization", *, named: bool = True) -> Entity:
    return Entity(Iri(f"urn:{name}"), name, to_iri(class_name), named=named)


def event(name: str, class_name: str = "news:Acquisition") -> Event:
    return Event(Iri(f"urn:{name}"), name, to_iri(class_name), Stance.ASSERTED)


def claim(subject: str, predicate: str, object_: str | Literal) -> Claim:
    node = object_ if isinstance(object_, Literal) else Iri(f"urn:{object_}")
    parts = (Iri(f"urn:{subject}"), to_iri(predicate), node)
    return Claim(to_claim_iri(*parts), *parts)


def judge(*claims: Claim, entities: tuple[Entity, ...] = (), events: tuple[Event, ...] = ()) -> Reading:
    reading = Reading(article=ARTICLE, model="none", ontology_hash="none", entities=entities, events=events, claims=claims)
    return check(reading, open_reader().ontology)


def test_what_holds_is_kept() -> None:
    """A claim within domain and range stays as it is."""
    kept = judge(claim("v", "news:buyer", "a"), claim("v", "news:target", "b"), entities=(entity("a"), entity("b")), events=(event("v"),))
    assert len(kept.claims) == 2
    assert kept.rejections == ()


FAULTS = [
    (claim("a", "news:leads", "c"), "the object is outside the range"),
    (claim("c", "news:headquarteredIn", "a"), "the subject is outside the domain"),
    (claim("a", "news:leads", "a"), "says something of itself"),
    (claim("it", "news:leads", "a"), "a pronoun is no name"),
    (claim("a", "news:isNowhere", "b"), "the predicate is not in the ontology"),
]


@pytest.mark.parametrize(("fault", "reason"), FAULTS)
def test_each_fault_has_its_reason(fault: Claim, reason: str) -> None:
    """Domain, range, identity, pronouns and unknown predicates are told apart."""
    things = (entity("a"), entity("b"), entity("c", "news:City"), entity("it"))
    judged = judge(fault, entities=things)
    assert judged.claims == ()
    assert [rejection.reason for rejection in judged.rejections] == [reason]


def test_an_event_that_names_nobody_goes_as_a_whole() -> None:
    """Roles filled by nameless things only do not carry an event; its claims go together."""
    nameless = (entity("firm", named=False), entity("rival", named=False))
    judged = judge(claim("v", "news:buyer", "firm"), claim("v", "news:target", "rival"), entities=nameless, events=(event("v"),))
    assert (judged.claims, judged.events) == ((), ())


def test_who_is_tied_to_a_name_is_somebody_in_particular() -> None:
    """What the police of a state do is told, though the police have no name."""
    things = (entity("police", named=False), entity("flat", named=False), entity("a"))
    roles = (claim("v", "news:buyer", "police"), claim("v", "news:target", "flat"))
    assert not judge(*roles, entities=things, events=(event("v"),)).claims
    assert len(judge(*roles, claim("police", "org:unitOf", "a"), entities=things, events=(event("v"),)).claims) == 3


def test_whose_people_have_a_name_is_somebody_in_particular() -> None:
    """What the ministers of a state do is told, though they have no name."""
    things = (entity("Norway's ministers", named=False), entity("Norway"))
    assert len(judge(claim("v", "news:buyer", "Norway's ministers"), entities=things, events=(event("v"),)).claims) == 1


def test_what_a_name_describes_is_enough_for_some_events() -> None:
    """What prosecutors in a named town look into is told; what such people buy is not."""
    people = replace(entity("prosecutors", "news:PeopleGroup", named=False), particular=True)
    inquiry = judge(claim("v", "news:investigator", "prosecutors"), entities=(people,), events=(event("v", "news:Investigation"),))
    assert len(inquiry.claims) == 1
    assert not judge(claim("v", "news:buyer", "prosecutors"), entities=(people,), events=(event("v"),)).claims


def test_what_pointed_to_a_dropped_event_goes_too() -> None:
    """An event whose only filler was an event that fell, falls."""
    nameless = (entity("firm", named=False),)
    claims = (claim("v", "news:buyer", "firm"), claim("w", "news:cause", "v"))
    assert judge(*claims, entities=nameless, events=(event("v"), event("w"))).events in ((), (event("w"),))


def test_a_relation_of_two_nameless_things_is_none() -> None:
    """Without a name on either side nothing particular is said."""
    nameless = (entity("firm", named=False), entity("plan", "news:Programme", named=False))
    assert judge(claim("firm", "news:leads", "plan"), entities=nameless).claims == ()


def test_leftovers_go() -> None:
    """Nameless things that no claim speaks of are not told; named ones stay."""
    judged = judge(entities=(entity("a"), entity("firm", named=False)))
    assert [kept.label for kept in judged.entities] == ["a"]


def test_the_reading_is_otherwise_untouched() -> None:
    """Checking a checked reading changes nothing."""
    reading = open_reader().read(to_article("Halden Robotics bought Orbix Systems on Monday.\n", source="test.txt"))
    assert replace(check(reading, open_reader().ontology), rejections=()) == replace(reading, rejections=())
