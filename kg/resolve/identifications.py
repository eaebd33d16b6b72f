"""The things of an article -> why which of its words were taken for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.records import Ground, Identification, Iri, Span
from kg.resolve.discourse import Discourse
from kg.resolve.minting import Mint
from kg.resolve.things import Thing


def find_identifications(discourse: Discourse, mint: Mint) -> Iterator[Identification]:
    """Yield for each entity that is spoken of more than once its words, those alike together, with why they were taken for it."""
    found: defaultdict[Iri, dict[Span, Ground]] = defaultdict(dict)
    for thing, span, ground in sorted(_list_mentions(discourse), key=lambda each: (each[1], each[2])):
        iri = mint.find_entity(thing)
        if iri is not None:
            found[iri].setdefault(span, ground)
    for iri in mint.entities:
        if len(found[iri]) > 1:
            yield from _group(iri, found[iri], discourse.parsed.article.text)


def _list_mentions(discourse: Discourse) -> Iterator[tuple[Thing, Span, Ground]]:
    tree, names = discourse.tree, discourse.mentions.names
    for token, thing in discourse.at_token.items():
        number = tree.names[token]
        if number >= 0:
            yield thing, names[number].span, discourse.clusters.grounds[number]
        elif token in discourse.grounds:
            yield thing, discourse.to_words(token), discourse.grounds[token]


def _group(iri: Iri, mentions: Mapping[Span, Ground], text: str) -> Iterator[Identification]:
    alike: defaultdict[tuple[Ground, str], list[Span]] = defaultdict(list)
    for span, ground in mentions.items():
        alike[ground, " ".join(text[span.start : span.end].casefold().split())].append(span)
    yield from (Identification(iri, ground, tuple(spans)) for (ground, _), spans in alike.items())
