"""The composition: articles in, files out, all of an article's files or none, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Graph

import kg
from kg import outputs, pipeline
from kg.errors import GraphError, InputError, KgError, ModelError
from kg.pipeline import Build, Reader, build, build_all, to_stem
from kg.records import NEWS_BLOCKS, Reading
from tests.privileges import as_nobody

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "data/articles/microsoft-japan.txt"
SHORT = "Acme to buy Beta for $3 million\n\nAcme Inc will buy Beta Ltd for $3 million, said Jane Doe, president of Acme Inc.\n"


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A small article in a file."""
    path = tmp_path / "short.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path


class TestRead:
    def test_every_quote_is_true(self, reading: Reading) -> None:
        """All spans of a reading lie within the text, and the sentences of attestations within blocks that carry news."""
        news = [block.span for block in reading.article.blocks if block.kind in NEWS_BLOCKS]
        for attestation in reading.attestations:
            assert any(span.covers(attestation.sentence) for span in news)
            assert attestation.sentence.covers(attestation.trigger)

    def test_claims_name_what_the_reading_holds(self, reading: Reading) -> None:
        """Every claim has an attestation, and every attestation a claim."""
        assert {claim.iri for claim in reading.claims} == {attestation.claim for attestation in reading.attestations}

    def test_the_same_reading_every_time(self, reading: Reading) -> None:
        """Reading twice gives equal records."""
        assert kg.read(ARTICLE) == reading


class TestBuild:
    def test_all_formats_by_default(self, built: Build) -> None:
        """Turtle, TriG and the page, named after the article."""
        assert [path.name for path in built.files] == ["microsoft-japan.ttl", "microsoft-japan.trig", "microsoft-japan.html"]
        assert all(path.stat().st_size for path in built.files)

    def test_the_graph_is_what_was_written(self, built: Build) -> None:
        """The rdflib graph in hand and the Turtle on disk are the same."""
        assert set(built.graph) == set(Graph().parse(built.files[0]))

    def test_the_same_bytes_every_time(self, built: Build, tmp_path: Path) -> None:
        """A second build writes byte for byte what the first wrote."""
        again = build(ARTICLE, tmp_path)
        assert [path.read_bytes() for path in again.files] == [path.read_bytes() for path in built.files]

    def test_facts_only(self, short: Path, tmp_path: Path) -> None:
        """Without claims and evidence the graph is smaller, and a part of the whole."""
        whole = build(short, tmp_path / "whole", formats=("ttl",))
        facts = build(short, tmp_path / "facts", formats=("ttl",), facts_only=True)
        assert set(Graph().parse(facts.files[0])) < set(Graph().parse(whole.files[0]))

    def test_chosen_formats(self, short: Path, tmp_path: Path) -> None:
        """Only the formats that were asked for are written, in that order."""
        assert [path.name for path in build(short, tmp_path, formats=("nq", "ttl")).files] == ["short.nq", "short.ttl"]

    def test_missing_article(self, tmp_path: Path) -> None:
        """An article that is not there is told before anything is written."""
        with pytest.raises(InputError, match="no such file"):
            build(tmp_path / "none.txt", tmp_path / "out")
        assert not (tmp_path / "out").exists()

    def test_missing_model(self, short: Path, tmp_path: Path) -> None:
        """A model that is not there is told before anything is written."""
        with pytest.raises(ModelError):
            build(short, tmp_path / "out", reader=Reader(model="no_such_model"))
        assert not (tmp_path / "out").exists()


