"""Names -> clusters: mentions of one article that name one thing.

Conservative: a short form joins a longer name only where it cannot name another thing; "Microsoft" and "Microsoft Japan" stay two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Iri, Mention

if TYPE_CHECKING:
    from kg.background import Background, Place

PERSON = to_iri("schema:Person")
ORGANIZATION = to_iri("schema:Organization")
PLACE = to_iri("schema:Place")
COUNTRY = to_iri("news:Country")
GENERIC_ENDINGS = frozenset(
    "inc inc. ltd ltd. plc llc corp corp. corporation co co. company gmbh ag sa s.a. spa nv bv ab oy asa kk group holding holdings limited".split()
)
SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "de", "la", "&", "du", "des", "del"})


@dataclass(slots=True)
class Cluster:
    """All mentions of one named thing; ``members`` are numbers of names, in text order."""

    number: int
    surfaces: Counter[str] = field(default_factory=Counter)
    members: list[int] = field(default_factory=list)
    classes: Counter[Iri] = field(default_factory=Counter)
    place: Place | None = None
    class_iri: Iri = ORGANIZATION

    @property
    def label(self) -> str:
        """The fullest name; a place that is named only by its people has the gazetteer's name."""
        if self.place is not None and not any(key_of(surface) == key_of(self.place.name) for surface in self.surfaces):
            return self.place.name
        return min(self.surfaces, key=lambda surface: (-len(surface.split()), -len(surface), surface))


def key_of(surface: str) -> str:
    """The form under which names are compared.

    >>> key_of("The U.S.")
    'us'
    """
    key = re.sub(r"\s+", " ", surface.replace("’", "'")).strip().lower()
    key = re.sub(r"^(the|a|an) ", "", key)
    return re.sub(r"'s?$", "", key).replace(".", "").replace("-", " ")


