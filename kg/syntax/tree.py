"""ParsedArticle -> Tree: the parse as plain lists that the text stages share, with the model's usual mistakes repaired.

Labels are those of ClearNLP's dependency guidelines (Choi and Palmer 2012), which the English model was trained on.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.records import Phrase, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
NO_FULL_VERB = frozenset({"aux", "auxpass", "amod", "prep"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
PASSIVE_DEPS = frozenset({"auxpass", "nsubjpass", "csubjpass"})
OUTSIDE_CORE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "preconj", "punct", "parataxis", "ccomp", "case", "parenthesis"})
INSIDE_PREPOSITIONS = frozenset({"of", "for", "on"})
CAUSATIVES = frozenset({"have", "get", "see", "want", "need"})


@dataclass(slots=True)
class Tree:
    """Parallel lists over the tokens of one article; ``heads[i] == i`` for a root, ``children[i]`` in text order.

    ``names[i]`` is the number of the name that token ``i`` belongs to, or -1; ``actors[i]`` tells whether it may name somebody who acts, a
    person, group or organisation, as far as the vocabulary knows; ``amounts[i]`` whether it tells money or a percentage. ``scores`` and
    ``ages`` hold the first and the last token of each score and age, in text order.
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
    actors: list[bool] = field(default_factory=list)
    amounts: list[bool] = field(default_factory=list)
    scores: list[tuple[int, int]] = field(default_factory=list)
    ages: list[tuple[int, int]] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lower = [word.lower() for word in self.words]
        self.actors = self.actors or [False] * len(self.words)
        self.amounts = self.amounts or [False] * len(self.words)
        self.link_children()

    # ------------------------------------------------------------ changing

    def link_children(self) -> None:
        """Derive ``children`` anew from ``heads``."""
        self.children = [[] for _ in self.words]
        for token, head in enumerate(self.heads):
            if head != token and not self.words[token].isspace():
                self.children[head].append(token)

    def hang(self, token: int, head: int, dep: str) -> bool:
        """Hang a token, with all below it, on another head; a move that would close a circle is left out and answered with False."""
        if head != token and token in self.find_ancestors(head):
            return False
        old = self.heads[token]
        self.heads[token], self.deps[token] = head, dep
        if self.words[token].isspace():  # which is nobody's child
            return True
        if old != token:
            self.children[old].remove(token)
        if head != token:
            insort(self.children[head], token)
        return True

    def promote(self, token: int, over: int, dep: str) -> None:
        """Put a token in the place of one that it hangs below, which then hangs on it by ``dep``."""
        head = self.heads[over]
        self.hang(token, token if head == over else head, self.deps[over])
        self.hang(over, token, dep)

    # ------------------------------------------------------------ walking

    def find_child(self, token: int, *deps: str) -> int | None:
        """The first child with one of the labels."""
        labels = self.deps
        for child in self.children[token]:
            if labels[child] in deps:
                return child
        return None

    def find_children(self, token: int, *deps: str) -> list[int]:
        """All children with one of the labels, in text order."""
        labels = self.deps
        return [child for child in self.children[token] if labels[child] in deps]

    def find_word_before(self, token: int) -> str:
        """The word before a token in small letters, white space aside; empty at the start."""
        while token > 0 and self.words[token - 1].isspace():
            token -= 1
        return self.lower[token - 1] if token > 0 else ""

    def find_word_after(self, token: int) -> str:
        """The word right after a token in small letters; empty at the end."""
        return self.lower[token + 1] if token + 1 < len(self.lower) else ""

    def find_ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        heads = self.heads
        while heads[token] != token:
            token = heads[token]
            yield token

    def find_subtree(self, token: int, *, without: Iterable[str] = ()) -> list[int]:
        """The token and all below it, sorted; subtrees hanging by a label in ``without`` are left out."""
        children, deps = self.children, self.deps
        found = [token]
        for current in found:
            if without:
                found.extend([child for child in children[current] if deps[child] not in without])
            else:
                found.extend(children[current])
        found.sort()
        return found

    def find_conjuncts(self, token: int) -> list[int]:
        """The token and the later members of its coordination, in text order."""
        children, deps = self.children, self.deps
        found = [token]
        for member in found:
            found.extend([child for child in children[member] if deps[child] == "conj"])
        found.sort()
        return found

    def is_verb(self, token: int) -> bool:
        """Whether the token is a full verb: no auxiliary, no attributive participle, no preposition such as "including"."""
        return self.tags[token] in VERB_TAGS and self.deps[token] not in NO_FULL_VERB

    def is_noun(self, token: int) -> bool:
        """Whether the token is a common or proper noun."""
        return self.tags[token] in NOUN_TAGS

    def is_definite(self, noun: int) -> bool:
        """Whether "the", "this" or "that" says that the noun speaks of something known."""
        return any(self.deps[child] == "det" and self.words[child].lower() in {"the", "this", "that"} for child in self.children[noun])

    def is_pronoun(self, token: int) -> bool:
        """Whether the token is a personal, possessive or demonstrative pronoun."""
        return self.tags[token] in {"PRP", "PRP$"} or (self.tags[token] == "DT" and self.deps[token] != "det")

    def find_bearer(self, noun: int) -> int | None:
        """Whose name is apposed to a noun that tells of one known: "its chairman, X", "the brewer Y"; but not "a new firm, Z"."""
        if any(self.lower[child] in {"a", "an"} for child in self.find_children(noun, "det")):
            return None
        names = (child for child in self.find_children(noun, "appos") if child > noun and self.names[child] >= 0)
        return next((name for name in names if self.actors[name]), None)

    def is_relative(self, token: int) -> bool:
        """Whether the token is a relative or interrogative pronoun: it stands for another word and fills no slot itself."""
        return self.tags[token] in RELATIVE_TAGS

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is in the passive voice: by its auxiliary, as a bare participle, or by sharing an auxiliary."""
        deps, has_agent = self.deps, False
        for child in self.children[verb]:
            if deps[child] in PASSIVE_DEPS:
                return True
            has_agent = has_agent or deps[child] == "agent"
        if self.tags[verb] != "VBN" and not (has_agent and self.tags[verb] == "VBD" and self.find_child(verb, "nsubj") is None):
            return False
        if self.has_finite_auxiliary(verb):
            return False
        return has_agent or self._is_bare_passive(verb)

    def _is_bare_passive(self, verb: int) -> bool:
        """A past participle without an auxiliary of its own."""
        dep, head = self.deps[verb], self.heads[verb]
        if dep == "acl":
            return True
        if dep in {"advcl", "pcomp"}:
            return self.find_child(verb, "dobj") is None
        if dep == "ccomp":
            return self.lemmas[head] in CAUSATIVES and self.find_child(verb, "nsubj") is not None
        if dep == "conj" and self.tags[head] in VERB_TAGS:
            return self.find_child(verb, "nsubj", "dobj", "aux") is None and self.is_passive(head)
        return False

    def has_finite_auxiliary(self, verb: int) -> bool:
        """Whether a form of "have" makes the participle active."""
        return any(self.deps[child] == "aux" and self.lemmas[child] == "have" for child in self.children[verb])

    def is_infinitive(self, verb: int) -> bool:
        """Whether "to" marks the verb."""
        return any(self.tags[child] == "TO" and self.deps[child] == "aux" for child in self.children[verb])

    def is_finite(self, verb: int) -> bool:
        """Whether the verb has a tense of its own, in its form or in an auxiliary."""
        tags = self.tags
        return tags[verb] in FINITE_TAGS or any(tags[child] in FINITE_TAGS for child in self.find_children(verb, "aux", "auxpass"))

    def ends_with_stop(self, sentence: int) -> bool:
        """Whether a sentence ends as running text does; a headline has no full stop."""
        first, last = self.sentences[sentence]
        for token in range(last - 1, first, -1):
            word = self.words[token]
            if not word.isspace() and word not in {'"', "”", "’", "'", ")", "]"}:
                return word[-1] in ".!?…:;"
        return False

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
        is_clause = self.is_verb(head) and self.deps[head] != "compound"
        without = ("conj", "cc", "preconj", "parenthesis") if not is_clause else ("parenthesis",)
        return Phrase(head, self.to_span(self.find_subtree(head, without=without)), is_clause)

    def find_core(self, head: int) -> list[int]:
        """The tokens of a noun phrase without clauses, appositions, conjuncts and amounts; only close prepositions stay."""
        found = [head]
        for child in self.children[head]:
            dep = self.deps[child]
            if dep in OUTSIDE_CORE and not (dep == "acl" and child < head):
                continue
            if dep == "prep":
                inside = self.find_subtree(child, without=("relcl", "appos", "advcl", "punct"))
                is_close = self.lower[child] in INSIDE_PREPOSITIONS and child == head + 1
                if is_close and not any(self.tags[token] in {"CD", "$"} for token in inside):
                    found.extend(inside)
                continue
            if child < head or dep in {"nummod", "nmod", "compound", "amod"}:
                found.extend(self.find_subtree(child, without=("relcl", "appos")))
        return _contiguous(sorted(found), head)

    def find_tokens(self, span: Span) -> range:
        """The tokens that begin in a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

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
