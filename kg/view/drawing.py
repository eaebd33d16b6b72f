"""pyvis's picture of a network, without IPython: pyvis imports it to show a page in a notebook, and that takes time at each start."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


def make_picture() -> Any:
    """Return an empty picture (``pyvis.network.Network``) of a directed network."""
    if "IPython" in sys.modules or "pyvis" in sys.modules:
        from pyvis.network import Network
    else:
        stand_ins = {"IPython": ModuleType("IPython"), "IPython.display": ModuleType("IPython.display")}
        stand_ins["IPython.display"].__dict__["IFrame"] = _show_in_frame
        sys.modules.update(stand_ins)
        try:
            from pyvis.network import Network
        finally:
            for name in stand_ins:
                del sys.modules[name]
    return Network(directed=True, cdn_resources="in_line")


def _show_in_frame(*arguments: Any, **options: Any) -> Any:
    """What pyvis calls ``IFrame``: IPython's own, imported when somebody asks for it."""
    from IPython.display import IFrame

    return IFrame(*arguments, **options)
