"""Ontology <-> a marshalled file in the user's cache folder; whatever is wrong with the file, it is as if it were not there."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.ontology.record import ClassInfo, Ontology, PropertyInfo, Role, Sense

FORMAT = 6
"""Raised whenever the shape of the file changes."""


KEPT = 8
"""How many compiled ontologies stay on disk, the newest."""


def find_cache_file(digest: str) -> Path:
    """Return the file for this content and this Python, below XDG_CACHE_HOME."""
    base = os.environ.get("XDG_CACHE_HOME")
    folder = Path(base) if base else Path.home() / ".cache"
    return folder / "kg-news" / f"ontology-{FORMAT}-{sys.implementation.cache_tag}-{digest[:32]}"


def read_cache(digest: str) -> Ontology | None:
    """Return the ontology kept for ``digest``, or None when there is none or its checksum is wrong."""
    try:
        checksum, _, body = find_cache_file(digest).read_bytes().partition(b"\n")
        if checksum.decode() != sha256(body).hexdigest():
            return None
        return _unpack(marshal.loads(body), digest)
    except (OSError, RuntimeError, ValueError, EOFError, TypeError):
        return None


def write_cache(ontology: Ontology) -> None:
    """Keep the ontology for the next run; a folder that cannot be written is no error."""
    body = marshal.dumps(_pack(ontology))
    with suppress(OSError, RuntimeError):
        file = find_cache_file(ontology.hash)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        part.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
        part.replace(file)
        for old in sorted(file.parent.glob("ontology-*"), key=lambda other: other.stat().st_mtime)[:-KEPT]:
            old.unlink()


def _pack(ontology: Ontology) -> dict[str, Any]:
    """Write every role and sense once; the tables refer to them by number, which keeps file and loading small."""
    tables = (ontology.senses, ontology.stances)
    senses = {sense: number for number, sense in enumerate(dict.fromkeys(s for table in tables for group in table.values() for s in group))}
    roles = {role: number for number, role in enumerate(dict.fromkeys(role for sense in senses for role in sense.roles))}
    return {
        "roles": [_to_row(role) for role in roles],
        "rows": [(_to_row(sense), [roles[role] for role in sense.roles]) for sense in senses],
        "classes": [_to_row(info) for info in ontology.classes.values()],
        "properties": [_to_row(info) for info in ontology.properties.values()],
        "senses": {key: [senses[s] for s in group] for key, group in ontology.senses.items()},
        "stances": {key: [senses[s] for s in group] for key, group in ontology.stances.items()},
        "class_nouns": ontology.class_nouns,
        "post_nouns": ontology.post_nouns,
        "speech_verbs": ontology.speech_verbs,
        "post_labels": ontology.post_labels,
        "groups": {iri: sorted(words) for iri, words in ontology.groups.items()},
        "offices": sorted(ontology.offices),
        "company_posts": sorted(ontology.company_posts),
        "hearsay": sorted(ontology.hearsay),
    }


def _to_row(record: Role | Sense | ClassInfo | PropertyInfo) -> tuple[Any, ...]:
    """The fields in their order; a sense's roles stand beside its row."""
    return tuple(() if f.name == "roles" else getattr(record, f.name) for f in fields(record))


def _unpack(data: dict[str, Any], digest: str) -> Ontology:
    roles = [Role(*row) for row in data["roles"]]
    place = [f.name for f in fields(Sense)].index("roles")
    senses = []
    for row, numbers in data["rows"]:
        values: list[Any] = list(row)
        values[place] = tuple([roles[n] for n in numbers])
        senses.append(Sense(*values))
    return Ontology(
        hash=digest,
        classes={row[0]: ClassInfo(*row) for row in data["classes"]},
        properties={row[0]: PropertyInfo(*row) for row in data["properties"]},
        senses={key: tuple([senses[n] for n in numbers]) for key, numbers in data["senses"].items()},
        class_nouns=data["class_nouns"],
        post_nouns=data["post_nouns"],
        stances={key: tuple([senses[n] for n in numbers]) for key, numbers in data["stances"].items()},
        speech_verbs=data["speech_verbs"],
        post_labels=data["post_labels"],
        groups={iri: frozenset(words) for iri, words in data["groups"].items()},
        offices=frozenset(data["offices"]),
        company_posts=frozenset(data["company_posts"]),
        hearsay=frozenset(data["hearsay"]),
    )
