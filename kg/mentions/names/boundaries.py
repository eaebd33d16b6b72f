"""Joined candidates -> the same with the borders that their neighbours ask for: parted at "of", cut, or longer by a noun or article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.mentions.names.candidates import Candidate
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import COMPANY_ENDINGS, HEADS, TAIL_OTHERS, TAIL_PLANTS, TAIL_SITES, TAIL_SITES_OF_CITIES
from kg.mentions.names.words import Words
from kg.terms import COMPANY, MEDIA

ADJECTIVES = frozenset({"new", "former", "young", "old", "top", "ex", "late", "big"})


class Boundaries:
    """Moves the borders of the names of one document."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon

    def correct(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates in text order, some in two parts."""
        parts = [part for candidate in candidates for part in self._part(candidate)]
        self._cut_starts(parts)
        for number, candidate in enumerate(parts):
            following = parts[number + 1].start if number + 1 < len(parts) else len(self.words)
            self._take_site_noun(candidate, following, parts)
            self._take_article(candidate)
        return parts

    def _part(self, candidate: Candidate) -> Iterator[Candidate]:
        """ "X of Y" is two names where Y is a known place and X a firm or no common noun ("Ostrel of Kerrow")."""
        words = self.words
        middle = next((token for token in range(candidate.start + 1, candidate.end - 1) if words.lower[token] == "of"), None)
        if middle is None or candidate.label not in {"ORG", "PERSON", ""} or not self._is_named_by_seat(candidate, middle):
            yield candidate
            return
        yield Candidate(candidate.start, middle, candidate.label if candidate.label != "PERSON" else "", candidate.skip)
        yield Candidate(middle + 1, candidate.end, "GPE", clip=candidate.clip)

    def _is_named_by_seat(self, candidate: Candidate, middle: int) -> bool:
        words, lexicon = self.words, self.lexicon
        if not lexicon.places(words.surface(middle + 1, candidate.end)):
            return False
        head = words.lower[middle - 1]
        if middle - candidate.start > 1:
            return head in COMPANY_ENDINGS or (HEADS.get(head) == COMPANY and head not in {"bank", "partners", "industries"})
        return not lexicon.is_common_noun(head)

    def _cut_starts(self, candidates: Sequence[Candidate]) -> None:
        """ "New Halden", "French National Front": an adjective before a name that stands elsewhere without it is none of the name."""
        words, lexicon = self.words, self.lexicon
        seen = Counter(tuple(words.text[candidate.start : candidate.end]) for candidate in candidates)
        for candidate in candidates:
            texts = tuple(words.text[candidate.start : candidate.end])
            if candidate.label == "NORP" or len(texts) < 2 or seen[texts] > 1:
                continue
            is_adjective = lexicon.demonym(texts[0]) is not None or (
                words.starts_sentence(candidate.start) and texts[0].lower() in words.small | ADJECTIVES
            )
            if is_adjective and seen[texts[1:]] and not lexicon.places(words.surface(candidate.start, candidate.end)):
                candidate.start += 1
            elif (
                words.is_capital(candidate.end - 1)
                and candidate.end < len(words)
                and words.is_capital(candidate.end)
                and lexicon.is_post(words.lower[candidate.end])
            ):
                if texts[-1].lower() not in HEADS and lexicon.is_state(texts[0]):
                    candidate.end = candidate.start + 1

    def _take_site_noun(self, candidate: Candidate, following: int, candidates: Sequence[Candidate]) -> None:
        """ "Kerrow airport", "the Ostrel works", "the Ackerby family": a small noun that makes a name with the one before it."""
        words = self.words
        end = candidate.end
        if (
            candidate.label == "NORP"
            or end >= min(following, len(words))
            or not words.spaced[end - 1]
            or words.ent[end] in {"DATE", "TIME"}
        ):
            return
        last = end
        if (
            end + 1 < following
            and words.lower[end] in {"lifeboat", "railway", "train", "bus", "fire", "naval", "air", "military", "power"}
            and words.head[end] == end + 1
        ):
            last = end + 1
        noun = words.text[last] if last < len(words) else ""
        is_owned = (
            words.at(candidate.start - 1) in {"’s", "'s"}
            and noun in TAIL_PLANTS
            and words.at(last + 1) in {",", ".", "where", "which", "in"}
        )
        if not noun.islower() or not (is_owned or end <= words.head[words.root(candidate.start, end)] <= last):
            return
        if noun in TAIL_PLANTS and not self._names_a_plant(candidate, candidates):
            return
        surface = words.surface(candidate.start, end)
        if self.lexicon.is_state(surface) and noun != "parliament" or noun in TAIL_SITES and self.lexicon.places(surface):
            return
        if noun in TAIL_SITES or noun in TAIL_SITES_OF_CITIES or noun in TAIL_OTHERS or noun in TAIL_PLANTS:
            candidate.end = last + 1

    def _names_a_plant(self, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
        """A company's name before "factory" is the owner's: no word of the name stands elsewhere as an organisation or a person."""
        seen = self.words.text[candidate.start : candidate.end]
        return not any(
            other is not candidate and self.words.text[other.start : other.end] == seen and other.label in {"ORG", "PERSON", ""}
            for other in candidates
        )

    def _take_article(self, candidate: Candidate) -> None:
        """ "The Hague": a capital article in mid-sentence belongs to a name of one word."""
        words, before = self.words, candidate.start - 1
        is_paper = HEADS.get(words.lower[candidate.end - 1]) == MEDIA
        if not is_paper and (candidate.end - candidate.start > 1 or self.lexicon.is_common_noun(words.lower[candidate.start])):
            return
        if (
            before < 0
            or words.text[before] != "The"
            or words.starts_sentence(before)
            or words.is_titled(before)
            or candidate.label in {"PERSON", "NORP"}
        ):
            return
        if words.at(before - 1) in {"“", '"', "‘", ":", ";", "—", "–", "-"} or not words.text[before - 1].strip():
            return
        candidate.start = before
