"""Words -> runs of tokens that may be names: what the model saw, trimmed and completed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.posts import find_posts
from kg.mentions.names.vocabulary import (
    BEFORE_LANGUAGES,
    CALENDAR,
    CLASS_OF_LABEL,
    COMPANY_ENDINGS,
    HEADS,
    HONORIFICS,
    LANGUAGE_WORDS,
    LATIN_TAILS,
    PARTICLES,
    POST_MODIFIERS,
    TITLES_IN_NAMES,
)
from kg.mentions.names.words import APOSTROPHES, DASHES, NAME_TAGS, Words
from kg.records import Iri
from kg.terms import ORGANIZATION, PERSON

EDGES = " \t\n\r\u00a0,.;:'\"“”‘()[]–—-|•#*"
ARTICLES = frozenset({"the", "a", "an"})
PREFIX = re.compile(r"(?:ex|anti|pro|non|post|mid|then|un)-(?=[A-ZÀ-Þ])", re.IGNORECASE)
PREFIXES = frozenset({"ex", "anti", "pro", "non", "then", "post"})
ABBREVIATIONS = COMPANY_ENDINGS | LATIN_TAILS | {"bros.", "dept.", "univ."}
SCORE = re.compile(r"\d+[-–:]\d+")
SHORTEST_INITIALS = 3
SMALL_IN_NAMES = frozenset({"of", "for", "and", "on", "&"})
YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d\d)?")
NUMBER_WORDS = frozenset({"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"})
ELIDED = re.compile(r"(?:d|dell|del|l)[’'][A-ZÀ-Þ]")
LEADING_TRADE = re.compile(r"rival|start-?up|airline|[a-z]+(er|or|ist|aire)")
CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]\w*")
NEAR_PARTNER = 3
"""Words within which the second of two names follows."""


Clue = tuple[Iri, float]
"""A class, and how much speaks for it; against it where negative."""


@dataclass(slots=True)
class Candidate:
    """Tokens that may be a name; ``label`` is the model's, if it saw one.

    ``skip`` characters of the first token and ``clip`` of the last do not belong to it.
    """

    start: int
    end: int
    label: str
    skip: int = 0
    clip: int = 0


class CandidateFinder:
    """The names that one document may hold, as far as the borders of each can be told by itself."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.posts = find_posts(words, lexicon)
        self.initials = frozenset(find_initials(words))

    def find(self) -> list[Candidate]:
        """The model's entities, trimmed and completed, in text order."""
        found: list[Candidate] = []
        covered = [False] * len(self.words)
        for ent in self.words.doc.ents:
            if ent.label_ not in CLASS_OF_LABEL or (ent.label_ == "NORP" and not self._is_people(ent.start, ent.end)):
                continue
            label = "" if ent.label_ == "WORK_OF_ART" and self._is_holder(ent.start, ent.end) else ent.label_
            for start, end in self._split(ent.start, ent.end, label):
                candidate = self.trim(start, end, label)
                if candidate is not None and not any(covered[candidate.start : candidate.end]):
                    self._extend(candidate, covered)
                    self._cut_to_capitals(candidate)
                    found.append(candidate)
                    covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
        return sorted(found, key=lambda candidate: candidate.start)

    def _is_people(self, start: int, end: int) -> bool:
        """An adjective that no country has ("European") names nobody."""
        words = self.words
        return words.tag[words.root(start, end)] not in {"JJ", "JJS"} or self.lexicon.demonym(words.surface(start, end)) is not None

    def _is_holder(self, start: int, end: int) -> bool:
        """ "Lumina Chief Executive" and the name of a person: a post behind a first word is no work, unless a quotation mark closes it."""
        words = self.words
        is_quoted = end < len(words) and words.text[end] in {"”", '"', "’", "»", "'"}
        return not is_quoted and not self.posts[start] and any(self.posts[start + 1 : end])

    # ------------------------------------------------------------ borders

    def _split(self, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
        """An entity never runs over a line end or a dash, a place never over a comma ("Lyon, France"), a person never over "and"."""
        first = start
        for number in range(start, end):
            if self._is_border(number, label, start) or (label != "WORK_OF_ART" and number > first and self._is_verb(number)):
                if number > first:
                    yield first, number
                first = number + 1
            elif label not in {"WORK_OF_ART", "LAW"} and number > first and self._is_foreign_word(number):
                yield first, number
                first = number + 1
            elif label == "PERSON" and number > first + 1 and self.words.text[number] == self.words.text[number - 1]:
                yield first, number
                first = number
        if end > first:
            yield first, end

    def _is_verb(self, token: int) -> bool:
        return (
            self.words.tag[token] in {"VBD", "VBZ", "VBP"}
            and self.words.text[token].islower()
            and self.words.lower[token] not in APOSTROPHES
        )

    def _is_foreign_word(self, token: int) -> bool:
        """A common noun in small letters among the capitals of a name, right before another capital: a verb of a headline."""
        words = self.words
        text = words.text[token]
        if not text.isalpha() or not text.islower() or len(text) < 3 or not words.is_capital(token - 1):
            return False
        return token + 1 < len(words) and words.is_capital(token + 1) and text not in PARTICLES and self.lexicon.is_common_noun(text)

    def _is_border(self, token: int, label: str, start: int) -> bool:
        text = self.words.text[token]
        if "\n" in text or (self.posts[token] and label != "WORK_OF_ART") or (text == "," and label in {"GPE", "LOC", "PERSON"}):
            return True
        if text in DASHES:
            return self.words.spaced[token] and token > start and self.words.spaced[token - 1]
        if text in {"and", "und"} and label in {"GPE", "FAC", "LOC", "PERSON"}:
            return label == "PERSON" or bool(token > start and self.lexicon.places(self.words.surface(start, token)))
        return False

    def trim(self, start: int, end: int, label: str) -> Candidate | None:
        """Cut articles, possessives, punctuation, titles and scores off the ends."""
        words, lexicon = self.words, self.lexicon
        while start < end and (self._is_edge(start, first=True) or self._is_small_adjective(start, end)):
            start += 1
        if end - start > 2 and words.lower[start] in PREFIXES and words.text[start + 1] in DASHES:
            start += 2
        if end - start > 2 and label == "ORG" and self._is_count(start) and not lexicon.background.find_known(words.surface(start, end)):
            start += 1
        while end > start and (self._is_edge(end - 1, first=False) or self._is_tail(end - 1, start)):
            end -= 1
        if end - start > 1 and self._is_leading_trade(start) and not lexicon.background.find_known(words.surface(start, end)):
            start += 1
        if end - start > 3 and words.text[end - 2] in DASHES and words.text[end - 1].isdigit() and words.text[end - 3].isdigit():
            end -= 3
        start, end = self._cut_posts(start, end, label)
        if label == "ORG" and end < len(words) and self.posts[end] and lexicon.demonym(words.surface(start, end)) is not None:
            label = "NORP"
        if not any(self._looks_like_name(token) for token in range(start, end)):
            return None
        candidate = Candidate(start, end, label)
        prefix = PREFIX.match(words.text[start])
        if prefix is not None:
            candidate.skip = prefix.end()
        return candidate if self._may_be_name(start, end, label) else None

    def _is_count(self, token: int) -> bool:
        """ "The 1412 Maritime Union members": a number before an organisation, but no year."""
        return self.words.text[token].replace(",", "").isdigit() and YEAR.fullmatch(self.words.text[token]) is None

    def _is_small_adjective(self, token: int, end: int) -> bool:
        """ "the paramilitary Rapid Relief Forces": an adjective in small letters before capitals."""
        words = self.words
        is_small = words.text[token].islower() and words.tag[token] == "JJ" and words.lower[token] not in PARTICLES
        return is_small and token + 1 < end and words.is_capital(token + 1)

    def _is_leading_trade(self, token: int) -> bool:
        """ "Retailer X opened", "Founders X and Y": a noun for firms or persons that begins a sentence, before a name that is no word."""
        words, lexicon, lower = self.words, self.lexicon, self.words.lower[token]
        if lower.endswith("s") and "and" in words.lower[token + 2 : token + 2 + NEAR_PARTNER]:
            lower = lower[:-1]
        if not words.starts_sentence(token) or words.is_titled(token) or lexicon.is_given_name(lower) or not LEADING_TRADE.fullmatch(lower):
            return False
        following = words.lower[token + 1]
        is_word = lexicon.is_common_noun(following) and not lexicon.is_given_name(following)
        if not words.is_capital(token + 1) or following in HEADS or is_word:
            return False
        is_actor = any(lexicon.ontology.is_a(iri, kind) for iri in lexicon.classes(lower)[:1] for kind in (PERSON, ORGANIZATION))
        return is_actor or lexicon.is_post(lower)

    def find_glued_stop(self, token: int) -> int:
        """1 where the full stop of the sentence has stuck to its last word."""
        words = self.words
        text = words.text[token]
        is_last = token + 1 == len(words) or words.starts_sentence(token + 1) or not words.text[token + 1].strip()
        return int(is_last and len(text) > 3 and text.endswith(".") and text.count(".") == 1 and text.lower() not in ABBREVIATIONS)

    def _looks_like_name(self, token: int) -> bool:
        text = self.words.text[token]
        return text[:1].isupper() or text[:1].isdigit() or CAMEL.match(text) is not None

    def _is_edge(self, token: int, *, first: bool) -> bool:
        text = self.words.text[token]
        if not text.strip(EDGES):
            return first or text != "." or f"{self.words.at(token - 1)}." not in ABBREVIATIONS
        if self.words.tag[token] == "POS" or text in APOSTROPHES:
            return True
        return self.words.lower[token] in ARTICLES if first else self.words.lower[token] in ARTICLES | {"of", "and", "for", "in"}

    def _is_tail(self, token: int, start: int) -> bool:
        """A score or a minute of play behind a name is none of it."""
        words = self.words
        text = words.text[token]
        if token == start:
            return False
        if SCORE.fullmatch(text):
            return True
        following = words.text[token + 1] if token + 1 < len(words) and not words.spaced[token] else ""
        return text.isdigit() and following[:1] in {"-", "–", "'", "’", ":"}

    def _cut_posts(self, start: int, end: int, label: str) -> tuple[int, int]:
        """ "President X" is X, "National Front Vice President" before a name is the National Front."""
        words, lexicon = self.words, self.lexicon
        if label == "PERSON":
            while start < end - 1 and self._is_leading_title(start):
                start += 1
            while end - start > 2 and words.lower[end - 1] in LATIN_TAILS:
                end -= 1
        is_followed = end < len(words) and (words.is_name_word(end) or words.lower[end] == "of")
        if label == "WORK_OF_ART" or not is_followed or (label == "PERSON" and lexicon.is_given_name(words.text[start])):
            return start, end
        return start, self._find_post(start, end)

    def _find_post(self, start: int, end: int) -> int:
        """Where a post at the end of a run begins; a portfolio between a state and the post goes with it."""
        words, lexicon = self.words, self.lexicon
        post = end
        while (
            post > start
            and words.is_capital(post - 1)
            and (lexicon.is_post(words.lower[post - 1]) or (post < end and words.lower[post - 1] in POST_MODIFIERS))
        ):
            post -= 1
        if post == start and end - start == 1:
            return end
        if post < end and post - start > 1:
            return next((stop for stop in range(post - 1, start, -1) if lexicon.is_state(words.surface(start, stop))), post)
        return post

    def _is_leading_title(self, token: int) -> bool:
        lower = self.words.lower[token]
        if lower in HONORIFICS or lower in self.lexicon.ontology.post_nouns:
            return lower not in TITLES_IN_NAMES
        return self.lexicon.is_post(lower) and not self.lexicon.is_given_name(lower)

    def _may_be_name(self, start: int, end: int, label: str) -> bool:
        """Whether the words can be a name at all: no acronym of a common noun, no weekday, no title alone."""
        words = self.words
        if end - start > 1:
            return any(words.lower[token] not in HONORIFICS for token in range(start, end))
        lower = words.lower[start]
        if lower in CALENDAR or lower in self.lexicon.ontology.post_nouns or lower in HONORIFICS:
            return False
        if words.starts_sentence(start) and self.lexicon.is_post(lower) and label != "PERSON" and not self.lexicon.is_given_name(lower):
            return False
        if words.tag[start] in {"NN", "NNS"} and words.text[start].islower():
            return False
        if label not in {"", "NORP", "FAC", "LAW"} and self.is_common_acronym(words.text[start]):
            return False
        return not self._is_language(start)

    def is_common_acronym(self, text: str) -> bool:
        """Whether capitals stand for a common noun, and for no name of the document."""
        return text not in self.initials and self.lexicon.is_common_acronym(text)

    def _is_language(self, token: int) -> bool:
        """ "speaks Polish", "in Polish", "Polish-language": an adjective of origin that names a language."""
        words = self.words
        if self.lexicon.demonym(words.text[token]) is None or self.lexicon.places(words.text[token]):
            return False
        following = words.at(token + 1) if words.at(token + 1) not in DASHES else words.at(token + 2)
        if following in LANGUAGE_WORDS:
            return True
        is_alone = words.head[token] < token or not words.tag[words.head[token]].startswith("N")
        is_singular = words.tag[token] in {"NNP", "NN", "JJ"} and not words.text[token].endswith("s")
        return is_alone and is_singular and words.at(token - 1) in BEFORE_LANGUAGES

    def _cut_to_capitals(self, candidate: Candidate) -> None:
        """Leave out the small words at the end ("the X party"), unless the name began with none else."""
        words = self.words
        end = candidate.end
        while end > candidate.start + 1 and words.text[end - 1].islower():
            end -= 1
        if words.is_capital(end - 1) or words.text[end - 1][:1].isdigit():
            candidate.end = end

    def _extend(self, candidate: Candidate, covered: Sequence[bool]) -> None:
        """Take in proper nouns that the model left out at either end ("Port Ellery" + "Infirmary")."""
        words = self.words
        if candidate.label == "NORP" and words.is_name_word(candidate.end - 1) and not words.spaced[candidate.end - 1]:
            if words.text[candidate.end : candidate.end + 1] == ["-"] and words.text[candidate.end + 1 : candidate.end + 2] != []:
                candidate.label = "" if words.is_name_word(candidate.end + 1) else "NORP"
        while candidate.end < len(words) and (step := self._find_continuation(candidate.start, candidate.end)):
            candidate.end += step
        if candidate.label == "PERSON" and self._is_bare_given_name(candidate) and not covered[candidate.end]:
            candidate.end += 1
        if (
            candidate.label == "PERSON"
            and candidate.end < len(words)
            and ELIDED.match(words.text[candidate.end])
            and words.spaced[candidate.end - 1]
        ):
            candidate.end += 1
        if candidate.label == "NORP":
            return
        while candidate.start > 0 and not covered[candidate.start - 1] and self._precedes(candidate.start - 1, candidate.start):
            candidate.start -= 1

    def _is_bare_given_name(self, candidate: Candidate) -> bool:
        """A given name right before another proper noun, whatever the grammar makes of the two."""
        words, end = self.words, candidate.end
        is_one_word = all(not words.spaced[token] for token in range(candidate.start, end - 1))
        if not is_one_word or end >= len(words) or not words.spaced[end - 1] or not words.is_name_word(end) or words.ent[end]:
            return False
        return (
            self.lexicon.is_given_name(words.text[candidate.start])
            and not words.starts_sentence(end)
            and not self.lexicon.is_post(words.lower[end])
        )

    def _find_continuation(self, start: int, end: int) -> int:
        """How many tokens a name goes on by: one word, or a hyphen and a word written together."""
        words = self.words
        if self._continues(end - 1, end) or self.is_serial_number(end - 1, end) or self.is_edition(start, end):
            return 1
        is_joined = words.text[end] in {"-", "–"} and not words.spaced[end] and not words.spaced[end - 1] and end + 1 < len(words)
        return 2 if is_joined and words.is_capital(end + 1) and not words.ent[end + 1] else 0

    def is_serial_number(self, last: int, token: int) -> bool:
        """ "Lumen 2", "Northgate One": a short number right behind a name, part of the same noun phrase."""
        words = self.words
        text = words.text[token]
        if text in NUMBER_WORDS and not words.starts_sentence(token):
            return True
        is_short = words.tag[token] == "CD" and len(text) < 4 and (text.isdigit() or text[:1].isupper()) and not self._is_tail(token, last)
        return is_short and words.head[token] in {last, words.head[last]} and words.dep[token] in {"nummod", "appos", "npadvmod"}

    def is_edition(self, start: int, token: int) -> bool:
        """ "Euro 2024": a year right behind a name, without a comma."""
        words = self.words
        return (
            YEAR.fullmatch(words.text[token]) is not None
            and words.is_capital(token - 1)
            and start <= words.head[token] < token
            and words.lower[token - 1] not in CALENDAR
            and words.tag[token - 1] in NAME_TAGS
        )

    def _continues(self, last: int, token: int) -> bool:
        words = self.words
        if not words.is_name_word(token) or words.ent[token] or words.starts_sentence(token) or self.posts[token]:
            return False
        if self.lexicon.is_post(words.lower[token]):
            return False
        return words.head[last] == token or words.head[token] in {last, words.head[last]}

    def _precedes(self, token: int, first: int) -> bool:
        words = self.words
        if not words.is_name_word(token) or words.ent[token] or words.doc[first].is_sent_start or self.posts[token]:
            return False
        if self.lexicon.is_title(words.lower[token]):
            return False
        if words.doc[token].is_sent_start and not words.doc[token].is_oov and self.lexicon.background.find_noun_classes(words.lower[token]):
            return False
        return words.dep[token] in {"compound", "nmod"} and words.head[token] in {first, words.head[first]}


def find_initials(words: Words) -> Iterator[str]:
    """The initials of every run of capitalised words, without the small words in it: what may abbreviate a name of the document."""
    letters, last = "", 0
    for token in range(len(words)):
        if words.is_capital(token) and not words.starts_sentence(token):
            letters = (
                letters + words.text[token][0] if token - last <= 1 + (words.at(token - 1) in SMALL_IN_NAMES) else words.text[token][0]
            )
            last = token
            if len(letters) >= SHORTEST_INITIALS:
                yield letters
