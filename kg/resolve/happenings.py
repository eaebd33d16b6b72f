"""Tellings of happenings -> those that are news, in words that follow their subject's name as they stand.

A happening is left out where its clause stands in the content of a statement or endeavour, or in the words of another happening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kg.agreement import to_third_person
from kg.records import FrameInstance, Stance
from kg.resolve.discourse import Discourse
from kg.resolve.events import Events
from kg.resolve.statements import close_marks, is_particular
from kg.resolve.tellings import Referent, Telling
from kg.terms import ACTOR, CONCERNED, CONTENT, COUNTERPART, ENDEAVOUR, HAPPENING, STATEMENT, WORDING

SUBJECT_ROLES = (ACTOR, CONCERNED)
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
DO_FORMS = frozenset({"do", "does", "did"})
FULL_FORMS = {"wo": "will", "ca": "can", "'ll": "will", "'s": "is", "'d": "would", "'ve": "have", "'re": "are", "'m": "am", "sha": "shall"}
PERFECT_FORMS = {"'s": "has", "'d": "had"}
ASIDES = frozenset({"parataxis", "parenthesis"})
CUT_OFF = frozenset({"relcl", "appos", "advcl", "acl"})
"""What is told by itself where a comma stands before it."""
THIS = frozenset({"it", "that", "this", "so"})
MANY_THINGS = frozenset({"it", "they"})
LEADING = frozenset({"nsubj", "nsubjpass", "poss", "appos"})
CLOSING = frozenset('%°”"')
"""Marks that belong to the word before them."""
STOP_BEHIND_UNIT = re.compile(r"(?<=\d[a-z])\.$|(?<=\d[a-z][a-z])\.$")
"""The end of a sentence that stands in one word with a figure: "£7m."."""
LONGEST = 240
"""Characters of the words of a happening."""


class Happenings:
    """Judges the happenings of one article, once its statements are known."""

    def __init__(self, discourse: Discourse, events: Events, facts: Sequence[Telling]) -> None:
        self.tree, self.ontology = discourse.tree, discourse.ontology
        self.events, self.facts = events, facts
        self.text = discourse.parsed.article.text
        self._worded: set[int] = set()
        """The tokens that stand in the words of a happening."""

    def is_happening(self, instance: FrameInstance) -> bool:
        """Whether an instance tells what happens in the words of the article."""
        return instance.kind == "event" and self.ontology.is_a(instance.target, HAPPENING)

    @cached_property
    def _told(self) -> frozenset[int]:
        """The words that tell facts, once all are collected."""
        return frozenset(fact.instance.predication.trigger for fact in self.facts)

    def is_told(self, verb: int) -> bool:
        """Whether a frame tells it after all, or the clause stands in what somebody says or means to do or in the words of a happening."""
        if verb in self.events.at or verb in self._told or verb in self._worded:
            return True
        for token in self.tree.find_ancestors(verb):
            event = self.events.at.get(token)
            if event is None:
                continue
            if any(self.ontology.is_a(event.class_iri, known) for known in (STATEMENT, ENDEAVOUR)) and event.values(CONTENT):
                return is_particular(event)
        return False

    def find_news(self, telling: Telling) -> Telling | None:
        """The happening with its words; None where they do not make a sentence with their subject."""
        verb = telling.instance.predication.trigger
        if telling.in_summary or self._says_nothing(verb) or not self._is_sure(telling):
            return None
        words = self._find_words(verb, telling.stance)
        if words is None:
            return None
        filled = tuple(
            replace(item, referent=Referent("text", words)) if item.role == WORDING else item
            for item in telling.filled
            if item.role != COUNTERPART or item.referent.thing is not None and item.referent.thing.named
        )
        return self._tell_of_things(replace(telling, filled=filled))

    def _tell_of_things(self, telling: Telling) -> Telling:
        """ "The levee gave way": what does something and is nobody does no deed; what may be more than one thing is known late."""
        types = {kind for role in telling.instance.roles if role.role == ACTOR for kind in role.types}
        things = [referent.thing for referent in telling.values(ACTOR)]
        if not things or any(thing is None or self.ontology.is_any(thing.root.class_iri, tuple(types)) for thing in things):
            return telling
        filled = tuple(replace(item, role=CONCERNED) if item.role == ACTOR else item for item in telling.filled)
        roles = tuple(replace(role, role=CONCERNED) if role.role == ACTOR else role for role in telling.instance.roles)
        return replace(telling, instance=replace(telling.instance, target=HAPPENING, roles=roles), filled=filled)

    def _says_nothing(self, verb: int) -> bool:
        """ "Denied it", "ruled that out": what is done something to stands elsewhere."""
        return any(self.tree.lower[child] in THIS for child in self.tree.find_children(verb, "dobj"))

    def _is_sure(self, telling: Telling) -> bool:
        """Whether "it" or "they" goes on about what a clause or noun phrase near by began with: of any verb, no more tells who is meant."""
        tree = self.tree
        subjects = [phrase.head for role in telling.instance.roles if role.role in SUBJECT_ROLES for phrase in role.phrases]
        if not any(tree.lower[subject] in MANY_THINGS for subject in subjects):
            return True
        sentence = tree.sentence_of[telling.instance.predication.trigger]
        near = {sentence, sentence - 1}
        things = [referent.thing for role in SUBJECT_ROLES for referent in telling.values(role) if referent.thing is not None]
        return any(tree.sentence_of[token] in near and tree.deps[token] in LEADING for thing in things for token in thing.tokens)

    # ------------------------------------------------------------ words

    def _find_words(self, verb: int, stance: Stance) -> str | None:
        tree = self.tree
        opening = self._find_opening(verb, stance)
        if opening is None:
            return None
        tokens = self._find_rest(verb)
        rest = self.text[tree.ends[verb] : tree.ends[tokens[-1]]] if len(tokens) > 1 else ""
        words = STOP_BEHIND_UNIT.sub("", close_marks(_close_brackets(" ".join(f"{opening}{rest}".split())).rstrip(" ,;:–—-")))
        if len(words) > LONGEST or not rest.strip():
            return None
        self._worded.update(range(verb, tokens[-1] + 1))
        return words

    def _find_opening(self, verb: int, stance: Stance) -> str | None:
        """The verb with its auxiliaries and the adverbs between; without "not", since a denial says so itself."""
        tree = self.tree
        if tree.is_infinitive(verb):
            before = [child for child in tree.find_children(verb, *AUXILIARIES) if child < verb]
            return " ".join(tree.words[token] for token in (*before, verb)) if stance is Stance.PLANNED else None
        before = [child for child in tree.children[verb] if child < verb]
        start = max((child for child in before if tree.deps[child] in SUBJECTS), default=-1)
        inner = [child for child in before if child > start and (tree.deps[child] in AUXILIARIES or tree.deps[child] in {"advmod", "neg"})]
        if start < 0:
            first = next((child for child in inner if tree.deps[child] in AUXILIARIES), verb)
            inner = [child for child in inner if child >= first or tree.deps[child] == "neg"]
        auxiliaries = [child for child in inner if tree.deps[child] in AUXILIARIES] or self._find_shared_auxiliaries(verb)
        negations = [child for child in inner if tree.lower[child] in NEGATIONS]
        if stance is Stance.DENIED and not negations:
            return None
        kept = [child for child in sorted({*inner, *auxiliaries}) if child not in negations]
        if tree.tags[verb] in {"VB", "VBN"} and not auxiliaries:
            return None
        if tree.tags[verb] == "VBG" and not auxiliaries:
            return to_third_person(tree.lemmas[verb])
        if negations and auxiliaries and all(tree.lower[child] in DO_FORMS for child in auxiliaries):
            return to_third_person(tree.lemmas[verb]) if tree.tags[auxiliaries[0]] != "VBD" else f"did {tree.words[verb]}"
        is_active = tree.find_child(verb, "dobj") is not None or all(tree.deps[child] != "auxpass" for child in auxiliaries)
        is_perfect = tree.tags[verb] in {"VBN", "VBD"} and is_active
        words = [self._to_full_form(child, is_perfect=is_perfect) for child in kept]
        return " ".join([*words, tree.words[verb]])

    def _to_full_form(self, auxiliary: int, *, is_perfect: bool) -> str:
        """ "'s" is "has" before "left" and "is" before "leaving"."""
        word = self.tree.lower[auxiliary].replace("’", "'")
        forms = PERFECT_FORMS if is_perfect and word in PERFECT_FORMS else FULL_FORMS
        return forms.get(word, self.tree.words[auxiliary])

    def _find_shared_auxiliaries(self, verb: int) -> list[int]:
        """ "was arrested and charged": the auxiliaries of the verb before, where this one has no tense of its own."""
        tree = self.tree
        while tree.deps[verb] == "conj" and (tree.tags[verb] in {"VBN", "VB", "VBG"} or tree.is_passive(verb)):
            verb = tree.heads[verb]
            found = tree.find_children(verb, *AUXILIARIES)
            if found:
                return found
        return []

    def _find_rest(self, verb: int) -> list[int]:
        """The verb and what stands behind it in its clause, up to the first word of another."""
        tree = self.tree
        inside = {verb}
        waiting = [child for child in tree.children[verb] if child > verb and self._belongs(child)]
        while waiting:
            token = waiting.pop()
            inside.add(token)
            waiting += [child for child in tree.children[token] if self._belongs(child)]
        found = [verb]
        for token in range(verb + 1, max(inside) + 1):
            if token not in inside and not self._is_mark(token):
                break
            if tree.words[token] in {";", "\n"} or "\n" in tree.words[token]:
                break
            found.append(token)
        while len(found) > 1 and (found[-1] not in inside or self._is_loose(found[-1]) or tree.deps[found[-1]] in {"cc", "mark"}):
            found.pop()
        return found

    def _belongs(self, token: int) -> bool:
        tree = self.tree
        dep = tree.deps[token]
        if dep in ASIDES:
            return not any(tree.is_verb(below) for below in tree.find_subtree(token))
        if dep in {"conj", "cc"} and tree.is_verb(tree.heads[token]):
            return False
        if dep not in CUT_OFF:
            return True
        is_own = dep == "advcl" and tree.find_child(token, *SUBJECTS) is not None and tree.is_verb(tree.heads[token])
        return tree.find_word_before(tree.find_subtree(token)[0]) not in {",", "–", "—", "-"} and not is_own

    def _is_mark(self, token: int) -> bool:
        return not any(letter.isalnum() for letter in self.tree.words[token])

    def _is_loose(self, token: int) -> bool:
        """Whether a token is a mark that does not belong to the word before it, such as one that opens a quotation."""
        tree = self.tree
        is_close = tree.words[token] in CLOSING and tree.starts[token] == tree.ends[token - 1]
        return self._is_mark(token) and not is_close


def _close_brackets(words: str) -> str:
    """Words up to a bracket that does not end.

    >>> _close_brackets("lost $3 million (£2 million) in May (its"), _close_brackets("climbed (with Bob (a guide) in May")
    ('lost $3 million (£2 million) in May ', 'climbed ')
    """
    open_at: list[int] = []
    for place, sign in enumerate(words):
        if sign == "(":
            open_at.append(place)
        elif sign == ")" and open_at:
            open_at.pop()
    return words[: open_at[0]] if open_at else words
