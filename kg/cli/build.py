"""``kg build``: articles -> graph files or a store, with progress, a summary, and the failures at the end."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.cli.options import Commands, add_corrections, add_jobs, add_reader, count_jobs
from kg.cli.terminal import PROGRAM, complain, show_progress, write
from kg.errors import KgError


def run_build(options: argparse.Namespace) -> int:
    """``kg build``: articles to files, and a summary; with ``--store`` to a store."""
    if options.store is not None:
        from kg.cli.build_store import run_build_store

        return run_build_store(options)
    from kg.pipeline import Reader, build_all
    from kg.summary import Tally, format_rejections, format_summary, format_unread

    tally, files, failures = Tally(), [], 0
    reader = Reader(options.ontology, options.model, options.corrections)
    with show_progress() as show:
        for built in build_all(
            options.sources,
            options.output,
            formats=options.format,
            facts_only=options.facts_only,
            reader=reader,
            jobs=count_jobs(options),
        ):
            if isinstance(built, KgError):
                failures += 1
                show("")
                complain(built)
                continue
            tally.add(built.reading, built.ontology)
            files.append(built.files)
            show(f"{len(files)} read, last: {built.reading.article.source}")
    if options.list:
        write({"rejected": format_rejections, "unread": format_unread}[options.list](tally))
    elif files:
        write(f"{format_summary(tally)}\n{_tell_files(files)}\n{_tell_next(files[0])}")
    for unmatched in tally.list_unmatched():
        complain(f"{unmatched.where}: found nothing to correct: {unmatched.text}")
    if failures and (files or failures > 1):
        complain(f"{failures} of {failures + len(files)} articles failed")
    return 1 if failures else 0


def _tell_files(files: Sequence[tuple[Path, ...]]) -> str:
    if len(files) == 1:
        return "wrote " + "\n      ".join(map(str, files[0])) + "\n"
    folder = os.path.commonpath([path.parent for paths in files for path in paths])
    return f"wrote {sum(map(len, files))} files to {folder}{os.sep}\n"


def _tell_next(files: Sequence[Path]) -> str:
    program = _find_program()
    graphs = [path for path in files if path.suffix != ".html"]
    lines = [f"open {path}" for path in files if path.suffix == ".html"]
    lines += [f"{program} facts {graph}" for graph in graphs[:1]]
    lines += [f"{program} query {graph} --question who-holds-which-post" for graph in graphs[:1]]
    lines += [f"{program} query --questions"] if graphs else []
    return "next  " + "\n      ".join(lines) + "\n"


def _find_program() -> str:
    """Return what to type for this program: "kg" where that is on the path."""
    if shutil.which(PROGRAM):
        return PROGRAM
    called = Path(sys.argv[0])
    return os.path.relpath(called) if called.name == PROGRAM else f"python -m {PROGRAM}"


# ---------------------------------------------------------------- arguments


def add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg build``."""
    parser = commands.add_parser(
        "build", help="read articles and write their graphs", description="Read English news articles and write a knowledge graph of each."
    )
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="a text file, JSON Lines, a folder, a pattern, or - (standard input)")
    parser.add_argument("-o", "--output", type=Path, default=Path("build"), metavar="DIR", help="the folder to write to (default: build)")
    parser.add_argument(
        "--format", type=_to_formats, default=("ttl", "trig", "html"), metavar="LIST", help="of ttl, trig, nq, html; default: ttl,trig,html"
    )
    parser.add_argument("--store", type=Path, metavar="DIR", help="keep the articles in a store in this folder, and write no files")
    parser.add_argument("--facts-only", action="store_true", help="leave the claims and their evidence out of the graph files")
    parser.add_argument(
        "--list", choices=("rejected", "unread"), help="list what was rejected, or the verbs that no frame read, instead of the summary"
    )
    add_jobs(parser)
    add_reader(parser)
    add_corrections(parser)
    parser.set_defaults(command=run_build)


def _to_formats(text: str) -> tuple[str, ...]:
    from kg.pipeline import ALL_FORMATS

    formats = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in formats if name not in ALL_FORMATS]
    if unknown or not formats:
        raise argparse.ArgumentTypeError(f"no format is called {', '.join(unknown) or repr(text)}; there are: {', '.join(ALL_FORMATS)}")
    return formats
