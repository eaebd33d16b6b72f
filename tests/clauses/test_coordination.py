"""Coordination: what verbs share, whatever their voice."""

from __future__ import annotations

import pytest
from clauses.grammar import Row, find_mismatches, find_slots, make_tree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Lidex was founded in 1962 and employs 5,000 people.", says("found", obj="Lidex", subj=""), says("employ", subj="Lidex")),
        ("The ferry left Bari, hit a rock and reached Corfu.",
         says("hit", subj="The ferry", obj="a rock"), says("reach", subj="The ferry")),
        ("She was elected in 2012, has chaired two committees and was named minister in 2020.",
         says("elect", obj="She"), says("chair", subj="She"), says("name", obj="She", subj="")),
        ("The mill was built by monks and later bought by the city of Ghent.", says("buy", obj="The mill", subj="the city of Ghent")),
        ("The tower, designed by Ito and finished in 2004, leans.",
         says("design", obj="The tower", subj="Ito"), says("finish", obj="The tower", subj="")),
        ("Ordex will close a plant in Lyon, dismiss 300 workers and be led by Paul Roche.",
         says("dismiss", "planned", subj="Ordex"), says("lead", "planned", obj="Ordex", subj="Paul Roche")),
        ("Mr Ito, who was jailed in 2003 and now runs a charity, wrote it.",
         says("run", subj="Mr Ito", obj="a charity"), says("jail", obj="Mr Ito")),
        ("Prices rose in Kenya but fell in Ghana.", says("rise", subj="Prices", in_="Kenya"), says("fall", subj="Prices", in_="Ghana")),
        ("Aldo bought the shop, and Maria ran it.", says("run", subj="Maria", obj="it"), says("buy", subj="Aldo")),
        ("Vimtex agreed to buy the mine and to hire its staff.", says("buy", subj="Vimtex"), says("hire", subj="Vimtex", obj="its staff")),
        ("It will offer loans, and partner with the Tropen Institute.",
         says("partner", "planned", subj="It", with_="the Tropen Institute")),
    ],
)  # fmt: skip
def test_shared_subject(row: Row) -> None:
    """A later verb has the surface subject of the first, in the slot of its own voice."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("The group designs and builds trams.", says("design", obj="trams"), says("build", obj="trams")),
        ("Investors bought and quickly renovated the flats.", says("buy", obj="the flats"), says("renovate", obj="the flats")),
        ("The dam was built and is operated by a Chinese firm.", says("operate", subj="a Chinese firm", obj="The dam")),
        ("He resigned and left the country.", says("resign", obj=""), says("leave", obj="the country")),
        ("The bank bought Nordkredit and closed 40 branches.", says("buy", obj="Nordkredit"), says("close", obj="40 branches")),
    ],
)
def test_shared_object(row: Row) -> None:
    """An earlier verb has the object of the next one if only a conjunction stands between them."""
    assert find_mismatches(row) == []


@pytest.mark.parametrize(
    "row",
    [
        ("Spain, Portugal and Morocco will host the games.", says("host", subj=["Spain", "Portugal", "Morocco"])),
        ("Both Keio University and Aalto University signed the pact.", says("sign", subj=["Keio University", "Aalto University"])),
        (
            "Several carriers, including Lufthansa and Finnair, raised fares.",
            says("raise", subj=["Several carriers", "Lufthansa", "Finnair"]),
        ),
        ("The bank lent money to countries such as Mali and Niger.", says("lend", to=["countries", "Mali", "Niger"])),
        ("He blamed not the pilots but the mechanics.", says("blame", obj="the mechanics")),
        ("Zeltia hired Kim rather than Olsen.", says("hire", obj="Kim")),
        ("The aid will go to Chad but not to Sudan.", says("go", to="Chad")),
        ("Lumina will dismiss 300 clerks, or 7% of its staff.", says("dismiss", obj="300 clerks")),
        ("The bank will shut 20 branches or 8 per cent of its network.", says("shut", obj="20 branches")),
        ("The bank wants 20 branches and 8 per cent of its rival.", says("want", obj=["20 branches", "8 per cent of its rival"])),
        ("More Danes than Swedes own boats.", says("own", subj="More Danes", than="")),
        ("The firm grew faster than its rivals.", says("grow", subj="The firm", than="")),
        ("The pact between Chile and Peru took effect.", says("pact", between=["Chile", "Peru"])),
        ("The Partnership will fund research at Osaka University and Lund University.", says("fund", subj="The Partnership")),
        (
            "The union hired Ana Roy, a lawyer, Omar Diaz, an economist, and Ruth Kim.",
            says("hire", obj=["Ana Roy", "Omar Diaz", "Ruth Kim"]),
        ),
    ],
)
def test_members(row: Row) -> None:
    """A list fills a slot with all its members and examples, without what is set aside or only compared."""
    assert find_mismatches(row) == []


def test_by_hand() -> None:
    """Through a chain of three verbs the subject of a passive stays what it is on the surface."""
    tree = make_tree(
        "Acme NNP nsubjpass 2 | was VBD auxpass 2 | built VBN ROOT 2 | grew VBD conj 2 | and CC cc 3 | was VBD auxpass 6 | sold VBN conj 3",
        "Acme",
    )
    assert find_slots(tree, "grew", "subj", "obj") == {"subj": ["Acme"], "obj": []}
    assert find_slots(tree, "sold", "subj", "obj") == {"subj": [], "obj": ["Acme"]}
