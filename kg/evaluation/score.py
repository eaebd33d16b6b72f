"""Gold and predicted Accounts -> ArticleScore: counts of hits, misses and false alarms, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.evaluation.account import Account, Fact, Happening, Passage, Thing
from kg.evaluation.match import Alignment, Pairs, align, assign, fillers_match, pair_facts, pair_roles, to_canonical
from kg.evaluation.words import to_key
from kg.namespaces import to_prefixed
from kg.ontology.record import Ontology

KINDS = ("entities", "entities untyped", "facts", "roles", "quotations")
"""What is counted, in the order of the report."""

HIT, MISS, ALARM = "hit", "miss", "false alarm"


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, false alarms and misses."""

    hits: int = 0
    alarms: int = 0
    misses: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hits + other.hits, self.alarms + other.alarms, self.misses + other.misses)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1.0 when nothing was found."""
        return _ratio(self.hits, self.hits + self.alarms)

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1.0 when there is no gold."""
        return _ratio(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Counts(hits=2, alarms=1, misses=3).f1
        0.5
        """
        return _ratio(2 * self.hits, 2 * self.hits + self.alarms + self.misses)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two things that were matched also agree in a further point."""

    right: int = 0
    of: int = 0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.right + other.right, self.of + other.of)

    @property
    def accuracy(self) -> float:
        """The share that agrees; 1.0 when nothing was matched."""
        return _ratio(self.right, self.of)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was hit, missed or made up, and the sentence that says it."""

    kind: str
    verdict: str
    what: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The score of one article, or of several together."""

    name: str
    counts: dict[str, Counts]
    event_stance: Agreement = Agreement()
    fact_stance: Agreement = Agreement()
    findings: tuple[Finding, ...] = field(default=())
    outside: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def total(scores: Iterable[ArticleScore], name: str = "in all") -> ArticleScore:
    """The sums over articles (micro average), without their findings."""
    scores = tuple(scores)
    return ArticleScore(
        name,
        {kind: sum((score.counts[kind] for score in scores), Counts()) for kind in KINDS},
        sum((score.event_stance for score in scores), Agreement()),
        sum((score.fact_stance for score in scores), Agreement()),
    )


def score_article(name: str, gold: Account, predicted: Account, ontology: Ontology) -> ArticleScore:
    """How well the predicted account tells what the gold tells; facts that are equivalent to one another count once."""
    predicted_facts = _without_repeats(predicted.facts)
    gold_facts = _without_repeats(gold.facts)
    alignment = align(gold, predicted, ontology)
    fact_pairs = pair_facts(gold_facts, predicted_facts, alignment.nodes)
    findings = (
        *_judge("entities", alignment.things, _tell(gold.things), _tell(predicted.things)),
        *_judge("entities untyped", alignment.things_by_name, _tell(gold.things), _tell(predicted.things)),
        *_judge("facts", fact_pairs, _tell(gold_facts), _tell(predicted_facts)),
        *_judge_roles(gold, predicted, alignment),
        *_judge("quotations", _pair_passages(gold, predicted, alignment), _tell(gold.passages), _tell(predicted.passages)),
    )
    return ArticleScore(
        name,
        {kind: _count(kind, findings) for kind in KINDS},
        _agree(alignment.happenings, gold.happenings, predicted.happenings),
        _agree(fact_pairs, gold_facts, predicted_facts),
        findings,
        predicted.outside,
        gold.problems,
    )


def _without_repeats(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, without those that an earlier one with the same ends is equivalent to."""
    kept: dict[object, Fact] = {}
    for fact in facts:
        canonical = to_canonical(fact)
        kept.setdefault((canonical.subject, canonical.predicate, canonical.object), fact)
    return tuple(kept.values())


def _pair_passages(gold: Account, predicted: Account, alignment: Alignment) -> Pairs:
    """The passages with the same words, up to the punctuation at their ends, and the same speaker."""

    def same(one: Passage, other: Passage) -> bool:
        if to_key(one.text) != to_key(other.text):
            return False
        if one.speaker is None or other.speaker is None:
            return one.speaker is other.speaker
        return fillers_match(one.speaker, other.speaker, alignment.nodes)

    return assign([[same(one, other) for other in predicted.passages] for one in gold.passages])


def _judge_roles(gold: Account, predicted: Account, alignment: Alignment) -> tuple[Finding, ...]:
    """Each role of each event: aligned events role by role, the others as a whole missed or made up."""
    other_of = dict(alignment.happenings)
    unmatched = set(range(len(predicted.happenings))) - set(other_of.values())
    findings: list[Finding] = []
    for number, happening in enumerate(gold.happenings):
        theirs = predicted.happenings[other_of[number]] if number in other_of else None
        pairs = pair_roles(happening.roles, theirs.roles, alignment.nodes) if theirs else ()
        findings += _judge("roles", pairs, _tell_roles(happening), _tell_roles(theirs) if theirs else ())
    for number in sorted(unmatched):
        findings += _judge("roles", (), (), _tell_roles(predicted.happenings[number]))
    return tuple(findings)


Told = tuple[tuple[str, str], ...]
"""What is told and the sentence that tells it."""


def _judge(kind: str, pairs: Pairs, gold: Told, predicted: Told) -> tuple[Finding, ...]:
    """The hits and misses in the order of the gold, then the false alarms in that of the prediction."""
    left, right = {one for one, _ in pairs}, {other for _, other in pairs}
    expected = (Finding(kind, HIT if number in left else MISS, *told) for number, told in enumerate(gold))
    made_up = (Finding(kind, ALARM, *told) for number, told in enumerate(predicted) if number not in right)
    return (*expected, *made_up)


def _count(kind: str, findings: Sequence[Finding]) -> Counts:
    verdicts = [finding.verdict for finding in findings if finding.kind == kind]
    return Counts(verdicts.count(HIT), verdicts.count(ALARM), verdicts.count(MISS))


def _agree(pairs: Pairs, gold: Sequence[Happening | Fact], predicted: Sequence[Happening | Fact]) -> Agreement:
    return Agreement(sum(gold[one].stance is predicted[other].stance for one, other in pairs), len(pairs))


def _tell(items: Sequence[Thing | Fact | Passage]) -> Told:
    return tuple(_tell_one(item) for item in items)


def _tell_one(item: Thing | Fact | Passage) -> tuple[str, str]:
    if isinstance(item, Thing):
        return f"{item.names[0]} ({to_prefixed(item.class_iri)})", item.sentence
    if isinstance(item, Fact):
        return f"{item.subject} — {to_prefixed(item.predicate)} — {item.object}", item.sentence
    return f"{item.speaker or 'nobody'}: “{item.text}”", ""


def _tell_roles(happening: Happening) -> Told:
    about = f"{to_prefixed(happening.class_iri)} “{happening.words}”"
    return tuple((f"{about} — {to_prefixed(role.role)} — {role.filler}", role.sentence) for role in happening.roles)
