"""What articles have in common -> the graphs derived from all of them: sameness, and claims that several attest.

Works block by block from the notes that changed articles leave, so that a build costs what has changed. Each step is one transaction that
also strikes its notes out; a killed writer goes on where it stopped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.namespaces import to_iri
from kg.records import Iri
from kg.store import terms
from kg.store.lookups import CORROBORATION, EXACT, SAMENESS, SELECTOR, SENTENCE, STANCE, leader_of, one
from kg.store.odds import judge_odds, note_odds, to_note
from kg.store.sameness import Member, count_independent, find_same
from kg.terms import XSD_INTEGER

if TYPE_CHECKING:
    from kg.store.books import Entry

AT_ONCE = 500
"""How many blocks, or claims, one transaction derives."""

TAKEN = 40 * AT_ONCE
"""How many notes are looked up together: the engine passes over all that were struck out before it finds the next one."""

Change = tuple[set[ox.Quad], set[ox.Quad]]
SUPPORTING = frozenset(ox.NamedNode(to_iri(f"news:{stance}")) for stance in ("Asserted", "Planned", "Reported"))
INTEGER = ox.NamedNode(XSD_INTEGER)


def derive(engine: ox.Store, entries: Mapping[Iri, Entry]) -> Iterator[Change]:
    """Yield what to delete and insert, step by step; each step must be applied before the next is asked for."""
    for notes in _take_notes(engine, terms.DIRTY_BLOCK):
        yield _derive_blocks(engine, entries, notes)
    for notes in _take_notes(engine, terms.DIRTY_KEY):
        yield _derive_claims(engine, entries, notes)
    for notes in _take_notes(engine, terms.DIRTY_ODDS):
        yield judge_odds(engine, notes)


def _take_notes(engine: ox.Store, kind: ox.NamedNode) -> Iterator[list[ox.Quad]]:
    """Yield the notes of a kind, ``AT_ONCE`` at a time, until none is left."""
    while taken := list(islice(terms.find(engine, terms.STATE, kind, None, terms.STATE), TAKEN)):
        yield from (taken[place : place + AT_ONCE] for place in range(0, len(taken), AT_ONCE))


# ---------------------------------------------------------------- sameness


def _derive_blocks(engine: ox.Store, entries: Mapping[Iri, Entry], notes: list[Any]) -> Change:
    deletes, inserts = set(notes), set()
    for note in notes:
        members = find_members(engine, entries, note.object)
        same = find_same(note.object.value, members, find_apart(engine, members))
        for member in members:
            node = terms.node(member.node)
            old = set(terms.find(engine, node, None, None, SAMENESS))
            leader = same.get(member.node, member.node)
            new = {ox.Quad(node, terms.SAME, terms.node(leader), SAMENESS)} if leader != member.node else set()
            if old != new:
                deletes |= old - new
                inserts |= new - old
                inserts |= _note_claims(engine, node)
                inserts |= {to_note(each.object) for each in old} | {to_note(node)}
    return deletes, inserts


def find_members(engine: ox.Store, entries: Mapping[Iri, Entry], block: ox.Literal) -> list[Member]:
    """Return the nodes of a block, with what is known of them."""
    members = []
    for quad in terms.find(engine, None, terms.BLOCK, block, None):
        entry = entries[terms.article_of(quad.graph_name)]
        traits = frozenset(found.object.value for found in terms.find(engine, quad.subject, terms.TRAIT, None, quad.graph_name))
        members.append(Member(Iri(quad.subject.value), entry.article, traits, entry.published))
    return members


def find_apart(engine: ox.Store, members: list[Member]) -> set[frozenset[Iri]]:
    """Return the pairs of members that the user keeps apart."""
    found = (quad for member in members for quad in terms.find(engine, terms.node(member.node), terms.APART, None, terms.STATE))
    return {frozenset((Iri(quad.subject.value), Iri(quad.object.value))) for quad in found}


def _note_claims(engine: ox.Store, node: ox.NamedNode) -> set[ox.Quad]:
    """Return the notes to derive anew the claims about a node that now stands for another thing, and whom they put at odds."""
    claims = {quad.subject for role in (terms.SUBJECT, terms.OBJECT) for quad in terms.find(engine, None, role, node, terms.DEFAULT)}
    keys = {quad.object for claim in claims for quad in terms.find(engine, claim, terms.KEY, None, None)}
    odds = note_odds(engine, {one(engine, claim, terms.SUBJECT) for claim in claims} - {node})
    return {ox.Quad(terms.STATE, terms.DIRTY_KEY, key, terms.STATE) for key in keys} | odds


# ---------------------------------------------------------------- corroboration


def _derive_claims(engine: ox.Store, entries: Mapping[Iri, Entry], notes: list[Any]) -> Change:
    deletes, inserts = set(notes), set()
    for note in notes:
        told = {(quad.subject, terms.article_of(quad.graph_name)) for quad in terms.find(engine, None, terms.KEY, note.object, None)}
        old = {quad for claim, _ in told for quad in terms.find(engine, claim, None, None, CORROBORATION)}
        new: set[ox.Quad] = set()
        for group in _group_claims(engine, told):
            new |= _tell_group(engine, entries, group)
        deletes |= old - new
        inserts |= new - old
        if old != new:
            inserts |= note_odds(engine, {one(engine, claim, terms.SUBJECT) for claim, _ in told})
    return deletes, inserts


def _group_claims(engine: ox.Store, told: set[tuple[Any, Iri]]) -> list[set[tuple[Any, Iri]]]:
    """Return the claims of one key that are about the same things, where several articles make them."""
    groups: defaultdict[tuple[str, str], set[tuple[Any, Iri]]] = defaultdict(set)
    for claim, article in told:
        ends = tuple(_stand_in(engine, one(engine, claim, role), article) for role in (terms.SUBJECT, terms.OBJECT))
        groups[ends[0], ends[1]].add((claim, article))
    return [group for group in groups.values() if len({article for _, article in group}) > 1]


def _stand_in(engine: ox.Store, term: Any, article: Iri) -> str:
    """Return the node that stands for a thing across articles; "" for a value or clause, which the key tells by what it comes to."""
    if not isinstance(term, ox.NamedNode):
        return ""
    if not term.value.startswith(f"{article}#"):
        return str(term.value)
    known = next(terms.find(engine, term, terms.BLOCK, None, None), None)
    return leader_of(engine, term).value if known is not None else ""


def _tell_group(engine: ox.Store, entries: Mapping[Iri, Entry], group: set[tuple[Any, Iri]]) -> set[ox.Quad]:
    """Return one claim with all attestations, what says that the others are the same claim, and the count of independent sources."""
    claims = sorted({claim for claim, _ in group}, key=lambda claim: str(claim.value))
    leader, quads = claims[0], set()
    voices: dict[Iri, tuple[str | None, frozenset[str]]] = {}
    for claim, article in group:
        found = [quad.object for quad in terms.find(engine, claim, terms.ATTESTATION, None, terms.node(article))]
        sentences = frozenset(_sentence(engine, attestation) for attestation in found if one(engine, attestation, STANCE) in SUPPORTING)
        if sentences:
            _, before = voices.get(article, (None, frozenset()))
            voices[article] = (entries[article].voice, before | sentences)
        if claim != leader:
            quads.add(ox.Quad(claim, terms.SAME, leader, CORROBORATION))
            quads.update(ox.Quad(leader, terms.ATTESTATION, attestation, CORROBORATION) for attestation in found)
    if voices:
        count = ox.Literal(str(count_independent(voices)), datatype=INTEGER)
        quads.update(ox.Quad(claim, terms.SOURCES, count, CORROBORATION) for claim in claims)
    return quads


def _sentence(engine: ox.Store, attestation: Any) -> str:
    """Return the sentence that attests, folded."""
    passage = one(engine, attestation, SENTENCE)
    selectors = terms.find(engine, passage, SELECTOR, None, terms.DEFAULT) if passage is not None else ()
    words = (one(engine, quad.object, EXACT) for quad in selectors)
    return next((" ".join(word.value.casefold().split()) for word in words if word is not None), str(attestation))
