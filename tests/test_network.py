"""What the network of a graph holds: entities, events, posts, values, quotations, and their evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_maker import GraphMaker, make_many
from rdflib import BNode, Dataset, Graph, Literal, URIRef

from kg.errors import GraphError
from kg.namespaces import to_iri
from kg.network import Network, find_node, to_network, to_stage
from kg.records import Iri, Stance
from kg.records import Literal as Words

ARTICLE = "https://news.example/velmora"
SMALL = Path(__file__).parent / "data" / "small.ttl"


@pytest.fixture(scope="module")
def network() -> Network:
    return to_network(Graph().parse(SMALL))


def node(network: Network, label: str) -> dict[str, object]:
    return next(data for _, data in network.nodes(data=True) if data["label"] == label)


def edges(network: Network, start: str, end: str) -> list[dict[str, object]]:
    names = {name: data["label"] for name, data in network.nodes(data=True)}
    return [data for first, last, data in network.edges(data=True) if (names[first], names[last]) == (start, end)]


def test_entities_and_events_are_nodes_and_nothing_else_is(network: Network) -> None:
    """Claims, passages, values, posts, quotations and the article itself are no nodes."""
    kinds = [data["kind"] for _, data in network.nodes(data=True)]
    assert (kinds.count("entity"), kinds.count("event")) == (14, 7)
    labels = {data["label"] for _, data in network.nodes(data=True)}
    assert not labels & {"€340 million", "chief executive", "The Tarnby Courier", "Velmora Robotics to invest"}


def test_a_class_is_no_node() -> None:
    """Classes have labels in the graph, and claims say that events are of them; they are no nodes all the same."""
    maker = GraphMaker("https://news.example/a", "A", "Acme buys Bolt.")
    first = maker.thing("entity-0", "Acme", "schema:Organization")
    event = maker.thing("event-5-Acquisition", "Acme buys Bolt", "news:Acquisition")
    maker.add(to_iri("news:Acquisition"), "rdfs:label", Literal("acquisition"))
    maker.claim((event, "rdf:type", to_iri("news:Acquisition")), "Acme buys Bolt.", ("buys", "", ""))
    maker.claim((event, "news:buyer", first), "Acme buys Bolt.", ("buys", "", "Acme"))
    assert {data["label"] for _, data in to_network(maker.graph).nodes(data=True)} == {"Acme", "Acme buys Bolt"}


@pytest.mark.parametrize(
    ("label", "family"),
    [
        ("Ada Quist", "person"),
        ("Velmora Robotics", "organisation"),
        ("Tarnby University", "organisation"),
        ("research lab in Tarnby", "organisation"),
        ("Norland", "place"),
        ("plant in Osterby", "place"),
        ("1,200 technicians", "group"),
        ("surgical robotics", "topic"),
        ("Open Hands Initiative", "work"),
        ("Ada Quist meets Jonas Wexel in Tarnby", "event"),
    ],
)
def test_a_node_has_the_family_of_its_classes(network: Network, label: str, family: str) -> None:
    """A country is a place though it is an organisation too; a laboratory is an organisation."""
    assert node(network, label)["family"] == family


@pytest.mark.parametrize(
    ("label", "stance"),
    [
        ("Velmora Robotics acquires Pellerin Sensors for €85 million", Stance.ASSERTED),
        ("Velmora Robotics to invest €340 million in Norland", Stance.PLANNED),
        ("Velmora Robotics trains 1,200 technicians", Stance.POSSIBLE),
        ("Velmora Robotics closes its plant in Osterby", Stance.DENIED),
    ],
)
def test_an_event_has_the_stance_of_the_article(network: Network, label: str, stance: Stance) -> None:
    """A planned event says so itself; one without a class of its own takes the firmest stance of its claims."""
    assert node(network, label)["stance"] == stance


def test_a_node_has_its_aliases_and_links(network: Network) -> None:
    assert node(network, "Ada Quist")["aliases"] == ("Quist",)
    assert node(network, "Norland")["links"] == ("http://www.wikidata.org/entity/Q900001",)


def test_values_are_details_of_their_event(network: Network) -> None:
    """An amount keeps the article's words and has its figures beside them."""
    details = node(network, "Velmora Robotics to invest €340 million in Norland")["details"]
    assert [(detail.label, detail.text, detail.note) for detail in details] == [  # type: ignore[attr-defined]
        ("amount", "€340 million", "340,000,000 EUR"),
        ("period", "the next three years", ""),
    ]


