"""Many articles -> how fast a store takes them, in how much memory and space, and how fast it answers beside rdflib.

    python -m bench.store                  all parts, 10,000 articles: about half an hour
    python -m bench.store --part real      articles read by the real reader into a store
    python -m bench.store --part fill      invented readings, which need no language model, into a store
    python -m bench.store --part ask       queries at a million triples beside rdflib, and at all of them

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
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from bench.articles import make_reading, make_text
from bench.store_worker import keep
from kg.ontology import load_ontology
from kg.sparql import KNOWN_PREFIXES, Rows, query_store
from kg.store import Marker, open_snapshot, open_store

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "bench-store"
REPORT = ROOT / "build" / "bench-store.json"
REAL = 300
MILLION = 1_000_000
RUNS = 5
GOAL = 0.5
"""The most seconds until the first answer."""

QUERIES: dict[str, str] = {
    "one company's events": """
        SELECT ?event ?label { ?company rdfs:label ?name . ?event news:buyer ?company ; rdfs:label ?label FILTER(?name = "%(name)s") }""",
    "who holds which post": """
        SELECT ?who ?what ?where { ?post a org:Membership ; org:member/rdfs:label ?who ; org:role/rdfs:label ?what ;
          org:organization/rdfs:label ?where } LIMIT 100""",
    "claims with three sources": """
        SELECT ?claim ?n { ?claim news:independentSources ?n FILTER(?n >= 3) } LIMIT 100""",
    "a fact with its quote": """
        SELECT ?quote ?article { ?claim rdf:predicate news:buyer ; news:attestation ?a . ?a prov:wasDerivedFrom ?article ;
          news:sentence/oa:hasSelector/oa:exact ?quote } LIMIT 100""",
    "events counted by class": "SELECT ?class (COUNT(?event) AS ?n) { ?event a news:Event ; a ?class } GROUP BY ?class ORDER BY DESC(?n)",
    "largest amounts": """
        SELECT ?event ?value { ?event news:amount ?amount . ?amount schema:value ?value } ORDER BY DESC(?value) LIMIT 10""",
}


# ---------------------------------------------------------------- measuring


def read_memory() -> float:
    """Return the megabytes that this process holds."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def measure_size(folder: Path) -> float:
    """Return the megabytes that a folder takes on disk; files of two names count once."""
    found = {(path.stat().st_ino): path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file()}
    return sum(found.values()) / 1e6


