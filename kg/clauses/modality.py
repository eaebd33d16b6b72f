"""Negation and modality: how grammar alone holds a clause to be true.

"will" and a bare "to" plan, "may", "if" and questions make possible, "not" and "without" deny, "hardly" and "few" leave open.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses.complements import find_clause_slot
from kg.clauses.coordination import find_coordinated
from kg.records import Stance
from kg.syntax import Tree

PLANNING = frozenset({"will", "shall", "'ll", "’ll", "wo"})
POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should", "must", "ca", "ought", "'d", "’d"})
OPEN_MODALS = frozenset({"may", "might"})
"""With "not" these leave it open: "may not have paid"."""
FUTURE_IN_THE_PAST = frozenset({"would", "'d", "’d"})
HAD = frozenset({"'d", "’d"})
CONDITIONS = frozenset({"if", "whether", "unless", "lest", "provided", "providing", "assuming", "supposing"})
RANKS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
"""What ranks a noun without being a superlative."""
TIMES_TO_COME = frozenset({"when", "once", "until", "after", "before", "as"})
NEGATIVE_WORDS = frozenset({"no", "never", "neither", "nor", "nowhere", "not"})
NOBODY = frozenset({"nobody", "nothing", "none", "neither", "noone"})
DOUBTFUL = frozenset({"hardly", "scarcely", "barely", "rarely", "seldom"})
FEW = frozenset({"few", "little"})
COUNTER_PREPOSITIONS = frozenset({"without", "instead", "than"})
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr")
DEGREES = frozenset({"more", "less", "fewer", "later", "sooner", "earlier", "better", "worse", "higher", "lower", "longer"})
"""Behind these "no" denies nothing: "no more than $50", "no later than May"."""
COPULAS = frozenset({"be", "remain", "become", "seem", "appear"})
TO_COME = frozenset({"ROOT", "advcl", "conj", "relcl", "ccomp", "acl"})


def find_stance(tree: Tree, trigger: int) -> Stance:
    """The stance of a word by auxiliaries, negation, conjunction and clause type; coordinated verbs share what they lack."""
    if not tree.is_verb(trigger):
        return _find_nominal_stance(tree, trigger)
    if _is_condition(tree, trigger):
        return Stance.POSSIBLE
    negation = _find_negation(tree, trigger)
    if negation is not None:
        return negation
    if _is_yet_to(tree, trigger):
        return Stance.DENIED
    if _hangs_on_nothing(tree, trigger):
        return Stance.DENIED if tree.is_infinitive(trigger) else Stance.POSSIBLE
    for verb in _find_sharing(tree, trigger):
        stance = _find_own_stance(tree, verb)
        if stance is not None:
            return stance
    return _find_inherited_stance(tree, trigger)


def _hangs_on_nothing(tree: Tree, verb: int) -> bool:
    """ "no plans to sell", "no evidence that X sold", "never one to give up"."""
    if tree.deps[verb] not in {"acl", "relcl"} or tree.is_verb(tree.heads[verb]) or find_clause_slot(tree, verb) not in {"inf", "that"}:
        return False
    noun = tree.heads[verb]
    return tree.lower[noun] == "nothing" or any(
        tree.lower[child] in {"no", "never", "not"} for child in tree.find_children(noun, "det", "neg")
    )


def _is_yet_to(tree: Tree, verb: int) -> bool:
    """ "Has yet to score", "is yet to be named": so far it is not so."""
    above = tree.heads[verb]
    if not tree.is_infinitive(verb) or tree.deps[verb] != "xcomp" or tree.lemmas[above] not in {"have", "be", "remain"}:
        return False
    return any(tree.lower[child] == "yet" for child in (*tree.children[above], *tree.children[verb]))


def _find_sharing(tree: Tree, verb: int) -> Iterator[int]:
    """The verb, and those before it whose auxiliaries it shares: only for a verb that has neither subject nor tense of its own."""
    yield verb
    while True:
        first = find_coordinated(tree, verb)
        if first is None or tree.tags[verb] == "VBZ" or tree.find_child(verb, "nsubj", "nsubjpass", "expl") is not None:
            return
        if any(tree.tags[child] in {"MD", "VBZ", "VBD", "VBP"} for child in tree.find_children(verb, "aux", "auxpass")):
            return
        if (
            tree.tags[verb] == "VBD"
            and any(tree.tags[child] == "MD" for child in tree.find_children(first, "aux"))
            and not tree.has_finite_auxiliary(first)
        ):
            return
        verb = first
        yield verb


def _find_own_stance(tree: Tree, verb: int) -> Stance | None:
    """What the verb's own auxiliaries and conjunction say."""
    auxiliaries = {tree.lower[child] for child in tree.find_children(verb, "aux")}
    if tree.tags[verb] == "VBN":  # "she'd gone" is "she had gone"
        auxiliaries -= HAD
    if _is_condition(tree, verb) or _is_question(tree, verb):
        return Stance.POSSIBLE
    if auxiliaries & PLANNING or _is_going_to(tree, verb):
        return Stance.PLANNED
    if auxiliaries & FUTURE_IN_THE_PAST and "have" not in auxiliaries and _is_reported(tree, verb):
        return Stance.PLANNED
    if auxiliaries & POSSIBLE or _is_imperative(tree, verb) or _is_subjunctive(tree, verb):
        return Stance.POSSIBLE
    return None


