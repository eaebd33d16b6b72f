"""``kg correct``: a correction in the user's words -> their file of corrections; lists them, takes one back."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.cli.options import Commands, add_graph, add_ontology
from kg.cli.terminal import write
from kg.errors import CorrectionError

ACTIONS = ("reject-claim", "reject-type", "reject-link", "reject-merge", "add-alias", "undo")
HOW_TO_CORRECT = """\
actions:
  (none)                            list the corrections
  reject-claim NUMBER               not so: the fact that kg facts gives this number
  reject-claim SUBJECT [PREDICATE [OBJECT]]
                                    not so: the fact in its words, a role of an event, a whole event
  reject-type THING [CLASS] [--instead CLASS]
                                    it is no such thing
  reject-link THING [IRI]           it is not what the link leads to
  reject-merge THING NAME [WORDS]   what is called NAME is something else: the next build reads the two apart, pronouns and all;
                                    with WORDS of the article, only where NAME stands in these
  reject-merge IRI IRI              two nodes of a store are not the same (kg same lists those that are)
  add-alias THING NAME              what is called NAME is this thing too
  undo NUMBER                       take a correction back, by its number in the list
"""


def run_correct(options: argparse.Namespace) -> int:
    """``kg correct``: a correction is written, listed or taken back."""
    from kg.corrections import FILE_NAME, read_corrections, remove_correction

    folder = options.graph if options.graph.is_dir() else options.graph.parent
    path: Path = options.corrections or folder / FILE_NAME
    if options.action is None:
        known = read_corrections(path) if path.exists() else ()
        lines = (f"{number}. {correction.text}{_note(correction.part('note'))}\n" for number, correction in enumerate(known, 1))
        write("".join(lines) or f"{path}: holds no corrections yet; kg correct --help says how to make one\n")
        return 0
    if options.action == "undo":
        write(f"took back {remove_correction(path, _to_number(options.words)).text}\n{_tell_next()}")
        return 0
    return _write_correction(options, path)


def _write_correction(options: argparse.Namespace, path: Path) -> int:
    from kg.corrections import Kind, add_correction, find_class, propose

    kind = Kind(options.action.replace("-", " "))
    if options.instead is not None:
        if kind is not Kind.TYPE:
            raise CorrectionError("--instead goes with reject-type only")
        from kg.ontology import load_ontology

        find_class(options.instead, load_ontology(options.ontology or None), where="--instead")
    correction = propose(
        options.graph, kind, options.words, instead=options.instead, everywhere=options.everywhere, note=options.note or ""
    )
    is_new = add_correction(path, correction)
    write(f"{'wrote to' if is_new else 'stood already in'} {path}: {correction.text}\n{_tell_next()}")
    return 0


def _note(note: str | None) -> str:
    return f" ({note})" if note else ""


def _to_number(words: list[str]) -> int:
    if len(words) != 1 or not words[0].isdecimal():
        raise CorrectionError("undo takes the number of one correction; kg correct GRAPH lists them")
    return int(words[0])


def _tell_next() -> str:
    return "next  build the article again, and the graph keeps to it\n"


# ---------------------------------------------------------------- arguments


def add_correct(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg correct``."""
    parser = commands.add_parser(
        "correct",
        help="correct what was read, for every build to come",
        description="Write a correction that every later build keeps to, list the corrections, or take one back.",
        epilog=HOW_TO_CORRECT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_graph(parser)
    parser.add_argument("action", nargs="?", choices=ACTIONS, metavar="ACTION", help=f"one of {', '.join(ACTIONS)}")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what it is about, as below")
    parser.add_argument("--instead", metavar="CLASS", help="the class that the thing has instead (kg ontology lists them)")
    parser.add_argument("--everywhere", action="store_true", help="correct every article, not only this graph's")
    parser.add_argument("--note", metavar="TEXT", help="why, for whoever reads it later")
    parser.add_argument(
        "--corrections", type=Path, metavar="FILE", help="the file to write to (default: corrections.yaml in the folder of the graph)"
    )
    add_ontology(parser)
    parser.set_defaults(command=run_correct)
