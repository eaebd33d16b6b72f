"""A candidate and the words around it -> clues: classes that they speak for (or against), each with a weight.

The weights are of one scale with those of ``judging``: 5 is nearly certain, 3 is what the model's word counts, 1 a hint.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.names.candidates import Candidate, Clue
from kg.mentions.names.descriptions import Descriptions
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.teams import Teams
from kg.mentions.names.vocabulary import (
    AWARD_VERBS,
    CALENDAR,
    COMPANY_ENDINGS,
    GIVING_VERBS,
    HEADS,
    HONORIFICS,
    KIN,
    LOCATIVE,
    MAKERS,
    MEDIA_NOUNS,
    MOTIONS,
    NOUNS_BEHIND,
    ORG_OBJECT_VERBS,
    ORG_POSSESSIONS,
    ORG_VERBS,
    OWNED_NOUNS,
    PERSON_POSSESSIONS,
    PERSON_VERBS,
    PLACE_PARTS,
    SAYING,
    SHARE_NOUNS,
    SITE_NOUNS,
    STRONG_POSSESSIONS,
    TEAM_MEMBERS,
    TOWN_NOUNS,
    TRADES,
    WORK_NOUNS,
)
from kg.mentions.names.words import APOSTROPHES, DASHES, QUOTES, Words
from kg.records import Iri
from kg.terms import AWARD, CITY, COMPANY, MEDIA, ORGANIZATION, PERSON, PLACE, PRODUCT, WORK

NEAR = 3
"""Within how many words behind its verb a pronoun speaks for its subject."""
EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "look"})
"""Verbs beside which "it" may speak of nothing."""


class Evidence:
    """The clues of one document."""

    def __init__(self, words: Words, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.descriptions, self.teams = Descriptions(words, lexicon), Teams(words, lexicon)

    def find(self, candidate: Candidate) -> Iterator[tuple[Iri, float, str]]:
        """All clues of one mention, each with the name of its kind."""
        if self._is_dateline(candidate):
            yield PLACE, 4, "dateline"
            yield PERSON, -4, "dateline"
        if self.words.is_titled(candidate.start):
            return
        for kind, find in (
            ("before", self._find_before),
            ("behind", self._find_behind),
            ("possession", self._find_possessions),
            ("verb", self._find_verbs),
            ("pronoun", self._find_pronouns),
            ("list", self._find_listed),
            ("description", self.descriptions.find),
            ("quotation", self._find_quoted),
            ("team", self.teams.find),
        ):
            for class_iri, weight in find(candidate):
                yield class_iri, weight, kind

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
            yield PERSON, 4 if before not in TRADES else 1 if self._may_be_person(candidate) else -2
        is_head = not words.is_modifier(candidate.start, candidate.end)
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
            is_ruled = words.at(start - 2) == "mayor"
            yield CITY if is_ruled else PLACE, 6 if is_ruled else 3
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
        if before == "of" and words.at(start - 2) == "," and words.text[start - 3].isdigit() and words.at(start - 4) == ",":
            yield PLACE, 4
            yield ORGANIZATION, -1
        if before == "of" and words.at(start - 2) == "," and start > 2 and words.is_name_word(start - 3):  # "said Ana Roy, of Leeds."
            yield PLACE, 3 if candidate.end - start == 1 else 1
            yield ORGANIZATION, -1
        if before == "in" and words.lemma[words.head[start - 1]] == "publish" and candidate.label == "WORK_OF_ART":
            yield MEDIA, 4
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

    def _may_be_person(self, candidate: Candidate) -> bool:
        """Whether a name begins with a given name, or is a single word that may be a family's."""
        return candidate.end - candidate.start == 1 or self.lexicon.is_given_name(self.words.text[candidate.start])

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

    def _is_post(self, token: int) -> bool:
        return self.lexicon.is_post(self.words.lemma[token])

    def _find_behind(self, candidate: Candidate) -> Iterator[Clue]:
        words, end = self.words, candidate.end
        first, second = words.at(end), words.at(end + 1)
        if first == ",":
            if second in {"who", "whom"} and self._is_workplace(candidate.start):
                yield ORGANIZATION, 1
            elif second in {"who", "whom"} or (second.isdigit() and words.at(end + 2) in {",", "."}):
                yield PERSON, 3 if second in {"who", "whom"} else 5
            if second == "which":
                yield (
                    ORGANIZATION,
                    2.5 if any(words.lemma[end + step : end + step + 1] == [verb] for step in (2, 3) for verb in MAKERS) else 1.5,
                )
                yield PERSON, -6 if words.dep[words.root(candidate.start, end)] in {"nsubj", "nsubjpass"} else -2.5
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
        if words.is_modifier(candidate.start, candidate.end) and first not in DASHES:
            yield from self._find_noun_behind(end)
        if first in TOWN_NOUNS and self.lexicon.places(words.surface(candidate.start, end)):
            yield PLACE, 2.5
        if first == "(" and second.isupper():
            yield PERSON, -1

    def _is_workplace(self, start: int) -> bool:
        """ "an economist at X, who ...": the clause speaks of the economist."""
        words = self.words
        return words.at(start - 1) in {"at", "of", "with", "for"} and words.tag[start - 2] == "NN" and self._is_post(start - 2)

    def _is_named_by_seat(self, candidate: Candidate) -> bool:
        """ "Ostrel of Kerrow": a firm that the reader may not know."""
        words, lexicon, end = self.words, self.lexicon, candidate.end
        if end + 1 >= len(words) or not lexicon.places(words.text[end + 1]):
            return False
        return not lexicon.is_common_noun(words.lower[end - 1]) and not lexicon.is_given_name(words.text[candidate.start])

    def _find_noun_behind(self, end: int) -> Iterator[Clue]:
        """ "the Lantern party", "the daily X", "X Chief Executive Y": what the noun behind the name makes of it."""
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
        if words.at(end) not in APOSTROPHES or end + 1 >= len(words):
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
        elif noun in ORG_POSSESSIONS or (self._is_post(owned) and words.at(end) in APOSTROPHES):
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
        yield from self._find_bought(root)
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

    def _find_bought(self, root: int) -> Iterator[Clue]:
        """ "It bought the brewer X for £86 million": what is bought for money is a firm, where it is no player."""
        words = self.words
        noun = words.head[root] if words.dep[root] == "appos" else root
        verb = words.head[noun]
        if words.dep[noun] != "dobj" or words.lemma[verb] not in {"buy", "acquire"} or self.teams.is_sport:
            return
        fors = [token for token in words.children[verb] if words.dep[token] == "prep" and words.lower[token] == "for"]
        if any(words.ent[price] == "MONEY" for token in fors for price in words.children[token]):
            yield ORGANIZATION, 2.5
            yield PERSON, -3

    def _find_pronouns(self, candidate: Candidate) -> Iterator[Clue]:
        """ "X said it would", "X sold its ships": a subject is taken up behind its verb as a thing or as a person."""
        words = self.words
        root = words.root(candidate.start, candidate.end)
        verb = words.head[root]
        if words.dep[root] not in {"nsubj", "nsubjpass"} or verb == root:
            return
        found = next((token for token in range(verb + 1, min(verb + 1 + NEAR, len(words))) if words.tag[token] in {"PRP", "PRP$"}), None)
        if found is None or words.sentence[found] != words.sentence[root] or self._is_name_between(verb, found):
            return
        is_subject = words.lemma[verb] in SAYING and words.dep[found] == "nsubj" and not self._is_empty(found)
        is_owner = words.dep[found] == "poss" and (words.lemma[verb] in SAYING or found == verb + 1)
        if not is_subject and not is_owner:
            return
        if words.lower[found] in {"it", "its"}:
            yield ORGANIZATION, 2.5
            yield PERSON, -2
        elif words.lower[found] in {"he", "she", "his", "her"}:
            yield PERSON, 2 if is_subject else 1
            yield ORGANIZATION, -1 if is_subject else 0

    def _is_empty(self, pronoun: int) -> bool:
        """Whether "it" may speak of nothing ("it is clear that")."""
        return self.words.lower[pronoun] == "it" and self.words.lemma[self.words.head[pronoun]] in EMPTY_VERBS

    def _is_name_between(self, start: int, end: int) -> bool:
        words = self.words
        return any(words.tag[token] in {"NN", "NNP", "NNPS"} and words.lower[token] not in CALENDAR for token in range(start + 1, end))

    def _find_listed(self, candidate: Candidate) -> Iterator[Clue]:
        """ "Lumina Energy and X": what stands beside a firm in a list of two is one."""
        words = self.words
        root = words.root(candidate.start, candidate.end)
        others = (
            [words.head[root]] if words.dep[root] == "conj" else [child for child in words.children[root] if words.dep[child] == "conj"]
        )
        for other in others:
            last = words.lower[other]
            if (
                len(others) == 1
                and words.is_name_word(other)
                and words.is_name_word(other - 1)
                and (HEADS.get(last) == COMPANY or last in COMPANY_ENDINGS)
            ):
                yield ORGANIZATION, 1.5
                yield PERSON, -2

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


def _is_in_capitals(text: str) -> bool:
    """Whether a word is written as the place of a dateline is."""
    return len(text) > 3 and text.isupper()
