"""The first article, built: every `must` line of its yardstick comes out, no `never` line does, and the `good` ones are pinned."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from corpus import open_reader
from pyoxigraph import RdfFormat, Store
from seed_facts import LINES, PASSAGES, PREFIX_LINES, Line, to_query

ARTICLE = Path(__file__).parent.parent / "data/articles/microsoft-japan.txt"

GOOD_FLOOR = 8
"""How many of the `good` lines come out; raise it when more do."""


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The Turtle that `kg build` writes for the article, loaded."""
    from kg.pipeline import build

    built = build(ARTICLE, tmp_path_factory.mktemp("seed"), formats=("ttl",), reader=open_reader())
    store = Store()
    store.load(path=built.files[0], format=RdfFormat.TURTLE)
    return store


def find_faults(store: Store, line: Line) -> list[str]:
    """The questions of a line that the graph answers wrongly."""
    wrong = [f"not so: {body}" for body in line.asks if not ask(store, body)]
    return wrong + [f"should not be so: {body}" for body in line.nots if ask(store, body)]


def ask(store: Store, body: str) -> bool:
    return bool(store.query(to_query(body)))


@pytest.mark.parametrize("line", LINES, ids=str)
def test_the_questions_are_sparql(line: Line) -> None:
    """Every question parses and is answered no by an empty graph, unless it counts to nothing."""
    assert not any(ask(Store(), body) for body in (*line.asks, *line.nots))


@pytest.mark.parametrize("line", [line for line in LINES if line.rank == "must"], ids=str)
def test_what_must_come_out(store: Store, line: Line) -> None:
    """The article states it outright."""
    assert find_faults(store, line) == []


@pytest.mark.parametrize("line", [line for line in LINES if line.rank == "never"], ids=str)
def test_what_must_never_come_out(store: Store, line: Line) -> None:
    """The article does not say it."""
    assert find_faults(store, line) == []


def test_the_good_lines_are_pinned(store: Store) -> None:
    """As many of the lines that ask for a little more reading come out as ever did."""
    missing = [str(line) for line in LINES if line.rank == "good" and find_faults(store, line)]
    found = sum(line.rank == "good" for line in LINES) - len(missing)
    assert found >= GOOD_FLOOR, missing


@pytest.mark.parametrize("speaker", PASSAGES)
def test_the_quotations_are_word_for_word(store: Store, speaker: str) -> None:
    """must: Kishida, Smith and Tsusaka are quoted, two passages each, as one or two quotations."""
    rows = store.query(
        f"{PREFIX_LINES}SELECT ?text WHERE {{ ?quotation a schema:Quotation ; schema:text ?text ; schema:spokenByCharacter ?speaker . "
        f'?speaker rdfs:label|schema:alternateName "{speaker}" }}'
    )
    texts = sorted(re.sub(r"[,.]$", "", row["text"].value) for row in rows)  # type: ignore[union-attr]
    assert texts == sorted(PASSAGES[speaker])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Microsoft to invest $2.9 billion", "headline"),
        ("Microsoft’s investment was announced during", "caption"),
        ("Microsoft will expand training programmes", "standfirst"),
        ("Laura Hyde", "byline"),
        ("Microsoft will invest $2.9 billion to developing", "body"),
        ("In collaboration with our partners", "body"),
        ("Subscribe to the Technology Record", "furniture"),
        ("All Rights Reserved", "footer"),
    ],
)
def test_the_blocks_are_told_apart(words: str, kind: str) -> None:
    """must: the photo caption, the standfirst, the byline, the newsletter line and the copyright footer are not body text."""
    from kg.article import read_article

    article = read_article(ARTICLE)
    start = article.text.index(words)
    assert [block.kind for block in article.blocks if block.span.start <= start < block.span.end] == [kind]


def test_nothing_is_read_in_what_is_no_news(store: Store) -> None:
    """No claim is attested in the byline, the newsletter line or the footer."""
    text = ARTICLE.read_text(encoding="utf-8")
    end = text.index("Subscribe to the Technology Record")
    byline = text.index("Laura Hyde")
    body = f"?attestation news:sentence/oa:hasSelector/oa:start ?start . FILTER(?start >= {end} || ?start = {byline})"
    assert not ask(store, body)


def test_every_quote_stands_where_its_offsets_say(store: Store) -> None:
    """`text[start:end]` is the quote, for every passage in the graph."""
    text = ARTICLE.read_text(encoding="utf-8")
    rows = store.query(
        f"{PREFIX_LINES}SELECT ?quote ?start ?end WHERE {{ ?passage oa:hasSelector ?words, ?place . ?words oa:exact ?quote . "
        "?place oa:start ?start ; oa:end ?end }"
    )
    passages = [(row["quote"].value, int(row["start"].value), int(row["end"].value)) for row in rows]  # type: ignore[union-attr]
    assert passages
    assert [quote for quote, start, end in passages if text[start:end] != quote] == []
