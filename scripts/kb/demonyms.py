"""WordNet and our own table -> adjectives and names of inhabitants ("Dutch", "Britons") with their country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.background import to_name_key
from scripts.kb.places import ExtraPlace, NameFinder, PlaceRow
from scripts.kb.wordnet import Synset, WordNet

MEMBER = "%m"
PERTAINS_TO = "\\"
UNCHANGED = ("ese", "ish", "ch", "s", "sh", "dic")
"""Ends of words that are their own plural."""


def build_demonyms(wordnet: WordNet, places: list[PlaceRow], extra: list[ExtraPlace]) -> list[tuple[str, str]]:
    """Return (key, place id): our own table first; of several places a country, then the one with most people."""
    candidates: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    finder, adjectives = NameFinder(wordnet), find_adjectives(wordnet)
    own = [(row.words, row.target) for row in extra if row.kind == "demonym"]
    for place in places:
        for word in (word for word, target in own if target in place.targets):
            candidates[word].append((-1, 0, place.id))
        if place.kind != "country":
            continue
        synset = finder.find_country(place)
        words = {*find_inhabitants(wordnet, synset), *adjectives[synset.key]} if synset else set()
        for word in (word for word in words if is_like_name(word, place)):
            candidates[word].append((1, -place.population, place.id))
    names = {to_name_key(name) for place in places if place.kind == "country" for name in place.names}
    demonyms = {(to_name_key(form), min(found)[2]) for word, found in candidates.items() for form in to_forms(word)}
    return sorted(row for row in demonyms if row[0] not in names)


def is_like_name(word: str, place: PlaceRow) -> bool:
    """Whether the word is built on the country's name; WordNet also counts peoples and languages ("Ewe" for Ghana)."""
    return " " not in word and "-" not in word and any(word[:3] == name[:3] for name in place.names)


def find_adjectives(wordnet: WordNet) -> defaultdict[tuple[str, int], set[str]]:
    """Return the capitalised adjectives that pertain to each noun synset."""
    adjectives: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for synset in wordnet.synsets.values():
        for pointer in synset.pointers:
            if pointer.symbol == PERTAINS_TO and synset.key[0] == "a":
                word = synset.words[pointer.source_word - 1]
                if word[0].isupper():
                    adjectives[pointer.target].add(word)
    return adjectives


def find_inhabitants(wordnet: WordNet, synset: Synset) -> Iterator[str]:
    """Yield the capitalised nouns for the members of a people."""
    person = wordnet.find_sense("person.1")
    for key in synset.find_targets(MEMBER):
        if person in wordnet.walk_up(key):
            yield from (word for word in wordnet.synsets[key].words if word[0].isupper())


def to_forms(word: str) -> tuple[str, ...]:
    """Return singular and plural.

    >>> to_forms("Briton"), to_forms("Dutch"), to_forms("Frenchman"), to_forms("German")
    (('Briton', 'Britons'), ('Dutch',), ('Frenchman', 'Frenchmen'), ('German', 'Germans'))
    """
    if word.endswith(("hman", "sman", "woman")):
        return word, word.removesuffix("man") + "men"
    return (word,) if word.endswith(UNCHANGED) else (word, word + "s")
