"""What ties two things: the facts between them, or the shortest chains of facts; a name that is unknown offers the nearest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.chains import Chain, explain, format_explanation
from kg.directory import find_nearest
from kg.errors import GraphError, QueryError
from kg.rdf import to_quads, write_graph
from kg.records import Iri, Reading, Span, Stance
from tests import readings
from tests.readings import LUND, A, attest, claim, entity, make_ontology, make_reading, node


def write(folder: Path, reading: Reading | None = None, *, name: str = "ttl", facts_only: bool = False) -> Path:
    path = folder / f"graph.{name}"
    write_graph(to_quads(reading or make_reading(), make_ontology(), facts_only=facts_only), path)
    return path


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the invented article."""
    return write(tmp_path_factory.mktemp("graph"))


def stops(chain: Chain) -> list[str]:
    return [thing.name for thing in chain.things]


def make_ties(*pairs: tuple[str, str]) -> Reading:
    """An article in which things of one letter support each other."""
    names = dict.fromkeys(name for pair in pairs for name in pair)
    entities = {name: entity(f"entity-{name}", name, "news:Company") for name in names}
    made = [claim(entities[one].iri, "news:supports", entities[other].iri) for one, other in pairs]
    attested = tuple(attest(each, *readings.LED) for each in made)
    return replace(
        make_reading(),
        entities=tuple(entities.values()),
        events=(),
        values=(),
        speeches=(),
        claims=tuple(made),
        attestations=attested,
        background=(),
    )


# ---------------------------------------------------------------- facts between two


@pytest.mark.parametrize(
    ("one", "other", "sentences"),
    [
        ("Ada Lund", "Bo Ek", ["Ada Lund met Bo Ek"]),
        ("Osprey", "Kite Labs", ["Osprey bought Kite Labs for €30 million"]),
        ("Kite Labs", "Vire Group", ["Vire Group not owner of Kite Labs", "Osprey bought Kite Labs for €30 million"]),
        ("Harbo", "Norland", ["Harbo is located in Norland"]),
        ("The Harbo Post", "Osprey", ["Vire Group buys Osprey", "The price of Osprey rises by 40 %"]),
        ("Osprey", "chief executive", ["Ada Lund is chief executive of Osprey"]),
        ("Ada Lund", "Osprey is to invest €4.2 million in Norland", []),
    ],
)
def test_the_facts_between_two(graph: Path, one: str, other: str, sentences: list[str]) -> None:
    """A fact ties those who take part in it, a speaker to what he says, background what it is about; the order of the names is free."""
    assert [fact.sentence for fact in explain(graph, one, other).facts] == sentences
    assert [fact.sentence for fact in explain(graph, other, one).facts] == sentences


def test_all_that_is_told_of_one(graph: Path) -> None:
    """One name alone gives all its facts in the order of the text."""
    explanation = explain(graph, "Ada Lund")
    assert [fact.sentence for fact in explanation.facts] == [
        "Ada Lund is chief executive of Osprey",
        "Ada Lund met Bo Ek",
        "Ada Lund leads Wind Alliance",
        "Ada Lund says “We are glad to come. Norland has the wind.”",
    ]
    assert explanation.objects == explanation.chains == ()


@pytest.mark.parametrize("name", ["ada lund", "Lund", "  ADA   LUND ", LUND.iri])
def test_a_name_an_alias_or_an_iri(graph: Path, name: str) -> None:
    """Letters of either case and any white space name the same thing."""
    assert [thing.iri for thing in explain(graph, name).subjects] == [LUND.iri]


def test_two_of_the_same_name_are_told_together(tmp_path: Path) -> None:
    """Who is meant is not guessed: all are told, and the text says by which IRIs they are told apart."""
    reading = make_reading()
    other = entity("entity-999", "Ada Lund", "schema:Person")
    made = claim(other.iri, "news:supports", readings.CHALLENGE.iri)
    reading = replace(
        reading,
        entities=(*reading.entities, other),
        claims=(*reading.claims, made),
        attestations=(*reading.attestations, attest(made, *readings.LED)),
    )
    explanation = explain(write(tmp_path, reading), "Ada Lund")
    assert {thing.iri for thing in explanation.subjects} == {LUND.iri, other.iri}
    assert "Ada Lund supports Breeze Challenge" in [fact.sentence for fact in explanation.facts]
    text = format_explanation(explanation)
    assert text.startswith("2 things are called Ada Lund; an IRI names one of them:\n")
    assert f"  {other.iri}  (Person)\n" in text


