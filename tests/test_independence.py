"""What is read of an article depends on nothing but the article, and what is read of a sentence on little but the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from corpus import list_articles, open_reader, read, read_once

from kg.article import to_article
from kg.background import open_background
from kg.clauses import find_predications
from kg.masks import mask_names, to_round
from kg.mentions import find_mentions
from kg.parse import parse, parse_again
from kg.records import NEWS_BLOCKS, Phrase
from kg.syntax import to_tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

Told = tuple[str, str, str, tuple[tuple[str, str], ...]]

SENTENCES = (
    "Halden Robotics bought the Polish battery maker Ostrell for 40 million euros in March 2021.",
    "Ingrid Holt was appointed chief executive of the Norwick Group on Monday.",
    "The Ministry of Transport did not approve the plan.",
    "Brenmark Steel plans to close its factory in Gdansk and to dismiss 300 workers.",
    "The Talvera Foundation, which is based in Oslo, gave £2.5m to Norwick University.",
    "A court in Lisbon sentenced the banker Tomas Vell to five years in prison for fraud.",
)
"""Invented, without pronouns, each about things of its own."""
BEFORE = "Rain fell on the capital for a third day."
BEHIND = "The markets were closed for a public holiday."


# ---------------------------------------------------------------- articles


def test_reading_again_tells_the_same() -> None:
    """Two readings of an article are equal, whatever else was read in between and in whatever order."""
    articles = list_articles()
    first = [read_once(article) for article in articles]
    backwards = [read(article) for article in reversed(articles)]
    assert backwards[::-1] == first


# ---------------------------------------------------------------- sentences


def tell(text: str, sentence: str) -> list[Told]:
    """The predications whose trigger stands in ``sentence``: rule, stance, trigger, and the words of each filler's head."""
    reader, background = open_reader(), open_background()
    article = to_article(text, source="invented.txt")
    parsed = parse(article, reader.nlp)
    mentions = find_mentions(parsed, reader.ontology, background)
    words = mask_names(parsed.doc, mentions, reader.ontology, background)
    tree = to_tree(parsed.doc, mentions, reader.lexis, parse_again(parsed, words, reader.nlp))
    start = text.index(sentence)
    found = find_predications(tree, mentions, [block.span for block in article.blocks if block.kind in NEWS_BLOCKS])
    return [
        (
            predication.pos,
            str(predication.stance),
            parsed.doc[predication.trigger].text,
            tuple((filler.slot, to_words(parsed.doc, filler.phrases)) for filler in predication.fillers),
        )
        for predication in found
        if start <= parsed.doc[predication.trigger].idx < start + len(sentence)
    ]


def to_words(doc: Doc, phrases: tuple[Phrase, ...]) -> str:
    return " + ".join(doc[phrase.head].text for phrase in phrases)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_alone_tells_what_it_tells_among_others(sentence: str) -> None:
    """Between two other sentences of its paragraph, and in a paragraph of its own, a sentence has the same predications."""
    alone = tell(sentence, sentence)
    assert alone
    assert tell(f"{BEFORE} {sentence} {BEHIND}", sentence) == alone
    assert tell(f"{BEFORE}\n\n{sentence}\n\n{BEHIND}", sentence) == alone


def test_the_sentences_of_an_article_tell_what_each_tells_alone() -> None:
    """One article of all of them, a paragraph each."""
    text = "\n\n".join(SENTENCES)
    assert [tell(text, sentence) for sentence in SENTENCES] == [tell(sentence, sentence) for sentence in SENTENCES]


# ---------------------------------------------------------------- stand-ins


def mask(text: str) -> str:
    """The text under stand-ins."""
    reader, background = open_reader(), open_background()
    parsed = parse(to_article(text, source="invented.txt"), reader.nlp)
    mentions = find_mentions(parsed, reader.ontology, background)
    return " ".join(mask_names(parsed.doc, mentions, reader.ontology, background)).strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ola Berg met Maria Lund in Leeds.", "Hans Castorp met Ana Prys in Porto."),
        ("Grebe University hired 40 people.", "Dunlin University hired 75 people."),
        ("Halden Robotics paid £2.5m in 2019.", "Norwick Robotics paid £3.1m in 2024."),
        ("The talks were held in Saudi Arabia.", "The talks were held in South Africa."),
    ],
)
def test_sentences_about_others_stand_before_the_parser_alike(one: str, other: str) -> None:
    """Neither names nor amounts reach the second parse."""
    assert mask(one) == mask(other)


def test_a_word_that_is_no_number_keeps_its_digits() -> None:
    """Names of roads, groups and engines are no amounts."""
    assert [to_round(word) for word in ("G20", "F-16", "M6", "3D", "A1")] == ["G20", "F-16", "M6", "3D", "A1"]
