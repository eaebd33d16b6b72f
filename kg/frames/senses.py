"""A predication -> the words under which the ontology may know its trigger, and the senses of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.ontology import Ontology, Sense
from kg.records import Iri, Mentions, Predication
from kg.syntax import Tree
from kg.terms import MEMBERSHIP, POST

LONGEST_NOUN = 4


class Senses:
    """Looks up the triggers of one article."""

    def __init__(self, tree: Tree, mentions: Mentions, ontology: Ontology) -> None:
        self.tree, self.mentions, self.ontology = tree, mentions, ontology
        self._words: dict[int, Sequence[str]] = {}
        self._of_names: dict[Iri, Sequence[Sense]] = {}

    def find_words(self, predication: Predication) -> Iterator[str]:
        """The forms under which a trigger may stand in the ontology, longest first."""
        if predication.pos == "noun":
            yield from self.find_noun_words(predication.trigger)
            return
        if predication.pos == "adv":
            yield predication.lemma
            return
        if predication.pos == "adj":
            yield from dict.fromkeys((predication.lemma, self.tree.lemmas[predication.trigger]))
            return
        prepositions = dict.fromkeys(f.slot for f in predication.fillers if f.depth == 0 and f.rule == "preposition")
        yield from (f"{predication.lemma} {preposition}" for preposition in prepositions)
        yield predication.lemma

    def find_noun_words(self, trigger: int) -> Sequence[str]:
        """A noun with the modifiers right before it, longest first: "vice chair", "chair"."""
        known = self._words.get(trigger)
        if known is None:
            known = self._words[trigger] = self._put_together(trigger)
        return known

    def _put_together(self, trigger: int) -> Sequence[str]:
        tree = self.tree
        words = tree.lemmas[trigger]
        forms = [words]
        for token in range(trigger - 1, max(-1, trigger - LONGEST_NOUN), -1):
            if tree.heads[token] != trigger and tree.heads[token] != trigger - 1 and tree.words[token] != "-":
                break
            words = f"{tree.lower[token]} {words}" if "-" not in (tree.words[token], words[:1]) else f"{tree.lower[token]}{words}"
            forms.append(words)
        return forms[::-1]

    def find(self, predication: Predication, word: str) -> Sequence[Sense]:
        """The senses of a trigger under one of its words; a plural holds a post only beside the names of those who do.

        A post noun that is not listed is one all the same.
        """
        if predication.pos == "noun" and POST in self.mentions.types[predication.trigger] and self._is_unnamed_group(predication):
            return tuple(sense for sense in self.ontology.senses.get(("noun", word), ()) if sense.target != MEMBERSHIP)
        if predication.pos == "noun" and self.tree.names[predication.trigger] >= 0:
            return self._senses_of_names(predication.trigger, word)
        found = self.ontology.senses.get((predication.pos, word), ())
        if not found and predication.pos == "noun" and POST in self.mentions.types[predication.trigger] and " " not in word:
            return self.ontology.post_senses
        return found

    def _is_unnamed_group(self, predication: Predication) -> bool:
        """ "The ministers"; not so "ministers X and Y"."""
        if self.tree.tags[predication.trigger] not in {"NNS", "NNPS"}:
            return False
        return not any(
            filler.slot == "is" and len(filler.phrases) > 1 and all(self.tree.names[phrase.head] >= 0 for phrase in filler.phrases)
            for filler in predication.fillers
        )

    def _senses_of_names(self, trigger: int, word: str) -> Sequence[Sense]:
        """A name's own noun may relate the name to others ("Chile's Ministry of ..."): plain relations of the thing itself."""
        if self.tree.names[self.tree.heads[trigger]] == self.tree.names[trigger] and self.tree.heads[trigger] != trigger:
            return ()
        if word != self.tree.lemmas[trigger]:
            return ()
        own_noun = self.ontology.senses.get(("noun", self.tree.lower[trigger]), ())
        relations = [sense for sense in own_noun if sense.kind == "property" and any("self" in role.slots for role in sense.roles)]
        return (*relations, *self._find_name_senses(self.mentions.names[self.tree.names[trigger]].class_iri))

    def _find_name_senses(self, class_iri: Iri) -> Sequence[Sense]:
        """The senses that the names of things of a class have."""
        known = self._of_names.get(class_iri)
        if known is None:
            wider = (senses for above, senses in self.ontology.name_senses if self.ontology.is_a(class_iri, above))
            known = self._of_names[class_iri] = [sense for senses in wider for sense in senses]
        return known
