"""The ontology: what the compiler makes of the annotations, what the checks find, and what the cache keeps."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.namespaces import OWL, PREFIXES, SKOS, to_iri
from kg.ontology import Ontology, Sense, check_ontology, describe_ontology, load_ontology
from kg.ontology.cache import find_cache_file, write_cache
from kg.ontology.check import find_conflicts, find_double_nouns, find_shape_faults
from kg.ontology.read import Annotations, find_files, read_annotations
from kg.records import Iri

HEAD = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items()) + "@prefix my: <https://example.org/my#> .\n"
DECLARED = """
my:Impounding a owl:Class ; rdfs:subClassOf news:Event ;
    rdfs:label "impounding"@en ; rdfs:comment "An impounding."@en ; lex:example "They impounded it."@en .
my:taker a owl:ObjectProperty ; rdfs:label "by"@en ; rdfs:comment "Who."@en ; rdfs:domain my:Impounding ; rdfs:range news:Agent .
my:taken a owl:ObjectProperty ; rdfs:label "of"@en ; rdfs:comment "What."@en ; rdfs:domain my:Impounding ; rdfs:range rdfs:Resource .
my:Impounding lex:role
    [ lex:fills my:taker ; lex:slot "by", "subj" ; lex:type news:Agent ; lex:key true ] ,
    [ lex:fills my:taken ; lex:slot "obj" ; lex:type schema:Product ; lex:need true ] .
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def make_folder(tmp_path: Path, turtle: str, *, declared: str = DECLARED) -> list[Path]:
    folder = tmp_path / "own"
    folder.mkdir(exist_ok=True)
    (folder / "own.ttl").write_text(HEAD + declared + turtle, encoding="utf-8")
    return [folder]


def compile_own(tmp_path: Path, turtle: str) -> Ontology:
    return load_ontology(make_folder(tmp_path, turtle), cache=False)


def find_own(ontology: Ontology, word: str, pos: str = "verb") -> Sense:
    (sense,) = (sense for sense in ontology.senses[pos, word] if sense.target.startswith("https://example.org/"))
    return sense


def name_roles(sense: Sense) -> list[str]:
    return [re.split("[#/]", role.fills)[-1] for role in sense.roles]


@cache
def shipped() -> Ontology:
    return load_ontology(cache=False)


@cache
def annotations() -> Annotations:
    return read_annotations(find_files(None))


# ---------------------------------------------------------------- compile rules


def test_roles_choose_in_order(tmp_path: Path) -> None:
    """Needed roles choose before optional ones, a class's own before those of every event, narrow types before wide ones."""
    names = name_roles(find_own(compile_own(tmp_path, 'my:Impounding lex:sense [ lex:verb "sequestrate" ] .'), "sequestrate"))
    assert names[:2] == ["taken", "taker"]
    assert set(names[2:]) == {"date", "period", "place", "purpose", "cause", "during", "describedAs"}
    assert names.index("date") < names.index("place") < names.index("purpose")


def test_own_and_common_roles_are_told_apart(tmp_path: Path) -> None:
    """Only the roles that news:Event gives to all its subclasses are not own."""
    sense = find_own(compile_own(tmp_path, 'my:Impounding lex:sense [ lex:verb "sequestrate" ] .'), "sequestrate")
    assert {name for name, role in zip(name_roles(sense), sense.roles, strict=True) if role.own} == {"taken", "taker"}


def test_a_sense_replaces_only_what_it_names(tmp_path: Path) -> None:
    """A role named in a sense gets new slots and keeps types, need and key."""
    turtle = 'my:Impounding lex:sense [ lex:verb "return" ; lex:role [ lex:fills my:taken ; lex:slot "subj" ] ] .'
    role = find_own(compile_own(tmp_path, turtle), "return").roles[0]
    assert (role.slots, role.types, role.need) == (("subj",), (to_iri("schema:Product"),), True)


def test_a_sense_may_drop_a_role(tmp_path: Path) -> None:
    """lex:without leaves out an inherited role."""
    sense = find_own(compile_own(tmp_path, 'my:Impounding lex:sense [ lex:verb "return" ; lex:without my:taker ] .'), "return")
    assert "taker" not in name_roles(sense)


