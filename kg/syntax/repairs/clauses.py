"""Whole clauses: which of two is the main one, and where a clause ends."""

from __future__ import annotations

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, SUBJECTS, Tree

TIME_MARKS = frozenset({"before", "after", "as", "when", "while", "since", "until", "because", "although", "though", "whereas", "if"})
FINDING = frozenset({"find", "show", "discover", "calculate", "demonstrate"})
NOUN_PHRASE = frozenset({"compound", "amod", "det", "nmod", "poss", "nummod", "case"})


def raise_fronted_clause(draft: Draft) -> None:
    """ "Two were hurt; nobody was charged", "X opened a plant, hours before its managers told Y": the first clause is not what is told.

    Only a verb of saying or finding has its clause before it, and only where it is no adverbial clause itself and has no infinitive
    behind it.
    """
    tree = draft.tree
    for clause, dep in enumerate(tree.deps):
        verb = tree.heads[clause]
        if dep != "ccomp" or clause > verb or not tree.is_verb(clause) or tree.find_child(clause, "mark") is not None:
            continue
        subject = tree.find_child(verb, *SUBJECTS)
        mark = next(
            (child for child in tree.find_children(verb, "mark", "advmod") if clause < child and tree.lower[child] in TIME_MARKS), None
        )
        if tree.find_child(clause, *SUBJECTS) is None or subject is None or subject < clause:
            continue
        if mark is not None:
            tree.promote(clause, verb, "advcl")
        elif (
            tree.lemmas[verb] not in draft.lexis.speech | FINDING
            or tree.find_child(verb, "xcomp") is not None
            or any(tree.words[token] == ";" for token in range(clause, subject))
        ):
            tree.promote(clause, verb, "parataxis")


def resume_clause_behind_speech(draft: Draft) -> None:
    """ "X is leaving, people said, and may be replaced": a verb of another tense goes on with what was said, not with who said it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        speech = tree.heads[verb]
        if dep != "conj" or tree.lemmas[speech] not in draft.lexis.speech or tree.find_child(verb, *SUBJECTS) is not None:
            continue
        clause = tree.find_child(speech, "ccomp")
        if clause is None or clause > speech or tree.words[speech + 1] != "," or tree.tags[speech] != "VBD" or tree.tags[verb] == "VBD":
            continue
        if any(tree.tags[child] in {"MD", "VBZ", "VBP"} for child in tree.find_children(verb, "aux", "auxpass")) or tree.tags[verb] in {
            "VBZ",
            "VBP",
        }:
            tree.hang(verb, clause, "conj")


def close_relative_clause(draft: Draft) -> None:
    """ "acquired X, whose fridges cool shops, for $4m, ending a contest": behind the clause's second comma the main verb goes on."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "relcl" or tree.words[tree.find_subtree(verb)[0] - 1] != ",":
            continue
        main = next((above for above in tree.find_ancestors(verb) if tree.is_verb(above)), None)
        if main is None or main > tree.heads[verb]:
            continue
        closed = False
        for child in list(tree.children[verb]):
            closed = closed or child > verb and _follows_comma(tree, child) and tree.deps[child] in {"prep", "advcl"}
            if closed and (tree.deps[child] == "prep" or tree.deps[child] == "advcl" and tree.tags[child] == "VBG"):
                tree.hang(child, main, tree.deps[child])


def _follows_comma(tree: Tree, child: int) -> bool:
    return tree.words[tree.find_subtree(child)[0] - 1] == ","


def promote_copula(draft: Draft) -> None:
    """ "Founded in 2009 by Roy, Lumina is a bank": a form of "be" behind a fronted participle is the main verb, with the noun before it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        participle = tree.heads[verb]
        if (
            dep not in {"aux", "auxpass"}
            or verb < participle
            or tree.tags[participle] != "VBN"
            or tree.find_child(participle, *SUBJECTS) is not None
        ):
            continue
        subject = verb - 1
        while tree.deps[subject] in NOUN_PHRASE and subject < tree.heads[subject] < verb:
            subject = tree.heads[subject]
        if tree.find_child(verb, "attr", "acomp") is None or tree.tags[subject] not in NOUN_TAGS:
            continue
        tree.promote(verb, participle, "advcl")
        tree.hang(subject, verb, "nsubj")


def split_whose_clause(draft: Draft) -> None:
    """ "Roth, a chemist whose tests led to a ban, died on Monday": of two subjects the one with "whose" has the first verb, in a clause."""
    tree = draft.tree
    for second, dep in enumerate(tree.deps):
        verb = tree.heads[second]
        if dep not in {"nsubj", "nsubjpass"} or second > verb:
            continue
        first, whose = tree.find_child(verb, "nsubj", "nsubjpass"), tree.find_subtree(second)[0]
        if first is None or first >= second or tree.lower[whose] != "whose":
            continue
        main = next((child for child in tree.children[verb] if child > verb and _resumes(tree, child)), None)
        holder = _find_holder(tree, whose)
        if main is not None and holder is not None:
            tree.promote(main, verb, "relcl")
            tree.hang(first, main, "nsubjpass" if tree.is_passive(main) else "nsubj")
            tree.hang(verb, holder, "relcl")


def _find_holder(tree: Tree, whose: int) -> int | None:
    """The noun right before "whose", or the one of which the clause before "and whose" speaks."""
    if tree.is_noun(whose - 1):
        return whose - 1
    if tree.lower[whose - 1] != "and":
        return None
    first = tree.sentences[tree.sentence_of[whose]][0]
    return next((tree.heads[verb] for verb in range(whose - 1, first, -1) if tree.deps[verb] == "relcl" and tree.heads[verb] < verb), None)


def _resumes(tree: Tree, verb: int) -> bool:
    """Whether a finite verb without a subject stands right behind a comma."""
    if not tree.is_verb(verb) or tree.find_child(verb, *SUBJECTS, "mark") is not None or not _follows_comma(tree, verb):
        return False
    return tree.is_finite(verb)


def read_content_clause(draft: Draft) -> None:
    """ "A rumour, shared on X, that Y will close": a clause that "that" only opens tells what the noun is about, and lacks nothing."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        mark = tree.find_child(verb, "mark")
        if dep != "relcl" or mark is None or tree.lower[mark] != "that" or tree.words[mark - 1] != ",":
            continue
        if tree.find_child(verb, "nsubj", "nsubjpass") is not None:
            tree.deps[verb] = "acl"


