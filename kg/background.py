"""A name or a word -> what the shipped knowledge base knows of it: places, demonyms, organisations, classes of nouns, given names.

The database ``data/kb/background.sqlite`` is built by scripts/build_kb.py (sources and licences in data/kb/SOURCES.md) and
opened read-only at the first question. It answers by name alone, so **a caller must filter by the class that the text
suggests**: "Reading" is a town, "Victoria" a state and three cities, and any of them may be somebody's name.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kg.errors import KgError
from kg.namespaces import ENTITY, to_iri
from kg.records import BackgroundFact, Iri, Literal
from kg.resources import find_resource
from kg.terms import CITY, LABEL, PAGE, SAME_AS, TYPE

if TYPE_CHECKING:
    import sqlite3

DATABASE = "background.sqlite"
OWN_PATH = "KG_KB"
WIKIDATA = "http://www.wikidata.org/entity/"
WIKIPEDIA = "https://en.wikipedia.org/wiki/"
GEONAMES = "https://sws.geonames.org/"
GEONAMES_PREFIX = "geonames-"
CACHE_SIZE = 16384

FOLDED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "’": "'", "‘": "'", "ʻ": "'"})
ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
SAINT = re.compile(r"\bst(?=\s)", re.IGNORECASE)
WORD_BREAK = re.compile(r"[ -]")
LEGAL_FORM = re.compile(
    r"(?<=\w)(?:,? (?:inc|ltd|plc|llc|corp|corporation|co|company|incorporated|limited|gmbh|ag|se|sa|spa|nv|bv|ab|oyj?|asa|a/s|kk"
    r"|co kg|gmbh & co kg))+$",
    re.IGNORECASE,
)
SPELLINGS = (
    ("organis", "organiz"),
    ("centre", "center"),
    ("defence", "defense"),
    ("labour", "labor"),
    ("programme", "program"),
    ("&", "and"),
)
"""British and American, of words that names are made of."""

WIKIDATA_ID = re.compile(r"Q[0-9]+")
ACRONYM_LENGTH = 3
MAKER = "maker"
WEAK, NATIONAL, NAMESAKE, FURTHER = 1, 2, 4, 8
"""What a name asks for, as the table ``thing_name`` has it: words beside it that say what it is; its country in the article; such words
or fame; and that nothing has it for its own name."""

PLACE = "SELECT id, name, kind, class, country, geonames, population, capital, title FROM place WHERE id = ?"
PLACES = (
    "SELECT id, name, kind, class, country, geonames, population, capital, title"
    " FROM place_name JOIN place USING (id) WHERE key = ? ORDER BY rank"
)
OWN = "SELECT iri, class, same_as, pages FROM own_name JOIN own USING (iri) WHERE key = ? ORDER BY iri"
DEMONYM = "SELECT id FROM demonym WHERE key = ?"
THINGS = (
    "SELECT id, thing_class.class, country, title, site, home, weight, asks FROM thing_name JOIN thing USING (number)"
    " JOIN thing_class ON thing_class.number = thing.class WHERE key = ? ORDER BY weight DESC, id"
)
NOUN = "SELECT class_list.classes, noun.is_post FROM noun JOIN class_list ON class_list.id = noun.classes WHERE lemma = ?"
NAME_CLASS = "SELECT class FROM name_class WHERE key = ?"
GENDER = "SELECT gender FROM given_name WHERE name = ?"

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, region or city, or an organisation of states.

    ``kind`` is "country", "region", "city" or "organization". ``country_iri`` is None for countries, continents, organisations
    and disputed regions; ``population`` is 0 where the sources give none. ``pages`` tell of it on the web.
    """

    iri: Iri
    name: str
    kind: str
    class_iri: Iri
    country_iri: Iri | None
    same_as: tuple[Iri, ...]
    population: int
    capital: bool
    pages: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation, town or landscape of the knowledge base that a name may be linked to.

    ``country_iri`` is the country that it belongs to, ``home_iri`` where a source says that it has its seat. ``weight`` ranks those of one
    name. ``is_word``: the name may as well be a word; ``is_namesake``: a place or people have it too; ``is_national``: it is understood
    in its country only; ``is_further``: it is not its own name, but another; ``is_own``: it stands in the user's own list.
    """

    iri: Iri
    class_iri: Iri
    same_as: tuple[Iri, ...] = ()
    pages: tuple[Iri, ...] = ()
    country_iri: Iri | None = None
    home_iri: Iri | None = None
    weight: int = 0
    is_word: bool = False
    is_namesake: bool = False
    is_national: bool = False
    is_further: bool = False
    is_own: bool = False


class Background:
    """The shipped knowledge base, and the user's own list beside it where there is one: look-ups only, each remembered."""

    def __init__(self, path: Path, own: Path | None = None) -> None:
        self.path, self.own = path, own
        self._rows = lru_cache(CACHE_SIZE)(self._select)
        self._find_noun = lru_cache(CACHE_SIZE)(self._look_up_noun)

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

    def find_known(self, name: str) -> tuple[Known, ...]:
        """Return the organisations, towns and landscapes of that name: those of the user's own list, then the weightiest first.

        Names of all classes come mixed, as those of places do; legal forms ("Inc.") at the end of a name make no difference.
        """
        key = to_thing_key(name)
        own = (to_own(row) for row in (self._select_own(key) if self.own is not None else ()))
        return (*own, *(to_known(row) for row in self._rows(THINGS, key)))

    def find_name_class(self, name: str) -> Iri | None:
        """Return the class of a landscape, water, people, faith or language by its name, where it can be nothing else."""
        rows = self._rows(NAME_CLASS, to_thing_key(name))
        return to_iri(rows[0][0]) if rows else None

    def find_noun_classes(self, lemma: str) -> tuple[Iri, ...]:
        """Return up to three classes of what a common noun names, best first; empty for an unknown word.

        skos:Concept stands for what is no person, organisation, place, product or work. An unknown compound is
        classed by its last words ("battery maker").
        """
        row = self._find_noun(lemma)
        return _to_classes(row[0]) if row else ()

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

    def to_background_facts(self, place: Place | Known) -> tuple[BackgroundFact, ...]:
        """Return what may be stated of what is linked: the same thing elsewhere, its pages, and its country with type and label."""
        facts = [BackgroundFact(place.iri, SAME_AS, other) for other in place.same_as]
        facts += [BackgroundFact(place.iri, PAGE, page) for page in place.pages]
        found = place.home_iri if isinstance(place, Known) else place.country_iri
        country = self.place(found) if found else None
        if country is not None:
            predicate = "news:headquarteredIn" if isinstance(place, Known) and place.class_iri != CITY else "news:locatedIn"
            facts += [
                BackgroundFact(place.iri, to_iri(predicate), country.iri),
                BackgroundFact(country.iri, TYPE, country.class_iri),
                BackgroundFact(country.iri, LABEL, Literal(country.name, language="en")),
            ]
        return tuple(facts)

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        return open_database(self.path, "build it with: make kb")

    @cached_property
    def _own_connection(self) -> sqlite3.Connection:
        assert self.own is not None
        return open_database(self.own, "write it again with: kg kb add")

    def _select_own(self, key: str) -> list[Row]:
        import sqlite3

        try:
            return self._own_connection.execute(OWN, (key,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise KgError(f"{self.own}: is no list of kg's ({error}); remove it and write it again with: kg kb add") from error

    def _select(self, query: str, key: str) -> list[Row]:
        return self._connection.execute(query, (key,)).fetchall()

    def _look_up_noun(self, lemma: str) -> Row | None:
        for noun in find_shorter_nouns(lemma.casefold()):
            if rows := self._rows(NOUN, noun):
                return rows[0]
        return None


@lru_cache(maxsize=CACHE_SIZE)
def to_name_key(name: str) -> str:
    """Fold a name as the database does: no article, accents or full stops; short acronyms keep their capitals.

    >>> [to_name_key(name) for name in ("the U.S.", "us", "São Paulo", "St. Petersburg")]
    ['US', 'us', 'sao paulo', 'saint petersburg']
    """
    plain = to_ascii(ARTICLE.sub("", name.strip(), count=1)).replace(".", "")
    plain = " ".join(SAINT.sub("saint", plain).split())
    return plain if len(plain) <= ACRONYM_LENGTH and plain.isupper() else plain.casefold()


@lru_cache(maxsize=CACHE_SIZE)
def to_thing_key(name: str) -> str:
    """Fold the name of an organisation as the database does: as names of places, and without legal form, hyphens and British spelling.

    >>> [to_thing_key(name) for name in ("Acme Robotics, Inc.", "the Labour Centre", "Smith & Sons plc", "CDU")]
    ['acme robotics', 'labor center', 'smith and sons', 'CDU']
    """
    key = to_name_key(LEGAL_FORM.sub("", name.strip().rstrip("."))).replace("-", " ").replace("–", " ")
    for british, american in SPELLINGS:
        key = key.replace(british, american)
    return " ".join(key.split())


def has_legal_form(name: str) -> bool:
    """Whether a name says that it is a company's ("Acme Inc.")."""
    return LEGAL_FORM.search(name.strip().rstrip(".")) is not None


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
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name.translate(FOLDED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=50_000)
def find_shorter_nouns(lemma: str) -> tuple[str, ...]:
    """Return the lemma, what is left without its first words, and "maker" for what ends so.

    >>> find_shorter_nouns("ex-prime minister"), find_shorter_nouns("truckmaker")
    (('ex-prime minister', 'prime minister', 'minister'), ('truckmaker', 'maker'))
    """
    starts = (0, *(found.end() for found in WORD_BREAK.finditer(lemma)))
    nouns = tuple(lemma[start:] for start in starts)
    return (*nouns, MAKER) if lemma.endswith(MAKER) and nouns[-1] != MAKER else nouns


@lru_cache(maxsize=4096)
def _to_classes(names: str) -> tuple[Iri, ...]:
    return tuple(to_iri(name) for name in names.split())


@lru_cache(maxsize=4096)
def to_place(row: Row) -> Place:
    """Make a place of a row of the table ``place``."""
    local, name, kind, class_name, country, geonames, population, capital, title = row
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
        pages=(to_page(title),) if title else (),
    )


def to_known(row: Row) -> Known:
    """Make a known thing of a row of the table ``thing``."""
    local, class_name, country, title, site, home, weight, asks = row
    is_town = isinstance(local, int)
    wikidata = (Iri(WIKIDATA + local),) if not is_town and WIKIDATA_ID.fullmatch(local) else ()
    geonames = (Iri(f"{GEONAMES}{local}/"),) if is_town else ()
    return Known(
        iri=Iri(f"{ENTITY}{GEONAMES_PREFIX if is_town else ''}{local}"),
        class_iri=to_iri(class_name),
        same_as=(*wikidata, *geonames),
        pages=(*((to_page(title),) if title else ()), *((Iri(f"https://{site}/"),) if site else ())),
        country_iri=Iri(ENTITY + country) if country else None,
        home_iri=Iri(ENTITY + home) if home else None,
        weight=weight,
        is_word=bool(asks & WEAK),
        is_namesake=bool(asks & NAMESAKE),
        is_national=bool(asks & NATIONAL),
        is_further=bool(asks & FURTHER),
    )


def to_own(row: Row) -> Known:
    """Make a known thing of a row of the user's own list."""
    iri, class_iri, same_as, pages = row
    return Known(Iri(iri), Iri(class_iri), tuple(map(Iri, same_as.split())), tuple(map(Iri, pages.split())), is_own=True)


def to_page(title: str) -> Iri:
    """Return the address of a page in the English Wikipedia.

    >>> to_page("Côte d'Azur")
    "https://en.wikipedia.org/wiki/C%C3%B4te_d'Azur"
    """
    return Iri(WIKIPEDIA + quote(title.replace(" ", "_"), safe="!$&'()*,-./:;=@_~"))


def open_database(path: Path, remedy: str) -> sqlite3.Connection:
    """Open a database for reading; raises KgError that ends with the remedy."""
    import sqlite3

    try:
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.OperationalError as error:
        raise KgError(f"{path}: the knowledge base cannot be opened ({error}); {remedy}") from error


def find_own_list() -> Path:
    """Return where the user's own list is kept: ``KG_KB``, else kg/kb.sqlite in the folder for data of the XDG specification."""
    given = os.environ.get(OWN_PATH, "")
    data = os.environ.get("XDG_DATA_HOME", "") or str(Path.home() / ".local/share")
    return Path(given) if given else Path(data) / "kg" / "kb.sqlite"


def open_background(path: Path | None = None) -> Background:
    """Return the knowledge base at ``path``, by default the shipped one with the user's list; opened at the first question."""
    if path is not None:
        return _open(path, None, 0)
    own = find_own_list()
    return _open(find_resource("data/kb") / DATABASE, own if own.is_file() else None, own.stat().st_mtime_ns if own.is_file() else 0)


@lru_cache(maxsize=4)
def _open(path: Path, own: Path | None, _changed: int) -> Background:
    return Background(path, own)
