"""ParsedArticle -> Mentions: names, values and quotations, and for each noun the classes it may name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.mentions.names import find_names
from kg.mentions.quotations import find_quotations
from kg.mentions.typing import find_types
from kg.mentions.values import find_values
from kg.records import Mentions, ParsedArticle

if TYPE_CHECKING:
    from kg.background import Background
    from kg.ontology import Ontology


def find_mentions(parsed: ParsedArticle, ontology: Ontology, background: Background) -> Mentions:
    """All mentions of an article, each kind in text order."""
    values = find_values(parsed)
    names = find_names(parsed, values, ontology, background)
    quotations = find_quotations(parsed, speech_verbs=ontology.speech_verbs, quoting_verbs=ontology.quoting_verbs)
    types = find_types(parsed, names, values, ontology, background)
    return Mentions(names=names, values=values, quotations=quotations, types=types)
