"""notebooks/*.ipynb -> the same notebooks as they run, with tables and pictures; run it with ``make notebooks``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "notebooks"
TIMEOUT = 600
LARGEST = 100_000
"""Characters of one output that are kept; an interactive page is larger, and shows itself only where the notebook runs."""


def run_notebook(path: Path) -> Any:
    """Return the notebook as it runs, in its own folder and with this checkout's kg; raises CellExecutionError where a cell fails."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    client = NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
    return client.execute()


def to_tidy(notebook: Any) -> Any:
    """Return the notebook without times, and without outputs that are too large to keep."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            for kind in [kind for kind, text in data.items() if len(text) > LARGEST and kind == "text/html"]:
                data[kind] = "<p>The page shows itself here where the notebook runs.</p>"
    return notebook


if __name__ == "__main__":
    for notebook_path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(to_tidy(run_notebook(notebook_path)), notebook_path)  # type: ignore[no-untyped-call]
        sys.stdout.write(f"ran {notebook_path.relative_to(ROOT)}\n")
