"""The user's corrections: read from a file and written to it, applied to a reading, kept by every build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import pipeline
from kg.corrections import (
    FILE_NAME,
    Correction,
    Kind,
    add_correction,
    correct,
    find_files,
    propose,
    read_corrections,
    remove_correction,
)
from kg.corrections.record import PARTS
from kg.errors import CorrectionError, QueryError
from kg.exports import format_graphml
from kg.namespaces import to_iri
from kg.network import to_network
from kg.ontology import Ontology
from kg.pipeline import Reader
from kg.rdf import to_quads, write_graph
from kg.records import BackgroundFact, Iri, Reading
from kg.sparql import read_store
from kg.summary import Tally
from kg.telling import SAYS, format_corrections, list_facts, tell_corrections
from kg.terms import PERSON
from kg.view import to_page
from tests import readings
from tests.readings import HARBO, KITE, LUND, NORLAND, OSPREY, POST, VIRE, A, make_ontology, make_reading, node, span


def make(kind: Kind, *words: str, **parts: str) -> Correction:
    """A correction by its words in their order."""
    names = (*PARTS[kind][0], *PARTS[kind][1])
    return Correction(kind, (*zip(names, words, strict=False), *parts.items()), "here")


def apply(*corrections: Correction, reading: Reading | None = None, ontology: Ontology | None = None) -> Reading:
    return correct(reading or make_reading(), corrections, ontology or make_ontology())


def triples(reading: Reading) -> set[tuple[str, str, str]]:
    return {(claim.subject, claim.predicate.rpartition("#")[2], str(claim.object)) for claim in reading.claims}


def label(reading: Reading, iri: Iri) -> str:
    return next(each.label for each in (*reading.entities, *reading.events) if each.iri == iri)


def whole(reading: Reading) -> bool:
    """Every attestation has its claim, and every claim its attestation."""
    return {claim.iri for claim in reading.claims} == {each.claim for each in reading.attestations}


# ---------------------------------------------------------------- claims


@pytest.mark.parametrize("predicate", ["supports", "news:supports", "https://w3id.org/kg-news/ontology#supports"])
def test_a_claim_goes_with_all_that_attests_it(predicate: str) -> None:
    """A rejected claim is gone, by label, prefixed name or IRI of its predicate, and stands among the rejections."""
    corrected = apply(make(Kind.CLAIM, "Osprey", predicate, "Breeze Challenge"))
    assert len(corrected.claims) == len(make_reading().claims) - 1
    assert whole(corrected)
    assert ("Osprey — supports — Breeze Challenge", "rejected by a correction") in {
        (each.what, each.reason) for each in corrected.rejections
    }


def test_an_event_goes_whole() -> None:
    """An event that is named alone goes with all its roles, and with what is told of it."""
    meeting = node("event-190-Meeting")
    corrected = apply(make(Kind.CLAIM, "Ada Lund met Bo Ek"))
    assert not [claim for claim in corrected.claims if meeting in {claim.subject, claim.object}]
    assert whole(corrected)


def test_an_event_loses_a_role_and_is_told_anew() -> None:
    """What is no longer so stands in no label."""
    corrected = apply(make(Kind.CLAIM, "Osprey bought Kite Labs for €30 million", "seller", "Vire Group"))
    assert VIRE.iri not in {claim.object for claim in corrected.claims if claim.subject == node("event-400-Acquisition")}
    assert "Vire" not in label(corrected, node("event-400-Acquisition"))


def test_an_amount_is_named_as_kg_facts_tells_it() -> None:
    """A value is found by its words, also with what they come to in brackets."""
    for words in ("€30 million", "€30 million (30000000 EUR)"):
        corrected = apply(make(Kind.CLAIM, "Osprey bought Kite Labs for €30 million", "amount", words))
        assert corrected.corrections[0].found


def test_two_corrections_of_one_event_written_at_once() -> None:
    """An event is still found by the label that it had before a first correction."""
    name = "Osprey bought Kite Labs for €30 million"
    corrected = apply(make(Kind.CLAIM, name, "amount"), make(Kind.CLAIM, name, "seller"))
    assert [each.found for each in corrected.corrections] == [True, True]
    again = apply(make(Kind.CLAIM, name, "amount"), make(Kind.CLAIM, label(corrected, node("event-400-Acquisition")), "seller"))
    assert again.corrections[0].found


def test_background_can_be_rejected() -> None:
    """A fact of the background table goes too."""
    corrected = apply(make(Kind.CLAIM, "Harbo", "is located in", "Norland"))
    assert corrected.corrections[0].found
    assert not [fact for fact in corrected.background if fact.subject == HARBO.iri]


# ---------------------------------------------------------------- types


def test_a_type_is_replaced() -> None:
    """A thing is of the class that the user names."""
    corrected = apply(make(Kind.TYPE, "Kite Labs", instead="university", type="company"), ontology=Reader().ontology)
    (kite,) = [each for each in corrected.entities if each.iri == KITE.iri]
    assert kite.class_iri.endswith("#University")


def test_a_type_is_widened() -> None:
    """Where no other class is named, a company is an organisation."""
    corrected = apply(make(Kind.TYPE, "Kite Labs"), ontology=Reader().ontology)
    (kite,) = [each for each in corrected.entities if each.iri == KITE.iri]
    assert kite.class_iri == "https://schema.org/Organization"


def test_a_type_that_the_thing_does_not_have() -> None:
    """Nothing is corrected where another class was read."""
    assert not apply(make(Kind.TYPE, "Kite Labs", "person"), ontology=Reader().ontology).corrections[0].found


def test_an_unknown_class_offers_the_nearest() -> None:
    """The message names the correction's place and the nearest class."""
    with pytest.raises(CorrectionError, match="here: no class is called 'universty'; did you mean university"):
        apply(make(Kind.TYPE, "Kite Labs", instead="universty"), ontology=Reader().ontology)


