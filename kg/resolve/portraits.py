"""Tellings of descriptions -> those that are news: of somebody or something with a name, in words that tell more than other facts do.

Nothing is left of "chief executive of X" where a membership tells the post, of "the Dutch firm" where an origin does, of "a 54-year-old".
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import FrameInstance, Iri, Span, Stance
from kg.resolve.discourse import Discourse
from kg.resolve.events import Events
from kg.resolve.tellings import Filled, Referent, Telling
from kg.resolve.things import Thing
from kg.terms import (
    CONCEPT,
    COUNTRY,
    DESCRIPTION,
    OBJECT,
    ORGANIZATION,
    PEOPLE_GROUP,
    PERSON,
    PLACE,
    POST,
    QUANTITY,
    SPEAKER,
    SUBJECT,
    TEAM,
)

DESCRIBED, IN_WORDS = to_iri("news:described"), to_iri("news:description")
"""Of whom and in which words somebody tells what they are."""
VAGUE = to_iri("lex:Vague")
TELLING_TAGS = ("NN", "JJ", "VB", "CD", "FW")
HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam prof rev".split())
SEVERAL = frozenset({TEAM, PEOPLE_GROUP})
"""What a noun in the plural may tell of: "Hallam Rovers, last year's champions"."""
SET_OFF = frozenset({"apposition", "title"})
TWO_WORDS = 2


class Portraits:
    """Judges the descriptions of one article, once its events and facts are known."""

    def __init__(self, discourse: Discourse, events: Events, facts: Sequence[Telling]) -> None:
        self.discourse, self.tree, self.ontology = discourse, discourse.tree, discourse.ontology
        self.events, self.facts = events, facts
        self._worded: set[int] = set()

    def is_portrait(self, instance: FrameInstance) -> bool:
        """Whether an instance tells what something is, in the words of the article."""
        return is_description(instance.target, self.ontology)

    def find_news(self, telling: Telling) -> Telling | None:
        """The description as it is told; None of what has no name or is nothing of the kind, and where other facts tell it all."""
        subject = next((item for item in telling.filled if item.role == SUBJECT), None)
        words = next((item for item in telling.filled if item.role == OBJECT), None)
        if subject is None or words is None or telling.in_summary or subject.referent.thing is None:
            return None
        thing, tokens = subject.referent.thing, self.tree.find_tokens(words.span)
        if not self._may_be(thing, telling.instance) or thing.label in words.referent.key or self._worded.issuperset(tokens):
            return None
        if self.tree.tags[tokens[0]] == "IN" and telling.instance.roles[0].rule in SET_OFF:
            return None
        if telling.stance is not Stance.DENIED and not self._tells_more(tokens, telling.instance, thing):
            return None
        self._worded.update(tokens)
        return replace(telling, filled=(subject, replace(words, referent=Referent("text", self._begin(words.referent.key, tokens[0])))))

    def find_reported(self, telling: Telling) -> Telling | None:
        """ "Critics call X a monopoly": as nobody in particular says so, there is no event to tell, and the words are a report."""
        speakers, told = telling.values(SPEAKER), {filled.role: filled for filled in telling.filled}
        described, words = told.get(DESCRIBED), told.get(IN_WORDS)
        if len(speakers) != 1 or described is None or words is None or described.referent.thing is None:
            return None
        speaker = speakers[0].thing
        if speaker is None or speaker.named or self._is_described_by_name(speaker) or not described.referent.thing.named:
            return None
        if telling.stance is not Stance.ASSERTED or not words.referent.key.strip():
            return None
        fact = replace(telling.instance, target=DESCRIPTION, kind="property")
        filled = (replace(described, role=SUBJECT), replace(words, role=OBJECT))
        return replace(telling, instance=fact, filled=filled, speaker=speaker, stance=Stance.REPORTED)

    def _is_described_by_name(self, thing: Thing) -> bool:
        """ "The Hillwood scheme": a name says which one is meant."""
        beside = (self.tree.find_children(token, "compound", "nmod", "poss") for token in thing.tokens if self.tree.is_definite(token))
        return any(self.tree.names[child] >= 0 for children in beside for child in children)

    def _begin(self, words: str, first: int) -> str:
        """Words from the start of a sentence as they stand within one: "the Dutch bank"."""
        tree = self.tree
        is_plain = tree.names[first] < 0 and (tree.tags[first] not in {"NNP", "NNPS"} or bool(self.discourse.mentions.types[first]))
        return words[0].lower() + words[1:] if is_plain and not (words[:2].isalpha() and words[:2].isupper()) else words

    def _may_be(self, thing: Thing, instance: FrameInstance) -> bool:
        """Whether something in particular may be what a noun tells: no city is "a spokesman", and nobody beside it "a bank"."""
        if not (thing.named or self._is_described_by_name(thing)) or thing.class_iri in {CONCEPT, QUANTITY}:
            return False
        noun, is_a = instance.predication.trigger, self.ontology.is_a
        kinds = {known for known in self.discourse.mentions.types[noun] if known not in {CONCEPT, QUANTITY, POST}}
        if is_a(thing.class_iri, PLACE) and thing.class_iri != COUNTRY and kinds & {PERSON, PEOPLE_GROUP}:
            return False
        return instance.roles[0].rule not in SET_OFF or self._stands_beside(thing.class_iri, instance, kinds)

    def _stands_beside(self, class_iri: Iri, instance: FrameInstance, kinds: set[Iri]) -> bool:
        """Whether a noun of these kinds may stand beside the name of a thing: several are no person ("rivals, Ana Roy")."""
        is_a = self.ontology.is_a
        noun = instance.predication.trigger
        if self.tree.lower[noun].rstrip(".") in HONORIFICS:
            return False
        if (
            instance.roles[0].rule == "title"
            and class_iri == PERSON
            and not {PERSON, POST, PEOPLE_GROUP} & {*self.discourse.mentions.types[noun]}
        ):
            return False
        is_several = self.tree.tags[noun] == "NNS" and self.tree.tags[instance.roles[1].phrases[0].head] != "CD"
        if is_several and class_iri not in SEVERAL:
            return False
        if not kinds or class_iri == ORGANIZATION or any(is_a(class_iri, known) or is_a(known, class_iri) for known in kinds):
            return True
        if is_a(class_iri, ORGANIZATION):
            return any(known in {PERSON, PEOPLE_GROUP} or is_a(known, ORGANIZATION) for known in kinds)
        return is_a(class_iri, PLACE) and all(is_a(known, PLACE) for known in kinds)

    # ------------------------------------------------------------ what is told already

    def _tells_more(self, tokens: Sequence[int], instance: FrameInstance, thing: Thing) -> bool:
        """Whether a word of the description is in no other fact, and is no noun that says but the class."""
        tree = self.tree
        telling = [token for token in tokens if tree.tags[token].startswith(TELLING_TAGS) and tree.lemmas[token] not in {"be", "have"}]
        left = set(telling) - self._find_told(tokens, thing, instance.predication.trigger)
        left -= {token for token in left if tree.lemmas[token] in self.ontology.group(VAGUE) or self._is_class(token, thing.class_iri)}
        is_mere = instance.roles[0].rule in SET_OFF and len(telling) < TWO_WORDS and thing.class_iri != PERSON
        return bool(left) and not (is_mere and not self._is_parted(tokens))

    def _is_parted(self, tokens: Sequence[int]) -> bool:
        """Whether a comma stands beside the words: "X, a charity" tells what "the charity X" only says in passing."""
        return self.tree.find_word_before(tokens[0]) == "," or self.tree.find_word_after(tokens[-1]) == ","

    def _is_class(self, token: int, class_iri: Iri) -> bool:
        known = self.ontology.classes.get(class_iri)
        return known is not None and known.label.lower() == self.tree.lemmas[token]

    def _find_told(self, tokens: Sequence[int], thing: Thing, head: int) -> set[int]:
        """The tokens that tell an event or fact, or fill a role of one; but "utility" of "the German utility" tells no origin."""
        told: set[int] = set()
        for telling in self._find_tellings(tokens):
            others = [filled for filled in telling.filled if not self._is_subject(filled, thing, head)]
            for filled in others:
                told.update(self.tree.find_tokens(filled.span), self._find_words_for(filled, tokens))
            if not any(self._is_origin(filled) for filled in others):
                told.add(telling.instance.predication.trigger)
        return told

    def _find_words_for(self, filled: Filled, tokens: Sequence[int]) -> Iterator[int]:
        """The words of a description that speak of what fills a role: "the magazine" as well as its name."""
        thing, at_token = filled.referent.thing, self.discourse.at_token
        for token in tokens if thing is not None else ():
            if (other := at_token.get(token)) is not None and thing is not None and other.root is thing.root:
                yield from (token, *self.tree.find_children(token, "compound", "amod"))

    def _is_subject(self, filled: Filled, thing: Thing, head: int) -> bool:
        """Whether a role is filled by what is described, or by the description itself: "the first woman | to run the firm"."""
        other, tree = filled.referent.thing, self.tree
        return other is not None and (other.root is thing.root or filled.span.start <= tree.starts[head] < filled.span.end)

    def _is_origin(self, filled: Filled) -> bool:
        place = filled.referent.thing
        is_place = place is not None and (place.class_iri == COUNTRY or self.ontology.is_a(place.class_iri, PLACE))
        return is_place and filled.rule == "modifier"

    def _find_tellings(self, tokens: Sequence[int]) -> Iterator[Telling]:
        inside = set(tokens)
        events = {id(event): event for token in tokens if (event := self.events.at.get(token)) is not None}
        for event in events.values():
            yield from (telling for telling in event.tellings if telling.instance.predication.trigger in inside)
        span = Span(self.tree.starts[tokens[0]], self.tree.ends[tokens[-1]])
        numbers = {number for token in tokens for number in self._facts_at.get(token, ())}
        for fact in (self.facts[number] for number in sorted(numbers)):
            is_inside = fact.instance.predication.trigger in inside or any(
                span.start <= filled.span.start and filled.span.end <= span.end for filled in fact.filled
            )
            if is_inside:
                yield fact

    @cached_property
    def _facts_at(self) -> Mapping[int, list[int]]:
        """For each token the numbers of the facts, descriptions aside, that it tells or whose fillers it begins, once all are collected."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            if is_description(fact.instance.target, self.ontology):
                continue
            starts = {bisect_right(self.tree.starts, filled.span.start) - 1 for filled in fact.filled}
            for token in {fact.instance.predication.trigger} | starts:
                found[token].append(number)
        return found


def is_description(target: Iri, ontology: Ontology) -> bool:
    """Whether a property says what something is, in the words of the article."""
    known = ontology.properties.get(target)
    return target == DESCRIPTION or known is not None and DESCRIPTION in known.supers and not known.domain
