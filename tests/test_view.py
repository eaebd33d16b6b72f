"""What the page is made of: data, places, segments, policy. tests/test_page.py opens it in a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from graph_maker import GraphMaker, make_many
from rdflib import Dataset, Graph, Literal, URIRef

from kg import cli
from kg.namespaces import to_iri
from kg.network import FAMILIES, ArticleText, to_network
from kg.records import Iri, Span
from kg.sparql import Rows, run_query
from kg.view import Focus, to_page
from kg.view.layout import Box, Tie, to_places
from kg.view.stage import SHAPES, to_stage_data, wrap
from kg.view.text import to_segments

SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.fixture(scope="module")
def page() -> str:
    return to_page(Graph().parse(SMALL), title="Velmora")


@pytest.fixture(scope="module")
def data(page: str) -> dict[str, Any]:
    return read_data(page)


def read_data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    read: dict[str, Any] = json.loads(found[1])
    return read


def scripts(page: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)


def labelled(data: dict[str, Any], label: str) -> int:
    return next(number for number, node in enumerate(data["nodes"]) if node["label"] == label)


def fact_of(data: dict[str, Any], label: str) -> dict[str, Any]:
    found: dict[str, Any] = next(fact for fact in data["facts"] if fact.get("node") == labelled(data, label))
    return found


# ---------------------------------------------------------------- the file


def test_the_same_graph_gives_the_same_page(page: str) -> None:
    """In another process, with another hash seed and another order of triples."""
    make = "to_page(Graph().parse(sys.argv[1]), title='Velmora')"
    code = f"import sys; from rdflib import Graph; from kg.view import to_page; sys.stdout.write({make})"
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-c", code, str(SMALL)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(SMALL.parents[2]), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        )
        assert hashlib.sha256(made.stdout).hexdigest() == hashlib.sha256(page.encode()).hexdigest()


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    """No element of the page has a source, and its one link is an empty icon."""
    skeleton = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    assert re.findall(r"\bsrc=", skeleton) == []
    assert re.findall(r'<link[^>]*href="([^"]*)"', skeleton) == ["data:,"]
    assert "sourceMappingURL" not in page
    assert "@import" not in page
    assert "url(" not in re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]


def test_the_policy_allows_these_scripts_and_no_other(page: str) -> None:
    """Both scripts and the style are allowed by their hash; there is no inline handler and nothing is evaluated."""
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    policy = found[1]
    for text in (*scripts(page), *re.findall(r"<style>(.*?)</style>", page, re.DOTALL)):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert len(scripts(page)) == 2


def test_our_script_never_parses_html(page: str) -> None:
    """Text reaches the page as text nodes and attributes only."""
    ours = scripts(page)[1]
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser", ours) == []


def test_text_that_looks_like_markup_stays_data() -> None:
    """Neither a name nor the title can end the script that holds it, or be taken for a part of the template."""
    maker = GraphMaker("https://news.example/x", "</script><script>alert(1)</script>", "<!--<script> & {{js}} \ud800")
    first = maker.thing("entity-0", "</script><img src=x onerror=alert(1)>", "schema:Person")
    maker.add(first, "news:motto", Literal("]]> <!-- \u2028"))
    page = to_page(maker.graph, title="</title><script>alert(1)</script>{{vis}}")
    assert len(scripts(page)) == 2
    assert "<img" not in re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert "<title>&lt;/title&gt;" in page
    assert "{{vis}}" in page.partition("<style>")[0]
    page.encode()


def test_only_links_to_the_web_are_offered() -> None:
    maker = GraphMaker("https://news.example/x", "A", "A")
    person = maker.thing("entity-0", "Ada", "schema:Person", same_as="javascript:alert(1)")
    maker.add(person, "owl:sameAs", "https://www.wikidata.org/entity/Q1")
    maker.add(person, "news:motto", Literal("on"))
    assert read_data(to_page(maker.graph, title="A"))["nodes"][0]["links"] == ["https://www.wikidata.org/entity/Q1"]


# ---------------------------------------------------------------- facts


def test_an_event_tells_its_roles_in_the_order_of_the_text(data: dict[str, Any]) -> None:
    fact = fact_of(data, "Velmora Robotics to invest €340 million in Norland")
    assert [label for label, _ in fact["rows"]] == ["investor", "amount", "destination", "period"]
    assert fact["rows"][1][1] == [{"t": "€340 million", "note": "340,000,000 EUR", "kind": "money"}]


def test_every_sentence_of_an_event_is_quoted_once_with_all_its_words(data: dict[str, Any]) -> None:
    """Headline and lead tell of one investment: two sentences, each with trigger and arguments told apart."""
    headline, lead = fact_of(data, "Velmora Robotics to invest €340 million in Norland")["marks"]
    assert headline["quote"] == [
        ["Velmora Robotics", "object"],
        [" to ", ""],
        ["invest", "trigger"],
        [" ", ""],
        ["€340 million", "object"],
        [" in ", ""],
        ["Norland", "object"],
    ]
    assert [text for text, kind in lead["quote"] if kind == "trigger"] == ["invest"]


def test_words_of_a_fact_are_segments_of_the_text(data: dict[str, Any]) -> None:
    """The segments of a trigger, put together, are the trigger."""
    texts = {first + at: text for _, first, *parts in data["articles"][0]["paragraphs"] for at, text in enumerate(parts)}
    for fact in data["facts"]:
        for mark in fact.get("marks", []):
            told = "".join(texts[at] for at in range(*mark["sentence"]))
            assert told == "".join(text for text, _ in mark["quote"])
            triggers = {"".join(texts[at] for at in range(first, last)) for first, last, kind, _ in mark["words"] if kind == "trigger"}
            assert triggers >= {text for text, kind in mark["quote"] if kind == "trigger" and len(triggers) == 1}


def test_a_denied_fact_says_who_denies_it(data: dict[str, Any]) -> None:
    fact = fact_of(data, "Velmora Robotics closes its plant in Osterby")
    assert (fact["stance"], fact["marks"][0]["by"]) == ("denied", ["Ada Quist"])


def test_a_post_reads_as_a_sentence(data: dict[str, Any]) -> None:
    posts = [fact["parts"] for fact in data["facts"] if fact["kind"] == "post"]
    assert [{"n": labelled(data, "Ada Quist")}, {"t": "is chair of"}, {"n": labelled(data, "Velmora Robotics")}] in posts


def test_a_quotation_has_its_passages_as_evidence(data: dict[str, Any]) -> None:
    (quote,) = [fact for fact in data["facts"] if fact["kind"] == "quote"]
    assert [mark["quote"][0][0] for mark in quote["marks"]] == [
        "We came to Norland because its engineers are outstanding,",
        "The lab will work on surgical robotics from its first day.",
    ]


def test_every_drawn_edge_leads_to_its_facts(data: dict[str, Any]) -> None:
    """Parallel posts are drawn as one edge that tells both."""
    assert all(edge["facts"] for edge in data["stage"]["edges"])
    (post,) = [edge for edge in data["stage"]["edges"] if edge["label"] == "chief executive, chair"]
    assert len(post["facts"]) == 2


def test_the_page_says_what_it_leaves_out() -> None:
    """Twelve nodes have a place; the others come along without one, for whoever searches for them or asks for more."""
    shown = read_data(to_page(make_many(20, 20), title="Many", limit=12))
    assert sum("x" in node for node in shown["stage"]["nodes"]) == 12
    assert (len(shown["nodes"]), shown["left_out"]) == (45, 0)


@pytest.mark.parametrize("graph", [Graph(), Dataset()])
def test_an_empty_graph_is_an_empty_page(graph: Graph) -> None:
    shown = read_data(to_page(graph, title="Nothing"))
    assert (shown["nodes"], shown["facts"], shown["articles"]) == ([], [], [])


def test_an_amount_keeps_its_words_and_its_figures(data: dict[str, Any]) -> None:
    """Each value of an event says what kind it is, so that the card can show it large."""
    rows = dict(fact_of(data, "Velmora Robotics to invest €340 million in Norland")["rows"])
    assert rows["amount"] == [{"t": "€340 million", "note": "340,000,000 EUR", "kind": "money"}]
    assert rows["period"] == [{"t": "the next three years", "kind": "time"}]


def test_every_fact_has_a_relation_to_filter_by(data: dict[str, Any]) -> None:
    """An event's is its class, a post's that it is one."""
    assert all(fact["relation"] for fact in data["facts"])
    assert fact_of(data, "Velmora Robotics to invest €340 million in Norland")["relation"] == "investment"
    assert {fact["relation"] for fact in data["facts"] if fact["kind"] == "post"} == {"holds a post"}


def test_plain_triples_give_the_same_page_as_a_graph(page: str) -> None:
    """A file read by kg's own engine, or by rdflib: one page."""
    rows = run_query(SMALL, "SELECT ?s ?p ?o { ?s ?p ?o }")
    assert isinstance(rows, Rows)
    assert to_page(rows.rows, title="Velmora") == page


