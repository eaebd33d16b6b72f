"""Tree -> Predications: grammar only; a file for each construction, a line for each in RULES."""

from __future__ import annotations

from collections.abc import Sequence

from kg.clauses.apposition import find_identity, find_shared_complement
from kg.clauses.complements import find_complements
from kg.clauses.control import find_controller
from kg.clauses.coordination import find_shared_object, find_shared_subject
from kg.clauses.grammar import Grammar, Rule
from kg.clauses.light_verb import find_support_verbs
from kg.clauses.modality import find_governors, find_stance
from kg.clauses.nominal import find_noun_slots
from kg.clauses.participial import find_adverbial_subject, find_fronted_participle, find_modified_noun
from kg.clauses.prepositions import find_prepositional
from kg.clauses.relative import find_antecedent, find_whose
from kg.clauses.voice import find_core_arguments, find_passive_second_object
from kg.records import Filler, Mentions, Predication, Quotation, Span
from kg.syntax import Tree

RULES: tuple[Rule, ...] = (
    find_core_arguments,
    find_passive_second_object,
    find_antecedent,
    find_whose,
    find_modified_noun,
    find_shared_subject,
    find_shared_object,
    find_controller,
    find_adverbial_subject,
    find_fronted_participle,
    find_complements,
    find_noun_slots,
    find_identity,
    find_shared_complement,
    find_prepositional,
)


def find_predications(tree: Tree, mentions: Mentions, news: Sequence[Span]) -> tuple[Predication, ...]:
    """The predications of all verbs, nouns and predicated adjectives inside the spans of ``news``, in text order."""
    grammar = Grammar(tree, RULES)
    reader = _Reader(grammar, mentions.quotations)
    found: list[Predication] = []
    for token in range(len(tree.words)):
        pos = _find_pos(tree, token)
        if pos is not None and any(span.start <= tree.starts[token] < span.end for span in news):
            found.append(reader.read(token, pos))
    return tuple(found)


def _find_pos(tree: Tree, token: int) -> str | None:
    if tree.names[token] >= 0 and tree.names[tree.heads[token]] == tree.names[token] and tree.heads[token] != token:
        return None
    if tree.is_verb(token):
        return "verb"
    if tree.is_noun(token):
        return "noun"
    if tree.tags[token] in {"JJ", "VBN", "VBG", "VBD"} and tree.deps[token] in {"acomp", "amod", "appos", "conj", "relcl", "acl"}:
        return "adj"
    return None


class _Reader:
    """Makes predications of the words of one article."""

    def __init__(self, grammar: Grammar, quotations: Sequence[Quotation]) -> None:
        self.grammar, self.tree = grammar, grammar.tree
        self.passages = [(passage, number) for number, quotation in enumerate(quotations) for passage in quotation.passages]

    def read(self, token: int, pos: str, *, with_supports: bool = True) -> Predication:
        """The predication of one word."""
        tree = self.tree
        fillers = self.grammar.find_fillers(token)
        if pos == "adj":
            fillers = (*_find_described(self.grammar, token), *fillers)
        supports: tuple[Predication, ...] = ()
        if pos == "noun" and with_supports:
            supports = tuple(self.read(verb, "verb") for verb in dict.fromkeys(find_support_verbs(tree, token)))
        return Predication(
            trigger=token,
            span=Span(tree.starts[token], tree.ends[token]),
            lemma=_with_particle(tree, token) if pos == "verb" else tree.lemmas[token] if pos == "noun" else tree.words[token].lower(),
            pos=pos,
            fillers=fillers,
            sentence=tree.to_sentence_span(token),
            stance=find_stance(tree, token),
            governors=tuple(find_governors(tree, token)),
            supports=supports,
            quoted=self._find_quotation(tree.starts[token]),
            definite=_is_definite(tree, token),
            passive=tree.is_passive(token),
        )

    def _find_quotation(self, start: int) -> int | None:
        return next((number for passage, number in self.passages if passage.start <= start < passage.end), None)


def _with_particle(tree: Tree, verb: int) -> str:
    particle = tree.find_child(verb, "prt")
    return f"{tree.lemmas[verb]} {tree.words[particle].lower()}" if particle is not None else tree.lemmas[verb]


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether the noun refers to something known: "the", "this", a possessor."""
    return any(
        tree.deps[child] == "poss" or (tree.deps[child] == "det" and tree.words[child].lower() in {"the", "this", "these", "that", "those", "both"})
        for child in tree.children[noun]
    )


def _find_described(grammar: Grammar, adjective: int) -> tuple[Filler, ...]:
    """The noun that an adjective describes, as its ``subj``."""
    tree = grammar.tree
    head, dep = tree.heads[adjective], tree.deps[adjective]
    if dep in {"amod", "appos", "relcl", "acl"} and tree.is_noun(head):
        return (Filler("subj", (grammar.to_phrase(head),), 0, "adjective"),)
    if dep == "acomp":
        subject = grammar.find_slot(head, "subj")
        return (subject,) if subject is not None else ()
    return ()
