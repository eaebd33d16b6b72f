"""A network -> the facts that the page tells, each with the sentences and words that say it, as plain data for JSON.

An event is one fact with its roles as rows; a plain fact, a post, a quotation or a detail of an entity is one fact each. Facts come in the
order of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from kg.agreement import deny
from kg.network import Detail, Evidence, Network, Quote
from kg.records import Iri, Span, Stance
from kg.view.text import Segments, cut_quote, is_web, is_within, to_segments

Words: TypeAlias = tuple[Span, str, int]
"""Words of a sentence: where, which part of the fact ("trigger", "subject", "object"), and the node that they name, or -1."""

_Row: TypeAlias = tuple[str, dict[str, Any], tuple[Evidence, ...]]
_NOWHERE = (Iri("~"), Span(0, 0))


@dataclass(slots=True)
class Fact:
    """One thing that the page tells; ``parts`` and ``rows`` hold ``{"n": node}`` or ``{"t": text, "note": ..., "kind": ...}``.

    ``relation`` is what a reader may filter by: the class of an event, the label of a plain relation.
    """

    kind: str
    relation: str
    stance: Stance
    parts: list[dict[str, Any]]
    rows: list[tuple[str, list[dict[str, Any]]]] = field(default_factory=list)
    node: int = -1
    nodes: list[int] = field(default_factory=list)
    edges: list[tuple[str, str, str]] = field(default_factory=list)
    marks: list[tuple[Evidence, int, int]] = field(default_factory=list)
    quote: Quote | None = None
    source: str | None = None


def to_data(network: Network, place: dict[str, int]) -> dict[str, Any]:
    """Return articles, nodes and facts for the page; ``place`` numbers the nodes."""
    texts = {article.iri: article for article in network.graph["articles"]}
    facts = [*_event_facts(network, place), *_edge_facts(network, place), *_detail_facts(network, place), *_quote_facts(network, place)]
    for fact in facts:
        fact.marks = [mark for mark in fact.marks if mark[0].article in texts and is_within(mark[0].sentence, texts[mark[0].article].text)]
    facts.sort(key=_in_text)
    spans: dict[Iri, list[Span]] = {iri: [] for iri in texts}
    for article, span in (found for fact in facts for found in _find_spans(fact)):
        if article in texts and is_within(span, texts[article].text):
            spans[article].append(span)
    segments = {iri: to_segments(texts[iri], spans[iri]) for iri in texts}
    events = frozenset(place[node] for node, data in network.nodes(data=True) if data["kind"] == "event")
    writer = _Writer(segments, {iri: number for number, iri in enumerate(texts)}, network.graph["names"], events)
    return {
        "articles": [segments[iri].to_data() for iri in texts],
        "nodes": [_to_node(node, data) for node, data in network.nodes(data=True)],
        "facts": [writer.to_fact(fact) for fact in facts],
        "edges": {key: number for number, fact in enumerate(facts) for key in fact.edges},
    }


def _find_spans(fact: Fact) -> Iterator[tuple[Iri, Span]]:
    """All spans that a fact stands on."""
    for evidence, *_ in fact.marks:
        for span in (evidence.sentence, evidence.trigger, evidence.subject, evidence.object):
            if span is not None:
                yield evidence.article, span
    if fact.quote is not None and fact.quote.article is not None:
        for span in fact.quote.spans:
            yield fact.quote.article, span


def _to_node(iri: str, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "iri": iri,
        "label": data["label"],
        "kind": data["kind"],
        "family": data["family"],
        "class": data["class_label"],
        "aliases": list(data["aliases"]),
        "links": [link for link in (*data["links"], iri if "#" not in iri and "w3id.org/kg-news" not in iri else "") if is_web(link)],
        "stance": data["stance"],
    }


# ---------------------------------------------------------------- facts


def _event_facts(network: Network, place: dict[str, int]) -> Iterator[Fact]:
    for node, data in network.nodes(data=True):
        if data["kind"] == "event":
            number = place[node]
            fact = Fact("event", data["class_label"] or "event", data["stance"], [{"n": number}], node=number, nodes=[number])
            fact.marks = [(mark, number, -1) for mark in data["evidence"]]
            fact.edges = [(node, end, key) for _, end, key, edge in network.out_edges(node, keys=True, data=True) if edge["kind"] == "role"]
            fact.nodes += [place[end] for _, end, _ in fact.edges]
            roles: list[_Row] = [(network.edges[key]["label"], {"n": place[key[1]]}, network.edges[key]["evidence"]) for key in fact.edges]
            _add_rows(fact, [*roles, *((detail.label, _to_text(detail), detail.evidence) for detail in data["details"])])
            yield fact


def _add_rows(fact: Fact, told: list[_Row]) -> None:
    """Give an event its roles as rows, in the order in which the text first names them."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    first: dict[str, tuple[Iri, Span]] = {}
    for label, value, evidence in told:
        rows[label].append(value)
        fact.marks += [(mark, fact.node, value.get("n", -1)) for mark in evidence]
        where = [(mark.article, mark.object or mark.sentence) for mark in evidence]
        first[label] = min([*where, *([first[label]] if label in first else [])], default=_NOWHERE)
    fact.rows = sorted(rows.items(), key=lambda row: (first[row[0]], row[0]))


