"""An article and the same article about others, both read -> how far their claims agree, up to the renaming.

Compared are the plain relations (subject, predicate, object) and the roles of events (class, role, filler), each filler by its words in the
renamed article; types and labels are not, since they would only raise the agreement. Agreement is F1: of all claims of both readings
together, the share that has its counterpart in the other reading.

    python tests/metamorphic.py [NAME...] [--turn=N]   prints the claims that differ, article by article, in the N-th renaming
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from renaming import Renaming

from kg.evaluation.words import to_key
from kg.namespaces import to_iri, to_prefixed
from kg.records import Entity, Iri, Literal, Reading, Span

Key = tuple[str, str, str]

_UNCOMPARED = frozenset(map(to_iri, ("rdf:type", "rdfs:label", "schema:name", "schema:alternateName", "owl:sameAs")))


@dataclass(frozen=True, slots=True)
class Agreement:
    """The claims that both readings have, and those that one alone has."""

    common: Counter[Key]
    original: Counter[Key]
    renamed: Counter[Key]

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.common + other.common, self.original + other.original, self.renamed + other.renamed)

    @property
    def f1(self) -> float:
        """The share of claims with a counterpart; 1.0 when neither reading has any."""
        shared = 2 * self.common.total()
        return shared / whole if (whole := shared + self.original.total() + self.renamed.total()) else 1.0


NOTHING = Agreement(Counter(), Counter(), Counter())


def compare(original: Reading, renamed: Reading, renaming: Renaming) -> Agreement:
    """How far the reading of the renamed article says of the others what that of the original says."""
    ours = to_keys(original, words_at=renaming.words_at, rename=renaming.rename)
    theirs = to_keys(renamed, words_at=lambda span: renamed.article.text[span.start : span.end], rename=str)
    return Agreement(ours & theirs, ours - theirs, theirs - ours)


def to_keys(reading: Reading, *, words_at: Callable[[Span], str], rename: Callable[[str], str]) -> Counter[Key]:
    """Each plain relation and role with its ends in words: those of the text by ``words_at``, all others by ``rename``."""
    told = _Told(reading, words_at, rename)
    return Counter(
        (told.words(claim.subject), to_prefixed(claim.predicate), told.words(claim.object))
        for claim in reading.claims
        if claim.predicate not in _UNCOMPARED
    )


class _Told:
    """The nodes of a reading in words."""

    def __init__(self, reading: Reading, words_at: Callable[[Span], str], rename: Callable[[str], str]) -> None:
        self.words_at, self.rename = words_at, rename
        self.entities = {entity.iri: entity for entity in reading.entities}
        self.events = {event.iri: to_prefixed(event.class_iri) for event in reading.events}
        self.values = {node.iri: node for node in reading.values}

    def words(self, node: Iri | Literal) -> str:
        if isinstance(node, Literal):
            return to_key(self.rename(node.lexical))
        if node in self.entities:
            return self.name(self.entities[node])
        if node in self.values:
            return to_key(self.words_at(self.values[node].mention))
        return self.events.get(node, node)

    def name(self, entity: Entity) -> str:
        """The longest of its mentions that looks like a name, else of all; a linked label may be in words that the text lacks."""
        told = [self.words_at(span) for span in entity.mentions]
        names = [words for words in told if any(letter.isupper() for letter in words)]
        return to_key(max(names or told or [self.rename(entity.label)], key=len))


def to_lines(agreement: Agreement) -> list[str]:
    """The claims that one reading alone has, marked - for the original's and + for the renamed one's."""
    sides: Iterable[tuple[str, Counter[Key]]] = (("-", agreement.original), ("+", agreement.renamed))
    return [f"  {mark} {' — '.join(key)}" for mark, side in sides for key in sorted(side.elements())]


def read_both(article: Path, folder: Path, turn: int = 0) -> Agreement:
    """Read the article, and its renamed self from a file of the same name in ``folder``."""
    from corpus import read, read_once
    from renaming import rename_article

    renaming = rename_article(article, turn)
    other = folder / article.name
    other.write_text(renaming.renamed, encoding="utf-8")
    return compare(read_once(article), read(other), renaming)


def main() -> None:
    """Print the agreement of each article and what differs."""
    from tempfile import TemporaryDirectory

    from corpus import list_articles

    wanted = [word for word in sys.argv[1:] if not word.startswith("--")]
    turn = next((int(word.removeprefix("--turn=")) for word in sys.argv[1:] if word.startswith("--turn=")), 0)
    with TemporaryDirectory() as folder:
        chosen = [article for article in list_articles() if not wanted or article.stem in wanted]
        found = {article.stem: read_both(article, Path(folder), turn) for article in chosen}
    for name, agreement in found.items():
        sys.stdout.write("\n".join([f"{name}: {agreement.f1:.3f}", *to_lines(agreement), ""]))
    sys.stdout.write(f"in all: {sum(found.values(), NOTHING).f1:.3f}\n")


if __name__ == "__main__":
    main()