# ---------------------------------------------------------------- links


@pytest.mark.parametrize("words", [("Norland",), ("Norland", "http://www.wikidata.org/entity/Q990001"), (NORLAND.iri,)])
def test_a_link_goes_with_what_the_background_knew(words: tuple[str, ...]) -> None:
    """Norland is now one of the article's own, keeps its claims, and is no longer where the background put Harbo."""
    corrected = apply(make(Kind.LINK, *words))
    assert NORLAND.iri not in {each.iri for each in corrected.entities}
    (norland,) = [each for each in corrected.entities if each.label == "Norland"]
    assert norland.same_as == ()
    assert norland.iri.startswith(f"{A}#entity-")
    assert corrected.background == ()
    before = {(claim.subject, claim.predicate) for claim in make_reading().claims if claim.object == NORLAND.iri}
    assert {(claim.subject, claim.predicate) for claim in corrected.claims if claim.object == norland.iri} == before
    assert norland.iri in corrected.speeches[0].about
    assert whole(corrected)


def test_one_of_several_links() -> None:
    """A link that the entity is not named after goes alone."""
    other = Iri("https://sws.geonames.org/12/")
    entities = tuple(replace(each, same_as=(*each.same_as, other)) if each.iri == NORLAND.iri else each for each in make_reading().entities)
    corrected = apply(make(Kind.LINK, "Norland", other), reading=replace(make_reading(), entities=entities))
    (norland,) = [each for each in corrected.entities if each.label == "Norland"]
    assert (norland.iri, norland.same_as) == (NORLAND.iri, NORLAND.same_as)


def test_a_link_that_is_not_there() -> None:
    """What has no link has none to lose."""
    assert not apply(make(Kind.LINK, "Osprey")).corrections[0].found


# ---------------------------------------------------------------- merges and aliases


def make_merged() -> Reading:
    """A reading that takes Lund, the speaker and leader, for Ada Lund, the chief executive."""
    reading = make_reading()
    mentions = (span("Ada Lund"), span("Lund", 1))
    entities = tuple(replace(each, mentions=mentions) if each.iri == LUND.iri else each for each in reading.entities)
    leads = next(claim for claim in reading.claims if claim.subject == LUND.iri)
    attestations = tuple(
        replace(each, subject_span=mentions[1]) if each.claim == leads.iri else replace(each, object_span=mentions[0])
        for each in reading.attestations
    )
    return replace(reading, entities=entities, attestations=attestations)


