"""Ontology <-> JSON in the user's cache folder; whatever is wrong with the file, it is as if it were not there."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.ontology.record import ClassInfo, Ontology, PropertyInfo, Role, Sense
from kg.records import Iri

FORMAT = 1
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
    roles: dict[Role, int] = {}
    senses: dict[Sense, int] = {}
    for table in (ontology.senses, ontology.stances):
        for sense in (sense for group in table.values() for sense in group):
            senses.setdefault(sense, len(senses))
            for role in sense.roles:
                roles.setdefault(role, len(roles))
    return {
        "roles": [[r.fills, r.slots, r.types, r.need, r.key, r.own, r.words] for r in roles],
        "packed_senses": [
            [s.target, s.kind, s.pos, s.words, [roles[r] for r in s.roles], s.supports, s.lacks, s.scope, s.controller, s.bare, s.width] for s in senses
        ],
        "classes": [[c.iri, c.label, c.supers, c.telling, c.telling_planned, c.comment, c.example] for c in ontology.classes.values()],
        "properties": [
            [p.iri, p.label, p.supers, p.domain, p.range, p.functional, p.comment, p.example] for p in ontology.properties.values()
        ],
        "senses": [[pos, word, [senses[s] for s in group]] for (pos, word), group in ontology.senses.items()],
        "stances": [[pos, word, [senses[s] for s in group]] for (pos, word), group in ontology.stances.items()],
        "class_nouns": ontology.class_nouns,
        "post_nouns": ontology.post_nouns,
        "transparent": sorted(ontology.transparent),
        "speech_verbs": sorted(ontology.speech_verbs),
        "post_labels": ontology.post_labels,
    }


def _unpack(data: dict[str, Any], digest: str) -> Ontology:
    roles = [Role(fills, tuple(slots), tuple(types), need, key, own, tuple(words)) for fills, slots, types, need, key, own, words in data["roles"]]
    senses = [
        Sense(target, kind, pos, tuple(words), tuple([roles[n] for n in numbers]), tuple(supports), tuple(lacks), tuple(scope), controller, bare, width)
        for target, kind, pos, words, numbers, supports, lacks, scope, controller, bare, width in data["packed_senses"]
    ]
    classes = [
        ClassInfo(iri, label, tuple(supers), tuple(telling), tuple(planned), comment, example)
        for iri, label, supers, telling, planned, comment, example in data["classes"]
    ]
    properties = [
        PropertyInfo(iri, label, tuple(supers), tuple(domain), tuple(range_), functional, comment, example)
        for iri, label, supers, domain, range_, functional, comment, example in data["properties"]
    ]
    return Ontology(
        hash=digest,
        classes={info.iri: info for info in classes},
        properties={info.iri: info for info in properties},
        senses=_unpack_table(data["senses"], senses),
        class_nouns=_iris(data["class_nouns"]),
        post_nouns=_iris(data["post_nouns"]),
        transparent=frozenset(data["transparent"]),
        stances=_unpack_table(data["stances"], senses),
        speech_verbs=frozenset(data["speech_verbs"]),
        post_labels=data["post_labels"],
    )


def _unpack_table(rows: list[Any], senses: list[Sense]) -> dict[tuple[str, str], tuple[Sense, ...]]:
    return {(pos, word): tuple([senses[n] for n in numbers]) for pos, word, numbers in rows}


def _iris(table: dict[str, str]) -> dict[str, Iri]:
    return {word: Iri(iri) for word, iri in table.items()}
