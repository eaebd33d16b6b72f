"""Whether a phrase fits a role: by the classes that its head may name, by what it is (clause, pronoun, event), best fit first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Iri, Mentions, Phrase
from kg.syntax import Tree
from kg.terms import CLAUSE, CONCEPT, COURT, DURATION, ORGANIZATION, PERSON, POST, VALUE_CLASSES, WORDS

NAMEABLE = tuple(
    to_iri(name)
    for name in ("schema:Organization", "schema:Product", "news:Programme", "news:Site", "schema:CreativeWork", "news:NamedEvent")
)
WEAK_SCORE = 0.8
WEAK_NAME_RANK = 6
PLAIN_RANK = 7
"""A name known as an organisation and nothing more, where a narrower kind is wanted: for subjects and objects only."""
TELLING_NAMES = frozenset({COURT})
"""Kinds of organisation whose names say so: what is named otherwise is none."""
WORDS_RANK = 4
TOPIC_RANK = 9
THINGS = frozenset({"it", "its", "itself", "this", "that", "which"})
MANY = frozenset({"they", "them", "their", "themselves", "we", "us", "our", "these", "those", "both"})
PERSONS = frozenset({"he", "him", "his", "she", "her", "hers", "himself", "herself", "i", "me", "my", "who", "whom"})


@dataclass(frozen=True, slots=True)
class Fitting:
    """Judges phrases of one article.

    ``event_class`` tells of what event a token speaks, if any, and ``takes_up`` whether it says no more of it than that.
    """

    tree: Tree
    mentions: Mentions
    ontology: Ontology
    event_class: Callable[[int], Iri | None]
    takes_up: Callable[[int], bool]

    def rank(self, phrase: Phrase, types: tuple[Iri, ...]) -> int | None:
        """How well the phrase fits one of the types: 0 is best, None does not fit; without types all but pronouns fit."""
        if phrase.is_clause:
            return self._rank_clause(phrase, types)
        if self.tree.is_pronoun(phrase.head):
            return self._rank_pronoun(self.tree.words[phrase.head].lower(), types)
        if not types:
            return 0
        if self._is_elliptic(phrase.head):
            return None
        if WORDS in types:
            return WORDS_RANK if self.tree.names[phrase.head] < 0 else None
        event = self.event_class(phrase.head)
        if event is not None and self.ontology.is_any(event, types):
            return 0
        for number, known in enumerate(self.mentions.types[phrase.head]):
            if known != CONCEPT and self.ontology.is_any(known, types):
                return number
        if self._is_plain_organisation(phrase.head) and any(
            self.ontology.is_a(wanted, ORGANIZATION) for wanted in types if wanted not in TELLING_NAMES
        ):
            return PLAIN_RANK
        if self._is_weak_name(phrase.head) and any(self.ontology.is_any(known, types) for known in NAMEABLE):
            return WEAK_NAME_RANK
        is_event = event is not None and CLAUSE not in types and not self.takes_up(phrase.head)
        return TOPIC_RANK if CONCEPT in types and not is_event and self._may_be_topic(phrase) else None

    def _is_elliptic(self, head: int) -> bool:
        """ "Acme's fell, too": what fell is Acme's, and not Acme."""
        return self.tree.deps[head] in {"nsubj", "nsubjpass", "dobj"} and self.tree.find_child(head, "case") is not None

    def _is_weak_name(self, head: int) -> bool:
        """Whether only the model's guess gives the class of a name: then what a verb asks for may correct it."""
        number = self.tree.names[head]
        return number >= 0 and self.mentions.names[number].score <= WEAK_SCORE

    def _is_plain_organisation(self, head: int) -> bool:
        """Whether a name is known as an organisation and nothing more: it may be of any kind."""
        return self.tree.names[head] >= 0 and self.mentions.types[head] == (ORGANIZATION,)

    def _rank_clause(self, phrase: Phrase, types: tuple[Iri, ...]) -> int | None:
        event = self.event_class(phrase.head)
        if event is not None and self.ontology.is_any(event, types):
            return 0
        return 5 if CLAUSE in types else None

    def _rank_pronoun(self, word: str, types: tuple[Iri, ...]) -> int | None:
        """A pronoun fits what it may stand for; who that is, resolve decides and checks again."""
        if not types or all(wanted in VALUE_CLASSES or wanted in {CLAUSE, CONCEPT, POST} for wanted in types):
            return None
        if word in PERSONS:
            return 1 if self.ontology.is_any(PERSON, types) else None
        if word in THINGS:
            return 2 if any(not self.ontology.is_a(wanted, PERSON) for wanted in types) else None
        return 2 if word in MANY else None

    def _may_be_topic(self, phrase: Phrase) -> bool:
        """A topic is a common noun phrase, or a proper noun that names no person, place or organisation."""
        return (
            self.tree.is_noun(phrase.head)
            and not any(DURATION in self.mentions.types[child] for child in self.tree.children[phrase.head])
            and self.tree.names[phrase.head] < 0
            and not VALUE_CLASSES.intersection(self.mentions.types[phrase.head])
        )