def _is_reported(tree: Tree, verb: int) -> bool:
    """ "said it would close": the future of who spoke; not so beside a condition ("would close if ...")."""
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.heads[verb] == verb:
        return False
    return not any(
        tree.lower[mark] in CONDITIONS for clause in tree.find_children(verb, "advcl") for mark in tree.find_children(clause, "mark")
    )


def _is_condition(tree: Tree, verb: int) -> bool:
    """ "if X wins", "unless X wins", "whether X wins", "had X won"."""
    for child in tree.children[verb]:
        if child > verb:
            break
        if tree.lower[child] in CONDITIONS and tree.deps[child] in {"mark", "advmod", "prep"}:
            return True
    head = tree.heads[verb]
    if tree.deps[verb] in {"ccomp", "pcomp"} and tree.lower[head] in CONDITIONS and _opens_condition(tree, head):
        return True
    return _is_inverted_condition(tree, verb)


def _opens_condition(tree: Tree, word: int) -> bool:
    """ "..., provided the bank agrees": the word has no subject of its own, whatever it hangs by."""
    if tree.deps[word] == "conj":
        return tree.find_word_before(word) == ","
    return tree.deps[word] in {"prep", "mark", "advcl"}


def _is_inverted_condition(tree: Tree, verb: int) -> bool:
    """ "Had X known, ...", "Should X fail, ..."."""
    subject = tree.find_child(verb, "nsubj", "nsubjpass")
    if tree.deps[verb] != "advcl" or subject is None:
        return False
    return any(
        tree.lower[child] in {"had", "should", "were"} and child < tree.find_subtree(subject)[0]
        for child in tree.find_children(verb, "aux", "auxpass")
    )


def _is_question(tree: Tree, verb: int) -> bool:
    """Whether the main clause of a sentence asks."""
    if tree.deps[verb] not in {"ROOT", "ccomp", "conj"}:
        return False
    first, last = tree.sentences[tree.sentence_of[verb]]
    if tree.deps[verb] == "ROOT":
        return any(tree.words[token] == "?" for token in range(max(first, last - 3), last))
    return tree.deps[verb] == "ccomp" and tree.words[min(last - 1, tree.find_subtree(verb)[-1] + 1)] == "?"


def _is_imperative(tree: Tree, verb: int) -> bool:
    """ "Buy now, he told them": a bare verb that opens its sentence or quotation."""
    if tree.tags[verb] != "VB" or tree.deps[verb] not in {"ROOT", "ccomp", "advcl"} or not tree.words[verb][0].isupper():
        return False
    if tree.find_child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return False
    first, _ = tree.sentences[tree.sentence_of[verb]]
    return verb == first or tree.deps[verb - 1] == "punct"


def _is_subjunctive(tree: Tree, verb: int) -> bool:
    """ "On condition that X build a road", "suggested that she resign": a bare verb behind one subject asks, and tells of nothing done."""
    subject = tree.find_child(verb, "nsubj")
    if subject is None or subject > verb or tree.tags[verb] not in {"VB", "VBP"} or tree.find_child(verb, "aux") is not None:
        return False
    if tree.tags[subject] not in {"NN", "NNP"} and tree.lower[subject] not in {"he", "she", "it"} or tree.find_child(subject, "conj"):
        return False
    is_bare = tree.lower[verb] == tree.lemmas[verb]
    return is_bare and any(tree.lower[mark] == "that" for mark in tree.find_children(verb, "mark"))


