"""A folder -> the parts of a store in it: a marker with its format, the writer's lock, the live quads, and snapshots to read from.

    STORE/kg-store.json    what it is: format and maker
    STORE/lock             who writes: process, host, since when (flock, so that a dead writer holds nothing)
    STORE/live/            the quads as the writer changes them
    STORE/unpublished      there while ``live`` may hold more than the newest snapshot
    STORE/snapshot-N/      the quads as they stood; hard links to files that never change. Readers open nothing else

So readers and the writer never meet in one database, which the engine leaves undefined.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kg.errors import StoreError, to_reason

FORMAT = 3
MARKER = "kg-store.json"
LOCK = "lock"
LIVE = "live"
UNPUBLISHED = "unpublished"
SNAPSHOT = "snapshot-"
ABOUT = "kg-about.json"
"""A file in each snapshot: what it holds. Readers hold a shared lock on it, so that the writer does not remove it under them."""

NAMES = "kg-articles.txt"
"""A file in each snapshot: the names of its articles, sorted."""

PAGE = "kg-page.json"
"""A file in each snapshot of a large store: the page that shows it; missing where nobody has drawn it yet."""

FEW = 200
"""A store of no more articles is looked at whole, and what is listed of it comes in order; of a larger one it comes as it is found."""

TRIES = 10
"""How often a writer tries to take the lock, 0.02 s apart."""

FULL = ("No space left", "File too large", "quota exceeded")
CLOSED = ("Read-only file system", "Permission denied", "Operation not permitted")


def is_store(path: Path) -> bool:
    """Whether there is a store at the path, of whatever format."""
    return (path / MARKER).is_file()


# ---------------------------------------------------------------- what went wrong


@contextmanager
def explained(folder: Path, snapshot: Path | None = None) -> Iterator[None]:
    """Turn what the engine and the system raise, of a snapshot that is read where it is given, into a StoreError of one sentence."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(explain(folder, error, snapshot)) from error


def explain(folder: Path, error: Exception, snapshot: Path | None = None) -> str:
    """Return what happened to the store, or to a snapshot of it, and what to do, in one sentence."""
    words = to_reason(error)
    if snapshot is not None and any(sign in words for sign in CLOSED):
        return f"{folder}: cannot be read ({getattr(error, 'strerror', None) or words}); check its permissions"
    if any(sign.lower() in words.lower() for sign in FULL):
        return f"{folder}: the disk is full; what was kept before is safe: free some space and give the same command again"
    if any(sign in words for sign in CLOSED):
        return f"{folder}: cannot be written ({getattr(error, 'strerror', None) or words}); check its permissions, or choose another folder"
    if "lock hold" in words or "Resource temporarily unavailable" in words:
        return f"{folder}: is in use by another process ({words}); wait until it is done"
    if "Too many open files" in words:
        return f"{folder}: too many files are open; raise the limit with `ulimit -n 4096` and give the same command again"
    return damaged(folder, words) if snapshot is None or _is_of_live(snapshot, str(error)) else unreadable(snapshot, words)


def _is_of_live(snapshot: Path, words: str) -> bool:
    """Whether the engine's words name a file of a snapshot that is also one of ``live``, so that publishing anew does not help."""
    return any(is_linked(snapshot / name) for name in re.findall(r"\d+\.sst", words))


def is_linked(path: Path) -> bool:
    """Whether a file of a snapshot is the same as the one of its name in ``live``."""
    try:
        return path.samefile(path.parent.parent / LIVE / path.name)
    except OSError:
        return False


def unreadable(snapshot: Path, words: str) -> str:
    """Return the sentence about a snapshot whose files are not as they were written: whoever writes next makes another."""
    return (
        f"{snapshot.parent}: what readers open is damaged ({snapshot.name}: {words}); "
        "give the command that built the store again: it publishes anew from what it holds"
    )


def damaged(folder: Path, words: str) -> str:
    """Return the sentence about a store whose files are not as they were written."""
    return (
        f"{folder}: is damaged ({words}); nothing was changed: "
        "put the folder back from a backup, or build the articles into a new one with --store"
    )


# ---------------------------------------------------------------- marker


