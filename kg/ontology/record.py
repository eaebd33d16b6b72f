"""The ontology as the stages use it: plain frozen records, no RDF library.

The scheme of annotations (``lex:``) that they are compiled from is described in docs/lexicon.md.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from kg.namespaces import to_iri
from kg.records import Iri
from kg.terms import COMMUNICATION, OBJECT, SUBJECT

CARRIER = to_iri("lex:Carrier")
TRANSPARENT = to_iri("lex:Transparent")


@dataclass(frozen=True, slots=True)
class Role:
    """What may fill one role: ``slots`` in order of preference, ``types`` as alternatives (empty: anything).

    ``own`` is False for the roles that every event shares (date, period, place, purpose, cause). With ``words`` the filler's head must have
    one of these lemmas. A role that fills ``lex:anchor`` is asked for and never stated ("win *the election*"). The slots of a role with
    ``within`` are those of the word that fills that other role: of "Finland's exports rose", *Finland*, within the item.
    """

    fills: Iri
    slots: tuple[str, ...]
    types: tuple[Iri, ...] = ()
    need: bool = False
    key: bool = False
    own: bool = True
    words: tuple[str, ...] = ()
    within: Iri | None = None


@dataclass(frozen=True)
class Sense:
    """One way to say an event class, a property or a stance.

    ``kind`` is "event", "property" or "stance"; ``pos`` is "verb", "noun", "adj" or "adv". ``roles`` are in the order of assignment:
    those within others last, needed before optional, own before inherited, narrower types before wider. ``supports`` are the light verbs
    whose slots join a noun's; without ``bare`` the noun speaks only under one of them. ``lacks`` are slots that must be empty. ``scope``,
    the slots it rules, is for stances. What ``is_held`` is so whatever its light verb does to it ("rejected the bid": there was one).
    ``width`` counts the classes that the needed roles take: of two senses that fit equally well, the narrower one wins. A sense that is
    ``beside`` others takes no part in that choice: it is read as well.
    """

    target: Iri
    kind: str
    pos: str
    words: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    supports: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    bare: bool = True
    width: int = 0
    beside: bool = False
    is_held: bool = False

    @cached_property
    def asked(self) -> tuple[Role, ...]:
        """The roles without which it tells nothing, but those within others."""
        return tuple(role for role in self.roles if role.within is None and (role.need or role.fills in {SUBJECT, OBJECT}))

    @cached_property
    def count_needed(self) -> int:
        """How many roles it needs."""
        return sum(role.need for role in self.roles)

    @cached_property
    def joining(self) -> tuple[Role, ...]:
        """The roles by which it may join an event that is told elsewhere; a verb needs them."""
        return tuple(role for role in self.roles if role.key and (role.need or self.pos == "noun"))

    @cached_property
    def asked_slots(self) -> tuple[tuple[str, ...], ...]:
        """The slots of each role that is asked for."""
        return tuple(role.slots for role in self.asked)

    @cached_property
    def joining_slots(self) -> frozenset[str] | None:
        """All slots of the roles by which it may join an event; None where one of these stands within another role."""
        if any(role.within is not None for role in self.joining):
            return None
        return frozenset(slot for role in self.joining for slot in role.slots)

    @cached_property
    def indispensable(self) -> frozenset[int]:
        """The places of the roles without which it tells of no event or relation."""
        is_relation = self.kind == "property"
        needed = (role.need or (is_relation and role.fills in {SUBJECT, OBJECT}) for role in self.roles)
        return frozenset(place for place, is_needed in enumerate(needed) if is_needed)

    @cached_property
    def joining_indispensable(self) -> frozenset[int]:
        """The place of the only role by which it may join an event that is told elsewhere; a noun joins without any."""
        if self.pos == "noun":
            return frozenset()
        return frozenset(place for place in self.indispensable if all(other is self.roles[place] for other in self.joining))

    @cached_property
    def is_two_sided(self) -> bool:
        """Whether one of its roles may be filled by subject and object alike."""
        return any("subj" in role.slots and "obj" in role.slots for role in self.roles)

    @cached_property
    def filled(self) -> frozenset[Iri]:
        """What its roles fill."""
        return frozenset(role.fills for role in self.roles)

    @cached_property
    def slots(self) -> frozenset[str]:
        """All slots that its roles look at."""
        return frozenset(slot for role in self.roles for slot in role.slots)


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """A class: ``supers`` holds all superclasses, nearest first.

    ``telling`` holds the pieces of an event's label, each used only when all its {role} placeholders (local names) are filled;
    ``telling_planned`` the same for what is still to come.
    """

    iri: Iri
    label: str
    supers: tuple[Iri, ...] = ()
    telling: tuple[str, ...] = ()
    telling_planned: tuple[str, ...] = ()
    comment: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class PropertyInfo:
    """A property: ``label`` reads "X label Y"; ``domain`` and ``range`` are alternatives (empty: anything).

    An event with a ``particular`` role stands only where a name, or what is described by one, fills it.
    """

    iri: Iri
    label: str
    supers: tuple[Iri, ...] = ()
    domain: tuple[Iri, ...] = ()
    range: tuple[Iri, ...] = ()
    functional: bool = False
    comment: str = ""
    example: str = ""
    particular: bool = False


@dataclass(frozen=True)
class Ontology:
    """The vocabulary as the stages use it.

    ``senses`` maps (pos, word) to the senses of events and properties, ``stances`` to those of stances; a word of several tokens stands as
    its lemma and what follows, joined with spaces ("set up"). ``class_nouns`` maps a noun lemma (several words allowed) to the class it
    names; ``post_nouns`` maps a noun to its org:Role, ``post_labels`` an org:Role to its label; ``hearsay`` are the roles whose fillers
    nobody asserts (a crime that somebody is charged with); ``offices`` are the posts in the service of a state, ``company_posts`` those
    that no state has; ``speech_verbs`` introduce what somebody says; ``groups`` holds the words of each lex:WordGroup, which rules of
    grammar and of who is who ask for together.
    """

    hash: str
    classes: dict[Iri, ClassInfo]
    properties: dict[Iri, PropertyInfo]
    senses: dict[tuple[str, str], tuple[Sense, ...]]
    class_nouns: dict[str, Iri]
    post_nouns: dict[str, Iri]
    stances: dict[tuple[str, str], tuple[Sense, ...]]
    speech_verbs: frozenset[str]
    post_labels: dict[Iri, str]
    groups: dict[Iri, frozenset[str]] = field(default_factory=dict)
    offices: frozenset[Iri] = frozenset()
    company_posts: frozenset[Iri] = frozenset()
    hearsay: frozenset[Iri] = frozenset()

    def group(self, iri: Iri) -> frozenset[str]:
        """The words of a lex:WordGroup; none where the vocabulary does not have it."""
        return self.groups.get(iri, frozenset())

    @cached_property
    def carriers(self) -> frozenset[str]:
        """Verbs that carry any noun of an event ("complete the ...")."""
        return self.group(CARRIER)

    @cached_property
    def transparent(self) -> frozenset[str]:
        """Nouns that pass a relation on to what they hold ("a series of")."""
        return self.group(TRANSPARENT)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The verbs of all senses, with their particles and prepositions."""
        return frozenset(word for pos, word in self.senses if pos == "verb")

    @cached_property
    def post_senses(self) -> tuple[Sense, ...]:
        """The senses that every noun of every post has, and so a post noun that is not listed."""
        first = next(iter(self.post_nouns), "")
        return tuple(sense for sense in self.senses.get(("noun", first), ()) if self.post_nouns.keys() <= set(sense.words))

    @cached_property
    def name_senses(self) -> tuple[tuple[Iri, tuple[Sense, ...]], ...]:
        """The classes whose names relate what they name to others, each with the senses of such names."""
        return tuple((Iri(word), senses) for (pos, word), senses in self.senses.items() if pos == "name")

    @cached_property
    def quoting_verbs(self) -> frozenset[str]:
        """The verbs whose subject says the words in quotation marks that hang on them: of speech, and of acts done by speaking."""
        acts = (
            word
            for (pos, word), senses in self.senses.items()
            if pos == "verb" and any(self.is_a(sense.target, COMMUNICATION) for sense in senses)
        )
        return self.speech_verbs | frozenset(acts)

    @cached_property
    def _above(self) -> dict[Iri, frozenset[Iri]]:
        """Each class -> itself and all above it."""
        return {iri: frozenset((iri, *known.supers)) for iri, known in self.classes.items()}

    def is_a(self, class_iri: Iri, super_iri: Iri) -> bool:
        """Whether ``class_iri`` is ``super_iri`` or stands below it."""
        above = self._above.get(class_iri)
        return class_iri == super_iri if above is None else super_iri in above

    def is_any(self, class_iri: Iri, super_iris: Collection[Iri]) -> bool:
        """Whether ``class_iri`` is one of ``super_iris`` or stands below one."""
        above = self._above.get(class_iri)
        return class_iri in super_iris if above is None else not above.isdisjoint(super_iris)
