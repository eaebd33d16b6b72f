"""The store: what it keeps, forgets and derives, and what happens to it when things go wrong."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox
import pytest

from bench.articles import make_reading
from bench.store_worker import to_entry
from kg.errors import StoreError
from kg.namespaces import OA, to_iri
from kg.ontology import Ontology, load_ontology
from kg.rdf import to_quads
from kg.records import Iri, Literal, Reading, Span, Stance
from kg.sparql.stream import stream_answer
from kg.store import (
    Marker,
    counts,
    find_fault,
    is_store,
    lend_engine,
    lend_part,
    open_snapshot,
    open_store,
    part,
    place,
    read_picture,
    tell_state,
    terms,
)
from kg.store.conflicts import Conflict, find_conflicts, format_conflicts
from kg.store.groups import find_groups, format_groups
from kg.store.keep import Store
from kg.store.marks import Mark, to_voice
from kg.store.sameness import Member, find_same
from kg.turtle import to_text
from tests.privileges import as_nobody

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = load_ontology()
MARKER = Marker(ONTOLOGY)
AMOUNT = to_iri("news:amount")
WORLD = 12
"""How many articles the invented world has."""

READINGS = [make_reading(number, WORLD) for number in range(WORLD)]


def keep(store: Store, reading: Reading, ontology: Ontology = ONTOLOGY) -> None:
    store.keep(to_entry(reading), to_quads(reading, ontology), MARKER.mark(reading))


def build(folder: Path, readings: Iterable[Reading]) -> str:
    with open_store(folder) as store:
        for reading in readings:
            keep(store, reading)
    return dump(folder)


def dump(folder: Path) -> str:
    with open_snapshot(folder) as snapshot:
        return "".join(snapshot.dump())


def list_articles(folder: Path) -> list[Iri]:
    with open_snapshot(folder) as snapshot:
        return list(snapshot.entries())


def ask(folder: Path, sparql: str) -> list[tuple[str, ...]]:
    from kg.sparql import Rows, run_query

    found = run_query(folder, sparql)
    assert isinstance(found, Rows)
    return [tuple(str(getattr(term, "lexical", term)) for term in row) for row in found.rows]


# ---------------------------------------------------------------- a function of the set of articles


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> str:
    return build(tmp_path_factory.mktemp("reference") / "store", READINGS)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_the_same_articles_gives_the_same_bytes(seed: int, tmp_path: Path, reference: str) -> None:
    """Sameness and corroboration are functions of the set of articles, and the dump is sorted."""
    shuffled = random.Random(seed).sample(READINGS, k=len(READINGS))
    assert build(tmp_path / "store", shuffled) == reference


@pytest.mark.parametrize("seed", range(4))
def test_articles_that_come_change_and_go_leave_what_the_rest_alone_would_give(seed: int, tmp_path: Path) -> None:
    """After any puts, replacements and removals the store is that of the articles that are in it."""
    chance, held = random.Random(seed), {}
    for _ in range(3):
        with open_store(tmp_path / "store") as store:
            for _ in range(8):
                number = chance.randrange(WORLD)
                if number in held and chance.random() < 0.4:
                    store.remove(held.pop(number).article.iri)
                else:
                    held[number] = make_reading(number, WORLD, edition=chance.randrange(1, 4))
                    keep(store, held[number])
                if chance.random() < 0.2:
                    store.settle()
    assert dump(tmp_path / "store") == build(tmp_path / "fresh", held.values())


def test_the_default_graph_holds_every_triple_of_the_named_ones_once(tmp_path: Path, reference: str) -> None:
    """So a query over the union counts nothing twice, and no book-keeping shows."""
    build(tmp_path / "store", READINGS)
    with open_snapshot(tmp_path / "store") as snapshot:
        merged = [quad.triple for quad in snapshot.engine.quads_for_pattern(None, None, None, ox.DefaultGraph())]
    assert len(merged) == len(set(merged))
    assert {str(triple) for triple in merged} == {line.rpartition(" <")[0] for line in reference.splitlines()}


def test_an_empty_store_is_left_when_the_last_article_goes(tmp_path: Path) -> None:
    """Nothing that only the removed articles said stays behind, in no graph."""
    with open_store(tmp_path / "store") as store:
        for reading in READINGS:
            keep(store, reading)
        store.settle()
        for reading in READINGS:
            store.remove(reading.article.iri)
        store.settle()
        assert len(store.engine) == 0
    assert dump(tmp_path / "store") == ""


def test_what_an_article_shares_stays_when_it_goes(tmp_path: Path) -> None:
    """An entity, a label or a background fact that another article gives too is not the removed article's alone."""
    build(tmp_path / "store", READINGS[:2])
    only = build(tmp_path / "only", READINGS[:1])
    with open_store(tmp_path / "store") as store:
        store.remove(READINGS[1].article.iri)
    assert dump(tmp_path / "store") == only


