"""Reading -> sorted plain lines of all it claims, and what one list of lines gains and loses against another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.namespaces import to_prefixed
from kg.records import Iri, Literal, Reading, Stance
from kg.terms import TYPE


def to_claim_lines(reading: Reading) -> tuple[str, ...]:
    """One line for each claim and each type, sorted: ``label — predicate — label [stances]``, without repeats."""
    return tuple(sorted({*_type_lines(reading), *_claim_lines(reading)}))


def _type_lines(reading: Reading) -> Iterator[str]:
    for entity in reading.entities:
        yield f"{_plain(entity.label)} — a — {to_prefixed(entity.class_iri)}"
    for event in reading.events:
        yield f"{_plain(event.label)} — a — {to_prefixed(event.class_iri)} [{event.stance}]"


def _claim_lines(reading: Reading) -> Iterator[str]:
    labels = _labels(reading)
    stances: dict[Iri, set[Stance]] = {}
    for attestation in reading.attestations:
        stances.setdefault(attestation.claim, set()).add(attestation.stance)
    for claim in reading.claims:
        if claim.predicate != TYPE:
            target = f"“{_plain(claim.object.lexical)}”" if isinstance(claim.object, Literal) else _label(claim.object, labels)
            said = ", ".join(sorted(stances.get(claim.iri, ())))
            yield f"{_label(claim.subject, labels)} — {to_prefixed(claim.predicate)} — {target} [{said}]"


def _labels(reading: Reading) -> dict[Iri, str]:
    entities = {entity.iri: entity.label for entity in reading.entities}
    events = {event.iri: event.label for event in reading.events}
    return entities | events | {node.iri: node.value.text for node in reading.values}


def _label(node: Iri, labels: dict[Iri, str]) -> str:
    return _plain(labels.get(node, node))


def _plain(text: str) -> str:
    return " ".join(text.split())


def compare_lines(before: Iterable[str], after: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines gained and the lines lost, each sorted.

    >>> compare_lines(["a", "b"], ["b", "c"])
    (('c',), ('a',))
    """
    old, new = set(before), set(after)
    return tuple(sorted(new - old)), tuple(sorted(old - new))
