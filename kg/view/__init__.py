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
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.network import find_node, to_network, to_stage
from kg.view.cards import to_data
from kg.view.drawing import find_scripts
from kg.view.scopes import to_scopes
from kg.view.stage import to_stage_data

if TYPE_CHECKING:
    from kg.network import Network, Triples
    from kg.ontology import Ontology

LIMIT = 1500
"""The most nodes that the page draws; vis-network pans slowly beyond."""

SCRIPTS = ("data.js", "scope.js", "article.js", "filters.js", "canvas.js", "cards.js", "chain.js", "search.js", "address.js", "controls.js")
"""The page's own script, in the order in which its parts are put together; they share one scope."""

SPARE = 2500
"""The most nodes that come along undrawn, for search and for the reader who asks for more."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The name or IRI of what the page is about, and how many facts around it are drawn."""

    name: str
    hops: int = 1


def to_page(
    graph: Triples, *, title: str | None = None, ontology: Ontology | None = None, focus: Focus | None = None, limit: int = LIMIT
) -> str:
    """Return the page of a graph, or of the union of a dataset's graphs; the same graph gives the same page on every machine.

    The title is by default the article's headline. ``ontology`` gives classes and properties their labels where the graph has none. Of
    more than ``limit`` nodes those with most facts are shown, and the page says so; with a focus, only what is near it. Raises GraphError
    for a focus that the graph does not name.
    """
    network = to_network(graph, ontology)
    node = None if focus is None else find_node(network, focus.name)
    stage = to_stage(network, limit, spare=SPARE, focus=node, hops=1 if focus is None else focus.hops)
    place = {node: number for number, node in enumerate(stage)}
    data = to_data(stage, place)
    drawn = to_stage_data(stage, place)
    facts_of = data.pop("edges")
    for edge, keys in zip(drawn["edges"], drawn.pop("keys"), strict=True):
        edge["facts"] = sorted({facts_of[key] for key in keys})
    drawn["scopes"] = to_scopes(len(data["articles"]), data["facts"], drawn)
    title = _find_title(network, node) if title is None else title
    data |= {"title": title, "left_out": stage.graph["left_out"], "stage": drawn, "focus": None if node is None else place[node]}
    return _fill(title, data)


def _find_title(network: Network, node: str | None) -> str:
    articles = network.graph["articles"]
    told = f"{len(articles):,} articles" if len(articles) > 1 else "".join(article.title for article in articles) or "A knowledge graph"
    return told if node is None else f"{network.nodes[node]['label']} – {told}"


def _fill(title: str, data: dict[str, Any]) -> str:
    parts = {
        "title": html.escape(title.encode("utf-8", "replace").decode()),
        "css": _read("page.css"),
        "js": "\n".join(["(() => {", '"use strict";', *map(_read, SCRIPTS), "})();"]),
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
    text = (find_scripts() / "vis-9.1.2" / "vis-network.min.js").read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=\S*", "", text).replace("\r\n", "\n")
