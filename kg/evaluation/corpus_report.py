"""CorpusScore -> tables, the commonest mistakes with their sentences, JSON, and what changed since the last run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import EvaluationError
from kg.evaluation.corpus import CorpusScore
from kg.evaluation.findings import Finding
from kg.evaluation.measures import COREFERENCE, Tally
from kg.evaluation.score import ALARM, MISS
from kg.outputs import write_all

COMMONEST = 12
"""How many groups of mistakes are told of each kind."""
EXAMPLES = 2
LONGEST = 240
CHANGE = 0.0005

Rates = Mapping[str, Mapping[str, float]]


def to_rates(score: CorpusScore) -> dict[str, dict[str, float]]:
    """Return precision, recall, F1 and counts of every line of the table, by its name, four decimals."""
    lines = {name: tally for name, tally in score.measures.items() if name not in COREFERENCE}
    rates = {name: _to_numbers(tally) for name, tally in lines.items()}
    coreference = sum(score.measures[name].f1 for name in COREFERENCE) / len(COREFERENCE)
    rates |= {name: _to_numbers(score.measures[name]) for name in COREFERENCE}
    rates["coreference"] = {"f1": round(coreference, 4)}
    rates["relation, text only"] = _to_numbers(score.text_only)
    rates |= {f"class {name}": _to_numbers(tally) for name, tally in score.classes.items()}
    return rates | {f"relation {name}": _to_numbers(tally) for name, tally in score.predicates.items()}


def _to_numbers(tally: Tally) -> dict[str, float]:
    rates = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    counts = {"right": tally.found, "predicted": tally.predicted, "gold": tally.gold}
    return {name: round(number, 4) for name, number in (rates | counts).items()}


def to_table(score: CorpusScore, last: Rates | None = None) -> str:
    """Return one line for each measure, class and predicate, with what changed in F1 since the last run."""
    rates = to_rates(score)
    head = ("", "precision", "recall", "F1", "right", "predicted", "gold", "change")
    groups = (
        ("", [name for name in rates if not name.startswith(("class ", "relation "))] + ["relation, text only"]),
        ("class", [name for name in rates if name.startswith("class ")]),
        ("relation", [name for name in rates if name.startswith("relation ")]),
    )
    rows: list[tuple[str, ...]] = []
    for title, names in groups:
        rows.append((title, *head[1:]) if not title else (title, *[""] * (len(head) - 1)))
        names = [name for name in dict.fromkeys(names) if name.startswith(f"{title} ") or not title]
        rows += [(name.removeprefix(f"{title} "), *_to_cells(rates[name]), _to_change(name, rates, last)) for name in names]
    lines = _align(rows)
    lines += [f"not read: {name}: {message}" for name, message in score.failures]
    return "\n".join(lines) + "\n"


def _to_cells(rate: Mapping[str, float]) -> tuple[str, ...]:
    shares = (f"{rate[name]:.3f}" if name in rate else "" for name in ("precision", "recall", "f1"))
    return (*shares, *(f"{rate[name]:.0f}" if name in rate else "" for name in ("right", "predicted", "gold")))


def _to_change(name: str, rates: Rates, last: Rates | None) -> str:
    before = (last or {}).get(name)
    change = rates[name]["f1"] - before["f1"] if before else 0.0
    return f"{change:+.3f}" if abs(change) >= CHANGE else ""


def _align(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)) for row in rows)
    return [f"{row[0].ljust(widths[0])}  {line}".rstrip() for row, line in zip(rows, lines, strict=True)]


# ---------------------------------------------------------------- mistakes


def to_mistakes(score: CorpusScore, *, limit: int = COMMONEST) -> str:
    """Return the commonest misses and false alarms of each kind, with a sentence or two of each."""
    kinds = dict.fromkeys(finding.kind for finding in score.findings)
    return "\n".join(line for kind in kinds for verdict in (MISS, ALARM) for line in _tell(score.findings, kind, verdict, limit))


def _tell(findings: Iterable[Finding], kind: str, verdict: str, limit: int) -> list[str]:
    chosen = [finding for finding in findings if (finding.kind, finding.verdict) == (kind, verdict)]
    groups: dict[str, list[Finding]] = {}
    for finding in chosen:
        groups.setdefault(finding.label if kind == "relation" else f"{finding.what} ({finding.label})", []).append(finding)
    commonest = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))[:limit]
    lines = [f"{kind}: {verdict} ({len(chosen)})"]
    for name, group in commonest:
        lines.append(f"    {len(group)} × {name}")
        for finding in group[:EXAMPLES]:
            told = f"{finding.what}: " if kind == "relation" else ""
            lines.append(f"        {finding.document}: {told}{_shorten(finding.sentence)}")
    return [*lines, ""] if chosen else []


def _shorten(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST].rsplit(' ', 1)[0]} …"


# ---------------------------------------------------------------- runs


def to_json(score: CorpusScore) -> str:
    """Return the rates and all findings as JSON, sorted keys, one trailing newline."""
    findings = [{name: getattr(finding, name) for name in Finding.__slots__} for finding in score.findings]
    data = {"documents": score.documents, "rates": to_rates(score), "failures": dict(score.failures), "findings": findings}
    return json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def read_run(path: Path) -> dict[str, Any] | None:
    """Return what ``to_json`` wrote, None where there is no file; raises EvaluationError for a broken one."""
    if not path.exists():
        return None
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: is no earlier run ({error}); delete it") from error
    return data


def write_run(score: CorpusScore, path: Path) -> None:
    """Keep the run for the next one to be compared with."""
    write_all(path.parent, {path.name: to_json(score)})


def to_differences(score: CorpusScore, last: Mapping[str, Any] | None, *, limit: int = COMMONEST) -> str:
    """Return how many mistakes came and went since the last run, and some of each."""
    if last is None:
        return ""
    now = Counter((finding.kind, finding.verdict, finding.label, finding.what, finding.document) for finding in score.findings)
    before = Counter(tuple(entry[name] for name in ("kind", "verdict", "label", "what", "document")) for entry in last["findings"])
    lines = []
    for title, found in (("mistakes that came", now - before), ("mistakes that went", before - now)):
        lines += [f"{title} ({found.total()})"] if found else []
        for kind, verdict, _, what, document in sorted(found)[:limit]:
            lines.append(f"    {kind}, {verdict}: {what} ({document})")
    return "\n".join([*lines, ""]) if lines else "no mistake came or went since the last run\n"
