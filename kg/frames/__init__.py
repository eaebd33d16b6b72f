"""Predications x the ontology's senses -> FrameInstances: the only place that matches words.

senses    a predication -> the senses that its trigger may have
roles     a role of a sense -> what fills it best; fitting: whether a phrase is of the classes that a role takes
matching  the one sense of a trigger that fits best, with its roles and light verb
descriptions  what the words of the text say that something is, where any noun or adjective will do
stance    how far the instance is held to be true, by whom
"""

from kg.frames.matching import match_frames

__all__ = ["match_frames"]
