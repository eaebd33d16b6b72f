"""Names -> clusters: mentions of one article that name one thing.

Conservative: a short form joins a longer name only where it cannot name another thing; "Halden" and "Halden Nordic" stay two.
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.ontology import Ontology
from kg.records import Ground, Iri, Mention, Parting, Span
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.namesakes import Namesakes, find_latest
from kg.resolve.variants import (
    BEFORE_ACRONYMS,
    GENERIC_BEGINNINGS,
    GENERIC_ENDINGS,
    KNOWN_BY_INITIALS,
    SMALL_WORDS,
    Key,
    find_full_keys,
    find_short_keys,
    is_part_of_person,
    key_of,
    looks_like_acronym,
    to_initials,
    to_person_words,
)
from kg.terms import ORGANIZATION, PERSON, PLACE, PRODUCT, TEAM

if TYPE_CHECKING:
    from kg.background import Background, Place

ARTICLE = re.compile(r"\bthe\s+$", re.IGNORECASE)
LONGEST_ACRONYM = 4
MOST_EARLIER, EARLIER_SHARE = 2, 2


@dataclass(slots=True)
class Cluster:
    """All mentions of one named thing; ``members`` are numbers of names, in text order."""

    number: int
    surfaces: Counter[str] = field(default_factory=Counter)
    members: list[int] = field(default_factory=list)
    classes: Counter[Iri] = field(default_factory=Counter)
    place: Place | None = None
    class_iri: Iri = ORGANIZATION
    is_namesake: bool = False
    """Whether another thing of the article has the same name."""

    @property
    def label(self) -> str:
        """The fullest name; a place that is named only by its people, or in the capitals of a dateline, has the gazetteer's name."""
        if self.place is not None and not any(key_of(surface) == key_of(self.place.name) for surface in self.surfaces):
            return self.place.name
        fullest = _find_fullest(tuple(self.surfaces))
        shouts = self.place is not None and fullest == self.place.name.upper() and len(fullest) > LONGEST_ACRONYM
        return self.place.name if self.place is not None and shouts else fullest


@lru_cache(maxsize=4096)
def _find_fullest(surfaces: tuple[str, ...]) -> str:
    """The name of most words and letters, in capitals only where there is no other."""
    return min(surfaces, key=lambda surface: (-len(surface.split()), -len(surface), surface.isupper(), surface))


