"""Health: every frame of ontology/lexicon/health.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("The singer Celia Duarte has been diagnosed with breast cancer.",
         says("Illness", patient="Celia Duarte", disease="breast cancer")),
        ("More than 60 people in Tromso fell ill with salmonella.", says("Illness", patient="60 people", disease="salmonella")),
        ("Chancellor Jonas Berg tested positive for coronavirus on Sunday.", says("Illness", patient="Jonas Berg", disease="coronavirus")),
        ("Officials said that 90 guests, who had caught malaria in Mali, were in quarantine.",
         says("Illness", patient="90 guests", disease="malaria")),
        ("Ana Lind is a dancer. She suffered a stroke in May.", says("Illness", patient="Ana Lind", disease="stroke")),
        ("The bank contracted two builders in Lagos, and Ruth Holm caught a train.",),
        ("Brazil suffered from the tariffs, and the athlete tested positive for steroids in Lima.",),
    ],
)  # fmt: skip
def test_illness(row: Row) -> None:
    """Who is ill with what; builders are contracted, trains caught and drugs found otherwise."""
    found, expected = agree(row, "Illness")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Uganda has confirmed 14 cases of Ebola since September.",
         says("CaseCount", reporter="Uganda", cases="14 cases", disease="Ebola")),
        ("Some 2,340 new infections were reported by Peru on Monday.", says("CaseCount", reporter="Peru", cases="2340 infections")),
        ("The minister said that Chad, which borders Sudan, had recorded 90 cases of measles.",
         says("CaseCount", "reported", reporter="Chad", cases="90 cases", disease="measles")),
        ("Malawi lies in Africa. The country has registered 600 cases of cholera.",
         says("CaseCount", reporter="Malawi", cases="600 cases", disease="cholera")),
        ("The court heard two cases, and the firm reported a loss in Peru.",),
        ("Police confirmed that a case of wine was stolen in Bonn.",),
    ],
)  # fmt: skip
def test_case_count(row: Row) -> None:
    """Who reports how many cases of what; cases in court and of wine are none."""
    found, expected = agree(row, "CaseCount")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Nurses have vaccinated 90,000 children against measles in Aden.",
         says("Vaccination", patient="90000 children", vaccinator="Nurses", disease="measles")),
        ("Some 3 million girls were immunised against polio in Kano.", says("Vaccination", patient="3000000 girls", disease="polio")),
        ("The vaccination of 400 nurses began in Quito on Monday.", says("Vaccination", patient="400 nurses")),
        ("The minister said Kenya planned to vaccinate 2 million people against malaria.",
         says("Vaccination", "planned", patient="2000000 people", vaccinator="Kenya", disease="malaria")),
        ("Cholera broke out in Goma. Volunteers have vaccinated 6,000 people.",
         says("Vaccination", patient="6000 people", vaccinator="Volunteers")),
        ("The firm makes vaccines in Pune, and voters are immune to scares.",),
        ("Lawmakers in Accra have immunity.",),
        ("A column in the paper inoculated nobody against boredom.",),
        ("The vaccine maker Sanovia opened a plant near Lima.",),
        ("The vaccination centre in Graz closed in May.",),
    ],
)  # fmt: skip
def test_vaccination(row: Row) -> None:
    """Who is vaccinated by whom against what."""
    found, expected = agree(row, "Vaccination")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Pope Leo left hospital on Saturday after a week of treatment.", says("HospitalDischarge", patient="Leo", hospital="hospital")),
        ("Ruth Holm was discharged from Mater Hospital on Friday.",
         says("HospitalDischarge", patient="Ruth Holm", hospital="Mater Hospital")),
        ("Doctors said that Omar Diaz, who was discharged from hospital on Friday, was weak.",
         says("HospitalDischarge", patient="Omar Diaz", hospital="hospital")),
        ("Ana Lind had a stroke. She was discharged from hospital in May.",
         says("HospitalDischarge", patient="Ana Lind", hospital="hospital")),
        ("Omar Diaz was released from prison, and Ana Roy left the firm.",),
        ("Doctor Ana Roy left the hospital for a post in Lima.",),
    ],
)  # fmt: skip
def test_hospital_discharge(row: Row) -> None:
    """Who leaves hospital as a patient; doctors leave it otherwise."""
    found, expected = agree(row, "HospitalDischarge")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Marta Ilves is being treated for leukaemia in Riga.", says("Treatment", patient="Marta Ilves", disease="leukaemia")),
        ("Omar Diaz underwent surgery on his knee in Lima.", says("Treatment", patient="Omar Diaz", treatment="surgery")),
        ("Police said that nine sailors were treated at Mater Hospital.",
         says("Treatment", "reported", patient="9 sailors", hospital="Mater Hospital")),
        ("Ruth Holm fell ill in May. She had a kidney transplant in Oslo.",
         says("Treatment", patient="Ruth Holm", treatment="kidney transplant")),
        ("Omar Diaz treated his guests to lunch, and the firm treats water in Lima.",),
        ("The plan underwent changes in Peru.",),
    ],
)  # fmt: skip
def test_treatment(row: Row) -> None:
    """Who is treated or operated on; water and guests are treated otherwise."""
    found, expected = agree(row, "Treatment")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The European Medicines Agency approved a malaria vaccine on Friday.",
         says("Permission", permitter="European Medicines Agency", permitted="malaria vaccine")),
        ("The pill has been approved by Japan's health ministry.", says("Permission", permitter="health ministry", permitted="pill")),
        ("Health Canada granted approval to the vaccine on Tuesday.", says("Permission", permitter="Health Canada", permitted="vaccine")),
        ("Novalis Pharma said that Brazil had authorised the drug, which costs $90 a day.",
         says("Permission", "reported", permitter="Brazil", permitted="drug")),
        ("The drug slows ageing in mice. Singapore approved the drug in May.", says("Permission", permitter="Singapore", permitted="drug")),
        ("Omar Diaz is an approved driver, and the sky cleared in Oslo.",),
        ("Approval of the mayor fell in Lima.",),
    ],
)  # fmt: skip
def test_permission_of_drugs(row: Row) -> None:
    """Which authority approves which drug or product; budgets are enacted, fathers approve otherwise."""
    found, expected = agree(row, "Permission")
    assert found == expected
