"""A large store: what it counts and indexes as articles come and go, and that what comes as it is found is what would come in order."""

from __future__ import annotations

import csv
import io
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest

from bench.articles import make_reading
from bench.bulk import count_whole, load_store
from kg import cli, exports
from kg.chains import explain, format_explanation, stream_explanation
from kg.errors import QueryError
from kg.exports import export_graph
from kg.records import Iri, Reading, Stance
from kg.sparql import FORMATS, Rows, format_rows, list_questions, run_query
from kg.sparql.stream import stream_answer
from kg.store import counts, is_large, open_snapshot, open_store, part, place, snapshot, terms
from kg.store.conflicts import find_conflicts
from kg.store.groups import find_groups
from kg.store.keep import Store
from kg.telling import list_facts
from tests.test_store import AMOUNT, READINGS, ROOT, WORLD, build, dump, keep, retold, with_stance

PUBLIC = [question for question in list_questions() if question.in_store is not None]


def read_counts(store: Store) -> set[object]:
    return set(terms.find(store.engine, None, None, None, counts.COUNTS))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world") / "store"
    build(folder, READINGS)
    return folder


@pytest.fixture
def large(world: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The world as if it were too large to be looked at whole."""
    monkeypatch.setattr(place, "FEW", 4)
    assert is_large(world)
    return world


# ---------------------------------------------------------------- counts


@pytest.mark.parametrize("seed", range(4))
def test_counts_are_true_after_any_changes(seed: int, tmp_path: Path) -> None:
    """New, changed and removed articles, settled now and then: the counts are those of counting everything."""
    chance, held = random.Random(f"counts {seed}"), dict[int, Reading]()
    with open_store(tmp_path / "store") as store:
        for _ in range(20):
            number = chance.randrange(WORLD)
            if number in held and chance.random() < 0.4:
                store.remove(held.pop(number).article.iri)
            else:
                reading = make_reading(number, WORLD, edition=chance.choice((1, 2)))
                held[number] = with_stance(reading, chance.choice(list(Stance))) if chance.random() < 0.4 else reading
                keep(store, held[number])
            if chance.random() < 0.4:
                store.settle()
                assert read_counts(store) == count_whole(store.engine)
        store.settle()
        assert read_counts(store) == count_whole(store.engine)
        assert not set(terms.find(store.engine, None, counts.DIFFERENCE, None, None))


def test_a_claim_that_several_hold_is_counted_once_for_each_stance(tmp_path: Path) -> None:
    """Corroboration gives a claim the attestations of others; it stays one claim, asserted and denied."""
    denial = with_stance(retold(READINGS[0], "denial"), Stance.DENIED)
    build(tmp_path / "store", [READINGS[0], retold(READINGS[0], "echo"), denial])
    held = run_query(tmp_path / "store", "SELECT (COUNT(?s) AS ?n) { ?c news:attestation/news:stance ?s }")
    told = run_query(tmp_path / "store", next(each.in_store or "" for each in PUBLIC if each.name == "claims-by-stance"))
    assert isinstance(held, Rows)
    assert isinstance(told, Rows)
    numbers = {stance.lexical: int(count.lexical) for stance, count in told.rows}  # type: ignore[union-attr]
    assert set(numbers) == {"asserted", "denied"}
    assert sum(numbers.values()) < int(held.rows[0][0].lexical)  # type: ignore[union-attr]
    with open_snapshot(tmp_path / "store") as snapshot:
        assert set(terms.find(snapshot.engine, None, None, None, counts.COUNTS)) == count_whole(snapshot.engine)


def test_counts_are_true_after_a_killed_writer(tmp_path: Path) -> None:
    """What it had kept is counted by whoever publishes it."""
    build(tmp_path / "store", READINGS[:3])
    script = (
        "import os; from tests.test_store import *; from pathlib import Path\n"
        f"with open_store(Path({str(tmp_path / 'store')!r})) as writer:\n"
        "    keep(writer, READINGS[5])\n    writer.remove(READINGS[0].article.iri)\n    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 9
    with open_snapshot(tmp_path / "store") as snapshot:
        assert set(terms.find(snapshot.engine, None, None, None, counts.COUNTS)) == count_whole(snapshot.engine)
        assert snapshot.articles() == sorted(reading.article.iri for reading in (*READINGS[1:3], READINGS[5]))


@pytest.mark.parametrize("question", PUBLIC, ids=lambda question: question.name)
def test_what_a_store_counts_is_what_its_dump_holds(question: object, world: Path, tmp_path: Path) -> None:
    """A question that a store answers from its counts gives the rows of the file, in the same order."""
    (tmp_path / "world.nq").write_text(dump(world), encoding="utf-8")
    answers = [run_query(world, question.in_store), run_query(tmp_path / "world.nq", question.sparql)]  # type: ignore[attr-defined]
    assert answers[0] == answers[1]
    assert isinstance(answers[0], Rows)
    assert answers[0].rows


def test_a_store_that_is_written_straight_is_the_one_that_is_built(world: Path, tmp_path: Path) -> None:
    """The bench measures what a user would have: graphs, names and counts."""
    load_store(READINGS, tmp_path / "store")
    with open_snapshot(world) as built, open_snapshot(tmp_path / "store") as loaded:
        assert set(loaded.engine) == set(built.engine)
        assert loaded.articles() == built.articles()


# ---------------------------------------------------------------- rows as they are found


@pytest.mark.parametrize("question", list_questions(), ids=lambda question: question.name)
def test_rows_without_order_are_the_rows(question: object, world: Path) -> None:
    """Of a large store they come as they are found: the same rows, each as often."""
    ordered, found = (run_query(world, sparql) for sparql in (question.sparql, question.unsorted))  # type: ignore[attr-defined]
    assert "ORDER BY" not in question.unsorted  # type: ignore[attr-defined]
    assert isinstance(ordered, Rows)
    assert isinstance(found, Rows)
    assert Counter(found.rows) == Counter(ordered.rows)


def test_a_named_question_of_a_large_store_is_sorted_on_demand(large: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line on standard error says so; a small store needs none."""
    texts = []
    for options in ((), ("--sorted",)):
        assert cli.main(["query", str(large), "--question", "acquisitions", *options]) == 0
        told = capsys.readouterr()
        texts.append(told.out)
        assert ("--sorted puts them in order" in told.err) == (not options)
    assert sorted(texts[0].splitlines()) == sorted(texts[1].splitlines())
    assert texts[1].splitlines()[1:] == sorted(texts[1].splitlines()[1:])
    place.FEW = 400
    assert cli.main(["query", str(large), "--question", "acquisitions"]) == 0
    assert capsys.readouterr() == (texts[1], "")


@pytest.mark.parametrize("form", sorted({*FORMATS} - {"ttl"}))
def test_every_format_is_written_as_rows_are_found(form: str, tmp_path: Path) -> None:
    """Together the pieces are the text of the whole, of many rows, one and none."""
    graph = tmp_path / "g.nt"
    graph.write_text("".join(f'<urn:s{number}> <urn:p> "{number % 10}\\n\\"b\\" ü"@de .\n' for number in range(2500)), encoding="utf-8")
    for query in ("SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s", "SELECT ?s ?o { ?s ?p ?o } LIMIT 1", "SELECT ?s { ?s <urn:q> ?o }", "ASK {}"):
        pieces = list(stream_answer(graph, query, form))
        assert "".join(pieces) == format_rows(run_query(graph, query), form)
        assert len(pieces) > 2 or "ORDER" not in query


def test_conflicts_and_groups_of_a_large_store_are_the_same(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another order only."""
    found = []
    for few in (place.FEW, 4):
        monkeypatch.setattr(place, "FEW", few)
        with open_snapshot(world) as snapshot:
            found.append((list(find_conflicts(snapshot, [AMOUNT])), list(find_groups(snapshot))))
    for ordered, unordered in zip(*found, strict=True):
        assert ordered
        assert sorted(map(repr, ordered)) == sorted(map(repr, unordered))


def test_groups_of_one_name(world: Path) -> None:
    """Found by name in any case, or by the IRI of any member; no other."""
    with open_snapshot(world) as snapshot:
        groups = list(find_groups(snapshot))
        for group in groups:
            iri, name = group.members[-1]
            for called in (iri, name, name.upper()):
                assert group in list(find_groups(snapshot, called))
            assert list(find_groups(snapshot, iri)) == [group]


# ---------------------------------------------------------------- names


def find_pair() -> tuple[str, str]:
    reading = next(reading for reading in READINGS if any("Acquisition" in event.class_iri for event in reading.events))
    event = next(event for event in reading.events if "Acquisition" in event.class_iri)
    labels = {entity.iri: entity.label for entity in reading.entities}
    buyer, target = (labels[Iri(str(claim.object))] for claim in reading.claims if claim.subject == event.iri and claim.object in labels)
    return buyer, target


@pytest.mark.parametrize("count", [1, 2])
def test_a_large_store_explains_what_the_whole_does(count: int, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every fact, the first before the others are looked for; whatever the case of the letters."""
    names = find_pair()[:count]
    found = explain(large, *names)
    texts = list(stream_explanation(large, *(name.upper() for name in names)))
    assert "".join(texts) == format_explanation(found)
    assert len(texts) == len(found.facts)
    things = {thing.iri for thing in (*found.subjects, *found.objects)}
    assert len(things) == count
    told = [fact for fact in list_facts(large) if things <= set(fact.things)]
    assert list(found.facts) == told
    monkeypatch.setattr(place, "FEW", 400)
    assert {fact.sentence for fact in explain(large, *names).facts} == {fact.sentence for fact in told}


def test_things_of_one_name_are_listed_and_not_without_end(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person is known in its article only, unless something tells that it is the same elsewhere."""
    monkeypatch.setattr("kg.chains.MOST_CALLED", 1)
    people = Counter(entity.label for reading in READINGS for entity in reading.entities if "#" in entity.iri)
    name, number = people.most_common(1)[0]
    assert number > 1
    text = "".join(stream_explanation(large, name))
    assert text.startswith(f"{number} things are called {name}; an IRI names one of them:\n  https://")
    assert f"\n  and {number - 1} more\n" in text


def test_who_errs_is_offered_the_names_of_a_large_store(large: Path) -> None:
    """Those with the same words, wherever they stand."""
    name = find_pair()[0]
    first, second, third = name.split()
    for wrong in (f"{first} {second} {third} Holding", f"{first} {third}x {second}"):
        with pytest.raises(QueryError, match="nothing in the graph is called"):
            explain(large, wrong)
    with pytest.raises(QueryError, match=f"did you mean {name}"):
        explain(large, f"{name} Holding")


def test_names_go_with_their_article(tmp_path: Path) -> None:
    """A name that only a removed article used leads nowhere."""
    build(tmp_path / "store", READINGS[:2])
    mine = {event.label for event in READINGS[0].events} - {event.label for event in READINGS[1].events}
    assert mine
    for there in (True, False):
        with open_snapshot(tmp_path / "store") as snapshot:
            assert all(bool(part.find_nodes(snapshot.engine, name.upper())) == there for name in mine)
        with open_store(tmp_path / "store") as store:
            store.remove(READINGS[0].article.iri) if there else None


def test_status_of_a_large_store_begins_at_once(large: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The count first; what is stale has to be looked for."""
    assert cli.main(["status", str(large)]) == 0
    assert capsys.readouterr().out.startswith(f"{large}: {WORLD} articles, looked through one by one ...\n{large}: {WORLD} articles, 0 up")


def test_a_snapshot_lists_its_articles(world: Path) -> None:
    """In order, as the books do."""
    with open_snapshot(world) as snapshot:
        assert snapshot.articles() == sorted(reading.article.iri for reading in READINGS)
        assert list(snapshot.entries()) == snapshot.articles()


# ---------------------------------------------------------------- exports


def read_triples(path: Path) -> set[tuple[str, ...]]:
    form = ox.RdfFormat.from_extension(path.suffix[1:])
    return {tuple(map(str, (*quad.triple, quad.graph_name))) for quad in ox.parse(path=str(path), format=form)}


@pytest.mark.parametrize("suffix", [".nq", ".nt", ".trig", ".ttl", ".jsonld"])
def test_a_large_store_is_exported_in_pieces(suffix: str, world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every triple that the export of a small one holds, and no other."""
    whole = read_triples(export_graph(world, tmp_path / f"whole{suffix}"))
    monkeypatch.setattr(place, "FEW", 4)
    monkeypatch.setattr(snapshot, "AT_ONCE", 50)
    monkeypatch.setattr(exports, "read_quads", lambda _: pytest.fail("all of it is read at once"))
    assert read_triples(export_graph(world, tmp_path / f"pieces{suffix}")) == whole
    if suffix in {".nq", ".nt"}:
        lines = (tmp_path / f"pieces{suffix}").read_text().splitlines()
        assert len(lines) == len(set(lines)) == len(whole)


def test_a_table_of_a_large_store_is_that_of_each_article(large: Path, tmp_path: Path) -> None:
    """One head, a row for each attestation, article by article."""
    text = export_graph(large, tmp_path / "facts.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    with open_snapshot(large) as store:
        assert [row["article"] for row in rows] == sorted(row["article"] for row in rows)
        assert {row["article"] for row in rows} == set(store.articles())
        attested = {quad.object.value for quad in terms.find(store.engine, None, terms.ATTESTATION, None, terms.DEFAULT)}
    assert len(rows) == len(attested)
    assert all(row["subject"] and row["predicate"] and row["quote"] for row in rows)