class Clusters:
    """The clusters of one article and the way from a name to its cluster; what ``apart`` parts stays two things."""

    def __init__(
        self,
        names: Sequence[Mention],
        text: str,
        ontology: Ontology,
        background: Background,
        *,
        body_start: int = 0,
        apart: Collection[Parting] = (),
    ) -> None:
        self.body_start = body_start
        self.apart = apart
        self.kept_apart: set[Parting] = set()
        """Those of ``apart`` that would have been one thing."""
        self.names, self.text, self.ontology, self.background = names, text, ontology, background
        self.all: list[Cluster] = []
        self.of_name: dict[int, Cluster] = {}
        self.grounds: dict[int, Ground] = {}
        """Why each name was taken for that of its cluster."""
        self._by_key: dict[str, Cluster] = {}
        self._by_place: dict[Iri, Cluster] = {}
        self._keys = [self._to_key(name) for name in names]
        self._by_part: dict[Key, set[int]] = defaultdict(set)
        self._namesakes = Namesakes(names, text, background)
        self._join_exact()
        for cluster in self.all:
            self._enter(cluster)
        self._join_variants()
        keys = {key for cluster in self.all for key in self._keys_of(cluster)}
        self.kept_apart.update(each for each in apart if each.words and {key_of(each.name), _to_other_key(each)} <= keys)
        for cluster in self.all:
            cluster.class_iri = self._choose_class(cluster)

    def _join_exact(self) -> None:
        gazetteer = Gazetteer(self.names, self.ontology, self.background)
        for number, name in enumerate(self.names):
            key, place = self._keys[number], gazetteer.find(name)
            known = self._by_place.get(place.iri) if place is not None and name.found_by != "demonym" else None
            if key != key_of(name.surface) or (known is not None and self._keep_apart({key}, known)):
                place = None
            cluster = self._by_place.get(place.iri) if place is not None else self._by_key.get(key)
            if cluster is None:
                cluster = Cluster(len(self.all), place=place, is_namesake=key != key_of(name.surface))
                self.all.append(cluster)
            if place is not None:
                self._by_place[place.iri] = cluster
            else:
                self._by_key[key] = cluster
            self.grounds[number] = _find_ground(name, place)
            self._add(cluster, number)

    def _to_key(self, name: Mention) -> str:
        """The form under which a name is compared: where a parting has words for it, one of its own."""
        key = key_of(name.surface)
        meant = (each for each in self.apart if each.words and key == key_of(each.other) and self._stands_in(name.span, each.words))
        return next(map(_to_other_key, meant), key)

    def _stands_in(self, span: Span, words: str) -> bool:
        found = re.finditer(r"\s+".join(map(re.escape, words.split())), self.text)
        return any(place.start() <= span.start and span.end <= place.end() for place in found)

    def keeps_apart(self, label: str, span: Span) -> bool:
        """Whether words that are no name must not be taken for the thing of a label."""
        said = key_of(self.text[span.start : span.end])
        partings = {
            each
            for each in self.apart
            if key_of(each.name) == key_of(label) and key_of(each.other) == said and (not each.words or self._stands_in(span, each.words))
        }
        self.kept_apart |= partings
        return bool(partings)

    def _keep_apart(self, ours: Collection[str], other: Cluster) -> bool:
        """Whether some names, by their keys, must not join a cluster that they would join otherwise."""
        theirs = self._keys_of(other)
        partings = {each for each in self.apart if _stand_on_both_sides(each, ours, theirs)}
        self.kept_apart |= partings
        return bool(partings)

    def _keys_of(self, cluster: Cluster) -> set[str]:
        """The keys of a cluster's names, with that of a place in the gazetteer, by which its label may go."""
        names = () if cluster.place is None else (key_of(cluster.place.name),)
        return {*names, *(self._keys[number] for number in cluster.members)}

    def _add(self, cluster: Cluster, number: int) -> None:
        name = self.names[number]
        if name.found_by != "demonym":
            cluster.surfaces[name.surface] += 1
        elif cluster.place is not None and not cluster.surfaces:
            cluster.surfaces[cluster.place.name] += 0
        cluster.classes[name.class_iri] += 1
        cluster.members.append(number)
        self.of_name[number] = cluster

    # ------------------------------------------------------------ variants

    def _join_variants(self) -> None:
        """Join short forms to the one longer name that they can stand for; names that are kept apart from others come last."""
        lone = {_to_other_key(each) for each in self.apart}
        order = sorted(self.all, key=lambda each: (not lone.isdisjoint(self._keys_of(each)), len(each.label.split()), each.number))
        for cluster in order:
            if cluster.place is not None or not cluster.members:
                continue
            found = ((other, self._find_variant(cluster, other)) for other in self._find_longer(cluster) if other.members)
            grounds = {
                other.number: ground
                for other, ground in found
                if ground is not None and not self._keep_apart(self._keys_of(cluster), other)
            }
            matches = [self.all[number] for number in grounds]
            if len(matches) == 1:
                self._merge(cluster, matches[0], grounds[matches[0].number])
            elif matches and all(other.classes[PERSON] for other in matches):
                self._share_out(cluster, matches)
            elif matches and self._is_generic(cluster):
                latest = find_latest(cluster.members[0], matches) or matches[0]
                self._merge(cluster, latest, grounds[latest.number])

    def _find_longer(self, cluster: Cluster) -> list[Cluster]:
        """The other clusters that share a key with a short form, or stand right before it, in their order."""
        numbers = {number for key in find_short_keys(cluster.label) for number in self._by_part.get(key, ())}
        numbers |= {self.of_name[other].number for member in cluster.members for other in range(max(0, member - 2), member)}
        return [self.all[number] for number in sorted(numbers - {cluster.number})]

    def _enter(self, cluster: Cluster) -> None:
        """Let the short forms of a name find it."""
        for key in find_full_keys(cluster.label):
            self._by_part[key].add(cluster.number)

    def _share_out(self, cluster: Cluster, matches: Sequence[Cluster]) -> None:
        """Give each mention of a family name that several persons bear to one of them."""
        for number, owner in self._namesakes.share_out(cluster, matches):
            self._move(number, cluster, owner, Ground.SHORT_NAME)
        for owner in matches:
            self._enter(owner)
        if cluster.members:
            self._enter(cluster)

    def _find_variant(self, short: Cluster, full: Cluster) -> Ground | None:
        """Why the short name may stand for the full one; None where it may not."""
        small, large = key_of(short.label).split(), key_of(full.label).split()
        if full.place is not None or not small:
            return Ground.ACRONYM if full.place is None and self._stands_in_brackets(short, full) else None
        if len(large) <= len(small):
            if len(small) == 1 and self._is_acronym(short, full):
                return Ground.ACRONYM
            is_reordered = len(small) == len(large) > 1 and self._is_reordered(short, full, small, large)
            return Ground.REORDERED if is_reordered else None
        if full.classes[PERSON] and full.classes.most_common(1)[0][0] == PERSON:
            is_part = self._may_be_person(short) and is_part_of_person(to_person_words(short.label), to_person_words(full.label))
            return Ground.SHORT_NAME if is_part else None
        if short.classes.most_common(1)[0][0] == PERSON:
            is_double = "-" in short.label and to_person_words(full.label)[1:] == to_person_words(short.label)
            return Ground.SHORT_NAME if is_double else None
        if self._is_acronym(short, full):
            return Ground.ACRONYM
        is_shorter = self._is_shortened(short, full, small, large) or self._is_head_of(short, small, large)
        return Ground.SHORT_NAME if is_shorter else None

    def _is_reordered(self, short: Cluster, full: Cluster, small: list[str], large: list[str]) -> bool:
        """ "Front National" and "National Front"."""
        return sorted(small) == sorted(large) and short.number > full.number and _compatible(short, full, self.ontology)

    def _may_be_person(self, cluster: Cluster) -> bool:
        """Whether a short form is no place's and no organisation's name."""
        return not any(self.ontology.is_a(class_iri, other) for class_iri in cluster.classes for other in (PLACE, ORGANIZATION))

    def _is_acronym(self, short: Cluster, full: Cluster) -> bool:
        letters = short.label.replace(".", "")
        if full.classes[PERSON] or " " in letters or sum(letter.isupper() for letter in letters) < 2:
            return False
        initials = to_initials(full.label)
        return bool(initials) and (letters.upper() in initials or self._stands_in_brackets(short, full))

    def _stands_in_brackets(self, short: Cluster, full: Cluster) -> bool:
        """ "the Centre for Health Policy (CHP)": an acronym right behind the full name of no person and no place."""
        if not looks_like_acronym(short.label) or len(full.label.split()) < 2 or full.classes[PERSON]:
            return False
        for number in short.members:
            for before in self.names[max(0, number - 2) : number]:
                between = self.text[before.span.end : self.names[number].span.start].strip()
                if self.of_name[number - 1 if before is self.names[number - 1] else number - 2] is full:
                    if between in BEFORE_ACRONYMS or KNOWN_BY_INITIALS.fullmatch(between):
                        return not self.ontology.is_a(before.class_iri, PLACE)
        return False

    def _is_shortened(self, short: Cluster, full: Cluster, small: list[str], large: list[str]) -> bool:
        """ "Halden" for "Halden Robotics": the rest of the name is no place and the full name is introduced no later than in the lead.

        Not so with products: "Corvane", "Corvane 2" and "Corvane Air" are three.
        """
        if large[0] in {"al", "el"} and small == large[1:]:
            return True
        if full.classes[TEAM] and not self._names_place(short.label) and (small == large[: len(small)] or small == large[-len(small) :]):
            return True
        if large[-len(small) :] == small and set(large[: -len(small)]) <= GENERIC_BEGINNINGS:
            return not self._names_place(short.label) and _compatible(short, full, self.ontology) and self._is_introduced_first(short, full)
        if large[: len(small)] != small:
            return False
        rest = large[len(small) :]
        if all(word in GENERIC_ENDINGS for word in rest):
            return True
        if self._names_place(*rest, " ".join(rest)) or set(rest) & SMALL_WORDS or not _compatible(short, full, self.ontology):
            return False
        if self.ontology.is_a(full.classes.most_common(1)[0][0], PRODUCT):
            return False
        return self._is_introduced_first(short, full)

    def _names_place(self, *words: str) -> bool:
        return any(self.background.find_places(word) or self.background.find_country_of_demonym(word) is not None for word in words)

    def _is_head_of(self, short: Cluster, small: list[str], large: list[str]) -> bool:
        """ "the Assembly" for "the Lakes Assembly", "the Council" for "the Council of Ports"."""
        return len(small) == 1 and (large[-1] == small[0] or large[:2] == [small[0], "of"]) and self._is_generic(short)

    def _is_generic(self, cluster: Cluster) -> bool:
        """A common noun with a capital, behind "the" or a possessive wherever it stands."""
        word = key_of(cluster.label)
        if " " in word or not (word in self.ontology.class_nouns or self.background.find_noun_classes(word)):
            return False
        starts = [self.names[number].span.start for number in cluster.members]
        return all(ARTICLE.search(self.text, max(0, start - 6), start) is not None for start in starts)

    def _is_introduced_first(self, short: Cluster, full: Cluster) -> bool:
        """The full name comes before the short one, or most of the short ones follow it; what headline and caption say does not count."""
        earlier = sum(member < full.members[0] and self.names[member].span.start >= self.body_start for member in short.members)
        return earlier == 0 or (earlier <= MOST_EARLIER and len(short.members) > EARLIER_SHARE * earlier)

    # ------------------------------------------------------------ merging

    def _merge(self, cluster: Cluster, into: Cluster, ground: Ground) -> None:
        for number in list(cluster.members):
            self._move(number, cluster, into, ground)
        self._enter(into)

    def _move(self, number: int, cluster: Cluster, into: Cluster, ground: Ground) -> None:
        name = self.names[number]
        if self.grounds[number] is Ground.NAME:
            self.grounds[number] = ground
        for owner, step in ((cluster, -1), (into, 1)):
            owner.classes[name.class_iri] += step
            owner.surfaces[name.surface] += step
        cluster.classes, cluster.surfaces = +cluster.classes, +cluster.surfaces
        cluster.members.remove(number)
        insort(into.members, number)
        self.of_name[number] = into

    def _choose_class(self, cluster: Cluster) -> Iri:
        """The class of the fullest name; otherwise the commonest."""
        if cluster.place is not None:
            return cluster.place.class_iri
        if not cluster.members:
            return ORGANIZATION
        if cluster.classes[PERSON] > max(1, cluster.classes.total() - cluster.classes[PERSON]):
            return PERSON
        fullest = cluster.label
        classes = [self.names[number].class_iri for number in cluster.members if self.names[number].surface == fullest]
        return classes[0] if classes else cluster.classes.most_common(1)[0][0]


def _find_ground(name: Mention, place: Place | None) -> Ground:
    """Why a name is taken for that of a place, or of what else is called so."""
    if place is None or key_of(name.surface) == key_of(place.name):
        return Ground.NAME
    return Ground.DEMONYM if name.found_by == "demonym" else Ground.KNOWN_NAME


def _to_other_key(parting: Parting) -> str:
    """The key of what is parted from a thing; with words it is no other name's."""
    return f"{key_of(parting.other)} in {parting.words}" if parting.words else key_of(parting.other)


def _stand_on_both_sides(parting: Parting, ours: Collection[str], theirs: Collection[str]) -> bool:
    one, other = key_of(parting.name), _to_other_key(parting)
    return (one in ours and other in theirs) or (other in ours and one in theirs)


def _compatible(short: Cluster, full: Cluster, ontology: Ontology) -> bool:
    left, right = short.classes.most_common(1)[0][0], full.classes.most_common(1)[0][0]
    return ontology.is_a(left, right) or ontology.is_a(right, left)
