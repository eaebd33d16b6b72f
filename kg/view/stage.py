"""A network -> what vis-network draws, through pyvis: wrapped labels, boxes, merged edges, and places computed beforehand."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from kg.agreement import deny
from kg.network import Network
from kg.records import Stance
from kg.view.drawing import make_picture
from kg.view.layout import Box, Tie, to_places

FACE = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
SHAPES = {
    "person": "dot",
    "organisation": "square",
    "place": "triangle",
    "group": "hexagon",
    "topic": "diamond",
    "work": "star",
}
DASHES: dict[str, list[int] | bool] = {
    Stance.ASSERTED: False,
    Stance.PLANNED: [8, 5],
    Stance.REPORTED: [2, 4],
    Stance.POSSIBLE: [3, 8],
    Stance.DENIED: [8, 4, 2, 4],
}
SHORT = 40
"""The most letters of what is said below a name."""
_LINE = 1.28


@dataclass(slots=True)
class Drawn:
    """One drawn edge: all edges of the same ends, direction and look."""

    start: str
    end: str
    kind: str
    stance: Stance
    labels: list[str] = field(default_factory=list)
    keys: list[tuple[str, str, str]] = field(default_factory=list)


def to_stage_data(network: Network, place: dict[str, int]) -> dict[str, Any]:
    """Return pyvis's nodes, edges and options; node ids are the numbers in ``place``, edge ids count from 0.

    Every edge also names its ``keys`` in the network. Labels of role edges stay out of the picture until they are asked for (``words``).
    Nodes that are not ``on_stage`` have no place.
    """
    drawn, picture = _merge(network), make_picture()
    picture.from_nx(_to_drawing(network, drawn, place))
    picture.options = _options()
    picture.nodes.sort(key=lambda node: node["id"])
    picture.edges.sort(key=lambda edge: edge["id"])
    nodes, edges, *_, options = picture.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options), "keys": [edge.keys for edge in drawn]}


def _to_drawing(network: Network, drawn: list[Drawn], place: dict[str, int]) -> nx.MultiDiGraph[int]:
    """The same graph with numbers for names and nothing but how it looks."""
    boxes, looks = {}, {}
    for node, data in network.nodes(data=True):
        boxes[node], looks[node] = (_event if data["kind"] == "event" else _entity)(data, network.degree(node))
    shown = {node: box for node, box in boxes.items() if network.nodes[node].get("on_stage", True)}
    ties = [_to_tie(edge, roomy=len(shown) <= 24) for edge in drawn if edge.start in shown and edge.end in shown]
    places = to_places(shown, ties)
    drawing: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    for node in network:
        where = dict(zip("xy", places[node], strict=True)) if node in places else {}
        drawing.add_node(place[node], **looks[node], **where, room=_to_room(boxes[node]))
    both_ways = {(edge.end, edge.start) for edge in drawn}
    for number, edge in enumerate(drawn):
        bend: Any = {"enabled": True, "type": "curvedCW", "roundness": 0.12} if (edge.start, edge.end) in both_ways else False
        drawing.add_edge(
            place[edge.start],
            place[edge.end],
            id=number,
            label="" if edge.kind == "role" else _to_lines(edge),
            words=_to_lines(edge),
            kind=edge.kind,
            stance=edge.stance,
            weight=1.2 if edge.kind in ("role", "background") else 1.8,
            dashes=[3, 5] if edge.kind == "background" else DASHES[edge.stance],
            arrows={"to": {"enabled": edge.kind != "role", "scaleFactor": 0.55}},
            smooth=bend,
        )
    return drawing


def _to_room(box: Box) -> list[int]:
    """Left, top, right and bottom of a box, seen from its place."""
    half = (box.width / 2, box.height / 2)
    return [round(-half[0]), round(box.below - half[1]), round(half[0]), round(box.below + half[1])]


def _merge(network: Network) -> list[Drawn]:
    """Edges between the same two nodes, alike in direction and look, are drawn as one."""
    found: dict[tuple[str, str, str, Stance], Drawn] = {}
    for start, end, key, data in network.edges(keys=True, data=True):
        look = (start, end, data["kind"], data["stance"])
        edge = found.setdefault(look, Drawn(*look))
        edge.labels.append((deny(data["label"]) if data["stance"] is Stance.DENIED and data["kind"] == "fact" else None) or data["label"])
        edge.keys.append((start, end, key))
    return list(found.values())


def _to_tie(edge: Drawn, *, roomy: bool) -> Tie:
    """Room for a label; one that stands there only while its event is looked at gets some where there is plenty."""
    if edge.kind == "role" and not roomy:
        return Tie(edge.start, edge.end)
    lines = _to_lines(edge).split("\n")
    return Tie(edge.start, edge.end, max(to_width(line, 12.5) for line in lines) + 8, len(lines) * 12.5 * _LINE + 4)


def _to_lines(edge: Drawn) -> str:
    return "\n".join(wrap(", ".join(dict.fromkeys(edge.labels)), 24, 3))


# ---------------------------------------------------------------- nodes


def _entity(data: dict[str, Any], degree: int) -> tuple[Box, dict[str, Any]]:
    """A mark in its family's shape, larger with more facts, its name below, and who that is, in a few words, below the name."""
    size = 8 + min(10, 2 * degree)
    lines = wrap(data["label"], 20, 3)
    below = wrap(who, 26, 2) if (who := _find_words(data)) else []
    height = 2 * size + 6 + len(lines) * 15 * _LINE + len(below) * 12.5 * _LINE
    widths = [*(to_width(line, 15) for line in lines), *(to_width(line, 12.5) for line in below)]
    box = Box(max(2.0 * size, *widths), height, height / 2 - size)
    label = "\n".join([*map(_escape, lines), *(f"<i>{_escape(line)}</i>" for line in below)])
    font = {"size": 15, "face": FACE, "multi": "html", "ital": {"size": 12.5, "face": FACE, "mod": ""}}
    return box, {"label": label, "shape": SHAPES.get(data["family"], "dot"), "size": size, "font": font}


