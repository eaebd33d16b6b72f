"""Things -> what the knowledge base knows of them: organisations, towns and landscapes that a name in this article must mean.

A name is looked up whole, so that "Acme Chile" never becomes "Acme"; what is found must be of the thing's class. A name that may be a word
wants a class that the text itself gives, one that a place or people have too wants that or fame; one that is understood in its country
only wants that country in the article, and a ministry that every country has wants it foremost. Of several that remain one must be the
weightiest by far, or nothing is linked. Of persons only heads of states and governments are known, by their whole name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.background import has_legal_form
from kg.ontology import Ontology
from kg.records import Iri
from kg.resolve.things import Thing
from kg.terms import CITY, COUNTRY, MINISTRY, ORGANIZATION, PERSON, PLACE, TEAM

if TYPE_CHECKING:
    from kg.background import Background, Known, Place

FAR_AHEAD = 3
"""How many times the weight of the next one the weightiest must have."""
WELL_KNOWN = 50
"""The weight from which an organisation is meant by a name that places or people have too."""


def link_things(things: Sequence[Thing], ontology: Ontology, background: Background) -> None:
    """Link every named thing that is no place of the gazetteer, where one known thing only can be meant; two that are one are made one."""
    setting = find_setting(things)
    is_of_sport = any(ontology.is_a(thing.class_iri, TEAM) for thing in things if thing.named)
    owners: dict[Iri, Thing] = {}
    for thing in things:
        cluster = thing.cluster
        if cluster is None or cluster.place is not None or cluster.is_namesake or not cluster.members or thing.root is not thing:
            continue
        place = find_place(thing, setting.countries, background) if not is_of_sport else None
        thing.known = place or find_known(thing, setting, ontology, background)
        if thing.known is not None:
            if ontology.is_a(thing.known.class_iri, thing.class_iri):
                thing.class_iri = thing.known.class_iri
            owner = owners.setdefault(thing.known.iri, thing)
            if owner is not thing:
                _join(thing, owner)


@dataclass(frozen=True, slots=True)
class Setting:
    """The countries that an article speaks of, and the one that it speaks of most."""

    countries: frozenset[Iri]
    foremost: Iri | None


def find_setting(things: Iterable[Thing]) -> Setting:
    """Return the countries that an article names, or whose people, regions or cities it names."""
    counts: Counter[Iri] = Counter()
    for thing in things:
        place = thing.cluster.place if thing.cluster is not None else None
        if place is not None:
            counts[place.country_iri or place.iri] += len(thing.spans)
    first, second = (*counts.most_common(2), (None, 0), (None, 0))[:2]
    return Setting(frozenset(counts), first[0] if first[1] > second[1] else None)


def find_place(thing: Thing, countries: frozenset[Iri], background: Background) -> Place | None:
    """Return the city or region that is meant first by the name of a mere place, if it lies in a country of the article.

    Where teams play it may be a team's name as well.
    """
    places = background.find_places(thing.label) if thing.class_iri == PLACE else ()
    return places[0] if places and places[0].country_iri in countries else None


def find_known(thing: Thing, setting: Setting, ontology: Ontology, background: Background) -> Known | None:
    """Return what the thing's fullest name means; None for what is unknown or unsure."""
    found = [known for known in background.find_known(thing.label) if _may_be(thing, known, setting, ontology)]
    own = [known for known in found if known.is_own]
    if own:
        return own[0] if len(own) == 1 else None
    for is_lesser in (attrgetter("is_word"), _is_town, attrgetter("is_further")):
        found = [known for known in found if not is_lesser(known)] or found
    near = [known for known in found if setting.countries & {known.country_iri, known.home_iri}]
    return _choose(near) or (_choose(found) if not near else None)


def _is_town(known: Known) -> bool:
    return known.class_iri == CITY


def _choose(found: Sequence[Known]) -> Known | None:
    """Return the only one, or the one that outweighs all others by far."""
    ranked = sorted(found, key=lambda known: -known.weight)
    is_clear = bool(ranked) and all(ranked[0].weight >= FAR_AHEAD * other.weight for other in ranked[1:])
    return ranked[0] if is_clear else None


def _may_be(thing: Thing, known: Known, setting: Setting, ontology: Ontology) -> bool:
    """Whether a thing of the text can be one of the knowledge base, by what both are and by what the name asks for."""
    is_nearer = ontology.is_a(thing.class_iri, known.class_iri) or ontology.is_a(known.class_iri, thing.class_iri)
    if known.is_own:
        return is_nearer
    if known.is_national and not _is_at_home(known, setting):
        return False
    if PERSON in {thing.class_iri, known.class_iri}:
        return thing.class_iri == known.class_iri and " " in thing.label
    if ontology.is_a(thing.class_iri, COUNTRY):
        return False
    if ontology.is_a(known.class_iri, PLACE):
        return not (known.is_word or known.is_namesake) and _may_be_place(thing, known, setting.countries, ontology)
    is_told = has_legal_form(thing.label) or (is_nearer and thing.class_iri != ORGANIZATION)
    is_safe = is_told or not (known.is_word or (known.is_namesake and known.weight < WELL_KNOWN))
    return is_safe and _may_be_organization(thing, known, is_nearer, ontology)


def _is_at_home(known: Known, setting: Setting) -> bool:
    """Whether what is understood in its country only is spoken of there; every country has a ministry of that name."""
    return known.country_iri == setting.foremost if known.class_iri == MINISTRY else known.country_iri in setting.countries


def _may_be_organization(thing: Thing, known: Known, is_nearer: bool, ontology: Ontology) -> bool:
    """A site is none that is not known as one, and a team plays or is called by more than its town."""
    if not ontology.is_a(thing.class_iri, ORGANIZATION) or (ontology.is_a(thing.class_iri, PLACE) and not is_nearer):
        return False
    teams = (thing.class_iri == TEAM, known.class_iri == TEAM)
    return teams[0] == teams[1] or (teams[1] and not known.is_word)


def _may_be_place(thing: Thing, known: Known, countries: frozenset[Iri], ontology: Ontology) -> bool:
    """A town lies in a country of the article; a landscape is no city."""
    if not ontology.is_a(thing.class_iri, PLACE) or ontology.is_a(thing.class_iri, ORGANIZATION):
        return False
    if known.class_iri == CITY:
        return thing.class_iri in {CITY, PLACE} and known.country_iri in countries
    return thing.class_iri != CITY


def _join(thing: Thing, owner: Thing) -> None:
    """Make one of two named things that are known to be one."""
    assert thing.cluster is not None
    assert owner.cluster is not None
    thing.same_as = owner
    owner.spans += thing.spans
    owner.cluster.surfaces.update(thing.cluster.surfaces)
    owner.label = owner.cluster.label
