"""Attachment: clauses and prepositional phrases that grammar hangs elsewhere than the parser did."""

from __future__ import annotations

from collections.abc import Iterator

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, Tree

EXAMPLES = frozenset({"including"})
HOLDING_PREPOSITIONS = frozenset({"under", "in", "through", "with", "by", "for", "of", "from"})
LOCATING = frozenset({"in", "at", "near", "from", "outside", "on"})
DITRANSITIVE = frozenset(
    {"pay", "give", "offer", "grant", "award", "refuse", "lend", "send", "sell", "hand", "promise", "owe", "deny", "show", "teach"}
)
"""Verbs with two objects: a closed class of the grammar."""
OF_VERBS = frozenset({"accuse", "acquit", "convict", "suspect", "rob", "strip", "deprive", "rid", "warn", "inform", "remind", "assure"})
"""Verbs that tell with "of" what somebody did, lost or learnt."""


def raise_relative_clause(draft: Draft) -> None:
    """ "X, a programme led by Y, which helps": the clause speaks of the programme, not of the agent Y."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "relcl" or not _has_comma_before_relative(tree, verb):
            continue
        participle = _find_enclosing_participle(tree, tree.heads[verb])
        if participle is not None:
            tree.hang(verb, tree.heads[participle], "relcl")


def _has_comma_before_relative(tree: Tree, verb: int) -> bool:
    pronoun = next((token for token in tree.find_subtree(verb) if tree.lower[token] == "which"), None)
    return pronoun is not None and pronoun > 0 and tree.words[pronoun - 1] == ","


def _find_enclosing_participle(tree: Tree, noun: int) -> int | None:
    """The participle ("led by") whose agent the noun is, where it modifies an apposition."""
    preposition = tree.heads[noun]
    participle = tree.heads[preposition]
    is_agent = tree.deps[noun] == "pobj" and tree.deps[preposition] in {"agent", "prep"}
    if is_agent and tree.deps[participle] == "acl" and tree.deps[tree.heads[participle]] == "appos":
        return participle
    return None


def raise_who_clause(draft: Draft) -> None:
    """ "a visit by the minister, Ana Roy (left), who met X": a clause with "who" speaks of the person named right before it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "relcl" or tree.names[tree.heads[verb]] >= 0:
            continue
        who = next((token for token in tree.find_subtree(verb) if tree.lower[token] in {"who", "whom"}), None)
        if who is None or who < 2 or tree.words[who - 1] != ",":
            continue
        name = _skip_brackets(tree, who - 2)
        if draft.is_person_name(name):
            tree.hang(verb, draft.find_root(name), "relcl")


def fill_preposition(draft: Draft) -> None:
    """ "1,850 members of Union No. 2": a name right behind a preposition that has no noun is its noun."""
    tree = draft.tree
    for preposition, dep in enumerate(tree.deps):
        name = preposition + 1
        if dep != "prep" or tree.children[preposition] or name >= len(tree.words) or tree.names[name] < 0:
            continue
        root = draft.find_root(name)
        if tree.deps[root] == "appos" and tree.heads[root] == tree.heads[preposition]:
            tree.hang(root, preposition, "pobj")


def lower_whose_clause(draft: Draft) -> None:
    """ "a pact with the Greens, whose leader ...": a clause with "whose" speaks of the name right before it, but for a mere place."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "relcl" or not draft.is_common(tree.heads[verb]):
            continue
        whose = next((token for token in tree.find_subtree(verb) if tree.lower[token] == "whose"), None)
        if whose is None or whose < 2 or tree.words[whose - 1] != "," or tree.names[whose - 2] < 0:
            continue
        name = draft.find_root(whose - 2)
        if tree.deps[name] == "pobj" and tree.lower[tree.heads[name]] not in LOCATING and tree.heads[verb] in tree.find_ancestors(name):
            tree.hang(verb, name, "relcl")


def raise_who_clause_of_member(draft: Draft) -> None:
    """ "lawmakers from A and the B Party who had backed it": "who" speaks of persons, and hardly ever of an organisation by its name."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if dep != "relcl" or tree.names[noun] < 0 or draft.is_person_name(noun):
            continue
        if not any(tree.lower[token] in {"who", "whom"} for token in tree.find_subtree(verb) if token < verb):
            continue
        people = next((above for above in _walk_up(tree, noun) if _is_people(draft, above)), None)
        if people is not None:
            tree.hang(verb, people, "relcl")


