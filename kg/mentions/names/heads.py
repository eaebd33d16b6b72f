"""A candidate -> what its own nouns say it is: "Ministry of ...", "... University", "... Ltd", a first word as of cups and castles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.mentions.names.candidates import Candidate
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.teams import Teams
from kg.mentions.names.vocabulary import (
    COMPANY_ENDINGS,
    FIRST_WORDS,
    HEADS,
    SURNAME_HEADS,
    TAIL_OTHERS,
    TAIL_PLANTS,
    TAIL_SITES,
    TAIL_SITES_OF_CITIES,
)
from kg.mentions.names.words import Words
from kg.namespaces import to_iri
from kg.records import Iri
from kg.terms import AWARD, COMPANY, COMPETITION, LEGISLATION, NAMED_EVENT, ORGANIZATION, PLACE, PRODUCT, PROGRAMME, SITE, TEAM, WORK

BODIES = frozenset("commission council agency court union organization organisation office authority".split())
WORLDWIDE = frozenset("european international world african united".split())
SEATED = frozenset({"college", "university", "hospital"})
"""What is often called by its kind and then by its town: "Trinity College Dublin"."""
NAMED_BY_HEAD_NOUN: tuple[Iri, ...] = (ORGANIZATION, PLACE, SITE, PROGRAMME, WORK, NAMED_EVENT, AWARD, PRODUCT, LEGISLATION)


class HeadNouns:
    """Reads the classes of the names of one document off their own words."""

    def __init__(self, words: Words, lexicon: Lexicon, teams: Teams) -> None:
        self.words, self.lexicon, self.teams = words, lexicon, teams

    def find_class(self, candidate: Candidate) -> tuple[Iri, float] | None:
        """What the head noun of a name says ("Ministry of ...", "... University", "... Ltd"), and how much."""
        lowers = self.words.lower[candidate.start : candidate.end]
        last = lowers[-1]
        if len(lowers) < 2:
            return (TEAM, 3) if self.teams.is_sport and HEADS.get(last) == TEAM else None
        if self.words.text[candidate.end - 1].islower():
            if last in TAIL_SITES | TAIL_SITES_OF_CITIES | TAIL_PLANTS:
                return SITE, 6
            if last in TAIL_OTHERS:
                return TAIL_OTHERS[last], 6
        if last in COMPANY_ENDINGS:
            return COMPANY, 6
        while len(lowers) > 2 and (lowers[-1].isdigit() or self.lexicon.is_state(lowers[-1])):
            lowers = lowers[:-1]
        if len(lowers) > 2 and lowers[-2] in SEATED and self.lexicon.places(self.words.text[candidate.end - 1]):
            return HEADS[lowers[-2]], 6
        if lowers[0] in FIRST_WORDS and lowers[-1] not in HEADS:
            return FIRST_WORDS[lowers[0]], 5
        if self.lexicon.places(" ".join(lowers)) and lowers[-1] not in HEADS:
            return None
        if self.teams.is_sport and lowers[-1] in {"town", "city", "athletic", "county"}:
            return TEAM, 4
        is_person_like = self.lexicon.is_given_name(self.words.text[candidate.start]) and candidate.label == "PERSON" and len(lowers) < 4
        heads = list(_head_nouns(lowers))
        if self.lexicon.ontology.class_nouns.get(heads[0]) == COMPETITION:
            return COMPETITION, 5
        for head in heads:
            if head in HEADS:
                return self._to_head_class(HEADS[head], head, lowers), 1.5 if is_person_like and head in SURNAME_HEADS else 5
        for head in heads:
            known = self.lexicon.ontology.class_nouns.get(head)
            strength = 4.0
            if known is None:
                ranked = self.lexicon.background.find_noun_classes(head)
                known, strength = (ranked[0] if ranked else None), 2.5
            if known is not None and any(self.lexicon.ontology.is_a(known, allowed) for allowed in NAMED_BY_HEAD_NOUN):
                return known, 0 if is_person_like else 1 if candidate.label == "PERSON" else strength
        return None

    def _to_head_class(self, class_iri: Iri, head: str, lowers: Sequence[str]) -> Iri:
        """The commissions and councils of Europe and the world are international."""
        if head in BODIES and lowers[0] in WORLDWIDE:
            return to_iri("news:InternationalOrganization")
        return class_iri


def _head_nouns(lowers: Sequence[str]) -> Iterator[str]:
    """The words that may be the head of a name: the last two, the last; before "of", "for", "on" the last of the part."""
    for number, word in enumerate(lowers):
        if word in {"of", "for", "on", "de", "against"} and number > 0:
            lowers = lowers[:number]
            break
    if len(lowers) > 1:
        yield " ".join(lowers[-2:])
    yield lowers[-1]
    if lowers[-1] == "group" and len(lowers) > 1:
        yield lowers[-2]
