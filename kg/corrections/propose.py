"""A graph and what a user points at in it -> a correction that names it in words, so that it holds after the next build too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.corrections.record import PARTS, Correction, Kind
from kg.directory import Directory, find_nearest, fold, read_directory
from kg.errors import CorrectionError, QueryError
from kg.identity import find_words
from kg.sparql import Rows, query_store, read_store
from kg.telling import SAYS, Fact, list_facts
from kg.turtle import to_text

if TYPE_CHECKING:
    import pyoxigraph

ARTICLES = "SELECT DISTINCT ?article { ?article a schema:NewsArticle } ORDER BY ?article"
TEXTS = "SELECT ?text { ?article schema:articleBody ?text }"
LINKS = "SELECT ?node ?link { ?node owl:sameAs|schema:sameAs ?link } ORDER BY ?node ?link"


def propose(
    path: Path, kind: Kind, words: Sequence[str], *, instead: str | None = None, everywhere: bool = False, note: str = ""
) -> Correction:
    """Return the correction that ``words`` mean in a graph file: the parts of its kind in their order.

    A claim may be named by the number that ``kg facts`` gives it, then by role and filler. The correction is meant for the graph's
    article, when it has one only and ``everywhere`` is not asked for. Raises GraphError, QueryError for a name that the graph does not
    know, and CorrectionError where the words are too few or too many, or name what is not so.
    """
    store = read_store(path)
    directory = read_directory(store)
    given = _name_parts(kind, words)
    article = None if everywhere else _find_article(store)
    if kind is Kind.CLAIM:
        facts = list_facts(path)
        article = article if everywhere else article or _find_article_of(given["subject"], facts)
        given = _find_claim(given, facts, directory)
    elif kind is Kind.MERGE and all(words in directory.names for words in given.values()):
        return Correction(kind, tuple(given.items()))
    else:
        called = given["thing"]
        given["thing"] = _find_thing(called, directory)
        if kind is Kind.MERGE and "words" not in given and fold(given["name"]) == fold(given["thing"]):
            given["name"] = called  # of two names of one thing either may be said first
        _check_parts(kind, given, directory, store)
    parts = given | ({"instead": instead} if instead else {})
    if article:
        parts["article"] = article
    if note:
        parts["note"] = note
    return Correction(kind, tuple((name, " ".join(text.split())) for name, text in parts.items()))


def _name_parts(kind: Kind, words: Sequence[str]) -> dict[str, str]:
    needed, free = PARTS[kind]
    names = [name for name in (*needed, *free) if name != "instead"]
    if not len(needed) <= len(words) <= len(names):
        told = " ".join([*(name.upper() for name in needed), *(f"[{name.upper()}]" for name in names[len(needed) :])])
        raise CorrectionError(f"'{kind}' takes: {told}; a name of several words in quotation marks")
    return dict(zip(names, words, strict=False))


def _find_article(store: pyoxigraph.Store) -> str | None:
    found = query_store(store, ARTICLES)
    rows = found.rows if isinstance(found, Rows) else ()
    return str(rows[0][0]) if len(rows) == 1 else None


def _find_article_of(subject: str, facts: Sequence[Fact]) -> str | None:
    """Return the article of a fact that is called by its number."""
    words = _take(facts, int(subject)).words if subject.isdecimal() else ()
    return words[0].article if words else None


# ---------------------------------------------------------------- claims


def _find_claim(given: dict[str, str], facts: Sequence[Fact], directory: Directory) -> dict[str, str]:
    """Return the claim in the graph's own words; which are those of ``kg facts``."""
    subject, role, filler = (given.get(name) for name in ("subject", "predicate", "object"))
    assert subject is not None
    if subject.isdecimal():
        fact = _take(facts, int(subject))
        if fact.predicate == SAYS:
            raise QueryError(f"fact {subject} is a quotation, in the article's own words: it is no claim that could be rejected")
        told = [fact]
        subject = fact.subject
        if not fact.roles and role is None:
            return {"subject": fact.subject, "predicate": fact.predicate, "object": fact.object}
    else:
        subject = _find_thing(subject, directory)
        told = [fact for fact in facts if fold(fact.subject) == fold(subject)]
    pairs = [pair for fact in told for pair in (fact.roles or ((fact.predicate, fact.object),))]
    fits = [pair for pair in pairs if role is None or fold(pair[0]) == fold(role)]
    if role is not None and not fits:
        raise QueryError(f"of {subject!r} nothing is told by {role!r}; {_offer(role, [name for name, _ in pairs])}")
    if filler is not None:
        fits = [pair for pair in fits if fold(pair[1]) == fold(filler) or fold(pair[1]).startswith(f"{fold(filler)} (")]
        if not fits:
            raise QueryError(f"{subject!r} has no {role!r} that is {filler!r}; {_offer(filler, [name for _, name in pairs])}")
    if not told:
        raise QueryError(f"no fact is told of {subject!r}; kg facts GRAPH tells all that there is")
    words = {"subject": subject}
    if role is not None:
        words["predicate"] = fits[0][0]
    if filler is not None:
        words["object"] = fits[0][1]
    return words


