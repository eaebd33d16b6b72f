"""Candidates -> candidates and those that the model overlooked: runs of proper nouns in mid-sentence, places of datelines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.mentions.names.candidates import CAMEL, Candidate, CandidateFinder
from kg.mentions.names.vocabulary import BRIDGES, CLASS_OF_LABEL, HONORIFICS, LOCATIVE, LOWER_ACRONYMS
from kg.mentions.names.words import DASHES


class RunFinder:
    """Finds what the model did not see in one document; the borders of a run are told as those of any candidate."""

    def __init__(self, finder: CandidateFinder) -> None:
        self.finder, self.words, self.lexicon, self.posts = finder, finder.words, finder.lexicon, finder.posts

    def complete(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates together with the runs between them, in text order."""
        covered = [False] * len(self.words)
        for candidate in candidates:
            covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
        found = sorted((*candidates, *self._find_runs(covered)), key=lambda candidate: candidate.start)
        for candidate in found:
            candidate.clip = self.finder.find_glued_stop(candidate.end - 1)
        return found

    def _find_runs(self, covered: list[bool]) -> Iterator[Candidate]:
        """Runs of proper nouns in mid-sentence that the model did not see, and places of datelines."""
        words, start = self.words, 0
        while start < len(words):
            stop = self._find_dateline(start)
            if stop > start and not any(covered[start:stop]):
                yield Candidate(start, stop, "GPE")
                covered[start:stop] = [True] * (stop - start)
                start = stop
                continue
            if covered[start] or words.ent[start] in CLASS_OF_LABEL or not self._may_begin_run(start):
                start += 1
                continue
            end = start + 1
            while end < len(words) and not covered[end] and (step := self._find_run_step(start, end)):
                end += step
            candidate = self.finder.trim(start, end, "")
            if candidate is not None and self._is_overlooked_name(candidate):
                yield candidate
                covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
            start = end

    def _find_dateline(self, start: int) -> int:
        """Where the known place ends that stands in capitals first in a sentence, before a comma, bracket or dash; else ``start``."""
        words = self.words
        if not words.text[start].isupper() or not words.starts_sentence(start):
            return start
        stop = start + 1
        while stop < len(words) and words.text[stop].isupper() and words.text[stop].isalpha():
            stop += 1
        place = words.surface(start, stop)
        is_dateline = len(place) > 3 and words.at(stop) in {",", "(", *DASHES}
        return stop if is_dateline and self.lexicon.places(place) else start

    def _may_begin_run(self, token: int) -> bool:
        words = self.words
        if self.posts[token] or (words.ent[token] and not words.is_name_word(token)) or words.ent[token] in {"DATE", "TIME"}:
            return False
        text = words.text[token]
        return (
            words.is_name_word(token)
            or self._is_bridged(token)
            or self._is_known_place(token)
            or CAMEL.fullmatch(text) is not None
            or (text.isupper() and words.lower[token] in LOWER_ACRONYMS and self._stands_out(token))
        )

    def _is_bridged(self, token: int) -> bool:
        """ "Reporters Without Borders": capitals on both sides of a preposition with a capital."""
        words = self.words
        is_run = token + 2 < len(words) and words.text[token + 1] in BRIDGES and not words.is_titled(token)
        return is_run and words.is_capital(token) and words.is_capital(token + 2)

    def _is_known_place(self, token: int) -> bool:
        """ "in Odense": a capital that the model took for a common noun, where the gazetteer has a place."""
        words = self.words
        is_noun = words.is_capital(token) and words.tag[token] == "NN" and words.at(token - 1) in LOCATIVE
        return is_noun and not words.is_titled(token) and bool(self.lexicon.places(words.text[token]))

    def _stands_out(self, token: int) -> bool:
        """Capitals among small letters, not at the start of a sentence."""
        words = self.words
        near = [words.text[other] for other in (token - 1, token + 1) if 0 <= other < len(words) and words.text[other].isalpha()]
        return not words.starts_sentence(token) and all(not text.isupper() for text in near)

    def _find_run_step(self, start: int, end: int) -> int:
        words = self.words
        if self.posts[end]:
            return 0
        if words.is_name_word(end) and not words.starts_sentence(end):
            return 1
        if end == start + 1 and self._is_bridged(start):
            return 2
        if self.finder.is_edition(start, end) or self.finder.is_serial_number(end - 1, end):
            return 1
        is_joined = words.text[end] == "-" and not words.spaced[end] and not words.spaced[end - 1] and end + 1 < len(words)
        return 2 if is_joined and words.is_capital(end + 1) else 0

    def _is_overlooked_name(self, candidate: Candidate) -> bool:
        words, lexicon = self.words, self.lexicon
        start, end = candidate.start, candidate.end
        if all(words.lower[token] in lexicon.ontology.post_nouns or words.lower[token] in HONORIFICS for token in range(start, end)):
            return False
        if words.is_titled(start) or (words.doc[start].is_sent_start and end - start == 1 and not self._is_unknown_subject(start)):
            return False
        if end - start == 1:
            text = words.text[start]
            if words.lower[start] in LOWER_ACRONYMS:
                return True
            if len(text) < 3 or not text.isalpha() or self.finder.is_common_acronym(text):
                return False
        return " ".join(words.lower[start:end]) not in lexicon.ontology.post_nouns

    def _is_unknown_subject(self, token: int) -> bool:
        """Whether the first word of a sentence is a subject that no dictionary has, and no word of the document in small letters."""
        words, lexicon, lower = self.words, self.lexicon, self.words.lower[token]
        is_subject = words.tag[token] == "NNP" and words.dep[token] in {"nsubj", "nsubjpass", "poss"}
        is_word = any(lexicon.is_common_noun(word) for word in (lower, words.lemma[token], lower.removesuffix("s"))) or lower in words.small
        return is_subject and not is_word and not lexicon.is_title(lower) and words.doc.vocab[lower].is_oov