def test_a_post_is_an_edge_from_person_to_organisation(network: Network) -> None:
    """Two posts of one person in one organisation are two edges."""
    posts = edges(network, "Ada Quist", "Velmora Robotics")
    assert [(post["label"], post["kind"]) for post in posts] == [("chief executive", "post"), ("chair", "post")]
    assert len(posts[0]["evidence"]) == 3  # type: ignore[arg-type]


def test_an_event_leads_to_its_participants(network: Network) -> None:
    (role,) = edges(network, "Velmora Robotics to invest €340 million in Norland", "Norland")
    assert (role["label"], role["kind"], role["stance"]) == ("destination", "role", Stance.PLANNED)


def test_evidence_names_sentence_and_words(network: Network) -> None:
    """An offset is into the article's text as it stands."""
    (fact,) = edges(network, "Ministry of Labour", "Open Hands Initiative")
    (mark,) = fact["evidence"]  # type: ignore[misc]
    text = network.graph["articles"][0].text
    words = [text[span.start : span.end] for span in (mark.trigger, mark.subject, mark.object)]  # type: ignore[has-type]
    assert words == ["led", "Ministry of Labour", "Open Hands Initiative"]


def test_a_reported_fact_names_who_says_it(network: Network) -> None:
    (fact,) = edges(network, "Ministry of Labour", "Velmora Robotics to invest €340 million in Norland")
    (mark,) = fact["evidence"]  # type: ignore[misc]
    assert (mark.stance, network.graph["names"][mark.said_by]) == (Stance.REPORTED, "Jonas Wexel")  # type: ignore[has-type]


def test_background_knowledge_is_told_apart(network: Network) -> None:
    """A background fact has a source and no evidence in the article."""
    (fact,) = edges(network, "Tarnby", "Norland")
    assert (fact["kind"], fact["source"], fact["evidence"]) == ("background", "https://www.geonames.org/990001", ())


def test_quotations_stay_with_their_speaker(network: Network) -> None:
    (quote,) = node(network, "Ada Quist")["quotes"]  # type: ignore[misc]
    assert len(quote.passages) == len(quote.spans) == 2  # type: ignore[has-type]


def test_an_article_keeps_its_text_and_byline(network: Network) -> None:
    (article,) = network.graph["articles"]
    assert article.byline == "Mirjam Holt · The Tarnby Courier · 2026"
    assert article.text.startswith(article.title)


def test_named_graphs_are_read_as_their_union() -> None:
    """One graph and the same triples spread over named graphs give the same network."""
    graph = Graph().parse(SMALL)
    dataset = Dataset()
    for number, triple in enumerate(graph):
        dataset.graph(URIRef(f"https://news.example/{number % 3}")).add(triple)
    one, other = to_network(graph), to_network(dataset)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_facts_without_claims_are_edges_without_evidence() -> None:
    """A graph of bare facts, without claims, still makes a network."""
    maker = GraphMaker("https://news.example/a", "A", "A")
    first, last = maker.thing("entity-0", "Acme", "schema:Organization"), maker.thing("entity-9", "Bolt", "schema:Organization")
    maker.add(first, "news:supports", last)
    assert [(edge["label"], edge["evidence"]) for edge in edges(to_network(maker.graph), "Acme", "Bolt")] == [("supports", ())]


def test_a_stage_takes_the_nodes_with_most_facts() -> None:
    """Nodes without any fact are left out first."""
    network = to_network(make_many(30, 40))
    stage = to_stage(network, 10)
    assert len(stage) == 10
    assert "https://news.example/many#entity-0" in stage
    assert all(start in stage and end in stage for start, end in stage.edges())


