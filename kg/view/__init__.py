"""A graph as in docs/rdf.md -> one self-contained interactive HTML page: the article beside its graph, every fact with its words.

The page asks the network for nothing. Its policy allows exactly the scripts and styles written here, by their hash; everything that comes
from an article travels as JSON and reaches the page as text only.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from rdflib import Graph

from kg.network import to_network, to_stage
from kg.view.cards import to_data
from kg.view.stage import to_stage_data

if TYPE_CHECKING:
    from kg.ontology import Ontology

LIMIT = 1500
"""The most nodes that the page draws; vis-network pans slowly beyond."""


def to_page(graph: Graph, *, title: str, ontology: Ontology | None = None, limit: int = LIMIT) -> str:
    """Return the page of a graph, or of the union of a Dataset's graphs; the same graph gives the same page on every machine.

    ``ontology`` gives classes and properties their labels where the graph has none. Of more than ``limit`` nodes those with most facts
    are shown, and the page says so.
    """
    stage = to_stage(to_network(graph, ontology), limit)
    place = {node: number for number, node in enumerate(stage)}
    data = to_data(stage, place)
    drawn = to_stage_data(stage, place)
    facts_of = data.pop("edges")
    for edge, keys in zip(drawn["edges"], drawn.pop("keys"), strict=True):
        edge["facts"] = sorted({facts_of[key] for key in keys})
    data |= {"title": title, "left_out": stage.graph["left_out"], "stage": drawn}
    return _fill(title, data)


def _fill(title: str, data: dict[str, Any]) -> str:
    parts = {
        "title": html.escape(title.encode("utf-8", "replace").decode()),
        "css": _read("page.css"),
        "js": _read("page.js"),
        "vis": _vis_network(),
        "data": to_script_json(data),
    }
    parts["policy"] = _to_policy([parts["vis"], parts["js"]], [parts["css"]])
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], _read("page.html"))


def to_script_json(data: Any) -> str:
    """Write JSON that no HTML parser can mistake for markup.

    >>> to_script_json({"name": "</script>"})
    '{"name":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _to_policy(scripts: list[str], styles: list[str]) -> str:
    """A Content-Security-Policy that allows these scripts and styles and nothing else."""
    rules = [
        "default-src 'none'",
        f"script-src {' '.join(map(_to_hash, scripts))}",
        f"style-src {' '.join(map(_to_hash, styles))}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return "; ".join(rules)


def _to_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _read(name: str) -> str:
    return (files(__name__) / name).read_text("utf-8")


@cache
def _vis_network() -> str:
    """The vis-network that pyvis brings, without the pointer to its source map."""
    text = (files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js").read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=\S*", "", text).replace("\r\n", "\n")
