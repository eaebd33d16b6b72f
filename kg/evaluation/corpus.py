"""Gold in JSON Lines and a reader -> CorpusScore: the composition for corpora that have labels of their own.

The reader is given the text of a document and nothing else; what it reads is put into the corpus's labels by an alignment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import EvaluationError, KgError
from kg.evaluation.alignment import Alignment, to_document
from kg.evaluation.documents import Document
from kg.evaluation.findings import Finding, find_all
from kg.evaluation.measures import LABELS, MEASURES, Tally, measure, pair_entities, pair_relations, to_sides
from kg.records import Reading
from kg.turtle import Quad

Read = Callable[[str, str], tuple[Reading, Sequence[Quad]]]
"""Text and id of a document -> what is read of it, and its graph."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """One document as it is predicted: with all that the graph holds, and without what is background; or why it could not be read."""

    document: Document
    text_only: Document
    failure: str = ""


@dataclass(frozen=True, slots=True)
class CorpusScore:
    """The measures of a whole corpus, in the order of ``MEASURES``; by class that was predicted, by predicate; and what went wrong."""

    measures: dict[str, Tally]
    text_only: Tally
    classes: dict[str, Tally]
    predicates: dict[str, Tally]
    findings: tuple[Finding, ...]
    documents: int
    failures: tuple[tuple[str, str], ...] = ()


def predict(documents: Iterable[Document], read: Read, alignment: Alignment) -> Iterator[Prediction]:
    """Yield what is read of each document, in the corpus's labels; one that cannot be read is empty and says why."""
    for gold in documents:
        try:
            reading, quads = read(gold.text, gold.id)
        except EvaluationError:
            raise
        except KgError as error:
            empty = Document(gold.id, gold.text)
            yield Prediction(empty, empty, str(error))
            continue
        whole, text_only = (to_document(reading, quads, alignment, name=gold.id, background=known) for known in (True, False))
        yield Prediction(whole, text_only)


def score(gold: Sequence[Document], predictions: Sequence[Prediction], *, scope: str = "named") -> CorpusScore:
    """Return how well the predictions tell what the gold tells; both in the same order.

    Relations whose predicate the gold never uses are not judged.
    """
    predicates = frozenset(relation[1] for document in gold for relation in document.relations)
    measures = dict.fromkeys(MEASURES, Tally())
    classes: dict[str, Tally] = {}
    by_predicate: dict[str, Tally] = {}
    text_only = Tally()
    findings: list[Finding] = []
    for expected, prediction in zip(gold, predictions, strict=True):
        ours, theirs = to_sides(expected, prediction.document, predicates, scope=scope)
        for name, tally in measure(ours, theirs).items():
            measures[name] += tally
        for label in sorted({label for side in (ours, theirs) for types in side.types.values() for label in types}):
            classes[label] = classes.get(label, Tally()) + pair_entities(ours, theirs, label).tally
        for predicate, pairing in pair_relations(ours, theirs).items():
            by_predicate[predicate] = by_predicate.get(predicate, Tally()) + pairing.tally
        findings += find_all(expected, ours, theirs)
        text_only += measure_relations(expected, prediction.text_only, predicates, scope)
    return CorpusScore(
        measures=measures,
        text_only=text_only,
        classes=_sort({label: tally for label, tally in classes.items() if tally.predicted or label in LABELS}),
        predicates=_sort(by_predicate),
        findings=tuple(findings),
        documents=len(gold),
        failures=tuple((made.document.id, made.failure) for made in predictions if made.failure),
    )


def measure_relations(gold: Document, predicted: Document, predicates: frozenset[str], scope: str) -> Tally:
    """Return the relations alone."""
    ours, theirs = to_sides(gold, predicted, predicates, scope=scope)
    return sum((pairing.tally for pairing in pair_relations(ours, theirs).values()), Tally())


def _sort(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """The general labels first, then by how often the gold has them."""
    return dict(sorted(tallies.items(), key=lambda item: (item[0] not in LABELS, -item[1].gold, item[0])))
