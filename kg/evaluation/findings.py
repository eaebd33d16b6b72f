"""Two sides of one document -> what was missed and made up, each with the sentence in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.evaluation.documents import Document, Relation
from kg.evaluation.measures import LABELS, Side, find_touching, pair_entities, pair_relations
from kg.evaluation.score import ALARM, MISS
from kg.records import Span

NEAR = 200
"""Two mentions farther apart than this many characters are told by their own sentences."""

_END = re.compile(r"[.!?][\"'”’)\]]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A miss or false alarm: of which kind and label, what it is in words, in which document and sentence."""

    kind: str
    verdict: str
    label: str
    what: str
    document: str
    sentence: str


def find_all(gold: Document, ours: Side, theirs: Side) -> list[Finding]:
    """Return the misses and false alarms of mentions, classes, links and relations of one document."""
    tell = _Teller(gold)
    return [*_mentions(tell, ours, theirs), *_classes(tell, ours, theirs), *_links(tell, ours, theirs), *_relations(tell, ours, theirs)]


class _Teller:
    def __init__(self, document: Document) -> None:
        self.id, self.text = document.id, document.text
        self.bounds = (0, *(match.end() for match in _END.finditer(self.text)), len(self.text))

    def words(self, span: Span) -> str:
        return " ".join(self.text[span.start : span.end].split())

    def name(self, side: Side, entity: str) -> str:
        return max((self.words(span) for span in sorted(side.mentions[entity])), key=len)

    def sentence(self, *spans: Span) -> str:
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        if last - first > NEAR and len(spans) > 1:
            return " … ".join(self.sentence(span) for span in sorted(spans))
        start = max(bound for bound in self.bounds if bound <= first)
        end = min((bound for bound in self.bounds if bound >= last), default=len(self.text))
        return " ".join(self.text[start:end].split())

    def finding(self, kind: str, verdict: str, label: str, what: str, spans: Sequence[Span]) -> Finding:
        return Finding(kind, verdict, label, what, self.id, self.sentence(*spans))


def _mentions(tell: _Teller, ours: Side, theirs: Side) -> Iterator[Finding]:
    for verdict, side, other in ((MISS, ours, theirs), (ALARM, theirs, ours)):
        for span, owner in sorted(side.owner.items()):
            if span not in other.spans:
                yield tell.finding("mention", verdict, _general(side, owner), tell.words(span), [span])


def _general(side: Side, entity: str) -> str:
    return next((label for label in LABELS if label in side.types[entity]), "other")


def _classes(tell: _Teller, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Entities that were found under another label; those that were not found at all are told as mentions."""
    found = set().union(*find_touching(ours, theirs).values())
    known = {entity for entity, touched in find_touching(ours, theirs).items() if touched}
    for label in LABELS:
        pairing = pair_entities(ours, theirs, label)
        for verdict, side, wrong, met in ((MISS, ours, pairing.misses, found), (ALARM, theirs, pairing.alarms, known)):
            for entity, _, _ in wrong:
                if entity in met:
                    yield tell.finding("class", verdict, label, tell.name(side, entity), [min(side.mentions[entity])])


def _links(tell: _Teller, ours: Side, theirs: Side) -> Iterator[Finding]:
    """Mentions under a wrong link, or under none, of entities that were found."""
    owner, own = theirs.owner, ours.owner
    for span in sorted(ours.spans & theirs.spans):
        expected, given = ours.links.get(own[span]), theirs.links.get(owner[span])
        if expected != given:
            verdict = ALARM if given else MISS
            what = f"{tell.words(span)}: {given} for {expected}" if given else f"{tell.words(span)}: {expected}"
            yield tell.finding("link", verdict, _general(ours, own[span]), what, [span])


def _relations(tell: _Teller, ours: Side, theirs: Side) -> Iterator[Finding]:
    for predicate, pairing in pair_relations(ours, theirs).items():
        for verdict, side, wrong in ((MISS, ours, pairing.misses), (ALARM, theirs, pairing.alarms)):
            for relation in wrong:
                what = f"{tell.name(side, relation[0])} — {predicate} — {tell.name(side, relation[2])}"
                yield tell.finding("relation", verdict, predicate, what, _nearest(side, relation))


def _nearest(side: Side, relation: Relation) -> list[Span]:
    """The two mentions of the ends that stand nearest to each other."""
    pairs = [(one, other) for one in sorted(side.mentions[relation[0]]) for other in sorted(side.mentions[relation[2]])]
    nearest = min(pairs, key=lambda pair: max(pair[0].start, pair[1].start) - min(pair[0].end, pair[1].end))
    return list(nearest)