def _find_words(data: dict[str, Any]) -> str:
    """The shortest that an entity is said to be, where that is short."""
    told = [d.text for d in data["details"] if d.label == "is" and d.stance is Stance.ASSERTED and len(d.text) <= SHORT]
    return min(told, key=lambda text: (len(text), text), default="")


def _event(data: dict[str, Any], _degree: int) -> tuple[Box, dict[str, Any]]:
    """A card with the short sentence, and the amount and period below it where the sentence lacks them."""
    lines = wrap(data["label"], 26, 4)
    more = [detail.text for detail in data["details"] if len(detail.text) <= 30 and detail.text not in data["label"]]
    below = wrap(" · ".join(more[:3]), 26, 2) if more else []
    width = max(to_width(line, 13.5) for line in (*lines, *below)) + 22
    height = (len(lines) + len(below)) * 13.5 * _LINE + 18
    label = "\n".join([*map(_escape, lines), *(f"<b>{_escape(line)}</b>" for line in below)])
    font = {"size": 13.5, "face": FACE, "multi": "html", "align": "left", "bold": {"size": 13, "face": FACE, "mod": "600"}}
    dashes = DASHES[data["stance"]]
    return Box(width, height), {
        "label": label,
        "shape": "box",
        "margin": 9,
        "size": 12,
        "font": font,
        "shapeProperties": {"borderRadius": 7, "borderDashes": dashes},
    }


def _escape(text: str) -> str:
    """Break up what vis-network would read as markup with a space of no width; its entities it does not read, whatever it promises.

    >>> _escape("A & B <b>") == "A & B <" + chr(0x200B) + "b>"
    True
    """
    return re.sub(r"<(?=/?(?:b|i|code)>)", "<\u200b", text)


def wrap(text: str, width: int, most: int) -> list[str]:
    """Break a label into at most ``most`` lines of about ``width`` letters, evenly filled; the rest becomes an ellipsis.

    >>> wrap("Velmora Robotics acquires Pellerin Sensors", 22, 3)
    ['Velmora Robotics', 'acquires Pellerin', 'Sensors']
    """
    words = [piece for word in text.split() for piece in _break(word, width)]
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1][: width - 1].rstrip() + "…"]
    return lines or ["–"]


def _break(word: str, width: int) -> list[str]:
    return [word[start : start + width] for start in range(0, len(word), width)]


def to_width(text: str, size: float) -> float:
    """Estimate how wide a line is in a common sans serif, in pixels."""
    return size * sum(_EMS[_kind(letter)] for letter in text)


_EMS = {"wide": 1.0, "capital": 0.69, "narrow": 0.31, "plain": 0.56, "none": 0.0}


def _kind(letter: str) -> str:
    if unicodedata.east_asian_width(letter) in "WF":
        return "wide"
    if unicodedata.combining(letter):
        return "none"
    if letter in "mwMW%@—…":
        return "wide" if letter in "—…@%" else "capital"
    return "narrow" if letter in "iljtfrI.,:;'’!|()[] " else "capital" if letter.isupper() else "plain"


def _options() -> dict[str, Any]:
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "nodes": {"borderWidth": 1.5, "borderWidthSelected": 2.5, "scaling": {"label": {"drawThreshold": 6}}, "labelHighlightBold": False},
        "edges": {
            "font": {"size": 12.5, "face": FACE, "strokeWidth": 5, "align": "horizontal"},
            "scaling": {"label": {"drawThreshold": 6}},
            "hoverWidth": 0.6,
            "selectionWidth": 0.8,
            "labelHighlightBold": False,
            "selfReference": {"size": 22},
        },
        "interaction": {"hover": True, "tooltipDelay": 100000, "hideEdgesOnDrag": False, "keyboard": False, "multiselect": False},
    }