def _walk_up(tree: Tree, noun: int) -> Iterator[int]:
    """The nouns above a noun, and the object that its phrase stands right behind, though it hangs on the verb."""
    for above in tree.find_ancestors(noun):
        if tree.is_verb(above):
            return
        if tree.deps[above] == "prep" and tree.is_verb(tree.heads[above]) and tree.deps[above - 1] in {"dobj", "pobj"}:
            yield above - 1
        yield above


def _is_people(draft: Draft, noun: int) -> bool:
    return draft.is_common(noun) and (draft.is_person(noun) or draft.tree.actors[noun] and draft.tree.tags[noun] == "NNS")


def _skip_brackets(tree: Tree, token: int) -> int:
    """The token before a bracketed remark that ends at ``token``."""
    if tree.words[token] != ")":
        return max(token, 0)
    while token > 0 and tree.words[token] != "(":
        token -= 1
    return max(token - 1, 0)


def lower_restrictive_clause(draft: Draft) -> None:
    """ "imports and carmakers that change their minds": a clause without a comma speaks of the member of the list right before it."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if dep != "relcl" or not any(tree.deps[child] == "conj" for child in tree.children[noun]):
            continue
        before = tree.find_subtree(verb)[0] - 1
        if before in tree.find_conjuncts(noun)[1:] and tree.is_noun(before):
            tree.hang(verb, before, "relcl")


def agree_in_number(draft: Draft) -> None:
    """ "a survey of 4,000 farmers which was made", "a group of farmers who were angry": the clause agrees with its noun in number."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        noun, pronoun = tree.heads[verb], tree.find_child(verb, "nsubj", "nsubjpass") if dep == "relcl" else None
        number = _find_number(tree, verb) if pronoun is not None and tree.is_relative(pronoun) else None
        if (
            number is None
            or pronoun is None
            or not draft.is_common(noun)
            or tree.tags[noun] == number
            or tree.find_child(noun, "conj") is not None
        ):
            continue
        other = tree.heads[tree.heads[noun]] if tree.deps[noun] == "pobj" else pronoun - 1
        is_near = (
            tree.deps[noun] == "pobj" and tree.words[noun + 1] != "," or tree.deps[other] == "pobj" and noun in tree.find_ancestors(other)
        )
        if is_near and draft.is_common(other) and tree.tags[other] == number:
            tree.hang(verb, other, "relcl")


def _find_number(tree: Tree, verb: int) -> str | None:
    """The tag of the nouns that the verb's form agrees with, if the form tells."""
    forms = [tree.lower[child] for child in tree.find_children(verb, "aux", "auxpass")[:1]] or [tree.lower[verb]]
    tags = [tree.tags[child] for child in tree.find_children(verb, "aux", "auxpass")[:1]] or [tree.tags[verb]]
    if forms[0] in {"was", "is", "has", "does"} or tags[0] == "VBZ":
        return "NN"
    return "NNS" if forms[0] in {"were", "are", "have", "do"} or tags[0] == "VBP" else None


def raise_clause_of_amount(draft: Draft) -> None:
    """ "a round of 80 million euros led by X": a clause behind an amount speaks of what the amount measures."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        amount = tree.heads[verb]
        if dep not in {"acl", "relcl"} or not tree.amounts[amount] or tree.deps[amount] != "pobj" or tree.lower[tree.heads[amount]] != "of":
            continue
        above = tree.heads[tree.heads[amount]]
        if tree.is_noun(above):
            tree.hang(verb, above, dep)


def lower_bare_infinitive(draft: Draft) -> None:
    """ "helps startups develop models": a bare verb behind an object belongs to the verb of that object."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "advcl" or tree.tags[verb] not in {"VB", "VBP"}:
            continue
        if tree.find_child(verb, "nsubj", "nsubjpass", "mark", "aux", "advmod") is not None:
            continue
        for above in range(verb - 1, tree.sentences[tree.sentence_of[verb]][0], -1):
            if tree.is_verb(above) and any(tree.deps[child] == "dobj" and above < child < verb for child in tree.children[above]):
                tree.hang(verb, above, "xcomp")
                break


