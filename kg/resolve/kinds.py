"""Things -> whether a noun may name their kind: "the insurer" is Lumina Insurance, "the county" no Lumina Road, "the team" no ministry."""

from __future__ import annotations

from kg.namespaces import to_iri
from kg.records import Iri
from kg.resolve.discourse import Discourse
from kg.resolve.modifiers import find_modifiers
from kg.resolve.persons import find_gender_of_noun
from kg.resolve.things import Thing
from kg.terms import (
    AUTHORITY,
    CITY,
    COMPANY,
    CONCEPT,
    COUNTRY,
    FORMER,
    GOVERNMENT,
    MEDIA,
    ORGANIZATION,
    PEOPLE_GROUP,
    PERSON,
    PLACE,
    POST,
    REGION,
    TEAM,
)

ASSOCIATION, TRADE_UNION = to_iri("news:Association"), to_iri("news:TradeUnion")
FIRMS, UNITS, BODIES, CRAFT = (to_iri(f"lex:{group}") for group in ("Firm", "Unit", "Body", "Craft"))
UNMARKED = (COMPANY, TEAM)
"""Kinds of organisation whose names do not say the kind, as those of courts and universities do."""
TERRITORIES = frozenset({CITY, REGION, COUNTRY})
"""What "the scene", "the border" and other places without a kind of their own never stand for."""
AGED = ("old", "olds")
LENGTH_OF_STEM = 5
WHERE = frozenset({"in", "into", "on", "near", "at", "across"})
"""Prepositions of places, and of media, that no firm was told of with."""


