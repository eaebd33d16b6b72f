"""Mentions + FrameInstances -> Reading: who is who, events told twice, and claims with their attestations.

What is learnt of an article grows in one record, the discourse; the modules in the order in which ``resolve`` calls upon them:

    clusters      the names that are one thing; variants: the longer names that a short one may stand for; gazetteer: the places they mean
    things        what the phrases of an article refer to; linking: the known ones among them
    discourse     the things of the article, which tokens speak of them, nouns that identify a name; salience: which of them is meant
    referents     phrases -> things: names, pronouns, "we"; bindings: what grammar says of a pronoun; expectations: what the words around
                  it ask for; persons: he or she; numbers: it or they; rivals: nouns without a name that compete; speeches: who is meant
                  in what is said; groups: "the two companies"; late_names: described first, named later; unnamed: what has no name
    descriptions  "the company"; kinds: what a noun may name; modifiers: which of several, by the words before it; origins: "the Dutch
                  firm"; deeds: "the buyer"; governments: "the government"; phrases: the words of a noun phrase that count
    fillers       fillers of roles -> referents: things, values, events, texts; posts: what a post is called
    portraits     what things are in the words of the article, as far as no other fact tells it; statements: what is said, likewise
    drafts        each telling founds an event, joins one or is a fact, all of them records of tellings
    events        events told several times; index: the few that a telling may speak of; sameness: whether it speaks of one
    minting       drafts -> entities, events, claims and attestations with their IRIs
    identifications  why which words were taken for an entity
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from kg.ontology import Ontology
from kg.records import BackgroundFact, FrameMatches, Mentions, ParsedArticle, Parting, Predication, Reading
from kg.resolve.discourse import Discourse
from kg.resolve.drafts import Drafts
from kg.resolve.identifications import find_identifications
from kg.resolve.linking import link_things
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
    *,
    apart: Collection[Parting] = (),
) -> Reading:
    """All that the article says, in text order, not yet judged; what ``apart`` parts is two things."""
    discourse = Discourse(parsed, tree, mentions, ontology, background, apart)
    discourse.add_identities(predications)
    referents = Referents(discourse)
    drafts = Drafts(referents)
    drafts.collect(matches.instances)
    link_things(discourse.things, ontology, background)
    mint = Mint(referents, drafts)
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
        background=_find_background(discourse),
        rejections=(*matches.rejections, *drafts.fillers.rejections),
        unread=matches.unread,
        kept_apart=tuple(sorted(discourse.clusters.kept_apart)),
        identifications=tuple(find_identifications(discourse, mint)),
    )


def _find_background(discourse: Discourse) -> tuple[BackgroundFact, ...]:
    """What the knowledge base knows of the places and organisations that the article names."""
    linked = [thing.linked for thing in discourse.things if thing.linked is not None and thing.root is thing]
    return tuple(fact for place in linked for fact in discourse.background.to_background_facts(place))
