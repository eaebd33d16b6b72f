"""A graph told in sentences: one entry for each event and relation, with its stance and its words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.ontology import ClassInfo
from kg.ontology.telling import tell
from kg.rdf import FORMATS, to_quads, write_graph
from kg.records import Iri, Reading, Stance
from kg.telling import Fact, Words, format_facts, list_facts
from tests import readings
from tests.readings import TEXT, make_ontology, make_reading


def facts_of(folder: Path, reading: Reading | None = None, *, name: str = "ttl", facts_only: bool = False) -> tuple[Fact, ...]:
    path = folder / f"graph.{name}"
    write_graph(to_quads(reading or make_reading(), make_ontology(), facts_only=facts_only), path)
    return list_facts(path)


@pytest.mark.parametrize(
    ("sentence", "stances", "said_by"),
    [
        ("Osprey is to invest €4.2 million in Norland", ("planned",), ""),
        ("Ada Lund met Bo Ek", ("asserted",), ""),
        ("Osprey supports Breeze Challenge", ("asserted",), ""),
        ("lab in Harbo is located in Harbo", ("asserted",), ""),
        ("Ada Lund leads Wind Alliance", ("planned",), ""),
        ("Vire Group closed its mill", ("denied",), "Vire Group"),
        ("The price of Osprey rises by 40 %", ("reported",), "The Harbo Post"),
        ("Vire Group buys Osprey", ("possible",), "The Harbo Post"),
    ],
)
def test_a_fact_is_a_sentence_with_its_stance(sentence: str, stances: tuple[str, ...], said_by: str, tmp_path: Path) -> None:
    """Each fact is told once, with how the article holds it and whose word it is."""
    found = [fact for fact in facts_of(tmp_path) if fact.sentence == sentence]
    assert [(fact.stances, fact.words[0].said_by) for fact in found] == [(stances, said_by)]


def test_the_words_are_those_of_the_article(tmp_path: Path) -> None:
    """The offsets of every quote find it in the text."""
    facts = facts_of(tmp_path)
    assert all(TEXT[words.start : words.end] == words.quote for fact in facts for words in fact.words)
    assert all(fact.words or fact.background for fact in facts)


def test_an_event_tells_its_roles(tmp_path: Path) -> None:
    """An event is one entry with all its roles, values in words and in numbers, and its fullest sentence first."""
    event = next(fact for fact in facts_of(tmp_path) if fact.predicate == "Investment")
    assert ("amount", "€4.2 million (4200000 EUR)") in event.roles
    assert ("purpose", "to build wind farms") in event.roles
    assert [words.start for words in event.words] == [53, 0]
    assert event.stance == "planned"


def test_every_claim_is_told(tmp_path: Path) -> None:
    """Relations and the roles of events together are as many as the claims, apart from the events' types."""
    facts = facts_of(tmp_path)
    told = sum(len(fact.roles) or 1 for fact in facts if not fact.background and fact.predicate != "says")
    types = sum(claim.predicate.endswith("#type") for claim, _ in readings.MADE)
    assert told == len(readings.MADE) - types


def test_a_quotation_is_told_with_its_speaker(tmp_path: Path) -> None:
    """What is quoted is a fact of its speaker's."""
    told = [fact.sentence for fact in facts_of(tmp_path) if fact.predicate == "says"]
    assert told == ["Ada Lund says “We are glad to come. Norland has the wind.”"]


@pytest.mark.parametrize("name", FORMATS)
def test_all_formats_tell_the_same(name: str, tmp_path: Path) -> None:
    """.ttl, .trig and .nq give the same facts in the same order."""
    assert facts_of(tmp_path, name=name) == facts_of(tmp_path)


def test_background_comes_last_and_says_so(tmp_path: Path) -> None:
    """A background fact has no words of the article."""
    facts = facts_of(tmp_path)
    assert [fact.background for fact in facts] == sorted(fact.background for fact in facts)
    assert (facts[-1].sentence, facts[-1].stance, facts[-1].words) == ("Harbo is located in Norland", "background", ())


def test_a_conflict_shows_both_stances(tmp_path: Path) -> None:
    """What is asserted here and denied there is one fact with two stances, the strongest first."""
    reading = make_reading()
    supports = next(claim for claim, _ in readings.MADE if claim.predicate.endswith("supports"))
    denial = readings.attest(supports, *readings.DENIED, Stance.DENIED)
    facts = facts_of(tmp_path, replace(reading, attestations=(*reading.attestations, denial)))
    found = [fact for fact in facts if fact.sentence == "Osprey supports Breeze Challenge"]
    assert [fact.stances for fact in found] == [("asserted", "denied")]


