"""Names -> stand-ins: the grammar of a sentence must not depend on whose names stand in it.

The parser is statistical: an unusual name can make it read a sentence otherwise. So names are found first, each of their words that is no
common noun gives way to a word of the same kind that the model knows well, and the sentence is parsed again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.namespaces import to_iri
from kg.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from kg.background import Background
    from kg.ontology import Ontology

PERSON = to_iri("schema:Person")
PLACE = to_iri("schema:Place")
COUNTRY = to_iri("news:Country")
PERSON_WORDS = ("John", "Paul", "Smith")
PLACE_WORD = "London"
COUNTRY_WORD = "Japan"
SINGLE_WORD = "Microsoft"
INNER_WORD = "Harvard"
"""Stand-ins by kind: words that any English model has met often, chosen for nothing else."""


def mask_names(doc: Doc, names: Sequence[Mention], ontology: Ontology, background: Background) -> list[str]:
    """The words of a document, one for each token, with stand-ins for the words of names; adjectives of origin stay."""
    words = [token.text for token in doc]
    for name in names:
        if name.found_by == "demonym":
            continue
        span = doc.char_span(name.span.start, name.span.end, alignment_mode="expand")
        if span is None:
            continue
        for token, stand_in in _choose(span, name, ontology, background):
            words[token] = stand_in
    return words


def _choose(span: Span, name: Mention, ontology: Ontology, background: Background) -> Iterator[tuple[int, str]]:
    capitals = [token for token in span if token.text[:1].isupper()]
    if name.class_iri == PERSON:
        for place, token in enumerate(capitals):
            yield token.i, PERSON_WORDS[2] if place == len(capitals) - 1 else PERSON_WORDS[0] if place == 0 else PERSON_WORDS[1]
        return
    if len(span) == 1:
        is_place = ontology.is_a(name.class_iri, PLACE)
        yield span[0].i, COUNTRY_WORD if name.class_iri == COUNTRY else PLACE_WORD if is_place else SINGLE_WORD
        return
    yield from ((token.i, INNER_WORD) for token in capitals if not background.find_noun_classes(token.lower_))
