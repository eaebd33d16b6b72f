"""``kg evaluate``: what is read of articles, or of a corpus, against its gold -> scores and findings."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import Commands, add_reader
from kg.cli.terminal import show_progress, write
from kg.errors import EvaluationError

if TYPE_CHECKING:
    from kg.records import Reading
    from kg.turtle import Quad


def run_evaluate(options: argparse.Namespace) -> int:
    """``kg evaluate``: what is read of articles against their gold."""
    if any(source.suffix == ".jsonl" for source in options.sources):
        return run_evaluate_corpus(options)
    from kg.article import read_article
    from kg.evaluation.report import to_details, to_json, to_table
    from kg.evaluation.run import evaluate
    from kg.pipeline import Reader

    reader = Reader(options.ontology, options.model)
    with show_progress() as show:
        show("reading and scoring")
        evaluation = evaluate(options.sources, lambda path: reader.read(read_article(path)), reader.ontology, held_out=options.held_out)
    write(to_json(evaluation) if options.json else to_table(evaluation), data=options.json)
    if options.details:
        write(f"\n{to_details(evaluation)}")
    return 1 if evaluation.failures else 0


def run_evaluate_corpus(options: argparse.Namespace) -> int:
    """``kg evaluate GOLD.jsonl``: what is read of the texts, put into the corpus's own labels, against its gold."""
    from kg.article import to_article
    from kg.evaluation import corpus, corpus_report
    from kg.evaluation.alignment import read_alignment
    from kg.evaluation.documents import read_documents, write_documents
    from kg.pipeline import Reader
    from kg.rdf import to_quads

    if len(options.sources) > 1:
        raise EvaluationError("score one file of JSON Lines at a time")
    source: Path = options.sources[0]
    gold, alignment = read_documents(source), read_alignment(options.alignment)
    reader, predictions = Reader(options.ontology, options.model), []

    def read(text: str, name: str) -> tuple[Reading, Sequence[Quad]]:
        reading = reader.read(to_article(text, source=name))
        return reading, to_quads(reading, reader.ontology)

    with show_progress() as show:
        for prediction in corpus.predict(gold, read, alignment):
            predictions.append(prediction)
            show(f"{len(predictions)} of {len(gold)} read")
    if options.predictions:
        write_documents((prediction.document for prediction in predictions), options.predictions)
    score = corpus.score(gold, predictions, scope=options.scope)
    kept = Path("build", "evaluation", f"{source.stem}-{options.alignment}-{options.scope}.json")
    last = corpus_report.read_run(kept)
    if options.json:
        write(corpus_report.to_json(score), data=True)
    else:
        told = (corpus_report.to_mistakes(score), corpus_report.to_differences(score, last))
        write("\n".join([corpus_report.to_table(score, last and last["rates"]), *(text for text in told if text)]))
    corpus_report.write_run(score, kept)
    return 1 if score.failures else 0


# ---------------------------------------------------------------- arguments


def add_evaluate(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``kg evaluate``."""
    parser = commands.add_parser(
        "evaluate",
        help="score what is read against gold",
        description="Read articles and score what was read against the gold beside them.",
    )
    parser.add_argument("sources", nargs="+", type=Path, metavar="GOLD", help="a folder, an article, its NAME.gold.yaml, or one .jsonl")
    parser.add_argument("--details", action="store_true", help="tell every miss and false alarm with its sentence")
    parser.add_argument("--json", action="store_true", help="print the scores and findings as JSON")
    parser.add_argument("--held-out", action="store_true", help="score the folder held-out, which is not looked at otherwise")
    parser.add_argument("--predictions", type=Path, metavar="OUT.jsonl", help=".jsonl: write what was read in the shape of the gold")
    parser.add_argument("--alignment", default="dwie", metavar="NAME", help=".jsonl: the corpus whose labels it has (default: dwie)")
    parser.add_argument(
        "--scope", choices=("named", "all"), default="named", help=".jsonl: judge what has a name (default), or all that the gold has"
    )
    add_reader(parser)
    parser.set_defaults(command=run_evaluate)
