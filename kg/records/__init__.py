"""The plain records that the stages hand on: frozen, slotted, sequences as tuples.

Order of the walk: Article -> ParsedArticle -> Mention, Phrase -> Predication -> FrameInstance
-> Entity, Event, Claim, Attestation -> Reading (all that one article says). What reads a graph needs only the terms, so that the others
are made when a stage first asks for one.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kg.records.terms import Iri, Literal, Span, Stance

if TYPE_CHECKING:
    from kg.records.grammar import (
        OTHER_INFINITIVE,
        Filler,
        FrameInstance,
        FrameMatches,
        Governor,
        Phrase,
        Predication,
        Rejection,
        RoleFiller,
    )
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
        Parting,
        Reading,
        Speech,
        ValueNode,
    )
    from kg.records.text import NEWS_BLOCKS, Article, Block, BlockKind, Parse, ParsedArticle

__all__ = [
    "NEWS_BLOCKS",
    "OTHER_INFINITIVE",
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


def __getattr__(name: str) -> Any:
    """Import a record on first use (PEP 562)."""
    if name in __all__:
        for home in ("text", "mentions", "grammar", "reading"):
            if (found := vars(import_module(f"kg.records.{home}")).get(name)) is not None:
                return found
    raise AttributeError(f"module 'kg.records' has no attribute {name!r}")
