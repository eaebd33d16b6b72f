"""Tree -> Predications: grammar only; a file for each construction, a line for each in RULES."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from kg.clauses.adjectival import find_circumstances, find_compounded, find_described
from kg.clauses.age import find_age, find_age_of_name
from kg.clauses.apposition import find_identity, find_shared_complement, find_time_of_copula
from kg.clauses.attribution import find_source
from kg.clauses.complements import find_complements, find_governed_clauses
from kg.clauses.control import find_controller
from kg.clauses.coordination import find_shared_object, find_shared_subject
from kg.clauses.description import find_description
from kg.clauses.duration import find_duration, find_duration_of_gerund
from kg.clauses.governors import find_governors
from kg.clauses.grammar import Grammar, Rule, find_pos
from kg.clauses.light_verb import find_support_verbs
from kg.clauses.modality import find_stance
from kg.clauses.nominal import find_noun_slots
from kg.clauses.participial import find_adverbial_subject, find_gerund_subject, find_modified_noun
from kg.clauses.prepositions import find_below_as, find_owner_of_complement, find_place_below, find_prepositional, find_prepositional_below
from kg.clauses.relative import find_antecedent, find_whose
from kg.clauses.score import find_score, find_score_before
from kg.clauses.source import find_told_clause
from kg.clauses.states import find_renown, find_situation, find_state
from kg.clauses.superlative import find_superlative
from kg.clauses.voice import find_core_arguments, find_passive_second_object
from kg.clauses.wording import find_wording
from kg.records import Mentions, Predication, Quotation, Span
from kg.syntax import Lexis, Tree

RULES: Mapping[str, tuple[Rule, ...]] = {
    "verb": (
        find_core_arguments,
        find_passive_second_object,
        find_antecedent,
        find_modified_noun,
        find_shared_subject,
        find_shared_object,
        find_controller,
        find_adverbial_subject,
        find_gerund_subject,
        find_duration_of_gerund,
        find_complements,
        find_prepositional,
        find_prepositional_below,
        find_owner_of_complement,
        find_score,
        find_age,
        find_situation,
        find_renown,
        find_wording,
    ),
    "noun": (
        find_whose,
        find_governed_clauses,
        find_noun_slots,
        find_duration,
        find_superlative,
        find_identity,
        find_shared_complement,
        find_prepositional,
        find_time_of_copula,
        find_description,
        find_below_as,
        find_place_below,
        find_score_before,
        find_told_clause,
        find_age_of_name,
        find_wording,
    ),
    "adj": (
        find_described,
        find_compounded,
        find_governed_clauses,
        find_prepositional,
        find_circumstances,
        find_state,
    ),
    "adv": (find_source,),
}


def find_predications(tree: Tree, mentions: Mentions, news: Sequence[Span], lexis: Lexis | None = None) -> tuple[Predication, ...]:
    """The predications of all verbs, nouns and adjectives inside the spans of ``news``, in text order.

    ``lexis`` tells which verbs are one with an adverb ("set aside").
    """
    reader = _Reader(Grammar(tree, RULES), mentions.quotations, lexis or Lexis())
    found: list[Predication] = []
    for span in sorted(news):
        for token in range(*_find_tokens(tree, span)):
            pos = find_pos(tree, token)
            if pos is not None:
                found.append(reader.read(token, pos))
    return tuple(found)


def _find_tokens(tree: Tree, span: Span) -> tuple[int, int]:
    first = bisect_right(tree.starts, span.start - 1)
    return first, bisect_right(tree.starts, span.end - 1)


class _Reader:
    """Makes predications of the words of one article, each once."""

    def __init__(self, grammar: Grammar, quotations: Sequence[Quotation], lexis: Lexis) -> None:
        self.grammar, self.tree, self.lexis = grammar, grammar.tree, lexis
        self.passages = sorted((passage, number) for number, quotation in enumerate(quotations) for passage in quotation.passages)
        self._passage_starts = [passage.start for passage, _ in self.passages]
        self._sentences: dict[int, Span] = {}
        self._verbs: dict[int, Predication] = {}

    def read(self, token: int, pos: str) -> Predication:
        """The predication of one word."""
        if pos == "verb":
            return self._read_verb(token)
        supports: tuple[Predication, ...] = ()
        if pos == "adv":
            return self._make(token, pos, f"{self.tree.lower[token]} {self.tree.lower[token + 1]}", ())
        if pos == "noun":
            supports = tuple([self._read_verb(verb) for verb in dict.fromkeys(find_support_verbs(self.tree, token))])
        return self._make(token, pos, self.tree.lemmas[token] if pos == "noun" else self.tree.lower[token], supports)

    def _read_verb(self, token: int) -> Predication:
        known = self._verbs.get(token)
        if known is None:
            known = self._verbs[token] = self._make(token, "verb", self._with_particle(token), ())
        return known

    def _make(self, token: int, pos: str, lemma: str, supports: tuple[Predication, ...]) -> Predication:
        tree = self.tree
        return Predication(
            trigger=token,
            span=Span(tree.starts[token], tree.ends[token]),
            lemma=lemma,
            pos=pos,
            fillers=self.grammar.find_fillers(token),
            sentence=self._to_sentence(token),
            stance=find_stance(tree, token),
            governors=tuple(find_governors(tree, token)),
            supports=supports,
            quoted=self._find_quotation(tree.starts[token]),
            definite=_is_definite(tree, token),
        )

    def _with_particle(self, verb: int) -> str:
        """The lemma with its particle ("set up"), or with an adverb if the two are one verb ("set aside")."""
        tree = self.tree
        lemma = self._with_prefix(verb)
        particle = tree.find_child(verb, "prt")
        if particle is None:
            adverbs = [child for child in tree.find_children(verb, "advmod") if child > verb]
            particle = next((child for child in adverbs if f"{lemma} {tree.lower[child]}" in self.lexis.verbs), None)
        return f"{lemma} {tree.lower[particle]}" if particle is not None else lemma

    def _with_prefix(self, verb: int) -> str:
        """The lemma with what a hyphen joins to it, where the two are one verb ("test-fire")."""
        tree = self.tree
        if verb > 1 and tree.words[verb - 1] == "-" and tree.ends[verb - 1] == tree.starts[verb] and tree.is_noun(verb - 2):
            joined = f"{tree.lower[verb - 2]}-{tree.lemmas[verb]}"
            if joined in self.lexis.verbs:
                return joined
        return tree.lemmas[verb]

    def _to_sentence(self, token: int) -> Span:
        number = self.tree.sentence_of[token]
        if number not in self._sentences:
            self._sentences[number] = self.tree.to_sentence_span(token)
        return self._sentences[number]

    def _find_quotation(self, start: int) -> int | None:
        place = bisect_right(self._passage_starts, start) - 1
        if place < 0:
            return None
        passage, number = self.passages[place]
        return number if start < passage.end else None


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether the noun refers to something known: "the", "this", a possessor."""
    return any(
        tree.deps[child] == "poss" or (tree.deps[child] == "det" and tree.lower[child] in {"the", "this", "these", "that", "those", "both"})
        for child in tree.children[noun]
    )
