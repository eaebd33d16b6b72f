"""Several processes at once: the same results in the same order as one, whatever becomes of a worker."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import jobs
from kg.article import to_article
from kg.cli import main
from kg.errors import InputError, JobError, KgError, ModelError
from kg.jobs import AHEAD, Done, count_cores, do_all
from kg.records import Article
from kg.storing import build_store

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {
    "harbour.txt": "Harbour deal\n\nVelmar Shipping has bought Osterby Docks for $30 million, its chair Ana Roth said on Monday.\n",
    "bridge.txt": "New bridge\n\nThe city of Lyon will build a bridge over the river. Mayor Jean Petrel opened the works on Friday.\n",
    "lab.txt": "A lab opens\n\nTarn University opened a laboratory in Oslo. It was given 2 million euros by the Helm Foundation.\n",
    "post.txt": "A new chair\n\nMaria Costa was appointed chair of Brask Energy. She was finance minister of Portugal until 2019.\n",
}


def make(name: str) -> Article:
    return to_article(f"{name} has opened a plant in Oslo.", source=name)


@dataclass(frozen=True)
class Shout:
    """Work that only shouts, and does what the article's name says."""

    unable: bool = False

    def prepare(self) -> None:
        if self.unable:
            raise ModelError("no model")

    def __call__(self, article: Article) -> str:
        if "slow" in article.source:
            time.sleep(0.3)
        if "bad" in article.source:
            raise InputError(f"{article.source}: cannot be read")
        if "killed" in article.source:
            os.kill(os.getpid(), signal.SIGKILL)
        if "leaves" in article.source:
            os._exit(3)
        if "bug" in article.source:
            raise ZeroDivisionError("of the worker")
        if "odd" in article.source:
            return lambda: None  # type: ignore[return-value]
        return f"{article.source.upper()} {os.getpid()}"


def tell(items: list[object]) -> list[str]:
    """What came back, without the numbers of processes."""
    return [str(item.result).split()[0] if isinstance(item, Done) else str(item) for item in items]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_articles(count: int) -> None:
    """However long each takes; what is no article keeps its place."""
    items = [make("slow1"), "between", make("a"), make("bad"), make("slow2"), make("b"), "last"]
    done = list(do_all(items, Shout(), count))
    assert tell(done) == ["SLOW1", "between", "A", "bad:", "SLOW2", "B", "last"]


def test_work_is_shared_out() -> None:
    """Each worker is a process of its own, and there are no more of them than asked for, nor more than articles."""
    told = [str(item.result).split()[1] for item in do_all([make(f"slow{n}") for n in range(6)], Shout(), 3) if isinstance(item, Done)]
    assert len(set(told)) == 3
    assert str(os.getpid()) not in told
    one = [str(item.result).split()[1] for item in do_all([make("a")], Shout(), 8) if isinstance(item, Done)]
    assert len(one) == 1


def test_one_process_stays_alone() -> None:
    """Without --jobs nothing is started."""
    (done,) = do_all([make("a")], Shout())
    assert isinstance(done, Done)
    assert done.result == f"A {os.getpid()}"


@pytest.mark.parametrize(("name", "said"), [("killed", "was ended by SIGKILL"), ("leaves", "ended by itself (exit code 3)")])
def test_a_worker_that_dies_takes_only_its_article_with_it(name: str, said: str) -> None:
    """One sentence names the article, and the rest is done, also after every worker has died once."""
    items = [make("a"), make(f"{name}1"), make("b"), make(f"{name}2"), make(f"{name}3"), make("c"), make("d")]
    done = [item for item in do_all(items, Shout(), 2) if isinstance(item, Done)]
    assert [item.article.source for item in done if isinstance(item.result, str)] == ["a", "b", "c", "d"]
    failed = [item.result for item in done if isinstance(item.result, JobError)]
    assert len(failed) == 3
    assert said in str(failed[0])
    assert str(failed[0]).startswith(f"{name}1: ")


