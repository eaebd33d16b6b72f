"""What no frame tells: deeds of somebody and happenings to something in particular, in the words of the article."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Ana Roy curled the ball around the wall.", says("Deed", actor="Ana Roy", wording="curled the ball around the wall")),
        ("Omar Diaz was applauded by the whole hall.", says("Deed", actor="Omar Diaz", wording="was applauded by the whole hall")),
        ("Omar Diaz was tickled by Lena Moor.",
         says("Deed", actor="Omar Diaz", wording="was tickled by Lena Moor", counterpart="Lena Moor")),
        ("The crowd cheered when Rita Sanz waved from the balcony.", says("Deed", actor="Rita Sanz", wording="waved from the balcony")),
        ("Rita Sanz, who sleeps in a van, juggles three careers.",
         says("Deed", actor="Rita Sanz", wording="sleeps in a van"),
         says("Deed", actor="Rita Sanz", wording="juggles three careers", figure="3 careers")),
        ("Lena Moor spotted Omar Diaz on the quay. He wore a yellow coat.",
         says("Deed", actor="Lena Moor", wording="spotted Omar Diaz on the quay", counterpart="Omar Diaz"),
         says("Deed", actor="Omar Diaz", wording="wore a yellow coat")),
        ("Halden Bank will not tinker with its logo.", says("Deed", "denied", actor="Halden Bank", wording="will tinker with its logo")),
        ("Lena Moor did not blink.",),
        ("Rita Sanz did not repaint the boat.", says("Deed", "denied", actor="Rita Sanz", wording="did repaint the boat")),
        ("Rita Sanz never repainted the boat.", says("Deed", "denied", actor="Rita Sanz", wording="repainted the boat")),
        ("Rita Sanz is a baker. She's repainted the boat.", says("Deed", actor="Rita Sanz", wording="has repainted the boat")),
        ("Rita Sanz does not juggle three careers.",
         says("Deed", "denied", actor="Rita Sanz", wording="juggles three careers", figure="3 careers")),
        ("Omar Diaz was detained and later shown the door.",
         says("Deed", actor="Omar Diaz", wording="was shown the door")),
        ("Rita Sanz put the odds at 80%.", says("Deed", actor="Rita Sanz", wording="put the odds at 80%", figure="80 %")),
        ("The boats that Rita Sanz plans to tow into Leith creaked.",),
        ("Lena Moor may skip the dinner.", says("Deed", "possible", actor="Lena Moor", wording="may skip the dinner")),
        ("Officials said that Omar Diaz had steered the lorry into a ditch.",
         says("Deed", "reported", actor="Omar Diaz", wording="had steered the lorry into a ditch")),
        ("Lena Moor shuffled the deck, sending her rivals into a spin.",
         says("Deed", actor="Lena Moor", wording="shuffled the deck"),
         says("Deed", actor="Lena Moor", wording="sends her rivals into a spin")),
        ("If Lena Moor skips the dinner, nobody will mind.",),
        ("Could Lena Moor have skipped the dinner?",),
        ("Lena Moor would have skipped the dinner.",),
        ("The penalty that Omar Diaz fluffed was the second.",),
        ("It came to blows in Lyon.",),
        ("Rita Sanz fluffed it.",),
        ("Rita Sanz met Omar Diaz at Halden University. They keep bees.",
         says("Deed", actor=["Omar Diaz", "Rita Sanz"], wording="keep bees")),
        ("Rita Sanz sailed past Halden University. They keep bees.",
         says("Deed", actor="Rita Sanz", wording="sailed past Halden University")),
        ("Rita Sanz is a baker.",),
        ("“Omar Diaz fluffed his lines,” Rita Sanz said.",),
        ("Rita Sanz told reporters that Omar Diaz had fluffed his lines.",),
    ],
)  # fmt: skip
def test_deed(row: Row) -> None:
    """Somebody does or suffers something; not so under a condition, in a quotation or in what a statement holds."""
    found, expected = agree(row, "Deed")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The barn of Omar Diaz sways in the wind.", says("Happening", concerned="barn of Omar Diaz", wording="sways in the wind")),
        ("The bells of Saint Anne Cathedral are tuned by hand.",
         says("Happening", concerned="bells of Saint Anne Cathedral", wording="are tuned by hand")),
        ("The Douro Bridge, which creaked in the wind, draws many walkers.",
         says("Happening", concerned="Douro Bridge", wording="creaked in the wind"),
         says("Happening", concerned="Douro Bridge", wording="draws many walkers")),
        ("Rita Sanz has kept a diary since 1990. Rita Sanz's diary runs to 900 pages.",
         says("Happening", concerned="Rita Sanz's diary", wording="runs to 900 pages", figure="900 pages")),
        ("The shake-up at the cheese shop will spare the owner $20,000 a year.",
         says("Happening", "planned", concerned="shake-up", wording="will spare the owner $20,000 a year", figure="USD 20000")),
        ("The appointment of Rita Sanz as mayor of Lyon baffled the town.",
         says("Happening", concerned="<Appointment>", wording="baffled the town", counterpart="Lyon")),
        ("The wall on the east side of Lyon gave way on Monday.",
         says("Happening", concerned="wall on the east side of Lyon", wording="gave way on Monday", date="Monday")),
        ("The load factor of Skerry Air slipped to 81.2% from 83.9%.",
         says("Happening", concerned="load factor of Skerry Air", wording="slipped to 81.2% from 83.9%", figure="81.2 %")),
        ("Analysts fear for northern Italy, where Storm Olga, which hit Parma last May, left the Rennick Group with claims of $9 million.",
         says("Happening", concerned="Storm Olga", wording="left the Rennick Group with claims of $9 million", figure="USD 9000000",
              counterpart="Rennick Group", place="Italy")),
        ("The compressors cool roughly one in five supermarkets in Peru.",
         says("Happening", concerned="compressors", wording="cool roughly one in five supermarkets in Peru", place="Peru")),
        ("The Cedar River crested at 31.4 feet on Tuesday.",
         says("Happening", concerned="Cedar River", wording="crested at 31.4 feet on Tuesday", date="Tuesday")),
        ("The debate dragged on until dawn.",),
        ("If Ana Roy's diary turns up, she goes home.",),
    ],
)  # fmt: skip
def test_happening(row: Row) -> None:
    """Something in particular: a name, or what a name describes."""
    found, expected = agree(row, "Happening")
    assert found == expected
