"""Ontology -> the page that ``kg ontology`` prints: every frame with its roles, words and an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.namespaces import to_prefixed
from kg.ontology.compile import PARTS_OF_SPEECH
from kg.ontology.record import ClassInfo, Ontology, PropertyInfo, Role, Sense
from kg.records import Iri
from kg.terms import OBJECT, SUBJECT


def describe_ontology(ontology: Ontology) -> str:
    """Return the vocabulary as plain text: events, relations, stances, in alphabetical order, then a count of the nouns."""
    by_target: dict[Iri, list[Sense]] = {}
    for sense in dict.fromkeys(sense for group in (*ontology.senses.values(), *ontology.stances.values()) for sense in group):
        by_target.setdefault(sense.target, []).append(sense)
    events = [ontology.classes[iri] for iri in by_target if iri in ontology.classes]
    relations = [ontology.properties[iri] for iri in by_target if iri in ontology.properties]
    stances = sorted(iri for iri in by_target if iri not in ontology.classes and iri not in ontology.properties)
    lines = [
        *_section("Events", (_describe(info, by_target[info.iri]) for info in sorted(events, key=lambda info: info.label))),
        *_section("Relations", (_describe(info, by_target[info.iri]) for info in sorted(relations, key=lambda info: info.label))),
        *_section("Stances", (_describe_stance(iri, by_target[iri]) for iri in stances)),
        f"{len(ontology.class_nouns)} nouns name a class, {len(ontology.post_nouns)} a post.",
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    yield title
    yield "=" * len(title)
    for block in blocks:
        yield from block
        yield ""


def _describe(info: ClassInfo | PropertyInfo, senses: list[Sense]) -> Iterator[str]:
    yield f"{info.label}  ({to_prefixed(info.iri)})"
    if info.comment:
        yield f"  {info.comment}"
    if info.example:
        yield f'  "{info.example}"'
    roles = dict.fromkeys(role.fills for sense in senses for role in sense.roles if role.own)
    if isinstance(info, ClassInfo) and roles:
        yield "  roles: " + ", ".join(to_prefixed(role) for role in roles)
    for sense in sorted(senses, key=lambda sense: (PARTS_OF_SPEECH.index(sense.pos), sense.words)):
        fillers = "; ".join(_describe_role(role) for role in sense.roles if role.own)
        words = tuple(to_prefixed(word) for word in sense.words) if sense.pos == "name" else sense.words
        yield f"  {sense.pos} {_shorten(words)}{_support(sense)}: {fillers}"


def _describe_role(role: Role) -> str:
    name = {SUBJECT: "subject", OBJECT: "object"}.get(role.fills, to_prefixed(role.fills).removeprefix("news:"))
    types = "|".join(to_prefixed(iri).partition(":")[2] for iri in role.types)
    words = f" [{'|'.join(role.words)}]" if role.words else ""
    within = f" within {to_prefixed(role.within).partition(':')[2]}" if role.within is not None else ""
    return f"{name}{'!' if role.need else ''} = {', '.join(role.slots)}{within}{f' ({types})' if types else ''}{words}"


def _describe_stance(iri: Iri, senses: list[Sense]) -> Iterator[str]:
    yield to_prefixed(iri)
    for sense in sorted(senses, key=lambda sense: (sense.pos, sense.words)):
        yield f"  {sense.pos} {_shorten(sense.words)}" + (f": rules {', '.join(sense.scope)}" if sense.scope else "")


def _support(sense: Sense) -> str:
    if not sense.supports:
        return ""
    return f" [{'under' if not sense.bare else 'also under'} {_shorten(sense.supports)}]"


def _shorten(words: tuple[str, ...], most: int = 12) -> str:
    return ", ".join(words[:most]) + (f" and {len(words) - most} more" if len(words) > most else "")
