"""Graphs of 100, 1,000 and 100,000 facts -> how long their pages take to make and to open, and how smoothly they pan.

``python -m bench.page`` (in ``make bench``) needs chromium and selenium. Frames are counted by chromium's own clock while the view is
dragged to and fro for three seconds; the drawing is done without a graphics card, so frames per second are a lower bound.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.namespaces import CLAIM, to_iri
from kg.records import Iri, Literal
from kg.view import to_page

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "build/bench-page.json"
SIZES = (100, 1_000, 100_000)
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1440,900"
)
GOALS = {"opens": 5.0, "frames": 15.0}
"""The most seconds that a page may take to open, and the least frames per second while it is panned."""

OPENED = "return document.body?.dataset.ready === 'yes' && performance.now()"
PAN = """
const done = arguments[0];
const canvas = document.querySelector('canvas');
const box = canvas.getBoundingClientRect();
const mouse = { pointerId: 1, pointerType: 'mouse', isPrimary: true, bubbles: true, cancelable: true, button: 0 };
const point = (kind, x, y, buttons) => canvas.dispatchEvent(
  new PointerEvent(kind, { ...mouse, clientX: box.left + x, clientY: box.top + y, buttons }));
const picture = () => canvas.toDataURL();
const before = picture();
let frames = 0;
const began = performance.now();
point('pointerdown', 12, box.height - 8, 1);
const step = (now) => {
  const gone = now - began;
  if (gone > 3000) {
    const moved = picture() !== before;
    point('pointerup', 12, box.height - 8, 0);
    return done([moved ? frames : 0, gone / 1000]);
  }
  frames += 1;
  point('pointermove', 12 + 200 * Math.abs(Math.sin(gone / 400)), box.height - 8 - 120 * Math.abs(Math.sin(gone / 700)), 1);
  requestAnimationFrame(step);
};
requestAnimationFrame(step);
"""


def make_facts(facts: int, seed: int = 7) -> Iterator[tuple[Iri, Iri, Iri | Literal]]:
    """Plain triples of so many claims with their sentences, fifty an article, among a third as many companies, some of them hubs."""
    chance = random.Random(seed)
    count = max(3, facts // 3)
    names = [f"Company {number}" for number in range(count)]
    nodes = [Iri(f"https://news.example/company/{number}") for number in range(count)]
    relations = [(to_iri(f"news:{name}"), name) for name in ("supports", "owns", "supplies", "leads")]
    for node, name in zip(nodes, names, strict=True):
        yield node, to_iri("rdf:type"), to_iri("schema:Corporation")
        yield node, to_iri("rdfs:label"), Literal(name)
    for first in range(0, facts, 50):
        article, text = Iri(f"https://news.example/article/{first // 50}"), f"Report {first // 50}\n\n"
        for number in range(first, min(first + 50, facts)):
            one, other = min(chance.choices(range(count), k=3)), chance.randrange(count)
            relation, verb = relations[number % 4]
            sentence, start = f"{names[one]} {verb} {names[other]}.", len(text)
            text += f"{sentence}\n"
            yield from _claim(f"{number:016x}", (nodes[one], relation, nodes[other]), article, (start, start + len(sentence)))
        yield article, to_iri("rdf:type"), to_iri("schema:NewsArticle")
        yield article, to_iri("schema:headline"), Literal(f"Report {first // 50}")
        yield article, to_iri("schema:articleBody"), Literal(text)


def _claim(name: str, triple: tuple[Iri, Iri, Iri], article: Iri, span: tuple[int, int]) -> Iterator[tuple[Iri, Iri, Iri | Literal]]:
    claim, attestation = Iri(CLAIM + name), Iri(f"{article}#attestation-{name}-{span[0]}")
    yield triple
    yield claim, to_iri("rdf:type"), to_iri("news:Claim")
    yield claim, to_iri("news:attestation"), attestation
    for part, term in zip(("subject", "predicate", "object"), triple, strict=True):
        yield claim, to_iri(f"rdf:{part}"), term
    yield attestation, to_iri("prov:wasDerivedFrom"), article
    yield attestation, to_iri("news:stance"), to_iri("news:Asserted")
    yield attestation, to_iri("news:score"), Literal("0.90")
    yield attestation, to_iri("news:sentence"), Iri(f"{article}#char={span[0]},{span[1]}")


def measure(driver: Any, facts: int, folder: Path) -> dict[str, float]:
    """Return what the page of so many facts takes: seconds to make, megabytes, seconds to open, frames per second while panned."""
    triples = list(make_facts(facts))
    began = time.perf_counter()
    page = to_page(triples, title=f"{facts:,} facts")
    made = time.perf_counter() - began
    path = folder / f"{facts}.html"
    path.write_text(page, encoding="utf-8")
    driver.get("about:blank")
    driver.get(path.as_uri())
    while not (opened := driver.execute_script(OPENED)):
        time.sleep(0.02)
    frames, seconds = driver.execute_async_script(PAN)
    return {"made": made, "megabytes": len(page.encode()) / 1e6, "opens": opened / 1000, "frames": frames / seconds}


def open_chromium() -> Any:
    """A Chromium without a window; raises SystemExit where there is none."""
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ImportError as error:
        raise SystemExit("the page's measurements need selenium: pip install 'kg-news[test]'") from error
    if shutil.which("chromium") is None or shutil.which("chromedriver") is None:
        raise SystemExit("the page's measurements need chromium and chromedriver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in FLAGS.split():
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def find_shortfalls(results: dict[int, dict[str, float]]) -> list[str]:
    """Return a sentence for each goal that was missed."""
    missed = []
    for facts, result in results.items():
        if result["opens"] > GOALS["opens"]:
            missed.append(f"{facts:,} facts take {result['opens']:.1f} s to open, the goal is {GOALS['opens']:.0f} s")
        if result["frames"] < GOALS["frames"]:
            missed.append(f"{facts:,} facts pan at {result['frames']:.0f} frames a second, the goal is {GOALS['frames']:.0f}")
    return missed


def main() -> int:
    """Measure, print and write the report; 1 when a goal was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.page", description="Measure how the page opens and pans.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="FACTS", help="numbers of facts (default: 100 1000 100000)")
    sizes = parser.parse_args().sizes
    driver = open_chromium()
    try:
        with tempfile.TemporaryDirectory() as folder:
            results = {facts: measure(driver, facts, Path(folder)) for facts in sizes}
    finally:
        driver.quit()
    print(f"{'facts':>9}{'made, s':>10}{'size, MB':>10}{'opens, s':>10}{'frames/s':>10}")
    for facts, result in results.items():
        print(f"{facts:>9,}{result['made']:>10.1f}{result['megabytes']:>10.1f}{result['opens']:>10.2f}{result['frames']:>10.0f}")
    missed = find_shortfalls(results)
    print("".join(f"missed: {sentence}\n" for sentence in missed) or "all goals met\n", end="")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps({"results": results, "missed": missed}, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