def _find_negation(tree: Tree, verb: int) -> Stance | None:
    """DENIED for "not", "never", "nobody", "no longer", "without"; POSSIBLE for "hardly", "few"; None for an unnegated verb."""
    member: int | None = verb
    while member is not None:
        found = _find_own_negation(tree, member)
        if found is not None:
            return found
        first = find_coordinated(tree, member)
        if (
            first is None
            or tree.is_finite(member)
            or tree.find_child(member, "nsubj", "nsubjpass") is not None
            or _is_contrast(tree, first, member)
        ):
            break
        member = first
    return Stance.DENIED if _is_avoided(tree, verb) else None


def _is_contrast(tree: Tree, first: int, second: int) -> bool:
    return any(
        tree.deps[child] == "cc" and tree.lower[child] in {"but", "and"} and first < child < second for child in tree.children[first]
    )


def _find_own_negation(tree: Tree, verb: int) -> Stance | None:
    for child in tree.children[verb]:
        dep, word = tree.deps[child], tree.lower[child]
        if dep == "neg" and _is_until(tree, verb):
            return None
        if dep == "neg" and not _is_not_only(tree, child):
            return Stance.POSSIBLE if any(tree.lower[aux] in OPEN_MODALS for aux in tree.find_children(verb, "aux")) else Stance.DENIED
        is_before = child < verb or tree.lemmas[verb] == "be"
        if dep in {"advmod", "preconj", "cc"} and is_before and (word in NEGATIVE_WORDS or word == "longer" and _has_no(tree, child)):
            return None if _is_not_only(tree, child) or dep == "cc" and word != "nor" else Stance.DENIED
        if dep == "advmod" and word in DOUBTFUL:
            return Stance.POSSIBLE
        if dep in ARGUMENTS:
            found = _find_quantified_negation(tree, child)
            if found is not None:
                return found
    return None


def _has_no(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] == "no" for child in tree.children[token])


def _is_until(tree: Tree, verb: int) -> bool:
    """ "did not open until May", "is not expected until 2026": it does then."""
    return any(tree.lower[child] in {"until", "till"} and child > verb for child in tree.find_children(verb, "prep", "mark", "advcl"))


def _is_not_only(tree: Tree, token: int) -> bool:
    """ "not only", "not just": more than that is so."""
    return token + 1 < len(tree.words) and tree.lower[token + 1] in {"only", "just", "merely", "simply", "least"}


def _find_quantified_negation(tree: Tree, noun: int) -> Stance | None:
    """What "no X", "nobody", "neither X nor Y" and "few X" make of the clause that they are a part of."""
    if tree.lower[noun] in NOBODY:
        return Stance.DENIED
    if tree.lower[noun] in FEW and tree.deps[noun] != "attr":
        return Stance.POSSIBLE
    for child in tree.children[noun]:
        word, dep = tree.lower[child], tree.deps[child]
        if child > noun:
            break
        if word in DOUBTFUL or any(tree.lower[below] in DOUBTFUL for below in tree.children[child]):
            return Stance.POSSIBLE
        if word == "no" and dep in {"det", "neg"} or word == "neither":
            return None if tree.find_word_after(child) in DEGREES else Stance.DENIED
        if word == "few" and dep == "amod" and not any(tree.lower[det] == "a" for det in tree.find_children(noun, "det")):
            return Stance.POSSIBLE
    return None


def _is_avoided(tree: Tree, verb: int) -> bool:
    """ "without paying", "instead of paying", "rather than pay"."""
    if tree.deps[verb] == "pcomp":
        preposition = tree.heads[verb]
        return tree.lower[preposition] in COUNTER_PREPOSITIONS or tree.lower[preposition - 1] in {"instead", "rather"}
    marks = tree.find_children(verb, "mark", "cc")
    return any(tree.lower[mark] == "than" and tree.lower[mark - 1] == "rather" for mark in marks)


def _is_going_to(tree: Tree, verb: int) -> bool:
    head = tree.heads[verb]
    return tree.deps[verb] == "xcomp" and tree.lemmas[head] == "go" and tree.tags[head] == "VBG"


