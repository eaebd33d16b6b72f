"""Vectors of words -> grammar and names: spaCy's greedy steps, each taken for all texts of an article at once.

A transition-based parser reads a text in steps, two for each word. spaCy takes them with Python's lock (the GIL) laid down, and its sums
take it up and lay it down again a dozen times for each step of each text: more than half of all the time. Here the sums are numpy's; the
states, and what may be done in each, are spaCy's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

STEPS = "kg_steps"
MOST_WORDS = 8_000
"""Words parsed at once: their sums take some four kilobytes each."""


def take_steps_together(nlp: Language) -> None:
    """Put Steps in the place of parser and name finder, where they are greedy and built as is usual."""
    for name, pipe in list(nlp.pipeline):
        model = getattr(pipe, "model", None)
        if isinstance(model, Model) and _is_usual(model, getattr(pipe, "cfg", {})):
            steps = nlp.add_pipe(STEPS, name=f"{STEPS}_{name}", before=name)
            assert isinstance(steps, Steps)
            steps.prepare(pipe)
            nlp.remove_pipe(name)
            nlp.rename_pipe(f"{STEPS}_{name}", name)


def _is_usual(model: Model[Any, Any], settings: dict[str, Any]) -> bool:
    if model.name != "parser_model" or settings.get("beam_width") != 1 or not isinstance(model.ops, NumpyOps):
        return False
    is_whole = model.attrs["has_upper"] and not model.attrs["unseen_classes"]
    return bool(is_whole) and model.get_ref("lower").name == "precomputable_affine" and model.get_ref("upper").name == "linear"


@Language.factory(STEPS)
class Steps:
    """Does what the parser or name finder does that it stands for."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.vocab = nlp.vocab
        self.name = name

    def prepare(self, parser: Any) -> None:
        """Take the component that it stands for."""
        self.parser, self.model = parser, parser.model
        lower, upper = self.model.get_ref("lower"), self.model.get_ref("upper")
        self.shape = _Shape(lower.get_dim("nF"))
        self.pieces = lower.get_dim("nP")
        self.lower_bias = lower.get_param("b").reshape(-1)
        self.weights = np.ascontiguousarray(upper.get_param("W").T)
        self.bias = upper.get_param("b")

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one text."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate texts, so many at once."""
        for docs in _to_batches(stream, batch_size):
            self.parser.set_annotations(docs, self.predict(docs))
            yield from docs

    def predict(self, docs: Sequence[Doc]) -> list[Any]:
        """Return the last state of each text."""
        states: list[Any] = self.parser.moves.init_batch(docs)
        active = [state for state in states if not state.is_final()]
        if not active:
            return states
        vectors = self.model.get_ref("tok2vec").predict(docs)
        table = self.model.get_ref("lower").predict(vectors).reshape(-1, len(self.lower_bias))
        places = np.arange(self.shape.nF) + self.shape.nF
        while active:
            rows = ParserStepModel.get_token_ids(self.shape, active) * self.shape.nF + places
            sums = table.take(rows, axis=0).sum(axis=1) + self.lower_bias
            scores = reduce(np.maximum, (sums[:, piece :: self.pieces] for piece in range(self.pieces))) @ self.weights
            active = self.parser.transition_states(active, scores + self.bias)
        return states


class _Shape:
    """What spaCy asks of a model to find the words that a state looks at: how many there are."""

    def __init__(self, words: int) -> None:
        self.nF = words
        self.state2vec = self


def _to_batches(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    words = 0
    for doc in stream:
        if batch and (len(batch) == size or words + len(doc) > MOST_WORDS):
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    if batch:
        yield batch
