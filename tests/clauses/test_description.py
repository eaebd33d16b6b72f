"""Descriptions: the words that say what somebody or something is."""

from __future__ import annotations

import pytest
from clauses.grammar import make_tree, read

from kg.clauses import RULES
from kg.clauses.grammar import Grammar


def describe(text: str) -> list[tuple[str, str]]:
    """Each description of a text with the last word of what it describes, in text order."""
    _, predications = read(text)
    told = []
    for predication in predications:
        fillers = {filler.slot: filler.phrases[0] for filler in predication.fillers if filler.slot in {"described", "description"}}
        if fillers:
            subject, words = fillers["described"], fillers["description"]
            told.append((text[subject.span.start : subject.span.end].split(",", maxsplit=1)[0], text[words.span.start : words.span.end]))
    return told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nadia Petrov, a nurse who lives in Lyon, opened the quay.", [("Nadia Petrov", "a nurse who lives in Lyon")]),
        ("Orbix Systems, a start-up that makes pumps, valves and pipes, hired her.",
         [("Orbix Systems", "a start-up that makes pumps, valves and pipes")]),
        ("Orbix Systems, a maker of pumps, which was founded in 2011, hired her.", [("Orbix Systems", "a maker of pumps")]),
        ("Nadia Petrov, chair of Lumina and a former judge, resigned.", [("Nadia Petrov", "chair of Lumina and a former judge")]),
        ("The former Arsenal striker Ian Falk left.", [("Ian Falk", "The former Arsenal striker")]),
        ("The German utility Orbix Systems grew.", [("Orbix Systems", "The German utility")]),
        ("A new documentary, “The Quiet Valley”, opened.", [("The Quiet Valley", "A new documentary")]),
        ("Nadia Petrov, the world number four, won.", [("Nadia Petrov", "the world number four")]),
        ("Researchers at the University of Lyon, one of the oldest schools in France, met.",
         [("the University of Lyon", "one of the oldest schools in France")]),
        ("Orbix Systems, a firm that he owns, grew.", [("Orbix Systems", "a firm")]),
        ("Orbix Systems, a firm that mends lorries while they wait, grew.",
         [("Orbix Systems", "a firm that mends lorries while they wait")]),
        ("She met Nadia Petrov, Luis Vega, a driver and two children.", []),
        ("Nadia Petrov, her brother, left.", []),
        ("In Lagos, a court ruled on Monday.", []),
        ("The 12-member European Union met.", []),
        ("Principles on equality, particularly Vega Two, were praised.", []),
    ],
)  # fmt: skip
def test_beside_names(text: str, expected: list[tuple[str, str]]) -> None:
    """An apposition or title describes the name beside it, up to a remark behind a comma; lists and other clauses describe nobody."""
    assert describe(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orbix Systems is one of the three oldest firms in Norway.", [("Orbix Systems", "one of the three oldest firms in Norway")]),
        ("Orbix Systems was the largest lender in Norway until 2010, he said.",
         [("Orbix Systems", "the largest lender in Norway until 2010")]),
        ("Nadia Petrov has become a symbol of the crisis.", [("Nadia Petrov", "a symbol of the crisis")]),
        ("Orbix Systems is not yet profitable.", [("Orbix Systems", "profitable")]),
        ("Nadia Petrov remains popular with young voters.", [("Nadia Petrov", "popular with young voters")]),
        ("The bank's largest customer is Carrefond Stores.", [("Carrefond Stores", "The bank's largest customer")]),
        ("Nadia Petrov, known as the Lighthouse of Brest, left.", [("Nadia Petrov", "known as the Lighthouse of Brest")]),
        ("Nadia Petrov is widely regarded as one of the finest judges of her time.",
         [("Nadia Petrov", "widely regarded as one of the finest judges of her time")]),
        ("Orbix Systems is larger than the bank.", [("Orbix Systems", "larger than the bank")]),
        ("The Hamnavoe Star is the largest in the fleet.", [("The Hamnavoe Star", "the largest in the fleet")]),
        ("Nadia Petrov was on the brink of losing her seat on Monday.", [("Nadia Petrov", "on the brink of losing her seat on Monday")]),
        ("The finance minister, Luis Vega, was under pressure.",
         [("Luis Vega", "The finance minister"), ("Luis Vega", "under pressure")]),
        ("Orbix Systems, the largest in the north, was shut.", [("Orbix Systems", "the largest in the north")]),
        ("Nadia Petrov is a moderate in a party of hardliners.", [("Nadia Petrov", "a moderate in a party of hardliners")]),
        ("The Grand Bourse, built in 1531 and once known as the mother of all markets, is empty.",
         [("The Grand Bourse", "once known as the mother of all markets"), ("The Grand Bourse", "empty")]),
        ("Orbix's founder, the Cypriot trader Nadia Petrov, is critical of banks.",
         [("the Cypriot trader Nadia Petrov", "the Cypriot trader"), ("the Cypriot trader Nadia Petrov", "critical of banks")]),
        ("Nadia Petrov is in Lyon.", []),
        ("Nadia Petrov is afraid of him and was the kindest woman I met.", []),
        ("Is Orbix Systems a bank?", []),
        ("If Orbix Systems is a bank, it must pay.", []),
        ("Nadia Petrov is likely to win and ready to talk.", []),
        ("There was a nurse in Lyon.", []),
        ("It is a pity that Nadia Petrov left.", []),
        ("That is the reason.", []),
        ("Nadia Petrov is responsible.", []),
        ("When Nadia Petrov was a child, the mill closed.", []),
    ],
)  # fmt: skip
def test_copula(text: str, expected: list[tuple[str, str]]) -> None:
    """What a copula says of its subject, with what hangs on it right behind; questions, conditions and expectations describe nobody."""
    assert describe(text) == expected


def test_long_description() -> None:
    """A clause that makes a description too long to be read is left out."""
    clause = (
        "that rents cold rooms to traders who sell fish in the markets of the city and to farmers who bring their fruit from the hills "
        "on lorries that the firm lends them"
    )
    assert describe(f"Orbix Systems, a start-up in Oslo {clause}, grew.") == [("Orbix Systems", "a start-up in Oslo")]


def test_by_hand() -> None:
    """A noun in apposition between marks describes; one that a verb follows without a mark does not."""
    words = "Vega NNP nsubj 5 | , , punct 0 | a DT det 4 | young JJ amod 4 | judge NN appos 0 | left VBD ROOT 5"
    assert not [filler for filler in Grammar(make_tree(words, "Vega"), RULES).find_fillers(4) if filler.slot == "description"]
    marked = "Vega NNP nsubj 6 | , , punct 0 | a DT det 4 | young JJ amod 4 | judge NN appos 0 | , , punct 0 | left VBD ROOT 6"
    assert [filler for filler in Grammar(make_tree(marked, "Vega"), RULES).find_fillers(4) if filler.slot == "description"]
