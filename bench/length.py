"""Articles of growing length -> a table of the seconds that reading takes for each 100 kB: the same for a long text as for a short one.

Processor time, the language model included, in one process that has read an article before.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from random import Random

from kg.article import to_article
from kg.pipeline import Reader

FIRST = "Anna Marek Julia Peter Lena Viktor Nora Ivan".split()
LAST = "Holbrand Holstein Marrow Dahlgren Petrov Servin Kamp Okoro Ferris Lund".split()
FIRMS = [first + last for first in "Tal Ver Nor Bel Zan Cor Mir Lum".split() for last in "via tex dan mex lor fin gas net".split()]
TOWNS = "Lyon Turin Graz Leeds Bergen Porto Ghent".split()
CLAUSES = (
    "{firm} bought {other} for ${number} million.",
    "{first} {last}, the chairman of {firm}, said the company would invest {number} million euros in a plant in {town}.",
    "He said the government had approved the plan.",
    "“We will hire {number} workers,” said {first} {last}.",
    "{first} {last} joined {firm} in 2019.",
)
SIZES = (25, 50, 100, 200, 400, 1000)
"""Kilobytes; an article of 50,000 words has about 300."""


def make_sentences(size: int) -> list[str]:
    """Return sentences of ``size`` characters in all, with names and amounts drawn by chance, the same each time."""
    chance, sentences, length = Random(size), list[str](), 0
    while length < size:
        firm, other = chance.sample(FIRMS, 2)
        sentence = CLAUSES[len(sentences) % len(CLAUSES)].format(
            firm=firm,
            other=other,
            first=chance.choice(FIRST),
            last=chance.choice(LAST),
            town=chance.choice(TOWNS),
            number=chance.randrange(2, 990),
        )
        sentences.append(sentence)
        length += len(sentence) + 1
    return sentences


def make_clause(size: int) -> str:
    """Return one clause again and again, on one line."""
    clause = "The firm bought a plant. "
    return clause * (size // len(clause))


def make_line(size: int) -> str:
    """Return sentences with other names and amounts each, on one line."""
    return " ".join(make_sentences(size))


def make_text(size: int) -> str:
    """Return an article with a headline and paragraphs of four sentences."""
    sentences = make_sentences(size)
    return "Talvia buys Nortex\n\n" + "\n\n".join(" ".join(sentences[place : place + 4]) for place in range(0, len(sentences), 4))


KINDS: dict[str, Callable[[int], str]] = {"one clause again": make_clause, "names on one line": make_line, "article": make_text}


def measure(reader: Reader, text: str) -> float:
    """Return the seconds of processor time that one text takes, for each 100,000 characters."""
    began = time.process_time()
    reader.read(to_article(f"{text}\n", source="bench/length.txt"))
    return (time.process_time() - began) / (len(text) / 100_000)


def main() -> int:
    """Print a line for each length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kb", type=int, nargs="+", default=list(SIZES), help="the lengths to read, in kilobytes")
    sizes = parser.parse_args().kb
    reader = Reader()
    measure(reader, make_text(10_000))
    sys.stdout.write("seconds for each 100 kB\n" + f"{'kB':>6}" + "".join(f"{kind:>20}" for kind in KINDS) + "\n")
    for size in sizes:
        taken = [measure(reader, make(size * 1000)) for make in KINDS.values()]
        sys.stdout.write(f"{size:>6}" + "".join(f"{seconds:>20.2f}" for seconds in taken) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
