"""A telling -> the events that it may speak of, found by what they must share with it.

``sameness`` judges whether a telling and an event agree; looking at every event for every telling would make the time of reading grow
with the square of an article. The index proposes the few events worth judging and leaves out none that would be judged the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from kg.records import Iri
from kg.resolve.discourse import Discourse
from kg.resolve.sameness import SINGLE, Sameness
from kg.resolve.tellings import DraftEvent, Referent, Telling
from kg.resolve.things import Thing
from kg.terms import CONCEPT

Key = tuple[str, str]
"""Something that two fillers share when they agree: a kind and a value."""


class EventIndex:
    """The events of one article by their classes and by what fills their roles."""

    def __init__(self, discourse: Discourse, sameness: Sameness) -> None:
        self.ontology, self.sameness, self.keys = discourse.ontology, sameness, _Keys(discourse, sameness)
        self._groups: dict[Iri, _Group] = {}
        self._related: dict[Iri, list[_Group]] = {}
        self._filed: dict[int, tuple[_Group, bool]] = {}
        self._holders: dict[int, set[int]] = defaultdict(set)
        self._anchored: dict[tuple[int, str], set[int]] = defaultdict(set)
        self._events: list[DraftEvent] = []

    def file(self, event: DraftEvent, telling: Telling) -> None:
        """Enter an event with its latest telling."""
        if event.number == len(self._events):
            self._events.append(event)
        group = self._find_group(event.class_iri)
        before, self._filed[event.number] = self._filed.get(event.number), (group, event.in_summary)
        if before == (group, event.in_summary):
            group.add(event, telling.fillers, self.keys)
        else:
            if before is not None:
                before[0].remove(event.number)
            group.add(event, event.fillers, self.keys)
        for anchor in telling.instance.anchors:
            self._anchored[anchor, ""].add(event.number)
            self._anchored[-1, self.sameness.tree.lemmas[anchor]].add(event.number)
        self._anchored[telling.instance.predication.trigger, ""].add(event.number)
        for filled in telling.filled:
            if filled.referent.thing is not None and not filled.referent.thing.named:
                self._holders[filled.referent.thing.number].add(event.number)

    def file_again(self, thing: Thing) -> None:
        """Enter the events anew in which a thing takes part whose label has changed."""
        for number in sorted(self._holders.get(thing.number, ())):
            event = self._events[number]
            self._filed[number][0].add(event, event.fillers, self.keys)

    def find(self, telling: Telling) -> Iterator[DraftEvent]:
        """The events that a telling may speak of, latest first."""
        found: set[int] = set()
        for group in self._find_related(telling.instance.target):
            found.update(group.find(telling, self.keys, self._find_anchored(telling.instance.anchors)))
        return (self._events[number] for number in sorted(found, reverse=True))

    def _find_anchored(self, anchors: Sequence[int]) -> list[set[int]]:
        """The events that are told already by the words that a telling asks for, or by what these hang on."""
        tree = self.sameness.tree
        keys = [key for anchor in anchors for key in ((anchor, ""), (self.sameness.find_holder(anchor), ""))]
        keys += [(-1, tree.lemmas[anchor]) for anchor in anchors if tree.is_definite(anchor)]
        return [self._anchored[key] for key in keys if key in self._anchored]

    def find_only(self, class_iri: Iri, before: int) -> DraftEvent | None:
        """The event of a class that is told before a token, if there is no second."""
        group = self._groups.get(class_iri)
        told = (self._events[number] for number in group.members) if group is not None else iter(())
        events = list(islice((event for event in told if event.start < before), 2))
        return events[0] if len(events) == 1 else None

    def _find_group(self, class_iri: Iri) -> _Group:
        if class_iri not in self._groups:
            self._groups[class_iri] = _Group()
            self._related.clear()
        return self._groups[class_iri]

    def _find_related(self, target: Iri) -> list[_Group]:
        """The groups of the classes above and below one."""
        if target not in self._related:
            self._related[target] = [
                group
                for class_iri, group in self._groups.items()
                if self.ontology.is_a(target, class_iri) or self.ontology.is_a(class_iri, target)
            ]
        return self._related[target]


@dataclass(slots=True, eq=False)
class _Group:
    """The events of one class, by number.

    ``holding`` has for a role and a key the events of which a filler has the key. One filler of each role is its ``witness``: a telling
    that tells of all fillers of an event tells of the witness. The witness is the filler that the fewest other events share.
    """

    members: set[int] = field(default_factory=set)
    told_first_in_summary: set[int] = field(default_factory=set)
    roles: dict[int, frozenset[Iri]] = field(default_factory=dict)
    lacking: dict[Iri, set[int]] = field(default_factory=dict)
    holding: dict[tuple[Iri, Key], set[int]] = field(default_factory=lambda: defaultdict(set))
    witnessed: dict[tuple[Iri, Key], set[int]] = field(default_factory=lambda: defaultdict(set))
    witnesses: dict[tuple[int, Iri], Referent] = field(default_factory=dict)

    def add(self, event: DraftEvent, fillers: Mapping[Iri, Collection[Referent]], keys: _Keys) -> None:
        """Enter some fillers of an event."""
        number = event.number
        self.members.add(number)
        if event.tellings[0].in_summary:
            self.told_first_in_summary.add(number)
        self.roles[number] = frozenset(event.fillers)
        for role, lacking in self.lacking.items():
            if role in event.fillers:
                lacking.discard(number)
            else:
                lacking.add(number)
        for role, referents in fillers.items():
            keys_of = {referent: keys.find_keys(referent, in_summary=event.in_summary) for referent in referents}
            rarity = {referent: sum(len(self.holding.get((role, key), ())) for key in found) for referent, found in keys_of.items()}
            witness = self.witnesses.setdefault((number, role), min(rarity, key=rarity.__getitem__))
            for key in keys_of.get(witness, ()):
                self.witnessed[role, key].add(number)
            for key in chain.from_iterable(keys_of.values()):
                self.holding[role, key].add(number)

    def remove(self, number: int) -> None:
        """Forget an event, which is of another class now."""
        self.members.discard(number)
        self.told_first_in_summary.discard(number)
        for lacking in self.lacking.values():
            lacking.discard(number)

    def find(self, telling: Telling, keys: _Keys, anchored: list[set[int]]) -> Collection[int]:
        """The events that lack or share what fills each role that has to agree, and share enough of the key roles or an anchor."""
        agreeing: dict[Iri, list[set[int]]] = {}
        covers: list[list[set[int]]] = []
        key_roles = telling.key_roles
        for role, fillers in telling.fillers.items():
            if role in key_roles or role in SINGLE:
                agreeing[role] = self._find_agreeing(role, [keys.find_probes(filler, in_summary=telling.in_summary) for filler in fillers])
                covers.append([*agreeing[role], self._find_lacking(role)])
        covers.append([*self._find_enough(telling, [agreeing[role] for role in agreeing if role in key_roles]), *anchored])
        narrowest = min(covers, key=_count)
        others = [cover for cover in covers if cover is not narrowest]
        return {
            number
            for numbers in narrowest
            for number in numbers
            if number in self.members and all(any(number in held for held in cover) for cover in others)
        }

    def _find_agreeing(self, role: Iri, probes: Sequence[Collection[Key]]) -> list[set[int]]:
        """The events whose fillers of a role may agree with several: those that share the rarest, or whose witness is among them."""
        sharing = [[self.holding[role, key] for key in found if (role, key) in self.holding] for found in probes]
        if len(sharing) == 1:
            return sharing[0]
        witnessed = [self.witnessed[role, key] for key in dict.fromkeys(chain.from_iterable(probes)) if (role, key) in self.witnessed]
        return [*min(sharing, key=_count), *witnessed]

    def _find_lacking(self, role: Iri) -> set[int]:
        if role not in self.lacking:
            self.lacking[role] = {number for number in self.members if role not in self.roles[number]}
        return self.lacking[role]

    def _find_enough(self, telling: Telling, agreeing: list[list[set[int]]]) -> list[set[int]]:
        """The events that agree with a telling in one key role, in two where it says too little to be known by one."""
        if not telling.is_vague:
            return list(chain.from_iterable(agreeing))
        all_but_widest = sorted(agreeing, key=_count)[:-1]
        return [*chain.from_iterable(all_but_widest), self.told_first_in_summary]


def _count(cover: Iterable[Collection[int]]) -> int:
    return sum(len(numbers) for numbers in cover)


class _Keys:
    """What fillers share when they agree, as ``Sameness`` judges them."""

    def __init__(self, discourse: Discourse, sameness: Sameness) -> None:
        self.tree, self.sameness = discourse.tree, sameness
        self._like: dict[str, list[str]] = {}

    def find_keys(self, referent: Referent, *, in_summary: bool) -> list[Key]:
        """The keys under which a filler of an event is entered; more where a headline or caption tells of the event."""
        if referent.kind == "post":
            self._find_like(referent.key)
        thing, (kind, words) = referent.thing, self._find_words(referent)
        keys = [(referent.kind, referent.key), *((kind, word) for word in words)]
        if thing is None:
            return keys
        place = thing.cluster.place if thing.cluster is not None else None
        if place is not None:
            keys += [("place", place.iri), ("place in", place.country_iri or "")]
        vague = self._find_vague(thing)
        return [*keys, *vague, *(("retold " + kind, value) for kind, value in vague if in_summary)]

    def find_probes(self, referent: Referent, *, in_summary: bool) -> list[Key]:
        """The keys under which fillers are entered that a filler of a telling may agree with."""
        if referent.kind == "post":
            return [("post", post) for post in self._find_like(referent.key)]
        thing, (kind, words) = referent.thing, self._find_words(referent)
        kinds = {"word of topic": ("word of topic", "word of thing"), "word of thing": ("word of topic",)}.get(kind, (kind,))
        probes = [(referent.kind, referent.key), *((kind, word) for kind in kinds for word in words)]
        if thing is None:
            return probes
        place = thing.cluster.place if thing.cluster is not None else None
        if place is not None:
            probes += [("place in", place.iri), ("place", place.country_iri or "")]
        vague = [*self._find_vague(thing), *(("government", str(country)) for country in self.sameness.find_countries(thing))]
        if thing.country is not None:
            vague += [("unit", str(unit)) for unit in self.sameness.find_units(thing.country)]
        return [*probes, *(vague if in_summary else (("retold " + kind, value) for kind, value in vague))]

    def _find_vague(self, thing: Thing) -> list[Key]:
        """What is enough where one of two tellings is a headline: the noun, or that the one is the other's government."""
        vague = [("unit", str(thing.number))]
        if thing.country is not None:
            vague.append(("government", str(thing.country)))
        elif not thing.named and thing.tokens:
            vague.append(("noun", self.tree.lemmas[thing.tokens[0]]))
        return vague

    def _find_words(self, referent: Referent) -> tuple[str, list[str]]:
        """The words of a text, or of the label of a thing without a name, and the kind of key that they are."""
        if referent.kind == "text":
            return "word of text", sorted(set(referent.key.lower().split()))
        if referent.thing is None or referent.thing.named:
            return "", []
        kind = "word of topic" if referent.thing.class_iri == CONCEPT else "word of thing"
        return kind, sorted(set(referent.thing.label.lower().split()))

    def _find_like(self, post: str) -> list[str]:
        """The posts met so far of which one is said with the words of the other ("director", "deputy director")."""
        if post not in self._like:
            like = [known for known in self._like if known in post or post in known]
            for known in like:
                self._like[known].append(post)
            self._like[post] = [*like, post]
        return self._like[post]
