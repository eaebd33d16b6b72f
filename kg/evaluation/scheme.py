"""The annotation scheme (data/articles/ANNOTATION.md) as tables: the gold's names -> the ontology's IRIs.

``tests/test_evaluation.py`` holds these tables to the document.
"""

from __future__ import annotations

from kg.namespaces import to_iri
from kg.ontology.record import Ontology
from kg.records import Iri


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


EVENTS: dict[str, str] = {
    "Post": "holder post organization",
    "Appointment": "appointer appointee post organization",
    "Departure": "leaver post organization dismisser",
    "Resignation": "leaver post organization dismisser",
    "Dismissal": "leaver post organization dismisser",
    "Retirement": "leaver post organization dismisser",
    "Succession": "successor predecessor post organization",
    "Investment": "investor destination amount",
    "Grant": "funder recipient amount",
    "FundingRound": "raiser investor amount",
    "Acquisition": "buyer target seller amount share",
    "Merger": "party",
    "Sale": "seller buyer item amount",
    "Contract": "supplier customer item amount",
    "Agreement": "party content",
    "Partnership": "partner content",
    "Founding": "founder founded",
    "Opening": "opener site",
    "Closing": "closer site",
    "Construction": "builder site amount",
    "Launch": "launcher launched amount",
    "Training": "trainer trainee subject",
    "Assistance": "helper beneficiary",
    "Research": "researcher topic finding",
    "Visit": "visitor visited",
    "Meeting": "participant",
    "Negotiation": "participant topic",
    "Announcement": "announcer content",
    "Criticism": "critic target reason",
    "Praise": "admirer target reason",
    "Election": "winner loser post organization",
    "Vote": "voter content outcome",
    "Legislation": "enactor law",
    "Sanction": "imposer target amount",
    "Lawsuit": "plaintiff defendant court accusation amount",
    "Charge": "accuser defendant crime",
    "Arrest": "arrester arrestee crime",
    "Conviction": "court defendant crime sentence",
    "Acquittal": "court defendant crime sentence",
    "Sentencing": "court defendant crime sentence",
    "Ruling": "court content",
    "Attack": "attacker target weapon",
    "Conflict": "party",
    "Ceasefire": "party",
    "Protest": "protester target topic",
    "Disaster": "cause place",
    "Accident": "involved",
    "Killing": "victim cause",
    "Death": "victim cause",
    "Injury": "victim cause",
    "Displacement": "victim cause",
    "Casualties": "victim cause",
    "Rescue": "rescuer rescued",
    "Damage": "damaged amount cause",
    "Birth": "child",
    "Marriage": "spouse",
    "AwardGiving": "giver winner award",
    "Publication": "author publisher work",
    "Performance": "performer work",
    "Match": "winner loser team competition result",
    "Transfer": "player from to amount contract",
    "Production": "producer product quantity",
    "Earnings": "company measure amount change",
    "PriceChange": "item amount change",
    "Layoff": "employer number",
    "Hiring": "employer number",
}
"""The event classes and the roles of each, besides those that every event may have."""

COMMON_ROLES = ("date", "period", "place", "purpose", "cause")

FACTS = _words(
    "leads supports hasMember unitOf subsidiaryOf ownerOf headquarteredIn locatedIn citizenOf bornIn employs memberOf playsFor "
    "coaches supplierOf makes spouseOf parentOf siblingOf authorOf focusesOn studies affectedBy represents"
)

ENTITY_CLASSES = _words(
    "Person Organization Company University School GovernmentOrganization Court PoliticalParty SportsTeam Hospital "
    "MediaOrganization MilitaryForce InternationalOrganization ResearchOrganization Country Place City Region BodyOfWater Site "
    "Programme Product CreativeWork Legislation NamedEvent Award PeopleGroup"
)

_PREDICATES = {
    "hasMember": "org:hasMember",
    "unitOf": "org:unitOf",
    "memberOf": "org:memberOf",
    "subsidiaryOf": "org:subOrganizationOf",
    "focusesOn": "news:focus",
    "spouseOf": "schema:spouse",
    "parentOf": "schema:children",
    "siblingOf": "schema:sibling",
}
_EVENT_CLASSES = {"Post": "org:Membership", "Legislation": "news:Enactment"}
_POST_ROLES = {"holder": "org:member", "post": "org:role", "organization": "org:organization"}
_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "Company": ("schema:Corporation",),
    "University": ("schema:CollegeOrUniversity",),
    "MediaOrganization": ("schema:NewsMediaOrganization",),
    "MilitaryForce": ("news:MilitaryOrganization",),
    "Court": ("schema:Courthouse",),
    "ResearchOrganization": ("schema:ResearchOrganization",),
    "Region": ("schema:AdministrativeArea",),
    "BodyOfWater": ("schema:BodyOfWater",),
    "NamedEvent": ("schema:Event",),
}

ROOTS = frozenset(map(to_iri, ("news:Event", "news:Agent", "news:Thing", "schema:Thing", "prov:Agent", "owl:Thing")))
"""Classes that say nothing: they are compatible with themselves only."""

SYMMETRIC = frozenset({to_iri("schema:spouse"), to_iri("schema:sibling")})
"""Relations that hold both ways."""


def to_predicate(name: str) -> Iri:
    """The property for the gold's name of a plain relation.

    >>> to_predicate("focusesOn").rpartition("#")[2]
    'focus'
    """
    return to_iri(_PREDICATES.get(name, f"news:{name}"))


def to_role(name: str, event_class: str) -> Iri:
    """The property for the gold's name of a role; a post is an ``org:Membership`` and has its roles.

    >>> to_role("holder", "Post")
    'http://www.w3.org/ns/org#member'
    """
    return to_iri(_POST_ROLES[name] if event_class == "Post" and name in _POST_ROLES else f"news:{name}")


def to_class(name: str, ontology: Ontology) -> Iri:
    """The class of entities for the gold's name of one: of the candidates the first that the ontology knows, else the ``news:`` one."""
    candidates = (f"news:{name}", *_OTHER_NAMES.get(name, ()), f"schema:{name}", f"org:{name}")
    known = (to_iri(candidate) for candidate in candidates if to_iri(candidate) in ontology.classes)
    return next(known, to_iri(candidates[0]))


def to_event_class(name: str) -> Iri:
    """The class of events for the gold's name of one.

    >>> to_event_class("Post")
    'http://www.w3.org/ns/org#Membership'
    """
    return to_iri(_EVENT_CLASSES.get(name, f"news:{name}"))


def is_compatible(left: Iri, right: Iri, ontology: Ontology) -> bool:
    """Whether one class is the other, or stands above or below it; the roots above everything do not count."""
    if left == right:
        return True
    return not {left, right} & ROOTS and (ontology.is_a(left, right) or ontology.is_a(right, left))


def fact_predicates() -> frozenset[Iri]:
    """The properties of all plain relations of the scheme."""
    return frozenset(to_predicate(name) for name in FACTS)


def event_roles() -> frozenset[Iri]:
    """The properties of all roles of the scheme."""
    named = ((role, event) for event, roles in EVENTS.items() for role in (*roles.split(), *COMMON_ROLES))
    return frozenset(to_role(role, event) for role, event in named)


def is_event_class(class_iri: Iri, ontology: Ontology) -> bool:
    """Whether the scheme has a class compatible with this one."""
    return any(is_compatible(class_iri, to_event_class(name), ontology) for name in EVENTS)
