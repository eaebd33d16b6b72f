"""Things -> whether "he" or "she" may speak of them: by title, given name, or what they are called ("his wife, X")."""

from __future__ import annotations

from kg.resolve.discourse import Discourse
from kg.resolve.things import Thing
from kg.terms import PERSON

HE_SHE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "monsieur", "señor", "signor", "herr"), "m"),
    **dict.fromkeys(("mrs", "ms", "miss", "lady", "dame", "madam", "queen", "princess", "madame", "señora", "signora", "frau"), "f"),
}
KIN = {
    **dict.fromkeys("boy father son brother husband widower uncle nephew grandfather grandson king prince".split(), "m"),
    **dict.fromkeys("girl mother daughter sister wife widow aunt niece grandmother queen princess actress waitress".split(), "f"),
}
EITHER = frozenset({"chairman", "human", "layman", "ombudsman", "freshman", "shaman", "german", "roman", "norman", "ottoman"})
"""Words in -man for women as well."""


def find_gender_of_noun(lemma: str) -> str | None:
    """ "m" or "f" for a noun that tells it.

    >>> [find_gender_of_noun(noun) for noun in ("gunman", "policewoman", "wife", "driver", "chairman")]
    ['m', 'f', 'f', None, None]
    """
    if lemma.endswith("woman"):
        return "f"
    return "m" if lemma.endswith("man") and lemma not in EITHER else KIN.get(lemma)


class Persons:
    """Knows of the persons of one article whether they are men or women, as far as its words tell."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree = discourse, discourse.tree
        self._said: dict[int, set[str]] = {}
        for token, thing in discourse.at_token.items():
            if thing.class_iri == PERSON and (gender := self._find_said(token)) is not None:
                self._said.setdefault(thing.number, set()).add(gender)

    def may_be(self, thing: Thing, gender: str) -> bool:
        """Whether a thing is a person whom a pronoun of a gender may speak of."""
        return thing.class_iri == PERSON and thing.cluster is not None and self._find_gender(thing) in {None, gender}

    def learn(self, thing: Thing, gender: str) -> None:
        """Take in that a pronoun was taken for a thing whose name does not tell its gender."""
        if self._find_gender(thing) is None and not self._said.get(thing.number):
            self._said[thing.number] = {gender}

    def may_noun_be(self, noun: int, gender: str) -> bool:
        """Whether a noun for a person without a name may be of a gender, by itself or by the noun in apposition to it."""
        nouns = [noun, *self.tree.find_children(noun, "appos")]
        return all(find_gender_of_noun(self.tree.lemmas[other]) in {None, gender} for other in nouns)

    def _find_gender(self, thing: Thing) -> str | None:
        said = self._said.get(thing.number, ())
        if len(said) == 1:
            return next(iter(said))
        known = self.discourse.background.find_gender(thing.label.split()[0])
        return known if known in {"m", "f"} else None

    def _find_said(self, token: int) -> str | None:
        """The gender that the title before a name or a noun for its bearer tells."""
        tree = self.tree
        if tree.names[token] < 0:
            return find_gender_of_noun(tree.lemmas[token])
        is_first = token == 0 or tree.names[token - 1] != tree.names[token]
        before = tree.lower[token - 1].rstrip(".") if is_first and token else tree.lower[token]
        return TITLES.get(before)
