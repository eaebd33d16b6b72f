"""Doc + names -> Tree, with the parser's usual mistakes repaired; every repair is a function of its own.

A repair speaks of shapes of the tree only. It changes heads, labels and tags in place and is followed by a relinking.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kg.records import Mention, Parse
from kg.syntax.tree import NOUN_TAGS, VERB_TAGS, Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc

PERSON = "https://schema.org/Person"


def to_tree(doc: Doc, names: Sequence[Mention], parse: Parse | None = None, verbs: frozenset[str] = frozenset()) -> Tree:
    """The repaired tree of an article; ``names`` are the named mentions, in text order, none overlapping.

    ``parse`` is the grammar to build on; without it that of the doc. ``verbs`` are verbs with their prepositions ("partner with") that
    may be taken for nouns.
    """
    tokens = list(doc)
    read = parse or to_parse(doc)
    tree = Tree(
        words=[token.text for token in tokens],
        lemmas=list(read.lemmas),
        tags=list(read.tags),
        deps=list(read.deps),
        heads=list(read.heads),
        starts=[token.idx for token in tokens],
        ends=[token.idx + len(token) for token in tokens],
        sentences=list(read.sentences),
        sentence_of=[number for number, (start, end) in enumerate(read.sentences) for _ in range(start, end)],
        names=[-1] * len(tokens),
        verbs=verbs,
    )
    name_tokens = _find_name_tokens(tree, names)
    _gather_names(tree, name_tokens)
    for repair in REPAIRS:
        repair(tree, names, name_tokens)
        tree.link_children()
    return tree


def to_parse(doc: Doc) -> Parse:
    """The grammar of a doc as it stands."""
    return Parse(
        lemmas=tuple(token.lemma_.lower() for token in doc),
        tags=tuple(token.tag_ for token in doc),
        deps=tuple(token.dep_ for token in doc),
        heads=tuple(token.head.i for token in doc),
        sentences=tuple((sent.start, sent.end) for sent in doc.sents),
    )


def _find_name_tokens(tree: Tree, names: Sequence[Mention]) -> list[list[int]]:
    """The tokens of each name; marks them in ``tree.names``."""
    found: list[list[int]] = []
    token = 0
    for number, name in enumerate(names):
        while token < len(tree.words) and tree.ends[token] <= name.span.start:
            token += 1
        inside: list[int] = []
        while token < len(tree.words) and tree.starts[token] < name.span.end:
            inside.append(token)
            tree.names[token] = number
            token += 1
        found.append(inside)
    return found


def find_root(tree: Tree, tokens: Sequence[int]) -> int:
    """The token of a name that hangs highest; of several, the last."""
    inside = set(tokens)
    depths = {token: sum(1 for _ in tree.find_ancestors(token)) for token in tokens if tree.heads[token] not in inside or tree.heads[token] == token}
    if not depths:
        return tokens[-1]
    highest = min(depths.values())
    return max(token for token, depth in depths.items() if depth == highest)


def _gather_names(tree: Tree, name_tokens: Sequence[Sequence[int]]) -> None:
    """Make each name one constituent: its words hang on its root, what hung on them from outside too."""
    for tokens in name_tokens:
        if len(tokens) < 2:
            continue
        root = find_root(tree, tokens)
        inside = set(tokens)
        for token in tokens:
            if token == root:
                continue
            for child in tree.children[token]:
                if child not in inside:
                    tree.heads[child] = root
            if tree.heads[token] not in inside:
                tree.heads[token] = root
                tree.deps[token] = "compound"
            elif tree.deps[token] == "conj":
                tree.deps[token] = "compound"
    tree.link_children()


def split_joined_names(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "X University and Y University" read as one noun phrase becomes a coordination of two."""
    for left, right in zip(name_tokens, name_tokens[1:], strict=False):
        if not left or not right or right[0] - left[-1] > 2:
            continue
        between = range(left[-1] + 1, right[0])
        if not any(tree.words[token].lower() in {"and", "or", "&", ","} for token in between):
            continue
        left_root, right_root = find_root(tree, left), find_root(tree, right)
        if tree.heads[left_root] == right_root and tree.deps[left_root] in {"nmod", "compound", "amod", "appos", "dep"}:
            tree.heads[left_root] = tree.heads[right_root] if tree.heads[right_root] != right_root else left_root
            tree.deps[left_root] = tree.deps[right_root]
            tree.heads[right_root] = left_root
            tree.deps[right_root] = "conj"
            tree.link_children()


