"""Tellings of statements and endeavours -> those that are news: what is told once, in words that stand without who says it.

A statement is left out where its content is an event or relation that the same speaker is said to tell, or a quotation; what somebody
means, tries or refuses to do, where that is an event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from kg.records import FrameInstance
from kg.resolve.discourse import Discourse
from kg.resolve.events import Events
from kg.resolve.portraits import is_description
from kg.resolve.tellings import DraftEvent, Filled, Referent, Telling
from kg.syntax.gaps import passes_gap_on
from kg.terms import CONTENT, ENDEAVOUR, SPEAKER, STATEMENT

EDGES = " \t\n,;:–—-"
ASKING = frozenset({"whether", "if", "how", "what", "when", "where", "why", "who", "which"})
SUBORDINATING = frozenset({"because", "although", "though", "while", "as", "since", "unless", "until"})
OPENERS = frozenset({"that", "but", "and"})
JOINING = frozenset({"and", "but", "or"})
WITHOUT_CONTENT = frozenset({"aux", "neg", "mark", "cc", "punct"})
"""What hangs on a copula and adds nothing to the description."""
NEGATIONS = frozenset({"not", "no", "yet", "longer"})
LEADING_UP = re.compile(r":\s*[“\"]")


class Statements:
    """Judges the statements of one article, once its other events and facts are known."""

    def __init__(self, discourse: Discourse, events: Events, facts: Sequence[Telling]) -> None:
        self.tree, self.ontology = discourse.tree, discourse.ontology
        self.text, self.quotations = discourse.parsed.article.text, discourse.mentions.quotations
        self.events, self.facts = events, facts

    def is_statement(self, instance: FrameInstance) -> bool:
        """Whether an instance tells what somebody says or means to do, in the words of the article."""
        return instance.kind == "event" and any(self.ontology.is_a(instance.target, known) for known in (STATEMENT, ENDEAVOUR))

    def sort(self, instances: Sequence[FrameInstance]) -> list[FrameInstance]:
        """What is said first, then who says that: the innermost statement of a sentence comes before those around it."""
        depths = {instance.predication.trigger: len(list(self.tree.find_ancestors(instance.predication.trigger))) for instance in instances}
        return sorted(instances, key=lambda instance: -depths[instance.predication.trigger])

    def find_news(self, telling: Telling) -> Telling | None:
        """The statement with its content in whole words, None where that is told already or is no clause of its own."""
        phrases = [phrase for role in telling.instance.roles if role.role == CONTENT for phrase in role.phrases]
        if not phrases:
            return telling
        first = phrases[0]
        if first.is_clause and (self._is_told(first.head, telling) or not self._is_worded(first.head, telling)):
            return None
        content = next((filled for filled in telling.filled if filled.role == CONTENT), None)
        if content is None or content.referent.kind != "text":
            return telling
        words = self._cut(first.head, telling.instance.predication.trigger) if first.is_clause else content.referent.key
        if words is None:
            return None
        said = replace(content, referent=Referent("text", words))
        return replace(telling, filled=tuple(_with_one_content(telling.filled, said)))

    def _is_worded(self, head: int, telling: Telling) -> bool:
        """Whether the words of a clause say something by themselves, and are no quotation."""
        if self.ontology.is_a(telling.instance.target, ENDEAVOUR):
            is_behind = head > telling.instance.predication.trigger  # "To meet demand, X plans to expand" means to expand
            is_asking = any(self.tree.lower[child] in ASKING for child in self.tree.children[head])
            return is_behind and self.tree.is_infinitive(head) and not is_asking and not passes_gap_on(self.tree, head)
        return self._is_whole(head) and not self._is_quoted(head, telling)

    def _is_whole(self, head: int) -> bool:
        """Whether a clause has a subject of its own, or is one that needs none: "denied having paid"."""
        tree = self.tree
        if any(tree.lower[mark] in SUBORDINATING for mark in tree.find_children(head, "mark")):
            return False
        subject = tree.find_child(head, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
        return subject is not None and not tree.is_relative(subject) or tree.tags[head] == "VBG" or self._is_perfect_gerund(head)

    def _is_perfect_gerund(self, head: int) -> bool:
        return any(self.tree.tags[child] == "VBG" for child in self.tree.find_children(head, "aux", "auxpass"))

    # ------------------------------------------------------------ told already

    def _is_quoted(self, head: int, telling: Telling) -> bool:
        """Whether all words of a clause stand in a quotation, which has its speaker."""
        words = [token for token in self._find_words(head, telling.instance.predication.trigger) if self.tree.words[token][0].isalnum()]
        return any(
            all(any(passage.start <= self.tree.starts[word] < passage.end for passage in quotation.passages) for word in words)
            for quotation in self.quotations
        )

    def _is_told(self, head: int, telling: Telling) -> bool:
        """Whether all clauses are events or facts, those that are said with the same speaker."""
        speakers = [referent.thing.root for referent in telling.values(SPEAKER) if referent.thing is not None]
        is_said = self.ontology.is_a(telling.instance.target, STATEMENT)
        clauses = [clause for clause in self.tree.find_conjuncts(head) if self.tree.is_verb(clause)]
        return all(
            any(not is_said or other.speaker is not None and other.speaker.root in speakers for other in self._find_tellings(clause))
            for clause in clauses
        )

    def _find_tellings(self, clause: int) -> list[Telling]:
        """What the verb of a clause tells, of an event that names something in particular, or as a fact."""
        event = self.events.at.get(clause)
        told = [
            other
            for other in (event.tellings if event is not None and is_particular(event) else ())
            if clause == other.instance.predication.trigger or any(clause == verb.trigger for verb in other.instance.predication.supports)
        ]
        return told + [fact for fact in self._facts_at.get(clause, ()) if self._is_told_by(fact, clause)]

    @cached_property
    def _facts_at(self) -> Mapping[int, list[Telling]]:
        """For each word the facts that it tells or carries, once all are collected."""
        found: dict[int, list[Telling]] = defaultdict(list)
        for fact in self.facts:
            predication = fact.instance.predication
            for token in {predication.trigger, *(verb.trigger for verb in predication.supports)}:
                found[token].append(fact)
        return found

    def _is_told_by(self, fact: Telling, clause: int) -> bool:
        """Whether the verb of a clause tells a fact, and where that is a description, with its subject, nothing else."""
        tree, instance = self.tree, fact.instance
        if not is_description(instance.target, self.ontology):
            return instance.predication.trigger == clause
        if all(clause != verb.trigger for verb in (instance.predication, *instance.predication.supports)):
            return False
        told = {token for role in instance.roles for phrase in role.phrases for token in tree.find_tokens(phrase.span)}
        left = (token for token in tree.find_subtree(clause, without=("parenthesis",)) if tree.words[token][0].isalnum())
        return all(token in told or token == clause or self._adds_nothing(token, clause) for token in left)

    def _adds_nothing(self, token: int, clause: int) -> bool:
        is_grammar = self.tree.heads[token] == clause and self.tree.deps[token] in WITHOUT_CONTENT
        return is_grammar or self.tree.lower[token] in NEGATIONS

    # ------------------------------------------------------------ in words

    def _find_words(self, head: int, saying: int) -> list[int]:
        """The tokens of a clause in its paragraph without those that say whose it is, up to a semicolon."""
        tree = self.tree
        clause = set(tree.find_subtree(head, without=("parenthesis",)))
        if saying in clause:
            clause -= set(tree.find_subtree(saying))
        first, last = min(clause), max(clause)
        breaks = [token for token in range(first, last + 1) if "\n" in tree.words[token] or tree.words[token] == ";"]
        start = max((token for token in breaks if token < head), default=first - 1)
        end = min((token for token in breaks if token > head), default=last + 1)
        return sorted(token for token in clause if start < token < end)

    def _cut(self, head: int, saying: int) -> str | None:
        """The words of a clause as a whole ("the outlook, | X said, | had darkened"); None where they lead up to a quotation."""
        tree, tokens = self.tree, self._trim(self._find_words(head, saying))
        pieces: list[str] = []
        start = tokens[0]
        for last, following in zip(tokens, [*tokens[1:], None], strict=True):
            if following is None or following > last + 1 and not self._is_close(last, following):
                pieces.append(self.text[tree.starts[start] : tree.ends[last]].strip(EDGES))
                start = following if following is not None else start
        words = " ".join(" ".join(pieces).split()).rstrip(".").rstrip(EDGES)
        return None if LEADING_UP.search(words) else close_marks(words)

    def _trim(self, tokens: list[int]) -> list[int]:
        """Without the marks at both ends, "that" and "and" before and "and" behind."""
        tree = self.tree
        first, end = 0, len(tokens)
        while first < end - 1 and (tree.words[tokens[first]] in EDGES or self._opens(tokens[first])):
            first += 1
        while end - 1 > first and (tree.words[tokens[end - 1]] in EDGES or tree.lower[tokens[end - 1]] in JOINING):
            end -= 1
        return tokens[first:end]

    def _opens(self, token: int) -> bool:
        return self.tree.lower[token] in OPENERS and self.tree.deps[token] in {"mark", "cc"}

    def _is_close(self, last: int, following: int) -> bool:
        """Whether nothing but marks and white space stands between two tokens."""
        return all(not self.tree.words[token][0].isalnum() for token in range(last + 1, following))


def close_marks(words: str) -> str:
    """Words cut out of a sentence, with the quotation marks that they lack.

    >>> close_marks("rates were “about right"), close_marks('he was" glad'), close_marks('a "disgrace'), close_marks('to "sell" from "hold')
    ('rates were “about right”', 'he was glad', 'a "disgrace"', 'to "sell" from "hold"')
    """
    if words.count("“") > words.count("”"):
        return f"{words}”"
    if words.count("”") > words.count("“"):
        return words.replace("”", "", 1)
    if words.count('"') % 2 == 0:
        return words
    if words.count('"') > 1:
        return f'{words}"'
    place = words.index('"')
    return f'{words}"' if place == 0 or words[place - 1] in " (" else words.replace('"', "")


def _with_one_content(filled: Sequence[Filled], content: Filled) -> list[Filled]:
    """The first content for all: the later clauses of a coordination stand in its words."""
    return [*(item for item in filled if item.role != CONTENT), content]


def is_particular(event: DraftEvent) -> bool:
    """Whether an event names somebody or something, as it must to stand."""
    return any(
        referent.kind == "event" or referent.value is not None or referent.thing is not None and referent.thing.named
        for role in event.fillers
        for referent in event.values(role)
    )