def _take(facts: Sequence[Fact], number: int) -> Fact:
    if not 1 <= number <= len(facts):
        raise QueryError(f"there is no fact {number}; kg facts GRAPH numbers the {len(facts)} that there are")
    return facts[number - 1]


def _offer(word: str, known: Sequence[str]) -> str:
    near = find_nearest(word, known) or tuple(dict.fromkeys(known))
    return f"there is: {', '.join(near)}" if near else "kg facts GRAPH tells all that there is"


# ---------------------------------------------------------------- things


def _find_thing(name: str, directory: Directory) -> str:
    """Return what to call a thing: its label, or its IRI where the label is another's too and the IRI was given."""
    found = directory.find(name)
    shared = sum(fold(names[0]) == fold(found[0].name) for names in directory.names.values()) > 1
    return name if shared and name in directory.names else found[0].name


def _check_parts(kind: Kind, given: dict[str, str], directory: Directory, store: pyoxigraph.Store) -> None:
    """Raise CorrectionError when the graph does not hold what the correction rejects."""
    things = directory.find(given["thing"])
    name = given["thing"]
    if kind is Kind.TYPE and (wanted := given.get("type")):
        kinds = [kind for thing in things for kind in directory.classes.get(thing.iri, ())]
        if fold(wanted) not in map(fold, kinds):
            raise CorrectionError(f"{name} is no {wanted}; it is: {', '.join(kinds) or 'of no class'}")
    if kind is Kind.LINK:
        found = query_store(store, LINKS)
        rows = found.rows if isinstance(found, Rows) else ()
        links = [str(link) for node, link in rows if node in {thing.iri for thing in things}]
        if not links or given.get("link", links[0]) not in links:
            raise CorrectionError(f"{name} has no such link; it has: {', '.join(links) or 'none'}")
    if kind is Kind.MERGE:
        names = [each for thing in things for each in directory.names[thing.iri]]
        names += dict.fromkeys(each.words for each in find_words(store, {thing.iri for thing in things}) if each.words not in names)
        if (len(names) < 2 and "words" not in given) or fold(given["name"]) not in map(fold, names):
            raise CorrectionError(f"{name} is not called {given['name']!r}; it is called: {', '.join(names)}")
        if "words" in given:
            _check_words(given["name"], given["words"], store)


def _check_words(name: str, words: str, store: pyoxigraph.Store) -> None:
    """Raise CorrectionError when a name does not stand in some words, or no article has these."""
    if fold(name) not in fold(words):
        raise CorrectionError(f"{name!r} does not stand in {words!r}; give the words around it, as kg facts quotes them")
    found = query_store(store, TEXTS)
    texts = [to_text(text) for (text,) in found.rows] if isinstance(found, Rows) else []
    if not any(" ".join(words.split()) in " ".join(text.split()) for text in texts):
        raise CorrectionError(f"the article does not say {words!r}; give its words as kg facts quotes them")
