"""WordNet's words with a capital -> rows (name, class): what a peak, a people, a faith or a language is, only to tell names apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.background import to_thing_key
from scripts.kb.wordnet import NounSense, WordNet

CONCEPT = "skos:Concept"
PEOPLE = "news:PeopleGroup"

INSTANCES = {
    "body_of_water.1": "news:BodyOfWater",
    "location.1": "schema:Place",
    "geological_formation.1": "schema:Place",
    "land.4": "schema:Place",
}
"""Senses above places by nature, narrowest class first."""
KINDS = {
    "natural_language.1": "schema:Language",
    "religion.1": CONCEPT,
    "calendar_month.1": CONCEPT,
    "holiday.2": CONCEPT,
    "religious_holiday.1": CONCEPT,
    "religious_person.1": PEOPLE,
    "inhabitant.1": PEOPLE,
    "ethnic_group.1": PEOPLE,
    "african.1": PEOPLE,
    "semite.1": PEOPLE,
    "jew.1": PEOPLE,
    "follower.1": PEOPLE,
    "fascist.1": PEOPLE,
    "radical.4": PEOPLE,
    "advocate.1": PEOPLE,
    "politician.1": PEOPLE,
}
"""Senses above what is no single thing: languages, faiths, feasts, and who belongs to a people, a faith or a party."""

LEFT_OUT = ("country.2", "city.1", "town.1", "sign_of_the_zodiac.1", "constellation.2", "celestial_body.1", "imaginary_place.1")
NAME = re.compile(r"[A-Z][a-z][^\d]+")
"""Names of three letters and more; acronyms and dates are none."""
SHORT = 3
"""Letters of words too short to tell a place or language by."""
NO_PLURAL = ("s", "ese", "man", "men", "woman", "ch", "sh")
NO_NAMES = ("person.1", "organization.1")
"""Who and what is called so has the name first."""


class ProperNouns:
    """Reads the class of names off the hypernyms of WordNet."""

    def __init__(self, wordnet: WordNet) -> None:
        self.wordnet = wordnet
        self.instances = {wordnet.find_sense(name): class_name for name, class_name in INSTANCES.items()}
        self.kinds = {wordnet.find_sense(name): class_name for name, class_name in KINDS.items()}
        self.left_out = {wordnet.find_sense(name) for name in LEFT_OUT}
        self.no_names = {wordnet.find_sense(name) for name in NO_NAMES}

    def find_class(self, senses: Iterable[NounSense], word: str) -> str | None:
        """Return the class of the first sense that has one; None when somebody, or some body, has the name, or it is a word first."""
        found = None
        for sense in senses:
            above = list(self.wordnet.walk_up(sense.synset.key))
            is_instance = sense.synset.is_instance
            if word not in sense.synset.words:
                if found is None:
                    return None
                continue
            if self.left_out.intersection(above) or (is_instance and self.no_names.intersection(above)):
                return None
            anchors = self.instances if is_instance else self.kinds
            found = found or next((anchors[key] for key in anchors if key in above), None)
        return found


def build_name_classes(wordnet: WordNet, taken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield (folded name, class), sorted; without names in ``taken`` (folded)."""
    reader = ProperNouns(wordnet)
    found: defaultdict[str, set[str]] = defaultdict(set)
    words = {word for synset in wordnet.synsets.values() if synset.key[0] == "n" for word in synset.words if NAME.fullmatch(word)}
    for word in words:
        class_name = reader.find_class(wordnet.noun_senses.get(word.lower(), ()), word)
        if class_name is None or (class_name != PEOPLE and len(word) <= SHORT):
            continue
        has_plural = class_name == PEOPLE and not word.endswith(NO_PLURAL) and f"{word}s".lower() not in wordnet.noun_senses
        for form in (word, f"{word}s") if has_plural else (word,):
            found[to_thing_key(form)].add(class_name)
    yield from sorted((key, min(classes)) for key, classes in found.items() if len(classes) == 1 and key not in taken)
