"""What is installed elsewhere works there: a built package carries its vocabulary, background knowledge, questions and page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.resources import RESOURCES, find_resource

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that a wheel would install."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-W", "ignore", "setup.py", "--quiet", "build", "--build-base", str(folder / "base"), "--build-lib"]
    subprocess.run([*command, str(folder / "lib")], cwd=ROOT, capture_output=True, check=True)
    return folder / "lib"


@pytest.mark.parametrize("name", RESOURCES)
def test_every_shipped_folder_is_in_the_package(library: Path, name: str) -> None:
    """Each file of a shipped folder stands in the package, byte for byte."""
    here = find_resource(name)
    there = library / "kg" / RESOURCES[name]
    names = {path.relative_to(here) for path in here.rglob("*") if path.is_file()}
    assert names == {path.relative_to(there) for path in there.rglob("*") if path.is_file()}
    assert all((here / path).read_bytes() == (there / path).read_bytes() for path in names)


def test_every_file_of_the_package_is_there(library: Path) -> None:
    """Modules, and what stands beside them: the page's styles and scripts."""
    here = {path.relative_to(ROOT / "kg") for path in (ROOT / "kg").rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert {path for path in here if not (library / "kg" / path).is_file()} == set()


def test_it_builds_away_from_the_checkout(library: Path, tmp_path: Path) -> None:
    """An installed package reads an article without the repository around it."""
    (tmp_path / "a.txt").write_text("Acme to buy Beta\n\nAcme Inc will buy Beta Ltd for $3 million.\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(library)!r}); import kg, kg.cli; print(kg.__file__); sys.exit(kg.cli.main(sys.argv[1:]))"
    for arguments in (["build", "a.txt"], ["query", "build/a.ttl", "--question", "acquisitions"]):
        command = [sys.executable, "-P", "-c", code, *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(str(library))
    assert "Acme" in done.stdout
