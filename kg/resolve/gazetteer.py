"""Names of places -> the places of the gazetteer that an article means; a city that lies in several countries only where one is clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.ontology import Ontology
from kg.records import Mention
from kg.terms import CITY, ORGANIZATION, PLACE

if TYPE_CHECKING:
    from kg.background import Background, Place

MEANT_ANYWHERE = 10
"""How many times as many people as its namesake abroad has a city that is meant even where the other's country is spoken of."""
MEANT_FIRST = 2
"""The same for a city that is meant where neither country is spoken of."""


class Gazetteer:
    """The places that the names of one article mean; of cities of one name that of a country which the article speaks of."""

    def __init__(self, names: Sequence[Mention], ontology: Ontology, background: Background) -> None:
        self.ontology, self.background = ontology, background
        found = (self._find_best(name) for name in names if name.class_iri != CITY)
        self._countries = frozenset(iri for place in found if place is not None for iri in (place.iri, place.country_iri))

    def find(self, name: Mention) -> Place | None:
        """The place of the name's class; an organisation of states is one, whatever the text calls it; None where none is clear."""
        best = self._find_best(name)
        if best is None or best.class_iri != CITY or name.found_by == "demonym":
            return best
        return self._choose([place for place in self.background.find_places(name.surface) if place.class_iri == CITY])

    def _find_best(self, name: Mention) -> Place | None:
        if name.found_by == "demonym":
            return self.background.find_country_of_demonym(name.surface)
        is_organization = self.ontology.is_a(name.class_iri, ORGANIZATION)
        if not (self.ontology.is_a(name.class_iri, PLACE) or name.found_by == "gazetteer" or is_organization):
            return None
        places = self.background.find_places(name.surface)
        if is_organization:
            places = tuple(place for place in places[:1] if place.kind == "organization")
        return next((place for place in places if is_organization or place.class_iri == name.class_iri), None)

    def _choose(self, cities: Sequence[Place]) -> Place | None:
        """Of cities of one name, best first, the one that is meant."""
        best = cities[0]
        most = max((city.population for city in cities if city.country_iri != best.country_iri), default=0)
        if best.capital or best.country_iri in self._countries or best.population >= MEANT_ANYWHERE * most:
            return best
        near = [city for city in cities if city.country_iri in self._countries]
        if near:
            return near[0] if len({city.country_iri for city in near}) == 1 else None
        return best if best.population >= MEANT_FIRST * most else None
