"""Predications x senses -> FrameInstances, one sense a trigger; rules 4 to 9 of docs/lexicon.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.frames.fitting import PLAIN_RANK, Fitting
from kg.frames.stance import compose, find_instance_stance
from kg.namespaces import to_iri
from kg.ontology import Ontology, Role, Sense
from kg.records import Filler, FrameInstance, FrameMatches, Iri, Mentions, Phrase, Predication, Rejection, RoleFiller, Stance
from kg.syntax import Tree
from kg.terms import MEMBERSHIP, OBJECT, POST, SUBJECT

LONGEST_NOUN = 4
MODIFYING = frozenset({"relative clause"})
CORE_SLOTS = frozenset({"subj", "obj", "obj2"})
ANCHOR = to_iri("lex:anchor")
COLLECTIVE = frozenset({"subj", "with"})
"""A role with these slots is filled by several sides of one event."""
EMPTY_VERBS = frozenset({"be", "have", "do", "get", "go", "come", "make", "take", "give", "put", "let", "keep"})


_Choice = tuple[tuple[int, int, int, int], Filler, tuple[Phrase, ...]]
"""How well a filler fits a role, the filler, and those of its phrases that fit."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sense tried on one predication."""

    sense: Sense
    roles: tuple[RoleFiller, ...]
    support: Predication | None
    is_complete: bool
    needed: int
    fit: int
    is_negated: bool = False

    @property
    def strength(self) -> tuple[bool, int, int, int, int]:
        return (self.is_complete, self.needed, len(self.roles), -self.fit, -self.sense.width)


def match_frames(tree: Tree, predications: Sequence[Predication], mentions: Mentions, ontology: Ontology) -> FrameMatches:
    """Read every predication as at most one event class or property, in text order."""
    matcher = _Matcher(tree, predications, mentions, ontology)
    read = tuple(instance for predication in predications if (instance := matcher.match(predication.trigger)) is not None)
    instances = _hold_back_hearsay(_drop_carriers(read), ontology)
    read_at = instances_at(instances)
    unread = Counter(
        predication.lemma
        for predication in predications
        if predication.pos == "verb" and matcher.is_unread(predication, read_at)
    )
    return FrameMatches(instances, tuple(matcher.rejections), tuple(sorted(unread.items(), key=lambda item: (-item[1], item[0]))))


def _hold_back_hearsay(instances: Sequence[FrameInstance], ontology: Ontology) -> tuple[FrameInstance, ...]:
    """What fills the crime of a charge, or stands below it, is nobody's assertion: an allegation never asserts the crime."""
    alleged = {
        phrase.head for instance in instances for role in instance.roles if role.role in ontology.hearsay for phrase in role.phrases
    }
    return tuple(
        replace(instance, stance=compose(instance.stance, Stance.REPORTED))
        if instance.predication.trigger in alleged or any(governor.trigger in alleged for governor in instance.predication.governors)
        else instance
        for instance in instances
    )


def _drop_carriers(instances: Sequence[FrameInstance]) -> tuple[FrameInstance, ...]:
    """ "bought a stake in X" is told by the noun: what its light verb alone says of the stake is not told twice."""
    carried: dict[int, int] = {}
    for instance in instances:
        if instance.founds:
            carried |= {support.trigger: instance.predication.trigger for support in instance.predication.supports}
    return tuple(
        instance
        for instance in instances
        if instance.predication.trigger not in carried
        or not any(phrase.head == carried[instance.predication.trigger] for role in instance.roles for phrase in role.phrases)
    )


def instances_at(instances: Sequence[FrameInstance]) -> frozenset[int]:
    """The triggers of the instances and of the light verbs that carry them."""
    supports = {support.trigger for instance in instances for support in instance.predication.supports}
    return frozenset({instance.predication.trigger for instance in instances} | supports)


def _find_post_senses(ontology: Ontology) -> tuple[Sense, ...]:
    """The senses that every noun of every post has, and so a post noun that the ontology does not list."""
    first = next(iter(ontology.post_nouns), "")
    return tuple(sense for sense in ontology.senses.get(("noun", first), ()) if ontology.post_nouns.keys() <= set(sense.words))


