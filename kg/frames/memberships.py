"""Memberships -> one for each person: "ministers X and Y" hold a post each, and what hangs on a name is where its bearer holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.frames.fitting import Fitting
from kg.namespaces import to_iri
from kg.records import FrameInstance, Iri, Phrase, RoleFiller
from kg.terms import HELD_AT, MEMBER, MEMBERSHIP

SEATS: tuple[Iri, ...] = tuple(
    to_iri(f"news:{name}") for name in ("Country", "Region", "City", "GovernmentOrganization", "University", "MilitaryForce", "Company")
)
"""What a person with a title is "of" by virtue of the post; of a party somebody is but a member."""


def find_memberships(instance: FrameInstance, fitting: Fitting) -> Iterator[FrameInstance]:
    """The memberships that one noun of a post tells of, in text order; any other instance as it is."""
    members = next((role for role in instance.roles if role.role == MEMBER), None)
    if instance.target != MEMBERSHIP or members is None:
        yield instance
        return
    places = _find_places(instance, members, fitting)
    for number, phrase in enumerate(members.phrases):
        roles = tuple(replace(role, phrases=(phrase,)) if role is members else role for role in instance.roles if role.role != HELD_AT)
        yield replace(instance, roles=(*roles, *places[number]))


def _find_places(instance: FrameInstance, members: RoleFiller, fitting: Fitting) -> list[tuple[RoleFiller, ...]]:
    """For each member where they hold the post: as the post's own words say ("the ministers of X and Y, A and B"), or their name's."""
    said = next((role for role in instance.roles if role.role == HELD_AT), None)
    count = len(members.phrases)
    if said is not None and len(said.phrases) == count > 1:
        return [(replace(said, phrases=(phrase,)),) for phrase in said.phrases]
    shared = () if said is None or len(said.phrases) > 1 < count else (said,)
    if members.rule not in {"title", "apposition"} or said is not None and count == 1:
        return [shared] * count
    own = [_find_own_place(phrase.head, fitting) for phrase in members.phrases]
    if own[-1] is not None and not any(own[:-1]):
        own = [own[-1]] * count
    return [(RoleFiller(HELD_AT, (place,), "preposition", SEATS, key=True),) if place is not None else shared for place in own]


def _find_own_place(name: int, fitting: Fitting) -> Phrase | None:
    """Where a person with a title is from by virtue of the post: "Governor X of Ohio"."""
    tree = fitting.tree
    for preposition in tree.find_children(name, "prep"):
        place = tree.find_child(preposition, "pobj") if tree.lower[preposition] == "of" and preposition > name else None
        if place is not None and tree.names[place] >= 0 and fitting.rank(tree.to_phrase(place), SEATS) == 0:
            return tree.to_phrase(place)
    return None
