"""Readings -> a page of plain words: what was found by kind, what was rejected and why, what no frame read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from kg.namespaces import to_prefixed
from kg.ontology import Ontology
from kg.records import AppliedCorrection, Attestation, Iri, Reading, Rejection, Stance

QUOTED = re.compile("“[^”]*”")
UNREAD = "verbs that no frame reads, told in the article's words where they make a sentence; all of them with --list unread"
"""Words of the article in a reason; without them reasons of one kind are one."""

WIDTH = 100
MARGIN = 17
GLUE = "\u2060"
"""Stands for the spaces inside a piece while lines are broken."""

MOST = 12
"""How many kinds of a sort are named; the rest is counted."""


@dataclass(slots=True)
class Tally:
    """Counts over readings; ``rejections`` and ``unread`` keep what ``format_rejections`` and ``format_unread`` list."""

    titles: list[str] = field(default_factory=list)
    entities: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    stances: Counter[Stance] = field(default_factory=Counter)
    rejections: list[tuple[str, Rejection]] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    corrections: dict[tuple[str, str], AppliedCorrection] = field(default_factory=dict)

    def add(self, reading: Reading, ontology: Ontology) -> None:
        """Count one reading."""
        events = {event.iri for event in reading.events}
        self.titles.append(reading.article.title or reading.article.source)
        self.entities.update(_class_label(entity.class_iri, ontology) for entity in reading.entities)
        self.events.update(_class_label(event.class_iri, ontology) for event in reading.events)
        self.relations.update(_property_label(claim.predicate, ontology) for claim in reading.claims if claim.subject not in events)
        self.stances.update(_strongest(reading.attestations).values())
        self.rejections.extend((reading.article.source, rejection) for rejection in reading.rejections)
        self.unread.update(dict(reading.unread))
        for correction in reading.corrections:
            key = (correction.where, correction.text)
            if correction.found or key not in self.corrections:
                self.corrections[key] = correction

    def list_unmatched(self) -> list[AppliedCorrection]:
        """Return the corrections that found nothing to correct in any article."""
        return [correction for correction in self.corrections.values() if not correction.found]


def format_summary(tally: Tally) -> str:
    """Return the counts by kind, most first, one paragraph a sort."""
    reasons = Counter(QUOTED.sub("…", rejection.reason) for _, rejection in tally.rejections)
    lines = [
        *_headline(tally.titles),
        *_paragraph("entities", tally.entities),
        *_paragraph("events", tally.events),
        *_paragraph("relations", tally.relations),
        *_paragraph("claims", Counter({str(stance): tally.stances[stance] for stance in Stance if tally.stances[stance]})),
        *_paragraph("rejected", reasons, hint="list them with --list rejected"),
        *_paragraph("unread", tally.unread, hint=UNREAD),
    ]
    return "\n".join(lines) + "\n"


def format_rejections(tally: Tally) -> str:
    """Return one line for each thing read and not accepted: the article, the words, why."""
    lines = (
        f"{source}: {rejection.what}: {rejection.reason}{f' ({rejection.detail})' if rejection.detail else ''}"
        for source, rejection in tally.rejections
    )
    return "".join(f"{' '.join(line.split())}\n" for line in lines)


def format_unread(tally: Tally) -> str:
    """Return one line for each verb that no frame read, with its count, most first."""
    return "".join(f"{count}\t{lemma}\n" for lemma, count in _sorted(tally.unread))


def _headline(titles: Sequence[str]) -> Iterator[str]:
    if len(titles) == 1:
        yield " ".join(titles[0].split())
    else:
        yield f"{len(titles)} articles"


def _paragraph(name: str, counts: Counter[str], *, hint: str = "") -> Iterator[str]:
    if not counts:
        return
    named = [f"{count} {kind}" for kind, count in _sorted(counts)[:MOST]]
    more = len(counts) - MOST
    pieces = [piece.replace(" ", GLUE) for piece in (*named, *([f"{more} more"] if more > 0 else []))]
    first, *rest = (line.replace(GLUE, " ") for line in wrap(", ".join(pieces) + (f" ({hint})" if hint else ""), WIDTH - MARGIN))
    yield f"{counts.total():>5} {name:<{MARGIN - 6}}{first}"
    yield from (" " * MARGIN + line for line in rest)


def _sorted(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _strongest(attestations: Iterable[Attestation]) -> dict[Iri, Stance]:
    order = list(Stance)
    strongest: dict[Iri, Stance] = {}
    for attestation in attestations:
        known = strongest.setdefault(attestation.claim, attestation.stance)
        strongest[attestation.claim] = min(known, attestation.stance, key=order.index)
    return strongest


def _class_label(iri: Iri, ontology: Ontology) -> str:
    known = ontology.classes.get(iri)
    return known.label if known is not None else to_prefixed(iri)


def _property_label(iri: Iri, ontology: Ontology) -> str:
    known = ontology.properties.get(iri)
    return known.label if known is not None else to_prefixed(iri)
