"""pyvis's picture of a network, without what pyvis brings for a page of its own, which takes as long to import as all else of a small page.

pyvis fills a template with jinja2, shows the page in a notebook with IPython, and writes itself down with jsonpickle. While it is imported
there stands something for each that imports it once it is asked for.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def make_picture() -> Any:
    """Return an empty picture (``pyvis.network.Network``) of a directed network."""
    if "pyvis" in sys.modules:
        from pyvis.network import Network
    else:
        stand_ins = {name: module for name, module in _make_stand_ins().items() if name not in sys.modules}
        sys.modules.update(stand_ins)
        try:
            from pyvis.network import Network
        finally:
            for name in stand_ins:
                del sys.modules[name]
    return Network(directed=True, cdn_resources="in_line")


def _make_stand_ins() -> dict[str, ModuleType]:
    told: dict[str, dict[str, Any]] = {
        "IPython": {},
        "IPython.display": {"IFrame": _show_in_frame},
        "jinja2": {"Environment": _Templates, "FileSystemLoader": str},
        "jsonpickle": {"encode": _write_down},
    }
    modules = {name: ModuleType(name) for name in told}
    for name, module in modules.items():
        vars(module).update(told[name])
    return modules


class _Templates:
    """What pyvis calls an ``Environment`` of jinja2: the templates of a folder."""

    def __init__(self, loader: str) -> None:
        self.folder = loader

    def get_template(self, name: str) -> Any:
        """Return a template, by jinja2."""
        from jinja2 import Environment, FileSystemLoader

        return Environment(loader=FileSystemLoader(self.folder)).get_template(name)


def _show_in_frame(*arguments: Any, **options: Any) -> Any:
    """What pyvis calls ``IFrame``: IPython's own."""
    from IPython.display import IFrame

    return IFrame(*arguments, **options)


def _write_down(*arguments: Any, **options: Any) -> Any:
    """What pyvis calls ``jsonpickle.encode``."""
    from jsonpickle import encode

    return encode(*arguments, **options)
