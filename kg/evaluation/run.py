"""Gold files and a reader -> Evaluation: the composition of the room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kg.errors import EvaluationError, KgError
from kg.evaluation.account import Account
from kg.evaluation.gold import article_of, find_gold, read_gold
from kg.evaluation.predicted import to_account
from kg.evaluation.report import Evaluation
from kg.evaluation.score import score_article
from kg.ontology.record import Ontology
from kg.records import Reading


def evaluate(sources: Iterable[Path], read: Callable[[Path], Reading], ontology: Ontology, *, held_out: bool = False) -> Evaluation:
    """Read every article that has gold and score what was read; the reader sees the article's path, never the gold.

    An article that cannot be read is told in ``failures``, and all its gold counts as missed. Raises EvaluationError for gold that
    cannot be found or scored.
    """
    scores, failures = [], []
    for path in find_gold(sources, held_out=held_out):
        article = article_of(path)
        gold = read_gold(path, ontology)
        predicted = Account()
        try:
            predicted = to_account(read(article), ontology)
        except EvaluationError:
            raise
        except KgError as error:
            failures.append((article.stem, str(error)))
        scores.append(score_article(article.stem, gold, predicted, ontology))
    return Evaluation(tuple(scores), tuple(failures))
