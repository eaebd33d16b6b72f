"""ParsedArticle -> the names in it, each with one class per document.

The model's entity recogniser is a witness among others: the gazetteer, the head noun of a name ("University of ..."), titles and
given names speak too, and all mentions of one name are judged together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

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
LOCATIVE = frozenset({"in", "near", "outside", "around"})
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


class Witnesses:
    """What speaks for the classes of one name: the model's labels by count, and clues with weights."""

    def __init__(self) -> None:
        self.labels: Counter[str] = Counter()
        self.weights: Counter[Iri] = Counter()

    def weigh(self, class_iri: Iri, weight: int) -> None:
        """Add a clue; the same clue of several mentions counts once at its greatest."""
        self.weights[class_iri] = max(self.weights[class_iri], weight)

    def adopt(self, other: Witnesses, class_iri: Iri) -> None:
        """What is known of a short form holds for the full name and the other way round, where the form fits the class."""
        for known, weight in sorted(other.weights.items()):
            if (known == PERSON) == (class_iri == PERSON):
                self.weigh(known, weight)

    def strength(self, class_iri: Iri) -> int:
        """The weight of one class."""
        return self.weights[class_iri]

    def find_class(self, ontology: Ontology) -> tuple[Iri, int] | None:
        """The class with the most weight, the model's labels breaking ties; narrower classes add to the wider ones they confirm."""
        if not self.weights:
            return None
        totals = {iri: sum(weight for other, weight in self.weights.items() if ontology.is_a(iri, other) or iri == other) for iri in self.weights}
        person = totals.get(PERSON, 0) + min(2, self.labels["PERSON"])
        others = {iri: total + min(2, self.labels["ORG"]) * ontology.is_a(iri, ORGANIZATION) for iri, total in totals.items() if iri != PERSON}
        best = min(others, key=lambda iri: (-others[iri], iri)) if others else None
        if best is None or person >= others[best]:
            return (PERSON, person) if PERSON in self.weights else None
        return best, others[best]


