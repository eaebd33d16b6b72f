"""Articles -> an embedded quad store that grows, forgets, corroborates, and is read while it is written.

``place`` knows the folder (marker, lock, snapshots), ``terms`` the engine's terms and graph names, ``marks`` what of one article may be the
same in another, ``sameness`` what then is, ``derive`` the derived graphs, ``books`` what is known of each article, ``changes`` how a
transaction is made, ``counts`` and ``odds`` what it does to the counts and to what is at odds; ``keep`` is the store held for writing,
``snapshot`` for reading; ``conflicts`` tells what is at odds, ``groups`` what is one thing and why, ``part`` what is about a name;
``lookups`` is what they all ask. What only a writer needs is imported when somebody writes.
"""

from typing import TYPE_CHECKING, Any

from kg.store.books import Entry, Recipe
from kg.store.marks import Marker, Marks
from kg.store.part import About, is_large, lend_part, look_up, read_picture, take_picture
from kg.store.place import is_store
from kg.store.snapshot import Snapshot, explain_lent, find_fault, lend_engine, open_snapshot, tell_state

if TYPE_CHECKING:
    from kg.store.keep import Store, open_store

__all__ = [
    "About",
    "Entry",
    "Marker",
    "Marks",
    "Recipe",
    "Snapshot",
    "Store",
    "explain_lent",
    "find_fault",
    "is_large",
    "is_store",
    "lend_engine",
    "lend_part",
    "look_up",
    "open_snapshot",
    "open_store",
    "read_picture",
    "take_picture",
    "tell_state",
]


def __getattr__(name: str) -> Any:
    """Import the store held for writing on first use (PEP 562)."""
    if name in {"Store", "open_store"}:
        from kg.store import keep

        return getattr(keep, name)
    raise AttributeError(f"module 'kg.store' has no attribute {name!r}")
