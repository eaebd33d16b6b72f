"""A graph file -> every fact as a sentence, with the words that say it and how they hold it: ``kg facts``.

An event is told once, by its label and its roles; a plain relation as "subject predicate object"; what is quoted with its speaker comes
after them, and background facts last.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.agreement import agree, deny, is_plural
from kg.namespaces import to_words
from kg.records import Iri, Stance
from kg.sparql import Rows, query_store, read_store, to_terminal
from kg.terms import TYPE, WORDING
from kg.turtle import to_text

if TYPE_CHECKING:
    import pyoxigraph

    from kg.turtle import Term

STANCES = tuple(stance.value for stance in Stance)
"""From the strongest to the weakest."""
SAYS = "says"
"""The predicate of what is quoted."""
IN_LABEL = frozenset({TYPE, WORDING})
"""What the label of an event tells in full."""


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """A sentence that tells a fact, by its offsets in the article, and how it does."""

    article: str
    start: int
    end: int
    quote: str
    stance: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in words. An event has its label as ``subject``, its class as ``predicate``, and ``roles`` instead of an object.

    ``stances`` begins with the one that the graph holds to: an event that is planned on the whole may be asserted in passing.
    ``words`` holds every sentence that tells it, the fullest first; it is empty for background. ``rules`` are the rules of grammar
    that read it, each with the role that it gave ("" for what is no role). ``things`` are the nodes that it ties: the event itself, what
    fills its roles or stands at its ends, and whoever says it.
    """

    subject: str
    predicate: str
    object: str
    stances: tuple[str, ...]
    words: tuple[Words, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    background: bool = False
    rules: tuple[tuple[str, str], ...] = ()
    things: tuple[Iri, ...] = ()

    @property
    def sentence(self) -> str:
        """The fact as a sentence without its full stop."""
        if self.roles or not self.object:
            return self.subject
        predicate = deny(self.predicate) if self.stance == Stance.DENIED else self.predicate
        return f"{self.subject} {predicate} {self.object}"

    @property
    def stance(self) -> str:
        """The stance that the graph holds to, or "background"."""
        return self.stances[0] if self.stances else "background"


# ---------------------------------------------------------------- the graph in rows

CLAIMS = """
SELECT ?subject ?predicate ?object ?article ?start ?end ?quote ?held ?speaker ?rule {
  ?claim a news:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; news:attestation ?attestation .
  ?attestation news:stance ?held ; prov:wasDerivedFrom ?article ; news:sentence ?passage .
  ?passage oa:hasSelector/oa:exact ?quote ; oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
  OPTIONAL { ?attestation news:saidBy ?speaker }
  OPTIONAL { ?attestation news:rule ?rule }
}
ORDER BY ?article ?start ?end ?subject ?predicate ?object ?held ?speaker ?rule
"""
EVENTS = """
SELECT DISTINCT ?event {
  { ?event a news:Event } UNION { ?event a org:Membership } UNION { ?claim a news:Claim ; rdf:subject ?event ; rdf:predicate rdf:type }
}
"""
QUOTATIONS = """
SELECT ?quotation ?speaker ?article ?start ?end ?words {
  ?quotation a schema:Quotation ; schema:spokenByCharacter ?speaker ; schema:isPartOf ?article ; news:passage ?passage .
  ?passage oa:hasSelector/oa:exact ?words ; oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end
}
ORDER BY ?article ?start ?end
"""
BACKGROUND = """
SELECT ?subject ?predicate ?object { ?fact a news:BackgroundFact ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }
ORDER BY ?subject ?predicate ?object
"""
PLANNED = "SELECT ?event ?status { ?event schema:actionStatus ?status } ORDER BY ?event"
LABELS = "SELECT ?node ?label { ?node rdfs:label ?label } ORDER BY ?node DESC(?label)"
CORRECTIONS = "SELECT ?correction ?label { ?correction a news:Correction ; rdfs:label ?label } ORDER BY ?correction ?label"
MEASURES = """
SELECT ?node ?measure {
  { ?node schema:value ?value OPTIONAL { ?node schema:currency ?unit } OPTIONAL { ?node schema:unitText ?unit }
    BIND(CONCAT(STR(?value), " ", COALESCE(?unit, "")) AS ?measure) }
  UNION { ?node news:isoDuration|time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear|time:inXSDDateTime ?time BIND(STR(?time) AS ?measure) }
}
ORDER BY ?node DESC(?measure)
"""


@dataclass(frozen=True, slots=True)
class _Told:
    """One row of ``CLAIMS``: what is claimed, and where."""

    subject: str
    predicate: str
    object: str
    words: Words
    rule: str
    nodes: tuple[Iri, ...]


@dataclass(frozen=True, slots=True)
class _Graph:
    """The rows that the telling needs."""

    told: tuple[_Told, ...]
    events: frozenset[str]
    planned: frozenset[str]
    quoted: tuple[tuple[Term | None, ...], ...]
    background: tuple[tuple[Term | None, ...], ...]
    labels: dict[str, str]
    measures: dict[str, str]

    def name(self, node: str) -> str:
        """Return the label of a node, a literal as it stands, else the last part of its IRI in words.

        >>> _Graph((), frozenset(), frozenset(), (), (), {}, {}).name("https://example.org/ns#isLocatedIn")
        'is located in'
        """
        return self.labels.get(node) or (to_words(node) if re.match(r"[a-z][a-z0-9+.-]*:\S+$", node) else node)

    def measure(self, node: str) -> str:
        """Return the label of a node, and what it comes to in numbers where the label does not say."""
        name, measure = self.name(node), self.measures.get(node, "").strip()
        return f"{name} ({measure})" if measure and measure not in name else name


def _read(store: pyoxigraph.Store) -> _Graph:
    def rows(sparql: str) -> tuple[tuple[Term | None, ...], ...]:
        found = query_store(store, sparql)
        return found.rows if isinstance(found, Rows) else ()

    def pairs(sparql: str) -> dict[str, str]:
        return {to_text(row[0]): to_text(row[1]) for row in rows(sparql)}

    labels = pairs(LABELS)
    told = tuple(_to_told(row, labels) for row in rows(CLAIMS))
    events = frozenset(to_text(event) for (event,) in rows(EVENTS))
    return _Graph(told, events, frozenset(pairs(PLANNED)), rows(QUOTATIONS), rows(BACKGROUND), labels, pairs(MEASURES))


def _to_told(row: tuple[Term | None, ...], labels: dict[str, str]) -> _Told:
    subject, predicate, object_, article, start, end, quote, held, speaker, rule = map(to_text, row)
    words = Words(article, int(start), int(end), quote, to_words(held), labels.get(speaker, speaker))
    return _Told(subject, predicate, object_, words, rule, _nodes(row[0], None if predicate == TYPE else row[2], row[8]))


def _nodes(*terms: Term | None) -> tuple[Iri, ...]:
    return tuple(dict.fromkeys(term for term in terms if isinstance(term, str)))


# ---------------------------------------------------------------- facts


def list_facts(path: Path) -> tuple[Fact, ...]:
    """Return the facts of a graph file or store in the order of the text, article by article, background last.

    Empty when the graph holds no claims (``--facts-only``). Raises GraphError when the file cannot be read, StoreError for a store.
    """
    return tuple(walk_facts(path))


def walk_facts(path: Path) -> Iterator[Fact]:
    """Yield what ``list_facts`` returns; of a store one article after the other, so that the first comes at once."""
    if not path.is_dir():
        yield from tell_store(read_store(path))
        return
    from kg.store import open_snapshot

    with open_snapshot(path) as snapshot:
        for article in snapshot.articles():
            yield from tell_store(snapshot.to_engine(article))


def tell_empty(path: Path) -> str:
    """Return the sentence about a graph file or store of which no facts can be told."""
    if path.is_dir():
        return f"{path}: holds no facts yet; read articles into it with: kg build SOURCES --store {path}"
    return f"{path}: holds no facts with evidence; was it built with --facts-only?"


def list_corrections(path: Path) -> tuple[str, ...]:
    """Return the corrections of the user's that a graph file or store keeps to; raises GraphError, StoreError."""
    if not path.is_dir() and b"Correction" not in path.read_bytes():
        return ()  # most graphs have none, and reading one again takes time
    return tell_corrections(read_store(path))


def tell_corrections(store: pyoxigraph.Store) -> tuple[str, ...]:
    """Return the corrections of the user's that the graph keeps to, each in one line."""
    found = query_store(store, CORRECTIONS)
    return tuple(to_text(row[1]) for row in found.rows) if isinstance(found, Rows) else ()


def tell_store(store: pyoxigraph.Store) -> tuple[Fact, ...]:
    """Return the facts of a graph that is already read, as ``list_facts`` does."""
    graph = _read(store)
    groups: defaultdict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for told in graph.told:
        key = (told.subject,) if told.subject in graph.events else (told.subject, told.predicate, told.object)
        groups[key].append(told)
    facts = [_event(group, graph) if len(key) == 1 else _relation(group, graph) for key, group in groups.items()]
    facts += _quotations(graph)
    facts += [
        Fact(graph.name(to_text(s)), graph.name(to_text(p)), graph.name(to_text(o)), (), background=True, things=_nodes(s, o))
        for s, p, o in graph.background
    ]
    return tuple(facts)


def _quotations(graph: _Graph) -> Iterator[Fact]:
    """Yield what is quoted with its speaker, the passages of one speech as one."""
    speeches: defaultdict[str, list[tuple[Term | None, ...]]] = defaultdict(list)
    for row in graph.quoted:
        speeches[to_text(row[0])].append(row)
    for rows in speeches.values():
        speaker = rows[0][1]
        words = tuple(
            Words(to_text(article), int(to_text(start)), int(to_text(end)), to_text(quote), Stance.ASSERTED, "")
            for _, _, article, start, end, quote in rows
        )
        said = f"“{join_passages([each.quote for each in words])}”"
        yield Fact(graph.name(to_text(speaker)), SAYS, said, (Stance.ASSERTED,), words, things=_nodes(speaker))


def join_passages(passages: Iterable[str]) -> str:
    """Return the passages of one speech as one, without the commas that only the words around them asked for.

    >>> join_passages(["We see,", "no way.", "It is late,", "We go,", "a disgrace", "It is over."])
    'We see, no way. It is late. We go, a disgrace … It is over.'
    """
    told = ""
    for passage in passages:
        begins_anew = told.endswith(",") and passage[:1].isupper()
        if told[-1:].isalnum():
            told += " …"
        told = f"{told[:-1]}. {passage}" if begins_anew else f"{told} {passage}".lstrip()
    return told.removesuffix(",")


def _relation(group: list[_Told], graph: _Graph) -> Fact:
    told = group[0]
    return Fact(
        graph.name(told.subject),
        _agree(graph.name(told.predicate), graph.name(told.subject)),
        graph.measure(told.object),
        _stances(group),
        _words(group),
        rules=tuple(dict.fromkeys(("", each.rule) for each in group if each.rule)),
        things=_things(group),
    )


def _agree(predicate: str, subject: str) -> str:
    """ "Startups make batteries": what is said of a subject, in its number."""
    verb, _, rest = predicate.partition(" ")
    return " ".join(filter(None, (agree(verb, [subject]), rest))) if is_plural(subject) else predicate


def _event(group: list[_Told], graph: _Graph) -> Fact:
    kinds = [graph.name(told.object) for told in group if told.predicate == TYPE]
    pairs = dict.fromkeys((told.predicate, told.object) for told in group if told.predicate not in IN_LABEL)
    roles = tuple((to_words(role), graph.measure(filler)) for role, filler in pairs)
    stances = _stances(group)
    if group[0].subject in graph.planned:
        stances = tuple(sorted(stances, key=lambda stance: stance != Stance.PLANNED))
    rules = dict.fromkeys(("" if told.predicate == TYPE else to_words(told.predicate), told.rule) for told in group if told.rule)
    return Fact(
        graph.name(group[0].subject),
        kinds[0] if kinds else "",
        "",
        stances,
        _words(group),
        roles,
        rules=tuple(rules),
        things=_things(group),
    )


def _things(group: Iterable[_Told]) -> tuple[Iri, ...]:
    return tuple(dict.fromkeys(node for told in group for node in told.nodes))


def _stances(group: Iterable[_Told]) -> tuple[str, ...]:
    return tuple(sorted({told.words.stance for told in group}, key=STANCES.index))


def _words(group: Iterable[_Told]) -> tuple[Words, ...]:
    """Return the sentences, the one that tells most first, then as they stand."""
    counts = Counter(told.words for told in group)
    return tuple(sorted(counts, key=lambda words: (-counts[words], words)))


# ---------------------------------------------------------------- text


def format_facts(facts: Iterable[Fact], *, with_rules: bool = False) -> str:
    """Return the facts as numbered sentences, each with its stance, roles and quote; safe to print on a terminal.

    ``with_rules`` adds the rules of grammar that read each.
    """
    return "".join(stream_facts(facts, with_rules=with_rules))


def stream_facts(facts: Iterable[Fact], *, with_rules: bool = False) -> Iterator[str]:
    """Yield what ``format_facts`` returns, a fact at a time."""
    for number, fact in enumerate(facts, 1):
        yield ("\n" if number > 1 else "") + _format_fact(number, fact, with_rules=with_rules)


def format_corrections(corrections: Iterable[str]) -> str:
    """Return the corrections under a heading, empty when there are none; safe to print on a terminal."""
    lines = [f"     {line}\n" for line in corrections]
    return to_terminal("".join(("Corrected by you:\n", *lines))) if lines else ""


def _format_fact(number: int, fact: Fact, *, with_rules: bool) -> str:
    lines = (*_lines(number, fact), *(_rule_lines(fact) if with_rules else ()))
    return "".join(f"{to_terminal(line)}\n" for line in lines)


def _lines(number: int, fact: Fact) -> Iterator[str]:
    yield _one_line(f"{number}. {fact.sentence}. [{', '.join(fact.stances) or 'background, not the article'}]")
    longest = max((len(role) for role, _ in fact.roles), default=0)
    for role, filler in fact.roles:
        yield _one_line(f"{role:<{longest}}  {filler}", indent="     ")
    for words in fact.words[:1]:
        yield _one_line(f"> {words.quote} [{words.start}–{words.end}]{_attribute(words, fact)}", indent="     ")
    if also := dict.fromkeys(f"{words.start}–{words.end}" for words in fact.words[1:] if words.start != fact.words[0].start):
        yield f"     also at {', '.join(also)}"


def _rule_lines(fact: Fact) -> Iterator[str]:
    """Tell the rules that read a fact, each with the roles that it gave: "read by voice (buyer, target), preposition (amount)"."""
    given: dict[str, list[str]] = {}
    for role, rule in fact.rules:
        given.setdefault(rule, []).extend([role] if role else [])
    told = (f"{rule} ({', '.join(roles)})" if roles else rule for rule, roles in given.items())
    if given:
        yield _one_line(f"read by {', '.join(told)}", indent="     ")


def _attribute(words: Words, fact: Fact) -> str:
    said = f", said by {words.said_by}" if words.said_by else ""
    return said if len(fact.stances) == 1 else f"{said}, {words.stance}"


def _one_line(text: str, indent: str = "") -> str:
    return indent + re.sub(r"[\n\t]+", " ", text)