def find_short_forms(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a one-word name and the longer name that begins or ends with it, sorted."""
    known = sorted(keys)
    for short in (key for key in known if " " not in key and len(key) > 2):
        for full in known:
            words = full.split()
            if len(words) > 1 and short in (words[0], words[-1]):
                yield short, full


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
            if ent.label_ == "NORP" and not self._is_people(ent):
                continue
            for start, end in _split_entity(ent.start, ent.end, ent.label_, self.doc):
                candidate = self.trim(start, end, ent.label_)
                if candidate is not None and not any(covered[candidate.start : candidate.end]):
                    self.extend(candidate, covered)
                    found.append(candidate)
                    covered[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
        for run in self.find_runs(covered):
            found.append(run)
        found.sort(key=lambda candidate: candidate.start)
        return found

    def _is_people(self, ent: Any) -> bool:
        """An adjective that no country has ("European") names nobody."""
        return ent.root.tag_ not in {"JJ", "JJS"} or self.background.find_country_of_demonym(ent.text) is not None

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
        while candidate.end < len(doc) and (step := self._find_continuation(candidate.end)):
            candidate.end += step
        if candidate.label == "NORP":
            return
        while candidate.start > 0 and not covered[candidate.start - 1] and self._precedes(doc[candidate.start - 1], doc[candidate.start]):
            candidate.start -= 1

    def _find_continuation(self, end: int) -> int:
        """How many tokens a name goes on by: one word, or a hyphen and a word written together."""
        doc = self.doc
        if self._continues(doc[end - 1], doc[end]) or self._is_serial_number(doc[end - 1], doc[end]):
            return 1
        is_joined = doc[end].text in {"-", "–"} and not doc[end].whitespace_ and not doc[end - 1].whitespace_ and end + 1 < len(doc)
        return 2 if is_joined and doc[end + 1].text[:1].isupper() and not doc[end + 1].ent_type_ else 0

    def _is_serial_number(self, last: Token, token: Token) -> bool:
        """ "Lumen 2", "Northgate One": a short number right behind a name, part of the same noun phrase."""
        is_short = token.tag_ == "CD" and len(token.text) < 4 and (token.text.isdigit() or token.text[:1].isupper())
        return is_short and (token.head.i == last.i or token.head.i == last.head.i) and token.dep_ in {"nummod", "appos", "npadvmod"}

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
            while end < len(doc) and not covered[end] and (step := self._find_run_step(end)):
                end += step
            candidate = self.trim(start, end, "")
            start = end
            if candidate is not None and self._is_overlooked_name(candidate):
                yield candidate

    def _find_run_step(self, end: int) -> int:
        token = self.doc[end]
        if token.tag_ in NAME_TAGS and token.text[:1].isupper() and not token.is_sent_start:
            return 1
        is_joined = token.text == "-" and not token.whitespace_ and not self.doc[end - 1].whitespace_ and end + 1 < len(self.doc)
        return 2 if is_joined and self.doc[end + 1].text[:1].isupper() else 0

    def _is_overlooked_name(self, candidate: Candidate) -> bool:
        words = self.doc[candidate.start : candidate.end]
        if all(token.lower_ in self.ontology.post_nouns or token.lower_ in HONORIFICS for token in words):
            return False
        if _is_title_case(self.doc, candidate.start) or words[0].is_sent_start and len(words) == 1:
            return False
        if len(words) == 1 and (len(words[0].text) < 3 or not words[0].is_alpha or self.is_common_acronym(words[0])):
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
        """Give every name one class by the evidence of all its mentions."""
        groups: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            groups[self._key(candidate)].append(candidate)
        witnesses = {key: self.hear(group) for key, group in groups.items()}
        for short, full in find_short_forms(groups):
            is_first = full.startswith(short)
            witnesses[full].weigh(ORGANIZATION if is_first else PERSON, 2)
            witnesses[full].adopt(witnesses[short], PERSON if not is_first else ORGANIZATION)
            witnesses[short].adopt(witnesses[full], PERSON if not is_first else ORGANIZATION)
        classes = {key: self.classify(groups[key], witnesses[key]) for key in groups}
        return tuple(self._to_mention(candidate, *classes[self._key(candidate)]) for candidate in candidates)

    def _key(self, candidate: Candidate) -> str:
        return to_key(self.doc[candidate.start : candidate.end].text)

    def hear(self, group: Sequence[Candidate]) -> Witnesses:
        """What the model and the words around all mentions of one name say of its class."""
        heard = Witnesses()
        for candidate in group:
            heard.labels[candidate.label] += 1
            for class_iri, weight in self._find_clues(candidate):
                heard.weigh(class_iri, weight)
        first = group[0]
        if first.end - first.start > 1 and self.background.find_gender(self.doc[first.start].text) is not None:
            heard.weigh(PERSON, 2)
        if any(token.text == "&" for token in self.doc[first.start : first.end]):
            heard.weigh(ORGANIZATION, 4)
        return heard

    def _find_clues(self, candidate: Candidate) -> Iterator[tuple[Iri, int]]:
        """Titles and ages, relative pronouns, appositions, and the posts that somebody holds there."""
        doc = self.doc
        before = doc[candidate.start - 1] if candidate.start else None
        if before is not None:
            is_title = before.lower_ in self.ontology.post_nouns and candidate.start <= before.head.i < candidate.end
            if before.lower_ in HONORIFICS or is_title:
                yield PERSON, 4
            if before.lower_ == "of" and self._is_post(before.head):
                yield ORGANIZATION, 3
            if before.lower_ in LOCATIVE and candidate.label != "ORG":
                yield PLACE, 2
        following = [token.lower_ for token in doc[candidate.end : candidate.end + 3]]
        if following[:1] == [","] and len(following) > 1:
            if following[1] in {"who", "whom"} or (following[1].isdigit() and following[2:] == [","]):
                yield PERSON, 4
            if following[1] == "which":
                yield ORGANIZATION, 3
        if following[:1] and following[0] in {"’s", "'s", "’"} and candidate.end + 1 < len(doc):
            owned = doc[candidate.end].head.head
            if self._is_post(owned):
                yield ORGANIZATION, 2
        yield from self._find_apposed_classes(candidate)

    def _is_post(self, token: Token) -> bool:
        return token.lemma_.lower() in self.ontology.post_nouns or self.background.is_post_noun(token.lemma_.lower())

    def _find_apposed_classes(self, candidate: Candidate) -> Iterator[tuple[Iri, int]]:
        """ "X, the union that ..." and "the broker X": what a noun in apposition or before the name calls it."""
        words = self.doc[candidate.start : candidate.end]
        root = words.root
        nouns = [child for child in root.children if child.dep_ == "appos" and child.i >= candidate.end]
        nouns += [child for child in root.children if child.dep_ == "compound" and child.i < candidate.start and child.tag_ == "NN"]
        if root.dep_ == "appos" and root.head.i < candidate.start:
            nouns.append(root.head)
        if root.dep_ == "nsubj" and root.head.lemma_ == "be":
            nouns += [child for child in root.head.children if child.dep_ == "attr"]
        for noun in nouns:
            if noun.tag_ not in {"NN", "NNP"} or noun.ent_type_ in {"PERSON", "DATE", "CARDINAL"}:
                continue
            class_iri = self._class_of_noun(noun)
            if class_iri is not None:
                yield class_iri, 3

    def _class_of_noun(self, noun: Token) -> Iri | None:
        lemma = noun.lemma_.lower()
        pair = f"{self.doc[noun.i - 1].lower_} {lemma}" if noun.i else lemma
        known = self.ontology.class_nouns.get(pair) or self.ontology.class_nouns.get(lemma)
        if known is None and self._is_post(noun):
            return PERSON
        if known is None:
            ranked = [iri for iri in self.background.find_noun_classes(lemma) if iri != CONCEPT]
            known = ranked[0] if ranked else None
        is_nameable = known is not None and (known == PERSON or any(self.ontology.is_a(known, allowed) for allowed in NAMED_BY_HEAD_NOUN))
        return known if is_nameable else None

    def classify(self, group: Sequence[Candidate], heard: Witnesses) -> tuple[Iri, str]:
        """The class of a name and which witness gave it."""
        label = _majority(heard.labels)
        first = max(group, key=lambda candidate: (candidate.label == label, -candidate.start))
        surface = self.doc[first.start : first.end].text
        if label in {"NORP", ""} and self.background.find_country_of_demonym(surface) is not None:
            return COUNTRY, "demonym"
        head_class = self.find_head_class(first)
        place = self.find_place_class(surface, label)
        if place is None and heard.strength(PLACE) and heard.strength(ORGANIZATION) < 2:
            place = self.find_place_class(surface, "GPE")
        if place is not None and heard.strength(PERSON) < 2 and head_class is None:
            return place, "gazetteer"
        told = heard.find_class(self.ontology)
        if head_class is not None and heard.strength(PERSON) < 4:
            return head_class, "head noun"
        if told is not None and (told[1] >= 3 or (told[1] >= 2 and label in {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", ""})):
            return told[0], "context"
        if label:
            return CLASS_OF_LABEL[label], "model"
        return self.guess_overlooked(surface, group[0])

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
        if self.background.find_places(words[-1]):
            return None
        for head in _head_nouns(words):
            known = self.ontology.class_nouns.get(head)
            if known is None:
                ranked = self.background.find_noun_classes(head)
                known = ranked[0] if ranked else None
            if known is not None and any(self.ontology.is_a(known, allowed) for allowed in NAMED_BY_HEAD_NOUN):
                return known
        return None

    def guess_overlooked(self, surface: str, candidate: Candidate) -> tuple[Iri, str]:
        """The class of a run of proper nouns that the model did not see."""
        places = self.background.find_places(surface)
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


def _split_entity(start: int, end: int, label: str, doc: Doc) -> Iterable[tuple[int, int]]:
    """An entity never runs over a line end, a place never over a comma ("Lyon, France")."""
    first = start
    for number in range(start, end):
        if "\n" in doc[number].text or (doc[number].text == "," and label in {"GPE", "LOC", "PERSON"}):
            if number > first:
                yield first, number
            first = number + 1
    if end > first:
        yield first, end


def _is_title_case(doc: Doc, token: int) -> bool:
    """Whether the sentence around a token writes nearly all its long words with a capital, as some headlines do."""
    words = [word for word in doc[token].sent if word.is_alpha and len(word) > 3]
    return len(words) > 2 and sum(word.text[0].isupper() for word in words) / len(words) > 0.8
