"""Annotations -> Ontology: roles inherited and overlaid, senses ordered, nouns sorted; the rules stand in docs/lexicon.md."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.namespaces import LEX, RDF, RDFS, SKOS, to_iri, to_prefixed
from kg.ontology.record import ClassInfo, Ontology, PropertyInfo, Role, Sense
from kg.records import Iri
from kg.terms import CLAUSE, CONCEPT, EVENT, OBJECT, POST, REPORTED, SUBJECT, WORDS

if TYPE_CHECKING:
    from rdflib.term import Node

    from kg.ontology.read import Annotations

WORD_GROUP = to_iri("lex:WordGroup")
STANCES = tuple(to_iri(f"lex:{name}") for name in ("asserted", "planned", "possible", "denied", "reported"))
ANYTHING = frozenset({to_iri("owl:Thing"), to_iri("rdfs:Resource")})
PARTS_OF_SPEECH = ("verb", "noun", "adj", "adv", "name")
SLOT_ORDER = ("is", "self", "noun", "subj", "obj", "obj2", "pred", "measure", "poss", "mod", "inf", "that", "ing", "when", "of", "by")
"""The order of preference among slots that an annotation gives without order; other prepositions follow, by alphabet."""

UNTYPED = 10_000
"""The width of a role that takes anything."""

WIDE_TYPES = {CONCEPT: 1000, CLAUSE: 500, WORDS: 500}
"""Types that fit almost any words, so that a role that takes them chooses after the others."""


def compile_ontology(annotations: Annotations, digest: str) -> Ontology:
    """Return the compiled ontology; raises OntologyError that names file, frame and word."""
    return _Compiler(annotations, digest).compile()


def order_slots(slots: Iterable[str]) -> tuple[str, ...]:
    """Order slots by preference.

    >>> order_slots(["with", "by", "subj", "at"])
    ('subj', 'by', 'at', 'with')
    """
    return tuple(sorted(slots, key=lambda slot: (SLOT_ORDER.index(slot) if slot in SLOT_ORDER else len(SLOT_ORDER), slot)))


@dataclass(slots=True)
class _Change:
    """What a ``lex:role`` node says: None where it is silent."""

    fills: Iri
    slots: tuple[str, ...] | None
    types: tuple[Iri, ...] | None
    need: bool | None
    key: bool | None
    words: tuple[str, ...] | None
    within: Iri | None


class _Compiler:
    """Holds what the steps share: the graph and the tables filled on the way."""

    def __init__(self, annotations: Annotations, digest: str) -> None:
        self.annotations = annotations
        self.digest = digest
        self.classes: dict[Iri, ClassInfo] = {}
        self.properties: dict[Iri, PropertyInfo] = {}
        self.widths: dict[Iri, int] = {}
        self.post_nouns: dict[str, Iri] = {}
        self.post_labels: dict[Iri, str] = {}

    def compile(self) -> Ontology:
        self.classes = {iri: self._class_info(iri) for iri in self._class_iris()}
        self.widths = self._type_widths()
        self.properties = {iri: self._property_info(iri) for iri in self._property_iris()}
        self._collect_posts()
        class_nouns = self._collect_nouns()
        senses, stances = self._collect_senses()
        return Ontology(
            hash=self.digest,
            classes=self.classes,
            properties=self.properties,
            senses=_by_word(senses),
            class_nouns=class_nouns,
            post_nouns=self.post_nouns,
            stances=_by_word(stances),
            speech_verbs=frozenset(word for sense in stances if sense.target == REPORTED and sense.pos == "verb" for word in sense.words),
            post_labels=self.post_labels,
            offices=frozenset(self._typed("news:PublicOffice")),
            company_posts=frozenset(self._typed("news:CompanyPost")),
            hearsay=frozenset(self._hearsay()),
            groups=self._collect_groups(),
        )

    # ------------------------------------------------------------ classes and properties

    def _typed(self, *names: str) -> set[Iri]:
        from rdflib import URIRef

        graph = self.annotations.graph
        found = {node for name in names for node in graph.subjects(URIRef(RDF + "type"), URIRef(to_iri(name)))}
        return {Iri(str(node)) for node in found if isinstance(node, URIRef)}

    def _class_iris(self) -> list[Iri]:
        from rdflib import URIRef

        graph = self.annotations.graph
        named = self._typed("owl:Class", "rdfs:Class")
        for lower, upper in graph.subject_objects(URIRef(RDFS + "subClassOf")):
            named |= {Iri(str(node)) for node in (lower, upper) if isinstance(node, URIRef)}
        return sorted(named)

    def _property_iris(self) -> list[Iri]:
        return sorted(self._typed("owl:ObjectProperty", "owl:DatatypeProperty", "rdf:Property", "owl:FunctionalProperty"))

    def _label(self, iri: Iri) -> str:
        node = _node(iri)
        label = self.annotations.text(node, RDFS + "label") or self.annotations.text(node, SKOS + "prefLabel")
        return label or to_prefixed(iri).partition(":")[2] or iri

    def _class_info(self, iri: Iri) -> ClassInfo:
        node, read = _node(iri), self.annotations
        return ClassInfo(
            iri=iri,
            label=self._label(iri),
            supers=self._above(iri, RDFS + "subClassOf"),
            telling=read.texts(node, "telling"),
            telling_planned=read.texts(node, "tellingPlanned"),
            comment=read.text(node, RDFS + "comment") or "",
            example=read.text(node, "example") or "",
        )

    def _property_info(self, iri: Iri) -> PropertyInfo:
        node, read = _node(iri), self.annotations
        return PropertyInfo(
            iri=iri,
            label=self._label(iri),
            supers=self._above(iri, RDFS + "subPropertyOf"),
            domain=self._alternatives(node, "domain"),
            range=self._alternatives(node, "range"),
            functional=iri in self._typed("owl:FunctionalProperty"),
            comment=read.text(node, RDFS + "comment") or "",
            example=read.text(node, "example") or "",
            particular=read.text(node, "particular") == "true",
        )

    def _alternatives(self, node: Node, name: str) -> tuple[Iri, ...]:
        named = tuple(Iri(text) for text in self.annotations.classes_of(node, RDFS + name))
        return () if ANYTHING & set(named) else named

    def _above(self, iri: Iri, relation: str) -> tuple[Iri, ...]:
        """Everything above, breadth first, so nearest first; a circle ends where it began."""
        found: list[Iri] = []
        waiting = deque([iri])
        while waiting:
            for upper in self.annotations.classes_of(_node(waiting.popleft()), relation):
                if upper != iri and upper not in found:
                    found.append(Iri(upper))
                    waiting.append(Iri(upper))
        return tuple(found)

    def _type_widths(self) -> dict[Iri, int]:
        widths: dict[Iri, int] = defaultdict(int)
        for info in self.classes.values():
            for upper in (info.iri, *info.supers):
                widths[upper] += 1
        return {**widths, **WIDE_TYPES}

    # ------------------------------------------------------------ nouns

    def _collect_posts(self) -> None:
        for iri in sorted(self._typed("org:Role")):
            self.post_labels[iri] = self._label(iri)
            for noun in _lower(self.annotations.texts(_node(iri), "noun")):
                self.post_nouns.setdefault(noun, iri)

    def _hearsay(self) -> Iterable[Iri]:
        from rdflib import URIRef

        for role in self.annotations.graph.subjects(URIRef(LEX + "holds"), URIRef(LEX + "reported")):
            yield Iri(str(role))

    def _collect_nouns(self) -> dict[str, Iri]:
        nouns: dict[str, Iri] = {}
        for iri in sorted(self.classes):
            for noun in _lower(self.annotations.texts(_node(iri), "noun")):
                nouns.setdefault(noun, iri)
        return nouns

    def _collect_groups(self) -> dict[Iri, frozenset[str]]:
        texts = self.annotations.texts
        return {
            iri: frozenset(word for pos in PARTS_OF_SPEECH for word in _lower(texts(_node(iri), pos)))
            for iri in sorted(self._typed("lex:WordGroup"))
        }

    # ------------------------------------------------------------ senses

    def _collect_senses(self) -> tuple[list[Sense], list[Sense]]:
        from rdflib import URIRef

        senses: list[Sense] = []
        stances: list[Sense] = []
        for frame, node in self.annotations.graph.subject_objects(URIRef(LEX + "sense")):
            kind = self._kind(frame, node)
            (stances if kind == "stance" else senses).extend(self._read_sense(Iri(str(frame)), node, kind))
        return sorted(senses, key=repr), sorted(stances, key=repr)

    def _kind(self, frame: Node, node: Node) -> str:
        iri = Iri(str(frame))
        if iri in STANCES:
            return "stance"
        if iri in self.properties:
            return "property"
        if iri in self.classes:
            return "event"
        raise OntologyError(
            f"{self.annotations.say_where(node, frame)}: a sense stands on a class, a property or a stance;"
            " declare this one as owl:Class or owl:ObjectProperty"
        )

    def _read_sense(self, target: Iri, node: Node, kind: str) -> Iterable[Sense]:
        read = self.annotations
        where = read.say_where(node, _node(target))
        words = {pos: _lower(read.texts(node, pos)) for pos in PARTS_OF_SPEECH}
        if Iri(str(next(iter(read.values(node, "nounOf")), ""))) == POST:
            words["noun"] = tuple(sorted({*words["noun"], *self.post_nouns}))
        words["name"] = tuple(sorted(str(value) for value in read.values(node, "name")))
        if not any(words.values()):
            raise OntologyError(f"{where}: a sense without a word; give it lex:verb, lex:noun, lex:adj or lex:adv")
        word = next(text for texts in words.values() for text in texts)
        roles = self._roles_of_sense(target, node, kind, f"{where}, {word!r}")
        for pos, texts in words.items():
            if texts:
                yield Sense(
                    target=target,
                    kind=kind,
                    pos=pos,
                    words=texts,
                    roles=roles,
                    supports=read.texts(node, "support"),
                    lacks=order_slots(read.texts(node, "lacks")),
                    scope=order_slots(read.texts(node, "scope")),
                    bare=read.text(node, "bare") != "false",
                    width=sum(self._width(role) for role in roles if role.need),
                    beside=read.text(node, "beside") == "true",
                    is_held=bool(list(read.values(node, "holds"))),
                )

    def _roles_of_sense(self, target: Iri, node: Node, kind: str, where: str) -> tuple[Role, ...]:
        roles = self._given_roles(target, kind)
        without = {Iri(str(value)) for value in self.annotations.values(node, "without")}
        for change in self._read_roles(node, where):
            before = roles.get(change.fills)
            roles[change.fills] = _overlay(before, change)
        for role in roles.values():
            if not role.slots and role.fills not in without:
                raise OntologyError(f"{where}: no lex:slot for {to_prefixed(role.fills)}")
        return tuple(sorted((role for role in roles.values() if role.fills not in without), key=self._rank))

    def _given_roles(self, target: Iri, kind: str) -> dict[Iri, Role]:
        """The roles that hold before the sense speaks: a class's own and inherited ones, a property's subject and object."""
        if kind == "property":
            info = self.properties[target]
            ends = ((SUBJECT, info.domain), (OBJECT, info.range))
            return {fills: Role(fills, (), types, need=True, key=True) for fills, types in ends}
        roles: dict[Iri, Role] = {}
        if kind == "event":
            for iri in reversed((target, *self.classes[target].supers)):
                for change in self._read_roles(_node(iri)):
                    roles[change.fills] = replace(_overlay(roles.get(change.fills), change), own=iri != EVENT)
        return roles

    def _read_roles(self, node: Node, where: str = "") -> list[_Change]:
        """What a sense or class says of its roles, each of them once: of two, only one would hold."""
        parts = [(part, where or self.annotations.say_where(part, node)) for part in self.annotations.values(node, "role")]
        changes = sorted((self._read_role(part, place) for part, place in parts), key=repr)
        for before, change in pairwise(changes):
            if before.fills == change.fills:
                place = where or self.annotations.say_where(node, node)
                raise OntologyError(f"{place}: two roles fill {to_prefixed(change.fills)}; make one of them, or two senses")
        return changes

    def _read_role(self, part: Node, where: str) -> _Change:
        read = self.annotations
        fills = next(iter(read.values(part, "fills")), None)
        if fills is None:
            raise OntologyError(f"{where}: a lex:role without lex:fills")
        iri = Iri(str(fills))
        if iri not in self.properties and iri not in (SUBJECT, OBJECT) and not iri.startswith(LEX):
            raise OntologyError(f"{where}: {to_prefixed(iri)} is no property; declare it as owl:ObjectProperty")
        slots, ordered = read.texts(part, "slot"), len(list(read.graph.objects(part, _node(Iri(LEX + "slot"))))) == 1
        types = tuple(sorted(Iri(str(value)) for value in read.values(part, "type")))
        unknown = [iri for iri in types if iri not in self.classes and iri not in WIDE_TYPES]
        if unknown:
            raise OntologyError(f"{where}: {to_prefixed(unknown[0])} is no class; declare it as owl:Class")
        return _Change(
            fills=iri,
            slots=(slots if ordered else order_slots(slots)) or None,
            types=types or None,
            need=_flag(read.text(part, "need")),
            key=_flag(read.text(part, "key")),
            words=_lower(read.texts(part, "word")) or None,
            within=next((Iri(str(value)) for value in read.values(part, "within")), None),
        )

    def _rank(self, role: Role) -> tuple[bool, bool, bool, int, Iri]:
        return (role.within is not None, not role.need, not role.own, self._width(role), role.fills)

    def _width(self, role: Role) -> int:
        if role.words:
            return 0
        return sum(self.widths.get(iri, 1) for iri in role.types) if role.types else UNTYPED


def _overlay(before: Role | None, change: _Change) -> Role:
    """Let what the change says replace what held before; where it is silent, that stays."""
    base = before or Role(change.fills, ())
    return Role(
        fills=change.fills,
        slots=base.slots if change.slots is None else change.slots,
        types=base.types if change.types is None else change.types,
        need=base.need if change.need is None else change.need,
        key=base.key if change.key is None else change.key,
        own=base.own,
        words=base.words if change.words is None else change.words,
        within=(base.within if change.slots is None else None) if change.within is None else change.within,
    )


def _lower(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _flag(text: str | None) -> bool | None:
    return None if text is None else text == "true"


def _by_word(senses: Iterable[Sense]) -> dict[tuple[str, str], tuple[Sense, ...]]:
    table: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for sense in senses:
        for word in sense.words:
            table[sense.pos, word].append(sense)
    return {key: tuple(table[key]) for key in sorted(table)}


def _node(iri: Iri) -> Node:
    from rdflib import URIRef

    return URIRef(iri)
