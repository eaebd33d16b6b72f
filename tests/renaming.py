"""An article -> the same article about others: every name and amount replaced by an invented one of its type.

Words of a name are replaced one by one and alike everywhere, so that full names, short forms, possessives and acronyms stay of a
piece. A renaming is fair when type and shape of a name stay: what a reader may know of it without having heard of it.

- Words that tell the class stay ("Keio University" -> "Norwick University"), in whatever language the reader has them ("Kuulo Oyj",
  "Crédit Riviéra"); so do numbers, written out or not, that part one of a series from the next ("Podkarpacie One", "Lira 2").
- Countries, regions and cities that the background knowledge has become others that it has, with their demonyms ("Flemish" -> "Bavarian"),
  and each is the first that its name brings to mind: "Salvador" would be a country. An invented place stays invented.
- A name that is made from that of a place follows the place ("Bristol airport", "Genk-Zuid"); a university stays one of a known city.
- A word that tells a topic becomes another topic, also in the plural ("School of Marine Sciences").
- "A" and "an" follow the word behind them, since no newspaper writes "an Brazilian".

Amounts keep their unit and take other digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from kg.background import Background, Place
from kg.evaluation.gold import SUFFIX
from kg.namespaces import to_iri
from kg.records import Span
from kg.resources import find_resource

BACKGROUND = Background(find_resource("data/kb") / "background.sqlite")

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*")
"""A word of a name; hyphens part words, apostrophes inside do not ("N'Diaye"), nor does a possessive ending belong to it."""

# ---------------------------------------------------------------- what stays and what is invented


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


CLASS_WORDS = frozenset(
    _words(
        "University College School Institute Institution Academy Ministry Department Office Agency Authority Council Commission "
        "Committee Court Tribunal Parliament Senate Government Secretariat Cabinet Bank Group Company Corporation Corp Inc Ltd Limited "
        "Plc Holding Holdings Partners Capital Management Asset Fund Foundation Trust Association Union Federation League Club City "
        "United Town Rovers FC Party Army Navy Force Hospital Clinic Centre Center Laboratory Lab Labs Airport Station Stadium Arena "
        "Park Bridge Tower House Hall Works Plant Mill Factory River Lake Sea Ocean Bay Gulf Strait Canal Estuary Valley Island "
        "Islands Mount Mountain Mountains Province Prefecture County District Region State Street Road Square Quay Harbour Port North "
        "South East West Northern Southern Eastern Western Upper Lower New Programme Program Project Initiative Scheme Challenge "
        "Partnership Alliance Accelerator Award Prize Cup Trophy Championship Open Act Bill Law Code Agreement Treaty Summit "
        "Conference Forum Festival Storm Hurricane Cyclone Typhoon Times Post Herald Courier Journal News Today Review Daily Weekly "
        "Professor Prof Doctor Dr Sir Lady Lord Dame Mr Mrs Ms Judge Justice President Minister Prime King Queen Prince Princess Saint "
        "St Senator Governor Mayor General Colonel Captain Of The And For In On At AI IT European African Asian American International "
        "National Royal Central Federal Motors Minerals Metals Airlines Foods Systems Technologies Media Marine Prix Instituto "
        "Crown High Supreme Police Service Services Logistics Chronicle Athletic Atlético Estádio Étoile Vitória Taça Terrace Sons "
        "Brothers Press Crédit Oyj Zn Gmbh AG SA NV BV One Two Three Four Five Six Seven Eight Nine Ten"
    )
)
"""Words that tell what kind of thing a name names; they stay."""

PARTICLES = frozenset(_words("Van Von De Del Della Di Da Le La El Al Ter Ten Ní Bin Ibn Mac"))
"""Words inside the names of people and places that are part of many; they stay."""

TOPICAL = frozenset(
    _words(
        "GovernmentOrganization InternationalOrganization ResearchOrganization University School Organization Programme MediaOrganization"
    )
)
"""The kinds of thing whose names may tell a topic."""

TOPICS = (
    "Energy",
    "Transport",
    "Housing",
    "Culture",
    "Forestry",
    "Fisheries",
    "Tourism",
    "Health",
    "Labour",
    "Mining",
    "Heritage",
    "Welfare",
)
"""Topics that an authority, institute, programme or paper may be for."""
TOPICS_IN_PLURAL = _words("Forests Fisheries Ports Archives Minerals Railways Gardens Harvests")
"""Topics for those in the plural."""

STRIDE = 7
OF_CITIES = frozenset(_words("University School SportsTeam Site"))
"""The kinds of thing that bear the names of cities."""

INVENTED = _words(
    "Norwick Talvera Brenmark Caldwen Ostrell Fennimore Harcastle Quelmar Merriwick Dunstrand Velmora Pellworth Karvold Ardwell "
    "Lomaxa Thornby Wexcombe Ravello Solvane Bexford Corvane Elderby Granholt Isenmar Jorvell Kestrand Lindmoor Maresco Nordheim "
    "Orvale Penhallow Rosmere"
)
SURNAMES = _words(
    "Holloway Marchetti Lindgren Okafor Petrov Delacroix Yamada Brandvold Castellan Fairweather Novak Osei Rasmussen Tanaka Ullman "
    "Vasquez Whitcombe Zielinski Abernathy Bergstrom Carvalho Dimitrov Eriksen Falkner Grimaldi Hadley Ivanova Janssen Kowalski "
    "Lombardi Moreau Nakamura"
)
GIVEN = {
    "m": _words("Martin Oliver Thomas Daniel Victor Henry Peter Simon Andrew Robert Edward Philip"),
    "f": _words("Helen Laura Emma Clara Julia Anna Sarah Martha Alice Irene Susan Diana"),
    "u": _words("Robin Taylor Casey Jamie Alexis Morgan"),
    "unknown": _words("Torvia Kelsan Maruk Ilvenna Darrano Sefiro Ondrel Tavika Ruskan Velisse"),
}
"""Given names by what the background knowledge says of the old one; the last are in no list."""
SETTLEMENTS = _words("Harwick Tillmouth Brackenford Ashbourne Kelderby Stanbridge Corrimoor Felbeck Wendlebury Marrowdale")


@dataclass(frozen=True, slots=True)
class Country:
    """A country to rename to: what its people are called and some of its cities."""

    name: str
    demonym: str
    people: str
    cities: tuple[str, ...]


COUNTRIES = (
    Country("Poland", "Polish", "Poles", ("Warsaw", "Gdansk", "Wroclaw", "Lublin", "Szczecin")),
    Country("Brazil", "Brazilian", "Brazilians", ("Brasilia", "Fortaleza", "Recife", "Curitiba", "Manaus")),
    Country("Norway", "Norwegian", "Norwegians", ("Oslo", "Trondheim", "Stavanger", "Drammen", "Kristiansand")),
    Country("Kenya", "Kenyan", "Kenyans", ("Nairobi", "Mombasa", "Kisumu", "Nakuru", "Eldoret")),
    Country("Portugal", "Portuguese", "Portuguese", ("Lisbon", "Coimbra", "Braga", "Setubal", "Funchal")),
    Country("Chile", "Chilean", "Chileans", ("Santiago", "Antofagasta", "Temuco", "Rancagua", "Iquique")),
    Country("Vietnam", "Vietnamese", "Vietnamese", ("Hanoi", "Haiphong", "Da Nang", "Nha Trang", "Vinh")),
    Country("Hungary", "Hungarian", "Hungarians", ("Budapest", "Debrecen", "Szeged", "Miskolc", "Eger")),
    Country("Canada", "Canadian", "Canadians", ("Ottawa", "Winnipeg", "Calgary", "Edmonton", "Regina")),
    Country("Morocco", "Moroccan", "Moroccans", ("Rabat", "Casablanca", "Tangier", "Agadir", "Oujda")),
)
WITH_ARTICLE = (
    Country("Netherlands", "Dutch", "Dutch", ("Amsterdam", "Utrecht", "Eindhoven", "Groningen", "Tilburg")),
    Country("Philippines", "Philippine", "Filipinos", ("Manila", "Davao", "Cebu City", "Zamboanga", "Baguio")),
)
"""Countries whose names stand with "the", for those that do."""

REGIONS = (
    Country("Bavaria", "Bavarian", "Bavarians", ()),
    Country("California", "Californian", "Californians", ()),
    Country("Tasmania", "Tasmanian", "Tasmanians", ()),
    Country("Scotland", "Scottish", "Scots", ()),
    Country("Texas", "Texan", "Texans", ()),
)
"""Regions to rename to, as the background knowledge has them."""

# ---------------------------------------------------------------- names of an article


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name: its names, the fullest first, and its class in the annotation scheme."""

    names: tuple[str, ...]
    kind: str