def check_place(folder: Path) -> None:
    """Raise StoreError when the folder holds no store that this kg can read."""
    if not folder.exists():
        raise StoreError(f"{folder}: there is no store; make one with: kg build SOURCES --store {folder}")
    if not folder.is_dir():
        raise StoreError(f"{folder}: is a file, not a store; a store is a folder made with: kg build SOURCES --store DIR")
    try:
        text = (folder / MARKER).read_text(encoding="utf-8")
        found = json.loads(text)["format"]
    except FileNotFoundError:
        raise StoreError(f"{folder}: is no store (it has no {MARKER}); make one with: kg build SOURCES --store DIR") from None
    except OSError as error:
        raise StoreError(f"{folder}: cannot be read ({error.strerror}); check its permissions") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(damaged(folder, f"{MARKER} is not as it was written")) from error
    if found != FORMAT:
        age = "an older" if isinstance(found, int) and found < FORMAT else "a newer"
        raise StoreError(
            f"{folder}: is a store of {age} version (format {found}, this kg keeps {FORMAT}); nothing was changed: "
            "build the articles into a new folder with --store, or use the kg that made it"
        )


def make_place(folder: Path, maker: str) -> None:
    """Make the folder a store where it is missing or empty; the caller holds its lock. Raises StoreError for a folder with other things."""
    if not is_store(folder):
        others = sorted({path.name for path in folder.iterdir()} - {LOCK, f".{MARKER}.tmp"})
        if LIVE in others:
            raise StoreError(damaged(folder, f"{MARKER} is missing"))
        if others:
            raise StoreError(f"{folder}: holds other things ({others[0]}, ...) and is no store; choose a new or an empty folder")
        write_json(folder / MARKER, {"format": FORMAT, "maker": maker})
    check_place(folder)


def write_json(path: Path, data: Any) -> None:
    """Write a small file whole or not at all."""
    temporary = path.with_name(f".{path.name}.tmp")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump(data, file)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


# ---------------------------------------------------------------- the writer's lock


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Hold the store for writing; raises StoreError that says who holds it.

    The lock is the system's (flock): it ends with its process, however that ends, so a file left behind locks nobody out.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(_explain_unmade(folder, error)) from error
    try:
        _take(descriptor, folder)
        holder = {"pid": os.getpid(), "host": os.uname().nodename, "since": datetime.now().astimezone().isoformat(timespec="seconds")}
        with explained(folder):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps(holder).encode())
        yield
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _take(descriptor: int, folder: Path) -> None:
    """Take the lock; a reader that only looks whether it is held lets go at once."""
    for attempt in range(TRIES):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            time.sleep(0.02 if attempt < TRIES - 1 else 0)
        except OSError as error:
            raise StoreError(f"{folder}: cannot be locked ({error.strerror}); keep the store on a local disk") from error
    raise StoreError(f"{folder}: {tell_holder(folder)} is writing to it; wait until that is done")


