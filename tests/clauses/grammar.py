"""Sentences -> what the grammar says of their words, as plain tuples; and a maker of trees by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from corpus import open_reader

from kg.article import to_article
from kg.background import open_background
from kg.clauses import RULES, find_predications
from kg.clauses.grammar import Grammar
from kg.masks import mask_names
from kg.mentions import find_mentions
from kg.parse import parse, parse_again
from kg.records import NEWS_BLOCKS, Phrase, Predication
from kg.syntax import Tree, to_tree


@dataclass(frozen=True)
class Said:
    """A trigger with what is expected in its slots; an empty slot must hold nothing."""

    lemma: str
    stance: str | None
    slots: dict[str, list[str]] = field(default_factory=dict)


Row = tuple[str | Said, ...]
"""A sentence and what is expected of its words."""


def says(lemma: str, stance: str | None = None, **slots: str | Sequence[str]) -> Said:
    """What is expected of a word: its stance, if it matters, and the words in its slots ("<build>" for the clause of "build").

    A trailing "_" of a slot is dropped, and "__" stands for a space.

    >>> says("buy", obj="Nordlund", in_="May").slots
    {'obj': ['Nordlund'], 'in': ['May']}
    """
    named = {slot.rstrip("_").replace("__", " "): [words] if isinstance(words, str) else list(words) for slot, words in slots.items()}
    return Said(lemma, stance, {slot: [word for word in words if word] for slot, words in named.items()})


@cache
def read(text: str) -> tuple[Tree, tuple[Predication, ...]]:
    """The tree of a text and its predications, made as the pipeline makes them; a text without a full stop is a headline."""
    reader, background = open_reader(), open_background()
    article = to_article(f"{text}\n", source="test.txt")
    parsed = parse(article, reader.nlp)
    mentions = find_mentions(parsed, reader.ontology, background)
    words = mask_names(parsed.doc, mentions, reader.ontology, background)
    tree = to_tree(parsed.doc, mentions, reader.lexis, parse_again(parsed, words, reader.nlp))
    return tree, find_predications(tree, mentions, [block.span for block in article.blocks if block.kind in NEWS_BLOCKS], reader.lexis)


def to_words(tree: Tree, phrase: Phrase) -> str:
    """The core of a phrase as it stands in the text."""
    if phrase.is_clause:
        return f"<{tree.words[phrase.head]}>"
    core = tree.find_core(phrase.head)
    tokens = range(core[0], core[-1] + 1)
    pieces = [tree.words[token] + (" " if token < core[-1] and tree.starts[token + 1] > tree.ends[token] else "") for token in tokens]
    return "".join(pieces).strip()


def to_slots(tree: Tree, predication: Predication, slots: Iterable[str]) -> dict[str, list[str]]:
    """The words in some slots of a predication, each once, at the word itself and not below its fillers."""
    found: dict[str, list[str]] = {slot: [] for slot in slots}
    for filler in predication.fillers:
        if filler.slot in found and filler.depth == 0:
            found[filler.slot] += [word for phrase in filler.phrases if (word := to_words(tree, phrase)) not in found[filler.slot]]
    return found


def find_mismatches(row: Row) -> list[str]:
    """What a sentence does not say as expected; of several triggers with one lemma the best agreeing counts."""
    text, *expected = row
    assert isinstance(text, str)
    tree, predications = read(text)
    mismatches = []
    for said in expected:
        assert isinstance(said, Said)
        found = [
            (predication.stance.value, to_slots(tree, predication, said.slots))
            for predication in predications
            if predication.lemma == said.lemma
        ]
        if not any(slots == said.slots and said.stance in {None, stance} for stance, slots in found):
            mismatches.append(f"{said.lemma}: expected {said.stance or ''} {said.slots}, found {found or 'no such trigger'}")
    return mismatches


def make_tree(text: str, names: str = "") -> Tree:
    """A tree by hand: "word TAG dep head" joined with " | ", heads counted from 0; each word of ``names`` becomes a name of its own.

    >>> make_tree("Acme NNP nsubj 1 | grew VBD ROOT 1").children
    [[], [0]]
    """
    rows = [entry.split() for entry in text.split(" | ")]
    words, tags, deps = ([row[place] for row in rows] for place in range(3))
    starts = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]
    named = names.split()
    return Tree(
        words=list(words),
        lemmas=[LEMMAS.get(word, word.lower()) for word in words],
        tags=list(tags),
        deps=list(deps),
        heads=[int(row[3]) for row in rows],
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentences=[(0, len(words))],
        sentence_of=[0] * len(words),
        names=[named.index(word) if word in named else -1 for word in words],
        actors=[word in named for word in words],
    )


LEMMAS = {
    "is": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "has": "have",
    "had": "have",
    "bought": "buy",
    "said": "say",
    "built": "build",
}


def find_slots(tree: Tree, trigger: str, *slots: str) -> dict[str, list[str]]:
    """The words in some slots of a word of a tree made by hand."""
    grammar, token = Grammar(tree, RULES), tree.words.index(trigger)
    found: dict[str, list[str]] = {slot: [] for slot in slots}
    for filler in grammar.find_fillers(token):
        if filler.slot in found and filler.depth == 0:
            found[filler.slot] += [to_words(tree, phrase) for phrase in filler.phrases]
    return found
