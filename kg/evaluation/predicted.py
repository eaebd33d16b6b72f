"""Reading -> Account: what the reader found, in the terms in which it is compared with gold."""

from __future__ import annotations

from kg.errors import EvaluationError
from kg.evaluation import scheme
from kg.evaluation.account import Account, Fact, Filler, Happening, Measure, Passage, RolePlayed, Thing, to_duration, to_number
from kg.namespaces import to_iri, to_prefixed
from kg.ontology.record import Ontology
from kg.records import Claim, Entity, Event, Iri, Literal, Reading, Span, Stance, Value
from kg.terms import DURATION, INSTANT, MONEY, PERCENTAGE, QUANTITY

_STRENGTH = (Stance.ASSERTED, Stance.PLANNED, Stance.REPORTED, Stance.POSSIBLE, Stance.DENIED)
_SAID_BY_THE_NODE = frozenset(map(to_iri, ("rdf:type", "rdfs:label", "schema:name", "schema:actionStatus", "owl:sameAs", "schema:sameAs")))
_KINDS = {
    MONEY: "money",
    DURATION: "duration",
    INSTANT: "date",
    QUANTITY: "quantity",
    PERCENTAGE: "percentage",
}


def to_account(reading: Reading, ontology: Ontology) -> Account:
    """What the article says by this reading, in its order; background facts are left out."""
    claims = _Claims(reading)
    facts = scheme.fact_predicates()
    roles = scheme.event_roles()
    events = {event.iri: event for event in reading.events if scheme.is_event_class(event.class_iri, ontology)}
    played: dict[Iri, list[RolePlayed]] = {iri: [] for iri in events}
    told: list[Fact] = []
    outside: list[str] = []
    for claim in reading.claims:
        if claim.predicate in _SAID_BY_THE_NODE:
            continue
        if claim.predicate in facts:
            told.append(claims.to_fact(claim))
        elif claim.subject in events and claim.predicate in roles:
            played[claim.subject].append(RolePlayed(claim.predicate, claims.to_filler(claim.object), claims.sentence(claim)))
        else:
            outside.append(claims.to_line(claim))
    return Account(
        things=claims.to_things(),
        happenings=tuple(claims.to_happening(event, played[iri]) for iri, event in events.items()),
        facts=tuple(told),
        passages=claims.to_passages(),
        outside=tuple(outside),
    )


class _Claims:
    """A reading with its nodes at hand by IRI."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities = {entity.iri: entity for entity in reading.entities}
        self.events = {event.iri: event for event in reading.events}
        self.values = {node.iri: node.value for node in reading.values}
        self.attested: dict[Iri, list[Stance]] = {}
        self.sentences: dict[Iri, Span] = {}
        for attestation in reading.attestations:
            self.attested.setdefault(attestation.claim, []).append(attestation.stance)
            self.sentences.setdefault(attestation.claim, attestation.sentence)

    def words_at(self, span: Span) -> str:
        return " ".join(self.reading.article.text[span.start : span.end].split())

    def sentence(self, claim: Claim) -> str:
        span = self.sentences.get(claim.iri)
        return self.words_at(span) if span else ""

    def stance(self, claim: Claim) -> Stance:
        """The strongest stance in which the article tells the claim."""
        return min(self.attested.get(claim.iri, [Stance.ASSERTED]), key=_STRENGTH.index)

    def to_things(self) -> tuple[Thing, ...]:
        """The entities that have a name and stand in the text; a country that only background tells of is none."""
        return tuple(
            Thing(entity.iri, (entity.label, *entity.aliases), entity.class_iri, self._line_at(entity.mentions[0]))
            for entity in self.reading.entities
            if entity.named and entity.mentions
        )

    def _line_at(self, span: Span) -> str:
        text = self.reading.article.text
        end = text.find("\n", span.end)
        return text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)].strip()

    def to_happening(self, event: Event, roles: list[RolePlayed]) -> Happening:
        sentence = next((role.sentence for role in roles if role.sentence), "")
        return Happening(event.iri, event.class_iri, event.stance, tuple(roles), event.label, sentence)

    def to_fact(self, claim: Claim) -> Fact:
        subject, target = self.to_filler(claim.subject), self.to_filler(claim.object)
        return Fact(subject, claim.predicate, target, self.stance(claim), self.sentence(claim))

    def to_passages(self) -> tuple[Passage, ...]:
        return tuple(
            Passage(self.words_at(span), self.to_filler(speech.speaker) if speech.speaker else None)
            for speech in self.reading.speeches
            for span in speech.passages
        )

    def to_filler(self, target: Iri | Literal) -> Filler:
        if isinstance(target, Literal):
            return Filler((target.lexical,))
        if target in self.values:
            value = self.values[target]
            return Filler((value.text,), measures=to_measures(value))
        if target in self.events:
            return Filler((self.events[target].label, *self._said(self.events[target])), node=target)
        if target in self.entities:
            return self._entity_filler(self.entities[target])
        return Filler((target,), node=target)

    def _entity_filler(self, entity: Entity) -> Filler:
        said = () if entity.named else self._said(entity)
        return Filler((entity.label, *entity.aliases, *said), node=entity.iri, named=entity.named)

    def _said(self, node: Entity | Event) -> tuple[str, ...]:
        return tuple(self.words_at(span) for span in node.mentions)

    def to_line(self, claim: Claim) -> str:
        ends = (self.to_filler(claim.subject), self.to_filler(claim.object))
        return f"{ends[0]} — {to_prefixed(claim.predicate)} — {ends[1]}"


def to_measures(value: Value) -> tuple[Measure, ...]:
    """A value and its equivalent in other units, as measures; an unresolved one is none and tells itself by its words."""
    kind = _KINDS.get(value.class_iri)
    unit = {"money": value.unit, "quantity": value.counted}.get(kind or "") or ""
    try:
        number = _to_canonical(kind, value.lexical)
    except EvaluationError:
        kind = None
    others = to_measures(value.equivalent) if value.equivalent else ()
    return (Measure(kind, number, unit), *others) if kind else others


def _to_canonical(kind: str | None, lexical: str) -> str:
    if kind == "duration":
        return to_duration(lexical)
    return lexical if kind in ("date", None) else to_number(lexical)
