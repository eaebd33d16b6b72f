"""The parse as plain lists: a leaf that the text stages share."""

from kg.syntax.repairs import to_tree
from kg.syntax.tree import Tree

__all__ = ["Tree", "to_tree"]
