"""A candidate of a sports report -> clues that it is a team: it plays, is played against, has players or a score."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kg.mentions.names.candidates import Candidate, Clue
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import SPORT_CORE, SPORT_WORDS, TEAM_MEMBERS, TEAM_NOUNS, TEAM_VERBS
from kg.mentions.names.words import APOSTROPHES, DASHES, Words
from kg.terms import TEAM

TEAM_TITLES = frozenset({"side", "rivals", "champions", "giants", "club", "minnows", "leaders", "winners", "runners-up"})
MEETING_VERBS = frozenset({"play", "host", "entertain", "thrash"})
LEAST_SPORT = 6
SPORT_SHARE = 1 / 90


class Teams:
    """What the sport of one document makes of its names."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon

    @cached_property
    def is_sport(self) -> bool:
        """Whether the document speaks of matches and teams throughout."""
        hits = [lower for lower in self.words.lower if lower in SPORT_WORDS]
        is_core = len({lower for lower in hits if lower in SPORT_CORE}) >= 2
        return is_core and len(hits) >= LEAST_SPORT and len(hits) > SPORT_SHARE * len(self.words)

    def find(self, candidate: Candidate) -> Iterator[Clue]:
        """A name that plays, is played against or has players is a team; a country stays one."""
        words = self.words
        surface = words.surface(candidate.start, candidate.end)
        is_person = (
            candidate.label in {"PERSON", ""}
            and candidate.end - candidate.start > 1
            and self.lexicon.is_given_name(words.text[candidate.start])
        )
        if not self.is_sport or is_person or self.lexicon.is_state(surface):
            return
        start, end = candidate.start, candidate.end
        before, behind = words.at(start - 1), words.at(end)
        is_scored = self._is_score(end) or self._is_score(start - 3) or (behind in APOSTROPHES and self._is_score(end + 1))
        if before in {"against", "versus", "vs", "vs."} or is_scored or _is_score(before):
            yield TEAM, 4
        if behind in TEAM_MEMBERS or words.at(end + 1) in TEAM_MEMBERS and behind in {"head", *APOSTROPHES}:
            yield TEAM, 3
        if before in TEAM_TITLES:
            yield TEAM, 4
        root = words.root(start, end)
        verb = words.head[root]
        is_beaten = words.dep[root] == "nsubjpass" and words.lemma[verb] in {"beat", "relegate", "thrash", "defeat", "eliminate"}
        if is_beaten or (words.dep[root] == "nsubj" and words.lemma[verb] in TEAM_VERBS):
            yield TEAM, 1.5 if candidate.label == "PERSON" else 3
        if words.dep[root] == "dobj" and words.lemma[verb] in MEETING_VERBS and end - start == 1:
            yield TEAM, 4
        if (
            words.dep[root] == "nsubj"
            and words.tag[verb] == "VBP"
            or words.at(end) in {"were", "have", "are"}
            and words.dep[root] in {"nsubj", "nsubjpass"}
        ):
            yield TEAM, 4
        if words.dep[root] == "pobj":
            preposition = words.head[root]
            held_by = words.head[preposition]
            if words.lower[preposition] in {"over", "with", "to", "by", "for", "from", "at"} and (
                words.lemma[held_by] in TEAM_NOUNS | TEAM_VERBS | {"join", "move", "transfer"}
            ):
                yield TEAM, 4 if words.lower[preposition] == "over" or words.lemma[held_by] in {"draw", "lose", "defeat", "loss"} else 2.5

    def _is_score(self, token: int) -> bool:
        """Whether a score stands at a token, in one piece or in three."""
        pieces = [self.words.at(token + step) for step in range(3)]
        return _is_score(pieces[0]) or (pieces[1] in DASHES and _is_score(f"{pieces[0]}-{pieces[2]}"))


def _is_score(word: str) -> bool:
    left, dash, right = word.partition("-")
    return bool(dash) and left.isdigit() and right.isdigit() and len(left) < 3 and len(right) < 3
