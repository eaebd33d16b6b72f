"""What an article changes -> what is at odds in the store: kept as articles come and go, so that nobody has to look at everything.

What an article denies, and its relations of one value, are in its books as risks. A change notes each thing that has one, in its own
transaction; what was noted is judged when the store is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from kg.store import terms
from kg.store.conflicts import DENIED, ODDS, Finder
from kg.store.lookups import group_of, leader_of

Change = tuple[set[ox.Quad], set[ox.Quad]]


def note_odds(engine: ox.Store, nodes: Iterable[Any]) -> set[ox.Quad]:
    """Return the notes to judge anew those of the nodes that something is at risk of, or known to be at odds about.

    With a node that stands for others come these: another one of them may have to.
    """
    notes = set()
    for node in nodes:
        group = group_of(engine, leader_of(engine, node))
        if _is_noted(engine, node) or any(_find_risks(engine, each) for each in group):
            notes |= {to_note(each) for each in (group if node == group[0] else (node,))}
    return notes


def to_note(node: Any) -> ox.Quad:
    """Return the note to judge a node anew."""
    return ox.Quad(terms.STATE, terms.DIRTY_ODDS, node, terms.STATE)


def _is_noted(engine: ox.Store, node: Any) -> bool:
    return next(terms.find(engine, node, ODDS, None, ODDS), None) is not None


def _find_risks(engine: ox.Store, node: Any) -> set[Any]:
    return {quad.object for quad in terms.find(engine, node, terms.RISK, None, None)}


def judge_odds(engine: ox.Store, notes: Iterable[Any]) -> Change:
    """Return what to delete and insert so that the books say of each noted node how it is at odds; the notes go."""
    deletes, inserts = set(notes), set()
    finder = Finder(engine)
    for node in {quad.object for quad in deletes}:
        leader = leader_of(engine, node)
        old = {quad for each in {node, leader} for quad in terms.find(engine, each, ODDS, None, ODDS)}
        risks = {risk for each in group_of(engine, leader) for risk in _find_risks(engine, each)}
        new = {ox.Quad(leader, ODDS, risk, ODDS) for risk in risks if _is_at_odds(finder, leader, risk)}
        deletes |= old - new
        inserts |= new - old
    return deletes, inserts


def _is_at_odds(finder: Finder, leader: Any, risk: Any) -> bool:
    found = finder.find_denials(leader) if risk == DENIED else finder.find_doubles(leader, risk)
    return next(found, None) is not None
