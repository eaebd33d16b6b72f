"""ParsedArticle -> the names in it, each with one class per document.

The model's entity recogniser is a witness among others: the gazetteer, the head noun of a name ("University of ..."), titles and
given names speak too, and all mentions of one name are judged together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.namespaces import to_iri
from kg.records import NEWS_BLOCKS, Iri, Mention, ParsedArticle, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.background import Background
    from kg.ontology import Ontology

PERSON = to_iri("schema:Person")
ORGANIZATION = to_iri("schema:Organization")
COMPANY = to_iri("news:Company")
PLACE = to_iri("schema:Place")
COUNTRY = to_iri("news:Country")
CITY = to_iri("news:City")
CONCEPT = to_iri("skos:Concept")
PEOPLE_GROUP = to_iri("news:PeopleGroup")

CLASS_OF_LABEL: dict[str, Iri] = {
    "PERSON": PERSON,
    "ORG": ORGANIZATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": to_iri("news:Site"),
    "NORP": PEOPLE_GROUP,
    "PRODUCT": to_iri("schema:Product"),
    "EVENT": to_iri("news:NamedEvent"),
    "WORK_OF_ART": to_iri("schema:CreativeWork"),
    "LAW": to_iri("schema:CreativeWork"),
}
NAMED_BY_HEAD_NOUN: tuple[Iri, ...] = tuple(
    to_iri(name)
    for name in (
        "schema:Organization", "schema:Place", "news:Site", "news:Programme", "schema:CreativeWork", "news:NamedEvent", "news:Award", "schema:Product",
    )
)  # fmt: skip
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "mr.", "mrs.", "ms.", "dr.", "prof."})
COMPANY_ENDINGS = frozenset(
    "inc inc. ltd ltd. plc llc corp corp. corporation co co. gmbh ag sa s.a. spa s.p.a. nv n.v. bv b.v. ab oy asa a/s as kk holdings".split()
)
NAME_TAGS = frozenset({"NNP", "NNPS"})
INNER_WORDS = frozenset({"of", "de", "del", "della", "di", "da", "do", "dos", "van", "von", "der", "den", "la", "le", "al", "bin", "ibn", "for", "&", "the", "y", "e"})
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)
EDGES = " \t\n\r\u00a0,.;:'\"“”‘()[]–—-|•"


class Candidate:
    """A run of tokens that may be a name; ``label`` is the model's, if it saw one."""

    __slots__ = ("end", "label", "start")

    def __init__(self, start: int, end: int, label: str) -> None:
        self.start, self.end, self.label = start, end, label


def find_names(parsed: ParsedArticle, values: Sequence[Mention], ontology: Ontology, background: Background) -> tuple[Mention, ...]:
    """The names in the blocks that carry news, in text order, none overlapping; one class per name."""
    doc = parsed.doc
    finder = _NameFinder(doc, ontology, background)
    taken = _mark_values(doc, values)
    allowed = _mark_news(doc, parsed)
    candidates = [candidate for candidate in finder.find_candidates() if allowed[candidate.start] and not any(taken[candidate.start : candidate.end])]
    candidates = finder.add_repeats(candidates, allowed, taken)
    return finder.judge(candidates)


def _mark_values(doc: Doc, values: Sequence[Mention]) -> list[bool]:
    """For each token whether it lies in the numeric part of a value."""
    marked = [False] * len(doc)
    for value in values:
        if value.class_iri == to_iri("schema:QuantitativeValue"):
            continue
        span = doc.char_span(value.span.start, value.span.end, alignment_mode="expand")
        if span is not None:
            marked[span.start : span.end] = [True] * (span.end - span.start)
    return marked


def _mark_news(doc: Doc, parsed: ParsedArticle) -> list[bool]:
    """For each token whether its block is read for facts."""
    marked = [False] * len(doc)
    for block in parsed.article.blocks:
        if block.kind in NEWS_BLOCKS:
            span = doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
            if span is not None:
                marked[span.start : span.end] = [True] * (span.end - span.start)
    return marked


def to_key(surface: str) -> str:
    """The form under which names are compared: no article, no possessive, one kind of space and quote.

    >>> to_key("the United Nations’")
    'united nations'
    """
    key = re.sub(r"\s+", " ", surface.replace("’", "'").replace("‘", "'")).strip().lower()
    key = re.sub(r"^(the|a|an) ", "", key)
    return re.sub(r"('s|')$", "", key).replace(".", "") if not key.endswith(("inc.", "ltd.", "co.")) else re.sub(r"'s$", "", key)


