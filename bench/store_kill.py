"""A store under SIGKILL at random moments -> it opens each time, and the same command again gives the graph of an undisturbed run.

python -m bench.store_kill --runs 300
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.articles import digest
from kg.errors import StoreError
from kg.store import open_snapshot

ROOT = Path(__file__).resolve().parent.parent
COUNT = 12
EARLY = 0.75
"""The part of an undisturbed run's time in which the blow falls, so that it seldom comes too late."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is interrupted: options of the worker, and whether the store holds an earlier edition before."""

    name: str
    options: tuple[str, ...]
    filled: bool


SCENARIOS = (
    Scenario("first build", ("--publish-every", "4"), filled=False),
    Scenario("changed articles", ("--edition", "2", "--publish-every", "5"), filled=True),
    Scenario("changed and removed articles", ("--edition", "2", "--drop"), filled=True),
)


@dataclass(slots=True)
class Tally:
    """What happened over all runs."""

    runs: int = 0
    kills: int = 0
    partial: int = 0
    faults: list[str] = field(default_factory=list)


def to_command(folder: Path, options: tuple[str, ...]) -> list[str]:
    """Return the worker's command."""
    return [sys.executable, "-m", "bench.store_worker", str(folder), str(COUNT), *options]


def build(folder: Path, options: tuple[str, ...]) -> None:
    """Run the worker to its end."""
    done = subprocess.run(to_command(folder, options), cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StoreError(f"the worker failed: {done.stderr.strip()[-300:]}")


def kill(folder: Path, options: tuple[str, ...], after: float) -> bool:
    """Run the worker and kill it so many seconds after it is ready; whether it was still at work."""
    with subprocess.Popen(to_command(folder, options), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        try:
            worker.wait(after)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
            return True
    return False


def read_digest(folder: Path) -> str:
    """Return the hash of the store's dump."""
    with open_snapshot(folder) as snapshot:
        return digest(snapshot.dump())


def measure(scenario: Scenario, folder: Path) -> tuple[str, float]:
    """Return the dump of an undisturbed run, and how long it takes from when it is ready."""
    if scenario.filled:
        build(folder, ())
    with subprocess.Popen(to_command(folder, scenario.options), cwd=ROOT, stdout=subprocess.PIPE) as worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        began = time.monotonic()
        worker.wait()
    return read_digest(folder), time.monotonic() - began


def disturb(scenario: Scenario, folder: Path, seconds: float, chance: random.Random, tally: Tally) -> None:
    """Kill the command one to three times, open the store after each, and run it to its end."""
    for _ in range(chance.randint(1, 3)):
        if not kill(folder, scenario.options, chance.uniform(0, EARLY * seconds)):
            break
        tally.kills += 1
        if chance.random() < 0.5:
            try:
                with open_snapshot(folder) as snapshot:
                    tally.partial += 0 < len(snapshot.entries()) < COUNT
                    for _ in snapshot.dump():
                        pass
            except StoreError as error:
                if scenario.filled or "holds nothing" not in str(error) and "no store" not in str(error):
                    raise
    build(folder, scenario.options)


def run(runs: int, seed: int) -> Tally:
    """Do so many runs, the scenarios in turn."""
    tally, chance = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        expected = {scenario: measure(scenario, Path(place, f"reference-{number}")) for number, scenario in enumerate(SCENARIOS)}
        filled = Path(place, "filled")
        build(filled, ())
        for number in range(runs):
            scenario, folder = SCENARIOS[number % len(SCENARIOS)], Path(place, f"run-{number}")
            if scenario.filled:
                shutil.copytree(filled, folder)
            wanted, seconds = expected[scenario]
            try:
                disturb(scenario, folder, seconds, chance, tally)
                found = read_digest(folder)
            except StoreError as error:
                tally.faults.append(f"run {number}, {scenario.name}: {error}")
            else:
                if found != wanted:
                    tally.faults.append(f"run {number}, {scenario.name}: another graph than the undisturbed run's")
            tally.runs += 1
            shutil.rmtree(folder, ignore_errors=True)
    return tally


def main() -> int:
    """Run, and print what happened; 1 when something was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.store_kill", description="Kill a store's writer at random moments.")
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    tally = run(options.runs, options.seed)
    print(
        f"{tally.runs} runs, {tally.kills} kills, {tally.partial} stores read half done, {len(tally.faults)} faults, "
        f"{time.monotonic() - began:.0f} s, seed {options.seed}"
    )
    print("".join(f"{fault}\n" for fault in tally.faults), end="")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
