"""Speech: what is said is the clause of the verb of saying, wherever the two stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kg.records import Quotation
from kg.syntax.draft import Draft
from kg.syntax.tree import SUBJECTS, Tree

SOURCES = frozenset({"source", "report", "statement", "agency", "document"})
"""What says something in the news and is nobody."""
DENYING = frozenset({"deny"})
COMMAS = frozenset({",", "”", '"', "’", "''"})


def hang_quotations(draft: Draft) -> None:
    """ "We bought it," she said, "and closed it": the clauses between the marks hang on the verb of saying in their sentence."""
    tree = draft.tree
    for quotation in draft.quotations:
        cue = _find_cue(tree, quotation)
        if cue is None:
            continue
        first, last = tree.sentences[tree.sentence_of[cue]]
        inside = [_is_inside(tree, token, quotation) for token in range(first, last)]
        if inside[cue - first]:
            continue
        for token in range(first, last):
            head = tree.heads[token]
            is_top = inside[token - first] and (head == token or not first <= head < last or not inside[head - first])
            if is_top and tree.is_verb(token) and _is_clause(tree, token, inside, first):
                _hang_speech(tree, token, cue)
            elif is_top and tree.is_verb(token):
                _resume_clause(tree, token, cue)


def _resume_clause(tree: Tree, verb: int, cue: int) -> None:
    """ "We bought it," he said, "and sold it": what goes on behind the verb of saying goes on with what was said before it."""
    before = [clause for clause in tree.find_children(cue, "ccomp") if clause < verb]
    if tree.deps[verb] == "conj" and tree.heads[verb] == cue and before:
        tree.hang(verb, before[-1], "conj")


def _find_cue(tree: Tree, quotation: Quotation) -> int | None:
    if quotation.cue is None:
        return None
    start, end = quotation.cue.start, quotation.cue.end
    return next((t for t in _tokens_from(tree, start) if start <= tree.starts[t] < end and tree.is_verb(t)), None)


def _tokens_from(tree: Tree, start: int) -> range:
    first = bisect_left(tree.starts, start)
    return range(first, min(first + 6, len(tree.words)))


def _is_inside(tree: Tree, token: int, quotation: Quotation) -> bool:
    return any(passage.start <= tree.starts[token] < passage.end for passage in quotation.passages)


def _is_clause(tree: Tree, verb: int, inside: Sequence[bool], first: int) -> bool:
    """Whether the verb stands between the marks with its subject, or with all of its sentence."""
    subject = tree.find_child(verb, "nsubj", "nsubjpass", "csubj", "expl")
    return tree.heads[verb] == verb or subject is not None and inside[subject - first]


def _hang_speech(tree: Tree, clause: int, cue: int) -> None:
    if tree.heads[clause] == cue and tree.deps[clause] in {"ccomp", "conj"}:
        tree.deps[clause] = "ccomp"
    elif clause in tree.find_ancestors(cue):
        tree.promote(cue, clause, "ccomp")
    elif cue in tree.find_ancestors(clause):
        if tree.deps[clause] in {"advcl", "parataxis", "dep"} and tree.heads[clause] == cue:
            tree.deps[clause] = "ccomp"
    else:
        tree.hang(clause, cue, "ccomp")


def raise_speech_verb(draft: Draft) -> None:
    """ "The plant, Berg said, will close": a verb of saying put between commas governs the clause around it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "parataxis" or tree.lemmas[verb] not in draft.lexis.speech or tree.find_child(verb, "nsubj") is None:
            continue
        clause = tree.heads[verb]
        if (
            not tree.is_verb(clause)
            or tree.find_child(verb, "ccomp", "xcomp") is not None
            or tree.deps[clause] not in {"ROOT", "ccomp", "advcl", "conj", "parataxis"}
        ):
            continue
        tree.promote(verb, clause, "ccomp")
        for child in tree.find_children(clause, "conj"):
            if child > verb and tree.find_child(child, *SUBJECTS) is not None:
                tree.hang(child, verb, "conj")