def test_an_article_that_is_not_in_cannot_be_removed(tmp_path: Path) -> None:
    """The message says how to list those that are."""
    with open_store(tmp_path / "store") as store, pytest.raises(StoreError, match=r"has no article 'https://x'.*kg status"):
        store.remove(Iri("https://x"))


def test_odd_characters_survive_a_replacement(tmp_path: Path) -> None:
    """What is deleted and inserted as SPARQL text is what the quads say: quotes, line ends, controls, other planes."""
    words = 'a "b" \\ c\n\r\t \x01 \u2028 😀 {} # <x> \'\'\' """'
    first, second = make_reading(1, WORLD), make_reading(1, WORLD, edition=2)
    odd = replace(second, entities=(replace(second.entities[0], label=words), *second.entities[1:]))
    build(tmp_path / "store", [first])
    assert build(tmp_path / "store", [odd]) == build(tmp_path / "fresh", [odd])
    rows = ask(tmp_path / "store", "SELECT ?label { ?s rdfs:label ?label FILTER(CONTAINS(?label, '😀')) }")
    assert rows == [(words.replace("\x01", "\ufffd"),)]


# ---------------------------------------------------------------- several articles, one claim


def retold(reading: Reading, name: str, **changes: object) -> Reading:
    """The reading as another article of that name would give it."""
    old, new = reading.article.iri, f"https://w3id.org/kg-news/article/{name}"
    return replace(_rename(reading, old, new), **changes)  # type: ignore[arg-type]


def _rename(value: object, old: str, new: str) -> Reading:
    from dataclasses import fields, is_dataclass

    from kg.namespaces import to_claim_iri
    from kg.records import Claim

    renamed: dict[str, str] = {}

    def walk(item: object) -> object:
        if isinstance(item, str):
            return renamed.get(item, type(item)(new + item[len(old) :]) if item == old or item.startswith(old + "#") else item)
        if isinstance(item, Literal | Span):
            return item
        if isinstance(item, tuple):
            return tuple(walk(each) for each in item)
        if isinstance(item, Stance) or not is_dataclass(item):
            return item
        if isinstance(item, Claim):
            made = Claim(item.iri, *(walk(part) for part in (item.subject, item.predicate, item.object)))  # type: ignore[arg-type]
            renamed[item.iri] = to_claim_iri(made.subject, made.predicate, made.object)
            return replace(made, iri=renamed[item.iri])
        return replace(item, **{field.name: walk(getattr(item, field.name)) for field in fields(item)})  # type: ignore[type-var]

    result = walk(value)
    assert isinstance(result, Reading)
    return result


def with_publisher(reading: Reading, publisher: str) -> Reading:
    return replace(reading, article=replace(reading.article, publisher=publisher))


def with_stance(reading: Reading, stance: Stance) -> Reading:
    attestations = tuple(replace(attestation, stance=stance) for attestation in reading.attestations)
    return replace(reading, attestations=attestations, events=tuple(replace(event, stance=stance) for event in reading.events))


BASE = next(reading for reading in READINGS if any(event.class_iri.endswith("Acquisition") for event in reading.events))
SOURCES = """
SELECT DISTINCT ?n { ?claim news:independentSources ?n ; rdf:subject/a news:Acquisition ; rdf:predicate news:buyer }
"""


def shorten(reading: Reading) -> Reading:
    """The reading in other words: its sentences end one character early."""
    cut = tuple(replace(each, sentence=type(each.sentence)(each.sentence.start, each.sentence.end - 2)) for each in reading.attestations)
    return replace(reading, attestations=cut)