def test_a_merge_is_undone() -> None:
    """The mentions of the other name become a thing of their own, with the claims that they make."""
    corrected = apply(make(Kind.MERGE, "Ada Lund", "Lund"), reading=make_merged())
    (other,) = [each for each in corrected.entities if each.label == "Lund"]
    assert other.iri == f"{A}#entity-{span('Lund', 1).start}"
    assert next(each for each in corrected.entities if each.iri == LUND.iri).aliases == ()
    assert {claim.predicate.rpartition("#")[2] for claim in corrected.claims if claim.subject == other.iri} == {"leads"}
    assert not [claim for claim in corrected.claims if claim.subject == LUND.iri]
    assert whole(corrected)


def test_an_alias_joins_what_is_called_so() -> None:
    """Who is given another's name is taken for it: its claims, mentions and words are the first one's."""
    corrected = apply(make(Kind.ALIAS, "Osprey", "Kite Labs"))
    assert KITE.iri not in {each.iri for each in corrected.entities}
    (osprey,) = [each for each in corrected.entities if each.iri == OSPREY.iri]
    assert osprey.aliases == ("Osprey plc", "Kite Labs")
    assert not [claim for claim in corrected.claims if KITE.iri in {claim.subject, claim.object}]
    assert ("entity-530", "hasMember", OSPREY.iri) in {(s.rpartition("#")[2], p, o) for s, p, o in triples(corrected)}
    assert whole(corrected)


def test_an_alias_that_nothing_is_called() -> None:
    """A new name is one more name, once."""
    corrected = apply(make(Kind.ALIAS, "osprey plc", "the Osprey Group"), make(Kind.ALIAS, "Osprey", "The Osprey group"))
    (osprey,) = [each for each in corrected.entities if each.iri == OSPREY.iri]
    assert osprey.aliases == ("Osprey plc", "the Osprey Group")


def test_a_speaker_is_renamed() -> None:
    """Whose word it is follows the one whose name it is."""
    corrected = apply(make(Kind.ALIAS, "Vire Group", "The Harbo Post"))
    assert {each.said_by for each in corrected.attestations if each.said_by} == {VIRE.iri}
    assert POST.iri not in {each.iri for each in corrected.entities}


def test_corrections_undo_each_other() -> None:
    """Two that were joined by an alias and parted again are two."""
    corrected = apply(make(Kind.ALIAS, "Osprey", "Kite Labs"), make(Kind.MERGE, "Osprey", "Kite Labs"))
    (osprey,) = [each for each in corrected.entities if each.iri == OSPREY.iri]
    assert osprey.aliases == ("Osprey plc",)


# ---------------------------------------------------------------- any correction


@pytest.mark.parametrize("article", ["osprey.txt", A, None])
def test_a_correction_is_for_its_article(article: str | None) -> None:
    """A correction that names the article, by file or IRI, or none, applies."""
    parts = {"article": article} if article else {}
    assert apply(make(Kind.ALIAS, "Osprey", "Falcon", **parts)).corrections[0].found


def test_a_correction_for_another_article() -> None:
    """A correction that names another article is none of this one's business."""
    assert apply(make(Kind.ALIAS, "Osprey", "Falcon", article="other.txt")) == make_reading()


def test_nodes_of_two_articles_are_no_readings_business() -> None:
    """A merge that is rejected between two IRIs is kept for the store that holds both articles."""
    correction = make(Kind.MERGE, OSPREY.iri, "https://news.example/other#entity-0")
    assert correction.is_across
    assert apply(correction) == make_reading()


def test_what_found_nothing_is_told() -> None:
    """A correction that corrects nothing in any article is found out."""
    good, bad = make(Kind.ALIAS, "Osprey", "Falcon"), make(Kind.ALIAS, "Osprai", "Falcon")
    tally = Tally()
    for reading in (apply(good, bad), apply(good)):
        tally.add(reading, make_ontology())
    assert [each.text for each in tally.list_unmatched()] == ["add alias: Osprai — Falcon"]


WORDS = st.sampled_from(
    [each.label for each in (*readings.ENTITIES, *readings.EVENTS)]
    + ["Lund", "Osprey plc", "supports", "amount", "€30 million", OSPREY.iri, ""]
)


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), WORDS, WORDS, WORDS), max_size=6))
def test_any_corrections_leave_a_whole_reading(chosen: list[tuple[Kind, str, str, str]]) -> None:
    """Whatever is corrected, claims name what the reading holds, and the graph can be written."""
    corrections = [make(kind, *words[: 3 if kind is Kind.CLAIM else 2 if kind is not Kind.TYPE else 1]) for kind, *words in chosen]
    corrected = apply(*corrections, reading=make_merged())
    assert whole(corrected)
    known = {each.iri for each in (*corrected.entities, *corrected.events, *corrected.values)}
    ends = {end for claim in corrected.claims for end in (claim.subject, claim.object) if isinstance(end, str)}
    assert {end for end in ends if end.startswith((A, NORLAND.iri)) and "ontology" not in end} <= known
    assert len({each.iri for each in corrected.entities}) == len(corrected.entities)
    assert to_quads(corrected, make_ontology())