# ---------------------------------------------------------------- chains


def test_a_chain_where_no_fact_ties_two(graph: Path) -> None:
    """What is not tied directly is tied over others, and each step names its facts."""
    explanation = explain(graph, "Ada Lund", "Breeze Challenge")
    assert explanation.facts == ()
    assert stops(explanation.chains[0]) == ["Ada Lund", "Osprey", "Breeze Challenge"]
    assert [[fact.sentence for fact in step] for step in explanation.chains[0].facts] == [
        ["Ada Lund is chief executive of Osprey"],
        ["Osprey supports Breeze Challenge"],
    ]


def test_no_chain_leads_through_posts_topics_values_or_the_article(graph: Path) -> None:
    """Two who hold posts, or the same amount of money, are not tied by that."""
    barred = {"chief executive", "prime minister", "storage", "€1 million", "€4.2 million", readings.make_article().title}
    for one in ("Ada Lund", "Bo Ek", "Kite Labs", "Harbo University"):
        for other in ("Breeze Challenge", "workers", "mill of Vire Group", "storage"):
            for chain in explain(graph, one, other).chains:
                assert not barred & set(stops(chain)[1:-1])


def test_a_topic_may_stand_at_an_end(graph: Path) -> None:
    """What may not be passed through may be asked for."""
    assert stops(explain(graph, "storage", "Osprey").chains[0]) == ["storage", "Breeze Challenge", "Osprey"]


def test_a_hub_costs_more(tmp_path: Path) -> None:
    """Of two chains of the same length the one over the thing with fewer facts comes first."""
    hub = [("hub", f"leaf {number}") for number in range(20)]
    path = write(tmp_path, make_ties(("left", "hub"), ("hub", "right"), ("left", "quiet"), ("quiet", "right"), *hub))
    assert [stops(chain)[1] for chain in explain(path, "left", "right").chains] == ["quiet", "hub"]


def test_a_detour_around_a_hub(tmp_path: Path) -> None:
    """A large hub is worth one step more."""
    hub = [("hub", f"leaf {number}") for number in range(60)]
    path = write(tmp_path, make_ties(("left", "hub"), ("hub", "right"), ("left", "a"), ("a", "b"), ("b", "right"), *hub))
    assert [stops(chain) for chain in explain(path, "left", "right").chains] == [["left", "a", "b", "right"], ["left", "hub", "right"]]


def test_a_denied_fact_costs_more(tmp_path: Path) -> None:
    """Of two chains alike the one of asserted facts comes first."""
    reading = make_ties(("left", "a"), ("a", "right"), ("left", "b"), ("b", "right"))
    weak = tuple(replace(each, stance=Stance.DENIED) for each in reading.attestations[:2])
    path = write(tmp_path, replace(reading, attestations=(*weak, *reading.attestations[2:])))
    assert [stops(chain)[1] for chain in explain(path, "left", "right").chains] == ["b", "a"]


def test_only_the_shortest_chains(tmp_path: Path) -> None:
    """Longer ways are left out, and at most three are told."""
    ways = [(name, end) for name in "abcd" for end in ("left", "right")]
    path = write(tmp_path, make_ties(*ways, ("left", "x"), ("x", "y"), ("y", "right")))
    chains = explain(path, "left", "right").chains
    assert [len(chain.things) for chain in chains] == [3, 3, 3]


def test_no_chain_at_all(tmp_path: Path) -> None:
    """What nothing ties is told as that."""
    path = write(tmp_path, make_ties(("a", "b"), ("c", "d")))
    explanation = explain(path, "a", "d")
    assert (explanation.facts, explanation.chains) == ((), ())
    assert format_explanation(explanation) == "No fact and no chain of facts ties a and d.\n"