def test_claims_that_several_articles_attest_are_one_with_a_count_of_sources(tmp_path: Path) -> None:
    """Three articles in their own words are three sources; one claim leads, and has the attestations of all."""
    others = [shorten(retold(BASE, "other")), shorten(shorten(retold(BASE, "third")))]
    build(tmp_path / "store", [BASE, *others])
    assert ask(tmp_path / "store", SOURCES) == [("3",)]
    rows = ask(
        tmp_path / "store",
        """SELECT (COUNT(DISTINCT ?article) AS ?n) { ?other owl:sameAs ?claim . ?claim a news:Claim ; rdf:predicate news:buyer ;
           news:attestation/prov:wasDerivedFrom ?article } GROUP BY ?claim""",
    )
    assert set(rows) == {("3",)}


@pytest.mark.parametrize(
    ("articles", "count"),
    [
        ((BASE, retold(BASE, "copy")), "1"),
        ((with_publisher(BASE, "Daily"), with_publisher(shorten(retold(BASE, "second")), "Daily")), "1"),
        ((with_publisher(BASE, "Daily"), with_publisher(shorten(retold(BASE, "second")), "Echo")), "2"),
    ],
)
def test_copies_and_one_publisher_are_one_source(articles: tuple[Reading, ...], count: str, tmp_path: Path) -> None:
    """A sentence word for word was copied; two articles of one publisher speak with one voice."""
    build(tmp_path / "store", articles)
    assert ask(tmp_path / "store", SOURCES) == [(count,)]


def test_a_denial_supports_nothing(tmp_path: Path) -> None:
    """Who denies a claim is no source of it."""
    build(tmp_path / "store", [BASE, with_stance(shorten(retold(BASE, "denial")), Stance.DENIED)])
    assert ask(tmp_path / "store", SOURCES) == [("1",)]


def test_the_voice_of_an_article_is_its_publisher_or_its_site() -> None:
    """Publisher, then publication, then the host of its address; none for a bare file."""
    article = BASE.article
    assert to_voice(article) is None
    assert to_voice(replace(article, url="https://www.daily.example/a")) == "dailyexample"
    assert to_voice(replace(article, url="https://x.example", publication="The Daily")) == "daily"
    assert to_voice(replace(article, publication="The Daily", publisher="Example Ltd.")) == "example ltd"


# ---------------------------------------------------------------- sameness


def member(node: str, *traits: str, article: str = "", published: str | None = None) -> Member:
    return Member(Iri(node), Iri(article or node), frozenset(traits), published)


THING, EVENT = "person|jane miller", "event|Acquisition|buyer=x & target=y"


@pytest.mark.parametrize(
    ("block", "members", "same"),
    [
        # a name alone joins nothing
        (THING, [member("a"), member("b")], {}),
        # a name and a shared trait
        (THING, [member("a", "t"), member("b", "t")], {"a": "a", "b": "a"}),
        # one that shares nothing stays apart
        (THING, [member("a", "t"), member("b", "t"), member("c", "u")], {"a": "a", "b": "a"}),
        # two traits chain
        (THING, [member("a", "t"), member("b", "t", "u"), member("c", "u")], {"a": "a", "b": "a", "c": "a"}),
        # one article has two of that name: nobody can tell who is meant
        (THING, [member("a1", "t", article="a"), member("a2", "t", article="a"), member("b", "t")], {}),
        # one class and one cast
        (EVENT, [member("a"), member("b")], {"a": "a", "b": "a"}),
        # two dates are two events
        (EVENT, [member("a", "date=2025-01-01"), member("b", "date=2025-01-02")], {}),
        # a month agrees with its day
        (EVENT, [member("a", "date=2025-01"), member("b", "date=2025-01-02")], {"a": "a", "b": "a"}),
        # reported half a year apart
        (EVENT, [member("a", published="2025-01-01"), member("b", published="2025-07-01")], {}),
        # reported within a few weeks
        (EVENT, [member("a", published="2025-01-01"), member("b", published="2025-01-20")], {"a": "a", "b": "a"}),
        # posts last
        ("event|Membership|m", [member("a", published="2025-01-01"), member("b", published="2025-07-01")], {"a": "a", "b": "a"}),
        # two of one article are two
        (EVENT, [member("a1", article="a"), member("a2", article="a"), member("b")], {"a1": "a1", "b": "a1"}),
    ],
)
def test_what_is_the_same(block: str, members: list[Member], same: dict[str, str]) -> None:
    """Names must agree, and traits; where signs are at odds, things stay apart."""
    assert find_same(block, members) == same
    assert find_same(block, reversed(members)) == same


