"""WordNet and a table of our own -> rows (noun, classes, is_post) and (noun, rank, verb)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.kb.wordnet import NounSense, Synset, WordNet

CONCEPT = "skos:Concept"
PERSON = "schema:Person"
LIVING = "living thing"
"""Stands for animals and plants while classes are sought; they come out as concepts."""

ANCHORS: dict[str, str] = {
    "person.1": PERSON,
    "people.1": "news:PeopleGroup",
    "gathering.1": "news:PeopleGroup",
    "social_group.1": "news:PeopleGroup",
    "social_class.1": "news:PeopleGroup",
    "organization.1": "schema:Organization",
    "organization.3": "schema:Organization",
    "enterprise.2": "news:Company",
    "company.1": "news:Company",
    "financial_institution.1": "news:Company",
    "airline.2": "news:Company",
    "school.1": "news:School",
    "university.1": "news:University",
    "university.2": "news:University",
    "university.3": "news:University",
    "college.1": "news:University",
    "college.2": "news:University",
    "hospital.1": "news:Hospital",
    "clinic.1": "news:Hospital",
    "medical_institution.1": "news:Hospital",
    "government.1": "news:GovernmentOrganization",
    "agency.1": "news:GovernmentOrganization",
    "government_department.1": "news:GovernmentOrganization",
    "legislature.1": "news:GovernmentOrganization",
    "police.1": "news:GovernmentOrganization",
    "court.1": "news:Court",
    "party.1": "news:PoliticalParty",
    "team.1": "news:SportsTeam",
    "military_unit.1": "news:MilitaryForce",
    "armed_service.1": "news:MilitaryForce",
    "military.1": "news:MilitaryForce",
    "newspaper.2": "news:MediaOrganization",
    "location.1": "schema:Place",
    "boundary.1": CONCEPT,
    "direction.2": CONCEPT,
    "geological_formation.1": "schema:Place",
    "land.4": "schema:Place",
    "district.1": "news:Region",
    "state.4": "news:Country",
    "country.2": "news:Country",
    "municipality.1": "news:City",
    "city.1": "news:City",
    "village.1": "news:City",
    "body_of_water.1": "news:BodyOfWater",
    "artifact.1": "schema:Product",
    "structure.1": "news:Site",
    "facility.1": "news:Site",
    "establishment.4": "news:Site",
    "room.1": "news:Site",
    "way.6": "news:Site",
    "substance.1": "schema:Product",
    "substance.4": "schema:Product",
    "substance.8": "schema:Product",
    "drug.1": "schema:Product",
    "gas.2": "schema:Product",
    "precious_metal.1": "schema:Product",
    "food.1": "schema:Product",
    "food.2": "schema:Product",
    "software.1": "schema:Product",
    "body_substance.1": CONCEPT,
    "surface.1": CONCEPT,
    "living_thing.1": LIVING,
    "body_part.1": LIVING,
    "creation.2": "schema:Product",
    "art.1": "schema:CreativeWork",
    "work.2": "schema:CreativeWork",
    "publication.1": "schema:CreativeWork",
    "movie.1": "schema:CreativeWork",
    "writing.2": "schema:CreativeWork",
    "show.3": "schema:CreativeWork",
    "musical_composition.1": "schema:CreativeWork",
    "article.1": "schema:CreativeWork",
    "legal_document.1": "news:Legislation",
    "law.2": "news:Legislation",
    "award.2": "news:Award",
    "award.3": "news:Award",
}
"""Sense of WordNet 3.1 -> class of everything below it; the nearest anchor above a sense counts."""

POSTS = (
    "leader.1", "official.1", "official.2", "head.4", "executive.1", "executive.3", "administrator.1", "manager.1",
    "director.1", "chair.3", "professional.1", "skilled_worker.1", "employee.1", "performer.1", "athlete.1",
    "scientist.1", "representative.1", "representative.2", "politician.1", "lawyer.1", "judge.1", "writer.1",
    "artist.1", "spokesperson.1", "adviser.1", "educator.1", "coach.1", "serviceman.1", "military_officer.1",
    "clergyman.1", "health_professional.1", "diplomat.1", "secretary.1", "minister.2", "player.1", "negotiator.1",
    "head_of_state.1", "sovereign.1", "businessperson.1", "engineer.1", "journalist.1", "lawman.1", "analyst.1",
    "farmer.1", "activist.1",
)  # fmt: skip
"""Senses below which a noun names an office, an occupation or a job."""

NOT_POSTS = frozenset({"worker", "employee", "professional", "person", "people", "expert", "player", "staff member"})
"""Nouns that say that someone works, but not as what."""

LEMMA = re.compile(r"[a-z][a-z'.-]*(?: [a-z][a-z'.-]*){0,2}")
"""A common noun of one to three words."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun with its classes, best first."""

    lemma: str
    classes: tuple[str, ...]
    is_post: bool