class Kinds:
    """Compares the things of one article with the nouns that may take them up."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions, self.ontology = discourse, discourse.tree, discourse.mentions, discourse.ontology

    def may_be(self, thing: Thing, wanted: Iri, head: int) -> bool:
        """Whether a noun that asks for a class may speak of a thing, by what that is and was called."""
        if thing.class_iri in {CONCEPT, PEOPLE_GROUP} or thing.country is not None and wanted != GOVERNMENT:
            return False
        if wanted == PLACE and thing.class_iri in TERRITORIES or self._is_of_other_territory(thing, head):
            return False
        if wanted == PERSON:
            is_other = self._is_of_other_age(thing, head) or self._is_of_other_gender(thing, head)
            return thing.class_iri == PERSON and self._may_hold_post(thing, head) and not is_other
        lemma = self.tree.lemmas[head]
        if thing.cluster is None or lemma in self.ontology.group(UNITS) and lemma not in thing.label.lower().split():
            return False
        is_of_name = self.is_of_name(thing, head)
        if is_of_name and self.ontology.is_a(wanted, thing.class_iri):
            return True
        if not (wanted == ORGANIZATION and is_of_name) and not self._is_of_kind(thing, head, wanted):
            return False
        if self.ontology.is_a(thing.class_iri, wanted) or (wanted, thing.class_iri) == (TRADE_UNION, ASSOCIATION):
            return wanted != ORGANIZATION or thing.class_iri != COUNTRY
        return thing.class_iri == ORGANIZATION and self._may_be_unmarked(thing, wanted, head)

    def _may_be_unmarked(self, thing: Thing, wanted: Iri, head: int) -> bool:
        """Whether an organisation of no known kind may be a firm or, where teams play, a team; what only says where is no firm."""
        if self.ontology.is_a(wanted, TEAM):
            return self.tree.lemmas[head] == "club" or any(other.class_iri == TEAM for other in self.discourse.walk_named())
        return self.ontology.is_a(wanted, COMPANY) and not self._only_says_where(thing)

    def _only_says_where(self, thing: Thing) -> bool:
        """ "Moved to Fairmont", "stoppages in Melbourne, Brisbane and Fremantle", "shared on Facebook"."""
        tree = self.tree
        if any(self._is_listed_with_city(token) for token in thing.tokens):
            return True
        tops = [tree.heads[token] if tree.deps[token] == "conj" else token for token in thing.tokens]
        behind = [tree.lower[tree.heads[top]] for top in tops if tree.deps[top] == "pobj"]
        return bool(tops) and len(behind) == len(tops) and (len(tops) == 1 and behind[0] == "to" or WHERE.issuperset(behind))

    def _is_listed_with_city(self, token: int) -> bool:
        """Whether a name stands in a list with a city."""
        tree = self.tree
        others = [tree.heads[token] if tree.deps[token] == "conj" else token, *tree.find_children(token, "conj")]
        things = (self.discourse.at_token.get(other) for other in others if other != token)
        return any(thing is not None and thing.class_iri == CITY for thing in things)

    def _is_of_other_territory(self, thing: Thing, head: int) -> bool:
        """No school district is Lumina County, nor is a county a state; of a region nothing tells whether it is a state or a district."""
        if thing.class_iri not in TERRITORIES:
            return False
        lemma, last = self.tree.lemmas[head], thing.label.lower().split()[-1]
        told, asked = (self.ontology.class_nouns.get(noun) for noun in (last, lemma))
        is_told = " " in thing.label and told in TERRITORIES and told != asked
        parts = [child for child in self.tree.find_children(head, "compound", "amod") if self.tree.names[child] < 0]
        is_part = lemma == "district" and (last != lemma or bool(parts))
        return is_part or is_told and lemma != last and asked in TERRITORIES

    def _is_of_other_gender(self, person: Thing, head: int) -> bool:
        """No father is called Ana."""
        told = find_gender_of_noun(self.tree.lemmas[head])
        known = self.discourse.background.find_gender(person.label.split()[0])
        return told is not None and known in {"m", "f"} and told != known

    def _is_of_other_age(self, thing: Thing, head: int) -> bool:
        """Whether "the 63-year-old" comes after "X, 51, ..."."""
        tree = self.tree
        age = next((number for token in tree.find_core(head) if (number := tree.words[token].split("-")[0]).isdigit()), None)
        behind = [tree.words[token + 2] for token in thing.tokens if token + 2 < head and tree.words[token + 1] == ","]
        ages = [word for word in behind if word.isdigit()]
        return tree.lower[head].endswith(AGED) and age is not None and bool(ages) and age not in ages

    def _is_of_kind(self, thing: Thing, head: int, wanted: Iri) -> bool:
        """Whether neither its name nor what it was called tells that a thing is of another kind than the noun."""
        lemma = self.tree.lemmas[head]
        if lemma in self.ontology.group(FIRMS) and thing.class_iri == MEDIA:
            return False
        is_firm = lemma in self.ontology.group(FIRMS) and thing.class_iri == COMPANY  # "the group", of whatever class the noun is listed
        if wanted in {AUTHORITY, ORGANIZATION} and thing.class_iri not in {wanted, ORGANIZATION} and not is_firm:
            return False
        if not self.ontology.is_a(wanted, ORGANIZATION):
            callings = self.discourse.nouns_of[thing.number]
            is_told = bool(callings) or self._tells_kind(thing)
            return not is_told or lemma in callings or lemma in self.ontology.group(CRAFT) or wanted == PERSON or wanted in TERRITORIES
        if wanted not in {AUTHORITY, ORGANIZATION} or lemma in self.ontology.group(BODIES):
            return True
        kinds = [word.lower() for word in thing.label.split() if self.ontology.class_nouns.get(word.lower()) == wanted]
        return not kinds or lemma in kinds

    def _tells_kind(self, thing: Thing) -> bool:
        """Whether the last word of a name is a noun for what it names: "the Sayan Dam" is no bridge."""
        last = thing.label.lower().split()[-1]
        return last in self.ontology.class_nouns or bool(self.discourse.background.find_noun_classes(last))

    def _may_hold_post(self, thing: Thing, head: int) -> bool:
        """ "the president" is somebody known to be one, and "the former president" to have been one; "the man" may be anybody."""
        lemma = self.tree.lemmas[head]
        if POST not in self.mentions.types[head]:
            return True
        posts = [set(post.lower().split()) for post in self.discourse.posts_of[thing.number]]
        return any(lemma in post and (not self.is_past(head) or not self.ontology.group(FORMER).isdisjoint(post)) for post in posts)

    def is_of_name(self, thing: Thing, head: int) -> bool:
        """Whether a word of a name says what the noun does: "the insurer" is Lumina Insurance, "the bank" Lumina Bank."""
        lemma = self.tree.lemmas[head]
        if self.ontology.class_nouns.get(lemma) in TERRITORIES and thing.class_iri not in TERRITORIES:
            return thing.label.lower().split()[-1] == lemma
        stem = lemma[:LENGTH_OF_STEM]
        if len(stem) < LENGTH_OF_STEM and stem not in {word.lower() for word in thing.label.split()}:
            return False
        return any(word.lower().startswith(stem) for word in thing.label.split())

    def is_past(self, noun: int) -> bool:
        """Whether a noun tells of what somebody was: "the former mayor"."""
        return not self.ontology.group(FORMER).isdisjoint(find_modifiers(self.tree, noun)) or any(
            self.tree.lower[child] in self.ontology.group(FORMER) for child in self.tree.find_children(noun, "advmod")
        )