@pytest.mark.parametrize("name", ["ttl", "trig", "nq"])
def test_all_formats_explain_the_same(name: str, graph: Path, tmp_path: Path) -> None:
    """.ttl, .trig and .nq give the same explanation."""
    assert explain(write(tmp_path, name=name), "Ada Lund", "storage") == explain(graph, "Ada Lund", "storage")


# ---------------------------------------------------------------- text


def test_a_fact_in_words(graph: Path) -> None:
    """A fact is told with stance, roles, quote and the rules that read it."""
    text = format_explanation(explain(graph, "Ada Lund", "Bo Ek"))
    assert text.splitlines() == [
        "1. Ada Lund met Bo Ek. [asserted]",
        "     date         12 March 2025 (2025-03-12)",
        "     participant  Ada Lund",
        "     participant  Bo Ek",
        "     place        Harbo",
        "     > Ada Lund, chief executive of Osprey, met Prime Minister Bo Ek in Harbo on 12 March 2025. [162–250]",
        "     read by svo (date, participant, place)",
    ]


def test_a_chain_in_words(graph: Path) -> None:
    """A chain has its stops as a heading, and its facts below."""
    text = format_explanation(explain(graph, "Ada Lund", "storage"))
    assert text.startswith("No fact ties Ada Lund and storage. The shortest chain of facts:\n")
    assert "\nAda Lund — Osprey — Breeze Challenge — storage\n" in text


def test_a_thing_of_which_nothing_is_told(tmp_path: Path) -> None:
    """What is named only is known, and told as such."""
    reading = make_reading()
    path = write(tmp_path, replace(reading, entities=(*reading.entities, entity("entity-999", "Quiet Ltd", "news:Company"))))
    assert format_explanation(explain(path, "quiet ltd")) == "Quiet Ltd is named in the graph, and no fact is told of it.\n"


def test_control_characters_reach_no_terminal(tmp_path: Path) -> None:
    """A hostile name is made visible in headings and sentences."""
    path = write(tmp_path, make_ties(("a\x1b[31m\u202e", "b"), ("b", "c")))
    text = format_explanation(explain(path, "c", f"{A}#entity-a%1B%5B31m%E2%80%AE"))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert " — " in text


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ospray", "did you mean Osprey"),
        ("harbo post", "nothing"),
        ("University", "did you mean Harbo University"),
        ("Lnud", "did you mean Lund"),
        ("zzz", "kg facts GRAPH"),
    ],
)
def test_an_unknown_name_offers_the_nearest(graph: Path, name: str, words: str) -> None:
    """Names that share a word come first, then those spelt alike; "the" makes no difference."""
    if words == "nothing":
        assert explain(graph, name).subjects[0].name == "The Harbo Post"
        return
    with pytest.raises(QueryError, match=words):
        explain(graph, name)


def test_the_nearest_of_many() -> None:
    """At most five are offered, those that share most words first."""
    names = [f"Acme Works {number}" for number in range(100)]
    assert len(find_nearest("acme", names)) == 5
    assert find_nearest("works 17", names)[0] == "Acme Works 17"


def test_the_same_thing_twice(graph: Path) -> None:
    """A thing is not tied to itself."""
    with pytest.raises(QueryError, match="are the same thing"):
        explain(graph, "Ada Lund", "Lund")


def test_a_graph_without_evidence(tmp_path: Path) -> None:
    """A graph of bare facts has nothing to explain with."""
    with pytest.raises(GraphError, match="--facts-only"):
        explain(write(tmp_path, facts_only=True), "Osprey")


def test_a_real_article(tmp_path: Path, reading: Reading) -> None:
    """Everything that an article names can be explained, and every quote stands where its offsets say."""
    from kg.pipeline import Reader

    path = tmp_path / "graph.ttl"
    write_graph(to_quads(reading, Reader().ontology), path)
    for each in reading.entities:
        for fact in explain(path, each.iri).facts:
            assert Iri(each.iri) in fact.things
            for words in fact.words:
                span = Span(words.start, words.end)
                assert reading.article.text[span.start : span.end] == words.quote


def test_an_event_can_be_asked_for(graph: Path) -> None:
    """An event is a thing like any other, by its label or its IRI."""
    assert explain(graph, "Ada Lund met Bo Ek") == explain(graph, node("event-190-Meeting"))
