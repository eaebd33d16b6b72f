"""Reading x Ontology -> Reading: claims that break a domain or range are rejected, an event stands or falls as a whole, leftovers go."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Set
from dataclasses import replace

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Claim, Entity, Event, Iri, Literal, Reading, Rejection
from kg.terms import CLAUSE, CONCEPT, DECISION, GENERAL, THING, TYPE, XSD_STRING

LITERALS = frozenset({CLAUSE, to_iri("rdfs:Literal"), XSD_STRING, to_iri("rdf:langString"), CONCEPT})
DESCRIBING = (*GENERAL, DECISION, to_iri("news:Investigation"), to_iri("news:Protest"))
"""Events that stand where a name only describes who or what takes part."""
AGE = re.compile(r"\b[\w-]+-year-old\b|\baged \d")
PRONOUNS = frozenset(
    "i me my we us our you your he him his she her it its they them their this that these those who whom which what itself "
    "themselves".split()
)


def check(reading: Reading, ontology: Ontology) -> Reading:
    """Return the reading without the claims that do not hold together; each loss is a Rejection."""
    return _Judge(reading, ontology).judge()


class _Judge:
    """Judges the claims of one reading."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.reading, self.ontology = reading, ontology
        nodes: list[Entity | Event] = [*reading.entities, *reading.events]
        self.labels = {node.iri: node.label for node in nodes}
        self.classes: dict[Iri, Iri] = {node.iri: node.class_iri for node in nodes}
        self.classes |= {value.iri: value.value.class_iri for value in reading.values}
        self.events = {event.iri for event in reading.events}
        named = {entity.iri for entity in reading.entities if entity.named}
        self.anchors: set[Iri | Literal] = {*named, *(value.iri for value in reading.values), *self.events}
        names = {name for entity in reading.entities if entity.named for name in (entity.label, *entity.aliases)}
        self.owned = {entity.iri for entity in reading.entities if not entity.named and _find_owner(entity.label) in names}
        self.particular = {entity.iri for entity in reading.entities if entity.particular}
        self.aged = {entity.iri for entity in reading.entities if not entity.named and AGE.search(entity.label)}
        self.rejections: list[Rejection] = []

    def judge(self) -> Reading:
        """The claims that hold, and of entities, events and values what they need."""
        kept = [claim for claim in self.reading.claims if self._holds(claim)]
        kept = self._drop_hollow_events(kept)
        kept = self._drop_loose_facts(kept)
        claims = {claim.iri for claim in kept}
        used = {node for claim in kept for node in (claim.subject, claim.object) if isinstance(node, str)}
        attestations = tuple(attestation for attestation in self.reading.attestations if attestation.claim in claims)
        used |= {attestation.said_by for attestation in attestations if attestation.said_by is not None}
        used |= {speech.speaker for speech in self.reading.speeches if speech.speaker is not None}
        used |= {iri for speech in self.reading.speeches for iri in speech.about if iri not in self.events}
        events = tuple(event for event in self.reading.events if event.iri in used)
        return replace(
            self.reading,
            entities=tuple(entity for entity in self.reading.entities if entity.named or entity.iri in used),
            events=events,
            values=tuple(value for value in self.reading.values if value.iri in used),
            speeches=tuple(
                replace(speech, about=tuple(iri for iri in speech.about if iri not in self.events or iri in used))
                for speech in self.reading.speeches
            ),
            claims=tuple(kept),
            attestations=attestations,
            rejections=(*self.reading.rejections, *self.rejections),
        )

    # ------------------------------------------------------------ one claim

    def _holds(self, claim: Claim) -> bool:
        if claim.predicate == TYPE:
            return True
        reason = self._find_fault(claim)
        if reason is not None:
            known = self.ontology.properties.get(claim.predicate)
            what = f"{self._label(claim.subject)} — {known.label if known else claim.predicate} — {self._label(claim.object)}"
            self.rejections.append(Rejection(what, reason))
        return reason is None

    def _label(self, node: Iri | Literal) -> str:
        return node.lexical if isinstance(node, Literal) else self.labels.get(node, node)

    def _find_fault(self, claim: Claim) -> str | None:
        if claim.subject == claim.object:
            return "says something of itself"
        for node in (claim.subject, claim.object):
            if isinstance(node, str) and self.labels.get(node, "").lower() in PRONOUNS:
                return "a pronoun is no name"
            if isinstance(node, str) and self.labels.get(node) and not any(letter.isalnum() for letter in self.labels[node]):
                return "a mark is no name"
        known = self.ontology.properties.get(claim.predicate)
        if known is None:
            return "the predicate is not in the ontology"
        if not self._fits(claim.subject, known.domain):
            return "the subject is outside the domain"
        return None if self._fits(claim.object, known.range) else "the object is outside the range"

    def _fits(self, node: Iri | Literal, allowed: tuple[Iri, ...]) -> bool:
        if not allowed:
            return True
        if isinstance(node, Literal):
            return bool(LITERALS.intersection(allowed))
        known = self.classes.get(node)
        return known is None or self.ontology.is_any(known, allowed)

    # ------------------------------------------------------------ whole events

    def _drop_loose_facts(self, claims: list[Claim]) -> list[Claim]:
        """A plain relation between two things without a name says nothing, unless an event that stands tells of one of them.

        What is said in words of something that a name describes ("the Hillwood scheme") stands.
        """
        tied = self.anchors | {claim.object for claim in claims if claim.subject in self.events}
        left = [claim for claim in claims if self._is_tied(claim, tied)]
        for claim in claims:
            if not self._is_tied(claim, tied):
                self.rejections.append(Rejection(f"{self._label(claim.subject)} — {self._label(claim.object)}", "neither side has a name"))
        return left

    def _names(self, claim: Claim, known: Set[Iri | Literal]) -> bool:
        """Whether a claim names something in particular; some events may describe it by a name ("prosecutors in Lyon")."""
        if claim.object in known or claim.object not in self.particular:
            return claim.object in known
        return self.ontology.is_any(self.classes.get(claim.subject, THING), DESCRIBING)

    def _is_tied(self, claim: Claim, tied: Set[Iri | Literal]) -> bool:
        known = self.ontology.properties.get(claim.predicate)
        is_particular = known is not None and known.particular and claim.subject not in self.events
        is_worded = isinstance(claim.object, Literal) and claim.subject in self.particular
        return claim.subject in tied or is_worded or claim.object in tied and not is_particular

    def _find_asked(self, claims: list[Claim], known: Set[Iri | Literal]) -> dict[Iri, bool]:
        """The events with a role that asks for somebody in particular, and whether it has them."""
        asked: dict[Iri, bool] = defaultdict(bool)
        for claim in claims:
            predicate = self.ontology.properties.get(claim.predicate)
            if claim.subject in self.events and predicate is not None and predicate.particular:
                asked[claim.subject] |= claim.object in known
        return asked

    def _drop_hollow_events(self, claims: list[Claim]) -> list[Claim]:
        """An event that names nobody and nothing in particular, and what points to it, goes with all its claims.

        What a plain relation ties to a name is in particular, too: "the police" who are a unit of a state, the lawyer of somebody. So is a
        person whose age is told.
        """
        tied = {claim.subject for claim in claims if claim.subject not in self.events and claim.object in self.anchors}
        known = self.anchors | self.owned | tied | self.aged
        values = {value.iri for value in self.reading.values}
        while True:
            particular = {claim.subject for claim in claims if claim.predicate != TYPE and self._names(claim, known)}
            asked = self._find_asked(claims, (known | self.particular) - values)
            hollow = {event for event in self.events if not asked.get(event, event in particular)}
            left = [claim for claim in claims if claim.subject not in hollow and claim.object not in hollow]
            if len(left) == len(claims):
                return left
            told = {claim.subject for claim in claims}
            self.rejections += [
                Rejection(self.labels[event], "nobody and nothing in particular is named") for event in sorted(hollow) if event in told
            ]
            claims = left


def _find_owner(label: str) -> str:
    """Whose something is, or of whom, as its label tells; empty where it does not.

    >>> _find_owner("Norway's foreign and defence ministers")
    'Norway'
    >>> _find_owner("members of Verdi")
    'Verdi'
    """
    owner, *owned = re.split("['’]s? ", label)
    return owner if owned else label.rpartition(" of ")[2] if " of " in label else ""
