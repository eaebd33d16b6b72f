"""Adjectives that stand for a person: "the 43-year-old", "the Hungarian"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DETERMINERS = frozenset({"the", "a", "an", "another", "this", "old"})
"""What stands before one of a people: "the Hungarian", "the 43-year-old Hungarian"."""
NOMINAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "appos", "conj", "agent", "ROOT"})
PEOPLES = ("sh", "ch", "ese", "s", "men")
"""Endings of words that with an article speak of a whole people: "the French"."""
AGE = re.compile(r"\d+-years?-old", re.IGNORECASE)
GOES_ON = frozenset({"JJ", "NN", "NNS", "NNP", "NNPS", "VBG", "HYPH"})
"""Tags of words behind an adjective that it only modifies."""


def is_age(doc: Doc, token: Token) -> bool:
    """Whether a token is the head of "the 43-year-old", which no noun follows."""
    text = token.text
    if text[0].isdigit():
        return AGE.fullmatch(text) is not None and _is_head(doc, token)
    is_split = text.lower() in {"old", "olds"} and token.i > 2 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ == "year"
    return is_split and _is_head(doc, token)


def is_national(doc: Doc, token: Token) -> bool:
    """Whether a word of origin speaks of one person ("the Hungarian") and neither of a country nor of its people."""
    determiner = doc[token.i - 1].lower_ if token.i > 0 else ""
    return determiner in DETERMINERS and _is_head(doc, token) and not token.lower_.endswith(PEOPLES)


def _is_head(doc: Doc, token: Token) -> bool:
    if token.dep_ not in NOMINAL_DEPS or any(child.dep_ in {"prep", "relcl"} and child.lower_ == "of" for child in token.children):
        return False
    return token.i + 1 >= len(doc) or doc[token.i + 1].tag_ not in GOES_ON
