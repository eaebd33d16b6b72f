"""Reading x Ontology -> marks: what of one article may be the same as something in another, and by what signs.

A mark is a function of its article alone, so that sameness (``kg.store.sameness``) is a function of the set of articles.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.namespaces import to_iri, to_local
from kg.records import Iri, Literal, Stance
from kg.terms import ORGANIZATION, PERSON, PLACE, TYPE
from kg.turtle import to_safe_iri

if TYPE_CHECKING:
    from kg.ontology import Ontology
    from kg.records import Article, Claim, Entity, Reading, Value

DENIED = to_iri("news:Denied")
DATE = "date="
EVENT = "event|"
ANY_COUNTRY = to_iri("schema:Country")
FAMILIES = ((PERSON, "person"), (ANY_COUNTRY, "place"), (ORGANIZATION, "organization"), (PLACE, "place"))
WEAK = frozenset(to_iri(f"news:{name}") for name in ("locatedIn", "bornIn", "citizenOf", "headquarteredIn", "affectedBy"))
"""Relations that very many share: two people of one name who live in one town are not thereby one."""

HELD_AT = "organization"
"""The role by which even a place identifies: the prime minister *of Norway*."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A node of one article that may stand for the same thing as another's: only nodes of one ``block`` are compared.

    ``traits`` are what they must agree in: for an entity the relations that identify it, for an event its date.
    """

    node: Iri
    block: str
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of an article; ``claims`` pairs each claim that another article could make too with its key.

    ``risks`` pairs the subjects of what another article may contradict with news:Denied, or with a relation that has one value.
    """

    nodes: tuple[Mark, ...] = ()
    claims: tuple[tuple[Iri, str], ...] = ()
    voice: str | None = None
    published: str | None = None
    risks: tuple[tuple[Iri, Iri], ...] = ()


class Marker:
    """Marks readings with one vocabulary."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.functional = frozenset(iri for iri, known in ontology.properties.items() if known.functional)
        self.key_roles: defaultdict[Iri, set[Iri]] = defaultdict(set)
        for senses in ontology.senses.values():
            for sense in senses:
                self.key_roles[sense.target].update(role.fills for role in sense.roles if role.key)

    def mark(self, reading: Reading) -> Marks:
        """Return what an article's reading may have in common with others."""
        return _Marking(reading, self).marks()

    def to_family(self, class_iri: Iri) -> str:
        """Return "person", "organization", "place", or the class's own name."""
        return next((name for top, name in FAMILIES if self.ontology.is_a(class_iri, top)), to_local(class_iri))


