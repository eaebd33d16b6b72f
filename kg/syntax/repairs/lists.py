"""Lists: coordinations that the parser cut or glued wrongly."""

from __future__ import annotations

from kg.syntax.draft import Draft
from kg.syntax.tree import NOUN_TAGS, SUBJECTS, VERB_TAGS, Tree

BELOW_MAIN = frozenset({"xcomp", "acl", "advcl", "conj", "pcomp"})
PARTED = frozenset({"to", "for", "at", "with", "from", "by", "on"})
"""Prepositions that share out what a verb says among several: "4 million for X and 7 million for Y"."""
PARTS = frozenset({"most", "some", "many", "several", "half", "all", "few", "much", "majority"})
"""Words for a part of what "of" holds."""
PREFIXES = frozenset({"re", "co", "pre", "de", "non", "mis"})

STEPS = frozenset({"quantmod", "nummod", "compound", "npadvmod"})


def split_joined_names(draft: Draft) -> None:
    """ "X University and Y University" read as one noun phrase becomes a coordination of two."""
    tree = draft.tree
    for left, right in zip(draft.name_tokens, draft.name_tokens[1:], strict=False):
        if not left or not right or right[0] - left[-1] > 2:
            continue
        if not any(tree.lower[token] in {"and", "or", "&", ","} for token in range(left[-1] + 1, right[0])):
            continue
        left_root, right_root = draft.find_root(left[0]), draft.find_root(right[0])
        if tree.heads[left_root] == right_root and tree.deps[left_root] in {"nmod", "compound", "amod", "appos", "dep"}:
            tree.promote(left_root, right_root, "conj")


def raise_titled_conjunct(draft: Draft) -> None:
    """ "the carmaker Volta and the insurer Assura": a noun with a name of its own is coordinated with the noun, not with the name."""
    tree = draft.tree
    for noun, dep in enumerate(tree.deps):
        name = tree.heads[noun]
        if dep != "conj" or tree.names[name] < 0 or tree.deps[name] != "appos" or tree.heads[name] >= name or not draft.is_common(noun):
            continue
        if tree.find_child(noun, "det") is None or not any(tree.names[other] >= 0 for other in tree.find_children(noun, "appos")):
            continue
        title = tree.heads[name]
        for child in [*tree.find_children(name, "cc"), noun]:
            tree.hang(child, title, tree.deps[child])


def rejoin_last_conjunct(draft: Draft) -> None:
    """ "focusing on A and B, and C": a noun right behind the conjunction of a list is its last member, no object."""
    tree = draft.tree
    for noun, dep in enumerate(tree.deps):
        if dep != "dobj" or tree.tags[noun] not in NOUN_TAGS:
            continue
        first = tree.find_subtree(noun)[0]
        if first > 0 and tree.deps[first - 1] == "cc" and tree.tags[tree.heads[first - 1]] in NOUN_TAGS and tree.heads[first - 1] < noun:
            tree.hang(noun, tree.heads[first - 1], "conj")


def join_adjacent_conjuncts(draft: Draft) -> None:
    """ "development and technology solutions": of two members with nothing between them the first modifies the second."""
    tree = draft.tree
    for token in range(len(tree.deps) - 1):
        other = token + 1
        if tree.deps[token] == "conj" and tree.deps[other] == "conj" and tree.heads[token] == tree.heads[other]:
            if draft.is_common(token) and draft.is_common(other) and not tree.children[token]:
                tree.hang(token, other, "compound")