def read_names(article: Path) -> tuple[Named, ...]:
    """The names that the gold beside the article lists, and its authors and publication."""
    gold = yaml.load(article.with_name(article.stem + SUFFIX).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    listed = [Named((entry["name"], *(entry.get("aliases") or ())), entry["class"]) for entry in gold["entities"]]
    listed += [Named((author,), "Person") for author in gold.get("authors") or ()]
    listed += [Named((gold["publication"],), "MediaOrganization")] if gold.get("publication") else []
    return tuple(listed)


SEED_NAMES = {
    "Microsoft Research Asia": "Velmora Research Europe",
    "Microsoft": "Velmora",
    "Japan": "Poland",
    "USA": "Netherlands",
    "Japanese": "Polish",
    "Tokyo": "Warsaw",
    "Fumio Kishida": "Martin Holloway",
    "Brad Smith": "Peter Lindgren",
    "Miki Tsusaka": "Clara Marchetti",
    "Laura Hyde": "Helen Fairweather",
    "Technology Record": "Engineering Courier",
    "Tudor Rose": "Norman Shield",
    "Generative AI Accelerator Challenge": "Predictive AI Navigator Challenge",
    "Ministry of Economy, Trade and Industry": "Ministry of Housing, Energy and Transport",
    "Cabinet Secretariat": "Treasury Secretariat",
    "United Nations Institute for Training and Research": "African Union Institute for Learning and Inquiry",
    "Partnership on Artificial Intelligence Research": "Partnership on Renewable Energy Research",
    "Keio University": "Norwick University",
    "Carnegie Mellon University": "Harmon Delacourt University",
}
"""The names of data/articles/microsoft-japan.txt, which has no gold, and what they become."""


def invent(named: Iterable[Named], text: str, turn: int = 0) -> dict[str, str]:
    """A new name for every name, and for the demonyms of every country that is named or has a city that is; others in every turn."""
    invention = _Invention(text, turn)
    listed = sorted(named, key=lambda each: _ORDER.get(each.kind, len(_ORDER)))
    names = {name: invention.rename(name, each) for each in listed for name in each.names}
    return names | invention.demonyms()


_ORDER = {kind: number for number, kind in enumerate(("Country", "City", "Person", "Region"))}


class _Invention:
    """New words for old, each old word renamed once."""

    def __init__(self, text: str, turn: int) -> None:
        self.text = text
        self.words: dict[str, str] = {}
        self.countries: dict[str, Country] = {}
        taken = set(WORD.findall(text))
        self.pools = {
            "invented": _unused(INVENTED, taken, turn),
            "surname": _unused(SURNAMES, taken, turn),
            "settlement": _unused(SETTLEMENTS, taken, turn),
            "topic": _unused(TOPICS, taken, turn),
            "topics": _unused(TOPICS_IN_PLURAL, taken, turn),
            **{f"given {gender}": _unused(names, taken, turn) for gender, names in GIVEN.items()},
        }
        self.plain = _unused_countries(COUNTRIES, taken, turn)
        self.with_article = _unused_countries(WITH_ARTICLE, taken, turn)
        self.regions = _unused_countries(REGIONS, taken, turn)
        self.places: dict[str, str] = {}
        self.cities: dict[str, Iterator[str]] = {}

    def rename(self, name: str, named: Named) -> str:
        place = self.rename_place(name, named.kind)
        if place:
            return place
        if name.isupper() and name.isalpha() and 1 < len(name) <= 6:
            return self.rename_acronym(name, named)
        given = find_given_names(named.names[0]) if named.kind == "Person" else ()
        return WORD.sub(lambda found: self.rename_word(found[0], named.kind, given=given), name)

    def rename_word(self, word: str, kind: str, *, given: tuple[str, ...]) -> str:
        """A class word, a particle and an acronym inside a name stay; ``given`` are the person's given names."""
        if not _is_own(word) or (kind in TOPICAL and tells_people(word)):
            return word
        country = BACKGROUND.find_country_of_demonym(word) if kind != "Person" else None
        if country and country.kind in ("country", "region"):
            return self.rename_country(country).demonym
        if word not in self.words:
            city = self.rename_place(word, "City") if kind in OF_CITIES else None
            self.words[word] = city or next(self.pools[self.pool_of(word, kind, given=given)])
        return self.words[word]

    def pool_of(self, word: str, kind: str, *, given: tuple[str, ...]) -> str:
        if kind == "Person":
            return f"given {BACKGROUND.find_gender(word) or 'unknown'}" if word in given else "surname"
        if kind in ("City", "Place", "Region"):
            return "settlement"
        noun = word.casefold()
        if kind in TOPICAL and is_plural(noun):
            return "topics"
        is_topic = kind in TOPICAL and to_iri("skos:Concept") in BACKGROUND.find_noun_classes(noun)
        return "topic" if is_topic else "invented"

    def rename_acronym(self, name: str, named: Named) -> str:
        """From the initials of the new full name where it had those of the old one, else letter by letter."""
        full = named.names[0]
        if name != full and to_initials(full) == name:
            return to_initials(self.rename(full, named))
        return "".join(map(shift_letter, name))

    def rename_place(self, name: str, kind: str) -> str | None:
        """Another real country, city or region for a real one."""
        if kind not in ("Country", "City", "Region"):
            return None
        known = next((place for place in BACKGROUND.find_places(name) if place.kind == kind.casefold()), None)
        if known is None:
            return None
        if known.iri not in self.places:
            self.places[known.iri] = self.find_place(known)
            if WORD.fullmatch(name) and WORD.fullmatch(self.places[known.iri]):
                self.words[name] = self.places[known.iri]
        return self.places[known.iri].upper() if name.isupper() and len(name) > 4 else self.places[known.iri]

    def find_place(self, known: Place) -> str:
        """The country or region that this one becomes, or another of the cities of what its country becomes."""
        if known.kind in ("country", "region"):
            return self.rename_country(known).name
        country = BACKGROUND.place(known.country_iri) if known.country_iri else None
        if country is None:
            return next(self.pools["settlement"])
        renamed = self.rename_country(country)
        return next(self.cities.setdefault(renamed.name, cycle(renamed.cities)))

    def rename_country(self, country: Place) -> Country:
        """What a country or region becomes."""
        if country.kind == "region":
            return self.countries.setdefault(country.iri, next(self.regions))
        if country.iri not in self.countries:
            stands_with_article = re.search(rf"\b[Tt]he {re.escape(country.name)}\b|\bthe (?:US|USA|UK|UAE)\b", self.text)
            pool = self.with_article if stands_with_article and country.name.startswith(("United", "Nether", "Philip")) else self.plain
            self.countries[country.iri] = next(pool)
        return self.countries[country.iri]

    def demonyms(self) -> dict[str, str]:
        """The demonyms in the text of the countries that were renamed."""
        found: dict[str, str] = {}
        for word in sorted(set(WORD.findall(self.text))):
            country = BACKGROUND.find_country_of_demonym(word) if word[0].isupper() and not word.isupper() else None
            if country and country.iri in self.countries and word not in self.words:
                renamed = self.countries[country.iri]
                found[word] = renamed.people if word.endswith("s") and not word.endswith("ss") else renamed.demonym
        return found


def _is_own(word: str) -> bool:
    """Whether a word of a name is the name's own, and no class word, particle or acronym."""
    return word[0].isupper() and not (word in CLASS_WORDS or word in PARTICLES or (word.isupper() and len(word) > 1))


def find_given_names(name: str) -> tuple[str, ...]:
    """The words that a person's name begins with, after titles: one, or several with hyphens.

    >>> find_given_names("Sir Jean-Luc van Dam")
    ('Jean', 'Luc')
    """
    parts = (tuple(filter(_is_own, WORD.findall(part))) for part in name.split())
    return next(filter(None, parts), ())


def tells_people(word: str) -> bool:
    """Whether a word of an organisation's name is a plural of people, who tell what it is for.

    >>> tells_people("Fishermen's"), tells_people("Marine")
    (True, False)
    """
    plain = re.sub(r"['’]s$", "", word.casefold())
    singular = re.sub(r"men$", "man", plain) if plain.endswith("men") else plain.removesuffix("s")
    return singular != plain and to_iri("schema:Person") in BACKGROUND.find_noun_classes(singular)[:1]


def is_plural(noun: str) -> bool:
    """Whether a word is the plural of a noun of the dictionary.

    >>> is_plural("sciences"), is_plural("estuaries"), is_plural("science"), is_plural("physics"), is_plural("press")
    (True, True, False, False, False)
    """
    if not noun.endswith("s") or noun.endswith(("ss", "ics")):
        return False
    return bool(BACKGROUND.find_noun_classes(f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]))


