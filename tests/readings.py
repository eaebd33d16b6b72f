"""An invented article and all that it says, by hand: one maker of one line for each kind of record."""

from __future__ import annotations

from hashlib import sha256

from kg.namespaces import CLAIM, ENTITY, XSD, to_iri
from kg.ontology.record import ClassInfo, Ontology, PropertyInfo
from kg.records import (
    Article,
    Attestation,
    BackgroundFact,
    Block,
    BlockKind,
    Claim,
    Entity,
    Event,
    Ground,
    Identification,
    Iri,
    Literal,
    Reading,
    Span,
    Speech,
    Stance,
    Value,
    ValueNode,
)

A = "https://news.example/2025/osprey"
TEXT = """Osprey to invest €4.2 million in Norland

Ada Quist

Osprey will invest €4.2 million (about $4.6 million) in Norland over the next two years to build wind farms. \
Ada Lund, chief executive of Osprey, met Prime Minister Bo Ek in Harbo on 12 March 2025.

“We are glad to come,” said Lund. “Norland has the wind.”

Osprey bought Kite Labs from Vire Group for €30 million last month. Osprey will give €1 million over three years to \
Harbo University and to the Wind Alliance between Harbo University and Kite Labs. \
The Breeze Challenge, a programme led by the Ministry of Energy of Norland and backed by Osprey, focuses on storage. \
Osprey will train about 300 workers and partner with Harbo University. \
Osprey opened a lab in Harbo. Vire Group denied that it had closed its mill. The Harbo Post reported that Vire Group might buy Osprey, \
raising its price by 40 %.
"""


# ---------------------------------------------------------------- makers


