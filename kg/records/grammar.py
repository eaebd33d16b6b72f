"""What a text says, sentence by sentence: phrases, predications, the frames that they fill, and what is rejected."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records.making import record
from kg.records.terms import Iri, Span, Stance

OTHER_INFINITIVE = "other inf"
"""The slot of an infinitive with a subject of its own: "wants the minister to resign"."""


@record(frozen=True, slots=True)
class Phrase:
    """A noun phrase or clause that fills a slot; ``head`` is a token index."""

    head: int
    span: Span
    is_clause: bool = False


@record(frozen=True, slots=True)
class Filler:
    """One or more coordinated phrases in a slot; ``depth`` counts how far below the trigger they hang."""

    slot: str
    phrases: tuple[Phrase, ...]
    depth: int = 0
    rule: str = ""


@record(frozen=True, slots=True)
class Governor:
    """The word that a predication hangs on, and by which slot ("plans" holds "to invest" in its ``inf``)."""

    trigger: int
    lemma: str
    pos: str
    slot: str


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
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


@record(frozen=True, slots=True)
class FrameInstance:
    """A predication read as an event class or a property; ``anchors`` are the words that the sense asked for and does not state."""

    target: Iri
    kind: str
    roles: tuple[RoleFiller, ...]
    predication: Predication
    stance: Stance
    score: float
    founds: bool = True
    said_by: Phrase | None = None
    anchors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something read and not accepted, with a reason that a person can read."""

    what: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FrameMatches:
    """What was read, what two senses claimed alike, and the verbs that no frame read, with counts."""

    instances: tuple[FrameInstance, ...]
    rejections: tuple[Rejection, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()
