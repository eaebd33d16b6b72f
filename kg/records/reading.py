"""What an article says in all: entities, events, claims and their attestations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kg.records.grammar import Rejection
from kg.records.mentions import Value
from kg.records.terms import Iri, Literal, Span, Stance
from kg.records.text import Article


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, programme, topic or group that the article speaks of; ``pages`` on the web tell of it.

    It is ``particular`` when it has a name, or a name says which one is meant: "a spokeswoman for Halden Bank".
    """

    iri: Iri
    label: str
    class_iri: Iri
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    same_as: tuple[Iri, ...] = ()
    pages: tuple[Iri, ...] = ()
    named: bool = True
    particular: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """An event or other n-ary node; ``label`` is a short sentence."""

    iri: Iri
    label: str
    class_iri: Iri
    stance: Stance
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueNode:
    """A value that belongs to one event."""

    iri: Iri
    value: Value
    mention: Span


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation with its speaker and what it is about."""

    iri: Iri
    passages: tuple[Span, ...]
    speaker: Iri | None
    about: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement; its IRI hashes just subject, predicate and object."""

    iri: Iri
    subject: Iri
    predicate: Iri
    object: Iri | Literal


@dataclass(frozen=True, slots=True)
class Attestation:
    """Where and how an article makes a claim."""

    claim: Iri
    article: Iri
    stance: Stance
    sentence: Span
    trigger: Span
    subject_span: Span | None
    object_span: Span | None
    rule: str
    score: float
    said_by: Iri | None = None


@dataclass(frozen=True, slots=True, order=True)
class Parting:
    """Two names of one article that are not one thing's; with ``words``, the second only where it stands in these."""

    name: str
    other: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A correction of the user's in one line, and whether it found anything; ``where`` is the file and line that it stands in."""

    text: str
    found: bool
    where: str
    note: str = ""


class Ground(StrEnum):
    """Why words were taken for a thing."""

    NAME = "name"
    """They are its name, or the words by which it came in."""
    SHORT_NAME = "short name"
    ACRONYM = "acronym"
    REORDERED = "reordered name"
    KNOWN_NAME = "known name"
    """The knowledge base has them as a name of it."""
    DEMONYM = "demonym"
    TITLE = "title"
    APPOSITION = "apposition"
    COPULA = "copula"
    DESCRIPTION = "description"
    POST = "post held"
    """ "His company": where he holds a post."""
    LATE_NAME = "late name"
    """Described first, named as the next sentence begins."""
    PRONOUN = "pronoun"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Identification:
    """Words that were taken for an entity, wherever they stand in the article, and why."""

    entity: Iri
    ground: Ground
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class BackgroundFact:
    """A fact of the shipped background table, never the article's."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article says, in the order of the text; the hand-over from text half to graph half.

    ``kept_apart`` are the partings of what would have been one thing, had nobody said that it is not.
    """

    article: Article
    model: str
    ontology_hash: str
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    values: tuple[ValueNode, ...] = ()
    speeches: tuple[Speech, ...] = ()
    claims: tuple[Claim, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    background: tuple[BackgroundFact, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    unread: tuple[tuple[str, int], ...] = field(default=())
    corrections: tuple[AppliedCorrection, ...] = ()
    kept_apart: tuple[Parting, ...] = ()
    identifications: tuple[Identification, ...] = ()
