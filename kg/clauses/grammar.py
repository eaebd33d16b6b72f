"""What the rules of grammar share: the tree, what the rules found so far, and makers of fillers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kg.records import Filler, Phrase
from kg.syntax import Tree

Rule = Callable[["Grammar", int], Iterator[Filler]]
ADJECTIVE_TAGS = frozenset({"JJ", "VBN", "VBG", "VBD"})
PREDICATE_TAGS = frozenset({"JJ", "JJR", "JJS"})
"""Behind a copula and in apposition they may stand for a noun: "is larger than Y", "is a moderate", "X, the largest in the fleet"."""
ADJECTIVE_DEPS = frozenset({"acomp", "amod", "appos", "conj", "relcl", "acl", "oprd"})
EXAMPLE_WORDS = frozenset({"including", "as"})


def find_pos(tree: Tree, token: int) -> str | None:
    """The part of speech under which a word is a trigger: "verb", "noun", "adj", or "adv" for "according to".

    The inner words of a name and all others are none.
    """
    name = tree.names[token]
    if name >= 0 and tree.names[tree.heads[token]] == name and tree.heads[token] != token:
        return None
    if tree.is_verb(token):
        return "verb"
    if tree.is_noun(token):
        return "noun"
    if is_source(tree, token):
        return "adv"
    if tree.tags[token] in ADJECTIVE_TAGS and tree.deps[token] in ADJECTIVE_DEPS:
        return "adj"
    if tree.tags[token] in PREDICATE_TAGS and tree.deps[token] in {"acomp", "attr", "appos"}:
        return "adj"
    return None


def is_source(tree: Tree, token: int) -> bool:
    """Whether a word is the first of "according to"."""
    return tree.lower[token] == "according" and token + 1 < len(tree.words) and tree.lower[token + 1] == "to"


class Grammar:
    """Applies the rules to one tree and remembers the answers, since rules ask for the slots of other words."""

    def __init__(self, tree: Tree, rules: Mapping[str, Sequence[Rule]]) -> None:
        self.tree = tree
        self._rules = rules
        self._fillers: dict[int, tuple[Filler, ...]] = {}
        self._phrases: dict[int, Phrase] = {}
        self._passives: dict[int, bool] = {}
        self._open: set[int] = set()

    def find_fillers(self, trigger: int) -> tuple[Filler, ...]:
        """All fillers of a word, in the order of the rules for its part of speech; a rule that asks in a circle gets none."""
        known = self._fillers.get(trigger)
        if known is not None:
            return known
        if trigger in self._open:
            return ()
        self._open.add(trigger)
        rules = self._rules.get(find_pos(self.tree, trigger) or "", ())
        found = tuple([filler for rule in rules for filler in rule(self, trigger)])
        self._open.discard(trigger)
        self._fillers[trigger] = found
        return found

    def find_slot(self, trigger: int, slot: str) -> Filler | None:
        """The first filler of a slot."""
        for filler in self.find_fillers(trigger):
            if filler.slot == slot:
                return filler
        return None

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is in the passive voice, judged once."""
        known = self._passives.get(verb)
        if known is None:
            known = self._passives[verb] = self.tree.is_passive(verb)
        return known

    def to_subject_slot(self, verb: int) -> str:
        """The deep slot of the verb's surface subject: ``obj`` in the passive, else ``subj``."""
        return "obj" if self.is_passive(verb) else "subj"

    def find_subject(self, verb: int) -> Filler | None:
        """The surface subject of a verb, said or understood."""
        return self.find_slot(verb, self.to_subject_slot(verb))

    def may_act(self, filler: Filler) -> bool:
        """Whether a filler names somebody who may do something: a name, a pronoun, or a noun of persons or organisations."""
        tree, head = self.tree, filler.phrases[0].head
        if tree.tags[head] == "CD":
            head = next((noun for child in tree.find_children(head, "prep") for noun in tree.find_children(child, "pobj")), head)
        return tree.names[head] >= 0 or tree.actors[head] or tree.tags[head] == "PRP"

    def to_phrase(self, head: int) -> Phrase:
        """The constituent under a token, made once."""
        phrase = self._phrases.get(head)
        if phrase is None:
            phrase = self._phrases[head] = self.tree.to_phrase(head)
        return phrase

    def fill(self, slot: str, head: int, rule: str, *, depth: int = 0) -> Filler:
        """A filler with the phrase under ``head``, all that is coordinated with it, and the examples given of it."""
        heads = self.find_members(head)
        return Filler(slot, tuple([self.to_phrase(token) for token in heads]), depth, rule)

    def find_members(self, head: int) -> list[int]:
        """The conjuncts of a phrase that the text holds to be so, with their examples ("firms such as X"), in text order.

        Conjuncts of another kind (a clause beside a noun) are left out, and so is what is set aside: "not X but Y", "X rather than Y".
        """
        tree = self.tree
        if not tree.children[head]:
            return [head]
        is_verb = tree.is_verb(head)
        heads = [token for token in tree.find_conjuncts(head) if token == head or tree.is_verb(token) == is_verb]
        if (named := find_titled(tree, head)) is not None:
            heads = [token for token in heads if token != head or named not in heads]
        if len(heads) > 1:
            heads = [token for token in heads if not _is_set_aside(tree, token)] or heads
        examples = [example for token in heads if tree.tags[token] == "NNS" for example in _find_examples(tree, token)]
        return heads + examples


def has_title(tree: Tree, name: int) -> bool:
    """Whether a noun before a name, outside it, tells what its bearer is ("Mayor X")."""
    return any(tree.names[child] < 0 and tree.is_noun(child) for child in tree.find_children(name, "compound", "nmod"))


def find_titled(tree: Tree, noun: int) -> int | None:
    """The name that a bare noun is the first of two titles of: "former mayor and party leader X"."""
    if tree.names[noun] >= 0 or tree.tags[noun] not in {"NN", "NNP"} or tree.find_child(noun, "det", "poss", "nummod", "prep") is not None:
        return None
    return next((name for name in tree.find_children(noun, "conj") if tree.names[name] >= 0 and has_title(tree, name)), None)


def _is_set_aside(tree: Tree, token: int) -> bool:
    """Whether the text denies this member of a coordination, puts another in its place, or only measures it anew ("60 jobs, or 9%")."""
    if tree.find_child(token, "neg") is not None and not tree.is_verb(token):
        return True
    if tree.deps[token] != "conj":
        return False
    before = tree.find_subtree(token)[0] - 1
    if tree.amounts[token] and tree.lower[before] == "or" and (not tree.amounts[tree.heads[token]] or tree.words[before - 1] == ","):
        return True
    return before > 0 and (tree.lower[before] == "not" or tree.lower[before] == "than" and tree.lower[before - 1] == "rather")


def _find_examples(tree: Tree, noun: int) -> Iterator[int]:
    """ "firms, including X and Y", "firms such as X and Y"."""
    for preposition in tree.children[noun]:
        if tree.deps[preposition] != "prep" or tree.lower[preposition] not in EXAMPLE_WORDS:
            continue
        if tree.lower[preposition] == "including" or any(tree.lower[child] == "such" for child in tree.children[preposition]):
            for example in tree.find_children(preposition, "pobj"):
                yield from tree.find_conjuncts(example)


def move(filler: Filler, slot: str, rule: str) -> Filler:
    """The same phrases in another slot."""
    return Filler(slot, filler.phrases, filler.depth, rule)
