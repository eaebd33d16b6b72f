"""A role of a sense x the slots of a predication -> the filler and phrases that fit it best."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.frames.fitting import PLAIN_RANK, TOPIC_RANK, WEAK_NAME_RANK, Fitting
from kg.frames.senses import Senses
from kg.namespaces import to_iri
from kg.ontology import Role, Sense
from kg.records import Filler, FrameInstance, Iri, Phrase, Predication
from kg.terms import DOING, MEMBERSHIP, OBJECT, SUBJECT

MODIFYING = frozenset({"relative clause"})
CORE_SLOTS = frozenset({"subj", "obj", "obj2"})
PLACE = to_iri("news:place")
PLACE_BELOW = "place below"
"""The rule of a place that hangs below another filler: only an event whose class asks for a place itself takes it."""
FRACTIONS = to_iri("lex:Fraction")
_Choice = tuple[tuple[int, int, int, int], Filler, tuple[Phrase, ...]]
"""How well a filler fits a role, the filler, and those of its phrases that fit."""


def to_role_slot(filler: Filler) -> str:
    """The slot that a role asks for: a participle's noun stands where a subject would."""
    return "subj" if filler.slot == "event" else filler.slot


def is_collective(role: Role) -> bool:
    """Whether a role is filled by several sides of one event: both its subject and a "with" may fill it."""
    return "subj" in role.slots and "with" in role.slots


class Pool:
    """The fillers among which roles choose: all slots, those of the trigger itself, and each slot's fillers by number."""

    def __init__(self, fillers: Sequence[Filler]) -> None:
        self.fillers = fillers
        self.near = {filler.slot for filler in fillers if filler.depth == 0}
        self.by_slot: dict[str, list[tuple[int, Filler]]] = {}
        for number, filler in enumerate(fillers):
            self.by_slot.setdefault(to_role_slot(filler), []).append((number, filler))
        self.slots = self.by_slot.keys()


