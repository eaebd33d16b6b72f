"""Nouns without a name -> the one that a pronoun most likely takes up, with its salience: "the governments ... they" is no company.

Names are what the article is about, but a pronoun takes up what was spoken of last, named or not. So nouns that stand for no named
thing are weighed as names are; the reader of a pronoun compares the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice

from kg.records import Iri
from kg.resolve.discourse import Discourse
from kg.resolve.kinds import Kinds
from kg.resolve.salience import Search
from kg.resolve.things import Thing
from kg.terms import AUDIENCE, CONCEPT, DURATION, INSTANT, MONEY, PERCENTAGE, PERSON, POST, QUANTITY

HELD_BELOW = 2
"""How far above a pronoun a noun stands that holds it: "work on it"."""
NEARNESS = 1.5
"""By how much more a noun counts than a name that is further away than the sentence before."""
REACH = 2
"""How many sentences back a noun without a name is remembered."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "pobj", "attr", "poss"})
ROLES = frozenset({"as", "like", "than"})
"""Prepositions of what somebody is or is compared with, who is not spoken of: "as a witness"."""
MEASURES = frozenset({DURATION, INSTANT, MONEY, PERCENTAGE})


class Rivals:
    """The nouns of one article that may be what a pronoun speaks of."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions, self.ontology = discourse, discourse.tree, discourse.mentions, discourse.ontology
        self._kinds = Kinds(discourse)

    def find(self, pronoun: int, *, plural: bool, accept: tuple[Iri, ...], here: float = 1.0) -> list[tuple[float, int]]:
        """The nouns that are spoken of, each with its salience and last mention, the foremost first; ``here`` as of a search."""
        return self._weigh(pronoun, "NNS" if plural else "NN", lambda noun: self._fits(noun, plural=plural, accept=accept), here)

    def find_persons(self, pronoun: int, fits: Callable[[int], bool]) -> list[tuple[float, int]]:
        """The nouns for one person without a name, likewise."""
        first = self.tree.sentences[max(0, self.tree.sentence_of[pronoun] - 1)][0]
        return self._weigh(pronoun, "NN", lambda noun: noun >= first and self._is_person(noun) and fits(noun))

    def outdo(self, thing: Thing, pronoun: int, search: Search) -> bool:
        """Whether a thing was last named two sentences ago or more, and a noun of another kind is spoken of more since."""
        tree, sentence = self.tree, self.tree.sentence_of[pronoun]
        if any(tree.sentence_of[token] in {sentence, sentence - 1} for token in thing.tokens if token < pronoun):
            return False
        rivals = self.find(pronoun, plural=False, accept=(), here=search.here)
        if not rivals or rivals[0][0] * NEARNESS <= self.discourse.salience.measure(thing, pronoun, search):
            return False
        kinds = [known for known in self.mentions.types[rivals[0][1]] if known not in {CONCEPT, QUANTITY}]
        return not any(self._kinds.may_be(thing, known, rivals[0][1]) for known in kinds)

    def _weigh(self, pronoun: int, tag: str, fits: Callable[[int], bool], here: float = 1.0) -> list[tuple[float, int]]:
        mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for noun in self._walk(pronoun, tag, fits):
            mentions[self.tree.lemmas[noun]].append((noun, self.discourse.salience.find_role_weight(noun)))
        search = Search(reach=REACH, here=here)
        weighed = [(self._add_up(found, pronoun, search), found[-1][0]) for found in mentions.values()]
        return sorted((entry for entry in weighed if entry[0] > 0), reverse=True)

    def _add_up(self, mentions: list[tuple[int, int]], pronoun: int, search: Search) -> float:
        """The salience of a noun with that of the pronouns that were taken for what it speaks of."""
        nouns = self.discourse.salience.add_up(mentions, pronoun, search)
        thing = self.discourse.at_token.get(mentions[-1][0])
        return nouns if thing is None else max(nouns, self.discourse.salience.measure(thing, pronoun, search))

    def _walk(self, pronoun: int, tag: str, fits: Callable[[int], bool]) -> Iterator[int]:
        tree = self.tree
        sentence = tree.sentence_of[pronoun]
        first = tree.sentences[max(0, sentence - REACH)][0]
        for noun in range(first, pronoun):
            if tree.tags[noun] not in {tag, f"{tag[:2]}P{tag[2:]}"} or tree.names[noun] >= 0 or not self._is_argument(noun):
                continue
            if any(self._is_known_by_name(child) for child in tree.find_children(noun, "appos")):
                continue
            known = self.discourse.at_token.get(noun)
            if known is None or not known.named:
                if fits(noun) and not self._is_beside(noun, pronoun):
                    yield noun

    def _is_known_by_name(self, token: int) -> bool:
        known = self.discourse.at_token.get(token)
        return self.tree.names[token] >= 0 or known is not None and known.named

    def _is_person(self, noun: int) -> bool:
        """Whether a noun speaks of somebody, and not of what somebody is ("she is a lawyer")."""
        tree, types = self.tree, self.mentions.types[noun]
        is_role = tree.deps[noun] == "attr" or tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] in ROLES
        likeliest = next((known for known in types if known != QUANTITY), None)
        if tree.deps[noun] in {"dobj", "dative"} and tree.lemmas[noun] in self.ontology.group(AUDIENCE):
            return False
        return likeliest is not None and (likeliest == POST or self.ontology.is_a(likeliest, PERSON)) and not is_role

    def _is_argument(self, noun: int) -> bool:
        tree = self.tree
        head = tree.heads[noun] if tree.deps[noun] == "conj" else noun
        return tree.deps[head] in ARGUMENTS

    def _fits(self, noun: int, *, plural: bool, accept: tuple[Iri, ...]) -> bool:
        types = self.mentions.types[noun]
        if MEASURES.intersection(types) or not plural and (PERSON in types or POST in types):
            return False
        if not accept or CONCEPT in accept:
            return True
        return any(self.ontology.is_any(known, accept) for known in types[:2])

    def _is_beside(self, noun: int, pronoun: int) -> bool:
        """Whether the noun fills another slot of the pronoun's own verb, or holds the pronoun ("work on it", "firms with their owners")."""
        is_held = any(above == noun for above in islice(self.tree.find_ancestors(pronoun), HELD_BELOW))
        return is_held or self.discourse.salience.is_beside((noun,), pronoun)