def span(words: str, number: int = 0) -> Span:
    """Return where the words stand in the text, the first time or the ``number``-th after it."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def node(name: str) -> Iri:
    """Return the IRI of a node inside the article."""
    return Iri(f"{A}#{name}")


def entity(name: str, label: str, class_name: str, *aliases: str, linked: str = "", named: bool = True) -> Entity:
    """Make an entity; ``linked`` is its Wikidata id."""
    iri, same = (Iri(ENTITY + linked), (Iri(f"http://www.wikidata.org/entity/{linked}"),)) if linked else (node(name), ())
    return Entity(iri, label, to_iri(class_name), aliases, same_as=same, named=named)


def event(name: str, label: str, class_name: str, stance: Stance = Stance.ASSERTED) -> Event:
    """Make an event inside the article."""
    return Event(node(name), label, to_iri(class_name), stance)


def claim(subject: Iri, predicate: str, term: Iri | Literal) -> Claim:
    """Make a claim, named by the hash of its parts."""
    told = f"{subject}\n{predicate}\n{term}"
    return Claim(Iri(CLAIM + sha256(told.encode()).hexdigest()[:16]), subject, to_iri(predicate), term)


def attest(made: Claim, words: str, trigger: str, stance: Stance = Stance.ASSERTED, *, said_by: Iri | None = None) -> Attestation:
    """Attest a claim by a sentence and the trigger inside it."""
    sentence = span(words)
    start = TEXT.index(trigger, sentence.start)
    return Attestation(made.iri, Iri(A), stance, sentence, Span(start, start + len(trigger)), None, sentence, "svo", 0.9, said_by)


def told(*facts: tuple[str, str, Iri | Literal], at: tuple[str, str], stance: Stance = Stance.ASSERTED, said_by: Iri | None = None) -> Made:
    """Make claims and attest each by the same sentence and trigger."""
    made = tuple(claim(node(subject), predicate, term) for subject, predicate, term in facts)
    return tuple((each, attest(each, *at, stance, said_by=said_by)) for each in made)


Made = tuple[tuple[Claim, Attestation], ...]


def clause(words: str) -> Literal:
    """Make the literal of a clause."""
    return Literal(words, language="en")


def value(name: str, made: Value) -> ValueNode:
    """Make a value that belongs to an event."""
    return ValueNode(node(name), made, span(made.text))


def euros(lexical: str, text: str, equivalent: Value | None = None) -> Value:
    """Make an amount of money in euros."""
    return Value(to_iri("schema:MonetaryAmount"), lexical, Iri(XSD + "decimal"), text, unit="EUR", equivalent=equivalent)


def years(lexical: str, text: str) -> Value:
    """Make a duration."""
    return Value(to_iri("time:Duration"), lexical, Iri(XSD + "duration"), text)


# ---------------------------------------------------------------- the reading

OSPREY = entity("entity-0", "Osprey", "news:Company", "Osprey plc")
NORLAND = entity("", "Norland", "news:Country", linked="Q990001")
HARBO = entity("", "Harbo", "news:City", linked="Q990002")
LUND = entity("entity-160", "Ada Lund", "schema:Person", "Lund")
EK = entity("entity-220", "Bo Ek", "schema:Person")
UNIVERSITY = entity("entity-500", "Harbo University", "news:University")
ALLIANCE = entity("entity-530", "Wind Alliance", "news:Programme")
CHALLENGE = entity("entity-600", "Breeze Challenge", "news:Programme")
MINISTRY = entity("entity-650", "Ministry of Energy", "news:GovernmentOrganization")
KITE = entity("entity-410", "Kite Labs", "news:Company")
VIRE = entity("entity-425", "Vire Group", "news:Company")
POST = entity("entity-900", "The Harbo Post", "news:MediaOrganization")
LAB = entity("entity-840", "lab in Harbo", "news:ResearchLab", named=False)
MILL = entity("entity-880", "mill of Vire Group", "news:Site", named=False)
WORKERS = entity("entity-760", "workers", "news:PeopleGroup", named=False)
STORAGE = entity("entity-720", "storage", "skos:Concept", named=False)
CHIEF = entity("entity-170", "chief executive", "org:Role", named=False)
PREMIER = entity("entity-205", "prime minister", "org:Role", named=False)
ENTITIES = (
    *(OSPREY, NORLAND, HARBO, LUND, EK, UNIVERSITY, ALLIANCE, CHALLENGE, MINISTRY),
    *(KITE, VIRE, POST, LAB, MILL, WORKERS, STORAGE, CHIEF, PREMIER),
)

EVENTS = (
    event("event-0-Investment", "Osprey is to invest €4.2 million in Norland", "news:Investment", Stance.PLANNED),
    event("event-160-Membership", "Ada Lund is chief executive of Osprey", "org:Membership"),
    event("event-200-Membership", "Bo Ek is Prime Minister of Norland", "org:Membership"),
    event("event-190-Meeting", "Ada Lund met Bo Ek", "news:Meeting"),
    event("event-400-Acquisition", "Osprey bought Kite Labs for €30 million", "news:Acquisition"),
    event("event-450-Grant", "Osprey is to give €1 million to Harbo University and Wind Alliance", "news:Grant", Stance.PLANNED),
    event("event-750-Training", "Osprey is to train about 300 workers", "news:Training", Stance.PLANNED),
    event("event-780-Partnership", "Osprey is to partner with Harbo University", "news:Partnership", Stance.PLANNED),
    event("event-820-Opening", "Osprey opened a lab in Harbo", "news:Opening"),
    event("event-870-Closing", "Vire Group closed its mill", "news:Closing", Stance.DENIED),
    event("event-930-Acquisition", "Vire Group buys Osprey", "news:Acquisition", Stance.POSSIBLE),
    event("event-950-PriceChange", "The price of Osprey rises by 40 %", "news:PriceChange", Stance.REPORTED),
)

DOLLARS = Value(to_iri("schema:MonetaryAmount"), "4600000", Iri(XSD + "decimal"), "about $4.6 million", "USD", True, approximate=True)
VALUES = (
    value("event-0-Investment/amount", euros("4200000", "€4.2 million", DOLLARS)),
    value("event-0-Investment/period", years("P2Y", "the next two years")),
    value("event-190-Meeting/date", Value(to_iri("time:Instant"), "2025-03-12", Iri(XSD + "date"), "12 March 2025")),
    value("event-400-Acquisition/amount", euros("30000000", "€30 million")),
    value("event-400-Acquisition/date", Value(to_iri("time:Instant"), "", Iri(XSD + "string"), "last month")),
    value("event-450-Grant/amount", euros("1000000", "€1 million")),
    value("event-450-Grant/period", years("P3Y", "three years")),
    value(
        "event-750-Training/quantity",
        Value(
            to_iri("schema:QuantitativeValue"),
            "300",
            Iri(XSD + "decimal"),
            "about 300 workers",
            counted="workers",
            lower="250",
            upper="350",
            approximate=True,
        ),
    ),
    value("event-950-PriceChange/change", Value(to_iri("news:Percentage"), "40", Iri(XSD + "decimal"), "40 %")),
)

HEADLINE = ("Osprey to invest €4.2 million in Norland", "invest")
INVEST = ("Osprey will invest €4.2 million (about $4.6 million) in Norland over the next two years to build wind farms.", "invest")
MET = ("Ada Lund, chief executive of Osprey, met Prime Minister Bo Ek in Harbo on 12 March 2025.", "met")
BOUGHT = ("Osprey bought Kite Labs from Vire Group for €30 million last month.", "bought")
GIVE = (
    "Osprey will give €1 million over three years to Harbo University and to the Wind Alliance between Harbo University and Kite Labs.",
    "give",
)
LED = ("The Breeze Challenge, a programme led by the Ministry of Energy of Norland and backed by Osprey, focuses on storage.", "led")
TRAIN = ("Osprey will train about 300 workers and partner with Harbo University.", "train")
OPENED = ("Osprey opened a lab in Harbo.", "opened")
DENIED = ("Vire Group denied that it had closed its mill.", "closed")
REPORTED = ("The Harbo Post reported that Vire Group might buy Osprey, raising its price by 40 %.", "buy")
PLAN = Stance.PLANNED


def event_type(name: str, class_name: str) -> tuple[str, str, Iri]:
    """Make the claim that an event is of a class."""
    return name, "rdf:type", to_iri(class_name)


MADE: Made = (
    *told(
        event_type("event-0-Investment", "news:Investment"),
        ("event-0-Investment", "news:investor", OSPREY.iri),
        ("event-0-Investment", "news:destination", NORLAND.iri),
        ("event-0-Investment", "news:amount", node("event-0-Investment/amount")),
        ("event-0-Investment", "news:period", node("event-0-Investment/period")),
        ("event-0-Investment", "news:purpose", clause("to build wind farms")),
        at=INVEST, stance=PLAN,
    ),
    *told(
        ("event-160-Membership", "org:member", LUND.iri),
        ("event-160-Membership", "org:role", CHIEF.iri),
        ("event-160-Membership", "org:organization", OSPREY.iri),
        ("event-200-Membership", "org:member", EK.iri),
        ("event-200-Membership", "org:role", PREMIER.iri),
        ("event-200-Membership", "org:organization", NORLAND.iri),
        at=MET,
    ),
    *told(
        event_type("event-190-Meeting", "news:Meeting"),
        ("event-190-Meeting", "news:participant", LUND.iri),
        ("event-190-Meeting", "news:participant", EK.iri),
        ("event-190-Meeting", "news:place", HARBO.iri),
        ("event-190-Meeting", "news:date", node("event-190-Meeting/date")),
        at=MET,
    ),
    *told(
        event_type("event-400-Acquisition", "news:Acquisition"),
        ("event-400-Acquisition", "news:buyer", OSPREY.iri),
        ("event-400-Acquisition", "news:target", KITE.iri),
        ("event-400-Acquisition", "news:seller", VIRE.iri),
        ("event-400-Acquisition", "news:amount", node("event-400-Acquisition/amount")),
        ("event-400-Acquisition", "news:date", node("event-400-Acquisition/date")),
        at=BOUGHT,
    ),
    *told(
        event_type("event-450-Grant", "news:Grant"),
        ("event-450-Grant", "news:funder", OSPREY.iri),
        ("event-450-Grant", "news:recipient", UNIVERSITY.iri),
        ("event-450-Grant", "news:recipient", ALLIANCE.iri),
        ("event-450-Grant", "news:amount", node("event-450-Grant/amount")),
        ("event-450-Grant", "news:period", node("event-450-Grant/period")),
        at=GIVE, stance=PLAN,
    ),
    *told(("entity-530", "org:hasMember", UNIVERSITY.iri), ("entity-530", "org:hasMember", KITE.iri), at=(GIVE[0], "between")),
    *told(("entity-650", "news:leads", CHALLENGE.iri), ("entity-650", "org:unitOf", NORLAND.iri), at=LED),
    *told(("entity-0", "news:supports", CHALLENGE.iri), at=(LED[0], "backed")),
    *told(("entity-600", "news:focus", STORAGE.iri), at=(LED[0], "focuses")),
    *told(
        event_type("event-750-Training", "news:Training"),
        ("event-750-Training", "news:trainer", OSPREY.iri),
        ("event-750-Training", "news:trainee", WORKERS.iri),
        ("event-750-Training", "news:quantity", node("event-750-Training/quantity")),
        at=TRAIN, stance=PLAN,
    ),
    *told(
        event_type("event-780-Partnership", "news:Partnership"),
        ("event-780-Partnership", "news:partner", OSPREY.iri),
        ("event-780-Partnership", "news:partner", UNIVERSITY.iri),
        at=(TRAIN[0], "partner"), stance=PLAN,
    ),
    *told(
        event_type("event-820-Opening", "news:Opening"),
        ("event-820-Opening", "news:opener", OSPREY.iri),
        ("event-820-Opening", "news:site", LAB.iri),
        ("entity-840", "news:locatedIn", HARBO.iri),
        ("entity-840", "org:unitOf", OSPREY.iri),
        at=OPENED,
    ),
    *told(
        event_type("event-870-Closing", "news:Closing"),
        ("event-870-Closing", "news:closer", VIRE.iri),
        ("event-870-Closing", "news:site", MILL.iri),
        at=DENIED, stance=Stance.DENIED, said_by=VIRE.iri,
    ),
    *told(
        event_type("event-930-Acquisition", "news:Acquisition"),
        ("event-930-Acquisition", "news:buyer", VIRE.iri),
        ("event-930-Acquisition", "news:target", OSPREY.iri),
        at=REPORTED, stance=Stance.POSSIBLE, said_by=POST.iri,
    ),
    *told(
        event_type("event-950-PriceChange", "news:PriceChange"),
        ("event-950-PriceChange", "news:item", OSPREY.iri),
        ("event-950-PriceChange", "news:change", node("event-950-PriceChange/change")),
        at=(REPORTED[0], "raising"), stance=Stance.REPORTED, said_by=POST.iri,
    ),
    *told(("entity-425", "news:ownerOf", KITE.iri), at=BOUGHT, stance=Stance.DENIED, said_by=VIRE.iri),
    *told(("entity-160", "news:leads", ALLIANCE.iri), at=GIVE, stance=PLAN),
)  # fmt: skip

AGAIN = (attest(MADE[1][0], *HEADLINE, PLAN), attest(MADE[2][0], *HEADLINE, PLAN))
"""The headline attests two claims of the lead once more."""

SPEECHES = (
    Speech(
        node("quotation-265"),
        (span("We are glad to come,"), span("Norland has the wind.")),
        LUND.iri,
        (NORLAND.iri, node("event-0-Investment")),
    ),
)
BACKGROUND_FACTS = (
    BackgroundFact(HARBO.iri, to_iri("news:locatedIn"), NORLAND.iri),
    BackgroundFact(NORLAND.iri, to_iri("rdfs:label"), Literal("Norland")),
)


def make_article(**changes: object) -> Article:
    """Make the article, with some fields changed."""
    fields: dict[str, object] = {
        "iri": Iri(A),
        "source": "osprey.txt",
        "title": "Osprey to invest €4.2 million in Norland",
        "text": TEXT,
        "sha256": sha256(TEXT.encode()).hexdigest(),
        "blocks": (Block(BlockKind.HEADLINE, span("Osprey to invest €4.2 million in Norland")),),
        "url": A,
        "authors": ("Ada Quist",),
        "publication": "Norland Courier",
        "publisher": "Courier House",
        "published": "2025-03-13",
        "copyright_year": "2025",
    }
    return Article(**(fields | changes))  # type: ignore[arg-type]


IDENTIFICATIONS = (
    Identification(OSPREY.iri, Ground.NAME, (span("Osprey"), span("Osprey", 1))),
    Identification(LUND.iri, Ground.NAME, (span("Ada Lund"),)),
    Identification(LUND.iri, Ground.SHORT_NAME, (span("Lund", 1),)),
)


def make_reading(article: Article | None = None) -> Reading:
    """Make all that the article says."""
    claims = tuple(each for each, _ in MADE)
    attestations = (*(each for _, each in MADE), *AGAIN)
    told = (ENTITIES, EVENTS, VALUES, SPEECHES, claims, attestations, BACKGROUND_FACTS)
    return Reading(article or make_article(), "a model 1.0", "0" * 16, *told, identifications=IDENTIFICATIONS)


# ---------------------------------------------------------------- the ontology

_ORGANIZATION = "schema:Organization org:Organization schema:Thing"
SUPERS: dict[str, str] = {
    "news:Event": "prov:Activity",
    **dict.fromkeys(
        ("news:Investment", "news:Meeting", "news:Acquisition", "news:Grant", "news:Training", "news:Partnership", "news:Opening"),
        "news:Event prov:Activity",
    ),
    "schema:Person": "news:Agent schema:Thing",
    "schema:Organization": "org:Organization schema:Thing",
    "news:Company": f"schema:Corporation {_ORGANIZATION}",
    "news:University": f"schema:CollegeOrUniversity {_ORGANIZATION}",
    "news:GovernmentOrganization": f"schema:GovernmentOrganization {_ORGANIZATION}",
    "news:MediaOrganization": f"schema:NewsMediaOrganization {_ORGANIZATION}",
    "news:Country": "schema:Country schema:Place org:Organization",
    "news:City": "schema:City schema:Place",
    "news:Site": "schema:Place",
    "news:ResearchLab": f"news:Site schema:Place {_ORGANIZATION}",
    "news:Programme": "schema:Project",
    "news:Percentage": "schema:QuantitativeValue schema:Intangible",
    "org:Membership": "news:Event prov:Activity",
}
PROPERTIES: dict[str, tuple[str, str]] = {
    "news:investor": ("investor", "schema:agent prov:wasAssociatedWith"),
    "news:locatedIn": ("is located in", "schema:containedInPlace"),
    "news:leads": ("leads", ""),
    "news:supports": ("supports", ""),
    "news:focus": ("focuses on", ""),
    "org:hasMember": ("has as a member", ""),
    "org:unitOf": ("is a unit of", ""),
}


def _iris(names: str) -> tuple[Iri, ...]:
    return tuple(to_iri(name) for name in names.split())


def make_ontology() -> Ontology:
    """Make an ontology that knows the hierarchy of the classes above, and no sense."""
    classes = {to_iri(name): ClassInfo(to_iri(name), name.partition(":")[2], _iris(supers)) for name, supers in SUPERS.items()}
    properties = {to_iri(name): PropertyInfo(to_iri(name), label, _iris(supers)) for name, (label, supers) in PROPERTIES.items()}
    return Ontology("0" * 16, classes, properties, {}, {}, {}, frozenset(), {}, frozenset(), {})