def _explain_unmade(folder: Path, error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{folder}: is a file, not a folder; choose another place for the store"
    if isinstance(error, FileNotFoundError):
        return f"{folder}: cannot be made there ({error.strerror}); choose another place for the store"
    return explain(folder, error)


def tell_holder(folder: Path) -> str:
    """Return who writes to the store: "process 123 on host since 12:30"."""
    try:
        holder = json.loads((folder / LOCK).read_text(encoding="utf-8"))
        return f"process {holder['pid']} on {holder['host']}, since {holder['since']},"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def is_held(folder: Path) -> bool:
    """Whether somebody writes to the store at this moment."""
    try:
        descriptor = os.open(folder / LOCK, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


# ---------------------------------------------------------------- snapshots


@dataclass(frozen=True, slots=True)
class SnapshotPlace:
    """A snapshot that is held for reading, and what it says of itself."""

    path: Path
    about: dict[str, Any]
    descriptor: int


def list_snapshots(folder: Path) -> list[Path]:
    """Return the complete snapshots, oldest first."""
    return sorted(path for path in _find_snapshots(folder) if (path / ABOUT).is_file())


def _find_snapshots(folder: Path) -> list[Path]:
    return [path for path in folder.glob(f"{SNAPSHOT}*") if path.name.removeprefix(SNAPSHOT).isdecimal()]


def hold_snapshot(folder: Path) -> SnapshotPlace | None:
    """Hold the newest snapshot for reading until its descriptor is closed; None when there is none. Raises StoreError."""
    while snapshots := list_snapshots(folder):
        path = snapshots[-1]
        with explained(folder, path), suppress(FileNotFoundError):
            return _hold(path)
    return None


def _hold(path: Path) -> SnapshotPlace:
    descriptor = os.open(path / ABOUT, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        return SnapshotPlace(path, _read_about(path), descriptor)
    except BaseException:
        os.close(descriptor)
        raise


def _read_about(path: Path) -> dict[str, Any]:
    """Return what a snapshot says of itself; raises FileNotFoundError when it is being removed, and StoreError when it is damaged."""
    try:
        found = json.loads((path / ABOUT).read_text(encoding="utf-8"))
        about = {"articles": int(found["articles"]), "made": str(found["made"]), "famous": [str(name) for name in found["famous"]]}
        about["files"] = {str(name): int(size) for name, size in found.get("files", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(unreadable(path, f"{ABOUT} is not as it was written")) from error
    return about


def measure_files(path: Path) -> dict[str, int]:
    """Return the size of each file of a snapshot: a shorter one the engine may open as if it had never been longer."""
    return {file.name: file.stat().st_size for file in path.iterdir()}


def check_files(held: SnapshotPlace) -> None:
    """Raise StoreError where a file of a snapshot is missing or has another size than when it was made."""
    for name, size in held.about["files"].items():
        try:
            found = (held.path / name).stat().st_size
        except FileNotFoundError:
            raise StoreError(unreadable(held.path, f"{name} is missing")) from None
        if found != size:
            raise StoreError(unreadable(held.path, f"{name} has {found:,} bytes instead of {size:,}"))


def read_names(path: Path) -> list[str]:
    """Return the names of the articles of a snapshot, sorted; raises StoreError when the list is damaged."""
    try:
        names = (path / NAMES).read_text(encoding="utf-8").split("\n")[:-1]
    except ValueError as error:
        raise StoreError(unreadable(path, f"{NAMES} is not as it was written")) from error
    except OSError as error:
        raise StoreError(unreadable(path, f"{NAMES}: {error.strerror}")) from error
    if len(names) != _read_about(path)["articles"]:
        raise StoreError(unreadable(path, f"{NAMES} has another number of articles than {ABOUT}"))
    return names


def count_articles(folder: Path) -> int:
    """Return how many articles the newest snapshot says that it holds; 0 when there is none."""
    held = hold_snapshot(folder)
    if held is None:
        return 0
    os.close(held.descriptor)
    return int(held.about["articles"])


def list_published(folder: Path) -> list[str]:
    """Return the names of the articles of the newest snapshot, sorted; none where there is none, or it is damaged."""
    with suppress(StoreError):
        held = hold_snapshot(folder)
        if held is not None:
            try:
                return read_names(held.path)
            finally:
                os.close(held.descriptor)
    return []


def carry_page(folder: Path, snapshot: Path) -> None:
    """Give a snapshot the page of the newest one, which holds the same; where there is none whoever asks draws it."""
    for before in list_snapshots(folder)[-1:]:
        with suppress(OSError):
            shutil.copyfile(before / PAGE, snapshot / PAGE)


def new_snapshot(folder: Path) -> tuple[Path, Path]:
    """Return where the next snapshot is made, and what it is then renamed to."""
    number = max([0, *(int(path.name.removeprefix(SNAPSHOT)) for path in _find_snapshots(folder))]) + 1
    final = folder / f"{SNAPSHOT}{number:08d}"
    temporary = folder / f".{final.name}.tmp"
    shutil.rmtree(temporary, ignore_errors=True)
    return temporary, final


def drop_old_snapshots(folder: Path) -> None:
    """Remove all snapshots but the newest, apart from those that somebody reads, and what a killed writer left half done."""
    for path in folder.glob(f".{SNAPSHOT}*.tmp"):
        shutil.rmtree(path, ignore_errors=True)
    kept = list_snapshots(folder)[-1:]
    for path in folder.glob(f"{SNAPSHOT}*"):
        if path not in kept:
            _remove_snapshot(path)


def _remove_snapshot(path: Path) -> None:
    """Remove a snapshot that nobody reads; what makes it one goes first, while nobody can take hold of it."""
    try:
        with (path / ABOUT).open() as about:
            fcntl.flock(about, fcntl.LOCK_EX | fcntl.LOCK_NB)
            (path / ABOUT).unlink()
    except FileNotFoundError:
        pass  # half removed before
    except OSError:
        return
    shutil.rmtree(path, ignore_errors=True)
