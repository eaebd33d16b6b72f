"""Evaluation: what counts as a hit, a miss and a false alarm, shown on hand-made gold and readings."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from kg.errors import EvaluationError, InputError
from kg.evaluation import gold as gold_file
from kg.evaluation import predicted as predicted_reading
from kg.evaluation import scheme
from kg.evaluation.account import Account, Filler, Measure, to_duration
from kg.evaluation.match import assign, fillers_match
from kg.evaluation.report import to_details, to_json, to_table
from kg.evaluation.run import evaluate
from kg.evaluation.score import ArticleScore, Counts, score_article
from kg.evaluation.words import find_sentence, tell_the_same
from kg.namespaces import to_iri
from kg.ontology import load_ontology
from kg.ontology.record import ClassInfo, Ontology
from kg.records import (
    Article,
    Attestation,
    Claim,
    Entity,
    Event,
    Iri,
    Literal,
    Reading,
    Span,
    Speech,
    Stance,
    Value,
    ValueNode,
)

TEXT = "Acme Corp will invest $5 million in Norland over two years. “We love it,” said Jo Berg, chief executive of Acme. Acme owns Bolt."

GOLD = """
entities:
  - {id: e1, name: Acme Corp, aliases: [Acme], class: Company}
  - {id: e2, name: Norland, class: Country}
  - {id: e3, name: Jo Berg, class: Person}
  - {id: e4, name: Bolt, class: Company}
events:
  - id: v1
    class: Investment
    stance: planned
    roles: {investor: e1, destination: e2, amount: USD 5000000, period: P2Y}
    words: "will invest $5 million in Norland"
  - {id: v2, class: Post, roles: {holder: e3, post: chief executive, organization: e1}, words: "Jo Berg, chief executive of Acme"}
facts:
  - {subject: e4, predicate: subsidiaryOf, object: e1, words: "Acme owns Bolt"}
quotations:
  - {speaker: e3, text: "We love it,"}
