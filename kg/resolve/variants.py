"""Names -> the words by which a short form finds the longer names that it may stand for.

``clusters`` judges whether one name may stand for another; asking that of every two names of an article would make the time of reading
grow with the square of its names. Any two that it could join have a key in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "de", "la", "&", "du", "des", "del"})
GENERIC_ENDINGS = frozenset(
    "inc inc. ltd ltd. plc llc corp corp. corporation co co. company gmbh ag sa s.a. spa nv bv ab oy "
    "asa kk group holding holdings limited".split()
)
GENERIC_BEGINNINGS = frozenset(
    "bank banca banco banque banka bankhaus grupo groupe gruppo grup compagnie compañía companhia compagnia société sociedad sociedade "
    "società caja cassa caisse casa maison fratelli editora éditions edizioni partido parti partito ss mv hms uss".split()
)
"""Words before the proper part of a name, in the languages of their countries: "Lumina" is "Banca Lumina"."""
BEFORE_ACRONYMS = frozenset({"(", "’ (", "' (", "” (", '" ('})
KNOWN_BY_INITIALS = re.compile(
    r",? ?((better|widely|also|commonly) )?(known|abbreviated) (by|as|to)( (its|the|their))?( \w+)?( (initials|acronym|abbreviation))?"
)
"""Between a name and its initials: ", known by its Spanish initials"."""
LONGEST_KEY = 6
"""Words of a name by which it is found; what follows is compared when it is found."""

Key = tuple[str, str]


@lru_cache(maxsize=4096)
def key_of(surface: str) -> str:
    """The form under which names are compared.

    >>> key_of("The U.S.")
    'us'
    """
    key = re.sub(r"\s+", " ", surface.replace("’", "'")).strip().lower()
    key = re.sub(r"^(the|a|an) ", "", key)
    return re.sub(r"'s?$", "", key).replace(".", "").replace("-", " ")


@lru_cache(maxsize=4096)
def to_person_words(label: str) -> tuple[str, ...]:
    """The words of a person's name; a double name with a hyphen is one, an Arabic article is none.

    >>> to_person_words("Omar al-Haddad-Weiss")
    ('omar', 'haddad-weiss')
    """
    words = [re.sub(r"^(al|el|as|ash|an|ad)-(?=\w)", "", word) for word in label.replace("’", "'").lower().replace(".", "").split()]
    return tuple(word for word in words if word not in {"al", "el"}) or tuple(words)


@lru_cache(maxsize=4096)
def to_initials(label: str) -> frozenset[str]:
    """The capitals that may abbreviate a name of several words, without and with its small words.

    >>> sorted(to_initials("Bureau of Mines"))
    ['BM', 'BOM']
    """
    words = re.findall(r"[\w’']+", label)
    if len(words) < 2:
        return frozenset()
    full_words = [word for word in words if word.lower() not in SMALL_WORDS]
    return frozenset("".join(word[0] for word in chosen).upper() for chosen in (full_words, words))


def find_full_keys(label: str) -> Iterator[Key]:
    """The keys of a name that shorter ones may stand for: what it begins and ends with, its words, its initials.

    >>> sorted(find_full_keys("Bureau of Mines"))[:3]
    [('end', 'bureau of mines'), ('end', 'mines'), ('end', 'of mines')]
    """
    words, person_words = key_of(label).split(), to_person_words(label)
    for number in range(1, min(len(words), LONGEST_KEY) + 1):
        yield "start", " ".join(words[:number])
        yield "end", " ".join(words[-number:])
    for number in range(1, min(len(person_words), LONGEST_KEY) + 1):
        yield "person end", " ".join(person_words[-number:])
    if person_words:
        yield "person start", person_words[0]
        yield "person ends", f"{person_words[0]} {person_words[-1]}"
    yield "words", " ".join(sorted(words))
    yield from (("initials", initials) for initials in to_initials(label))


def find_short_keys(label: str) -> Iterator[Key]:
    """The keys of the names that a name may stand for."""
    words, person_words = key_of(label).split(), to_person_words(label)
    yield "start", " ".join(words[:LONGEST_KEY])
    yield "end", " ".join(words[-LONGEST_KEY:])
    yield "words", " ".join(sorted(words))
    yield "initials", label.replace(".", "").upper()
    if person_words:
        yield "person start", " ".join(person_words[:LONGEST_KEY])
        yield "person end", " ".join(person_words[-LONGEST_KEY:])
        yield "person ends", f"{person_words[0]} {person_words[-1]}"


def is_part_of_person(small: Sequence[str], large: Sequence[str]) -> bool:
    """A family name, with its particle or both its parts, a given name, or the full name without its middle."""
    if len(small) == 1 or len(large) == 1:
        return len(large) > 1 and small[0] in {large[0], large[-1]}
    return small == large[-len(small) :] or (small[0], small[-1]) == (large[0], large[-1])


def looks_like_acronym(label: str) -> bool:
    """Whether a name is one word with several capitals."""
    return " " not in label and len(label) > 1 and sum(letter.isupper() for letter in label) > 1