class RoleFillers:
    """Finds what fills the roles of the senses tried in one article; ``match`` tells what a token is read as."""

    def __init__(self, fitting: Fitting, senses: Senses, match: Callable[[int], FrameInstance | None]) -> None:
        self.tree, self.ontology = fitting.tree, fitting.ontology
        self.fitting, self.senses, self.match = fitting, senses, match

    def choose(
        self, role: Role, sense: Sense, pool: Pool, used: set[int], predication: Predication
    ) -> tuple[Filler, tuple[Phrase, ...], int] | None:
        """The best filler of a role: by fit, nearness, slot and order; a collective role takes a filler from each of its slots."""
        best: _Choice | None = None
        fillers = [(place, number, filler) for place, slot in enumerate(role.slots) for number, filler in pool.by_slot.get(slot, ())]
        for place, number, filler in fillers:
            if filler.depth and self._is_claimed_below(filler, role, sense, predication.trigger):
                continue
            if filler.rule == PLACE_BELOW and not (role.own and role.fills == PLACE):
                continue
            phrases = self._fitting_phrases(role, sense, filler, used, predication)
            if not phrases:
                continue
            key = (min(rank for _, rank in phrases) // 5, filler.depth, place, number)
            if best is None or key < best[0]:
                best = (key, filler, tuple(phrase for phrase, _ in phrases))
        if best is None:
            return None
        chosen = self._collect(role, sense, pool.fillers, used, best, predication) if is_collective(role) else best[2]
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
            more = [phrase for phrase, rank in self._fitting_phrases(role, sense, filler, heads, predication) if rank <= WEAK_NAME_RANK]
            if more:
                slots.add(filler.slot)
                heads.update(phrase.head for phrase in more)
                phrases = (*phrases, *more)
        return phrases

    def _is_claimed_below(self, filler: Filler, role: Role, sense: Sense, trigger: int) -> bool:
        """Whether a phrase that hangs below another word fills a role of that word ("a visit to X" keeps its X).

        Where a thing is, the event may be too, if its class says so itself: "attacked a hotel in X", but not "bought a hotel in X". A noun
        that only takes up the event of the verb shares what it has: "beat Y in the final of X".
        """
        head = filler.phrases[0].head
        anchor = self.tree.heads[self.tree.heads[head]]
        if anchor == trigger:
            return False
        instance = self.match(anchor)
        if instance is None or instance.target == MEMBERSHIP or self.ontology.is_a(instance.target, DOING):
            return False
        if instance.target == sense.target and not instance.founds:
            return False
        if role.own and role.fills == PLACE and instance.kind == "property":
            return False
        return any(phrase.head == head for role in instance.roles for phrase in role.phrases)

    def _is_inside_name(self, token: int, trigger: int) -> bool:
        """Whether a phrase is a part of the trigger's own name ("Ministry of Works")."""
        return token != trigger and self.tree.names[token] >= 0 and self.tree.names[token] == self.tree.names[trigger]

    def _fitting_phrases(
        self, role: Role, sense: Sense, filler: Filler, used: set[int], predication: Predication
    ) -> list[tuple[Phrase, int]]:
        fitting: list[tuple[Phrase, int]] = []
        types = self.find_types(role, sense)
        phrases = self._find_antecedents(filler, types, role.words) if filler.rule in MODIFYING else filler.phrases
        for held in self._see_through_all(phrases, types):
            if held.head in used or (role.words and not self._has_word(held.head, role.words)):
                continue
            if self._is_inside_name(held.head, predication.trigger):
                continue
            if filler.slot == "mod" and self.tree.names[held.head] < 0 and not role.words:
                continue
            if role.fills == PLACE and filler.slot == "on" and self._is_bare(held.head):
                continue
            rank = self.fitting.rank(held, types)
            if rank == PLAIN_RANK and filler.slot not in CORE_SLOTS:
                continue
            if rank is not None and not (filler.rule == "adverbial" and rank >= 5):
                fitting.append((held, rank))
        return fitting

    def _is_bare(self, noun: int) -> bool:
        """ "On course", "on track": a noun of one thing without anything before it is no place."""
        return self.tree.tags[noun] == "NN" and self.tree.names[noun] < 0 and not any(child < noun for child in self.tree.children[noun])

    def _is_amount(self, phrase: Phrase, types: tuple[Iri, ...]) -> bool:
        """Whether an amount is what is asked for: of "$3 billion of its shares", the money and not the shares."""
        return self.tree.amounts[phrase.head] and self.fitting.rank(phrase, types) == 0

    def _find_antecedents(self, filler: Filler, types: tuple[Iri, ...], words: tuple[str, ...]) -> tuple[Phrase, ...]:
        """The noun before a relative clause, or the nearest one above it that fits: "the plant outside X, which was opened by Y".

        An event above a mere topic fits better: "the attack on a hall that killed 31". "In which" looks no further than the noun that the
        first one hangs on, and no clause without a comma tells of a name ("merged with X in a deal that created Y").
        """
        tree, phrase = self.tree, filler.phrases[0]
        head, current = phrase.head, phrase
        is_remark = self._is_cut_off(phrase.head)
        while not self._may_fit(current, types, words):
            above = self._find_noun_above(head) if filler.slot in CORE_SLOTS else self._find_noun_of_preposition(head)
            if above is None or tree.names[above] >= 0 and not is_remark:
                return (phrase,)
            head = above
            current = tree.to_phrase(head)
        if not self._may_fit(current, types, words):
            return (phrase,)
        above = self._find_noun_above(head)
        if above is not None and self.fitting.rank(current, types) == TOPIC_RANK and self.fitting.rank(tree.to_phrase(above), types) == 0:
            return (tree.to_phrase(above),)
        return (current,)

    def _is_cut_off(self, noun: int) -> bool:
        """Whether a comma stands before the relative clause of a noun."""
        tree = self.tree
        starts = (tree.find_subtree(clause)[0] for clause in tree.find_children(noun, "relcl"))
        return any(tree.find_word_before(start) == "," for start in starts)

    def _may_fit(self, phrase: Phrase, types: tuple[Iri, ...], words: tuple[str, ...]) -> bool:
        return self.fitting.rank(phrase, types) is not None and (not words or self._has_word(phrase.head, words))

    def _find_noun_above(self, noun: int) -> int | None:
        """The noun that a prepositional phrase hangs on, or stands right behind."""
        tree = self.tree
        held = self._find_noun_of_preposition(noun)
        if held is not None or tree.deps[noun] != "pobj":
            return held
        before = tree.heads[noun] - 1
        while before > 0 and (tree.words[before] == "," or tree.words[before].isspace()):
            before -= 1
        return before if tree.is_noun(before) else None

    def _find_noun_of_preposition(self, noun: int) -> int | None:
        tree = self.tree
        above = tree.heads[tree.heads[noun]]
        return above if tree.deps[noun] == "pobj" and tree.is_noun(above) else None

    def _has_word(self, head: int, words: tuple[str, ...]) -> bool:
        return any(word in words for word in self.senses.find_noun_words(head))

    def find_types(self, role: Role, sense: Sense) -> tuple[Iri, ...]:
        """The classes that a role takes; a property's domain and range stand in where the role names none."""
        if role.types:
            return role.types
        target = self.ontology.properties.get(sense.target if role.fills in {SUBJECT, OBJECT} else role.fills)
        if target is None:
            return ()
        return target.domain if role.fills == SUBJECT else target.range

    def _see_through_all(self, phrases: Sequence[Phrase], types: tuple[Iri, ...]) -> Iterator[Phrase]:
        """What the phrases are about; "parts of X and Y" are about both."""
        for phrase in phrases:
            held = phrase if self._is_amount(phrase, types) else self._see_through(phrase)
            yield held
            if held.head != phrase.head and not held.is_clause:
                others = self.tree.find_conjuncts(held.head)[1:]
                yield from (self.tree.to_phrase(other) for other in others if self.tree.is_noun(other))

    def _see_through(self, phrase: Phrase) -> Phrase:
        """ "a series of X" is about X; "a lab with projects focusing on X" is about the lab; "a third of the 640 jobs" are not 640."""
        tree, head = self.tree, phrase.head
        if phrase.is_clause or tree.lemmas[head] not in self.ontology.transparent or tree.names[head] >= 0:
            return phrase
        for preposition in tree.find_children(head, "prep"):
            if tree.words[preposition].lower() == "of":
                inner = tree.find_child(preposition, "pobj")
                is_counted = inner is not None and tree.find_child(inner, "nummod") is not None
                is_part = is_counted and tree.lemmas[head] in self.ontology.group(FRACTIONS)
                return phrase if inner is None or is_part else self._see_through(tree.to_phrase(inner))
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
