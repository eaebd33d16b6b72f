"""FrameInstances -> drafts of events and plain facts: each telling founds an event, joins one, is a fact, or is rejected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.namespaces import to_iri
from kg.records import BlockKind, FrameInstance, Iri, Span, Stance
from kg.resolve.events import Events
from kg.resolve.fillers import Fillers
from kg.resolve.happenings import Happenings
from kg.resolve.portraits import Portraits
from kg.resolve.posts import Posts
from kg.resolve.referents import FIRST_PLURAL, Referents
from kg.resolve.statements import Statements
from kg.resolve.tellings import Filled, Referent, Telling
from kg.resolve.things import Thing
from kg.terms import (
    AGENT,
    APPOINTER,
    CHARACTERISATION,
    COMPANY,
    COUNTRY,
    DOING,
    ENDEAVOUR,
    HELD_AT,
    MEMBER,
    MEMBERSHIP,
    NEW_EMPLOYER,
    NEW_POST,
    OBJECT,
    ORGANIZATION,
    PERSON,
    ROLE,
    SUBJECT,
    TEAM,
    UNIT_OF,
)

CITIZEN_OF = to_iri("news:citizenOf")
APPOINTMENT = to_iri("news:Appointment")
CHOSEN = frozenset(to_iri(f"news:{name}") for name in ("appointee", "winner", "successor"))
OF_TEAMS = frozenset({"captain", "manager"})
"""Offices that teams have, too."""
EARNINGS, OF_COMPANY = to_iri("news:Earnings"), to_iri("news:company")
DONE = frozenset({"by", "after", "since", "before"})
"""What a gerund behind them tells is done: "won by using drones"."""
SUMMARIES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION})


class Drafts:
    """Collects the events and facts of one article."""

    def __init__(self, referents: Referents) -> None:
        self.referents, self.discourse = referents, referents.discourse
        self.tree, self.mentions = self.discourse.tree, self.discourse.mentions
        self.facts: list[Telling] = []
        self.posts = Posts(self.discourse)
        self.events = Events(self.discourse)
        self.statements = Statements(self.discourse, self.events, self.facts)
        self.portraits = Portraits(self.discourse, self.events, self.facts)
        self.happenings = Happenings(self.discourse, self.events, self.facts)
        self.fillers = Fillers(referents, self.posts, self.events)

    # ------------------------------------------------------------ collecting

    def collect(self, instances: Sequence[FrameInstance]) -> None:
        """Take in all instances: posts first, since they say who "we" and "the president" are; then events and facts in text order."""
        statements = [instance for instance in instances if self.statements.is_statement(instance)]
        happenings = [instance for instance in instances if self.happenings.is_happening(instance)]
        portraits = [instance for instance in instances if self.portraits.is_portrait(instance)]
        worded = {id(instance) for instance in (*statements, *happenings, *portraits)}
        instances = [instance for instance in instances if id(instance) not in worded]
        self.fillers.foretell(instances)
        memberships = [instance for instance in instances if instance.target == MEMBERSHIP]
        self._add_memberships(instance for instance in memberships if self._is_held_by_name(instance))
        for instance in instances:
            self._learn_chosen(instance)
        self.referents.descriptions.deeds.learn(instances)
        self.referents.read_chains()
        self._add_memberships(instance for instance in memberships if not self._is_held_by_name(instance))
        later: list[Telling] = []
        for instance in sorted((i for i in instances if i.target != MEMBERSHIP), key=self._find_place):
            if instance.kind == "property":
                telling = self._tell(instance)
                if telling.founds and not self._says_government_twice(telling):
                    self._add_fact(telling)
                elif telling.founds:
                    continue
                else:
                    self.fillers.reject(instance, "subject or object is unclear")
            else:
                dangling = self._add_event(instance) if self._is_told_as_so(instance) else None
                later += [dangling] if dangling is not None else []
        for instance in portraits:
            self._add_portrait(instance)
        for instance in self.statements.sort(statements):
            if self._is_told_as_so(instance):
                self._add_statement(instance)
        for instance in happenings:
            self._add_happening(instance)
        for telling in later:
            predication = telling.instance.predication
            if not self.events.join(telling) and predication.pos == "verb" and predication.trigger not in self.events.at:
                self.fillers.reject(telling.instance, "too little is said to found an event, and none to join")

    def _add_memberships(self, instances: Iterable[FrameInstance]) -> None:
        for instance in instances:
            self._add_event(instance)
            self._learn_post(instance)

    def _is_held_by_name(self, instance: FrameInstance) -> bool:
        """Whether a post is told without "its" or "the firm's", of which only the text before it tells what they mean."""
        heads = (phrase.head for role in instance.roles if role.role == HELD_AT for phrase in role.phrases)
        return all(self.tree.names[head] >= 0 for head in heads)

    def _is_told_as_so(self, instance: FrameInstance) -> bool:
        """Whether a general doing is more than possible, or meant ("to boost trade"): what somebody should improve is no news."""
        is_a, tree, trigger = self.discourse.ontology.is_a, self.tree, instance.predication.trigger
        is_meant = tree.is_infinitive(trigger) and tree.deps[trigger] in {"advcl", "acl", "relcl"}
        is_meant = is_meant or tree.deps[trigger] == "pcomp" and tree.lower[tree.heads[trigger]] not in DONE
        if is_a(instance.target, DOING) and is_meant:
            return False
        return instance.stance is not Stance.POSSIBLE or not any(is_a(instance.target, known) for known in (DOING, ENDEAVOUR))

    def _add_statement(self, instance: FrameInstance) -> None:
        """What somebody says, where nothing else tells it."""
        telling = self.statements.find_news(self._tell(instance))
        if telling is not None and telling.founds and not self.events.join(telling):
            self.events.add(telling)

    def _add_happening(self, instance: FrameInstance) -> None:
        """What no frame tells, in the words of the article, where no statement holds them."""
        verb = instance.predication.trigger
        telling = self._tell(instance) if not self.happenings.is_told(verb) else None
        news = self.happenings.find_news(telling) if telling is not None and telling.founds else None
        if news is not None:
            self.events.add(news)

    def _add_portrait(self, instance: FrameInstance) -> None:
        """What something is in the words of the article, as far as no other fact tells it."""
        telling = self.portraits.find_news(self._tell(instance))
        if telling is not None and telling.founds:
            self.facts.append(telling)

    def _find_place(self, instance: FrameInstance) -> tuple[int, int]:
        """Where an instance is told; what only takes up an event comes right before the verb that says something of it."""
        trigger = instance.predication.trigger
        if instance.founds or instance.kind != "event" or instance.predication.pos != "noun":
            return trigger, 1
        verb = next((token for token in self.tree.find_ancestors(trigger) if self.tree.is_verb(token)), trigger)
        return min(trigger, verb), 0

    def _add_fact(self, fact: Telling) -> None:
        self.facts.append(fact)
        self.events.sameness.learn(fact)

    def _says_government_twice(self, telling: Telling) -> bool:
        """That a government is a unit of its country is told by naming it."""
        subjects = [referent.thing for referent in telling.values(SUBJECT)]
        return telling.instance.target == UNIT_OF and any(thing is not None and thing.country is not None for thing in subjects)

    def find_sentence(self, span: Span) -> Span:
        """The sentence that holds a span."""
        return self.tree.to_sentence_span(bisect_left(self.tree.starts, span.start))

    def _learn_post(self, instance: FrameInstance) -> None:
        event = self.events.at.get(instance.predication.trigger)
        if event is None:
            return
        for member in event.values(MEMBER):
            if member.thing is None:
                continue
            self.discourse.posts_of[member.thing.number].update(role.key for role in event.values(ROLE))
            for organisation in event.values(HELD_AT):
                if organisation.thing is not None:
                    self.discourse.organisation_of.setdefault(member.thing.number, organisation.thing.number)

    def _learn_chosen(self, instance: FrameInstance) -> None:
        """ "Ann Roe was elected president": the president is she from now on."""
        posts = [phrase.head for role in instance.roles if role.role == NEW_POST for phrase in role.phrases]
        chosen = (phrase.head for role in instance.roles if role.role in CHOSEN for phrase in role.phrases)
        for person in filter(None, map(self.discourse.at_token.get, chosen if posts else ())):
            self.discourse.posts_of[person.number].update(self.tree.lemmas[post] for post in posts)

    def _add_event(self, instance: FrameInstance) -> Telling | None:
        """Join an event that is told already, or found a new one; give back what can do neither yet."""
        telling = self._tell(instance)
        if instance.target == CHARACTERISATION and (portrait := self.portraits.find_reported(telling)) is not None:
            self.facts.append(portrait)
            return None
        if self.events.join(telling):
            return None
        if not telling.founds:
            return telling
        self.events.add(telling)
        return None

    # ------------------------------------------------------------ referents

    def _tell(self, instance: FrameInstance) -> Telling:
        filled = self.fillers.fill(instance)
        if instance.target == MEMBERSHIP:
            filled = self._tell_origin(instance, filled)
            self._imply_organisation(instance, filled)
        elif instance.target == APPOINTMENT:
            _imply_appointing_firm(instance, filled)
        elif instance.target == EARNINGS:
            self._imply_company(instance, filled)
        present = {item.role for item in filled}
        needed = {role.role for role in instance.roles if role.need}
        stance, speaker = self._find_speaker(instance)
        return Telling(
            instance=instance,
            filled=tuple(filled),
            founds=instance.founds
            and needed <= present
            and ({SUBJECT, OBJECT} <= present or instance.kind == "event")
            and self.posts.is_real(instance, filled)
            and self._has_all_sides(instance, filled),
            in_summary=self._is_in_summary(instance.predication.span),
            speaker=speaker,
            stance=stance,
        )

    def _has_all_sides(self, instance: FrameInstance, filled: Sequence[Filled]) -> bool:
        """ "X met", "working with Y" lack a side; "the two sides met" and "X signed a deal" do not."""
        predication = instance.predication
        for role in instance.roles:
            speaks_of_self = all(self.tree.words[phrase.head].lower() in FIRST_PLURAL for phrase in role.phrases)
            if not role.collective or not role.key or (predication.pos == "noun" and predication.supports and not speaks_of_self):
                continue
            sides = {item.referent for item in filled if item.role == role.role}
            is_group = any(
                self.tree.tags[phrase.head] in {"NNS", "NNPS"} and self.tree.deps[phrase.head].startswith("nsubj")
                for phrase in role.phrases
            )
            if len(sides) < 2 and not is_group:
                return False
        return True

    def _tell_origin(self, instance: FrameInstance, filled: list[Filled]) -> list[Filled]:
        """ "The French minister" serves the state; "the French writer" is a citizen of it."""
        if any(self.posts.is_office(item.referent.key) for item in filled if item.role == ROLE):
            return filled
        origins = [
            item
            for item in filled
            if item.role == HELD_AT and item.rule == "modifier" and item.referent.thing and item.referent.thing.class_iri == COUNTRY
        ]
        members = [item for item in filled if item.role == MEMBER]
        for origin in origins:
            fact = replace(instance, target=CITIZEN_OF, kind="property")
            sides = (*(replace(member, role=SUBJECT) for member in members), replace(origin, role=OBJECT))
            if members:
                stance, speaker = self._find_speaker(instance)
                self._add_fact(Telling(fact, sides, True, self._is_in_summary(instance.predication.span), speaker, stance))
        return [item for item in filled if item not in origins]

    def _imply_organisation(self, instance: FrameInstance, filled: list[Filled]) -> None:
        """ "X, the finance director", "chief executive X": of the organisation that the article is about, where that is clear."""
        head = instance.predication.trigger
        if any(item.role == HELD_AT for item in filled):
            return
        is_definite = any(self.tree.words[child].lower() == "the" for child in self.tree.find_children(head, "det"))
        is_apposed = is_definite and any(item.role == MEMBER and item.rule == "apposition" for item in filled)
        if not is_apposed and not self._is_bare_title(filled):
            return
        organisation = self.referents.descriptions.find_main_organisation(head)
        may_have = organisation is not None and (
            self._may_have(organisation, filled) if is_apposed else self._may_give_title(organisation, head)
        )
        if organisation is not None and may_have:
            filled.append(_implied(HELD_AT, organisation, instance))

    def _imply_company(self, instance: FrameInstance, filled: list[Filled]) -> None:
        """ "Revenue grew to 5 billion": figures are those of the firm that the article is about, where that is clear."""
        if any(item.role == OF_COMPANY for item in filled) or not any(item.referent.kind == "value" for item in filled):
            return
        head = instance.predication.trigger
        company = self.referents.descriptions.find_main_organisation(head)
        if company is not None and company.class_iri == COMPANY and not self.referents.descriptions.is_rivalled(company, head):
            filled.append(_implied(OF_COMPANY, company, instance))

    def _may_have(self, organisation: Thing, filled: Sequence[Filled]) -> bool:
        """Whether an organisation has posts of the kind: a firm has no ministers, and a historian may be anywhere."""
        posts = [item.referent.key for item in filled if item.role == ROLE]
        if self.discourse.ontology.is_a(organisation.class_iri, TEAM):
            return not any(self.posts.is_office(post) and post not in OF_TEAMS for post in posts)
        return all(self.posts.is_company_post(post) for post in posts)

    def _may_give_title(self, organisation: Thing, head: int) -> bool:
        return organisation.class_iri in {COMPANY, ORGANIZATION} and not self.referents.descriptions.is_rivalled(organisation, head)

    def _is_bare_title(self, filled: Sequence[Filled]) -> bool:
        """A title of two words or an acronym that only firms give, before a name; a "director" may be of a film."""
        posts = [item.referent.key for item in filled if item.role == ROLE]
        is_titled = any(item.role == MEMBER and item.rule == "title" for item in filled)
        return is_titled and all(self.posts.is_company_post(post) and (" " in post or len(post) == 3) for post in posts)

    def _find_speaker(self, instance: FrameInstance) -> tuple[Stance, Thing | None]:
        by_title = any(role.role in {MEMBER, SUBJECT} and role.rule in {"apposition", "title"} for role in instance.roles)
        is_title = by_title and (instance.target == MEMBERSHIP or self.portraits.is_portrait(instance))
        if is_title and instance.predication.quoted is None and instance.stance is Stance.REPORTED:
            return Stance.ASSERTED, None
        predication, stance = instance.predication, instance.stance
        if predication.quoted is not None:
            speaker = self.mentions.quotations[predication.quoted].speaker
            thing = self.referents.find_span(speaker) if speaker is not None else None
            return (Stance.REPORTED if stance is Stance.ASSERTED else stance), thing
        if instance.said_by is not None:
            return stance, self.referents.find(instance.said_by.head, (AGENT, PERSON))
        return stance, None

    def _is_in_summary(self, span: Span) -> bool:
        return self.discourse.find_block_kind(span.start) in SUMMARIES


def _imply_appointing_firm(instance: FrameInstance, filled: list[Filled]) -> None:
    """ "Acme named Ann Roe chief executive": a firm or club gives posts of its own."""
    firms = [item.referent.thing for item in filled if item.role == APPOINTER and item.referent.thing is not None]
    is_firm = len(firms) == 1 and firms[0].named and firms[0].class_iri in {COMPANY, TEAM, ORGANIZATION}
    if is_firm and not any(item.role == NEW_EMPLOYER for item in filled):
        filled.append(_implied(NEW_EMPLOYER, firms[0], instance))


def _implied(role: Iri, organisation: Thing, instance: FrameInstance) -> Filled:
    """A role that the words leave open, filled by the organisation that the article is about."""
    return Filled(role, Referent("thing", str(organisation.number), thing=organisation), instance.predication.span, "definite post")
