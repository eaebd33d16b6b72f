"""Two Documents of one article, gold and predicted -> what is right of each, by the measures of entity-centric information extraction.

- ``mention``: the same span. ``typed mention``: span and label.
- ``typed entity``: entity and label; two entities are one when they share a mention, one to one.
- ``muc`` (Vilain et al. 1995), ``b3`` (Bagga & Baldwin 1998), ``ceafe`` (Luo 2005): coreference over predicted mentions, single ones kept.
- ``relation``: the same predicate, and both ends share a mention with those of the gold (Zaporojets et al. 2021, "any"); one to one.
  ``pair``: the same without the predicate.
- ``link mention``: span and link. ``link accuracy``: of the gold's linked mentions that were found, those with the right link.

All are summed over the documents before they are divided.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.documents import Document, Relation
from kg.evaluation.match import assign
from kg.records import Span

LABELS = ("person", "organization", "location", "event")
"""The labels that typed mentions and entities are judged by."""

MEASURES = ("mention", "typed mention", "typed entity", "muc", "b3", "ceafe", "relation", "pair", "link mention", "link accuracy")
COREFERENCE = ("muc", "b3", "ceafe")
NAMED = "entity"
"""The type of what has a name; in the scope ``named`` all else of the gold is set aside."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of what was predicted is right, and how much of the gold was found."""

    right: float = 0
    predicted: float = 0
    found: float = 0
    gold: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.predicted + other.predicted, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was predicted that is right; 0.0 when nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0.0 when there is none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Tally(1, 2, 1, 4).f1
        0.3333333333333333
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one document, gold or predicted, ready to compare: every span belongs to one entity."""

    mentions: Mapping[str, frozenset[Span]]
    types: Mapping[str, frozenset[str]]
    links: Mapping[str, str]
    relations: frozenset[Relation]

    @property
    def owner(self) -> dict[Span, str]:
        """The entity that each span belongs to."""
        return {span: name for name, spans in self.mentions.items() for span in spans}

    @property
    def spans(self) -> frozenset[Span]:
        """All mentions."""
        return frozenset().union(*self.mentions.values())


def to_sides(gold: Document, predicted: Document, predicates: frozenset[str], *, scope: str = "named") -> tuple[Side, Side]:
    """Return both sides as they are compared: one owner for each span, the relations of ``predicates`` only, and the scope applied.

    In the scope ``named`` gold without a name is set aside; predictions on it are ignored, not punished.
    """
    ours, theirs = _to_mentions(gold), _to_mentions(predicted)
    if scope == "named":
        named = {thing.id for thing in gold.things if NAMED in thing.types}
        kept = frozenset().union(*(spans for name, spans in ours.items() if name in named))
        aside = frozenset().union(*(spans for name, spans in ours.items() if name not in named))
        ours = {name: spans for name, spans in ours.items() if name in named}
        judged = {name: frozenset(span for span in spans if _is_judged(span, kept, aside)) for name, spans in theirs.items()}
        theirs = {name: spans for name, spans in judged.items() if spans}
    return _to_side(gold, ours, predicates), _to_side(predicted, theirs, predicates)


def _is_judged(span: Span, kept: frozenset[Span], aside: frozenset[Span]) -> bool:
    if span in kept:
        return True
    return span not in aside and (any(map(span.overlaps, kept)) or not any(map(span.overlaps, aside)))


def _to_mentions(document: Document) -> dict[str, frozenset[Span]]:
    """The mentions of each entity that has any; a span that two entities hold belongs to the first."""
    owner: dict[Span, str] = {}
    for thing in document.things:
        for span in thing.mentions:
            owner.setdefault(span, thing.id)
    mentions = {thing.id: frozenset(span for span in thing.mentions if owner[span] == thing.id) for thing in document.things}
    return {name: spans for name, spans in mentions.items() if spans}


def _to_side(document: Document, mentions: Mapping[str, frozenset[Span]], predicates: frozenset[str]) -> Side:
    things = [thing for thing in document.things if thing.id in mentions]
    relations = frozenset(
        (one, predicate, other)
        for one, predicate, other in document.relations
        if predicate in predicates and one in mentions and other in mentions
    )
    links = {thing.id: thing.link for thing in things if thing.link}
    return Side(mentions, {thing.id: thing.types for thing in things}, links, relations)


# ---------------------------------------------------------------- measures


def measure(gold: Side, predicted: Side, labels: Sequence[str] = LABELS) -> dict[str, Tally]:
    """Return each of ``MEASURES`` for one document."""
    clusters, others = tuple(gold.mentions.values()), tuple(predicted.mentions.values())
    typed = [pair_entities(gold, predicted, label) for label in labels]
    related = pair_relations(gold, predicted)
    return {
        "mention": _share(gold.spans, predicted.spans),
        "typed mention": _share(_label_spans(gold, labels), _label_spans(predicted, labels)),
        "typed entity": sum((pairing.tally for pairing in typed), Tally()),
        "muc": _tally(_muc(others, clusters), _muc(clusters, others)),
        "b3": _tally(_b_cubed(others, clusters), _b_cubed(clusters, others)),
        "ceafe": _ceafe(clusters, others),
        "relation": sum((pairing.tally for pairing in related.values()), Tally()),
        "pair": _pair_ends(gold, predicted),
        "link mention": _share(_link_spans(gold), _link_spans(predicted)),
        "link accuracy": _link_accuracy(gold, predicted),
    }


def _share(gold: Iterable[object], predicted: Iterable[object]) -> Tally:
    ours, theirs = set(gold), set(predicted)
    right = len(ours & theirs)
    return Tally(right, len(theirs), right, len(ours))


def _tally(precision: tuple[float, float], recall: tuple[float, float]) -> Tally:
    return Tally(*precision, *recall)


def _label_spans(side: Side, labels: Sequence[str]) -> set[tuple[Span, str]]:
    return {(span, label) for name, spans in side.mentions.items() for label in side.types[name] if label in labels for span in spans}


def _link_spans(side: Side) -> set[tuple[Span, str]]:
    return {(span, link) for name, link in side.links.items() for span in side.mentions[name]}


def _link_accuracy(gold: Side, predicted: Side) -> Tally:
    owner = predicted.owner
    pairs = [(link, predicted.links.get(owner[span])) for span, link in _link_spans(gold) if span in owner]
    right = sum(one == other for one, other in pairs)
    return Tally(right, len(pairs), right, len(pairs))


# ---------------------------------------------------------------- pairings


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is right, what was missed and what was made up, in order."""

    hits: tuple[Relation, ...]
    misses: tuple[Relation, ...]
    alarms: tuple[Relation, ...]

    @property
    def tally(self) -> Tally:
        """The counts."""
        right = len(self.hits)
        return Tally(right, right + len(self.alarms), right, right + len(self.misses))


