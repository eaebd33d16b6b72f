"""Phrases -> referents: names, appositions, pronouns, "we" and definite descriptions resolved within one article.

Antecedents are weighed by salience: each mention counts by its grammatical role and halves with every sentence (Lappin and Leass 1994).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from weakref import proxy

from kg.namespaces import to_iri
from kg.records import NEWS_BLOCKS, Ground, Iri, Span
from kg.resolve.bindings import (
    find_accused,
    find_asked,
    find_companion,
    find_leader,
    find_parallel,
    find_subject,
    find_subject_behind,
    is_counterpart,
    is_pleonastic,
)
from kg.resolve.descriptions import Descriptions
from kg.resolve.discourse import Discourse
from kg.resolve.expectations import ACTORS, TERRITORIES, Expectations
from kg.resolve.groups import Groups
from kg.resolve.late_names import find_late_names
from kg.resolve.numbers import Numbers
from kg.resolve.persons import HE_SHE, Persons
from kg.resolve.rivals import Rivals
from kg.resolve.salience import Search
from kg.resolve.speeches import Speeches
from kg.resolve.things import Thing
from kg.resolve.unnamed import Unnamed
from kg.terms import (
    CONCEPT,
    COUNTRY,
    ORGANIZATION,
    PEOPLE_GROUP,
    PERSON,
    QUANTITY,
    TEAM,
)

FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
OPINION_VERBS = to_iri("lex:OpinionVerb")
ALIKE = (IT, THEY, *({word for word, gender in HE_SHE.items() if gender == wanted} for wanted in "mf"))
"""Pronouns that may speak of the same."""
RECURRING = 3
FOR_HE_SHE = Search(least_lead=1.05, mentioned=2, here=2.0)
FOR_IT = Search(mentioned=2, here=1.5)
FOR_THEY = Search(least_lead=1.3)
LEAST_LEAD_OF_NOUN = 1.5
"""By how much a noun without a name must lead what else "it" may be."""
ONE_AS_MANY = 0.2
"""How much of its salience an organisation has for "they", where a plural noun competes."""


class Referents:
    """The referents of one article; ``find`` gives the thing that the phrase with a head token speaks of."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree, self.mentions, self.ontology = discourse, discourse.tree, discourse.mentions, discourse.ontology
        self.descriptions = Descriptions(discourse)
        self._rivals, self._persons = Rivals(discourse), Persons(discourse)
        mine = proxy(self)  # a cycle would keep all of an article until it is searched for
        self._speeches = Speeches(discourse, lambda token: mine.find_person(token, HE_SHE[discourse.tree.lower[token]]))
        self._expectations = Expectations(self.tree, self.mentions, self.ontology)
        self._groups, self._numbers = Groups(discourse), Numbers(discourse)
        self._unnamed = Unnamed(discourse)
        self._late_names = dict(find_late_names(self.tree, self.mentions, discourse.parsed.article.blocks, discourse.at_token))

        self._unclear: set[int] = set()
        """Nouns with an origin that take up nothing where they stand ("the Dutch firm"); what is learnt later does not change that."""

    # ------------------------------------------------------------ finding

    def read_chains(self) -> None:
        """Resolve pronouns and definite descriptions in text order, so that each adds to the salience of its antecedent."""
        tree = self.tree
        for token, word in enumerate(tree.words):
            self._weigh_speaker(token)
            if token in self.discourse.at_token:
                self._learn_counterpart(token)
                continue
            lower = word.lower()
            if tree.is_relative(token) and tree.deps[token] == "nsubj":
                self._weigh_relative(token)
            thing: Thing | None = self._part(self._late_names.get(token), token) if self._is_news(token) else None
            ground = Ground.PRONOUN if thing is None else Ground.LATE_NAME
            if thing is None and tree.tags[token] in {"PRP", "PRP$"} and (lower in HE_SHE or lower in IT):
                thing = self._part(self._find_pronoun(token, lower, ()), token)
            elif thing is None and tree.tags[token] == "NN" and self.tree.is_definite(token) and self._is_news(token):
                thing, ground = self._find_described(token)
                if thing is None and self.descriptions.tells_origin(token):
                    self._unclear.add(token)
            elif thing is None and tree.tags[token] == "NN" and self.descriptions.introduces_organisation(token) and self._is_news(token):
                self.find(token)
            if thing is not None:
                self.discourse.mention(thing, token, ground)
                if lower in HE_SHE:
                    self._persons.learn(thing, HE_SHE[lower])

    def _weigh_speaker(self, token: int) -> None:
        """Whoever speaks a passage, by a name or by a pronoun before it, does something in its sentence."""
        quotation = self._speeches.opening.get(token)
        speaker = self._speeches.find_known_sayer(quotation) if quotation is not None else None
        if speaker is not None:
            self.discourse.salience.weigh_speaker(speaker, token)

    def _weigh_relative(self, pronoun: int) -> None:
        """ "X, which said that its ...": the noun of the clause is its subject too."""
        verb = self.tree.heads[pronoun]
        thing = self.discourse.at_token.get(self.tree.heads[verb]) if self.tree.deps[verb] == "relcl" else None
        if thing is not None:
            self.discourse.salience.weigh(thing, pronoun)

    def _learn_counterpart(self, noun: int) -> None:
        """ "X met his counterpart, Y": Y holds the post that X does."""
        possessor = self.tree.find_child(noun, "poss") if is_counterpart(self.tree, noun) else None
        other = self.discourse.at_token.get(possessor) if possessor is not None else None
        if other is not None:
            self.discourse.share_posts(other, self.discourse.at_token[noun], noun)

    def _is_news(self, token: int) -> bool:
        return self.discourse.find_block_kind(self.tree.starts[token]) in NEWS_BLOCKS

    def find(self, head: int, accept: tuple[Iri, ...] = ()) -> Thing | None:
        """The thing that a phrase speaks of; ``accept`` are the classes that its role takes; None for an unclear pronoun."""
        known = self.discourse.at_token.get(head)
        tree = self.tree
        word = tree.words[head].lower()
        is_guess = known is not None and tree.names[head] < 0 and (tree.is_pronoun(head) or tree.is_definite(head))
        if (
            known is not None
            and not (is_guess and known.number in self.discourse.salience.barred)
            and not (word in IT and not self.discourse.accepts(known, accept))
        ):
            return known
        is_owner = known is not None and tree.deps[head] == "poss" and tree.is_pronoun(head)
        if known is not None and (word in HE_SHE or word == "it" and not known.named or is_owner and known.named):
            return None
        if tree.is_pronoun(head):
            thing = self._part(self._find_pronoun(head, word, accept), head)
            if thing is not None:
                self.discourse.at_token[head] = thing
                self.discourse.grounds[head] = Ground.SPEAKER if word in FIRST_PERSON | FIRST_PLURAL else Ground.PRONOUN
            return thing
        if not tree.is_noun(head):
            return None
        thing, ground = self._part(self._late_names.get(head), head), Ground.LATE_NAME
        if thing is None and head not in self._unclear:
            thing, ground = self._find_described(head)
        if thing is None:
            thing, ground = self._unnamed.add(head, accept), Ground.NAME
        if thing is not None:
            self.discourse.mention(thing, head, ground)
        return thing

    def find_group(self, head: int) -> tuple[Thing, ...]:
        """The named things that a phrase for several speaks of ("the two companies"); none where it is not clear."""
        if head in self.discourse.at_token and not self.tree.is_pronoun(head):
            return ()
        return self._groups.find(head)

    def _find_described(self, head: int) -> tuple[Thing | None, Ground]:
        """What a noun takes up that was spoken of before, and by what."""
        organisation = self._part(self._find_owned_organisation(head), head)
        if organisation is not None:
            return organisation, Ground.POST
        return self._part(self.descriptions.find(head), head), Ground.DESCRIPTION

    def _part(self, thing: Thing | None, head: int) -> Thing | None:
        """What a phrase was taken for, unless the user keeps the two apart."""
        return None if thing is None or self.discourse.keeps_apart(thing, head) else thing

    def _find_pronoun(self, token: int, word: str, accept: tuple[Iri, ...]) -> Thing | None:
        if word in FIRST_PERSON or word in FIRST_PLURAL:
            return self._find_speaker(token, word)
        if word.endswith(("self", "selves")):
            subject = find_subject(self.tree, token)
            thing = self.find(subject, accept) if subject is not None else None
            return thing if thing is not None and thing.number not in self.discourse.salience.barred else None
        companion = find_companion(self.tree, token)
        if companion is not None:
            return self.find(companion, accept)
        asked = find_asked(self.tree, token)
        if asked is not None and any({word, self.tree.lower[asked]} <= forms for forms in ALIKE):
            return self.find(asked, accept)
        controller = self._find_controller(token, word)
        if controller is not None:
            return controller
        behind = self._find_subject_behind(token, word)
        if behind is not None:
            return behind
        if word in HE_SHE:
            return self.find_person(token, HE_SHE[word])
        if (word not in IT and word not in THEY) or is_pleonastic(self.tree, token, self.ontology.group(OPINION_VERBS)):
            return None
        if self._expectations.speaks_of_nothing(token):
            return None
        is_plural = word in THEY
        leader = find_leader(self.tree, token, THEY if is_plural else IT)
        if leader is not None:
            return self.find(leader)
        parallel = find_parallel(self.tree, token, plural=is_plural)
        if parallel is not None:
            thing = self.find(parallel, accept)
            return thing if thing is not None and self.discourse.accepts(thing, accept) else None
        principal = None if is_plural else self._find_principal(token)
        if principal is not None:
            return self.find(principal, accept)
        wanted = self._expectations.find(token, accept)
        sayer = None if is_plural else self._find_own_sayer(token, wanted)
        return sayer if sayer is not None else self._find_rivalled(token, wanted, is_plural=is_plural)

    def _find_subject_behind(self, token: int, word: str) -> Thing | None:
        """ "In his speech, X said", "playing in its second final, X won": the name that a sentence begins its main clause with."""
        subject = find_subject_behind(self.tree, token)
        thing = self.discourse.at_token.get(subject) if subject is not None and self.tree.names[subject] >= 0 else None
        return thing if thing is not None and self._may_say(word, thing) else None

    def _find_controller(self, token: int, word: str) -> Thing | None:
        """ "She accused the union of timing its action": the object does what somebody is accused of, and with its own."""
        head = find_accused(self.tree, token)
        thing = self.discourse.at_token.get(head) if head is not None else None
        return thing if thing is not None and self._may_say(word, thing) else None

    def _may_say(self, word: str, thing: Thing) -> bool:
        """Whether a pronoun may speak of a thing, by gender and number."""
        if thing.number in self.discourse.salience.barred:
            return False
        return self._persons.may_be(thing, HE_SHE[word]) if word in HE_SHE else word in IT and self._numbers.is_one(thing)

    def _find_own_sayer(self, token: int, accept: tuple[Iri, ...]) -> Thing | None:
        """ "Lumina said it would sue": who says what "it" does speaks of itself, wherever it may."""
        tree, clause = self.tree, self.tree.heads[token]
        while tree.deps[clause] == "conj":
            clause = tree.heads[clause]
        if tree.deps[token] != "nsubj" or tree.deps[clause] != "ccomp":
            return None
        subject = next(self.discourse.salience.walk_sayers(token), None)
        sayer = self.discourse.at_token.get(subject) if subject is not None and tree.heads[subject] == tree.heads[clause] else None
        is_fit = sayer is not None and self._numbers.is_one(sayer) and self.discourse.accepts(sayer, accept)
        return sayer if is_fit and sayer is not None and sayer.number not in self.discourse.salience.barred else None

    def _find_principal(self, token: int) -> int | None:
        """ "A spokesman for the agency said it would ...": for whom somebody speaks who says what "it" does."""
        if self.tree.deps[token] not in {"nsubj", "poss"}:
            return None
        sayers = self.discourse.salience.walk_sayers(token)
        return next((found for sayer in sayers if (found := self._speeches.find_principal(sayer)) is not None), None)

    def find_person(self, token: int, gender: str) -> Thing | None:
        """The person whom "he" or "she" takes up, unless somebody without a name is spoken of more; him where he leads clearly."""
        fits = self._speeches.find_limits(token)
        thing = self.discourse.find_salient(token, lambda other: self._persons.may_be(other, gender) and fits(other), FOR_HE_SHE)
        spoken = self._speeches.find_words_of(token)
        rivals = self._rivals.find_persons(token, lambda noun: self._persons.may_noun_be(noun, gender) and noun not in spoken)
        salience = self.discourse.salience.measure(thing, token, FOR_HE_SHE) if thing is not None else 0.0
        if not rivals or thing is not None and salience >= rivals[0][0]:
            return thing
        return self._take_noun(token, rivals, salience)

    def _take_noun(self, token: int, rivals: list[tuple[float, int]], salience: float, accept: tuple[Iri, ...] = ()) -> Thing | None:
        """What the foremost noun without a name speaks of, if it is near and leads all else clearly."""
        first, noun = rivals[0]
        second = max(salience, rivals[1][0] if len(rivals) > 1 else 0.0)
        is_near = self.tree.sentence_of[token] - self.tree.sentence_of[noun] < 2
        return self.find(noun, accept) if is_near and first >= LEAST_LEAD_OF_NOUN * second and not self._may_be_named(noun) else None

    def _find_rivalled(self, token: int, accept: tuple[Iri, ...], *, is_plural: bool) -> Thing | None:
        """The name that a pronoun takes up, unless a noun without one is spoken of more; that noun where it leads clearly."""
        discourse = self.discourse
        search, may_be = (FOR_THEY, self._numbers.are_many) if is_plural else (FOR_IT, self._numbers.is_one)
        fits = self._speeches.find_limits(token)
        own = None if is_plural else self._find_own_subject(token)
        thing = discourse.find_salient(
            token,
            lambda other: (
                (may_be(other) or other is own or accept == TERRITORIES or is_plural and self._says_as_many(other, token))
                and discourse.accepts(other, accept)
                and fits(other)
            ),
            search,
        )
        if not is_plural and self._is_said_of_place(token):
            return None
        if thing is not None and not is_plural and accept not in {ACTORS, TERRITORIES} and self._rivals.outdo(thing, token, search):
            thing = None
        rivals = self._rivals.find(token, plural=is_plural, accept=accept, here=search.here)
        if not rivals:
            return thing
        salience = discourse.salience.measure(thing, token, search) if thing is not None else 0.0
        if thing is not None and is_plural and thing.class_iri not in {PEOPLE_GROUP, TEAM} and not self._is_sayer(thing, token):
            salience *= ONE_AS_MANY
        first, noun = rivals[0]
        if thing is not None and (salience >= first or self.tree.lemmas[noun] in {self.tree.lemmas[other] for other in thing.tokens}):
            return thing
        if is_plural:
            second = max(salience, rivals[1][0] if len(rivals) > 1 else 0.0)
            return self.find(noun, accept) if first >= search.least_lead * second else None
        return self._take_noun(token, rivals, salience, accept)

    def _find_own_subject(self, token: int) -> Thing | None:
        """ "The Lopez family sold its shares", "the region cut its grant": a family or place that does something with its own."""
        subject = find_subject(self.tree, token) if self.tree.deps[token] == "poss" else None
        if subject is not None and self.tree.is_relative(subject):
            subject = self.tree.heads[self.tree.heads[subject]]
        thing = self.discourse.at_token.get(subject) if subject is not None else None
        if thing is None or not thing.named or thing.class_iri in {PERSON, CONCEPT}:
            return None
        return thing if thing.class_iri != PEOPLE_GROUP or thing.label.lower().endswith("family") else None

    def _may_be_named(self, noun: int) -> bool:
        """Whether a noun that speaks of nothing yet may be what a name is given for elsewhere ("a film", of an article on one)."""
        kinds = [known for known in self.mentions.types[noun][:1] if known not in {CONCEPT, QUANTITY}]
        named = self.discourse.walk_named() if noun not in self.discourse.at_token else ()
        return any(self.ontology.is_any(thing.class_iri, kinds) for thing in named)

    def _is_sayer(self, thing: Thing, token: int) -> bool:
        """Whether a token stands in what the thing, by name or description, says."""
        return any(self.discourse.at_token.get(subject) is thing for subject in self.discourse.salience.walk_sayers(token))

    def _says_as_many(self, thing: Thing, token: int) -> bool:
        """ "The board said they would sue": an organisation that says what they do."""
        return self.ontology.is_a(thing.class_iri, ORGANIZATION) and thing.class_iri != COUNTRY and self._is_sayer(thing, token)

    def _is_said_of_place(self, token: int) -> bool:
        """ "Lyon said it would sue": whoever speaks for a place that is no actor is not known, and "it" is nobody else."""
        sayers = (self.discourse.at_token.get(subject) for subject in self.discourse.salience.walk_sayers(token))
        return any(sayer is not None and sayer.named and self._numbers.is_mere_place(sayer) for sayer in sayers)

    def _find_speaker(self, token: int, word: str) -> Thing | None:
        """ "I" in a quotation is its speaker, "we" the organisation in which the speaker holds a post."""
        quotation = self._speeches.around.get(token)
        speaker = self.find_span(quotation.speaker) if quotation is not None and quotation.speaker is not None else None
        if quotation is None or speaker is None or word in FIRST_PERSON:
            return speaker
        number = self.discourse.organisation_of.get(speaker.number)
        organisation = self.discourse.things[number] if number is not None else self._speeches.find_represented(quotation)
        is_such = organisation is not None and self.ontology.is_any(organisation.class_iri, (ORGANIZATION, COUNTRY))
        return organisation if is_such else None

    def find_span(self, span: Span) -> Thing | None:
        """The thing named or described in a span: a name first, else its last noun or pronoun."""
        tokens = self.tree.find_tokens(span)
        for token in tokens:
            if self.tree.names[token] >= 0 and not self._speeches.stands_inside(self._find_root_of_name(token), tokens):
                return self.discourse.at_token[token]
        for token in tokens:
            if self.tree.is_noun(token) or self.tree.is_pronoun(token):
                if self.tree.heads[token] not in tokens or self.tree.deps[token] in {"nsubj", "ROOT"}:
                    return self.find(token)
        return None

    def _find_root_of_name(self, token: int) -> int:
        """The word of a name that the others hang on."""
        tree = self.tree
        while tree.heads[token] != token and tree.names[tree.heads[token]] == tree.names[token]:
            token = tree.heads[token]
        return token

    def _find_owned_organisation(self, head: int) -> Thing | None:
        """ "his company", "her ministry": where the person holds a post."""
        possessor = self.tree.find_child(head, "poss")
        if possessor is None or not any(self.ontology.is_a(known, ORGANIZATION) for known in self.mentions.types[head][:2]):
            return None
        owner = self.find(possessor)
        if owner is None or owner.class_iri != PERSON or owner.number not in self.discourse.organisation_of:
            return None
        organisation = self.discourse.things[self.discourse.organisation_of[owner.number]]
        wanted = self.mentions.types[head][:2]
        is_such = any(
            self.ontology.is_a(organisation.class_iri, known) or self.ontology.is_a(known, organisation.class_iri) for known in wanted
        )
        return organisation if is_such else None

    # ------------------------------------------------------------ what a pronoun may take up

    @cached_property
    def _noun_counts(self) -> Counter[str]:
        """How often the article uses each noun."""
        return Counter(lemma for token, lemma in enumerate(self.tree.lemmas) if self.tree.is_noun(token))

    def find_topics(self, passage: Span) -> Iterator[Thing]:
        """What a passage is about beside names: the topics in it that the article comes back to."""
        tree = self.tree
        for token in tree.find_tokens(passage):
            if not tree.is_noun(token) or tree.deps[token] in {"compound", "nmod"}:
                continue
            is_topic = self.mentions.types[token][:1] in {(), (CONCEPT,)} and tree.names[token] < 0
            if is_topic and self._noun_counts[tree.lemmas[token]] >= RECURRING and tree.lemmas[token] not in self.ontology.transparent:
                thing = self.find(token)
                if thing is not None and thing.class_iri == CONCEPT:
                    yield thing