class _Matcher:
    """Matches the predications of one article, on demand, since a participle's subject may be an event."""

    def __init__(self, tree: Tree, predications: Sequence[Predication], mentions: Mentions, ontology: Ontology) -> None:
        self.tree, self.mentions, self.ontology = tree, mentions, ontology
        self.by_trigger = {predication.trigger: predication for predication in predications}
        self.rejections: list[Rejection] = []
        self._matched: dict[int, FrameInstance | None] = {}
        self._open: set[int] = set()
        self.post_senses = _find_post_senses(ontology)
        self.name_senses = [(Iri(class_iri), senses) for (pos, class_iri), senses in ontology.senses.items() if pos == "name"]
        self.fitting = Fitting(tree, mentions, ontology, self.find_event_class)

    def find_event_class(self, token: int) -> Iri | None:
        """The class of the event that a token founds or names."""
        instance = self.match(token)
        return instance.target if instance is not None and instance.kind == "event" else None

    def match(self, trigger: int) -> FrameInstance | None:
        """The instance of a trigger; while it is being matched, none."""
        if trigger not in self._matched:
            self._matched[trigger] = None
            predication = self.by_trigger.get(trigger)
            if predication is not None:
                self._open.add(trigger)
                self._matched[trigger] = self._read(predication)
                self._open.discard(trigger)
        return self._matched[trigger]

    def is_unread(self, predication: Predication, read: frozenset[int]) -> bool:
        """Whether a verb says something that no frame, stance or speech verb took up."""
        lemma = predication.lemma
        return (
            predication.trigger not in read
            and lemma not in EMPTY_VERBS
            and ("verb", lemma) not in self.ontology.stances
            and lemma not in self.ontology.speech_verbs
        )

    # ------------------------------------------------------------ senses

    def _read(self, predication: Predication) -> FrameInstance | None:
        readings = [
            reading
            for word in self._words(predication)
            for sense in self._senses(predication, word)
            for reading in self._try(sense, predication)
        ]
        if not readings:
            return None
        best = max(readings, key=lambda reading: reading.strength)
        rivals = {reading.sense.target for reading in readings if reading.strength == best.strength}
        if len(rivals) > 1:
            chosen = self._most_specific(rivals)
            if chosen is None:
                if best.is_complete:
                    self._reject_tie(predication, rivals)
                return None
            best = next(reading for reading in readings if reading.sense.target == chosen and reading.strength == best.strength)
        return self._to_instance(best, predication)

    def _most_specific(self, rivals: set[Iri]) -> Iri | None:
        for rival in sorted(rivals):
            if all(self.ontology.is_a(rival, other) for other in rivals):
                return rival
        return None

    def _reject_tie(self, predication: Predication, rivals: set[Iri]) -> None:
        names = ", ".join(sorted(self._label(rival) for rival in rivals))
        self.rejections.append(Rejection(self.tree.words[predication.trigger], "several senses fit equally well", names))

    def _label(self, iri: Iri) -> str:
        known = self.ontology.classes.get(iri) or self.ontology.properties.get(iri)
        return known.label if known is not None else iri

    def _words(self, predication: Predication) -> Iterator[str]:
        """The forms under which a trigger may stand in the ontology, longest first."""
        if predication.pos == "noun":
            yield from self._noun_words(predication.trigger)
            return
        if predication.pos == "adj":
            yield from dict.fromkeys((predication.lemma, self.tree.lemmas[predication.trigger]))
            return
        prepositions = dict.fromkeys(f.slot for f in predication.fillers if f.depth == 0 and f.rule == "preposition")
        yield from (f"{predication.lemma} {preposition}" for preposition in prepositions)
        yield predication.lemma

    def _noun_words(self, trigger: int) -> Iterator[str]:
        tree = self.tree
        words = tree.lemmas[trigger]
        forms = [words]
        for token in range(trigger - 1, max(-1, trigger - LONGEST_NOUN), -1):
            if tree.heads[token] != trigger and tree.heads[token] != trigger - 1 and tree.words[token] != "-":
                break
            words = (
                f"{tree.words[token].lower()} {words}"
                if "-" not in (tree.words[token], words[:1])
                else f"{tree.words[token].lower()}{words}"
            )
            forms.append(words)
        yield from reversed(forms)

    def _senses(self, predication: Predication, word: str) -> Sequence[Sense]:
        if predication.pos == "noun" and self.tree.tags[predication.trigger] == "NNS" and POST in self.mentions.types[predication.trigger]:
            return tuple(sense for sense in self.ontology.senses.get(("noun", word), ()) if sense.target != MEMBERSHIP)
        if predication.pos == "noun" and self.tree.names[predication.trigger] >= 0:
            return self._senses_of_names(predication.trigger, word)
        found = self.ontology.senses.get((predication.pos, word), ())
        if not found and predication.pos == "noun" and POST in self.mentions.types[predication.trigger] and " " not in word:
            return self.post_senses
        return found

    def _senses_of_names(self, trigger: int, word: str) -> Sequence[Sense]:
        """A name's own noun may relate the name to others ("Japan's Ministry of ..."): plain relations of the thing itself."""
        if self.tree.names[self.tree.heads[trigger]] == self.tree.names[trigger] and self.tree.heads[trigger] != trigger:
            return ()
        if word != self.tree.lemmas[trigger]:
            return ()
        own_noun = self.ontology.senses.get(("noun", self.tree.words[trigger].lower()), ())
        relations = [sense for sense in own_noun if sense.kind == "property" and any("self" in role.slots for role in sense.roles)]
        class_iri = self.mentions.names[self.tree.names[trigger]].class_iri
        return (
            *relations,
            *(sense for pos_class, senses in self.name_senses for sense in senses if self.ontology.is_a(class_iri, pos_class)),
        )

    # ------------------------------------------------------------ roles

    def _try(self, sense: Sense, predication: Predication) -> Iterator[_Reading]:
        """The sense alone, and under each light verb that it allows."""
        for support in predication.supports:
            if self._supports(sense, support, predication):
                pool = (*predication.fillers, *(filler for filler in support.fillers if not self._holds(filler, predication)))
                yield from self._assign(sense, predication, pool, support)
                return
        if sense.bare:
            yield from self._assign(sense, predication, predication.fillers, None)

    def _supports(self, sense: Sense, support: Predication, predication: Predication) -> bool:
        if support.lemma in sense.supports:
            return True
        if sense.kind == "event" and support.lemma in self.ontology.carriers and self._is_object_of(predication.trigger, support.trigger):
            return True
        tree = self.tree
        preposition = tree.words[tree.heads[predication.trigger]].lower() if tree.deps[predication.trigger] == "pobj" else ""
        return bool(preposition) and f"{support.lemma} {preposition}" in sense.supports

    def _is_object_of(self, noun: int, verb: int) -> bool:
        return self.tree.heads[noun] == verb and self.tree.deps[noun] in {"dobj", "nsubjpass"}

    def _holds(self, filler: Filler, predication: Predication) -> bool:
        """Whether a slot of the light verb is the noun itself, or the amount that stands in its place."""
        heads = {phrase.head for phrase in filler.phrases}
        return predication.trigger in heads or any(
            predication.trigger in self.tree.find_subtree(head) for head in heads if filler.slot in {"obj", "in", "of"}
        )

    def _assign(self, sense: Sense, predication: Predication, pool: Sequence[Filler], support: Predication | None) -> Iterator[_Reading]:
        if any(filler.slot in sense.lacks for filler in pool if filler.depth == 0):
            return
        used = {predication.trigger} if not any("self" in role.slots for role in sense.roles) else set()
        found: list[RoleFiller] = []
        needed, fit, is_negated = 0, 0, False
        for role in sense.roles:
            chosen = self._choose(role, sense, pool, used, predication)
            if chosen is None:
                continue
            filler, phrases, rank = chosen
            used.update(phrase.head for phrase in phrases)
            types = role.types or self._required_types(role, sense)
            is_negated = is_negated or (role.fills == ANCHOR and any(self._is_negated(phrase.head) for phrase in phrases))
            if role.fills != ANCHOR:
                found.append(RoleFiller(role.fills, phrases, filler.rule, types, role.need, role.key, set(role.slots) >= COLLECTIVE))
            needed += role.need
            fit += rank + filler.depth
        is_complete = needed == sum(role.need for role in sense.roles)
        if sense.kind == "property":
            is_complete = {SUBJECT, OBJECT} <= {role.role for role in found}
        if is_complete or self._may_join(sense, found):
            yield _Reading(sense, tuple(found), support, is_complete, needed, fit, is_negated)

    def _may_join(self, sense: Sense, found: Sequence[RoleFiller]) -> bool:
        """An event without all it needs founds nothing, but by its key roles it may join one that is told elsewhere."""
        keys = {role.fills for role in sense.roles if role.key and (sense.pos == "noun" or role.need)}
        is_free = not any(role.fills == ANCHOR for role in sense.roles)
        return sense.kind == "event" and is_free and any(filler.role in keys for filler in found)

    def _choose(
        self, role: Role, sense: Sense, pool: Sequence[Filler], used: set[int], predication: Predication
    ) -> tuple[Filler, tuple[Phrase, ...], int] | None:
        """The best filler of a role: by fit, nearness, slot and order; a collective role takes a filler from each of its slots."""
        best: _Choice | None = None
        for number, filler in enumerate(pool):
            slot = "subj" if filler.slot == "event" else filler.slot
            if slot not in role.slots or self._is_claimed_below(filler, predication.trigger):
                continue
            phrases = self._fitting_phrases(role, sense, filler, used, predication)
            if not phrases:
                continue
            key = (min(rank for _, rank in phrases) // 5, filler.depth, role.slots.index(slot), number)
            if best is None or key < best[0]:
                best = (key, filler, tuple(phrase for phrase, _ in phrases))
        if best is None:
            return None
        chosen = self._collect(role, sense, pool, used, best, predication) if set(role.slots) >= COLLECTIVE else best[2]
        return best[1], chosen, best[0][0]

    def _collect(
        self, role: Role, sense: Sense, pool: Sequence[Filler], used: set[int], best: _Choice, predication: Predication
    ) -> tuple[Phrase, ...]:
        """ "X met Y", "X signed a deal with Y": all parties of a role that both the subject and a "with" may fill."""
        _, first, phrases = best
        heads = {phrase.head for phrase in phrases} | used
        slots = {first.slot}
        for filler in pool:
            if filler.slot not in role.slots or filler.slot in slots:
                continue
            more = [phrase for phrase, rank in self._fitting_phrases(role, sense, filler, heads, predication) if rank < 5]
            if more:
                slots.add(filler.slot)
                heads.update(phrase.head for phrase in more)
                phrases = (*phrases, *more)
        return phrases

    def _is_claimed_below(self, filler: Filler, trigger: int) -> bool:
        """Whether a phrase that hangs below another word fills a role of that word ("a visit to X" keeps its X)."""
        if filler.depth == 0:
            return False
        head = filler.phrases[0].head
        anchor = self.tree.heads[self.tree.heads[head]]
        if anchor == trigger or anchor in self._open:
            return False
        instance = self.match(anchor)
        if instance is None or instance.target == MEMBERSHIP:
            return False
        return any(phrase.head == head for role in instance.roles for phrase in role.phrases)

    def _is_negated(self, head: int) -> bool:
        """ "Found not guilty": the word that a sense asks for is denied."""
        return any(self.tree.words[child].lower() in {"not", "n't", "n’t", "no", "never"} for child in self.tree.children[head])

    def _is_inside_name(self, token: int, trigger: int) -> bool:
        """Whether a phrase is a part of the trigger's own name ("Ministry of Economy")."""
        return token != trigger and self.tree.names[token] >= 0 and self.tree.names[token] == self.tree.names[trigger]

    def _fitting_phrases(
        self, role: Role, sense: Sense, filler: Filler, used: set[int], predication: Predication
    ) -> list[tuple[Phrase, int]]:
        fitting: list[tuple[Phrase, int]] = []
        types = role.types or self._required_types(role, sense)
        phrases = self._find_antecedents(filler.phrases[0], types) if filler.rule in MODIFYING else filler.phrases
        for phrase in phrases:
            held = self._see_through(phrase)
            if held.head in used or (role.words and not self._has_word(held.head, role.words)):
                continue
            if self._is_inside_name(held.head, predication.trigger):
                continue
            if filler.slot == "mod" and self.tree.names[held.head] < 0 and not role.words:
                continue
            rank = self.fitting.rank(held, types)
            if rank == PLAIN_RANK and filler.slot not in CORE_SLOTS:
                continue
            if rank is not None and not (filler.rule == "adverbial" and rank >= 5):
                fitting.append((held, rank))
        return fitting

    def _find_antecedents(self, phrase: Phrase, types: tuple[Iri, ...]) -> tuple[Phrase, ...]:
        """The noun before a relative clause, or the nearest one above it that fits: "the plant outside X, which was opened by Y"."""
        tree, head = self.tree, phrase.head
        current = phrase
        while self.fitting.rank(current, types) is None and (above := self._find_noun_above(head)) is not None:
            head = above
            current = tree.to_phrase(head)
        return (current,) if self.fitting.rank(current, types) is not None else (phrase,)

    def _find_noun_above(self, noun: int) -> int | None:
        """The noun that a prepositional phrase hangs on, or stands right behind."""
        tree = self.tree
        preposition = tree.heads[noun]
        if tree.deps[noun] != "pobj":
            return None
        if tree.is_noun(tree.heads[preposition]):
            return tree.heads[preposition]
        before = preposition - 1
        while before > 0 and (tree.words[before] == "," or tree.words[before].isspace()):
            before -= 1
        return before if tree.is_noun(before) else None

    def _has_word(self, head: int, words: tuple[str, ...]) -> bool:
        return any(word in words for word in self._noun_words(head))

    def _required_types(self, role: Role, sense: Sense) -> tuple[Iri, ...]:
        """A property's domain and range stand in where its role names no types."""
        target = self.ontology.properties.get(sense.target if role.fills in {SUBJECT, OBJECT} else role.fills)
        if target is None:
            return ()
        return target.domain if role.fills == SUBJECT else target.range

    def _see_through(self, phrase: Phrase) -> Phrase:
        """ "a series of X" is about X; "a lab with projects focusing on X" is about the lab."""
        tree, head = self.tree, phrase.head
        if phrase.is_clause or tree.lemmas[head] not in self.ontology.transparent or tree.names[head] >= 0:
            return phrase
        for preposition in tree.find_children(head, "prep"):
            if tree.words[preposition].lower() == "of":
                inner = tree.find_child(preposition, "pobj")
                return self._see_through(tree.to_phrase(inner)) if inner is not None else phrase
        holder = self._find_holder(head)
        return tree.to_phrase(holder) if holder is not None else phrase

    def _find_holder(self, noun: int) -> int | None:
        """What has the noun "with" it: the noun that "with" hangs on, or the object of its verb."""
        tree = self.tree
        preposition = tree.heads[noun]
        if tree.deps[noun] != "pobj" or tree.words[preposition].lower() != "with":
            return None
        above = tree.heads[preposition]
        if tree.is_noun(above):
            return above
        return tree.find_child(above, "dobj", "nsubjpass") if tree.is_verb(above) else None

    # ------------------------------------------------------------ instances

    def _to_instance(self, reading: _Reading, predication: Predication) -> FrameInstance:
        stance, said_by = find_instance_stance(predication, reading.support, self.by_trigger, self.ontology, self.tree)
        score = round(0.95 - 0.1 * min(3, reading.fit // 4) - (0.1 if predication.pos == "noun" else 0.0), 2)
        carried = replace(predication, supports=(reading.support,) if reading.support is not None else ())
        return FrameInstance(
            target=reading.sense.target,
            kind=reading.sense.kind,
            roles=reading.roles,
            predication=carried,
            stance=compose(stance, Stance.DENIED) if reading.is_negated else stance,
            score=score,
            founds=reading.is_complete,
            said_by=said_by,
        )
