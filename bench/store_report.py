"""What ``bench.store`` found -> a report for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.store_ask import QUERIES

PLACES = {"million": "1M triples", "fill": "10,000 articles", "claims": "1M claims"}
"""Folder of a store that is asked -> how the report calls it."""

GOAL = 0.5
"""The most seconds of computing until the first answer."""


def list_slowest(report: dict[str, Any]) -> list[tuple[str, dict[str, float]]]:
    """Return the first answers of the largest store that was asked, the slowest first."""
    asked = [report[f"ask-{name}"]["first line"] for name in PLACES if f"ask-{name}" in report]
    return sorted(asked[-1].items(), key=lambda found: -found[1]["computing"]) if asked else []


def format_report(report: dict[str, Any]) -> str:
    """Return the report for the eye."""
    parts = (_format_parts(report), _format_first(report), _format_open(report), _format_whole(report))
    return "".join(f"{line}\n" for part in parts for line in part)


def _format_parts(report: dict[str, Any]) -> Iterator[str]:
    for part in ("real", "fill", "million", "claims"):
        if found := report.get(part):
            yield f"{part}: {found['articles']:,} articles, {found['claims']:,} claims, {found['triples']:,} triples"
            rate = found["articles"] / found["seconds"]
            yield f"  in {_tell_time(found)}, {rate:.1f} articles a second; {found['size MB']:,.0f} MB on disk"
            if steps := found.get("steps"):
                for title, unit in (
                    ("seconds", "seconds of"),
                    ("memory MB", "MB held after"),
                    ("all processes MB", "MB in all processes after"),
                ):
                    yield f"  {unit} each tenth: {', '.join(f'{step[title]:,.0f}' for step in steps)}"
            if "seconds again, unchanged" in found:
                yield f"  again, unchanged: {found['seconds again, unchanged']:.1f} s"
    if kill := report.get("kill"):
        yield (
            f"kill: {kill['runs']} runs, {kill['kills']} kills, {kill['partial']} stores read half done, {len(kill['faults'])} faults, "
            f"{_tell_time(kill)}, seed {kill['seed']}"
        )
    if rdflib := report.get("rdflib"):
        yield f"rdflib: {rdflib['triples']:,} triples read in {rdflib['loading']:.0f} s, {rdflib['memory MB']:,.0f} MB"


def _tell_time(found: dict[str, Any]) -> str:
    return f"{found['seconds']:,.0f} s" + (f" ({found['computing']:,.0f} of computing)" if "computing" in found else "")


def _format_first(report: dict[str, Any]) -> Iterator[str]:
    """Yield the seconds to the first line of each process, and in brackets those of computing, store by store."""
    asked = {title: report[f"ask-{name}"] for name, title in PLACES.items() if f"ask-{name}" in report}
    if not asked:
        return
    yield f"{'first answer, s (computing)':<44}" + "".join(f"{title:>18}" for title in asked)
    for name in ("articles", "claims", "triples"):
        yield f"{name:<44}" + "".join(f"{found[name]:>18,}" for found in asked.values())
    yield f"{'three million additions in Python, computing':<44}" + "".join(f"{found['yardstick']:>18.2f}" for found in asked.values())
    for title in next(iter(asked.values()))["first line"]:
        cells = (found["first line"].get(title) for found in asked.values())
        told = (f"{cell['seconds']:.2f} ({cell['computing']:.2f})" if cell else "-" for cell in cells)
        yield f"{title:<44}" + "".join(f"{each:>18}" for each in told)


def _format_open(report: dict[str, Any]) -> Iterator[str]:
    """Yield the seconds of each query to its last row in an open store, and in rdflib."""
    asked = {title: report[f"ask-{name}"]["open store"] for name, title in PLACES.items() if f"ask-{name}" in report}
    if "rdflib" in report:
        asked["rdflib, 1M triples"] = report["rdflib"]["seconds"]
    if asked:
        yield f"{'open store, all rows, s':<44}" + "".join(f"{title:>18}" for title in asked)
        for query in QUERIES:
            yield f"{query:<44}" + "".join(f"{found[query]:>18.3f}" for found in asked.values())


def _format_whole(report: dict[str, Any]) -> Iterator[str]:
    """Yield what the commands take that write or look at all of the store of a million triples."""
    if whole := report.get("whole"):
        yield f"{'to the end, 1M triples':<44}{'s (computing)':>18}{'MB held':>18}"
        for title, found in whole.items():
            told = f"{found['seconds']:.1f} ({found['computing']:.1f})"
            yield f"{title:<44}{told:>18}{found['memory MB']:>18,.0f}"
