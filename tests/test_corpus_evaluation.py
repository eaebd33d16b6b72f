"""Gold in JSON Lines: its shape, the measures on hand-made documents, the alignment to a corpus's labels, and the report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import EvaluationError, InputError, QueryError
from kg.evaluation import corpus, corpus_report
from kg.evaluation.alignment import Alignment, read_alignment, to_document
from kg.evaluation.documents import Document, Relation, Thing, read_documents, to_title, write_documents
from kg.evaluation.findings import find_all
from kg.evaluation.measures import Tally, measure, pair_relations, to_sides
from kg.namespaces import to_claim_iri, to_iri
from kg.ontology import load_ontology
from kg.rdf import to_quads
from kg.records import Article, Attestation, Claim, Entity, Iri, Reading, Span, Stance
from kg.turtle import Quad

A, B, C, D = Span(0, 1), Span(2, 3), Span(4, 5), Span(6, 7)
TEXT = "a b c d e f g h"
PREDICATES = frozenset({"leads", "owns"})


def thing(name: str, *mentions: Span, types: str = "entity person", link: str | None = None) -> Thing:
    return Thing(name, mentions, frozenset(types.split()), link)


def document(*things: Thing, relations: Sequence[Relation] = ()) -> Document:
    return Document("d", TEXT, things, frozenset(relations))


def compare(gold: Document, predicted: Document, scope: str = "named") -> dict[str, Tally]:
    return measure(*to_sides(gold, predicted, PREDICATES, scope=scope))


# ---------------------------------------------------------------- measures


def test_two_equal_documents_are_all_right() -> None:
    """Whoever predicts the gold has 1.0 in every measure."""
    gold = document(thing("x", A, B, link="X"), thing("y", C), relations=[("x", "leads", "y")])
    assert {name: tally.f1 for name, tally in compare(gold, gold).items()} == dict.fromkeys(compare(gold, gold), 1.0)


def test_coreference_on_a_worked_example() -> None:
    """Gold {a b c} {d}, predicted {a b} {c d}: MUC 1/2 and 1/2, B3 3/4 and 2/3, CEAFe (4/5 + 2/3) / 2."""
    scores = compare(document(thing("x", A, B, C), thing("y", D)), document(thing("1", A, B), thing("2", C, D)))
    assert (scores["muc"].precision, scores["muc"].recall) == (0.5, 0.5)
    assert (scores["b3"].precision, scores["b3"].recall) == (0.75, pytest.approx(2 / 3))
    assert scores["ceafe"].f1 == pytest.approx((4 / 5 + 2 / 3) / 2)


def test_coreference_counts_single_mentions_and_those_made_up() -> None:
    """Gold {a b c}, predicted {a} and a mention that is none: no link is right, and B3 is 1/2 of 1/3 and 1/2."""
    scores = compare(document(thing("x", A, B, C)), document(thing("1", A, Span(8, 9))))
    assert scores["muc"].f1 == 0.0
    assert scores["b3"].precision == pytest.approx(1 / 4)
    assert scores["ceafe"].f1 == pytest.approx(2 / 5)


def test_an_entity_is_found_by_one_mention_and_once() -> None:
    """Of two predicted halves of an entity one is right; a wrong label is a miss and a false alarm."""
    scores = compare(document(thing("x", A, B)), document(thing("1", A), thing("2", B)))
    assert scores["typed entity"] == Tally(1, 2, 1, 1)
    other = compare(document(thing("x", A)), document(thing("1", A, types="entity location")))
    assert other["typed entity"] == Tally(0, 1, 0, 1)
    assert other["typed mention"].f1 == 0.0
    assert other["mention"].f1 == 1.0


def test_a_relation_is_right_when_both_ends_share_a_mention() -> None:
    """Spans need not all agree; the predicate must; a relation told by two halves counts once."""
    gold = document(thing("x", A, B), thing("y", C), relations=[("x", "leads", "y")])
    halves = document(thing("1", A), thing("2", B), thing("3", C), relations=[("1", "leads", "3"), ("2", "leads", "3")])
    assert compare(gold, halves)["relation"] == Tally(1, 2, 1, 1)
    other = document(thing("1", A), thing("3", C), relations=[("1", "owns", "3")])
    assert compare(gold, other)["relation"] == Tally(0, 1, 0, 1)
    assert compare(gold, other)["pair"].f1 == 1.0
    turned = document(thing("1", A), thing("3", C), relations=[("3", "leads", "1")])
    assert compare(gold, turned)["pair"].f1 == 0.0


def test_relations_that_the_gold_never_uses_are_not_judged() -> None:
    """A corpus cannot say whether they hold."""
    gold = document(thing("x", A), thing("y", C))
    assert compare(gold, document(thing("1", A), thing("3", C), relations=[("1", "likes", "3")]))["relation"].predicted == 0


def test_links_are_judged_by_mention() -> None:
    """A missing link is a miss, a wrong one both; accuracy looks only at mentions that were found."""
    gold = document(thing("x", A, B, link="X"), thing("y", C, link="Y"))
    scores = compare(gold, document(thing("1", A, link="X"), thing("2", C, link="Z")))
    assert scores["link mention"] == Tally(1, 2, 1, 3)
    assert scores["link accuracy"] == Tally(1, 2, 1, 2)


def test_what_has_no_name_is_set_aside() -> None:
    """A prediction on gold without a name is ignored, with its relations; in the scope "all" it is judged."""
    gold = document(thing("x", A), thing("role", B, types="value"), relations=[("x", "leads", "role")])
    predicted = document(thing("1", A), thing("2", B), relations=[("1", "leads", "2")])
    assert compare(gold, predicted)["mention"] == Tally(1, 1, 1, 1)
    assert compare(gold, predicted)["relation"].gold == 0
    assert compare(gold, predicted, "all")["mention"] == Tally(2, 2, 2, 2)
    assert compare(gold, predicted, "all")["relation"].f1 == 1.0


def test_what_overlaps_a_name_is_judged() -> None:
    """Wrong boundaries on a name are an error, also where they reach into what is set aside."""
    gold = document(thing("x", Span(0, 3)), thing("role", Span(4, 7), types="value"))
    assert compare(gold, document(thing("1", Span(2, 5))))["mention"] == Tally(0, 1, 0, 1)
    assert compare(gold, document(thing("1", Span(5, 7))))["mention"] == Tally(0, 0, 0, 1)


def test_a_span_belongs_to_one_entity() -> None:
    """The first that holds it."""
    gold = document(thing("x", A))
    assert compare(gold, document(thing("1", A), thing("2", A, B)))["mention"] == Tally(1, 2, 1, 1)


# ---------------------------------------------------------------- files


def test_documents_go_to_a_file_and_come_back(tmp_path: Path) -> None:
    """What is written is what is read."""
    made = document(thing("x", A, link="New_York"), thing("y", C), relations=[("x", "leads", "y")])
    write_documents([made], tmp_path / "out.jsonl")
    assert read_documents(tmp_path / "out.jsonl") == (made,)
    assert json.loads((tmp_path / "out.jsonl").read_text())["entities"][0]["mentions"] == [{"start": 0, "end": 1, "text": "a"}]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "holds no documents"),
        ("{", "1: not gold in JSON Lines"),
        ("[]", "missing or of another kind"),
        ('{"text": "a"}', "'id' is missing"),
        ('{"id": "d", "entities": [{"id": "x", "mentions": [{"start": 3, "end": 3}]}]}', "3-3 of x is empty"),
        ('{"id": "d", "entities": [{"id": "x"}, {"id": "x"}]}', "x stands twice"),
        ('{"id": "d", "relations": [{"subject": "x", "predicate": "p", "object": "y"}]}', "joins no two entities"),
        ('{"id": "d"}\n{"id": "d"}', "2: .*stands twice|d stands twice"),
    ],
)
def test_gold_that_cannot_be_scored_is_refused(tmp_path: Path, line: str, message: str) -> None:
    """The message names file and line."""
    (tmp_path / "gold.jsonl").write_text(line)
    with pytest.raises(EvaluationError, match=message):
        read_documents(tmp_path / "gold.jsonl")


def test_titles_are_compared_as_wikipedia_writes_them() -> None:
    """Spaces, case of the first letter, address and percent-encoding make no difference."""
    assert to_title("https://en.wikipedia.org/wiki/S%C3%A3o_Paulo") == "São_Paulo"
    assert to_title("new york") == "New_york"
    assert to_title(None) is None


# ---------------------------------------------------------------- alignment

QUERY = """
PREFIX gold: <https://w3id.org/kg-news/gold#>
CONSTRUCT { ?one a gold:entity ; gold:wikipedia ?name ; gold:near ?other }
WHERE { ?one schema:name ?name OPTIONAL { ?one org:memberOf ?other } }
"""
CHAIN = "PREFIX gold: <https://w3id.org/kg-news/gold#> CONSTRUCT { ?b gold:beside ?a } WHERE { ?a gold:near ?b }"


def make_graph(text: str = TEXT, name: str = "d") -> tuple[Reading, tuple[Quad, ...]]:
    """Ann ("a") is a member of Club ("c"); something without a name stands at "e"."""
    article = Article(Iri("https://example.org/d"), name, "", text, "", ())
    ann, club, thing = (Iri(f"https://example.org/{name}") for name in ("ann", "club", "thing"))
    claim = Claim(to_claim_iri(ann, to_iri("org:memberOf"), club), ann, to_iri("org:memberOf"), club)
    entities = (
        Entity(ann, "Ann", to_iri("schema:Person"), (), (A, A)),
        Entity(club, "Club", to_iri("schema:Organization"), (), (C,)),
        Entity(thing, "thing", to_iri("schema:Product"), (), (Span(8, 9),), named=False),
    )
    told = Attestation(claim.iri, article.iri, Stance.ASSERTED, Span(0, 5), A, A, C, "", 1.0)
    reading = Reading(article, "m", "h", entities, claims=(claim,), attestations=(told,))
    return reading, to_quads(reading, load_ontology())


def test_an_alignment_makes_the_corpus_of_the_graph() -> None:
    """Types, links and relations come from CONSTRUCT; what one query makes the next one sees; what has no type is left out."""
    reading, quads = make_graph()
    made = to_document(reading, quads, Alignment("x", (("b.rq", CHAIN), ("a.rq", QUERY))), name="d")
    assert made == Document(
        "d",
        TEXT,
        (thing("e0", A, types="entity", link="Ann"), thing("e1", C, types="entity", link="Club")),
        frozenset({("e0", "near", "e1"), ("e1", "beside", "e0")}),
    )


def test_broken_alignments_are_named(tmp_path: Path) -> None:
    """The file stands in the message; an unknown corpus lists the known ones."""
    reading, quads = make_graph()
    with pytest.raises(QueryError, match=r"x\.rq: the query is no SPARQL"):
        to_document(reading, quads, Alignment("x", (("x.rq", "CONSTRUCT {"),)), name="d")
    with pytest.raises(QueryError, match=r"x\.rq: is no CONSTRUCT"):
        to_document(reading, quads, Alignment("x", (("x.rq", "ASK { ?a ?b ?c }"),)), name="d")
    with pytest.raises(EvaluationError, match="no alignment is called 'nope'; there are: dwie"):
        read_alignment("nope")
    (tmp_path / "x.rq").write_text("CONSTRUCT { ?a ?b ?c } FROM <http://a> WHERE { ?a ?b ?c }")
    with pytest.raises(QueryError, match=r"x\.rq: FROM is refused"):
        read_alignment("x", tmp_path)


def test_the_shipped_alignment_is_sound() -> None:
    """Every query is asked without complaint, and every file says in its first line what it is about."""
    reading, quads = make_graph()
    alignment = read_alignment("dwie")
    made = to_document(reading, quads, alignment, name="d")
    assert made.relations == {("e0", "member_of", "e1")}
    assert [found.types for found in made.things] == [{"entity", "person"}, {"entity", "organization"}]
    assert all(query.startswith("# ") for _, query in alignment.queries)


# ---------------------------------------------------------------- composition

GOLD = document(thing("x", A), thing("y", C, types="entity organization"), relations=[("x", "leads", "y")])


def test_the_reader_sees_the_text_only() -> None:
    """The gold's entities never reach it."""
    seen: list[tuple[str, str]] = []

    def read(text: str, name: str) -> tuple[Reading, tuple[Quad, ...]]:
        seen.append((text, name))
        return make_graph(text, name)

    (prediction,) = corpus.predict([GOLD], read, read_alignment("dwie"))
    assert seen == [(TEXT, "d")]
    assert [found.mentions for found in prediction.document.things] == [(A,), (C,)]


