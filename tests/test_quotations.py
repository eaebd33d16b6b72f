"""Quotations: passages between marks, gathered into speeches, with cue and speaker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.article import read_article, to_article
from kg.mentions.marks import find_passages
from kg.mentions.quotations import find_quotations
from kg.parse import parse
from kg.records import Span

if TYPE_CHECKING:
    from spacy.language import Language

SEED = Path(__file__).parent.parent / "data" / "articles" / "microsoft-japan.txt"
ACTS = frozenset({"praise", "criticise"})
VERBS = frozenset({"say", "tell", "add", "ask", "call", "describe", "deny"})

SPEECHES = [
    ("“We will open in May,” said Jane Doe.", [("We will open in May,", "said", "Jane Doe")]),
    ("“We will open,” Jane Doe, the owner, said.", [("We will open,", "said", "Jane Doe")]),
    ('"We will open in May," Jane Doe told reporters.', [("We will open in May,", "told", "Jane Doe")]),
    ("“We will open,” she said, “and hire 300 people.”", [("We will open, / and hire 300 people.", "said", "she")]),
    ("“We will open,” said Jane Doe, president of Acme. “It is big.”", [("We will open, / It is big.", "said", "Jane Doe")]),
    ("“Who pays?” asked John Roe. “Nobody.”", [("Who pays? / Nobody.", "asked", "John Roe")]),
    ("Acme said in a statement: “We regret the delay.”", [("We regret the delay.", "said", "Acme")]),
    ("According to Mary Poe, a teacher, “nobody knew about the plan”.", [("nobody knew about the plan", "According to", "Mary Poe")]),
    ("“It is late,” said its secretary, John Roe.", [("It is late,", "said", "John Roe")]),
    ("“It is late,” said its head, John Roe. “I am sorry.”", [("It is late, / I am sorry.", "said", "John Roe")]),
    ("“It is late,” said a spokesman for the ministry.", [("It is late,", "said", "a spokesman for the ministry")]),
    ("The mayor said the plan was “a disgrace” and left.", [("a disgrace", "said", "The mayor")]),
    ("John Roe, who called the deal “reckless”, left.", [("reckless", "called", "John Roe")]),
    ("“We know,” he told the station, adding: “It is over.”", [("We know, / It is over.", "told", "he")]),
    ("“It’s good!” Mary Poe said. The mayor said: “It’s bad.”", [("It’s good!", "said", "Mary Poe"), ("It’s bad.", "said", "The mayor")]),
    (
        "‘We have no plan,’ said Jane Doe. ‘The workers’ pay is safe.’",
        [("We have no plan, / The workers’ pay is safe.", "said", "Jane Doe")],
    ),
    ("Minister: “We will win”", [("We will win", ":", "Minister")]),
    ("The mood changed. “Nobody reads the small print.”", [("Nobody reads the small print.", None, None)]),
    ("“We left,” said Jane Doe.\n\n“We will not come back.”", [("We left, / We will not come back.", "said", "Jane Doe")]),
    ("“We left,” said Jane Doe.\n\n“We will not come back,” she added.", [("We left, / We will not come back,", "said", "Jane Doe")]),
    ("“We left. It rained.\n\n“We came back,” said Jane Doe.", [("We left. It rained. / We came back,", "said", "Jane Doe")]),
    (
        "“We left,” said Jane Doe.\n\n“That is a lie,” said John Roe.",
        [("We left,", "said", "Jane Doe"), ("That is a lie,", "said", "John Roe")],
    ),
    ("Mary Poe disagreed: “It was a trick.”", [("It was a trick.", "disagreed", "Mary Poe")]),
    (
        "Acme called the tax “silly”, while Mary Poe said it was “only the start”.",
        [("silly", "called", "Acme"), ("only the start", "said", "Mary Poe")],
    ),
    ("The senator, a Republican, said the plan was “very weak”.", [("very weak", "said", "The senator")]),
    ("Jane Doe told people to stay away. “The mill is old.”", [("The mill is old.", "told", "Jane Doe")]),
    (
        "“We won,” said Jane Doe. “It is as if we were new.” Her rival, John Roe, said that he was sad. “We lost,” he said.",
        [("We won, / It is as if we were new.", "said", "Jane Doe"), ("We lost,", "said", "he")],
    ),
    ("Mary Poe criticised the board for “buying lamps in daylight”.", [("buying lamps in daylight", "criticised", "Mary Poe")]),
    ("The minister praised the firm for choosing “a valley of the brave”.", [("a valley of the brave", "praised", "The minister")]),
    (
        "John Roe dismissed talk that the bank might sell its arm to please lenders, saying: “Nobody asked us to.”",
        [("Nobody asked us to.", "saying", "John Roe")],
    ),
    (
        "“It was a shock,” said John Roe, an analyst, who cut his rating to “sell”. “It may end.”",
        [("It was a shock, / It may end.", "said", "John Roe")],
    ),
    ("John Roe praised “sorrow” and left.", []),
    ("The so-called “green” steel is sold by Acme, he said.", []),
    ("He played “The Long Road” and sang “I Will Survive” in Lyon.", []),
    ("The film, “Night Songs”, won a prize, the jury said.", []),
    ("The word “quantum” is used.", []),
    ("The '90s were good for the dogs' home, he said.", []),
    ('The 5" screen and the 6" screen sell well, he said.', []),
    ('"We left, said Jane Doe. Later she said: "We came back."', [("We came back.", "said", "she")]),
    ("“We have no plan, said Jane Doe. The firm closed.\n\nIt sold “green” steel.", []),
]


@pytest.mark.parametrize(("text", "speeches"), SPEECHES)
def test_quotations(nlp: Language, text: str, speeches: list[tuple[str, str | None, str | None]]) -> None:
    """A quotation is said by somebody or a clause; passages of one speech are one quotation; terms and titles are none."""
    found = find_quotations(parse(to_article(text, source="test.txt"), nlp), speech_verbs=VERBS, quoting_verbs=ACTS)

    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    told = [(" / ".join(words(one) or "" for one in speech.passages), words(speech.cue), words(speech.speaker)) for speech in found]
    assert told == speeches


def test_seed_quotations(nlp: Language) -> None:
    """The seed quotes three speakers, two passages each."""
    article = read_article(SEED)
    found = find_quotations(parse(article, nlp), speech_verbs=VERBS)
    speakers = [article.text[one.speaker.start : one.speaker.end] for one in found if one.speaker]
    assert speakers == ["Fumio Kishida", "Brad Smith", "Miki Tsusaka"]
    assert [len(one.passages) for one in found] == [2, 2, 2]


def test_without_speech_verbs_only_clauses_are_quotations(nlp: Language) -> None:
    """The verbs come from outside: without them no quotation has a cue."""
    parsed = parse(to_article("“We will open in May,” said Jane Doe.", source="test.txt"), nlp)
    assert [one.cue for one in find_quotations(parsed, speech_verbs=frozenset())] == [None]


def test_marks_never_pass_the_paragraph() -> None:
    """A mark that is not closed quotes nothing outside its paragraph."""
    text = '"Open. Closed.\n\nNews "here" only.'
    passages = find_passages(text, [Span(0, 14), Span(16, len(text))])
    assert [text[one.inner.start : one.inner.end] for one in passages] == ["here"]