def _find_inherited_stance(tree: Tree, trigger: int) -> Stance:
    """A headline's "X to build Y", "is to build", an infinitive of purpose, and clauses that hang on what is still to come."""
    for verb in _find_sharing(tree, trigger):
        dep, head = tree.deps[verb], tree.heads[verb]
        if _is_arranged(tree, verb):
            return Stance.PLANNED
        if tree.is_infinitive(verb):
            if dep in {"acl", "relcl"} and is_ranked(tree, head):
                if tree.is_infinitive(tree.heads[head]):  # "hopes to become the first to buy X"
                    return Stance.PLANNED
                continue
            if dep == "advcl" and _is_from_behind(tree, head):
                continue
            if dep in TO_COME and not (
                dep in {"acl", "relcl"} and tree.find_child(verb, "aux") is not None and tree.has_finite_auxiliary(verb)
            ):
                return Stance.PLANNED
            if dep == "xcomp" and tree.lemmas[head] == "be":
                return Stance.PLANNED
            if dep in {"pcomp", "csubj", "nsubj"}:
                return Stance.POSSIBLE
        if dep == "advcl" and tree.is_verb(head) and (is_following_participle(tree, verb) or _is_time_to_come(tree, verb)):
            outer = find_stance(tree, head)
            if outer in {Stance.PLANNED, Stance.POSSIBLE}:
                return outer
    return Stance.ASSERTED


def _is_from_behind(tree: Tree, verb: int) -> bool:
    """ "Came from behind to win": so they did."""
    return any(tree.lower[child] == "from" and tree.find_word_after(child) == "behind" for child in tree.find_children(verb, "prep"))


def is_ranked(tree: Tree, noun: int) -> bool:
    """ "The strongest quake to hit X", "the first woman to lead Y": what ranks has happened, as far as the clause around it goes."""
    ranks = tree.find_children(noun, "amod", "nummod")
    return any(child < noun and (tree.tags[child] == "JJS" or tree.lower[child] in RANKS) for child in ranks)


def _is_arranged(tree: Tree, verb: int) -> bool:
    """ "goes on sale next week", "is leaving tomorrow": the present tense with a time to come."""
    finite = next((child for child in tree.find_children(verb, "aux", "auxpass")), verb)
    if tree.tags[finite] not in {"VBZ", "VBP"} or tree.has_finite_auxiliary(verb):
        return False
    times = [child for child in tree.find_children(verb, "npadvmod", "advmod") if tree.tags[child] in {"NN", "NNS", "NNP"}]
    return any(
        tree.lower[time] == "tomorrow" or any(tree.lower[child] in {"next", "coming"} for child in tree.children[time]) for time in times
    )


def is_following_participle(tree: Tree, verb: int) -> bool:
    """ "X will sell the docks, creating 40 jobs"."""
    return tree.tags[verb] == "VBG" and verb > tree.heads[verb] and tree.find_child(verb, "nsubj", "mark", "aux") is None


def _is_time_to_come(tree: Tree, verb: int) -> bool:
    """ "will close when it sells the port": the present tense behind a conjunction of time."""
    if tree.tags[verb] not in {"VBZ", "VBP"} and not any(
        tree.tags[child] in {"VBZ", "VBP"} for child in tree.find_children(verb, "aux", "auxpass")
    ):
        return False
    return any(tree.lower[child] in TIMES_TO_COME for child in tree.find_children(verb, "mark", "advmod"))


def _find_nominal_stance(tree: Tree, word: int) -> Stance:
    """A noun is denied by "no" and "without"; what is said to be something is so as far as its "be" goes."""
    if any(tree.lower[child] == "no" for child in tree.find_children(word, "det", "neg")):
        return Stance.DENIED
    dep, head = tree.deps[word], tree.heads[word]
    if dep == "nsubj" and tree.find_bearer(word) is not None:
        return Stance.ASSERTED
    if dep == "pobj" and tree.lower[head] == "without":
        return Stance.DENIED
    if dep == "conj" and not tree.is_verb(head):
        return _find_nominal_stance(tree, head) if dep == "conj" and tree.deps[head] in {"attr", "acomp"} else Stance.ASSERTED
    if (dep in {"attr", "acomp"} or dep == "nsubj" and tree.find_child(head, "attr") is not None) and tree.lemmas[head] in COPULAS:
        if tree.find_child(head, "expl") is None and not (dep == "nsubj" and _is_presupposed(tree, word, head)):
            return find_stance(tree, head)
    return Stance.ASSERTED


def _is_presupposed(tree: Tree, noun: int, verb: int) -> bool:
    """ "X's purchase of Y was not a success": there was one; "the winner is not X" tells of nobody that he won."""
    attribute = tree.find_child(verb, "attr")
    names_somebody = attribute is not None and (
        tree.names[attribute] >= 0 or any(tree.names[child] >= 0 for child in tree.find_children(attribute, "appos"))
    )
    is_definite = any(tree.deps[child] == "poss" or tree.lower[child] in {"the", "this", "that"} for child in tree.children[noun])
    return is_definite and not names_somebody and find_stance(tree, verb) is Stance.DENIED
