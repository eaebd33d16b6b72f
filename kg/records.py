"""The plain records that the stages hand on: frozen, slotted, sequences as tuples.

Order of the walk: Article -> ParsedArticle -> Mention, Phrase -> Predication -> FrameInstance
-> Entity, Event, Claim, Attestation -> Reading (all that one article says).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from spacy.tokens import Doc

Iri = NewType("Iri", str)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of ``Article.text``, 0-based, half-open."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------- article


class BlockKind(StrEnum):
    """What a paragraph of an article is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    FURNITURE = "furniture"
    FOOTER = "footer"


NEWS_BLOCKS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.BODY})
"""The kinds of block that are read for facts."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the article, without the white space around it."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: the text as it stands and what is known about it; ``origin`` is the file it came from."""

    iri: Iri
    source: str
    title: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    url: str | None = None
    authors: tuple[str, ...] = ()
    publication: str | None = None
    publisher: str | None = None
    published: str | None = None
    copyright_year: str | None = None
    language: str = "en"
    origin: str = ""


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and its parse; invariant: ``doc.text == article.text``."""

    article: Article
    doc: Doc
    model: str


@dataclass(frozen=True, slots=True)
class Parse:
    """The grammar of an article: one entry for each token of its doc; a root is its own head; sentences as token ranges.

    What stands in brackets was left out of the parse and hangs as ``parenthesis`` on the word before it.
    """

    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]


# ---------------------------------------------------------------- mentions and values


@dataclass(frozen=True, slots=True)
class Value:
    """An amount, date, duration, quantity or percentage, normalised.

    ``class_iri`` is schema:MonetaryAmount, time:Duration, time:Instant, schema:QuantitativeValue or
    news:Percentage. ``lexical`` is the number, ISO 8601 duration or date with its XSD ``datatype``;
    ``unit`` the ISO 4217 currency; ``counted`` the noun that a quantity counts ("workers").
    ``assumed`` marks a unit that the text leaves open (a bare "$").
    """

    class_iri: Iri
    lexical: str
    datatype: Iri
    text: str
    unit: str | None = None
    assumed: bool = False
    counted: str | None = None
    lower: str | None = None
    upper: str | None = None
    approximate: bool = False
    equivalent: Value | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article that name or describe one thing."""

    span: Span
    surface: str
    class_iri: Iri
    found_by: str
    score: float
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Passages between quotation marks that one speaker says in one speech."""

    passages: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """What one article names and counts, in text order.

    ``types[i]`` holds the classes that token ``i`` may name as the head of a phrase, likeliest first.
    """

    names: tuple[Mention, ...]
    values: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    types: tuple[tuple[Iri, ...], ...]


# ---------------------------------------------------------------- grammar


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase or clause that fills a slot; ``head`` is a token index."""

    head: int
    span: Span
    is_clause: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    """One or more coordinated phrases in a slot; ``depth`` counts how far below the trigger they hang."""

    slot: str
    phrases: tuple[Phrase, ...]
    depth: int = 0
    rule: str = ""


class Stance(StrEnum):
    """How the text holds a claim to be true."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    REPORTED = "reported"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Governor:
    """The word that a predication hangs on, and by which slot ("plans" holds "to invest" in its ``inf``)."""

    trigger: int
    lemma: str
    pos: str
    slot: str


@dataclass(frozen=True, slots=True)
class Predication:
    """A trigger word with all that the grammar hangs on it; knows no relation by name.

    ``lemma`` is followed by a particle ("set up"). ``stance`` is what grammar alone says (modals, negation, "if"); the words above it
    are in ``governors``, nearest first. ``supports`` are the verbs that carry a noun ("make an investment"), each a
    predication of its own. ``quoted`` tells whether it stands inside quotation marks, by number of the quotation.
    """

    trigger: int
    span: Span
    lemma: str
    pos: str
    fillers: tuple[Filler, ...]
    sentence: Span
    stance: Stance = Stance.ASSERTED
    governors: tuple[Governor, ...] = ()
    supports: tuple[Predication, ...] = ()
    quoted: int | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """The phrases that fill one role of a frame, with the rule of grammar that gave them and what the sense says of the role.

    A ``collective`` role is filled by the several sides of one event.
    """

    role: Iri
    phrases: tuple[Phrase, ...]
    rule: str
    types: tuple[Iri, ...] = ()
    need: bool = False
    key: bool = False
    collective: bool = False


@dataclass(frozen=True, slots=True)
class FrameInstance:
    """A predication read as an event class or a property."""

    target: Iri
    kind: str
    roles: tuple[RoleFiller, ...]
    predication: Predication
    stance: Stance
    score: float
    founds: bool = True
    said_by: Phrase | None = None


@dataclass(frozen=True, slots=True)
class FrameMatches:
    """What was read, what two senses claimed alike, and the verbs that no frame read, with counts."""

    instances: tuple[FrameInstance, ...]
    rejections: tuple[Rejection, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()


# ---------------------------------------------------------------- what the article says


@dataclass(frozen=True, slots=True)
class Literal:
    """An RDF literal in plain words; without datatype and language it is an xsd:string."""

    lexical: str
    datatype: Iri | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, programme, topic or group that the article speaks of."""

    iri: Iri
    label: str
    class_iri: Iri
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    same_as: tuple[Iri, ...] = ()
    named: bool = True


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


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something read and not accepted, with a reason that a person can read."""

    what: str
    reason: str
    detail: str = ""


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