def _unused(names: Iterable[str], taken: set[str], turn: int) -> Iterator[str]:
    return _turn([name for name in names if name not in taken], turn)


def _unused_countries(countries: Iterable[Country], taken: set[str], turn: int) -> Iterator[Country]:
    return _turn([country for country in countries if not {country.name, country.demonym, country.people, *country.cities} & taken], turn)


def _turn(pool: list[Any], turn: int) -> Iterator[Any]:
    """All of a pool again and again, from another one on in every turn."""
    first = turn * STRIDE % max(1, len(pool))
    return cycle(pool[first:] + pool[:first])


def to_initials(name: str) -> str:
    """The initials of the capitalised words.

    >>> to_initials("Ministry of Economy, Trade and Industry")
    'METI'
    """
    return "".join(word[0] for word in WORD.findall(name) if word[0].isupper())


_VOWELS, _CONSONANTS = "AEIOU", "BCDFGHJKLMNPQRSTVWXYZ"


def shift_letter(letter: str) -> str:
    """The next vowel for a vowel, another consonant for a consonant.

    >>> "".join(map(shift_letter, "FINMA"))
    'LOTSE'
    """
    letters = _VOWELS if letter in _VOWELS else _CONSONANTS
    step = 1 if letters is _VOWELS else 5
    return letters[(letters.index(letter) + step) % len(letters)] if letter in letters else letter


