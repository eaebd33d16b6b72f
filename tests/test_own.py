"""The user's own list: what it may hold, what it changes, and that nothing that was kept is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_resolve import read

from kg.background import find_own_list, open_background
from kg.cli import main
from kg.errors import KgError
from kg.namespaces import ENTITY, to_iri
from kg.storing import build_store, hash_own_list, status

CSV = """name,class,wikidata,wikipedia,geonames,iri,aliases
Halden Robotics,Company,Q900001,,,,Halden Robots|HALROB
Orbix Systems,Company,,Orbix Systems,,,
"Quell, Lind & Sons",Company,,,,https://register.example/quell,
Maria Keller,Person,,,,https://people.example/keller,
"""
TURTLE = """@prefix schema: <https://schema.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix news: <https://w3id.org/kg-news/ontology#> .
<https://register.example/halden> a news:Company ; rdfs:label "Halden Robotics" ; schema:alternateName "HALROB" ;
    owl:sameAs <http://www.wikidata.org/entity/Q900001> ; schema:sameAs <https://en.wikipedia.org/wiki/Halden_Robotics> .
"""
TEXT = "Halden Robotics bought Orbix Systems in May. Maria Keller, chief executive of Halden Robotics, met Tomas Lind in Oslo."


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of one's own that nobody else has."""
    monkeypatch.setenv("KG_KB", str(tmp_path / "data/kb.sqlite"))
    return tmp_path / "data/kb.sqlite"