def test_a_pair_that_the_user_keeps_apart_is_never_one() -> None:
    """Neither two things nor two events."""
    apart = [frozenset({Iri("a"), Iri("b")})]
    assert find_same(THING, [member("a", "t"), member("b", "t")], apart) == {}
    assert find_same(EVENT, [member("a"), member("b"), member("c")], apart) == {"a": "a", "c": "a"}


def test_marks_name_no_person_by_one_word_and_no_event_without_two_known_in_it() -> None:
    """A person needs a full name; an event is compared only where its key roles are filled by things that have a name."""
    marks = MARKER.mark(BASE)
    blocks = {mark.block.partition("|")[0] for mark in marks.nodes}
    assert blocks <= {"person", "event"}
    assert all(isinstance(mark, Mark) and (mark.block.count(" ") >= 1) for mark in marks.nodes)
    single = replace(BASE, entities=tuple(replace(entity, label=entity.label.split()[0]) for entity in BASE.entities))
    assert not any(mark.block.startswith("person|") for mark in MARKER.mark(single).nodes)
    unnamed = replace(BASE, entities=tuple(replace(entity, named=False) for entity in BASE.entities))
    assert not any(mark.block.startswith("person|") for mark in MARKER.mark(unnamed).nodes)


def test_sameness_is_explained(tmp_path: Path) -> None:
    """Each group lists its nodes, and in words why they are one."""
    build(tmp_path / "store", [BASE, shorten(retold(BASE, "other"))])
    with open_snapshot(tmp_path / "store") as snapshot:
        groups = list(find_groups(snapshot))
        text = "".join(format_groups(iter(groups)))
        named = list(find_groups(snapshot, groups[0].members[0][1]))
    assert groups
    assert all(len(group.members) == 2 and group.reasons for group in groups)
    assert "because each is told as Acquisition, with one cast: buyer=company/" in text
    assert groups[0] in named


def test_nodes_kept_apart_come_together_again_when_the_correction_goes(tmp_path: Path) -> None:
    """The user's word holds as long as it stands, and leaves no trace."""
    articles = [BASE, shorten(retold(BASE, "other"))]
    before = build(tmp_path / "store", articles)
    with open_snapshot(tmp_path / "store") as snapshot:
        pairs = [tuple(iri for iri, _ in group.members) for group in find_groups(snapshot)]
    with open_store(tmp_path / "store") as store:
        store.keep_apart([(pair[0], pair[1]) for pair in pairs])
    with open_snapshot(tmp_path / "store") as snapshot:
        assert list(find_groups(snapshot)) == []
    with open_store(tmp_path / "store") as store:
        store.keep_apart([])
    assert dump(tmp_path / "store") == before


# ---------------------------------------------------------------- conflicts


def list_conflicts(folder: Path) -> list[Conflict]:
    with open_snapshot(folder) as snapshot:
        return list(find_conflicts(snapshot, [AMOUNT]))


def test_a_claim_that_one_article_holds_and_another_denies_is_a_conflict(tmp_path: Path) -> None:
    """Told once for the event, with the sentences of both sides."""
    build(tmp_path / "store", [BASE, with_stance(retold(BASE, "denial"), Stance.DENIED)])
    found = [conflict for conflict in list_conflicts(tmp_path / "store") if conflict.kind == "stance"]
    assert len(found) == len(BASE.events)
    assert all({side.says for side in conflict.sides} == {"asserted", "denied"} for conflict in found)
    assert all(side.sentence for conflict in found for side in conflict.sides)
    assert "[held and denied]" in "".join(format_conflicts(iter(found)))


@pytest.mark.parametrize(("millions", "conflicts"), [("1", 1), ("", 0), ("rounded", 0)])
def test_two_amounts_of_one_event_are_a_conflict(millions: str, conflicts: int, tmp_path: Path) -> None:
    """But not the same amount, nor one that differs by rounding only."""
    node = BASE.values[0]
    lexical = {"": node.value.lexical, "1": "1000000", "rounded": str(int(int(node.value.lexical) * 1.01))}[millions]
    other = retold(BASE, "other")
    changed = replace(other.values[0], value=replace(node.value, lexical=lexical, text="another amount"))
    build(tmp_path / "store", [BASE, replace(other, values=(changed, *other.values[1:]))])
    found = [conflict for conflict in list_conflicts(tmp_path / "store") if conflict.kind == "value"]
    assert len(found) == conflicts
    assert all({side.says for side in conflict.sides} == {node.value.text, "another amount"} for conflict in found)


