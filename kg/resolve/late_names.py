"""The opening of an article -> persons described before they are named.

"A former harbour master was fined on Friday. Jan Roy, 51, ...": news describes somebody in the lead and names the person as the next
sentence begins (delayed identification).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from kg.records import Block, BlockKind, Mentions, Span
from kg.resolve.persons import KIN
from kg.resolve.things import Thing
from kg.syntax import Tree
from kg.terms import PERSON


def find_late_names(tree: Tree, mentions: Mentions, blocks: Sequence[Block], at_token: Mapping[int, Thing]) -> Iterator[tuple[int, Thing]]:
    """The nouns up to the end of the lead that describe the person whom the second sentence of the body names first of all."""
    body = [block.span for block in blocks if block.kind is BlockKind.BODY]
    opening = list(islice((number for number, (first, _) in enumerate(tree.sentences) if _is_in(tree, first, body)), 2))
    if len(opening) < 2:
        return
    lead, following = opening
    person = _find_opening_person(tree, following, at_token)
    if person is None or any(tree.sentence_of[token] < following and _is_in(tree, token, body) for token in person.tokens):
        return
    yield from ((noun, person) for noun in _find_described_persons(tree, mentions, tree.sentences[lead][1], at_token))


def _is_in(tree: Tree, token: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= tree.starts[token] < span.end for span in spans)


def _find_opening_person(tree: Tree, sentence: int, at_token: Mapping[int, Thing]) -> Thing | None:
    """The person whose name opens a sentence as its subject."""
    first = next((token for token in range(*tree.sentences[sentence]) if not tree.words[token].isspace()), 0)
    thing = at_token.get(first)
    if thing is None or thing.class_iri != PERSON:
        return None
    is_subject = any(tree.deps[token] in {"nsubj", "nsubjpass"} and tree.sentence_of[token] == sentence for token in thing.tokens[:3])
    return thing if is_subject else None


def _find_described_persons(tree: Tree, mentions: Mentions, end: int, at_token: Mapping[int, Thing]) -> Iterator[int]:
    """Nameless subjects before a token that are one person, told as new: "a former director", in a headline without article."""
    for noun in range(end):
        is_subject = (
            tree.deps[noun] in {"nsubj", "nsubjpass"}
            and tree.deps[tree.heads[noun]] == "ROOT"
            or (tree.deps[noun] == "ROOT" and tree.is_noun(noun))
        )
        if not is_subject or tree.tags[noun] != "NN" or noun in at_token or PERSON not in mentions.types[noun][:2]:
            continue
        determiner = tree.find_child(noun, "det")
        is_new = determiner is None or tree.words[determiner].lower() in {"a", "an"}
        if is_new and tree.find_child(noun, "poss") is None and tree.lemmas[noun] not in KIN:
            yield noun
