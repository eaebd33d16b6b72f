"""Predications x senses -> FrameInstances, one sense a trigger; the rules of docs/lexicon.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kg.frames.descriptions import find_descriptions
from kg.frames.fitting import Fitting
from kg.frames.happenings import ANY, find_subjects, tells_happening, with_surface_subject
from kg.frames.known import is_known
from kg.frames.memberships import find_memberships
from kg.frames.roles import Pool, RoleFillers, is_collective
from kg.frames.senses import Senses
from kg.frames.stance import compose, find_held_stance, find_instance_stance, find_relation_stance
from kg.namespaces import to_iri
from kg.ontology import Ontology, Role, Sense
from kg.records import Filler, FrameInstance, FrameMatches, Iri, Mentions, Phrase, Predication, Rejection, RoleFiller, Stance
from kg.records.making import record
from kg.syntax import Tree
from kg.terms import ANCHOR, DECISION, EVENT, GENERAL, MEMBERSHIP, OBJECT, SUBJECT, WORDS, YIELDING

DURING = to_iri("news:during")
TIMES = frozenset({"during", "in the course of", "on the sidelines of"})
"""Slots that tell in the course of what something is done: of "announced the merger during the visit", the announcement."""
MOVING = frozenset({"go", "come"})
"""Light verbs that tell of a movement where they stand alone."""
OWN = frozenset({"self", "word"})
"""Slots of the trigger itself."""
NEVER_JOINING = frozenset({"be", "have"})
"""Verbs that say too little to take up what is told elsewhere."""
EMPTY_VERBS = frozenset({"be", "have", "do", "get", "go", "come", "make", "take", "give", "put", "let", "keep"})


@record(frozen=True, slots=True)
class _Reading:
    """One sense tried on one predication."""

    sense: Sense
    roles: tuple[RoleFiller, ...]
    support: Predication | None
    is_complete: bool
    needed: int
    fit: int
    anchors: tuple[int, ...] = ()
    is_general: bool = False

    @property
    def strength(self) -> tuple[bool, bool, int, int, int, int]:
        return (self.is_complete, not self.is_general, self.needed, len(self.roles), -self.fit, -self.sense.width)


def match_frames(tree: Tree, predications: Sequence[Predication], mentions: Mentions, ontology: Ontology) -> FrameMatches:
    """Read every predication as at most one event class or property, and as the plain relations beside it, in text order."""
    matcher = _Matcher(tree, predications, mentions, ontology)
    read = tuple(
        told
        for predication in predications
        for instance in matcher.read(predication)
        for told in find_memberships(instance, matcher.roles.fitting)
    )
    framed = _drop_carriers(read, ontology)
    carrying = frozenset(support.trigger for instance in framed if instance.founds for support in instance.predication.supports)
    plain = matcher.read_plainly(predications, carrying)
    described = find_descriptions(tree, predications, _find_triggers(framed), mentions, ontology)
    instances = _hold_back_hearsay((*framed, *plain, *described), ontology)
    read_at = _find_triggers((*framed, *described))
    unread = Counter(
        predication.lemma for predication in predications if predication.pos == "verb" and matcher.is_unread(predication, read_at)
    )
    matcher.part()
    return FrameMatches(instances, tuple(matcher.rejections), tuple(sorted(unread.items(), key=lambda item: (-item[1], item[0]))))


def _hold_back_hearsay(instances: Sequence[FrameInstance], ontology: Ontology) -> tuple[FrameInstance, ...]:
    """What fills the crime of a charge, or stands below it, is nobody's assertion: an allegation never asserts the crime."""
    alleged = {phrase.head for instance in instances for role in instance.roles if role.role in ontology.hearsay for phrase in role.phrases}
    return tuple(
        replace(instance, stance=compose(instance.stance, Stance.REPORTED))
        if instance.predication.trigger in alleged or any(governor.trigger in alleged for governor in instance.predication.governors)
        else instance
        for instance in instances
    )


