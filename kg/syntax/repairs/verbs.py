"""Verbs that the parser took for something else, and what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, SUBJECTS, VERB_TAGS, Tree

COMPLEMENT_VERBS = frozenset(
    {"name", "appoint", "elect", "reelect", "re-elect", "make", "crown", "declare", "nominate", "choose", "dub", "vote"}
)
"""Verbs that say what their object becomes: a closed class of the grammar."""
RESULT_VERBS = frozenset({"leave", "keep", "find", "make", "render", "hold", "consider", "get"})
OFFICE_PARTICIPLES = frozenset({"defending", "reigning", "acting", "sitting", "incoming", "outgoing", "ruling", "serving", "managing"})
"""Participles that tell how somebody holds a post or title."""
POST_TAGS = frozenset({"NN", "NNP", "JJ", "HYPH"})
NOMINAL_ADJECTIVES = frozenset({"final", "semifinal", "semi-final", "quarterfinal", "quarter-final", "friendly"})


CAPTIVES = frozenset({"hostage", "captive", "prisoner"})


def read_conjoined_verb(draft: Draft) -> None:
    """ "will offer X, and partner with Y": a bare noun coordinated with a verb is a verb."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[token] != "NN" or tree.tags[tree.heads[token]] not in VERB_TAGS or tree.names[token] >= 0:
            continue
        if all(tree.deps[child] in {"prep", "punct", "cc", "conj", "advmod", "dobj", "npadvmod"} for child in tree.children[token]):
            tree.tags[token] = "VB"


def raise_conjoined_verb(draft: Draft) -> None:
    """ "will offer a programme for startups, and partner with X": a verb, by its preposition, hangs on the verb before it."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[token] != "NN" or tree.find_word_before(token) != "and":
            continue
        if tree.find_child(token, "det", "poss", "amod") is not None:
            continue
        verb = next((above for above in tree.find_ancestors(token) if tree.tags[above] in {"VB", "VBP"}), None)
        prepositions = [tree.lower[child] for child in tree.find_children(token, "prep")]
        if verb is not None and any(f"{tree.lemmas[token]} {preposition}" in draft.lexis.verbs for preposition in prepositions):
            tree.tags[token] = "VB"
            tree.hang(token, verb, "conj")


def read_noun(draft: Draft) -> None:
    """ "an inquiry into the dam collapse", "whom unions accuse": a subject, an object and what a preposition holds are nouns."""
    tree = draft.tree
    for token, tag in enumerate(tree.tags):
        if tag not in {"VB", "VBP", "VBZ"} or tree.deps[token] not in {"pobj", "nsubj", "dobj", "nsubjpass"}:
            continue
        if tree.find_child(token, "aux", "nsubj", "dobj", "auxpass") is not None:
            continue
        tree.tags[token] = "NNS" if tag == "VBZ" else "NN"
        for clause in tree.find_children(token, "advcl", "xcomp"):
            tree.deps[clause] = "acl"


def read_nominal_adjective(draft: Draft) -> None:
    """ "Won the final", "a friendly in Lima": what is an adjective elsewhere stands behind its article as a noun."""
    tree = draft.tree
    for token, tag in enumerate(tree.tags):
        if tag != "JJ" or tree.lower[token] not in NOMINAL_ADJECTIVES or tree.deps[token] not in {"pobj", "nsubj", "dobj", "nsubjpass"}:
            continue
        if tree.find_child(token, "det", "poss") is not None:
            tree.tags[token] = "NN"


def read_office_participle(draft: Draft) -> None:
    """ "beat defending champion X", "met acting president Y": such a participle right before its noun modifies it."""
    tree = draft.tree
    for word, dep in enumerate(tree.deps):
        if tree.lower[word] not in OFFICE_PARTICIPLES or dep not in {"xcomp", "ccomp", "pcomp", "advcl"}:
            continue
        verb, noun = tree.heads[word], tree.find_child(word, "dobj", "pobj")
        if noun is None or tree.tags[word] != "VBG" or not tree.is_noun(noun):
            continue
        if tree.find_subtree(noun)[0] != word + 1 or not draft.is_person(noun):
            continue
        if tree.tags[word + 1] in {"DT", "PRP$"} or tree.find_child(verb, "dobj") is not None or not tree.is_verb(verb):
            continue
        tree.promote(noun, word, "amod")
        tree.deps[noun] = "dobj"
        tree.tags[word] = "JJ"
        for child in tree.find_children(word, "prep"):
            tree.hang(child, verb, "prep")


def read_second_object(draft: Draft) -> None:
    """ "sold his brother the farm": a noun right behind a receiver is what is given, no apposition."""
    tree = draft.tree
    for noun, dep in enumerate(tree.deps):
        receiver = tree.heads[noun]
        verb = tree.heads[receiver]
        if dep == "appos" and tree.deps[receiver] == "dative" and tree.find_child(verb, "dobj") is None and tree.words[receiver + 1] != ",":
            tree.hang(noun, verb, "dobj")


def read_reduced_passive(draft: Draft) -> None:
    """ "the tower, designed by Ito and finished in 2004": beside a bare participle behind a noun stands another participle."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        first = tree.heads[verb]
        if dep == "conj" and tree.tags[verb] == "VBD" and tree.deps[first] == "acl" and tree.tags[first] == "VBN":
            if tree.find_child(verb, *SUBJECTS, "dobj", "aux") is None:
                tree.tags[verb] = "VBN"