def read_trailing_speaker(draft: Draft) -> None:
    """ "It may sell Opto, a source told reporters": who says what stands before is neither apposed nor in a list with it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        clause = tree.heads[verb]
        if dep not in {"conj", "ccomp"} or clause > verb or tree.lemmas[verb] not in draft.lexis.speech or not tree.is_finite(verb):
            continue
        if not tree.is_verb(clause) or tree.find_child(clause, "cc") is not None or tree.find_child(verb, "ccomp", "xcomp") is not None:
            continue
        speaker = tree.find_child(verb, *SUBJECTS) if dep == "conj" else None
        if speaker is None and tree.find_child(verb, *SUBJECTS, "mark") is None:
            speaker = next((token for token in (verb - 1, verb - 2) if token > clause and tree.deps[token] == "appos"), None)
        if speaker is None or tree.find_word_before(tree.find_subtree(speaker)[0]) != "," or not _may_say(draft, speaker):
            continue
        tree.hang(speaker, verb, "nsubj")
        tree.promote(verb, clause if dep == "conj" else list(tree.find_ancestors(verb))[-1], "ccomp")


def _may_say(draft: Draft, noun: int) -> bool:
    tree = draft.tree
    return draft.is_person(noun) or tree.actors[noun] or tree.names[noun] >= 0 or tree.is_pronoun(noun) or tree.lemmas[noun] in SOURCES


def free_clause_after_that(draft: Draft) -> None:
    """ "heard that A raised B, and used C": who heard did not use; the parser found no clause behind "that" to hang the verb on."""
    tree = draft.tree
    for that, dep in enumerate(tree.deps):
        verb = tree.heads[that]
        if dep != "dobj" or tree.tags[that] != "IN" or tree.lower[that] != "that" or tree.lemmas[verb] not in draft.lexis.speech:
            continue
        for other in tree.find_children(verb, "conj"):
            if tree.is_finite(other) and tree.find_child(other, "nsubj", "nsubjpass") is None:
                tree.deps[other] = "ccomp"


def raise_past_behind_future(draft: Draft) -> None:
    """ "X said it would close the port and urged Y to wait": the past tense behind "would" is of the verb of saying.

    So is what only people do behind what is no person: "X said the results were solid and urged caution".
    """
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        clause = tree.heads[verb]
        if dep != "conj" or tree.tags[verb] not in {"VBD", "VBZ"} or tree.find_child(verb, *SUBJECTS, "aux", "auxpass") is not None:
            continue
        says = tree.heads[clause]
        if (
            tree.deps[clause] != "ccomp"
            or tree.lemmas[says] not in draft.lexis.speech | DENYING
            or tree.tags[says] != tree.tags[verb]
            or says > clause
        ):
            continue
        subject = tree.find_child(clause, *SUBJECTS)
        is_mute = tree.lemmas[verb] in draft.lexis.speech and subject is not None and not _may_say(draft, subject)
        if is_mute or any(tree.tags[child] == "MD" for child in tree.find_children(clause, "aux")):
            tree.hang(verb, says, "conj")


def raise_speech_participle(draft: Draft) -> None:
    """ "X said the way it was kept was wrong, adding that ...": who says adds, not what is said."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        clause = tree.heads[verb]
        if dep != "advcl" or tree.tags[verb] != "VBG" or tree.lemmas[verb] not in draft.lexis.speech or verb < clause:
            continue
        if tree.find_child(verb, "ccomp") is None or tree.find_child(verb, *SUBJECTS) is not None:
            continue
        if tree.deps[clause] != "ccomp" or tree.words[verb - 1] not in COMMAS:
            continue
        says = tree.heads[clause]
        if tree.lemmas[says] in draft.lexis.speech and says < verb:
            tree.hang(verb, says, "advcl")
