"""Folders of Turtle -> what is wrong with them: senses in conflict, words that name two things, and what the shapes refuse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations
from pathlib import Path

from kg.errors import OntologyError
from kg.namespaces import LEX, to_prefixed
from kg.ontology.compile import PARTS_OF_SPEECH, WORD_GROUP, compile_ontology
from kg.ontology.load import hash_files
from kg.ontology.read import SHAPES, Annotations, find_files, read_annotations
from kg.ontology.record import Ontology, Role, Sense
from kg.records import Iri
from kg.resources import find_resource
from kg.terms import CONCEPT, POST, YIELDING


def check_ontology(folders: Sequence[Path] | None = None) -> tuple[str, ...]:
    """Return one message for each fault of the shipped ontology with the user's ``folders`` added; empty when all is well.

    Needs pyshacl for the shapes. Raises OntologyError where load_ontology would.
    """
    files = find_files(folders)
    annotations = read_annotations(files)
    ontology = compile_ontology(annotations, hash_files(files))
    return (*find_conflicts(ontology), *find_double_nouns(annotations), *find_shape_faults(annotations))


def find_conflicts(ontology: Ontology) -> tuple[str, ...]:
    """Return the pairs of senses that could read the same words equally well, each named by word and frames."""
    faults = []
    for (pos, word), senses in ontology.senses.items():
        for first, second in combinations(senses, 2):
            is_choice = not first.beside and not second.beside
            if is_choice and first.target != second.target and _can_tie(ontology, first, second):
                faults.append(
                    f"conflict over the {pos} {word!r}: {to_prefixed(first.target)} and {to_prefixed(second.target)}"
                    " can read the same words; tell them apart by lex:need and lex:type, or by lex:lacks"
                )
    return tuple(dict.fromkeys(faults))


def find_double_nouns(annotations: Annotations) -> tuple[str, ...]:
    """Return the nouns that name two classes, or two posts."""
    from rdflib import RDF, URIRef

    owners: dict[tuple[bool, str], list[str]] = {}
    for owner, noun in sorted(annotations.graph.subject_objects(URIRef(LEX + "noun"))):
        if isinstance(owner, URIRef) and (owner, RDF.type, URIRef(WORD_GROUP)) not in annotations.graph:
            is_post = (owner, RDF.type, URIRef(POST)) in annotations.graph
            owners.setdefault((is_post, str(noun)), []).append(to_prefixed(str(owner)))
    return tuple(f"the noun {noun!r} names both {' and '.join(names)}" for (_, noun), names in owners.items() if len(names) > 1)


def find_shape_faults(annotations: Annotations) -> tuple[str, ...]:
    """Return what ontology/lex-shapes.ttl refuses. Raises OntologyError when pyshacl is not installed."""
    try:
        from pyshacl import validate
    except ImportError as error:
        raise OntologyError("the shapes need pyshacl: type `pip install pyshacl`") from error
    from rdflib import Graph, Namespace

    shapes = Graph().parse(find_resource("ontology") / SHAPES, format="turtle")
    _, report, _ = validate(annotations.graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    sh = Namespace("http://www.w3.org/ns/shacl#")
    faults = []
    for result in report.subjects(sh.focusNode, None):
        focus = report.value(result, sh.focusNode)
        message = report.value(result, sh.resultMessage)
        faults.append(f"{_name_focus(annotations, focus)}: {message}")
    return tuple(sorted(faults))


def _name_focus(annotations: Annotations, focus: object) -> str:
    """Name the frame that a faulty node hangs on, climbing from role to sense to frame."""
    from rdflib import BNode
    from rdflib.term import Node

    assert isinstance(focus, Node)
    node: Node = focus
    words: tuple[str, ...] = ()
    while isinstance(node, BNode):
        words = words or tuple(word for pos in PARTS_OF_SPEECH for word in annotations.texts(node, pos))
        above = sorted(annotations.graph.subjects(None, node), key=str)
        if not above:
            break
        node = above[0]
    return annotations.say_where(focus, node) + (f", {words[0]!r}" if words else "")


def _can_tie(ontology: Ontology, first: Sense, second: Sense) -> bool:
    """Whether some words could fill all needed roles of both senses, one for one, and neither sense is the narrower throughout."""
    if not _can_share_support(first, second) or _yields(ontology, first) != _yields(ontology, second):
        return False
    ours = [role for role in first.roles if role.need]
    theirs = [role for role in second.roles if role.need]
    if len(ours) != len(theirs):
        return False
    pairings = ([*zip(ours, order, strict=True)] for order in permutations(theirs))
    return any(
        all(_can_share(ontology, pair, (first, second)) for pair in pairing) and not _is_nested(ontology, pairing) for pairing in pairings
    )


def _yields(ontology: Ontology, sense: Sense) -> bool:
    """Whether a sense tells a general doing, which gives way to every other frame."""
    return any(ontology.is_a(sense.target, general) for general in YIELDING)


def _can_share_support(first: Sense, second: Sense) -> bool:
    return (first.bare and second.bare) or bool(set(first.supports) & set(second.supports))


def _can_share(ontology: Ontology, pair: tuple[Role, Role], senses: tuple[Sense, Sense]) -> bool:
    """Whether one phrase could fill both roles: a slot in common that neither sense forbids, and types one below the other."""
    ours, theirs = pair
    if ours.within != theirs.within:
        return False
    slots = set(ours.slots) & set(theirs.slots) - {slot for sense in senses for slot in sense.lacks}
    if not slots or (ours.words and theirs.words and not set(ours.words) & set(theirs.words)):
        return False
    types_ours, types_theirs = _types_of(ontology, ours), _types_of(ontology, theirs)
    if not types_ours or not types_theirs:
        return True
    return any(ontology.is_a(one, other) or ontology.is_a(other, one) for one in types_ours for other in types_theirs)


def _is_nested(ontology: Ontology, pairing: Sequence[tuple[Role, Role]]) -> bool:
    """Whether every role of one sense takes only what its partner takes too, and some role takes less."""
    inside = all(_is_within(ontology, ours, theirs) for ours, theirs in pairing)
    around = all(_is_within(ontology, theirs, ours) for ours, theirs in pairing)
    return inside != around


def _is_within(ontology: Ontology, ours: Role, theirs: Role) -> bool:
    if theirs.words:
        return bool(ours.words) and set(ours.words) <= set(theirs.words)
    if ours.words or not theirs.types:
        return True
    types = _types_of(ontology, ours)
    return bool(types) and all(any(ontology.is_a(one, other) for other in theirs.types) for one in types)


def _types_of(ontology: Ontology, role: Role) -> tuple[Iri, ...]:
    """The types that a role takes; one that takes certain words, the classes that those words name."""
    return role.types or tuple(ontology.class_nouns.get(word, CONCEPT) for word in role.words)