def find_touching(gold: Side, predicted: Side) -> dict[str, set[str]]:
    """Return for each predicted entity the entities of the gold that it shares a mention with."""
    owner = gold.owner
    return {name: {owner[span] for span in spans if span in owner} for name, spans in predicted.mentions.items()}


def pair_entities(gold: Side, predicted: Side, label: str) -> Pairing:
    """Pair the entities of one label that share a mention; they come as relations from the entity to the label."""
    touching = find_touching(gold, predicted)
    ours = [(name, "is", label) for name in gold.mentions if label in gold.types[name]]
    theirs = [(name, "is", label) for name in predicted.mentions if label in predicted.types[name]]
    return _pair(ours, theirs, [[one[0] in touching[other[0]] for other in theirs] for one in ours])


def pair_relations(gold: Side, predicted: Side) -> dict[str, Pairing]:
    """Pair the relations by predicate: both ends share a mention with those of the gold, one to one."""
    touching = find_touching(gold, predicted)
    paired: dict[str, Pairing] = {}
    for predicate in sorted({relation[1] for relation in gold.relations | predicted.relations}):
        ours, theirs = (sorted(found for found in side.relations if found[1] == predicate) for side in (gold, predicted))
        paired[predicate] = _pair(ours, theirs, [[_same_ends(one, other, touching) for other in theirs] for one in ours])
    return paired


def _same_ends(gold: Relation, predicted: Relation, touching: Mapping[str, set[str]]) -> bool:
    return gold[0] in touching[predicted[0]] and gold[2] in touching[predicted[2]]


def _pair(gold: Sequence[Relation], predicted: Sequence[Relation], same: Sequence[Sequence[bool]]) -> Pairing:
    pairs = assign(same)
    left, right = {one for one, _ in pairs}, {other for _, other in pairs}
    return Pairing(
        tuple(gold[one] for one, _ in pairs),
        tuple(found for number, found in enumerate(gold) if number not in left),
        tuple(found for number, found in enumerate(predicted) if number not in right),
    )


def _pair_ends(gold: Side, predicted: Side) -> Tally:
    touching = find_touching(gold, predicted)
    ours, theirs = (sorted({(one, "", other) for one, _, other in side.relations}) for side in (gold, predicted))
    return _pair(ours, theirs, [[_same_ends(one, other, touching) for other in theirs] for one in ours]).tally


# ---------------------------------------------------------------- coreference

Cluster = frozenset[Span]


def _muc(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    """The links that hold each cluster together, and how many of them the others keep."""
    owner = {span: number for number, cluster in enumerate(others) for span in cluster}
    kept = sum(len(cluster) - len({owner.get(span, span) for span in cluster}) for cluster in clusters)
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _b_cubed(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    """For each mention the share of its cluster that its other cluster holds too."""
    owner = {span: number for number, cluster in enumerate(others) for span in cluster}
    kept = 0.0
    for cluster in clusters:
        shared = Counter(owner[span] for span in cluster if span in owner)
        kept += sum(count * count for count in shared.values()) / len(cluster)
    return kept, sum(map(len, clusters))


def _ceafe(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Tally:
    """The best one-to-one pairing of entities, each pair by the share of mentions in common."""
    alike = [[2 * len(one & other) / (len(one) + len(other)) for other in predicted] for one in gold]
    right = sum(alike[one][other] for one, other in assign(alike))
    return Tally(right, len(predicted), right, len(gold))


def group(findings: Iterable[Relation]) -> dict[str, list[Relation]]:
    """Return the findings by predicate.

    >>> group([("a", "is", "b")])
    {'is': [('a', 'is', 'b')]}
    """
    grouped: defaultdict[str, list[Relation]] = defaultdict(list)
    for finding in findings:
        grouped[finding[1]].append(finding)
    return dict(grouped)