def test_a_bug_in_a_worker_shows_its_traceback() -> None:
    """It is no error of an article."""
    with pytest.raises(RuntimeError, match="ZeroDivisionError: of the worker"):
        list(do_all([make("bug")], Shout(), 2))
    with pytest.raises(RuntimeError, match="pickle"):
        list(do_all([make("odd")], Shout(), 2))


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_when_nothing_can_be_read_the_first_error_ends_the_work(start: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A missing model is told once, not for every article."""
    from kg.pipeline import Builder, Reader

    monkeypatch.setattr(jobs, "choose_start", lambda: start)
    with pytest.raises(ModelError, match="no_such_model"):
        list(do_all([make("a"), make("b")], Builder(Reader(model="no_such_model"), tmp_path), 2))


def test_articles_are_taken_as_workers_get_free() -> None:
    """A few for each worker are ahead of what was told, never all: memory does not grow with their number."""
    taken = 0

    def give() -> Iterator[Article]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield make(f"a{number}")

    furthest = 0
    for told, _ in enumerate(do_all(give(), Shout(), 2)):
        furthest = max(furthest, taken - told)
    assert taken == 200
    assert furthest <= AHEAD * 2 + 1


def test_workers_leave_when_nobody_listens_any_more() -> None:
    """Closing the iterator early ends them."""
    with closing(do_all([make(f"slow{n}") for n in range(9)], Shout(), 2)) as results:  # type: ignore[type-var]
        done = next(results)
    assert isinstance(done, Done)
    worker = int(str(done.result).split()[1])
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_cores_are_those_that_the_process_may_use() -> None:
    assert 1 <= count_cores() <= (os.cpu_count() or 1)


# ---------------------------------------------------------------- kg build --jobs


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def read_all(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.slow
def test_files_and_summary_are_the_same_with_any_number_of_jobs(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, forked or spawned; failures too are told as with one job."""
    (articles / "empty.txt").touch()
    told = []
    for name, start, count in (("one", "fork", "1"), ("two", "fork", "2"), ("three", "spawn", "2")):
        monkeypatch.setattr(jobs, "choose_start", lambda start=start: start)
        assert main(["build", str(articles), "-o", str(tmp_path / name), "--jobs", count]) == 1
        shown = capsys.readouterr()
        told.append((shown.out.replace(str(tmp_path / name), "OUT"), shown.err, read_all(tmp_path / name)))
    assert told[0] == told[1] == told[2]
    assert "1 of 5 articles failed" in told[0][1]
    assert len(told[0][2]) == 12


@pytest.mark.slow
def test_a_store_is_the_same_with_any_number_of_jobs(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Workers read, one process writes; what is unchanged is not read again."""
    dumps = []
    for name, count in (("one", "1"), ("two", "2")):
        store = str(tmp_path / name)
        assert main(["build", str(articles), "--store", store, "--jobs", count]) == 0
        assert "4 new" in capsys.readouterr().out
        assert main(["build", str(articles), "--store", store, "--jobs", "auto"]) == 0
        assert "4 unchanged" in capsys.readouterr().out
        assert main(["dump", store]) == 0
        dumps.append(capsys.readouterr().out)
    assert dumps[0] == dumps[1]


@pytest.mark.slow
def test_a_killed_worker_is_told_and_the_rest_is_kept(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a store as well, and the same call then does what is missing."""
    from kg.pipeline import Reader

    read = Reader.read

    def read_or_die(self: Reader, article: Article, output: Path | None = None) -> object:
        if "bridge" in article.source:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(self, article, output)

    monkeypatch.setattr(Reader, "read", read_or_die)
    done = list(build_store([str(articles)], tmp_path / "store", jobs=2))
    failed = [item for item in done if isinstance(item, KgError)]
    assert [str(item).partition(":")[0] for item in failed] == ["bridge.txt"]
    monkeypatch.setattr(Reader, "read", read)
    again = [item.change for item in build_store([str(articles)], tmp_path / "store", jobs=2) if not isinstance(item, KgError)]
    assert sorted(again) == ["new", "unchanged", "unchanged", "unchanged"]


@pytest.mark.slow
@pytest.mark.parametrize(("with_signal", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_stopped_run_takes_its_workers_with_it(with_signal: signal.Signals, code: int, tmp_path: Path) -> None:
    """And says that it was stopped."""
    with start_build(tmp_path, "--store", str(tmp_path / "store")) as process:
        workers = wait_for_workers(process.pid)
        process.send_signal(with_signal)
        _, told = process.communicate(timeout=60)
    assert process.returncode == code
    assert "stopped;" in told
    wait_until_gone(workers)


@pytest.mark.slow
def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    """Nobody is left to hand out articles."""
    with start_build(tmp_path, "-o", str(tmp_path / "out")) as process:
        workers = wait_for_workers(process.pid)
        process.kill()
        process.communicate(timeout=60)
    wait_until_gone(workers)


def start_build(folder: Path, *options: str) -> subprocess.Popen[str]:
    """``kg build --jobs 2`` of more than can be done at once."""
    feed = folder / "feed.jsonl"
    text = " ".join(TEXTS.values()) * 20
    feed.write_text("".join(json.dumps({"id": str(number), "text": text}) + "\n" for number in range(200)), encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", str(feed), "--jobs", "2", *options]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def find_children(process: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def wait_for_workers(process: int) -> list[int]:
    """The numbers of both workers, once they are there."""
    for _ in range(1200):
        if len(found := find_children(process)) == 2:
            return found
        time.sleep(0.05)
    raise AssertionError("no workers were started")


def wait_until_gone(workers: list[int]) -> None:
    for _ in range(600):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    raise AssertionError(f"still running: {workers}")


def test_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no number is refused."""
    assert main(["build", "a.txt", "--jobs", "-2"]) == 2
    assert "auto" in capsys.readouterr().err
