"""Words before a noun -> which of several it can speak of: "the ruling party", "the prime minister", "the former mayor", "that firm"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.namespaces import to_iri
from kg.resolve.discourse import Discourse
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import COUNTRY, PERSON, POST

TELLING = to_iri("lex:Telling")
OF_SOME_TIME = to_iri("lex:OfSomeTime")
TALK = to_iri("lex:Talk")
BELONGING = frozenset({"of", "at", "for"})
POINTING = frozenset({"that", "this"})


class Modifiers:
    """Judges by the words before the nouns of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions = discourse, discourse.tree, discourse.mentions
        self._telling, self._of_some_time = discourse.ontology.group(TELLING), discourse.ontology.group(OF_SOME_TIME)

    def rule_out(self, thing: Thing, head: int) -> bool:
        """Whether a noun is told from what a thing was called: "the ruling party" is none that was not said to rule."""
        words = find_modifiers(self.tree, head)
        return bool(words & self._telling) and not words & self._telling <= self._find_known(thing, head)

    def are_of_other_posts(self, head: int, calling: int) -> bool:
        """Whether two nouns name two posts: the finance minister and the prime minister, or any minister and the prime minister."""
        if POST not in self.mentions.types[head]:
            return False
        ours, theirs = (find_modifiers(self.tree, noun) - self._of_some_time for noun in (head, calling))
        return bool(ours and theirs and ours.isdisjoint(theirs)) or "prime" in theirs - ours

    def points_back(self, head: int) -> bool:
        """ "That company": what was spoken of last; in quotation marks it may be the speaker's own."""
        tree = self.tree
        determiner = tree.find_child(head, "det")
        return determiner is not None and tree.lower[determiner] in POINTING and not self.discourse.salience.is_quoted(head)

    def find_own(self, head: int, fits: Callable[[Thing], bool]) -> Thing | None:
        """What whoever says what a noun stands in belongs to, if that fits: "Lumina's chairman, X, said the firm ..."."""
        tree = self.tree
        for subject in self._walk_speakers(head):
            person = self.discourse.at_token.get(subject)
            employer = self.discourse.organisation_of.get(person.number) if person is not None and person.class_iri == PERSON else None
            if employer is not None and fits(self.discourse.things[employer]):
                return self.discourse.things[employer]
            nouns = {subject, tree.heads[subject] if tree.deps[subject] == "appos" else subject, *tree.find_children(subject, "compound")}
            owners = (self.discourse.at_token.get(owner) for noun in sorted(nouns) for owner in self._walk_owners(noun))
            own = [
                thing
                for thing in owners
                if thing is not None and thing is not person and thing.class_iri not in {PERSON, COUNTRY} and fits(thing)
            ]
            if own:
                return own[0]
        return None

    def _walk_speakers(self, token: int) -> Iterator[int]:
        """Who says what a token stands in, or says something of such talk: "X dismissed reports that the firm ..."."""
        tree = self.tree
        yield from self.discourse.salience.walk_sayers(token)
        for talk in tree.find_ancestors(token):
            if tree.lemmas[talk] in self.discourse.ontology.group(TALK) and tree.deps[talk] in {"dobj", "pobj"}:
                verb = next((above for above in tree.find_ancestors(talk) if tree.is_verb(above)), talk)
                yield from tree.find_children(verb, "nsubj")

    def _walk_owners(self, noun: int) -> Iterator[int]:
        """The words for what somebody is part of: "X's chairman", "the chairman of X", "X chairman Y"."""
        tree = self.tree
        yield from tree.find_children(noun, "poss", "compound", "nmod")
        for preposition in tree.find_children(noun, "prep"):
            if tree.lower[preposition] in BELONGING:
                yield from tree.find_children(preposition, "pobj")

    def _find_known(self, thing: Thing, head: int) -> frozenset[str]:
        """The words of a thing's name, and those before the nouns that spoke of it."""
        words = frozenset(thing.label.lower().split())
        nouns = [token for token in self.discourse.find_nouns_for(thing) if token < head]
        return words.union(*(find_modifiers(self.tree, noun) for noun in nouns))


def find_modifiers(tree: Tree, noun: int) -> frozenset[str]:
    """The words that narrow a noun, names left out."""
    before = (child for child in tree.find_children(noun, "amod", "compound", "nmod") if child < noun and tree.names[child] < 0)
    return frozenset(tree.lower[child] for child in before)
