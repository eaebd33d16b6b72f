"""Descriptions: the words that say what somebody or something is, in the slot ``description``; of whom, in ``described``.

"X, a firm that makes pumps, ...", "the Dutch bank X", "X is one of the oldest banks", "X remains profitable" and "X, known as the
Lighthouse, ...". The words run as they stand in the text, up to a remark that a comma cuts off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.clauses.apposition import COPULAS, find_identity, find_standing
from kg.clauses.grammar import Grammar
from kg.clauses.nominal import is_partitive
from kg.records import Filler, Phrase
from kg.syntax.tree import Tree

LONGEST = 25
"""Words of a description."""
POINTING = frozenset("this that these those such same other another latter".split())
"""Words that describe by something said elsewhere."""
OUTSIDERS = frozenset("i me my we us our you your".split())
"""Who speaks is not the article."""
EMPTY_NOUNS = frozenset(
    "reason case matter time question way result point fact moment thing something anything nothing everything someone somebody anyone "
    "anybody everyone everybody nobody none idea aim goal answer problem rest same order day week month year kind sort type difference "
    "concern issue hope news truth number lot place".split()
)
"""What stands behind a copula and is no description: "that is the reason"."""
EMPTY_ADJECTIVES = frozenset("due able set such same likely unlikely clear true right wrong okay ok fine".split())
LEANING = frozenset("responsible aware close subject similar different equal present absent involved worth new common".split())
"""Adjectives that say nothing without what they lean on: "responsible for roads"."""
REGARDING = frozenset("know regard see view consider describe hail dub nickname brand call label bill credit".split())
"""Verbs in whose passive somebody is taken for something."""
CUT_OFF = frozenset({"relcl", "acl", "advcl", "appos"})
CLAUSES = ("ccomp", "xcomp", "advcl", "csubj", "acl", "relcl", "pcomp")
CIRCUMSTANCES = ("prep", "npadvmod", "advmod")
OUTSIDE_COMPLEMENT = frozenset(
    {"according", "as", "like", "without", "despite", "because", "after", "before", "though", "however", "too", "either"}
)
LEADING = frozenset({"no", "not", "n't", "n’t", "also", "indeed", "however", "therefore", "thus", "too", "yet", "longer", "even"})
"""Words before a description that are none of it."""
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
                yield from _describe(tree, filler, *found)
        return


def find_state(grammar: Grammar, adjective: int) -> Iterator[Filler]:
    """ "X is not yet profitable", "X remains popular with voters": what an adjective alone says of its subject."""
    tree, verb = grammar.tree, grammar.tree.heads[adjective]
    if tree.deps[adjective] != "acomp" or not tree.tags[adjective].startswith("JJ") or tree.lower[adjective] in EMPTY_ADJECTIVES:
        return
    if tree.lemmas[verb] not in COPULAS or not _is_told(tree, verb) or _holds_clause(tree, adjective):
        return
    subject = grammar.find_subject(verb)
    words = _find_complement(tree, adjective)
    if subject is None or len(subject.phrases) != 1 or subject.phrases[0].is_clause or tree.lower[subject.phrases[0].head] == "it":
        return
    if words and not (len(words) == 1 and tree.lower[adjective] in LEANING):
        yield from _describe(tree, Filler("is", subject.phrases, 0, "adjective"), adjective, words)


def find_renown(grammar: Grammar, verb: int) -> Iterator[Filler]:
    """ "X, known as the Lighthouse", "X is regarded as one of the best": the participle with what somebody is taken for."""
    tree = grammar.tree
    if tree.lemmas[verb] not in REGARDING or tree.tags[verb] != "VBN" or not grammar.is_passive(verb) or not _is_told(tree, verb):
        return
    subject = _find_regarded(tree, verb)
    complement = next((child for child in tree.children[verb] if child > verb and _is_complement(tree, child)), None)
    if subject is None or complement is None or tree.find_child(verb, "agent") is not None:
        return
    inside = find_run(tree, complement)
    if inside and inside[0] == verb + 1 and not any(tree.tags[token] == "PRP$" for token in inside[:3]):
        yield from _describe(tree, Filler("is", (grammar.to_phrase(subject),), 0, "renown"), verb, [verb, *inside])


def _find_regarded(tree: Tree, verb: int) -> int | None:
    """Who is taken for something: the noun that the participle or relative clause hangs on, or the subject."""
    if tree.deps[verb] == "acl":
        return tree.heads[verb]
    subject = tree.find_child(verb, "nsubjpass")
    return tree.heads[verb] if subject is not None and tree.is_relative(subject) and tree.deps[verb] == "relcl" else subject


def _is_complement(tree: Tree, child: int) -> bool:
    return tree.deps[child] == "oprd" or tree.deps[child] == "prep" and tree.lower[child] in {"as", "for"}


def _describe(tree: Tree, partner: Filler, head: int, words: Sequence[int]) -> Iterator[Filler]:
    """The two slots, if the words say something by themselves."""
    words = _trim(tree, words)
    if words and _stands_alone(tree, head, words):
        yield Filler("described", partner.phrases, 0, partner.rule)
        yield Filler("description", (Phrase(head, tree.to_span(words)),), 0, partner.rule)


# ------------------------------------------------------------ nouns


def _may_describe(tree: Tree, noun: int) -> bool:
    """Whether a common noun stands where it can say what something is; the later members of a coordination go with the first."""
    dep = tree.deps[noun]
    if tree.names[noun] >= 0 or dep == "conj" or tree.lemmas[noun] in EMPTY_NOUNS:
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
        words = find_run(tree, top) if _is_set_off(tree, top) and _agrees(tree, top) else []
        return (top, words) if words else None
    if not _is_told(tree, tree.heads[top]) or tree.find_child(subject, "case") is not None or _is_empty_it(tree, subject, tree.heads[top]):
        return None
    words = find_run(tree, top) if tree.deps[top] == "nsubj" else _find_complement(tree, top)
    return (top, words) if words else None


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
    if not _is_word(tree, start - 1) or is_numbered:
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


def _is_set_off(tree: Tree, noun: int) -> bool:
    """Whether marks stand on both sides of an apposition: what runs on without one is another clause or a list."""
    tokens = tree.find_subtree(noun)
    is_closed = any(not _is_word(tree, token) for token in (tokens[-1], min(tokens[-1] + 1, len(tree.words) - 1)))
    return is_closed and (not _is_word(tree, tokens[0] - 1) or not _is_word(tree, tokens[0]))


def _agrees(tree: Tree, noun: int) -> bool:
    """ "X, a driver and two children" is a list: nobody is one and several."""
    return tree.tags[noun] == "CD" or len({tree.tags[member] in {"NNS", "NNPS"} for member in tree.find_conjuncts(noun)}) == 1


def _is_word(tree: Tree, token: int) -> bool:
    return token >= 0 and tree.words[token][0].isalnum()


# ------------------------------------------------------------ clauses


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether the clause of a verb tells something of its subject: no condition, no question, no mere time."""
    last = tree.sentences[tree.sentence_of[verb]][1]
    if tree.find_child(verb, "expl") is not None or any(tree.words[token] == "?" for token in range(max(0, last - 3), last)):
        return False
    if tree.is_infinitive(verb) and tree.deps[verb] == "advcl" and tree.find_child(verb, "nsubj") is None:
        return False
    opening = {tree.lower[child] for child in tree.find_children(verb, "mark", "advmod") if child < verb}
    return not opening & OPEN and not (tree.deps[verb] == "advcl" and opening & TEMPORAL)