# ---------------------------------------------------------------- endurance


@pytest.fixture
def store(tmp_path: Path) -> Path:
    build(tmp_path / "store", READINGS[:3])
    return tmp_path / "store"


def test_a_second_writer_is_told_who_holds_the_store(store: Path) -> None:
    """By process, host and time; and it goes on as soon as the first one is done."""
    with (
        open_store(store),
        pytest.raises(StoreError, match=rf"process {os.getpid()} on .*, since 20.* is writing to it; wait until"),
        open_store(store),
    ):
        pass
    with open_store(store) as again:
        assert len(again.entries) == 3


def test_a_lock_that_a_dead_writer_left_locks_nobody_out(store: Path) -> None:
    """The lock is the system's; what stands in the file only tells who."""
    (store / place.LOCK).write_text(json.dumps({"pid": 1, "host": "elsewhere", "since": "2001-01-01"}))
    with open_store(store) as again:
        assert len(again.entries) == 3


def test_a_reader_sees_the_last_published_state_while_another_writes(store: Path) -> None:
    """And is told so, with the writer's name; what is published later is for the next reader."""
    before = dump(store)
    with open_snapshot(store) as early, open_store(store) as writer:
        keep(writer, READINGS[4])
        assert dump(store) == before
        assert "is writing to it; this is how it stood at" in (tell_state(store) or "")
        writer.publish()
        assert "".join(early.dump()) == before
        assert dump(store) != before
    assert tell_state(store) is None
    assert len(place.list_snapshots(store)) <= 2
    with open_store(store):
        pass
    assert len(place.list_snapshots(store)) == 1


def test_what_a_killed_writer_left_is_published_by_the_next_reader(store: Path) -> None:
    """Its transactions are whole, and only the publishing was not done."""
    script = (
        "import os, sys; sys.path[:0] = ['.', 'tests']; from test_store import *; from pathlib import Path\n"
        f"with open_store(Path({str(store)!r})) as writer:\n    keep(writer, READINGS[5])\n    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 9
    assert tell_state(store) is None
    assert READINGS[5].article.iri in list_articles(store)


def test_stopping_in_between_keeps_what_is_done(store: Path) -> None:
    """Ctrl-C publishes what was kept before it."""

    def stop() -> None:
        with open_store(store) as writer:
            keep(writer, READINGS[6])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert READINGS[6].article.iri in list_articles(store)
    assert not (store / place.UNPUBLISHED).exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format": 0}', "is a store of an older version (format 0, this kg keeps 3); nothing was changed"),
        ('{"format": 99}', "is a store of a newer version (format 99"),
        ("{", "is damaged (kg-store.json is not as it was written); nothing was changed"),
        ("[]", "is damaged"),
    ],
)
def test_a_store_of_another_version_is_left_as_it_is(text: str, said: str, store: Path) -> None:
    """Readers and writers say in one sentence what it is, and touch nothing."""
    (store / place.MARKER).write_text(text)
    before = snapshot_files(store)
    for use in (open_store, open_snapshot):
        with pytest.raises(StoreError) as error, use(store):
            pass
        assert said in str(error.value)
        assert "\n" not in str(error.value)
    assert snapshot_files(store) == before


