"""Fillers of roles -> referents: things, values, events told elsewhere, posts and texts; what does not fit its role is rejected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.namespaces import to_iri
from kg.records import FrameInstance, Iri, Phrase, Rejection, RoleFiller, Span, Value
from kg.resolve.events import Events
from kg.resolve.posts import Posts
from kg.resolve.referents import THEY, Referents
from kg.resolve.statements import close_marks
from kg.resolve.tellings import Filled, Referent
from kg.terms import (
    ACTOR,
    CITY,
    CLAUSE,
    CONCEPT,
    CONCERNED,
    COUNTERPART,
    EVENT,
    HELD_AT,
    MEMBERSHIP,
    ORGANIZATION,
    POST,
    ROLE,
    SUBJECT,
    WORDS,
)

OF_ITSELF = frozenset({to_iri("news:bearer")})
"""Roles in which a pronoun may mean whom another role names: "the bank cut its forecast"."""

TAKING_ANY = frozenset({ACTOR, CONCERNED, COUNTERPART})
"""Roles of any verb: what fills them is of no kind for that."""


class Fillers:
    """Resolves what fills the roles of the instances of one article; ``rejections`` are those that are told of nothing."""

    def __init__(self, referents: Referents, posts: Posts, events: Events) -> None:
        self.referents, self.posts, self.events = referents, posts, events
        self.rejections: list[Rejection] = []
        self.discourse = discourse = referents.discourse
        self.text, self.tree = discourse.parsed.article.text, discourse.tree
        self.mentions, self.ontology = discourse.mentions, discourse.ontology
        self._value_at = self._index_values()
        self._foretold: frozenset[int] = frozenset()
        self._taking_up: dict[int, Iri] = {}
        """For each word that takes up an event told before the class of that event."""

    def foretell(self, instances: Sequence[FrameInstance]) -> None:
        """Say which words will tell events, so that a filler may speak of one that stands later in the text, and which take up others."""
        self._taking_up = {i.predication.trigger: i.target for i in instances if i.kind == "event" and not i.founds}
        self._foretold = frozenset(
            instance.predication.trigger
            for instance in instances
            if instance.kind == "event" and instance.founds and instance.target != MEMBERSHIP and self._names_somebody(instance)
        )

    def reject(self, instance: FrameInstance, reason: str) -> None:
        """Say why an instance, or a role of it, tells nothing."""
        sentence = instance.predication.sentence
        self.rejections.append(Rejection(self.tree.words[instance.predication.trigger], reason, self.text[sentence.start : sentence.end]))

    def _names_somebody(self, instance: FrameInstance) -> bool:
        return any(self.tree.names[phrase.head] >= 0 for role in instance.roles for phrase in role.phrases)

    def _index_values(self) -> dict[int, int]:
        """For each token the number of the value that it belongs to."""
        index: dict[int, int] = {}
        token = 0
        for number, value in enumerate(self.mentions.values):
            while token < len(self.tree.words) and self.tree.ends[token] <= value.span.start:
                token += 1
            inside = token
            while inside < len(self.tree.words) and self.tree.starts[inside] < value.span.end:
                index[inside] = number
                inside += 1
        return index

    def fill(self, instance: FrameInstance) -> list[Filled]:
        """All roles, in their order; who fills one by name or description is not meant in another by a pronoun."""
        taken = {
            thing.root.number: role.role
            for role in instance.roles
            if role.role != ROLE
            for phrase in role.phrases
            if not self.tree.is_pronoun(phrase.head) and (thing := self.discourse.at_token.get(phrase.head)) is not None
        }
        found: dict[Iri, list[Filled]] = {}
        for role in sorted(instance.roles, key=self._rank):
            barred = {number for number, other in taken.items() if other != role.role} if role.role not in OF_ITSELF else set()
            with self.discourse.salience.barring(barred):
                filled = list(self._fill_role(role, instance))
            found.setdefault(role.role, []).extend(filled)
            taken |= {item.referent.thing.number: role.role for item in filled if item.referent.thing is not None and role.role != ROLE}
        return [item for role in dict.fromkeys(role.role for role in instance.roles) for item in found[role]]

    def _rank(self, role: RoleFiller) -> int:
        """Names and nouns first, then pronouns, and last what only takes up another role: "it defends itself"."""
        words = [self.tree.lower[phrase.head] for phrase in role.phrases if self.tree.is_pronoun(phrase.head)]
        return 2 if any(word.endswith(("self", "selves")) for word in words) else int(bool(words))

    def _fill_role(self, role: RoleFiller, instance: FrameInstance) -> Iterator[Filled]:
        types = self._narrow(role, instance)
        for found in role.phrases:
            phrase = self._without_time(found, instance)
            if role.role == HELD_AT and (
                self.posts.is_inside(phrase.head, instance.predication.trigger) or self._is_where(phrase.head, role)
            ):
                continue
            group = self._find_group(phrase, types)
            if group:
                yield from (Filled(role.role, referent, self._words_of(phrase, referent), role.rule) for referent in group)
                continue
            referent = self._refer(phrase, types, role.role)
            if referent is not None and not self._is_accepted(phrase, referent, role.types):
                told = referent.thing.label if referent.thing is not None else referent.key
                self.reject(instance, f"“{self.tree.words[phrase.head]}” stands for {told}, which does not fit")
            elif referent is not None:
                yield Filled(role.role, referent, self._words_of(phrase, referent), role.rule)
            else:
                self.reject(instance, f"no clear antecedent for “{self.tree.words[phrase.head]}”")

    def _is_where(self, name: int, role: RoleFiller) -> bool:
        """ "A lawyer in Lyon", "an analyst at the Institute of Trade, Lyon": where somebody works, and not for whom."""
        if self.mentions.types[name][:1] != (CITY,):
            return False
        is_beside = any(self.mentions.types[phrase.head][:1] != (CITY,) for phrase in role.phrases)
        return is_beside or self.tree.deps[name] == "pobj" and self.tree.lower[self.tree.heads[name]] == "in"

    def _find_group(self, phrase: Phrase, types: tuple[Iri, ...]) -> list[Referent]:
        """The members of "the two companies", where the role takes every one of them."""
        things = self.referents.find_group(phrase.head) if not phrase.is_clause else ()
        if any(thing.root.number in self.discourse.salience.barred or not self.discourse.accepts(thing, types) for thing in things):
            return []
        return [Referent("thing", str(thing.root.number), thing=thing.root) for thing in things]

    def _without_time(self, phrase: Phrase, instance: FrameInstance) -> Phrase:
        """ "to build a plant | over two years": a time at the end of a clause is no part of its words where it fills a role of its own."""
        if not phrase.is_clause:
            return phrase
        tree = self.tree
        for noun in (other.head for role in instance.roles for other in role.phrases if other.head in self._value_at):
            preposition = tree.heads[noun]
            is_inside = phrase.head < preposition < noun and tree.deps[preposition] == "prep" and tree.starts[noun] < phrase.span.end
            if is_inside and tree.to_span(tree.find_subtree(preposition)).end >= phrase.span.end:
                return Phrase(phrase.head, Span(phrase.span.start, tree.ends[preposition - 1]), is_clause=True)
        return phrase

    def _narrow(self, role: RoleFiller, instance: FrameInstance) -> tuple[Iri, ...]:
        """The classes that a role takes; "its director" is that of no state."""
        if instance.target != MEMBERSHIP or role.role != HELD_AT:
            return role.types
        if not self.posts.is_company_post(self.posts.to_label(instance.predication.trigger).lower()):
            return role.types
        return (ORGANIZATION,)

    def _is_accepted(self, phrase: Phrase, referent: Referent, types: tuple[Iri, ...]) -> bool:
        """Whether what a pronoun turned out to be still fits the role."""
        thing = referent.thing
        if thing is None or not self.tree.is_pronoun(phrase.head) or not types or CONCEPT in types or thing.class_iri == CONCEPT:
            return True
        return any(self.ontology.is_a(thing.class_iri, wanted) or self.ontology.is_a(wanted, thing.class_iri) for wanted in types)

    def _refer(self, phrase: Phrase, types: tuple[Iri, ...], role: Iri) -> Referent | None:
        if role == ROLE or POST in types:
            return self.posts.refer(phrase)
        if role == SUBJECT and self.tree.words[phrase.head].lower() in THEY:
            joint = self._find_joint_event(phrase.head, types)
            if joint is not None:
                return joint
        if phrase.is_clause:
            return (
                Referent("event", str(phrase.head), trigger=phrase.head)
                if phrase.head in self.events.at and CLAUSE not in types
                else self._refer_to_text(phrase)
            )
        if WORDS in types:
            return Referent("text", close_marks(self._refer_to_text(phrase).key))
        number = self._value_at.get(phrase.head)
        if number is not None and self._wants_value(self.mentions.values[number].value, types):
            value = self.mentions.values[number].value
            assert value is not None
            return Referent("value", f"{value.class_iri} {value.lexical} {value.unit} {value.counted}", value=value, trigger=number)
        if self._tells_event(phrase.head) and self.tree.names[phrase.head] < 0:
            if not self._wants_only_things(types):
                return Referent("event", str(phrase.head), trigger=phrase.head)
            if self.tree.is_pronoun(phrase.head):
                return None
        elif types and all(self.ontology.is_a(wanted, EVENT) for wanted in types):
            return None
        if CLAUSE in types and CONCEPT not in types and not self._is_thing(phrase, types):
            return self._refer_to_text(phrase)
        thing = self.referents.find(phrase.head, types)
        if thing is not None and not thing.named and self._takes_up_event(phrase.head) and not self._wants_only_things(types):
            return Referent("event", str(phrase.head), trigger=phrase.head)
        if thing is not None and phrase.head in self._taking_up and not self.discourse.accepts(thing, types):
            return None
        if thing is not None and role not in TAKING_ANY:
            self.discourse.adapt(thing, types)
        return Referent("thing", str(thing.root.number), thing=thing.root) if thing is not None else None

    def _find_joint_event(self, pronoun: int, types: tuple[Iri, ...]) -> Referent | None:
        """ "A and B will work together. They will focus on ...": of an event, where its sides cannot be meant."""
        if not any(self.ontology.is_a(EVENT, wanted) or self.ontology.is_a(wanted, EVENT) for wanted in types):
            return None
        sentence = self.tree.sentence_of[pronoun]
        first = self.tree.sentences[max(0, sentence - 1)][0]
        near = {event.number: event for token in range(first, pronoun) if (event := self.events.at.get(token)) is not None}
        for _, event in sorted(near.items(), reverse=True):
            telling = event.tellings[-1]
            trigger = telling.instance.predication.trigger
            if (
                first <= trigger < pronoun
                and any(role.collective for role in telling.instance.roles)
                and self.ontology.is_any(event.class_iri, types)
            ):
                return Referent("event", str(trigger), trigger=trigger)
        return None

    def _takes_up_event(self, noun: int) -> bool:
        """ "The launch" is the one that was told before."""
        wanted = self._taking_up.get(noun)
        return wanted is not None and self.tree.is_definite(noun) and any(event.class_iri == wanted for event in self.events.all)

    def _tells_event(self, token: int) -> bool:
        told = self.events.at.get(token)
        return token in self._foretold if told is None else told.class_iri != MEMBERSHIP

    def _wants_value(self, value: Value | None, types: tuple[Iri, ...]) -> bool:
        return value is not None and (not types or self.ontology.is_any(value.class_iri, types))

    def _wants_only_things(self, types: tuple[Iri, ...]) -> bool:
        return bool(types) and not any(self.ontology.is_a(EVENT, wanted) or self.ontology.is_a(wanted, EVENT) for wanted in types)

    def _is_thing(self, phrase: Phrase, types: tuple[Iri, ...]) -> bool:
        return any(self.ontology.is_any(known, types) for known in self.mentions.types[phrase.head])

    def _refer_to_text(self, phrase: Phrase) -> Referent:
        text = " ".join(self.text[phrase.span.start : phrase.span.end].split())
        return Referent("text", text)

    def _words_of(self, phrase: Phrase, referent: Referent) -> Span:
        if referent.kind == "value":
            return self.mentions.values[referent.trigger].span
        number = self.tree.names[phrase.head]
        if number >= 0:
            return self.mentions.names[number].span
        return phrase.span if phrase.is_clause or referent.kind == "text" else self.tree.to_span(self.tree.find_core(phrase.head))