class _NameFinder:
    """The names of one document."""

    def __init__(self, doc: Doc, ontology: Ontology, background: Background) -> None:
        self.doc, self.ontology, self.background = doc, ontology, background

    # ------------------------------------------------------------ candidates

    def find_candidates(self) -> list[Candidate]:
        """The model's entities, trimmed and completed, and runs of proper nouns it overlooked."""
        found: list[Candidate] = []
        covered = [False] * len(self.doc)
        for ent in self.doc.ents:
            if ent.label_ not in CLASS_OF_LABEL:
                continue
            for start, end in _split_at_lines(ent.start, ent.end, self.doc):
                candidate = self.trim(start, end, ent.label_)
                if candidate is not None and not any(covered[candidate.start : candidate.end]):
                    self.extend(candidate, covered)
                    found.append(candidate)
                    covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
        for run in self.find_runs(covered):
            found.append(run)
        found.sort(key=lambda candidate: candidate.start)
        return found

    def trim(self, start: int, end: int, label: str) -> Candidate | None:
        """Cut articles, possessives, punctuation and titles off the ends."""
        doc = self.doc
        while start < end and self._is_edge(doc[start], first=True):
            start += 1
        while end > start and self._is_edge(doc[end - 1], first=False):
            end -= 1
        if start < end and label == "PERSON":
            while start < end - 1 and (doc[start].lower_ in HONORIFICS or self._is_title(doc[start])):
                start += 1
        if start >= end or not any(token.text[:1].isupper() or token.text[:1].isdigit() for token in doc[start:end]):
            return None
        return Candidate(start, end, label) if self.may_be_name(start, end, label) else None

    def _is_edge(self, token: Token, *, first: bool) -> bool:
        if token.is_space or not token.text.strip(EDGES):
            return not (token.text == "." and not first)
        if token.tag_ == "POS" or token.text in {"’s", "'s", "’"}:
            return True
        return first and token.lower_ in {"the", "a", "an"}

    def _is_title(self, token: Token) -> bool:
        return self.background.is_post_noun(token.lower_) and token.lower_ in self.ontology.post_nouns

    def may_be_name(self, start: int, end: int, label: str) -> bool:
        """Whether the words can be a name at all: no acronym of a common noun, no weekday, no title alone."""
        doc = self.doc
        if end - start == 1:
            token = doc[start]
            if token.lower_ in CALENDAR or token.lower_ in self.ontology.post_nouns or token.lower_ in HONORIFICS:
                return False
            if token.tag_ in {"NN", "NNS"} and token.text.islower():
                return False
            if label in {"ORG", "GPE", "LOC", "PRODUCT", "PERSON", "WORK_OF_ART", "EVENT"} and self.is_common_acronym(token):
                return False
        return True

    def is_common_acronym(self, token: Token) -> bool:
        """Whether capitals stand for a common noun ("AI", "GDP"): the noun table knows it and no gazetteer does."""
        if not token.text.isupper() or len(token.text) > 5 or self.background.find_places(token.text):
            return False
        classes = self.background.find_noun_classes(token.lower_)
        return bool(classes) and classes[0] == CONCEPT

    def extend(self, candidate: Candidate, covered: Sequence[bool]) -> None:
        """Take in proper nouns that the model left out at either end ("Carnegie Mellon" + "University")."""
        doc = self.doc
        while candidate.end < len(doc) and self._continues(doc[candidate.end - 1], doc[candidate.end]):
            candidate.end += 1
        if candidate.label == "NORP":
            return
        while candidate.start > 0 and not covered[candidate.start - 1] and self._precedes(doc[candidate.start - 1], doc[candidate.start]):
            candidate.start -= 1

    def _continues(self, last: Token, token: Token) -> bool:
        if token.tag_ not in NAME_TAGS or not token.text[:1].isupper() or token.ent_type_ or token.is_sent_start:
            return False
        return last.head.i == token.i or token.head.i == last.i or last.head.i == token.head.i

    def _precedes(self, token: Token, first: Token) -> bool:
        if token.tag_ not in NAME_TAGS or not token.text[:1].isupper() or token.ent_type_ or first.is_sent_start:
            return False
        if token.lower_ in self.ontology.post_nouns or token.lower_ in HONORIFICS or self.background.is_post_noun(token.lower_):
            return False
        if token.is_sent_start and not token.is_oov and self.background.find_noun_classes(token.lower_):
            return False
        return token.dep_ in {"compound", "nmod"} and (token.head.i == first.i or token.head.i == first.head.i)

    def find_runs(self, covered: Sequence[bool]) -> Iterator[Candidate]:
        """Runs of proper nouns in mid-sentence that the model did not see."""
        doc, start = self.doc, 0
        while start < len(doc):
            token = doc[start]
            if covered[start] or token.tag_ not in NAME_TAGS or not token.text[:1].isupper() or token.ent_type_:
                start += 1
                continue
            end = start + 1
            while end < len(doc) and not covered[end] and doc[end].tag_ in NAME_TAGS and doc[end].text[:1].isupper() and not doc[end].is_sent_start:
                end += 1
            candidate = self.trim(start, end, "")
            start = end
            if candidate is not None and self._is_overlooked_name(candidate):
                yield candidate

    def _is_overlooked_name(self, candidate: Candidate) -> bool:
        words = self.doc[candidate.start : candidate.end]
        if all(token.lower_ in self.ontology.post_nouns or token.lower_ in HONORIFICS for token in words):
            return False
        if _is_title_case(self.doc, candidate.start) or words[0].is_sent_start and len(words) == 1:
            return False
        if len(words) == 1 and (len(words[0].text) < 3 or self.is_common_acronym(words[0])):
            return False
        return " ".join(token.lower_ for token in words) not in self.ontology.post_nouns

    def add_repeats(self, candidates: list[Candidate], allowed: Sequence[bool], taken: Sequence[bool]) -> list[Candidate]:
        """Find every further occurrence of a name that the model saw somewhere."""
        doc = self.doc
        covered = list(taken)
        by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for candidate in candidates:
            covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
            words = tuple(token.text for token in doc[candidate.start : candidate.end])
            if candidate.label != "NORP":
                by_first[words[0]].add(words)
                if candidate.label == "PERSON" and len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper():
                    by_first[words[-1]].add(words[-1:])
        found = list(candidates)
        for token in doc:
            if covered[token.i] or not allowed[token.i] or token.text not in by_first:
                continue
            for words in sorted(by_first[token.text], key=lambda words: (-len(words), words)):
                end = token.i + len(words)
                if tuple(t.text for t in doc[token.i : end]) == words and not any(covered[token.i : end]) and doc[token.i].text[:1].isupper():
                    found.append(Candidate(token.i, end, ""))
                    covered[token.i : end] = [True] * len(words)
                    break
        found.sort(key=lambda candidate: candidate.start)
        return found

    # ------------------------------------------------------------ classes

    def judge(self, candidates: Sequence[Candidate]) -> tuple[Mention, ...]:
        """Give every name one class by the votes of all its mentions."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        titled: set[str] = set()
        for candidate in candidates:
            key = self._key(candidate)
            if candidate.label:
                votes[key][candidate.label] += 1
            if self._has_title(candidate):
                titled.add(key)
        full_names = {key for key, labels in votes.items() if " " in key and labels.most_common(1)[0][0] == "PERSON"}
        surnames = {key.rsplit(" ", 1)[-1] for key in full_names}
        classes: dict[str, tuple[Iri, str]] = {}
        for candidate in candidates:
            key = self._key(candidate)
            if key not in classes:
                classes[key] = self.classify(candidate, votes[key], titled=key in titled, surname=key in surnames)
        return tuple(self._to_mention(candidate, *classes[self._key(candidate)]) for candidate in candidates)

    def _key(self, candidate: Candidate) -> str:
        return to_key(self.doc[candidate.start : candidate.end].text)

    def _has_title(self, candidate: Candidate) -> bool:
        if candidate.start == 0:
            return False
        before = self.doc[candidate.start - 1]
        return before.lower_ in HONORIFICS or (before.lower_ in self.ontology.post_nouns and before.head.i < candidate.end and before.head.i >= candidate.start)

    def classify(self, candidate: Candidate, votes: Counter[str], *, titled: bool, surname: bool) -> tuple[Iri, str]:
        """The class of a name and which witness gave it."""
        label = _majority(votes)
        surface = self.doc[candidate.start : candidate.end].text
        demonym = self.background.find_country_of_demonym(surface) if label in {"NORP", ""} else None
        if demonym is not None:
            return COUNTRY, "demonym"
        head_class = self.find_head_class(candidate)
        if head_class is not None and label != "PERSON":
            return head_class, "head noun"
        if titled and label in {"PERSON", "", "ORG"} and head_class is None:
            return PERSON, "title"
        if surname and label in {"PERSON", "ORG", "", "PRODUCT"}:
            return PERSON, "surname"
        place = self.find_place_class(surface, label)
        if place is not None:
            return place, "gazetteer"
        if label == "PERSON" and head_class is not None and self.background.find_gender(self.doc[candidate.start].text) is None:
            return head_class, "head noun"
        if not label:
            return self.guess_overlooked(candidate)
        return CLASS_OF_LABEL[label], "model"

    def find_place_class(self, surface: str, label: str) -> Iri | None:
        """Country, city, region or union by the gazetteer; a city's or region's name needs the model's word for it."""
        places = self.background.find_places(surface)
        if not places:
            return None
        kinds = {place.kind for place in places}
        if label in {"GPE", "LOC", "NORP"}:
            return places[0].class_iri
        if "country" in kinds and label in {"ORG", "", "PERSON"} and places[0].kind == "country":
            return places[0].class_iri
        if "organization" in kinds and places[0].kind == "organization":
            return places[0].class_iri
        return None

    def find_head_class(self, candidate: Candidate) -> Iri | None:
        """What the head noun of a name says ("Ministry of ...", "... University", "... Ltd")."""
        words = [token.lower_ for token in self.doc[candidate.start : candidate.end]]
        if len(words) < 2:
            return None
        if words[-1] in COMPANY_ENDINGS:
            return COMPANY
        for head in _head_nouns(words):
            known = self.ontology.class_nouns.get(head)
            if known is None:
                ranked = self.background.find_noun_classes(head)
                known = ranked[0] if ranked else None
            if known is not None and any(self.ontology.is_a(known, allowed) for allowed in NAMED_BY_HEAD_NOUN):
                return known
        return None

    def guess_overlooked(self, candidate: Candidate) -> tuple[Iri, str]:
        """The class of a run of proper nouns that the model did not see."""
        words = self.doc[candidate.start : candidate.end]
        if len(words) > 1 and self.background.find_gender(words[0].text) is not None:
            return PERSON, "given name"
        places = self.background.find_places(words.text)
        if places:
            return places[0].class_iri, "gazetteer"
        return ORGANIZATION, "capitals"

    def _to_mention(self, candidate: Candidate, class_iri: Iri, found_by: str) -> Mention:
        span = self.doc[candidate.start : candidate.end]
        score = {"model": 0.8, "capitals": 0.5}.get(found_by, 0.9)
        return Mention(Span(span.start_char, span.end_char), span.text, class_iri, found_by, score)


def _head_nouns(words: Sequence[str]) -> Iterator[str]:
    """The words that may be the head of a name: the last two, the last; before "of", "for", "on" the last of the part."""
    for number, word in enumerate(words):
        if word in {"of", "for", "on"} and number > 0:
            words = words[:number]
            break
    if len(words) > 1:
        yield " ".join(words[-2:])
    yield words[-1]


def _majority(votes: Counter[str]) -> str:
    """The commonest label; of several, the first by name."""
    return min(votes, key=lambda label: (-votes[label], label)) if votes else ""


def _split_at_lines(start: int, end: int, doc: Doc) -> Iterable[tuple[int, int]]:
    """An entity never runs over a line end."""
    first = start
    for number in range(start, end):
        if "\n" in doc[number].text:
            if number > first:
                yield first, number
            first = number + 1
    if end > first:
        yield first, end


def _is_title_case(doc: Doc, token: int) -> bool:
    """Whether the sentence around a token writes nearly all its long words with a capital, as some headlines do."""
    words = [word for word in doc[token].sent if word.is_alpha and len(word) > 3]
    return len(words) > 2 and sum(word.text[0].isupper() for word in words) / len(words) > 0.8
