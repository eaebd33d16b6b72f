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
        ("Kenya's embassy advised citizens of Kenya to leave Chad.",
         says("Request", asker="embassy", asked="citizens of Kenya", content="to leave Chad")),
        ("Petra Lind sought asylum in Norway.", says("Request", asker="Petra Lind", asked="Norway", content="asylum")),
        ("Petra Lind, who applied for asylum in Norway in May, left Chad.",
         says("Request", asker="Petra Lind", asked="Norway", content="asylum", date="May")),
        ("Chad has closed its schools. Oxfam urged Chad to reopen them.",
         says("Request", asker="Oxfam", asked="Chad", content="to reopen them")),
        ("Verdi called off the strike and called the offer an insult.",),
        ("Petra Lind applied paint and sought shade in Norway.",),
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
        ("Chad was advised not to buy Halden.", says("Acquisition", "possible", buyer="Chad", target="Halden")),
        ("Petra Lind urged Volta Motors not to buy Halden.", says("Acquisition", "possible", buyer="Volta Motors", target="Halden")),
        ("Petra Lind told Jonas Weber not to resign.", says("Resignation", "possible", leaver="Jonas Weber")),
        ("Volta Motors agreed not to buy Halden.", says("Acquisition", "denied", buyer="Volta Motors", target="Halden")),
    ],
)
def test_asked_not_to(row: Row) -> None:
    """What somebody is asked not to do is as open as what they are asked to do; what they agree not to do is not so."""
    found, expected = agree(row, "Acquisition", "Resignation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Slovakia opposes the ban on petrol cars.", says("Rejection", opponent="Slovakia", opposed="ban on petrol cars")),
        ("Petra Lind, who rejected the allegations, left the court.", says("Rejection", opponent="Petra Lind", opposed="allegations")),
        ("The plan for a dam was rejected by Ethiopia.", says("Rejection", opponent="Ethiopia", opposed="plan for a dam")),
        ("Petra Lind denied any wrongdoing.", says("Rejection", opponent="Petra Lind", opposed="wrongdoing")),
        ("Voters in Chad rejected two changes to the constitution.",
         says("Rejection", opponent="Voters in Chad", opposed="2 changes")),
        ("Ethiopia wants a second dam. Egypt opposes the project.",
         says("Rejection", opponent="Egypt", opposed="project")),
        ("Petra Lind denied that she took the money.",),
        ("Nokia dismissed Petra Lind in May.",),
        ("The seats were on the opposite side of the hall in Chad.",),
        ("Petra Lind campaigned in Chad as a child.",),
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
        ("The World Bank visited Chad in May. On Monday it warned of a famine.",
         says("Warning", warner="World Bank", content="famine", date="Monday")),
        ("Rita Sanz, who warned the Senate of a famine, has left Chad.",
         says("Warning", warner="Rita Sanz", warned="Senate", content="famine")),
        ("The lighthouse warns ships.",),
        ("Petra Lind was cautious about Chad.",),
        ("The referee gave Anna Krause a warning for a late tackle.",),
        ("The burglars in Vigo set off the alert neighbours' dog.",),
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
        ("Jan Berg sold the boat in Oslo. The museum paid him 20,000 euros.",
         says("Payment", payer="museum", payee="Jan Berg", amount="EUR 20000")),
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
        ("The ferry Astra sank off Bergen in May. Norwegian police are investigating the accident.",
         says("Investigation", investigator="Norwegian police", investigated="<Accident>")),
        ("Oxfam will decide whether to start an inquiry.",),
        ("Petra Lind looked into the camera in Lyon.",),
        ("The Voyager probe left the solar system.",),
    ],
)  # fmt: skip
def test_investigation(row: Row) -> None:
    """Who looks into what; a look into a camera is none."""
    found, expected = agree(row, "Investigation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Manuel Bompard, a left-wing deputy, accused Michel Barnier of ignoring the vote.",
         says("Accusation", critic="Manuel Bompard", target="Michel Barnier", reason="ignoring the vote")),
        ("Petra Lind was accused by Jonas Weber of fraud.",
         says("Accusation", critic="Jonas Weber", target="Petra Lind", reason="fraud")),
        ("Ukraine, which accused Russia of breaking the truce, has asked for help.",
         says("Accusation", critic="Ukraine", target="Russia", reason="breaking the truce"),
         says("Ceasefire", "reported", party="Russia")),
        ("Petra Lind addressed the court. She accused Volta of lying.",
         says("Accusation", critic="Petra Lind", target="Volta", reason="lying")),
        ("Manila accused Beijing of bullying.", says("Accusation", critic="Manila", target="Beijing", reason="bullying")),
        ("The accused smiled at Petra Lind.",),
        ("Petra Lind was accustomed to rain.",),
    ],
)  # fmt: skip
def test_accusation(row: Row) -> None:
    """Who accuses whom of what; what they are accused of stays their word."""
    found, expected = agree(row, "Accusation", "Ceasefire")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Petra Lind promised to build a tram in Bonn.",
         says("Promise", promiser="Petra Lind", content="to build a tram in Bonn")),
        ("Jonas Weber, who vowed that taxes would fall, lost.",
         says("Promise", promiser="Jonas Weber", content="that taxes would fall")),
        ("Petra Lind made a promise to cut taxes.",
         says("Promise", promiser="Petra Lind", content="to cut taxes")),
        ("Norway met Peru on Monday. It pledged help.",
         says("Promise", promiser="Norway", content="help")),
        ("Norway promised help on Monday.", says("Promise", promiser="Norway", content="help", date="Monday")),
        ("Petra Lind said Bonn showed promise.",),
        ("Petra Lind is a promising painter from Bonn.",),
        ("Rita Sanz swore loudly in Vigo.",),
    ],
)  # fmt: skip
def test_promise(row: Row) -> None:
    """Who promises what."""
    found, expected = agree(row, "Promise")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Iran threatened to close the strait.",
         says("Threat", threatener="Iran", content="to close the strait")),
        ("North Korea has threatened Japan with nuclear strikes.",
         says("Threat", threatener="North Korea", addressee="Japan", content="nuclear strikes")),
        ("Jonas Weber was threatened by Petra Lind.",
         says("Threat", threatener="Petra Lind", addressee="Jonas Weber")),
        ("Petra Lind met drivers in Bonn. She threatened to fine them.",
         says("Threat", threatener="Petra Lind", content="to fine them")),
        ("Iran, which has threatened to close the strait, met Oman on Friday.",
         says("Threat", threatener="Iran", content="to close the strait")),
        ("Floods threatened Bonn.",),
        ("Petra Lind called the frog a threatened species in Peru.",),
    ],
)  # fmt: skip
def test_threat(row: Row) -> None:
    """Who threatens whom, or with what."""
    found, expected = agree(row, "Threat")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Louise Barrett apologised to patients for the delay.",
         says("Apology", apologiser="Louise Barrett", addressee="patients", reason="delay")),
        ("Volta issued an apology to Petra Lind.",
         says("Apology", apologiser="Volta", addressee="Petra Lind")),
        ("Petra Lind, who apologised for the fire, resigned.",
         says("Apology", apologiser="Petra Lind", reason="fire")),
        ("Petra Lind made no apologies for the delay.",
         says("Apology", "denied", apologiser="Petra Lind", reason="delay")),
        ("Rita Sanz missed the ceremony in Vigo. On Friday she apologised to the families.",
         says("Apology", apologiser="Rita Sanz", addressee="families", date="Friday")),
        ("The film is an apology for a thriller, Petra Lind wrote.",),
        ("Petra Lind read Plato's apologies in Bonn.",),
    ],
)  # fmt: skip
def test_apology(row: Row) -> None:
    """Who says sorry to whom, for what."""
    found, expected = agree(row, "Apology")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Unite union, which represents the drivers, wants an increase of 9 per cent from FirstBus.",
         says("Request", asked="FirstBus", asker="Unite", content="increase")),
        ("Ana Roy wants a cat.",),
    ],
)  # fmt: skip
def test_wanting_more_pay(row: Row) -> None:
    """Which union wants an increase from whom."""
    found, expected = agree(row, "Request")
    assert found == expected
