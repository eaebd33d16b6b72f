"""Drafts -> Reading: IRIs, entities, events, claims and attestations; the only place that mints IRIs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from kg.namespaces import ENTITY, to_claim_iri, to_iri, to_local
from kg.ontology.telling import tell
from kg.records import (
    Attestation,
    Claim,
    Entity,
    Event,
    Iri,
    Literal,
    Span,
    Speech,
    Stance,
    ValueNode,
)
from kg.resolve.drafts import Drafts
from kg.resolve.referents import Referents
from kg.resolve.spans import SpanIndex
from kg.resolve.tellings import COMMITTED, DraftEvent, Filled, Referent, Telling
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import AUTHORITY, CONCERNED, OBJECT, ORGANIZATION, POST, PROGRAMME, SUBJECT, TYPE

GOVERNS = to_iri("news:governs")
DESCRIPTION_SCORE = 0.8
POINTING = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my"})
SHARED_CLASSES = (ORGANIZATION, PROGRAMME)


@lru_cache(maxsize=4096)
def to_slug(label: str) -> str:
    """A label as it stands in an IRI.

    >>> to_slug("São Paulo Centre, for AI")
    'sao-paulo-centre-for-ai'
    """
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug or sha256(label.encode()).hexdigest()[:12]


class Mint:
    """Turns the drafts of one article into records."""

    def __init__(self, referents: Referents, drafts: Drafts) -> None:
        self.referents, self.drafts, self.discourse = referents, drafts, referents.discourse
        self.article, self.mentions, self.ontology = self.discourse.parsed.article, self.discourse.mentions, self.discourse.ontology
        self.entities: dict[Iri, Entity] = {}
        self.values: dict[Iri, ValueNode] = {}
        self.claims: dict[Iri, Claim] = {}
        self.attestations: dict[tuple[object, ...], Attestation] = {}
        self.events: list[Event] = []
        self._event_iris: dict[int, Iri] = {}
        self._event_count: Counter[str] = Counter()
        self._post_spans: dict[Iri, set[Span]] = defaultdict(set)
        self._named = SpanIndex()

    def mint(self) -> None:
        """Fill the tables: named things first, then events and facts in text order."""
        for thing in self.discourse.walk_named():
            if thing.spans and not thing.is_implied:
                self.to_entity(thing)
        events = sorted(self.drafts.events.all, key=lambda event: min(telling.instance.predication.span for telling in event.tellings))
        for event in events:
            self._event_iris[id(event)] = self._to_event_iri(event)
        for event in events:
            self._add_event(event)
        for fact in self.drafts.facts:
            self._add_fact(fact)
        for thing in self.discourse.things:
            if thing.country is not None and self._to_thing_iri(thing) in self.entities:
                self._add_government(thing)
        for iri, spans in self._post_spans.items():
            self.entities[iri] = replace(self.entities[iri], mentions=tuple(sorted(spans)))

    # ------------------------------------------------------------ entities

    def to_entity(self, thing: Thing) -> Iri:
        """The IRI of a thing; its entity is recorded."""
        thing = thing.root
        iri = self._to_thing_iri(thing)
        if iri not in self.entities:
            linked = thing.linked
            surfaces = sorted(thing.cluster.surfaces) if thing.cluster is not None else self._describe(thing)
            self.entities[iri] = Entity(
                iri=iri,
                label=thing.label,
                class_iri=thing.class_iri,
                aliases=tuple(surface for surface in surfaces if surface != thing.label),
                mentions=tuple(sorted(set(thing.spans))),
                same_as=linked.same_as if linked is not None else (),
                pages=linked.pages if linked is not None else (),
                named=thing.named,
                particular=thing.named or self._is_particular(thing),
            )
            if thing.named:
                self._named.add(iri, self.entities[iri].mentions)
        return iri

    def _is_particular(self, thing: Thing) -> bool:
        """Whether a name says which one is meant ("police in Lyon"), or there is but one ("the ministry of health")."""
        tree = self.discourse.tree
        is_office = self.ontology.is_a(thing.class_iri, AUTHORITY) and " " in thing.label
        return any(
            is_office and tree.is_definite(token) or any(tree.names[inside] >= 0 for inside in _find_beside(tree, token))
            for token in thing.tokens
        )

    def find_entity(self, thing: Thing) -> Iri | None:
        """The IRI of a thing that was recorded as an entity."""
        iri = self._to_thing_iri(thing.root)
        return iri if iri in self.entities else None

    def _describe(self, thing: Thing) -> list[str]:
        """The words that a government is spoken of by, where they say of which country."""
        if thing.country is None:
            return []
        words = {" ".join(self.article.text[span.start : span.end].split()) for span in thing.spans}
        return sorted(word for word in words if " " in word)

    def _to_thing_iri(self, thing: Thing) -> Iri:
        if thing.country is not None:
            return Iri(f"{self._to_thing_iri(self.discourse.things[thing.country])}/government")
        if thing.linked is not None:
            return thing.linked.iri
        is_shared = self.ontology.is_any(thing.class_iri, SHARED_CLASSES)
        if thing.cluster is not None and thing.cluster.is_namesake:
            is_shared = False
        if thing.named and is_shared and len(thing.label.split()) > 1:
            return Iri(f"{ENTITY}{to_local(thing.class_iri).lower()}/{_to_name_slug(thing.label)}")
        return Iri(f"{self.article.iri}#entity-{min(thing.spans).start}")

    def _to_post(self, label: str, span: Span) -> Iri:
        known = self.ontology.post_nouns.get(label)
        is_named_so = known is not None and self.ontology.post_labels.get(known, "").lower() == label
        iri = known if known is not None and is_named_so else Iri(f"{ENTITY}post/{to_slug(label)}")
        self._post_spans[iri].add(span)
        self.entities[iri] = Entity(iri, self.ontology.post_labels.get(iri, label), POST, named=False, particular=False)
        return iri

    # ------------------------------------------------------------ events

    def _to_event_iri(self, event: DraftEvent) -> Iri:
        """By its class and where it is told first; a word may tell of several ("ministers X and Y")."""
        start = min(telling.instance.predication.span.start for telling in event.tellings)
        iri = f"{self.article.iri}#event-{start}-{to_local(event.class_iri)}"
        self._event_count[iri] += 1
        return Iri(iri if self._event_count[iri] == 1 else f"{iri}-{self._event_count[iri]}")

    def _add_event(self, event: DraftEvent) -> None:
        iri = self._event_iris[id(event)]
        stance = event.founding.stance
        labels: dict[str, list[str]] = defaultdict(list)
        for telling in event.tellings:
            self._attest(self._claim(iri, TYPE, event.class_iri), telling, None, None, "frame")
            for filled in telling.filled:
                node = self._to_node(filled, iri)
                if node is None and filled.role == CONCERNED:  # what the words are about, where it is no event that is told
                    node = Literal(self._words(filled), language="en")
                if node is None or node == iri:
                    continue
                self._attest(self._claim(iri, filled.role, node), telling, telling.instance.predication.span, filled.span, filled.rule)
                is_told = filled.role == CONCERNED and filled.referent.kind == "event"
                label = self._words(filled) if is_told else self._label(filled.referent, node)
                if telling.stance not in COMMITTED and stance in COMMITTED:
                    continue
                known = labels[to_local(filled.role)]
                is_other_wording = filled.referent.kind == "text" and bool(known)
                if label not in known and not is_other_wording and not self._is_wider_place(filled, event):
                    known.append(label)
        spans = tuple(sorted({telling.instance.predication.span for telling in event.tellings}))
        label = tell(self.ontology.classes.get(event.class_iri), stance, labels)
        self.events.append(Event(iri, label, event.class_iri, stance, spans))

    def _words(self, filled: Filled) -> str:
        """The words of the article for a filler, without what only points at it."""
        words = self.article.text[filled.span.start : filled.span.end].split()
        return " ".join(words[1:] if len(words) > 1 and words[0].lower() in POINTING else words)

    def _is_wider_place(self, filled: Filled, event: DraftEvent) -> bool:
        """Whether another filler of the role lies inside this place: a label names the narrower one."""
        mine = (
            filled.referent.thing.cluster.place if filled.referent.thing is not None and filled.referent.thing.cluster is not None else None
        )
        others = [
            referent.thing.cluster.place
            for referent in event.values(filled.role)
            if referent.thing is not None and referent.thing.cluster is not None
        ]
        return mine is not None and any(other is not None and other.country_iri == mine.iri for other in others)

    def _to_node(self, filled: Filled, event: Iri) -> Iri | Literal | None:
        referent = filled.referent
        if referent.thing is not None:
            return self.to_entity(referent.thing)
        if referent.value is not None:
            return self._to_value(referent, event, to_local(filled.role), filled.span)
        if referent.kind == "post":
            return self._to_post(referent.key, filled.span)
        if referent.kind == "event":
            other = self.drafts.events.at.get(referent.trigger)
            return self._event_iris[id(other)] if other is not None else None
        return Literal(referent.key, language="en")

    def _to_value(self, referent: Referent, event: Iri, role: str, span: Span) -> Iri:
        """The node of a value: one for each different value of a role."""
        number = 1
        while True:
            iri = Iri(f"{event}/{role}" if number == 1 else f"{event}/{role}-{number}")
            known = self.values.get(iri)
            assert referent.value is not None
            if known is None:
                self.values[iri] = ValueNode(iri, referent.value, span)
                return iri
            if (known.value.lexical, known.value.unit, known.value.class_iri) == (
                referent.value.lexical,
                referent.value.unit,
                referent.value.class_iri,
            ):
                return iri
            number += 1

    def _label(self, referent: Referent, node: Iri | Literal) -> str:
        if referent.value is not None:
            counted = referent.value.counted  # "800 of its 2,000 staff" are 800 staff
            is_counted_apart = counted is not None and counted not in referent.value.text
            return f"{referent.value.text} {counted}" if is_counted_apart else referent.value.text
        if referent.thing is not None:
            return referent.thing.label
        if isinstance(node, Literal):
            return node.lexical
        entity = self.entities.get(node)
        return entity.label if entity is not None else referent.key if referent.kind != "event" else self._class_label(node)

    def _class_label(self, event: Iri) -> str:
        local = event.rsplit("-", 1)[-1]
        return re.sub(r"(?<!^)([A-Z])", r" \1", local).lower()

    # ------------------------------------------------------------ facts and claims

    def _add_fact(self, fact: Telling) -> None:
        for left in (filled for filled in fact.filled if filled.role == SUBJECT):
            for right in (filled for filled in fact.filled if filled.role == OBJECT):
                subject, object_ = self._to_fact_node(left, fact), self._to_fact_node(right, fact)
                if isinstance(subject, str) and object_ is not None and subject != object_:
                    claim = self._claim(subject, fact.instance.target, object_)
                    self._attest(claim, fact, left.span, right.span, fact.instance.roles[-1].rule)

    def _to_fact_node(self, filled: Filled, fact: Telling) -> Iri | Literal | None:
        if filled.referent.value is not None:
            subject = next(item for item in fact.filled if item.role == SUBJECT)
            owner = self._to_node(subject, Iri(""))
            return (
                self._to_value(filled.referent, Iri(f"{self.article.iri}#value-{filled.span.start}"), "value", filled.span)
                if isinstance(owner, str)
                else None
            )
        return self._to_node(filled, Iri(""))

    def _add_government(self, thing: Thing) -> None:
        """ "The Kenyan government": the words that name a government say what it governs."""
        assert thing.country is not None
        country = self.discourse.things[thing.country]
        claim = self._claim(self.to_entity(thing), GOVERNS, self.to_entity(country))
        for span in sorted(set(thing.spans)):
            key = (claim.iri, span.start, span)
            sentence = self.drafts.find_sentence(span)
            self.attestations.setdefault(
                key, Attestation(claim.iri, self.article.iri, Stance.ASSERTED, sentence, span, span, span, "description", DESCRIPTION_SCORE)
            )

    def _claim(self, subject: Iri, predicate: Iri, object_: Iri | Literal) -> Claim:
        iri = to_claim_iri(subject, predicate, object_)
        known = self.claims.get(iri)
        if known is None:
            known = self.claims[iri] = Claim(iri, subject, predicate, object_)
        return known

    def _attest(self, claim: Claim, telling: Telling, subject: Span | None, object_: Span | None, rule: str) -> None:
        predication = telling.instance.predication
        key = (claim.iri, predication.span.start, object_)
        self.attestations.setdefault(
            key,
            Attestation(
                claim=claim.iri,
                article=self.article.iri,
                stance=telling.stance,
                sentence=predication.sentence,
                trigger=predication.span,
                subject_span=subject,
                object_span=object_,
                rule=rule,
                score=telling.instance.score,
                said_by=self.to_entity(telling.speaker) if telling.speaker is not None else None,
            ),
        )

    # ------------------------------------------------------------ quotations

    def find_speeches(self) -> Iterator[Speech]:
        """The quotations with their speakers and the named things and events that they speak of."""
        told = SpanIndex()
        for event in self.events:
            told.add(event.iri, event.mentions)
        for quotation in self.mentions.quotations:
            speaker = self.referents.find_span(quotation.speaker) if quotation.speaker is not None else None
            about = self._named.find_inside(quotation.passages)
            about += [self.to_entity(topic) for passage in quotation.passages for topic in self.referents.find_topics(passage)]
            about += told.find_inside(quotation.passages)
            yield Speech(
                iri=Iri(f"{self.article.iri}#quotation-{quotation.passages[0].start}"),
                passages=quotation.passages,
                speaker=self.to_entity(speaker) if speaker is not None else None,
                about=tuple(dict.fromkeys(about)),
            )


def _find_beside(tree: Tree, noun: int) -> Iterator[int]:
    """The words that stand beside a noun, or right behind its prepositions."""
    for child in tree.find_children(noun, "poss", "compound", "amod", "nmod", "prep"):
        yield child if tree.deps[child] != "prep" else next(iter(tree.find_children(child, "pobj")), child)


@lru_cache(maxsize=4096)
def _to_name_slug(label: str) -> str:
    """A name without its article, as it stands in an IRI."""
    return to_slug(re.sub(r"^(the|a|an) ", "", label, flags=re.IGNORECASE))
