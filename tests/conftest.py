"""Fixtures that all tests share."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.pipeline import Build
    from kg.records import Reading

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> Iterator[None]:
    """Programs that tests start can be interrupted, also where the tests run in the background and would hand on that SIGINT is ignored."""
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, kept)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """An empty folder that other users may reach; pytest's own stand below one that is closed to them."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture(scope="session", autouse=True)
def _without_a_list_of_ones_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests are the same on every machine: no list of the user's is asked."""
    os.environ["KG_KB"] = str(tmp_path_factory.mktemp("own") / "kb.sqlite")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default language model, loaded once for all tests."""
    from kg.parse import load_model

    return load_model()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The first article, built in all default formats."""
    from kg.pipeline import build

    return build(ROOT / "data/articles/microsoft-japan.txt", tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def reading(built: Build) -> Reading:
    """What the first article says."""
    return built.reading
