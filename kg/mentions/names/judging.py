"""Candidates -> Mentions: every name gets one class by the evidence of all its mentions and of its longer and shorter forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log2

from kg.mentions.names.candidates import CAMEL, YEAR, Candidate
from kg.mentions.names.evidence import Evidence
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import (
    AWARD,
    CLASS_OF_LABEL,
    COMPANY,
    COMPANY_ENDINGS,
    COUNTRY,
    EVENT,
    FIRST_WORDS,
    HEADS,
    MEDIA,
    ORGANIZATION,
    PARTICLES,
    PARTY,
    PARTY_PLURALS,
    PEOPLE_GROUP,
    PERSON,
    PLACE,
    PRODUCT,
    PROGRAMME,
    SITE,
    SURNAME_HEADS,
    TAIL_OTHERS,
    TAIL_PLANTS,
    TAIL_SITES,
    TAIL_SITES_OF_CITIES,
    TEAM,
    WORK,
)
from kg.mentions.names.words import NAME_TAGS, Words
from kg.namespaces import to_iri
from kg.records import Iri, Mention, Span

LABEL_WEIGHT = {
    "PERSON": 3.0, "ORG": 2.5, "GPE": 2.5, "LOC": 2.5, "FAC": 2.0, "NORP": 2.0, "PRODUCT": 1.0, "EVENT": 2.0, "WORK_OF_ART": 1.2,
    "LAW": 1.5,
}  # fmt: skip
"""What the model's word for a class counts; products and works it often guesses."""
TOLD = 2.5
"""From here on the words around a name and its make say its class without the model, which is then no mere guess."""
ORG_AND_PLACE = to_iri("news:ResearchLab")
LEGISLATION = to_iri("news:Legislation")
ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,4}|[A-Z]{2,7}")
PEOPLE_ENDINGS = ("s", "i", "ese", "an", "ish", "ic", "ist", "men", "a")
PEOPLES = ("s", "men")
BODIES = frozenset("commission council agency court union organization organisation office authority".split())
WORLDWIDE = frozenset("european international world african united".split())
LOCAL = (to_iri("news:GovernmentOrganization"), SITE, to_iri("news:Court"), MEDIA, to_iri("news:PoliceForce"))
KINDS = (PERSON, ORGANIZATION, PLACE, EVENT, WORK, PRODUCT, PEOPLE_GROUP, AWARD, PROGRAMME, LEGISLATION)
NAMED_BY_HEAD_NOUN: tuple[Iri, ...] = (ORGANIZATION, PLACE, SITE, PROGRAMME, WORK, EVENT, AWARD, PRODUCT, LEGISLATION)


def to_key(surface: str) -> str:
    """The form under which names are compared: no article, no possessive, one kind of space and quote.

    >>> to_key("the United Nations’")
    'united nations'
    """
    key = re.sub(r"\s+", " ", surface.replace("’", "'").replace("‘", "'")).strip().lower()
    key = re.sub(r"^(the|a|an) ", "", key)
    return re.sub(r"('s|')$", "", key).replace(".", "") if not key.endswith(("inc.", "ltd.", "co.")) else re.sub(r"'s$", "", key)