def read_gapped_passive(draft: Draft) -> None:
    """ "Five people were killed and 23 injured": a participle with a subject of its own shares the auxiliary of the passive before it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        first = tree.heads[verb]
        if dep != "conj" or tree.tags[verb] not in {"VBN", "VBD"} or not tree.is_verb(first) or tree.find_child(first, "auxpass") is None:
            continue
        subject = tree.find_child(verb, "nsubj")
        if (
            subject is not None
            and first < subject < verb
            and tree.find_child(verb, "dobj", "aux", "auxpass", "ccomp", "xcomp", "prt") is None
        ):
            tree.tags[verb] = "VBN"
            tree.deps[subject] = "nsubjpass"


def read_missing(draft: Draft) -> None:
    """ "Two climbers are missing" tells of a state: nobody misses anything."""
    tree = draft.tree
    for verb, word in enumerate(tree.lower):
        if word == "missing" and tree.is_verb(verb) and tree.find_child(verb, "dobj") is None:
            if tree.deps[verb] == "acomp":
                tree.tags[verb] = "JJ"
            elif any(tree.lemmas[child] == "be" for child in tree.find_children(verb, "aux", "auxpass")):
                tree.lemmas[verb] = "missing"


def read_captive(draft: Draft) -> None:
    """ "took five tourists hostage": what somebody becomes is no head of those who become it."""
    tree = draft.tree
    for state, dep in enumerate(tree.deps):
        verb = tree.heads[state]
        if dep != "dobj" or tree.lower[state] not in CAPTIVES or not tree.is_verb(verb):
            continue
        before = state - 1
        if tree.heads[before] == state and tree.deps[before] in {"compound", "nmod"} and draft.types[before] and before > verb:
            for child in list(tree.children[state]):
                if child < before:
                    tree.hang(child, before, tree.deps[child])
            tree.hang(before, verb, "dobj")
            tree.deps[state] = "oprd"


def raise_subject_of_auxiliary(draft: Draft) -> None:
    """ "Salome Roth was re-elected": what hangs on an auxiliary belongs to its verb."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        verb = tree.heads[token]
        if dep in {"aux", "auxpass"} and verb != token and tree.find_child(token, "attr", "acomp") is None:
            for child in tree.find_children(token, "nsubj", "nsubjpass"):
                tree.hang(child, verb, "nsubjpass" if dep == "auxpass" else tree.deps[child])