def lower_infinitive_behind_phrase(draft: Draft) -> None:
    """ "X is in talks to merge", "is under pressure to resign": the infinitive is of the noun in the phrase, and no plan by itself."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        above = tree.heads[verb]
        if (
            dep != "xcomp"
            or not tree.is_infinitive(verb)
            or tree.lemmas[above] != "be"
            or tree.find_child(above, "attr", "acomp") is not None
        ):
            continue
        first = tree.find_subtree(verb)[0]
        nouns = (noun for child in tree.find_children(above, "prep") for noun in tree.find_children(child, "pobj"))
        noun = next((noun for noun in nouns if noun == first - 1 and draft.is_common(noun)), None)
        if noun is not None:
            tree.hang(verb, noun, "acl")


def hang_examples_on_noun(draft: Draft) -> None:
    """ "plants in several countries, including France": the examples are of the plural noun right before."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep != "prep" or tree.lower[token] not in EXAMPLES or tree.tags[token] != "VBG":
            continue
        before = token - 2 if token > 1 and tree.words[token - 1] == "," else token - 1
        if before >= 0 and tree.tags[before] in {"NNS", "NNPS"} and tree.heads[token] != before and tree.names[before] < 0:
            tree.hang(token, before, "prep")


def hang_agent_on_passive(draft: Draft) -> None:
    """ "was given a grant by X", "was asked to repay the loan by X": "by" names the agent of a passive that has none."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep != "prep" or tree.lower[token] != "by":
            continue
        noun = tree.find_child(token, "pobj")
        if noun is None or not (tree.names[noun] >= 0 or tree.actors[noun]):
            continue
        verb = tree.heads[token]
        if tree.is_noun(verb) and tree.deps[verb] == "dobj":
            verb = tree.heads[verb]
        if (
            tree.is_infinitive(verb)
            and tree.deps[verb] == "xcomp"
            and tree.find_child(verb, "dobj") is not None
            and not tree.is_passive(verb)
        ):
            verb = tree.heads[verb]
        if (
            tree.tags[verb] in NOUN_TAGS
            or not tree.is_verb(verb)
            or not tree.is_passive(verb)
            or tree.find_child(verb, "agent") is not None
        ):
            continue
        tree.hang(token, verb, "agent")


def lower_false_agent(draft: Draft) -> None:
    """ "acquired a painting by Frida Kahlo": an active verb has no agent; the phrase speaks of its object."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        verb = tree.heads[token]
        if dep != "agent" or tree.is_passive(verb) or tree.find_child(verb, "nsubj") is None or not tree.is_finite(verb):
            continue
        noun = tree.find_child(verb, "dobj")
        tree.hang(token, noun if noun is not None and noun < token else verb, "prep")


def keep_one_agent(draft: Draft) -> None:
    """ "seen by neighbours by the river": of two phrases with "by" side by side the first names who did it."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        if dep == "agent" and tree.find_child(tree.heads[token], "agent") != token:
            tree.deps[token] = "prep"


def raise_gerund_of_person(draft: Draft) -> None:
    """ "convicted the doctor of poisoning two patients": what somebody does is no part of who that is."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        noun = tree.heads[token]
        if dep != "prep" or tree.lower[token] not in {"of", "for", "from"} or tree.deps[noun] not in {"dobj", "nsubjpass"}:
            continue
        gerund = tree.find_child(token, "pcomp")
        if gerund is not None and (tree.names[noun] >= 0 or tree.actors[noun]) and tree.tags[gerund] == "VBG":
            tree.hang(token, tree.heads[noun], "prep")


def lower_negation(draft: Draft) -> None:
    """ "went not to farmers but to traders": what "but" contrasts is what "not" denies."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        preposition = token + 1
        if dep != "neg" or tree.lower[token] != "not" or tree.heads[token] > token or preposition >= len(tree.deps):
            continue
        if tree.deps[preposition] == "prep" and any(tree.lower[child] == "but" for child in tree.find_children(preposition, "cc")):
            tree.hang(token, preposition, "neg")


def lower_participle_behind_comma(draft: Draft) -> None:
    """ "Under the agreement, signed in Oslo, X will help Y": the participle speaks of the noun right before the comma."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        if dep != "advcl" or tree.tags[verb] != "VBN" or verb < 3 or tree.words[verb - 1] != "," or verb > tree.heads[verb]:
            continue
        noun = verb - 2
        while tree.deps[noun] in {"pobj", "prep"} and tree.tags[tree.heads[noun]] != "IN":
            noun = tree.heads[noun]
        preposition = tree.heads[noun]
        is_known = draft.is_common(noun) and tree.find_child(noun, "det", "poss") is not None
        if (
            is_known
            and tree.deps[noun] == "pobj"
            and tree.lower[preposition] in HOLDING_PREPOSITIONS
            and tree.find_child(verb, "aux") is None
        ):
            tree.hang(verb, noun, "acl")


