"""A graph and a name -> all words that were taken for the thing of that name, article by article, and why: ``kg explain --identity``.

Reading says why words were taken for a thing, in ``news:Identification``s; a store says why things of several articles are one.
"""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from kg.directory import Thing, fold, read_directory
from kg.errors import GraphError
from kg.namespaces import NEWS
from kg.records import Ground, Iri, Span
from kg.sparql import Rows, query_store, read_part, to_terminal

if TYPE_CHECKING:
    import pyoxigraph

    from kg.store.groups import Group

IDENTIFICATIONS = """
SELECT ?thing ?ground ?target { ?found a news:Identification ; oa:hasBody ?thing ; news:ground ?ground ; oa:hasTarget ?target }
"""
TEXTS = "SELECT ?article ?text { ?article schema:articleBody ?text }"
LINKS = "SELECT ?thing ?link { ?thing owl:sameAs ?link } ORDER BY ?thing ?link"
TARGET = re.compile(r"(?P<article>.*)#char=(?P<start>\d+),(?P<end>\d+)")
SENTENCE_BORDER = re.compile(r"[.!?…][\"'”’)]*\s+|\n")
LONGEST_QUOTE = 160
WIDTH = 100

WHY = {
    Ground.NAME: "its name, or how it came in",
    Ground.SHORT_NAME: "a shorter form of its name",
    Ground.ACRONYM: "the first letters of its name, or in brackets behind it",
    Ground.REORDERED: "its name in another order",
    Ground.KNOWN_NAME: "one of its names in the knowledge base",
    Ground.DEMONYM: "the word for its people, by the knowledge base",
    Ground.TITLE: "a title before its name",
    Ground.APPOSITION: "set beside its name",
    Ground.COPULA: "said to be what it is",
    Ground.DESCRIPTION: "a description that fits it, and it was spoken of most just before",
    Ground.POST: "where its possessor holds a post",
    Ground.LATE_NAME: "described first, and named as the next sentence begins",
    Ground.PRONOUN: "a pronoun, and it was spoken of most just before",
    Ground.SPEAKER: "the speaker of the quotation, or the organisation that the speaker has a post in",
}
"""Why words were taken for a thing, in words."""

WHOLE = frozenset({Ground.SHORT_NAME, Ground.ACRONYM, Ground.REORDERED, Ground.KNOWN_NAME})
"""Grounds that hold of a name wherever it stands, so that one correction undoes them all."""

FOREVER = frozenset({Ground.NAME, Ground.DEMONYM})
"""Grounds that no correction of a merge touches: nothing is merged by them, or not by this article."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one article that were taken for a thing: ``thing`` is what it is called there."""

    article: Iri
    thing: Iri
    ground: Ground
    words: str
    spans: tuple[Span, ...]
    quotes: tuple[str, ...]
    """The sentence around each place."""
    nearby: tuple[str, ...]
    """As many words around each place as stand nowhere else in the article: a correction names the place by them."""


@dataclass(frozen=True, slots=True)
class Identity:
    """All that was taken for one thing, in the order of the articles and their texts; ``links`` are its ids elsewhere.

    ``groups`` say why things of several articles are one.
    """

    things: tuple[Thing, ...]
    words: tuple[Words, ...]
    links: tuple[tuple[Iri, Iri], ...] = ()
    groups: tuple[Group, ...] = ()


def explain_identity(path: Path, name: str) -> Identity:
    """Return all that was taken for what is called ``name``, a label, an alias or an IRI; in a store, in all articles.

    Raises GraphError, and QueryError for a name that the graph does not know.
    """
    store, _ = read_part(path, [name])
    directory = read_directory(store)
    groups = _find_groups(path, name)
    found = directory.find(name)
    members = [directory.thing(iri) for group in groups for iri, _ in group.members if iri in directory.names]
    things = tuple(dict.fromkeys((*found, *members)))
    known = {thing.iri for thing in things}
    words = tuple(find_words(store, known))
    if not words and not next(iter(_rows(store, TEXTS)), None):
        raise GraphError(f"{path}: holds no evidence; was it built with --facts-only?")
    links = tuple((Iri(thing), Iri(link)) for thing, link in _rows(store, LINKS) if thing in known and link not in directory.names)
    return Identity(things, words, links, groups)


def _find_groups(path: Path, name: str) -> tuple[Group, ...]:
    if not path.is_dir():
        return ()
    from kg.store import open_snapshot
    from kg.store.groups import find_groups

    with closing(open_snapshot(path)) as snapshot:
        return tuple(find_groups(snapshot, name))


def find_words(store: pyoxigraph.Store, things: Collection[Iri]) -> Iterator[Words]:
    """Yield the words that were taken for some things, by article, in the order of the text; those alike together."""
    texts = {Iri(article): text for article, text in _rows(store, TEXTS)}
    alike: defaultdict[tuple[Iri, Iri, Ground, str], list[Span]] = defaultdict(list)
    grounds = {f"{NEWS}{ground.title().replace(' ', '')}": ground for ground in Ground}
    for thing, ground, target in _rows(store, IDENTIFICATIONS):
        place = TARGET.fullmatch(target)
        if thing in things and place is not None and place["article"] in texts:
            span = Span(int(place["start"]), int(place["end"]))
            said = texts[Iri(place["article"])][span.start : span.end]
            alike[Iri(place["article"]), Iri(thing), grounds[ground], fold(said)].append(span)
    for (article, thing, ground, _), spans in sorted(alike.items(), key=lambda each: (each[0][0], min(each[1]), each[0][1])):
        places = tuple(sorted(set(spans)))
        text = texts[article]
        said = " ".join(text[places[0].start : places[0].end].split())
        yield Words(
            article,
            thing,
            ground,
            said,
            places,
            tuple(find_sentence(text, span) for span in places),
            tuple(find_nearby(text, span) for span in places),
        )


