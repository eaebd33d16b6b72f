"""Articles -> an embedded quad store that grows, forgets, corroborates, and is read while it is written.

``place`` knows the folder (marker, lock, snapshots), ``terms`` the engine's terms and graph names, ``marks`` what of one article may be the
same in another, ``sameness`` what then is, ``derive`` the derived graphs, ``keep`` the store itself,
``conflicts`` what is at odds, ``groups`` what is one thing and why, ``part`` what is about a name.
"""

from kg.store.keep import Entry, Recipe, Snapshot, Store, lend_engine, open_snapshot, open_store, tell_state
from kg.store.marks import Marker, Marks
from kg.store.part import lend_part
from kg.store.place import is_store

__all__ = [
    "Entry",
    "Marker",
    "Marks",
    "Recipe",
    "Snapshot",
    "Store",
    "is_store",
    "lend_engine",
    "lend_part",
    "open_snapshot",
    "open_store",
    "tell_state",
]
