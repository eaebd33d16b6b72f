"""Nouns -> the countries that the words around them tell of: "the Dutch firm" is one that was said to be Dutch."""

from __future__ import annotations

from collections.abc import Iterator

from kg.resolve.discourse import Discourse
from kg.resolve.things import Thing
from kg.terms import COUNTRY, PERSON

NEAR = 4
"""How many words before a name its origin is looked for."""
SEATED = frozenset({"based", "headquartered", "listed"})


class Origins:
    """Knows where the things of one article are from, as far as its words tell."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions = discourse, discourse.tree, discourse.mentions

    def are_others(self, thing: Thing, head: int) -> bool:
        """Whether the noun tells of a country ("the US firm"), and the thing is said to be of another."""
        origins = self.find(head)
        return bool(origins) and any((known := self.find(token)) and origins.isdisjoint(known) for token in self._walk_said(thing, head))

    def are_of(self, thing: Thing, origins: frozenset[str], head: int) -> bool:
        """Whether a thing was said before a noun to be of one of the countries."""
        return any(not origins.isdisjoint(self.find(token)) for token in self._walk_said(thing, head))

    def _walk_said(self, thing: Thing, before: int) -> Iterator[int]:
        """The words before a token that name a thing or say what it is."""
        yield from (token for token in {*thing.tokens, *self.discourse.find_nouns_for(thing)} if token < before)

    def _find_before_name(self, token: int) -> Iterator[str]:
        """The country of the adjective before a name and its nouns, wherever the parser hangs it: "Portuguese rival X"."""
        tree, first = self.tree, token
        while tree.names[token] >= 0 and first > 0 and tree.names[first - 1] == tree.names[token]:
            first -= 1
        for before in range(first - 1, max(-1, first - NEAR) if tree.names[token] >= 0 else first - 1, -1):
            thing = self.discourse.at_token.get(before)
            if thing is not None and thing.class_iri == COUNTRY and tree.names[before] >= 0 and tree.words[before] != thing.label:
                yield thing.label
            if tree.names[before] >= 0 or not tree.is_noun(before):
                return

    def _find_seats(self, nouns: list[int]) -> Iterator[str]:
        """The countries of the cities that firms are based in: "the Lyon-based firm" is French."""
        tree = self.tree
        for based in (child for noun in nouns for child in tree.find_children(noun, "amod", "acl") if tree.lower[child] in SEATED):
            cities = (self.discourse.at_token.get(token) for token in range(max(0, based - 3), based))
            places = [thing.cluster.place for thing in cities if thing is not None and thing.cluster is not None]
            for place in places:
                country = self.discourse.background.place(place.country_iri) if place is not None and place.country_iri else None
                if country is not None:
                    yield country.name

    def find(self, noun: int) -> frozenset[str]:
        """The countries that stand before a noun, before one that it is apposed to or a title of, or that a word of origin means."""
        tree = self.tree
        nouns = [noun, tree.heads[noun]] if tree.deps[noun] == "appos" else [noun]
        found = (
            self.discourse.at_token.get(child) for head in nouns for child in tree.find_children(head, "compound", "nmod", "amod", "poss")
        )
        countries = {thing.label for thing in found if thing is not None and thing.class_iri == COUNTRY}
        countries |= {*self._find_seats(nouns), *self._find_before_name(noun)}
        if tree.names[noun] < 0 and tree.words[noun][0].isupper() and self.mentions.types[noun] == (PERSON,):
            place = self.discourse.background.find_country_of_demonym(tree.words[noun])
            countries |= {place.name} if place is not None else set()
        return frozenset(countries)
