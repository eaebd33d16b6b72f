"""The plain records that the stages hand on: frozen, slotted, sequences as tuples.

Order of the walk: Article -> ParsedArticle -> Mention, Phrase -> Predication -> FrameInstance
-> Entity, Event, Claim, Attestation -> Reading (all that one article says).
"""

from kg.records.grammar import Filler, FrameInstance, FrameMatches, Governor, Phrase, Predication, Rejection, RoleFiller, Stance
from kg.records.mentions import Mention, Mentions, Quotation, Value
from kg.records.reading import (
    AppliedCorrection,
    Attestation,
    BackgroundFact,
    Claim,
    Entity,
    Event,
    Ground,
    Identification,
    Literal,
    Parting,
    Reading,
    Speech,
    ValueNode,
)
from kg.records.text import NEWS_BLOCKS, Article, Block, BlockKind, Iri, Parse, ParsedArticle, Span

__all__ = [
    "NEWS_BLOCKS",
    "AppliedCorrection",
    "Article",
    "Attestation",
    "BackgroundFact",
    "Block",
    "BlockKind",
    "Claim",
    "Entity",
    "Event",
    "Filler",
    "FrameInstance",
    "FrameMatches",
    "Governor",
    "Ground",
    "Identification",
    "Iri",
    "Literal",
    "Mention",
    "Mentions",
    "Parse",
    "ParsedArticle",
    "Parting",
    "Phrase",
    "Predication",
    "Quotation",
    "Reading",
    "Rejection",
    "RoleFiller",
    "Span",
    "Speech",
    "Stance",
    "Value",
    "ValueNode",
]
