"""A store -> what is one thing across its articles, and why: the reasons are found anew, from the books, by the rules of ``sameness``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.records import Iri
from kg.store import terms
from kg.store.books import Entry
from kg.store.conflicts import LABEL, unique
from kg.store.derive import find_members
from kg.store.lookups import SAMENESS, group_of
from kg.store.marks import DATE, EVENT
from kg.store.part import find_nodes
from kg.store.sameness import APART, LASTING, Member
from kg.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes of several articles that are one thing, each with its label; ``reasons`` say why, in words."""

    members: tuple[tuple[Iri, str], ...]
    reasons: tuple[str, ...]


def find_groups(snapshot: Snapshot, name: str | None = None) -> Iterator[Group]:
    """Yield what is one thing across articles, in the order of names, of a large store as it is found.

    Only what bears ``name``, or is it by IRI, when one is given.
    """
    with snapshot.explained():
        leaders = unique(_find_leaders(snapshot.engine, None if name is None else find_nodes(snapshot.engine, name)))
        for leader in leaders if snapshot.is_large else sorted(leaders, key=str):
            yield _to_group(snapshot, sorted(group_of(snapshot.engine, leader), key=str))


def _find_leaders(engine: ox.Store, nodes: Iterable[Any] | None) -> Iterator[Any]:
    """Yield the nodes that stand for others; with ``nodes``, those that are among them, or stand for one of them."""
    if nodes is None:
        return (quad.object for quad in terms.find(engine, None, terms.SAME, None, SAMENESS))
    ends = ((subject, leader) for node in nodes for subject, leader in ((node, None), (None, node)))
    return (quad.object for subject, leader in ends for quad in terms.find(engine, subject, terms.SAME, leader, SAMENESS))


def _to_group(snapshot: Snapshot, nodes: list[Any]) -> Group:
    engine = snapshot.engine
    block = next(terms.find(engine, nodes[0], terms.BLOCK, None, None)).object
    members = [member for member in find_members(engine, Entries(snapshot), block) if terms.node(member.node) in nodes]
    labels = {
        str(node.value): min((quad.object.value for quad in terms.find(engine, node, LABEL, None, terms.DEFAULT)), default="")
        for node in nodes
    }
    return Group(tuple((Iri(node.value), labels[node.value]) for node in nodes), tuple(_tell_reasons(block.value, members)))


class Entries(Mapping[Iri, Entry]):
    """What the store knows of each article, read when it is asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    def __getitem__(self, article: Iri) -> Entry:
        return self.snapshot.entry(article)

    def __iter__(self) -> Iterator[Iri]:
        return iter(self.snapshot.articles())

    def __len__(self) -> int:
        return len(self.snapshot.articles())


def _tell_reasons(block: str, members: list[Member]) -> Iterator[str]:
    if block.startswith(EVENT):
        kind, _, cast = block.removeprefix(EVENT).partition("|")
        yield f"each is told as {kind}, with one cast: {_shorten(cast.replace(' & ', ', '))}"
        dates = sorted({trait.removeprefix(DATE) for member in members for trait in member.traits})
        yield f"no article puts it at another date than {', '.join(dates)}" if dates else "no article gives it another date"
        if not block.startswith(LASTING):
            yield f"the articles that are dated lie no more than {APART} days apart"
        return
    family, _, name = block.partition("|")
    yield f"each is a {family} called {name}"
    having: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        for trait in member.traits:
            having[trait].append(member)
    for trait in sorted(trait for trait, those in having.items() if len(those) > 1):
        yield f"{len(having[trait])} articles agree on: {_shorten(trait)}"


def _shorten(text: str) -> str:
    """Leave out what names have in common.

    >>> _shorten("employs=https://w3id.org/kg-news/entity/company/acme, member=person|jane miller")
    'employs=company/acme, member=person jane miller'
    """
    return text.replace("https://w3id.org/kg-news/entity/", "").replace("https://w3id.org/kg-news/ontology#", "").replace("|", " ")


def format_groups(groups: Iterator[Group]) -> Iterator[str]:
    """Yield a paragraph for each group: its name, its nodes, and why they are one."""
    for number, group in enumerate(groups, 1):
        lines = [f"{number}. {group.members[0][1]}"]
        lines += [f"     {iri}" + (f"  {label}" if label != group.members[0][1] else "") for iri, label in group.members]
        lines += [f"     because {reason}" for reason in group.reasons]
        yield "\n".join(lines) + "\n\n"
