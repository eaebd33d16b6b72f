"""Candidates -> Mentions: every name gets one class by the evidence of all its mentions and of its longer and shorter forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log2

from kg.mentions.names.candidates import CAMEL, YEAR, Candidate
from kg.mentions.names.cases import Case, find_short_forms, share, to_key
from kg.mentions.names.evidence import Evidence
from kg.mentions.names.heads import HeadNouns
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import CLASS_OF_LABEL, HEADS, PARTICLES, PARTY_PLURALS
from kg.mentions.names.words import NAME_TAGS, Words
from kg.namespaces import to_iri
from kg.records import Iri, Mention, Span
from kg.terms import (
    AUTHORITY,
    AWARD,
    COMPANY,
    COMPETITION,
    CONCEPT,
    COUNTRY,
    COURT,
    LEGISLATION,
    MEDIA,
    NAMED_EVENT,
    ORGANIZATION,
    PARTY,
    PEOPLE_GROUP,
    PERSON,
    PLACE,
    PRODUCT,
    PROGRAMME,
    SITE,
    TEAM,
    WORK,
)

LABEL_WEIGHT = {
    "PERSON": 3.0, "ORG": 2.5, "GPE": 2.5, "LOC": 2.5, "FAC": 2.0, "NORP": 2.0, "PRODUCT": 1.0, "EVENT": 2.0, "WORK_OF_ART": 1.2,
    "LAW": 1.5,
}  # fmt: skip
"""What the model's word for a class counts; products and works it often guesses."""
LEAGUE = re.compile(r"[A-Z]\w+liga")
DICTIONARY_WEIGHT = {CONCEPT: 7.0, PEOPLE_GROUP: 5.0}
"""What a dictionary's word for a class counts, if not 2.5; firms are called after waters and mountains, too, and clubs after languages."""
LANGUAGE = to_iri("schema:Language")
TOLD = 2.5
"""From here on the words around a name and its make say its class without the model, which is then no mere guess."""
ORG_AND_PLACE = to_iri("news:ResearchLab")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,4}|[A-Z]{2,7}")
PEOPLE_ENDINGS = ("s", "i", "ese", "an", "ish", "ic", "ist", "men", "a")
PEOPLES = ("s", "men")
LOCAL = (AUTHORITY, SITE, COURT, MEDIA, to_iri("news:PoliceForce"))
KINDS = (PERSON, ORGANIZATION, PLACE, NAMED_EVENT, WORK, PRODUCT, PEOPLE_GROUP, AWARD, PROGRAMME, LEGISLATION, CONCEPT)


