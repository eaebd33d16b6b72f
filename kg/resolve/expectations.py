"""Pronouns -> the classes of what they can speak of, by the words around them: "it decided" is no grant, "its chairman" no bridge's."""

from __future__ import annotations

from collections.abc import Iterator

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Iri, Mentions
from kg.syntax import Tree
from kg.terms import (
    AGENT,
    AWARD,
    CITY,
    CLAUSE,
    CONCEPT,
    COUNTRY,
    EVENT,
    LEGISLATION,
    NAMED_EVENT,
    ORGANIZATION,
    PEOPLE_GROUP,
    PERSON,
    POST,
    PRODUCT,
    PROGRAMME,
    QUANTITY,
    REGION,
    SITE,
    WORK,
)

OWNERS_OF_POSTS = (ORGANIZATION, COUNTRY, REGION, CITY, SITE)
TERRITORIES = (CITY, REGION, COUNTRY)
POSTS_OF_PLACES = to_iri("lex:PostOfPlace")
ACTORS = (AGENT, ORGANIZATION, COUNTRY, REGION, CITY, PERSON, PEOPLE_GROUP)
THINGS = (CONCEPT, EVENT, PRODUCT, WORK, SITE, NAMED_EVENT, PROGRAMME, LEGISLATION, AWARD)
"""Classes of what may be done something to that is done to no actor."""
OPEN = frozenset({CONCEPT, EVENT, CLAUSE, QUANTITY, NAMED_EVENT})
"""Classes of what may be meant by any noun: a verb that takes them asks for nothing in particular."""
WILLING = to_iri("lex:Willing")
RAISING = frozenset({"have", "be", "begin", "start", "continue", "need", "fail", "use"})
"""Verbs whose subject is that of the infinitive below them: "it might have to cut services"."""
PROPOSITIONAL = to_iri("lex:Propositional")


class Expectations:
    """What grammar and the ontology's verbs ask of the pronouns of one article."""

    def __init__(self, tree: Tree, mentions: Mentions, ontology: Ontology) -> None:
        self.tree, self.mentions, self.ontology = tree, mentions, ontology

    def find(self, token: int, accept: tuple[Iri, ...] = ()) -> tuple[Iri, ...]:
        """The classes that "it" or "its" at a token may be of; empty for any. ``accept`` are those of the role that it fills, if any.

        What is done to "it" is no actor's lot unless the verb asks for one: "they signed it", "she denied it".
        """
        tree = self.tree
        if tree.deps[token] == "poss" and tree.lemmas[tree.heads[token]] in self.ontology.group(POSTS_OF_PLACES):
            return TERRITORIES
        if accept and not OPEN.intersection(accept):
            return accept
        if tree.deps[token] == "poss":
            owners = OWNERS_OF_POSTS if tree.lower[token] == "its" else (*OWNERS_OF_POSTS, PEOPLE_GROUP)
            return accept or (owners if POST in self.mentions.types[tree.heads[token]] else ())
        if tree.deps[token] in {"dobj", "pobj"} and tree.lower[token] == "it":
            return self._find_object_types(token) or THINGS
        if accept or tree.deps[token] not in {"nsubj", "nsubjpass"}:
            return accept
        return next((found for verb in self._walk_verbs(tree.heads[token]) if (found := self._find_subject_types(verb))), ())

    def _find_object_types(self, token: int) -> tuple[Iri, ...]:
        """What the verb above an object asks for, or the verb with its preposition."""
        tree = self.tree
        head = tree.heads[token]
        slot, verb = ("obj", head) if tree.deps[token] == "dobj" else (tree.lower[head], tree.heads[head])
        return self._find_types(verb, slot) if tree.is_verb(verb) else ()

    def speaks_of_nothing(self, token: int) -> bool:
        """ "It was a clear foul", "denied it": "it" is what happened, or was said, and no thing."""
        tree, verb = self.tree, self.tree.heads[token]
        if tree.lower[token] != "it":
            return False
        if tree.deps[token] == "dobj":
            return tree.lemmas[verb] in self.ontology.group(PROPOSITIONAL)
        told = tree.find_child(verb, "attr") if tree.lemmas[verb] == "be" and tree.deps[token] == "nsubj" else None
        if told is None or tree.tags[told] != "NN" or tree.lemmas[told] in self.ontology.transparent:
            return False
        is_another = any(tree.lower[child] == "such" for child in tree.find_children(told, "amod", "det"))
        return is_another or all(known in OPEN or self.ontology.is_a(known, EVENT) for known in self.mentions.types[told])

    def _walk_verbs(self, verb: int) -> Iterator[int]:
        """The verb, and those below it that share its subject."""
        yield verb
        while self.tree.lemmas[verb] in RAISING:
            below = self.tree.find_child(verb, "xcomp")
            if below is None:
                return
            verb = below
            yield verb

    def _find_subject_types(self, verb: int) -> tuple[Iri, ...]:
        tree, lemma = self.tree, self.tree.lemmas[verb]
        if not tree.is_verb(verb):
            return ()
        if tree.is_passive(verb):
            return self._find_types(verb, "obj")
        if lemma in self.ontology.group(WILLING) or lemma in self.ontology.speech_verbs:
            return ACTORS
        return self._find_types(verb, "subj")

    def _find_types(self, verb: int, slot: str) -> tuple[Iri, ...]:
        """The classes that a verb takes in a slot; none where it takes anything, or nothing is known of it."""
        senses = self.ontology.senses.get(("verb", self.tree.lemmas[verb]), ())
        roles = [role for sense in senses for role in sense.roles if slot in role.slots]
        types = tuple(dict.fromkeys(known for role in roles for known in role.types))
        return () if not all(role.types for role in roles) or OPEN.intersection(types) else types