def _rows(store: pyoxigraph.Store, sparql: str) -> Iterator[tuple[str, ...]]:
    found = query_store(store, sparql)
    return (tuple(str(getattr(term, "lexical", term)) for term in row) for row in found.rows) if isinstance(found, Rows) else iter(())


def find_sentence(text: str, span: Span) -> str:
    """Return the sentence around a place, or what is near it in a long one, white space as one space.

    >>> find_sentence("It rains. The firm has grown. It snows.", Span(10, 18))
    'The firm has grown.'
    """
    borders = [0, *(border.end() for border in SENTENCE_BORDER.finditer(text)), len(text)]
    start = max(border for border in borders if border <= span.start)
    end = min((border for border in borders if border >= span.end), default=len(text))
    if end - start > LONGEST_QUOTE:
        start = max(start, text.rfind(" ", 0, max(start, span.start - LONGEST_QUOTE // 2)) + 1)
        cut = text.find(" ", min(end, span.end + LONGEST_QUOTE // 2))
        end = min(end, cut if cut >= 0 else end)
    return " ".join(text[start:end].split())


def find_nearby(text: str, span: Span) -> str:
    """Return the fewest words around a place that stand nowhere else.

    >>> find_nearby("The firm grew. It said it would. She said it was.", Span(23, 25))
    'it would.'
    """
    words = [(word.start(), word.end()) for word in re.finditer(r"\S+", text)]
    first = next(number for number, (_, end) in enumerate(words) if end > span.start)
    last = next(number for number, (_, end) in enumerate(words) if end >= span.end)
    flat = " ".join(text.split())
    while True:
        nearby = " ".join(text[words[first][0] : words[last][1]].split())
        if flat.count(nearby) == 1 or (first == 0 and last == len(words) - 1):
            return nearby
        grows_back = last == len(words) - 1 or (first > 0 and span.start - words[first][0] < words[last][1] - span.end)
        first, last = (first - 1, last) if grows_back else (first, last + 1)


# ---------------------------------------------------------------- text


def format_identity(identity: Identity, graph: Path) -> str:
    """Return the identity in words, with the command that undoes each merge; safe to print on a terminal."""
    return to_terminal("\n".join((*_tell_things(identity, graph), *_tell_words(identity, graph), *_tell_groups(identity, graph))) + "\n")


def _tell_things(identity: Identity, graph: Path) -> Iterator[str]:
    if len({thing.iri for thing in identity.things}) > 1 and not identity.groups:
        yield f"{len(identity.things)} things are called {identity.things[0].name}; an IRI names one of them:"
    for thing in identity.things:
        yield f"{thing.name}{f' ({thing.kind})' if thing.kind else ''}  {thing.iri}"
        for link in (link for node, link in identity.links if node == thing.iri):
            yield f"  same as {link}, by the knowledge base"
            yield f"      undo: {_command(graph, 'reject-link', thing.name, link)}"


def _tell_words(identity: Identity, graph: Path) -> Iterator[str]:
    names = {thing.iri: thing.name for thing in identity.things}
    article = None
    for words in identity.words:
        if words.article != article:
            article = words.article
            yield f"\n{article}"
        told = "once" if len(words.spans) == 1 else f"{len(words.spans)} times"
        yield f"  “{words.words}”, {told}: {WHY[words.ground]}"
        undo = words.ground not in FOREVER
        if undo and words.ground in WHOLE:
            yield f"      undo: {_command(graph, 'reject-merge', names[words.thing], words.words)}"
        if words.ground is Ground.NAME:
            yield fill(", ".join(map(_to_place, words.spans)), WIDTH, initial_indent="    ", subsequent_indent="    ")
            continue
        for span, quote, nearby in zip(words.spans, words.quotes, words.nearby, strict=True):
            yield f"    {_to_place(span)}  {quote}"
            if undo and words.ground not in WHOLE:
                yield f"      undo: {_command(graph, 'reject-merge', names[words.thing], words.words, nearby)}"
    if not identity.words:
        yield "  spoken of once, and nothing was taken for it but its name"


def _tell_groups(identity: Identity, graph: Path) -> Iterator[str]:
    for group in identity.groups:
        (first, label), *others = group.members
        yield f"\n{label}, in {len(group.members)} articles"
        yield from (f"  because {reason}" for reason in group.reasons)
        for iri, _ in others:
            yield f"    {iri}  is taken for  {first}"
            yield f"      undo: {_command(graph, 'reject-merge', first, iri)}"


def _to_place(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _command(graph: Path, *words: str) -> str:
    action, *rest = words
    return shlex.join(["kg", "correct", str(graph), action, *rest])
