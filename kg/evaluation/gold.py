"""NAME.gold.yaml beside NAME.txt -> Account; the format is told in data/articles/ANNOTATION.md."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from kg.errors import EvaluationError
from kg.evaluation import scheme
from kg.evaluation.account import Account, Fact, Filler, Happening, Measure, Passage, RolePlayed, Thing, to_duration, to_number
from kg.evaluation.words import find_sentence
from kg.ontology.record import Ontology
from kg.records import Stance

SUFFIX = ".gold.yaml"
HELD_OUT = "held-out"
"""The folder that is read only when it is asked for by name and by option."""


def find_gold(sources: Iterable[Path], *, held_out: bool = False) -> tuple[Path, ...]:
    """The gold files of folders (not of folders below them) and of files, article or gold, sorted and each once.

    With ``held_out`` a folder stands for its folder ``held-out``. Raises EvaluationError when a source has no gold, and when a held-out
    file is named without ``held_out``.
    """
    found: set[Path] = set()
    for source in sources:
        found.update(_gold_of(source, held_out))
    hidden = [path for path in found if path.resolve().parent.name == HELD_OUT]
    if hidden and not held_out:
        raise EvaluationError(f"{min(hidden)}: held-out articles are kept unseen until the end; score them with --held-out")
    return tuple(sorted(found))


def _gold_of(source: Path, held_out: bool) -> tuple[Path, ...]:
    if source.is_dir():
        folder = source / HELD_OUT if held_out and source.resolve().name != HELD_OUT else source
        paths = tuple(folder.glob(f"*{SUFFIX}"))
        if not paths:
            raise EvaluationError(f"{folder}: no file NAME{SUFFIX}; docs/evaluation.md tells how gold is written")
        return paths
    gold = source if source.name.endswith(SUFFIX) else source.with_name(source.stem + SUFFIX)
    if not gold.is_file():
        raise EvaluationError(f"{source}: no gold {gold.name} beside it")
    return (gold,)


def article_of(gold: Path) -> Path:
    """The article whose gold this is: NAME.txt for NAME.gold.yaml."""
    return gold.with_name(gold.name.removesuffix(SUFFIX) + ".txt")


def read_gold(path: Path, ontology: Ontology) -> Account:
    """The gold of one article, its names resolved against the ontology; raises EvaluationError for a file that cannot be scored."""
    try:
        text = article_of(path).read_text(encoding="utf-8")
        # The base loader leaves every scalar a string: "2025-03" and "2025-03-12" stay what they look like.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except OSError as error:
        raise EvaluationError(f"{error.filename}: {error.strerror}") from error
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise EvaluationError(f"{path}: not gold in YAML: {' '.join(str(error).split())}") from error
    try:
        return to_account(data, text, ontology)
    except EvaluationError as error:
        raise EvaluationError(f"{path}: {error}") from error


def to_account(data: Any, text: str, ontology: Ontology) -> Account:
    """The gold as it stands in the file (all scalars strings) as an Account of the article ``text``."""
    entries = _Entries(data, text, ontology)
    return Account(
        things=tuple(map(entries.to_thing, entries.listed("entities"))),
        happenings=tuple(map(entries.to_happening, entries.listed("events"))),
        facts=tuple(map(entries.to_fact, entries.listed("facts"))),
        passages=tuple(passage for entry in entries.listed("quotations") for passage in entries.to_passages(entry)),
        problems=tuple(entries.problems),
    )


class _Entries:
    """The entries of one gold file and what it takes to read them: ids, the text, the ontology."""

    def __init__(self, data: Any, text: str, ontology: Ontology) -> None:
        if not isinstance(data, Mapping):
            raise EvaluationError("expected a mapping with entities, events, facts and quotations")
        self.data, self.text, self.ontology = data, text, ontology
        self.problems: list[str] = []
        self.nodes: dict[str, Filler] = {}
        for kind, to_filler in (("entities", _entity_filler), ("events", _event_filler)):
            for entry in self.listed(kind):
                self._add_node(_need(entry, "id"), to_filler(entry))

    def _add_node(self, name: str, filler: Filler) -> None:
        if name in self.nodes:
            raise EvaluationError(f"the id {name} stands twice")
        self.nodes[name] = filler

    def listed(self, kind: str) -> list[Mapping[str, Any]]:
        entries = self.data.get(kind) or []
        if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
            raise EvaluationError(f"{kind}: expected a list of mappings")
        return entries

    def to_thing(self, entry: Mapping[str, Any]) -> Thing:
        name = _need(entry, "class")
        self._check(name, scheme.ENTITY_CLASSES, "entity class")
        names = _names(entry)
        return Thing(entry["id"], names, scheme.to_class(name, self.ontology), find_sentence(self.text, names[0]))

    def to_happening(self, entry: Mapping[str, Any]) -> Happening:
        name, words = _need(entry, "class"), _words(entry)
        self._check(name, scheme.EVENTS, "event class")
        sentence = find_sentence(self.text, words)
        roles = tuple(
            RolePlayed(scheme.to_role(role, name), self.to_filler(filler), sentence)
            for role, fillers in (entry.get("roles") or {}).items()
            for filler in self._checked_fillers(name, role, fillers)
        )
        class_iri = scheme.to_event_class(name)
        return Happening(entry["id"], class_iri, _stance(entry), roles, words or name, sentence)

    def _checked_fillers(self, event_class: str, role: str, fillers: str | list[str]) -> list[str]:
        self._check(role, (*scheme.EVENTS.get(event_class, role).split(), *scheme.COMMON_ROLES), f"role of {event_class}")
        return [fillers] if isinstance(fillers, str) else fillers

    def to_fact(self, entry: Mapping[str, Any]) -> Fact:
        predicate = _need(entry, "predicate")
        self._check(predicate, scheme.FACTS, "predicate")
        return Fact(
            self.to_filler(_need(entry, "subject")),
            scheme.to_predicate(predicate),
            self.to_filler(_need(entry, "object")),
            _stance(entry),
            find_sentence(self.text, _words(entry)),
        )

    def to_passages(self, entry: Mapping[str, Any]) -> tuple[Passage, ...]:
        texts = entry.get("text") or []
        speaker = entry.get("speaker")
        filler = self.to_filler(speaker) if speaker else None
        return tuple(Passage(text, filler) for text in ([texts] if isinstance(texts, str) else texts))

    def to_filler(self, written: str) -> Filler:
        known = self.nodes.get(written)
        if known is None and re.fullmatch(r"[ev]\d+", written):
            raise EvaluationError(f"the id {written} stands nowhere")
        return known or Filler((written,), measures=to_measures(written))

    def _check(self, name: str, known: Iterable[str], what: str) -> None:
        """Note a name that the scheme lacks; it is scored all the same, and can only be missed."""
        if name not in (names := tuple(known)):
            near = get_close_matches(name, names, n=1)
            self.problems.append(f"unknown {what} {name!r}" + (f"; the nearest is {near[0]!r}" if near else ""))


def _need(entry: Mapping[str, Any], key: str) -> str:
    if not entry.get(key):
        raise EvaluationError(f"{key!r} is missing in {dict(entry)}")
    return str(entry[key])


def _names(entry: Mapping[str, Any]) -> tuple[str, ...]:
    return (_need(entry, "name"), *(entry.get("aliases") or ()))


def _words(entry: Mapping[str, Any]) -> str:
    return str(entry.get("words") or "")


def _stance(entry: Mapping[str, Any]) -> Stance:
    written = entry.get("stance") or Stance.ASSERTED.value
    try:
        return Stance(written)
    except ValueError as error:
        raise EvaluationError(f"unknown stance {written!r}; the stances are {', '.join(Stance)}") from error


def _entity_filler(entry: Mapping[str, Any]) -> Filler:
    return Filler(_names(entry), node=entry["id"], named=True)


def _event_filler(entry: Mapping[str, Any]) -> Filler:
    return Filler((_words(entry) or _need(entry, "class"),), node=entry["id"])


_NUMBER = r"-?[\d,]*\.?\d+"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Measure]], ...] = (
    (rf"([A-Z]{{3}}) ?({_NUMBER})", lambda found: Measure("money", to_number(found[2]), found[1])),
    (rf"({_NUMBER}) ?(?:%|per ?cent)", lambda found: Measure("percentage", to_number(found[1]))),
    (r"\d{4}(?:-\d\d(?:-\d\d)?)?", lambda found: Measure("date", found[0])),
    (r"P(?=[\dT])[\dYMWDTHS.]+", lambda found: Measure("duration", to_duration(found[0]))),
    (rf"({_NUMBER})(?: +([^\W\d].*))?", lambda found: Measure("quantity", to_number(found[1]), found[2] or "")),
)


def to_measures(written: str) -> tuple[Measure, ...]:
    """The values that a filler of the gold may be, none for a text; four digits may be a year or a count.

    >>> to_measures("USD 2900000000")
    (Measure(kind='money', number='2900000000', unit='USD'),)
    >>> [measure.kind for measure in to_measures("2025")], to_measures("chief executive")
    (['date', 'quantity'], ())
    """
    forms = ((to_measure, re.fullmatch(pattern, written)) for pattern, to_measure in _FORMS)
    return tuple(to_measure(found) for to_measure, found in forms if found)
