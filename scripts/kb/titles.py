"""npm compromise-wikipedia -> which titles the English Wikipedia has, of the 38,000 that are read most.

The list is in lower case and lacks all titles with a bracket, comma or full stop. It never gives a title: it says whether one that another
source or our own table spells out is there.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

UNPACK = """
import {{ readFileSync, writeFileSync }} from 'fs';
import {{ unpack }} from {efrt};
const source = readFileSync({model}, 'utf8');
const packed = (await import('data:text/javascript;base64,' + Buffer.from(source).toString('base64'))).default;
process.stdout.write(JSON.stringify(Object.keys(unpack(packed))));
"""
"""The package's list is packed by npm efrt, which alone can unpack it."""


def read_titles(modules: Path) -> frozenset[str]:
    """Return the titles as the package holds them, in lower case."""
    paths = {"efrt": modules / "efrt/src/index.js", "model": modules / "compromise-wikipedia/src/_model.js"}
    script = UNPACK.format(**{name: json.dumps(str(path.resolve())) for name, path in paths.items()})
    done = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, check=True, encoding="utf-8")
    return frozenset(json.loads(done.stdout))


def to_title(address: str) -> str:
    """Return the title in an address of the English Wikipedia, or in a tag of OpenStreetMap; empty for any other language.

    >>> to_title("https://en.wikipedia.org/wiki/L%27Or%C3%A9al"), to_title("en:ABN AMRO"), to_title("de:Aldi")
    ("L'Oréal", 'ABN AMRO', '')
    """
    for mark in ("en.wikipedia.org/wiki/", "en:"):
        _, found, rest = address.partition(mark)
        if found:
            title = unquote(rest).partition("#")[0].replace("_", " ").strip()
            return title[:1].upper() + title[1:]
    return ""
