"""What the vocabulary and the background table know of a single word, remembered for one document."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from kg.mentions.names.vocabulary import HONORIFICS
from kg.records import Iri
from kg.terms import CONCEPT

if TYPE_CHECKING:
    from kg.background import Background, Place
    from kg.ontology import Ontology

MOST_COMMON_ACRONYM = 5


class Lexicon:
    """Look-ups by word; ``ontology`` and ``background`` answer the rest."""

    def __init__(self, ontology: Ontology, background: Background) -> None:
        self.ontology, self.background = ontology, background
        self.is_post = cache(partial(_is_post, ontology, background))
        self.places = cache(background.find_places)
        self.demonym = cache(background.find_country_of_demonym)
        self.gender = cache(background.find_gender)

    def is_title(self, word: str) -> bool:
        """Whether a word may stand before the name of a person ("Mr", "President") or of several ("Ministers")."""
        return word in HONORIFICS or self.is_post(word) or (word.endswith("s") and self.is_post(word[:-1]))

    def is_given_name(self, word: str) -> bool:
        """Whether people bear the word as a given name."""
        return self.gender(word) is not None

    def is_state(self, surface: str) -> bool:
        """Whether the gazetteer's best place of that name is a country or an organisation of states."""
        places = self.places(surface)
        return bool(places) and places[0].kind in {"country", "organization"}

    def best_place(self, surface: str) -> Place | None:
        """The gazetteer's best place of that name."""
        places = self.places(surface)
        return places[0] if places else None

    def classes(self, noun: str) -> tuple[Iri, ...]:
        """The classes of things that a common noun names, best first; the vocabulary's before the table's."""
        known = self.ontology.class_nouns.get(noun)
        found = self.background.find_noun_classes(noun)
        return (known, *found) if known is not None else found

    def is_common_noun(self, word: str) -> bool:
        """Whether a dictionary has the word as a noun."""
        return bool(self.classes(word))

    def is_common_acronym(self, text: str) -> bool:
        """Whether capitals stand for a common noun ("AI", "NGOs"): the noun table knows it and no gazetteer does."""
        text = text.removesuffix("s")
        if not text.isupper() or len(text) > MOST_COMMON_ACRONYM or self.places(text):
            return False
        classes = self.classes(text.lower())
        return bool(classes) and (classes[0] == CONCEPT or text.lower() in self.ontology.class_nouns)


def _is_post(ontology: Ontology, background: Background, word: str) -> bool:
    """Whether a word names an office or job ("minister")."""
    return word in ontology.post_nouns or background.is_post_noun(word)