def test_a_document_that_cannot_be_read_is_all_misses() -> None:
    """The rest is scored, and the failure is told."""

    def read(text: str, name: str) -> tuple[Reading, tuple[Quad, ...]]:
        raise InputError(f"{name}: {text[:1]} is broken")

    predictions = list(corpus.predict([GOLD], read, read_alignment("dwie")))
    score = corpus.score([GOLD], predictions)
    assert score.measures["relation"] == Tally(0, 0, 0, 1)
    assert "not read: d: d: a is broken" in corpus_report.to_table(score)


def make_score() -> corpus.CorpusScore:
    return corpus.score([GOLD], list(corpus.predict([GOLD], make_graph, read_alignment("dwie"))))


def test_the_report_has_scores_mistakes_and_changes() -> None:
    """A line for each measure, class and predicate; misses with their sentence; what came and went since the last run."""
    score = make_score()
    table = corpus_report.to_table(score)
    lines = {line.split("  ")[0]: line.split() for line in table.splitlines()}
    assert lines["mention"][-6:] == ["1.000", "1.000", "1.000", "2", "2", "2"]
    assert lines["leads"][-6:] == ["0.000", "0.000", "0.000", "0", "0", "1"]
    assert lines["person"][-6:] == ["1.000", "1.000", "1.000", "1", "1", "1"]
    assert "relation: miss (1)\n    1 × leads\n        d: a — leads — c: a b c d e f g h" in corpus_report.to_mistakes(score)
    assert corpus_report.to_differences(score, None) == ""
    last = json.loads(corpus_report.to_json(score))
    assert "no mistake" in corpus_report.to_differences(score, last)
    last["findings"] = []
    last["rates"]["mention"]["f1"] = 0.9
    assert "mistakes that came (1)\n    relation, miss: a — leads — c (d)" in corpus_report.to_differences(score, last)
    assert "+0.100" in corpus_report.to_table(score, last["rates"])


