"""ontology/*.ttl -> Ontology: classes, properties, roles and senses, compiled once and cached by content hash.

The scheme of annotations (``lex:``) is described in docs/lexicon.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.records import Iri


@dataclass(frozen=True, slots=True)
class Role:
    """What may fill one role: ``slots`` in order of preference, ``types`` as alternatives (empty: anything)."""

    fills: Iri
    slots: tuple[str, ...]
    types: tuple[Iri, ...] = ()
    need: bool = False
    key: bool = False
    own: bool = True


@dataclass(frozen=True, slots=True)
class Sense:
    """One way to say an event class, a property or a stance.

    ``kind`` is "event", "property" or "stance"; ``pos`` is "verb", "noun" or "adj". ``roles`` are in the order of assignment: needed before optional,
    own before inherited, typed before untyped. ``scope`` and ``controller`` are for stances.
    """

    target: Iri
    kind: str
    pos: str
    words: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    supports: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    controller: str | None = None


@dataclass(frozen=True, slots=True)
class ClassInfo:
    """A class: ``supers`` holds all superclasses, nearest first; ``telling`` the pieces of its event label."""

    iri: Iri
    label: str
    supers: tuple[Iri, ...] = ()
    telling: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PropertyInfo:
    """A property: ``domain`` and ``range`` are alternatives (empty: anything)."""

    iri: Iri
    label: str
    supers: tuple[Iri, ...] = ()
    domain: tuple[Iri, ...] = ()
    range: tuple[Iri, ...] = ()
    functional: bool = False


@dataclass(frozen=True, slots=True)
class Ontology:
    """The vocabulary as the stages use it.

    ``senses`` maps (pos, word) to senses, a word of several tokens by its first token's lemma joined with spaces ("set up");
    ``class_nouns`` maps a noun lemma (several words allowed) to the class it names; ``post_nouns`` maps a noun to its org:Role;
    ``transparent`` are nouns that pass a relation on to what they hold ("a series of").
    """

    hash: str
    classes: dict[Iri, ClassInfo]
    properties: dict[Iri, PropertyInfo]
    senses: dict[tuple[str, str], tuple[Sense, ...]]
    class_nouns: dict[str, Iri]
    post_nouns: dict[str, Iri]
    transparent: frozenset[str]

    def is_a(self, class_iri: Iri, super_iri: Iri) -> bool:
        """Whether ``class_iri`` is ``super_iri`` or stands below it."""
        if class_iri == super_iri:
            return True
        known = self.classes.get(class_iri)
        return known is not None and super_iri in known.supers
