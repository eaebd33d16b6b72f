"""Words -> the tokens that are titles before a person's name: "Foreign Minister X", "CHIEF EXECUTIVE X" say what X does, not who."""

from __future__ import annotations

from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.vocabulary import HEADS, POST_MODIFIERS, TITLES_IN_NAMES
from kg.mentions.names.words import Words

BEHIND_POSTS = frozenset({"general", "elect", "designate"})
HYPHENS = frozenset({"-", "–"})


def find_posts(words: Words, lexicon: Lexicon) -> list[bool]:
    """For each token whether it belongs to a title with capitals right before a person's name."""
    marked = [False] * len(words)
    for token in range(len(words)):
        if not marked[token] and words.is_capital(token) and _is_post(words, lexicon, token):
            end = _find_end(words, lexicon, token)
            start = _find_start(words, lexicon, token)
            if _begins_person(words, lexicon, end) or _stands_alone(words, lexicon, token, end) and not _is_of(words, start):
                marked[start:end] = [True] * (end - start)
    return marked


def _is_post(words: Words, lexicon: Lexicon, token: int) -> bool:
    lower = words.lower[token]
    if words.tag[token] in {"NNS", "NNPS"} and not lexicon.is_post(lower):
        lower = lower.removesuffix("s")
    if lower in TITLES_IN_NAMES:
        return f"{words.at(token - 1)} {lower}" in lexicon.ontology.post_nouns
    is_ranked = token > 0 and words.is_capital(token - 1) and words.at(token - 1) in POST_MODIFIERS
    return lexicon.is_post(lower) and (is_ranked or not lexicon.is_given_name(lower))


def _find_end(words: Words, lexicon: Lexicon, token: int) -> int:
    """Behind the last word of the title: "Secretary General", "Secretary-General", "Secretary of State", "Chief Justice"."""
    end = token + 1
    if words.at(end) == "of" and words.at(end + 1) == "state":
        return end + 2
    if words.at(end) in HYPHENS and words.at(end + 1) in BEHIND_POSTS:
        end += 2
    while end < len(words) and words.is_capital(end) and (words.lower[end] in BEHIND_POSTS or _is_post(words, lexicon, end)):
        end += 1
    return end


def _find_start(words: Words, lexicon: Lexicon, token: int) -> int:
    """The first word of the title: a portfolio and what stands before it ("Deputy Prime", "Foreign Policy") go with the post."""
    start, first = token, words.sentences[words.sentence[token]][0]
    if start > first + 1 and words.at(start - 1) in HYPHENS and words.at(start - 2) in POST_MODIFIERS and not words.spaced[start - 1]:
        start -= 2  # "Vice-President"
    while start > first and words.is_capital(start - 1) and (words.lower[start - 1] in POST_MODIFIERS or _is_pair(words, lexicon, start)):
        start -= 1
    return start


def _is_pair(words: Words, lexicon: Lexicon, token: int) -> bool:
    """Whether the word and the one before it are a post together: "Home Secretary", "Police Chief"."""
    return token > 0 and f"{words.lower[token - 1]} {words.lower[token]}" in lexicon.ontology.post_nouns


def _stands_alone(words: Words, lexicon: Lexicon, token: int, end: int) -> bool:
    """ "The Home Secretary, X, said": a post of two words with capitals is one without a name behind it."""
    is_capital = words.is_capital(token - 1) and not words.text[token].isupper()
    return is_capital and _is_pair(words, lexicon, token) and (end >= len(words) or not words.is_capital(end))


def _is_of(words: Words, start: int) -> bool:
    """ "The Office of the Attorney General" is a name, post and all."""
    before = start - 2 if start > 1 and words.at(start - 1) == "the" else start - 1
    return before >= 0 and words.at(before) == "of"


def _begins_person(words: Words, lexicon: Lexicon, token: int) -> bool:
    """Whether a run of capitalised words begins here that may be a person: no common noun first, and no institution's last."""
    if token >= len(words) or not words.is_capital(token) or words.sentence[token] != words.sentence[token - 1]:
        return False
    end = token
    while end < len(words) and words.is_capital(end) and words.text[end][:1].isalpha():
        end += 1
    if lexicon.is_given_name(words.text[token]) or words.ent[token] == "PERSON":
        return words.lower[end - 1] not in HEADS
    is_word = (
        words.text[token - 1].isupper()
        or lexicon.is_common_noun(words.lower[token])
        or lexicon.is_state(words.text[token])
        or words.lower[token] in HEADS
    )
    return not is_word and words.lower[end - 1] not in HEADS
