"""Things x tokens -> salience: which thing a pronoun or description at a token speaks of.

Each mention counts by its grammatical role and halves with every sentence (Lappin and Leass 1994); the subject of the sentence before
counts more (centering: Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Mentions
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import COUNTRY, PERSON, POST

SUBJECTS = ("nsubj", "nsubjpass")
ROLE_WEIGHT = {"nsubj": 80, "nsubjpass": 80, "agent": 60, "dobj": 50, "dative": 40, "poss": 50, "pobj": 35, "attr": 40, "appos": 40}
OTHER_WEIGHT = 20
SPEAKER_BONUS = 60
CENTER_BONUS = 40
PARALLEL_BONUS = 20
OWNER_BONUS = 110
"""What the subject of a clause counts more for what it owns: "X filed for bankruptcy, and Y cut its forecasts"."""
JUDGING = to_iri("lex:Judging")
ORIGIN_WEIGHT = 5
"""What a country counts that only says where somebody is from ("Norway's ...", "Dutch"), or where something is."""
WHERE = frozenset({"in", "at", "near", "across", "outside", "through"})
ONE = frozenset({"one", "another"})
POSSESSIVES = frozenset({"its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Search:
    """How an antecedent is looked for: by how much it must lead the next, how many sentences back, what each mention anywhere counts.

    ``here`` is by how much a mention in the same sentence counts more.
    """

    least_lead: float = 1.15
    reach: int = 6
    mentioned: int = 1
    here: float = 1.0


class Salience:
    """Remembers where things are mentioned; ``barred`` things are answers to nothing."""

    def __init__(self, tree: Tree, mentions: Mentions, ontology: Ontology) -> None:
        self.tree, self.mentions, self.ontology = tree, mentions, ontology
        self.barred: frozenset[int] = frozenset()
        self._quoted = frozenset(
            token for quotation in mentions.quotations for passage in quotation.passages for token in tree.find_tokens(passage)
        )
        self._mentions: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        """For each sentence, by the numbers of things, their mentions with weights."""

    @contextmanager
    def barring(self, numbers: set[int]) -> Iterator[None]:
        """While it lasts no pronoun and no description is resolved to these things."""
        self.barred = frozenset(numbers)
        try:
            yield
        finally:
            self.barred = frozenset()

    def weigh(self, thing: Thing, token: int) -> None:
        """Remember a mention with the weight of its grammatical role; "The union X said": X says."""
        self._mentions[self.tree.sentence_of[token]][thing.number].append((self._find_standing(token), self.find_role_weight(token)))

    def weigh_speaker(self, thing: Thing, token: int) -> None:
        """Remember at the first word of a passage who speaks it, as one who does something."""
        self._mentions[self.tree.sentence_of[token]][thing.number].append((token, ROLE_WEIGHT["nsubj"]))

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in what is quoted."""
        return token in self._quoted

    def _find_standing(self, token: int) -> int:
        """The word in whose place a name stands: the noun that it is apposed to, or "one" of "one of the men, X"."""
        tree = self.tree
        head = tree.heads[token]
        if tree.deps[token] == "conj" and tree.deps[head] == "appos" and tree.names[head] >= 0:
            return self._find_standing(head)
        is_apposed = tree.deps[token] == "appos" and head < token and tree.names[head] < 0 and tree.is_noun(head)
        if not is_apposed:
            return token
        number = tree.heads[tree.heads[head]]
        is_part = tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] == "of" and tree.lower[number] in ONE
        return self._find_standing(number if is_part else head)

    def find_role_weight(self, token: int) -> int:
        """What a mention at a token counts by its grammatical role."""
        token = self._find_standing(token)
        dep = self.tree.deps[token]
        if self.mentions.types[token] == (COUNTRY,):
            is_where = dep == "pobj" and self.tree.lower[self.tree.heads[token]] in WHERE
            if dep in {"poss", "amod", "compound"} or is_where:
                return ORIGIN_WEIGHT
        if dep == "poss" and POST not in self.mentions.types[self.tree.heads[token]] and self._tells_whose(self.tree.heads[token]):
            return OTHER_WEIGHT
        return ROLE_WEIGHT.get(dep, OTHER_WEIGHT) if dep != "conj" else self.find_role_weight(self.tree.heads[token])

    def _tells_whose(self, noun: int) -> bool:
        """ "A second man, X's friend Y": whose relative or friend somebody with a name is."""
        is_person = PERSON in self.mentions.types[noun][:1]
        return is_person and (self.tree.names[noun] >= 0 or self.tree.deps[noun] in {"compound", "appos"})

    def find(self, token: int, things: Sequence[Thing], fits: Callable[[Thing], bool], search: Search) -> Thing | None:
        """The fitting thing with the greatest salience before a token, if it leads clearly."""
        near = {number for sentence in self._reach(token, search) for number in self._mentions.get(sentence, ())}
        fitting = (number for number in sorted(near - self.barred) if fits(things[number]))
        candidates = (number for number in fitting if not self.is_beside(self._find_beside(number, token), token))
        ranked = sorted(((self.measure(things[number], token, search), -number) for number in candidates), reverse=True)
        ranked = [entry for entry in ranked if entry[0] > 0]
        if not ranked or (len(ranked) > 1 and ranked[0][0] < search.least_lead * ranked[1][0]):
            return None
        return things[-ranked[0][1]]

    def measure(self, thing: Thing, token: int, search: Search) -> float:
        """The salience of a thing at a token; 0 for what was not mentioned within reach."""
        mentions = [entry for sentence in self._reach(token, search) for entry in self._mentions.get(sentence, {}).get(thing.number, ())]
        total = self.add_up(mentions, token, search)
        return total + search.mentioned * len(thing.tokens) if total else 0.0

    def _reach(self, token: int, search: Search) -> range:
        """The sentences in which a search looks, from that of the token back."""
        sentence = self.tree.sentence_of[token]
        return range(sentence, max(-1, sentence - search.reach - 1), -1)

    def _find_beside(self, number: int, token: int) -> list[int]:
        """The mentions of a thing in the sentence of a token."""
        return [mention for mention, _ in self._mentions.get(self.tree.sentence_of[token], {}).get(number, ())]

    def add_up(self, mentions: Sequence[tuple[int, int]], token: int, search: Search) -> float:
        """The salience that mentions, each with its weight, give at a token."""
        total = 0.0
        for mention, weight in mentions:
            distance = self._find_distance(mention, token)
            if mention < token and distance <= search.reach and not self._is_bound_elsewhere(mention, token):
                total += weight / 2**distance if distance else weight * search.here
                total += self._find_speech_bonus(mention, token) + self._find_center_bonus(mention, token, distance)
                total += self._find_parallel_bonus(mention, token, distance)
        return total

    def _find_distance(self, mention: int, token: int) -> int:
        """How many sentences lie between; for who speaks outside quotation marks not those that somebody else says within them."""
        earlier, sentence = self.tree.sentence_of[mention], self.tree.sentence_of[token]
        is_told = mention in self._quoted or token in self._quoted or self._quoted.isdisjoint(range(*self.tree.sentences[sentence]))
        if sentence - earlier < 2 or is_told:
            return sentence - earlier
        said = self._said_before
        return sentence - earlier - (said[sentence] - said[earlier + 1])

    @cached_property
    def _said_before(self) -> list[int]:
        """For each sentence how many before it are quoted from end to end."""
        tree, counts = self.tree, [0]
        for first, end in tree.sentences:
            words = [token for token in range(first, end) if tree.words[token][0].isalnum()]
            counts.append(counts[-1] + (bool(words) and self._quoted.issuperset(words)))
        return counts

    def is_beside(self, mentions: Sequence[int], token: int) -> bool:
        """Whether a mention fills another slot of the verb that the token hangs on: nobody sues himself unsaid (binding).

        So it is below an object of the verb: who buys a part of it is not it.
        """
        if self.tree.deps[token] == "poss":
            return False
        verb, tree = self.tree.heads[token], self.tree
        if any(tree.heads[other] == verb and other != token for other in mentions):
            return True
        is_made_to = tree.deps[token] in SUBJECTS and tree.is_infinitive(verb) and tree.deps[verb] in {"ccomp", "xcomp"}
        if is_made_to or tree.deps[token] == "dobj":
            if self._find_subject(tree.heads[verb] if is_made_to else verb) in mentions:
                return True
        while tree.deps[verb] in {"prep", "pobj", "dobj"}:
            verb = tree.heads[verb]
        return any(tree.heads[other] == verb and tree.deps[other] == "nsubj" and other < token for other in mentions)

    def _find_subject(self, verb: int) -> int | None:
        """The subject of a verb, or of the one that it is coordinated with."""
        subject = self.tree.find_child(verb, *SUBJECTS)
        shares = subject is None and self.tree.deps[verb] == "conj"
        return self._find_subject(self.tree.heads[verb]) if shares else subject

    def _find_speech_bonus(self, mention: int, token: int) -> int:
        """ "X said he ...": a pronoun in what somebody says speaks of the sayer first."""
        verb = self.tree.heads[mention]
        is_subject = self.tree.deps[mention] == "nsubj" and self.tree.lemmas[verb] in self.ontology.speech_verbs
        return SPEAKER_BONUS if is_subject and self.is_said(verb, token) else 0

    def walk_sayers(self, token: int) -> Iterator[int]:
        """The subjects of verbs of speech that stand before what they say, in which a token stands."""
        for verb in self.tree.find_ancestors(token):
            subject = self.tree.find_child(verb, "nsubj")
            says = subject is not None and subject < token and self.tree.lemmas[verb] in self.ontology.speech_verbs
            if subject is not None and says and self.is_said(verb, token):
                yield subject

    def is_said(self, verb: int, token: int) -> bool:
        """Whether a token stands below a verb, and in no clause beside it."""
        while token != verb and self.tree.heads[token] != token:
            if self.tree.heads[token] == verb:
                return self.tree.deps[token] != "conj"
            token = self.tree.heads[token]
        return False

    def _find_center_bonus(self, mention: int, token: int, distance: int) -> int:
        """A pronoun that opens a sentence goes on about the subject of the last clause of the sentence before.

        What is said in quotation marks has no such clause for who speaks outside them.
        """
        tree = self.tree
        if distance != 1 or tree.deps[mention] not in SUBJECTS or tree.deps[token] not in {*SUBJECTS, "poss"}:
            return 0
        if mention in self._quoted and token not in self._quoted or not self._opens(token):
            return 0
        last = self._find_last_clause(mention)
        return CENTER_BONUS if tree.heads[mention] in {last, self._find_content(last)} else 0

    def _opens(self, token: int) -> bool:
        """Whether no other subject stands before a token in its sentence, but in a quotation that it stands outside of."""
        tree = self.tree
        first = tree.sentences[tree.sentence_of[token]][0]
        before = (other for other in range(first, token) if token in self._quoted or other not in self._quoted)
        return not any(tree.deps[other] in SUBJECTS for other in before)

    def _find_last_clause(self, token: int) -> int:
        """The verb of the last main clause of a sentence that has a subject of its own."""
        tree = self.tree
        first, end = tree.sentences[tree.sentence_of[token]]
        verbs = [other for other in range(first, end) if tree.deps[other] == "ROOT"]
        last = verbs[0] if verbs else first
        while behind := [verb for verb in tree.find_children(last, "conj") if tree.find_child(verb, *SUBJECTS) is not None]:
            last = behind[-1]
        return last

    def _find_content(self, verb: int) -> int:
        """What a sentence tells before it says who says so: "X will tell the court of it, Y said" goes on about X as well."""
        clause = self.tree.find_child(verb, "ccomp") if self.tree.lemmas[verb] in self.ontology.speech_verbs else None
        return clause if clause is not None and clause < verb and clause not in self._quoted else verb

    def _find_parallel_bonus(self, mention: int, token: int, distance: int) -> int:
        """An object goes on about the object of the sentence before, and what owns about the subject of its own clause.

        The subject of a second clause goes on about that of the first: "X fell because it ...".
        """
        tree = self.tree
        if tree.deps[token] == "dobj" and tree.deps[mention] == "dobj" and distance == 1:
            return PARALLEL_BONUS
        if distance or tree.deps[mention] not in SUBJECTS:
            return 0
        if tree.deps[token] in SUBJECTS and tree.deps[tree.heads[token]] in {"conj", "advcl"}:
            return CENTER_BONUS if tree.heads[mention] == tree.heads[tree.heads[token]] else 0
        if tree.deps[token] != "poss":
            return 0
        verb = next((above for above in tree.find_ancestors(token) if tree.is_verb(above)), -1)
        is_other = tree.heads[mention] != verb or tree.lemmas[verb] in self.ontology.group(JUDGING)
        return 0 if is_other or tree.deps[tree.heads[token]] == "attr" else OWNER_BONUS

    def _is_bound_elsewhere(self, mention: int, token: int) -> bool:
        """An object never refers to the subject of its own verb (binding)."""
        if self.tree.words[token].lower() in POSSESSIVES:
            return False
        return self.tree.heads[mention] == self.tree.heads[token] and self.tree.sentence_of[mention] == self.tree.sentence_of[token]
