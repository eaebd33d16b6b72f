"""Evaluation -> a table, the findings in words, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluation.score import ALARM, HIT, KINDS, MISS, Agreement, ArticleScore, Counts, Finding, total


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of articles in the order of their names, and the articles that could not be read, with the reason."""

    articles: tuple[ArticleScore, ...]
    failures: tuple[tuple[str, str], ...] = ()

    @property
    def total(self) -> ArticleScore:
        """The sums over all articles."""
        return total(self.articles)


def to_table(evaluation: Evaluation) -> str:
    """One block of lines for each kind: precision, recall, F1 and counts per article and in all."""
    rows: list[tuple[str, ...]] = [("", "article", "precision", "recall", "F1", "hits", "false", "missed")]
    for kind in KINDS:
        for number, score in enumerate((*evaluation.articles, evaluation.total)):
            rows.append(("" if number else kind, score.name, *_cells(score.counts[kind])))
    lines = _align(rows)
    whole = evaluation.total
    lines += [
        "",
        f"stance of matched events  {_percent(whole.event_stance)}",
        f"stance of matched facts   {_percent(whole.fact_stance)}",
    ]
    lines += [f"not read: {name}: {message}" for name, message in evaluation.failures]
    lines += [f"odd gold: {score.name}: {problem}" for score in evaluation.articles for problem in score.problems]
    return "\n".join(lines) + "\n"


def to_details(evaluation: Evaluation) -> str:
    """What was missed, what was made up and what the scheme has no name for, article by article, with the sentences."""
    lines: list[str] = []
    for score in evaluation.articles:
        lines += [f"## {score.name}", ""]
        for kind in KINDS:
            for verdict in (MISS, ALARM):
                lines += _tell(kind, verdict, score.findings)
        if score.outside:
            lines += ["outside the annotation scheme, not judged", *(f"    {line}" for line in score.outside), ""]
    return "\n".join(lines)


def _tell(kind: str, verdict: str, findings: Sequence[Finding]) -> list[str]:
    chosen = [finding for finding in findings if (finding.kind, finding.verdict) == (kind, verdict)]
    told = [line for finding in chosen for line in (f"    {finding.what}", *([f"        {finding.sentence}"] if finding.sentence else []))]
    return [f"{kind}: {verdict} ({len(chosen)})", *told, ""] if chosen else []


def to_json(evaluation: Evaluation) -> str:
    """The scores and findings as JSON, sorted keys, one trailing newline."""
    data = {
        "articles": {score.name: _plain(score) for score in evaluation.articles},
        "total": _plain(evaluation.total),
        "failures": dict(evaluation.failures),
    }
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _plain(score: ArticleScore) -> dict[str, object]:
    findings = [
        {"kind": finding.kind, "verdict": finding.verdict, "what": finding.what, "sentence": finding.sentence}
        for finding in score.findings
        if finding.verdict != HIT
    ]
    return {
        **{kind: _plain_counts(counts) for kind, counts in score.counts.items()},
        "event stance": _plain_agreement(score.event_stance),
        "fact stance": _plain_agreement(score.fact_stance),
        "findings": findings,
        "outside": list(score.outside),
        "problems": list(score.problems),
    }


def _plain_counts(counts: Counts) -> dict[str, float]:
    rates = {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    return {
        **{name: round(rate, 4) for name, rate in rates.items()},
        "hits": counts.hits,
        "false_alarms": counts.alarms,
        "misses": counts.misses,
    }


def _plain_agreement(agreement: Agreement) -> dict[str, float]:
    return {"accuracy": round(agreement.accuracy, 4), "right": agreement.right, "of": agreement.of}


def _cells(counts: Counts) -> tuple[str, ...]:
    rates = (f"{rate:.3f}" for rate in (counts.precision, counts.recall, counts.f1))
    return (*rates, str(counts.hits), str(counts.alarms), str(counts.misses))


def _percent(agreement: Agreement) -> str:
    return f"{agreement.accuracy:.3f}  ({agreement.right} of {agreement.of})"


def _align(rows: Iterable[tuple[str, ...]]) -> list[str]:
    rows = tuple(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    texts = 2
    return [
        "  ".join(
            cell.ljust(width) if place < texts else cell.rjust(width) for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
