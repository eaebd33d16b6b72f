"""Phrases for several -> the named things that they are: "the two companies", "both", "the pair", "they" after "A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.records import Iri
from kg.resolve.discourse import Discourse
from kg.resolve.things import Thing
from kg.terms import CONCEPT, COUNTRY, ORGANIZATION, PEOPLE_GROUP, PERSON

TWO = frozenset({"two", "2"})
PAIRS = frozenset({"pair", "duo", "couple"})
THEY = frozenset({"they", "them", "their", "themselves"})
REACH = 1
"""How many sentences back the members of a pair are looked for."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
SIDES = frozenset({"with", "between", "by", "to", "against", "from"})
"""Prepositions of who takes part beside a subject."""
TALKING = frozenset({"speak", "talk"})
KINDS = (PERSON, COUNTRY, ORGANIZATION)
SPOUSES = frozenset("wife husband partner spouse fiancé fiancée girlfriend boyfriend".split())
KIN_OR_FRIENDS = frozenset("brother sister son daughter father mother cousin uncle aunt friend pal colleague neighbour neighbor".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Groups:
    """Resolves the phrases of one article that speak of several named things at once."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree = discourse, discourse.tree
        self.mentions, self.ontology = discourse.mentions, discourse.ontology

    def find(self, head: int) -> tuple[Thing, ...]:
        """The members of the group that a phrase with a head token speaks of; none where it is not clear."""
        tree = self.tree
        if tree.names[head] >= 0:
            return ()
        if tree.lower[head] in THEY:
            return self._find_coordinated(head)
        if tree.lower[head] == "both" and tree.find_child(head, "prep") is None:
            return self._find_pair(head, KINDS)
        if self._is_pair(head):
            pair = self._find_pair(head, self._find_kinds(head))
            return pair if tree.lower[head] != "couple" or self._may_be_couple(pair, head) else ()
        return ()

    def _may_be_couple(self, pair: Sequence[Thing], noun: int) -> bool:
        """Whether the sentences around say that one of two is married to somebody, and none is a brother or friend of the other."""
        tree = self.tree
        first, end = (tree.sentences[max(0, tree.sentence_of[noun] - REACH)][0], noun)
        called = {tree.lemmas[token] for thing in pair for token in self.discourse.find_nouns_for(thing)}
        return not called & KIN_OR_FRIENDS and (bool(called & SPOUSES) or not {*tree.lemmas[first:end]} & KIN_OR_FRIENDS)

    def _is_pair(self, noun: int) -> bool:
        """ "The two leaders", "both firms", "the pair", with nothing behind that says which are meant."""
        tree = self.tree
        if tree.find_child(noun, "prep", "relcl", "acl", "poss", "appos", "amod", "compound") is not None or self._is_listed(noun):
            return False
        if tree.lower[noun] in PAIRS:
            return tree.is_definite(noun)
        before = {tree.lower[child] for child in tree.children[noun] if child < noun}
        is_two = bool(before & TWO) and bool(before & {"the", "these", "those"})
        return tree.tags[noun] == "NNS" and (is_two or "both" in before)

    def _is_listed(self, noun: int) -> bool:
        return self.tree.deps[noun] in {"conj", "appos"} or self.tree.find_child(noun, "conj") is not None

    def _find_kinds(self, noun: int) -> tuple[Iri, ...]:
        """The kinds of things that a noun may name: "the two leaders" are persons, "the two sides" may be anything."""
        if self.tree.lower[noun] in PAIRS:
            return (PERSON,)
        if self.tree.lemmas[noun] in {"side", "party"}:
            return KINDS
        types = self.mentions.types[noun]
        if PERSON in types or PEOPLE_GROUP in types:
            return (PERSON,)
        return tuple(known for known in types[:2] if known != CONCEPT and (known == COUNTRY or self.ontology.is_a(known, ORGANIZATION)))

    def _find_pair(self, token: int, kinds: Sequence[Iri]) -> tuple[Thing, ...]:
        """The only two of one kind that take part in what this sentence or the one before tells; none where there are more."""
        sentence = self.tree.sentence_of[token]
        for number in range(sentence, max(-1, sentence - REACH - 1), -1):
            named = list(dict.fromkeys(self._walk_named(number, token)))
            for kind in kinds:
                fitting = tuple(self.discourse.things[thing] for thing in named if self._is_of_kind(self.discourse.things[thing], kind))
                if len(fitting) > 1:
                    return fitting if len(fitting) == 2 else ()
            if len(named) > 1:
                return ()
        return ()

    def _walk_named(self, sentence: int, before: int) -> Iterator[int]:
        """The named things that take part in what a sentence tells, before a token."""
        tree = self.tree
        first, end = tree.sentences[sentence]
        for token in range(first, min(end, before)):
            thing = self.discourse.at_token.get(token)
            if thing is None or not thing.named:
                continue
            top = token
            while tree.deps[top] in {"conj", "appos"}:
                top = tree.heads[top]
            is_side = tree.deps[top] == "pobj" and tree.lower[tree.heads[top]] in SIDES
            if tree.deps[top] in ARGUMENTS or is_side:
                yield thing.root.number

    def _is_of_kind(self, thing: Thing, kind: Iri) -> bool:
        if kind == COUNTRY or thing.class_iri in {COUNTRY, PERSON}:
            return thing.class_iri == kind
        return self.ontology.is_a(thing.class_iri, kind) or (thing.class_iri == ORGANIZATION and self.ontology.is_a(kind, ORGANIZATION))

    def _find_coordinated(self, pronoun: int) -> tuple[Thing, ...]:
        """ "A and B met. They ...": the subject of the clause before is a list of names, and no other plural stands between."""
        tree = self.tree
        sentence = tree.sentence_of[pronoun]
        first = tree.sentences[max(0, sentence - 1)][0]
        for token in range(pronoun - 1, first - 1, -1):
            if self._is_pair(token):
                return self._find_pair(token, self._find_kinds(token))
            listed = self._find_listed_object(token, pronoun)
            if listed:
                return listed
            if tree.tags[token] == "NNS" and tree.names[token] < 0 and not self._is_aside(token):
                is_other = PEOPLE_GROUP in self.mentions.types[token] or tree.deps[token] in SUBJECTS or tree.sentence_of[token] == sentence
                if is_other or tree.deps[pronoun] not in SUBJECTS:
                    return ()
            if tree.deps[token] in SUBJECTS and tree.names[token] >= 0:
                members = [self.discourse.at_token.get(member) for member in tree.find_conjuncts(token)]
                things = tuple(dict.fromkeys(thing.root.number for thing in members if thing is not None and thing.named))
                if len(members) == 1 and tree.sentence_of[token] < sentence:
                    return self._find_met(token)
                if len(members) > 1 and len(things) == len(members) and tree.find_conjuncts(token)[-1] < pronoun:
                    return tuple(self.discourse.things[number] for number in things)
                return ()
        return ()

    def _find_listed_object(self, token: int, pronoun: int) -> tuple[Thing, ...]:
        """ "She asked A and B for help, and they agreed": names listed in the same sentence, before the clause of the pronoun."""
        tree = self.tree
        members = tree.find_conjuncts(token)
        is_object = tree.deps[token] in {"dobj", "dative"} and tree.names[token] >= 0 and len(members) > 1 and members[-1] < pronoun
        if not is_object or tree.sentence_of[token] != tree.sentence_of[pronoun] or tree.deps[pronoun] not in SUBJECTS:
            return ()
        things = [self.discourse.at_token.get(member) for member in members]
        found = tuple(thing for thing in things if thing is not None and thing.named)
        return found if len(found) == len(members) else ()

    def _find_met(self, subject: int) -> tuple[Thing, ...]:
        """ "A met B in Oslo. They ...": two persons, one the subject and the other an object of the verb."""
        tree = self.tree
        top = verb = tree.heads[subject]
        if tree.lemmas[verb] == "be":
            verb = next((below for below in tree.find_children(verb, "xcomp") if tree.is_infinitive(below)), verb)
        others = [token for token in tree.find_children(verb, "dobj") if token > subject]
        others += [
            noun
            for preposition in tree.find_children(verb, "prep")
            if tree.lower[preposition] == "with" or tree.lower[preposition] == "to" and tree.lemmas[verb] in TALKING
            for noun in tree.children[preposition]
        ]
        things = [self.discourse.at_token.get(token) for token in (subject, *others)]
        found = tuple(thing for thing in things if thing is not None and thing.named and thing.class_iri == PERSON)
        return found if len(found) == len(things) == 2 and found[0] is not found[1] and tree.deps[top] == "ROOT" else ()

    def _is_aside(self, noun: int) -> bool:
        """Whether a plural is a measure, a time or only a part of a phrase, which no pronoun takes up."""
        tree = self.tree
        is_measure = not self.mentions.types[noun] or any(
            known.rsplit("#")[-1] in {"Duration", "Instant"} for known in self.mentions.types[noun]
        )
        return is_measure or tree.amounts[noun] or tree.deps[noun] in {"compound", "nmod", "npadvmod"}