def snapshot_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST-*", "*.sst"])
@pytest.mark.parametrize("how", ["cut", "gone", "changed"])
def test_a_damaged_file_is_one_clear_sentence(name: str, how: str, store: Path) -> None:
    """Whatever was cut off, lost or changed: no traceback, and the other files stay as they are."""
    with open_store(store):
        pass
    victim = max((store / place.LIVE).glob(name), key=lambda path: path.stat().st_size)
    data = victim.read_bytes()
    victim.unlink()
    if how != "gone":
        victim.write_bytes(data[: len(data) // 2] if how == "cut" else bytes(len(data)))
    with (
        pytest.raises(StoreError, match=r"is damaged .*nothing was changed: put the folder back from a backup"),
        open_store(store),
    ):
        pass
    assert victim.exists() == (how != "gone")
    assert len(list_articles(store)) == 3


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST-*", "OPTIONS-*", "*.sst", place.ABOUT, place.NAMES])
@pytest.mark.parametrize("how", ["cut", "gone", "changed"])
def test_a_damaged_snapshot_is_made_anew_by_the_next_writer(name: str, how: str, store: Path) -> None:
    """Readers say meanwhile what to do, or find all as it was; never do they find less."""
    wanted = dump(store)
    victim = max(place.list_snapshots(store)[-1].glob(name), key=lambda path: path.stat().st_size)
    data = victim.read_bytes()
    victim.unlink()
    if how != "gone":
        victim.write_bytes(data[: len(data) // 2] if how == "cut" else bytes(len(data)))
    if (name, how) in {(place.ABOUT, "gone"), ("OPTIONS-*", "changed")}:
        assert dump(store) == wanted
    else:
        with pytest.raises(StoreError, match=r"what readers open is damaged \(snapshot-0.*\); give the command that built") as error:
            dump(store)
        assert find_fault(store) == str(error.value)
    with open_store(store):
        pass
    assert dump(store) == wanted
    assert find_fault(store) is None


def damage_data(path: Path) -> None:
    """Change a file amid what it holds, which the engine only sees when it reads that."""
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 4000] = bytes(4000)
    path.write_bytes(data)


@pytest.mark.parametrize("is_shared", [False, True])
def test_damage_that_shows_while_it_is_read_is_one_clear_sentence(is_shared: bool, store: Path) -> None:
    """What the writer reads too only a backup brings back; of anything else the next writer makes another."""
    wanted = dump(store)
    victim = max(place.list_snapshots(store)[-1].glob("*.sst"), key=lambda path: path.stat().st_size)
    if not is_shared:
        shutil.copy(victim, victim.with_name("copy"))
        victim.with_name("copy").replace(victim)
    damage_data(victim)
    said = "put the folder back from a backup" if is_shared else "give the command that built the store again"
    for read in (
        dump,
        lambda store: ask(store, "SELECT * { ?s ?p ?o }"),
        lambda store: list(stream_answer(store, "SELECT * { ?s ?p ?o }")),
    ):
        with pytest.raises(StoreError, match=said):
            read(store)
    if not is_shared:
        with open_store(store):
            pass
        assert dump(store) == wanted


def test_a_store_that_has_lost_articles_is_not_published(store: Path) -> None:
    """An engine that opens with less than it had must not take the place of what readers see."""
    wanted = dump(store)
    ox.Store(str(store / place.LIVE)).clear()
    with (
        pytest.raises(StoreError, match=r"is damaged \(live holds 0 articles where 3 were published\); nothing"),
        open_store(store),
    ):
        pass
    assert dump(store) == wanted


def test_a_file_that_comes_and_goes_beside_a_snapshot_is_no_damage(store: Path) -> None:
    """A page is drawn into a file of its own, which is gone once it has its name."""
    snapshot = next(store.glob("snapshot-*"))
    (snapshot / ".kg-page.json.1").symlink_to(snapshot / "gone")
    with open_snapshot(store) as found:
        assert found.articles()


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(5, "Input/output error"), FileNotFoundError(2, "gone")])
def test_a_snapshot_that_cannot_be_held_is_let_go(error: OSError, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its descriptor is closed, however reading it fails, and the failure is one sentence; what is gone is looked for again."""

    def fail(_: Path) -> NoReturn:
        monkeypatch.undo()
        raise error

    monkeypatch.setattr(place, "_read_about", fail)
    before = len(list(Path("/dev/fd").iterdir()))
    if isinstance(error, FileNotFoundError):
        os.close((place.hold_snapshot(store) or pytest.fail("nothing is held")).descriptor)
    else:
        with pytest.raises(StoreError):
            place.hold_snapshot(store)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_folder_that_is_called_like_a_snapshot_is_none(store: Path) -> None:
    """Nor does what is left of one stand in the way of the next."""
    (store / "snapshot-mine").mkdir()
    (store / "snapshot-mine" / place.ABOUT).write_text("{}")
    (store / "snapshot-00000099").mkdir()
    with open_store(store) as writer:
        keep(writer, READINGS[5])
    assert len(list_articles(store)) == 4


def test_a_store_whose_live_folder_is_gone_is_not_begun_anew(store: Path) -> None:
    """Its articles are still in the snapshot: a new beginning would lose them."""
    before = dump(store)
    shutil.rmtree(store / place.LIVE)
    with pytest.raises(StoreError, match=r"is damaged \(live/CURRENT is missing\); nothing was changed"), open_store(store):
        pass
    assert dump(store) == before


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (b"\xd6", "kg-articles.txt is not as it was written"),
        (b"\n", "kg-articles.txt has another number of articles than kg-about.json"),
        (b"j", "kg-articles.txt names jttps://w3id.org/"),
    ],
)
def test_a_damaged_list_of_articles_is_one_clear_sentence(names: bytes, said: str, store: Path) -> None:
    """Whoever reads by it."""
    file = place.list_snapshots(store)[-1] / place.NAMES
    file.write_bytes(names + file.read_bytes()[1:])
    for read in (lambda snapshot: snapshot.entries(), lambda snapshot: list(snapshot.walk_articles())):
        with pytest.raises(StoreError, match="is damaged") as error, open_snapshot(store) as snapshot:
            read(snapshot)
        assert said in str(error.value)


def test_a_snapshot_knows_what_most_articles_mention(store: Path) -> None:
    """So that a picture of a large store need not count."""
    with open_snapshot(store) as snapshot:
        famous = snapshot.about["famous"]
        mentions = {name: len(list(terms.find(snapshot.engine, None, part.MENTIONS, terms.node(name), terms.DEFAULT))) for name in famous}
    assert 0 < len(famous) <= counts.FAMOUS
    assert list(mentions.values()) == sorted(mentions.values(), reverse=True)
    assert min(mentions.values()) >= 1


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.exists, "there is no store; make one with: kg build SOURCES --store"),
        (Path.mkdir, "is no store (it has no kg-store.json)"),
        (Path.touch, "is a file, not a store"),
    ],
)
def test_what_is_no_store_is_said_so(make: object, said: str, tmp_path: Path) -> None:
    """Missing, another folder, a file."""
    make(tmp_path / "x")  # type: ignore[operator]
    with pytest.raises(StoreError) as error, open_snapshot(tmp_path / "x"):
        pass
    assert said in str(error.value)


def test_a_folder_with_other_things_does_not_become_a_store(tmp_path: Path) -> None:
    """Nobody's files are mixed up with a store's."""
    (tmp_path / "letters.txt").write_text("x")
    with pytest.raises(StoreError, match=r"holds other things \(letters.txt"), open_store(tmp_path):
        pass
    assert not is_store(tmp_path)
    with pytest.raises(StoreError, match="is a file, not a folder"), open_store(tmp_path / "letters.txt"):
        pass
    with pytest.raises(StoreError, match="cannot be made there"), open_store(Path("/proc/store")):
        pass


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError("IO error: No space left on device: While appending"), "the disk is full; what was kept before is safe"),
        (OSError("IO error: While appending to file: File too large"), "the disk is full"),
        (OSError(30, "Read-only file system"), "cannot be written (Read-only file system)"),
        (PermissionError(13, "Permission denied"), "cannot be written (Permission denied)"),
        (RuntimeError("Corruption: block checksum mismatch"), "is damaged (Corruption: block checksum mismatch)"),
        (OSError("IO error: lock hold by current process"), "is in use by another process"),
        (OSError(24, "Too many open files"), "too many files are open; raise the limit with `ulimit -n 4096`"),
    ],
)
def test_what_the_engine_raises_becomes_a_sentence(error: Exception, said: str) -> None:
    """What happened, and what to do."""
    assert said in place.explain(Path("s"), error)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """The writer says so and stops; with space again the same command gives the graph of an undisturbed run."""
    command = [sys.executable, "-m", "bench.store_worker", str(tmp_path / "store"), "12"]
    limited = [sys.executable, "-c", LIMITED, *command[1:]]
    full = subprocess.run(limited, cwd=ROOT, capture_output=True, text=True, check=False)
    assert full.returncode == 1
    assert (
        full.stderr
        == f"{tmp_path / 'store'}: the disk is full; what was kept before is safe: free some space and give the same command again\n"
    )
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert dump(tmp_path / "store") == build(tmp_path / "fresh", READINGS)


LIMITED = """
import os, resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def test_a_folder_that_cannot_be_written_is_read_and_not_written(store: Path, open_folder: Path) -> None:
    """Readers go on; a writer is told."""
    wanted = dump(store)
    shutil.copytree(store, open_folder, dirs_exist_ok=True)
    (open_folder / place.UNPUBLISHED).touch()
    for path in (open_folder, *open_folder.rglob("*")):
        path.chmod(0o500 if path.is_dir() else 0o400)
    with as_nobody(open_folder):
        assert dump(open_folder) == wanted
        assert "what it did cannot be read yet" in (tell_state(open_folder) or "")
        with pytest.raises(StoreError, match="cannot be written"), open_store(open_folder):
            pass


def test_a_copied_store_is_a_store(store: Path, tmp_path: Path) -> None:
    """A backup is a copy of the folder."""
    shutil.copytree(store, tmp_path / "copy")
    assert dump(tmp_path / "copy") == dump(store)


@pytest.mark.slow
def test_a_killed_writer_loses_nothing() -> None:
    """SIGKILL at random moments: the store opens each time, and the same command gives the undisturbed graph (see bench.store_kill)."""
    from bench.store_kill import run

    tally = run(runs=20, seed=20)
    assert tally.faults == []
    assert tally.kills > 10


def test_hidden_graphs_are_in_no_dump(store: Path) -> None:
    """The store's books are its own."""
    assert terms.BASE not in dump(store)


# ---------------------------------------------------------------- a part of a large store


def test_a_small_store_is_looked_at_whole(store: Path) -> None:
    """Without a note."""
    engine, note = lend_part(store, ["x"])
    assert note is None
    assert len(engine) == len(lend_engine(store))


def test_of_a_large_store_come_the_articles_about_the_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Merged, with what is the same among them; the note says how many there are. Whatever the case of the letters."""
    monkeypatch.setattr(place, "FEW", 4)
    monkeypatch.setattr(part, "MOST", 4)
    build(tmp_path / "store", READINGS)
    name = next(entity.label for entity in BASE.entities if "corporation" in entity.class_iri.lower())
    speaking = {reading.article.iri for reading in READINGS if any(entity.label == name for entity in reading.entities)}
    for called in (name, name.upper()):
        engine, note = lend_part(tmp_path / "store", [called])
        articles = {quad.subject.value for quad in engine.quads_for_pattern(None, None, terms.node(to_iri("schema:NewsArticle")), None)}
        assert articles <= speaking
        assert len(articles) == min(4, len(speaking))
        assert note == f"{tmp_path / 'store'}: of its 12 articles {len(articles)} are looked at, those about {called}"
    whole, note = lend_part(tmp_path / "store")
    assert len(list(whole.quads_for_pattern(None, None, terms.node(to_iri("schema:NewsArticle")), None))) == 4
    assert "those about what most of them mention" in (note or "")
    assert len(lend_part(tmp_path / "store", ["nobody at all"])[0]) > 0


def test_a_picture_of_a_large_store_is_told_without_selectors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same triples as the part about the name has, but those that tell where words stand; words that look like one stay."""
    odd = 'He wrote " <http://www.w3.org/ns/oa#exact> .'
    texts = [replace(reading, article=replace(reading.article, text=f"{reading.article.text} {odd}")) for reading in READINGS]
    build(tmp_path / "store", texts)
    assert read_picture(tmp_path / "store", ["x"]) is None
    monkeypatch.setattr(place, "FEW", 4)
    name = next(entity.label for entity in BASE.entities if "corporation" in entity.class_iri.lower())
    found = read_picture(tmp_path / "store", [name])
    assert found is not None
    engine, note = lend_part(tmp_path / "store", [name])
    whole = {quad[:3] for quad in terms.to_quads(engine.quads_for_pattern(None, None, None, None))}
    told = {triple for triple in whole if OA not in triple[1] and not to_text(triple[2]).startswith(OA)}
    assert {triple[:2] for triple in found[0]} == {triple[:2] for triple in told}  # the engine writes 0.9 for 0.90
    assert {triple for triple in told if "decimal" not in repr(triple)} < set(found[0])
    assert any(odd in to_text(triple[2]) for triple in found[0])
    assert found[1] == note


def test_a_picture_has_no_more_than_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One article at least, however long."""
    build(tmp_path / "store", READINGS)
    monkeypatch.setattr(place, "FEW", 4)
    for name, value in (("MOST_TEXT", 10), ("MOST_UNASKED", 5)):
        monkeypatch.setattr(part, name, value)
    for names in ((), ("Norland",)):
        found = read_picture(tmp_path / "store", names)
        assert found is not None
        assert len([triple for triple in found[0] if triple[2] == to_iri("schema:NewsArticle")]) == 1
        assert "of its 12 articles 1 are looked at" in found[1]
