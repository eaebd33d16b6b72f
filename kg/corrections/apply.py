"""Reading x corrections -> the Reading as corrected; every change is told in ``Reading.corrections``, every lost claim is a Rejection.

A stage between ``resolve`` and ``check``, so that what a correction leaves behind is judged like anything else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from hashlib import sha256

from kg.corrections.record import Correction, Kind
from kg.directory import fold
from kg.errors import CorrectionError
from kg.namespaces import ENTITY, PREFIXES, to_claim_iri, to_iri, to_local, to_words
from kg.ontology import Ontology
from kg.ontology.telling import tell
from kg.records import AppliedCorrection, Claim, Entity, Iri, Literal, Reading, Rejection, Span
from kg.terms import LABEL, THING, TYPE

WIDE = tuple(
    to_iri(name)
    for name in "schema:Organization schema:Person schema:Place schema:Event schema:Product schema:CreativeWork skos:Concept".split()
)
"""What a thing still is when its class is rejected and no other is named."""

REASON = "rejected by a correction"


def correct(reading: Reading, corrections: Sequence[Correction], ontology: Ontology) -> Reading:
    """Return the reading as the corrections that are meant for its article have it, applied in their order.

    Raises CorrectionError for a class that the ontology does not have.
    """
    meant = [each for each in corrections if each.is_meant_for(reading.article)]
    if not meant:
        return reading
    editor = _Editor(reading, ontology)
    applied = tuple(AppliedCorrection(each.text, editor.apply(each), each.where, each.part("note") or "") for each in meant)
    return replace(editor.finish(), corrections=applied)


class _Editor:
    """Changes one reading, correction by correction."""

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.reading, self.ontology = reading, ontology
        self.entities = {entity.iri: entity for entity in reading.entities}
        self.claims = {claim.iri: claim for claim in reading.claims}
        self.attestations = list(reading.attestations)
        self.speeches = list(reading.speeches)
        self.background = list(reading.background)
        self.identifications = list(reading.identifications)
        self.events = {event.iri: event for event in reading.events}
        self.values = {node.iri: node for node in reading.values}
        self.rejections: list[Rejection] = []
        self.former: dict[Iri, set[str]] = defaultdict(set)
        self._roles = self._find_roles()

    def apply(self, correction: Correction) -> bool:
        """Apply one correction; whether it found anything to correct."""
        act: dict[Kind, Callable[[Correction], bool]] = {
            Kind.CLAIM: self._reject_claim,
            Kind.TYPE: self._reject_type,
            Kind.LINK: self._reject_link,
            Kind.MERGE: self._reject_merge,
            Kind.ALIAS: self._add_alias,
        }
        found = act[correction.kind](correction)
        self._retell()
        return found

    def _retell(self) -> None:
        """Give events whose roles changed a new label; they are still found by those that they had."""
        roles = self._find_roles()
        for iri, event in self.events.items():
            if roles[iri] != self._roles[iri]:
                self.former[iri].add(fold(event.label))
                told = {name: labels for name, labels in roles[iri].items() if name != "type"}
                self.events[iri] = replace(event, label=tell(self.ontology.classes.get(event.class_iri), event.stance, told))
        self._roles = roles

    def finish(self) -> Reading:
        """Return the reading as it now is."""
        return replace(
            self.reading,
            entities=tuple(self.entities.values()),
            events=tuple(self.events.values()),
            speeches=tuple(self.speeches),
            claims=tuple(self.claims.values()),
            attestations=tuple(self.attestations),
            background=tuple(self.background),
            identifications=tuple(self.identifications),
            rejections=(*self.reading.rejections, *self.rejections),
        )

    # ------------------------------------------------------------ names

    def _find_roles(self) -> dict[Iri, dict[str, list[str]]]:
        """Return the labels of what fills each role of each event, by the role's local name."""
        roles: dict[Iri, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for claim in self.claims.values():
            if claim.subject in self.events:
                labels = roles[claim.subject][to_local(claim.predicate)]
                if (label := self._label(claim.object)) not in labels:
                    labels.append(label)
        return roles

    def _label(self, node: Iri | Literal) -> str:
        if isinstance(node, Literal):
            return node.lexical
        if node in self.values:
            return self.values[node].value.text
        known = self.entities.get(node) or self.events.get(node)
        return known.label if known is not None else self._background_label(node) or node

    def _background_label(self, node: Iri) -> str | None:
        labels = (fact.object for fact in self.background if fact.subject == node and fact.predicate == LABEL)
        return next((label.lexical for label in labels if isinstance(label, Literal)), None)

    def _is_called(self, node: Iri | Literal, words: str) -> bool:
        """Whether the words name the node; for a value, with or without what it comes to in brackets, as ``kg facts`` tells it."""
        aliases = self.entities[node].aliases if isinstance(node, str) and node in self.entities else ()
        label = self._label(node)
        told = fold(words)
        former = self.former.get(node, set()) if isinstance(node, str) else ()
        return (
            words == node
            or told in map(fold, (label, *aliases))
            or told in former
            or (node in self.values and told.startswith(f"{fold(label)} ("))
        )

    def _find_entities(self, words: str | None) -> list[Entity]:
        return [entity for entity in self.entities.values() if words and self._is_called(entity.iri, words)]

    def _is_property(self, iri: Iri, words: str) -> bool:
        known = self.ontology.properties.get(iri)
        return _to_full(words) == iri or fold(words) in {fold(known.label) if known else "", to_words(iri)}

    # ------------------------------------------------------------ reject claim

    def _reject_claim(self, correction: Correction) -> bool:
        claims = [claim for claim in self.claims.values() if self._is_meant(claim.subject, claim.predicate, claim.object, correction)]
        facts = [fact for fact in self.background if self._is_meant(fact.subject, fact.predicate, fact.object, correction)]
        if correction.part("predicate") is None:
            events = {claim.subject for claim in claims} & self.events.keys()
            claims += [claim for claim in self.claims.values() if claim.object in events and claim not in claims]
        self._drop(claims)
        self.background = [fact for fact in self.background if fact not in facts]
        return bool(claims or facts)

    def _is_meant(self, subject: Iri, predicate: Iri, object_: Iri | Literal, correction: Correction) -> bool:
        wanted, role, filler = (correction.part(name) for name in ("subject", "predicate", "object"))
        return (
            wanted is not None
            and (role is None or self._is_property(predicate, role))
            and self._is_called(subject, wanted)
            and (filler is None or self._is_called(object_, filler))
        )

    def _drop(self, claims: Sequence[Claim]) -> None:
        for claim in claims:
            del self.claims[claim.iri]
            if claim.predicate != TYPE:
                known = self.ontology.properties.get(claim.predicate)
                what = f"{self._label(claim.subject)} — {known.label if known else to_words(claim.predicate)} — {self._label(claim.object)}"
                self.rejections.append(Rejection(what, REASON))
        self.attestations = [each for each in self.attestations if each.claim in self.claims]

    # ------------------------------------------------------------ reject type

    def _reject_type(self, correction: Correction) -> bool:
        wanted, instead = correction.part("type"), correction.part("instead")
        found = [each for each in self._find_entities(correction.part("thing")) if wanted is None or self._is_class(each.class_iri, wanted)]
        for entity in found:
            class_iri = self._find_class(instead, correction.where) if instead else self._widen(entity.class_iri)
            self.entities[entity.iri] = replace(entity, class_iri=class_iri)
            self.rejections.append(Rejection(f"{entity.label} — type — {_class_label(entity.class_iri, self.ontology)}", REASON))
        return bool(found)

    def _is_class(self, iri: Iri, words: str) -> bool:
        return _to_full(words) == iri or fold(words) in {fold(_class_label(iri, self.ontology)), to_words(iri)}

    def _widen(self, class_iri: Iri) -> Iri:
        known = self.ontology.classes.get(class_iri)
        return next((upper for upper in (known.supers if known else ()) if upper in WIDE), THING)

    def _find_class(self, words: str, where: str) -> Iri:
        return find_class(words, self.ontology, where=where)

    # ------------------------------------------------------------ reject link

    def _reject_link(self, correction: Correction) -> bool:
        link = correction.part("link")
        found = [
            each
            for each in self._find_entities(correction.part("thing"))
            if ((each.same_as or each.pages) and link is None) or link in {each.iri, *each.same_as, *each.pages}
        ]
        for entity in found:
            same_as, pages = (tuple(each for each in links if each != link) for links in (entity.same_as, entity.pages))
            if link is None or link == entity.iri or not (same_as or pages) or _is_named_after(entity.iri, link):
                self._unlink(entity)
            else:
                self.entities[entity.iri] = replace(entity, same_as=same_as, pages=pages)
        return bool(found)

    def _unlink(self, entity: Entity) -> None:
        """Make of a linked entity one of the article's own, of which the background knows nothing."""
        start = min((span.start for span in entity.mentions), default=None)
        iri = self._mint(start, entity.label) if entity.iri.startswith(ENTITY) else entity.iri
        self.background = [fact for fact in self.background if entity.iri not in {fact.subject, fact.object}]
        self._rename(entity.iri, replace(entity, iri=iri, same_as=(), pages=()))

    def _mint(self, start: int | None, label: str) -> Iri:
        name = str(start) if start is not None else sha256(label.encode(errors="replace")).hexdigest()[:8]
        iri, number = Iri(f"{self.reading.article.iri}#entity-{name}"), 1
        while iri in self.entities:
            number += 1
            iri = Iri(f"{self.reading.article.iri}#entity-{name}-{number}")
        return iri

    # ------------------------------------------------------------ reject merge

    def _reject_merge(self, correction: Correction) -> bool:
        """Part what is one thing still; what was kept apart while the article was read is corrected already."""
        name = correction.part("name") or ""
        found = [each for each in self._find_entities(correction.part("thing")) if fold(name) in map(fold, (each.label, *each.aliases))]
        joined = found if correction.part("words") is None else []
        for entity in joined:
            self._split(entity, fold(name))
        return bool(joined) or correction.parting in self.reading.kept_apart

    def _split(self, entity: Entity, name: str) -> None:
        """Give those mentions that are called ``name`` to an entity of their own, and the claims that they make with them."""
        text = self.reading.article.text
        moved = tuple(span for span in entity.mentions if fold(text[span.start : span.end]) == name)
        kept = tuple(span for span in entity.mentions if span not in moved)
        names = [each for each in (entity.label, *entity.aliases) if fold(each) != name] or [entity.label]
        self.entities[entity.iri] = replace(entity, label=names[0], aliases=tuple(names[1:]), mentions=kept)
        if not moved or not kept:
            return
        label = next(each for each in (entity.label, *entity.aliases) if fold(each) == name)
        other = replace(entity, iri=self._mint(moved[0].start, label), label=label, aliases=(), mentions=moved, same_as=(), pages=())
        self.entities[other.iri] = other
        self._share_attestations(entity.iri, other.iri, moved, kept)
        self.identifications = [
            replace(each, entity=other.iri) if each.entity == entity.iri and set(each.spans) <= set(moved) else each
            for each in self.identifications
        ]
        for number, speech in enumerate(self.speeches):
            if entity.iri in speech.about:
                about = [iri for iri in speech.about if iri != entity.iri]
                about += [iri for iri, spans in ((entity.iri, kept), (other.iri, moved)) if _overlap(speech.passages, spans)]
                self.speeches[number] = replace(speech, about=tuple(about))

    def _share_attestations(self, old: Iri, new: Iri, moved: tuple[Span, ...], kept: tuple[Span, ...]) -> None:
        def choose(node: Iri, span: Span | None) -> Iri:
            spans = (span,) if span is not None else ()
            return new if node == old and _overlap(spans, moved) and not _overlap(spans, kept) else node

        claims: dict[Iri, Claim] = {}
        for number, attestation in enumerate(self.attestations):
            claim = self.claims[attestation.claim]
            subject = choose(claim.subject, attestation.subject_span)
            object_ = choose(claim.object, attestation.object_span) if isinstance(claim.object, str) else claim.object
            told = _to_claim(claim, subject, object_)
            claims.setdefault(told.iri, told)
            self.attestations[number] = replace(attestation, claim=told.iri)
        self.claims = claims

    # ------------------------------------------------------------ add alias

    def _add_alias(self, correction: Correction) -> bool:
        name = correction.part("name") or ""
        found = self._find_entities(correction.part("thing"))
        for entity in found[:1]:
            others = [
                each for each in self._find_entities(name) if each.iri not in {one.iri for one in found} and fold(each.label) == fold(name)
            ]
            for other in others:
                self._merge(self.entities[entity.iri], other)
            self.entities[entity.iri] = _with_names(self.entities[entity.iri], (name,))
        return bool(found)

    def _merge(self, entity: Entity, other: Entity) -> None:
        """Take two entities for one: the second's names, mentions and claims go to the first."""
        merged = replace(
            _with_names(entity, (other.label, *other.aliases)),
            mentions=tuple(sorted({*entity.mentions, *other.mentions})),
            same_as=entity.same_as or other.same_as,
            pages=entity.pages or other.pages,
            named=entity.named or other.named,
        )
        self.entities[entity.iri] = merged
        self._rename(other.iri, merged)

    # ------------------------------------------------------------ renaming

    def _rename(self, old: Iri, entity: Entity) -> None:
        """Put an entity in the place of another, or of one that is merged into it, wherever that stands."""
        places = ((iri, each) for iri, each in self.entities.items() if iri != old or entity.iri not in self.entities)
        self.entities = dict((entity.iri, entity) if iri in {old, entity.iri} else (iri, each) for iri, each in places)

        def swap(node: Iri) -> Iri:
            return entity.iri if node == old else node

        self.identifications = [replace(each, entity=swap(each.entity)) for each in self.identifications]
        claims: dict[Iri, Claim] = {}
        renamed: dict[Iri, Iri] = {}
        for claim in self.claims.values():
            told = _to_claim(claim, swap(claim.subject), swap(claim.object) if isinstance(claim.object, str) else claim.object)
            claims.setdefault(told.iri, told)
            renamed[claim.iri] = told.iri
        self.claims = claims
        self.attestations = [
            replace(each, claim=renamed[each.claim], said_by=swap(each.said_by) if each.said_by is not None else None)
            for each in self.attestations
        ]
        self.speeches = [
            replace(
                each, speaker=swap(each.speaker) if each.speaker is not None else None, about=tuple(dict.fromkeys(map(swap, each.about)))
            )
            for each in self.speeches
        ]


# ---------------------------------------------------------------- classes


def find_class(words: str, ontology: Ontology, *, where: str) -> Iri:
    """Return the class that is called so, by label, prefixed name or IRI; raises CorrectionError that names the nearest."""
    full = Iri(_to_full(words))
    if full in ontology.classes:
        return full
    labels = {fold(info.label): iri for iri, info in reversed(ontology.classes.items()) if info.label}
    locals_ = {to_words(iri): iri for iri in reversed(ontology.classes)}
    if found := labels.get(fold(words)) or locals_.get(fold(words)):
        return found
    near = get_close_matches(fold(words), labels, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "kg ontology lists those there are"
    raise CorrectionError(f"{where}: no class is called {words!r}; {hint}")


def _class_label(iri: Iri, ontology: Ontology) -> str:
    known = ontology.classes.get(iri)
    return known.label if known is not None and known.label else to_words(iri)


# ---------------------------------------------------------------- small questions


def _to_claim(claim: Claim, subject: Iri, object_: Iri | Literal) -> Claim:
    if (subject, object_) == (claim.subject, claim.object):
        return claim
    return Claim(to_claim_iri(subject, claim.predicate, object_), subject, claim.predicate, object_)


def _with_names(entity: Entity, names: Iterable[str]) -> Entity:
    """Add the names that the entity does not have yet."""
    known = {fold(each) for each in (entity.label, *entity.aliases)}
    new = [name for name in dict.fromkeys(names) if fold(name) not in known]
    return replace(entity, aliases=(*entity.aliases, *new))


def _overlap(spans: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for span in spans for other in others)


def _is_named_after(iri: Iri, link: str) -> bool:
    """Whether an entity's IRI is made of the id at the end of a link.

    >>> _is_named_after(Iri("https://w3id.org/kg-news/entity/geonames-12"), "https://sws.geonames.org/12/")
    True
    """
    return re.split(r"[/-]", iri)[-1] == link.rstrip("/").rpartition("/")[2]


def _to_full(words: str) -> str:
    """Expand a prefixed name; anything else stays.

    >>> _to_full("schema:Person"), _to_full("person")
    ('https://schema.org/Person', 'person')
    """
    prefix, colon, local = words.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else words
