"""Nouns of posts -> what the post is called: "deputy minister for industry", without who has it or where."""

from __future__ import annotations

from collections.abc import Sequence

from kg.namespaces import to_iri
from kg.ontology import Ontology
from kg.records import FrameInstance, Iri, Phrase
from kg.resolve.discourse import Discourse
from kg.resolve.tellings import Filled, Referent
from kg.terms import APPOINTER, CONCEPT, FORMER, HELD_AT, MEMBERSHIP, NEW_EMPLOYER, NEW_POST, ORGANIZATION, ROLE

BESIDE_POSTS = frozenset({"new", "current", "first", "’s", ","})
"""Words before a post that are no part of it."""
SHORT = frozenset({"pm"})
"""Short for a post, without a full stop."""
SHORT_RANKS = frozenset({"lt", "maj", "brig"})
RANKS = to_iri("lex:Rank")


class Posts:
    """The posts of one article."""

    def __init__(self, discourse: Discourse) -> None:
        self.text, self.tree = discourse.parsed.article.text, discourse.tree
        self.mentions, self.ontology = discourse.mentions, discourse.ontology

    def is_real(self, instance: FrameInstance, filled: Sequence[Filled]) -> bool:
        """A post that the ontology lists, or any job somewhere; "X, an engineer" and "became the first writer to win" tell of no post."""
        posts = [item.referent.key for item in filled if item.role in {ROLE, NEW_POST}]
        if instance.target != MEMBERSHIP and (not posts or any(item.role in {APPOINTER, NEW_EMPLOYER} for item in filled)):
            return True
        if any(self.tree.words[child].lower() in {"a", "an"} for child in self.tree.find_children(instance.predication.trigger, "det")):
            return any(item.role == HELD_AT for item in filled)
        is_listed = any(key in self.ontology.post_nouns or _head_of(key) in self.ontology.post_nouns for key in posts)
        return is_listed or any(item.role == HELD_AT for item in filled)

    def is_office(self, post: str) -> bool:
        """Whether a post is an office of a state, as the ontology lists them."""
        known = self.ontology.post_nouns.get(post) or self.ontology.post_nouns.get(_head_of(post))
        return known in self.ontology.offices

    def is_company_post(self, post: str) -> bool:
        """Whether a post is one that only firms and institutions have."""
        return self.ontology.post_nouns.get(post) in self.ontology.company_posts

    def refer(self, phrase: Phrase) -> Referent:
        """A post is named by its noun with the words that narrow it, not by who has it or where."""
        label = self.to_label(phrase.head)
        return Referent("post", label.lower())

    def to_label(self, head: int) -> str:
        """ "vice chair" of "the company's new vice chair"."""
        tree = self.tree
        first = head
        while first > 0 and self._narrows_post(first - 1, head):
            first -= 1
        while tree.words[first] == "-" or tree.words[first].lower() == "old":
            first += 1
        label = self._spell_out(" ".join(self.text[tree.starts[first] : tree.ends[self._find_post_end(head)]].split()), head)
        past = self._find_past(head)
        return f"{past} {label}" if past and not label.lower().startswith(past) else label

    def _spell_out(self, label: str, head: int) -> str:
        """ "Lt. Gov." is the deputy governor, "PM" the prime minister, and of "ministers X and Y" each is a minister."""
        word = self.tree.words[head]
        if self.tree.tags[head] in {"NNS", "NNPS"}:
            return label.replace(word, self.tree.lemmas[head])
        short = next((short for short in (label, word) if short.lower() in self.ontology.post_nouns), word)
        if not word.endswith(".") and word.lower() not in SHORT:
            return label
        return label.replace(short, self.ontology.post_labels.get(self.ontology.post_nouns.get(short.lower(), Iri("")), short))

    def _find_past(self, head: int) -> str:
        """ "Former" or the like, on the noun or on the name that it is a title of: the post is held no more."""
        tree = self.tree
        holders = [head, tree.heads[head]] if tree.deps[head] in {"compound", "nmod"} else [head]
        words = (tree.words[child].lower() for holder in holders for child in tree.children[holder] if child < head)
        return next((word for word in words if word in self.ontology.group(FORMER)), "")

    def _find_post_end(self, head: int) -> int:
        """The last word of "minister for industry" or "head of research": a field of work, not a name."""
        tree = self.tree
        preposition = head + 1
        if preposition >= len(tree.words) or tree.heads[preposition] != head or tree.words[preposition].lower() not in {"of", "for"}:
            return head
        field = tree.find_child(preposition, "pobj")
        if field is not None and tree.names[field] < 0 and f"{tree.lemmas[head]} of {tree.lower[field]}" in self.ontology.post_nouns:
            return field
        is_owned = tree.find_child(head, "poss") is not None  # "its head of staff"
        if field is None or tree.names[field] >= 0 or CONCEPT not in self.mentions.types[field][:1] and not is_owned:
            return head
        inside = [token for token in tree.find_core(field) if token <= field]
        return field if not any(tree.names[token] >= 0 or tree.deps[token] in {"det", "poss"} for token in inside) else head

    def _ends_name(self, token: int) -> bool:
        """Whether a word goes with a name before it: "based" of "the US-based cleric", "party" of "a Left party MP"."""
        tree, before = self.tree, token - 1
        if before > 0 and tree.words[before] == "-":
            return tree.names[before - 1] >= 0
        is_group = any(self.ontology.is_a(known, ORGANIZATION) for known in self.mentions.types[token][:1])
        return before >= 0 and tree.names[before] >= 0 and is_group and tree.deps[before] in {"compound", "nmod", "amod"}

    def is_inside(self, token: int, head: int) -> bool:
        """Whether a token behind a post's noun belongs to what the post is called ("secretary of state")."""
        return head < token <= self._find_post_end(head)

    def _is_hyphened(self, token: int) -> bool:
        """ "Vice" of "Vice-President", wherever the parser hangs it."""
        tree = self.tree
        return (
            tree.lower[token] in self.ontology.group(RANKS)
            and tree.find_word_after(token) == "-"
            and tree.starts[token + 1] == tree.ends[token]
        )

    def _narrows_post(self, token: int, head: int) -> bool:
        tree = self.tree
        if self._is_hyphened(token):
            return True
        if tree.names[token] >= 0 or tree.heads[token] not in range(token, head + 1) or tree.starts[token + 1] - tree.ends[token] > 1:
            return False
        word = tree.words[token].lower()
        is_modifier = tree.deps[token] in {"compound", "amod", "nmod", "punct"} and word not in BESIDE_POSTS
        if self._ends_name(token):
            return False
        is_rank = word == "." and tree.words[token - 1].lower() in SHORT_RANKS
        return is_modifier and (word.isalpha() or word == "-" or "-" in word or is_rank)


def are_one(left: str, right: str, ontology: Ontology) -> bool:
    """Whether two posts may be one, the one told more fully than the other; a deputy or former president is no president."""
    shorter, longer = sorted((left.split(), right.split()), key=len)
    if " ".join(shorter) not in " ".join(longer):
        return False
    return (ontology.group(RANKS) | ontology.group(FORMER)).isdisjoint(set(longer) - set(shorter))


def _head_of(post: str) -> str:
    """ "minister" of "deputy minister for industry"."""
    words = post.split()
    end = next((number for number, word in enumerate(words) if word in {"of", "for"}), len(words))
    return words[max(0, end - 1)]
