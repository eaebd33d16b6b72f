"""A number -> a story of one small invented world: what happened, who took part, and the sentences that may tell it."""

from __future__ import annotations

import random
from dataclasses import dataclass

from kg.namespaces import to_iri
from kg.records import Iri

FIRST = (
    "Ada Boris Clara Dmitri Elena Farid Greta Hugo Ines Jonas Keiko Liam Mara Noor Olga Pablo Qadir Rosa Sven Tara "
    "Umar Vera Wim Xenia Yara Zoltan Amina Bruno Celeste Dario Esther Felix Giulia Henrik Irina Jamal Katya Leon Mina Nadia"
).split()
LAST = (
    "Abramov Brandt Castillo Dahl Eriksen Fontaine Grimaldi Haddad Ito Jansen Kovacs Lindqvist Moreau Nakamura Okafor Petrov "
    "Quintero Rossi Silva Tanaka Ueda Vargas Weber Xu Yamada Ziegler Almeida Bianchi Carlsen Delacroix Engel Ferreira Novak Osei "
    "Park Ranganathan Schmitt Toivonen Varga Wojcik"
).split()
WORDS = (
    "Amber Birch Cobalt Delta Ember Fjord Granite Harbour Indigo Juniper Kestrel Lumen Marble Nimbus Orchid Pioneer Quartz "
    "Raven Summit Tidal Umbra Vertex Willow Zenith"
).split()
KINDS = "Robotics Energy Motors Foods Airlines Software Steel Pharma Media Logistics Textiles Chemicals".split()
PLACES = (
    "Northport Eastvale Westbrook Southmoor Lakeside Hillcrest Riverton Stonebridge Ashford Brackwater Coldharbour Dunmere "
    "Elmstead Fairhaven Greywick Holmfirth Ironbridge Kingsmead Larkfield Millbrook"
).split()
POSTS = ("president", "chief executive", "chair", "director")


@dataclass(frozen=True, slots=True)
class Story:
    """Something that happened: its class, who fills which role, and the sentences that may tell it."""

    class_iri: Iri
    roles: tuple[tuple[str, str, str], ...]
    asserted: tuple[str, ...]
    denied: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """A kind of story: its class; role, kind and name (a key of the cast) of who takes part; and how it is told."""

    class_name: str
    roles: tuple[tuple[str, str, str], ...]
    asserted: tuple[str, ...]
    denied: str


PLOTS = (
    Plot(
        "news:Acquisition",
        (("news:buyer", "company", "a"), ("news:target", "company", "b")),
        (
            "{a} has acquired {b} for ${amount} million.",
            "{b} was taken over by {a} for ${amount} million.",
            "{a} has completed its ${amount} million acquisition of {b}.",
            "{a} bought {b} in a deal worth ${amount} million.",
        ),
        "{a} has not acquired {b}.",
    ),
    Plot(
        "news:Grant",
        (("news:funder", "company", "a"), ("news:recipient", "university", "university")),
        (
            "{a} has given the {university} a grant of ${amount} million.",
            "The {university} received ${amount} million from {a}.",
            "{a} donated ${amount} million to the {university}.",
        ),
        "{a} has given the {university} no grant.",
    ),
    Plot(
        "org:Membership",
        (("org:member", "person", "person"), ("org:role", "post", "post"), ("org:organization", "company", "a")),
        ("{person} is {post} of {a}.", "{person}, the {post} of {a}, spoke to reporters.", "{a} is led by {person} as its {post}."),
        "{person} is not {post} of {a}.",
    ),
    Plot(
        "news:Partnership",
        (("news:partner", "company", "a"), ("news:partner", "company", "b")),
        (
            "{a} has formed a partnership with {b}.",
            "{a} and {b} have joined forces.",
            "{b} will be a partner of {a}, after the two companies formed an alliance.",
        ),
        "{a} has formed no partnership with {b}.",
    ),
    Plot(
        "news:Appointment",
        (("news:appointer", "company", "a"), ("news:appointee", "person", "person"), ("news:post", "post", "post")),
        ("{a} has appointed {person} as {post}.", "{person} was named {post} by {a}.", "{a} chose {person} as its new {post}."),
        "{a} has not appointed {person} as {post}.",
    ),
    Plot(
        "news:Lawsuit",
        (("news:plaintiff", "company", "a"), ("news:defendant", "company", "b")),
        ("{a} has sued {b} for ${amount} million.", "{a} filed a lawsuit against {b}, seeking ${amount} million."),
        "{a} has not sued {b}.",
    ),
    Plot(
        "news:Investment",
        (("news:investor", "company", "a"), ("news:destination", "company", "b")),
        ("{a} has invested ${amount} million in {b}.", "{b} attracted an investment of ${amount} million from {a}."),
        "{a} has not invested in {b}.",
    ),
    Plot(
        "news:Contract",
        (("news:supplier", "company", "a"), ("news:customer", "company", "b")),
        ("{a} won a contract worth ${amount} million from {b}.", "{b} awarded a ${amount} million contract to {a}."),
        "{a} has won no contract from {b}.",
    ),
    Plot(
        "news:Resignation",
        (("news:leaver", "person", "person"), ("news:post", "post", "post"), ("news:organization", "company", "a")),
        ("{person} has resigned as {post} of {a}.", "{person} stepped down as {post} of {a}."),
        "{person} has not resigned as {post} of {a}.",
    ),
)
"""The first four are those of a world of a few articles."""


def make_story(number: int) -> Story:
    """Return a story of the invented world."""
    chance = random.Random(f"story {number}")
    a, b = (f"{chance.choice(WORDS)} {chance.choice(WORDS)} {chance.choice(KINDS)}" for _ in range(2))
    cast = {
        "a": a,
        "b": b,
        "person": f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        "university": f"University of {chance.choice(PLACES)}",
        "post": chance.choice(POSTS),
    }
    millions, plot = str(chance.randrange(1, 900)), PLOTS[number % len(PLOTS)]
    has_amount = "{amount}" in plot.asserted[0]
    return Story(
        to_iri(plot.class_name),
        tuple((role, kind, cast[name]) for role, kind, name in plot.roles),
        tuple(told.format(**cast, amount="{amount}") for told in plot.asserted),
        plot.denied.format(**cast),
        millions if has_amount else "",
    )
