"""Words -> the vectors that tagger, parser and name finder see: the model's own arithmetic, with each word worked out once.

Such a network (spaCy's Tok2Vec) first makes a vector of each word by itself, from its form and its static vector, and then lets the words
see their neighbours, layer upon layer. News says the same words again and again: so what the first half makes of a word is remembered. The
second half is done in fewer steps than thinc takes, which keeps what training would need.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

    Floats = NDArray[np.float32]

Word = tuple[int, int, int]
"""The text and norm of a word, as numbers of the vocabulary, and whether a space follows."""

SEEN = frozenset({"ORTH", "NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"})
"""What a network may look at: what text, norm and space settle."""
WORD_LAYERS = frozenset(
    {"extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout", "ragged2list"}
)
NEIGHBOUR_LAYER = "residual(expand_window>>maxout>>layernorm>>dropout)"
"""What the two halves are built of, as thinc names it."""
MOST_REMEMBERED = 30_000
"""When so many words are known, all are forgotten: memory stays flat over any number of articles."""
WORDS_AT_ONCE = 64
"""Words are worked out by so many, with repetitions where there are fewer: what a product of matrices comes to depends, in the last bit,
on their size, and a word has the same vector whichever article it stood in first."""
EPSILON = 1e-8
"""What thinc adds to a variance."""


def remember_vectors(nlp: Language) -> None:
    """Let the networks of a pipeline remember words: those that are built as is usual, and run on the processor."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if not isinstance(model, Model) or not isinstance(model.ops, NumpyOps):
            continue
        for node in list(model.walk()):
            network = _to_network(node)
            if network is not None and node is model:
                pipe.model = network  # type: ignore[attr-defined]
            elif network is not None:
                model.replace_node(node, network)


def _to_network(node: Model[Any, Any]) -> Model[Any, Any] | None:
    """The same network, remembering words; None for what is no such network, or an unusual one."""
    if not {"embed", "encode"} <= set(node.ref_names):
        return None
    embed, encode = node.get_ref("embed"), node.get_ref("encode")
    columns = {column for layer in embed.walk() if layer.name == "extract_features" for column in layer.attrs["columns"]}
    if not columns <= SEEN or not _find_leaves(embed) <= WORD_LAYERS or "pad" not in encode.attrs:
        return None
    layers = [_to_layer(layer) for layer in encode.layers[0].layers]
    known = [layer for layer in layers if layer is not None]
    if len(known) < len(layers):
        return None
    words, pad = WordVectors(embed, node.get_dim("nO")), encode.attrs["pad"]

    def forward(_: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], None]:
        assert not is_train, "a model that kg has loaded is not trained"
        return _mix_neighbours(words.look_up(docs), known, pad), None

    return Model("kg_network", forward, dims={"nO": node.get_dim("nO")}, layers=[embed], ops=node.ops)


def _find_leaves(node: Model[Any, Any]) -> set[str]:
    return {layer.name for layer in node.walk() if not layer.layers}


# ---------------------------------------------------------------- each word by itself


class WordVectors:
    """What a network makes of each word by itself."""

    def __init__(self, embed: Model[Any, Any], width: int) -> None:
        self.embed = embed
        self.rows: dict[Word, int] = {}
        self.vectors: Floats = np.zeros((1024, width), dtype=np.float32)

    def look_up(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return the vectors of each text's words, in order."""
        texts: list[list[Word]] = [[*map(tuple, doc.to_array(["ORTH", "NORM", "SPACY"]).tolist())] for doc in docs]
        if len(self.rows) > MOST_REMEMBERED:
            self.rows.clear()
        new = sorted({word for text in texts for word in text}.difference(self.rows))
        for first in range(0, len(new), WORDS_AT_ONCE):
            self._learn(new[first : first + WORDS_AT_ONCE], docs[0])
        return [self.vectors[[self.rows[word] for word in text]] for text in texts]

    def _learn(self, words: list[Word], like: Doc) -> None:
        texts = like.vocab.strings
        padded = words + words[:1] * (WORDS_AT_ONCE - len(words))
        doc = Doc(like.vocab, words=[texts[orth] for orth, _, _ in padded], spaces=[bool(space) for _, _, space in padded])
        for token, (_, norm, _) in zip(doc, padded, strict=True):
            token.norm_ = texts[norm]
        count = len(self.rows)
        while count + len(words) > len(self.vectors):
            self.vectors = np.concatenate([self.vectors, np.zeros_like(self.vectors)])
        self.vectors[count : count + len(words)] = self.embed.predict([doc])[0][: len(words)]
        self.rows.update(zip(words, range(count, count + len(words)), strict=True))


# ---------------------------------------------------------------- words and their neighbours


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Lets every word see the one before and the one after: the greatest of several mixtures, brought to one scale, is added to the word.

    The columns of ``weights`` and ``bias`` hold all of one mixture before the next.
    """

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, vectors: Floats) -> Floats:
        """Return the vectors of the words, in order, with what they see in their neighbours."""
        width = vectors.shape[1]
        seen = np.zeros((len(vectors), 3 * width), dtype=vectors.dtype)
        seen[1:, :width] = vectors[:-1]
        seen[:, width : 2 * width] = vectors
        seen[:-1, 2 * width :] = vectors[1:]
        mixtures = seen @ self.weights
        mixtures += self.bias
        best = mixtures[:, :width]
        for first in range(width, mixtures.shape[1], width):
            best = np.maximum(best, mixtures[:, first : first + width])
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.square(best).mean(axis=1, keepdims=True) + EPSILON) ** -0.5
        best *= self.scale
        best += self.shift
        best += vectors
        return best


def _to_layer(node: Model[Any, Any]) -> Layer | None:
    """The layer that does what thinc's does; None for one of another build."""
    if node.name != NEIGHBOUR_LAYER:
        return None
    parts = {part.name: part for part in node.walk()}
    window, mixture, norm = parts["expand_window"], parts["maxout"], parts["layernorm"]
    width, pieces = mixture.get_dim("nO"), mixture.get_dim("nP")
    if window.attrs["window_size"] != 1 or mixture.get_dim("nI") != 3 * width:
        return None
    weights, bias = np.asarray(mixture.get_param("W")), np.asarray(mixture.get_param("b"))
    return Layer(
        weights=np.ascontiguousarray(weights.swapaxes(0, 1).reshape(pieces * width, 3 * width).T),
        bias=bias.T.reshape(pieces * width),
        scale=np.asarray(norm.get_param("G")),
        shift=np.asarray(norm.get_param("b")),
    )


def _mix_neighbours(texts: Sequence[Floats], layers: Iterable[Layer], pad: int) -> list[Floats]:
    """Lead each text through the layers, with so many empty rows around it that no text sees another."""
    starts, place = [], pad
    for text in texts:
        starts.append(place)
        place += len(text) + pad
    vectors = np.zeros((place, texts[0].shape[1]), dtype=np.float32)
    for text, start in zip(texts, starts, strict=True):
        vectors[start : start + len(text)] = text
    for layer in layers:
        vectors = layer(vectors)
    return [vectors[start : start + len(text)] for text, start in zip(texts, starts, strict=True)]
