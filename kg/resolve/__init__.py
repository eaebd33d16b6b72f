"""Mentions + FrameInstances -> Reading: who is who, events told twice, and claims with their attestations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.ontology import Ontology
from kg.records import BackgroundFact, FrameMatches, Mentions, ParsedArticle, Predication, Reading
from kg.resolve.drafts import Drafts
from kg.resolve.minting import Mint
from kg.resolve.referents import Referents
from kg.syntax import Tree

if TYPE_CHECKING:
    from kg.background import Background


def resolve(
    parsed: ParsedArticle,
    tree: Tree,
    mentions: Mentions,
    predications: Sequence[Predication],
    matches: FrameMatches,
    ontology: Ontology,
    background: Background,
) -> Reading:
    """All that the article says, in text order, not yet judged."""
    referents = Referents(parsed, tree, mentions, predications, ontology, background)
    drafts = Drafts(referents)
    drafts.collect(matches.instances)
    mint = Mint(parsed.article, mentions, referents, drafts, ontology)
    mint.mint()
    speeches = tuple(mint.find_speeches())
    return Reading(
        article=parsed.article,
        model=parsed.model,
        ontology_hash=ontology.hash,
        entities=tuple(mint.entities.values()),
        events=tuple(mint.events),
        values=tuple(mint.values.values()),
        speeches=speeches,
        claims=tuple(mint.claims.values()),
        attestations=tuple(mint.attestations.values()),
        background=_find_background(referents, background),
        rejections=(*matches.rejections, *drafts.rejections),
        unread=matches.unread,
    )


def _find_background(referents: Referents, background: Background) -> tuple[BackgroundFact, ...]:
    """What the background table knows of the places that the article names."""
    places = [thing.cluster.place for thing in referents.things if thing.cluster is not None and thing.cluster.place is not None]
    return tuple(fact for place in places for fact in background.to_background_facts(place))