def read_lone_complement(draft: Draft) -> None:
    """ "bought and later renamed Nordlund": a name can say what an object becomes only where there is an object."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        verb = tree.heads[token]
        if (
            dep == "oprd"
            and tree.names[token] >= 0
            and tree.find_child(verb, "dobj") is None
            and not tree.is_passive(verb)
            and tree.deps[verb] != "acl"
        ):
            if tree.find_child(verb, "nsubjpass") is None and token > verb:
                tree.deps[token] = "dobj"


def read_infinitive(draft: Draft) -> None:
    """ "bonds to calm markets": what stands between the infinitive's "to" and a noun is a verb."""
    tree = draft.tree
    for to, tag in enumerate(tree.tags):
        verb = to + 1
        if tag != "TO" or tree.deps[to] != "prep" or verb >= len(tree.tags) or tree.tags[verb] not in {"JJ", "NN"}:
            continue
        noun = tree.find_child(to, "pobj")
        if noun is None or tree.heads[verb] != noun or tree.lemmas[verb] == tree.lower[noun] or tree.tags[noun] not in NOUN_TAGS:
            continue
        holder = next((above for above in tree.find_ancestors(to) if tree.is_verb(above)), None)
        if holder is not None:
            tree.tags[verb] = "VB"
            tree.hang(verb, holder, "advcl")
            tree.hang(noun, verb, "dobj")
            tree.hang(to, verb, "aux")


def read_small_clause(draft: Draft) -> None:
    """ "makes us the biggest carrier", "made 300 people redundant", "left 12 pupils wounded": an object, and what becomes of it."""
    tree = draft.tree
    for word, dep in enumerate(tree.deps):
        head = tree.heads[word]
        if (
            dep == "ccomp"
            and (tree.tags[word] in NOUN_TAGS or tree.tags[word] == "JJ")
            and tree.lemmas[head] in COMPLEMENT_VERBS | RESULT_VERBS
        ):
            subject = tree.find_child(word, "nsubj")
            if subject is not None and head < subject and tree.find_child(word, "cop", "aux") is None:
                tree.hang(subject, head, "dobj")
                tree.deps[word] = "oprd"
        elif dep == "acl" and tree.tags[word] == "VBN" and not tree.children[word] and tree.deps[head] == "dobj":
            if tree.lemmas[tree.heads[head]] in RESULT_VERBS and word == head + 1:
                tree.hang(word, tree.heads[head], "oprd")


def promote_main_verb(draft: Draft) -> None:
    """ "The board named X president.", "Holm, who ..., studied in Oslo.": a full sentence whose root is a noun hides its verb below it."""
    tree = draft.tree
    for number, (first, last) in enumerate(tree.sentences):
        root = next((token for token in range(first, last) if tree.heads[token] == token and not tree.words[token].isspace()), None)
        if root is None or tree.tags[root] not in NOUN_TAGS or not tree.ends_with_stop(number):
            continue
        verb = _find_hidden_verb(tree, root, last)
        if verb is not None:
            tree.promote(verb, root, "nsubjpass" if tree.find_child(verb, "auxpass") is not None else "nsubj")
            _pass_on(tree, root, verb)


def promote_verb_before_object(draft: Draft) -> None:
    """ "Storm Erna devastated parts of the coast": a past form with a subject of its own modifies nothing, but has the noun as object."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if dep == "amod" and tree.tags[verb] == "VBD" and verb < noun and tree.find_child(verb, "nsubj") is not None:
            tree.promote(verb, noun, "dobj")
            for child in tree.find_children(noun, "nsubj", "npadvmod", "punct", "advmod"):
                tree.hang(child, verb, tree.deps[child])


def read_passive_complement(draft: Draft) -> None:
    """ "She was made a partner": what a passive verb of naming leaves behind it is what its subject becomes."""
    tree = draft.tree
    for verb, lemma in enumerate(tree.lemmas):
        if lemma not in COMPLEMENT_VERBS or not tree.is_verb(verb) or tree.find_child(verb, "auxpass") is None:
            continue
        post = tree.find_child(verb, "dobj")
        if post is not None and draft.is_common(post) and draft.is_person(post) and tree.find_child(verb, "oprd") is None:
            tree.deps[post] = "oprd"


def promote_bare_relative(draft: Draft) -> None:
    """ "The ferry Nusa Indah capsized off Lombok.": a name right behind the noun is in apposition, and the clause is the main one."""
    tree = draft.tree
    for number, (first, last) in enumerate(tree.sentences):
        for verb in range(first, last):
            root = tree.heads[verb]
            if tree.deps[verb] != "relcl" or tree.heads[root] != root or tree.names[root] >= 0:
                continue
            subject = tree.find_child(verb, "nsubj", "nsubjpass")
            if subject is None or tree.names[subject] < 0:
                continue
            if tree.find_subtree(subject)[0] == root + 1 and tree.is_noun(root) and tree.ends_with_stop(number):
                tree.promote(verb, root, tree.deps[subject])
                tree.hang(subject, root, "appos")


def read_preposition(draft: Draft) -> None:
    """ "capsized off Lombok": a particle that holds a noun is a preposition."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep == "prt" and tree.find_child(token, "pobj") is not None:
            tree.deps[token], tree.tags[token] = "prep", "IN"


