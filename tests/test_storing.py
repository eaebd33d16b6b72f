"""Articles to a store: what is read and what is skipped, what is stale and why, and the command line around it."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from bench.articles import _Draft, make_tellings, make_text
from kg import cli, storing
from kg.article import count_articles, read_articles
from kg.cli.build_store import Run
from kg.errors import InputError, KgError, StoreError
from kg.ontology import Ontology, load_ontology
from kg.records import Article, Reading
from kg.store import open_snapshot, open_store, place
from kg.storing import Kept, Kitchen, build_store, hash_code, name_stream, remove, status

ROOT = Path(__file__).resolve().parent.parent
WORLD = 6


class Stub:
    """Stands in for a Reader: what it reads is made up, and it counts."""

    def __init__(self) -> None:
        self.model: str | None = None
        self.nlp: None = None
        self.corrections: Path | None = None
        self.ontology: Ontology = load_ontology()
        self.read_articles: list[str] = []
        self.stop_at = ""

    def read(self, article: Article, output: Path | None = None) -> Reading:
        assert output is not None
        if self.stop_at and self.stop_at in article.source:
            raise KeyboardInterrupt
        if "broken" in article.source:
            raise InputError(f"{article.source}: cannot be understood")
        self.read_articles.append(article.source)
        number = int("".join(filter(str.isdigit, Path(article.source).stem)) or 0) % WORLD
        draft = _Draft(make_text(number, WORLD)[0], article.source)
        reading = draft.read(_placed(number))
        return replace(reading, article=replace(article, text=reading.article.text))


def _placed(number: int) -> list:  # type: ignore[type-arg]
    text, tellings = make_text(number, WORLD)
    assert [telling.sentence for telling in tellings] == [telling.sentence for telling in make_tellings(number, WORLD, 1)]
    assert text
    return tellings


@pytest.fixture
def stub() -> Stub:
    return Stub()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        (folder / f"a{number}.txt").write_text(make_text(number, WORLD)[0], encoding="utf-8")
    return folder


def dump(store: Path) -> str:
    with open_snapshot(store) as snapshot:
        return "".join(snapshot.dump())


def build(sources: list[object], store: Path, stub: Stub) -> list[str]:
    done = build_store([str(source) for source in sources], store, reader=stub)  # type: ignore[arg-type]
    return [kept.change if isinstance(kept, Kept) else f"failed: {kept}" for kept in done]


# ---------------------------------------------------------------- what is read, and what is skipped


def test_an_article_is_read_once_while_nothing_changes(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """The second build reads nothing."""
    assert build([articles], tmp_path / "s", stub) == ["new"] * 4
    assert build([articles], tmp_path / "s", stub) == ["unchanged"] * 4
    assert len(stub.read_articles) == 4


def test_a_changed_article_is_read_again_and_replaces_itself(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """The others are not read, and the store holds as many as before."""
    build([articles], tmp_path / "s", stub)
    (articles / "a1.txt").write_text("Another headline\n\nAnd the text of it with some words.\n")
    assert build([articles], tmp_path / "s", stub) == ["unchanged", "changed", "unchanged", "unchanged"]
    with open_snapshot(tmp_path / "s") as snapshot:
        assert len(snapshot.entries()) == 4


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("ontology", "the vocabulary has changed"),
        ("model", "it was read with en_core_web_md 3.7.1, now it would be with other"),
        ("background", "the knowledge base has changed"),
        ("software", "kg has changed"),
    ],
)
def test_an_article_is_stale_when_what_it_was_read_with_changes(
    field: str, reason: str, articles: Path, tmp_path: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The vocabulary, the model, the knowledge base, kg itself: status says which, and the next build reads it again."""
    build([articles / "a0.txt"], tmp_path / "s", stub)
    recipe = replace(Kitchen(stub).recipe, **{field: "other"})  # type: ignore[arg-type]
    monkeypatch.setattr(Kitchen, "recipe", recipe)
    (state,) = status(tmp_path / "s", reader=stub)  # type: ignore[arg-type]
    assert len(state.reasons) == 1
    assert state.reasons[0].startswith(reason)
    assert build([articles / "a0.txt"], tmp_path / "s", stub) == ["changed"]
    assert [state.reasons for state in status(tmp_path / "s", reader=stub)] == [()]  # type: ignore[arg-type]