# ---------------------------------------------------------------- amounts

_SCALE = r"(?:thousand|million|billion|trillion|mn?|bn|tn|k)\b"
_UNIT = (
    rf"(?:{_SCALE}|%|per cent|percent|years?\b|months?\b|weeks?\b|days?\b|hours?\b|minutes?\b|kilomet\w+|met\w+|miles?\b|tonnes?\b|"
    r"euros?\b|dollars?\b|pounds?\b|yen\b|won\b)"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<money>(?:[$€£¥₩]|\b(?:SFr|SKr|NKr|DKr|TL|Rs|US\$|[A-Z]{{3}}) ?)(?:{_DIGITS}))"
    rf"|(?<![\d.,/:–-])\b(?P<number>{_DIGITS})(?=[ -]?{_UNIT})"
    r"|(?<![\d.,/:–-])\b(?P<thousands>\d{1,3}(?:,\d{3})+)\b"
    r"|(?<![\d.,/:–-])\b(?!(?:1[5-9]|20)\d\d\b)(?P<count>\d{2,})(?= [a-z]{3,})(?! (?:on|and|am|pm|years old|after|when|in|to|for|at)\b)"
    rf"|\b(?P<word>two|three|four|five|six|seven|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty)(?=[ -](?:{_UNIT}))",
)
_NUMERALS = _words("two three four five six seven nine ten twelve fifteen twenty thirty forty fifty")


