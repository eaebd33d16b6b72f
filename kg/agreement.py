"""Labels agree in number, "startups make batteries", "a startup makes batteries"; and say what is not so, "a startup makes none"."""

from __future__ import annotations

import re
from collections.abc import Sequence

IRREGULAR = frozenset({"people", "men", "women", "children", "police", "firemen", "policemen", "businessmen"})
SINGULAR = frozenset({"series", "news", "business", "diabetes", "measles", "lens"})
"""Nouns in -s that are one."""
NOT_PLURAL = ("ss", "us", "is", "ics", "as", "os")
"""Endings of further such nouns: press, bus, crisis, politics, gas, chaos."""
PLURAL_OF = {"is": "are", "has": "have", "was": "were", "focuses": "focus"}
IRREGULAR_VERBS = {"be": "is", "have": "has"}
AUXILIARIES = frozenset("is are was were am will would can could may might must should shall do does did".split())
PERFECT = {"has": "does not have", "have": "do not have", "had": "did not have"}
"""What these are where they are no auxiliaries."""
OBJECT = re.compile(r"(?:an?|the|no|any|some|his|her|its|their|[0-9$€£].*|[A-Z].*)$")
"""How what somebody has begins, and no participle."""
BEHIND_HEAD = re.compile(r"(?:,| (?:of|at|in|from|on|for|with|to|by|that|who|which|between|against)) .*")
WHOLE = re.compile(r"^(?:most|some|many|several|half|all|few|both|a number|dozens|hundreds|thousands) of ", re.IGNORECASE)


def is_plural(label: str) -> bool:
    """Whether a label speaks of several, as far as its head noun shows it; a name in capitals is one.

    >>> [is_plural(label) for label in ("870 people", "workers at the plant", "press", "Hallam Rovers", "a series of talks")]
    [True, True, False, False, False]
    """
    head = BEHIND_HEAD.sub("", WHOLE.sub("", label)).split()[-1:] or [""]
    word = head[0]
    if word.lower() in IRREGULAR:
        return True
    return word.islower() and word.endswith("s") and not word.endswith(NOT_PLURAL) and word not in SINGULAR


def agree(verb: str, labels: Sequence[str]) -> str:
    """The first verb of a piece of telling, which is written for one, in the number of its subjects.

    >>> agree("opens", ["Acme", "Orbix"]), agree("opens", ["Acme"]), agree("criticised", ["ministers"])
    ('open', 'opens', 'criticised')
    """
    return _to_plural(verb) if len(labels) > 1 or is_plural(labels[0]) else verb


def _to_plural(verb: str) -> str:
    if verb in PLURAL_OF or not verb.endswith("s") or verb.endswith(("ss", "us")):
        return PLURAL_OF.get(verb, verb)
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) else verb[:-1]


def to_third_person(lemma: str) -> str:
    """The form of a verb behind a name, in the present.

    >>> [to_third_person(verb) for verb in ("make", "push", "carry", "play", "have", "do", "set up")]
    ['makes', 'pushes', 'carries', 'plays', 'has', 'does', 'sets up']
    """
    verb, _, particle = lemma.partition(" ")
    if verb in IRREGULAR_VERBS:
        told = IRREGULAR_VERBS[verb]
    elif verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        told = f"{verb[:-1]}ies"
    else:
        told = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    return f"{told} {particle}".rstrip()


def deny(words: str, *, of_article: bool = False) -> str | None:
    """Words that begin with a verb, a participle or what somebody is, as what is not so; None of the article's own words in the past.

    >>> [deny(words) for words in ("visits Peru", "is chair", "has 3 dogs", "has left", "accused of theft", "on trial")]
    ['does not visit Peru', 'is not chair', 'does not have 3 dogs', 'has not left', 'not accused of theft', 'not on trial']
    >>> [deny(words, of_article=True) for words in ("did take questions", "can swim", "plans to leave", "closed its mill")]
    ['did not take questions', 'cannot swim', 'does not plan to leave', None]
    """
    verb, _, rest = words.partition(" ")
    if verb in AUXILIARIES or (verb in PERFECT and not OBJECT.match(rest.partition(" ")[0])):
        return f"{'cannot' if verb == 'can' else f'{verb} not'} {rest}".rstrip()
    if verb in PERFECT:
        return f"{PERFECT[verb]} {rest}".rstrip()
    if verb.islower() and verb.endswith("s") and not verb.endswith(("ss", "us")):
        return f"does not {_to_plural(verb)} {rest}".rstrip()
    return None if of_article else f"not {words}"
