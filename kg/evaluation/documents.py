"""JSON Lines -> Documents and back: entities with their mentions, relations between them, links, one article a line.

A line is ``{"id", "text", "entities": [{"id", "mentions": [{"start", "end"}], "types": [...], "wikipedia": title or null}],
"relations": [{"subject": entity id, "predicate", "object": entity id}]}``; offsets are code points of ``text``, the end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from kg.errors import EvaluationError
from kg.outputs import write_all
from kg.records import Span


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity with its mentions and types; ``link`` is the title of its Wikipedia article."""

    id: str
    mentions: tuple[Span, ...]
    types: frozenset[str] = frozenset()
    link: str | None = None


Relation = tuple[str, str, str]
"""Id of the subject, predicate, id of the object."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article: what stands in its text, and how it is related."""

    id: str
    text: str
    things: tuple[Thing, ...] = ()
    relations: frozenset[Relation] = frozenset()


def read_documents(path: Path) -> tuple[Document, ...]:
    """Return the documents of a file in its order; raises EvaluationError with the line that is broken."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'})") from error
    found: dict[str, Document] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = to_document(json.loads(line))
        except (json.JSONDecodeError, EvaluationError) as error:
            raise EvaluationError(f"{path}:{number}: not gold in JSON Lines: {error}; docs/evaluation.md tells its shape") from error
        if document.id in found:
            raise EvaluationError(f"{path}:{number}: the document {document.id} stands twice")
        found[document.id] = document
    if not found:
        raise EvaluationError(f"{path}: holds no documents")
    return tuple(found.values())


def to_document(data: Any) -> Document:
    """Return the document that one line holds; raises EvaluationError for what cannot be scored."""
    try:
        things = tuple(_to_thing(entry) for entry in data.get("entities", ()))
        relations = frozenset((entry["subject"], entry["predicate"], entry["object"]) for entry in data.get("relations", ()))
        document = Document(data["id"], data.get("text", ""), things, relations)
    except (KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(f"{error} is missing or of another kind") from error
    ids = [thing.id for thing in things]
    for name in ids:
        if ids.count(name) > 1:
            raise EvaluationError(f"the entity {name} stands twice")
    for subject, predicate, target in document.relations:
        if not {subject, target} <= set(ids):
            raise EvaluationError(f"the relation {subject} {predicate} {target} joins no two entities")
    return document


def _to_thing(entry: Mapping[str, Any]) -> Thing:
    spans = tuple(Span(mention["start"], mention["end"]) for mention in entry.get("mentions", ()))
    for span in spans:
        if not 0 <= span.start < span.end:
            raise EvaluationError(f"the mention {span.start}-{span.end} of {entry['id']} is empty")
    return Thing(entry["id"], spans, frozenset(entry.get("types") or ()), to_title(entry.get("wikipedia")))


def to_title(link: str | None) -> str | None:
    """The title of a Wikipedia article, whether title or address, as Wikipedia writes it in addresses.

    >>> to_title("https://en.wikipedia.org/wiki/new%20York"), to_title("")
    ('New_York', None)
    """
    name = unquote((link or "").rpartition("/wiki/")[2].partition("#")[0])
    title = "_".join(name.replace("_", " ").split())
    return title[:1].upper() + title[1:] or None


def write_documents(documents: Iterable[Document], path: Path) -> None:
    """Write the documents in the shape in which they are read; raises KgError where that fails."""
    lines = (json.dumps(to_data(document), ensure_ascii=False) + "\n" for document in documents)
    write_all(path.parent, {path.name: "".join(lines)})


def to_data(document: Document) -> dict[str, Any]:
    """Return the document as one line holds it."""
    entities = [
        {
            "id": thing.id,
            "mentions": [{"start": span.start, "end": span.end, "text": document.text[span.start : span.end]} for span in thing.mentions],
            "types": sorted(thing.types),
            "wikipedia": thing.link,
        }
        for thing in document.things
    ]
    relations = [{"subject": one, "predicate": predicate, "object": other} for one, predicate, other in sorted(document.relations)]
    return {"id": document.id, "text": document.text, "entities": entities, "relations": relations}
