"""Runs: the words around a head that hang on it and follow one another without a gap, as a description quotes them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.syntax.tree import Tree

LONGEST = 25
"""Words of a description."""
POINTING = frozenset("this that these those such same other another latter".split())
"""Words that describe by something said elsewhere."""
OUTSIDERS = frozenset("i me my we us our you your".split())
"""Who speaks is not the article."""
CUT_OFF = frozenset({"relcl", "acl", "advcl", "appos"})
OWN = frozenset({"himself", "herself", "itself", "themselves"})
PARTNERS = {"they": "NNS", "them": "NNS", "it": "NN"}
"""Pronouns -> the tag of the nouns that they take up."""
LEADING = frozenset({"no", "not", "n't", "n’t", "also", "indeed", "however", "therefore", "thus", "too", "yet", "longer", "even"} | OWN)
"""Words before a description that are none of it."""
CIRCUMSTANCES = ("prep", "npadvmod", "advmod")
OUTSIDE_COMPLEMENT = frozenset(
    {"according", "as", "like", "without", "despite", "because", "after", "before", "though", "however", "too", "either"}
)
"""What opens a circumstance that is none of a description."""


def find_run(tree: Tree, head: int, before: int | None = None) -> list[int]:
    """The tokens around a head without a gap, up to a remark behind a comma; none where a name is coordinated with it.

    A clause that makes them too long, or that speaks of somebody by a pronoun, is left out ("the firm | that he owns").
    """
    if any(tree.names[member] >= 0 for member in tree.find_conjuncts(head)[1:]):
        return []
    run = _find_close(tree, head, before, ())
    if count_words(tree, run) > LONGEST or any(is_pronoun(tree, token, head) for token in run):
        if any(tree.tags[child] in {"JJS", "RBS"} for child in tree.children[head]):  # "the kindest man I met" is not "the kindest man"
            return []
        run = _find_close(tree, head, before, [child for child in tree.find_children(head, "relcl", "acl") if child > head])
    return run if count_words(tree, run) <= LONGEST else []


def find_complement(tree: Tree, head: int) -> list[int]:
    """The tokens of what stands behind a copula, with what hangs on the copula right behind it: "was the largest lender | until 2010"."""
    run = find_run(tree, head)
    while run:
        circumstances = tree.find_children(tree.heads[head], *CIRCUMSTANCES)
        behind = next((child for child in circumstances if _begins_at(tree, child, run[-1] + 1)), None)
        more = find_run(tree, behind) if behind is not None and tree.lower[behind] not in OUTSIDE_COMPLEMENT else []
        if not more or count_words(tree, run) + count_words(tree, more) > LONGEST:
            return run
        run = [*run, *range(run[-1] + 1, more[-1] + 1)]
    return run


def trim(tree: Tree, words: Sequence[int]) -> list[int]:
    """Without the marks, conjunctions and adverbs at both ends that are none of the description."""
    first, end = 0, len(words)
    while first < end and (
        not is_word(tree, words[first]) or tree.lower[words[first]] in LEADING or tree.deps[words[first]] in {"cc", "preconj"}
    ):
        first += 1
    while first < end and (not is_word(tree, words[end - 1]) or tree.deps[words[end - 1]] == "cc"):
        end -= 1
    return list(words[first:end])


def stands_alone(tree: Tree, head: int, words: Sequence[int]) -> bool:
    """Whether the words need no others to be understood: "its largest shareholder", "afraid of him" and "the same firm" do."""
    is_owned = any(token < head and tree.tags[token] == "PRP$" for token in words)
    if is_owned or any(tree.lower[token] in OUTSIDERS or is_pronoun(tree, token, head) for token in words):
        return False
    return not any(tree.lower[child] in POINTING for child in tree.find_children(head, "det", "amod", "predet"))


def is_pronoun(tree: Tree, token: int, head: int) -> bool:
    """Whether a token speaks by a pronoun of somebody else; of a noun between ("translates talks as *they* happen") it may speak."""
    if tree.tags[token] != "PRP" or tree.lower[token] in OWN:
        return False
    meant = PARTNERS.get(tree.lower[token])
    return meant is None or not any(tree.tags[between] == meant for between in range(head + 1, token))


def is_word(tree: Tree, token: int) -> bool:
    """Whether a token is more than a mark."""
    return token >= 0 and tree.words[token][0].isalnum()


def count_words(tree: Tree, tokens: Sequence[int]) -> int:
    """How many of the tokens are words."""
    return sum(is_word(tree, token) for token in tokens)


def _begins_at(tree: Tree, token: int, place: int) -> bool:
    return token >= place and tree.find_subtree(token)[0] == place


def _find_close(tree: Tree, head: int, before: int | None, without: Collection[int]) -> list[int]:
    inside, waiting = {head}, [head]
    for token in waiting:
        found = [child for child in tree.children[token] if child not in without and _belongs(tree, child)]
        found = [child for child in found if before is None or child < before]
        inside.update(found)
        waiting.extend(found)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside or last + 2 in inside and not is_word(tree, last + 1):
        last += 1
    return list(range(first, last + 1))


def _belongs(tree: Tree, token: int) -> bool:
    dep, head = tree.deps[token], tree.heads[token]
    if dep in {"parenthesis", "parataxis", "dep"} or "\n" in tree.words[token]:
        return False
    if dep == "conj":
        return tree.is_verb(token) == tree.is_verb(head)
    if dep not in CUT_OFF:
        return True
    return tree.find_word_before(tree.find_subtree(token)[0]) not in {",", "–", "—", "-", ";"}
