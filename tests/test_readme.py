"""The README and the reference tell the truth: commands run, options are documented, links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import make_parser
from scripts.cli_docs import PAGE, find_commands, to_markdown

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data of the repository and a `kg` on the path, in which the README's blocks run one after the other."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "data").symlink_to(ROOT / "data")
    (folder / "bin").mkdir()
    (folder / "bin/kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    (folder / "bin/kg").chmod(0o755)
    return folder


@pytest.mark.slow
def test_the_blocks_run(home: Path) -> None:
    """Every block of commands and of Python runs as it stands, in order, and prints something."""
    blocks = [(language, text) for language, text in BLOCK.findall(README) if language != "text"]
    assert {language for language, _ in blocks} == {"sh", "python"}
    environment = {**os.environ, "PATH": f"{home}/bin:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    for language, text in blocks:
        command = ["bash", "-euo", "pipefail", "-c", text] if language == "sh" else [sys.executable, "-c", text]
        done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), text
        assert len(done.stdout.splitlines()) > 1, text


def test_the_verbs_are_all_told() -> None:
    """The README names every command."""
    assert set(re.findall(r"^\| `kg (\w+)", README, re.MULTILINE)) == set(find_commands(make_parser()))


def test_the_reference_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """docs/cli.md is what `make docs` writes, and so names every option."""
    monkeypatch.setenv("COLUMNS", "100")
    assert PAGE.read_text(encoding="utf-8") == to_markdown()


def test_make_has_what_is_told() -> None:
    """Every `make TARGET` in the documents is a target that `make` lists."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    documents = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "data").rglob("*.md")]
    told = {
        target for path in documents for target in re.findall(r"(?:`|^ {4})make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert told <= targets


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Links within the repository name files that are there."""
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))]
    assert [link for link in links if link and not link.startswith("http") and not (page.parent / link).exists()] == []


def test_make_alone_lists_the_targets() -> None:
    """`make` prints each target with what it does, and does nothing."""
    done = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(r"^  make demo +read the first article", done.stdout, re.MULTILINE)