class TestBuildAll:
    def test_failures_stand_in_their_place(self, short: Path, tmp_path: Path) -> None:
        """What cannot be read comes as its error, and the articles after it are built."""
        results = list(build_all([str(tmp_path / "none.txt"), str(short)], tmp_path / "out", formats=("ttl",)))
        assert [type(result) for result in results] == [InputError, Build]

    def test_folders_below_the_source(self, tmp_path: Path) -> None:
        """An article's files stand below the output folder as its text stands below the source."""
        (tmp_path / "news/june").mkdir(parents=True)
        (tmp_path / "news/june/a.txt").write_text(SHORT, encoding="utf-8")
        (result,) = build_all([str(tmp_path / "news")], tmp_path / "out", formats=("ttl",))
        assert isinstance(result, Build)
        assert result.files == (tmp_path / "out/june/a.ttl",)

    def test_two_articles_with_the_same_files(self, tmp_path: Path) -> None:
        """An article whose files would replace another's is refused."""
        for name in ("a.txt", "a.text"):
            (tmp_path / name).write_text(SHORT, encoding="utf-8")
        results = list(build_all([str(tmp_path / "a.txt"), str(tmp_path / "a.text")], tmp_path / "out", formats=("ttl",)))
        assert isinstance(results[1], InputError)
        assert "would replace those of a.txt" in str(results[1])

    def test_nothing_in_english(self, tmp_path: Path) -> None:
        """A text in another language is told as what it is."""
        path = tmp_path / "de.txt"
        path.write_text(
            "Der Konzern kauft die Firma, sagte der Sprecher am Montag nach einer langen Sitzung des Vorstands. " * 5, encoding="utf-8"
        )
        (result,) = build_all([str(path)], tmp_path / "out")
        assert isinstance(result, InputError)

    @pytest.mark.parametrize(
        "text",
        [
            "Nothing here.",
            "It is what it is, and that is that, and it will be so, they said.",
            "The \x07 bell and the \u202e mark by Acme \U0001f600 bought Beta, which is what the \u200b firm said",
            'The "quoted <angle> back\\slash" firm Acme `bought` Beta {and} |it| was ^that^ which the news said.',
            "the " * 20_000,
        ],
        ids=["one-line", "no-entity", "controls", "punctuation", "one-long-line"],
    )
    def test_odd_texts(self, text: str, tmp_path: Path) -> None:
        """A text that says little or holds odd characters is built or refused in words, and what is built can be read back."""
        path = tmp_path / "odd.txt"
        path.write_text(text, encoding="utf-8")
        (result,) = build_all([str(path)], tmp_path / "out", formats=("ttl", "html"))
        assert isinstance(result, KgError) or len(Graph().parse(result.files[0])) > 0


class TestOutputs:
    def test_all_or_nothing(self, tmp_path: Path) -> None:
        """When one file cannot be written, the others stay as they were, and nothing else is left behind."""
        (tmp_path / "a.ttl").write_text("old", encoding="utf-8")
        (tmp_path / "a.trig").mkdir()
        with pytest.raises(GraphError, match=r"a\.trig: cannot be written"):
            outputs.write_all(tmp_path, {"a.ttl": "new", "a.trig": "new"})
        assert (tmp_path / "a.ttl").read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["a.trig", "a.ttl"]

    def test_output_is_a_file(self, short: Path, tmp_path: Path) -> None:
        """An output folder that cannot be made is told, with what to type."""
        (tmp_path / "out").write_text("", encoding="utf-8")
        with pytest.raises(GraphError, match=r"out: cannot be written .* -o"):
            build(short, tmp_path / "out", formats=("ttl",))

    def test_output_is_read_only(self, open_folder: Path) -> None:
        """A folder without permission to write is told."""
        open_folder.chmod(0o500)
        with as_nobody(open_folder), pytest.raises(GraphError, match=r"cannot be written \(Permission denied\)"):
            outputs.write_all(open_folder, {"a.ttl": "new"})

    def test_interrupted(self, tmp_path: Path) -> None:
        """A build that is stopped while it writes leaves nothing behind."""

        def stop() -> Iterator[str]:
            yield "new"
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            outputs.write_all(tmp_path, {"a.ttl": stop()})
        assert list(tmp_path.iterdir()) == []


def test_the_public_verbs() -> None:
    """The package offers the verbs by name, and names them when another is asked for."""
    assert (kg.read, kg.build, kg.query, kg.facts) == (pipeline.read, pipeline.build, pipeline.query, pipeline.facts)
    assert (kg.explain, kg.export) == (pipeline.explain, pipeline.export)
    with pytest.raises(AttributeError, match=r"it offers: .*build"):
        kg.bulid  # noqa: B018


def test_verbs_in_a_few_lines(built: Build) -> None:
    """Query and facts take the file that build wrote."""
    rows = kg.query(built.files[0], "SELECT ?name { ?x a schema:Person ; rdfs:label ?name } ORDER BY ?name")
    assert "Brad Smith" in str(rows)
    assert any("Brad Smith" in fact.sentence for fact in kg.facts(built.files[0]))


def test_the_stem_keeps_the_folders(reading: Reading) -> None:
    """An article's files are named after its source."""
    assert to_stem(reading.article) == "microsoft-japan"
