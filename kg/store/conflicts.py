"""A store -> what is at odds in it: claims that one sentence makes and another denies, and relations of one value that have two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.namespaces import to_iri, to_local
from kg.records import Iri
from kg.store import place, terms
from kg.store.derive import CORROBORATION, EXACT, SELECTOR, SENTENCE, STANCE, leader_of, one
from kg.store.snapshot import Snapshot

DENIED, ASSERTED, PLANNED, REPORTED = (ox.NamedNode(to_iri(f"news:{name}")) for name in ("Denied", "Asserted", "Planned", "Reported"))
OPPOSED = frozenset({ASSERTED, PLANNED, REPORTED})
FIRM = frozenset({ASSERTED, PLANNED})
LABEL, TYPE, SAID_BY, DERIVED, START, END = (
    ox.NamedNode(to_iri(name)) for name in ("rdfs:label", "rdf:type", "news:saidBy", "prov:wasDerivedFrom", "oa:start", "oa:end")
)
MEASURES = tuple(
    ox.NamedNode(to_iri(name))
    for name in (
        "schema:value",
        "schema:currency",
        "schema:unitText",
        "news:isoDuration",
        "time:inXSDDate",
        "time:inXSDgYearMonth",
        "time:inXSDgYear",
        "time:inXSDDateTime",
    )
)
ALIKE = 0.05
"""Two amounts in one unit that differ by less than this part are one amount, rounded."""


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of the sentences that are at odds: ``says`` is its stance, or the value that it gives."""

    says: str
    article: str
    start: int
    end: int
    sentence: str
    said_by: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What is at odds, and the sentences; ``kind`` is "stance" or "value"."""

    kind: str
    about: str
    sides: tuple[Side, ...]


def find_conflicts(snapshot: Snapshot, functional: Collection[Iri] = ()) -> Iterator[Conflict]:
    """Yield what is at odds: denials first, then each relation of ``functional`` with two values, all in the order of their names."""
    finder = _Finder(snapshot.engine)
    with place.explained(snapshot.folder):
        yield from finder.find_denials()
        for predicate in sorted(functional):
            yield from finder.find_doubles(ox.NamedNode(predicate))


class _Finder:
    """Looks through one engine."""

    def __init__(self, engine: ox.Store) -> None:
        self.engine = engine

    # ------------------------------------------------------------ stances

    def find_denials(self) -> Iterator[Conflict]:
        """Yield each thing that some attestation denies and another holds; an event once, whatever its roles."""
        subjects: defaultdict[Any, set[Any]] = defaultdict(set)
        for quad in terms.find(self.engine, None, STANCE, DENIED, terms.DEFAULT):
            for found in terms.find(self.engine, None, terms.ATTESTATION, quad.subject, terms.DEFAULT):
                subjects[leader_of(self.engine, one(self.engine, found.subject, terms.SUBJECT))].add(found.subject)
        for subject in sorted(subjects, key=str):
            yield from self._judge_denials(subjects[subject])

    def _judge_denials(self, claims: set[Any]) -> Iterator[Conflict]:
        groups = {frozenset(self._same_claims(claim)) for claim in claims}
        typed = [group for group in groups if any(one(self.engine, claim, terms.PREDICATE) == TYPE for claim in group)]
        for group in sorted(typed or groups, key=lambda group: min(map(str, group))):
            held = {attestation: one(self.engine, attestation, STANCE) for claim in group for attestation in self._attestations(claim)}
            if DENIED in held.values() and OPPOSED & set(held.values()):
                sides = {self._side(each, to_local(stance.value).lower()) for each, stance in held.items() if stance in OPPOSED | {DENIED}}
                first = min(group, key=lambda claim: (one(self.engine, claim, terms.SUBJECT) is None, str(claim)))
                yield Conflict("stance", self._tell_claim(first), _one_a_sentence(sides))

    def _same_claims(self, claim: Any) -> set[Any]:
        leader = next((quad.object for quad in terms.find(self.engine, claim, terms.SAME, None, CORROBORATION)), claim)
        return {leader, *(quad.subject for quad in terms.find(self.engine, None, terms.SAME, leader, CORROBORATION))}

    def _attestations(self, claim: Any) -> Iterator[Any]:
        return (quad.object for quad in terms.find(self.engine, claim, terms.ATTESTATION, None, terms.DEFAULT))

    # ------------------------------------------------------------ values

    def find_doubles(self, predicate: ox.NamedNode) -> Iterator[Conflict]:
        """Yield each subject of which the relation is claimed with two values that do not agree."""
        claims: defaultdict[Any, list[Any]] = defaultdict(list)
        for quad in terms.find(self.engine, None, terms.PREDICATE, predicate, terms.DEFAULT):
            subject = one(self.engine, quad.subject, terms.SUBJECT)
            if subject is not None:
                claims[leader_of(self.engine, subject)].append(quad.subject)
        for subject in sorted((subject for subject, found in claims.items() if len(found) > 1), key=str):
            yield from self._judge_values(predicate, subject, sorted(claims[subject], key=str))

    def _judge_values(self, predicate: ox.NamedNode, subject: Any, claims: list[Any]) -> Iterator[Conflict]:
        values: dict[tuple[str, ...], set[Side]] = {}
        for claim in claims:
            term = one(self.engine, claim, terms.OBJECT)
            firm = [each for each in self._attestations(claim) if one(self.engine, each, STANCE) in FIRM]
            if term is not None and firm:
                sides = {self._side(each, self._tell(term)) for each in firm}
                values.setdefault(self._measure(term), set()).update(sides)
        found = sorted(values)
        if any(not agree(one_value, other) for place_, one_value in enumerate(found) for other in found[place_ + 1 :]):
            about = f"{self._tell(subject)}: {self._tell(predicate)}"
            yield Conflict("value", about, _one_a_sentence({side for sides in values.values() for side in sides}))

    def _measure(self, term: Any) -> tuple[str, ...]:
        """Return what a value comes to in numbers; for anything else the thing that it stands for."""
        if not isinstance(term, ox.NamedNode):
            return (" ".join(term.value.casefold().split()),)
        measures = tuple(str(found.value) for measure in MEASURES if (found := one(self.engine, term, measure)) is not None)
        return measures or (leader_of(self.engine, term).value,)

    # ------------------------------------------------------------ words

    def _side(self, attestation: Any, says: str) -> Side:
        article, speaker = one(self.engine, attestation, DERIVED), one(self.engine, attestation, SAID_BY)
        passage = one(self.engine, attestation, SENTENCE)
        found: dict[Any, Any] = {}
        for quad in terms.find(self.engine, passage, SELECTOR, None, terms.DEFAULT) if passage is not None else ():
            found |= {name: value for name in (EXACT, START, END) if (value := one(self.engine, quad.object, name)) is not None}
        start, end = (int(found[name].value) if name in found else 0 for name in (START, END))
        words = found[EXACT].value if EXACT in found else ""
        return Side(says, article.value if article else "", start, end, words, self._tell(speaker) if speaker else "")

    def _tell_claim(self, claim: Any) -> str:
        subject, predicate, term = (one(self.engine, claim, role) for role in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT))
        subject = leader_of(self.engine, subject)
        held = [self._tell(subject)] if predicate == TYPE else [self._tell(subject), self._tell(predicate), self._tell(term)]
        return " ".join(held)

    def _tell(self, term: Any) -> str:
        """Return the label of a node, else the last part of its name; a literal as it stands."""
        if not isinstance(term, ox.NamedNode):
            return str(term.value)
        labels = sorted(quad.object.value for quad in terms.find(self.engine, term, LABEL, None, terms.DEFAULT))
        return labels[0] if labels else to_local(term.value)


def _one_a_sentence(sides: Collection[Side]) -> tuple[Side, ...]:
    """Return the sides, sorted, each sentence once with what it says."""
    return tuple(sorted({(side.says, side.article, side.start): side for side in sorted(sides)}.values()))


def agree(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two values may be one: the same, amounts that differ by rounding, amounts in two currencies, a date in its month.

    >>> agree(("2.9", "USD"), ("2.92", "USD")), agree(("2", "USD"), ("3", "USD")), agree(("2", "USD"), ("3", "JPY"))
    (True, False, True)
    """
    if left == right or left[1:] != right[1:]:
        return True
    try:
        one_number, other = float(left[0]), float(right[0])
    except ValueError:
        return left[0].startswith(right[0]) or right[0].startswith(left[0])
    return abs(one_number - other) <= ALIKE * max(abs(one_number), abs(other))


def format_conflicts(conflicts: Iterator[Conflict]) -> Iterator[str]:
    """Yield a paragraph for each conflict: what is at odds, then each sentence with what it says and where it stands."""
    for number, conflict in enumerate(conflicts, 1):
        kind = "held and denied" if conflict.kind == "stance" else "two values"
        lines = [f"{number}. {conflict.about} [{kind}]"]
        for side in conflict.sides:
            said = f", said by {side.said_by}" if side.said_by else ""
            lines.append(f"     {side.says}{said}")
            lines.append(f"     > {side.sentence} [{side.article} {side.start}–{side.end}]")
        yield (
            "".join(f"{' '.join(line.split()) if not line.startswith(' ') else '     ' + ' '.join(line.split())}\n" for line in lines)
            + "\n"
        )
