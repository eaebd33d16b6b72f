"""The notebooks run from top to bottom, with tables and pictures, and a graph shows itself in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest

from kg.pipeline import Build
from scripts.notebooks import FOLDER, LARGEST, run_notebook, to_tidy

NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def outputs_of(notebook: Any, kind: str) -> Iterator[Any]:
    """Every output of one kind."""
    return (output["data"][kind] for cell in notebook.cells for output in cell.get("outputs", ()) if kind in output.get("data", {}))


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # what Jupyter warns of is its own
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    """No cell fails, and there are tables, pictures and the page that the graph shows itself by."""
    notebook = run_notebook(path)
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    assert len(list(outputs_of(notebook, "image/png"))) >= 2
    pages = list(outputs_of(notebook, "text/html"))
    assert sum(page.startswith("<iframe") for page in pages) == 1
    assert sum("<table" in page for page in pages) >= 4
    assert not [output for cell in notebook.cells for output in cell.get("outputs", ()) if output.get("name") == "stderr"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_with_its_pictures(path: Path) -> None:
    """Whoever only looks at the file sees what it does; the page itself, which is large, is left out."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code"), "run make notebooks"
    assert list(outputs_of(notebook, "image/png"))
    assert all(len(text) <= LARGEST for text in outputs_of(notebook, "text/html"))
    assert "/root/" not in path.read_text(encoding="utf-8")


def test_there_is_a_notebook() -> None:
    """A folder without notebooks would pass every test."""
    assert NOTEBOOKS


def test_a_graph_shows_itself(built: Build) -> None:
    """In a notebook a build is its page, in a frame that can reach neither the notebook nor the network."""
    frame = built._repr_html_()
    sandbox = re.search(r'sandbox="([^"]*)"', frame)
    assert sandbox is not None
    assert "allow-same-origin" not in sandbox[1]
    page = unescape(frame.partition('srcdoc="')[2].partition('" sandbox')[0])
    assert page == built.files[2].read_text(encoding="utf-8")
    assert frame.count("<iframe") == 1
    assert "<script" not in frame


def test_a_build_is_one_line(built: Build) -> None:
    """Where there is no page to show, one line says what was built."""
    assert re.fullmatch(r"<Build of microsoft-japan.txt: \d+ entities, \d+ events, \d+ claims>", repr(built))


def test_large_pages_are_not_kept() -> None:
    """A page is replaced by a word about it, small tables and pictures stay."""
    data = {"text/html": "x" * (LARGEST + 1), "image/png": "y" * (LARGEST + 1)}
    cell = nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output("display_data", data)])
    tidy = to_tidy(nbformat.v4.new_notebook(cells=[cell])).cells[0].outputs[0]["data"]
    assert tidy["text/html"].startswith("<p>The page")
    assert len(tidy["image/png"]) > LARGEST