def test_slots_have_an_order(tmp_path: Path) -> None:
    """Slots without order are put in the order of preference; an RDF list keeps its own."""
    turtle = 'my:Impounding lex:sense [ lex:verb "return" ; lex:role [ lex:fills my:taken ; lex:slot ( "on" "obj" ) ] ] .'
    taken, taker = find_own(compile_own(tmp_path, turtle), "return").roles[:2]
    assert taken.slots == ("on", "obj")
    assert taker.slots == ("subj", "by")


def test_subclasses_inherit_roles(tmp_path: Path) -> None:
    """A subclass has the roles of the classes above it, and its own word on them counts."""
    turtle = """my:Return a owl:Class ; rdfs:subClassOf my:Impounding ; lex:sense [ lex:verb "return" ] ;
        lex:role [ lex:fills my:taken ; lex:slot "of" ] ."""
    sense = find_own(compile_own(tmp_path, turtle), "return")
    assert sense.roles[0].slots == ("of",)
    assert sense.roles[0].types == (to_iri("schema:Product"),)
    assert sense.roles[1].own


def test_a_property_needs_both_ends() -> None:
    """A plain relation needs subject and object, with domain and range as types unless the sense says otherwise."""
    for sense in (sense for sense in shipped().senses["verb", "own"] if sense.kind == "property"):
        assert {role.fills for role in sense.roles if role.need} == {to_iri("rdf:subject"), to_iri("rdf:object")}
        assert all(role.types for role in sense.roles)


def test_every_post_noun_founds_a_membership() -> None:
    """lex:nounOf org:Role stands for all nouns of all posts."""
    senses = [sense for sense in shipped().senses["noun", "vice chair"] if sense.target == to_iri("org:Membership")]
    assert senses
    assert all(set(shipped().post_nouns) <= set(sense.words) for sense in senses)


def test_a_folder_adds_words_to_a_group(tmp_path: Path) -> None:
    """A group holds the words of every file, of whatever part of speech, in lower case."""
    group = compile_own(tmp_path, 'lex:Firm lex:noun "Outfit" .').group(to_iri("lex:Firm"))
    assert {"outfit", "company"} <= group
    assert compile_own(tmp_path, "").group(to_iri("lex:Unheard")) == frozenset()


def test_superclasses_come_nearest_first() -> None:
    """A class's supers are in order of distance."""
    supers = shipped().classes[to_iri("news:Resignation")].supers
    assert supers.index(to_iri("news:Departure")) < supers.index(to_iri("news:Undertaking")) < supers.index(to_iri("prov:Activity"))


@pytest.mark.parametrize(
    ("lower", "upper"),
    [
        ("news:Country", "schema:Place"),
        ("news:Country", "org:Organization"),
        ("news:Country", "news:Agent"),
        ("news:Government", "schema:GovernmentOrganization"),
        ("news:ResearchLab", "news:Site"),
        ("news:ResearchLab", "schema:Organization"),
        ("news:Conviction", "news:Verdict"),
        ("schema:Person", "prov:Agent"),
    ],
)
def test_hierarchy(lower: str, upper: str) -> None:
    """The hierarchy that the roles' types lean on."""
    assert shipped().is_a(to_iri(lower), to_iri(upper))


def test_country_and_government_are_two() -> None:
    """A state is no government organisation, and a government no country."""
    assert not shipped().is_a(to_iri("news:Government"), to_iri("news:Country"))
    assert not shipped().is_a(to_iri("news:Country"), to_iri("schema:Organization"))


def test_stances_and_speech_verbs() -> None:
    """Stances stand in a table of their own; the verbs of report are the speech verbs."""
    ontology = shipped()
    assert ("verb", "mull") in ontology.stances
    assert ("verb", "mull") not in ontology.senses
    assert ("adv", "allegedly") in ontology.stances
    assert {"say", "tell", "add"} <= ontology.speech_verbs


