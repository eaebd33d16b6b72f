"""A candidate -> clues of the nouns that describe it: in apposition, right before the name, in "X is a ..." and "known as X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.names.candidates import Candidate, Clue
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import MEDIA_NOUNS, PLACE_NOUNS, SIZES, TRADES
from kg.mentions.names.words import QUOTES, Words
from kg.namespaces import to_iri
from kg.records import Iri
from kg.terms import CITY, CONCEPT, COUNTRY, MEDIA, ORGANIZATION, PERSON, PLACE, TEAM

NAMED_BY_NOUN: tuple[Iri, ...] = tuple(
    to_iri(name)
    for name in (
        "schema:Person", "schema:Organization", "schema:Place", "news:Programme", "schema:CreativeWork", "news:NamedEvent", "news:Award",
        "schema:Product",
        "news:Legislation",
    )
)  # fmt: skip
DOUBTFUL_MEDIA = frozenset({"agency", "channel", "station", "website", "paper", "journal"})


class Descriptions:
    """The nouns of one document that say what a name names."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon

    def find(self, candidate: Candidate) -> Iterator[Clue]:
        """ "X, the union that ..." and "the broker X": what a noun in apposition, before the name or in "X is a ..." calls it."""
        words = self.words
        root = words.root(candidate.start, candidate.end)
        nouns = [child for child in words.children[root] if words.dep[child] == "appos" and child >= candidate.end]
        before = candidate.start - 1
        while before >= 0 and words.text[before] in QUOTES | {","}:
            before -= 1
        before = self._find_kind_before(candidate, before)
        if (
            before >= 0
            and words.at(before) in MEDIA_NOUNS
            and words.at(before) not in {"agency", "station", "website"}
            and before == candidate.start - 1
        ):
            yield MEDIA, 1.5
        if before == candidate.start - 1 and words.at(before).endswith("s") and PERSON in self.lexicon.classes(words.at(before)[:-1])[:1]:
            yield PERSON, 2
        if (
            before >= 0
            and (words.tag[before] == "NN" or words.is_hyphened(before))
            and (
                words.dep[before] in {"compound", "nmod", "appos", "prt"}
                or words.head[root] == before
                or before < candidate.start - 1
                or self._is_owned(before)
            )
        ):
            nouns.append(before)
        if words.dep[root] == "appos" and words.head[root] < candidate.start:
            nouns.append(words.head[root])
        if words.at(candidate.start - 1) == ",":
            nouns = [self._find_holder_above(noun, candidate) for noun in nouns]
        if words.dep[root] == "nsubj" and words.lemma[words.head[root]] == "be":
            nouns += [child for child in words.children[words.head[root]] if words.dep[child] == "attr"]
        for noun in dict.fromkeys(nouns):
            is_noun = words.tag[noun] in {"NN", "NNP"} or words.is_hyphened(noun)
            if not is_noun or words.ent[noun] in {"PERSON", "DATE", "CARDINAL", "GPE", "ORG"}:
                continue
            class_iri = self._class_of_noun(noun)
            if class_iri == PERSON and (self._is_sized(noun) or words.lemma[noun] in TRADES):
                yield from self._describe_trade(noun)
                continue
            if class_iri is not None:
                yield class_iri, 3 if class_iri == PERSON else 4 if noun == candidate.start - 1 else 3.5
            if class_iri is not None and class_iri != PERSON:
                yield PERSON, -2
        told = self._find_apposed_noun(candidate)
        told = self._find_named_noun(candidate) if told is None else told
        if told is not None and told not in nouns:
            class_iri = self._class_of_noun(told)
            if class_iri is not None:
                yield class_iri, 3.5 if told < candidate.start else 2.5
            if class_iri is not None and class_iri != PERSON:
                yield PERSON, -1
        yield from self._find_place_of(candidate)

    def _find_kind_before(self, candidate: Candidate, before: int) -> int:
        """ "A prototype of a new product, the X, ...": the noun before the comma, where an article stands before the name."""
        words, noun = self.words, before - 2
        if noun < 1 or words.at(before) != "the" or words.text[before - 1] != "," or words.at(candidate.end) not in {",", "."}:
            return before
        is_new = any(words.lower[child] in {"a", "an"} for child in words.children[noun])
        return noun if words.tag[noun] == "NN" and is_new else before

    def _is_sized(self, noun: int) -> bool:
        """Whether a noun is the largest of its like."""
        return any(self.words.lower[child].endswith(SIZES) for child in self.words.children[noun] if child < noun)

    def _describe_trade(self, noun: int) -> Iterator[Clue]:
        """ "the third-largest farmer X": people and firms do a trade, and firms are large."""
        is_sized, is_trade = self._is_sized(noun), self.words.lemma[noun] in TRADES
        yield ORGANIZATION, 3 if is_sized and is_trade else 1.5
        yield PERSON, 0.5 if not is_sized else -1 if is_trade else 1

    def _is_owned(self, noun: int) -> bool:
        """ "The metalworkers' union X", "its subsidiary X": a name right behind a noun that has an owner says who it is."""
        return self.words.tag[noun - 1 : noun] in (["POS"], ["PRP$"])

    def _looks_like_person(self, candidate: Candidate) -> bool:
        return candidate.end - candidate.start > 1 and self.lexicon.is_given_name(self.words.text[candidate.start])

    def _find_holder_above(self, noun: int, candidate: Candidate) -> int:
        """ "The head of the cargo unit, X": where a noun for a person governs the noun before the comma, the name may be that person's.

        So it is where it looks like a person's, or where a post is one of a place, whose name would be a single word ("the town, X").
        """
        words, preposition = self.words, self.words.head[noun]
        holder = words.head[preposition]
        if words.dep[noun] != "pobj" or words.lower[preposition] != "of" or holder > noun:
            return noun
        if self._looks_like_person(candidate):
            return holder if self._class_of_noun(holder) == PERSON else noun
        is_of_place = words.lemma[noun] in PLACE_NOUNS and candidate.end - candidate.start > 1
        return holder if is_of_place and self.lexicon.is_post(words.lemma[holder]) else noun

    def _find_named_noun(self, candidate: Candidate) -> int | None:
        """The noun of "a programme known as X", "the film called X"."""
        words, verb = self.words, candidate.start - 1
        while verb >= 0 and words.text[verb] in QUOTES:
            verb -= 1
        if words.at(verb) == "as":
            verb -= 1
        if words.at(verb) not in {"known", "called", "named", "dubbed", "entitled", "titled"}:
            return None
        if words.dep[verb] in {"acl", "relcl"}:
            return words.head[verb]
        noun = verb - 1 - (words.at(verb - 1) == ",")
        return noun if noun >= 0 and words.tag[noun] in {"NN", "NNS"} else None

    def _find_apposed_noun(self, candidate: Candidate) -> int | None:
        """The noun of ", the union that", ", a maker of": by the order of words alone, where the grammar saw no apposition."""
        words, end = self.words, candidate.end
        if words.at(end) != "," or words.at(end + 1) not in {"the", "a", "an"}:
            return None
        for token in range(end + 2, min(end + 7, len(words))):
            tag = words.tag[token]
            if tag == "NN" and words.tag[token + 1 : token + 2] != ["NN"]:
                return token if words.at(token + 1) in {",", "that", "which", "who", "of", "for", "in", "."} else None
            if tag not in {"JJ", "NN", "NNP", "HYPH", "VBN", "VBG", "CD", "JJS"}:
                return None
        return None

    def _find_place_of(self, candidate: Candidate) -> Iterator[Clue]:
        """ "the town of X", "in X province"."""
        words, start = self.words, candidate.start
        if words.at(start - 1) == "of" and start > 1:
            noun = words.at(start - 2)
            if noun in PLACE_NOUNS:
                yield self.lexicon.classes(noun)[0] if self.lexicon.classes(noun) else PLACE, 4
                yield PERSON, -2
        if words.at(start - 1) in {"town", "village", "city"}:
            yield CITY, 3
        is_modifier = words.is_modifier(candidate.start, candidate.end)
        if is_modifier and words.at(candidate.end) in {"district", "province", "region", "island", "valley"}:
            yield PLACE, 3

    def _class_of_noun(self, noun: int) -> Iri | None:
        words, lexicon = self.words, self.lexicon
        lemma = words.lemma[noun]
        pair = f"{words.lower[noun - 1]} {lemma}" if noun else lemma
        if words.is_hyphened(noun):
            pair = f"{words.lower[noun - 2]}-{lemma}"
        if lemma in MEDIA_NOUNS:
            is_press = lemma not in DOUBTFUL_MEDIA or words.at(noun - 1) in {"news", "press", "television", "radio", "tv"}
            return MEDIA if is_press else ORGANIZATION
        known = lexicon.ontology.class_nouns.get(pair) or lexicon.ontology.class_nouns.get(lemma)
        if known is None and lexicon.is_post(lemma):
            return PERSON
        if known is None:
            pairs, alone = lexicon.background.find_noun_classes(pair), lexicon.background.find_noun_classes(lemma)
            ranked = [iri for iri in pairs or alone if iri != CONCEPT]
            known = ranked[0] if ranked else None
        if known == COUNTRY and lemma != "country":
            return PLACE
        if known == TEAM and words.tag[noun - 2 : noun] == ["NNS", "POS"]:  # "the supporters' club X" plays no matches
            return ORGANIZATION
        is_nameable = known is not None and any(lexicon.ontology.is_a(known, allowed) for allowed in NAMED_BY_NOUN)
        return known if is_nameable else None
