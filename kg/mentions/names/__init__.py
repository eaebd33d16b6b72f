"""ParsedArticle -> the names in it, each with one class per document.

The model's entity recogniser is a witness among others: the gazetteer, the head noun of a name ("University of ..."), titles, given
names and the words around speak too, and all mentions of one name are judged together. ``find_names`` goes through its modules in turn:

    words       the document as columns of plain lists; lexicon: what ontology and gazetteer know of a word; vocabulary: word lists
    candidates  what the model saw, trimmed and completed; posts: the tokens that are a title and no name
    overlooked  runs of proper nouns that the model did not see
    joining     the pieces of one name put together
    boundaries  names parted, cut and lengthened by what stands beside them and elsewhere
    titles      titles of works in quotation marks
    repeats     every further occurrence of a name; common words dropped
    judging     one class for each name, from cases (all mentions of one name), evidence (the words around: descriptions, teams) and
                heads (the words of the name itself)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.mentions.names.boundaries import Boundaries
from kg.mentions.names.candidates import Candidate, CandidateFinder
from kg.mentions.names.cases import to_key
from kg.mentions.names.joining import Joiner
from kg.mentions.names.judging import Judge
from kg.mentions.names.lexicon import Lexicon
from kg.mentions.names.overlooked import RunFinder
from kg.mentions.names.repeats import RepeatFinder, drop_common_words
from kg.mentions.names.titles import find_titles
from kg.mentions.names.words import Words
from kg.mentions.nominal import is_national
from kg.records import NEWS_BLOCKS, BlockKind, Mention, ParsedArticle
from kg.terms import INSTANT, QUANTITY

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.background import Background
    from kg.ontology import Ontology

PLURAL_TAGS = frozenset({"NNS", "NNPS"})

__all__ = ["find_names", "to_key"]


def find_names(parsed: ParsedArticle, values: Sequence[Mention], ontology: Ontology, background: Background) -> tuple[Mention, ...]:
    """The names in the blocks that carry news, in text order, none overlapping; one class per name."""
    words, lexicon = Words(parsed.doc), Lexicon(ontology, background)
    taken = _mark_values(parsed.doc, values, lexicon)
    allowed = _mark_news(parsed.doc, parsed)
    finder = CandidateFinder(words, lexicon)
    candidates = RunFinder(finder).complete(finder.find())
    candidates = Joiner(words, lexicon).join(candidates)
    candidates = Boundaries(words, lexicon).correct(candidates)
    _cut_times(words, candidates, taken)
    candidates = find_titles(words, candidates)
    candidates = [candidate for candidate in candidates if allowed[candidate.start] and not any(taken[candidate.start : candidate.end])]
    candidates = RepeatFinder(words, candidates).find([is_news and not is_value for is_news, is_value in zip(allowed, taken, strict=True)])
    candidates = drop_common_words(words, lexicon, candidates)
    return tuple(name for name in Judge(words, lexicon).judge(candidates) if not _is_person(parsed.doc, name))


def _is_person(doc: Doc, name: Mention) -> bool:
    """ "The Hungarian": one person, and no mention of the country."""
    span = doc.char_span(name.span.start, name.span.end) if name.found_by == "demonym" else None
    return span is not None and len(span) == 1 and is_national(doc, span[0])


def _cut_times(words: Words, candidates: Sequence[Candidate], taken: Sequence[bool]) -> None:
    """ "Lumina Group on Monday opened ...": a time that the model took into a name goes, with its preposition."""
    for candidate in candidates:
        first = next((token for token in range(candidate.start + 1, candidate.end) if taken[token]), None)
        if first is not None and first - 1 > candidate.start and words.tag[first - 1] == "IN" and not taken[candidate.start]:
            candidate.end = first - 1


def _mark_values(doc: Doc, values: Sequence[Mention], lexicon: Lexicon) -> list[bool]:
    """For each token whether it lies in the numeric part of a value; a bare year may be part of a name.

    Counted members of a people ("33 Palestinians") are so many people, and no state.
    """
    marked = [False] * len(doc)
    for value in values:
        if value.class_iri == QUANTITY:
            last = doc.char_span(value.span.start, value.span.end, alignment_mode="expand")
            if last is not None and last[-1].tag_ in PLURAL_TAGS and lexicon.demonym(last[-1].text) is not None:
                marked[last.end - 1] = True
            continue
        if value.class_iri == INSTANT and len(value.surface) == 4:
            continue
        span = doc.char_span(value.span.start, value.span.end, alignment_mode="expand")
        if span is not None:
            marked[span.start : span.end] = [True] * (span.end - span.start)
    return marked


def _mark_news(doc: Doc, parsed: ParsedArticle) -> list[bool]:
    """For each token whether its block is read for names: those that carry news, and of a dateline the place, but not the agency."""
    marked = [False] * len(doc)
    for block in parsed.article.blocks:
        if block.kind not in NEWS_BLOCKS and block.kind is not BlockKind.DATELINE:
            continue
        end = block.span.end
        if block.kind is BlockKind.DATELINE:
            bracket = parsed.article.text.find("(", block.span.start, end)
            end = bracket if bracket > 0 else end
        span = doc.char_span(block.span.start, end, alignment_mode="contract")
        if span is not None:
            marked[span.start : span.end] = [True] * (span.end - span.start)
    return marked