# ---------------------------------------------------------------- errors


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("my:Impounding lex:sense [ lex:lacks 'obj' ] .", "own.ttl, .*Impounding: a sense without a word"),
        (
            "my:Impounding lex:sense [ lex:verb 'zap' ; lex:role [ lex:fills my:nothing ; lex:slot 'subj' ] ] .",
            "Impounding, 'zap'.*nothing is no property",
        ),
        ("my:Impounding lex:sense [ lex:verb 'zap' ; lex:role [ lex:slot 'subj' ] ] .", "'zap': a lex:role without lex:fills"),
        ("my:Impounding lex:sense [ lex:verb 'zap' ; lex:role [ lex:fills news:target ] ] .", "'zap': no lex:slot for news:target"),
        (
            "my:Impounding lex:sense [ lex:verb 'zap' ; lex:role [ lex:fills my:taken ; lex:type my:Nothing ] ] .",
            "'zap': .*Nothing is no class",
        ),
        (
            (
                "my:Impounding lex:sense [ lex:verb 'zap' ;"
                " lex:role [ lex:fills lex:anchor ; lex:slot 'obj' ] , [ lex:fills lex:anchor ; lex:slot 'in' ] ] ."
            ),
            "'zap': two roles fill lex:anchor",
        ),
        (
            "my:Impounding lex:role [ lex:fills my:taken ; lex:slot 'of' ] ; lex:sense [ lex:verb 'zap' ] .",
            "own.ttl, .*Impounding: two roles fill .*taken",
        ),
        ("my:nowhere lex:sense [ lex:verb 'zap' ] .", "own.ttl, .*nowhere: a sense stands on a class, a property or a stance"),
        ("my:Impounding lex:sense [ lex:verb 'zap' .", r"own.ttl:\d+: broken Turtle"),
        (
            (
                "my:Impounding lex:sense [ lex:verb _:list ] . _:list <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 'zap' ;"
                " <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:list ."
            ),
            "an RDF list that goes in a circle",
        ),
    ],
)
def test_errors_name_file_frame_and_word(tmp_path: Path, turtle: str, message: str) -> None:
    """What cannot be compiled is refused, with file, frame and word."""
    with pytest.raises(OntologyError, match=message):
        compile_own(tmp_path, turtle)


def test_a_folder_without_turtle_is_refused(tmp_path: Path) -> None:
    """A folder that holds no ontology is an error, not an empty ontology."""
    with pytest.raises(OntologyError, match="no Turtle found"):
        load_ontology([tmp_path])


# ---------------------------------------------------------------- checks


CONFLICT = """my:Callback a owl:Class ; rdfs:subClassOf news:Event ;
    lex:role [ lex:fills my:taken ; lex:slot "obj" ; lex:type %s ; lex:need true ] ; lex:sense [ lex:verb "sequestrate" %s ] .
    my:Impounding lex:sense [ lex:verb "sequestrate" ] ."""


@pytest.mark.parametrize(
    ("types", "more", "is_conflict"),
    [
        ("schema:Product", "", True),
        ("schema:Person", "", False),
        ("news:Vehicle", "", False),
        ("schema:Product, schema:Person", "", False),
        ("news:Vehicle, schema:Person", "", True),
        ("schema:Product", '; lex:lacks "obj"', False),
        ("schema:Product", '; lex:role [ lex:fills lex:anchor ; lex:slot "from" ; lex:need true ]', False),
    ],
)
def test_conflicts(tmp_path: Path, types: str, more: str, is_conflict: bool) -> None:
    """Two senses are in conflict when slots and types of all needed roles overlap and neither sense is the narrower."""
    faults = find_conflicts(compile_own(tmp_path, CONFLICT % (types, more)))
    assert bool(faults) == is_conflict
    assert all("'sequestrate'" in fault and "Impounding" in fault and "Callback" in fault for fault in faults)


