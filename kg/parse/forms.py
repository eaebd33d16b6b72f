"""Parsed words -> their lemma and part of speech, worked out once for each word, tag and relation.

A model's attribute ruler and its rule lemmatizer look at one word at a time, but for a few phrases ("gonna", "there is"), and match some
two hundred patterns to do it. News says the same words again and again; so what they say of a word is remembered, and only new words and
sentences with such phrases are given to them.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

RULER, LEMMATIZER, FORMS = "attribute_ruler", "lemmatizer", "kg_forms"
MOST_REMEMBERED = 200_000
"""When so many words are known, all are forgotten: memory stays flat over any number of articles."""

Key = tuple[int, int, int]
"""Of a word: its text, tag and relation, as numbers of the vocabulary."""
Form = tuple[int, int, int]
"""Of a word: its tag, part of speech and lemma."""


def remember_forms(nlp: Language) -> None:
    """Put a WordForms in the place of the attribute ruler and lemmatizer, where both look at words alone."""
    if RULER not in nlp.pipe_names or LEMMATIZER not in nlp.pipe_names:
        return
    ruler, lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return
    entries: list[dict[str, Any]] = ruler.patterns
    signs = [_find_sign(pattern) for entry in entries for pattern in entry["patterns"] if len(pattern) > 1]
    if None in signs:
        return
    forms = nlp.add_pipe(FORMS, before=LEMMATIZER)
    assert isinstance(forms, WordForms)
    forms.prepare(ruler, lemmatizer, {sign for sign in signs if sign is not None})
    nlp.remove_pipe(RULER)
    nlp.remove_pipe(LEMMATIZER)


def _find_sign(pattern: list[dict[str, Any]]) -> tuple[str, str] | None:
    """Return a word or relation without which a pattern of several words cannot match."""
    for name in ("DEP", "LOWER"):
        for word in pattern:
            value = word.get(name)
            if isinstance(value, str):
                return name, value
    return None


@Language.factory(FORMS)
class WordForms:
    """Sets tag, part of speech and lemma of each word, as the components that it stands for would; morphology is left out."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.vocab = nlp.vocab
        self.name = name
        self.known: dict[Key, Form] = {}

    def prepare(self, ruler: AttributeRuler, lemmatizer: Lemmatizer, signs: set[tuple[str, str]]) -> None:
        """Take the components that it stands for, and the signs of phrases that must be seen whole."""
        self.ruler, self.lemmatizer = ruler, lemmatizer
        self.words = {self.vocab.strings.add(value) for name, value in signs if name == "LOWER"}
        self.relations = {self.vocab.strings.add(value) for name, value in signs if name == "DEP"}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one parsed text."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate parsed texts, the new words of a batch together."""
        texts = iter(stream)
        while docs := list(islice(texts, batch_size)):
            keys: list[list[Key]] = [[*map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())] for doc in docs]
            whole = [self._must_be_whole(doc, each) for doc, each in zip(docs, keys, strict=True)]
            self._learn({key for each, is_whole in zip(keys, whole, strict=True) if not is_whole for key in each})
            for doc, each, is_whole in zip(docs, keys, whole, strict=True):
                if is_whole:
                    self.lemmatizer(self.ruler(doc))
                else:
                    for token, key in zip(doc, each, strict=True):
                        token.tag, token.pos, token.lemma = self.known[key]
            yield from docs

    def _must_be_whole(self, doc: Doc, keys: list[Key]) -> bool:
        """Whether a text has a word or relation of a phrase that says more than its words."""
        return any(dep in self.relations for _, _, dep in keys) or not self.words.isdisjoint(doc.to_array("LOWER").tolist())

    def _learn(self, keys: set[Key]) -> None:
        if len(self.known) > MOST_REMEMBERED:
            self.known.clear()
        new = sorted(keys.difference(self.known))
        if not new:
            return
        texts = self.vocab.strings
        doc = Doc(
            self.vocab,
            words=[texts[orth] for orth, _, _ in new],
            tags=[texts[tag] for _, tag, _ in new],
            deps=[texts[dep] for _, _, dep in new],
        )
        for key, token in zip(new, self.lemmatizer(self.ruler(doc)), strict=True):
            self.known[key] = (token.tag, token.pos, token.lemma)
