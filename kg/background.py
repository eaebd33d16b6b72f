"""A name or a word -> what the shipped knowledge base knows of it: places, demonyms, classes of nouns, given names.

The database ``data/kb/background.sqlite`` is built by scripts/build_kb.py (sources and licences in data/kb/SOURCES.md) and
opened read-only at the first question. It answers by name alone, so **a caller must filter by the class that the text
suggests**: "Reading" is a town, "Victoria" a state and three cities, and any of them may be somebody's name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.namespaces import ENTITY, to_iri
from kg.records import BackgroundFact, Iri, Literal
from kg.resources import find_resource
from kg.terms import LABEL, SAME_AS, TYPE

if TYPE_CHECKING:
    import sqlite3

DATABASE = "background.sqlite"
WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"
GEONAMES_PREFIX = "geonames-"
CACHE_SIZE = 16384

FOLDED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'", "ʻ": "'"})
ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
SAINT = re.compile(r"\bst(?=\s)", re.IGNORECASE)
WORD_BREAK = re.compile(r"[ -]")
ACRONYM_LENGTH = 3
MAKER = "maker"

PLACE = "SELECT id, name, kind, class, country, geonames, population, capital FROM place WHERE id = ?"
PLACES = (
    "SELECT id, name, kind, class, country, geonames, population, capital FROM place_name JOIN place USING (id) WHERE key = ? ORDER BY rank"
)
DEMONYM = "SELECT id FROM demonym WHERE key = ?"
NOUN = "SELECT class_list.classes, noun.is_post FROM noun JOIN class_list ON class_list.id = noun.classes WHERE lemma = ?"
GENDER = "SELECT gender FROM given_name WHERE name = ?"
VERBS = "SELECT verb FROM derivation WHERE noun = ? ORDER BY rank"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city, or an organisation of states.

    ``kind`` is "country", "region", "city" or "organization". ``country_iri`` is None for countries, continents, organisations
    and disputed regions; ``population`` is 0 where the sources give none.
    """

    iri: Iri
    name: str
    kind: str
    class_iri: Iri
    country_iri: Iri | None
    same_as: tuple[Iri, ...]
    population: int
    capital: bool


