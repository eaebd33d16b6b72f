"""Arguments -> the verbs of one graph (``kg explain``, correct, export), their output and an exit code."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.errors import CorrectionError

Commands = argparse._SubParsersAction  # noqa: SLF001  (argparse gives this class no public name)

GRAPH = "a .ttl, .trig, .nq or .nt file, or a store"
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
  reject-merge THING NAME           what is called NAME is something else
  add-alias THING NAME              what is called NAME is this thing too
  undo NUMBER                       take a correction back, by its number in the list
"""


# ---------------------------------------------------------------- commands


def run_explain(options: argparse.Namespace) -> int:
    """``kg explain``: what ties two things, or all that is told of one."""
    from kg.chains import explain, format_explanation
    from kg.cli import _print as write

    write(format_explanation(explain(options.graph, options.subject, options.object)))
    return 0


def run_export(options: argparse.Namespace) -> int:
    """``kg export``: a graph in another format."""
    from kg.cli import _print as write
    from kg.exports import export_graph

    write(f"wrote {export_graph(options.graph, options.output)}\n")
    return 0


def run_correct(options: argparse.Namespace) -> int:
    """``kg correct``: a correction is written, listed or taken back."""
    from kg.cli import _print as write
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
    from kg.cli import _print as write
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


def add_graph_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verbs of one graph."""
    parser = commands.add_parser(
        "explain",
        help="tell what ties two things, or all of one",
        description="Tell each fact between two things in words, with quote, rule and stance; where there is none, the shortest chains of "
        "facts. With one thing alone, all its facts.",
    )
    parser.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    parser.add_argument("subject", metavar="SUBJECT", help="a name, an alias or an IRI")
    parser.add_argument("object", nargs="?", metavar="OBJECT", help="another")
    parser.set_defaults(command=run_explain)
    _add_correct(commands)
    parser = commands.add_parser(
        "export",
        help="write a graph in another format",
        description="Write a graph in the format of the file's suffix: .ttl .trig .nt .nq .jsonld .graphml .csv (a table of facts).",
    )
    parser.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the file to write to")
    parser.set_defaults(command=run_export)


def _add_correct(commands: Commands[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "correct",
        help="correct what was read, for every build to come",
        description="Write a correction that every later build keeps to, list the corrections, or take one back.",
        epilog=HOW_TO_CORRECT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("graph", type=Path, metavar="GRAPH", help=GRAPH)
    parser.add_argument("action", nargs="?", choices=ACTIONS, metavar="ACTION", help=f"one of {', '.join(ACTIONS)}")
    parser.add_argument("words", nargs="*", metavar="WORDS", help="what it is about, as below")
    parser.add_argument("--instead", metavar="CLASS", help="the class that the thing has instead (kg ontology lists them)")
    parser.add_argument("--everywhere", action="store_true", help="correct every article, not only this graph's")
    parser.add_argument("--note", metavar="TEXT", help="why, for whoever reads it later")
    parser.add_argument(
        "--corrections", type=Path, metavar="FILE", help="the file to write to (default: corrections.yaml in the folder of the graph)"
    )
    parser.add_argument(
        "--ontology", action="append", type=Path, default=[], metavar="DIR", help="add your own folder of Turtle (repeatable)"
    )
    parser.set_defaults(command=run_correct)
