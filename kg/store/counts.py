"""What a change does to the merged graph -> how many there are of each class, stance and mention: counted as articles come and go.

Each change leaves its difference as a note in its own transaction; ``fold_counts`` adds the notes up when the store is published. So a
count over everything is one look-up, and a killed writer loses none.
"""

from __future__ import annotations

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nsmallest
from typing import Any

import pyoxigraph as ox

from kg import terms as vocabulary
from kg.store import terms
from kg.store.lookups import STANCE

Change = tuple[set[ox.Quad], set[ox.Quad]]
Counts = Counter[tuple[str, str]]

COUNTS = terms.node(f"{terms.BASE}counts")
"""The hidden graph of the counts: of a class its instances, of a stance its claims, of a thing that articles share its mentions."""

DIFFERENCE = terms.node(f"{terms.BASE}difference")
INSTANCES, CLAIMS, MENTIONS = (f"{terms.BASE}{name}" for name in ("instances", "claims", "mentions"))
TYPE, MENTION = (terms.node(term) for term in (vocabulary.TYPE, vocabulary.MENTIONS))
COUNTED = frozenset({TYPE, STANCE, MENTION, terms.ATTESTATION})
"""What the counts depend on: a triple with another predicate changes none."""

FAMOUS = 10
"""How many of the things that most articles mention stand for what a store is about."""

INTEGER = terms.node(vocabulary.XSD_INTEGER)


def note_difference(engine: ox.Store, gone: Iterable[ox.Quad], come: Iterable[ox.Quad]) -> set[ox.Quad]:
    """Return the note of what a change of the default graph, not yet made, does to the counts; none when it does nothing.

    ``gone`` are quads that leave the graph; of ``come`` those count that are not in it yet.
    """
    leaving: set[Any] = {quad for quad in gone if quad.predicate in COUNTED}
    coming: set[Any] = {quad for quad in come if quad.predicate in COUNTED and quad not in engine}
    counts: Counts = Counter()
    for quads, sign in ((leaving, -1), (coming, 1)):
        for quad in quads:
            if quad.predicate == TYPE:
                counts[INSTANCES, quad.object.value] += sign
            elif quad.predicate == MENTION and not quad.object.value.startswith(f"{quad.subject.value}#"):
                counts[MENTIONS, quad.object.value] += sign
    _count_claims(engine, leaving, coming, counts)
    told = sorted([*key, number] for key, number in counts.items() if number)
    note = ox.Quad(terms.node(f"{DIFFERENCE.value}/{os.urandom(16).hex()}"), DIFFERENCE, ox.Literal(json.dumps(told)), terms.STATE)
    return {note} if told else set()


def _count_claims(engine: ox.Store, leaving: set[Any], coming: set[Any], counts: Counts) -> None:
    """Count each claim that is held so before or after the change; a claim of several attestations is counted once for each stance."""
    come: defaultdict[tuple[Any, ox.NamedNode], set[Any]] = defaultdict(set)
    for quad in coming:
        come[quad.subject, quad.predicate].add(quad)

    def look(node: Any, predicate: ox.NamedNode) -> tuple[set[Any], set[Any]]:
        before = set(terms.find(engine, node, predicate, None, terms.DEFAULT))
        return before, (before - leaving) | come[node, predicate]

    claims = {quad.subject for quad in leaving | coming if quad.predicate == terms.ATTESTATION}
    held = {quad.subject for quad in leaving | coming if quad.predicate == STANCE}
    claims |= {quad.subject for each in held for quad in terms.find(engine, None, terms.ATTESTATION, each, terms.DEFAULT)}
    for claim in claims:
        stances = [
            {held.object.value for quad in quads for held in look(quad.object, STANCE)[moment]}
            for moment, quads in enumerate(look(claim, terms.ATTESTATION))
        ]
        counts.update({(CLAIMS, stance): 1 for stance in stances[1] - stances[0]})
        counts.subtract({(CLAIMS, stance): 1 for stance in stances[0] - stances[1]})


def fold_counts(engine: ox.Store) -> Change:
    """Return what to delete and insert so that the notes are in the counts."""
    notes = set(terms.find(engine, None, DIFFERENCE, None, terms.STATE))
    counts: Counts = Counter()
    for note in notes:
        for kind, subject, number in json.loads(note.object.value):
            counts[kind, subject] += number
    deletes, inserts = notes, set()
    for (kind, subject), number in counts.items():
        known = set(terms.find(engine, terms.node(subject), terms.node(kind), None, COUNTS))
        total = number + sum(int(quad.object.value) for quad in known)
        deletes = deletes | known
        if total:
            inserts |= to_count(kind, subject, total)
    return deletes - inserts, inserts


def find_famous(engine: ox.Store) -> list[str]:
    """Return the names of what most articles mention, the most mentioned first."""
    counted = terms.find(engine, None, terms.node(MENTIONS), None, COUNTS)
    return [quad.subject.value for quad in nsmallest(FAMOUS, counted, key=lambda quad: (-int(quad.object.value), quad.subject.value))]


def to_count(kind: str, subject: str, number: int) -> set[ox.Quad]:
    """Return the quad that holds a count."""
    return {ox.Quad(terms.node(subject), terms.node(kind), ox.Literal(str(number), datatype=INTEGER), COUNTS)}
