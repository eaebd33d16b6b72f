"""Every error that kg raises on purpose; each message says what, where, and what to do next.

KgError
├── InputError       an article that cannot be read (missing, binary, too large, not text)
├── ModelError       the language model is missing or cannot be loaded
├── OntologyError    Turtle that is broken, or a sense that the lexicon shapes refuse
├── GraphError       a graph file that cannot be read or written
├── StoreError       a store that cannot be opened, read or written
├── JobError         an article whose process died while it read it
├── QueryError       SPARQL that is broken, refused, or asks for an unknown question
├── OutputError      standard output that cannot be written
├── CorrectionError  a file of corrections that is broken, or corrects what is not there
└── EvaluationError  gold or predictions that cannot be scored
"""


class KgError(Exception):
    """Base of all errors that a user may meet."""


class InputError(KgError):
    """An article that cannot be read."""


class ModelError(KgError):
    """A language model that is missing or broken."""


class OntologyError(KgError):
    """An ontology that cannot be used."""


class GraphError(KgError):
    """A graph that cannot be read or written."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class JobError(KgError):
    """An article whose process died."""


class QueryError(KgError):
    """A query that cannot be answered."""


class OutputError(KgError):
    """Standard output that cannot be written."""


class CorrectionError(KgError):
    """Corrections that cannot be read, written or understood."""


class EvaluationError(KgError):
    """Gold or predictions that cannot be scored."""


LONGEST_REASON = 200


def to_reason(error: Exception) -> str:
    """Return what a library's exception says, in one line that is not too long; its name where it says nothing.

    >>> to_reason(ValueError("line 3: no\\n  such prefix")), to_reason(ValueError())
    ('line 3: no such prefix', 'ValueError')
    """
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= LONGEST_REASON else f"{words[:LONGEST_REASON]} …"