@pytest.mark.parametrize(
    ("telling", "roles", "told"),
    [
        (
            ("{visitor} visits {place}", "on {date}"),
            {"visitor": ["Ana"], "place": ["Peru"], "date": ["Monday"]},
            "Ana does not visit Peru on Monday",
        ),
        (("{visitor} visits {place}",), {"visitor": ["ministers"], "place": ["Peru"]}, "ministers do not visit Peru"),
        (("{member} is {role}",), {"member": ["Ana", "Bo"], "role": ["chair"]}, "Ana and Bo are not chair"),
        (("{target} accused", "of {crime}"), {"target": ["Ana"], "crime": ["theft"]}, "Ana not accused of theft"),
        (("{actor} {wording}",), {"actor": ["Ana"], "wording": ["did take questions"]}, "Ana did not take questions"),
        (("{actor} {wording}",), {"wording": ["had seen the memo"]}, "Deed: had not seen the memo"),
        (("{actor} {wording}",), {"actor": ["Ana"], "wording": ["closed the {mill}"]}, "Denied: Ana closed the {mill}"),
        (("fraud", "by {thief}"), {"thief": ["Ana"]}, "Denied: fraud by Ana"),
        (("{visitor} visits {place}",), {"place": ["Peru"]}, "Denied: Deed: Peru"),
    ],
)
def test_a_denied_event_is_told_as_what_is_not_so(telling: tuple[str, ...], roles: dict[str, list[str]], told: str) -> None:
    """By its verb where it has one that bears it, in the number of its subject; else the label says that it is denied."""
    assert tell(ClassInfo(Iri("x"), "deed", telling=telling), Stance.DENIED, roles) == told


def test_a_planned_event_is_planned_first(tmp_path: Path) -> None:
    """An event that the graph holds as planned says so first, though a sentence speaks of it as a fact."""
    reading = make_reading()
    passing = readings.attest(readings.MADE[1][0], *readings.INVEST)
    facts = facts_of(tmp_path, replace(reading, attestations=(*reading.attestations, passing)))
    assert next(fact.stances for fact in facts if fact.predicate == "Investment") == ("planned", "asserted")


def test_a_graph_without_claims_tells_nothing(tmp_path: Path) -> None:
    """A graph of facts only keeps no words to tell; a missing one is an error."""
    assert facts_of(tmp_path, facts_only=True) == ()
    with pytest.raises(GraphError, match="cannot be read"):
        list_facts(tmp_path / "none.ttl")


# ---------------------------------------------------------------- text


def test_facts_as_text(tmp_path: Path) -> None:
    """The text numbers the facts and shows sentence, stance, roles, quote and offsets."""
    text = format_facts(facts_of(tmp_path))
    assert text.startswith(
        "1. Osprey is to invest €4.2 million in Norland. [planned]\n"
        "     destination  Norland\n"
        "     investor     Osprey\n"
        "     amount       €4.2 million (4200000 EUR)\n"
    )
    assert "     > Vire Group denied that it had closed its mill. [" in text
    assert "], said by Vire Group\n" in text
    assert "     also at 0–40\n" in text
    assert text.endswith("Harbo is located in Norland. [background, not the article]\n")


def test_text_is_safe_to_look_at() -> None:
    """Escape sequences in names and quotes cannot steer the terminal."""
    words = Words("x:a", 0, 4, "b\x1b[2Jd\ne", "asserted", "")
    text = format_facts([Fact("a\x1b]0;x\x07", "is", "b", ("asserted",), (words,))])
    assert text == "1. a␛]0;x␇ is b. [asserted]\n     > b␛[2Jd e [0–4]\n"


def test_no_facts_are_no_text() -> None:
    """An empty graph gives an empty text."""
    assert format_facts(()) == ""


def test_what_is_said_agrees_with_its_subject_in_number() -> None:
    """Several people do what one does: "startups make", "A and B open"; names are one thing, whatever they end in."""
    opening = ClassInfo(Iri("x"), "Opening", telling=("{opener} opens {site}",))
    assert tell(opening, Stance.ASSERTED, {"opener": ["two startups"], "site": ["labs"]}) == "two startups open labs"
    assert tell(opening, Stance.ASSERTED, {"opener": ["Hallam Industries"], "site": ["labs"]}) == "Hallam Industries opens labs"
    meeting = ClassInfo(Iri("x"), "Meeting", telling=("{participant} meets", "in {place}"))
    assert tell(meeting, Stance.ASSERTED, {"participant": ["Ana Roy"], "place": ["Oslo"]}) == "Ana Roy meets in Oslo"
