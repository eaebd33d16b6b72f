"""Makers of small graphs in the shape of docs/rdf.md, one line a fact, for tests that need no language model."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

from kg.namespaces import CLAIM, PREFIXES, to_iri
from kg.records import Iri
from kg.records import Literal as Words

Term = Iri | Words


class GraphMaker:
    """Writes facts about one article into a graph; words are found in the text, so that offsets are true."""

    def __init__(self, iri: str, headline: str, text: str) -> None:
        self.article, self.text, self.graph = iri, text, Graph()
        for prefix, namespace in PREFIXES.items():
            self.graph.bind(prefix, namespace, replace=True)
        self.add(iri, "rdf:type", "schema:NewsArticle")
        self.add(iri, "schema:headline", Literal(headline))
        self.add(iri, "schema:articleBody", Literal(text))

    def add(self, subject: str, predicate: str, value: str | Literal) -> None:
        """Add one triple; ``subject`` is an IRI, ``predicate`` a prefixed name, ``value`` a literal, IRI or prefixed name."""
        term = value if isinstance(value, Literal) else URIRef(_expand(value))
        self.graph.add((URIRef(_expand(subject)), URIRef(to_iri(predicate)), term))

    def thing(self, local: str, label: str, *classes: str, same_as: str | None = None) -> str:
        """Add an entity, event or value and return its IRI."""
        iri = local if ":" in local else f"{self.article}#{local}"
        self.add(iri, "rdfs:label", Literal(label))
        for name in classes:
            self.add(iri, "rdf:type", name)
        if same_as is not None:
            self.add(iri, "owl:sameAs", same_as)
        return iri

    def span(self, words: str, after: int = 0) -> str:
        """Add the passage of some words and return its IRI."""
        start = self.text.index(words, after)
        end = start + len(words)
        passage, quote, position = (f"{self.article}#{name}={start},{end}" for name in ("char", "quote", "position"))
        self.add(passage, "rdf:type", "oa:SpecificResource")
        self.add(passage, "oa:hasSource", self.article)
        for selector, kind in ((quote, "oa:TextQuoteSelector"), (position, "oa:TextPositionSelector")):
            self.add(passage, "oa:hasSelector", selector)
            self.add(selector, "rdf:type", kind)
        self.add(quote, "oa:exact", Literal(words))
        self.add(position, "oa:start", Literal(start))
        self.add(position, "oa:end", Literal(end))
        return passage

    def claim(
        self,
        triple: tuple[str, str, str | Literal],
        sentence: str,
        words: tuple[str, str, str],
        *,
        stance: str = "Asserted",
        said_by: str | None = None,
    ) -> None:
        """Attest a triple by a sentence and its trigger, subject and object words ("" for none)."""
        subject, predicate, value = triple
        key = "|".join((subject, to_iri(predicate), str(value)))
        name = hashlib.sha256(key.encode()).hexdigest()[:16]
        claim, start = CLAIM + name, self.text.index(sentence)
        attestation = f"{self.article}#attestation-{name}-{start}"
        self.add(claim, "rdf:type", "news:Claim")
        self.add(claim, "rdf:subject", subject)
        self.add(claim, "rdf:predicate", predicate)
        self.add(claim, "rdf:object", value)
        self.add(claim, "news:attestation", attestation)
        self.add(attestation, "rdf:type", "news:Attestation")
        self.add(attestation, "prov:wasDerivedFrom", self.article)
        self.add(attestation, "news:stance", f"news:{stance}")
        self.add(attestation, "news:rule", Literal("by-hand"))
        self.add(attestation, "news:score", Literal("0.90", datatype=XSD.decimal))
        self.add(attestation, "news:sentence", self.span(sentence))
        for part, found in zip(("trigger", "subjectWords", "objectWords"), words, strict=True):
            if found:
                self.add(attestation, f"news:{part}", self.span(found, start))
        if said_by is not None:
            self.add(attestation, "news:saidBy", said_by)
        if stance == "Asserted" or (stance == "Planned" and "#event-" in subject):
            self.add(subject, predicate, value)

    def background(self, triple: tuple[str, str, str], source: str) -> None:
        """Add a fact of the background table."""
        name = hashlib.sha256("|".join(triple).encode()).hexdigest()[:16]
        for predicate, value in zip(("rdf:subject", "rdf:predicate", "rdf:object"), triple, strict=True):
            self.add(CLAIM + name, predicate, value)
        self.add(CLAIM + name, "rdf:type", "news:BackgroundFact")
        self.add(CLAIM + name, "prov:wasDerivedFrom", source)
        self.add(*triple)


def _expand(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES and not local.startswith("//") else name


FIRST = "Ada Bo Cleo Dara Eino Faye Goran Hana Ivo Jana Kofi Lena Milo Nia Otto Pia Quinn Rosa Sami Tova".split()
LAST = "Amsel Brock Corvin Delft Ekker Falk Grieg Holm Iversen Jansson Kroll Lund Marek Nygren Oster Prag".split()
WORDS = "Amber Birch Cobalt Delta Ember Fjord Granite Harbour Indigo Juniper Kestrel Lumen Marble Nimbus Orchid".split()
KINDS = (
    ("news:Grant", "funder", "recipient", "gives", "{} gives {} a grant of {}"),
    ("news:Acquisition", "buyer", "bought", "acquires", "{} acquires {} for {}"),
    ("news:Partnership", "partner", "partner", "partners", "{} partners with {} on a programme worth {}"),
)


def make_many(things: int, events: int, *, seed: int = 1) -> Graph:
    """An invented article with so many organisations, people and events among them."""
    chance = random.Random(seed)
    kinds = ("Robotics", "University", "Foundation", "Holdings")
    names = [f"{WORDS[n % 15]} {kinds[n % 4]} {n // 60 or ''}".strip() for n in range(things)]
    told = []
    for number in range(events):
        kind = KINDS[number % 3]
        giver, taker = chance.sample(range(things), 2) if number % 4 else (0, 1 + number % (things - 1))
        told.append((number, kind, giver, taker, f"€{number + 1} million"))
    sentences = [kind[4].format(names[giver], names[taker], amount) + "." for _, kind, giver, taker, amount in told]
    posts = [f"{FIRST[n % 20]} {LAST[n % 16]} is president of {names[n]}." for n in range(0, things, 3)]
    maker = GraphMaker("https://news.example/many", "Many things happen", "\n\n".join(["Many things happen", *sentences, *posts]))
    orgs = [maker.thing(f"entity-{n}", name, "schema:Corporation", "schema:Organization") for n, name in enumerate(names)]
    for number, kind, giver, taker, amount in told:
        name, give, take, trigger, sentence = kind
        label = sentence.format(names[giver], names[taker], amount)
        event = maker.thing(f"event-{number}-{name.partition(':')[2]}", label, name, "schema:Event")
        value = maker.thing(f"{event}/amount", amount, "schema:MonetaryAmount")
        for role, filler, words in ((give, orgs[giver], names[giver]), (take, orgs[taker], names[taker]), ("amount", value, amount)):
            maker.claim((event, f"news:{role}", filler), f"{label}.", (trigger, "", words))
    president = maker.thing("role-president", "president", "org:Role")
    for number, (sentence, org) in enumerate(zip(posts, orgs[::3], strict=True)):
        name = sentence.partition(" is ")[0]
        person = maker.thing(f"entity-p{number}", name, "schema:Person")
        post = maker.thing(f"event-p{number}-Membership", sentence, "org:Membership")
        for role, filler, words in (("member", person, name), ("role", president, "president"), ("organization", org, names[number * 3])):
            maker.claim((post, f"org:{role}", filler), sentence, ("president", "", words))
    return maker.graph


def make_huge(facts: int) -> Iterator[tuple[Iri, Iri, Term]]:
    """Plain triples of so many claims among a fifth as many companies, each with its sentence, spread over articles of fifty."""
    chance = random.Random(7)
    names = [f"Company {number}" for number in range(max(2, facts // 5))]
    iris = [Iri(f"https://news.example/entity/{number}") for number in range(len(names))]
    for iri, name in zip(iris, names, strict=True):
        yield iri, to_iri("rdf:type"), to_iri("schema:Corporation")
        yield iri, to_iri("rdfs:label"), Words(name)
    relations = [to_iri(f"news:{name}") for name in ("supports", "owns", "supplies", "leads")]
    for first in range(0, facts, 50):
        article, text = Iri(f"https://news.example/article/{first // 50}"), f"Report {first // 50}\n\n"
        for number in range(first, min(first + 50, facts)):
            one, other = min(chance.choices(range(len(names)), k=3)), chance.randrange(len(names))
            relation = relations[number % 4]
            sentence, start = f"{names[one]} {relation.partition('#')[2]} {names[other]}.", len(text)
            text += sentence + "\n"
            claim, attestation = Iri(f"{CLAIM}{number:016x}"), Iri(f"{article}#attestation-{number}-{start}")
            yield from ((claim, to_iri("rdf:type"), to_iri("news:Claim")), (claim, to_iri("news:attestation"), attestation))
            for part, term in zip(("subject", "predicate", "object"), (iris[one], relation, iris[other]), strict=True):
                yield claim, to_iri(f"rdf:{part}"), term
            yield iris[one], relation, iris[other]
            yield attestation, to_iri("prov:wasDerivedFrom"), article
            yield attestation, to_iri("news:stance"), to_iri("news:Asserted")
            yield attestation, to_iri("news:score"), Words(f"0.{60 + number % 40}")
            yield attestation, to_iri("news:sentence"), Iri(f"{article}#char={start},{start + len(sentence)}")
            yield attestation, to_iri("news:subjectWords"), Iri(f"{article}#char={start},{start + len(names[one])}")
        yield article, to_iri("rdf:type"), to_iri("schema:NewsArticle")
        yield article, to_iri("schema:headline"), Words(f"Report {first // 50}")
        yield article, to_iri("schema:articleBody"), Words(text)
