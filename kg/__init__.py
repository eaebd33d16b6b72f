"""kg maps news articles to RDF knowledge graphs in which every fact carries the words that say it."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_PUBLIC: dict[str, str] = {
    "build": "kg.pipeline",
    "read": "kg.pipeline",
    "query": "kg.pipeline",
    "facts": "kg.pipeline",
}
__all__ = ["__version__", *_PUBLIC]


def __getattr__(name: str) -> Any:
    """Import the public verbs on first use (PEP 562), so that ``import kg`` costs nothing."""
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}; it offers: {', '.join(__all__)}")
