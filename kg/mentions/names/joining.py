"""Candidates -> candidates: pieces of one name are put together ("Supreme Court" + "of" + "India")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.mentions.names.candidates import Candidate
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import (
    FIRST_WORDS,
    HEADS,
    LINKS,
    PARTICLES,
)
from kg.mentions.names.words import Words

DOUBLE_BODIES = frozenset({"police", "council", "constabulary"})
NICKNAME_MARKS = frozenset("'\"‘’“”")
INSTITUTION_LINKS = frozenset({"for", "of", "on", "against", "to"})
NOT_NAMED_BY_OF = frozenset(
    "government people city town village province district state port capital coast death end part member side head heart "
    "north south east west".split()
)


class Joiner:
    """Puts the pieces of names of one document together."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon

    def join(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates with pieces joined, in text order."""
        joined: list[Candidate] = []
        for candidate in self._without_nicknames(candidates):
            if joined and candidate.end <= joined[-1].end:
                continue
            if joined and self._belongs(joined[-1], candidate):
                joined[-1] = Candidate(
                    joined[-1].start, candidate.end, self._label_of(joined[-1], candidate), joined[-1].skip, candidate.clip
                )
            else:
                joined.append(candidate)
            self._extend_institution(joined[-1])
            self._take_first_half(joined)
        return joined

    def _without_nicknames(self, candidates: list[Candidate]) -> Iterator[Candidate]:
        """The candidates but for the nicknames between a given and a family name, which are part of the whole."""
        for number, candidate in enumerate(candidates):
            neighbours = candidates[number - 1 : number] + candidates[number + 1 : number + 2]
            if len(neighbours) == 2 and neighbours[0].end == candidate.start - 1 and neighbours[1].start == candidate.end + 1:
                if self._is_around_nickname(neighbours[0], neighbours[1]):
                    continue
            yield candidate

    def _label_of(self, left: Candidate, right: Candidate) -> str:
        if self._gap(left, right) in {"", '"', "'"} and self.lexicon.is_given_name(self.words.text[left.start]):
            return "PERSON"
        return left.label if left.label and (self._gap(left, right) or not right.label) else right.label

    def _gap(self, left: Candidate, right: Candidate) -> str:
        return " ".join(self.words.lower[left.end : right.start])

    def _belongs(self, left: Candidate, right: Candidate) -> bool:
        """Whether two neighbours are pieces of one name."""
        words = self.words
        is_begun = left.end - left.start == 1 and words.lower[left.start] in FIRST_WORDS
        if is_begun and right.start == left.end and words.is_name_word(right.start):
            return True
        if (
            right.start - left.end > 4
            or words.sentence[left.start] != words.sentence[right.start]
            or right.skip
            or "NORP" in {left.label, right.label}
        ):
            return right.start == left.end and left.label != "NORP" and right.label == "NORP" and self._is_first_and_last(left, right)
        if right.start == left.end and words.text[right.start].islower() and words.lower[right.start] in PARTICLES:
            return left.label in {"PERSON", ""}
        if right.start == left.end:
            return self._are_adjacent_pieces(left, right)
        gap = self._gap(left, right)
        if gap and "PERSON" in {left.label, right.label} and all(word in PARTICLES for word in gap.split()):
            return True
        if gap in LINKS:
            return not self.lexicon.is_state(words.surface(left.start, left.end)) and left.label != "PERSON" or gap != "la"
        if gap in {"of", "of the"}:
            return self._is_named_by_of(left)
        if gap in {"and", "&"}:
            return gap == "&" or self._is_one_institution(left, right)
        if gap in {"'s", "’s", "'", "’"}:
            return self._is_association(left, right) or self._is_mark_of_name(left, right)
        return self._is_around_nickname(left, right)

    def _is_association(self, left: Candidate, right: Candidate) -> bool:
        """ "Ellmoor Craftsmen's Association": a plural of people before the head noun of an institution."""
        words = self.words
        owner, head = words.lower[left.end - 1], words.lower[right.end - 1]
        is_plural = owner.endswith(("s", "men", "children", "people"))
        singular = re.sub(r"men$", "man", owner).removesuffix("s")
        is_noun = self.lexicon.is_common_noun(words.lemma[left.end - 1].removesuffix("s")) or self.lexicon.is_common_noun(singular)
        return is_plural and is_noun and head in HEADS and not self.lexicon.places(words.surface(left.start, left.end))

    def _is_mark_of_name(self, left: Candidate, right: Candidate) -> bool:
        """ "Grace Atieno' Oduor": an apostrophe that no plural and no name in -s stands before, within the name of a person."""
        words = self.words
        is_possessive = words.text[left.end] in {"'s", "’s"} or words.lower[left.end - 1].endswith(("s", "x", "z"))
        return not is_possessive and words.is_name_word(right.start) and self.lexicon.is_given_name(words.text[left.start])

    def _is_first_and_last(self, left: Candidate, right: Candidate) -> bool:
        words = self.words
        if left.end - left.start > 1 or right.end - right.start > 1 or not words.is_name_word(right.start):
            return False
        is_origin = self.lexicon.demonym(words.text[right.start]) is not None or self.lexicon.is_state(words.text[left.start])
        return self._is_compound(left, right) and not is_origin

    def _is_compound(self, left: Candidate, right: Candidate) -> bool:
        words = self.words
        return (
            words.dep[left.end - 1] in {"compound", "nmod"}
            and right.start <= words.head[left.end - 1] < right.end
            and words.spaced[left.end - 1]
        )

    def _are_adjacent_pieces(self, left: Candidate, right: Candidate) -> bool:
        words, lexicon = self.words, self.lexicon
        if self._is_family_name(left, right) or self._are_given_names(left, right):
            return True
        if not self._is_compound(left, right) or "PRODUCT" in {left.label, right.label}:
            return False
        if not (words.is_name_word(left.end - 1) and words.is_name_word(right.start)) or lexicon.is_state(
            words.surface(left.start, left.end)
        ):
            return False
        if right.end - right.start > 1 and (right.label == "PERSON" or lexicon.is_given_name(words.text[right.start])):
            return False
        if (
            words.lower[right.end - 1] in HEADS
            and left.end - left.start > 1
            and not HEADS[words.lower[right.end - 1]].endswith("SportsTeam")
        ):
            return words.tag[right.start] != "JJ"
        return (
            right.end - right.start == 1
            and left.end - left.start == 1
            and (left.label != "ORG" or right.label != "PERSON" or lexicon.is_given_name(words.text[left.start]))
        )

    def _are_given_names(self, left: Candidate, right: Candidate) -> bool:
        """Whether several given names stand left of a family name of several words, with nothing between."""
        names = self.words.text[left.start : left.end]
        is_person = left.label == right.label == "PERSON" and min(len(names), right.end - right.start) > 1
        return is_person and all(map(self.lexicon.is_given_name, names))

    def _is_family_name(self, left: Candidate, right: Candidate) -> bool:
        """Whether a person's given names stand left, and right another word with a capital that is no place and no given name."""
        words, lexicon = self.words, self.lexicon
        is_one_word = all(not words.spaced[token] for token in range(right.start, right.end - 1))
        if left.label != "PERSON" or not is_one_word or not words.spaced[left.end - 1] or not words.is_capital(right.start):
            return False
        surface = words.surface(right.start, right.end)
        if words.text[left.end - 1] == words.text[right.start]:
            return False
        is_other = lexicon.demonym(surface) is not None or lexicon.places(surface) or words.lower[right.end - 1] in HEADS
        return right.label in {"PERSON", "ORG", ""} and lexicon.is_given_name(words.text[left.start]) and not is_other and surface.istitle()

    def _is_named_by_of(self, left: Candidate) -> bool:
        """ "Supreme Court of India": the word before "of" is a common noun that has become a name, and no post."""
        words, lexicon = self.words, self.lexicon
        head = left.end - 1
        lower = words.lower[head]
        if (
            left.label in {"PERSON", "GPE"}
            or words.tag[head] not in {"NNP", "NNPS", "NN"}
            or lexicon.is_post(lower)
            or lower in NOT_NAMED_BY_OF
        ):
            return False
        if lexicon.places(words.surface(left.start, left.end)) or words.is_titled(left.start):
            return False
        return lexicon.is_common_noun(lower) or lower in HEADS

    def _is_one_institution(self, left: Candidate, right: Candidate) -> bool:
        """ "Tarn and Ellmoor Police", "the Silas and Wren Ackerby Foundation": the second part alone has the head noun."""
        words, lexicon = self.words, self.lexicon
        if left.end - left.start > 1 or right.end - right.start < 2 or words.lower[right.end - 1] not in HEADS:
            return False
        first = words.surface(left.start, left.end)
        has_article = words.at(left.start - 1) == "the"
        if lexicon.is_state(first):
            return False
        if words.at(left.start - 1) in {"journal", "magazine", "newspaper"}:
            return True
        if words.lower[right.end - 1] in DOUBLE_BODIES:
            return not first.isupper()
        if has_article and lexicon.is_given_name(first) and lexicon.is_given_name(words.text[right.start]):
            return True
        if left.label == "ORG":
            return False
        if has_article:
            return lexicon.is_given_name(first) or bool(lexicon.places(first)) or lexicon.is_common_noun(first.lower())
        known = HEADS[words.lower[right.end - 1]]
        return bool(lexicon.places(first) or left.label == "GPE") and known.endswith(("GovernmentOrganization", "Association"))

    def _is_around_nickname(self, left: Candidate, right: Candidate) -> bool:
        """ "Frederick 'Fritz' Henderson"."""
        words = self.words
        between = words.text[left.end : right.start]
        if len(between) < 1 or between[0] not in NICKNAME_MARKS:
            return False
        opens_here = words.spaced[left.end - 1] and not words.spaced[left.end]
        is_closed = between[-1] in NICKNAME_MARKS and len(between) > 2
        return opens_here and is_closed and self.lexicon.is_given_name(words.text[left.start]) and right.label in {"PERSON", ""}

    # ------------------------------------------------------------ longer names

    def _extend_institution(self, candidate: Candidate) -> None:
        """ "Centre for Science and Environment", "Society for Maritime Safety": an institution's name goes on behind "for"."""
        words = self.words
        while (
            candidate.end + 1 < len(words)
            and self._is_institution(candidate.end - 1)
            and words.lower[candidate.end] in INSTITUTION_LINKS - {"of"}
        ):
            start = candidate.end + 1
            start += words.lower[start] == "the"
            stop = self._find_capitals(start)
            if (
                stop == start
                or words.lower[candidate.end] != "for"
                and words.ent[start] in {"PERSON", "GPE"}
                or words.tag[candidate.end] == "TO"
            ):
                return
            if words.ent[start] == "PERSON" or words.lower[candidate.end] == "to":
                return
            candidate.end = stop

    def _take_first_half(self, joined: Sequence[Candidate]) -> None:
        """ "Tarn and Ellmoor Police": the first of two counties, where nobody took it for a name."""
        words, candidate = self.words, joined[-1]
        first = candidate.start - 2
        if candidate.end - candidate.start != 2 or words.lower[candidate.end - 1] not in DOUBLE_BODIES or words.at(first + 1) != "and":
            return
        is_free = len(joined) < 2 or joined[-2].end <= first
        if first >= 0 and is_free and words.is_capital(first) and not words.text[first].isupper() and words.tag[first].startswith("N"):
            candidate.start = first

    def _is_institution(self, token: int) -> bool:
        known = HEADS.get(self.words.lower[token])
        return known is not None and not known.endswith(("Site", "Place", "BodyOfWater", "Region", "NamedEvent", "Competition"))

    def _find_capitals(self, start: int) -> int:
        """Where a run of capitalised words ends; "and" and "of" may join two runs, if the second is no name of its own."""
        words, stop = self.words, start
        while stop < len(words):
            if words.is_capital(stop) and words.tag[stop] in {"NNP", "NNPS", "NN", "NNS", "JJ", "VBG"}:
                stop += 1
            elif (
                stop > start
                and words.lower[stop] in {"and", "of"}
                and stop + 1 < len(words)
                and words.is_name_word(stop + 1)
                and self._is_word_of_field(stop + 1)
            ):
                stop += 2
            else:
                return stop
        return stop

    def _is_word_of_field(self, token: int) -> bool:
        return self.words.ent[token] not in {"PERSON", "GPE"} and self.lexicon.is_common_noun(self.words.lower[token])
