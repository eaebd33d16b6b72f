"""Many articles -> how fast a store takes them, in how much memory and space, and how fast it answers beside rdflib.

    python -m bench.store                  all parts, 10,000 articles: about two hours, and 30 GB of disk
    python -m bench.store 1000             the same with fewer articles
    python -m bench.store --part real      articles read by the real reader into a store
    python -m bench.store --part fill      invented readings, which need no language model, into a store
    python -m bench.store --part claims    a million claims, written straight: the same graphs, by the same code, without a transaction each
    python -m bench.store --part ask       first answers of every verb in each store that is there, and rdflib at a million triples

The report is printed and written to build/bench-store.json.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.articles import make_reading, make_text
from bench.bulk import load_store
from bench.store_ask import QUERIES, measure_ask, measure_rdflib, read_family_memory, read_memory
from bench.store_ask import count as count_found
from bench.store_worker import keep
from kg.ontology import load_ontology
from kg.store import Marker, is_store, open_snapshot, open_store
from kg.storing import Kept, build_store

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "bench-store"
REPORT = ROOT / "build" / "bench-store.json"
MILLION = 1_000_000
CLAIMS_EACH = 14.94
"""How many claims an invented article makes."""

PLACES = {"million": "1M triples", "all": "all articles", "claims": "1M claims"}
"""Folder of a store that is asked -> how the report calls it."""

STEP = {"articles": "articles", "seconds": "s", "memory MB": "MB held", "all processes MB": "MB in all processes", "size MB": "MB on disk"}
"""What is told of each tenth of the work."""

GOAL = 0.5
"""The most seconds until the first answer."""


# ---------------------------------------------------------------- measuring


def measure_size(folder: Path) -> float:
    """Return the megabytes that a folder takes on disk; files of two names count once."""
    found = {(path.stat().st_ino): path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file()}
    return sum(found.values()) / 1e6


# ---------------------------------------------------------------- parts


def measure_real(count: int, jobs: int) -> dict[str, Any]:
    """Read invented texts with the real reader into a store, model and all; and again with the command, when nothing has changed."""
    folder = PLACE / "real"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    feed, store = folder / "feed.jsonl", folder / "store"
    with feed.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": number, "text": make_text(number, count)[0]}) + "\n" for number in range(count))
    began = time.perf_counter()
    done = (1 for kept in build_store([str(feed)], store, jobs=jobs) if isinstance(kept, Kept))
    steps = list(watch(done, count, store))
    seconds = time.perf_counter() - began
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kg", "build", str(feed), "--store", str(store)], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    again = time.perf_counter() - began
    return {"jobs": jobs, **describe(store), "seconds": seconds, "steps": steps, "seconds again, unchanged": again}


def watch(done: Iterable[object], count: int, folder: Path) -> Iterator[dict[str, Any]]:
    """Do the work, and yield after each tenth how long it took and what was held in memory, here and in all processes, and on disk."""
    last = time.perf_counter()
    for number, _ in enumerate(done, 1):
        if number % max(1, count // 10) == 0:
            now = time.perf_counter()
            step = {"articles": number, "seconds": now - last, "memory MB": read_memory(), "all processes MB": read_family_memory()}
            step["size MB"] = measure_size(folder)
            print("  ".join(f"{step[name]:>8,.0f} {unit}" for name, unit in STEP.items()), flush=True)
            yield step
            last = now


def describe(folder: Path) -> dict[str, Any]:
    """Return what a store holds, and how large it is."""
    with open_snapshot(folder) as snapshot:
        claims, triples = (count_found(snapshot.engine, pattern) for pattern in ("?c a news:Claim", "?s ?p ?o"))
        return {"articles": len(snapshot.articles()), "claims": claims, "triples": triples, "size MB": measure_size(folder)}


def measure_claims(folder: Path, claims: int) -> dict[str, Any]:
    """Write as many claims straight into a store as are asked for."""
    count = int(claims / CLAIMS_EACH)
    began = time.perf_counter()
    load_store((make_reading(number, count) for number in range(count)), folder)
    return {"articles": count, "claims": claims, "seconds": time.perf_counter() - began, "size MB": measure_size(folder)}


def measure_fill(count: int, folder: Path) -> dict[str, Any]:
    """Put invented readings into a store, one process."""
    shutil.rmtree(folder, ignore_errors=True)
    began = time.perf_counter()
    steps = list(watch(fill(count, folder), count, folder))
    return {"seconds": time.perf_counter() - began, **describe(folder), "steps": steps}


def fill(count: int, folder: Path) -> Iterator[int]:
    """Put invented readings into a store, and yield the number of each."""
    marker = Marker(load_ontology())
    with open_store(folder, "bench") as store:
        for number in range(count):
            keep(store, make_reading(number, count), marker)
            store.publish_now_and_then()
            yield number


# ---------------------------------------------------------------- the whole


def run_part(name: str, *arguments: object) -> dict[str, Any]:
    """Run a part in a process of its own, so that its memory is its own."""
    out = PLACE / f"{name}.json"
    out.unlink(missing_ok=True)
    command = [sys.executable, "-m", "bench.store", "--alone", name, *map(str, arguments), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True)
    return dict(json.loads(out.read_text()))


def run_alone(options: argparse.Namespace) -> None:
    """Run one part in this process and write what it found."""
    folders = {name: PLACE / name for name in PLACES}
    parts: dict[str, Callable[[], dict[str, Any]]] = {
        "real": lambda: measure_real(options.count, options.jobs),
        "fill": lambda: measure_fill(options.count, folders["all"]),
        "fill-million": lambda: measure_fill(options.count, folders["million"]),
        "claims": lambda: measure_claims(folders["claims"], options.count),
        **{f"ask-{name}": (lambda folder=folder: measure_ask(folder)) for name, folder in folders.items()},  # type: ignore[misc]
        "rdflib": lambda: measure_rdflib(
            folders["million"], json.loads((PLACE / "ask-million.json").read_text())["texts"], PLACE / "data.nt"
        ),
    }
    Path(options.out).write_text(json.dumps(parts[options.alone](), indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """Measure what was asked for, and write the report; 1 when the first answer of a verb takes longer than the goal."""
    parser = argparse.ArgumentParser(prog="python -m bench.store", description="Measure the store.")
    parser.add_argument("count", nargs="?", type=int, default=10_000, help="how many articles (default: 10,000)")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read at once in the part real (default: 1)")
    parser.add_argument("--part", choices=("real", "fill", "claims", "ask"), help="measure only this")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    if options.alone:
        run_alone(options)
        return 0
    report: dict[str, Any] = json.loads(REPORT.read_text()) if REPORT.is_file() else {}
    if options.part in {None, "real"}:
        print(f"  {options.count:,} texts, read and put into a store")
        report["real"] = run_part("real", options.count, "--jobs", options.jobs)
    if options.part in {None, "fill"}:
        print(f"  {options.count:,} invented readings into a store")
        report["fill"] = run_part("fill", options.count)
        print("  a million triples")
        rate = report["fill"]["triples"] / report["fill"]["articles"]
        report["fill-million"] = run_part("fill-million", int(MILLION / rate))
    if options.part in {None, "claims"}:
        print("  a million claims")
        report["claims"] = run_part("claims", MILLION)
    if options.part in {None, "ask"}:
        report |= {f"ask-{name}": run_part(f"ask-{name}") for name in PLACES if is_store(PLACE / name)}
        if "ask-million" in report:
            report["rdflib"] = run_part("rdflib")
    report["machine"] = {"cores": os.cpu_count(), "python": sys.version.split()[0]}
    REPORT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(format_report(report), end="")
    return 1 if any(answer["computing"] > GOAL for _, answer in list_slowest(report)) else 0


# ---------------------------------------------------------------- telling


def list_slowest(report: dict[str, Any]) -> list[tuple[str, dict[str, float]]]:
    """Return the first answers of the largest store that was asked, the slowest first."""
    asked = [report[f"ask-{name}"]["first line"] for name in PLACES if f"ask-{name}" in report]
    return sorted(asked[-1].items(), key=lambda found: -found[1]["computing"]) if asked else []


def format_report(report: dict[str, Any]) -> str:
    """Return the report for the eye."""
    lines = []
    if real := report.get("real"):
        held = real["memory MB"]
        lines.append(f"real: {real['articles']:,} articles, {real['claims']:,} claims")
        lines.append(f"  in {real['seconds']:.0f} s, {real['a second']:.1f} a second with loading the model")
        lines.append(f"  {held[0]:.0f} MB held in the first tenth, {held[-1]:.0f} MB in the last; {real['size MB']:.0f} MB on disk")
        lines.append(f"  again, unchanged: {real['seconds again, unchanged']:.1f} s")
    for part in ("fill", "fill-million"):
        if fill := report.get(part):
            held = [step["memory MB"] for step in fill["steps"]]
            lines.append(f"{part}: {fill['articles']:,} articles, {fill['claims']:,} claims, {fill['triples']:,} triples")
            lines.append(f"  in {fill['seconds']:.0f} s, {fill['a second']:.1f} a second; {fill['size MB']:.0f} MB on disk")
            lines.append(f"  {held[0]:.0f} MB held after a tenth, {held[-1]:.0f} MB at the end")
    if claims := report.get("claims"):
        lines.append(f"claims: {claims['articles']:,} articles written straight in {claims['seconds']:.0f} s")
        lines.append(f"  {claims['size MB']:.0f} MB on disk")
    if rdflib := report.get("rdflib"):
        lines.append(f"rdflib: {rdflib['triples']:,} triples read in {rdflib['loading']:.0f} s, {rdflib['memory MB']:.0f} MB")
    return "\n".join([*lines, *_format_first(report), *_format_open(report)]) + "\n"


def _format_first(report: dict[str, Any]) -> Iterator[str]:
    """Yield the seconds to the first line of each process, and in brackets those of computing, store by store."""
    asked = {title: report[f"ask-{name}"] for name, title in PLACES.items() if f"ask-{name}" in report}
    if not asked:
        return
    yield f"{'first answer, s (computing)':<44}" + "".join(f"{title:>18}" for title in asked)
    for name in ("articles", "claims", "triples"):
        yield f"{name:<44}" + "".join(f"{found[name]:>18,}" for found in asked.values())
    for title in next(iter(asked.values()))["first line"]:
        cells = (found["first line"].get(title) for found in asked.values())
        told = (f"{cell['seconds']:.2f} ({cell['computing']:.2f})" if cell else "-" for cell in cells)
        yield f"{title:<44}" + "".join(f"{each:>18}" for each in told)


def _format_open(report: dict[str, Any]) -> Iterator[str]:
    """Yield the seconds of each query to its last row in an open store, and in rdflib."""
    asked = {title: report[f"ask-{name}"]["open store"] for name, title in PLACES.items() if f"ask-{name}" in report}
    if "rdflib" in report:
        asked["rdflib, 1M triples"] = report["rdflib"]["seconds"]
    yield f"{'open store, all rows, s':<44}" + "".join(f"{title:>18}" for title in asked)
    for query in QUERIES:
        yield f"{query:<44}" + "".join(f"{found[query]:>18.3f}" for found in asked.values())


if __name__ == "__main__":
    sys.exit(main())
