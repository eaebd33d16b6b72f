"""Quads -> one table of facts as CSV (RFC 4180): a row for each time that an article makes a claim, with its words.

The file is for spreadsheets: it begins with a byte order mark, without which they misread what is not ASCII, and a cell that they would
take for a formula begins with an apostrophe (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.namespaces import NEWS, to_iri, to_words
from kg.records import Iri
from kg.terms import ATTESTATION, BACKGROUND_FACT, CLAIM_CLASS, SELECTOR, TYPE
from kg.turtle import Quad, Term, to_text

COLUMNS = (
    *("subject", "predicate", "object", "stance", "said_by", "quote", "trigger", "start", "end", "rule", "score"),
    *("article", "subject_iri", "predicate_iri", "object_iri", "claim"),
)
MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@\t\r|]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def format_csv(quads: Iterable[Quad]) -> str:
    """Return the claims in the order of the text, a row for each attestation, then the facts of the background."""
    return "".join(stream_csv([quads]))


def stream_csv(articles: Iterable[Iterable[Quad]]) -> Iterator[str]:
    """Yield the table of one article after the other, a fact of the background once."""
    yield MARK + _to_lines([COLUMNS])
    told: set[str] = set()
    for quads in articles:
        rows = [row for row in _Rows(quads).find() if row["claim"] not in told]
        told |= {row["claim"] for row in rows if row["stance"] == "background"}
        yield _to_lines([to_cell(row.get(column, "")) for column in COLUMNS] for row in rows)


def _to_lines(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def to_cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> to_cell('=HYPERLINK("https://example.org")'), to_cell("-12.5"), to_cell("two = one")
    ('\\'=HYPERLINK("https://example.org")', '-12.5', 'two = one')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


class _Rows:
    """The claims of a graph as rows."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.index: dict[tuple[str, Iri], list[Term]] = defaultdict(list)
        self.claims: dict[Iri, None] = {}
        self.background: dict[Iri, None] = {}
        kinds = {CLAIM_CLASS: self.claims, BACKGROUND_FACT: self.background}
        for subject, predicate, term, _ in quads:
            if term not in self.index[subject, predicate]:
                self.index[subject, predicate].append(term)
            if predicate == TYPE and isinstance(term, str) and term in kinds:
                kinds[term][subject] = None

    def find(self) -> list[dict[str, str]]:
        """Return the rows, each by column."""
        rows = [row for claim in self.claims for row in self._find_told(claim)]
        rows.sort(
            key=lambda row: (row["article"], int(row["start"] or 0), int(row["end"] or 0), row["subject"], row["predicate"], row["object"])
        )
        return rows + [self._find_claim(fact) | {"stance": "background"} for fact in self.background]

    def _find_claim(self, claim: Iri) -> dict[str, str]:
        terms = {part: self._one(claim, f"rdf:{part}") for part in ("subject", "predicate", "object")}
        told = {part: self._label(term) for part, term in terms.items()}
        return told | {f"{part}_iri": term for part, term in terms.items() if isinstance(term, str)} | {"claim": claim}

    def _find_told(self, claim: Iri) -> Iterator[dict[str, str]]:
        told = self._find_claim(claim)
        attestations: list[Term] = self.index.get((claim, ATTESTATION), [])
        for attestation in attestations:
            sentence = self._one(attestation, "news:sentence")
            yield told | {
                "stance": to_text(self._one(attestation, "news:stance")).removeprefix(NEWS).lower(),
                "said_by": self._label(self._one(attestation, "news:saidBy")),
                "quote": self._select(sentence, "oa:exact"),
                "trigger": self._select(self._one(attestation, "news:trigger"), "oa:exact"),
                "start": self._select(sentence, "oa:start"),
                "end": self._select(sentence, "oa:end"),
                "rule": to_text(self._one(attestation, "news:rule")),
                "score": to_text(self._one(attestation, "news:score")),
                "article": to_text(self._one(attestation, "prov:wasDerivedFrom")),
            }

    def _one(self, node: Term | None, name: str) -> Term | None:
        return next(iter(self.index.get((node, to_iri(name)), ())), None) if isinstance(node, str) else None

    def _select(self, passage: Term | None, name: str) -> str:
        selectors = self.index.get((passage, SELECTOR), ()) if isinstance(passage, str) else ()
        found = to_text(next((term for selector in selectors if (term := self._one(selector, name)) is not None), None))
        return found if name == "oa:exact" or found.isdecimal() else ""

    def _label(self, node: Term | None) -> str:
        label = self._one(node, "rdfs:label")
        return to_text(label) if label is not None else to_words(node) if isinstance(node, str) else to_text(node)