def _drop_carriers(instances: Sequence[FrameInstance], ontology: Ontology) -> tuple[FrameInstance, ...]:
    """ "bought a stake in X" is told by the noun: what its light verb alone says of the stake is not told twice.

    What was announced during something else was not done then, so that such an announcement is told by itself; so is a decision on
    what the noun tells of ("postponed the launch"). Who "goes on trial in X" goes nowhere, and of "shot dead" the adjective is told by
    its verb.
    """
    carried: dict[int, int] = {}
    empty: set[int] = set()
    anchored: set[int] = set()
    for instance in instances:
        if instance.founds:
            carried |= {support.trigger: instance.predication.trigger for support in instance.predication.supports}
            empty |= {support.trigger for support in instance.predication.supports if support.lemma in MOVING}
            anchored |= set(instance.anchors)
    return tuple(
        instance
        for instance in instances
        if instance.predication.trigger not in empty
        and not (instance.predication.pos == "adj" and instance.predication.trigger in anchored)
        and (
            instance.predication.trigger not in carried
            or any(role.role == DURING for role in instance.roles)
            or ontology.is_a(instance.target, DECISION)
            or not any(
                phrase.head == carried[instance.predication.trigger] for role in instance.roles if role.need for phrase in role.phrases
            )
        )
    )


def _find_triggers(instances: Sequence[FrameInstance]) -> frozenset[int]:
    """The triggers of the instances and of the light verbs that carry them."""
    return frozenset(verb.trigger for instance in instances for verb in (instance.predication, *instance.predication.supports))


def _find_heads(role: Iri, found: Sequence[RoleFiller], anchors: Sequence[int]) -> Iterator[int]:
    """The words that fill a role of a sense that is being tried."""
    if role == ANCHOR:
        yield from anchors
    yield from (phrase.head for filler in found if filler.role == role for phrase in filler.phrases)


