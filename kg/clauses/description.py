"""Descriptions: the words that say what somebody or something is, in the slot ``description``; of whom, in ``described``.

"X, a firm that makes pumps, ...", "the Dutch bank X", "X is one of the oldest banks": nouns describe by apposition, as titles and behind a
copula. The words run as they stand in the text, up to a remark that a comma cuts off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.clauses.apposition import find_identity, find_standing
from kg.clauses.grammar import Grammar
from kg.clauses.nominal import is_partitive
from kg.clauses.runs import find_complement, find_run, is_word, stands_alone, trim
from kg.records import Filler, Phrase
from kg.syntax.tree import SUBJECTS, Tree

EMPTY_NOUNS = frozenset(
    "reason case matter time question way result point fact moment thing something anything nothing everything someone somebody anyone "
    "anybody everyone everybody nobody none idea aim goal answer problem rest same order day week month year kind sort type difference "
    "concern issue hope news truth number lot place".split()
)
"""What stands behind a copula and is no description: "that is the reason"."""
TEMPORAL = frozenset({"when", "while", "once", "until", "after", "before", "whenever"})
OPEN = frozenset({"if", "whether", "unless", "lest", "provided", "providing", "assuming", "supposing", "than"})
"""What opens a clause that tells nothing of its subject."""


def find_description(grammar: Grammar, noun: int) -> Iterator[Filler]:
    """What a noun in apposition, behind or before a copula, or before a name says of its partner."""
    tree = grammar.tree
    if not _may_describe(tree, noun):
        return
    for filler in find_identity(grammar, noun):
        if len(filler.phrases) == 1 and filler.rule in {"apposition", "copula", "title"}:
            subject = filler.phrases[0].head
            found = _find_noun_words(tree, noun, subject, filler.rule)
            if found is not None:
                yield from describe(grammar, _find_nearest(tree, subject, found[0], filler.rule), filler.rule, *found)
        return


def describe(grammar: Grammar, subject: int, rule: str, head: int, words: Sequence[int]) -> Iterator[Filler]:
    """The two slots, if the words say something by themselves; a noun with a name beside it stands for the name."""
    tree = grammar.tree
    words = trim(tree, words)
    if words and tree.lower[words[0]] != "whose" and stands_alone(tree, head, words):
        yield Filler("described", (grammar.to_phrase(_find_bearer(tree, subject)),), 0, rule)
        yield Filler("description", (Phrase(head, tree.to_span(words)),), 0, rule)


def _find_bearer(tree: Tree, noun: int) -> int:
    """Whose name stands beside a noun: "its founder, | the Cypriot businessman | Ana Roy"; else the noun itself."""
    while tree.names[noun] < 0:
        named = tree.find_bearer(noun)
        if named is None:
            named = next(
                (child for child in tree.find_children(noun, "appos") if child > noun and tree.find_bearer(child) is not None), None
            )
        if named is None:
            return noun
        noun = named
    return noun


def is_told(tree: Tree, verb: int) -> bool:
    """Whether the clause of a verb tells something of its subject: no condition, no question, no mere time."""
    last = tree.sentences[tree.sentence_of[verb]][1]
    if tree.find_child(verb, "expl") is not None or any(tree.words[token] == "?" for token in range(max(0, last - 3), last)):
        return False
    if tree.is_infinitive(verb) and tree.deps[verb] == "advcl" and tree.find_child(verb, "nsubj") is None:
        return False
    subject = tree.find_child(verb, *SUBJECTS)
    if subject is not None and any(tree.is_relative(token) for token in tree.find_subtree(verb) if token < subject):
        return False  # "of which she is prouder than of anything else"
    opening = {tree.lower[child] for child in tree.find_children(verb, "mark", "advmod") if child < verb}
    return not opening & OPEN and not (tree.deps[verb] == "advcl" and opening & TEMPORAL)


# ------------------------------------------------------------ nouns


def _may_describe(tree: Tree, noun: int) -> bool:
    """Whether a common noun stands where it can say what something is; the later members of a coordination go with the first."""
    dep = tree.deps[noun]
    is_rank = tree.lemmas[noun] == "number" and tree.tags[min(noun + 1, len(tree.tags) - 1)] == "CD"  # "the world number four"
    if tree.names[noun] >= 0 or dep == "conj" or tree.lemmas[noun] in EMPTY_NOUNS and not is_rank:
        return False
    if dep in {"appos", "attr"} or dep in {"compound", "nmod"} and tree.names[tree.heads[noun]] >= 0 or is_partitive(tree, noun):
        return True
    if any(tree.names[child] >= 0 for child in tree.find_children(noun, "appos")):
        return True
    return dep == "nsubj" and tree.find_child(tree.heads[noun], "attr") is not None


def _find_noun_words(tree: Tree, noun: int, subject: int, rule: str) -> tuple[int, list[int]] | None:
    """The head of a description and its tokens; None where the parse is no sure one."""
    top = find_standing(tree, noun)
    if rule == "title":
        return (noun, _find_title(tree, noun, subject)) if subject > noun else None
    if rule == "apposition":
        if tree.deps[subject] == "appos" and tree.heads[subject] == noun:
            words = _find_words_before(tree, noun, _find_start_of_name(tree, subject))
            return (noun, words) if words else None
        words = find_run(tree, top) if is_set_off(tree, top) and _agrees(tree, top) else []
        return (top, words) if words else None
    verb = tree.heads[top]
    is_second = tree.deps[top] == "attr" and tree.find_child(verb, "attr") != top
    if is_second or not is_told(tree, verb) or tree.find_child(subject, "case") is not None or _is_empty_it(tree, subject, verb):
        return None
    words = find_run(tree, top) if tree.deps[top] == "nsubj" else find_complement(tree, top)
    return (top, words) if words else None


def _find_nearest(tree: Tree, subject: int, noun: int, rule: str) -> int:
    """ "Researchers at X, one of the oldest schools": several are not one, so that the name right before the comma is described."""
    first = tree.find_subtree(noun)[0]
    is_one_of_many = tree.tags[subject] == "NNS" and tree.tags[noun] not in {"NNS", "NNPS"}
    if rule != "apposition" or not is_one_of_many or first < 2 or tree.names[first - 2] < 0:
        return subject
    name = first - 2
    while tree.names[tree.heads[name]] == tree.names[name] and tree.heads[name] != name:
        name = tree.heads[name]
    return name


def _is_empty_it(tree: Tree, subject: int, verb: int) -> bool:
    """ "It is a challenge for X to sell", "it is a pity that X left": the clause behind has a subject of its own, or none."""
    if tree.lower[subject] != "it":
        return False
    clauses = [token for token in tree.find_subtree(verb) if token > verb and tree.is_verb(token)]
    return any(tree.is_infinitive(clause) or not _has_relative_subject(tree, clause) for clause in clauses)


def _has_relative_subject(tree: Tree, clause: int) -> bool:
    subject = tree.find_child(clause, "nsubj", "nsubjpass")
    return subject is None or tree.is_relative(subject)


def _find_words_before(tree: Tree, noun: int, start: int) -> list[int]:
    """The words of a noun that a name follows, right behind it or behind a comma: "the Dutch bank | X", "the head of the port, | X"."""
    is_quoted = start > noun + 1 and not tree.words[start - 1].isalnum() and tree.words[start - 1] not in ".,:;"
    behind = start - is_quoted
    is_close = behind == noun + 1
    is_parted = tree.words[behind - 1] == "," and tree.find_child(noun, "det", "poss") is not None
    is_numbered = noun > 1 and tree.words[noun - 1] == "-" and tree.tags[noun - 2] == "CD"
    return find_run(tree, noun, before=start) if (is_close or is_parted) and not is_numbered else []


def _find_title(tree: Tree, noun: int, name: int) -> list[int]:
    """The words before a name that hang on it: "the former Arsenal striker | Ian Roe"."""
    start = _find_start_of_name(tree, name)
    is_numbered = noun > 1 and tree.words[noun - 1] == "-" and tree.tags[noun - 2] == "CD"
    if not is_word(tree, start - 1) or is_numbered:
        return []
    first = start
    while first > 0 and (tree.heads[first - 1] >= first - 1 and name in {first - 1, *tree.find_ancestors(first - 1)}):
        first -= 1
    words = list(range(first, start))
    comma = max((place for place, token in enumerate(words) if tree.words[token] in {",", ";", ":"}), default=-1)
    return words[comma + 1 :]


def _find_start_of_name(tree: Tree, token: int) -> int:
    number = tree.names[token]
    while token > 0 and number >= 0 and tree.names[token - 1] == number:
        token -= 1
    return token


def is_set_off(tree: Tree, noun: int) -> bool:
    """Whether marks stand on both sides of an apposition: what runs on without one is another clause or a list."""
    tokens = tree.find_subtree(noun)
    is_closed = any(not is_word(tree, token) for token in (tokens[-1], min(tokens[-1] + 1, len(tree.words) - 1)))
    return is_closed and (not is_word(tree, tokens[0] - 1) or not is_word(tree, tokens[0]))


def _agrees(tree: Tree, noun: int) -> bool:
    """ "X, a driver and two children" is a list: nobody is one and several."""
    return tree.tags[noun] == "CD" or len({tree.tags[member] in {"NNS", "NNPS"} for member in tree.find_conjuncts(noun)}) == 1
