"""What somebody or something is, in the words of the article."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Orbix Systems, a Nairobi start-up that makes pumps for farmers, hired Ana Roy.",
         says("description", subject="Orbix Systems", object="a Nairobi start-up that makes pumps for farmers")),
        ("The German utility Orbix Systems grew.", says("description", subject="Orbix Systems", object="the German utility")),
        ("Matheus Bonfim, the 38-year-old Brazilian goalkeeper, left.",
         says("description", subject="Matheus Bonfim", object="the 38-year-old Brazilian goalkeeper")),
        ("The Brookside scheme, a 900-home estate north of Leeds, was approved.",
         says("description", subject="Brookside", object="a 900-home estate north of Leeds")),
        ("Norway's minister for fisheries, Ola Berg, resigned.",),
        ("Simon Haddow, editor of the magazine Flight Deck, resigned.",),
        ("Ana Roy, chief executive of Orbix Systems, resigned.",),
        ("Officials in Lyon, France, met Ana Roy, Tom Hale, a driver and two children.",),
        ("A spokesman for the group, a maker of pumps, declined to comment.",),
    ],
)  # fmt: skip
def test_beside_names(row: Row) -> None:
    """What stands beside a name is told in its words, unless a post, an origin or the like tells all of it."""
    found, expected = agree(row, "description", "pastDescription")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Orbix Systems is one of the three oldest firms in Norway.",
         says("description", subject="Orbix Systems", object="one of the three oldest firms in Norway")),
        ("Brazil grows soybeans in the north. It is the world's largest exporter of soybeans.",
         says("description", subject="Brazil", object="the world's largest exporter of soybeans")),
        ("Halden Robotics hired Ana Roy in May. The company was the largest maker of robots in Norway until 2010.",
         says("pastDescription", subject="Halden Robotics", object="the largest maker of robots in Norway until 2010")),
        ("Orbix Systems is not yet profitable.", says("description", "denied", subject="Orbix Systems", object="profitable")),
        ("Orbix Systems may become the biggest lender in Norway.",
         says("description", "possible", subject="Orbix Systems", object="the biggest lender in Norway")),
        ("Ana Roy will be the first woman to lead the choir.",
         says("description", "planned", subject="Ana Roy", object="the first woman to lead the choir")),
        ("The driver, Tom Hale, was unhurt.", says("description", subject="Tom Hale", object="the driver"),
         says("pastDescription", subject="Tom Hale", object="unhurt")),
        ("The singer Ana Roy is the only surviving member of the choir.", says("description", subject="Ana Roy", object="the singer"),
         says("description", subject="Ana Roy", object="the only surviving member of the choir")),
        ("Ana Roy left Orbix Systems. She was the first woman to run the firm.",
         says("pastDescription", subject="Ana Roy", object="the first woman to run the firm")),
        ("Orbix Systems was on the brink of ruin, Ola Berg said.",
         says("pastDescription", "reported", subject="Orbix Systems", object="on the brink of ruin")),
        ("Mr Hale was not among the victims.", says("pastDescription", "denied", subject="Hale", object="among the victims")),
        ("Ana Roy, known as the Lighthouse of Brest, sang.",
         says("description", subject="Ana Roy", object="known as the Lighthouse of Brest")),
        ("Orbix Systems would have been the largest lender in Norway.",),
        ("If Orbix Systems is a lender of last resort, it must pay.",),
        ("The winner's wife was sad. It was raining in Oslo. There was a crowd in Lyon.",),
        ("He was born in Denver, Colorado and is a singer.",),
    ],
)  # fmt: skip
def test_copula(row: Row) -> None:
    """What something is, was, may be or is not holds as its verb says; what has no name is not described."""
    found, expected = agree(row, "description", "pastDescription")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Orbix Systems is a menace to the fjords, Ola Berg said.",
         says("description", "reported", subject="Orbix Systems", object="a menace to the fjords")),
        ("Ola Berg told reporters that Orbix Systems was not profitable.",
         says("pastDescription", "denied", subject="Orbix Systems", object="profitable")),
        ("Critics describe Orbix Systems as a polluter.", says("description", "reported", subject="Orbix Systems", object="a polluter")),
        ("“I am a farmer,” said Ana Roy.", says("description", "reported", subject="Ana Roy", object="a farmer")),
        ("Ola Berg said that Orbix Systems, a darling of investors, had left.",
         says("description", subject="Orbix Systems", object="a darling of investors"),
         says("Statement", speaker="Ola Berg", content="Orbix Systems, a darling of investors, had left")),
        ("Ola Berg said Orbix Systems was a good neighbour because it paid its bills.",
         says("pastDescription", "reported", subject="Orbix Systems", object="a good neighbour"),
         says("Statement", speaker="Ola Berg",
              content="Orbix Systems was a good neighbour because it paid its bills")),
    ],
)  # fmt: skip
def test_said(row: Row) -> None:
    """What somebody says of it is reported, with no statement beside that says no more; an apposition is the article's own."""
    found, expected = agree(row, "description", "pastDescription", "Statement")
    assert found == expected
