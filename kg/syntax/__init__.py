"""The parse as plain lists, with the parser's usual mistakes repaired: a leaf that the text stages share."""

from kg.syntax.lexis import Lexis
from kg.syntax.repairs import to_tree
from kg.syntax.tree import Tree

__all__ = ["Lexis", "Tree", "to_tree"]
