"""Quotations -> whom the pronouns in them and those that say them cannot mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.records import Quotation
from kg.resolve.discourse import Discourse
from kg.resolve.persons import HE_SHE
from kg.resolve.things import Thing
from kg.terms import AUDIENCE

INNER = frozenset({"pobj", "compound", "nmod", "amod"})


class Speeches:
    """The quotations of one article that have speakers; ``find_person`` gives whom "he" or "she" at a token means."""

    def __init__(self, discourse: Discourse, find_person: Callable[[int], Thing | None]) -> None:
        self.discourse, self.tree = discourse, discourse.tree
        self._find_person = find_person
        self.around: dict[int, Quotation] = {}
        """For each token in what somebody says the quotation; of several the first."""
        self.opening: dict[int, Quotation] = {}
        """For the first token of each passage the quotation."""
        self._spoken_by: dict[int, Quotation] = {}
        """For each pronoun that is said to speak what it says."""
        for quotation in discourse.mentions.quotations:
            if quotation.speaker is None:
                continue
            for passage in quotation.passages:
                tokens = self.tree.find_tokens(passage)
                self.opening.update((first, quotation) for first in tokens[:1])
                for token in tokens:
                    self.around.setdefault(token, quotation)
            for token in self.tree.find_tokens(quotation.speaker):
                if self.tree.is_pronoun(token):
                    self._spoken_by[token] = quotation

    def find_limits(self, token: int) -> Callable[[Thing], bool]:
        """Whom a pronoun may mean: in a quotation not who speaks; and who says it is nobody that is named in it."""
        quotation = self.around.get(token)
        audience = self._find_audience(token)
        if quotation is not None:
            sayer = self._find_sayer(quotation)
            return lambda thing: thing is not sayer and thing.number not in audience
        tokens = self.find_words_of(token)
        telling = (other for other in sorted(tokens) if self.tree.names[other] >= 0 or self.tree.lower[other] in HE_SHE)
        named = (self.discourse.at_token.get(other) for other in telling)
        numbers = {thing.number for thing in named if thing is not None}
        return lambda thing: thing.number not in numbers and thing.number not in audience

    def find_words_of(self, pronoun: int) -> frozenset[int]:
        """The tokens of what "he" or "she" is said to say."""
        spoken = self._spoken_by.get(pronoun)
        passages = spoken.passages if spoken is not None else ()
        return frozenset(other for passage in passages for other in self.tree.find_tokens(passage))

    def _find_audience(self, token: int) -> set[int]:
        """Those who are told, as judges are, what a token stands in."""
        tree, found = self.tree, set[int]()
        for sayer in self.discourse.salience.walk_sayers(token):
            for told in tree.find_children(tree.heads[sayer], "dobj", "dative"):
                nouns = [told, *tree.find_children(told, "appos", "compound")]
                if any(tree.lemmas[noun] in self.discourse.ontology.group(AUDIENCE) for noun in nouns):
                    found |= {thing.number for noun in nouns if (thing := self.discourse.at_token.get(noun)) is not None}
        return found

    def stands_inside(self, token: int, tokens: Sequence[int]) -> bool:
        """Whether a word only tells of whom a phrase speaks: "Lumina's head", "the head of Lumina", "Lumina coach Ana Roy"."""
        return self.tree.deps[token] == "poss" or self.tree.heads[token] in tokens and self.tree.deps[token] in INNER

    def find_known_sayer(self, quotation: Quotation) -> Thing | None:
        """Who is known already to speak."""
        tokens = self.tree.find_tokens(quotation.speaker) if quotation.speaker is not None else ()
        known = (self.discourse.at_token.get(token) for token in tokens if not self.stands_inside(token, tokens))
        return next((thing for thing in known if thing is not None), None)

    def find_represented(self, quotation: Quotation) -> Thing | None:
        """The one for whom "a spokesman for X" speaks."""
        tokens = self.tree.find_tokens(quotation.speaker) if quotation.speaker is not None else ()
        spoken_for = (self.discourse.at_token.get(self.find_principal(token) or -1) for token in tokens)
        return next((thing for thing in spoken_for if thing is not None), None)

    def find_principal(self, noun: int) -> int | None:
        """The word for whom a noun says that somebody speaks: "a spokesman for X"."""
        tree = self.tree
        if not tree.lemmas[noun].startswith("spokes"):
            return None
        behind = (preposition for preposition in tree.find_children(noun, "prep") if tree.lower[preposition] in {"for", "of"})
        return next((found for preposition in behind if (found := tree.find_child(preposition, "pobj")) is not None), None)

    def _find_sayer(self, quotation: Quotation) -> Thing | None:
        """Who is said to speak by name, or by "he" or "she"."""
        tokens = self.tree.find_tokens(quotation.speaker) if quotation.speaker is not None else ()
        for token in tokens:
            thing = self.discourse.at_token.get(token)
            if thing is None and self.tree.lower[token] in HE_SHE and self.tree.deps[token] == "nsubj":
                thing = self._find_person(token)
            if thing is not None and not self.stands_inside(token, tokens):
                return thing
        return None
