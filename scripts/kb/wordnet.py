"""The dict folder of WordNet 3.1 -> synsets and the senses of each noun, most frequent first.

The file formats are those of the manual pages wndb(5) and senseidx(5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SATELLITE = "s"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relation from one synset (or one word in it) to another; the word number counts from 1, 0 is the whole synset."""

    symbol: str
    target: tuple[str, int]
    source_word: int


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one meaning, spelled as in running text, and its pointers."""

    key: tuple[str, int]
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]

    def find_targets(self, *symbols: str) -> tuple[tuple[str, int], ...]:
        """Return the synsets that pointers with one of these symbols lead to, in file order."""
        return tuple(pointer.target for pointer in self.pointers if pointer.symbol in symbols)

    @property
    def is_instance(self) -> bool:
        """Whether the synset names one individual (a city, a person) and not a kind."""
        return any(pointer.symbol == "@i" for pointer in self.pointers)


@dataclass(frozen=True, slots=True)
class NounSense:
    """One meaning of a noun: its rank from 1 and how often annotators met it."""

    synset: Synset
    rank: int
    count: int


def to_pos(pos: str) -> str:
    """Fold satellite adjectives into adjectives."""
    return "a" if pos == SATELLITE else pos


def to_words(name: str) -> str:
    """Spell a lemma as in running text, without the syntactic marker of adjectives.

    >>> to_words("galore(ip)"), to_words("prime_minister")
    ('galore', 'prime minister')
    """
    return name.split("(", maxsplit=1)[0].replace("_", " ")


def to_synset(line: str) -> Synset:
    """Read one line of a data file."""
    fields = line.split(" | ", maxsplit=1)[0].split()
    offset, pos, words_end = int(fields[0]), to_pos(fields[2]), 4 + 2 * int(fields[3], 16)
    rest = fields[words_end + 1 :]
    pointers = []
    for i in range(int(fields[words_end])):
        symbol, target, target_pos, word_numbers = rest[4 * i : 4 * i + 4]
        pointers.append(Pointer(symbol, (to_pos(target_pos), int(target)), int(word_numbers, 16) // 256))
    return Synset((pos, offset), tuple(to_words(word) for word in fields[4:words_end:2]), tuple(pointers))


def read_synsets(path: Path) -> Iterator[Synset]:
    """Yield the synsets of one data file; its licence, in lines that begin with a space, is passed over."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            yield to_synset(line)


class WordNet:
    """The synsets of nouns, verbs and adjectives, and the senses of each noun."""

    def __init__(self, folder: Path) -> None:
        self.synsets = {synset.key: synset for part in ("noun", "verb", "adj") for synset in read_synsets(folder / f"data.{part}")}
        self.noun_senses: dict[str, tuple[NounSense, ...]] = self._read_noun_senses(folder / "index.sense")

    def _read_noun_senses(self, path: Path) -> dict[str, tuple[NounSense, ...]]:
        senses: defaultdict[str, list[NounSense]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            name, offset, rank, count = line.split()
            lemma, _, code = name.partition("%")
            if code.startswith("1:"):
                synset = self.synsets["n", int(offset)]
                senses[to_words(lemma)].append(NounSense(synset, int(rank), int(count)))
        return {lemma: tuple(sorted(found, key=lambda sense: sense.rank)) for lemma, found in senses.items()}

    def find_sense(self, name: str) -> tuple[str, int]:
        """Return the synset that a name such as "person.1" means; KeyError says that there is none."""
        lemma, _, rank = name.rpartition(".")
        for sense in self.noun_senses[lemma.replace("_", " ")]:
            if sense.rank == int(rank):
                return sense.synset.key
        raise KeyError(name)

    def walk_up(self, key: tuple[str, int]) -> Iterator[tuple[str, int]]:
        """Yield the synset and all above it, nearest first."""
        level, seen = [key], {key}
        while level:
            yield from level
            above = [up for here in level for up in self.synsets[here].find_targets("@", "@i")]
            level = [up for up in dict.fromkeys(above) if up not in seen]
            seen.update(level)