def raise_dative(draft: Draft) -> None:
    """ "pay the workers compensation": a plural of persons that the parser took for a modifier is who receives it; so is "grant X bail"."""
    tree = draft.tree
    for token, dep in enumerate(tree.deps):
        noun = tree.heads[token]
        verb = tree.heads[noun]
        if dep != "compound" or tree.deps[noun] != "dobj" or not tree.actors[token]:
            continue
        if (
            draft.is_person_name(token)
            and token == noun - 1
            and tree.names[noun] < 0
            and tree.lemmas[verb] in DITRANSITIVE
            and token > verb
        ):
            tree.hang(token, verb, "dative")
            continue
        if tree.tags[token] != "NNS":
            continue
        determiner = tree.find_child(noun, "det", "poss")
        if tree.lemmas[verb] in DITRANSITIVE and determiner is not None and determiner < token:
            for child in list(tree.children[noun]):
                if child < token:
                    tree.hang(child, token, tree.deps[child])
            tree.hang(token, verb, "dative")


def lower_compared_subject(draft: Draft) -> None:
    """ "More Danes than Swedes own boats": the noun right behind "than" is only compared; it is no second subject."""
    tree = draft.tree
    for than, dep in enumerate(tree.deps):
        first = tree.heads[than]
        if dep != "prep" or tree.lower[than] != "than" or tree.children[than] or tree.deps[first] not in {"nsubj", "nsubjpass"}:
            continue
        for second in tree.find_children(tree.heads[first], "nsubj", "nsubjpass"):
            if tree.find_subtree(second)[0] == than + 1:
                tree.hang(second, than, "pobj")
                break


def lower_time_into_relative_clause(draft: Draft) -> None:
    """ "three men who were held last month have been freed": a time right behind the clause, before the verb, belongs to the clause."""
    tree = draft.tree
    for time, dep in enumerate(tree.deps):
        verb = tree.heads[time]
        if dep != "npadvmod" or time > verb or not tree.is_verb(verb):
            continue
        first = tree.find_subtree(time)[0]
        for subject in tree.find_children(verb, "nsubj", "nsubjpass"):
            clause = next((child for child in tree.find_children(subject, "relcl") if child < time), None)
            if clause is not None and tree.find_subtree(clause)[-1] == first - 1 and tree.words[first - 1] != ",":
                tree.hang(time, clause, "npadvmod")


def raise_from_worth(draft: Draft) -> None:
    """ "an order worth $5 million from X to equip Y": behind the amount the phrase goes on about the noun."""
    tree = draft.tree
    for worth, word in enumerate(tree.lower):
        if word != "worth":
            continue
        noun = tree.heads[worth]
        amount = tree.find_child(worth, "npadvmod", "dobj", "pobj")
        if amount is None or not tree.is_noun(noun) or tree.deps[worth] not in {"amod", "prep", "acl"}:
            continue
        for child in tree.find_children(worth, "prep", "xcomp"):
            if child > amount:
                tree.hang(child, noun, "prep" if tree.deps[child] == "prep" else "acl")


def raise_of_from_object(draft: Draft) -> None:
    """ "accused the bank of a fraud", "robbed the firm of its cash": with verbs that ask for "of" it is no part of the object."""
    tree = draft.tree
    for preposition, word in enumerate(tree.lower):
        noun = tree.heads[preposition]
        verb = tree.heads[noun]
        if word == "of" and tree.deps[preposition] == "prep" and tree.deps[noun] in {"dobj", "nsubjpass"} and tree.lemmas[verb] in OF_VERBS:
            if preposition > max(noun, verb) and tree.is_verb(verb):
                tree.hang(preposition, verb, "prep")
