"""ParsedArticle -> Quotations: the passages between quotation marks that somebody says, gathered into speeches.

A cue is a verb of speech (or "according to") in the sentence around the passage: behind it where the passage ends in a
comma, question or exclamation mark, else before it. A passage is a quotation when it has a cue or is a clause; so a term
in scare quotes ("so-called “green” steel"), a nickname and the title of a work are none. A passage without a cue belongs
to the speech before it when nothing but its attribution stands between, in one paragraph or across two; so does one whose
speaker is only a pronoun ("he added").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.mentions.marks import Passage, find_passages
from kg.records import NEWS_BLOCKS, ParsedArticle, Quotation, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDERS = frozenset({".", "!", "?", ";"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NAMING = frozenset(
    {"so", "called", "known", "dubbed", "named", "titled", "nicknamed", "termed", "entitled", "word", "term", "phrase", "song", "film"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"DT", "PRP", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "HYPH"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_OUTSIDE = frozenset({"appos", "relcl", "acl", "advcl", "punct", "prep", "ccomp", "parataxis", "conj", "cc"})
_NAMED_OR_NOUN = frozenset({"NN", "NNP"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
_RELATIVES = frozenset({"who", "that", "which"})
_TIME_PREPOSITIONS = frozenset({"on", "in", "at", "late", "early", "also", "then"})
_LONGEST_WINDOW = 40


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words that say that something is said, and who says it."""

    span: Span
    speaker: Span | None
    speaker_words: str


@dataclass(slots=True)
class _Speech:
    passages: list[Passage] = field(default_factory=list)
    cue: _Cue | None = None


def find_quotations(
    parsed: ParsedArticle, *, speech_verbs: frozenset[str], quoting_verbs: frozenset[str] = frozenset()
) -> tuple[Quotation, ...]:
    """Return the quotations in the order of the text; ``speech_verbs`` are lemmas, ``quoting_verbs`` those of whoever quotes a few words.

    A passage is the exact text inside the marks, a final comma included; ``cue`` is the verb or "according to", ``speaker`` the noun phrase
    that is its subject, without appositions and clauses.
    """
    blocks = [block.span for block in parsed.article.blocks if block.kind in NEWS_BLOCKS]
    passages = find_passages(parsed.article.text, blocks)
    if not passages:
        return ()
    return _Reader(parsed.doc, blocks, passages, speech_verbs, quoting_verbs).find_quotations()


