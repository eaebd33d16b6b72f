"""Mentions + Predications -> the things that an article speaks of by name, and all that is learnt of them while it is read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import BlockKind, Ground, Iri, Mentions, ParsedArticle, Parting, Predication, Span
from kg.resolve.clusters import Clusters
from kg.resolve.salience import Salience, Search
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import CONCEPT, COUNTRY, ORGANIZATION, PEOPLE_GROUP, PERSON, PLACE, POST, QUANTITY, TEAM

if TYPE_CHECKING:
    from kg.background import Background

WEAK_SCORE = 0.8
SOME = frozenset({"many", "most", "some", "several", "more", "few", "fellow", "young", "other"})
CORRECTIONS = tuple(
    to_iri(name)
    for name in ("schema:Organization", "schema:Product", "news:Programme", "news:Site", "schema:CreativeWork", "news:NamedEvent")
)

OF_RULES = {"title": Ground.TITLE, "copula": Ground.COPULA}
"""Rules of grammar by which a noun speaks of a name -> what they say; the others set the two side by side."""


class Discourse:
    """The things of one article in the order of their discovery, and which of them each token is known to speak of."""

    def __init__(
        self,
        parsed: ParsedArticle,
        tree: Tree,
        mentions: Mentions,
        ontology: Ontology,
        background: Background,
        apart: Collection[Parting] = (),
    ) -> None:
        self.parsed, self.tree, self.mentions, self.ontology, self.background = parsed, tree, mentions, ontology, background
        self._block_starts = [block.span.start for block in parsed.article.blocks]
        body_start = next((block.span.start for block in parsed.article.blocks if block.kind is BlockKind.BODY), 0)
        self.clusters = Clusters(mentions.names, parsed.article.text, ontology, background, body_start=body_start, apart=apart)
        self.things: list[Thing] = []
        self.at_token: dict[int, Thing] = {}
        self.grounds: dict[int, Ground] = {}
        """Why tokens outside names are taken to speak of their things."""
        self.names_of_noun: dict[str, dict[int, int]] = defaultdict(dict)
        """For each noun with "the" that is said of a name the numbers of the things, each with the token that first says so."""
        self.callings: dict[str, list[int]] = defaultdict(list)
        """For each noun the tokens where it is said of a thing that has a name."""
        self.nouns_of: dict[int, set[str]] = defaultdict(set)
        """The nouns that are said of things, by their numbers."""
        self.posts_of: dict[int, set[str]] = defaultdict(set)
        self.organisation_of: dict[int, int] = {}
        self.salience = Salience(tree, mentions, ontology)
        self._of_noun: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._named_by_noun: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._add_names()

    def add(self, label: str, class_iri: Iri, span: Span) -> Thing:
        """A new thing without a name."""
        thing = Thing(len(self.things), label, class_iri, spans=[span])
        self.things.append(thing)
        return thing

    def mention(self, thing: Thing, token: int, ground: Ground) -> None:
        """A token speaks of a thing, which is the more salient for it."""
        self.at_token[token] = thing
        self.grounds[token] = ground
        thing.tokens.append(token)
        self.salience.weigh(thing, token)
        if ground in {Ground.DESCRIPTION, Ground.LATE_NAME} and thing.named:
            self.callings[self.tree.lemmas[token]].append(token)
        if len(thing.tokens) == 1 and not thing.named and thing.class_iri not in {CONCEPT, PEOPLE_GROUP}:
            _introduce(self._of_noun[self.tree.lemmas[token]], thing)

    def find_nouns_for(self, thing: Thing) -> list[int]:
        """The nouns outside names that are known to speak of a thing."""
        tokens = {*thing.tokens, *(token for noun in self.nouns_of[thing.number] for token in self.callings[noun])}
        return sorted(token for token in tokens if self.tree.names[token] < 0 and self.at_token.get(token) is thing)

    def share_posts(self, holder: Thing, other: Thing, token: int) -> None:
        """Let another hold the posts of somebody, and be called as he is, from a token on."""
        self.posts_of[other.number] |= self.posts_of[holder.number]
        for noun in sorted(self.nouns_of[holder.number]):
            self.callings[noun].append(token)

    def find_introduced(self, noun: str, before: int, *, by_name: bool) -> Thing | None:
        """The latest thing that a noun introduces before a token, or else a name that ends with the noun ("the Prize")."""
        for introduced in (self._of_noun, self._named_by_noun) if by_name else (self._of_noun,):
            place = bisect_left(introduced.get(noun, ()), (before, 0))
            if place:
                return self.things[introduced[noun][place - 1][1]]
        return None

    def find_block_kind(self, offset: int) -> BlockKind | None:
        """The kind of the block that holds a character."""
        number = bisect_right(self._block_starts, offset) - 1
        block = self.parsed.article.blocks[number] if number >= 0 else None
        return block.kind if block is not None and offset < block.span.end else None

    def to_words(self, token: int) -> Span:
        """The words outside names whose head a token is: a pronoun, or a noun with what stands close to it."""
        return self.tree.to_span([token] if self.tree.is_pronoun(token) else self.tree.find_core(token))

    def keeps_apart(self, thing: Thing, token: int) -> bool:
        """Whether the words of a token must not be taken for a thing."""
        return bool(self.clusters.apart) and self.clusters.keeps_apart(thing.label, self.to_words(token))

    def find_salient(self, token: int, fits: Callable[[Thing], bool], search: Search) -> Thing | None:
        """The thing that fits and clearly is the most salient at a token."""
        return self.salience.find(token, self.things, fits, search)

    def _add_names(self) -> None:
        roots: dict[int, int] = {}
        of_cluster: dict[int, Thing] = {}
        for token, number in enumerate(self.tree.names):
            if number >= 0 and (number not in roots or self._is_higher(token, roots[number])):
                roots[number] = token
        for cluster in self.clusters.all:
            if not cluster.members:
                continue
            thing = Thing(len(self.things), cluster.label, cluster.class_iri, cluster)
            self.things.append(thing)
            of_cluster[cluster.number] = thing
            for number in cluster.members:
                thing.spans.append(self.mentions.names[number].span)
        for token, number in enumerate(self.tree.names):
            if number >= 0 and not self._counts_people(token):
                thing = of_cluster[self.clusters.of_name[number].number]
                self.at_token[token] = thing
                if roots[number] == token:
                    thing.tokens.append(token)
                    self.salience.weigh(thing, token)
        for thing in self.things:
            if thing.tokens and thing.class_iri != CONCEPT:
                _introduce(self._named_by_noun[thing.label.split()[-1].lower()], thing)

    def _counts_people(self, token: int) -> bool:
        """ "70 Australians", "thousands of Syrians" are people and not their country."""
        tree = self.tree
        if tree.tags[token] not in {"NNS", "NNPS"} or self.mentions.types[token][:1] != (COUNTRY,):
            return False
        if tree.deps[token] == "pobj" and tree.lower[tree.heads[token]] == "of":
            return tree.tags[tree.heads[tree.heads[token]]] in {"NNS", "CD"}
        return tree.find_child(token, "nummod") is not None or any(
            tree.lower[child] in SOME for child in tree.find_children(token, "amod", "det")
        )

    def _is_higher(self, token: int, other: int) -> bool:
        return self.tree.names[self.tree.heads[token]] != self.tree.names[token] or self.tree.heads[other] == token

    def add_identities(self, predications: Sequence[Predication]) -> None:
        """ "X, a programme led by ..." and "President X": the noun speaks of the name; its class may tell more of it."""
        for predication in predications:
            if predication.pos != "noun" or self.tree.names[predication.trigger] >= 0:
                continue
            for filler in predication.fillers:
                if filler.slot not in {"is", "named"} or filler.depth:
                    continue
                thing = self.at_token.get(filler.phrases[0].head)
                if thing is not None and filler.rule == "place of" and not self._names_place(thing, predication.trigger):
                    continue
                if thing is not None and predication.trigger not in self.at_token and self._may_be(thing, predication.trigger):
                    is_denied = filler.rule == "copula" and self.tree.find_child(predication.trigger, "neg")
                    if not is_denied and not self.keeps_apart(thing, predication.trigger):
                        self.at_token[predication.trigger] = thing
                        self.grounds[predication.trigger] = OF_RULES.get(filler.rule, Ground.APPOSITION)
                        self._refine(thing, predication.trigger, filler.rule)
                        self.callings[self.tree.lemmas[predication.trigger]].append(predication.trigger)
                        self.nouns_of[thing.number].add(self.tree.lemmas[predication.trigger])
                        if thing.class_iri == PERSON:
                            self.posts_of[thing.number].add(self.tree.lemmas[predication.trigger])
                        if self.tree.is_definite(predication.trigger) and filler.rule != "place of":
                            self.names_of_noun[self.tree.lemmas[predication.trigger]].setdefault(thing.number, predication.trigger)

    def _names_place(self, thing: Thing, noun: int) -> bool:
        """ "the city of X", but not "the mayor of X", "the University of X" or "the Y province of X"."""
        others = (self.at_token.get(child) for child in self.tree.find_children(noun, "compound", "nmod", "amod"))
        if any(other is not None and other.class_iri != COUNTRY for other in others):
            return False
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
        if thing.cluster is None or thing.cluster.place is not None or not accept or self.accepts(thing, accept):
            return
        if thing.class_iri == ORGANIZATION:
            is_of_sport = any(other.class_iri == TEAM for other in self.walk_named())
            narrower = [known for known in accept if self.ontology.is_a(known, ORGANIZATION) and (is_of_sport or known != TEAM)]
            thing.class_iri = narrower[0] if len(narrower) == 1 else ORGANIZATION
            return
        is_weak = all(self.mentions.names[number].score <= WEAK_SCORE for number in thing.cluster.members)
        wanted = next((known for known in CORRECTIONS if any(self.ontology.is_a(known, other) for other in accept)), None)
        if thing.class_iri == PERSON and self.background.find_gender(thing.label.split()[0]) is not None:
            return
        if is_weak and wanted is not None:
            thing.class_iri = wanted

    def merge(self, left: Thing, right: Thing) -> Thing | None:
        """Make two unnamed things one, labelled by what says most; gives it back if it had another label before."""
        first, second = sorted((left.root, right.root), key=lambda thing: thing.number)
        if first is second:
            return None
        second.same_as = first
        first.spans += second.spans
        label = max(first.label, second.label, key=lambda label: (sum(word[0].isupper() for word in label.split()), len(label)))
        is_new, first.label = label != first.label, label
        return first if is_new else None

    def accepts(self, thing: Thing, accept: tuple[Iri, ...]) -> bool:
        """Whether a thing is of one of the classes; without classes anything is."""
        return not accept or self.ontology.is_any(thing.class_iri, accept)

    def walk_named(self) -> Iterator[Thing]:
        """The named things, in the order of their first mention."""
        yield from (thing for thing in self.things if thing.named)


def _introduce(introduced: list[tuple[int, int]], thing: Thing) -> None:
    """Enter a thing after all that are known by a noun; those whose first mention is no earlier will not be asked for again."""
    while introduced and introduced[-1][0] >= thing.tokens[0]:
        introduced.pop()
    introduced.append((thing.tokens[0], thing.number))
