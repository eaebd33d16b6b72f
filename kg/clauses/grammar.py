"""What the rules of grammar share: the tree, what the rules found so far, and makers of fillers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.records import Filler, Phrase
from kg.syntax import Tree

Rule = Callable[["Grammar", int], Iterator[Filler]]


class Grammar:
    """Applies the rules to one tree and remembers the answers, since rules ask for the slots of other words."""

    def __init__(self, tree: Tree, rules: Sequence[Rule]) -> None:
        self.tree = tree
        self._rules = rules
        self._fillers: dict[int, tuple[Filler, ...]] = {}
        self._phrases: dict[int, Phrase] = {}
        self._open: set[int] = set()

    def find_fillers(self, trigger: int) -> tuple[Filler, ...]:
        """All fillers of a word, in the order of the rules; a rule that asks in a circle gets none."""
        known = self._fillers.get(trigger)
        if known is not None:
            return known
        if trigger in self._open:
            return ()
        self._open.add(trigger)
        found = tuple(filler for rule in self._rules for filler in rule(self, trigger))
        self._open.discard(trigger)
        self._fillers[trigger] = found
        return found

    def find_slot(self, trigger: int, slot: str) -> Filler | None:
        """The first filler of a slot."""
        return next((filler for filler in self.find_fillers(trigger) if filler.slot == slot), None)

    def to_phrase(self, head: int) -> Phrase:
        """The constituent under a token, made once."""
        phrase = self._phrases.get(head)
        if phrase is None:
            phrase = self._phrases[head] = self.tree.to_phrase(head)
        return phrase

    def fill(self, slot: str, head: int, rule: str, *, depth: int = 0) -> Filler:
        """A filler with the phrase under ``head`` and all that is coordinated with it."""
        heads = self.tree.find_conjuncts(head)
        return Filler(slot, tuple(self.to_phrase(token) for token in heads if self._is_like(token, head)), depth, rule)

    def _is_like(self, token: int, head: int) -> bool:
        """Conjuncts of another kind (a clause beside a noun) are no part of the filler."""
        return self.tree.is_verb(token) == self.tree.is_verb(head) or token == head


def move(filler: Filler, slot: str, rule: str) -> Filler:
    """The same phrases in another slot."""
    return Filler(slot, filler.phrases, filler.depth, rule)