class _Reader:
    """The passages of one article and the tokens around them."""

    def __init__(
        self, doc: Doc, blocks: list[Span], passages: tuple[Passage, ...], speech_verbs: frozenset[str], quoting_verbs: frozenset[str]
    ) -> None:
        self.doc, self.passages, self.speech_verbs, self.quoting_verbs = doc, passages, speech_verbs, quoting_verbs
        self.place_of = {block: place for place, block in enumerate(blocks)}
        self.text = doc.text  # put together anew each time that it is asked for
        self.starts = [token.idx for token in doc]
        self.quoted = [False] * len(doc)
        for passage in passages:
            first, last = self.to_tokens(passage.outer)
            self.quoted[first:last] = [True] * (last - first)

    def to_tokens(self, span: Span) -> tuple[int, int]:
        """The tokens [first, last) that begin inside the span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    # ------------------------------------------------------------ speeches

    def find_quotations(self) -> tuple[Quotation, ...]:
        """The passages that are quotations, gathered into speeches."""
        speeches: list[_Speech] = []
        for passage in self.passages:
            cue = self.find_cue(passage)
            last = speeches[-1] if speeches else None
            goes_on = last is not None and self.continues(last, passage, cue)
            said = self.is_quotation(passage, cue)
            if cue is None and said and not goes_on:
                cue = self.find_cue_in_sentence_before(passage)
            if last and goes_on and (said or (cue is None and self.ends_sentence(passage) and not self.is_title(passage))):
                last.passages.append(passage)
                last.cue = last.cue or cue
            elif said:
                speeches.append(_Speech([passage], cue))
        return tuple(_to_quotation(speech) for speech in speeches)

    def is_quotation(self, passage: Passage, cue: _Cue | None) -> bool:
        """Whether the passage is said: a clause, or words with a cue that neither name nor modify something."""
        if cue is None:
            return not passage.is_single and self.is_clause(passage)
        if self.is_clause(passage):
            return True
        first, last = self.to_tokens(passage.outer)
        if {token.lower_ for token in self.doc[max(0, first - 2) : first]} & _NAMING or self.is_title(passage):
            return False
        if self.ends_sentence(passage):
            return True
        words = self.words_in(passage)
        return len(words) > 2 or last >= len(self.doc) or self.doc[last].tag_ not in _NOUNS

    def is_clause(self, passage: Passage) -> bool:
        """Whether the passage is a sentence or most of one: it holds a finite verb, or ends like a sentence, and is no title."""
        words = self.words_in(passage)
        first, last = self.to_tokens(passage.inner)
        has_verb = any(token.tag_ in _FINITE for token in self.doc[first:last])
        if self.ends_sentence(passage):
            return len(words) >= (2 if has_verb else 3) and not self.is_title(passage)
        return has_verb and len(words) >= 5 and not self.is_title(passage)

    def ends_sentence(self, passage: Passage) -> bool:
        """Whether the passage ends in a mark that closes a sentence or ties it to its attribution."""
        return self.text[passage.inner.end - 1] in ".,!?…—"

    def words_in(self, passage: Passage) -> list[Token]:
        """The tokens of the passage that are words."""
        first, last = self.to_tokens(passage.inner)
        return [token for token in self.doc[first:last] if token.text[0].isalnum()]

    def is_title(self, passage: Passage) -> bool:
        """Whether all its weighty words are capitalised and none is a finite verb, as in the title of a work."""
        words = [token for token in self.words_in(passage) if not token.is_stop]
        capitalised = all(token.text[0].isupper() for token in words)
        return len(words) >= 2 and capitalised and not any(token.tag_ in _FINITE for token in words)

    def continues(self, speech: _Speech, passage: Passage, cue: _Cue | None) -> bool:
        """Whether the passage belongs to the speech before it."""
        last = speech.passages[-1]
        if not self.is_near(last, passage) or self.is_interrupted(speech, passage):
            return False
        if cue is None or last.is_open:
            return True
        if speech.cue is None:
            return False
        if cue.span == speech.cue.span or (cue.speaker is not None and cue.speaker == speech.cue.speaker):
            return True
        return cue.speaker_words in _PRONOUNS and speech.cue.speaker_words not in _PRONOUNS

    def is_near(self, last: Passage, passage: Passage) -> bool:
        """Whether at most an attribution stands between two passages, in one paragraph or in two of which the second opens with one."""
        first_token, end_token = self.to_tokens(Span(last.outer.end, passage.outer.start))
        sentences = sum(token.text in _ENDERS for token in self.doc[first_token:end_token])
        if last.block != passage.block and (not passage.opens or self.place_of[last.block] + 1 != self.place_of[passage.block]):
            return False
        return sentences <= 1

    def is_interrupted(self, speech: _Speech, passage: Passage) -> bool:
        """Whether somebody else says something between a speech and a passage, as the subject of a sentence."""
        first, last = self.to_tokens(Span(speech.passages[-1].outer.end, passage.outer.start))
        speaker = speech.cue.speaker_words if speech.cue is not None else ""
        return any(
            token.dep_ == "nsubj"
            and token.tag_ in _NAMED_OR_NOUN
            and token.head.dep_ == "ROOT"
            and self.is_speech_verb(token.head)
            and (speech.cue is None or token.head.idx != speech.cue.span.start)
            and token.lower_ not in speaker
            for token in self.doc[first:last]
        )

    # ------------------------------------------------------------ cues

    def find_cue(self, passage: Passage) -> _Cue | None:
        """The cue behind a passage that ends like one that goes on, else the one before it; of a fragment, the verb it hangs on."""
        behind, before = self.window_behind(passage), self.window_before(passage)
        if not self.ends_sentence(passage):
            ahead = () if any(token.dep_ in {"mark", "cc"} for token in behind) else behind
            if not self.is_clause(passage) and self.hangs_elsewhere(passage):
                return self.find_governor(passage)
            return self.find_governor(passage) or self.read_window(before[::-1]) or self.read_label(before) or self.read_window([*ahead])
        if self.goes_on(passage, behind) and (cue := self.read_window(behind)):
            return cue
        return self.read_window(before[::-1]) or self.read_label(before) or self.read_colon(before)

    def read_colon(self, before: list[Token]) -> _Cue | None:
        """ "Smith disagreed: “It was late.”": who does something by saying so."""
        if not before or before[-1].text != ":":
            return None
        return next((self.to_cue(token.head) for token in before if self.is_somebody(token) and token.head in before), None)

    def is_somebody(self, token: Token) -> bool:
        """Whether a token is the subject of a sentence and a name, "he" or "she"."""
        return token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and (token.tag_ == "NNP" or token.lower_ in {"he", "she"})

    def find_cue_in_sentence_before(self, passage: Passage) -> _Cue | None:
        """ "She said that he was late. “He is slow.”": whoever spoke in the sentence right before, in the same paragraph."""
        start, first = self.to_tokens(passage.outer)[0], self.to_tokens(passage.block)[0]
        if start - 1 <= first or self.doc[start - 1].text not in _ENDERS or self.quoted[start - 1]:
            return None
        before = list(self.walk(start - 2, first - 1, -1))
        said = (token.head for token in before if self.is_somebody(token))
        return next((self.to_cue(verb) for verb in said if verb in before and self.is_speech_verb(verb)), None)

    def find_governor(self, passage: Passage) -> _Cue | None:
        """The verb of speech, or of praise or blame, that the passage hangs on in the parse, if none but a gerund is between."""
        first, last = self.to_tokens(passage.inner)
        inside = range(first, last)
        root = next((token for token in self.doc[first:last] if token.head.i not in inside), None)
        for above in root.ancestors if root is not None else ():
            if above.i in inside or not above.tag_.startswith("VB"):
                continue
            if self.is_speech_verb(above) or len(self.words_in(passage)) > 1 and above.lemma_.lower() in self.quoting_verbs:
                return self.to_cue(above)
            if above.dep_ != "pcomp":
                return None
        return None

    def hangs_elsewhere(self, passage: Passage) -> bool:
        """Whether a few words belong to a relative clause that says nothing: "said X, who cut it to “sell”"."""
        first, last = self.to_tokens(passage.inner)
        inside = range(first, last)
        root = next((token for token in self.doc[first:last] if token.head.i not in inside), None)
        above = next((token for token in root.ancestors if token.i not in inside and token.tag_.startswith("VB")), None) if root else None
        return above is not None and above.dep_ == "relcl" and not self.is_speech_verb(above)

    def read_label(self, before: list[Token]) -> _Cue | None:
        """ "Minister: “We will win”": a short noun phrase and a colon are a speaker."""
        if not 2 <= len(before) <= 7 or before[-1].text != ":":
            return None
        speaker = self.find_run(before[-2].i, -1)
        if speaker is None or speaker.start != before[0].idx:
            return None
        return _Cue(Span(before[-1].idx, before[-1].idx + 1), speaker, self.words_of(speaker))

    def goes_on(self, passage: Passage, behind: list[Token]) -> bool:
        """Whether the sentence runs on behind the passage ("...,” said X", "...?” she asked")."""
        if not behind:
            return False
        last = self.text[passage.inner.end - 1]
        if last == ".":
            return behind[0].text[0].islower()
        return last == "," or behind[-1].text != ":"

    def window_behind(self, passage: Passage) -> list[Token]:
        """The tokens from the passage to the end of the sentence, the next passage or the paragraph."""
        return list(self.walk(self.to_tokens(passage.outer)[1], self.to_tokens(passage.block)[1], 1))

    def window_before(self, passage: Passage) -> list[Token]:
        """The tokens of the sentence before the passage, in text order; a colon at the end of the paragraph before counts."""
        start = self.to_tokens(passage.outer)[0]
        first = self.to_tokens(passage.block)[0]
        if passage.opens and start > 1:
            place = start - 1
            while place > 0 and self.doc[place].is_space:
                place -= 1
            if self.doc[place].text != ":":
                return []
            start, first = place, 0
        return list(self.walk(start - 1, first - 1, -1))[::-1]

    def walk(self, start: int, end: int, step: int) -> Iterator[Token]:
        """Tokens outside quotation marks from ``start`` until a sentence ends."""
        for place in range(start, end, step)[:_LONGEST_WINDOW]:
            token = self.doc[place]
            if self.quoted[place] or token.text in _ENDERS or (token.is_space and "\n\n" in token.text):
                return
            yield token

    def read_window(self, tokens: list[Token]) -> _Cue | None:
        """The first cue among the tokens; those before a passage come in reverse, so that the nearest is found."""
        for token in tokens:
            if self.is_speech_verb(token):
                return self.to_cue(token)
            if token.lower_ == "according" and token.i + 1 < len(self.doc) and token.nbor().lower_ == "to":
                return self.to_according(token)
        return None

    def is_speech_verb(self, token: Token) -> bool:
        """Whether the token is a verb that introduces what somebody says."""
        return token.lemma_.lower() in self.speech_verbs and token.tag_.startswith("VB") and token.dep_ not in {"amod", "aux"}

    def to_according(self, token: Token) -> _Cue:
        """ "according to X"."""
        preposition = token.nbor()
        span = Span(token.idx, preposition.idx + len(preposition))
        speaker = self.find_run(preposition.i + 1, 1)
        return _Cue(span, speaker, self.words_of(speaker))

    def to_cue(self, verb: Token) -> _Cue:
        speaker = self.find_speaker(verb)
        if verb.lemma_.lower() == "read" and self.words_of(speaker) == "it":  # "a text was sent; it read: ...": nobody says it
            speaker = None
        return _Cue(Span(verb.idx, verb.idx + len(verb)), speaker, self.words_of(speaker))

    def words_of(self, span: Span | None) -> str:
        return self.text[span.start : span.end].lower() if span else ""

    # ------------------------------------------------------------ speakers

    def find_speaker(self, verb: Token) -> Span | None:
        """The subject of the verb, of the verb that it hangs on, or else the noun phrase right beside it."""
        inverted = self.find_run(verb.i + 1, 1)
        subject = self.find_subject(verb)
        if subject is not None and (inverted is None or subject.i > verb.i or not self.is_inverted(verb)):
            return self.to_noun_phrase(subject)
        return inverted if self.is_inverted(verb) and inverted else self.find_run(verb.i - 1, -1)

    def is_inverted(self, verb: Token) -> bool:
        """Whether the verb follows the closing mark at once ("...,” said X")."""
        return verb.i > 0 and self.quoted[verb.i - 1]

    def find_subject(self, verb: Token) -> Token | None:
        """The subject outside the marks, climbing from participles and infinitives to the verb above ("..., adding: “...”")."""
        current = self.find_main(verb) if verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == "," else verb
        for _ in range(4):
            for child in current.children:
                if child.dep_ in _SUBJECTS and not self.quoted[child.i]:
                    if child.dep_ == "nsubjpass" and current.i == verb.i:
                        return self.find_agent(verb)
                    return self.to_antecedent(child, current)
            if current.dep_ in {"relcl", "ROOT"} or current.head.i == current.i or self.quoted[current.head.i]:
                return None
            if current.dep_ == "acl" and current.head.tag_ in _NOUNS:
                return current.head if current.tag_ == "VBG" else None
            current = current.head
        return None

    def find_main(self, verb: Token) -> Token:
        """ "X dismissed talk that the bank might sell, saying: ...": the verb that all clauses but relative ones hang on."""
        if verb.dep_ not in {"advcl", "xcomp", "conj", "ccomp"}:
            return verb
        current = verb
        while current.dep_ not in {"ROOT", "relcl"} and current.head.i != current.i and not self.quoted[current.head.i]:
            current = current.head
        has_subject = any(child.dep_ in _SUBJECTS and not self.quoted[child.i] for child in current.children)
        return current if has_subject and current.tag_.startswith("VB") else verb

    def find_agent(self, verb: Token) -> Token | None:
        agent = next((child for child in verb.children if child.dep_ == "agent"), None)
        return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent is not None else None

    def to_antecedent(self, subject: Token, verb: Token) -> Token:
        """ "X, who said": the noun that the relative clause hangs on."""
        return verb.head if subject.lower_ in _RELATIVES and verb.dep_ == "relcl" else subject

    def to_noun_phrase(self, head: Token) -> Span:
        """The noun phrase of a head: what stands before it, and prepositions after it ("a spokesman for X").

        Of "its secretary, X" it is the name X, which tells who speaks; other appositions are left out.
        """
        name = next((child for child in head.children if child.dep_ == "appos" and child.tag_ == "NNP" and child.i > head.i), None)
        is_kind = name is not None and any(child.lower_ in {"a", "an"} for child in name.children)
        if name is not None and head.tag_ in {"NN", "NNS"} and not is_kind:
            return self.to_noun_phrase(name)
        tokens = {head.i}
        for child in head.children:
            close = (child.dep_ == "prep" and child.i == head.i + 1) or child.tag_ == "HYPH"
            if (close or child.dep_ not in _OUTSIDE) and not self.quoted[child.i]:
                without = {deep.i for one in child.subtree if one.dep_ in {"relcl", "appos", "advcl", "acl"} for deep in one.subtree}
                tokens |= {one.i for one in child.subtree if one.i not in without}
        first = last = head.i
        while first - 1 in tokens:
            first -= 1
        while last + 1 in tokens:
            last += 1
        while last > head.i and self.doc[last].is_punct:
            last -= 1
        return Span(self.doc[first].idx, self.doc[last].idx + len(self.doc[last]))

    def find_run(self, place: int, step: int) -> Span | None:
        """The run of nominal words that begins beside a cue; a date between is passed over ("Jane Doe on Monday told")."""
        run: list[Token] = []
        while step < 0 < place and (self.doc[place].ent_type_ in {"DATE", "TIME"} or self.doc[place].lower_ in _TIME_PREPOSITIONS):
            place -= 1
        while 0 <= place < len(self.doc) and not self.quoted[place] and self.doc[place].tag_ in _NOMINAL:
            run.append(self.doc[place])
            place += step
        run.sort(key=lambda token: token.i)
        if not any(token.tag_ in _NOUNS for token in run):
            return None
        return Span(run[0].idx, run[-1].idx + len(run[-1]))


def _to_quotation(speech: _Speech) -> Quotation:
    cue = speech.cue
    return Quotation(
        passages=tuple(passage.inner for passage in speech.passages),
        cue=cue.span if cue else None,
        speaker=cue.speaker if cue else None,
    )
