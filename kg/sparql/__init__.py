"""A graph file and SPARQL, or the name of a question -> rows, triples or an answer, and their text.

``engine`` asks (one engine, the union of all graphs), ``guard`` refuses what would look elsewhere, ``questions`` reads the named ones,
``format`` writes tables, CSV, JSON and Turtle.
"""

from kg.sparql.engine import (
    KNOWN_PREFIXES,
    Answer,
    Result,
    Rows,
    Triples,
    look_up,
    make_store,
    put_triples,
    query_store,
    read_part,
    read_picture,
    read_quads,
    read_store,
    run_query,
)
from kg.sparql.format import FORMATS, format_rows, to_terminal
from kg.sparql.guard import check_query
from kg.sparql.questions import Question, list_questions, read_question

__all__ = [
    "FORMATS",
    "KNOWN_PREFIXES",
    "Answer",
    "Question",
    "Result",
    "Rows",
    "Triples",
    "check_query",
    "format_rows",
    "list_questions",
    "look_up",
    "make_store",
    "put_triples",
    "query_store",
    "read_part",
    "read_picture",
    "read_quads",
    "read_question",
    "read_store",
    "run_query",
    "to_terminal",
]