def vary_amount(amount: str) -> str:
    """The amount with other digits: as many, in the same places, and no leading zero.

    >>> vary_amount("$2.9 billion"), vary_amount("1,200"), vary_amount("three"), vary_amount("1")
    ('$3.2 billion', '2,533', 'four', '1')
    """
    if amount in _NUMERALS:
        return _NUMERALS[(_NUMERALS.index(amount) + 1) % len(_NUMERALS)]
    digits = re.findall(r"\d", amount)
    if digits == ["1"]:
        return amount
    varied = iter([str(int(digits[0]) % 9 + 1), *(str((int(digit) + 3) % 10) for digit in digits[1:])])
    return re.sub(r"\d", lambda _: next(varied), amount)


def find_amounts(text: str) -> Iterator[Edit]:
    """An edit for every amount, duration, share and count in the text; years, dates, ages and scores stay."""
    for found in _AMOUNT.finditer(text):
        yield Edit(Span(*found.span()), vary_amount(found[0]))


# ---------------------------------------------------------------- the renaming of a text


@dataclass(frozen=True, slots=True)
class Edit:
    """New words for those of a span."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """A text with its edits in order, none overlapping another."""

    text: str
    edits: tuple[Edit, ...]
    names: Mapping[str, str]

    @property
    def renamed(self) -> str:
        """The text after the edits."""
        return _apply(self.text, self.edits)

    def words_at(self, span: Span) -> str:
        """What stands in the renamed text where ``span`` was; a word that is cut stays whole."""
        inside = [edit for edit in self.edits if edit.span.overlaps(span)]
        start = min([span.start, *(edit.span.start for edit in inside)])
        end = max([span.end, *(edit.span.end for edit in inside)])
        moved = tuple(Edit(Span(edit.span.start - start, edit.span.end - start), edit.words) for edit in inside)
        return _apply(self.text[start:end], moved)

    def rename(self, words: str) -> str:
        """Words that do not stand in the text, renamed by the same names and amounts."""
        return _apply(words, find_edits(words, self.names))


def to_renaming(text: str, names: Mapping[str, str]) -> Renaming:
    """The renaming of a text by new names for old, and of all its amounts."""
    return Renaming(text, find_edits(text, names), names)


def find_edits(text: str, names: Mapping[str, str]) -> tuple[Edit, ...]:
    """The edits in the order of the text: of names the longest, word by word where the new name has as many; then amounts."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    edits: list[Edit] = []
    for found in re.finditer(pattern, text) if pattern else ():
        edits += _split(found.start(), found[0], names[found[0]])
    edits += [edit for edit in find_amounts(text) if not any(edit.span.overlaps(other.span) for other in edits)]
    edits += [article for edit in edits for article in _mend_article(text, edit)]
    return tuple(sorted(edits, key=lambda edit: edit.span))


