"""Every frame that the lexicon reads has its rows: what it tells, said in several ways, and its words in another sense."""

from __future__ import annotations

from corpus import open_reader
from frames.tables import find_lacking, list_frames

LACKING: dict[str, tuple[str, ...]] = {}
"""Frames whose rows are still to be written, by kind; it only shrinks."""


def test_every_frame_has_its_rows() -> None:
    """A plain row, a passive or nominal one, one in a clause or list, one over two sentences, and two that say no such thing."""
    found = {frame.name: lacking for frame in list_frames(open_reader().ontology) if (lacking := find_lacking(frame))}
    assert found == LACKING, "write the rows, in the frame's table; take what has them off the list"
