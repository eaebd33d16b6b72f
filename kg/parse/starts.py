"""Words -> where a sentence may begin, as far as the text by itself tells: the model need not even consider the other places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_SENTENCE = 400
UNITS_WITH_STOP = frozenset({"m.", "bn.", "tn.", "k.", "p.", "mn."})
HOURS = frozenset({"a.m.", "p.m."})
OPENERS = frozenset("It He She They We The A An This That These Those His Her Its Their But And In On At By".split())
"""Words with which a sentence begins behind the hour ("... at 6 p.m. It was late"), where a name would go on with it."""
TITLES = frozenset("Col Gen Lt Sgt Capt Cpl Maj Adm Cmdr Brig Insp Supt Det Sen Rep Gov Rev Hon Prof Dr Mr Mrs Ms St Mt m.v M.V".split())
"""What stands abbreviated before a name."""
WHOLE_TITLES = TITLES - {"Lt", "Maj", "Brig", "m.v", "M.V"}
"""Those that are one word with their stop; the others stand before "Gen." too."""
NUMBERING = frozenset({"No", "Nos", "no", "nos", "Art", "Sec"})
STOPS = frozenset(".…")
TERMINATORS = STOPS | frozenset("!?:;")
OPENING_QUOTES = frozenset("“‘«„")
CLOSING_QUOTES = frozenset("”’»")
STRAIGHT = frozenset("\"'")
QUOTES = CLOSING_QUOTES | STRAIGHT
CLOSERS = CLOSING_QUOTES | frozenset(")]}")
MOST_CLOSERS = 4


class Starts:
    """The words of a text, asked about sentences."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words: list[str] = []
        self.is_spaced: list[bool] = []
        for token in doc:
            self.words.append(token.text)
            self.is_spaced.append(bool(token.whitespace_))

    def find(self, kept: Sequence[int]) -> Iterator[bool | None]:
        """Yield for each of the words that are kept whether a sentence begins there; None where the parser may decide.

        What goes on and on without a full stop is cut: no sentence is that long, and grammar takes time by the square of its length.
        """
        length = 0
        for number, place in enumerate(kept):
            length = 0 if self.words[kept[number - 1]][-1] in TERMINATORS else length + 1
            if number and (length >= LONGEST_SENTENCE or self.follows_sum(place) or self.follows_hour(place)):
                length = 0
                yield True
            else:
                yield None if not number or self.may_begin(place) else False

    def follows_sum(self, place: int) -> bool:
        """ "... for £22m. A plan ...": the stop of a sum's unit, which the tokenizer takes for an abbreviation's, ends the sentence."""
        if place < 2 or self.words[place - 1] not in UNITS_WITH_STOP or not self.words[place][0].isupper():
            return False
        return self.doc[place - 2].like_num and self.is_spaced[place - 1] and not self.is_spaced[place - 2]

    def follows_hour(self, place: int) -> bool:
        """ "... at 6 p.m. It was late": the stop of the hour ends the sentence too."""
        return place > 1 and self.words[place] in OPENERS and self.words[place - 1].lower() in HOURS

    def follows_abbreviation(self, place: int) -> bool:
        """ "Col. Roy", "Union No. 2": neither a name behind its title nor a number begins a sentence."""
        before = place - 1
        word = self.words[before]
        if word == "." and before > 0 and not self.is_spaced[before - 1]:
            word = f"{self.words[before - 1]}."
        if not word.endswith(".") or not self.is_spaced[before]:
            return False
        is_number = self.words[place][0].isdigit() and word[:-1] in NUMBERING
        return is_number or self.words[place][0].isupper() and self.words[place] not in OPENERS and word[:-1] in TITLES

    def may_begin(self, place: int) -> bool:
        """Whether a sentence could begin at a word (never the first of its block).

        Not at white space or a closing mark; not right after an opening quotation mark; not after a comma ("..., ' she said"); and with a
        small letter only after a full stop ("'... enough?' she asked" goes on). A capital may follow a heading that has no full stop.
        """
        words, word = self.words, self.words[place]
        if word[0].islower() and words[place - 1][-1].isalnum():  # as nearly all words: what follows would come to the same
            return False
        if word.isspace() or self._closes(place) or self.follows_abbreviation(place):
            return False
        before = place - 1
        if words[before].isspace():
            if "\n" in words[before]:
                return True
            before -= 1
        quoted = False
        while before > max(0, place - MOST_CLOSERS) and self._closes(before):
            quoted = quoted or words[before] in QUOTES
            before -= 1
        last = words[before][-1]
        if last == "," or words[before] in OPENING_QUOTES or (words[before] in STRAIGHT and not quoted):
            return False
        return not word[0].islower() or last in STOPS or (last in TERMINATORS and not quoted)

    def _closes(self, place: int) -> bool:
        """Whether a word is a closing bracket or quotation mark; a straight mark closes when nothing stands before it."""
        if self.words[place] in STRAIGHT:
            return place > 0 and not self.is_spaced[place - 1] and not self.words[place - 1].isspace()
        return self.words[place] in CLOSERS
