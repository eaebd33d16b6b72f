"""Things -> whether "it" or "they" may speak of them: a team that verbs in the plural are said of is "they"."""

from __future__ import annotations

import re

from kg.resolve.discourse import Discourse
from kg.resolve.things import Thing
from kg.terms import COMPANY, CONCEPT, COUNTRY, ORGANIZATION, PARTY, PEOPLE_GROUP, PERSON, PLACE, SITE, TEAM


class Numbers:
    """Knows of the things of one article whether they are one or many."""

    def __init__(self, discourse: Discourse) -> None:
        self.tree, self.ontology = discourse.tree, discourse.ontology

    def is_one(self, thing: Thing) -> bool:
        """A pronoun hardly ever takes up a place that is no actor."""
        is_one = thing.class_iri not in {PERSON, PEOPLE_GROUP, CONCEPT} and not (thing.class_iri == TEAM and self._plays_as_many(thing))
        return is_one and thing.named and not self.is_mere_place(thing)

    def _plays_as_many(self, team: Thing) -> bool:
        """ "Halden Rovers have won": a team that verbs in the plural are said of is "they", and not "it"."""
        tree = self.tree
        verbs = [tree.heads[token] for token in team.tokens if tree.deps[token] in {"nsubj", "nsubjpass"} and tree.names[token] >= 0]
        forms = [form for verb in verbs for form in (verb, *tree.find_children(verb, "aux", "auxpass"))]
        return any(tree.tags[form] == "VBP" or tree.lower[form] == "were" for form in forms)

    def is_mere_place(self, thing: Thing) -> bool:
        """Whether a thing is a place that does nothing."""
        is_actor = thing.class_iri == COUNTRY or self.ontology.is_a(thing.class_iri, SITE)
        return self.ontology.is_a(thing.class_iri, PLACE) and not is_actor

    def are_many(self, thing: Thing) -> bool:
        """People, teams and parties, and any organisation whose name is a plural ("the Greens")."""
        if thing.class_iri == PEOPLE_GROUP or thing.named and thing.class_iri in {TEAM, PARTY}:
            return True
        head = re.split(" (?:of|for|in) ", thing.label)[0]
        is_plural = head.endswith("s") and thing.class_iri != COMPANY
        is_plural = is_plural and (" " not in head or any(map(self.tree.is_definite, thing.tokens)))
        return is_plural and thing.cluster is not None and self.ontology.is_a(thing.class_iri, ORGANIZATION)
