"""Verbs that tell a happening in the words of the article where no frame comes to tell it: which do, and who is their subject.

Left out is what other words tell: what is said, asked, wanted or tried (statements and endeavours, which hold the words of the clause),
what is quoted, conditions and questions, and verbs that only join a noun or adjective to their subject.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import Filler, Governor, Predication, Stance
from kg.syntax import Tree
from kg.syntax.gaps import lacks_object, passes_gap_on

ANY = "*"
"""The word of a sense that any verb has."""
SURFACE = "surface"
"""The slot of the grammatical subject, said or understood, whatever the voice."""
JOINING = frozenset("be become remain seem appear do let".split())
LIGHT = to_iri("lex:LightVerb")
"""Verbs that say nothing without an object or a preposition."""
MODALS = frozenset({"may", "might", "could", "would", "should", "must", "can", "ca", "ought"})
OPEN_MODALS = frozenset({"may", "might"})
CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "parataxis"})
OPENING = frozenset({"if", "whether", "unless", "lest", "provided", "providing", "assuming", "supposing", "than", "like"})
SUBJECT_RULES = frozenset({"voice", "relative clause", "coordination", "control", "participle"})


def tells_happening(tree: Tree, predication: Predication, by_trigger: Mapping[int, Predication], ontology: Ontology) -> bool:
    """Whether a verb tells something of its subject in a clause of its own."""
    verb = predication.trigger
    if predication.pos != "verb" or predication.quoted is not None or predication.lemma in JOINING:
        return False
    if predication.lemma in ontology.speech_verbs or _sets_stance(predication, ontology):
        return False
    if predication.lemma in ontology.group(LIGHT) and tree.find_child(verb, "dobj", "prep", "prt", "advmod", "npadvmod") is None:
        return False
    return _is_clause(tree, predication, by_trigger, ontology) and _is_held(tree, predication)


def _is_clause(tree: Tree, predication: Predication, by_trigger: Mapping[int, Predication], ontology: Ontology) -> bool:
    """A clause with a tense, a participle behind or before one, or an infinitive below a word of stance that says nothing more."""
    verb = predication.trigger
    if tree.is_infinitive(verb):
        return (
            tree.deps[verb] == "xcomp"
            and not passes_gap_on(tree, verb)
            and any(
                above.slot == "inf" and above.pos in {"verb", "adj"} and _is_stance(above, by_trigger, ontology)
                for above in predication.governors[:1]
            )
        )
    is_clause = tree.deps[verb] in CLAUSES or tree.deps[verb] == "acl" and tree.find_child(verb, "nsubj", "nsubjpass") is not None
    opening = {tree.lower[mark] for mark in tree.find_children(verb, "mark", "advmod", "prep")}
    if not is_clause or opening & OPENING or lacks_object(tree, verb):
        return False
    if _shares_tense(tree, verb):
        return True
    is_bare = tree.tags[verb] == "VBG" and tree.deps[verb] == "advcl" and tree.find_child(verb, "mark", "aux") is None
    return is_bare and tree.find_word_before(tree.find_subtree(verb)[0]) in {",", ""}


def _sets_stance(predication: Predication, ontology: Ontology) -> bool:
    """Whether the verb only says how a clause below it is held: what it governs is told with that stance, or as an endeavour."""
    senses = ontology.stances.get(("verb", predication.lemma), ())
    scopes = {slot for sense in senses for slot in sense.scope} & {"inf", "other inf", "that", "ing"}
    return any(filler.slot in scopes for filler in predication.fillers)


def _is_stance(above: Governor, by_trigger: Mapping[int, Predication], ontology: Ontology) -> bool:
    """Whether a governor only says how what it governs is held: "is to open", "is expected to open"."""
    known = by_trigger.get(above.trigger)
    return above.lemma == "be" or (above.pos, known.lemma if known is not None else above.lemma) in ontology.stances


def _shares_tense(tree: Tree, verb: int) -> bool:
    """Whether a verb, or the one that it is coordinated with, has a tense of its own."""
    while not tree.is_finite(verb):
        if tree.deps[verb] != "conj" or tree.find_child(verb, "nsubj", "nsubjpass") is not None:
            return False
        verb = tree.heads[verb]
    return True


def _is_held(tree: Tree, predication: Predication) -> bool:
    """Whether it is more than a condition, a question or a wish: a bare possibility is told where its own modal says so."""
    if predication.stance is not Stance.POSSIBLE:
        return True
    verb = predication.trigger
    auxiliaries = {tree.lower[child] for child in tree.find_children(verb, "aux")}
    is_question = tree.words[tree.sentences[tree.sentence_of[verb]][1] - 1] == "?"
    is_unreal = "have" in auxiliaries and not auxiliaries & OPEN_MODALS  # "could have won": they did not
    return bool(auxiliaries & MODALS) and not is_question and not is_unreal


def with_surface_subject(tree: Tree, predication: Predication, ontology: Ontology) -> Predication:
    """The predication with its grammatical subject in a slot of its own, where that is a noun that stands for itself.

    The agent of a passive stands in ``by``.
    """
    is_passive = tree.is_passive(predication.trigger)
    fillers = tuple(replace(filler, slot="by") if is_passive and filler.slot == "subj" else filler for filler in predication.fillers)
    for slot in ("obj2", "obj") if is_passive else ("subj",):
        for filler in fillers:
            if filler.slot != slot or filler.rule not in SUBJECT_RULES or _stands_behind(tree, filler, predication.trigger):
                continue
            if not any(phrase.is_clause or tree.lemmas[phrase.head] in ontology.transparent for phrase in filler.phrases):
                return replace(predication, fillers=(replace(filler, slot=SURFACE), *fillers))
    return predication


def find_subjects(predication: Predication) -> tuple[int, ...]:
    """The heads of the grammatical subject that ``with_surface_subject`` found."""
    return tuple(phrase.head for filler in predication.fillers if filler.slot == SURFACE for phrase in filler.phrases)


def _stands_behind(tree: Tree, filler: Filler, verb: int) -> bool:
    """Whether a filler is an object of the verb that remains in the passive ("was shown *a card*")."""
    return any(tree.heads[phrase.head] == verb and tree.deps[phrase.head] == "dobj" for phrase in filler.phrases)
