"""Demands: every frame of ontology/lexicon/demands.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Amnesty International called on Hungary to drop the bill.",
         says("Request", asker="Amnesty International", asked="Hungary", content="to drop the bill")),
        ("Ursula von der Leyen has urged Serbia to hold new elections.",
         says("Request", asker="Ursula von der Leyen", asked="Serbia", content="to hold new elections")),
        ("Uruguay was asked by the World Bank to cut subsidies.",
         says("Request", asker="World Bank", asked="Uruguay", content="to cut subsidies")),
        ("Greenpeace, which has offices in Oslo, demanded compensation from Norway.",
         says("Request", asker="Greenpeace", asked="Norway", content="compensation")),
        ("Verdi called for higher wages on Monday.", says("Request", asker="Verdi", content="higher wages", date="Monday")),
        ("Air Malta is demanding 40 million euros from Airbus.",
         says("Request", asker="Air Malta", asked="Airbus", content="EUR 40000000")),
        ("Tbilisi urged Baku to reopen the border.", says("Request", asker="Tbilisi", asked="Baku", content="to reopen the border")),
        ("Verdi called off the strike and called the offer an insult.",),
        ("Uruguay called its goalkeeper back on Monday.",),
    ],
)  # fmt: skip
def test_request(row: Row) -> None:
    """Who asks whom for what; other calls are none."""
    found, expected = agree(row, "Request")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Slovakia opposes the ban on petrol cars.", says("Rejection", opponent="Slovakia", opposed="ban on petrol cars")),
        ("Petra Lind, who rejected the allegations, left the court.", says("Rejection", opponent="Petra Lind", opposed="allegations")),
        ("The plan for a dam was rejected by Ethiopia.", says("Rejection", opponent="Ethiopia", opposed="plan for a dam")),
        ("Petra Lind denied any wrongdoing.", says("Rejection", opponent="Petra Lind", opposed="wrongdoing")),
        ("Petra Lind denied that she took the money.",),
        ("Nokia dismissed Petra Lind in May.",),
    ],
)  # fmt: skip
def test_rejection(row: Row) -> None:
    """Who is against what, or says that it is not so."""
    found, expected = agree(row, "Rejection")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Oxfam warned of a famine in Chad.", says("Warning", warner="Oxfam", content="<Disaster>")),
        ("Petra Lind warned the Senate that reserves are low.",
         says("Warning", warner="Petra Lind", warned="Senate", content="that reserves are low")),
        ("Chad was warned by the World Bank against new debts.",
         says("Warning", warner="World Bank", warned="Chad", content="new debts")),
        ("The lighthouse warns ships.",),
        ("Petra Lind was cautious about Chad.",),
    ],
)  # fmt: skip
def test_warning(row: Row) -> None:
    """Who warns whom of what."""
    found, expected = agree(row, "Warning")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Volvo paid Petra Lind 3 million euros.", says("Payment", payer="Volvo", payee="Petra Lind", amount="EUR 3000000")),
        ("Volvo allegedly paid 3 million euros to Petra Lind to win the order.",
         says("Payment", "reported", payer="Volvo", payee="Petra Lind", amount="EUR 3000000", purpose="to win the order")),
        ("Petra Lind accepted a bribe from Volvo.", says("Payment", payee="Petra Lind", payer="Volvo")),
        ("Chad must repay $40 million to the World Bank by June.",
         says("Payment", "possible", payer="Chad", payee="World Bank", amount="USD 40000000", date="June")),
        ("Petra Lind paid a visit to Chad.",),
        ("Petra Lind paid tribute to the victims.",),
    ],
)  # fmt: skip
def test_payment(row: Row) -> None:
    """Who pays whom how much; attention, visits and tributes are paid otherwise."""
    found, expected = agree(row, "Payment")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Prosecutors in Lyon have opened an investigation into Renault.",
         says("Investigation", investigator="Prosecutors", investigated="Renault")),
        ("Renault is being investigated by the European Commission over subsidies.",
         says("Investigation", investigator="European Commission", investigated="Renault", reason="subsidies")),
        ("The Swiss police, who searched a villa, are investigating fraud at Renault.",
         says("Investigation", investigator="Swiss police", investigated="fraud")),
        ("Renault faces an inquiry.", says("Investigation", investigated="Renault")),
        ("Oxfam will decide whether to start an inquiry.",),
        ("Petra Lind looked into the camera in Lyon.",),
        ("The Voyager probe left the solar system.",),
    ],
)  # fmt: skip
def test_investigation(row: Row) -> None:
    """Who looks into what; a look into a camera is none."""
    found, expected = agree(row, "Investigation")
    assert found == expected
