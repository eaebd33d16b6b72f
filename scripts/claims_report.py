"""Claims gained and lost by the present reader against the last commit, and the scores it reaches against those pinned.

python scripts/claims_report.py            prints the difference
python scripts/claims_report.py --accept   writes tests/claims/*.txt and raises the floors in tests/quality.json; lowers none
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from kg.evaluation.claims import compare_lines, to_claim_lines
from kg.evaluation.gold import find_gold
from kg.evaluation.pins import Pins, find_shortfalls, from_json, raise_floors, to_digest, to_floors, to_json
from kg.evaluation.run import evaluate
from kg.ontology.record import Ontology
from kg.pipeline import Reader, read
from kg.records import Reading

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data/articles"
CLAIMS = ROOT / "tests/claims"
PINS = ROOT / "tests/quality.json"


def list_articles() -> tuple[Path, ...]:
    """The articles that are read in the open, sorted; the held-out ones stand in a folder of their own."""
    return tuple(sorted(ARTICLES.glob("*.txt")))


def read_committed(path: Path) -> str:
    """The file as the last commit has it; as it stands where there is no git; empty when there is none."""
    shown = subprocess.run(
        ["git", "show", f"HEAD:{path.relative_to(ROOT).as_posix()}"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if shown.returncode == 0:
        return shown.stdout
    in_git = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=False).returncode == 0
    return path.read_text(encoding="utf-8") if path.is_file() and not in_git else ""


def to_report(name: str, before: str, lines: tuple[str, ...]) -> str:
    """What an article gains and loses, empty when nothing changes."""
    gained, lost = compare_lines(before.splitlines(), lines)
    told = [*(f"  + {line}" for line in gained), *(f"  - {line}" for line in lost)]
    return "\n".join([f"{name}: {len(gained)} gained, {len(lost)} lost", *told]) if told else ""


def main() -> int:
    """Print the report, or accept what is read now; 1 when a score is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--accept", action="store_true", help="write the claims and raise the floors")
    accept = parser.parse_args().accept
    reader = Reader()
    readings = {path: read(path, reader=reader) for path in list_articles()}
    for path, reading in readings.items():
        lines = to_claim_lines(reading)
        golden = CLAIMS / f"{path.stem}.txt"
        report = to_report(path.stem, read_committed(golden), lines)
        print(report or f"{path.stem}: as committed")
        if accept:
            golden.parent.mkdir(exist_ok=True)
            golden.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return judge(readings, reader.ontology, accept=accept)


def judge(readings: dict[Path, Reading], ontology: Ontology, *, accept: bool) -> int:
    """Score the readings against the gold and the pins, and raise the pins when asked to."""
    evaluation = evaluate([ARTICLES], readings.__getitem__, ontology)
    pins = from_json(PINS.read_text(encoding="utf-8")) if PINS.is_file() else Pins({})
    for kind, rate in to_floors(evaluation).items():
        print(f"{kind}: {rate} (floor {pins.floors.get(kind, 0.0)})")
    shortfalls = find_shortfalls(pins, evaluation)
    print("\n".join(shortfalls), file=sys.stderr, end="\n" if shortfalls else "")
    if accept:
        PINS.write_text(to_json(raise_floors(pins, evaluation, to_digest(find_gold([ARTICLES])))), encoding="utf-8")
    return 1 if shortfalls else 0


if __name__ == "__main__":
    sys.exit(main())
