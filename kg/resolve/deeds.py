"""What is told of somebody -> nouns that speak of whoever did it: "the buyer" is who buys, "the supplier" who supplies.

A noun that is the name of a role ("supplier" of ``news:supplier``) needs no entry here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kg.namespaces import to_iri
from kg.records import FrameInstance, Iri, Stance
from kg.resolve.discourse import Discourse
from kg.resolve.things import Thing
from kg.terms import POST

OF_ROLE = ("buyer", "seller", "defendant", "plaintiff", "victim", "attacker", "winner", "loser")
ROLES = {
    noun: tuple(to_iri(f"news:{role}") for role in roles)
    for noun, roles in (
        *((noun, (noun,)) for noun in OF_ROLE),
        ("acquirer", ("buyer",)),
        ("suitor", ("buyer", "bidder")),
        ("bidder", ("bidder", "buyer")),
        ("claimant", ("plaintiff", "claimant")),
        ("accused", ("defendant", "arrestee")),
        ("robber", ("thief",)),
        ("thief", ("thief",)),
    )
}
"""Nouns for whoever fills a role of an event told before, and for nobody else."""
TARGET, ACQUISITION = to_iri("news:target"), to_iri("news:Acquisition")


class Deeds:
    """Knows who does and suffers what in one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse, self.tree = discourse, discourse.tree
        self._in_role: dict[Iri, list[int]] = defaultdict(list)

    def learn(self, instances: Sequence[FrameInstance]) -> None:
        """Take in who does what by name; "the target" is that of a takeover, and not of an attack or criticism."""
        for instance in instances:
            if instance.stance in {Stance.DENIED, Stance.POSSIBLE}:
                continue
            for role in instance.roles:
                if role.role != TARGET or instance.target == ACQUISITION:
                    self._in_role[role.role].extend(phrase.head for phrase in role.phrases)

    def speaks_of_deed(self, noun: int) -> bool:
        """Whether a noun speaks of nobody but whoever did something."""
        return self.tree.lemmas[noun] in ROLES

    def find(self, noun: int) -> Thing | None:
        """The last to be told of as doing or suffering what the noun says."""
        lemma = self.tree.lemmas[noun]
        named_so = () if POST in self.discourse.mentions.types[noun] else (to_iri(f"news:{lemma}"),)
        heads = sorted(token for role in ROLES.get(lemma, named_so) for token in self._in_role.get(role, ()) if token < noun)
        known = (self.discourse.at_token.get(token) for token in reversed(heads))
        return next((thing for thing in known if thing is not None and thing.named), None)
