"""Control and raising: the subject of an infinitive or gerund that a verb, adjective or noun governs.

"X plans to buy Y" gives subj X; "X enabled Z to buy Y" gives subj Z; "X was asked to buy Y" and "X is likely to buy Y" give
subj X; so do "X's plan to buy Y" and "the first firm to buy Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.grammar import Grammar, move
from kg.records import Filler
from kg.syntax.tree import SUBJECTS, Tree

SUBJECT_CONTROL = frozenset(
    "promise vow swear guarantee threaten use need take have spend raise borrow beat defeat stun thrash edge outplay overcome upset "
    "overtake outbid oust succeed replace join".split()
)
"""Verbs whose object has no part in the infinitive: "promised them to leave", "used the money to buy", "beat X to win the cup"."""
OBJECT_CONTROL = frozenset(
    "force persuade ask order urge tell help enable allow require invite encourage instruct teach authorise "
    "authorize permit compel convince warn advise lead prompt cause get drive oblige push press pressure expect "
    "want let make see watch inspire assist commission appoint choose name recruit enlist train empower entitle "
    "direct command beg bribe challenge dare forbid free induce lobby motivate nominate provoke remind request "
    "select send summon tempt trust mandate entice nudge leave bring intend like prefer deem consider believe find".split()
)
"""Verbs whose object does what the infinitive says, whatever it is: "allowed the plant to reopen"."""
PURPOSEFUL = frozenset(
    {"hire", "recruit", "employ", "deploy", "dispatch", "second", "assign", "engage", "call", "rely", "wait", "appeal", "plead"}
)
"""Verbs whose object has a task: "hired a lawyer to sue"."""
PREPOSITION_CONTROL = frozenset(
    {("call", "on"), ("rely", "on"), ("depend", "on"), ("count", "on"), ("wait", "for"), ("appeal", "to"), ("plead", "with")}
)
ORDINALS = frozenset({"first", "second", "third", "next", "last", "only", "latest"})


def find_controller(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """The understood subject of a clause without one, in the slot that its voice gives it."""
    tree = grammar.tree
    dep = tree.deps[verb]
    if dep == "advcl":
        yield from _find_purpose_subject(grammar, verb)
        return
    if dep not in {"xcomp", "ccomp", "acl", "relcl"} or tree.find_child(verb, *SUBJECTS) is not None:
        return
    controller: Filler | None = None
    if dep in {"acl", "relcl"}:
        controller = _find_owner(grammar, tree.heads[verb], verb) if tree.is_infinitive(verb) else None
    elif dep == "xcomp" or not tree.is_finite(verb):
        controller = _find_governing(grammar, tree.heads[verb], verb)
    if controller is not None and all(phrase.head != verb for phrase in controller.phrases):
        yield move(controller, grammar.to_subject_slot(verb), "control")


def _find_purpose_subject(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "hired an architect to restore it", "called on the state to act": the object is to do it, though the parser made it an adverbial."""
    tree = grammar.tree
    main = tree.heads[verb]
    if not tree.is_infinitive(verb) or not tree.is_verb(main) or grammar.is_passive(main) or tree.find_child(verb, *SUBJECTS) is not None:
        return
    controller = _find_object_controller(grammar, main, verb) if tree.lemmas[main] in OBJECT_CONTROL | PURPOSEFUL else None
    if controller is not None and (grammar.may_act(controller) or controller.rule == "preposition"):
        yield move(controller, grammar.to_subject_slot(verb), "control")


def _find_governing(grammar: Grammar, main: int, verb: int) -> Filler | None:
    tree = grammar.tree
    if not tree.is_verb(main):
        above = tree.heads[main]
        if tree.deps[main] in {"acomp", "attr", "amod"} and tree.is_verb(above):
            return grammar.find_subject(above)
        if tree.deps[main] == "oprd" and tree.is_verb(above):
            return grammar.find_slot(above, "obj") or grammar.find_subject(above)
        return None
    if grammar.is_passive(main):
        return grammar.find_subject(main)
    return _find_object_controller(grammar, main, verb) or grammar.find_subject(main)


def _find_object_controller(grammar: Grammar, main: int, verb: int) -> Filler | None:
    tree, lemma = grammar.tree, grammar.tree.lemmas[main]
    for preposition in tree.find_children(main, "prep"):
        if (lemma, tree.lower[preposition]) in PREPOSITION_CONTROL:
            for noun in tree.find_children(preposition, "pobj"):
                return grammar.fill("obj", noun, "preposition")
    if lemma in SUBJECT_CONTROL:
        return None
    for slot in ("obj2", "obj"):
        found = grammar.find_slot(main, slot)
        if (
            found is not None
            and found.rule != "raised object"
            and (lemma in OBJECT_CONTROL or grammar.may_act(found))
            and found.phrases[0].head < verb
        ):
            return found
    return None


def _find_owner(grammar: Grammar, noun: int, verb: int) -> Filler | None:
    """ "X's plan to ...", "X announced a plan to ..."; but "the first woman to lead" and "a lawyer to fight" lead and fight themselves."""
    tree = grammar.tree
    if not tree.is_noun(noun) and tree.tags[noun] not in {"CD", "JJ"}:
        return None
    if (
        any(tree.lower[child] in ORDINALS or tree.tags[child] == "JJS" for child in tree.find_children(noun, "amod", "advmod"))
        or tree.tags[noun] == "CD"
        or tree.lower[noun] in ORDINALS
    ):
        return Filler("subj", (grammar.to_phrase(noun),), 0, "control")
    owner = grammar.find_slot(noun, "poss")
    if owner is None and tree.actors[noun]:
        return Filler("subj", (grammar.to_phrase(noun),), 0, "control") if _has_argument(tree, verb) else None
    if owner is None:
        holder = next((token for token in tree.find_ancestors(noun) if tree.is_verb(token)), None)
        owner = _find_clause_owner(grammar, holder) if holder is not None else None
    return owner if owner is not None and all(phrase.head != noun for phrase in owner.phrases) else None


def _has_argument(tree: Tree, verb: int) -> bool:
    return tree.find_child(verb, "dobj", "prep", "ccomp", "xcomp", "attr", "acomp") is not None


def _find_clause_owner(grammar: Grammar, verb: int) -> Filler | None:
    """The subject of the verb that holds the noun ("X won a contract to build"); of a passive, the receiver or the agent."""
    return grammar.find_slot(verb, "obj2") or grammar.find_slot(verb, "subj")