# ---------------------------------------------------------------- the file

ALL = (
    make(Kind.CLAIM, "Osprey", "supports", "Breeze Challenge", article=A, note="they only sponsor it: no"),
    make(Kind.TYPE, "Osprey", "company", "university"),
    make(Kind.LINK, "Norland"),
    make(Kind.MERGE, "Ada Lund", "Lund"),
    make(Kind.ALIAS, "Osprey", "yes"),
)


def plain(corrections: tuple[Correction, ...]) -> list[tuple[Kind, tuple[tuple[str, str], ...]]]:
    return [(each.kind, each.parts) for each in corrections]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Every kind of correction comes back as it was, with its line."""
    path = tmp_path / "some" / FILE_NAME
    assert [add_correction(path, each) for each in ALL] == [True] * 5
    assert plain(read_corrections(path)) == plain(ALL)
    assert read_corrections(path)[0].where == f"{path}:3"
    assert path.read_text(encoding="utf-8").startswith("# Corrections of what kg reads;")


def test_a_correction_is_written_once(tmp_path: Path) -> None:
    """The same again changes nothing."""
    path = tmp_path / FILE_NAME
    assert [add_correction(path, ALL[0]), add_correction(path, ALL[0])] == [True, False]


def test_what_the_user_wrote_stays(tmp_path: Path) -> None:
    """Comments, blank lines and another margin stay when corrections are added and taken out."""
    path = tmp_path / FILE_NAME
    mine = "# mine\n\n  - correction: add alias   # why not\n    thing: Osprey\n    name: no\n\n# the end\n"
    path.write_text(mine, encoding="utf-8")
    add_correction(path, ALL[3])
    add_correction(path, ALL[0])
    assert [dict(each.parts).get("name") for each in read_corrections(path)] == ["no", "Lund", None]
    assert path.read_text(encoding="utf-8").startswith(mine.rstrip())
    assert remove_correction(path, 2).kind is Kind.MERGE
    assert remove_correction(path, 2).kind is Kind.CLAIM
    assert path.read_text(encoding="utf-8").strip() == mine.strip()


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_any_name_survives_the_file(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    """Quotes, colons, hashes, newlines and YAML's own words are names like any other, with their white space as one space."""
    path = tmp_path_factory.mktemp("any") / FILE_NAME
    wanted = [make(Kind.ALIAS, "Osprey", " ".join(name.split())) for name in names]
    for each in wanted:
        add_correction(path, each)
    assert plain(read_corrections(path)) == plain(tuple(dict.fromkeys(wanted)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- correction: reject clam\n  subject: x\n", r":1: no correction is called 'reject clam'; did you mean 'reject claim'"),
        ("- correction: add alias\n  thing: x\n", r":1: 'add alias' needs 'name'"),
        ("\n\n- correction: add alias\n  thing: x\n  nam: y\n", r":3: 'add alias' has no part 'nam'; it may have: thing, name"),
        ("- correction: reject claim\n  subject: x\n  object: y\n", "needs its 'predicate'"),
        ("corrections: 1\n", "expected a list of entries"),
        ("- one\n", "expected an entry that begins with"),
        ("- correction: [a, b]\n", "expected 'name: words'"),
        ("- correction: 'unclosed\n", "is no YAML"),
        ("- !!python/object/apply:os.system [id]\n", "expected an entry that begins with"),
        ("[" * 5000, "is no YAML"),
        ("- *none\n", "is no YAML"),
    ],
)
def test_a_broken_file_is_told_with_its_line(text: str, words: str, tmp_path: Path) -> None:
    """What is wrong is one sentence with file and line, and nothing is run."""
    path = tmp_path / FILE_NAME
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionError, match=words):
        read_corrections(path)
    with pytest.raises(CorrectionError):
        add_correction(path, ALL[0])
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"#" * 1_000_001])
def test_no_file_of_corrections(content: bytes, tmp_path: Path) -> None:
    """Binary data and what is far too large are refused."""
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    with pytest.raises(CorrectionError, match=FILE_NAME):
        read_corrections(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A file that was asked for must be there."""
    with pytest.raises(CorrectionError, match="kg correct makes one"):
        read_corrections(tmp_path / "none.yaml")


def test_an_empty_file_corrects_nothing(tmp_path: Path) -> None:
    """An empty file, or one of comments, is fine."""
    path = tmp_path / FILE_NAME
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read_corrections(path) == ()
    with pytest.raises(CorrectionError, match="has no correction 1"):
        remove_correction(path, 1)
    assert add_correction(path, ALL[0])


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """Where no file can be made, the message says how to choose another."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CorrectionError, match="--corrections"):
        add_correction(tmp_path / "file" / FILE_NAME, ALL[0])


def test_files_are_found_from_the_outside_in(tmp_path: Path) -> None:
    """A folder's corrections hold for the folders below it, and none above the output counts."""
    for place in (tmp_path, tmp_path / "out", tmp_path / "out/june"):
        place.mkdir(exist_ok=True)
        (place / FILE_NAME).write_text("", encoding="utf-8")
    assert find_files(tmp_path / "out/june", tmp_path / "out") == (tmp_path / "out" / FILE_NAME, tmp_path / "out/june" / FILE_NAME)


# ---------------------------------------------------------------- kg correct


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the invented article."""
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    write_graph(to_quads(make_reading(), make_ontology()), path)
    return path


@pytest.mark.parametrize(
    ("kind", "words", "text"),
    [
        (Kind.CLAIM, ("osprey", "supports", "the breeze challenge"), "reject claim: Osprey — supports — Breeze Challenge"),
        (Kind.CLAIM, ("Ada Lund met Bo Ek",), "reject claim: Ada Lund met Bo Ek"),
        (Kind.CLAIM, ("Ada Lund met Bo Ek", "place"), "reject claim: Ada Lund met Bo Ek — place"),
        (Kind.TYPE, ("Osprey plc",), "reject type: Osprey"),
        (Kind.TYPE, ("Osprey", "Company"), "reject type: Osprey — Company"),
        (Kind.LINK, ("norland",), "reject link: Norland"),
        (Kind.LINK, ("Norland", "http://www.wikidata.org/entity/Q990001"), "reject link: Norland — http://www.wikidata.org/entity/Q990001"),
        (Kind.MERGE, ("Ada Lund", "Lund"), "reject merge: Ada Lund — Lund"),
        (Kind.MERGE, ("lund", "Ada Lund"), "reject merge: Ada Lund — lund"),
        (Kind.ALIAS, ("Osprey", "Falcon"), "add alias: Osprey — Falcon"),
    ],
)
def test_what_a_user_points_at(graph: Path, kind: Kind, words: tuple[str, ...], text: str) -> None:
    """Names are those of the graph, whatever the case of the user's letters; what is proposed corrects something."""
    correction = propose(graph, kind, words)
    assert correction.text == text
    assert correction.part("article") == A
    assert propose(graph, kind, words, everywhere=True).part("article") is None
    assert apply(correction).corrections[0].found


def test_two_nodes_are_parted_by_their_iris(graph: Path) -> None:
    """Two IRIs of one graph are kept apart wherever they meet, in whatever article."""
    correction = propose(graph, Kind.MERGE, [OSPREY.iri, KITE.iri])
    assert (correction.is_across, correction.part("article")) == (True, None)


def test_every_fact_can_be_rejected_by_its_number(graph: Path) -> None:
    """The number that kg facts gives stands for the fact, background too, and the words are written; a quotation is no claim."""
    for number, fact in enumerate(list_facts(graph), 1):
        if fact.predicate == SAYS:
            with pytest.raises(QueryError, match=f"fact {number} is a quotation"):
                propose(graph, Kind.CLAIM, [str(number)])
            continue
        correction = propose(graph, Kind.CLAIM, [str(number)])
        assert correction.part("subject") == fact.subject
        assert apply(correction).corrections[0].found, correction.text


@pytest.mark.parametrize(
    ("kind", "words", "message"),
    [
        (Kind.CLAIM, (), r"takes: SUBJECT \[PREDICATE\] \[OBJECT\]"),
        (Kind.ALIAS, ("Osprey",), "takes: THING NAME"),
        (Kind.CLAIM, ("99",), "there is no fact 99"),
        (Kind.CLAIM, ("Ospray", "supports"), "did you mean Osprey"),
        (Kind.CLAIM, ("Osprey", "buys"), "of 'Osprey' nothing is told by 'buys'; there is: supports"),
        (Kind.CLAIM, ("Osprey", "supports", "Kite"), "there is: Breeze Challenge"),
        (Kind.CLAIM, ("storage",), "no fact is told of 'storage'"),
        (Kind.TYPE, ("Osprey", "city"), "Osprey is no city; it is: Company"),
        (Kind.LINK, ("Osprey",), "it has: none"),
        (Kind.MERGE, ("Osprey", "Kite"), "it is called: Osprey, Osprey plc"),
        (Kind.MERGE, ("Osprey", "Osprey", "Osprey sank"), "the article does not say 'Osprey sank'"),
        (Kind.MERGE, ("Osprey", "Osprey", "Kite Labs"), "'Osprey' does not stand in 'Kite Labs'"),
    ],
)
def test_what_is_not_there_cannot_be_corrected(graph: Path, kind: Kind, words: tuple[str, ...], message: str) -> None:
    """A correction of nothing is refused, and what there is is named."""
    with pytest.raises((CorrectionError, QueryError), match=message):
        propose(graph, kind, words)


# ---------------------------------------------------------------- builds

SHORT = "Acme to buy Beta for $3 million\n\nAcme Inc will buy Beta Ltd for $3 million, said Jane Doe, president of Acme Inc.\n"


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A small article in a file."""
    path = tmp_path / "short.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path


def test_corrections_survive_a_rebuild(short: Path, tmp_path: Path, nlp: object) -> None:  # noqa: ARG001
    """What is corrected beside the graph stays corrected in every build, and the graph says by what."""
    out, reader = tmp_path / "out", Reader()
    (graph,) = pipeline.build(short, out, formats=("ttl",), reader=reader).files
    add_correction(out / FILE_NAME, propose(graph, Kind.CLAIM, ["1"]))
    first = list_facts(graph)
    for _ in range(2):
        built = pipeline.build(short, out, formats=("ttl",), reader=reader)
        assert first[0].sentence not in [fact.sentence for fact in list_facts(graph)]
        assert [each.found for each in built.reading.corrections] == [True]
    told = tell_corrections(read_store(graph))
    assert told == (f"reject claim: {first[0].subject}",) or told[0].startswith(f"reject claim: {first[0].subject}")
    assert format_corrections(told).startswith("Corrected by you:\n     reject claim: ")
    remove_correction(out / FILE_NAME, 1)
    pipeline.build(short, out, formats=("ttl",), reader=reader)
    assert list_facts(graph) == first


NAMESAKES = """Tarn Steel sued

Marta Dahl runs Tarn Steel, a steelmaker in Bergen.

Dahl sued Orla Energy in March. He founded Nordlys Legal in 2010.
"""


def test_names_of_one_article_are_kept_apart(tmp_path: Path) -> None:
    """Two names that were taken for one person's are two persons in every later build, for pronouns and events too."""
    source, out, reader = tmp_path / "dahl.txt", tmp_path / "out", Reader()
    source.write_text(NAMESAKES, encoding="utf-8")
    (graph,) = pipeline.build(source, out, formats=("ttl",), reader=reader).files
    assert founders(graph) == set()
    add_correction(out / FILE_NAME, propose(graph, Kind.MERGE, ["Marta Dahl", "Dahl"]))
    for _ in range(2):
        built = pipeline.build(source, out, formats=("ttl",), reader=reader)
        assert [each.found for each in built.reading.corrections] == [True]
        persons = {each.label: each.aliases for each in built.reading.entities if each.class_iri == PERSON}
        assert persons == {"Marta Dahl": (), "Dahl": ()}
        assert founders(graph) == {"Dahl"}
    assert tell_corrections(read_store(graph)) == ("reject merge: Marta Dahl — Dahl",)
    remove_correction(out / FILE_NAME, 1)
    built = pipeline.build(source, out, formats=("ttl",), reader=reader)
    assert [each.aliases for each in built.reading.entities if each.class_iri == PERSON] == [("Dahl",)]


NAMESAKE_FIRMS = """Halden Rail Group grows

Halden Rail Group bought Orla Energy in March.

In Peru, Halden Rail Group employs 40 people.
"""


def test_namesakes_of_one_article_are_kept_apart(tmp_path: Path) -> None:
    """Two things of one name are two nodes, even of a kind that articles share by name."""
    source, out, reader = tmp_path / "halden.txt", tmp_path / "out", Reader()
    source.write_text(NAMESAKE_FIRMS, encoding="utf-8")
    (graph,) = pipeline.build(source, out, formats=("ttl",), reader=reader).files
    correction = propose(graph, Kind.MERGE, ["Halden Rail Group", "Halden Rail Group", "In Peru,  Halden Rail Group"])
    assert correction.text == "reject merge: Halden Rail Group — Halden Rail Group — in: In Peru, Halden Rail Group"
    add_correction(out / FILE_NAME, correction)
    built = pipeline.build(source, out, formats=("ttl",), reader=reader)
    assert [each.found for each in built.reading.corrections] == [True]
    firms = {each.iri for each in built.reading.entities if each.label == "Halden Rail Group"}
    assert len(firms) == 2
    (employer,) = {claim.subject for claim in built.reading.claims if claim.predicate == to_iri("news:employs")}
    (buyer,) = {claim.object for claim in built.reading.claims if claim.predicate == to_iri("news:buyer")}
    assert {employer, buyer} == firms


def founders(graph: Path) -> set[str]:
    """Who is told to have founded something."""
    return {filler for fact in list_facts(graph) for role, filler in fact.roles if role == "founder"}


def test_names_that_are_two_things_anyway_leave_nothing_to_correct(tmp_path: Path) -> None:
    """A correction that parts what no build would join is told to have found nothing."""
    source, out = tmp_path / "dahl.txt", tmp_path / "out"
    source.write_text(NAMESAKES, encoding="utf-8")
    add_correction(tmp_path / "mine.yaml", make(Kind.MERGE, "Marta Dahl", "Orla Energy"))
    built = pipeline.build(source, out, formats=("ttl",), reader=Reader(corrections=tmp_path / "mine.yaml"))
    assert [each.found for each in built.reading.corrections] == [False]


def test_a_correction_is_told_and_is_no_node() -> None:
    """What the user corrected stands in the graph and in kg facts, and neither on the page nor in GraphML."""
    corrected = apply(make(Kind.CLAIM, "Osprey", "supports", "Breeze Challenge", note="it only spoke there"))
    quads = to_quads(corrected, make_ontology())
    (correction,) = {quad.subject for quad in quads if quad.object == to_iri("news:Correction")}
    plain = set(to_network(to_quads(replace(corrected, corrections=()), make_ontology())).nodes)
    assert set(to_network(quads).nodes) == plain
    assert correction not in format_graphml(quads)
    assert "it only spoke there" not in to_page(quads)


def test_a_file_that_is_named_takes_the_place_of_those_found(short: Path, tmp_path: Path) -> None:
    """With a file of one's own, those beside the graphs are not looked at."""
    mine, out = tmp_path / "mine.yaml", tmp_path / "out"
    out.mkdir()
    (out / FILE_NAME).write_text("broken", encoding="utf-8")
    add_correction(mine, make(Kind.ALIAS, "Acme Inc", "ACM"))
    built = pipeline.build(short, out, formats=("ttl",), reader=Reader(corrections=mine))
    assert any("ACM" in each.aliases for each in built.reading.entities)


def test_broken_corrections_stop_a_build(short: Path, tmp_path: Path) -> None:
    """A file that cannot be understood is told, and nothing is written against the user's will."""
    out = tmp_path / "out"
    out.mkdir()
    (out / FILE_NAME).write_text("broken", encoding="utf-8")
    with pytest.raises(CorrectionError, match="expected a list"):
        pipeline.build(short, out)
    assert [path.name for path in out.iterdir()] == [FILE_NAME]


def test_a_background_fact_without_a_label_is_no_trouble() -> None:
    """Nodes that nothing names are called by their IRI."""
    fact = BackgroundFact(Iri("https://example.org/x"), readings.BACKGROUND_FACTS[0].predicate, NORLAND.iri)
    corrected = apply(make(Kind.CLAIM, "https://example.org/x"), reading=replace(make_reading(), background=(fact,)))
    assert corrected.background == ()