def _find_hidden_verb(tree: Tree, root: int, last: int) -> int | None:
    """A past form right behind the root's phrase: with an object, behind the comma that closes a clause, or the only verb there is."""
    is_only = not any(tree.tags[token] in VERB_TAGS and tree.deps[token] != "amod" for token in range(root + 2, last))
    for verb in range(root + 1, last):
        if (
            tree.tags[verb] not in {"VBD", "VBN"}
            or tree.deps[verb] not in {"acl", "conj", "relcl"}
            or root not in tree.find_ancestors(verb)
        ):
            continue
        if tree.find_child(verb, *SUBJECTS, "agent", "aux") is not None:
            continue
        has_object = tree.find_child(verb, "dobj", "oprd", "ccomp", "xcomp") is not None
        is_after_clause = tree.words[verb - 1] == "," and any(tree.deps[t] in {"relcl", "appos"} and t < verb for t in tree.children[root])
        if (has_object and tree.deps[verb] == "acl" and tree.words[verb - 1] != ",") or is_after_clause:
            return verb
        if is_only and verb == root + 1 and tree.find_child(root, "det") is not None:
            tree.tags[verb] = "VBD"
            return verb
    return None


def _pass_on(tree: Tree, root: int, verb: int) -> None:
    """What follows the verb and hung on the noun belongs to the verb; so does the end of the sentence."""
    for child in list(tree.children[root]):
        if child > verb:
            tree.hang(child, verb, tree.deps[child])


def split_object_and_post(draft: Draft) -> None:
    """ "named Jane Doe president", "names Holm chief executive": the person is the object, the bare noun after it the complement."""
    tree = draft.tree
    for number, tokens in enumerate(draft.name_tokens):
        if not tokens or tokens[0] == 0:
            continue
        root, verb = draft.find_root(tokens[0]), tokens[0] - 1
        if tree.lemmas[verb] not in COMPLEMENT_VERBS or not tree.is_verb(verb):
            continue
        noun = _find_post(tree, root, verb, tokens)
        if noun is None or not (draft.is_person(noun) or draft.names[number].class_iri in draft.lexis.persons):
            continue
        if any(child < tokens[0] and child != verb for child in (*tree.children[noun], *tree.children[root])):
            continue
        if tree.hang(root, verb, "dobj"):
            tree.hang(noun, verb, "oprd")


def _find_post(tree: Tree, root: int, verb: int, name: Sequence[int]) -> int | None:
    """The singular noun right behind the name, with its own modifiers only, if the parser glued the two."""
    noun = name[-1] + 1
    while (
        noun < len(tree.words)
        and tree.tags[noun] in POST_TAGS
        and tree.heads[noun] != verb
        and tree.deps[noun] in {"compound", "amod", "punct", "nmod"}
    ):
        noun += 1
    if noun >= len(tree.words) or tree.tags[noun] not in {"NN", "NNP"} or tree.names[noun] >= 0:
        return None
    is_glued = tree.heads[root] == noun and tree.deps[root] in {"compound", "nmod", "amod", "appos"} and tree.heads[noun] == verb
    is_behind = tree.heads[noun] == root and tree.deps[noun] in {"appos", "dobj", "nmod", "dep", "oprd"} and tree.heads[root] == verb
    return noun if is_glued or is_behind else None
