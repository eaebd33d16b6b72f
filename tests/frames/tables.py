"""The tables of tests/frames -> the kinds of row that each frame has, as a plain parse of the rows shows them."""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus import open_reader
from frames.reading import Row, Told

from kg.frames.happenings import ANY
from kg.namespaces import LEX
from kg.ontology import Ontology, Sense
from kg.records import Iri

if TYPE_CHECKING:
    from spacy.tokens import Token

PLAIN, TURNED, EMBEDDED, TWO_SENTENCES, NEGATIVES = (
    "plain",
    "passive or nominal",
    "embedded or coordinated",
    "two sentences",
    "two negatives",
)
KINDS = (PLAIN, TURNED, EMBEDDED, TWO_SENTENCES, NEGATIVES)
PASSIVE = frozenset({"nsubjpass", "auxpass", "agent"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "csubj", "conj", "parataxis"})
"""How a clause hangs on another, and a member of a list on the first."""
BESIDE = frozenset({"relcl", "advcl", "conj", "parataxis"})
"""Those of them that no verb asks for ("promised *to leave*" is one plain clause)."""


NO_PASSIVE = frozenset({"have", "boast", "number", "count", "account", "account for", "make up", "represent", "face", "risk"})
"""Verbs of what something has or amounts to."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A row, and the frames that its test compares."""

    text: str
    told: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a row as the parse has it; ``forms`` are its lemma and itself, ``pos`` that of the senses that it may be a word of."""

    forms: frozenset[str]
    pos: str
    is_turned: bool
    is_below: bool


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a row's text."""

    words: tuple[Word, ...]
    sentences: int
    is_compound: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A class or property that senses make, by its local name."""

    name: str
    senses: tuple[Sense, ...]

    def find_heads(self) -> dict[str, frozenset[str]]:
        """The heads of its words for each part of speech: "set" of "set up", "tax" of "import tax"."""
        found: dict[str, set[str]] = defaultdict(set)
        for sense in self.senses:
            found[sense.pos].update(word.split()[-1 if sense.pos == "noun" else 0] for word in sense.words)
        return {pos: frozenset(words) for pos, words in found.items()}

    def can_turn(self) -> bool:
        """Whether its words have another form than the active verb: a noun or adjective, or an object that a passive begins with."""
        return any(sense.pos in {"noun", "adj"} or _has_passive(sense) for sense in self.senses)


def _has_passive(sense: Sense) -> bool:
    has_object = any(role.need and role.fills != LEX + "anchor" and "obj" in role.slots for role in sense.roles)
    return sense.pos == "verb" and has_object and not NO_PASSIVE.issuperset(sense.words)


def list_frames(ontology: Ontology) -> Iterator[Frame]:
    """The frames that the lexicon reads, by name."""
    by_target: dict[Iri, list[Sense]] = defaultdict(list)
    for sense in dict.fromkeys(sense for group in ontology.senses.values() for sense in group):
        by_target[sense.target].append(sense)
    for target in sorted(by_target, key=_to_local):
        yield Frame(_to_local(target), tuple(by_target[target]))


@cache
def list_rows() -> tuple[Tried, ...]:
    """Every row that a test of tests/frames compares, but for the known gaps."""
    modules = [vars(importlib.import_module(f"frames.{file.stem}")) for file in sorted(Path(__file__).parent.glob("test_*.py"))]
    return tuple(tried for module in modules if "agree" in module for tried in _try_all(module))


def _try_all(module: dict[str, Any]) -> list[Tried]:
    """Call the module's tests with an ``agree`` that notes what it is asked and finds nothing to compare."""
    tried: list[Tried] = []

    def note(row: Row, *names: str) -> tuple[list[Told], list[Told]]:
        tried.append(Tried(row[0], frozenset(name for name, *_ in row[1:]), frozenset(names)))
        return [], []

    tests = [value for name, value in module.items() if name.startswith("test_") and name != "test_known_gaps"]
    compare, module["agree"] = module["agree"], note
    try:
        for test in tests:
            if "agree" in test.__code__.co_names:
                _run(test)
    finally:
        module["agree"] = compare
    return tried


def _run(test: Callable[..., None]) -> None:
    for mark in getattr(test, "pytestmark", ()):
        if mark.name == "parametrize":
            for values in mark.args[1]:
                test(values) if isinstance(mark.args[0], str) else test(*values)


def find_lacking(frame: Frame) -> tuple[str, ...]:
    """The kinds of row that a frame lacks."""
    heads = frame.find_heads()
    kinds = set() if frame.can_turn() else {TURNED}
    negatives = set()
    for tried in list_rows():
        if frame.name in tried.told:
            kinds.update(_find_kinds(_read_all()[tried.text], heads))
        elif frame.name in tried.names and _has_word(_read_all()[tried.text], heads):
            negatives.add(tried.text)
    if len(negatives) > 1:
        kinds.add(NEGATIVES)
    return tuple(kind for kind in KINDS if kind not in kinds)


def _find_kinds(text: Text, heads: dict[str, frozenset[str]]) -> Iterator[str]:
    triggers = [word for word in text.words if _is_among(word, heads.get(word.pos, frozenset()))]
    if text.sentences > 1:
        yield TWO_SENTENCES
    if any(word.is_turned for word in triggers):
        yield TURNED
    if text.is_compound or any(word.is_below for word in triggers):
        yield EMBEDDED
    elif text.sentences == 1:
        yield PLAIN


def _has_word(text: Text, heads: dict[str, frozenset[str]]) -> bool:
    """Whether a word of the frame stands in the text, as any part of speech; every text has names."""
    return "name" in heads or any(_is_among(word, group) for word in text.words for group in heads.values())


def _is_among(word: Word, heads: frozenset[str]) -> bool:
    return not word.forms.isdisjoint(heads) or word.pos == "verb" and ANY in heads


@cache
def _read_all() -> dict[str, Text]:
    """What the parser sees in the rows' texts."""
    texts = sorted({tried.text for tried in list_rows()})
    return {
        doc.text: Text(tuple(map(_to_word, doc)), len([*doc.sents]), any(token.dep_ in BESIDE for token in doc))
        for doc in open_reader().nlp.pipe(texts, disable=["ner"])
    }


def _to_word(token: Token) -> Word:
    is_verb = token.pos_ in {"VERB", "AUX"}
    return Word(
        forms=frozenset({token.lemma_.lower(), token.lower_}),
        pos="verb" if is_verb else "noun" if token.pos_ in {"NOUN", "PROPN"} else "adj",
        is_turned=not is_verb or token.dep_ == "acl" or any(child.dep_ in PASSIVE for child in token.children),
        is_below=any(other.dep_ in CLAUSES for other in (token, *token.ancestors)),
    )


def _to_local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
