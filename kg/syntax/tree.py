"""ParsedArticle -> Tree: the parse as plain lists that the text stages share, with the model's usual mistakes repaired.

Labels are those of ClearNLP's dependency guidelines (Choi and Palmer 2012), which the English model was trained on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.records import Phrase, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "appos", "parataxis"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})
OUTSIDE_CORE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "preconj", "punct", "parataxis", "ccomp", "case", "parenthesis"})
INSIDE_PREPOSITIONS = frozenset({"of", "for", "on"})


@dataclass(slots=True)
class Tree:
    """Parallel lists over the tokens of one article; ``heads[i] == i`` for a root, ``children[i]`` in text order.

    ``names[i]`` is the number of the name that token ``i`` belongs to, or -1.
    """

    words: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]
    names: list[int]
    verbs: frozenset[str] = frozenset()
    children: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.link_children()

    def link_children(self) -> None:
        """Derive ``children`` anew from ``heads``."""
        self.children = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token and not self.words[token].isspace():
                self.children[head].append(token)

    # ------------------------------------------------------------ walking

    def find_child(self, token: int, *deps: str) -> int | None:
        """The first child with one of the labels."""
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

    def find_children(self, token: int, *deps: str) -> list[int]:
        """All children with one of the labels, in text order."""
        return [child for child in self.children[token] if self.deps[child] in deps]

    def find_word_before(self, token: int) -> str:
        """The word before a token in small letters, white space aside; empty at the start."""
        while token > 0 and self.words[token - 1].isspace():
            token -= 1
        return self.words[token - 1].lower() if token > 0 else ""

    def find_ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def find_subtree(self, token: int, *, without: Iterable[str] = ()) -> list[int]:
        """The token and all below it, sorted; subtrees hanging by a label in ``without`` are left out."""
        skipped = frozenset(without)
        found: list[int] = []
        stack = [token]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(child for child in self.children[current] if self.deps[child] not in skipped)
        return sorted(found)

    def find_conjuncts(self, token: int) -> list[int]:
        """The token and the later members of its coordination, in text order."""
        found = [token]
        for member in found:
            found.extend(child for child in self.children[member] if self.deps[child] == "conj")
        return sorted(found)

    def is_verb(self, token: int) -> bool:
        """Whether the token is a full verb (no auxiliary)."""
        return self.tags[token] in VERB_TAGS and self.deps[token] not in AUXILIARIES and self.deps[token] != "amod"

    def is_noun(self, token: int) -> bool:
        """Whether the token is a common or proper noun."""
        return self.tags[token] in NOUN_TAGS

    def is_pronoun(self, token: int) -> bool:
        """Whether the token is a personal, possessive or demonstrative pronoun."""
        return self.tags[token] in {"PRP", "PRP$"} or (self.tags[token] == "DT" and self.deps[token] != "det")

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is in the passive voice."""
        if any(self.deps[child] in {"auxpass", "nsubjpass", "csubjpass"} for child in self.children[verb]):
            return True
        return self.tags[verb] == "VBN" and self.find_child(verb, "agent") is not None and not self.has_finite_auxiliary(verb)

    def has_finite_auxiliary(self, verb: int) -> bool:
        """Whether a form of "have" makes the participle active."""
        return any(self.deps[c] == "aux" and self.lemmas[c] == "have" for c in self.children[verb])

    def is_infinitive(self, verb: int) -> bool:
        """Whether "to" marks the verb."""
        return any(self.tags[child] == "TO" for child in self.children[verb])

    # ------------------------------------------------------------ spans

    def to_span(self, tokens: Sequence[int]) -> Span:
        """The characters from the first to the last token, punctuation at both ends left out."""
        first, last = 0, len(tokens) - 1
        while first < last and self.deps[tokens[first]] in {"punct", "cc", "case"}:
            first += 1
        while last > first and (self.deps[tokens[last]] in {"punct", "cc"} or self.words[tokens[last]].isspace()):
            last -= 1
        return Span(self.starts[tokens[first]], self.ends[tokens[last]])

    def to_phrase(self, head: int) -> Phrase:
        """The whole constituent under a token."""
        deps = self.deps
        is_clause = self.is_verb(head) and deps[head] not in {"amod", "compound"}
        without = ("conj", "cc", "preconj", "parenthesis") if not is_clause else ("parenthesis",)
        return Phrase(head, self.to_span(self.find_subtree(head, without=without)), is_clause)

    def find_core(self, head: int) -> list[int]:
        """The tokens of a noun phrase without clauses, appositions and conjuncts; only close prepositions stay."""
        found = [head]
        for child in self.children[head]:
            dep = self.deps[child]
            if dep in OUTSIDE_CORE and not (dep == "acl" and child < head):
                continue
            if dep == "prep":
                if self.words[child].lower() in INSIDE_PREPOSITIONS and self._is_close(child, head):
                    found.extend(self.find_subtree(child, without=("relcl", "appos", "advcl", "punct")))
                continue
            if child < head or dep in {"nummod", "nmod", "compound", "amod"}:
                found.extend(self.find_subtree(child, without=("relcl", "appos")))
        return _contiguous(sorted(found), head)

    def _is_close(self, preposition: int, head: int) -> bool:
        return preposition == head + 1

    def to_sentence_span(self, token: int) -> Span:
        """The sentence around a token, white space at its ends left out."""
        first, last = self.sentences[self.sentence_of[token]]
        while last > first + 1 and self.words[last - 1].isspace():
            last -= 1
        while first < last - 1 and self.words[first].isspace():
            first += 1
        return Span(self.starts[first], self.ends[last - 1])


def _contiguous(tokens: list[int], head: int) -> list[int]:
    """The run of neighbouring tokens around the head (punctuation such as hyphens may bridge a gap of one)."""
    place = tokens.index(head)
    first, last = place, place
    while first > 0 and tokens[first] - tokens[first - 1] <= 2:
        first -= 1
    while last < len(tokens) - 1 and tokens[last + 1] - tokens[last] <= 2:
        last += 1
    return tokens[first : last + 1]
