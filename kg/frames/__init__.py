"""Predications x the ontology's senses -> FrameInstances: the only place that matches words."""

from kg.frames.matching import match_frames

__all__ = ["match_frames"]