def _holds_clause(tree: Tree, adjective: int) -> bool:
    """ "ready to go", "confident that X won", "close to buying": what is said is the clause's."""
    prepositions = tree.find_children(adjective, "prep")
    return tree.find_child(adjective, *CLAUSES) is not None or any(tree.find_child(each, "pcomp") is not None for each in prepositions)


# ------------------------------------------------------------ words


def find_run(tree: Tree, head: int, before: int | None = None) -> list[int]:
    """The tokens around a head that hang on it without a gap, up to a remark behind a comma; none where a name is coordinated with it."""
    if any(tree.names[member] >= 0 for member in tree.find_conjuncts(head)[1:]):
        return []
    run = _find_close(tree, head, before, set())
    if _count(tree, run) > LONGEST:
        run = _find_close(tree, head, before, {child for child in tree.find_children(head, "relcl", "acl") if child > head})
    return run if _count(tree, run) <= LONGEST else []


def _find_complement(tree: Tree, head: int) -> list[int]:
    """The tokens of what stands behind a copula, with what hangs on the copula right behind it: "was the largest lender | until 2010"."""
    run = find_run(tree, head)
    while run:
        behind = next(
            (child for child in tree.find_children(tree.heads[head], *CIRCUMSTANCES) if _begins_at(tree, child, run[-1] + 1)), None
        )
        more = find_run(tree, behind) if behind is not None and tree.lower[behind] not in OUTSIDE_COMPLEMENT else []
        if not more or _count(tree, run) + _count(tree, more) > LONGEST:
            return run
        run = [*run, *range(run[-1] + 1, more[-1] + 1)]
    return run


def _begins_at(tree: Tree, token: int, place: int) -> bool:
    return token >= place and tree.find_subtree(token)[0] == place


def _count(tree: Tree, tokens: Sequence[int]) -> int:
    return sum(_is_word(tree, token) for token in tokens)


def _find_close(tree: Tree, head: int, before: int | None, without: set[int]) -> list[int]:
    inside, waiting = {head}, [head]
    for token in waiting:
        found = [
            child for child in tree.children[token] if child not in without and _belongs(tree, child) and (before is None or child < before)
        ]
        inside.update(found)
        waiting.extend(found)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside or last + 2 in inside and not _is_word(tree, last + 1):
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


def _trim(tree: Tree, words: Sequence[int]) -> list[int]:
    """Without the marks, conjunctions and adverbs at both ends that are none of the description."""
    first, end = 0, len(words)
    while first < end and (
        not _is_word(tree, words[first]) or tree.lower[words[first]] in LEADING or tree.deps[words[first]] in {"cc", "preconj"}
    ):
        first += 1
    while first < end and (not _is_word(tree, words[end - 1]) or tree.deps[words[end - 1]] == "cc"):
        end -= 1
    return list(words[first:end])


def _stands_alone(tree: Tree, head: int, words: Sequence[int]) -> bool:
    """Whether the words need no others to be understood: "its largest shareholder" and "the same firm" do."""
    if any(tree.lower[token] in OUTSIDERS or token < head and tree.tags[token] in {"PRP$", "PRP"} for token in words):
        return False
    return not any(tree.lower[child] in POINTING for child in tree.find_children(head, "det", "amod", "predet"))