class Judge:
    """Judges the names of one document."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.ontology = lexicon.ontology
        self.evidence = Evidence(words, lexicon)
        self.heads = HeadNouns(words, lexicon, self.evidence.teams)

    def judge(self, candidates: Sequence[Candidate]) -> Iterator[Mention]:
        """The mentions in text order."""
        cases: dict[str, Case] = {}
        for candidate in candidates:
            cases.setdefault(self._key(candidate), Case([])).mentions.append(candidate)
        for case in cases.values():
            self._hear(case)
        for key, case in cases.items():
            seat = cases.get(key.removeprefix("university of "))
            if seat is not None and seat is not case:
                seat.weigh(PLACE, 2.5, "seat")
                seat.weigh(PERSON, -1, "seat")
        for short, full in find_short_forms(cases):
            head = self.heads.find_class(cases[full].mentions[0])
            is_named_by_head = head is not None and head[1] >= 4
            share(cases[short], cases[full], is_first=full.startswith(short), may_be_person=not is_named_by_head)
            if (
                head is not None
                and head[0] in {COMPANY, PARTY, TEAM}
                and (full.startswith(short) or (head[0] == TEAM and short not in HEADS))
            ):
                cases[short].weigh(head[0], head[1] / 2, "head")
            elif head is not None and is_named_by_head and full.startswith(short) and self._stands_at_place(head[0]):
                cases[short].weigh(PLACE, 1.5, "local")
                cases[short].weigh(PERSON, -1, "local")
            if full.startswith(short) and " " not in short and not self.lexicon.is_given_name(short):
                cases[full].weigh(PERSON, -1.5, "first")
                cases[full].weigh(ORGANIZATION, 1, "first")
        verdicts = {key: self._decide(case) for key, case in cases.items()}
        for candidate in candidates:
            yield self._to_mention(candidate, *verdicts[self._key(candidate)])

    def _stands_at_place(self, class_iri: Iri) -> bool:
        """Whether things of a class mostly bear the name of where they are: councils, stations, courts, papers."""
        return any(self.ontology.is_a(class_iri, local) for local in LOCAL)

    def _key(self, candidate: Candidate) -> str:
        return to_key(self._surface(candidate))

    def _surface(self, candidate: Candidate) -> str:
        surface = self.words.surface(candidate.start, candidate.end)
        return surface[candidate.skip : len(surface) - candidate.clip]

    # ------------------------------------------------------------ hearing

    def _hear(self, case: Case) -> None:
        """What the model, the words around all mentions and the name itself say."""
        for mention in case.mentions:
            if not self.words.is_titled(mention.start) or not case.labels:
                case.labels[mention.label] += 1
            for class_iri, weight, kind in self.evidence.find(mention):
                case.weigh(class_iri, weight, kind)
        self._hear_make(case)

    def _hear_make(self, case: Case) -> None:
        """The name itself: given names, "&", acronyms, endings, and what a dictionary says."""
        words, lexicon = self.words, self.lexicon
        first = case.mentions[0]
        texts = self._surface(first).split()
        if len(texts) > 1 and lexicon.is_given_name(texts[0]) and texts[0][:1].isupper():
            is_full = len(texts) < 5 and texts[-1].lower() not in HEADS and texts[-1][:1].isupper()
            is_word = lexicon.is_common_noun(texts[0].lower()) or bool(lexicon.places(texts[0])) or words.tag[first.start] not in NAME_TAGS
            case.weigh(PERSON, 1.5 if is_word and is_full else 3 if is_full else 1, "make")
            if len(texts) > 2 and is_full and lexicon.is_given_name(texts[1]):
                case.weigh(PERSON, 1.5, "second")
        elif len(texts) == 1 and "-" not in texts[0] and lexicon.is_given_name(texts[0]):
            case.weigh(PERSON, 0.5, "make")
        elif not any(text.lower() in PARTICLES for text in texts):
            case.weigh(PERSON, -0.5, "make")
        if "&" in texts:
            case.weigh(ORGANIZATION, 4, "make")
        if len(texts) == 1 and ACRONYM.fullmatch(texts[0]) and not self._is_in_capitals(first):
            case.weigh(PERSON, -3, "make")
            case.weigh(ORGANIZATION, 1.5, "make")
        elif len(texts) == 1 and CAMEL.fullmatch(texts[0]):
            case.weigh(PRODUCT, 3, "make")
        known = lexicon.background.find_name_class(self._surface(first))
        if known is not None and (case.label != "PERSON" or not lexicon.is_given_name(texts[0])):
            case.weigh(CONCEPT if known == LANGUAGE else known, DICTIONARY_WEIGHT.get(known, 2.5), "dictionary")
        if YEAR.fullmatch(texts[-1]) and len(texts) > 1:
            case.weigh(NAMED_EVENT, 2.5, "year")
        if case.label == "PERSON" and len(texts) == 1 and words.tag[first.end - 1] == "NNPS" and words.at(first.start - 1) == "the":
            case.weigh(PEOPLE_GROUP, 4, "family")
        if len(texts) == 1 and LEAGUE.fullmatch(texts[0]):
            case.weigh(COMPETITION, 4, "make")
        if texts[-1].lower() in PARTY_PLURALS and texts[-1][:1].isupper():
            case.weigh(PARTY, 3, "make")
        elif case.label == "NORP" and len(texts) == 1 and not texts[0].endswith(PEOPLE_ENDINGS):
            case.weigh(ORGANIZATION, 1.5, "make")

    def _is_in_capitals(self, candidate: Candidate) -> bool:
        near = [self.words.text[token] for token in (candidate.start - 1, candidate.end) if 0 <= token < len(self.words)]
        if any(text.isupper() and len(text) > 1 for text in near):
            return True
        return (
            self.words.starts_sentence(candidate.start)
            and any(mark in near for mark in (",", "—", "–", "("))
            and len(self._surface(candidate)) > 4
        )

    # ------------------------------------------------------------ deciding

    def _decide(self, case: Case) -> tuple[Iri, str]:
        """The class of a name and which witness gave it."""
        label = case.label
        first = min(case.mentions, key=lambda mention: (mention.label != label, mention.start))
        surface = self._surface(first)
        is_people = label in {"NORP", ""} or surface.endswith(PEOPLES)
        if is_people and self.lexicon.demonym(surface) is not None and not self.lexicon.places(surface):
            return COUNTRY, "demonym"
        weights = case.weights
        head = self.heads.find_class(first)
        place = self._find_place_class(surface, weights.get(PLACE, 0), label, is_team=weights.get(TEAM, 0) >= 2.5)
        totals = self._total(case, weights, head, place)
        kind = min(totals, key=lambda iri: (-totals[iri], KINDS.index(iri)))
        if place is not None and kind == self._kind(place[0]) and (head is None or head[0] == PLACE or place[0] == COUNTRY):
            return place[0], "gazetteer"
        told = self._find_narrowest(kind, weights, head)
        if told is not None:
            return told
        if not label:
            return (kind, "capitals") if totals[kind] < 1 else (kind, "context")
        if label == "FAC" and weights.get(PLACE, 0) > 0:
            return PLACE, "model"
        if self._kind(CLASS_OF_LABEL[label]) != kind:
            return kind, "context"
        is_told = sum(weight for iri, weight in weights.items() if self._kind(iri) == kind) >= TOLD
        return CLASS_OF_LABEL[label], "context" if is_told else "model"

    def _total(
        self, case: Case, weights: dict[Iri, float], head: tuple[Iri, float] | None, place: tuple[Iri, float] | None
    ) -> dict[Iri, float]:
        totals = dict.fromkeys(KINDS, 0.0)
        totals[ORGANIZATION] = 0.5
        for class_iri, weight in weights.items():
            totals[self._kind(class_iri)] += weight
        number = len(case.mentions)
        for label, count in case.labels.items():
            if label:
                totals[self._kind(CLASS_OF_LABEL[label])] += LABEL_WEIGHT[label] * (count / number) + 0.3 * log2(count)
        for told in (head, place):
            if told is not None:
                totals[self._kind(told[0])] += told[1]
        if totals[PERSON] > 0 and head is not None and head[1] >= 4 and weights.get(PERSON, 0) < 3:
            totals[PERSON] -= 2
        return totals

    def _find_narrowest(self, kind: Iri, weights: dict[Iri, float], head: tuple[Iri, float] | None) -> tuple[Iri, str] | None:
        """The class within a kind for which most speaks, with the wider classes that confirm it."""
        told = {iri: weight for iri, weight in weights.items() if weight > 0 and iri != kind and self._kind(iri) == kind}
        if head is not None and self._kind(head[0]) == kind:
            told[head[0]] = told.get(head[0], 0) + head[1]
        if not told:
            return None
        best = min(told, key=lambda iri: (-sum(weight for other, weight in told.items() if self.ontology.is_a(iri, other)), iri))
        return best, "head noun" if head is not None and head[0] == best else "context"

    @cached_property
    def _kinds(self) -> dict[Iri, Iri]:
        return {COUNTRY: PLACE, ORG_AND_PLACE: ORGANIZATION}

    def _kind(self, class_iri: Iri) -> Iri:
        known = self._kinds.get(class_iri)
        if known is None:
            order = (PERSON, PEOPLE_GROUP, LEGISLATION, PLACE, ORGANIZATION, NAMED_EVENT, AWARD, PROGRAMME, WORK, PRODUCT, CONCEPT)
            known = next((kind for kind in order if class_iri == kind or self.ontology.is_a(class_iri, kind)), ORGANIZATION)
            self._kinds[class_iri] = known
        return known

    def _find_place_class(self, surface: str, told: float, label: str, *, is_team: bool) -> tuple[Iri, float] | None:
        """Country, city, region or union by the gazetteer, and how much that says: much for states, little for the many towns."""
        best = self.lexicon.best_place(surface)
        if best is None or (is_team and best.kind == "city"):
            return None
        if best.kind in {"country", "organization"}:
            return best.class_iri, 4
        is_known = best.population > 500_000 or best.capital or best.kind == "region"
        if label in {"GPE", "LOC"} or told > 0:
            return best.class_iri, 2 if is_known else 1
        return best.class_iri, 2.5 if best.capital else 1 if best.population > 100_000 else 0.5

    def _to_mention(self, candidate: Candidate, class_iri: Iri, found_by: str) -> Mention:
        span = self.words.doc[candidate.start : candidate.end]
        score, text = {"model": 0.8, "capitals": 0.5}.get(found_by, 0.9), span.text
        start, end = span.start_char + candidate.skip, span.end_char - candidate.clip
        return Mention(Span(start, end), text[candidate.skip : len(text) - candidate.clip], class_iri, found_by, score)