"""


def make_ontology() -> Ontology:
    """Classes enough to tell above from below."""
    above = {
        "schema:Person": "schema:Thing",
        "schema:Organization": "schema:Thing",
        "news:Company": "schema:Organization schema:Thing",
        "news:Country": "schema:Place schema:Thing",
        "schema:Place": "schema:Thing",
        "news:Investment": "news:Event",
        "news:Departure": "news:Event",
        "news:Resignation": "news:Departure news:Event",
        "news:Grant": "news:Event",
        "org:Membership": "news:Event",
    }
    classes = {to_iri(name): ClassInfo(to_iri(name), name, tuple(map(to_iri, supers.split()))) for name, supers in above.items()}
    nothing: frozenset[str] = frozenset()
    return Ontology("hash", classes, {}, {}, {}, {}, stances={}, speech_verbs=nothing, post_labels={})


ONTOLOGY = make_ontology()


class ReadingMaker:
    """Builds a reading of TEXT one line at a time."""

    def __init__(self, text: str = TEXT) -> None:
        self.text = text
        self.entities: list[Entity] = []
        self.events: list[Event] = []
        self.values: list[ValueNode] = []
        self.speeches: list[Speech] = []
        self.claims: list[Claim] = []
        self.attestations: list[Attestation] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def entity(self, name: str, class_name: str, *aliases: str, named: bool = True) -> Iri:
        iri = Iri(f"http://x/{len(self.entities)}-{name.replace(' ', '-')}")
        self.entities.append(Entity(iri, name, to_iri(class_name), aliases, (self.span(name),), named=named))
        return iri

    def event(self, label: str, class_name: str, stance: Stance = Stance.ASSERTED, **roles: Iri | Literal) -> Iri:
        iri = Iri(f"http://x/event-{len(self.events)}")
        self.events.append(Event(iri, label, to_iri(class_name), stance))
        for role, filler in roles.items():
            self.claim(iri, role.replace("_", ":") if "_" in role else f"news:{role}", filler, stance)
        return iri

    def value(self, words: str, class_name: str, lexical: str, unit: str | None = None) -> Iri:
        iri = Iri(f"http://x/value-{len(self.values)}")
        self.values.append(ValueNode(iri, Value(to_iri(class_name), lexical, to_iri("xsd:decimal"), words, unit), self.span(words)))
        return iri

    def claim(self, subject: Iri, predicate: str, target: Iri | Literal, stance: Stance = Stance.ASSERTED) -> None:
        claim = Claim(Iri(f"http://x/claim-{len(self.claims)}"), subject, to_iri(predicate), target)
        self.claims.append(claim)
        whole = Span(0, len(self.text))
        self.attestations.append(Attestation(claim.iri, Iri("http://x/"), stance, whole, whole, None, None, "rule", 1.0))

    def reading(self) -> Reading:
        article = Article(Iri("http://x/"), "x.txt", "", self.text, "", ())
        parts = (self.entities, self.events, self.values, self.speeches, self.claims, self.attestations)
        return Reading(article, "model", "hash", *map(tuple, parts))  # type: ignore[arg-type]


def make_perfect() -> ReadingMaker:
    """All that the gold of TEXT asks for, and nothing else."""
    make = ReadingMaker()
    acme = make.entity("Acme", "news:Company", "Acme Corp")
    norland = make.entity("Norland", "news:Country")
    berg = make.entity("Jo Berg", "schema:Person")
    bolt = make.entity("Bolt", "schema:Organization")
    post = make.entity("chief executive", "org:Role", named=False)
    amount = make.value("$5 million", "schema:MonetaryAmount", "5000000", "USD")
    period = make.value("two years", "time:Duration", "P24M")
    make.event("Acme invests", "news:Investment", Stance.PLANNED, investor=acme, destination=norland, amount=amount, period=period)
    make.event("Berg leads Acme", "org:Membership", org_member=berg, org_role=post, org_organization=acme)
    make.claim(bolt, "org:unitOf", acme)
    make.speeches.append(Speech(Iri("http://x/quotation"), (make.span("We love it,"),), berg))
    return make


def read_gold_text(text: str = GOLD, article: str = TEXT) -> Account:
    return gold_file.to_account(yaml.load(text, Loader=yaml.BaseLoader), article, ONTOLOGY)


def score(make: ReadingMaker, gold: str = GOLD) -> ArticleScore:
    return score_article("x", read_gold_text(gold, make.text), predicted_reading.to_account(make.reading(), ONTOLOGY), ONTOLOGY)


# ---------------------------------------------------------------- scores


def test_a_perfect_reading_scores_one_everywhere() -> None:
    """A reading that says what the gold says has no miss and no false alarm."""
    found = score(make_perfect())
    expected = {"entities": 4, "entities untyped": 4, "facts": 1, "roles": 7, "quotations": 1}
    assert found.counts == {kind: Counts(hits=hits) for kind, hits in expected.items()}
    assert (found.event_stance.right, found.event_stance.of) == (2, 2)


def test_an_empty_reading_misses_everything() -> None:
    """Nothing read is no false alarm; all gold is missed."""
    found = score(ReadingMaker())
    assert found.counts["roles"] == Counts(misses=7)
    assert found.counts["entities"].recall == 0.0
    assert found.counts["entities"].precision == 1.0


def test_a_wrong_class_costs_the_entity_but_not_its_facts() -> None:
    """Fillers follow the untyped alignment, so a wrong class is punished once."""
    make = make_perfect()
    make.entities[0] = Entity(make.entities[0].iri, "Acme", to_iri("schema:Person"), ("Acme Corp",), make.entities[0].mentions)
    found = score(make)
    assert found.counts["entities"] == Counts(3, 1, 1)
    assert found.counts["entities untyped"] == Counts(4, 0, 0)
    assert found.counts["roles"] == Counts(7, 0, 0)


def test_a_class_at_the_root_is_no_class() -> None:
    """schema:Thing stands above every class, and is compatible with none."""
    make = make_perfect()
    make.entities[1] = Entity(make.entities[1].iri, "Norland", to_iri("schema:Thing"), (), make.entities[1].mentions)
    assert score(make).counts["entities"] == Counts(3, 1, 1)


def test_an_entity_told_twice_is_one_hit_and_one_false_alarm() -> None:
    """Pairs are one to one."""
    make = make_perfect()
    make.entity("Acme", "news:Company")
    assert score(make).counts["entities"] == Counts(4, 1, 0)


def test_unnamed_entities_and_those_without_mention_are_not_judged() -> None:
    """A country that only the background table tells of is no find, and a class noun is no name."""
    make = make_perfect()
    make.entities.append(Entity(Iri("http://x/b"), "Southland", to_iri("news:Country")))
    make.entity("years", "schema:Thing", named=False)
    assert score(make).counts["entities"] == Counts(4, 0, 0)


def test_a_second_event_of_the_same_kind_is_all_false_alarms() -> None:
    """Two investments for one: the roles of the second are made up."""
    make = make_perfect()
    make.event("again", "news:Investment", investor=make.entities[0].iri, destination=make.entities[1].iri)
    found = score(make)
    assert found.counts["roles"] == Counts(7, 2, 0)
    made_up = next(finding.what for finding in found.findings if finding.verdict == "false alarm")
    assert made_up.startswith("news:Investment “again”")


def test_an_event_of_another_class_is_missed_and_made_up() -> None:
    """A grant is no investment, however like its roles."""
    make = ReadingMaker()
    acme = make.entity("Acme Corp", "news:Company")
    make.event("grant", "news:Grant", investor=acme)
    assert score(make).counts["roles"] == Counts(0, 1, 7)


def test_a_subclass_of_the_gold_event_matches() -> None:
    """A resignation is a departure, either way round."""
    make = ReadingMaker("Jo Berg quits.")
    make.event("Berg quits", "news:Departure", leaver=make.entity("Jo Berg", "schema:Person"))
    gold = """