def test_a_page_about_one_entity_is_called_after_it() -> None:
    shown = to_page(Graph().parse(SMALL), focus=Focus("quist"))
    assert read_data(shown)["title"] == "Ada Quist – Velmora Robotics to invest €340 million in Norland"
    assert read_data(shown)["nodes"][read_data(shown)["focus"]]["label"] == "Ada Quist"


# ---------------------------------------------------------------- the command


def test_kg_view_writes_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The title is the article's headline; with a focus, what is near it is on the stage."""
    output = tmp_path / "deep" / "page.html"
    assert cli.main(["view", str(SMALL), "-o", str(output), "--focus", "ada quist", "--hops", "1"]) == 0
    assert f"wrote {output}" in capsys.readouterr().out
    shown = read_data(output.read_text(encoding="utf-8"))
    near = {node["label"] for node, drawn in zip(shown["nodes"], shown["stage"]["nodes"], strict=True) if "x" in drawn}
    assert near == {"Ada Quist", "Velmora Robotics", "Jonas Wexel", "Tarnby", "Ada Quist meets Jonas Wexel in Tarnby"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--focus", "Ada Qist"), "kg: no entity is called 'Ada Qist'; the nearest names are: Ada Quist\n"),
        (("--focus", "zzzzzz"), "kg: no entity is called 'zzzzzz'; no name in the graph comes near it\n"),
        (("-o", "page.txt"), "kg: page.txt: a page ends in .html; name it so with -o\n"),
    ],
)
def test_kg_view_explains_what_it_cannot_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, str], message: str
) -> None:
    """One sentence, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(["view", str(SMALL), *arguments]) == 1
    assert capsys.readouterr().err == message
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- colours


def _brightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((_brightness(one), _brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def list_colours(page: str) -> dict[str, dict[str, str]]:
    """The colours of the light and of the dark page."""
    css = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)[0]
    light, dark = (dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block)) for block in re.findall(r":root \{(.*?)\}", css, re.DOTALL))
    return {"light": light, "dark": light | dark}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(page: str, scheme: str) -> None:
    """Text at least 4.5 to 1 (WCAG AA) on every ground; shapes, which have names beside them, at least 1.9 to 1."""
    colours = list_colours(page)[scheme]
    for ink in ("ink", "muted", "accent", "denied"):
        for ground in ("paper", "surface", "raised"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for ink in ("ink", "accent"):
        assert contrast(colours[ink], colours["accent-soft"]) >= 4.5
    assert contrast(colours["ink"], colours["words"]) >= 4.5
    for shape in ("person", "organisation", "place", "work", "topic", "group-line", "event-line"):
        assert contrast(colours[shape], colours["paper"]) >= 1.9, shape


def test_nothing_is_told_by_colour_alone() -> None:
    """Each family has a shape of its own, and what is not asserted has a line of its own or says so in words."""
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert {family for family, _ in FAMILIES} <= set(SHAPES)


# ---------------------------------------------------------------- text


def test_offsets_count_code_points() -> None:
    """A letter outside the basic plane is one code point here and two units in a browser; segments avoid the difference."""
    text = "😀 Ada met Bo."
    segments = to_segments(ArticleText(Iri("https://news.example/x"), "t", text, "", None), [Span(2, 5), Span(6, 9)])
    assert segments.to_data()["paragraphs"] == [["body", 0, "😀 ", "Ada", " ", "met", " Bo."]]
    assert segments.find(Span(2, 5)) == [1, 2]


def test_evidence_outside_the_text_is_left_out() -> None:
    """A graph whose offsets do not fit its text gives a page without that evidence."""
    maker = GraphMaker("https://news.example/x", "Acme leads Bolt.", "Acme leads Bolt.")
    first, last = maker.thing("entity-0", "Acme", "schema:Organization"), maker.thing("entity-9", "Bolt", "schema:Organization")
    maker.claim((first, "news:leads", last), "Acme leads Bolt.", ("leads", "Acme", "Bolt"))
    maker.graph.set((URIRef(maker.article), URIRef(to_iri("schema:articleBody")), Literal("Acme")))
    (fact,) = read_data(to_page(maker.graph, title="x"))["facts"]
    assert "marks" not in fact


# ---------------------------------------------------------------- places


@pytest.mark.parametrize("count", [(10, 8), (28, 20), (50, 45), (120, 110)])
def test_no_box_covers_another(count: tuple[int, int]) -> None:
    """Also where fifty events hang together."""
    network = to_network(make_many(*count))
    drawn = to_stage_data(network, {node: number for number, node in enumerate(network)})
    assert len({(node["x"], node["y"]) for node in drawn["nodes"]}) == len(network)
    boxes = {str(n): Box(120 + n % 3 * 30, 40) for n in range(count[0])}
    ties = [Tie(str(n), str(n * 7 % count[0])) for n in range(count[0])]
    places = to_places(boxes, ties)
    frames = [(places[name][0], places[name][1], box.width, box.height) for name, box in boxes.items()]
    for at, (x, y, width, height) in enumerate(frames):
        for other_x, other_y, other_width, other_height in frames[:at]:
            assert abs(x - other_x) * 2 >= width + other_width or abs(y - other_y) * 2 >= height + other_height


def test_the_parts_of_a_drawing_share_one_stage() -> None:
    """Small parts go into the corners that large ones leave: a star and forty pairs fill at least a quarter of their frame."""
    names = [f"s{n}" for n in range(20)] + [f"p{n}" for n in range(80)]
    boxes = {name: Box(110, 40) for name in names}
    ties = [Tie("s0", f"s{n}") for n in range(1, 20)] + [Tie(f"p{n}", f"p{n + 1}") for n in range(0, 80, 2)]
    places = to_places(boxes, ties).values()
    wide, high = (max(place[axis] for place in places) - min(place[axis] for place in places) + room for axis, room in ((0, 110), (1, 40)))
    assert len(names) * 110 * 40 > 0.25 * wide * high


def test_places_are_whole_numbers(data: dict[str, Any]) -> None:
    assert all(isinstance(node[axis], int) for node in data["stage"]["nodes"] for axis in "xy")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ada Quist", ["Ada Quist"]),
        ("The Ministry of Economy, Trade and Industry", ["The Ministry of", "Economy, Trade and", "Industry"]),
        ("Donaudampfschifffahrtsgesellschaft", ["Donaudampfschifffahr", "tsgesellschaft"]),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
            ["one two three four", "five six seven eight", "nine ten eleven…"],
        ),
        (" \n\t ", ["–"]),
    ],
)
def test_labels_break_between_words(text: str, lines: list[str]) -> None:
    """What is longer than a line breaks inside; what is longer than three lines ends in an ellipsis."""
    assert wrap(text, 20, 3) == lines