def _mend_article(text: str, edit: Edit) -> Iterator[Edit]:
    """ "A" for "an" before a word that now begins with another sound, and the other way round."""
    article = _ARTICLE.search(text, max(0, edit.span.start - 4), edit.span.start)
    if article is not None and sounds_open(text[edit.span.start : edit.span.end]) != sounds_open(edit.words):
        yield Edit(Span(*article.span(1)), article[1][0] + ("n" if sounds_open(edit.words) else ""))


_ARTICLE = re.compile(r"(?<!\w)([Aa]n?)\s$")
_OPEN = re.compile(r"\W*(?:8|1[18](?!\d)|[FHLMNRSX](?=[A-Z])|(?!U[sn]i|U[A-Z]|Eu|[Oo]ne)[AEIOUaeiouÁÉÍÓÖÜØÅİ])")


def sounds_open(words: str) -> bool:
    """Whether "an" would stand before the words.

    >>> [sounds_open(words) for words in ("Oslo", "FBI", "Iranian", "18-year", "$11.5", "European", "UN", "Fiji", "180")]
    [True, True, True, True, True, False, False, False, False]
    """
    return _OPEN.match(words) is not None


def _split(start: int, old: str, new: str) -> Iterator[Edit]:
    """Word by word where both have as many words between the same marks, else as a whole."""
    words, others = list(WORD.finditer(old)), WORD.findall(new)
    if len(words) != len(others) or WORD.sub("", old) != WORD.sub("", new):
        yield Edit(Span(start, start + len(old)), new)
        return
    for word, other in zip(words, others, strict=True):
        if word[0] != other:
            yield Edit(Span(start + word.start(), start + word.end()), other)


def _apply(text: str, edits: Iterable[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.span.start], edit.words]
        at = edit.span.end
    return "".join([*parts, text[at:]])


def rename_article(article: Path, turn: int = 0) -> Renaming:
    """The renaming of an article, by its gold (another one in every turn) or, for the first article, by hand."""
    text = article.read_text(encoding="utf-8")
    has_gold = article.with_name(article.stem + SUFFIX).is_file()
    return to_renaming(text, invent(read_names(article), text, turn) if has_gold else SEED_NAMES)
