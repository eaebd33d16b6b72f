"""Doc + Mentions -> Tree, with the parser's usual mistakes repaired; every repair is a function of its own.

A repair speaks of shapes of the tree and of what kind of thing a word names, never of single relations.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.records import Mentions, Parse
from kg.syntax.draft import Draft, to_draft
from kg.syntax.lexis import Lexis
from kg.syntax.repairs import appositions, attachment, clauses, headlines, lists, speech, verbs
from kg.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

Repair = Callable[[Draft], None]
REPAIRS: tuple[Repair, ...] = (
    lists.split_joined_names,
    lists.join_per_cent,
    lists.join_hyphenated,
    lists.part_steps,
    verbs.raise_subject_of_auxiliary,
    headlines.read_headline_verb,
    headlines.read_headline_infinitive,
    headlines.read_headline_participle,
    headlines.join_headline_subjects,
    verbs.read_noun,
    verbs.read_nominal_adjective,
    verbs.read_conjoined_verb,
    verbs.raise_conjoined_verb,
    verbs.read_infinitive,
    verbs.read_office_participle,
    verbs.read_second_object,
    verbs.read_reduced_passive,
    verbs.read_gapped_passive,
    verbs.read_missing,
    verbs.read_captive,
    verbs.read_lone_complement,
    verbs.read_small_clause,
    verbs.promote_verb_before_object,
    verbs.read_passive_complement,
    verbs.read_preposition,
    verbs.promote_main_verb,
    verbs.promote_bare_relative,
    clauses.promote_copula,
    clauses.split_whose_clause,
    clauses.read_content_clause,
    clauses.read_clause_of_time,
    clauses.join_double_subjects,
    clauses.raise_fronted_clause,
    clauses.join_subjectless_clause,
    clauses.raise_verb_without_gap,
    attachment.lower_compared_subject,
    verbs.split_object_and_post,
    lists.join_adjacent_conjuncts,
    lists.rejoin_last_conjunct,
    lists.raise_titled_conjunct,
    lists.rejoin_verb_of_same_form,
    lists.free_subject_of_conjunct,
    lists.cut_gapped_conjunct,
    lists.promote_whole,
    appositions.hang_appositions_on_names,
    appositions.join_titles_before_name,
    appositions.raise_ranked_name,
    appositions.rejoin_post,
    appositions.part_posts_with_names,
    appositions.resume_list_after_apposition,
    attachment.fill_preposition,
    attachment.raise_relative_clause,
    appositions.lower_apposed_person,
    appositions.lower_apposed_noun,
    attachment.raise_who_clause,
    attachment.lower_whose_clause,
    attachment.raise_who_clause_of_member,
    attachment.lower_restrictive_clause,
    attachment.agree_in_number,
    attachment.raise_clause_of_amount,
    attachment.lower_bare_infinitive,
    attachment.lower_infinitive_behind_phrase,
    attachment.lower_negation,
    attachment.lower_participle_behind_comma,
    clauses.close_relative_clause,
    attachment.raise_from_worth,
    attachment.raise_of_from_object,
    attachment.raise_dative,
    attachment.hang_examples_on_noun,
    attachment.hang_agent_on_passive,
    attachment.lower_false_agent,
    attachment.keep_one_agent,
    attachment.raise_gerund_of_person,
    attachment.lower_time_into_relative_clause,
    speech.free_clause_after_that,
    speech.hang_quotations,
    speech.raise_speech_verb,
    speech.read_trailing_speaker,
    speech.raise_past_behind_future,
    speech.raise_speech_participle,
    clauses.resume_clause_behind_speech,
)


def to_tree(doc: Doc, mentions: Mentions, lexis: Lexis | None = None, parse: Parse | None = None) -> Tree:
    """The repaired tree of an article; ``parse`` is the grammar to build on, without it that of the doc."""
    draft = to_draft(doc, mentions, lexis or Lexis(), parse)
    for repair in REPAIRS:
        repair(draft)
    return draft.tree
