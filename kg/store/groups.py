"""A store -> what is one thing across its articles, and why: the reasons are found anew, from the books, by the rules of ``sameness``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.records import Iri
from kg.store import place, terms
from kg.store.books import Entry
from kg.store.conflicts import LABEL
from kg.store.derive import SAMENESS, find_members
from kg.store.marks import DATE, EVENT
from kg.store.sameness import APART, LASTING, Member
from kg.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes of several articles that are one thing, each with its label; ``reasons`` say why, in words."""

    members: tuple[tuple[Iri, str], ...]
    reasons: tuple[str, ...]


def find_groups(snapshot: Snapshot, name: str | None = None) -> Iterator[Group]:
    """Yield what is one thing across articles, in the order of names; only what bears ``name``, or is it by IRI, when one is given."""
    with place.explained(snapshot.folder):
        entries = snapshot.entries()
        groups: defaultdict[Any, list[Any]] = defaultdict(list)
        for quad in terms.find(snapshot.engine, None, terms.SAME, None, SAMENESS):
            groups[quad.object].append(quad.subject)
        for leader in sorted(groups, key=str):
            group = _to_group(snapshot, entries, sorted([leader, *groups[leader]], key=str))
            if name is None or any(name in (iri, label) or name.casefold() == label.casefold() for iri, label in group.members):
                yield group


def _to_group(snapshot: Snapshot, entries: dict[Iri, Entry], nodes: list[Any]) -> Group:
    engine = snapshot.engine
    block = next(terms.find(engine, nodes[0], terms.BLOCK, None, None)).object
    members = [member for member in find_members(engine, entries, block) if terms.node(member.node) in nodes]
    labels = {
        str(node.value): min((quad.object.value for quad in terms.find(engine, node, LABEL, None, terms.DEFAULT)), default="")
        for node in nodes
    }
    return Group(tuple((Iri(node.value), labels[node.value]) for node in nodes), tuple(_tell_reasons(block.value, members)))


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
