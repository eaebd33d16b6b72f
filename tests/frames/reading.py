"""Sentences -> what the whole text half reads in them, as plain tuples: ("Acquisition", {"buyer": ["Acme"], ...}, "asserted")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from corpus import open_reader

from kg.article import to_article
from kg.records import Entity, Event, Iri, Literal, Reading, Stance, Value

Told = tuple[str, dict[str, list[str]], str]
Row = tuple[Any, ...]
"""A text and all that it says of one frame; nothing for a word in another sense."""
COMMON = frozenset({"date", "period", "until", "place", "purpose", "cause", "describedAs", "during", "direction"})
"""Roles that every event may have: they are compared where a test expects them."""
NAMING = frozenset({"type", "label", "name", "actionStatus"})


def says(name: str, stance: str = "asserted", **roles: str | Sequence[str]) -> Told:
    """What a sentence is expected to say: an event with its roles, or a fact with ``subject`` and ``object``; a trailing "_" is dropped.

    >>> says("Acquisition", buyer="Acme", target=["Beta", "Gamma"])
    ('Acquisition', {'buyer': ['Acme'], 'target': ['Beta', 'Gamma']}, 'asserted')
    """
    return name, {role.rstrip("_"): [fillers] if isinstance(fillers, str) else sorted(fillers) for role, fillers in roles.items()}, stance


def read(text: str, *names: str, like: Sequence[Told] = ()) -> list[Told]:
    """The events and facts of these classes and properties (all without any) in the text, in its order.

    Common roles are left out unless an expected telling in ``like`` names them.
    """
    reading = open_reader().read(to_article(f"{text}\n", source="test.txt"))
    wanted = {role for _, roles, _ in like for role in roles}
    found = [*_events(reading), *_facts(reading)]
    return [
        (name, {role: fillers for role, fillers in sorted(roles.items()) if role not in COMMON or role in wanted}, stance)
        for name, roles, stance in found
        if not names or name in names
    ]


def agree(row: Row, *names: str) -> tuple[list[Told], list[Told]]:
    """What is read of these classes and properties in a row's text, and what the row expects, in an order that makes them comparable.

    A filler that is read with more around its words ("net profit of $3 million" for "net profit") is the one expected.
    """
    text, *told = row
    expected = {filler for _, roles, _ in told for fillers in roles.values() for filler in fillers}
    found = [
        (name, {role: sorted(_as_expected(filler, expected) for filler in fillers) for role, fillers in roles.items()}, stance)
        for name, roles, stance in read(text, *names, like=told)
    ]
    return sorted(found, key=str), sorted(((name, dict(sorted(roles.items())), stance) for name, roles, stance in told), key=str)


def _as_expected(filler: str, expected: set[str]) -> str:
    words = filler.replace("’", "'").casefold()
    for other in sorted(expected):
        core = re.escape(other.casefold())
        if re.fullmatch(rf"(?:.*'s? )?{core}(?: (?:of|in|at|on|for|to|by|with|from)\b.*)?", words):
            return other
    return filler


def _events(reading: Reading) -> list[Told]:
    words = _words(reading)
    roles: dict[Iri, dict[str, list[str]]] = {event.iri: {} for event in reading.events}
    for claim in reading.claims:
        if claim.subject in roles and _local(claim.predicate) not in NAMING:
            roles[claim.subject].setdefault(_local(claim.predicate), []).append(_to_filler(claim.object, words))
    return [
        (_local(event.class_iri), {role: sorted(fillers) for role, fillers in roles[event.iri].items()}, str(event.stance))
        for event in reading.events
    ]


def _facts(reading: Reading) -> list[Told]:
    words, events = _words(reading), {event.iri for event in reading.events}
    stances: dict[Iri, list[Stance]] = {}
    for attestation in reading.attestations:
        stances.setdefault(attestation.claim, []).append(attestation.stance)
    return [
        (
            _local(claim.predicate),
            {"object": [_to_filler(claim.object, words)], "subject": [_to_filler(claim.subject, words)]},
            str(min(stances[claim.iri], key=tuple(Stance).index)),
        )
        for claim in reading.claims
        if claim.iri in stances and claim.subject not in events and _local(claim.predicate) not in NAMING
    ]


def _to_filler(node: Iri | Literal, words: dict[Iri, str]) -> str:
    return node.lexical if isinstance(node, Literal) else words.get(node, _local(node))


def _words(reading: Reading) -> dict[Iri, str]:
    nodes: list[Entity | Event] = [*reading.entities, *reading.events]
    words = {node.iri: node.label if isinstance(node, Entity) else f"<{_local(node.class_iri)}>" for node in nodes}
    return words | {node.iri: _to_words(node.value) for node in reading.values}


def _to_words(value: Value) -> str:
    """ "USD 3000000", "300 workers", "12 %", "P2Y"; the words of the text where there is no number."""
    kind = _local(value.class_iri)
    if kind == "MonetaryAmount" and value.unit:
        return f"{value.unit} {value.lexical}"
    if kind == "Percentage":
        return f"{value.lexical} %"
    return f"{value.lexical} {value.counted}" if value.counted else value.lexical or value.text


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
