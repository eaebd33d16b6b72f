"""Strings -> normal forms: names compared as keys, phrases as content words."""

from __future__ import annotations

import re
from collections import Counter

_STOP_WORDS = (
    "a an the and or but nor of in on at to for from by with without into onto over under about as than then that this these those "
    "it its he his him she her hers they their them we our ours us you your i my me who whom whose which what where when "
    "is are was were be been being am has have had do does did will would shall should can could may might must not no so "
    "all both each some any more most such own up out off"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that carry no content of their own in a phrase."""

WORD_OVERLAP = 0.5
"""Two phrases tell the same when the F1 of their content words reaches this."""

_CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
_TOKEN = re.compile(r"\w+(?:[.,]\d+)*")


def straighten(text: str) -> str:
    """Straight quotes and single spaces.

    >>> straighten("Norway’s  plan")
    "Norway's plan"
    """
    return " ".join(text.translate(_CURLY).split())


def to_key(name: str) -> str:
    """A name without case, leading article, quotes around it and possessive ending.

    >>> to_key("The Ministry’s"), to_key("the  USA"), to_key("Lewis'")
    ('ministry', 'usa', 'lewis')
    """
    key = straighten(name).casefold().strip("\"' .,;:")
    key = key.removeprefix("the ")
    return key.removesuffix("'s").strip()


def to_content_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case, in order, without stop words and possessive endings.

    >>> to_content_words("its first lab in the company's home town")
    ('first', 'lab', 'company', 'home', 'town')
    """
    plain = straighten(phrase).casefold().replace("'s", "")
    return tuple(word for word in _TOKEN.findall(plain) if word not in STOP_WORDS)


def word_f1(left: str, right: str) -> float:
    """The F1 of the content words that two phrases share, 0.0 when either has none.

    >>> word_f1("vice chair of the board", "the vice chair")
    0.8
    """
    ours, theirs = Counter(to_content_words(left)), Counter(to_content_words(right))
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def tell_the_same(left: str, right: str) -> bool:
    """Whether two phrases are the same key, or share enough of their content words."""
    return to_key(left) == to_key(right) != "" or word_f1(left, right) >= WORD_OVERLAP


def find_sentence(text: str, words: str) -> str:
    """The sentence of ``text`` in which ``words`` stand, or ``words`` itself when they stand in none.

    >>> find_sentence("One. Two is here. Three.", "is here")
    'Two is here.'
    """
    plain, wanted = text.translate(_CURLY), words.translate(_CURLY)
    start = plain.find(wanted) if wanted else -1
    if start < 0:
        return words
    ends = [0, *(match.end() for match in re.finditer(r"[.!?][\"')\]]*\s+|\n+", plain)), len(plain)]
    first = max(end for end in ends if end <= start)
    last = min((end for end in ends if end >= start + len(wanted)), default=len(plain))
    return " ".join(text[first:last].split())