def write(folder: Path, text: str, name: str = "list.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def links(text: str, label: str) -> set[str]:
    return {link for entity in read(text).entities if entity.label == label for link in (*entity.same_as, *entity.pages)}


@pytest.mark.usefixtures("index")
def test_a_list_links_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is on the list is linked by name and alias, with IRIs as the knowledge base makes them; persons by the list alone."""
    assert links(TEXT, "Halden Robotics") == set()
    assert main(["kb", "add", write(tmp_path, CSV)]) == 0
    assert "4 added, 0 replaced" in capsys.readouterr().out
    reading = read(TEXT)
    iris = {entity.label: entity.iri for entity in reading.entities}
    assert iris["Halden Robotics"] == f"{ENTITY}Q900001"
    assert iris["Orbix Systems"] == f"{ENTITY}wikipedia-Orbix_Systems"
    assert links(TEXT, "Maria Keller") == {"https://people.example/keller"}
    assert links("The company HALROB opened a plant in Oslo.", "HALROB") == {"http://www.wikidata.org/entity/Q900001"}
    assert main(["kb", "remove", "Halden Robotics", "https://people.example/keller"]) == 0
    assert links(TEXT, "Halden Robotics") == links(TEXT, "Maria Keller") == set()


@pytest.mark.usefixtures("index")
def test_turtle_says_the_same(tmp_path: Path) -> None:
    """A list in Turtle has its classes, labels, further names and links."""
    assert main(["kb", "add", write(tmp_path, TURTLE, "list.ttl")]) == 0
    (known,) = open_background().find_known("halrob")
    assert (known.iri, known.class_iri) == (f"{ENTITY}Q900001", to_iri("news:Company"))
    assert known.same_as == ("https://register.example/halden", "http://www.wikidata.org/entity/Q900001")
    assert known.pages == ("https://en.wikipedia.org/wiki/Halden_Robotics",)


@pytest.mark.usefixtures("index")
def test_the_class_counts(tmp_path: Path) -> None:
    """A person is no company of that name."""
    assert main(["kb", "add", write(tmp_path, "name,class,wikidata\nTomas Lind,Company,Q900002\n")]) == 0
    assert links(TEXT, "Tomas Lind") == set()


def test_it_can_be_listed_and_emptied(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The list tells what it holds; what is added again is replaced; the last one takes the file along."""
    main(["kb", "add", write(tmp_path, CSV)])
    main(["kb", "add", write(tmp_path, "name,class,wikidata\nHalden,Company,Q900001\n")])
    assert "0 added, 1 replaced" in capsys.readouterr().out
    main(["kb", "list"])
    told = capsys.readouterr().out
    assert "Halden  " in told
    assert "4 in " in told
    assert main(["kb", "remove", "Halden", "Orbix Systems", "Quell, Lind & Sons", "Maria Keller"]) == 0
    assert not index.exists()


HEAD = "name,class,wikidata,geonames,iri\n"
BAD = [
    ("", "lacks the column name"),
    ("name,class\nAcme,Company\n", ":2: Acme has no id"),
    ("name,class,colour\nAcme,Company,red\n", "unknown column 'colour'"),
    (f"{HEAD}Acme,Compny,Q1,,\n", "no class is called 'Compny'"),
    (f"{HEAD}Acme,Company,12,,\n", "'12' is no wikidata id"),
    (f"{HEAD}Acme,Company,,x1,\n", "'x1' is no geonames id"),
    (f"{HEAD}Acme,Company,,,not an iri\n", "is no iri id"),
    (f"{HEAD},Company,Q1,,\n", "has no name"),
    (f"{HEAD}Acme,Company,Q1\n", "more or fewer fields"),
    (f"{HEAD}Acme,Company,Q1,,,,,\n", "more or fewer fields"),
    (f'{HEAD}"Acme,Company,Q1,,\n', "cannot be read"),
    (HEAD, "lists nothing"),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_a_bad_list_changes_nothing(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str) -> None:
    """One clear sentence, and what was kept is kept."""
    main(["kb", "add", write(tmp_path, CSV)])
    before = index.read_bytes()
    capsys.readouterr()
    assert main(["kb", "add", write(tmp_path, text, "bad.csv")]) == 1
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert index.read_bytes() == before


@pytest.mark.parametrize(("name", "data"), [("a.csv", b"name,class\n\xff\xfe,x\n"), ("b.ttl", b"<a> nonsense"), ("none.csv", None)])
def test_a_broken_file_is_told(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None) -> None:
    """No UTF-8, no Turtle, no file."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert main(["kb", "add", str(tmp_path / name)]) == 1
    assert name in capsys.readouterr().err
    assert not index.exists()


def test_an_unknown_name_is_not_removed(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All or none are removed, and the nearest name is told."""
    main(["kb", "add", write(tmp_path, CSV)])
    before = index.read_bytes()
    assert main(["kb", "remove", "Orbix Systems", "Halden Robotic"]) == 1
    assert "did you mean Halden Robotics?" in capsys.readouterr().err
    assert index.read_bytes() == before


def test_an_index_that_is_none_is_told(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no index stops with a sentence."""
    index.parent.mkdir()
    index.write_text("nonsense", encoding="utf-8")
    assert main(["kb", "list"]) == 1
    assert "is no list of kg's" in capsys.readouterr().err


def test_a_broken_index_stops_a_reading_with_a_sentence(index: Path) -> None:
    """What cannot be asked is told, not passed over."""
    index.parent.mkdir()
    index.write_text("nonsense", encoding="utf-8")
    with pytest.raises(KgError, match="kg kb add"):
        read(TEXT)


def test_where_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """KG_KB names the file, else the folder for data does."""
    monkeypatch.delenv("KG_KB")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert find_own_list() == Path("/data/kg/kb.sqlite")
    monkeypatch.setenv("KG_KB", "/mine.sqlite")
    assert find_own_list() == Path("/mine.sqlite")
    assert os.environ["KG_KB"]


def test_same_lists_same_bytes(index: Path, tmp_path: Path) -> None:
    """The index is a function of what it holds."""
    main(["kb", "add", write(tmp_path, CSV)])
    first = index.read_bytes()
    index.unlink()
    lines = CSV.splitlines(keepends=True)
    main(["kb", "add", write(tmp_path, "".join([lines[0], *reversed(lines[1:])]))])
    assert index.read_bytes() == first


@pytest.mark.usefixtures("index")
def test_a_list_makes_a_store_stale(tmp_path: Path) -> None:
    """Articles that were read without the list are stale, and up to date when they are read again."""
    article = tmp_path / "a.txt"
    article.write_text(f"{TEXT}\n", encoding="utf-8")
    list(build_store([str(article)], tmp_path / "store"))
    assert hash_own_list() == ""
    main(["kb", "add", write(tmp_path, CSV)])
    (state,) = status(tmp_path / "store")
    assert state.reasons == ("your own list of things has changed (kg kb)",)
    list(build_store([str(article)], tmp_path / "store"))
    (state,) = status(tmp_path / "store")
    assert state.reasons == ()