def test_a_noun_with_two_classes_is_found(tmp_path: Path) -> None:
    """A noun names one class."""
    files = find_files(make_folder(tmp_path, 'my:Impounding lex:noun "carmaker" .'))
    assert any("'carmaker'" in fault and "news:Company" in fault for fault in find_double_nouns(read_annotations(files)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ('my:Impounding lex:sense [ lex:verb "take office" ] .', "'take office': a verb is its lemma"),
        ('my:Impounding lex:sense [ lex:verb "zap" ; lex:suport "make" ] .', "'zap': a sense may hold"),
        ('my:Impounding lex:sense [ lex:verb "zap" ; lex:support "make" ] .', "'zap': lex:support belongs to a noun"),
        ('my:Impounding lex:sense [ lex:noun "zap" ; lex:bare false ] .', "'zap': lex:bare false asks for lex:support"),
        ('my:Impounding lex:sense [ lex:verb "zap" ; lex:role [ lex:fills my:taken ; lex:ned true ] ] .', "'zap': a role may hold"),
        ('my:Impounding lex:sense [ lex:verb "zap" ; lex:role [ lex:fills my:taken ; lex:need "yes" ] ] .', "lex:need is true or false"),
        ('lex:planned lex:sense [ lex:verb "zap" ; lex:scope "clause" ] .', "'zap': lex:scope names the slot"),
        ("my:Thing a owl:Class .", "my#Thing: a class has a label and a comment"),
        ("my:thing a owl:ObjectProperty .", "my#thing: a property has one domain"),
        ('my:fixer a org:Role ; rdfs:label "fixer"@en .', "my#fixer: a post has a noun"),
        ('my:Impounding lex:telling ( "sequestrate" ) .', "lex:tellingPlanned"),
        ('my:Ships a lex:WordGroup ; rdfs:label "ships"@en ; lex:noun "ship" .', "my#Ships: a word group has a comment"),
        ('my:Ships a lex:WordGroup ; rdfs:label "ships"@en ; rdfs:comment "Ships."@en .', "my#Ships: a word group has words"),
        (
            'my:Plain a owl:Class ; rdfs:label "p"@en ; rdfs:comment "P."@en ; lex:sense [ lex:verb "zap" ] .',
            "what has a sense has a label, a comment and a lex:example",
        ),
    ],
)
def test_shapes_catch(tmp_path: Path, turtle: str, message: str) -> None:
    """The shapes refuse an annotation that is put wrongly, and say where."""
    annotations = read_annotations(make_own_files(tmp_path, turtle))
    assert any(message in fault for fault in find_shape_faults(annotations)), find_shape_faults(annotations)


def make_own_files(tmp_path: Path, turtle: str) -> list[Path]:
    """Only the user's files, since the shipped ones are checked once below."""
    (folder,) = make_folder(tmp_path, turtle)
    return sorted(folder.glob("*.ttl"))


@pytest.mark.slow
def test_the_shipped_ontology_has_no_fault() -> None:
    """No conflict, no noun with two classes, nothing that the shapes refuse."""
    assert check_ontology() == ()


# ---------------------------------------------------------------- cache


def test_the_cache_gives_back_the_same(tmp_path: Path) -> None:
    """What comes from the cache equals what was compiled."""
    folders = make_folder(tmp_path, 'my:Impounding lex:sense [ lex:verb "sequestrate" ] .')
    first = load_ontology(folders)
    assert find_cache_file(first.hash).is_file()
    assert load_ontology(folders) == first == load_ontology(folders, cache=False)


def test_the_cache_is_found_by_content(tmp_path: Path) -> None:
    """Another content is another cache entry, whatever the file's date; the same content in another place is the same."""
    first = load_ontology(make_folder(tmp_path, 'my:Impounding lex:sense [ lex:verb "sequestrate" ] .'))
    second = load_ontology(make_folder(tmp_path, 'my:Impounding lex:sense [ lex:verb "return" ] .'))
    assert first.hash != second.hash
    assert ("verb", "return") in second.senses
    (tmp_path / "elsewhere").mkdir()
    assert load_ontology(make_folder(tmp_path / "elsewhere", 'my:Impounding lex:sense [ lex:verb "return" ] .')).hash == second.hash


@pytest.mark.parametrize("damage", [b"", b"\n{}", b"not json", b"\xff\xfe"])
def test_a_damaged_cache_is_built_anew(tmp_path: Path, damage: bytes) -> None:
    """A cache file that is cut off or overwritten does no harm, and is replaced."""
    folders = make_folder(tmp_path, 'my:Impounding lex:sense [ lex:verb "sequestrate" ] .')
    first = load_ontology(folders)
    file = find_cache_file(first.hash)
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert load_ontology(folders) == first
    assert file.read_bytes() == whole


