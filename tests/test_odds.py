"""What is at odds in a store, kept as articles come and go: the books say what looking at everything would find."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bench.articles import make_reading
from bench.bulk import load_store
from kg.namespaces import to_iri
from kg.records import Reading, Span, Stance
from kg.store import open_snapshot, open_store, terms
from kg.store.conflicts import DENIED, ODDS, Finder, find_conflicts
from kg.store.keep import Store
from kg.store.lookups import leader_of
from tests.test_store import AMOUNT, BASE, MARKER, READINGS, WORLD, build, keep, retold, with_stance


def read_books(store: Store) -> set[tuple[str, str]]:
    return {(quad.subject.value, quad.object.value) for quad in terms.find(store.engine, None, ODDS, None, ODDS)}


def look_at_everything(store: Store) -> Iterator[tuple[str, str]]:
    finder = Finder(store.engine)
    subjects = {quad.object for quad in terms.find(store.engine, None, terms.SUBJECT, None, terms.DEFAULT)}
    for leader in {leader_of(store.engine, subject) for subject in subjects}:
        if next(finder.find_denials(leader), None):
            yield leader.value, DENIED.value
        for predicate in MARKER.functional:
            if next(finder.find_doubles(leader, terms.node(predicate)), None):
                yield leader.value, predicate


def torn(reading: Reading) -> Reading:
    """An article that denies, a letter shorter, all that it says."""
    told = reading.attestations
    denials = (replace(each, stance=Stance.DENIED, sentence=Span(each.sentence.start, each.sentence.end - 1)) for each in told)
    return replace(reading, attestations=(*told, *denials))


@pytest.mark.parametrize("seed", range(4))
def test_the_books_say_what_looking_at_everything_finds(seed: int, tmp_path: Path) -> None:
    """After any new, changed and removed articles, in whatever stance, settled now and then; and nothing is left to judge."""
    chance, held, seen = random.Random(f"odds {seed}"), dict[int, Reading](), set[str]()
    with open_store(tmp_path / "store") as store:
        for _ in range(20):
            number = chance.randrange(WORLD)
            if number in held and chance.random() < 0.2:
                store.remove(held.pop(number).article.iri)
            else:
                reading = make_reading(number, WORLD, edition=chance.choice((1, 2, 3)))
                told = (reading, torn(reading), with_stance(reading, Stance.DENIED), with_stance(reading, Stance.POSSIBLE))
                held[number] = chance.choice(told)
                keep(store, held[number])
            if chance.random() < 0.5:
                store.settle()
                assert read_books(store) == set(look_at_everything(store))
                seen |= {how for _, how in read_books(store)}
        store.settle()
        assert read_books(store) == set(look_at_everything(store))
        assert not list(terms.find(store.engine, None, terms.DIRTY_ODDS, None, None))
    assert DENIED.value in seen


@pytest.mark.parametrize("gone", [0, 1])
def test_who_contradicts_himself_does_when_the_article_that_led_goes(gone: int, tmp_path: Path) -> None:
    """Whichever of two articles stood for both."""
    both = [torn(BASE), torn(retold(BASE, "echo"))]
    build(tmp_path / "store", both)
    with open_store(tmp_path / "store") as store:
        store.remove(both[gone].article.iri)
        store.settle()
        assert read_books(store) == set(look_at_everything(store)) != set()


def test_a_store_that_is_written_straight_keeps_the_same_books(tmp_path: Path) -> None:
    """The bulk loader of the bench notes what a transaction would."""
    build(tmp_path / "built", READINGS)
    load_store(READINGS, tmp_path / "straight")
    found = []
    for name in ("built", "straight"):
        with open_store(tmp_path / name) as store:
            found.append(read_books(store))
    assert found[0] == found[1] != set()


def test_where_nothing_is_at_odds_nothing_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many denials and amounts there are."""
    build(tmp_path / "store", [with_stance(BASE, Stance.DENIED)])
    monkeypatch.setattr(Finder, "_claims_about", lambda *_: pytest.fail("claims are looked at"))
    with open_snapshot(tmp_path / "store") as snapshot:
        assert list(find_conflicts(snapshot, [AMOUNT])) == []


def test_a_relation_that_is_functional_only_now_is_looked_for_in_all(tmp_path: Path) -> None:
    """The vocabulary that the articles were read with did not say that it has one value."""
    buyer = to_iri("news:buyer")
    acquired = next(reading for reading in READINGS if any(claim.predicate == buyer for claim in reading.claims))
    build(tmp_path / "store", [acquired, retold(acquired, "echo")])
    with open_snapshot(tmp_path / "store") as snapshot:
        assert buyer not in MARKER.functional
        assert list(find_conflicts(snapshot, [buyer])) == []