def read_conjoined_verb(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "will offer X, and partner with Y": a bare noun coordinated with a verb is a verb."""
    for token, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[token] != "NN" or tree.tags[tree.heads[token]] not in VERB_TAGS or tree.names[token] >= 0:
            continue
        if all(tree.deps[child] in {"prep", "punct", "cc", "conj", "advmod", "dobj", "npadvmod"} for child in tree.children[token]):
            tree.tags[token] = "VB"


def raise_conjoined_verb(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "will offer a programme for startups, and partner with X": a verb, by its preposition, hangs on the verb before it."""
    for token, dep in enumerate(tree.deps):
        if dep != "conj" or tree.tags[token] != "NN" or tree.find_word_before(token) != "and" or tree.find_child(token, "det", "poss", "amod") is not None:
            continue
        prepositions = [tree.words[child].lower() for child in tree.find_children(token, "prep")]
        verb = next((above for above in tree.find_ancestors(token) if tree.tags[above] in {"VB", "VBP"}), None)
        if verb is not None and any(f"{tree.lemmas[token]} {preposition}" in tree.verbs for preposition in prepositions):
            tree.heads[token], tree.tags[token] = verb, "VB"


def raise_relative_clause(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "X, a programme led by Y, which helps": the clause speaks of the programme, not of the agent Y."""
    for verb, dep in enumerate(tree.deps):
        if dep != "relcl" or not _has_comma_before_relative(tree, verb):
            continue
        participle = _find_enclosing_participle(tree, tree.heads[verb])
        if participle is not None:
            tree.heads[verb] = tree.heads[participle]


def _has_comma_before_relative(tree: Tree, verb: int) -> bool:
    pronoun = next((token for token in tree.find_subtree(verb) if tree.words[token].lower() == "which"), None)
    return pronoun is not None and pronoun > 0 and tree.words[pronoun - 1] == ","


def _find_enclosing_participle(tree: Tree, noun: int) -> int | None:
    """The participle ("led by") whose agent the noun is, where it modifies an apposition."""
    preposition = tree.heads[noun]
    participle = tree.heads[preposition]
    is_agent = tree.deps[noun] == "pobj" and tree.deps[preposition] in {"agent", "prep"}
    if is_agent and tree.deps[participle] == "acl" and tree.deps[tree.heads[participle]] == "appos":
        return participle
    return None


def split_object_and_post(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "named Jane Doe president": the person is the object, the bare noun after it the complement."""
    for number, tokens in enumerate(name_tokens):
        if not tokens or names[number].class_iri != PERSON:
            continue
        root = find_root(tree, tokens)
        noun = tree.heads[root]
        if tree.deps[root] != "compound" or not _is_bare_object(tree, noun, tokens):
            continue
        tree.heads[root], tree.deps[root] = tree.heads[noun], "dobj"
        tree.deps[noun] = "oprd"


def _is_bare_object(tree: Tree, noun: int, name: Sequence[int]) -> bool:
    if tree.deps[noun] != "dobj" or tree.tags[noun] != "NN" or tree.tags[tree.heads[noun]] not in VERB_TAGS:
        return False
    before = [child for child in tree.children[noun] if child < noun and child not in name]
    return all(tree.deps[child] in {"compound", "amod"} and child > name[-1] for child in before)


def hang_appositions_on_names(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "Ana Roy, 54, president of X": the apposition speaks of the name even where an age stands between."""
    for token, dep in enumerate(tree.deps):
        head = tree.heads[token]
        if dep == "appos" and tree.tags[head] == "CD" and tree.deps[head] in {"appos", "nummod", "npadvmod"} and tree.tags[token] in NOUN_TAGS:
            tree.heads[token] = tree.heads[head]


def raise_who_clause(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "a visit by the minister, Ana Roy (left), who met X": a clause with "who" speaks of the person named right before it."""
    for verb, dep in enumerate(tree.deps):
        if dep != "relcl" or tree.names[tree.heads[verb]] >= 0:
            continue
        who = next((token for token in tree.find_subtree(verb) if tree.words[token].lower() in {"who", "whom"}), None)
        if who is None or who == 0 or tree.words[who - 1] != ",":
            continue
        name = tree.names[_skip_brackets(tree, who - 2)]
        if name >= 0 and names[name].class_iri == PERSON:
            tree.heads[verb] = find_root(tree, name_tokens[name])


def _skip_brackets(tree: Tree, token: int) -> int:
    """The token before a bracketed remark that ends at ``token``."""
    if tree.words[token] != ")":
        return max(token, 0)
    while token > 0 and tree.words[token] != "(":
        token -= 1
    return max(token - 1, 0)


def lower_bare_infinitive(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "helps startups develop models": a bare verb behind an object belongs to the verb of that object."""
    for verb, dep in enumerate(tree.deps):
        if dep != "advcl" or tree.tags[verb] not in {"VB", "VBP"} or tree.find_child(verb, "nsubj", "nsubjpass", "mark", "aux", "advmod") is not None:
            continue
        for above in range(verb - 1, tree.sentences[tree.sentence_of[verb]][0], -1):
            if tree.is_verb(above) and any(tree.deps[child] == "dobj" and above < child < verb for child in tree.children[above]):
                tree.heads[verb], tree.deps[verb] = above, "xcomp"
                break


def lower_apposed_person(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "a visit by the minister, Ana Roy": the name is in apposition to the noun right before the comma."""
    for number, tokens in enumerate(name_tokens):
        if not tokens or names[number].class_iri != PERSON or tokens[0] < 2 or tree.words[tokens[0] - 1] != ",":
            continue
        root, noun = find_root(tree, tokens), tokens[0] - 2
        if tree.deps[root] == "appos" and tree.heads[root] != noun and tree.tags[noun] in NOUN_TAGS and tree.names[noun] < 0:
            tree.heads[root] = noun


def rejoin_last_conjunct(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "focusing on A and B, and C": a noun right behind the conjunction of a list is its last member, no object."""
    for noun, dep in enumerate(tree.deps):
        if dep != "dobj" or tree.tags[noun] not in NOUN_TAGS:
            continue
        first = tree.find_subtree(noun)[0]
        if first > 0 and tree.deps[first - 1] == "cc" and tree.tags[tree.heads[first - 1]] in NOUN_TAGS and tree.heads[first - 1] < noun:
            tree.heads[noun], tree.deps[noun] = tree.heads[first - 1], "conj"


def rejoin_compound_conjunct(tree: Tree, names: Sequence[Mention], name_tokens: Sequence[Sequence[int]]) -> None:
    """ "A, B and technology solutions" with both last nouns read as members: what no comma or conjunction parts is one."""
    for noun in range(1, len(tree.words)):
        before = noun - 1
        is_pair = tree.deps[noun] == "conj" and tree.deps[before] == "conj" and tree.tags[before] == "NN" and tree.tags[noun] in NOUN_TAGS
        if is_pair and tree.names[noun] < 0 and tree.names[before] < 0 and not tree.children[before]:
            tree.heads[before], tree.deps[before] = noun, "compound"


Repair = Callable[[Tree, Sequence[Mention], Sequence[Sequence[int]]], None]
REPAIRS: tuple[Repair, ...] = (
    split_joined_names,
    read_conjoined_verb,
    raise_conjoined_verb,
    hang_appositions_on_names,
    raise_relative_clause,
    lower_apposed_person,
    rejoin_last_conjunct,
    rejoin_compound_conjunct,
    raise_who_clause,
    lower_bare_infinitive,
    split_object_and_post,
)