entities: [{id: e1, name: Jo Berg, class: Person}]
events: [{id: v1, class: Resignation, roles: {leaver: e1}, words: Jo Berg quits}]
"""
    assert score(make, gold).counts["roles"] == Counts(1, 0, 0)


def test_events_fill_roles_of_events_by_their_alignment() -> None:
    """The second round of alignment sees which event is which."""
    make = ReadingMaker("After the grant to Norland Jo Berg quits.")
    grant = make.event("it", "news:Grant", recipient=make.entity("Norland", "news:Country"))
    make.event("she goes", "news:Resignation", leaver=make.entity("Jo Berg", "schema:Person"), cause=grant)
    gold = """
entities: [{id: e1, name: Jo Berg, class: Person}, {id: e2, name: Norland, class: Country}]
events:
  - {id: v1, class: Resignation, roles: {leaver: e1, cause: v2}, words: Jo Berg quits}
  - {id: v2, class: Grant, roles: {recipient: e2}, words: grant to Norland}
"""
    assert score(make, gold).counts["roles"] == Counts(3, 0, 0)


def test_two_fillers_of_one_role_are_two_items() -> None:
    """A list in the gold asks for each of its fillers."""
    make = ReadingMaker("A grant to Norland and to Bolt.")
    make.event("grant", "news:Grant", recipient=make.entity("Norland", "news:Country"))
    gold = """
entities: [{id: e1, name: Norland, class: Country}, {id: e2, name: Bolt, class: Company}]
events: [{id: v1, class: Grant, roles: {recipient: [e1, e2]}, words: A grant}]
"""
    assert score(make, gold).counts["roles"] == Counts(1, 0, 1)


def test_the_stance_is_counted_on_matched_events_only() -> None:
    """A planned event told as done keeps its roles and loses its stance."""
    make = make_perfect()
    event = make.events[0]
    make.events[0] = Event(event.iri, event.label, event.class_iri, Stance.ASSERTED)
    found = score(make)
    assert (found.event_stance.right, found.event_stance.of) == (1, 2)
    assert found.counts["roles"] == Counts(7, 0, 0)


def test_what_the_scheme_cannot_express_is_listed_and_not_judged() -> None:
    """Roles, relations and event classes outside the scheme count neither way."""
    make = make_perfect()
    make.claim(make.entities[0].iri, "news:admires", make.entities[1].iri)
    make.event("odd", "news:Ringing", ringer=make.entities[0].iri)
    found = score(make)
    assert found.counts["facts"] == Counts(1, 0, 0)
    assert found.counts["roles"] == Counts(7, 0, 0)
    assert found.outside == ("Acme — news:admires — Norland", "odd — news:ringer — Acme")


def test_equivalent_facts_count_once() -> None:
    """A subsidiary is a unit of its parent: saying both earns one hit and costs nothing."""
    make = make_perfect()
    make.claim(make.entities[3].iri, "org:subOrganizationOf", make.entities[0].iri)
    assert score(make).counts["facts"] == Counts(1, 0, 0)


@pytest.mark.parametrize(
    ("predicate", "predicted", "turned", "hit"),
    [
        ("memberOf", "org:memberOf", False, True),
        ("memberOf", "org:hasMember", True, True),
        ("memberOf", "org:hasMember", False, False),
        ("spouseOf", "schema:spouse", True, True),
        ("siblingOf", "schema:sibling", True, True),
        ("parentOf", "schema:children", False, True),
        ("parentOf", "schema:children", True, False),
        ("focusesOn", "news:focus", False, True),
        ("leads", "news:leads", False, True),
        ("leads", "news:supports", False, False),
    ],
)
def test_relations_go_by_their_names_and_directions(predicate: str, predicted: str, turned: bool, hit: bool) -> None:
    """Each name of the scheme is one property, and only the documented ones may be turned round."""
    make = ReadingMaker("Jo Berg and Bolt.")
    ends = (make.entity("Jo Berg", "schema:Person"), make.entity("Bolt", "news:Company"))
    make.claim(ends[turned], predicted, ends[not turned])
    gold = f"""
