"""A candidate and the words around it -> clues: classes that they speak for (or against), each with a weight.

The weights are of one scale with those of ``judging``: 5 is nearly certain, 3 is what the model's word counts, 1 a hint.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kg.mentions.names.candidates import DASHES, Candidate
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import (
    AWARD,
    AWARD_VERBS,
    CONCEPT,
    COUNTRY,
    GIVING_VERBS,
    HONORIFICS,
    KIN,
    LOCATIVE,
    MAKERS,
    MEDIA,
    MEDIA_NOUNS,
    MOTIONS,
    NOUNS_BEHIND,
    ORG_OBJECT_VERBS,
    ORG_POSSESSIONS,
    ORG_VERBS,
    ORGANIZATION,
    OWNED_NOUNS,
    PERSON,
    PERSON_POSSESSIONS,
    PERSON_VERBS,
    PLACE,
    PLACE_NOUNS,
    PLACE_PARTS,
    PRODUCT,
    SAYING,
    SHARE_NOUNS,
    SITE_NOUNS,
    SPORT_CORE,
    SPORT_WORDS,
    STRONG_POSSESSIONS,
    TEAM,
    TEAM_MEMBERS,
    TEAM_NOUNS,
    TEAM_VERBS,
    TOWN_NOUNS,
    WORK,
    WORK_NOUNS,
)
from kg.mentions.names.words import Words
from kg.namespaces import to_iri
from kg.records import Iri

Clue = tuple[Iri, float]
NAMED_BY_NOUN: tuple[Iri, ...] = tuple(
    to_iri(name)
    for name in (
        "schema:Person", "schema:Organization", "schema:Place", "news:Programme", "schema:CreativeWork", "news:NamedEvent", "news:Award",
        "schema:Product",
        "news:Legislation",
    )
)  # fmt: skip
QUOTES = frozenset("\"'“”‘’«»")
POSSESSIVES = frozenset({"’s", "'s", "’", "'"})
TEAM_TITLES = frozenset({"side", "rivals", "champions", "giants", "club", "minnows", "leaders", "winners", "runners-up"})
DOUBTFUL_MEDIA = frozenset({"agency", "channel", "station", "website", "paper", "journal"})
LEAST_SPORT = 6
SPORT_SHARE = 1 / 90


class Evidence:
    """The clues of one document."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon

    @cached_property
    def is_sport(self) -> bool:
        """Whether the document speaks of matches and teams throughout."""
        hits = [lower for lower in self.words.lower if lower in SPORT_WORDS]
        is_core = len({lower for lower in hits if lower in SPORT_CORE}) >= 2
        return is_core and len(hits) >= LEAST_SPORT and len(hits) > SPORT_SHARE * len(self.words)

    def find(self, candidate: Candidate) -> Iterator[tuple[Iri, float, str]]:
        """All clues of one mention, each with the name of its kind."""
        if self._is_dateline(candidate):
            yield PLACE, 4, "dateline"
            yield PERSON, -4, "dateline"
        if self.words.is_titled(candidate.start):
            return
        for find in (self._find_before, self._find_behind, self._find_possessions, self._find_verbs, self._find_calling, self._find_quoted):
            for class_iri, weight in find(candidate):
                yield class_iri, weight, find.__name__
        if self.is_sport:
            for class_iri, weight in self._find_team(candidate):
                yield class_iri, weight, "team"

    def _is_dateline(self, candidate: Candidate) -> bool:
        """ "LYON, 3 March —": capitals at the start, and a comma, bracket or dash."""
        words = self.words
        marks = {",", "(", *DASHES}
        return (
            words.starts_sentence(candidate.start) and _is_in_capitals(words.text[candidate.end - 1]) and words.at(candidate.end) in marks
        )

    # ------------------------------------------------------------ neighbours

    def _find_before(self, candidate: Candidate) -> Iterator[Clue]:
        words, start = self.words, candidate.start
        before = words.at(start - 1)
        if before in HONORIFICS:
            yield PERSON, 5
        elif before and self.lexicon.is_post(before) and candidate.start <= words.head[start - 1] < candidate.end:
            yield PERSON, 4
        is_head = not self._is_modifier(candidate)
        if before == "the" and is_head:
            yield PERSON, -4
            yield ORGANIZATION, 0.5
            if words.at(start - 2) == "in":
                yield PLACE, 3 if self._is_site(words.head[start - 2]) or self._is_site(start - 3) else 1
        elif before in {"a", "an"} and is_head:
            yield PERSON, -2
        if before == "of" and start > 1 and words.text[words.head[start - 1]].islower() and self._is_post(words.head[start - 1]):
            yield ORGANIZATION, 1.5
            yield PERSON, -3
        if before == "of" and words.at(start - 2) in PLACE_PARTS:
            yield PLACE, 3
            yield ORGANIZATION, -1
        elif before == "of" and start > 1 and words.is_name_word(start - 2) and self.lexicon.places(words.surface(start, candidate.end)):
            yield PLACE, 2
            yield ORGANIZATION, -1
        if before == "the" and words.text[candidate.end - 1].isdigit() and candidate.end - start > 1:
            yield PRODUCT, 2
        if words.tag[start - 1 : start] in (["PRP$"], ["POS"]) and words.at(candidate.end) in SITE_NOUNS:
            yield PLACE, 2
        if self._is_based_firm(start - 1):
            yield ORGANIZATION, 2
            yield PERSON, -1
        if before == "to" and is_head and words.lemma[words.head[start - 1]] in MOTIONS:
            yield PLACE, 1.5
        if before in LOCATIVE and is_head and words.lower[words.head[start - 1]] not in SHARE_NOUNS:
            yield PLACE, 2.5
            yield ORGANIZATION, -1
            yield PERSON, -2
        if (
            before == "based"
            and words.at(start - 2) in DASHES
            or words.at(start - 1) == "in"
            and words.at(start - 2) in {"based", "born", "headquartered"}
        ):
            yield PLACE, 2
        if before == "told" or (before in {"told", "to"} and words.at(start - 2) == "speaking"):
            yield ORGANIZATION, 0.5

    def _is_based_firm(self, token: int) -> bool:
        """ "The Lyon-based reinsurer X": a noun that no dictionary has as a person's, behind "-based"."""
        words, lexicon = self.words, self.lexicon
        if token < 1 or words.tag[token] != "NN" or words.text[token] != words.lower[token]:
            return False
        is_person = lexicon.is_post(words.lemma[token]) or PERSON in lexicon.classes(words.lemma[token])[:1]
        return not is_person and any(words.at(token - step) == "based" for step in (1, 2))

    def _is_site(self, token: int) -> bool:
        """Whether a noun names what stands somewhere ("a villa in the X")."""
        classes = self.lexicon.classes(self.words.lemma[token])[:1]
        return self.words.tag[token] in {"NN", "NNS"} and any(self.lexicon.ontology.is_a(iri, PLACE) for iri in classes)

    def _is_modifier(self, candidate: Candidate) -> bool:
        """Whether the name stands before a noun that it belongs to ("the Merkel government")."""
        words = self.words
        root = words.root(candidate.start, candidate.end)
        return (
            words.dep[root] in {"compound", "nmod", "poss", "amod"}
            and words.head[root] >= candidate.end
            or words.at(candidate.end) in DASHES
        )

    def _is_post(self, token: int) -> bool:
        return self.lexicon.is_post(self.words.lemma[token])

    def _find_behind(self, candidate: Candidate) -> Iterator[Clue]:
        words, end = self.words, candidate.end
        first, second = words.at(end), words.at(end + 1)
        if first == ",":
            if second in {"who", "whom"} or (second.isdigit() and words.at(end + 2) in {",", "."}):
                yield PERSON, 3 if second in {"who", "whom"} else 5
            if second == "which":
                yield (
                    ORGANIZATION,
                    2.5 if any(words.lemma[end + step : end + step + 1] == [verb] for step in (2, 3) for verb in MAKERS) else 1.5,
                )
                yield PERSON, -2.5
            if second in {"founded", "based", "headquartered", "established", "listed"} or second == "set" and words.at(end + 2) == "up":
                yield ORGANIZATION, 2.5
                yield PERSON, -2
            if second == "whose":
                yield PERSON, 0.5
        if first in {"who", "whom"}:
            yield PERSON, 2
        if first in DASHES and second == "based":
            yield PLACE, 4
        if first == "of" and self._is_named_by_seat(candidate):
            yield ORGANIZATION, 1.5
            yield PERSON, -1.5
            yield PLACE, -1.5
        if self._is_modifier(candidate) and first not in DASHES:
            yield from self._find_noun_behind(end)
        if first in TOWN_NOUNS and self.lexicon.places(words.surface(candidate.start, end)):
            yield PLACE, 2.5
        if first == "(" and second.isupper():
            yield PERSON, -1

    def _is_named_by_seat(self, candidate: Candidate) -> bool:
        """ "Budimpol of Krakow": a firm that the reader may not know."""
        words, lexicon, end = self.words, self.lexicon, candidate.end
        if end + 1 >= len(words) or not lexicon.places(words.text[end + 1]):
            return False
        return not lexicon.is_common_noun(words.lower[end - 1]) and not lexicon.is_given_name(words.text[candidate.start])

    def _find_noun_behind(self, end: int) -> Iterator[Clue]:
        """ "the Fold party", "the daily X", "X Chief Executive Y": what the noun behind the name makes of it."""
        words, lexicon = self.words, self.lexicon
        first, second = words.at(end), words.at(end + 1)
        known = NOUNS_BEHIND.get(f"{first} {second}") or NOUNS_BEHIND.get(first)
        if known is not None:
            yield known, 3
            yield PERSON, -3
        elif lexicon.is_post(first) and first not in TEAM_MEMBERS and end < len(words):
            yield PERSON, -1.5
            yield ORGANIZATION, 1

    def _find_possessions(self, candidate: Candidate) -> Iterator[Clue]:
        words, end = self.words, candidate.end
        if words.at(end) not in POSSESSIVES or end + 1 >= len(words):
            owned = self._find_owned_by_of(candidate)
        else:
            owned = next(
                (
                    token
                    for token in range(end + 1, min(end + 5, len(words)))
                    if words.tag[token] in {"NN", "NNS"} and words.dep[token] not in {"compound", "nmod"}
                ),
                None,
            )
        if owned is None:
            return
        noun = words.lemma[owned] if words.lemma[owned] in PERSON_POSSESSIONS | ORG_POSSESSIONS | STRONG_POSSESSIONS else words.lower[owned]
        if noun in PERSON_POSSESSIONS:
            yield PERSON, 3.5 if noun in KIN else 2
            yield ORGANIZATION, -1 if noun in KIN else 0
        elif noun in STRONG_POSSESSIONS:
            yield ORGANIZATION, 2.5
            yield PERSON, -2
        elif noun in ORG_POSSESSIONS or (self._is_post(owned) and words.at(end) in POSSESSIVES):
            yield ORGANIZATION, 1.5
            yield PERSON, -1

    def _find_owned_by_of(self, candidate: Candidate) -> int | None:
        """The noun of "shares in X", "employees of X"."""
        words, start = self.words, candidate.start
        if words.at(start - 1) not in {"of", "in"} or words.tag[words.head[start - 1]] not in {"NN", "NNS"}:
            return None
        noun = words.head[start - 1]
        return noun if words.lower[noun] in OWNED_NOUNS else None

    # ------------------------------------------------------------ grammar

    def _find_verbs(self, candidate: Candidate) -> Iterator[Clue]:
        words = self.words
        root = words.root(candidate.start, candidate.end)
        dep, verb = words.dep[root], words.lemma[words.head[root]]
        if dep in {"nsubj", "nsubjpass"} and words.head[root] != root:
            if verb in PERSON_VERBS:
                yield PERSON, 1
            if verb in ORG_VERBS:
                yield ORGANIZATION, 1
            if verb in SAYING:
                yield PERSON, 0.5
        if dep == "dobj" and verb in ORG_OBJECT_VERBS:
            yield ORGANIZATION, 1.5 if verb == "acquire" else 1
            yield PERSON, -1.5
        has_article = words.at(candidate.start - 1) in {"a", "an", "the"}
        is_handed = has_article and candidate.start > 1 and words.lemma[candidate.start - 2] in GIVING_VERBS
        if is_handed and words.tag[candidate.start - 2] == "VBN":
            yield AWARD, 4
        elif is_handed or (has_article and dep in {"dobj", "oprd", "attr"} and verb in AWARD_VERBS):
            yield AWARD, 2.5
        if dep == "dobj" and verb == "take" and any(words.lower[child] == "over" for child in words.children[words.head[root]]):
            yield ORGANIZATION, 3
            yield PERSON, -4
        if dep == "pobj" and words.lower[words.head[root]] == "for" and words.lemma[words.head[words.head[root]]] == "work":
            yield ORGANIZATION, 1.5
        if dep == "pobj" and words.lower[words.head[root]] == "by" and words.lemma[words.head[words.head[root]]] == "publish":
            yield ORGANIZATION, 1.5

    def _find_calling(self, candidate: Candidate) -> Iterator[Clue]:
        """ "X, the union that ..." and "the broker X": what a noun in apposition, before the name or in "X is a ..." calls it."""
        words = self.words
        root = words.root(candidate.start, candidate.end)
        nouns = [child for child in words.children[root] if words.dep[child] == "appos" and child >= candidate.end]
        before = candidate.start - 1
        while before >= 0 and words.text[before] in QUOTES | {","}:
            before -= 1
        if (
            before >= 0
            and words.at(before) in MEDIA_NOUNS
            and words.at(before) not in {"agency", "station", "website"}
            and before == candidate.start - 1
        ):
            yield MEDIA, 1.5
        if (
            before >= 0
            and words.tag[before] == "NN"
            and (
                words.dep[before] in {"compound", "nmod", "appos"}
                or words.head[root] == before
                or before < candidate.start - 1
                or self._is_owned(before)
            )
        ):
            nouns.append(before)
        if words.dep[root] == "appos" and words.head[root] < candidate.start:
            nouns.append(words.head[root])
        if words.dep[root] == "nsubj" and words.lemma[words.head[root]] == "be":
            nouns += [child for child in words.children[words.head[root]] if words.dep[child] == "attr"]
        for noun in dict.fromkeys(nouns):
            if words.tag[noun] not in {"NN", "NNP"} or words.ent[noun] in {"PERSON", "DATE", "CARDINAL", "GPE", "ORG"}:
                continue
            class_iri = self._class_of_noun(noun)
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

    def _is_owned(self, noun: int) -> bool:
        """ "The metalworkers' union X", "its subsidiary X": a name right behind a noun that has an owner says who it is."""
        return self.words.tag[noun - 1 : noun] in (["POS"], ["PRP$"])

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
            yield to_iri("news:City"), 3
        if words.at(candidate.end) in {"district", "province", "region", "island", "valley"} and self._is_modifier(candidate):
            yield PLACE, 3

    def _class_of_noun(self, noun: int) -> Iri | None:
        words, lexicon = self.words, self.lexicon
        lemma = words.lemma[noun]
        pair = f"{words.lower[noun - 1]} {lemma}" if noun else lemma
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
        is_nameable = known is not None and any(lexicon.ontology.is_a(known, allowed) for allowed in NAMED_BY_NOUN)
        return known if is_nameable else None

    def _find_quoted(self, candidate: Candidate) -> Iterator[Clue]:
        """A name in quotation marks near the word for a work is one."""
        words = self.words
        if words.at(candidate.start - 1) not in QUOTES or not any(words.at(candidate.end + step) in QUOTES for step in (0, 1)):
            return
        near = [
            words.at(token) for token in (*range(candidate.start - 6, candidate.start - 1), *range(candidate.end + 1, candidate.end + 4))
        ]
        if any(word in WORK_NOUNS for word in near):
            yield WORK, 4
        elif any(word in MEDIA_NOUNS for word in near):
            yield MEDIA, 4
        else:
            yield WORK, 0.5
        yield PERSON, -1

    # ------------------------------------------------------------ sport

    def _find_team(self, candidate: Candidate) -> Iterator[Clue]:
        """A name that plays, is played against or has players is a team; a country stays one."""
        words = self.words
        surface = words.surface(candidate.start, candidate.end)
        is_person = (
            candidate.label in {"PERSON", ""}
            and candidate.end - candidate.start > 1
            and self.lexicon.is_given_name(words.text[candidate.start])
        )
        if is_person or self.lexicon.is_state(surface):
            return
        start, end = candidate.start, candidate.end
        before, behind = words.at(start - 1), words.at(end)
        is_scored = self._is_score(end) or self._is_score(start - 3) or (behind in POSSESSIVES and self._is_score(end + 1))
        if before in {"against", "versus", "vs", "vs."} or is_scored or _is_score(before):
            yield TEAM, 4
        if behind in TEAM_MEMBERS or words.at(end + 1) in TEAM_MEMBERS and behind in {"head", *POSSESSIVES}:
            yield TEAM, 3
        if before in TEAM_TITLES:
            yield TEAM, 4
        root = words.root(start, end)
        verb = words.head[root]
        is_beaten = words.dep[root] == "nsubjpass" and words.lemma[verb] in {"beat", "relegate", "thrash", "defeat", "eliminate"}
        if is_beaten or (words.dep[root] == "nsubj" and words.lemma[verb] in TEAM_VERBS):
            yield TEAM, 1.5 if candidate.label == "PERSON" else 3
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


def _is_in_capitals(text: str) -> bool:
    """Whether a word is written as the place of a dateline is."""
    return len(text) > 3 and text.isupper()


def _is_score(word: str) -> bool:
    left, dash, right = word.partition("-")
    return bool(dash) and left.isdigit() and right.isdigit() and len(left) < 3 and len(right) < 3
