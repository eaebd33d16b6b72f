"""Definite descriptions -> the things that they take up: "the company", "the country", "the government", "the Dutch firm"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kg.namespaces import to_iri
from kg.records import Iri
from kg.resolve.deeds import Deeds
from kg.resolve.discourse import Discourse
from kg.resolve.governments import Governments
from kg.resolve.kinds import AGED, BODIES, CRAFT, FIRMS, TERRITORIES, Kinds
from kg.resolve.modifiers import Modifiers
from kg.resolve.origins import Origins
from kg.resolve.salience import Search
from kg.resolve.things import Thing
from kg.terms import (
    COMPANY,
    CONCEPT,
    COUNTRY,
    MEDIA,
    ORGANIZATION,
    PERSON,
    PLACE,
    POST,
    PRODUCT,
    QUANTITY,
    REGION,
    SITE,
    UNIT_OF,
)

FOR_DESCRIPTIONS = Search(least_lead=1.0, reach=30, mentioned=8)
FOR_PERSONS = Search(least_lead=1.2, reach=30, mentioned=8)
FOR_AGED = Search(least_lead=1.2, reach=4, mentioned=2)
FOR_MAIN = Search(least_lead=2.0, reach=30, mentioned=8)
REACH_OF_NEW = 3
OF_ANYBODY, OF_ALL = to_iri("lex:OfAnybody"), to_iri("lex:OfAll")
GOODS, ANOTHER = to_iri("lex:Good"), to_iri("lex:Another")
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
NAMELY = frozenset({"capital"})
"""Nouns for one of a kind that nothing is but by being called so."""


class Descriptions:
    """Resolves the descriptions of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions, self.ontology = discourse, discourse.tree, discourse.mentions, discourse.ontology
        self.deeds, self._modifiers, self._origins = Deeds(discourse), Modifiers(discourse), Origins(discourse)
        self._governments, self._kinds = Governments(discourse), Kinds(discourse)

    def find(self, head: int) -> Thing | None:
        """What "the company", "the country", "the government" or "the Dutch firm" stands for."""
        found = self._find(head)
        return None if found is not None and self._may_be_region(found, head) else found

    def _may_be_region(self, found: Thing, head: int) -> bool:
        """Whether "the state" may be a region that an article speaks of, and no country."""
        named = self.discourse.walk_named() if self.tree.lemmas[head] == "state" and found.class_iri in TERRITORIES else ()
        return any(thing is not found and thing.class_iri == REGION and len(thing.tokens) > 1 and thing.tokens[0] < head for thing in named)

    def _find(self, head: int) -> Thing | None:
        tree = self.tree
        lemma = tree.lemmas[head]
        if lemma == "government" and tree.tags[head] in {"NN", "NNP"}:
            return self._governments.find(head)
        named = self._find_named(head)
        if named is not None:
            return named
        if not tree.is_definite(head) or tree.tags[head] in {"NNS", "NNPS"} or self._is_restricted(head):
            return None
        doer = self.deeds.find(head)
        if doer is not None or self.deeds.speaks_of_deed(head):
            return doer
        if self._is_called(head):
            return self._find_called(head)
        types = self._find_types(head)
        others = self.ontology.group(ANOTHER)
        if not types or any(tree.lower[child] in others for child in tree.find_children(head, "amod", "det", "compound")):
            return None
        known_as = self.discourse.find_introduced(lemma, head, by_name=self.tree.words[head][0].isupper())
        if self._modifiers.points_back(head):
            return self._find_last(head, types)
        called = self._find_all_called(head)
        if called and (known_as is None or max(token for token, _ in called) > known_as.tokens[0]):
            return self._choose_called(head, called, types[0])
        if known_as is not None or self._was_introduced(head):
            return known_as
        return next((found for wanted in types if (found := self._find_of_class(head, wanted)) is not None), None)

    def _find_types(self, head: int) -> list[Iri]:
        """The classes that a noun may name, but a wider one after a narrower."""
        types = [known for known in self.mentions.types[head] if known not in {CONCEPT, POST, QUANTITY}][:2]
        return types[:1] if len(types) > 1 and self.ontology.is_a(types[0], types[1]) else types

    def _find_all_called(self, head: int) -> list[tuple[int, Thing]]:
        """Those who were called by the noun before, as "the Lisbon bank X" and "X, a bank" are; each with the token that says so."""
        is_past = self._kinds.is_past(head)
        callings = (token for token in self.discourse.callings[self.tree.lemmas[head]] if token < head)
        same = (token for token in callings if self._kinds.is_past(token) is is_past)
        tokens = (token for token in same if not self._modifiers.are_of_other_posts(head, token))
        found = [(token, self.discourse.at_token[token]) for token in tokens]
        ruled_out = {
            number for number, thing in {thing.number: thing for _, thing in found}.items() if self._is_out_of_question(thing, head)
        }
        return [(token, thing) for token, thing in found if thing.number not in ruled_out]

    def _is_out_of_question(self, thing: Thing, head: int) -> bool:
        return (
            self._origins.are_others(thing, head)
            or self._is_bound(thing, head)
            or self._modifiers.rule_out(thing, head)
            or self._is_named_behind(thing, head)
        )

    def _is_named_behind(self, thing: Thing, head: int) -> bool:
        """ "The win lifts the club above Lumina": who is named behind a noun in its clause is another."""
        tree = self.tree
        end = tree.sentences[tree.sentence_of[head]][1]
        verb = tree.heads[head] if tree.deps[head] in ARGUMENTS else -1
        named = (token for token in range(head + 1, end) if tree.names[token] >= 0 and self.discourse.at_token.get(token) is thing)
        return verb >= 0 and any(verb in tree.find_ancestors(token) and not self._stands_in_clause(token, verb) for token in named)

    def _stands_in_clause(self, token: int, verb: int) -> bool:
        """Whether a token stands in another clause below a verb."""
        for above in self.tree.find_ancestors(token):
            if above == verb:
                return False
            if self.tree.deps[above] in {"relcl", "acl", "advcl", "ccomp", "conj", "appos", "parataxis"}:
                return True
        return True

    def _is_bound(self, thing: Thing, head: int) -> bool:
        """ "The bank says the firm ...": who was described just before, as the subject, would be "it" (principle C)."""
        tree = self.tree
        subjects = (tree.find_child(verb, "nsubj", "nsubjpass") for verb in tree.find_ancestors(head))
        return any(
            subject is not None
            and subject < head
            and not any(tree.names[named] >= 0 for named in (subject, *tree.find_children(subject, "appos")))
            and tree.lemmas[subject] != tree.lemmas[head]
            and self.discourse.at_token.get(subject) is thing
            for subject in subjects
        )

    def _choose_called(self, head: int, called: list[tuple[int, Thing]], wanted: Iri) -> Thing | None:
        """The one who was called so; of several the foremost, and of any that may be where the noun is said of all of a kind."""
        numbers = {thing.number for _, thing in called}
        if self.tree.lemmas[head] in self.ontology.group(OF_ALL):
            fits, origins = partial(self._fits_description, wanted=wanted, head=head), self._origins.find(head)
            own = self._modifiers.find_own(head, lambda thing: thing.number in numbers or fits(thing))
            if own is not None:
                return own
            may_be = [thing for thing in self.discourse.walk_named() if thing.number in numbers or thing.tokens and fits(thing)]
            native = {thing.number for thing in may_be if origins and self._origins.are_of(thing, origins, head)}
            if origins and not native and len(may_be) > 1:
                return None
            among = native or {thing.number for thing in may_be}
            return self.discourse.find_salient(head, lambda thing: thing.number in among, FOR_DESCRIPTIONS)
        if len(numbers) == 1:
            return None if numbers & self.discourse.salience.barred else called[0][1]
        own = self._modifiers.find_own(head, lambda thing: thing.number in numbers)
        if own is not None:
            return own
        return self.discourse.find_salient(head, lambda thing: thing.number in numbers, FOR_PERSONS)

    def _was_introduced(self, head: int) -> bool:
        """Whether the noun takes up one that spoke of somebody or something new a little before: "a bank ... The bank"."""
        tree = self.tree
        first = tree.sentences[max(0, tree.sentence_of[head] - REACH_OF_NEW)][0]
        return any(
            tree.lemmas[token] == tree.lemmas[head]
            and any(tree.lower[child] in {"a", "an"} for child in tree.find_children(token, "det"))
            and token not in self.discourse.at_token
            for token in range(first, head)
        )

    def _find_of_class(self, head: int, wanted: Iri) -> Thing | None:
        """What a description takes up: the one thing of a class whose name says so, or that comes from there, else the foremost."""
        if wanted == PLACE and self.tree.find_child(head, "compound") is not None:
            return None
        fits = partial(self._fits_description, wanted=wanted, head=head)
        origins = self._origins.find(head)
        found = self._modifiers.find_own(head, fits)
        if found is None:
            found = self._find_single(head, lambda thing: self._kinds.is_of_name(thing, head) and fits(thing))
        if found is None and origins:
            found = self._find_single(head, lambda thing: fits(thing) and self._origins.are_of(thing, origins, head))
        if found is None and origins and wanted != PERSON:
            return self._find_single(head, fits)
        if found is None and self._may_speak_of_any(head, wanted):
            is_aged = self.tree.lower[head].endswith(AGED)
            search = FOR_AGED if is_aged else FOR_PERSONS if wanted == PERSON else FOR_DESCRIPTIONS
            found = self.discourse.find_salient(head, fits, search)
        if found is not None and found.cluster is not None and found.class_iri == ORGANIZATION and self.ontology.is_a(wanted, ORGANIZATION):
            found.class_iri = wanted
        return found

    def _may_speak_of_any(self, head: int, wanted: Iri) -> bool:
        """Whether a noun takes up what was spoken of most, where no name and nobody said that it is called so."""
        lemma = self.tree.lemmas[head]
        if lemma in NAMELY or self.mentions.types[head][:1] == (CONCEPT,) and not self.ontology.is_a(wanted, ORGANIZATION):
            return False
        if wanted == PERSON:
            word = self.tree.words[head]
            is_said_of_any = lemma in self.ontology.group(OF_ANYBODY) or self._is_parent(head)
            is_telling = word[0].isupper() or word.lower().endswith(AGED)
            return is_said_of_any or is_telling or POST in self.mentions.types[head] or not self.tree.tags[head].startswith("NN")
        if wanted in {SITE, PRODUCT}:
            group = self.ontology.group
            return lemma in group(CRAFT) or wanted == PRODUCT and lemma in group(GOODS)
        return wanted != PLACE and (wanted != ORGANIZATION or lemma in self.ontology.group(BODIES))

    def _is_parent(self, head: int) -> bool:
        """ "The father of three" may be anybody."""
        tree = self.tree
        behind = head + 2
        is_counted = behind < len(tree.words) and tree.lower[head + 1] == "of" and tree.tags[behind] == "CD"
        return is_counted and tree.lemmas[head] in {"father", "mother"}

    def _find_last(self, head: int, types: Sequence[Iri]) -> Thing | None:
        """What "that company" takes up: the one of its kind that was named last, in the sentence before or in this one."""
        tree = self.tree
        first = tree.sentences[max(0, tree.sentence_of[head] - 1)][0]
        for token in range(head - 1, first - 1, -1):
            thing = self.discourse.at_token.get(token)
            if thing is not None and thing.named and any(self._fits_description(thing, wanted=wanted, head=head) for wanted in types):
                return thing
        return None

    def _find_single(self, head: int, fits: Callable[[Thing], bool]) -> Thing | None:
        """The only thing spoken of before that fits; None where there are several."""
        fitting = [thing for thing in self.discourse.walk_named() if thing.tokens and thing.tokens[0] < head and fits(thing)]
        return fitting[0] if len(fitting) == 1 else None

    def tells_origin(self, noun: int) -> bool:
        """ "The Dutch firm", without its name beside it."""
        tree = self.tree
        is_alone = tree.find_child(noun, "appos") is None and tree.deps[noun] not in {"compound", "nmod", "appos"}
        return is_alone and bool(self._origins.find(noun))

    def introduces_organisation(self, noun: int) -> bool:
        """ "Norway's army": an organisation without a name that the text comes back to as "the army"."""
        tree, types = self.tree, self.mentions.types[noun]
        if not types or not self.ontology.is_a(types[0], ORGANIZATION) or tree.deps[noun] in {"compound", "nmod", "attr", "appos"}:
            return False
        owner = tree.find_child(noun, "poss")
        state = self.discourse.at_token.get(owner) if owner is not None else None
        if state is None or state.class_iri != COUNTRY or any(tree.tags[child] == "JJS" for child in tree.children[noun]):
            return False
        return any(
            tree.lemmas[later] == tree.lemmas[noun] and tree.tags[later] == "NN" and tree.is_definite(later)
            for later in range(noun + 1, len(tree.words))
        )

    def _is_organisation(self, thing: Thing) -> bool:
        return thing.cluster is not None and self.ontology.is_a(thing.class_iri, ORGANIZATION) and thing.class_iri != COUNTRY

    def find_main_organisation(self, token: int) -> Thing | None:
        """The organisation that the article is about, seen from a token; None where two compete."""
        return self.discourse.find_salient(token, self._is_organisation, FOR_MAIN)

    def is_rivalled(self, organisation: Thing, token: int) -> bool:
        """Whether another firm, or what may be one, is spoken of in the sentence around a token or in the one before.

        A remark behind the token rivals nothing ("finance chief X, who joined from Y"), nor does one in the sentence before.
        """
        tree = self.tree
        sentence = tree.sentence_of[token]
        first, last = tree.sentences[max(0, sentence - 1)][0], tree.sentences[sentence][1]
        near = (self.discourse.at_token.get(other) for other in range(first, last) if not self._stands_in_remark(other))
        return any(thing is not None and thing is not organisation and thing.class_iri in {COMPANY, ORGANIZATION} for thing in near)

    def _stands_in_remark(self, token: int) -> bool:
        """Whether a token stands in a relative clause that a comma cuts off."""
        return any(self.tree.deps[above] == "relcl" and self._is_remark(above) for above in self.tree.find_ancestors(token))

    def _is_restricted(self, head: int) -> bool:
        """A clause or "of" phrase says which one is meant: no need for an antecedent ("the company that ...")."""
        return not self._is_parent(head) and any(
            self.tree.deps[child] in {"prep", "poss"} or (self.tree.deps[child] in {"relcl", "acl"} and not self._is_remark(child))
            for child in self.tree.children[head]
            if child > head or self.tree.deps[child] == "poss"
        )

    def _find_named(self, head: int) -> Thing | None:
        """The organisation right behind the noun: "the investor Lumina Management" is Lumina Management, and nobody else."""
        tree = self.tree
        for child in tree.find_children(head, "appos"):
            first = tree.find_core(child)[0]
            thing = self.discourse.at_token.get(child)
            is_next = first == head + 1 or (first == head + 2 and tree.words[head + 1] == "," and tree.is_definite(head))
            if is_next and tree.names[first] >= 0 and thing is not None and self._is_organisation(thing):
                return thing
        return None

    def _is_called(self, head: int) -> bool:
        """Whether a name or a word with a capital before the noun says what it is called ("the Green Hope advocacy group")."""
        tree = self.tree
        for child in tree.find_children(head, "compound", "nmod", "amod"):
            thing = self.discourse.at_token.get(child)
            is_origin = thing is not None and self.ontology.is_a(thing.class_iri, PLACE)
            if child < head and tree.words[child][0].isupper() and not is_origin and not tree.words[head][0].isupper():
                return True
        return False

    def _find_called(self, head: int) -> Thing | None:
        """ "The ruling Lumina party" is Lumina; "the Lumina lab" is not."""
        tree = self.tree
        names = [child for child in tree.find_children(head, "compound", "nmod", "amod") if tree.names[child] >= 0 and child < head]
        thing = self.discourse.at_token.get(names[-1]) if names else None
        if thing is None or not self._is_organisation(thing):
            return None
        kinds = [known for known in self.mentions.types[head] if known != COMPANY or tree.lemmas[head] in self.ontology.group(FIRMS)]
        is_unit = any(sense.target == UNIT_OF for sense in self.ontology.senses.get(("noun", tree.lemmas[head]), ())) and MEDIA not in kinds
        fits = any(self.ontology.is_a(thing.class_iri, kind) or self.ontology.is_a(kind, thing.class_iri) for kind in kinds)
        return thing if fits and not is_unit else None

    def _is_remark(self, clause: int) -> bool:
        """Whether a comma cuts the clause off, so that it adds to what is known already."""
        return self.tree.find_word_before(self.tree.find_subtree(clause)[0]) == ","

    def _fits_description(self, thing: Thing, *, wanted: Iri, head: int) -> bool:
        return self._kinds.may_be(thing, wanted, head) and not self._is_out_of_question(thing, head)