class Clusters:
    """The clusters of one article and the way from a name to its cluster."""

    def __init__(self, names: Sequence[Mention], text: str, ontology: Ontology, background: Background) -> None:
        self.names, self.text, self.ontology, self.background = names, text, ontology, background
        self.all: list[Cluster] = []
        self.of_name: dict[int, Cluster] = {}
        self._by_key: dict[str, Cluster] = {}
        self._by_place: dict[Iri, Cluster] = {}
        self._join_exact()
        self._join_variants()
        for cluster in self.all:
            cluster.class_iri = self._choose_class(cluster)

    def _join_exact(self) -> None:
        for number, name in enumerate(self.names):
            place = self._find_place(name)
            cluster = self._by_place.get(place.iri) if place is not None else self._by_key.get(key_of(name.surface))
            if cluster is None:
                cluster = Cluster(len(self.all), place=place)
                self.all.append(cluster)
            if place is not None:
                self._by_place[place.iri] = cluster
            else:
                self._by_key[key_of(name.surface)] = cluster
            self._add(cluster, number)

    def _add(self, cluster: Cluster, number: int) -> None:
        name = self.names[number]
        if name.found_by != "demonym":
            cluster.surfaces[name.surface] += 1
        elif cluster.place is not None and not cluster.surfaces:
            cluster.surfaces[cluster.place.name] += 0
        cluster.classes[name.class_iri] += 1
        cluster.members.append(number)
        self.of_name[number] = cluster

    def _find_place(self, name: Mention) -> Place | None:
        """The gazetteer's best place of the name's class."""
        if name.found_by == "demonym":
            country = self.background.find_country_of_demonym(name.surface)
            return country
        if not (self.ontology.is_a(name.class_iri, PLACE) or name.found_by == "gazetteer"):
            return None
        return next((place for place in self.background.find_places(name.surface) if place.class_iri == name.class_iri), None)

    # ------------------------------------------------------------ variants

    def _join_variants(self) -> None:
        """Join short forms to the one longer name that they can stand for."""
        for cluster in sorted(self.all, key=lambda cluster: (len(cluster.label.split()), cluster.number)):
            if cluster.place is not None:
                continue
            longer = self._find_longer(cluster)
            if longer is not None:
                self._merge(cluster, longer)

    def _find_longer(self, cluster: Cluster) -> Cluster | None:
        matches = [other for other in self.all if other is not cluster and other.members and self._is_variant(cluster, other)]
        if not matches:
            return None
        if len(matches) == 1:
            return matches[0]
        before = [other for other in matches if other.members[0] < cluster.members[0]]
        is_person = all(other.classes[PERSON] for other in matches)
        return max(before, key=lambda other: other.members[0]) if before and is_person else None

    def _is_variant(self, short: Cluster, full: Cluster) -> bool:
        small, large = key_of(short.label).split(), key_of(full.label).split()
        if full.place is not None or not small or len(large) <= len(small):
            return self._is_acronym(short, full) if len(small) == 1 and len(large) > 1 and full.place is None else False
        if full.classes[PERSON]:
            return self._may_be_person(short) and len(small) == 1 and (small[0] == large[-1] or small == large[:1]) or small == large[-len(small) :] and self._may_be_person(short)
        if short.classes[PERSON] and not full.classes[PERSON] and short.classes.most_common(1)[0][0] == PERSON:
            return False
        return self._is_acronym(short, full) or self._is_shortened(short, full, small, large)

    def _may_be_person(self, cluster: Cluster) -> bool:
        return not any(self.ontology.is_a(class_iri, PLACE) for class_iri in cluster.classes)

    def _is_acronym(self, short: Cluster, full: Cluster) -> bool:
        letters = short.label.replace(".", "")
        if not letters.isupper() or len(letters) < 2 or full.classes[PERSON]:
            return False
        words = re.findall(r"[\w’'-]+", full.label)
        initials = "".join(word[0] for word in words if word.lower() not in SMALL_WORDS).upper()
        with_small = "".join(word[0] for word in words).upper()
        return letters in {initials, with_small} or self._stands_in_brackets(short, full)

    def _stands_in_brackets(self, short: Cluster, full: Cluster) -> bool:
        """ "the Centre for Health Policy (CHP)": right behind the full name, and most letters occur in it in order."""
        for number in short.members:
            start = self.names[number].span.start
            for other in full.members:
                if self.text[self.names[other].span.end : start].strip() == "(" and _is_subsequence(short.label.lower(), full.label.lower()):
                    return True
        return False

    def _is_shortened(self, short: Cluster, full: Cluster, small: list[str], large: list[str]) -> bool:
        """ "Halden" for "Halden Robotics": the rest of the name is no place and the full name is introduced no later than in the lead."""
        if large[: len(small)] != small:
            return False
        rest = large[len(small) :]
        if all(word in GENERIC_ENDINGS for word in rest):
            return True
        if any(self.background.find_places(word) or self.background.find_country_of_demonym(word) is not None for word in (*rest, " ".join(rest))):
            return False
        if set(rest) & SMALL_WORDS or not _compatible(short, full, self.ontology):
            return False
        return self._is_introduced_first(short, full)

    def _is_introduced_first(self, short: Cluster, full: Cluster) -> bool:
        """The full name comes before the second mention of the short one: headlines use short forms."""
        return full.members[0] < short.members[0] or (len(short.members) > 1 and full.members[0] < short.members[1] and short.members[0] == 0)

    def _merge(self, cluster: Cluster, into: Cluster) -> None:
        into.surfaces.update(cluster.surfaces)
        into.classes.update(cluster.classes)
        into.members = sorted({*into.members, *cluster.members})
        for number in cluster.members:
            self.of_name[number] = into
        cluster.members = []

    def _choose_class(self, cluster: Cluster) -> Iri:
        """The class of the fullest name; otherwise the commonest."""
        if cluster.place is not None:
            return cluster.place.class_iri
        if not cluster.members:
            return ORGANIZATION
        fullest = cluster.label
        classes = [self.names[number].class_iri for number in cluster.members if self.names[number].surface == fullest]
        return classes[0] if classes else cluster.classes.most_common(1)[0][0]


def _compatible(short: Cluster, full: Cluster, ontology: Ontology) -> bool:
    left, right = short.classes.most_common(1)[0][0], full.classes.most_common(1)[0][0]
    return ontology.is_a(left, right) or ontology.is_a(right, left)


def _is_subsequence(letters: str, text: str) -> bool:
    position = -1
    for letter in letters:
        position = text.find(letter, position + 1)
        if position < 0:
            return False
    return True