entities: [{{id: e1, name: Jo Berg, class: Person}}, {{id: e2, name: Bolt, class: Company}}]
facts: [{{subject: e1, predicate: {predicate}, object: e2, words: Jo Berg}}]
"""
    assert score(make, gold).counts["facts"].hits == hit


def test_the_scheme_is_that_of_the_ontology() -> None:
    """Every event class, role and relation of the scheme is one of the shipped ontology."""
    ontology = load_ontology()
    assert {name for name in scheme.EVENTS if scheme.to_event_class(name) not in ontology.classes} == set()
    assert {name for name in scheme.ENTITY_CLASSES if scheme.to_class(name, ontology) not in ontology.classes} == set()
    assert {iri for iri in scheme.event_roles() | scheme.fact_predicates() if iri not in ontology.properties} == set()


def test_a_quotation_needs_its_words_and_its_speaker() -> None:
    """The same words said by somebody else are a miss and a false alarm."""
    make = make_perfect()
    make.speeches[0] = Speech(make.speeches[0].iri, make.speeches[0].passages, make.entities[0].iri)
    assert score(make).counts["quotations"] == Counts(0, 1, 1)


def test_of_several_attestations_the_strongest_stance_counts() -> None:
    """A headline that plans and a body that states make a stated fact."""
    make = make_perfect()
    first = make.attestations[-1]
    planned = Attestation(first.claim, first.article, Stance.PLANNED, first.sentence, first.trigger, None, None, "rule", 1.0)
    make.attestations.insert(0, planned)
    found = score(make)
    assert (found.fact_stance.right, found.fact_stance.of) == (1, 1)


# ---------------------------------------------------------------- fillers


@pytest.mark.parametrize(
    ("written", "measure", "agrees"),
    [
        ("USD 2900000000", Measure("money", "2900000000", "USD"), True),
        ("USD 2900000000", Measure("money", "2900000000", "EUR"), False),
        ("USD 2900000000", Measure("money", "2.9", "USD"), False),
        ("P18M", Measure("duration", to_duration("P1Y6M")), True),
        ("P2Y", Measure("duration", to_duration("P3Y")), False),
        ("2025-03", Measure("date", "2025-03"), True),
        ("2025-03-12", Measure("date", "2025-03"), False),
        ("3000000 workers", Measure("quantity", "3000000", "workers"), True),
        ("3000000 workers", Measure("quantity", "3000000", "part-time workers"), True),
        ("3000000 workers", Measure("quantity", "3000000", "cars"), False),
        ("3000000 workers", Measure("quantity", "3000000"), True),
        ("40 %", Measure("percentage", "40"), True),
        ("40 %", Measure("quantity", "40"), False),
        ("on Tuesday", Measure("date", "2025-03-12"), False),
    ],
)
def test_values_match_by_number_and_unit(written: str, measure: Measure, agrees: bool) -> None:
    """The words of a value do not matter, its number and unit do."""
    gold = Filler((written,), measures=gold_file.to_measures(written))
    assert fillers_match(gold, Filler(("words",), measures=(measure,)), {}) is agrees


def test_an_equivalent_amount_counts_for_either() -> None:
    """ "4.1 trillion won ($3 billion)" is one amount and its equivalent."""
    dollars = Value(to_iri("schema:MonetaryAmount"), "3000000000", to_iri("xsd:decimal"), "$3 billion", "USD")
    won = Value(dollars.class_iri, "4100000000000", dollars.datatype, "4.1 trillion won", "KRW", equivalent=dollars)
    predicted = Filler((won.text,), measures=predicted_reading.to_measures(won))
    assert fillers_match(Filler(("",), measures=gold_file.to_measures("USD 3000000000")), predicted, {})


@pytest.mark.parametrize(
    ("gold", "predicted", "matches"),
    [
        ("chief executive", "the chief executive", True),
        ("embodied AI and robotics", "embodied AI", True),
        ("three lab sites in the north", "two farms", False),
        ("it", "it", True),
        ("it", "they", False),
    ],
)
def test_texts_match_by_their_content_words(gold: str, predicted: str, matches: bool) -> None:
    """Half of the content words in common is enough; stop words are none."""
    assert tell_the_same(gold, predicted) is matches


def test_a_name_needs_an_equal_name() -> None:
    """Like words do not make an entity of the gold, nor a text of a predicted one."""
    acme = Filler(("Acme Corp", "Acme"), node="e1", named=True)
    read = Filler(("Acme",), node="http://x/1", named=True)
    assert fillers_match(acme, Filler(("The Acme’s",)), {})
    assert not fillers_match(acme, Filler(("Acme staff",)), {})
    assert not fillers_match(Filler(("Acme staff",)), read, {"http://x/1": "e1"})
    assert fillers_match(acme, read, {"http://x/1": "e1"})
    assert not fillers_match(acme, read, {"http://x/2": "e1"})


def test_the_assignment_is_the_best_in_all() -> None:
    """A greedy choice of the 9 would leave 1 and lose: 8 + 8 is more than 9 + 1."""
    assert assign([[9, 8], [8, 1]]) == ((0, 1), (1, 0))
    assert assign([[9, 8, 0], [8, 1, 0]]) == ((0, 1), (1, 0))
    assert assign([[0, 0]]) == ()
    assert assign([]) == ()


# ---------------------------------------------------------------- gold files


def test_the_tables_of_the_scheme_are_those_of_the_document() -> None:
    """ANNOTATION.md names each event with its roles, each relation and each entity class that the code knows."""
    document = (Path(__file__).parent.parent / "data/articles/ANNOTATION.md").read_text(encoding="utf-8")
    _, classes, facts, events = re.split(r"\n## (?:Entity classes|Facts|Events).*\n", document)
    rows = [line.split("|")[1:3] for line in events.splitlines() if line.startswith("| ")][1:]
    for names, roles in rows:
        for event in re.findall(r"\b[A-Z]\w+", re.sub(r"\(.*?\)", "", names)):
            known = {*scheme.EVENTS[event].split(), *scheme.COMMON_ROLES}
            told = set(re.findall(r"\w+", re.sub(r"\(.*?\)", "", roles))) - {"or"}
            assert known - {*scheme.COMMON_ROLES} <= told | {"place"}, event
    predicates = [line.split("|")[1].strip() for line in facts.splitlines() if line.startswith("| ")][1:]
    assert [name for cell in predicates for name in cell.split(", ")] == list(scheme.FACTS)
    assert set(scheme.ENTITY_CLASSES) <= set(re.findall(r"\w+", classes))


def test_scalars_of_gold_stay_as_written() -> None:
    """A date in YAML is no date object, a number no number."""
    found = read_gold_text("events: [{id: v1, class: Grant, roles: {date: 2025-03-12, amount: EUR 5, funder: 12}}]")
    assert [role.filler.words[0] for role in found.happenings[0].roles] == ["2025-03-12", "EUR 5", "12"]


def test_gold_facts_carry_their_sentence() -> None:
    """The sentence is found by the words, whatever the quotes; words that stand nowhere tell themselves."""
    assert read_gold_text().facts[0].sentence == "Acme owns Bolt."
    assert find_sentence("Japan’s plan. Next.", "Japan's plan") == "Japan’s plan."
    assert find_sentence("Nothing here.", "elsewhere") == "elsewhere"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[1, 2]", "expected a mapping"),
        ("entities: [1]", "list of mappings"),
        ("entities: [{id: e1, class: Person}]", "'name' is missing"),
        ("entities: [{name: A, class: Person}]", "'id' is missing"),
        ("entities: [{id: e1, name: A, class: P}, {id: e1, name: B, class: P}]", "e1 stands twice"),
        ("facts: [{subject: e9, predicate: leads, object: x}]", "e9 stands nowhere"),
        ("facts: [{subject: x, predicate: leads, object: y, stance: maybe}]", "asserted, planned"),
    ],
)
def test_gold_that_cannot_be_scored_is_refused(text: str, message: str) -> None:
    """The message says what is wrong and what was expected."""
    with pytest.raises(EvaluationError, match=message):
        read_gold_text(text)


def test_names_that_the_scheme_lacks_are_told_with_the_nearest() -> None:
    """A slip of the annotator is scored as it stands, and seen."""
    found = read_gold_text("events: [{id: v1, class: Grant, roles: {founder: x}}]")
    assert found.problems == ("unknown role of Grant 'founder'; the nearest is 'funder'",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one article with gold, and one held out."""
    (tmp_path / "held-out").mkdir()
    for place in (tmp_path / "a", tmp_path / "held-out" / "b"):
        place.with_suffix(".txt").write_text(TEXT, encoding="utf-8")
        place.with_suffix(".gold.yaml").write_text(GOLD, encoding="utf-8")
    return tmp_path


