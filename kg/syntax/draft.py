"""Doc + Mentions -> Draft: the tree under repair, each name gathered into one constituent, with what is known of the words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import Iri, Mention, Mentions, Parse, Quotation
from kg.syntax.lexis import Lexis
from kg.syntax.tree import Tree
from kg.terms import AGE, MONEY, PERCENTAGE, PERSON, SCORE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


AMOUNTS = frozenset({MONEY, PERCENTAGE})


@dataclass(frozen=True, slots=True)
class Draft:
    """A tree under repair; ``name_tokens[i]`` are the tokens of name ``i``, ``types[t]`` the classes that token ``t`` may name."""

    tree: Tree
    names: Sequence[Mention]
    name_tokens: Sequence[Sequence[int]]
    types: Sequence[tuple[Iri, ...]]
    quotations: Sequence[Quotation]
    lexis: Lexis

    def is_person(self, token: int) -> bool:
        """Whether the token may name a person, or a post that a person holds."""
        return any(known in self.lexis.persons for known in self.types[token])

    def is_person_name(self, token: int) -> bool:
        """Whether the token belongs to a person's name."""
        number = self.tree.names[token]
        return number >= 0 and self.names[number].class_iri in self.lexis.persons

    def is_amount(self, token: int) -> bool:
        """Whether the token is the head of a sum of money or a percentage."""
        return self.tree.amounts[token] or any(self.tree.amounts[child] for child in self.tree.children[token])

    def is_common(self, token: int) -> bool:
        """Whether the token is a noun and no part of a name."""
        return self.tree.is_noun(token) and self.tree.names[token] < 0

    def find_root(self, token: int) -> int:
        """The token by which the name around a token hangs in the tree."""
        return find_root(self.tree, self.name_tokens[self.tree.names[token]])


def to_draft(doc: Doc, mentions: Mentions, lexis: Lexis, parse: Parse | None = None) -> Draft:
    """The parse as the model gave it, with its names gathered; ``mentions.names`` are in text order, and none overlap."""
    tokens = list(doc)
    read = parse or to_parse(doc)
    types = mentions.types or ((),) * len(tokens)
    tree = Tree(
        words=[token.text for token in tokens],
        lemmas=list(read.lemmas),
        tags=list(read.tags),
        deps=list(read.deps),
        heads=list(read.heads),
        starts=[token.idx for token in tokens],
        ends=[token.idx + len(token) for token in tokens],
        sentences=list(read.sentences),
        sentence_of=[number for number, (start, end) in enumerate(read.sentences) for _ in range(start, end)],
        names=[-1] * len(tokens),
        actors=[bool(known) and not lexis.actors.isdisjoint(known) for known in types],
        amounts=[bool(known) and known[0] in AMOUNTS for known in types],
        scores=_find_values(tokens, mentions.values, SCORE),
        ages=_find_values(tokens, mentions.values, AGE),
    )
    name_tokens = find_name_tokens(tree, mentions.names)
    for inside in name_tokens:
        for token in inside:
            tree.lemmas[token] = tokens[token].lemma_.lower()
    gather_names(tree, name_tokens)
    for token, known in enumerate(types):
        if known == (PERSON,) and tree.names[token] < 0 and tree.tags[token] in {"JJ", "NNP"}:
            tree.tags[token] = "NN"
    return Draft(tree, mentions.names, name_tokens, types, mentions.quotations, lexis)


def _find_values(tokens: Sequence[Token], values: Sequence[Mention], class_iri: Iri) -> list[tuple[int, int]]:
    """The first and the last token of each value of a class."""
    starts = [token.idx for token in tokens]
    spans = [value.span for value in values if value.class_iri == class_iri]
    return [(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end) - 1) for span in spans]


def to_parse(doc: Doc) -> Parse:
    """The grammar of a doc as it stands."""
    return Parse(
        lemmas=tuple(token.lemma_.lower() for token in doc),
        tags=tuple(token.tag_ for token in doc),
        deps=tuple(token.dep_ for token in doc),
        heads=tuple(token.head.i for token in doc),
        sentences=tuple((sent.start, sent.end) for sent in doc.sents),
    )


def find_name_tokens(tree: Tree, names: Sequence[Mention]) -> list[list[int]]:
    """The tokens of each name; marks them in ``tree.names``."""
    found: list[list[int]] = []
    token = 0
    for number, name in enumerate(names):
        while token < len(tree.words) and tree.ends[token] <= name.span.start:
            token += 1
        inside: list[int] = []
        while token < len(tree.words) and tree.starts[token] < name.span.end:
            inside.append(token)
            tree.names[token] = number
            token += 1
        found.append(inside)
    return found


def find_root(tree: Tree, tokens: Sequence[int]) -> int:
    """The token of a name that hangs highest; of several, the last."""
    outer = [token for token in tokens if tree.heads[token] == token or tree.names[tree.heads[token]] != tree.names[token]]
    if len(outer) < 2:
        return outer[0] if outer else tokens[-1]
    depths = {token: sum(1 for _ in tree.find_ancestors(token)) for token in outer}
    highest = min(depths.values())
    return max(token for token, depth in depths.items() if depth == highest)


def gather_names(tree: Tree, name_tokens: Sequence[Sequence[int]]) -> None:
    """Make each name one constituent: its words hang on its root, what hung on them from outside too."""
    for tokens in name_tokens:
        if len(tokens) < 2:
            continue
        root = find_root(tree, tokens)
        inside = set(tokens)
        for token in tokens:
            if token == root:
                continue
            for child in list(tree.children[token]):
                if child not in inside:
                    tree.hang(child, root, tree.deps[child])
            if tree.heads[token] not in inside:
                tree.hang(token, root, "compound")
            elif tree.deps[token] == "conj":
                tree.deps[token] = "compound"
