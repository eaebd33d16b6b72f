"""Phrases -> referents: names, appositions, pronouns, "we" and definite descriptions resolved within one article.

Antecedents are weighed by salience: each mention counts by its grammatical role and halves with every sentence (Lappin and Leass 1994).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import NEWS_BLOCKS, BlockKind, Iri, Mentions, ParsedArticle, Predication, Span
from kg.resolve.clusters import Clusters
from kg.resolve.late_names import find_late_names
from kg.resolve.salience import Salience, Search
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import COMPANY, CONCEPT, COUNTRY, GOVERNMENT, ORGANIZATION, PEOPLE_GROUP, PERSON, PLACE, POST, QUANTITY, REGION, TEAM

if TYPE_CHECKING:
    from kg.background import Background


HE_SHE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
FIRST_PERSON = frozenset({"i", "me", "my", "myself"})
FIRST_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
INDEFINITE = frozenset(
    "nobody somebody anybody everybody someone anyone everyone none nothing something anything everything one ones thing things other "
    "others".split()
)
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
WEAK_SCORE = 0.8
CORRECTIONS = tuple(
    to_iri(name)
    for name in ("schema:Organization", "schema:Product", "news:Programme", "news:Site", "schema:CreativeWork", "news:NamedEvent")
)
RECURRING = 3
UNMARKED = (COMPANY, TEAM)
"""Kinds of organisation whose names do not say the kind, as those of courts and universities do."""
FOR_HE_SHE = Search(least_lead=1.05, mentioned=2)
FOR_IT = Search(mentioned=2)
FOR_THEY = Search(least_lead=1.3)
FOR_DESCRIPTIONS = Search(least_lead=1.0, reach=30, mentioned=8)
FOR_MAIN = Search(least_lead=2.0, reach=30, mentioned=8)
KNOWN_BY = frozenset({"the", "this", "these", "that", "those", "both", "its", "their", "his", "her", "our"})


class Referents:
    """The things of one article; ``find`` gives the thing that the phrase with a head token speaks of."""

    def __init__(
        self,
        parsed: ParsedArticle,
        tree: Tree,
        mentions: Mentions,
        predications: Sequence[Predication],
        ontology: Ontology,
        background: Background,
    ) -> None:
        self.parsed, self.tree, self.mentions, self.ontology, self.background = parsed, tree, mentions, ontology, background
        body_start = next((block.span.start for block in parsed.article.blocks if block.kind is BlockKind.BODY), 0)
        self.clusters = Clusters(mentions.names, parsed.article.text, ontology, background, body_start=body_start)
        self.things: list[Thing] = []
        self.at_token: dict[int, Thing] = {}
        self._of_cluster: dict[int, Thing] = {}
        self._governments: dict[int, Thing] = {}
        self._topics: dict[str, Thing] = {}
        self._names_of_noun: dict[str, set[int]] = defaultdict(set)
        self.posts_of: dict[int, list[str]] = defaultdict(list)
        self.organisation_of: dict[int, int] = {}
        self.salience = Salience(tree, mentions, ontology)
        self._add_names()
        self._add_identities(predications)
        self._late_names = dict(find_late_names(tree, mentions, parsed.article.blocks, self.at_token))

    # ------------------------------------------------------------ names

    def _add_names(self) -> None:
        roots: dict[int, int] = {}
        for token, number in enumerate(self.tree.names):
            if number >= 0 and (number not in roots or self._is_higher(token, roots[number])):
                roots[number] = token
        for cluster in self.clusters.all:
            if not cluster.members:
                continue
            thing = Thing(len(self.things), cluster.label, cluster.class_iri, cluster)
            self.things.append(thing)
            self._of_cluster[cluster.number] = thing
            for number in cluster.members:
                thing.spans.append(self.mentions.names[number].span)
        for token, number in enumerate(self.tree.names):
            if number >= 0:
                thing = self._of_cluster[self.clusters.of_name[number].number]
                self.at_token[token] = thing
                if roots[number] == token:
                    thing.tokens.append(token)
                    self.salience.weigh(thing, token)

    def _is_higher(self, token: int, other: int) -> bool:
        return self.tree.names[self.tree.heads[token]] != self.tree.names[token] or self.tree.heads[other] == token

    # ------------------------------------------------------------ identities

    def _add_identities(self, predications: Sequence[Predication]) -> None:
        """ "X, a programme led by ..." and "President X": the noun speaks of the name; its class may tell more of it."""
        for predication in predications:
            if predication.pos != "noun" or self.tree.names[predication.trigger] >= 0:
                continue
            for filler in predication.fillers:
                if filler.slot not in {"is", "named"} or filler.depth:
                    continue
                thing = self.at_token.get(filler.phrases[0].head)
                if thing is not None and filler.rule == "place of" and not self._is_place_noun(thing, predication.trigger):
                    continue
                if thing is not None and predication.trigger not in self.at_token and self._may_be(thing, predication.trigger):
                    if filler.rule != "copula" or not self.tree.find_child(predication.trigger, "neg"):
                        self.at_token[predication.trigger] = thing
                        self._refine(thing, predication.trigger, filler.rule)
                        if self._is_definite(predication.trigger):
                            self._names_of_noun[self.tree.lemmas[predication.trigger]].add(thing.number)

    def _is_place_noun(self, thing: Thing, noun: int) -> bool:
        """ "the city of X", but not "the mayor of X" or "the University of X"."""
        is_place = self.ontology.is_a(thing.class_iri, PLACE)
        return is_place and any(self.ontology.is_a(known, PLACE) or known == COUNTRY for known in self.mentions.types[noun])

    def _may_be(self, thing: Thing, noun: int) -> bool:
        types = self.mentions.types[noun]
        if not types:
            return False
        return (
            any(self.ontology.is_a(known, thing.class_iri) or self.ontology.is_a(thing.class_iri, known) for known in types)
            or thing.class_iri == ORGANIZATION
            and any(self.ontology.is_a(known, ORGANIZATION) or known not in {CONCEPT, PERSON, PEOPLE_GROUP, POST} for known in types)
        )

    def _refine(self, thing: Thing, noun: int, rule: str) -> None:
        """A noun that names a narrower class narrows the class of the name; for a bare organisation it may correct it."""
        if rule == "title" or thing.cluster is not None and thing.cluster.place is not None:
            return
        for known in self.mentions.types[noun]:
            if known in {CONCEPT, POST, QUANTITY}:
                continue
            if (
                self.ontology.is_a(known, thing.class_iri)
                or thing.class_iri == ORGANIZATION
                and not self.ontology.is_a(known, PERSON)
                and known != PEOPLE_GROUP
            ):
                thing.class_iri = known
                return

    def adapt(self, thing: Thing, accept: tuple[Iri, ...]) -> None:
        """Let what a verb asks for correct the class of a name that only the model's guess gave ("acquired X": X is no person)."""
        if thing.cluster is None or thing.cluster.place is not None or not accept or self._is_accepted(thing, accept):
            return
        if thing.class_iri == ORGANIZATION:
            narrower = [known for known in accept if self.ontology.is_a(known, ORGANIZATION)]
            thing.class_iri = narrower[0] if len(narrower) == 1 else ORGANIZATION
            return
        is_weak = all(self.mentions.names[number].score <= WEAK_SCORE for number in thing.cluster.members)
        wanted = next((known for known in CORRECTIONS if any(self.ontology.is_a(known, other) for other in accept)), None)
        if thing.class_iri == PERSON and self.background.find_gender(thing.label.split()[0]) is not None:
            return
        if is_weak and wanted is not None:
            thing.class_iri = wanted

    def read_chains(self) -> None:
        """Resolve pronouns and definite descriptions in text order, so that each adds to the salience of its antecedent."""
        tree = self.tree
        for token, word in enumerate(tree.words):
            if token in self.at_token:
                continue
            lower = word.lower()
            thing: Thing | None = None
            if tree.tags[token] in {"PRP", "PRP$"} and (lower in HE_SHE or (lower in IT and not self._is_pleonastic(token))):
                thing = self._find_pronoun(token, lower, ())
            elif tree.tags[token] == "NN" and self._is_definite(token) and self._is_news(token):
                thing = self._find_owned_organisation(token) or self._find_description(token)
            if thing is not None:
                self.at_token[token] = thing
                thing.tokens.append(token)
                self.salience.weigh(thing, token)

    def _is_pleonastic(self, token: int) -> bool:
        """ "It is clear that ...", "it was X who ..." speak of nothing."""
        verb = self.tree.heads[token]
        return self.tree.deps[token] in {"nsubj", "expl"} and self.tree.lemmas[verb] in {"be", "seem", "appear"}

    def _is_news(self, token: int) -> bool:
        start = self.tree.starts[token]
        return any(block.kind in NEWS_BLOCKS and block.span.start <= start < block.span.end for block in self.parsed.article.blocks)

    def merge(self, left: Thing, right: Thing) -> None:
        """Make two unnamed things one, labelled by what says most."""
        first, second = sorted((left.root, right.root), key=lambda thing: thing.number)
        if first is not second:
            second.same_as = first
            first.spans += second.spans
            first.label = max(first.label, second.label, key=lambda label: (sum(word[0].isupper() for word in label.split()), len(label)))

    # ------------------------------------------------------------ finding

    def find(self, head: int, accept: tuple[Iri, ...] = ()) -> Thing | None:
        """The thing that a phrase speaks of; ``accept`` are the classes that its role takes; None for an unclear pronoun."""
        known = self.at_token.get(head)
        tree = self.tree
        word = tree.words[head].lower()
        is_guess = known is not None and tree.names[head] < 0 and (tree.is_pronoun(head) or self._is_definite(head))
        if (
            known is not None
            and not (is_guess and known.number in self.salience.barred)
            and not (word in IT and not self._is_accepted(known, accept))
        ):
            return known
        if tree.is_pronoun(head):
            thing = self._find_pronoun(head, word, accept)
            if thing is not None:
                self.at_token[head] = thing
            return thing
        if not tree.is_noun(head):
            return None
        thing = (
            self._late_names.get(head)
            or self._find_owned_organisation(head)
            or self._find_description(head)
            or self._add_unnamed(head, accept)
        )
        if thing is not None:
            self.at_token[head] = thing
            thing.tokens.append(head)
            self.salience.weigh(thing, head)
        return thing

    def _find_pronoun(self, token: int, word: str, accept: tuple[Iri, ...]) -> Thing | None:
        if word in FIRST_PERSON or word in FIRST_PLURAL:
            return self._find_speaker(token, word)
        if word in HE_SHE:
            return self._most_salient(token, lambda thing: self._is_person(thing, HE_SHE[word]), FOR_HE_SHE)
        if word in IT:
            return self._most_salient(token, lambda thing: self._is_single_thing(thing) and self._is_accepted(thing, accept), FOR_IT)
        if word in THEY:
            return self._most_salient(token, lambda thing: self._is_many(thing) and self._is_accepted(thing, accept), FOR_THEY)
        return None

    def _find_speaker(self, token: int, word: str) -> Thing | None:
        """ "I" in a quotation is its speaker, "we" the organisation in which the speaker holds a post."""
        start = self.tree.starts[token]
        for quotation in self.mentions.quotations:
            if any(passage.start <= start < passage.end for passage in quotation.passages) and quotation.speaker is not None:
                speaker = self.find_span(quotation.speaker)
                if speaker is None or word in FIRST_PERSON:
                    return speaker
                organisation = self.organisation_of.get(speaker.number)
                return self.things[organisation] if organisation is not None else None
        return None

    def find_span(self, span: Span) -> Thing | None:
        """The thing named or described in a span: a name first, else its last noun or pronoun."""
        tokens = [token for token in range(len(self.tree.words)) if span.start <= self.tree.starts[token] < span.end]
        for token in tokens:
            if self.tree.names[token] >= 0 and self.tree.deps[token] != "poss" and self.tree.deps[self.tree.heads[token]] != "prep":
                return self.at_token[token]
        for token in tokens:
            if self.tree.is_noun(token) or self.tree.is_pronoun(token):
                if self.tree.heads[token] not in tokens or self.tree.deps[token] in {"nsubj", "ROOT"}:
                    return self.find(token)
        return None

    # ------------------------------------------------------------ descriptions

    def _find_description(self, head: int) -> Thing | None:
        """What "the company", "the country", "the government" or "the Dutch firm" stands for."""
        tree = self.tree
        lemma = tree.lemmas[head]
        if lemma == "government" and tree.tags[head] in {"NN", "NNP"}:
            return self._find_government(head)
        if not self._is_definite(head) or tree.tags[head] in {"NNS", "NNPS"} or self._is_restricted(head):
            return None
        types = [known for known in self.mentions.types[head] if known not in {CONCEPT, POST, QUANTITY}]
        if not types:
            return None
        known_as = self._find_same_noun(head, lemma)
        if known_as is not None:
            return known_as
        for wanted in types[:2]:
            found = self._most_salient(head, partial(self._fits_description, wanted=wanted, head=head), FOR_DESCRIPTIONS)
            if found is not None:
                if found.cluster is not None and found.class_iri == ORGANIZATION and self.ontology.is_a(wanted, ORGANIZATION):
                    found.class_iri = wanted
                return found
        return None

    def find_main_organisation(self, token: int) -> Thing | None:
        """The organisation that the article is about, seen from a token; None where two compete."""
        return self._most_salient(token, self._is_organisation, FOR_MAIN)

    def _is_organisation(self, thing: Thing) -> bool:
        return thing.cluster is not None and self.ontology.is_a(thing.class_iri, ORGANIZATION) and thing.class_iri != COUNTRY

    def _find_owned_organisation(self, head: int) -> Thing | None:
        """ "his company", "her ministry": where the person holds a post."""
        possessor = self.tree.find_child(head, "poss")
        if possessor is None or not any(self.ontology.is_a(known, ORGANIZATION) for known in self.mentions.types[head][:2]):
            return None
        owner = self.find(possessor)
        if owner is None or owner.class_iri != PERSON or owner.number not in self.organisation_of:
            return None
        organisation = self.things[self.organisation_of[owner.number]]
        wanted = self.mentions.types[head][:2]
        is_such = any(
            self.ontology.is_a(organisation.class_iri, known) or self.ontology.is_a(known, organisation.class_iri) for known in wanted
        )
        return organisation if is_such else None

    def _is_definite(self, head: int) -> bool:
        return any(
            self.tree.deps[child] == "det" and self.tree.words[child].lower() in {"the", "this", "that"}
            for child in self.tree.children[head]
        )

    def _is_restricted(self, head: int) -> bool:
        """A clause or "of" phrase says which one is meant: no need for an antecedent ("the company that ...")."""
        return any(
            self.tree.deps[child] in {"prep", "poss"} or (self.tree.deps[child] in {"relcl", "acl"} and not self._is_remark(child))
            for child in self.tree.children[head]
            if child > head or self.tree.deps[child] == "poss"
        )

    def _is_remark(self, clause: int) -> bool:
        """Whether a comma cuts the clause off, so that it adds to what is known already."""
        return self.tree.find_word_before(self.tree.find_subtree(clause)[0]) == ","

    def _find_same_noun(self, head: int, lemma: str) -> Thing | None:
        """An unnamed thing introduced with the same noun, or a name that holds it ("the Challenge")."""
        for thing in reversed(self.things):
            if thing.tokens and thing.tokens[0] < head and thing.class_iri != CONCEPT:
                is_same_name = (
                    thing.cluster is not None
                    and self._has_capital(head)
                    and lemma in thing.label.lower().split()
                    and thing.label.split()[-1].lower() == lemma
                )
                if (
                    is_same_name
                    or thing.cluster is None
                    and thing.country is None
                    and self.tree.lemmas[thing.tokens[0]] == lemma
                    and thing.class_iri != PEOPLE_GROUP
                ):
                    return thing
        return None

    def _has_capital(self, token: int) -> bool:
        return self.tree.words[token][0].isupper()

    def _fits_description(self, thing: Thing, *, wanted: Iri, head: int) -> bool:
        if thing.class_iri in {CONCEPT, PEOPLE_GROUP} or thing.country is not None and wanted != GOVERNMENT:
            return False
        if wanted == PERSON:
            return thing.class_iri == PERSON and self._may_hold_post(thing, head)
        if thing.cluster is None:
            return False
        if self.ontology.is_a(thing.class_iri, wanted):
            return wanted != ORGANIZATION or thing.class_iri != COUNTRY
        return thing.class_iri == ORGANIZATION and any(self.ontology.is_a(wanted, general) for general in UNMARKED)

    def _may_hold_post(self, thing: Thing, head: int) -> bool:
        """ "the president" is somebody known to be one; a description that is no post may be anybody ("the man")."""
        lemma = self.tree.lemmas[head]
        if POST not in self.mentions.types[head]:
            return True
        return any(lemma in post.lower().split() for post in self.posts_of[thing.number])

    def _find_government(self, head: int) -> Thing | None:
        """The government of the country that possesses or modifies the noun, else of the most salient country."""
        tree = self.tree
        country: Thing | None = None
        for child in tree.children[head]:
            thing = self.at_token.get(child)
            if tree.deps[child] in {"poss", "amod", "compound", "nmod"} and thing is not None and thing.class_iri in {COUNTRY, REGION}:
                country = thing
        if country is None and tree.find_child(head, "poss", "amod", "compound", "prep") is None and self._is_definite(head):
            country = self._most_salient(head, lambda thing: thing.class_iri == COUNTRY, FOR_DESCRIPTIONS)
        if country is None:
            return None
        if country.number not in self._governments:
            thing = Thing(len(self.things), f"Government of {country.label}", GOVERNMENT, country=country.number)
            self.things.append(thing)
            self._governments[country.number] = thing
        government = self._governments[country.number]
        government.spans.append(tree.to_span(_after_determiners(tree, tree.find_core(head))))
        return government

    # ------------------------------------------------------------ unnamed things

    def _add_unnamed(self, head: int, accept: tuple[Iri, ...]) -> Thing | None:
        """A thing without a name, of the first class that its noun may name and its role takes."""
        tree = self.tree
        if tree.words[head].lower() in INDEFINITE:
            return None
        named = self._names_of_noun.get(tree.lemmas[head], set())
        if len(named) == 1 and tree.tags[head] == "NN" and not self.ontology.is_a(self.things[min(named)].class_iri, PERSON):
            return self.things[min(named)]
        core = tree.find_core(head)
        words = [
            token
            for token in core
            if not (token == core[0] and tree.deps[token] == "det") and tree.deps[token] != "poss" and tree.words[token] not in {"’s", "'s"}
        ]
        span = tree.to_span(_after_determiners(tree, words or [head]))
        label = self.parsed.article.text[span.start : span.end]
        classes = [known for known in self.mentions.types[head] if known not in {QUANTITY, POST}]
        fitting = [known for known in classes if any(self.ontology.is_a(known, wanted) for wanted in accept)]
        class_iri = fitting[0] if fitting else CONCEPT if CONCEPT in accept or not classes else classes[0]
        topic = label.lower()
        if class_iri == CONCEPT and topic in self._topics:
            self._topics[topic].spans.append(span)
            return self._topics[topic]
        thing = Thing(len(self.things), label, class_iri, spans=[span])
        self.things.append(thing)
        if class_iri == CONCEPT:
            self._topics[topic] = thing
        return thing

    # ------------------------------------------------------------ what fits

    def _most_salient(self, token: int, fits: Callable[[Thing], bool], search: Search) -> Thing | None:
        return self.salience.find(token, self.things, fits, search)

    def _is_accepted(self, thing: Thing, accept: tuple[Iri, ...]) -> bool:
        return not accept or any(self.ontology.is_a(thing.class_iri, wanted) for wanted in accept)

    def _is_person(self, thing: Thing, gender: str) -> bool:
        if thing.class_iri != PERSON or thing.cluster is None:
            return False
        known = self.background.find_gender(thing.label.split()[0])
        return known is None or known in {gender, "u"}

    def _is_single_thing(self, thing: Thing) -> bool:
        """A pronoun hardly ever takes up a place that is no actor."""
        is_mere_place = self.ontology.is_a(thing.class_iri, PLACE) and thing.class_iri != COUNTRY
        return thing.class_iri not in {PERSON, PEOPLE_GROUP, CONCEPT} and thing.named and not is_mere_place

    def _is_many(self, thing: Thing) -> bool:
        return thing.class_iri == PEOPLE_GROUP or thing.cluster is not None and self.ontology.is_a(thing.class_iri, ORGANIZATION)

    @cached_property
    def _noun_counts(self) -> Counter[str]:
        """How often the article uses each noun."""
        return Counter(lemma for token, lemma in enumerate(self.tree.lemmas) if self.tree.is_noun(token))

    def find_topics(self, passage: Span) -> Iterator[Thing]:
        """What a passage is about beside names: the topics in it that the article comes back to."""
        tree = self.tree
        for token in range(bisect_left(tree.starts, passage.start), bisect_left(tree.starts, passage.end)):
            if not tree.is_noun(token) or tree.deps[token] in {"compound", "nmod"}:
                continue
            is_topic = self.mentions.types[token][:1] in {(), (CONCEPT,)} and tree.names[token] < 0
            if is_topic and self._noun_counts[tree.lemmas[token]] >= RECURRING and tree.lemmas[token] not in self.ontology.transparent:
                thing = self.find(token)
                if thing is not None and thing.class_iri == CONCEPT:
                    yield thing

    def walk_named(self) -> Iterator[Thing]:
        """The named things, in the order of their first mention."""
        yield from (thing for thing in self.things if thing.named)


def _after_determiners(tree: Tree, tokens: list[int]) -> list[int]:
    while len(tokens) > 1 and (
        tree.deps[tokens[0]] in {"det", "predet", "preconj", "poss", "punct", "case"} or tree.words[tokens[0]].lower() in KNOWN_BY
    ):
        tokens = tokens[1:]
    return tokens
