"""What a correction is: its kind and the words that say what it corrects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.records import Article, Parting


class Kind(StrEnum):
    """What a correction does."""

    CLAIM = "reject claim"
    TYPE = "reject type"
    LINK = "reject link"
    MERGE = "reject merge"
    ALIAS = "add alias"


PARTS: dict[Kind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Kind.CLAIM: (("subject",), ("predicate", "object")),
    Kind.TYPE: (("thing",), ("type", "instead")),
    Kind.LINK: (("thing",), ("link",)),
    Kind.MERGE: (("thing", "name"), ("words",)),
    Kind.ALIAS: (("thing", "name"), ()),
}
"""Kind -> the parts that it must have, and those that it may have, in the order in which they are written and said."""

LEADS = {"instead": "instead", "words": "in"}
"""The parts that are told with a word before them."""

FREE = ("article", "note")
"""The parts that every correction may have: the one article that it is meant for, and the user's reason."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; ``parts`` are its words by name, and ``where`` is the file and line that it stands in.

    Things are called by label, alias or IRI, predicates and types by label or IRI, literals and values by their words.
    """

    kind: Kind
    parts: tuple[tuple[str, str], ...]
    where: str = ""

    def part(self, name: str) -> str | None:
        """Return a part, None where the correction leaves it open."""
        return dict(self.parts).get(name)

    @property
    def is_across(self) -> bool:
        """Whether it parts nodes of two articles, each called by its IRI: no reading's business, but that of a store."""
        return self.kind is Kind.MERGE and all("://" in (self.part(name) or "") for name in ("thing", "name"))

    @property
    def parting(self) -> Parting | None:
        """The two names that are not to be taken for one thing's while an article is read; None where no names are parted."""
        thing, name, words = (self.part(each) or "" for each in ("thing", "name", "words"))
        return Parting(thing, name, words) if self.kind is Kind.MERGE and "://" not in thing + name else None

    def is_meant_for(self, article: Article) -> bool:
        """Whether it corrects what is read of an article, called by its IRI, file or URL."""
        return self.part("article") in {None, article.iri, article.source, article.url} and not self.is_across

    @property
    def text(self) -> str:
        """The correction in one line.

        >>> Correction(Kind.MERGE, (("thing", "Ada Lund"), ("name", "Lund"), ("note", "her brother"))).text
        'reject merge: Ada Lund — Lund'
        """
        told = (f"{LEADS[name]}: {words}" if name in LEADS else words for name, words in self.parts if name not in FREE)
        return f"{self.kind}: {' — '.join(told)}"
