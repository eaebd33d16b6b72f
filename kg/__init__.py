"""kg maps news articles to RDF knowledge graphs in which every fact carries the words that say it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline import build, explain, export, facts, query, read

__version__ = "0.1.0"
__all__ = ["__version__", "build", "explain", "export", "facts", "query", "read"]


def __getattr__(name: str) -> Any:
    """Import the verbs on first use (PEP 562), so that ``import kg`` costs nothing."""
    if name in __all__:
        return getattr(import_module("kg.pipeline"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}; it offers: {', '.join(__all__)}")