def test_held_out_gold_is_read_only_when_asked_for(folder: Path) -> None:
    """A folder never gives its held-out articles by itself, and naming one without the option is refused."""
    assert [path.name for path in gold_file.find_gold([folder])] == ["a.gold.yaml"]
    assert [path.name for path in gold_file.find_gold([folder], held_out=True)] == ["b.gold.yaml"]
    with pytest.raises(EvaluationError, match="--held-out"):
        gold_file.find_gold([folder / "held-out"])
    with pytest.raises(EvaluationError, match="no gold"):
        gold_file.find_gold([folder / "c.txt"])


def test_the_reader_sees_the_article_only(folder: Path) -> None:
    """The path that is read is the text's, never the gold's."""
    seen: list[str] = []

    def read(path: Path) -> Reading:
        seen.append(path.name)
        return make_perfect().reading()

    evaluation = evaluate([folder / "a.txt"], read, ONTOLOGY)
    assert seen == ["a.txt"]
    assert evaluation.total.counts["roles"].f1 == 1.0


def test_an_article_that_cannot_be_read_is_all_misses(folder: Path) -> None:
    """The rest is scored, the failure is told, and nothing is gained by it."""

    def read(path: Path) -> Reading:
        raise InputError(f"{path.name} is broken")

    evaluation = evaluate([folder], read, ONTOLOGY)
    assert evaluation.failures == (("a", "a.txt is broken"),)
    assert evaluation.total.counts["facts"] == Counts(misses=1)
    assert "not read: a: a.txt is broken" in to_table(evaluation)


# ---------------------------------------------------------------- report


def test_the_report_tells_scores_and_sentences(folder: Path) -> None:
    """The table has a line per article and in all; details quote; JSON holds the same counts."""

    def read(path: Path) -> Reading:
        assert path.is_file()
        make = make_perfect()
        make.claim(make.entities[0].iri, "news:leads", make.entities[2].iri)
        make.claims = [claim for claim in make.claims if claim.predicate != to_iri("org:unitOf")]
        return make.reading()

    evaluation = evaluate([folder], read, ONTOLOGY)
    table = to_table(evaluation).splitlines()
    assert table[0].split() == ["article", "precision", "recall", "F1", "hits", "false", "missed"]
    assert [line.split()[-6:] for line in table if line.startswith("facts")] == [["0.000", "0.000", "0.000", "0", "1", "1"]]
    details = to_details(evaluation)
    assert "facts: miss (1)\n    Bolt — org:subOrganizationOf — Acme Corp\n        Acme owns Bolt." in details
    assert "facts: false alarm (1)\n    Acme — news:leads — Jo Berg" in details
    assert json.loads(to_json(evaluation))["total"]["facts"]["misses"] == 1
