"""Candidates -> candidates: each name that was seen somewhere is found wherever it stands, common words are dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.mentions.names.candidates import CAMEL, Candidate
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import PARTICLES
from kg.mentions.names.words import Words


class RepeatFinder:
    """Finds every further occurrence of the names that were seen somewhere in a document."""

    def __init__(self, words: Words, candidates: Sequence[Candidate]) -> None:
        self.words = words
        self.at: dict[int, Candidate] = {}
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for candidate in candidates:
            self._put(candidate)
            if candidate.label != "NORP" and not candidate.skip and not words.is_titled(candidate.start):
                self._learn(candidate)

    def _put(self, candidate: Candidate) -> None:
        for token in range(candidate.start, candidate.end):
            self.at[token] = candidate

    def _learn(self, candidate: Candidate) -> None:
        """A name, and of a person's the family name, may come again; with its particle, and with all that follows the first name."""
        words, start, end = self.words, candidate.start, candidate.end
        seen = tuple(words.text[start:end])
        self._by_first[seen[0]].add(seen)
        if candidate.label != "PERSON":
            return
        if len(seen) > 1 and len(seen[-1]) > 2 and seen[-1][0].isupper():
            self._by_first[seen[-1]].add(seen[-1:])
        gaps = [token + 1 for token in range(start, end - 1) if words.spaced[token]]
        for first in gaps[:1] + gaps[-1:]:
            while first - 1 > start and words.text[first - 1] in PARTICLES:
                first -= 1
            if end - first > 1:
                self._by_first[words.text[first]].add(tuple(words.text[first:end]))

    def find(self, allowed: Sequence[bool]) -> list[Candidate]:
        """All names in text order; a longer name takes the place of its pieces, a known name that of a headline's longer guess."""
        for token, text in enumerate(self.words.text):
            if text in self._by_first and allowed[token] and (self.words.is_capital(token) or CAMEL.match(text) or text in PARTICLES):
                self._match(token)
        kept = {id(candidate): candidate for candidate in self.at.values()}
        return sorted(kept.values(), key=lambda candidate: candidate.start)

    def _match(self, token: int) -> None:
        """Put the longest known name that begins at a token there, if what is found so far allows."""
        words = self.words
        for seen in sorted(self._by_first[words.text[token]], key=lambda seen: (-len(seen), seen)):
            end = token + len(seen)
            if tuple(words.text[token:end]) != seen or words.sentence[token] != words.sentence[end - 1]:
                continue
            pieces = list({id(self.at[inside]): self.at[inside] for inside in range(token, end) if inside in self.at}.values())
            if self._may_replace(pieces, token, end):
                for piece in pieces:
                    for inside in range(piece.start, piece.end):
                        self.at.pop(inside, None)
                self._put(Candidate(token, end, next((piece.label for piece in pieces if piece.label), "")))
            return

    def _may_replace(self, pieces: Sequence[Candidate], start: int, end: int) -> bool:
        if any((piece.start, piece.end) == (start, end) for piece in pieces):
            return False
        if all(start <= piece.start and piece.end <= end for piece in pieces):
            return True
        whole = tuple(self.words.text[pieces[0].start : pieces[0].end])
        return len(pieces) == 1 and self.words.is_titled(start) and whole not in self._by_first[whole[0]]


def drop_common_words(words: Words, lexicon: Lexicon, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without the common words that have their capital from the start of a sentence only."""
    inside = {
        words.text[token]
        for candidate in candidates
        for token in range(candidate.start, candidate.end)
        if not words.starts_sentence(token) and not words.is_titled(token)
    }
    return [candidate for candidate in candidates if not _is_common_word(words, lexicon, candidate, inside)]


def _is_common_word(words: Words, lexicon: Lexicon, candidate: Candidate, inside: set[str]) -> bool:
    start = candidate.start
    if candidate.end - start > 1 or candidate.skip or candidate.label in {"NORP", "GPE"} or not words.starts_sentence(start):
        return False
    text, lower = words.text[start], words.lower[start]
    if text in inside or text.isupper() or words.is_titled(start) or lexicon.places(text) or lexicon.is_given_name(text):
        return False
    return lower in words.small or lexicon.is_common_noun(words.lemma[start]) or words.tag[start][:2] in {"JJ", "RB", "VB"}