class _Matcher:
    """Matches the predications of one article, on demand, since a participle's subject may be an event."""

    def __init__(self, tree: Tree, predications: Sequence[Predication], mentions: Mentions, ontology: Ontology) -> None:
        self.tree, self.mentions, self.ontology = tree, mentions, ontology
        self.by_trigger = {predication.trigger: predication for predication in predications}
        self.rejections: list[Rejection] = []
        self._matched: dict[int, FrameInstance | None] = {}
        self._candidates: dict[int, tuple[Sequence[Sense], Pool]] = {}
        self.senses = Senses(tree, mentions, ontology)
        self.roles = RoleFillers(Fitting(tree, mentions, ontology, self.find_event_class, self.takes_up), self.senses, self.match)

    def part(self) -> None:
        """Let go of what asks this matcher back: so all that it holds goes with it, and the search for cycles has nothing to find."""
        del self.roles

    def find_event_class(self, token: int) -> Iri | None:
        """The class of the event that a token founds or names."""
        instance = self.match(token)
        return instance.target if instance is not None and instance.kind == "event" else None

    def takes_up(self, token: int) -> bool:
        """Whether a noun speaks of an event that is told elsewhere and says nothing of it ("the takeover")."""
        instance = self.match(token)
        return instance is not None and not instance.founds and not any(role.key for role in instance.roles)

    def read(self, predication: Predication) -> Iterator[FrameInstance]:
        """What a predication says: the sense that is chosen, and the plain relations that are read beside any other."""
        instance = self.match(predication.trigger)
        if instance is not None:
            yield instance
        best: dict[Iri, _Reading] = {}
        for reading in self._find_readings(predication, beside=True):
            known = best.get(reading.sense.target)
            if reading.is_complete and (known is None or reading.strength > known.strength):
                best[reading.sense.target] = reading
        yield from (self._to_instance(reading, predication) for reading in best.values())

    def read_plainly(self, predications: Sequence[Predication], carrying: frozenset[int]) -> Iterator[FrameInstance]:
        """What verbs say by the senses that any verb has; resolve takes these where nothing else is told of the clause."""
        senses = self.ontology.senses.get(("verb", ANY), ())
        for predication in predications if senses else ():
            if predication.trigger in carrying or not tells_happening(self.tree, predication, self.by_trigger, self.ontology):
                continue
            worded = with_surface_subject(self.tree, predication, self.ontology)
            readings = [reading for reading in self._try_all(senses, worded, Pool(worded.fillers)) if reading.is_complete]
            if any(self.find_event_class(subject) for subject in find_subjects(worded)):  # an appointment is nobody
                readings = [reading for reading in readings if any(EVENT in role.types for role in reading.roles)]
            if readings:
                yield self._to_instance(max(readings, key=lambda reading: reading.strength), worded)

    def match(self, trigger: int) -> FrameInstance | None:
        """The instance of a trigger; while it is being matched, none."""
        if trigger not in self._matched:
            self._matched[trigger] = None
            predication = self.by_trigger.get(trigger)
            if predication is not None:
                self._matched[trigger] = self._read(predication)
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

    def _find_readings(self, predication: Predication, *, beside: bool) -> list[_Reading]:
        known = self._candidates.get(predication.trigger)
        if known is None:
            found = [sense for word in self.senses.find_words(predication) for sense in self.senses.find(predication, word)]
            known = self._candidates[predication.trigger] = (found, Pool(predication.fillers if found else ()))
        senses, pool = known
        return self._try_all([sense for sense in senses if sense.beside is beside], predication, pool)

    def _read(self, predication: Predication) -> FrameInstance | None:
        readings = self._find_readings(predication, beside=False)
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

    # ------------------------------------------------------------ roles

    def _try_all(self, senses: Iterable[Sense], predication: Predication, own: Pool) -> list[_Reading]:
        tried = [self._try(sense, predication, own) for sense in senses]
        return [reading for reading in tried if reading is not None]

    def _try(self, sense: Sense, predication: Predication, own: Pool) -> _Reading | None:
        """The sense under the first light verb that it allows, or alone."""
        for support in predication.supports:
            if self._supports(sense, support, predication):
                fillers = (*own.fillers, *(filler for filler in support.fillers if not self._holds(filler, predication)))
                if support.lemma in self.ontology.speech_verbs:
                    fillers = tuple(filler for filler in fillers if filler.slot not in TIMES)
                return self._assign(sense, predication, Pool(fillers), support)
        return self._assign(sense, predication, own, None) if sense.bare else None

    def _supports(self, sense: Sense, support: Predication, predication: Predication) -> bool:
        if support.lemma in sense.supports:
            return True
        is_carrier = sense.kind == "event" and sense.bare and support.lemma in self.ontology.carriers
        if is_carrier and self._is_object_of(predication.trigger, support.trigger):
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

    def _assign(self, sense: Sense, predication: Predication, pool: Pool, support: Predication | None) -> _Reading | None:
        slots = pool.slots
        if not pool.near.isdisjoint(sense.lacks):
            return None
        joins = self._joins(sense, slots, predication)
        if not joins and any(map(slots.isdisjoint, sense.asked_slots)):
            return None
        used = {predication.trigger} if OWN.isdisjoint(sense.slots) else set()
        found: list[RoleFiller] = []
        anchors: list[int] = []
        needed, fit = 0, 0
        indispensable = sense.joining_indispensable if joins else sense.indispensable
        for place, role in enumerate(sense.roles):
            if role.within is None:
                chosen = None if slots.isdisjoint(role.slots) else self.roles.choose(role, sense, pool, used, predication)
            else:
                chosen = self._choose_within(role, sense, used, [*_find_heads(role.within, found, anchors)])
            if chosen is None:
                if place in indispensable:
                    return None
                continue
            filler, phrases, rank = chosen
            used.update(phrase.head for phrase in phrases)
            types = self.roles.find_types(role, sense)
            if WORDS in types:  # "called it a step in the right direction": nothing in these words is a place
                used.update(token for phrase in phrases for token in self.tree.find_subtree(phrase.head))
            if role.fills == ANCHOR:
                anchors += [phrase.head for phrase in phrases]
            else:
                found.append(RoleFiller(role.fills, phrases, filler.rule, types, role.need, role.key, is_collective(role)))
            needed += role.need
            fit += rank + filler.depth
        if self._leaves_object(sense, pool, used):
            return None
        is_complete = needed == sense.count_needed
        if sense.kind == "property":
            is_complete = is_complete and {SUBJECT, OBJECT} <= {role.role for role in found}
        if is_complete or (joins and self._may_join(sense, found, predication)):
            is_general = self.ontology.is_any(sense.target, YIELDING)
            return _Reading(sense, tuple(found), support, is_complete, needed, fit, tuple(anchors), is_general)
        return None

    def _leaves_object(self, sense: Sense, pool: Pool, used: set[int]) -> bool:
        """ "Received shares": what may be subject or object does not fit as an object, so that the subject meets nobody."""
        if sense.pos != "verb" or not sense.is_two_sided:
            return False
        objects = [filler for filler in pool.fillers if filler.slot == "obj" and filler.depth == 0]
        return bool(objects) and not any(used.intersection(self.tree.find_subtree(filler.phrases[0].head)) for filler in objects)

    def _choose_within(
        self, role: Role, sense: Sense, used: set[int], heads: Sequence[int]
    ) -> tuple[Filler, tuple[Phrase, ...], int] | None:
        """What fills a role within another: in the slots of its word, or of a noun that passes it on ("the *number* of jobs in Wales")."""
        for word in (word for head in heads for word in (head, self._find_passing_on(head))):
            inner = self.by_trigger.get(word)
            pool = [filler for filler in inner.fillers if filler.depth == 0] if inner is not None else []
            if inner is not None and (chosen := self.roles.choose(role, sense, Pool(pool), used, inner)) is not None:
                return chosen
        return None

    def _find_passing_on(self, noun: int) -> int:
        tree = self.tree
        above = tree.heads[tree.heads[noun]]
        return above if tree.deps[noun] == "pobj" and tree.lemmas[above] in self.ontology.transparent else noun

    def _may_join(self, sense: Sense, found: Sequence[RoleFiller], predication: Predication) -> bool:
        """An event without all it needs founds nothing; by its key roles, or as what is known, it may join one that is told elsewhere."""
        keys = {role.fills for role in sense.joining}
        return any(filler.role in keys for filler in found) or self._takes_up(sense, predication)

    def _takes_up(self, sense: Sense, predication: Predication) -> bool:
        return sense.pos == "noun" and sense.target != MEMBERSHIP and is_known(self.tree, predication)

    def _joins(self, sense: Sense, slots: Set[str], predication: Predication) -> bool:
        """Whether the words of a sense, with what stands in these slots, may speak of an event that is told elsewhere."""
        if sense.kind != "event" or ANCHOR in sense.filled or predication.lemma in NEVER_JOINING:
            return False
        if self.ontology.is_any(sense.target, GENERAL):  # told in one clause or not at all
            return False
        has_key = sense.joining_slots is None or not slots.isdisjoint(sense.joining_slots)
        return has_key or self._takes_up(sense, predication)

    def _is_negated(self, head: int) -> bool:
        """ "Found not guilty": the word that a sense asks for is denied."""
        return any(self.tree.lower[child] in {"not", "n't", "n’t", "no", "never"} for child in self.tree.children[head])

    # ------------------------------------------------------------ instances

    def _to_instance(self, reading: _Reading, predication: Predication) -> FrameInstance:
        if reading.sense.kind == "property":  # where a dam is stays so when the dam collapses
            predication = replace(predication, governors=tuple(above for above in predication.governors if above.slot != "subj"))
        if reading.support is not None and reading.sense.is_held:
            stance, said_by = find_held_stance(reading.support, self.by_trigger, self.ontology, self.tree)
        elif reading.support is None and (reading.sense.kind == "property" or reading.sense.target == MEMBERSHIP):
            stance, said_by = find_relation_stance(predication, self.by_trigger, self.ontology, self.tree)
        else:
            stance, said_by = find_instance_stance(predication, reading.support, self.by_trigger, self.ontology, self.tree)
        score = round(0.95 - 0.1 * min(3, reading.fit // 4) - (0.1 if predication.pos == "noun" else 0.0), 2)
        supports = (reading.support,) if reading.support is not None else ()
        carried = predication if predication.supports == supports else replace(predication, supports=supports)
        return FrameInstance(
            target=reading.sense.target,
            kind=reading.sense.kind,
            roles=reading.roles,
            predication=carried,
            stance=compose(stance, Stance.DENIED) if any(self._is_negated(anchor) for anchor in reading.anchors) else stance,
            score=score,
            founds=reading.is_complete,
            said_by=said_by,
            anchors=reading.anchors,
        )
