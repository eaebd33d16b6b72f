"""Doc -> columns of plain lists: each attribute that the search for names asks for again and again is read from spaCy once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME_TAGS = frozenset({"NNP", "NNPS"})
LONG_WORD = 4
TITLE_SHARE = 0.8
INNER_CAPITAL = re.compile(r"(?:[A-Z][’']|Mc|Mac)[A-ZÀ-Þ][a-z]")
STOPS = frozenset(".!?…")
QUOTES = frozenset("\"'“”‘’«»")
DASHES = frozenset({"-", "–", "—"})
APOSTROPHES = frozenset({"’s", "'s", "’", "'"})
"""What a possessive ends with."""


class Words:
    """The words of a document; every list is indexed by token."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = [token.text for token in doc]
        self.lower = [text.lower() for text in self.text]
        self.tag, self.dep = _read(doc, "TAG"), _read(doc, "DEP")
        self.head: list[int] = [token + step for token, step in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
        self.lemma = [lemma.lower() for lemma in _read(doc, "LEMMA")]
        self.spaced = [bool(token.whitespace_) for token in doc]
        self.ent = [""] * len(doc)
        for ent in doc.ents:
            self.ent[ent.start : ent.end] = [ent.label_] * (ent.end - ent.start)
        self.sentence = [0] * len(doc)
        self.sentences: list[tuple[int, int]] = []
        for number, sent in enumerate(doc.sents):
            self.sentences.append((sent.start, sent.end))
            self.sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token those that hang on it, in text order."""
        found: list[list[int]] = [[] for _ in self.text]
        for token, head in enumerate(self.head):
            if head != token:
                found[head].append(token)
        return found

    @cached_property
    def titled(self) -> list[bool]:
        """For each sentence whether it writes nearly all its long words with a capital, as some headlines do."""
        return [self._is_titled(start, end) for start, end in self.sentences]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the document writes somewhere with a small letter."""
        return frozenset(text for text in self.text if text.islower())

    def _is_titled(self, start: int, end: int) -> bool:
        while end > start and not self.text[end - 1].strip():
            end -= 1
        words = [text for text in self.text[start:end] if text.isalpha() and len(text) >= LONG_WORD]
        is_sentence = end > start and self.text[end - 1] in STOPS
        return len(words) > 2 and not is_sentence and sum(word[0].isupper() for word in words) / len(words) > TITLE_SHARE

    def is_titled(self, token: int) -> bool:
        """Whether the sentence around a token is in Title Case, so that a capital says nothing."""
        return self.titled[self.sentence[token]]

    def starts_sentence(self, token: int) -> bool:
        """Whether a token is the first word of its sentence, behind quotation marks and dashes."""
        first = self.sentences[self.sentence[token]][0]
        return all(not self.text[before].isalnum() for before in range(first, token))

    def is_capital(self, token: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[token][:1].isupper()

    def is_hyphened(self, token: int) -> bool:
        """Whether a hyphen ties a word to the one before it ("start-up", "co-op")."""
        return token > 1 and self.text[token - 1] == "-" and not self.spaced[token - 1] and not self.spaced[token - 2]

    def is_name_word(self, token: int) -> bool:
        """Whether a token is a proper noun with a capital, or has a second one ("O’Brien")."""
        return self.is_capital(token) and (self.tag[token] in NAME_TAGS or INNER_CAPITAL.match(self.text[token]) is not None)

    def root(self, start: int, end: int) -> int:
        """The head of a run of tokens: the first whose own head lies outside."""
        return next((token for token in range(start, end) if not start <= self.head[token] < end or self.head[token] == token), end - 1)

    def is_modifier(self, start: int, end: int) -> bool:
        """Whether a run of tokens stands before a noun that it belongs to ("the Hallgren government")."""
        root = self.root(start, end)
        is_before_noun = self.dep[root] in {"compound", "nmod", "poss", "amod"} and self.head[root] >= end
        return is_before_noun or self.at(end) in DASHES

    def surface(self, start: int, end: int) -> str:
        """The text of a run of tokens."""
        return "".join(text + " " * spaced for text, spaced in zip(self.text[start:end], self.spaced[start:end], strict=True)).strip()

    def at(self, token: int) -> str:
        """The word of a token in small letters; empty outside the document."""
        return self.lower[token] if 0 <= token < len(self.text) else ""


def _read(doc: Doc, attribute: str) -> list[str]:
    """The text that an attribute of each word stands for: of few words, each looked up once."""
    numbers = doc.to_array(attribute).tolist()
    texts = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [texts[number] for number in numbers]
