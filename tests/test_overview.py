"""The page of a large store where nothing is named: drawn when the store is published, and never another than would be drawn now."""

from __future__ import annotations

import json
import shutil
from importlib.metadata import version
from pathlib import Path

import pytest

from bench.articles import make_reading
from kg import cli, overview
from kg.overview import show_overview
from kg.store import open_snapshot, open_store, place, take_picture
from kg.view import to_page
from tests.test_store import ONTOLOGY, READINGS, build, keep


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store as if it were too large to be looked at whole."""
    build(tmp_path / "store", READINGS)
    monkeypatch.setattr(place, "FEW", 4)
    return tmp_path / "store"


def find_page(store: Path) -> Path:
    return place.list_snapshots(store)[-1] / place.PAGE


def forbid_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "_draw", lambda _: pytest.fail("it is drawn"))


def test_the_page_is_drawn_once_and_is_the_one_that_is_drawn(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first who asks draws it, the second reads it; both see what the articles tell."""
    with open_snapshot(large) as snapshot:
        triples, note = take_picture(snapshot) or pytest.fail("nothing is pictured")
    wanted = to_page(triples, ontology=ONTOLOGY), note
    assert show_overview(large) == wanted
    forbid_drawing(monkeypatch)
    assert show_overview(large) == wanted


def test_a_small_store_is_shown_whole(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is kept of it."""
    monkeypatch.setattr(place, "FEW", len(READINGS))
    assert show_overview(large) is None
    assert not find_page(large).exists()


def test_what_is_published_anew_is_drawn_anew(large: Path) -> None:
    """The page goes with its snapshot."""
    assert show_overview(large) is not None
    with open_store(large) as store:
        keep(store, make_reading(0, len(READINGS), edition=2))
    assert not find_page(large).exists()
    assert show_overview(large) is not None
    assert find_page(large).exists()


def test_what_is_published_anew_unchanged_keeps_its_page(large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copied store shares no files with its snapshot: the next run publishes them again, and has nothing to draw."""
    wanted = show_overview(large)
    copied = Path(shutil.copytree(large, tmp_path / "copied"))
    snapshots = place.list_snapshots(copied)
    with open_store(copied):
        pass
    assert place.list_snapshots(copied) != snapshots
    forbid_drawing(monkeypatch)
    assert show_overview(copied) == wanted
    place.check_files(place.hold_snapshot(copied) or pytest.fail("nothing is held"))


@pytest.mark.parametrize("package", ["networkx", "numpy", "pyvis"])
def test_a_page_that_another_version_of_a_package_drew_is_stale(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One brings the script that draws in the browser; the others lay the graph out."""
    before = overview.hash_makers()
    monkeypatch.setattr(overview, "version", lambda name: "0.0.1" if name == package else version(name))
    overview.hash_makers.cache_clear()
    assert overview.hash_makers() != before
    overview.hash_makers.cache_clear()


@pytest.mark.parametrize("damage", ["cut", "another maker", "changed", "no object", "gone"])
def test_a_page_that_is_not_the_one_that_would_be_drawn_is_drawn_anew(damage: str, large: Path) -> None:
    """Drawn by another kg, or damaged: the reader sees the right one."""
    wanted, file = show_overview(large), find_page(large)
    kept = json.loads(file.read_text(encoding="utf-8"))
    texts = {
        "cut": json.dumps(kept)[:-50],
        "another maker": json.dumps(kept | {"of": "0" * 64, "page": "old"}),
        "changed": json.dumps(kept | {"page": "changed"}),
        "no object": "[]",
    }
    file.unlink()
    if damage in texts:
        file.write_text(texts[damage], encoding="utf-8")
    assert show_overview(large) == wanted
    assert json.loads(file.read_text(encoding="utf-8")) == kept


def test_a_page_that_cannot_be_kept_is_shown_all_the_same(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that this user may only read."""
    monkeypatch.setattr(Path, "write_text", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    assert show_overview(large) is not None
    assert not find_page(large).exists()


def test_the_command_shows_it_without_drawing(
    large: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says how much of the store it is, on standard error."""
    wanted = show_overview(large)
    assert wanted is not None
    forbid_drawing(monkeypatch)
    assert cli.main(["view", str(large), "-o", str(tmp_path / "page.html")]) == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == wanted[0]
    assert f"of its {len(READINGS)} articles" in capsys.readouterr().err
