"""A store -> what is at odds in it: claims that one sentence makes and another denies, and relations of one value that have two."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.namespaces import to_iri, to_local
from kg.records import Iri
from kg.store import terms
from kg.store.lookups import CORROBORATION, EXACT, SELECTOR, SENTENCE, STANCE, group_of, leader_of, one

if TYPE_CHECKING:
    from kg.store.snapshot import Snapshot

DENIED, ASSERTED, PLANNED, REPORTED = (ox.NamedNode(to_iri(f"news:{name}")) for name in ("Denied", "Asserted", "Planned", "Reported"))
ODDS = terms.node(f"{terms.BASE}odds")
"""The hidden graph that says what is at odds, and its predicate: a thing, and how."""

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
    """Yield what is at odds: denials first, then each relation of ``functional`` with two values.

    Both in the order of their names, of a large store as they are found. The store's books tell of what; a relation that the vocabulary
    did not declare functional when the articles were read is looked for in all of them.
    """
    engine, finder = snapshot.engine, Finder(snapshot.engine)

    def walk(subjects: Iterable[Any]) -> Iterable[Any]:
        return unique(subjects) if snapshot.is_large else sorted(set(subjects), key=str)

    with snapshot.explained():
        for subject in walk(list_odds(engine, DENIED)):
            yield from finder.find_denials(subject)
        for predicate in map(terms.node, sorted(functional)):
            is_kept = next(terms.find(engine, None, terms.RISK, predicate, None), None) is not None
            for subject in walk(list_odds(engine, predicate) if is_kept else finder.list_subjects(predicate)):
                yield from finder.find_doubles(subject, predicate)


def list_odds(engine: ox.Store, how: ox.NamedNode) -> Iterator[Any]:
    """Return the things that are at odds so: news:Denied, or a relation of which they have two values."""
    return (quad.subject for quad in terms.find(engine, None, ODDS, how, ODDS))


class Finder:
    """Looks through one engine."""

    def __init__(self, engine: ox.Store) -> None:
        self.engine = engine

    def list_subjects(self, predicate: ox.NamedNode) -> Iterator[Any]:
        """Yield the nodes that stand for the subjects of a relation."""
        claims = (quad.subject for quad in terms.find(self.engine, None, terms.PREDICATE, predicate, terms.DEFAULT))
        subjects = (one(self.engine, claim, terms.SUBJECT) for claim in claims)
        return (leader_of(self.engine, subject) for subject in subjects if subject is not None)

    def _claims_about(self, leader: Any) -> set[Any]:
        """Return the claims whose subject is a thing, in whatever article."""
        nodes = group_of(self.engine, leader)
        return {quad.subject for node in nodes for quad in terms.find(self.engine, None, terms.SUBJECT, node, terms.DEFAULT)}

    # ------------------------------------------------------------ stances

    def find_denials(self, subject: Any) -> Iterator[Conflict]:
        """Yield what some attestation denies of a thing and another holds; of an event once, whatever its roles."""
        yield from self._judge_denials({claim for claim in self._claims_about(subject) if self._is_denied(claim)})

    def _is_denied(self, claim: Any) -> bool:
        return any(one(self.engine, attestation, STANCE) == DENIED for attestation in self._attestations(claim))

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

    def find_doubles(self, subject: Any, predicate: ox.NamedNode) -> Iterator[Conflict]:
        """Yield the relation of a thing, where it is claimed with two values that do not agree."""
        found = {claim for claim in self._claims_about(subject) if one(self.engine, claim, terms.PREDICATE) == predicate}
        if len(found) > 1:
            yield from self._judge_values(predicate, subject, sorted(found, key=str))

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


def unique(items: Iterable[Any]) -> Iterator[Any]:
    """Yield each item when it first comes.

    >>> list(unique("abac"))
    ['a', 'b', 'c']
    """
    seen = set()
    for item in items:
        if item not in seen:
            seen.add(item)
            yield item


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
