"""A number -> an invented news article, as text and as the Reading of it: cheap stand-ins where the language model would take hours.

Articles tell of one small world of companies, universities and people: several report the same story in other words, some deny it, some
give another amount. The same number and edition always give the same article.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from bench.stories import FIRST, LAST, PLACES, Story, make_story
from kg.article import to_article
from kg.namespaces import ENTITY, to_claim_iri, to_iri
from kg.records import Attestation, Claim, Entity, Event, Iri, Reading, Span, Stance, Value, ValueNode

FILLING = (
    "Analysts said the move had been expected for months.",
    "Shares were little changed in early trading.",
    "The announcement was made at a press conference in {place}.",
    "Employees were told in a letter on Tuesday.",
    "It was the {number} such case in the sector this year.",
    "{person}, a spokeswoman, declined to give details.",
    '"We are very pleased," said {person} in {place}.',
    "The mayor of {place} called it good news for the region.",
    "Trade unions in {place} said that {count} jobs were at risk.",
    "A decision of the regulator is expected in the {number} quarter.",
    "About {count} people work for the company in {place}.",
    "The company, which was founded in {place}, has grown by {share} percent a year.",
)
OPENINGS = ("", "On Monday ", "Earlier this week ", "After long talks ")
STORIES_PER_ARTICLE = 0.4
"""So many stories are there for each article: each is told by about eight articles, which tell three or so."""

CLASSES = {"company": to_iri("schema:Corporation"), "university": to_iri("schema:CollegeOrUniversity"), "person": to_iri("schema:Person")}
MONEY, INTEGER = to_iri("schema:MonetaryAmount"), to_iri("xsd:decimal")
TYPE, POST = to_iri("rdf:type"), to_iri("org:Role")


@dataclass(slots=True)
class Telling:
    """A story as one article tells it."""

    story: Story
    sentence: str
    stance: Stance
    amount: str
    span: Span = field(default_factory=lambda: Span(0, 0))


def make_tellings(number: int, total: int, edition: int) -> list[Telling]:
    """Return what an article tells; another edition differs a little."""
    chance = random.Random(f"article {number} {edition}")
    stories = max(4, int(total * STORIES_PER_ARTICLE))
    chosen = random.Random(f"stories {number}").sample(range(stories), k=min(stories, 3 + number % 3))
    tellings = []
    for which in chosen:
        story = make_story(which)
        stance = Stance.DENIED if chance.random() < 0.03 else Stance.ASSERTED
        amount = str(int(story.amount) + chance.randrange(20, 90)) if story.amount and chance.random() < 0.1 else story.amount
        told = story.denied if stance is Stance.DENIED else chance.choice(story.asserted).format(amount=amount)
        opening = "" if " is " in told else chance.choice(OPENINGS)
        tellings.append(Telling(story, _open(opening, told), stance, amount if stance is Stance.ASSERTED else ""))
    return tellings


def _open(opening: str, told: str) -> str:
    """Return the sentence behind an opening, which an article begins in small letters."""
    return opening + (f"{told[0].lower()}{told[1:]}" if opening and told.startswith("The ") else told)


def _fill(chance: random.Random) -> str:
    """Return a sentence that has nothing to do with the story."""
    return chance.choice(FILLING).format(
        place=chance.choice(PLACES),
        person=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        number=chance.choice(("third", "fourth", "sixth")),
        count=f"{chance.randrange(2, 90)}00",
        share=chance.randrange(2, 30),
    )


def make_text(number: int, total: int, edition: int = 1) -> tuple[str, list[Telling]]:
    """Return the text of an article, and what it tells with the places of its sentences."""
    chance = random.Random(f"text {number} {edition}")
    tellings = make_tellings(number, total, edition)
    day = date(2025, 1, 1) + timedelta(days=number % 300)
    first = tellings[0]
    text = f"{first.story.asserted[0].format(amount=first.amount or first.story.amount).rstrip('.')}\n\n{day:%d %B %Y}\n\n"
    for telling in tellings:
        telling.span = Span(len(text), len(text) + len(telling.sentence))
        text += f"{telling.sentence} {_fill(chance)}\n\n"
    return text, tellings


def make_reading(number: int, total: int, edition: int = 1) -> Reading:
    """Return what a reader could find in the article, without reading it."""
    text, tellings = make_text(number, total, edition)
    return _Draft(text, f"bench/{number:06d}.txt").read(tellings)


def make_readings(total: int, edition: int = 1) -> Iterator[Reading]:
    """Yield the readings of so many articles."""
    return (make_reading(number, total, edition) for number in range(total))


class _Draft:
    """One article while it is read."""

    def __init__(self, text: str, source: str) -> None:
        self.article = to_article(text, source=source)
        self.entities: dict[Iri, Entity] = {}
        self.events: list[Event] = []
        self.values: list[ValueNode] = []
        self.claims: dict[Iri, Claim] = {}
        self.attestations: list[Attestation] = []

    def read(self, tellings: list[Telling]) -> Reading:
        """Return the reading."""
        for telling in tellings:
            self._read_telling(telling)
        return Reading(
            self.article,
            "invented",
            "invented",
            entities=tuple(self.entities.values()),
            events=tuple(self.events),
            values=tuple(self.values),
            claims=tuple(self.claims.values()),
            attestations=tuple(self.attestations),
        )

    def _read_telling(self, telling: Telling) -> None:
        local = telling.story.class_iri.rpartition("#")[2]
        event = Iri(f"{self.article.iri}#event-{telling.span.start}-{local}")
        self.events.append(Event(event, telling.sentence.rstrip("."), telling.story.class_iri, telling.stance, (telling.span,)))
        self._attest(event, TYPE, telling.story.class_iri, telling, None)
        for role, kind, name in telling.story.roles:
            span = self._find(name, telling.span)
            self._attest(event, to_iri(role), self._name(kind, name, span), telling, span)
        if telling.amount:
            span = self._find(f"${telling.amount} million", telling.span)
            node = Iri(f"{event}/amount")
            value = Value(MONEY, f"{telling.amount}000000", INTEGER, f"${telling.amount} million", unit="USD")
            self.values.append(ValueNode(node, value, span))
            self._attest(event, to_iri("news:amount"), node, telling, span)

    def _find(self, words: str, within: Span) -> Span:
        start = self.article.text.index(words, within.start)
        return Span(start, start + len(words))

    def _name(self, kind: str, name: str, span: Span) -> Iri:
        slug = re.sub(r"\W+", "-", name.lower())
        iri = Iri(f"{ENTITY}{kind}/{slug}")
        if kind == "person":
            known = next((each.iri for each in self.entities.values() if each.label == name), None)
            iri = known or Iri(f"{self.article.iri}#entity-{span.start}")
        self.entities.setdefault(iri, Entity(iri, name, CLASSES.get(kind, POST), mentions=(span,), named=kind != "post"))
        return iri

    def _attest(self, event: Iri, predicate: Iri, term: Iri, telling: Telling, span: Span | None) -> None:
        iri = to_claim_iri(event, predicate, term)
        self.claims.setdefault(iri, Claim(iri, event, predicate, term))
        trigger = Span(telling.span.start, telling.span.start + 3)
        self.attestations.append(
            Attestation(iri, self.article.iri, telling.stance, telling.span, trigger, trigger if span else None, span, "invented", 0.9)
        )


def digest(lines: Iterator[str]) -> str:
    """Return the hash of a dump."""
    found = sha256()
    for line in lines:
        found.update(line.encode())
    return found.hexdigest()