def test_an_event_comes_with_its_participants() -> None:
    """An event weighs as much as its second participant, so that none stands on the stage alone."""
    stage = to_stage(to_network(make_many(30, 40)), 20)
    events = [name for name, data in stage.nodes(data=True) if data["kind"] == "event"]
    assert events
    assert all(stage.degree(name) == 2 for name in events)


def test_a_focus_takes_what_is_near() -> None:
    """A hop is a fact: an event and all its participants are one; the rest comes along off the stage."""
    network = to_network(Graph().parse(SMALL))
    for hops, count in ((1, 5), (2, 19), (9, 21)):
        stage = to_stage(network, 100, spare=100, focus=find_node(network, "Ada Quist"), hops=hops)
        assert sum(data["on_stage"] for _, data in stage.nodes(data=True)) == count
        assert len(stage) == 21


@pytest.mark.parametrize("name", ["Norland", "  norland ", "NÖRLAND", "http://www.wikidata.org/entity/Q900001"])
def test_a_name_leads_to_its_node(name: str) -> None:
    """Whatever its case, accents and spaces."""
    network = to_network(Graph().parse(SMALL))
    if name.startswith("http"):
        name = find_node(network, "Norland")
    assert network.nodes[find_node(network, name)]["label"] == "Norland"


def test_an_unknown_name_offers_the_nearest() -> None:
    with pytest.raises(GraphError, match=r"no entity is called 'Velmorra'; the nearest names are: Velmora Robotics"):
        find_node(to_network(Graph().parse(SMALL)), "Velmorra")


def test_plain_triples_and_rdflib_make_one_network() -> None:
    """Also quads, whose graphs are joined; blank nodes of others are no things."""
    graph = Graph().parse(SMALL)
    graph.add((BNode(), URIRef(to_iri("rdfs:label")), Literal("nobody")))
    plain = [
        (Iri(str(one)), Iri(str(name)), Words(str(value)) if isinstance(value, Literal) else Iri(str(value)), None)
        for one, name, value in graph
        if str(value) != "nobody"
    ]
    assert list(to_network(plain).nodes) == list(to_network(graph).nodes)


def test_an_empty_graph_is_an_empty_network() -> None:
    network = to_network(Graph())
    assert (len(network), network.graph["articles"]) == (0, ())


@pytest.mark.parametrize("score", ["high", "NaN", "1e999", "-1", ""])
def test_a_broken_score_is_no_score(score: str) -> None:
    maker = GraphMaker("https://news.example/a", "Acme leads Bolt.", "Acme leads Bolt.")
    first, last = maker.thing("entity-0", "Acme", "schema:Organization"), maker.thing("entity-9", "Bolt", "schema:Organization")
    maker.claim((first, "news:leads", last), "Acme leads Bolt.", ("leads", "Acme", "Bolt"))
    (attestation,) = maker.graph.subjects(URIRef(to_iri("news:rule")))
    maker.graph.set((attestation, URIRef(to_iri("news:score")), Literal(score)))
    (fact,) = edges(to_network(maker.graph), "Acme", "Bolt")
    assert [mark.score for mark in fact["evidence"]] == [""]  # type: ignore[attr-defined]


def test_broken_passages_and_stances_break_nothing() -> None:
    """A graph that others wrote may lack words, or hold stances that kg does not know."""
    maker = GraphMaker("https://news.example/a", "Acme leads Bolt.", "Acme leads Bolt.")
    first, last = maker.thing("entity-0", "Acme", "schema:Organization"), maker.thing("entity-9", "Bolt", "schema:Organization")
    maker.claim((first, "news:leads", last), "Acme leads Bolt.", ("leads", "Acme", "Bolt"), stance="Shouted")
    (attestation,) = maker.graph.subjects(URIRef("https://w3id.org/kg-news/ontology#stance"))
    maker.graph.set((attestation, URIRef("https://w3id.org/kg-news/ontology#trigger"), Literal("no passage")))
    (fact,) = edges(to_network(maker.graph), "Acme", "Bolt")
    (mark,) = fact["evidence"]  # type: ignore[misc]
    assert (mark.stance, mark.trigger) == (Stance.ASSERTED, None)  # type: ignore[has-type]