@dataclass(slots=True)
class Case:
    """All mentions of one name, and what speaks for its classes."""

    mentions: list[Candidate]
    clues: defaultdict[tuple[Iri, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    labels: Counter[str] = field(default_factory=Counter)

    def weigh(self, class_iri: Iri, weight: float, kind: str) -> None:
        """Add a clue of a kind."""
        self.clues[class_iri, kind].append(weight)

    @property
    def weights(self) -> dict[Iri, float]:
        """For each class the sum of its weights: of each kind the strongest clue either way, and a little for each further one."""
        totals: dict[Iri, float] = {}
        for (iri, _), values in self.clues.items():
            totals[iri] = totals.get(iri, 0) + _sum_up(values)
        return totals

    @property
    def label(self) -> str:
        """The commonest label; of several, the first by name."""
        votes = Counter({label: count for label, count in self.labels.items() if label})
        return min(votes, key=lambda label: (-votes[label], label)) if votes else ""


def _sum_up(values: Iterable[float]) -> float:
    up = sorted((value for value in values if value > 0), reverse=True)
    down = sorted(value for value in values if value < 0)
    return sum(side[0] + 0.25 * sum(side[1:4]) for side in (up, down) if side)


class Judge:
    """Judges the names of one document."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.ontology = lexicon.ontology
        self.evidence = Evidence(words, lexicon)

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
            head = self._find_head_class(cases[full].mentions[0])
            is_named_by_head = head is not None and head[1] >= 4
            _share(cases[short], cases[full], is_first=full.startswith(short), may_be_person=not is_named_by_head)
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
        """The name itself: given names, "&", acronyms, endings."""
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
        if YEAR.fullmatch(texts[-1]) and len(texts) > 1:
            case.weigh(EVENT, 2.5, "year")
        if case.label == "PERSON" and len(texts) == 1 and words.tag[first.end - 1] == "NNPS" and words.at(first.start - 1) == "the":
            case.weigh(PEOPLE_GROUP, 4, "family")
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
        head = self._find_head_class(first)
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
            order = (PERSON, PEOPLE_GROUP, LEGISLATION, PLACE, ORGANIZATION, EVENT, AWARD, PROGRAMME, WORK, PRODUCT)
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

    def _find_head_class(self, candidate: Candidate) -> tuple[Iri, float] | None:
        """What the head noun of a name says ("Ministry of ...", "... University", "... Ltd"), and how much."""
        lowers = self.words.lower[candidate.start : candidate.end]
        last = lowers[-1]
        if len(lowers) < 2:
            return (TEAM, 3) if self.evidence.teams.is_sport and HEADS.get(last) == TEAM else None
        if self.words.text[candidate.end - 1].islower():
            if last in TAIL_SITES | TAIL_SITES_OF_CITIES | TAIL_PLANTS:
                return SITE, 6
            if last in TAIL_OTHERS:
                return TAIL_OTHERS[last], 6
        if last in COMPANY_ENDINGS:
            return COMPANY, 6
        while len(lowers) > 2 and (lowers[-1].isdigit() or self.lexicon.is_state(lowers[-1])):
            lowers = lowers[:-1]
        if lowers[0] in FIRST_WORDS and lowers[-1] not in HEADS:
            return FIRST_WORDS[lowers[0]], 5
        if self.lexicon.places(" ".join(lowers)) and lowers[-1] not in HEADS:
            return None
        if self.evidence.teams.is_sport and lowers[-1] in {"town", "city", "athletic", "county"}:
            return TEAM, 4
        is_person_like = self.lexicon.is_given_name(self.words.text[candidate.start]) and candidate.label == "PERSON" and len(lowers) < 4
        heads = list(_head_nouns(lowers))
        for head in heads:
            if head in HEADS:
                return self._to_head_class(HEADS[head], head, lowers), 1.5 if is_person_like and head in SURNAME_HEADS else 5
        for head in heads:
            known = self.ontology.class_nouns.get(head)
            strength = 4.0
            if known is None:
                ranked = self.lexicon.background.find_noun_classes(head)
                known, strength = (ranked[0] if ranked else None), 2.5
            if known is not None and any(self.ontology.is_a(known, allowed) for allowed in NAMED_BY_HEAD_NOUN):
                return known, 0 if is_person_like else 1 if candidate.label == "PERSON" else strength
        return None

    def _to_head_class(self, class_iri: Iri, head: str, lowers: Sequence[str]) -> Iri:
        """The commissions and councils of Europe and the world are international."""
        if head in BODIES and lowers[0] in WORLDWIDE:
            return to_iri("news:InternationalOrganization")
        return class_iri

    def _to_mention(self, candidate: Candidate, class_iri: Iri, found_by: str) -> Mention:
        span = self.words.doc[candidate.start : candidate.end]
        score = {"model": 0.8, "capitals": 0.5}.get(found_by, 0.9)
        start, end = span.start_char + candidate.skip, span.end_char - candidate.clip
        return Mention(Span(start, end), span.text[candidate.skip : len(span.text) - candidate.clip], class_iri, found_by, score)


def find_short_forms(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a longer one that begins or ends with it, sorted.

    >>> list(find_short_forms(["kim van eyck", "van eyck", "kim"]))
    [('kim', 'kim van eyck'), ('van eyck', 'kim van eyck')]
    """
    known = sorted(keys)
    by_part: dict[str, list[str]] = defaultdict(list)
    for full in known:
        parts = full.split()
        for cut in range(1, len(parts)):
            by_part[" ".join(parts[:cut])].append(full)
            by_part[" ".join(parts[cut:])].append(full)
    for short in known:
        if len(short) > 2:
            for full in dict.fromkeys(by_part.get(short, ())):
                yield short, full


def _share(short: Case, full: Case, *, is_first: bool, may_be_person: bool) -> None:
    """A family name is a person's where the full name is, and tells as much of it; an organisation's first word likewise."""
    shorts, fulls = short.weights, full.weights
    for iri, weight in shorts.items():
        if (iri == PERSON) != is_first or iri not in {PERSON, PLACE}:
            full.weigh(iri, weight / 2, "form")
    for iri, weight in fulls.items():
        if iri == PERSON and weight > 0:
            short.weigh(iri, weight / (4 if is_first else 1), "form")
        elif iri != PLACE and weight > 0 and is_first:
            short.weigh(iri, weight / 2, "form")
    votes = full.labels["PERSON"] / max(1, sum(full.labels.values()))
    if not is_first and votes > 0.5 and may_be_person:
        short.weigh(PERSON, 2 * votes, "vote")


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