def test_the_cache_keeps_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old entries go when new ones come, so that the cache does not grow with every edit of the Turtle."""
    monkeypatch.setattr("kg.ontology.cache.KEPT", 2)
    ontology = load_ontology()
    for number in range(4):
        write_cache(replace(ontology, hash=f"{number}" * 64))
    assert len(list(find_cache_file("").parent.iterdir())) == 2
    assert find_cache_file("3" * 64).is_file()


def test_a_cache_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a cache the ontology is compiled each time."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load_ontology().senses


# ---------------------------------------------------------------- the shipped vocabulary


def test_every_class_and_property_is_explained() -> None:
    """Each has a label and a comment."""
    for info in (*shipped().classes.values(), *shipped().properties.values()):
        assert info.label, info.iri
        if info.iri.startswith(PREFIXES["news"]):
            assert info.comment, info.iri


def test_every_frame_has_an_example_and_every_event_a_telling() -> None:
    """What can be said has a sentence that says it; an event class has pieces for a label, with roles it has."""
    ontology = shipped()
    targets = {sense.target: sense for group in ontology.senses.values() for sense in group}
    for target, sense in targets.items():
        info = ontology.classes.get(target) or ontology.properties[target]
        assert info.example, target
        if target in ontology.classes:
            pieces = (*ontology.classes[target].telling, *ontology.classes[target].telling_planned)
            assert ontology.classes[target].telling, target
            assert ontology.classes[target].telling_planned, target
            names = {re.split("[#/]", role.fills)[-1] for role in _all_roles(ontology, target)}
            assert {name for piece in pieces for name in re.findall(r"\{(\w+)\}", piece)} <= names, (target, sense.words)


def _all_roles(ontology: Ontology, target: Iri) -> set[object]:
    return {role for group in ontology.senses.values() for sense in group if sense.target == target for role in sense.roles}


def test_roles_are_properties_with_domain() -> None:
    """Every role that a sense fills is declared, and its domain admits the class."""
    ontology = shipped()
    for group in ontology.senses.values():
        for sense in group:
            if sense.kind == "event":
                for role in sense.roles:
                    if role.fills != to_iri("lex:anchor"):
                        domain = ontology.properties[role.fills].domain
                        assert not domain or any(ontology.is_a(sense.target, iri) for iri in domain), (sense.target, role.fills)


def test_events_ask_for_something() -> None:
    """No event sense is content with its trigger alone, so that a stray word founds nothing."""
    for group in shipped().senses.values():
        for sense in group:
            assert any(role.need for role in sense.roles), (sense.target, sense.words[:3])


def test_posts_lead_to_posts() -> None:
    """Every wider post is a post, and every post has a label."""
    from rdflib import URIRef

    posts = shipped().post_labels
    assert all(posts.values())
    for wider in annotations().graph.objects(None, URIRef(SKOS + "broader")):
        assert str(wider) in posts


def test_the_ontology_names_itself() -> None:
    """There is one owl:Ontology, with a version."""
    from rdflib import RDF, URIRef

    graph = annotations().graph
    (ontology,) = graph.subjects(RDF.type, URIRef(OWL + "Ontology"))
    assert graph.value(ontology, URIRef(OWL + "versionInfo")) is not None


def test_the_description_shows_every_frame() -> None:
    """The page has each frame's label, example and words."""
    text = describe_ontology(shipped())
    for info in (shipped().classes[to_iri("news:Opening")], shipped().properties[to_iri("news:leads")]):
        assert info.label in text
        assert f'"{info.example}"' in text
    assert "verb inaugurate" in text or "inaugurate" in text
    assert "lex:planned" in text


def test_the_document_s_own_vocabulary_works(tmp_path: Path) -> None:
    """The example at the end of docs/lexicon.md loads and is without fault."""
    page = (Path(__file__).parent.parent / "docs/lexicon.md").read_text(encoding="utf-8")
    turtle = page.split("```turtle\n")[-1].split("```")[0]
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "own.ttl").write_text(turtle, encoding="utf-8")
    ontology = load_ontology([folder], cache=False)
    assert find_own(ontology, "christen")
    assert find_conflicts(replace(ontology, senses={key: group for key, group in ontology.senses.items() if "christen" in key[1]})) == ()
