"""Nouns -> the governments that they speak of: "the government" is that of the country that the news is about."""

from __future__ import annotations

from kg.resolve.discourse import Discourse
from kg.resolve.phrases import after_determiners
from kg.resolve.salience import Search
from kg.resolve.things import Thing
from kg.terms import COUNTRY, GOVERNMENT, REGION

FOR_COUNTRIES = Search(least_lead=1.0, reach=30, mentioned=8)
OPENING = 4
"""How many sentences, the headline among them, tell what the news is about."""


class Governments:
    """The governments of one article, one for each country."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree = discourse, discourse.tree
        self._governments: dict[int, Thing] = {}

    def find(self, head: int) -> Thing | None:
        """The government of the country that possesses or modifies the noun, else of the most salient country."""
        tree = self.tree
        country: Thing | None = None
        for child in tree.children[head]:
            thing = self.discourse.at_token.get(child)
            if tree.deps[child] in {"poss", "amod", "compound", "nmod"} and thing is not None and thing.class_iri in {COUNTRY, REGION}:
                country = thing
        if country is None and tree.find_child(head, "poss", "amod", "compound", "prep") is None and self.tree.is_definite(head):
            country = self.discourse.find_salient(head, self._is_country_of_news, FOR_COUNTRIES)
        if country is None:
            return None
        if country.number not in self._governments:
            thing = Thing(len(self.discourse.things), f"Government of {country.label}", GOVERNMENT, country=country.number)
            self.discourse.things.append(thing)
            self._governments[country.number] = thing
        government = self._governments[country.number]
        government.spans.append(tree.to_span(after_determiners(tree, tree.find_core(head))))
        return government

    def _is_country_of_news(self, thing: Thing) -> bool:
        """Whether a country is more than named in passing: in the opening, twice, or alone."""
        if thing.class_iri != COUNTRY or not thing.named:
            return False
        is_early = bool(thing.tokens) and self.tree.sentence_of[thing.tokens[0]] < OPENING
        return is_early or len(thing.tokens) > 1 or sum(other.class_iri == COUNTRY for other in self.discourse.walk_named()) == 1
