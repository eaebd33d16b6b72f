"""Many articles -> how fast a store takes them, in how much memory and space, and how fast it answers beside rdflib.

    python -m bench.store                  all parts, 10,000 articles: about an hour and a half of two cores, and 30 GB of disk
    python -m bench.store 1000             the same with fewer articles
    python -m bench.store --part real      invented texts, read by the real reader into a store; --jobs 2 reads with two processes
    python -m bench.store --part fill      invented readings, which need no language model, into a store
    python -m bench.store --part million   a million triples, written straight: the same graphs, by the same code, no transaction each
    python -m bench.store --part claims    a million claims, likewise; --claims N for fewer
    python -m bench.store --part ask       first answers of every verb in each store that is there, and rdflib at a million triples
    python -m bench.store --part kill      a writer killed at random moments, 300 times: python -m bench.store_kill

Each part keeps what it made in build/bench-store and what it found in build/bench-store.json; the report of all that is there is printed.
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
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.articles import make_reading, make_readings, make_text
from bench.bulk import load_store
from bench.store_ask import count as count_found
from bench.store_ask import measure_ask, measure_rdflib, measure_whole, read_family_memory, read_memory
from bench.store_kill import run as run_kills
from bench.store_report import GOAL, PLACES, format_report, list_slowest
from bench.store_worker import keep
from kg.ontology import load_ontology
from kg.rdf import to_quads
from kg.records import Reading
from kg.store import Marker, is_store, open_snapshot, open_store
from kg.storing import Kept, build_store

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "bench-store"
REPORT = ROOT / "build" / "bench-store.json"
MILLION = 1_000_000
PARTS = ("real", "fill", "million", "claims", "kill")
"""What is measured before anything is asked, in this order."""

KILLS, SEED = 300, 12
SOME = 200
"""So many articles tell how many claims, and about how many triples, an article makes."""

STEP = {"articles": "articles", "seconds": "s", "memory MB": "MB held", "all processes MB": "MB in all processes", "size MB": "MB on disk"}
"""What is told of each tenth of the work."""


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


def measure_straight(folder: Path, wanted: int, rate: float) -> dict[str, Any]:
    """Write straight into a store as many articles as make so many triples or claims, at ``rate`` each."""
    count = round(wanted / rate)
    began = time.perf_counter()
    shutil.rmtree(folder, ignore_errors=True)
    load_store(watch_count(make_readings(count), count), folder)
    return {"seconds": time.perf_counter() - began, **describe(folder)}


def watch_count(readings: Iterable[Reading], count: int) -> Iterator[Reading]:
    """Yield the readings, and tell after each tenth how far it is."""
    began = time.perf_counter()
    for number, reading in enumerate(readings, 1):
        yield reading
        if number % max(1, count // 10) == 0:
            print(f"{number:>8,} of {count:,} articles in {time.perf_counter() - began:,.0f} s", flush=True)


def count_each() -> tuple[float, float]:
    """Return how many claims, and how many triples, an invented article makes."""
    readings, ontology = [make_reading(number, MILLION) for number in range(SOME)], load_ontology()
    claims = sum(len(reading.claims) for reading in readings)
    triples = {quad[:3] for reading in readings for quad in to_quads(reading, ontology)}
    return claims / SOME, len(triples) / SOME


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


def measure_kills() -> dict[str, Any]:
    """Kill a writer at random moments and look at what it leaves."""
    began = time.perf_counter()
    return {**asdict(run_kills(KILLS, SEED)), "seed": SEED, "seconds": time.perf_counter() - began}


# ---------------------------------------------------------------- the whole


def run_part(name: str, options: argparse.Namespace) -> dict[str, Any]:
    """Run a part in a process of its own, so that its memory is its own."""
    out = PLACE / f"{name}.json"
    out.unlink(missing_ok=True)
    sizes = [str(options.count), "--jobs", str(options.jobs), "--claims", str(options.claims)]
    subprocess.run([sys.executable, "-m", "bench.store", *sizes, "--alone", name, "--out", str(out)], cwd=ROOT, check=True)
    return dict(json.loads(out.read_text()))


def run_alone(options: argparse.Namespace) -> None:
    """Run one part in this process and write what it found."""
    folders = {name: PLACE / name for name in PLACES}
    parts: dict[str, Callable[[], dict[str, Any]]] = {
        "real": lambda: measure_real(options.count, options.jobs),
        "fill": lambda: measure_fill(options.count, folders["fill"]),
        "million": lambda: measure_straight(folders["million"], MILLION, count_each()[1]),
        "claims": lambda: measure_straight(folders["claims"], options.claims, count_each()[0]),
        "kill": measure_kills,
        **{f"ask-{name}": (lambda folder=folder: measure_ask(folder)) for name, folder in folders.items()},  # type: ignore[misc]
        "whole": lambda: measure_whole(folders["million"], PLACE),
        "rdflib": lambda: measure_rdflib(
            folders["million"], json.loads((PLACE / "ask-million.json").read_text())["texts"], PLACE / "data.nt"
        ),
    }
    found = parts[options.alone]()
    if options.alone in PARTS:
        times = os.times()
        found["computing"] = times.user + times.system + times.children_user + times.children_system
    Path(options.out).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def list_parts(part: str | None) -> Iterator[str]:
    """Yield what is to run for a part, or for all, one after the other."""
    yield from (name for name in PARTS if part in {None, name})
    if part in {None, "ask"}:
        yield from (f"ask-{name}" for name in PLACES if is_store(PLACE / name))
        yield from ("whole", "rdflib") if is_store(PLACE / "million") else ()


def main() -> int:
    """Measure what was asked for, and write the report; 1 when the first answer of a verb takes longer than the goal."""
    parser = argparse.ArgumentParser(prog="python -m bench.store", description="Measure the store.")
    parser.add_argument("count", nargs="?", type=int, default=10_000, help="how many articles (default: 10,000)")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read at once in the part real (default: 1)")
    parser.add_argument("--claims", type=int, default=MILLION, help="how many claims in the part claims (default: 1,000,000)")
    parser.add_argument("--part", choices=(*PARTS, "ask"), help="measure only this")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    if options.alone:
        run_alone(options)
        return 0
    report: dict[str, Any] = json.loads(REPORT.read_text()) if REPORT.is_file() else {}
    for name in list_parts(options.part):
        print(name, flush=True)
        report[name] = run_part(name, options)
        report["machine"] = {"cores": os.cpu_count(), "python": sys.version.split()[0]}
        REPORT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(format_report(report), end="")
    return 1 if any(answer["computing"] > GOAL for _, answer in list_slowest(report)) else 0


if __name__ == "__main__":
    sys.exit(main())
