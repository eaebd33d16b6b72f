"""Reading and its graph -> Document in a corpus's own labels, by SPARQL: ontology/alignments/*.rq.

Every file is a CONSTRUCT over the article's graph that makes triples of the namespace ``gold:``. ``?x a gold:LABEL`` gives an entity a
type, ``?x gold:wikipedia "title"`` its link, and any other ``?x gold:PREDICATE ?y`` is a relation of the corpus, unless its name begins
with "_". What a query makes is there for the next one; they are asked again until nothing new comes. Entities without a type in the
corpus are left out. Beside the graph stand the mentions of each entity: ``?x gold:mention [ oa:exact "words" ]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import EvaluationError, QueryError
from kg.evaluation.documents import Document, Relation, Thing, to_title
from kg.namespaces import BACKGROUND
from kg.records import Entity, Iri, Literal, Reading
from kg.resources import find_resource
from kg.sparql import Triples, check_query, make_store, put_triples, query_store
from kg.terms import EXACT, TYPE
from kg.turtle import Quad, Triple, to_safe_iri, to_safe_text

GOLD = "https://w3id.org/kg-news/gold#"
LINK = Iri(GOLD + "wikipedia")
MENTION = Iri(GOLD + "mention")
OWN = GOLD + "_"
MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Alignment:
    """The queries of one corpus, in the order in which they are asked, by the names of their files."""

    name: str
    queries: tuple[tuple[str, str], ...]


def read_alignment(name: str, folder: Path | None = None) -> Alignment:
    """Return the alignment of a corpus: NAME.rq and NAME-*.rq; raises EvaluationError where there is none, QueryError for a broken one."""
    folder = folder or find_resource("ontology") / "alignments"
    paths = sorted((*folder.glob(f"{name}.rq"), *folder.glob(f"{name}-*.rq")))
    if not paths:
        known = sorted({path.stem.partition("-")[0] for path in folder.glob("*.rq")})
        raise EvaluationError(f"no alignment is called {name!r}; there are: {', '.join(known) or 'none'} (in {folder})")
    queries = tuple((path.name, path.read_text(encoding="utf-8")) for path in paths)
    for file, query in queries:
        try:
            check_query(query)
        except QueryError as error:
            raise QueryError(f"{file}: {error}") from error
    return Alignment(name, queries)


def to_document(reading: Reading, quads: Iterable[Quad], alignment: Alignment, *, name: str, background: bool = True) -> Document:
    """Return what the reading says in the corpus's labels; without ``background`` only the article's own facts are asked."""
    asked = [quad for quad in quads if background or quad.graph != BACKGROUND]
    told = align([*asked, *_list_mentions(reading)], alignment)
    entities = {to_safe_iri(entity.iri): entity for entity in reading.entities if entity.mentions}
    types: dict[str, set[str]] = {}
    links: dict[str, str] = {}
    joined: list[tuple[Iri, str, Iri]] = []
    for subject, predicate, target in told:
        if predicate == LINK and isinstance(target, Literal):
            links[subject] = max(links.get(subject, ""), target.lexical)
        elif predicate == TYPE and not isinstance(target, Literal):
            types.setdefault(subject, set()).add(target.removeprefix(GOLD))
        elif not isinstance(target, Literal) and not predicate.startswith(OWN):
            joined.append((subject, predicate.removeprefix(GOLD), target))
    kept = [iri for iri in entities if iri in types]
    ids = {iri: f"e{number}" for number, iri in enumerate(kept)}
    relations: set[Relation] = {(ids[one], predicate, ids[other]) for one, predicate, other in joined if one in ids and other in ids}
    things = tuple(_to_thing(ids[iri], entities[iri], types[iri], links.get(iri)) for iri in kept)
    return Document(name, reading.article.text, things, frozenset(relations))


def _list_mentions(reading: Reading) -> Iterator[Quad]:
    article = reading.article
    for entity in reading.entities:
        for span in entity.mentions:
            passage = to_safe_iri(f"{article.iri}#char={span.start},{span.end}")
            yield Quad(to_safe_iri(entity.iri), MENTION, passage, None)
            yield Quad(passage, EXACT, Literal(to_safe_text(article.text[span.start : span.end])), None)


def _to_thing(name: str, entity: Entity, types: set[str], link: str | None) -> Thing:
    return Thing(name, tuple(sorted(set(entity.mentions))), frozenset(types), to_title(link))


def align(quads: Sequence[Quad], alignment: Alignment) -> tuple[Triple, ...]:
    """Return the triples of ``gold:`` that the queries make of the quads, sorted; raises QueryError with the file that is broken."""
    store = make_store(quads)
    found: set[Triple] = set()
    for _ in range(MOST_ROUNDS):
        before = len(found)
        for file, query in alignment.queries:
            try:
                result = query_store(store, query)
            except QueryError as error:
                raise QueryError(f"{file}: {error}") from error
            if not isinstance(result, Triples):
                raise QueryError(f"{file}: is no CONSTRUCT")
            new = [triple for triple in result.triples if triple not in found and _is_of_the_corpus(triple)]
            found.update(new)
            put_triples(store, new)
        if len(found) == before:
            break
    return tuple(sorted(found, key=repr))


def _is_of_the_corpus(triple: Triple) -> bool:
    return triple[1].startswith(GOLD) or (triple[1] == TYPE and str(triple[2]).startswith(GOLD))
