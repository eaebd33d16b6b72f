"""Nouns that take up nothing -> things without a name, labelled by their words: "police in Lyon", "a plan to clean the river"."""

from __future__ import annotations

from kg.records import Iri
from kg.resolve.discourse import Discourse
from kg.resolve.modifiers import find_modifiers
from kg.resolve.persons import HE_SHE
from kg.resolve.phrases import after_determiners
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import AUTHORITY, CONCEPT, ORGANIZATION, PEOPLE_GROUP, PERSON, POST, PROGRAMME, QUANTITY

INDEFINITE = frozenset(
    "nobody somebody anybody everybody someone anyone everyone none nothing something anything everything one ones thing things other "
    "others".split()
)
WHERE = frozenset({"in", "at", "from"})


class Unnamed:
    """Adds the things without a name of one article; a topic that is named by the same words is one."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions, self.ontology = discourse, discourse.tree, discourse.mentions, discourse.ontology
        self._topics: dict[str, Thing] = {}

    def add(self, head: int, accept: tuple[Iri, ...]) -> Thing | None:
        """A thing without a name, of the first class that its noun may name and its role takes."""
        tree = self.tree
        if tree.words[head].lower() in INDEFINITE:
            return None
        callings = self.discourse.names_of_noun.get(tree.lemmas[head], {})
        named = {number for number, token in callings.items() if token < head or not find_modifiers(tree, token)}
        is_person = len(named) == 1 and self.ontology.is_a(self.discourse.things[min(named)].class_iri, PERSON)
        if len(named) == 1 and tree.tags[head] == "NN" and not is_person and not self._is_another(head):
            return self.discourse.things[min(named)]
        core = [*tree.find_core(head), *self._find_where(head)]
        words = [token for token in core if token == head or not self._is_beside(token, core[0])]
        classes = [known for known in self.mentions.types[head] if known not in {QUANTITY, POST}]
        fitting = [known for known in classes if self.ontology.is_any(known, accept)]
        class_iri = fitting[0] if fitting else CONCEPT if CONCEPT in accept or not classes else classes[0]
        tokens = after_determiners(tree, words or [head])
        if class_iri in {CONCEPT, PROGRAMME}:
            tokens = [*tokens, *_find_infinitive(tree, head, tokens[-1])]
        owner = self._find_named_owner(head)
        whose = [token for token in tree.find_subtree(owner) if tree.deps[token] != "det"] if owner is not None else []
        span, whole = tree.to_span(tokens), tree.to_span([*whose, *tokens])
        label = self.discourse.parsed.article.text[whole.start : whole.end]
        topic = label.lower()
        if class_iri == CONCEPT and topic in self._topics:
            self._topics[topic].spans.append(span)
            return self._topics[topic]
        thing = self.discourse.add(label, class_iri, span)
        if class_iri == CONCEPT:
            self._topics[topic] = thing
        return thing

    def _is_beside(self, token: int, first: int) -> bool:
        """The article that a phrase begins with, its owner and their mark are no part of what it is called."""
        tree = self.tree
        return token == first and tree.deps[token] == "det" or tree.deps[token] == "poss" or tree.words[token] in {"’s", "'s"}

    def _is_another(self, head: int) -> bool:
        """ "A state of emergency" is no state that was named, nor is "her party" the party that was."""
        tree = self.tree
        owner = tree.find_child(head, "poss")
        is_organisation = any(self.ontology.is_a(known, ORGANIZATION) for known in self.mentions.types[head][:1])
        if owner is not None and is_organisation and tree.lower[owner] in HE_SHE:
            return True
        kinds = [noun for of in tree.find_children(head, "prep") if tree.lower[of] == "of" for noun in tree.find_children(of, "pobj")]
        return not tree.is_definite(head) and any(tree.names[noun] < 0 for noun in kinds)

    def _find_named_owner(self, head: int) -> int | None:
        """Whose people they are, by name: "Norway's ministers"."""
        owner = self.tree.find_child(head, "poss")
        is_people = any(known in {PEOPLE_GROUP, PERSON} for known in self.mentions.types[head][:1])
        return owner if owner is not None and self.tree.names[owner] >= 0 and is_people else None

    def _find_where(self, head: int) -> list[int]:
        """ "Police in Lyon", "analysts at Halden Bank": the words that tell by a name which people are meant."""
        tree = self.tree
        likeliest = self.mentions.types[head][:1]
        if not any(self.ontology.is_a(known, people) for known in likeliest for people in (PERSON, PEOPLE_GROUP, AUTHORITY)):
            return []
        for preposition in tree.find_children(head, "prep"):
            where = tree.find_child(preposition, "pobj")
            if preposition == head + 1 and tree.lower[preposition] in WHERE and where is not None and tree.names[where] >= 0:
                return [preposition, *tree.find_core(where)]
        return []


def _find_infinitive(tree: Tree, noun: int, last: int) -> list[int]:
    """ "to clean the river" of "a plan to clean the river by building ...": without it, a plan has no content."""
    clause = tree.find_child(noun, "acl")
    if clause is None or not tree.is_infinitive(clause):
        return []
    found: list[int] = []
    for token in tree.find_subtree(clause, without=("advcl", "relcl", "appos", "parenthesis")):
        is_means = tree.lower[token] == "by" and tree.find_child(token, "pcomp") is not None
        if token != last + len(found) + 1 or is_means:
            break
        found.append(token)
    return found