def _edge_facts(network: Network, place: dict[str, int]) -> Iterator[Fact]:
    for start, end, key, edge in network.edges(keys=True, data=True):
        if edge["kind"] == "role":
            continue
        first, last = place[start], place[end]
        named = (-1, -1) if edge["kind"] == "post" else (first, last)  # a post's claims all start at the post itself
        words = _to_verb(f"is {edge['label']} of" if edge["kind"] == "post" else edge["label"], edge["stance"])
        yield Fact(
            edge["kind"],
            "holds a post" if edge["kind"] == "post" else edge["label"],
            edge["stance"],
            [{"n": first}, {"t": words}, {"n": last}],
            rows=[(detail.label, [_to_text(detail)]) for detail in edge["details"]],
            nodes=[first, last],
            edges=[(start, end, key)],
            marks=[(mark, *named) for mark in edge["evidence"]],
            source=edge["source"] if is_web(edge["source"]) else None,
        )


def _detail_facts(network: Network, place: dict[str, int]) -> Iterator[Fact]:
    for node, data in network.nodes(data=True):
        if data["kind"] == "entity":
            for detail in data["details"]:
                number = place[node]
                parts: list[dict[str, Any]] = [{"n": number}, {"t": _to_verb(detail.label, detail.stance)}, _to_text(detail)]
                marks = [(mark, number, -1) for mark in detail.evidence]
                yield Fact("fact", detail.label, detail.stance, parts, nodes=[number], marks=marks)


def _quote_facts(network: Network, place: dict[str, int]) -> Iterator[Fact]:
    for node, data in network.nodes(data=True):
        for quote in data["quotes"]:
            about = [place[iri] for iri in quote.about if iri in place]
            rows = [("about", [{"n": number} for number in about])] if about else []
            yield Fact("quote", "says", Stance.ASSERTED, [{"n": place[node]}], rows=rows, nodes=[place[node], *about], quote=quote)


def _to_verb(words: str, stance: Stance) -> str:
    """What ties two things, as it is or as it is not."""
    return deny(words) or words if stance is Stance.DENIED else words


def _to_text(detail: Detail) -> dict[str, Any]:
    told = {"t": detail.text, "note": detail.note, "kind": "" if detail.kind == "words" else detail.kind}
    return {name: text for name, text in told.items() if text or name == "t"}


def _in_text(fact: Fact) -> tuple[Any, ...]:
    marks = [(mark.article, mark.sentence, mark.trigger or mark.sentence) for mark, *_ in fact.marks]
    if fact.quote is not None and fact.quote.spans:
        marks = [(fact.quote.article or Iri(""), fact.quote.spans[0], fact.quote.spans[0])]
    return not marks, min(marks, default=None), fact.node, fact.nodes


# ---------------------------------------------------------------- words


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns facts into data for JSON; spans become runs of segments."""

    segments: dict[Iri, Segments]
    articles: dict[Iri, int]
    names: dict[Iri, str]
    events: frozenset[int]

    def to_fact(self, fact: Fact) -> dict[str, Any]:
        """Return one fact; a key without a value is left out."""
        data = {
            "kind": fact.kind,
            "stance": fact.stance,
            "parts": fact.parts,
            "rows": [[label, values] for label, values in fact.rows],
            "relation": fact.relation,
            "score": max((float(mark.score) for mark, *_ in fact.marks if mark.score), default=None),
            "nodes": sorted(set(fact.nodes)),
            "node": fact.node if fact.node >= 0 else None,
            "source": fact.source,
            "marks": [*self._marks(fact.marks), *self._passages(fact.quote)],
        }
        return {key: value for key, value in data.items() if value not in (None, [])}

    def _marks(self, marks: Iterable[tuple[Evidence, int, int]]) -> Iterator[dict[str, Any]]:
        """One mark a sentence, with the words of all claims that the sentence makes for the fact."""
        sentences: dict[tuple[Iri, Span], list[tuple[Evidence, int, int]]] = defaultdict(list)
        for evidence, subject, value in marks:
            sentences[evidence.article, evidence.sentence].append((evidence, subject, value))
        for (article, sentence), told in sorted(sentences.items()):
            segments, words = self.segments[article], self._words(self.segments[article], told)
            speakers = sorted({self.names[evidence.said_by] for evidence, *_ in told if evidence.said_by is not None})
            yield {
                "article": self.articles[article],
                "sentence": segments.find(sentence),
                "words": [[*segments.find(span), kind, node] for span, kind, node in words],
                "quote": cut_quote(segments.article.text, sentence, [(span, kind) for span, kind, _ in words]),
                "stance": min((evidence.stance for evidence, *_ in told), key=list(Stance).index),
                "by": speakers,
                "rule": ", ".join(sorted({evidence.rule for evidence, *_ in told if evidence.rule})),
                "score": min(evidence.score for evidence, *_ in told),
            }

    def _words(self, segments: Segments, told: Iterable[tuple[Evidence, int, int]]) -> list[Words]:
        found: set[Words] = set()
        for evidence, subject, value in told:
            parts = ((evidence.trigger, "trigger", -1), (evidence.subject, "subject", subject), (evidence.object, "object", value))
            for span, kind, node in parts:
                if kind == "subject" and node in self.events:  # the whole sentence, as like as not
                    continue
                if span is not None and is_within(span, segments.article.text):
                    found.add((span, kind, node))
        return sorted(found, key=lambda words: (words[1] != "trigger", words))

    def _passages(self, quote: Quote | None) -> Iterator[dict[str, Any]]:
        """One mark a passage of a quotation; its words are the passage itself, as the article has them or as the graph does."""
        if quote is None:
            return
        segments = self.segments.get(quote.article) if quote.article is not None else None
        spans = [span for span in quote.spans if segments is not None and is_within(span, segments.article.text)]
        if segments is None or quote.article is None or not spans:
            yield from ({"quote": [[text, ""]]} for text in quote.passages)
            return
        for span in spans:
            where = segments.find(span)
            text = segments.article.text[span.start : span.end]
            yield {"article": self.articles[quote.article], "sentence": where, "words": [[*where, "quote", -1]], "quote": [[text, ""]]}
