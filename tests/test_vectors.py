"""Words -> vectors, remembered: the same as the model's own networks make of them, whatever was read before."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.parse import DEFAULT_MODEL, vectors
from kg.parse.arithmetic import numpy_products, one_thread

TEXTS = (
    "The two firms' lawyers were meeting in Oslo; there are no signs that either leaves.",
    "They're gonna win, y'all!\n\n  Shares fell 3% to $4.50.",
    "Zebras",
    "Merkel's better-known rivals weren't met by the worst-hit towns' mayors, who had left earlier.",
)


def load() -> Language:
    with warnings.catch_warnings(), numpy_products():
        warnings.simplefilter("ignore")
        return spacy.load(DEFAULT_MODEL, exclude=["senter", "lemmatizer", "attribute_ruler"])


def get_pipe(nlp: Language, name: str = "tok2vec") -> Any:
    return nlp.get_pipe(name)


def see(nlp: Language, texts: Sequence[str]) -> list[list[float]]:
    """The vector of each text's first word, and all vectors' sum."""
    docs = [nlp.make_doc(text) for text in texts]
    with one_thread():
        found = get_pipe(nlp).predict(docs)
    return [[*each[0].tolist(), float(each.sum())] for each in found]


@pytest.fixture(scope="module")
def bare() -> Language:
    return load()


@pytest.fixture
def quick() -> Language:
    nlp = load()
    vectors.remember_vectors(nlp)
    return nlp


def test_all_networks_remember(quick: Language) -> None:
    """That of tagger and parser, and that of the name finder."""
    assert get_pipe(quick).model.name == "kg_network"
    assert "kg_network" in {node.name for node in get_pipe(quick, "ner").model.walk()}


def test_it_sees_what_the_network_sees(bare: Language, quick: Language) -> None:
    """Twice, so that what is remembered is asked for too; names and grammar are the same."""
    wanted = see(bare, TEXTS)
    for _ in range(2):
        assert np.allclose(see(quick, TEXTS), wanted, atol=1e-4)
    for text in TEXTS:
        ours, theirs = quick(text), bare(text)
        assert describe(ours) == describe(theirs)


def describe(doc: Doc) -> list[tuple[str, str, int, str]]:
    return [(token.tag_, token.dep_, token.head.i, token.ent_type_) for token in doc]


def test_what_was_read_before_changes_no_bit(quick: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each text alone, after the others, and when all was forgotten between."""
    alone = [see(quick, [text])[0] for text in TEXTS]
    assert [see(quick, [text])[0] for text in reversed(TEXTS)] == alone[::-1]
    monkeypatch.setattr(vectors, "MOST_REMEMBERED", 5)
    assert [see(quick, [text])[0] for text in reversed(TEXTS)] == alone[::-1]


def test_memory_stays_flat(monkeypatch: pytest.MonkeyPatch) -> None:
    """When too many words are known, all are forgotten; one text may know more than that."""
    nlp = load()
    network = get_pipe(nlp).model
    words = vectors.WordVectors(network.get_ref("embed"), network.get_dim("nO"))
    many = " ".join(f"word{number}" for number in range(1500))
    assert words.look_up([nlp.make_doc(many)])[0].shape == (1500, 96)
    assert len(words.rows) > 1400
    monkeypatch.setattr(vectors, "MOST_REMEMBERED", 10)
    words.look_up([nlp.make_doc("Zebras yawn.")])
    assert len(words.rows) == 3
    assert len(words.vectors) == 2048


def test_an_unusual_network_is_left_alone() -> None:
    """One whose words are seen by their characters is not remembered."""
    nlp = spacy.blank("en")
    model = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.CharacterEmbed.v2",
            "width": 32,
            "rows": 100,
            "nM": 8,
            "nC": 4,
            "include_static_vectors": False,
            "feature": "LOWER",
        },
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 32, "depth": 1, "window_size": 1, "maxout_pieces": 2},
    }
    nlp.add_pipe("tok2vec", config={"model": model})
    nlp.initialize()
    vectors.remember_vectors(nlp)
    assert get_pipe(nlp).model.name != "kg_network"
