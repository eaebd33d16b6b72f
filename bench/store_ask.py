"""A store -> the seconds until the first answer of every verb, as whole processes, and of some queries in an open store and in rdflib."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any

from kg.sparql import KNOWN_PREFIXES, Rows, list_questions, query_store
from kg.store import open_snapshot

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / "build" / "bench-store" / "bytecode")}
"""Modules are compiled once, as where kg is installed."""

RUNS = 3
TICKS = os.sysconf("SC_CLK_TCK")

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
OTHERS = "SELECT ?name { ?e news:buyer/rdfs:label ?name } LIMIT 1000"
NEAR = 'SELECT ?name { ?one rdfs:label "%s" . ?article schema:mentions ?one, ?other . ?other rdfs:label ?name }'
EXPORTS = (".nq", ".nt", ".trig", ".ttl", ".jsonld", ".csv")
PAIR = "SELECT ?buyer ?target { ?e news:buyer/rdfs:label ?buyer ; news:target/rdfs:label ?target } LIMIT 1"


def read_memory(process: int | str = "self") -> float:
    """Return the megabytes that a process holds."""
    line = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def read_family_memory() -> float:
    """Return the megabytes that this process and those it started hold; what several share counts once, shared out among them."""
    children = chain.from_iterable(path.read_text().split() for path in Path("/proc/self/task").glob("*/children"))
    held = 0
    for process in ("self", *children):
        with suppress(OSError):
            lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
            held += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return held / 1024


def clock(work: Callable[[], Any], runs: int = RUNS) -> float:
    """Return the median of the seconds that some work takes."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


def count(engine: Any, pattern: str) -> int:
    """Return how often a pattern is found."""
    found = query_store(engine, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    assert isinstance(found, Rows)
    return int(found.rows[0][0].lexical)  # type: ignore[union-attr]


def measure_ask(folder: Path) -> dict[str, Any]:
    """Ask a store: each verb and question in a process of its own to its first line, and some queries in an open store to the last row."""
    with open_snapshot(folder) as snapshot:
        engine = snapshot.engine
        report = {"articles": len(snapshot.articles()), "claims": count(engine, "?c a news:Claim"), "triples": count(engine, "?s ?p ?o")}
        found = query_store(engine, PAIR)
        assert isinstance(found, Rows)
        names = [term.lexical for term in found.rows[0]]  # type: ignore[union-attr]
        far = _find_far(engine, names)
        texts = {title: query % {"name": names[0]} for title, query in QUERIES.items()}
        warm = {title: clock(lambda query=query: query_store(engine, query)) for title, query in texts.items()}  # type: ignore[misc]
    cold = {title: time_first_line(["-m", "kg", *arguments]) for title, arguments in list_commands(folder, names, far, texts)}
    cold = {"Python, kg and the engine": time_first_line([START]), **cold}
    return {**report, "yardstick": measure_yardstick(), "first line": cold, "open store": warm, "texts": texts}


def _find_far(engine: Any, names: list[str]) -> str:
    """Return the name of a buyer that no article mentions beside the first of some names."""
    found = query_store(engine, OTHERS)
    near = query_store(engine, NEAR % names[0])
    assert isinstance(found, Rows)
    assert isinstance(near, Rows)
    known = {row[0] for row in near.rows}
    return next(row[0].lexical for row in found.rows if row[0] not in known)  # type: ignore[union-attr]


def list_commands(folder: Path, names: list[str], far: str, texts: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Yield a title and the arguments of kg for each verb, question and query."""
    store, page = str(folder), str(folder.with_name("page.html"))
    for title, query in texts.items():
        yield title, ["query", store, query]
    for question in list_questions():
        yield f"--question {question.name}", ["query", store, "--question", question.name]
    yield "kg query --format table", ["query", store, "--question", "who-gives-how-much", "--format", "table"]
    yield "kg query --format json", ["query", store, "--question", "who-gives-how-much", "--format", "json"]
    for verb in ("facts", "status", "conflicts", "same", "dump"):
        yield f"kg {verb}", [verb, store]
    yield "kg same NAME", ["same", store, names[0]]
    yield "kg explain NAME", ["explain", store, names[0]]
    yield "kg explain NAME in another case", ["explain", store, names[0].upper()]
    yield "kg explain NAME NAME", ["explain", store, *names]
    yield "kg explain NAME NAME, by a chain", ["explain", store, names[0], far]
    yield "kg view --focus NAME, the page", ["view", store, "--focus", names[0], "-o", page]
    yield "kg view, the page", ["view", store, "-o", page]


def time_first_line(arguments: list[str]) -> dict[str, float]:
    """Return the least seconds in which Python prints the first answer, and the seconds of computing until then, over some runs."""
    told: list[tuple[float, float]] = []
    for _ in range(RUNS):
        began = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdout is not None
            for _ in range(2 if "query" in arguments else 1):  # the first row stands below the names of the columns
                process.stdout.readline()
            told.append((time.perf_counter() - began, read_computing(process.pid)))
            process.kill()
    return {"seconds": min(seconds for seconds, _ in told), "computing": min(computing for _, computing in told)}


def read_computing(process: int) -> float:
    """Return the seconds that a process, which may have ended, has computed."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


START = "-cimport kg.cli, kg.sparql.stream, kg.store; print(flush=True)"
"""What every question to a store begins with."""

YARDSTICK = "x = 0\nfor i in range(3_000_000):\n    x += i"
"""What shows how fast the machine is just now."""


def measure_yardstick() -> float:
    """Return the least seconds of computing of a process that only adds, over some runs."""
    return min(run_to_the_end([sys.executable, "-c", YARDSTICK])["computing"] for _ in range(RUNS))


def run_to_the_end(command: list[str]) -> dict[str, float]:
    """Return how long a command takes, how long it computes, and the most memory it holds; raises CalledProcessError when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {"seconds": time.perf_counter() - began, "computing": used.ru_utime + used.ru_stime, "memory MB": used.ru_maxrss / 1024}


def measure_whole(folder: Path, place: Path) -> dict[str, dict[str, float]]:
    """Run each command that writes or looks at all of a store, to its end."""
    store = str(folder)
    commands = {f"kg export -o all{suffix}": ["export", store, "-o", str(place / f"all{suffix}")] for suffix in EXPORTS}
    commands |= {"kg dump": ["dump", store], "kg facts": ["facts", store], "kg status": ["status", store], "kg same": ["same", store]}
    return {title: run_to_the_end([sys.executable, "-m", "kg", *arguments]) for title, arguments in commands.items()}


def measure_rdflib(folder: Path, texts: dict[str, str], file: Path) -> dict[str, Any]:
    """Ask rdflib the same of the same data, read from N-Triples."""
    from rdflib import Graph

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