def rejoin_verb_of_same_form(draft: Draft) -> None:
    """ "plans to close a mine where it employs 300, and move there": a bare verb goes on with a bare one, a tensed with a tensed."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        head = tree.heads[verb]
        if dep != "conj" or not tree.is_verb(head) or tree.find_child(verb, *SUBJECTS, "aux", "auxpass") is not None:
            continue
        if tree.tags[verb] == "VB" and tree.tags[head] in {"VBZ", "VBD"}:
            other = next((above for above in tree.find_ancestors(head) if tree.tags[above] == "VB"), None)
        elif tree.tags[verb] in {"VBZ", "VBD"} and tree.tags[head] in {"VB", "VBG"} and tree.deps[head] in BELOW_MAIN:
            other = next(
                (above for above in tree.find_ancestors(head) if tree.is_verb(above) and tree.tags[above] == tree.tags[verb]), None
            )
        else:
            continue
        if other is not None:
            tree.hang(verb, other, "conj")


def join_per_cent(draft: Draft) -> None:
    """ "4.2 per cent of its shares": "per cent" is one noun, which the number counts."""
    tree = draft.tree
    for per, word in enumerate(tree.lower[:-1]):
        number, cent = tree.heads[per], per + 1
        if word != "per" or tree.lower[cent] not in {"cent", "cents"} or tree.heads[cent] != per or tree.tags[number] != "CD":
            continue
        head, dep = tree.heads[number], tree.deps[number]
        tree.hang(cent, cent if head == number else head, dep)
        tree.hang(per, cent, "compound")
        for child in [*tree.children[number], *tree.children[per]]:
            if child > cent or tree.deps[child] == "det":
                tree.hang(child, cent, tree.deps[child])
        tree.hang(number, cent, "nummod")


def part_steps(draft: Draft) -> None:
    """ "Fell from 52 to 45", "rose by 5% to 1,134 euros": two phrases, where the parser reads a number "52 to 45"."""
    tree = draft.tree
    for joint, word in enumerate(tree.lower):
        if word != "to" or tree.deps[joint] != "quantmod":
            continue
        last = tree.heads[joint]
        low = next((child for child in reversed(tree.children[last]) if child < joint and tree.deps[child] in STEPS), None)
        while tree.deps[last] in {"nummod", "quantmod", "compound"}:
            last = tree.heads[last]
        preposition = tree.heads[last]
        if low is None or tree.deps[last] != "pobj" or tree.lower[preposition] not in {"from", "by"} or preposition > low:
            continue
        tree.hang(low, preposition, "pobj")
        for child in [child for child in tree.children[last] if preposition < child < low]:
            tree.hang(child, low, tree.deps[child])
        tree.hang(joint, tree.heads[preposition], "prep")
        tree.hang(last, joint, "pobj")


def join_hyphenated(draft: Draft) -> None:
    """ "his co-defendant", "was re-elected": of two words joined by a hyphen the second is the head."""
    tree = draft.tree
    for hyphen in range(1, len(tree.words) - 1):
        left, right = hyphen - 1, hyphen + 1
        if tree.words[hyphen] != "-" or tree.ends[left] != tree.starts[hyphen] or tree.ends[hyphen] != tree.starts[right]:
            continue
        if tree.lower[left] in PREFIXES and tree.tags[right] in VERB_TAGS and left not in tree.find_ancestors(right):
            tree.hang(right, right if tree.heads[left] == left else tree.heads[left], tree.deps[left])
            tree.hang(left, right, "compound")
        elif tree.lower[left] in PREFIXES and tree.tags[right] in VERB_TAGS:
            tree.promote(right, left, "compound")
        elif not draft.is_common(left) or not draft.is_common(right):
            continue
        elif tree.heads[right] == tree.heads[left] and tree.deps[right] == tree.deps[left]:
            tree.hang(left, right, "compound")
        elif tree.heads[right] in {left, hyphen} and left in tree.find_ancestors(right):
            tree.promote(right, left, "compound")
        else:
            continue
        tree.hang(hyphen, right, "punct")
        for child in list(tree.children[left]):
            tree.hang(child, right, tree.deps[child])


def free_subject_of_conjunct(draft: Draft) -> None:
    """ "ordered planes from A and the carrier B plans to buy ships", "lost to A and B was sold": B is no member but the subject."""
    tree = draft.tree
    for verb, dep in enumerate(tree.deps):
        first = tree.heads[verb]
        if dep not in {"conj", "ccomp"} or not tree.is_verb(first) or tree.find_child(verb, *SUBJECTS, "expl") is not None:
            continue
        start = _find_finite_start(tree, verb)
        if start is None or first > start or (start == verb and (dep != "conj" or _has_break(tree, first, verb))):
            continue
        noun = start - 1
        while tree.deps[noun] in {"compound", "appos", "nmod", "pobj", "prep"} and tree.heads[noun] > first:
            noun = tree.heads[noun]
        members = tree.find_subtree(noun)
        if tree.deps[noun] == "conj" and tree.is_noun(noun) and tree.deps[members[0] - 1] == "cc" and members[-1] == start - 1:
            tree.hang(noun, verb, "nsubjpass" if tree.find_child(verb, "auxpass") is not None else "nsubj")


def _find_finite_start(tree: Tree, verb: int) -> int | None:
    """Where a finite verb begins: with its first auxiliary, or itself."""
    auxiliaries = [child for child in tree.find_children(verb, "aux", "auxpass") if child < verb]
    if auxiliaries:
        return auxiliaries[0] if tree.tags[auxiliaries[0]] in {"VBZ", "VBD", "VBP", "MD"} else None
    return verb if tree.tags[verb] in {"VBZ", "VBD"} else None


def _has_break(tree: Tree, first: int, verb: int) -> bool:
    return any(tree.deps[child] in {"cc", "punct"} and first < child < verb for child in tree.children[first])


def cut_gapped_conjunct(draft: Draft) -> None:
    """ "gave a sum to A and the rest to B", "bought X for 4 million and Y for 7 million": Y is no second A and no second sum.

    The clause behind the conjunction leaves out its verb; nothing is read from it.
    """
    tree = draft.tree
    for noun, dep in enumerate(tree.deps):
        first = tree.heads[noun]
        preposition = tree.heads[first]
        if dep != "conj" or tree.deps[first] != "pobj" or not tree.is_noun(noun):
            continue
        word, behind = tree.lower[preposition], tree.find_subtree(noun)[-1] + 1
        has_own = any(tree.lower[child] == word for child in tree.find_children(noun, "prep"))
        if word not in PARTED or not (has_own or behind < len(tree.deps) and tree.lower[behind] == word):
            continue
        if draft.is_amount(first) and not draft.is_amount(noun) or tree.names[noun] < 0 and tree.tags[noun] == "NN":
            tree.hang(noun, first, "dep")
            if not has_own:
                tree.hang(behind, noun, "prep")


def promote_whole(draft: Draft) -> None:
    """ "Most of the staff were dismissed", "the older of the two plants": the noun tells what is meant, the word before how much of it."""
    tree = draft.tree
    for part, dep in enumerate(tree.deps):
        if dep not in {"nsubj", "nsubjpass", "dobj", "pobj"} or tree.names[part] >= 0 or part + 1 >= len(tree.words):
            continue
        of = part + 1
        noun = tree.find_child(of, "pobj") if tree.lower[of] == "of" and tree.heads[of] == part else None
        if noun is None or not _is_part(tree, part) or not draft.is_common(noun) or tree.find_child(noun, "det", "poss", "nummod") is None:
            continue
        if tree.hang(noun, tree.heads[part], dep):
            tree.hang(part, noun, "amod")
            tree.hang(of, noun, "quantmod")
            for child in [child for child in tree.children[part] if child > of]:
                tree.hang(child, noun, tree.deps[child])


def _is_part(tree: Tree, token: int) -> bool:
    if tree.lower[token] in PARTS:
        return not any(tree.deps[child] in {"amod", "poss", "nummod"} for child in tree.children[token])
    return tree.tags[token] in {"JJR", "JJS"} and any(tree.lower[child] == "the" for child in tree.find_children(token, "det"))
