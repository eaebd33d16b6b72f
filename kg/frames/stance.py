"""How a claim is held to be true: the grammar's stance, composed with what the governing words mean.

Composition follows the veridicality signatures of Nairn, Condoravdi and Karttunen (2006) in a coarse form: five stances, no degrees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.namespaces import to_iri
from kg.ontology import Ontology, Sense
from kg.records import OTHER_INFINITIVE, Governor, Phrase, Predication, Stance
from kg.syntax import Tree
from kg.terms import ANCHOR, REPORTED

SAID_BY = to_iri("lex:saidBy")
STANCE_OF: dict[str, Stance] = {
    to_iri("lex:asserted"): Stance.ASSERTED,
    to_iri("lex:planned"): Stance.PLANNED,
    to_iri("lex:possible"): Stance.POSSIBLE,
    to_iri("lex:denied"): Stance.DENIED,
    REPORTED: Stance.REPORTED,
}
OPEN_PREPOSITIONS = frozenset({"about", "of", "at", "to", "toward", "towards"})
"""What a gerund behind them tells need not be done: "thought about buying", "close to buying"."""
RESULT = "result"
"""Scope of what is done by an infinitive that looks like a purpose ("drew 1-1 to reach the final")."""
CLAUSAL = frozenset({"inf", "that", "obj", "subj"})
"""Slots that end the reach of what stands further up; prepositions, gerunds and conjunctions pass it on."""
WEIGHT = {Stance.ASSERTED: 0, Stance.REPORTED: 1, Stance.PLANNED: 2, Stance.POSSIBLE: 3, Stance.DENIED: 4}


def compose(inner: Stance, outer: Stance) -> Stance:
    """The stance of a clause under a word that sets another: the weaker commitment wins; denying a denial leaves it open.

    >>> compose(Stance.PLANNED, Stance.REPORTED)
    <Stance.PLANNED: 'planned'>
    """
    if inner is Stance.DENIED and outer is Stance.DENIED:
        return Stance.POSSIBLE
    return max(inner, outer, key=WEIGHT.__getitem__)


def find_held_stance(
    support: Predication, by_trigger: Mapping[int, Predication], ontology: Ontology, tree: Tree
) -> tuple[Stance, Phrase | None]:
    """The stance of what a light verb presupposes ("wants to reject the bid": there is one), and who says so, if somebody does."""
    _, said_by = find_instance_stance(support, None, by_trigger, ontology, tree)
    return (Stance.ASSERTED if said_by is None else Stance.REPORTED), said_by


def find_relation_stance(
    predication: Predication, by_trigger: Mapping[int, Predication], ontology: Ontology, tree: Tree
) -> tuple[Stance, Phrase | None]:
    """The stance of what a noun tells of its bearer beside the clause around it.

    What a name is called is so, whatever is planned or denied of it ("rejected an offer from the Finnish brewer X"); of what has no name
    a denial leaves it open ("cancelled a plant in Y").
    """
    is_known = tree.names[predication.trigger] >= 0 or tree.find_bearer(predication.trigger) is not None or _is_owned(tree, predication)
    if predication.pos != "noun" or not is_known:
        stance, said_by = find_instance_stance(predication, None, by_trigger, ontology, tree)
        is_open = stance is Stance.DENIED is not predication.stance and predication.pos == "noun"
        return (Stance.POSSIBLE if is_open else stance), said_by
    _, said_by = find_instance_stance(predication, None, by_trigger, ontology, tree)
    if tree.names[predication.trigger] >= 0 and predication.stance is not Stance.DENIED:  # "Webb Dock in Leith will be the first"
        return (Stance.ASSERTED if said_by is None else Stance.REPORTED), said_by
    stance, _ = find_instance_stance(replace(predication, governors=()), None, by_trigger, ontology, tree)
    return (stance if said_by is None else compose(stance, Stance.REPORTED)), said_by


def _is_owned(tree: Tree, predication: Predication) -> bool:
    """ "Its plant in Leith": whatever is planned for it, there is one."""
    is_said_of = tree.deps[predication.trigger] in {"attr", "oprd"}
    return not is_said_of and predication.stance is not Stance.DENIED and tree.find_child(predication.trigger, "poss") is not None


def find_instance_stance(
    predication: Predication, support: Predication | None, by_trigger: Mapping[int, Predication], ontology: Ontology, tree: Tree
) -> tuple[Stance, Phrase | None]:
    """The stance of a predication under all that governs it, and who says so, if somebody does."""
    bearer = support or predication
    stance = predication.stance if support is None else _carry(predication, support, ontology, tree)
    said_by: Phrase | None = None
    follows = True
    for place, governor in enumerate(bearer.governors):
        if not follows and governor.slot != "that":
            continue
        is_bare_noun = place == 0 and bearer.pos == "noun" and not bearer.definite
        is_gerund = place == 0 and tree.deps[bearer.trigger] == "pcomp"
        if is_gerund and governor.slot == "after":  # "refused to sign it after finding X": found it was
            break
        above = by_trigger.get(governor.trigger)
        step = _apply(stance, governor, above, ontology, tree, is_bare_noun=is_bare_noun, is_gerund=is_gerund)
        stance, said_by = step[0], said_by or step[1]
        follows = follows and step[2]
    source = _find_source(bearer, by_trigger) if bearer.pos != "adv" else None
    if source is not None and said_by is None:
        return compose(stance, Stance.REPORTED), source
    for word in {predication.trigger: predication, bearer.trigger: bearer}.values():
        stance = compose(stance, _find_hedge(word, ontology, tree))
    if support is not None and stance in {Stance.PLANNED, Stance.POSSIBLE} and _presupposes(support, ontology):
        return (Stance.ASSERTED if said_by is None else Stance.REPORTED), said_by
    return stance, said_by


def _carry(predication: Predication, support: Predication, ontology: Ontology, tree: Tree) -> Stance:
    """The stance of a noun under its light verb; "made no offer" denies once, not twice."""
    if predication.stance is support.stance is Stance.DENIED:
        return Stance.DENIED
    above = tree.heads[predication.trigger]
    slot = tree.words[above].lower() if tree.deps[predication.trigger] == "pobj" and tree.heads[above] == support.trigger else "obj"
    return compose(predication.stance, compose(support.stance, _find_own_stance(support, ontology, slot)))


def _presupposes(support: Predication, ontology: Ontology) -> bool:
    """ "agreed to settle the lawsuit": what is to end is there, whether or not it ends."""
    senses = ontology.stances.get(("verb", support.lemma), ())
    return any(STANCE_OF[sense.target] is Stance.ASSERTED and "obj" in sense.scope for sense in senses)


def _find_own_stance(support: Predication, ontology: Ontology, slot: str) -> Stance:
    """What a light verb does to its noun: "plans an attack", "cancelled the deal", "called for a strike"."""
    targets = [STANCE_OF[sense.target] for sense in ontology.stances.get(("verb", support.lemma), ()) if slot in sense.scope]
    return next((target for target in targets if target is not Stance.REPORTED), Stance.ASSERTED)


def _apply(
    stance: Stance, governor: Governor, above: Predication | None, ontology: Ontology, tree: Tree, *, is_bare_noun: bool, is_gerund: bool
) -> tuple[Stance, Phrase | None, bool]:
    """One step up: the new stance, a speaker, and whether the governor's own stance goes on upwards.

    Who is advised not to leave may leave all the same: what somebody is asked not to do is as open as what they are asked to do.
    """
    own = above.stance if above is not None else Stance.ASSERTED
    if governor.pos == "noun" and governor.slot == "inf" and own is stance is Stance.DENIED:  # "no plans to sell" denies once
        own = Stance.ASSERTED
    senses = [sense for sense in _find_senses(governor, above, ontology, tree) if _speaks(sense, above, tree)]
    if governor.slot == OTHER_INFINITIVE and not any(OTHER_INFINITIVE in sense.scope for sense in senses):
        governor = replace(governor, slot="inf")
    for sense in senses:
        if (
            governor.slot in sense.scope
            or (RESULT in sense.scope and governor.slot == "inf")
            or (governor.slot == "obj" and is_bare_noun and _may_scope_noun(sense.scope))
        ):
            target = STANCE_OF[sense.target]
            if target is Stance.ASSERTED and "obj" in sense.scope:  # what is to end is there
                return stance, None, False
            if target is Stance.REPORTED:
                reported = Stance.REPORTED if own is not Stance.DENIED else Stance.POSSIBLE
                speaker = _find_speaker(above, sense, tree)
                if speaker is None and governor.pos == "noun" and above is not None and _is_refuted(above, ontology):
                    reported = Stance.DENIED
                return compose(stance, reported), speaker, False
            if target is Stance.ASSERTED and RESULT in sense.scope and stance is Stance.PLANNED:  # "beat X to reach the final": they did
                return own, None, True
            is_asked_not_to = target is Stance.POSSIBLE and stance is Stance.DENIED and governor.slot == "inf"
            return compose(target if is_asked_not_to else compose(stance, target), own), None, True
    if is_gerund and governor.slot in OPEN_PREPOSITIONS:
        return compose(compose(stance, Stance.POSSIBLE), own), None, True
    if is_gerund and governor.slot == "against":
        return compose(stance, Stance.DENIED), None, True
    if is_bare_noun and governor.slot == "obj" and governor.pos == "verb":  # "plans to open a shop in Rome": there is none yet
        return compose(stance, Stance.POSSIBLE if own is Stance.DENIED else own), None, True
    if governor.slot == "inf":
        return compose(compose(stance, Stance.PLANNED), own), None, True
    if governor.slot == "ing" and governor.pos == "verb":
        return compose(stance, own), None, True
    return stance, None, governor.slot not in CLAUSAL or governor.pos == "noun"


def _find_senses(governor: Governor, above: Predication | None, ontology: Ontology, tree: Tree) -> Sequence[Sense]:
    """The stances of a governor; of "the defence case is that ..." those of the noun."""
    lemma = _lemma_of(governor, above)
    if governor.pos == "verb" and lemma == "be" and governor.slot == "that" and above is not None:
        subjects = [phrase.head for filler in above.fillers if filler.slot == "subj" for phrase in filler.phrases]
        return [sense for noun in subjects for sense in ontology.stances.get(("noun", tree.lemmas[noun]), ()) if "that" in sense.scope]
    return ontology.stances.get((governor.pos, lemma), ())


def _speaks(sense: Sense, above: Predication | None, tree: Tree) -> bool:
    """Whether the words that a stance asks for stand beside its verb: "the *draft* includes tax rises"."""
    fillers = above.fillers if above is not None else ()
    if any(filler.slot in sense.lacks for filler in fillers):
        return False
    return all(
        any(filler.slot in role.slots and (not role.words or tree.lemmas[filler.phrases[0].head] in role.words) for filler in fillers)
        for role in sense.roles
        if role.words or role.fills == ANCHOR
    )


def _is_refuted(noun: Predication, ontology: Ontology) -> bool:
    """ "Denied a rumour that", "dismissed reports that": what is said is not so, says whoever denies it."""
    verbs = [governor.lemma for governor in noun.governors[:1] if governor.pos == "verb" and governor.slot == "obj"]
    senses = (sense for verb in verbs for sense in ontology.stances.get(("verb", verb), ()))
    return any(STANCE_OF[sense.target] is Stance.DENIED and "that" in sense.scope for sense in senses)


def _may_scope_noun(scope: tuple[str, ...]) -> bool:
    return "inf" in scope or "ing" in scope or "obj" in scope


def _lemma_of(governor: Governor, above: Predication | None) -> str:
    return above.lemma if above is not None else governor.lemma


def _find_speaker(above: Predication | None, sense: Sense, tree: Tree) -> Phrase | None:
    """Who says it, by the slots that the sense has for the one who does; "shares in X, which reported a loss" say nothing."""
    slots = [slot for role in sense.roles if role.fills == SAID_BY for slot in role.slots]
    fillers = above.fillers if above is not None else ()
    found = next((filler for slot in slots for filler in fillers if filler.slot == slot), None)
    if found is None or found.rule == "relative clause" and not tree.actors[found.phrases[0].head]:
        return None
    return found.phrases[0]


def _find_source(bearer: Predication, by_trigger: Mapping[int, Predication]) -> Phrase | None:
    """ "according to X", on the word itself or on the verbs above it."""
    chain = [bearer, *(by_trigger[governor.trigger] for governor in bearer.governors if governor.trigger in by_trigger)]
    for predication in chain:
        for filler in predication.fillers:
            if filler.slot == "according to" and filler.depth <= 1:
                return filler.phrases[0]
    return None


def _find_hedge(bearer: Predication, ontology: Ontology, tree: Tree) -> Stance:
    """ "Allegedly", "perhaps", "the alleged attack", "the planned merger": what an adverb or adjective of stance makes of the word."""
    parts = {"advmod": "adv"} if bearer.pos == "verb" else {"amod": "adj"}
    found = [
        STANCE_OF[sense.target]
        for child in tree.find_children(bearer.trigger, *parts)
        for sense in ontology.stances.get((parts[tree.deps[child]], tree.words[child].lower()), ())
        if tree.deps[child] == "advmod" or "noun" in sense.scope
    ]
    return max(found, key=WEIGHT.__getitem__, default=Stance.ASSERTED)
