"""Ontology <-> JSON in the user's cache folder; whatever is wrong with the file, it is as if it were not there."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.ontology.record import ClassInfo, Ontology, PropertyInfo, Role, Sense

FORMAT = 2
"""Raised whenever the shape of the file changes."""


def find_cache_file(digest: str) -> Path:
    """Return the file for this content, below XDG_CACHE_HOME."""
    base = os.environ.get("XDG_CACHE_HOME")
    folder = Path(base) if base else Path.home() / ".cache"
    return folder / "kg-news" / f"ontology-{FORMAT}-{digest[:32]}.json"


def read_cache(digest: str) -> Ontology | None:
    """Return the ontology kept for ``digest``, or None when there is none or its checksum is wrong."""
    try:
        checksum, _, body = find_cache_file(digest).read_bytes().partition(b"\n")
        if checksum.decode() != sha256(body).hexdigest():
            return None
        return _unpack(json.loads(body), digest)
    except (OSError, RuntimeError, ValueError):
        return None


def write_cache(ontology: Ontology) -> None:
    """Keep the ontology for the next run; a folder that cannot be written is no error."""
    body = json.dumps(_pack(ontology), ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError, RuntimeError):
        file = find_cache_file(ontology.hash)
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"{file.name}.{os.getpid()}")
        part.write_bytes(sha256(body).hexdigest().encode() + b"\n" + body)
        part.replace(file)


def _pack(ontology: Ontology) -> dict[str, Any]:
    """Write every role and sense once; the tables refer to them by number, which keeps file and loading small."""
    tables = (ontology.senses, ontology.stances)
    senses = {sense: number for number, sense in enumerate(dict.fromkeys(s for table in tables for group in table.values() for s in group))}
    roles = {role: number for number, role in enumerate(dict.fromkeys(role for sense in senses for role in sense.roles))}
    return {
        "roles": [_to_row(role) for role in roles],
        "packed_senses": [{**_to_row(sense), "roles": [roles[role] for role in sense.roles]} for sense in senses],
        "classes": [_to_row(info) for info in ontology.classes.values()],
        "properties": [_to_row(info) for info in ontology.properties.values()],
        "senses": [[pos, word, [senses[s] for s in group]] for (pos, word), group in ontology.senses.items()],
        "stances": [[pos, word, [senses[s] for s in group]] for (pos, word), group in ontology.stances.items()],
        "class_nouns": ontology.class_nouns,
        "post_nouns": ontology.post_nouns,
        "transparent": sorted(ontology.transparent),
        "speech_verbs": sorted(ontology.speech_verbs),
        "post_labels": ontology.post_labels,
    }


def _to_row(record: Role | Sense | ClassInfo | PropertyInfo) -> dict[str, Any]:
    """The fields that differ from their default."""
    values = {f.name: (getattr(record, f.name), f.default) for f in fields(record)}
    return {name: value for name, (value, default) in values.items() if value != default}


def _from_row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if type(value) is list else value for name, value in row.items()}


def _unpack(data: dict[str, Any], digest: str) -> Ontology:
    roles = [Role(**_from_row(row)) for row in data["roles"]]
    senses = [Sense(**{**_from_row(row), "roles": tuple([roles[n] for n in row["roles"]])}) for row in data["packed_senses"]]
    classes = [ClassInfo(**_from_row(row)) for row in data["classes"]]
    properties = [PropertyInfo(**_from_row(row)) for row in data["properties"]]
    return Ontology(
        hash=digest,
        classes={info.iri: info for info in classes},
        properties={info.iri: info for info in properties},
        senses=_unpack_table(data["senses"], senses),
        class_nouns=data["class_nouns"],
        post_nouns=data["post_nouns"],
        transparent=frozenset(data["transparent"]),
        stances=_unpack_table(data["stances"], senses),
        speech_verbs=frozenset(data["speech_verbs"]),
        post_labels=data["post_labels"],
    )


def _unpack_table(rows: list[Any], senses: list[Sense]) -> dict[tuple[str, str], tuple[Sense, ...]]:
    return {(pos, word): tuple([senses[n] for n in numbers]) for pos, word, numbers in rows}