class NounReader:
    """Reads classes and posts off the hypernyms of WordNet."""

    def __init__(self, wordnet: WordNet) -> None:
        self.wordnet = wordnet
        self.anchors = {wordnet.find_sense(name): class_name for name, class_name in ANCHORS.items()}
        self.posts = {wordnet.find_sense(name) for name in POSTS}

    def to_class(self, synset: Synset) -> str:
        """Return the class of the nearest anchor above the synset, or skos:Concept."""
        for key in self.wordnet.walk_up(synset.key):
            if key in self.anchors:
                return self.anchors[key]
        return CONCEPT

    def names_post(self, synset: Synset) -> bool:
        """Whether the synset lies below an office, occupation or job."""
        return any(key in self.posts for key in self.wordnet.walk_up(synset.key))

    def to_noun(self, lemma: str, senses: tuple[NounSense, ...]) -> Noun:
        """Return the noun with the classes of its common senses, three at most."""
        common = find_common_senses(senses)
        classes = dict.fromkeys(self.to_class(sense.synset) for sense in common)
        is_post = lemma not in NOT_POSTS and any(self.names_post(sense.synset) for sense in common)
        return Noun(lemma, tuple(classes)[:3], is_post)

    def find_nouns(self) -> Iterator[Noun]:
        """Yield every common noun, but collocations only where they name more than a concept, an animal or a plant."""
        for lemma, senses in self.wordnet.noun_senses.items():
            kinds = tuple(sense for sense in senses if is_common_noun(lemma, sense.synset))
            if not kinds or not LEMMA.fullmatch(lemma):
                continue
            noun = self.to_noun(lemma, kinds)
            if " " not in lemma or not set(noun.classes) <= {CONCEPT, LIVING}:
                yield to_concepts(noun)


def is_common_noun(lemma: str, synset: Synset) -> bool:
    """Whether the synset spells the lemma in lower case and names a kind."""
    return lemma in synset.words and not synset.is_instance


def find_common_senses(senses: tuple[NounSense, ...]) -> tuple[NounSense, ...]:
    """Return the first three senses and any as frequent as a fifth of the first, without those the first dwarfs."""
    top = senses[0].count
    return tuple(
        sense
        for place, sense in enumerate(senses)
        if (place < 3 and (top < 20 or sense.count >= top / 20)) or (top > 0 and sense.count >= top / 5)
    )


def to_concepts(noun: Noun) -> Noun:
    """Replace animals and plants by concepts."""
    classes = dict.fromkeys(CONCEPT if name == LIVING else name for name in noun.classes)
    return Noun(noun.lemma, tuple(classes), noun.is_post)


def read_extra_nouns(path: Path) -> Iterator[Noun]:
    """Yield the nouns of a table "noun<TAB>classes<TAB>post"; lines that begin with # are comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lemma, classes, *post = line.split("\t")
            yield Noun(lemma, tuple(classes.split()), post == ["post"])


def build_nouns(wordnet: WordNet, extra: Path) -> list[Noun]:
    """Return all nouns in the order of their lemmas; the extra table has the last word."""
    nouns = {noun.lemma: noun for noun in NounReader(wordnet).find_nouns()}
    nouns.update({noun.lemma: noun for noun in read_extra_nouns(extra)})
    return sorted(nouns.values(), key=lambda noun: noun.lemma)