def test_status_says_what_became_of_the_files(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """Changed, gone, or as they were."""
    build([articles], tmp_path / "s", stub)
    (articles / "a0.txt").write_text("Another headline\n\nAnd the text of it with some words.\n")
    (articles / "a1.txt").unlink()
    reasons = {state.entry.source: state.reasons for state in status(tmp_path / "s", reader=stub)}  # type: ignore[arg-type]
    gone = f"its file {articles / 'a1.txt'} is gone"
    assert reasons == {"a0.txt": ("its text has changed",), "a1.txt": (gone,), "a2.txt": (), "a3.txt": ()}


def test_a_second_line_of_the_same_name_makes_nothing_stale(tmp_path: Path, stub: Stub) -> None:
    """It was refused, and is refused again."""
    path = tmp_path / "feed.jsonl"
    path.write_text(lines(*({"id": 1, "text": make_text(number, WORLD)[0]} for number in range(2))))
    first, second = build([path], tmp_path / "s", stub)
    assert (first, "already named" in second) == ("new", True)
    assert [state.reasons for state in status(tmp_path / "s", reader=stub)] == [()]  # type: ignore[arg-type]


def test_corrections_make_stale_what_they_are_meant_for(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """A correction of one article in the store's folder leaves the others as they are."""
    build([articles], tmp_path / "s", stub)
    (tmp_path / "s" / "corrections.yaml").write_text("- correction: reject merge\n  thing: A\n  name: B\n  article: a2.txt\n")
    reasons = {state.entry.source: state.reasons for state in status(tmp_path / "s", reader=stub)}  # type: ignore[arg-type]
    assert {source: why for source, why in reasons.items() if why} == {"a2.txt": ("your corrections have changed",)}
    assert build([articles], tmp_path / "s", stub) == ["unchanged", "unchanged", "changed", "unchanged"]


def test_the_user_undoes_sameness_across_articles_by_a_correction(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """A merge rejected with the IRIs that kg same lists; no article is read again for it, and taking it back brings the sameness back."""
    from kg.store.groups import find_groups

    (articles / "b0.txt").write_text((articles / "a0.txt").read_text())
    build([articles], tmp_path / "s", stub)
    with open_snapshot(tmp_path / "s") as snapshot:
        before = list(find_groups(snapshot))
    (one, _), (other, _) = before[0].members[:2]
    (tmp_path / "s" / "corrections.yaml").write_text(f"- correction: reject merge\n  thing: {one}\n  name: {other}\n")
    assert set(build([articles], tmp_path / "s", stub)) == {"unchanged"}
    with open_snapshot(tmp_path / "s") as snapshot:
        assert not any({one, other} <= {iri for iri, _ in group.members} for group in find_groups(snapshot))
    (tmp_path / "s" / "corrections.yaml").unlink()
    build([articles], tmp_path / "s", stub)
    with open_snapshot(tmp_path / "s") as snapshot:
        assert list(find_groups(snapshot)) == before


def test_code_that_only_asks_makes_nothing_stale() -> None:
    """The hash of the code leaves out rooms that change no graph, and every room that it names is one."""
    rooms = {path.stem if path.is_file() else path.name for path in (ROOT / "kg").iterdir()}
    assert rooms >= storing.ASKING
    assert len(hash_code()) == 12


# ---------------------------------------------------------------- names


def test_an_article_of_another_folder_does_not_replace_its_namesake(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """Both files are there and differ: the second is refused, with what to do. A moved file is the same article."""
    build([articles], tmp_path / "s", stub)
    other = tmp_path / "other"
    other.mkdir()
    (other / "a0.txt").write_text("Another headline\n\nAnd the text of it with some words.\n")
    (failed,) = build([other / "a0.txt"], tmp_path / "s", stub)
    assert "the store has another article called a0.txt, from" in failed
    (articles / "a0.txt").unlink()
    assert build([other / "a0.txt"], tmp_path / "s", stub) == ["changed"]


def test_texts_from_standard_input_have_names_of_their_own() -> None:
    """So that the next one does not replace the last."""
    first, second = (
        name_stream(article)
        for text in (b"Acme buys Beta\n\nAcme bought Beta.", b"Acme sells Beta\n\nAcme sold Beta.")
        for article in read_articles(["-"], stdin=io.BytesIO(text))
        if isinstance(article, Article)
    )
    assert first.iri != second.iri
    assert first.source.startswith("stdin-")


# ---------------------------------------------------------------- JSON Lines


def lines(*objects: object) -> str:
    return "".join(json.dumps(each) + "\n" for each in objects)


def read(path: Path) -> list[Article | InputError]:
    return list(read_articles([str(path)]))


def test_json_lines_are_articles_named_by_url_or_id(tmp_path: Path) -> None:
    """The title stands above the text where the text does not begin with it; ids are made safe for paths."""
    path = tmp_path / "feed.jsonl"
    path.write_text(
        lines(
            {"id": 7, "text": "Acme bought Beta.", "title": "Acme buys"},
            {"url": "https://x.example/a", "text": "Acme buys\n\nAcme bought Beta.", "title": "Acme buys"},
            {"id": "../../etc/passwd", "text": "Acme bought Gamma."},
            {"text": "Acme bought Delta."},
        )
    )
    first, second, third, fourth = (article for article in read(path) if isinstance(article, Article))
    assert (first.source, first.text, first.title) == ("feed.jsonl/7", "Acme buys\n\nAcme bought Beta.", "Acme buys")
    assert (second.iri, second.text) == ("https://x.example/a", "Acme buys\n\nAcme bought Beta.")
    assert ".." not in third.source
    assert fourth.source.startswith("feed.jsonl/")
    assert first.origin == str(path)
    assert count_articles([str(path), "-"]) is None
    assert count_articles([str(tmp_path)]) == 4


GIVEN = {"published": "2026-03-31T23:10:00+02:00", "author": "Jane Doe", "publisher": "Gazette\nGroup", "publication": "The Gazette"}


def test_what_a_line_tells_about_its_article_goes_before_what_its_text_tells(tmp_path: Path) -> None:
    """A date in words, or an instant, is the day that it names; the headline in the text is the whole title."""
    path = tmp_path / "feed.jsonl"
    text = "Acme buys Beta\n\nBy Ann Poe, 1 March 2026\n\nAcme bought Beta on Monday."
    path.write_text(
        lines(
            {"id": 1, "text": text} | GIVEN,
            {
                "id": 2,
                "text": text,
                "title": "Acme buys",
                "date": "Mon, 02 Mar 2026 10:00:00 GMT",
                "authors": ["Jo Roe", "Jo Roe", None, " "],
            },
            {"id": 3, "text": text, "date": None, "authors": []},
        )
    )
    given, worded, told = (article for article in read(path) if isinstance(article, Article))
    assert given.metadata == ("Acme buys Beta", ("Jane Doe",), "The Gazette", "Gazette Group", "2026-03-31", None)
    assert worded.metadata == ("Acme buys Beta", ("Jo Roe",), None, None, "2026-03-02", None)
    assert told.metadata == ("Acme buys Beta", ("Ann Poe",), None, None, "2026-03-01", None)
    assert given.text == text


@pytest.mark.parametrize(
    "change", [{"published": "2026-04-01"}, {"author": "Ann Poe"}, {"publisher": "Another"}, {"publication": "Another"}]
)
def test_an_article_whose_date_or_publisher_changes_is_read_again(change: dict[str, str], tmp_path: Path, stub: Stub) -> None:
    """Dates are reckoned from the day it appeared, and sources counted by who published them; status says so before."""
    path, store = tmp_path / "feed.jsonl", tmp_path / "store"
    line = {"id": 1, "text": make_text(1, WORLD)[0]} | GIVEN
    path.write_text(lines(line))
    assert build([path], store, stub) == ["new"]
    assert build([path], store, stub) == ["unchanged"]
    path.write_text(lines(line | change))
    (state,) = status(store, reader=stub)  # type: ignore[arg-type]
    assert state.reasons == ("its date, or what else is known of it, has changed",)
    assert build([path], store, stub) == ["changed"]
    assert build([path], store, stub) == ["unchanged"]


def test_a_file_of_several_names_is_several_articles(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """A link, and a file that another source argument names otherwise: each is found again, and removed by its own name."""
    (articles / "link9.txt").symlink_to(articles / "a1.txt")
    build([articles, articles / "a2.txt", tmp_path], tmp_path / "store", stub)
    states = {state.entry.source: state.reasons for state in status(tmp_path / "store", reader=stub)}  # type: ignore[arg-type]
    assert set(states) == {*(f"{folder}{name.name}" for name in articles.iterdir() for folder in ("", "articles/"))}
    assert set(states.values()) == {()}
    with pytest.raises(StoreError, match=r"2 articles come from .*; name one: articles/link9.txt, link9.txt"):
        remove(tmp_path / "store", [str(articles / "link9.txt")])


def test_a_pipe_is_a_text_of_its_own(tmp_path: Path, stub: Stub) -> None:
    """As standard input is: the next one does not replace it, and nothing is missing of it later."""
    os.mkfifo(tmp_path / "pipe1.txt")
    for number in (1, 2):
        text = make_text(number, WORLD)[0]
        writer = threading.Thread(target=(tmp_path / "pipe1.txt").write_text, args=(text,))
        writer.start()
        assert build([tmp_path / "pipe1.txt"], tmp_path / "store", stub) == ["new"]
        writer.join()
    assert [state.reasons for state in status(tmp_path / "store", reader=stub)] == [(), ()]  # type: ignore[arg-type]


def test_an_article_that_has_moved_is_not_read_again(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """The store knows where it is now, as long as its old file is gone."""
    build([articles], tmp_path / "store", stub)
    before = dump(tmp_path / "store")
    moved = articles.rename(tmp_path / "moved")
    assert build([moved], tmp_path / "store", stub) == ["unchanged"] * 4
    assert [state.reasons for state in status(tmp_path / "store", reader=stub)] == [()] * 4  # type: ignore[arg-type]
    assert dump(tmp_path / "store") == before
    gone = moved / "a3.txt"
    gone.unlink()
    assert [entry.source for entry in remove(tmp_path / "store", [str(gone)])] == ["a3.txt"]
    shutil.copytree(moved, tmp_path / "copy")
    build([tmp_path / "copy"], tmp_path / "store", stub)
    assert {state.entry.origin for state in status(tmp_path / "store", reader=stub)} == {str(path) for path in moved.iterdir()}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 1: is no JSON (Expecting property name enclosed in double quotes, column 2); each line"),
        ("[1]", "line 1: is no JSON object; expected"),
        ('{"body": "x"}', 'line 1: has no "text", but body'),
        ('{"text": 3}', 'line 1: its "text" is no string but 3'),
        ('{"text": ""}', "line 1: is empty"),
        ('{"text": "Acme bought Beta.", "url": "a b"}', 'line 1: its "url" is no address but "a b"; leave it out'),
        ("x" * 10_000_001, "line 1: has 10.0 MB, more than the 10 MB of one article"),
        ("[" * 100_000, "line 1: is no JSON"),
        ('{"text": "Acme bought Beta.", "date": "yesterday"}', 'line 1: its "date" is no date but "yesterday"; write it as 2026-03-31'),
        ('{"text": "Acme bought Beta.", "published": 1700000000}', 'line 1: its "published" is no string but 1700000000'),
        ('{"text": "Acme bought Beta.", "authors": {"name": "A"}}', 'line 1: its "authors" is neither a name nor a list of names'),
    ],
)
def test_a_line_that_is_no_article_fails_alone(line: str, said: str, tmp_path: Path) -> None:
    """The message names the line, and the rest is read."""
    path = tmp_path / "feed.jsonl"
    path.write_text(f'{line}\n\n{{"text": "Acme bought Beta."}}\n')
    failed, article = read(path)
    assert isinstance(failed, InputError)
    assert said in str(failed)
    assert isinstance(article, Article)


def test_lines_of_one_name_and_two_texts_are_told(tmp_path: Path) -> None:
    """The second is refused, with what to do; a line that stands there twice is one article."""
    path = tmp_path / "feed.jsonl"
    texts = ["Acme bought Beta.", "Acme bought Gamma."]
    path.write_text(lines({"id": 1, "text": texts[0]}, {"id": 1, "text": texts[0]}, {"id": 1, "text": texts[1]}))
    _, refused = read(path)
    said = "another article of this run is already named feed.jsonl/1, and its text is not this one; give each line an id of its own."
    assert str(refused) == f"{path}: {said}"
    path.write_text(lines(*({"url": "https://x.example/a", "text": text} for text in texts)))
    _, refused = read(path)
    assert "already named https://x.example/a, and its text is not this one; keep one of them" in str(refused)
    path.write_text(lines(*({"id": 1, "text": texts[0], "date": f"2026-03-0{day}"} for day in (1, 2))))
    _, refused = read(path)
    assert "already named feed.jsonl/1, and its date, or what else is known of it, is not this one's; give each" in str(refused)


def test_odd_ids_are_names_all_the_same(tmp_path: Path) -> None:
    """Half a character, a line end, a path; what is no name is none."""
    path = tmp_path / "feed.jsonl"
    odd = ["\ud800", "a\nb", "..", "x" * 5000, "\x00", True, 2.5]
    path.write_text(lines(*({"id": each, "text": f"Acme bought Beta {number} times."} for number, each in enumerate(odd))))
    found = [article.source for article in read(path) if isinstance(article, Article)]
    assert len(set(found)) == len(odd)
    assert all(len(name) < 200 and name.isprintable() and ".." not in name for name in found)


def test_a_feed_without_lines_is_told(tmp_path: Path) -> None:
    """As a folder without texts is."""
    (tmp_path / "feed.jsonl").write_text("\n\n")
    (refused,) = read(tmp_path / "feed.jsonl")
    assert str(refused) == f'{tmp_path}/feed.jsonl: holds no articles; each line must be one object with its "text".'


def test_standard_input_may_hold_json_lines() -> None:
    """It is told by its first line; a text in braces is a text."""
    found = list(read_articles(["-"], stdin=io.BytesIO(lines({"id": 1, "text": "Acme bought Beta."}, {"id": 2, "text": "x y"}).encode())))
    assert [article.source for article in found if isinstance(article, Article)] == ["stdin/1", "stdin/2"]
    (article,) = read_articles(["-"], stdin=io.BytesIO(b"{Acme}\nbought Beta."))
    assert isinstance(article, Article)
    assert article.text == "{Acme}\nbought Beta."


# ---------------------------------------------------------------- failures, stopping, removing


def test_failures_come_as_errors_and_the_rest_is_done(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """What cannot be read fails alone, each time it is tried."""
    (articles / "broken.txt").write_text("Headline\n\nSome text that nobody understands.\n")
    (articles / "empty.txt").write_text("")
    for change in ("new", "unchanged"):
        done = build([articles], tmp_path / "s", stub)
        assert done[:4] == [change] * 4
        assert [message.split(":")[1].strip() for message in done[4:]] == ["broken.txt", str(articles / "empty.txt")]


def test_a_stopped_run_goes_on_where_it_was(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """Ctrl-C keeps what is done; the same command reads only the rest."""
    stub.stop_at = "a2"
    with pytest.raises(KeyboardInterrupt):
        build([articles], tmp_path / "s", stub)
    with open_snapshot(tmp_path / "s") as snapshot:
        assert [entry.source for entry in snapshot.entries().values()] == ["a0.txt", "a1.txt"]
    stub.stop_at = ""
    assert build([articles], tmp_path / "s", stub) == ["unchanged", "unchanged", "new", "new"]


def test_closing_the_iterator_early_publishes_what_is_done(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """As when the reader of the results stops."""
    run = build_store([str(articles)], tmp_path / "s", reader=stub)  # type: ignore[arg-type]
    next(run)
    run.close()
    with open_snapshot(tmp_path / "s") as snapshot:
        assert len(snapshot.entries()) == 1


@pytest.mark.parametrize("name", ["a1.txt", "https://w3id.org/kg-news/article/a1.txt", "{folder}/a1.txt"])
def test_an_article_is_removed_by_name_iri_or_file(name: str, articles: Path, tmp_path: Path, stub: Stub) -> None:
    """Whichever the user has at hand."""
    build([articles], tmp_path / "s", stub)
    (entry,) = remove(tmp_path / "s", [name.format(folder=articles)])
    assert entry.source == "a1.txt"
    with open_snapshot(tmp_path / "s") as snapshot:
        assert len(snapshot.entries()) == 3


def test_all_are_removed_or_none(articles: Path, tmp_path: Path, stub: Stub) -> None:
    """A name that is not in, or that several have, leaves all in; the nearest is offered."""
    build([articles], tmp_path / "s", stub)
    with pytest.raises(StoreError, match=r"has no article called 'a9\.txt'; did you mean"):
        remove(tmp_path / "s", ["a1.txt", "a9.txt"])
    with open_snapshot(tmp_path / "s") as snapshot:
        assert len(snapshot.entries()) == 4


# ---------------------------------------------------------------- the command line


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, stub: Stub) -> Stub:
    monkeypatch.setattr("kg.pipeline.Reader", lambda *_: stub)
    return stub


@pytest.mark.usefixtures("shell")
def test_the_command_line_builds_and_lists_the_failures_at_the_end(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done on standard output, then each failure and their count on standard error; exit code 1."""
    (articles / "broken.txt").write_text("Headline\n\nSome text that nobody understands.\n")
    code = cli.main(["build", str(articles), "--store", str(tmp_path / "s")])
    out, err = capsys.readouterr()
    assert code == 1
    assert out.startswith(f"{tmp_path / 's'}: 4 new\nnext  kg status")
    assert err == "kg: broken.txt: cannot be understood\nkg: 1 of 5 articles failed; the rest is done\n"


def test_the_command_line_says_how_to_go_on_after_a_stop(
    articles: Path, tmp_path: Path, shell: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 130, and how many are kept."""
    shell.stop_at = "a2"
    assert cli.main(["build", str(articles), "--store", str(tmp_path / "s")]) == 130
    assert "stopped; 2 articles are done and kept, and the same command goes on from there" in capsys.readouterr().err


@pytest.mark.usefixtures("shell")
def test_every_verb_takes_a_store(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As it takes a file."""
    store = tmp_path / "s"
    assert cli.main(["build", str(articles), "--store", str(store)]) == 0
    name = next(iter(ask_names(store)))
    for arguments, said in {
        ("status", store): "4 articles, 4 up to date, 0 stale",
        ("status", store, "--all"): "up to date",
        ("query", store, "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }"): "n\n4\n",
        ("facts", store): "1. ",
        ("conflicts", store): "",
        ("same", store): "because",
        ("same", store, "nobody"): "nothing is told to be the same",
        ("dump", store): " <https://w3id.org/kg-news/sameness> .\n",
        ("dump", store, "-o", tmp_path / "out.nq"): "",
        ("explain", store, name): name,
        ("export", store, "-o", tmp_path / "out.trig"): "wrote",
        ("view", store, "-o", tmp_path / "out.html"): "wrote",
        ("remove", store, "a0.txt"): "removed a0.txt",
    }.items():
        capsys.readouterr()
        assert cli.main([str(argument) for argument in arguments]) == 0, arguments
        assert said in capsys.readouterr().out, arguments
    assert (tmp_path / "out.nq").read_text().endswith(" .\n")


def ask_names(store: Path) -> list[str]:
    from kg.sparql import Rows, run_query

    found = run_query(store, "SELECT ?name { ?e news:buyer/rdfs:label ?name } LIMIT 1")
    assert isinstance(found, Rows)
    return [row[0].lexical for row in found.rows]  # type: ignore[union-attr]


@pytest.mark.usefixtures("shell")
def test_the_command_line_says_that_it_has_mended_what_readers_open(
    articles: Path, tmp_path: Path, stub: Stub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader is told to give the command that built the store; that publishes anew, though no article has changed."""
    store = tmp_path / "store"
    build([articles], store, stub)
    monkeypatch.setattr("kg.pipeline.Reader", lambda *_: stub)
    (place.list_snapshots(store)[-1] / "CURRENT").write_text("MANIFEST")
    assert cli.main(["facts", str(store)]) == 1
    assert "give the command that built the store again" in capsys.readouterr().err
    assert cli.main(["build", str(articles), "--store", str(store)]) == 0
    told = capsys.readouterr()
    assert told.err == f"kg: {store}: what readers open was damaged; it has been published anew, and nothing is lost\n"
    assert "4 unchanged" in told.out
    assert cli.main(["facts", str(store)]) == 0


def test_a_build_draws_the_page_of_a_large_store(articles: Path, tmp_path: Path, stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the first who looks at it need not wait."""
    monkeypatch.setattr(place, "FEW", 2)
    build([articles], tmp_path / "store", stub)
    assert (place.list_snapshots(tmp_path / "store")[-1] / place.PAGE).is_file()


def test_an_empty_store_says_that_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What comes next with it, for each verb that tells facts."""
    store = tmp_path / "store"
    with open_store(store):
        pass
    for arguments in (["facts", str(store)], ["explain", str(store), "Acme"]):
        assert cli.main(arguments) == 1
        assert capsys.readouterr().err == f"kg: {store}: holds no facts yet; read articles into it with: kg build SOURCES --store {store}\n"


def test_a_store_answers_as_its_file_does(tmp_path: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One question gives the same rows on a store and on its dump."""
    cli.main(["build", str(articles), "--store", str(tmp_path / "s")])
    cli.main(["dump", str(tmp_path / "s"), "-o", str(tmp_path / "s.nq")])
    capsys.readouterr()
    for query in (
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
        "SELECT ?a ?l { ?a schema:mentions/rdfs:label ?l } ORDER BY ?a ?l",
    ):
        answers = []
        for graph in ("s", "s.nq"):
            cli.main(["query", str(tmp_path / graph), query])
            answers.append(capsys.readouterr().out)
        assert answers[0] == answers[1]


def test_options_that_a_store_has_no_use_for_are_refused(tmp_path: Path, articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong usage, not silence."""
    assert cli.main(["build", str(articles), "--store", str(tmp_path / "s"), "--facts-only"]) == 2
    assert "leave out --facts-only and --list" in capsys.readouterr().err


def test_progress_tells_rate_time_left_and_failures() -> None:
    """On one line; the time is in the unit that suits it."""
    run = Run()
    run.total = 10_000
    run.changes.update({"new": 400, "unchanged": 100})
    run.count(KgError("x"))
    assert run.tell(100.0) == "501 of 10,000 articles (100 unchanged), 5.0 a second, 31 min left, 1 failed"


@pytest.mark.slow
def test_a_real_run_is_stopped_cleanly_and_resumed(tmp_path: Path) -> None:
    """SIGINT to the whole program, model and all: exit code 130, what is done is kept, and the same command ends with all of it."""
    feed = tmp_path / "feed.jsonl"
    feed.write_text(lines(*({"id": number, "text": make_text(number, 60)[0]} for number in range(60))))
    command = [sys.executable, "-m", "kg", "build", str(feed), "--store", str(tmp_path / "s")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "s" / "unpublished").exists() and process.poll() is None:
            pass
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert process.returncode == 130
    assert "and the same command goes on from there" in err
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    with open_snapshot(tmp_path / "s") as snapshot:
        assert len(snapshot.entries()) == 60


def test_rows_are_written_as_they_are_found(tmp_path: Path) -> None:
    """Piece by piece, and together as the whole would be; so are yes, no, triples and errors."""
    from kg.errors import QueryError
    from kg.sparql import format_rows, run_query, stream

    graph = tmp_path / "g.nt"
    graph.write_text("".join(f'<urn:s{number}> <urn:p> "a, {number}\\n\\"b\\"" .\n' for number in range(2500)))
    for query in (
        "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s",
        "SELECT ?s { ?s <urn:q> ?o }",
        "ASK { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
    ):
        pieces = list(stream.stream_answer(graph, query))
        assert "".join(pieces) == format_rows(run_query(graph, query), "csv")
        assert len(pieces) == (4 if "ORDER" in query else 1)
    for query in ("SELECT", "SELECT * FROM <file:x> { ?s ?p ?o }"):
        with pytest.raises(QueryError):
            list(stream.stream_answer(graph, query))
