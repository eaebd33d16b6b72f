"""Words -> lemma, tag and part of speech, remembered: the same as the model's own components say of them."""

from __future__ import annotations

import warnings

import pytest
import spacy

from kg.parse import DEFAULT_MODEL, forms, load_model

TEXTS = (
    "The two firms' lawyers were meeting in Oslo; there are no signs that either leaves.",
    "They're gonna win, y'all! Let's go: there's been a lot of noise.\n\n  Shares fell 3% to $4.50, the lowest since 2019.",
    "Merkel's better-known rivals weren't met by the worst-hit towns' mayors, who had left earlier.",
)


@pytest.fixture(scope="module")
def bare() -> spacy.language.Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return spacy.load(DEFAULT_MODEL, exclude=["senter", "ner"])


@pytest.mark.parametrize("text", TEXTS)
def test_it_says_what_the_components_say(text: str, bare: spacy.language.Language) -> None:
    """Twice, so that what is remembered is asked for too."""
    wanted = [(token.tag_, token.pos_, token.lemma_) for token in bare(text)]
    for _ in range(2):
        assert [(token.tag_, token.pos_, token.lemma_) for token in load_model()(text)] == wanted


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """When too many words are known, all are forgotten."""
    nlp = load_model()
    known = nlp.get_pipe(forms.FORMS).known
    nlp(TEXTS[0])
    assert len(known) > 10
    monkeypatch.setattr(forms, "MOST_REMEMBERED", 10)
    nlp("Zebras yawn.")
    assert len(known) <= 3
