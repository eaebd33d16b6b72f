"""pyvis's picture of a network, without what pyvis brings for a page of its own, which takes as long to import as all else of a small page.

pyvis fills a template with jinja2, shows the page in a notebook with IPython, and writes itself down with jsonpickle; of a picture only
its nodes, edges and options are wanted here. So it is imported apart, beside something that stands for each of the three, and neither it
nor that is left for others: who imports pyvis gets all of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn


def make_picture() -> Any:
    """Return an empty picture (``pyvis.network.Network``) of a directed network."""
    return _import_apart()(directed=True, cdn_resources="in_line")


def find_scripts() -> Path:
    """Return the folder of the scripts that pyvis brings."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0], "templates", "lib")


@cache
def _import_apart() -> Any:
    """Return pyvis's class of pictures, of a copy of pyvis that nobody else sees."""
    stand_ins = _make_stand_ins()
    kept = {name: module for name, module in sys.modules.items() if name in stand_ins or _is_of_pyvis(name)}
    try:
        _take_out(_is_of_pyvis)
        sys.modules.update(stand_ins)
        from pyvis.network import Network
    finally:
        _take_out(lambda name: name in stand_ins or _is_of_pyvis(name))
        sys.modules.update(kept)
    return Network


def _is_of_pyvis(name: str) -> bool:
    return name.partition(".")[0] == "pyvis"


def _take_out(is_meant: Callable[[str], bool]) -> None:
    for name in [name for name in sys.modules if is_meant(name)]:
        del sys.modules[name]


def _make_stand_ins() -> dict[str, ModuleType]:
    told: dict[str, dict[str, Any]] = {
        "IPython": {},
        "IPython.display": {"IFrame": _refuse},
        "jinja2": {"Environment": _Templates, "FileSystemLoader": str},
        "jsonpickle": {"encode": _refuse},
    }
    modules = {name: ModuleType(name) for name in told}
    for name, module in modules.items():
        vars(module).update(told[name])
    return modules


class _Templates:
    """What pyvis calls an ``Environment`` of jinja2."""

    def __init__(self, loader: str) -> None:
        """Take the folder of the templates, of which none is filled."""


def _refuse(*_: Any, **__: Any) -> NoReturn:
    raise NotImplementedError("a picture is neither shown nor written by pyvis here")
