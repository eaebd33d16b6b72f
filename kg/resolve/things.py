"""What phrases of one article refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.records import Iri, Span
from kg.resolve.clusters import Cluster

if TYPE_CHECKING:
    from kg.background import Known, Place


@dataclass(slots=True)
class Thing:
    """What a phrase refers to: a named thing (``cluster``) or an unnamed one; ``tokens`` are its heads in text order."""

    number: int
    label: str
    class_iri: Iri
    cluster: Cluster | None = None
    tokens: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    country: int | None = None
    same_as: Thing | None = None
    known: Known | Place | None = None

    @property
    def root(self) -> Thing:
        """The thing that this one turned out to be, else itself."""
        return self if self.same_as is None else self.same_as.root

    @property
    def linked(self) -> Place | Known | None:
        """What the knowledge base has of it: the gazetteer's place, or what it was linked to."""
        return self.cluster.place if self.cluster is not None and self.cluster.place is not None else self.known

    @property
    def is_implied(self) -> bool:
        """Whether only an adjective of origin or a description tells of it ("the Dutch group", "the government")."""
        return self.country is not None or (self.cluster is not None and not any(self.cluster.surfaces.values()))

    @property
    def named(self) -> bool:
        """Whether it has a name."""
        return self.cluster is not None or self.country is not None