def clock(work: Callable[[], Any], runs: int = RUNS) -> float:
    """Return the median of the seconds that some work takes."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


# ---------------------------------------------------------------- parts


def measure_real(count: int) -> dict[str, Any]:
    """Read invented texts with the real reader: one process, model and all; and again, when nothing has changed."""
    folder = PLACE / "real"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    feed = folder / "feed.jsonl"
    with feed.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": number, "text": make_text(number, count)[0]}) + "\n" for number in range(count))
    command = [sys.executable, "-m", "kg", "build", str(feed), "--store", str(folder / "store")]
    seconds = []
    for _ in range(2):
        began = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - began)
    return {"articles": count, "seconds": seconds[0], "a second": count / seconds[0], "seconds again, unchanged": seconds[1]}


def measure_fill(count: int, folder: Path) -> dict[str, Any]:
    """Put invented readings into a store, one process."""
    shutil.rmtree(folder, ignore_errors=True)
    marker, steps = Marker(load_ontology()), []
    began = last = time.perf_counter()
    with open_store(folder, "bench") as store:
        for number in range(count):
            keep(store, make_reading(number, count), marker)
            store.publish_now_and_then()
            if (number + 1) % max(1, count // 10) == 0:
                now = time.perf_counter()
                held, size = read_memory(), measure_size(folder)
                steps.append({"articles": number + 1, "seconds": now - last, "memory MB": held, "size MB": size})
                print(f"    {number + 1:>6}  {now - last:6.1f} s  {held:6.0f} MB held  {size:7.0f} MB on disk", flush=True)
                last = now
        store.settle()
    seconds = time.perf_counter() - began
    with open_snapshot(folder) as snapshot:
        facts = query_store(snapshot.engine, "SELECT (COUNT(*) AS ?n) { ?c a news:Claim }")
        triples = query_store(snapshot.engine, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    return {
        "articles": count,
        "seconds": seconds,
        "a second": count / seconds,
        "claims": _first(facts),
        "triples": _first(triples),
        "size MB": measure_size(folder),
        "steps": steps,
    }


def _first(result: Any) -> int:
    assert isinstance(result, Rows)
    return int(result.rows[0][0].lexical)  # type: ignore[union-attr]


def measure_ask(folder: Path) -> dict[str, Any]:
    """Ask a store: each query in a process of its own to its first line, and again in an open one."""
    with open_snapshot(folder) as snapshot:
        engine = snapshot.engine
        triples = _first(query_store(engine, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
        name = query_store(engine, "SELECT ?name { ?e news:buyer/rdfs:label ?name } LIMIT 1")
        assert isinstance(name, Rows)
        texts = {title: query % {"name": name.rows[0][0].lexical} for title, query in QUERIES.items()}  # type: ignore[union-attr]
        warm = {title: clock(lambda query=query: query_store(engine, query)) for title, query in texts.items()}  # type: ignore[misc]
    cold = {title: clock(lambda query=query: read_first_line(["query", str(folder), query]), 3) for title, query in texts.items()}  # type: ignore[misc]
    cold["kg facts, the first"] = clock(lambda: read_first_line(["facts", str(folder)]), 3)
    return {"triples": triples, "whole process, first line": cold, "open store": warm, "texts": texts}


def read_first_line(arguments: Iterable[str]) -> None:
    """Run kg until it prints a line."""
    with subprocess.Popen([sys.executable, "-m", "kg", *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.readline()
        process.kill()


def measure_rdflib(folder: Path, texts: dict[str, str]) -> dict[str, Any]:
    """Ask rdflib the same of the same data, read from N-Triples."""
    from rdflib import Graph

    file = PLACE / "data.nt"
    with open_snapshot(folder) as snapshot, file.open("w", encoding="utf-8") as out:
        found = snapshot.engine.query("SELECT ?s ?p ?o { ?s ?p ?o }")
        out.writelines(f"{row['s']} {row['p']} {row['o']} .\n" for row in found)  # type: ignore[union-attr]
    before, began = read_memory(), time.perf_counter()
    graph = Graph().parse(file, format="nt")
    loading = time.perf_counter() - began
    seconds = {
        title: clock(lambda query=query: list(graph.query(query, initNs=dict(KNOWN_PREFIXES))), 1)  # type: ignore[misc]
        for title, query in texts.items()
    }
    return {"triples": len(graph), "loading": loading, "memory MB": read_memory() - before, "seconds": seconds}


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
    small, large = PLACE / "million", PLACE / "all"
    parts: dict[str, Callable[[], dict[str, Any]]] = {
        "real": lambda: measure_real(options.count),
        "fill": lambda: measure_fill(options.count, large),
        "fill-million": lambda: measure_fill(options.count, small),
        "ask": lambda: measure_ask(large),
        "ask-million": lambda: measure_ask(small),
        "rdflib": lambda: measure_rdflib(small, json.loads((PLACE / "ask-million.json").read_text())["texts"]),
    }
    Path(options.out).write_text(json.dumps(parts[options.alone](), indent=2) + "\n", encoding="utf-8")


def main() -> int:
    """Measure what was asked for, and write the report; 1 when the first answer takes longer than the goal."""
    parser = argparse.ArgumentParser(prog="python -m bench.store", description="Measure the store.")
    parser.add_argument("count", nargs="?", type=int, default=10_000, help="how many invented articles (default: 10,000)")
    parser.add_argument("--part", choices=("real", "fill", "ask"), help="measure only this")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    parser.add_argument("--out", help=argparse.SUPPRESS)
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    if options.alone:
        run_alone(options)
        return 0
    report: dict[str, Any] = json.loads(REPORT.read_text()) if REPORT.is_file() else {}
    if options.part in {None, "real"}:
        report["real"] = run_part("real", REAL)
    if options.part in {None, "fill"}:
        print(f"  {options.count:,} invented readings into a store")
        report["fill"] = run_part("fill", options.count)
    if options.part in {None, "ask"}:
        rate = report["fill"]["triples"] / report["fill"]["articles"]
        print("  a million triples")
        report["fill-million"] = run_part("fill-million", int(MILLION / rate))
        report["ask-million"], report["ask"] = run_part("ask-million"), run_part("ask")
        report["rdflib"] = run_part("rdflib")
    report["machine"] = {"cores": os.cpu_count(), "python": sys.version.split()[0]}
    REPORT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(format_report(report), end="")
    slowest = max(report.get("ask-million", {}).get("whole process, first line", {"": 0.0}).values())
    return 1 if slowest > GOAL else 0


def format_report(report: dict[str, Any]) -> str:
    """Return the report for the eye."""
    lines = []
    if real := report.get("real"):
        lines.append(
            f"real reader: {real['articles']} articles in {real['seconds']:.0f} s, {real['a second']:.1f} a second with loading the"
        )
        lines.append(f"  model; again, unchanged: {real['seconds again, unchanged']:.1f} s")
    for part in ("fill", "fill-million"):
        if fill := report.get(part):
            held = [step["memory MB"] for step in fill["steps"]]
            lines.append(f"{part}: {fill['articles']:,} articles, {fill['claims']:,} claims, {fill['triples']:,} triples")
            lines.append(f"  in {fill['seconds']:.0f} s, {fill['a second']:.1f} a second; {fill['size MB']:.0f} MB on disk")
            lines.append(f"  {held[0]:.0f} MB held after a tenth, {held[-1]:.0f} MB at the end")
    if rdflib := report.get("rdflib"):
        lines.append(f"rdflib: {rdflib['triples']:,} triples read in {rdflib['loading']:.0f} s, {rdflib['memory MB']:.0f} MB")
    if ask := report.get("ask-million"):
        lines.append(f"{'seconds':<28}{'store 1M':>10}{'rdflib 1M':>11}{'store all':>11}{'process 1M':>12}{'process all':>13}")
        for title, cold in ask["whole process, first line"].items():
            cells = [
                ask["open store"].get(title),
                report["rdflib"]["seconds"].get(title),
                report["ask"]["open store"].get(title),
                cold,
                report["ask"]["whole process, first line"][title],
            ]
            told = [f"{cell:.3f}" if cell is not None else "-" for cell in cells]
            lines.append(f"{title:<28}{told[0]:>10}{told[1]:>11}{told[2]:>11}{told[3]:>12}{told[4]:>13}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
