"""Vectors -> grammar and names, all texts a step: the same as spaCy's own parser and name finder say."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
import spacy
from spacy.language import Language

from kg.parse import DEFAULT_MODEL, load_model, steps

TEXTS = (
    "The two firms' lawyers were meeting in Oslo; there are no signs that either leaves.",
    "",
    "Zebras",
    "Merkel's better-known rivals weren't met by the worst-hit towns' mayors, who had left earlier. Shares fell 3% on Monday.",
    " \n\n ",
    "Ana Roy of Lumina Bank, which bought Acme for $4.5m in 2019, said she would run for mayor of Lyon - if anybody asked her to.",
)


@pytest.fixture(scope="module")
def bare() -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(DEFAULT_MODEL, exclude=["senter", "attribute_ruler", "lemmatizer"])


def read(nlp: Language, texts: tuple[str, ...] = TEXTS) -> list[list[tuple[Any, ...]]]:
    docs = nlp.pipe(texts)
    return [[(token.dep_, token.head.i, token.is_sent_start, token.ent_type_, token.ent_iob_) for token in doc] for doc in docs]


def test_it_says_what_the_components_say(bare: Language) -> None:
    """Of many texts together, and of each alone."""
    wanted = read(bare)
    assert read(load_model()) == wanted
    assert [read(load_model(), (text,))[0] for text in TEXTS] == wanted


def test_parser_and_name_finder_step_together() -> None:
    """They keep their names in the pipeline."""
    nlp = load_model()
    assert all(isinstance(nlp.get_pipe(name), steps.Steps) for name in ("parser", "ner"))


def test_how_many_are_parsed_at_once_makes_no_difference(bare: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few words at once keep memory small."""
    monkeypatch.setattr(steps, "MOST_WORDS", 20)
    assert read(load_model()) == read(bare)


def test_a_parser_with_a_beam_is_left_alone() -> None:
    """It weighs several readings, which is another search."""
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config={"moves": None}).add_label("PERSON")  # type: ignore[attr-defined]
    nlp.add_pipe("beam_ner").add_label("PERSON")  # type: ignore[attr-defined]
    nlp.initialize()
    steps.take_steps_together(nlp)
    assert nlp.pipe_names == ["ner", "beam_ner"]
    assert isinstance(nlp.get_pipe("ner"), steps.Steps)
    assert not isinstance(nlp.get_pipe("beam_ner"), steps.Steps)
