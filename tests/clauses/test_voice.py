"""Voice: deep subjects and objects in the active, the passive, and with two objects."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("The regulator fined the Spanish bank in March.", says("fine", subj="The regulator", obj="the Spanish bank", obj2="")),
        ("The Spanish bank was fined by the regulator in March.", says("fine", obj="The Spanish bank", subj="the regulator", by="")),
        ("Four miners have been rescued from a flooded shaft near Katowice.", says("rescue", obj="Four miners", subj="")),
        (
            "A bridge that links the two islands is being repaired by Danish engineers.",
            says("repair", obj="A bridge", subj="Danish engineers"),
        ),
        ("The treaty will be signed by Kenya and Uganda.", says("sign", "planned", subj=["Kenya", "Uganda"], obj="The treaty")),
        ("The bakery, owned by a family from Porto, has hired two cooks.", says("own", subj="a family", obj="The bakery")),
        ("The archive was destroyed by a fire and by looters.", says("destroy", subj=["a fire", "looters"], obj="The archive")),
        ("Opening a third shop would ruin the chain.", says("ruin", "possible", subj="<Opening>", obj="the chain")),
        ("The museum acquired a portrait by Lavinia Fontana.", says("acquire", subj="The museum", obj="a portrait")),
        ("She was seen by neighbours by the river by a lake.", says("see", obj="She", subj="neighbours")),
        ("It rained in Lima.", says("rain", obj="", obj2="")),
    ],
)
def test_subject_and_object(row: Row) -> None:
    """Who does it is ``subj`` and what it is done to is ``obj``, in the active and in the passive."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("The foundation gave the clinic two scanners.", says("give", subj="The foundation", obj2="the clinic", obj="two scanners")),
        ("The foundation gave two scanners to the clinic.", says("give", obj="two scanners", to="the clinic", obj2="")),
        ("The clinic was given two scanners by the foundation.", says("give", obj2="The clinic", subj="the foundation")),
        ("Two scanners were given to the clinic.", says("give", obj="Two scanners", to="the clinic", obj2="", subj="")),
        ("The author was awarded the Lindqvist Prize by a jury in Oslo.", says("award", obj2="The author", subj="a jury")),
        ("Norway lent Iceland 300 million euros in 2008.", says("lend", subj="Norway", obj2="Iceland")),
        ("The firm must pay the workers compensation.", says("pay", "possible", subj="The firm", obj2="the workers", obj="compensation")),
        (
            "He sold his brother the farm for a symbolic price.",
            says("sell", subj="He", obj2="his brother", obj="the farm", for_="a symbolic price"),
        ),
        ("The contract was awarded to a builder from Ghent.", says("award", obj="The contract", to="a builder", obj2="")),
        ("The actor, who was given a passport in 2013, left.", says("give", obj2="The actor")),
        ("They promised the pensioners a refund.", says("promise", obj2="the pensioners", obj="a refund")),
    ],
)
def test_two_objects(row: Row) -> None:
    """The receiver is ``obj2`` or stands under "to", whatever the order; a passive's subject may be the receiver."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """A passive's agent is the deep subject."""
    tree = make_tree("Beta NNP nsubjpass 2 | was VBD auxpass 2 | bought VBN ROOT 2 | by IN agent 2 | Acme NNP pobj 3", "Beta Acme")
    assert find_slots(tree, "bought", "subj", "obj", "obj2", "by") == {"subj": ["Acme"], "obj": ["Beta"], "obj2": [], "by": []}


def test_an_active_verb_has_no_agent() -> None:
    """A perfect with "have" is active, though its participle looks passive."""
    tree = make_tree("Acme NNP nsubj 2 | has VBZ aux 2 | bought VBN ROOT 2 | Beta NNP dobj 2", "Beta Acme")
    assert find_slots(tree, "bought", "subj", "obj") == {"subj": ["Acme"], "obj": ["Beta"]}
