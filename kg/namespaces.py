"""The namespaces of kg, each a single constant, and the standard vocabularies it builds on."""

import re
from functools import lru_cache
from hashlib import sha256

from kg.records import Iri, Literal

NEWS = "https://w3id.org/kg-news/ontology#"
LEX = "https://w3id.org/kg-news/lexicon#"
ARTICLE = "https://w3id.org/kg-news/article/"
ENTITY = "https://w3id.org/kg-news/entity/"
CLAIM = "https://w3id.org/kg-news/claim/"
BACKGROUND = "https://w3id.org/kg-news/background"

SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TIME = "http://www.w3.org/2006/time#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: dict[str, str] = {
    "news": NEWS,
    "lex": LEX,
    "schema": SCHEMA,
    "org": ORG,
    "prov": PROV,
    "oa": OA,
    "skos": SKOS,
    "time": TIME,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
}


@lru_cache(maxsize=8192)
def to_iri(name: str) -> Iri:
    """Expand a prefixed name.

    >>> to_iri("schema:Person")
    'https://schema.org/Person'
    """
    prefix, _, local = name.partition(":")
    return Iri(PREFIXES[prefix] + local)


def to_prefixed(iri: str) -> str:
    """Shorten an IRI to a prefixed name where a prefix fits, else return it unchanged.

    >>> to_prefixed("https://schema.org/Person")
    'schema:Person'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


@lru_cache(maxsize=8192)
def to_local(iri: str) -> str:
    """Return the last part of an IRI.

    >>> to_local("https://w3id.org/kg-news/ontology#Acquisition")
    'Acquisition'
    """
    return re.split(r"[#/]", iri.rstrip("#/"))[-1]


def to_words(iri: str) -> str:
    """Read the last part of an IRI as words.

    >>> to_words("https://w3id.org/kg-news/ontology#ResearchLab"), to_words("http://www.w3.org/ns/org#hasMember")
    ('research lab', 'has member')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", to_local(iri)).lower() or iri


def to_claim_iri(subject: Iri, predicate: Iri, object_: Iri | Literal) -> Iri:
    """Return the IRI of a claim: a hash of its three parts and nothing else."""
    last = object_ if isinstance(object_, str) else f'"{object_.lexical}"^^{object_.datatype or ""}@{object_.language or ""}'
    return Iri(CLAIM + sha256(f"{subject}\n{predicate}\n{last}".encode(errors="replace")).hexdigest()[:16])
