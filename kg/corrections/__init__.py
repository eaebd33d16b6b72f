"""A file of the user's and a Reading -> the Reading as corrected: claims, types, links and merges rejected, aliases added.

``record`` says what a correction is, ``file`` reads and writes them, ``apply`` corrects a reading, ``propose`` makes a correction of
what a user points at in a graph.
"""

from kg.corrections.apply import correct, find_class
from kg.corrections.file import FILE_NAME, add_correction, find_files, read_corrections, remove_correction
from kg.corrections.propose import propose
from kg.corrections.record import Correction, Kind

__all__ = [
    "FILE_NAME",
    "Correction",
    "Kind",
    "add_correction",
    "correct",
    "find_class",
    "find_files",
    "propose",
    "read_corrections",
    "remove_correction",
]