class Background:
    """The shipped knowledge base: look-ups only, each remembered."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows = lru_cache(CACHE_SIZE)(self._select)

    def find_places(self, name: str) -> tuple[Place, ...]:
        """Return the places of that name, best first: countries, then by population; empty when none is known.

        Countries, regions and cities come mixed: filter by ``kind`` or ``class_iri``.
        """
        return tuple(to_place(row) for row in self._rows(PLACES, to_name_key(name)))

    def find_country_of_demonym(self, word: str) -> Place | None:
        """Return the country (or region: "Scottish") of "Japanese", "Britons"; of several the one with most people."""
        rows = self._rows(DEMONYM, to_name_key(word))
        return self.place(Iri(ENTITY + rows[0][0])) if rows else None

    def place(self, iri: Iri) -> Place | None:
        """Return the place that the entity IRI names."""
        rows = self._rows(PLACE, iri.removeprefix(ENTITY))
        return to_place(rows[0]) if rows else None

    def find_noun_classes(self, lemma: str) -> tuple[Iri, ...]:
        """Return up to three classes of what a common noun names, best first; empty for an unknown word.

        skos:Concept stands for what is no person, organisation, place, product or work. An unknown compound is
        classed by its last words ("battery maker").
        """
        row = self._find_noun(lemma)
        return tuple(to_iri(name) for name in row[0].split()) if row else ()

    def is_post_noun(self, lemma: str) -> bool:
        """Whether a common noun names an office, occupation or job ("goalkeeper", "deputy health minister")."""
        row = self._find_noun(lemma)
        return bool(row and row[1])

    def find_gender(self, given_name: str) -> str | None:
        """Return "m" or "f", "u" for a name that both bear, None for an unknown one."""
        key = to_given_name_key(given_name)
        for part in (key, key.partition("-")[0]):
            if rows := self._rows(GENDER, part):
                return str(rows[0][0])
        return None

    def derivations(self, noun: str) -> tuple[str, ...]:
        """Return the verbs that a noun derives from or gives ("acquisition": "acquire"), of its commonest sense first."""
        return tuple(row[0] for row in self._rows(VERBS, noun.casefold()))

    def to_background_facts(self, place: Place) -> tuple[BackgroundFact, ...]:
        """Return what may be stated about a linked place: its country, with type and label, and the same thing elsewhere."""
        facts = [BackgroundFact(place.iri, SAME_AS, other) for other in place.same_as]
        country = self.place(place.country_iri) if place.country_iri else None
        if country is not None:
            facts += [
                BackgroundFact(place.iri, to_iri("news:locatedIn"), country.iri),
                BackgroundFact(country.iri, TYPE, country.class_iri),
                BackgroundFact(country.iri, LABEL, Literal(country.name, language="en")),
            ]
        return tuple(facts)

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        import sqlite3

        try:
            return sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        except sqlite3.OperationalError as error:
            raise KgError(f"{self.path}: the knowledge base cannot be opened ({error}); build it with: make kb") from error

    def _select(self, query: str, key: str) -> list[Row]:
        return self._connection.execute(query, (key,)).fetchall()

    def _find_noun(self, lemma: str) -> Row | None:
        for noun in find_shorter_nouns(lemma.casefold()):
            if rows := self._rows(NOUN, noun):
                return rows[0]
        return None


def to_name_key(name: str) -> str:
    """Fold a name as the database does: no article, accents or full stops; short acronyms keep their capitals.

    >>> [to_name_key(name) for name in ("the U.S.", "us", "São Paulo", "St. Petersburg")]
    ['US', 'us', 'sao paulo', 'saint petersburg']
    """
    plain = to_ascii(ARTICLE.sub("", name.strip(), count=1)).replace(".", "")
    plain = " ".join(SAINT.sub("saint", plain).split())
    return plain if len(plain) <= ACRONYM_LENGTH and plain.isupper() else plain.casefold()


def to_given_name_key(name: str) -> str:
    """Fold a given name as the database does.

    >>> to_given_name_key("Zoë")
    'zoe'
    """
    return to_ascii(name.strip()).casefold()


def to_ascii(name: str) -> str:
    """Drop the accents of Latin letters and straighten apostrophes.

    >>> to_ascii("Łódź, Côte d’Ivoire")
    "Lodz, Cote d'Ivoire"
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(FOLDED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def find_shorter_nouns(lemma: str) -> tuple[str, ...]:
    """Return the lemma, what is left without its first words, and "maker" for what ends so.

    >>> find_shorter_nouns("ex-prime minister"), find_shorter_nouns("truckmaker")
    (('ex-prime minister', 'prime minister', 'minister'), ('truckmaker', 'maker'))
    """
    starts = (0, *(found.end() for found in WORD_BREAK.finditer(lemma)))
    nouns = tuple(lemma[start:] for start in starts)
    return (*nouns, MAKER) if lemma.endswith(MAKER) and nouns[-1] != MAKER else nouns


def to_place(row: Row) -> Place:
    """Make a place of a row of the table ``place``."""
    local, name, kind, class_name, country, geonames, population, capital = row
    wikidata = () if local.startswith(GEONAMES_PREFIX) else (Iri(WIKIDATA + local),)
    return Place(
        iri=Iri(ENTITY + local),
        name=name,
        kind=kind,
        class_iri=to_iri(class_name),
        country_iri=Iri(ENTITY + country) if country else None,
        same_as=(*wikidata, *((Iri(f"{GEONAMES}{geonames}/"),) if geonames else ())),
        population=population,
        capital=bool(capital),
    )


def open_background(path: Path | None = None) -> Background:
    """Return the knowledge base at ``path``, by default the shipped one; the file is opened at the first question."""
    return _open(path if path is not None else find_resource("data/kb") / DATABASE)


@lru_cache(maxsize=4)
def _open(path: Path) -> Background:
    return Background(path)