def test_a_run_is_kept_for_the_next(tmp_path: Path) -> None:
    """It comes back as it was written; a broken one says what to do."""
    assert corpus_report.read_run(tmp_path / "run.json") is None
    corpus_report.write_run(make_score(), tmp_path / "run.json")
    assert corpus_report.read_run(tmp_path / "run.json") == json.loads(corpus_report.to_json(make_score()))
    (tmp_path / "run.json").write_text("{")
    with pytest.raises(EvaluationError, match="delete it"):
        corpus_report.read_run(tmp_path / "run.json")


def test_findings_are_told_by_the_nearest_mentions() -> None:
    """Where the two stand far apart, each is told by its own sentence."""
    text = "Ann Lee spoke. " + "Nothing happened. " * 20 + "Bolt fell."
    end = len(text)
    gold = Document("d", text, (thing("x", Span(0, 7)), thing("y", Span(end - 10, end - 6))), frozenset({("x", "leads", "y")}))
    found = [finding for finding in find_all(gold, *to_sides(gold, gold_without_relations(gold), PREDICATES)) if finding.kind == "relation"]
    assert [finding.sentence for finding in found] == ["Ann Lee spoke. … Bolt fell."]
    assert pair_relations(*to_sides(gold, gold, PREDICATES))["leads"].misses == ()


