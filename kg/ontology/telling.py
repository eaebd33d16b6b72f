"""Events -> labels: short sentences from the pieces that the ontology gives each class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.agreement import agree, deny
from kg.ontology import ClassInfo
from kg.records import Stance

UNLISTED = frozenset({"during", "describedAs"})
"""Roles whose fillers are events of their own, or long: they stand in no list."""
WORDS = "wording"
"""The role that holds the article's own words."""
SUBJECT_AND_VERB = re.compile(r"^\{(\w+)\} ([a-z]+)\b")
SUBJECT_AND_REST = re.compile(r"^\{(\w+)\} (?!\{)(.+)$")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
BEFORE_CLAUSE = re.compile(r"\b(?:on|for|in|of|about|with|to) \{(\w+)\}")
CLAUSE = re.compile(r"(?:to|that) [a-z]")
"""How an infinitive and a that-clause begin, before which no preposition stands."""


def tell(info: ClassInfo | None, stance: Stance, roles: Mapping[str, Sequence[str]]) -> str:
    """The label of an event; ``roles`` maps local role names to the labels of their fillers.

    >>> from kg.records import Iri
    >>> info = ClassInfo(Iri("x"), "Visit", telling=("{visitor} visits {visited}", "on {date}"))
    >>> tell(info, Stance.ASSERTED, {"visitor": ["Ana Roy"], "visited": ["Peru", "Chile"]})
    'Ana Roy visits Peru and Chile'
    >>> tell(info, Stance.DENIED, {"visitor": ["Ana Roy"], "visited": ["Peru"]})
    'Ana Roy does not visit Peru'
    """
    if info is None:
        return _list_roles("Event", roles)
    worded = stance is Stance.DENIED and _deny_words(roles)
    roles = worded or roles
    pieces = info.telling_planned if stance is Stance.PLANNED and info.telling_planned else info.telling
    told = [piece for piece in pieces if all(roles.get(name) for name in PLACEHOLDER.findall(piece))]
    told = [piece for place, piece in enumerate(told) if not place or not _says_again(piece, told[place - 1], roles)]
    sentence = " ".join(_fill(_agree(piece, roles), roles) for piece in told)
    denied = _deny(told[0], roles) if told and stance is Stance.DENIED and not worded else None
    if not told or (pieces and pieces[0] not in told):
        order = [name for piece in pieces for name in PLACEHOLDER.findall(piece)]
        others = sorted(roles.keys() - UNLISTED)
        sentence = _list_roles(info.label, {name: roles[name] for name in dict.fromkeys((*order, *others)) if roles.get(name)})
        denied = None
    if stance is Stance.DENIED and not worded:
        sentence = f"Denied: {sentence}" if denied is None else denied + sentence.removeprefix(_fill(_agree(told[0], roles), roles))
    if stance is Stance.PLANNED and not info.telling_planned:
        sentence += " (planned)"
    return sentence


def _fill(piece: str, roles: Mapping[str, Sequence[str]]) -> str:
    return PLACEHOLDER.sub(lambda match: _enumerate(roles[match.group(1)]), _join(piece, roles))


def _deny_words(roles: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]] | None:
    """The roles with what the article says of somebody in its own words as what is not so; None where there are no such words."""
    denied = [deny(words, of_article=True) for words in roles.get(WORDS, ())]
    told = [words for words in denied if words is not None]
    return {**roles, WORDS: told} if told and len(told) == len(denied) else None


def _deny(piece: str, roles: Mapping[str, Sequence[str]]) -> str | None:
    """A piece that begins with who is spoken of, filled, as what is not so; None of another one."""
    found = SUBJECT_AND_REST.match(piece)
    denied = None if found is None else deny(found.group(2))
    if found is None or denied is None:
        return None
    verb, _, others = denied.partition(" ")
    return f"{_enumerate(roles[found.group(1)])} {agree(verb, roles[found.group(1)])} {_fill(others, roles)}".rstrip()


def _says_again(piece: str, before: str, roles: Mapping[str, Sequence[str]]) -> bool:
    """Whether a piece tells whose something is that the piece before tells in its own words ("shares of Acme")."""
    names = PLACEHOLDER.findall(piece)
    if len(names) != 1 or piece != f"of {{{names[0]}}}":
        return False
    labels = [label for name in PLACEHOLDER.findall(before) for label in roles[name]]
    return all(any(owner in label for label in labels) for owner in roles[names[0]])


def _agree(piece: str, roles: Mapping[str, Sequence[str]]) -> str:
    """ "{opener} opens {site}" of several openers: they open."""
    return SUBJECT_AND_VERB.sub(lambda match: f"{{{match.group(1)}}} {agree(match.group(2), roles[match.group(1)])}", piece)


def _join(piece: str, roles: Mapping[str, Sequence[str]]) -> str:
    """ "talk about {topic}" of a clause: "talk that it closed", "talk to close it"."""
    return BEFORE_CLAUSE.sub(lambda match: f"{{{match.group(1)}}}" if CLAUSE.match(roles[match.group(1)][0]) else match.group(), piece)


def _enumerate(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + " and " + labels[-1]


def _list_roles(label: str, roles: Mapping[str, Sequence[str]]) -> str:
    told = [_enumerate(labels) for labels in roles.values() if labels]
    return f"{label[:1].upper()}{label[1:]}: {', '.join(told)}" if told else label
