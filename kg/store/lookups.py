"""An engine and a node -> what is asked of it again and again: its value of a property, and what is the same across articles."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from kg.namespaces import to_iri
from kg.store import terms

SAMENESS, CORROBORATION = terms.node(terms.SAMENESS), terms.node(terms.CORROBORATION)
STANCE, SENTENCE, SELECTOR, EXACT = (ox.NamedNode(to_iri(name)) for name in ("news:stance", "news:sentence", "oa:hasSelector", "oa:exact"))


def one(engine: ox.Store, subject: Any, predicate: ox.NamedNode) -> Any:
    """Return a node's value of a property that has one."""
    found = next(terms.find(engine, subject, predicate, None, terms.DEFAULT), None)
    return found.object if found is not None else None


def leader_of(engine: ox.Store, node: Any) -> Any:
    """Return the node that stands for a thing across articles, by default itself."""
    found = next(terms.find(engine, node, terms.SAME, None, SAMENESS), None)
    return found.object if found is not None else node


def group_of(engine: ox.Store, leader: Any) -> tuple[Any, ...]:
    """Return a node that stands for a thing across articles, and the others that are the same."""
    return leader, *(quad.subject for quad in terms.find(engine, None, terms.SAME, leader, SAMENESS))
