"""FrameInstances -> drafts of events and plain facts: fillers resolved to referents, an event told several times joined into one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import BlockKind, FrameInstance, Iri, Mentions, ParsedArticle, Phrase, Rejection, RoleFiller, Span, Stance, Value
from kg.resolve.referents import FIRST_PLURAL, THEY, Referents
from kg.resolve.sameness import Sameness
from kg.resolve.tellings import DraftEvent, Filled, Referent, Telling
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import (
    CLAUSE,
    CONCEPT,
    COUNTRY,
    EVENT,
    HELD_AT,
    MEMBER,
    MEMBERSHIP,
    OBJECT,
    PERSON,
    POST,
    ROLE,
    SUBJECT,
    UNIT_OF,
)

PAST = frozenset({"former", "ex", "erstwhile", "late", "then", "outgoing"})
CITIZEN_OF = to_iri("news:citizenOf")
SUMMARIES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION})


class Drafts:
    """Collects the events and facts of one article."""

    def __init__(self, parsed: ParsedArticle, tree: Tree, mentions: Mentions, referents: Referents, ontology: Ontology) -> None:
        self.parsed, self.tree, self.mentions, self.referents, self.ontology = parsed, tree, mentions, referents, ontology
        self.events: list[DraftEvent] = []
        self.facts: list[Telling] = []
        self.rejections: list[Rejection] = []
        self.event_at: dict[int, DraftEvent] = {}
        self.sameness = Sameness(tree, ontology, referents.things, self.facts)
        self._value_at = self._index_values()

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

    # ------------------------------------------------------------ collecting

    def collect(self, instances: Sequence[FrameInstance]) -> None:
        """Take in all instances: posts first, since they say who "we" and "the president" are; then events and facts in text order."""
        for instance in (i for i in instances if i.target == MEMBERSHIP):
            self._add_event(instance)
            self._learn_post(instance)
        self.referents.read_chains()
        later: list[Telling] = []
        for instance in (i for i in instances if i.target != MEMBERSHIP):
            if instance.kind == "property":
                telling = self._tell(instance)
                if telling.founds and not self._says_government_twice(telling):
                    self.facts.append(telling)
                elif telling.founds:
                    continue
                else:
                    self._reject(instance, "subject or object is unclear")
            else:
                dangling = self._add_event(instance)
                later += [dangling] if dangling is not None else []
        for telling in later:
            if not self._join(telling) and telling.instance.predication.pos == "verb":
                self._reject(telling.instance, "too little is said to found an event, and none to join")

    def _says_government_twice(self, telling: Telling) -> bool:
        """That a government is a unit of its country is told by naming it."""
        subjects = [referent.thing for referent in telling.values(SUBJECT)]
        return telling.instance.target == UNIT_OF and any(thing is not None and thing.country is not None for thing in subjects)

    def find_sentence(self, span: Span) -> Span:
        """The sentence that holds a span."""
        token = next(token for token, start in enumerate(self.tree.starts) if start >= span.start)
        return self.tree.to_sentence_span(token)

    def _reject(self, instance: FrameInstance, reason: str) -> None:
        sentence = instance.predication.sentence
        words = self.parsed.article.text[sentence.start : sentence.end]
        self.rejections.append(Rejection(self.tree.words[instance.predication.trigger], reason, words))

    def _learn_post(self, instance: FrameInstance) -> None:
        event = self.event_at.get(instance.predication.trigger)
        if event is None:
            return
        for member in event.values(MEMBER):
            if member.thing is None:
                continue
            self.referents.posts_of[member.thing.number] += [role.key for role in event.values(ROLE)]
            for organisation in event.values(HELD_AT):
                if organisation.thing is not None:
                    self.referents.organisation_of.setdefault(member.thing.number, organisation.thing.number)

    def _add_event(self, instance: FrameInstance) -> Telling | None:
        """Join an event that is told already, or found a new one; give back what can do neither yet."""
        telling = self._tell(instance)
        if self._join(telling):
            return None
        if not telling.founds:
            return telling
        event = DraftEvent(instance.target, [telling])
        self.events.append(event)
        self._remember(event, telling)
        return None

    def _remember(self, event: DraftEvent, telling: Telling) -> None:
        self.event_at[telling.instance.predication.trigger] = event
        for support in telling.instance.predication.supports:
            self.event_at.setdefault(support.trigger, event)

    # ------------------------------------------------------------ referents

    def _tell(self, instance: FrameInstance) -> Telling:
        filled = self._fill_all(instance)
        if instance.target == MEMBERSHIP:
            filled = self._tell_origin(instance, filled)
            self._imply_organisation(instance, filled)
        present = {item.role for item in filled}
        needed = {role.role for role in instance.roles if role.need}
        stance, speaker = self._find_speaker(instance)
        return Telling(
            instance=instance,
            filled=tuple(filled),
            founds=instance.founds
            and needed <= present
            and ({SUBJECT, OBJECT} <= present or instance.kind == "event")
            and (instance.target != MEMBERSHIP or self._is_real_post(instance, filled))
            and self._has_all_sides(instance, filled),
            in_summary=self._is_in_summary(instance.predication.span),
            speaker=speaker,
            stance=stance,
        )

    def _is_real_post(self, instance: FrameInstance, filled: Sequence[Filled]) -> bool:
        """A post that the ontology lists, or any job somewhere; "X, an engineer" tells of no post."""
        posts = [item.referent.key for item in filled if item.role == ROLE]
        if any(self.tree.words[child].lower() in {"a", "an"} for child in self.tree.find_children(instance.predication.trigger, "det")):
            return any(item.role == HELD_AT for item in filled)
        is_listed = any(key in self.ontology.post_nouns or _head_of(key) in self.ontology.post_nouns for key in posts)
        return is_listed or any(item.role == HELD_AT for item in filled)

    def _has_all_sides(self, instance: FrameInstance, filled: Sequence[Filled]) -> bool:
        """ "X met", "working with Y" lack a side; "the two sides met" and "X signed a deal" do not."""
        predication = instance.predication
        for role in instance.roles:
            speaks_of_self = all(self._is_first_person(phrase) for phrase in role.phrases)
            if not role.collective or not role.key or (predication.pos == "noun" and predication.supports and not speaks_of_self):
                continue
            sides = {item.referent for item in filled if item.role == role.role}
            is_group = any(
                self.tree.tags[phrase.head] in {"NNS", "NNPS"} and self.tree.deps[phrase.head].startswith("nsubj")
                for phrase in role.phrases
            )
            if len(sides) < 2 and not is_group:
                return False
        return True

    def _tell_origin(self, instance: FrameInstance, filled: list[Filled]) -> list[Filled]:
        """ "The French minister" serves the state; "the French writer" is a citizen of it."""
        if any(self._is_office(item.referent.key) for item in filled if item.role == ROLE):
            return filled
        origins = [
            item
            for item in filled
            if item.role == HELD_AT and item.rule == "modifier" and item.referent.thing and item.referent.thing.class_iri == COUNTRY
        ]
        members = [item for item in filled if item.role == MEMBER]
        for origin in origins:
            fact = replace(instance, target=CITIZEN_OF, kind="property")
            sides = (*(replace(member, role=SUBJECT) for member in members), replace(origin, role=OBJECT))
            if members:
                stance, speaker = self._find_speaker(instance)
                self.facts.append(Telling(fact, sides, True, self._is_in_summary(instance.predication.span), speaker, stance))
        return [item for item in filled if item not in origins]

    def _is_office(self, post: str) -> bool:
        known = self.ontology.post_nouns.get(post) or self.ontology.post_nouns.get(_head_of(post))
        return known in self.ontology.offices

    def _imply_organisation(self, instance: FrameInstance, filled: list[Filled]) -> None:
        """ "X, the finance director": of the organisation that the article is about, where that is clear."""
        head = instance.predication.trigger
        is_definite = any(self.tree.words[child].lower() == "the" for child in self.tree.find_children(head, "det"))
        is_apposed = any(item.role == MEMBER and item.rule == "apposition" for item in filled)
        if not is_definite or not is_apposed or any(item.role == HELD_AT for item in filled):
            return
        organisation = self.referents.find_main_organisation(head)
        if organisation is not None:
            filled.append(
                Filled(
                    HELD_AT,
                    Referent("thing", str(organisation.number), thing=organisation),
                    instance.predication.span,
                    "definite post",
                )
            )

    def _find_speaker(self, instance: FrameInstance) -> tuple[Stance, Thing | None]:
        by_title = any(role.role == MEMBER and role.rule in {"apposition", "title"} for role in instance.roles)
        is_title = instance.target == MEMBERSHIP and by_title
        if is_title and instance.predication.quoted is None and instance.stance is Stance.REPORTED:
            return Stance.ASSERTED, None
        predication, stance = instance.predication, instance.stance
        if predication.quoted is not None:
            speaker = self.mentions.quotations[predication.quoted].speaker
            thing = self.referents.find_span(speaker) if speaker is not None else None
            return (Stance.REPORTED if stance is Stance.ASSERTED else stance), thing
        if instance.said_by is not None:
            return stance, self.referents.find(instance.said_by.head, (to_iri("news:Agent"), PERSON))
        return stance, None

    def _is_in_summary(self, span: Span) -> bool:
        return any(block.kind in SUMMARIES and block.span.start <= span.start < block.span.end for block in self.parsed.article.blocks)

    def _fill_all(self, instance: FrameInstance) -> list[Filled]:
        """All roles, in their order; who fills one by name is not meant in another by a pronoun or description."""
        by_name = {
            thing.root.number: role.role
            for role in instance.roles
            for phrase in role.phrases
            if self.tree.names[phrase.head] >= 0 and (thing := self.referents.at_token.get(phrase.head)) is not None
        }
        found: list[Filled] = []
        for role in instance.roles:
            with self.referents.salience.barring({number for number, other in by_name.items() if other != role.role}):
                found += self._fill(role, instance)
        return found

    def _fill(self, role: RoleFiller, instance: FrameInstance) -> Iterator[Filled]:
        for phrase in role.phrases:
            referent = self._refer(phrase, role.types, role.role)
            if referent is not None and not self._is_accepted(phrase, referent, role.types):
                told = referent.thing.label if referent.thing is not None else referent.key
                self._reject(instance, f"“{self.tree.words[phrase.head]}” stands for {told}, which does not fit")
            elif referent is not None:
                yield Filled(role.role, referent, self._words_of(phrase, referent), role.rule)
            else:
                self._reject(instance, f"no clear antecedent for “{self.tree.words[phrase.head]}”")

    def _is_accepted(self, phrase: Phrase, referent: Referent, types: tuple[Iri, ...]) -> bool:
        """Whether what a pronoun turned out to be still fits the role."""
        thing = referent.thing
        if thing is None or not self.tree.is_pronoun(phrase.head) or not types or CONCEPT in types or thing.class_iri == CONCEPT:
            return True
        return any(self.ontology.is_a(thing.class_iri, wanted) or self.ontology.is_a(wanted, thing.class_iri) for wanted in types)

    def _refer(self, phrase: Phrase, types: tuple[Iri, ...], role: Iri) -> Referent | None:
        if role == ROLE or POST in types:
            return self._refer_to_post(phrase)
        if role == SUBJECT and self.tree.words[phrase.head].lower() in THEY:
            joint = self._find_joint_event(phrase.head, types)
            if joint is not None:
                return joint
        if phrase.is_clause:
            return (
                Referent("event", str(phrase.head), trigger=phrase.head)
                if phrase.head in self.event_at and CLAUSE not in types
                else self._refer_to_text(phrase)
            )
        number = self._value_at.get(phrase.head)
        if number is not None and self._wants_value(self.mentions.values[number].value, types):
            value = self.mentions.values[number].value
            assert value is not None
            return Referent("value", f"{value.class_iri} {value.lexical} {value.unit} {value.counted}", value=value, trigger=number)
        told = self.event_at.get(phrase.head)
        if told is not None and told.class_iri != MEMBERSHIP and self.tree.names[phrase.head] < 0 and not self._wants_only_things(types):
            return Referent("event", str(phrase.head), trigger=phrase.head)
        if CLAUSE in types and CONCEPT not in types and not self._is_thing(phrase, types):
            return self._refer_to_text(phrase)
        thing = self.referents.find(phrase.head, types)
        if thing is not None:
            self.referents.adapt(thing, types)
        return Referent("thing", str(thing.root.number), thing=thing.root) if thing is not None else None

    def _find_joint_event(self, pronoun: int, types: tuple[Iri, ...]) -> Referent | None:
        """ "A and B will work together. They will focus on ...": of an event, where its sides cannot be meant."""
        if not any(self.ontology.is_a(self.event_class, wanted) or self.ontology.is_a(wanted, self.event_class) for wanted in types):
            return None
        sentence = self.tree.sentence_of[pronoun]
        for event in reversed(self.events):
            telling = event.tellings[-1]
            trigger = telling.instance.predication.trigger
            is_near = self.tree.sentence_of[trigger] in {sentence, sentence - 1} and trigger < pronoun
            if (
                is_near
                and any(role.collective for role in telling.instance.roles)
                and any(self.ontology.is_a(event.class_iri, wanted) for wanted in types)
            ):
                return Referent("event", str(trigger), trigger=trigger)
        return None

    def _wants_value(self, value: Value | None, types: tuple[Iri, ...]) -> bool:
        return value is not None and (not types or any(self.ontology.is_a(value.class_iri, wanted) for wanted in types))

    def _wants_only_things(self, types: tuple[Iri, ...]) -> bool:
        return bool(types) and not any(
            self.ontology.is_a(self.event_class, wanted) or self.ontology.is_a(wanted, self.event_class) for wanted in types
        )

    @property
    def event_class(self) -> Iri:
        """The class above all events."""
        return EVENT

    def _is_thing(self, phrase: Phrase, types: tuple[Iri, ...]) -> bool:
        return any(self.ontology.is_a(known, wanted) for known in self.mentions.types[phrase.head] for wanted in types)

    def _refer_to_post(self, phrase: Phrase) -> Referent:
        """A post is named by its noun with the words that narrow it, not by who has it or where."""
        label = self.to_post_label(phrase.head)
        return Referent("post", label.lower())

    def to_post_label(self, head: int) -> str:
        """ "vice chair" of "the company's new vice chair"."""
        tree = self.tree
        first = head
        while first > 0 and self._narrows_post(first - 1, head):
            first -= 1
        while tree.words[first] == "-" or tree.words[first].lower() == "old":
            first += 1
        label = " ".join(self.parsed.article.text[tree.starts[first] : tree.ends[self._find_post_end(head)]].split())
        past = self._find_past(head)
        return f"{past} {label}" if past and not label.lower().startswith(past) else label

    def _find_past(self, head: int) -> str:
        """ "Former" or the like, on the noun or on the name that it is a title of: the post is held no more."""
        tree = self.tree
        holders = [head, tree.heads[head]] if tree.deps[head] in {"compound", "nmod"} else [head]
        words = (tree.words[child].lower() for holder in holders for child in tree.children[holder] if child < head)
        return next((word for word in words if word in PAST), "")

    def _find_post_end(self, head: int) -> int:
        """The last word of "minister for industry" or "head of research": a field of work, not a name."""
        tree = self.tree
        preposition = head + 1
        if preposition >= len(tree.words) or tree.heads[preposition] != head or tree.words[preposition].lower() not in {"of", "for"}:
            return head
        field = tree.find_child(preposition, "pobj")
        if field is None or tree.names[field] >= 0 or CONCEPT not in self.mentions.types[field][:1]:
            return head
        inside = [token for token in tree.find_core(field) if token <= field]
        return field if not any(tree.names[token] >= 0 or tree.deps[token] in {"det", "poss"} for token in inside) else head

    def _narrows_post(self, token: int, head: int) -> bool:
        tree = self.tree
        if tree.names[token] >= 0 or tree.heads[token] not in range(token, head + 1) or tree.starts[token + 1] - tree.ends[token] > 1:
            return False
        word = tree.words[token].lower()
        is_modifier = tree.deps[token] in {"compound", "amod", "nmod", "punct"} and word not in {
            "new",
            "current",

            "first",
            "’s",
            ",",
        }
        return is_modifier and (word.isalpha() or word == "-" or "-" in word)

    def _refer_to_text(self, phrase: Phrase) -> Referent:
        text = " ".join(self.parsed.article.text[phrase.span.start : phrase.span.end].split())
        return Referent("text", text)

    def _words_of(self, phrase: Phrase, referent: Referent) -> Span:
        if referent.kind == "value":
            return self.mentions.values[referent.trigger].span
        number = self.tree.names[phrase.head]
        if number >= 0:
            return self.mentions.names[number].span
        return phrase.span if phrase.is_clause or referent.kind == "text" else self.tree.to_span(self.tree.find_core(phrase.head))

    # ------------------------------------------------------------ joining

    def _join(self, telling: Telling) -> bool:
        """Join the latest event that this telling can speak of."""
        for event in reversed(self.events):
            if self.sameness.is_same(event, telling):
                self._merge_things(event, telling)
                event.tellings.append(telling)
                if self.ontology.is_a(telling.instance.target, event.class_iri):
                    event.class_iri = telling.instance.target
                self._remember(event, telling)
                return True
        return self._join_only_one(telling)

    def _join_only_one(self, telling: Telling) -> bool:
        """ "Our largest investment", "these investments": the one event of the class that the article tells of."""
        predication = telling.instance.predication
        if predication.pos != "noun" or not predication.definite or predication.supports:
            return False
        same = [event for event in self.events if event.class_iri == telling.instance.target]
        speaks_of_self = all(self._is_first_person(phrase) for role in telling.instance.roles if role.key for phrase in role.phrases)
        if len(same) != 1 or not speaks_of_self:
            return False
        event, bare = same[0], replace(telling, filled=(), founds=False)
        event.tellings.append(bare)
        self._remember(event, bare)
        return True

    def _is_first_person(self, phrase: Phrase) -> bool:
        return self.tree.words[phrase.head].lower() in FIRST_PLURAL

    def _merge_things(self, event: DraftEvent, telling: Telling) -> None:
        """Unnamed fillers that agree are one thing: "a new lab" of the headline is "its first lab" of the body."""
        for filled in telling.filled:
            mine = filled.referent.thing
            for other in event.values(filled.role):
                if mine is None or other.thing is None or mine is other.thing or mine.named or other.thing.named:
                    continue
                if self.sameness.things_agree(mine, other.thing, event, telling):
                    self.referents.merge(mine, other.thing)


def _head_of(post: str) -> str:
    """ "minister" of "deputy minister for industry"."""
    words = post.split()
    end = next((number for number, word in enumerate(words) if word in {"of", "for"}), len(words))
    return words[max(0, end - 1)]