class _Marking:
    """One reading, with the keys of its nodes."""

    def __init__(self, reading: Reading, marker: Marker) -> None:
        self.reading, self.marker = reading, marker
        self.inside = f"{reading.article.iri}#"
        self.families = {entity.iri: marker.to_family(entity.class_iri) for entity in reading.entities}
        self.classes = {event.iri: event.class_iri for event in reading.events}
        self.roles: defaultdict[Iri, list[Claim]] = defaultdict(list)
        for claim in reading.claims:
            if claim.subject in self.classes and claim.predicate != TYPE:
                self.roles[claim.subject].append(claim)
        self.blocks = {entity.iri: block for entity in reading.entities if (block := self._entity_block(entity))}
        self.keys: dict[str, str | None] = {entity.iri: self._entity_key(entity) for entity in reading.entities}
        self.keys |= {node.iri: to_value_key(node.value) for node in reading.values}
        self.values = {node.iri: node.value for node in reading.values}
        self.event_blocks = {event.iri: block for event in reading.events if (block := self._event_block(event.iri))}
        self.keys |= {event.iri: self.event_blocks.get(event.iri) for event in reading.events}

    def marks(self) -> Marks:
        """Return the marks, sorted."""
        traits = self._find_traits()
        nodes = [Mark(to_safe_iri(iri), block, tuple(sorted(traits[iri]))) for iri, block in self.blocks.items()]
        nodes += [Mark(to_safe_iri(iri), block, self._dates(iri)) for iri, block in self.event_blocks.items()]
        claims = sorted({(to_safe_iri(claim.iri), key) for claim in self.reading.claims if (key := self._claim_key(claim))})
        article = self.reading.article
        nodes.sort(key=lambda mark: mark.node)
        return Marks(tuple(nodes), tuple(claims), to_voice(article), article.published, tuple(sorted(set(self._find_risks()))))

    def _find_risks(self) -> Iterator[tuple[Iri, Iri]]:
        denied = {attestation.claim for attestation in self.reading.attestations if attestation.stance is Stance.DENIED}
        for claim in self.reading.claims:
            if claim.iri in denied:
                yield to_safe_iri(claim.subject), DENIED
            if claim.predicate in self.marker.functional:
                yield to_safe_iri(claim.subject), claim.predicate

    # ------------------------------------------------------------ keys

    def _entity_block(self, entity: Entity) -> str | None:
        """The family and the name of a thing that only this article knows; None for a person without a full name."""
        if not entity.named or not entity.iri.startswith(self.inside):
            return None
        family, name = self.families[entity.iri], to_name_key(entity.label)
        return f"{family}|{name}" if name and (family != "person" or " " in name) else None

    def _entity_key(self, entity: Entity) -> str | None:
        """The block of a thing inside the article, the IRI of one that articles share."""
        return self.blocks.get(entity.iri) if entity.iri.startswith(self.inside) else entity.iri

    def _event_block(self, event: Iri) -> str | None:
        """The class and who fills its key roles, where these are two known things at least, and no unknown one."""
        key_roles = self.marker.key_roles[self.classes[event]]
        found = [(claim.predicate, claim.object) for claim in self.roles[event] if claim.predicate in key_roles]
        fillers = {(to_local(role), self._filler_key(filler)) for role, filler in found if filler not in self.values}
        if any(key is None for _, key in fillers) or len({key for _, key in fillers}) < 2:
            return None
        return f"{EVENT}{to_local(self.classes[event])}|" + " & ".join(sorted(f"{role}={key}" for role, key in fillers))

    def _filler_key(self, filler: Iri | Literal) -> str | None:
        return None if isinstance(filler, Literal) else self.keys.get(filler)

    def _claim_key(self, claim: Claim) -> str | None:
        subject = self.keys.get(claim.subject, claim.subject)
        term = to_literal_key(claim.object) if isinstance(claim.object, Literal) else self.keys.get(claim.object, claim.object)
        return None if subject is None or term is None else f"{subject}|{claim.predicate}|{term}"

    # ------------------------------------------------------------ traits

    def _dates(self, event: Iri) -> tuple[str, ...]:
        dates = {self.values[Iri(str(claim.object))].lexical for claim in self.roles[event] if self._is_date(claim)}
        return tuple(f"{DATE}{date}" for date in sorted(dates) if date)

    def _is_date(self, claim: Claim) -> bool:
        return to_local(claim.predicate) == "date" and claim.object in self.values

    def _find_traits(self) -> defaultdict[Iri, set[str]]:
        """For each thing that has a block, what identifies it: its relations, and who stands beside it in events."""
        traits: defaultdict[Iri, set[str]] = defaultdict(set)
        for claim in self.reading.claims:
            for thing, mark, other in _both_ways(claim):
                if thing in self.blocks and claim.subject not in self.classes and self._identifies(claim.predicate, thing, other):
                    traits[thing].add(f"{mark}{to_local(claim.predicate)}={self.keys[other]}")
        for event, claims in self.roles.items():
            self._add_company(event, claims, traits)
        return traits

    def _add_company(self, event: Iri, claims: list[Claim], traits: defaultdict[Iri, set[str]]) -> None:
        key_roles = self.marker.key_roles[self.classes[event]]
        cast = [(claim.predicate, claim.object) for claim in claims if claim.predicate in key_roles and isinstance(claim.object, str)]
        for role, thing in cast:
            for other_role, other in cast:
                if thing in self.blocks and other != thing and self._accompanies(other_role, other):
                    traits[thing].add(f"{to_local(self.classes[event])}: {to_local(role)}, {to_local(other_role)}={self.keys[other]}")

    def _identifies(self, predicate: Iri, thing: Iri, other: Iri) -> bool:
        family = self.families.get(other)
        if self.keys.get(other) is None or family is None or family in {"Role", "Concept", "place"}:
            return False
        return predicate not in WEAK or self.families[thing] == "organization"

    def _accompanies(self, role: Iri, other: Iri) -> bool:
        family = self.families.get(other)
        if self.keys.get(other) is None or family is None or family in {"Role", "Concept"}:
            return False
        return family != "place" or to_local(role) == HELD_AT


def _both_ways(claim: Claim) -> Iterator[tuple[Iri, str, Iri]]:
    if not isinstance(claim.object, Literal):
        yield claim.subject, "", claim.object
        yield claim.object, "of ", claim.subject


# ---------------------------------------------------------------- names and values


def to_name_key(name: str) -> str:
    """Fold a name: no case, accents, punctuation or article.

    >>> to_name_key("The São  Paulo-Group, Inc.")
    'sao paulo group inc'
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    words = re.sub(r"[\W_]+", " ", re.sub(r"['’.]", "", plain)).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def to_value_key(value: Value) -> str:
    """Return what a value comes to: its class, number or date, and unit.

    >>> from kg.records import Value
    >>> to_value_key(Value(Iri("https://schema.org/MonetaryAmount"), "2.90", Iri(""), "$2.9", unit="USD"))
    'MonetaryAmount 2.9 USD'
    """
    number = value.lexical.rstrip("0").rstrip(".") if re.fullmatch(r"\d+\.\d+", value.lexical) else value.lexical
    parts = (to_local(value.class_iri), number or to_name_key(value.text), value.unit or "", value.counted or "")
    return " ".join(part for part in parts if part)


def to_literal_key(literal: Literal) -> str:
    """Return a literal folded: clauses agree word for word, whatever their white space."""
    return f'"{" ".join(literal.lexical.casefold().split())}"'


def to_voice(article: Article) -> str | None:
    """Return whose voice an article is: its publisher, publication or web site; None when it does not say."""
    site = urlsplit(article.url).hostname if article.url else None
    name = article.publisher or article.publication or (site.removeprefix("www.") if site else None)
    return to_name_key(name) if name else None
