"""Invented articles -> a store, in a process of its own that may be killed at any moment: ``python -m bench.store_worker DIR COUNT``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.articles import make_readings
from kg.errors import KgError
from kg.ontology import load_ontology
from kg.rdf import to_quads
from kg.records import Reading
from kg.store import Entry, Marker, Recipe, Store, open_store
from kg.turtle import to_safe_iri

RECIPE = Recipe("invented", "invented", "invented", "invented")


def to_entry(reading: Reading) -> Entry:
    """Return what the store is to know of an invented article."""
    article = reading.article
    return Entry(to_safe_iri(article.iri), article.source, "", article.sha256, RECIPE, article.title)


def keep(store: Store, reading: Reading, marker: Marker) -> bool:
    """Put a reading into the store; whether it was not there as it is."""
    entry = to_entry(reading)
    known = store.entries.get(entry.article)
    if known is not None and known.sha256 == entry.sha256:
        return False
    store.keep(entry, to_quads(reading, marker.ontology), marker.mark(reading))
    return True


def main() -> int:
    """Build, and with ``--drop`` take every third article out again; prints "ready" when it begins, for whoever wants to kill it."""
    parser = argparse.ArgumentParser(prog="python -m bench.store_worker", description="Put invented articles into a store.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--edition", type=int, default=1, help="which edition of the articles")
    parser.add_argument("--drop", action="store_true", help="take every third article out at the end")
    parser.add_argument("--publish-every", type=int, default=0, help="publish after so many articles")
    options = parser.parse_args()
    marker = Marker(load_ontology())
    print("ready", flush=True)
    try:
        with open_store(options.folder, "bench") as store:
            for number, reading in enumerate(make_readings(options.count, options.edition)):
                keep(store, reading, marker)
                if options.publish_every and number % options.publish_every == 0:
                    store.publish()
            if options.drop:
                for article in sorted(store.entries)[::3]:
                    store.remove(article)
    except KgError as error:
        print(error, file=sys.stderr)
        return 1
    print("done", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