def gold_without_relations(gold: Document) -> Document:
    return Document(gold.id, gold.text, gold.things)


def test_findings_tell_wrong_classes_and_links() -> None:
    """An entity under another label is a miss of one class and a false alarm of the other."""
    gold = document(thing("x", A, link="X"), thing("y", C, link="Y"))
    predicted = document(thing("1", A, types="entity location", link="Z"), thing("2", C))
    told = [(found.kind, found.verdict, found.label, found.what) for found in find_all(gold, *to_sides(gold, predicted, PREDICATES))]
    assert told == [
        ("class", "miss", "person", "a"),
        ("class", "false alarm", "location", "a"),
        ("link", "false alarm", "person", "a: Z for X"),
        ("link", "miss", "person", "c: Y"),
    ]


# ---------------------------------------------------------------- command line


@pytest.mark.slow
def test_evaluate_takes_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores come out, predictions are written in the shape of the gold, and a second run tells that nothing changed."""
    monkeypatch.chdir(tmp_path)
    text = "Ann Roy, the chief executive of Halden Motors, visited Kenya on Monday."
    things = (thing("x", Span(0, 7)), thing("y", Span(32, 45), types="entity organization"))
    gold = Document("one", text, things, frozenset({("x", "head_of", "y")}))
    write_documents([gold], Path("gold.jsonl"))
    assert main(["evaluate", "gold.jsonl", "--predictions", "out.jsonl"]) == 0
    first = capsys.readouterr().out
    assert first.splitlines()[0].split()[:3] == ["precision", "recall", "F1"]
    assert read_documents(Path("out.jsonl"))[0].text == text
    assert main(["evaluate", "gold.jsonl"]) == 0
    assert "no mistake came or went" in capsys.readouterr().out
    assert main(["evaluate", "gold.jsonl", "gold.jsonl"]) == 1