def read_clause_of_time(draft: Draft) -> None:
    """ "hours after bombing killed 12 farmers": the noun between "after" and a verb with an object is the subject of a clause."""
    tree = draft.tree
    for verb, tag in enumerate(tree.tags):
        if tag not in {"VBD", "VBN"} or tree.find_child(verb, *SUBJECTS, "aux", "auxpass", "agent") is not None:
            continue
        mark = next((child for child in tree.find_children(verb, "prep") if child < verb and tree.lower[child] in TIME_MARKS), None)
        noun = tree.find_child(mark, "pobj", "pcomp") if mark is not None else None
        obj = tree.find_child(verb, "dobj")
        if mark is None or noun is None or obj is None or obj < verb or tree.find_subtree(noun)[-1] != verb - 1:
            continue
        if tree.hang(noun, verb, "nsubj"):
            tree.deps[mark], tree.tags[verb] = "mark", "VBD"


def join_double_subjects(draft: Draft) -> None:
    """ "His co-defendant, Ana Roy, was cleared", "Roy of the union Metal spoke": a name that is a second subject is in apposition.

    So is one that is a second object: "told the judge, Dr Ana Roy, that ...".
    """
    tree = draft.tree
    for second, dep in enumerate(tree.deps):
        first = tree.find_child(tree.heads[second], "dobj") if dep in {"dobj", "npadvmod"} else None
        is_name = first is not None and first < second and tree.names[first] < 0 <= tree.names[second]
        if first is not None and is_name and tree.words[tree.find_subtree(second)[0] - 1] == ",":
            tree.hang(second, first, "appos")
    for second, dep in enumerate(tree.deps):
        verb = tree.heads[second]
        if dep not in {"nsubj", "nsubjpass"} or tree.names[second] < 0 or second > verb:
            continue
        first = tree.find_child(verb, "nsubj", "nsubjpass")
        if first is None or first >= second:
            continue
        before = tree.find_subtree(second)[0] - 1
        if tree.words[before] == "," and tree.is_noun(first):
            tree.hang(second, first, "appos")
        elif draft.is_common(before):
            tree.hang(second, before, "appos")


def join_subjectless_clause(draft: Draft) -> None:
    """ "It is the largest mill that X built and will supply Y": a finite verb without a subject behind "and" goes on with its subject."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        main = tree.heads[verb]
        if dep != "ccomp" or verb < main or tree.find_child(verb, *SUBJECTS, "mark") is not None or not tree.is_finite(verb):
            continue
        if tree.lemmas[main] in draft.lexis.speech or not tree.is_verb(main) or tree.find_child(main, *SUBJECTS) is None:
            continue
        if tree.find_word_before(tree.find_subtree(verb)[0]) in {"and", "but"}:
            tree.hang(verb, main, "conj")


def raise_verb_without_gap(draft: Draft) -> None:
    """ "It is the largest mill X has built and will feed two towns": a verb with its own object is no part of a clause that lacks one."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        relative = tree.heads[verb]
        if dep != "conj" or tree.deps[relative] != "relcl" or tree.find_child(verb, *SUBJECTS) is not None or not tree.is_finite(verb):
            continue
        subject = tree.find_child(relative, "nsubj")
        if subject is None or tree.is_relative(subject) or tree.find_child(relative, "dobj") is not None:
            continue
        main = tree.heads[tree.heads[relative]]
        has_own_object = tree.find_child(verb, "dobj", "attr") is not None and not _strands_preposition(tree, verb)
        if has_own_object and tree.is_verb(main) and main < relative and tree.find_child(main, *SUBJECTS) is not None:
            tree.hang(verb, main, "conj")


def _strands_preposition(tree: Tree, verb: int) -> bool:
    """ "won a prize for": the preposition without a noun holds the gap, perhaps with the relative pronoun hung on it."""
    below = tree.find_subtree(verb)
    alone = (token for token in below if tree.deps[token] == "prep" and tree.find_child(token, "pobj", "pcomp", "prep") is None)
    return any(tree.is_relative(token) for token in below) or next(alone, None) is not None
