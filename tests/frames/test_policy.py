"""Policy: how elections are called, fought and counted, and what authorities propose, introduce, permit and end."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Prime Minister Rishi Patel called a general election for 4 July.",
         says("ElectionCall", caller="Rishi Patel", called="general election", scheduledFor="4 July")),
        ("An early election was called by Spanish premier Rosa Vidal.",
         says("ElectionCall", caller="Rosa Vidal", called="early election")),
        ("Rosa Vidal said on Monday that she had called elections for 3 June.",
         says("ElectionCall", "reported", caller="Rosa Vidal", called="elections", scheduledFor="3 June")),
        ("Rosa Vidal met Ivan Babic in Split. She will call a referendum on the port.",
         says("ElectionCall", "planned", caller="Rosa Vidal", called="referendum on the port")),
        ("Rosa Vidal called the vote a farce.",),
        ("Rosa Vidal called a meeting and called her sister.",),
    ],
)  # fmt: skip
def test_election_call(row: Row) -> None:
    """Who calls an election or referendum, and for when."""
    found, expected = agree(row, "ElectionCall")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Serbia held parliamentary elections in December 2023.",
         says("Election", organization="Serbia", date="2023-12")),
        ("Elections will be held in Malawi on 16 September.",
         says("Election", "planned", place="Malawi", date="16 September")),
        ("Kofi Mensah was re-elected with 61% of the vote.",
         says("Election", winner="Kofi Mensah", share="61 %")),
        ("Kofi Mensah held the door, and the election poster was held by a nail.",),
    ],
)  # fmt: skip
def test_election_held(row: Row) -> None:
    """An election is held in a country or place, whoever wins it."""
    found, expected = agree(row, "Election")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Petra Lind is running for mayor of Porto.",
         says("Candidacy", candidate="Petra Lind", post="mayor", organization="Porto")),
        ("Petra Lind was nominated by the Green Party as its candidate for governor.",
         says("Candidacy", candidate="Petra Lind", nominator="Green Party", post="governor")),
        ("Jonas Weber, the Labour Party candidate for chancellor, spoke in Bonn.",
         says("Candidacy", candidate="Jonas Weber", post="chancellor", nominator="Labour Party")),
        ("Petra Lind, who will seek re-election in May, said that Jonas Weber had run for parliament.",
         says("Candidacy", "planned", candidate="Petra Lind"),
         says("Candidacy", "reported", candidate="Jonas Weber", organization="parliament")),
        ("Petra Lind met Jonas Weber in Bonn. She announced her candidacy on Monday.",
         says("Candidacy", candidate="Petra Lind", date="Monday")),
        ("Petra Lind ran a marathon and runs for a bus.",),
        ("Petra Lind stood for a minute beside the king of Norway.",),
    ],
)  # fmt: skip
def test_candidacy(row: Row) -> None:
    """Who stands for which post, and for whom."""
    found, expected = agree(row, "Candidacy")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Farmers' Party won 12 percent of the vote.",
         says("ElectionResult", candidate="Farmers' Party", share="12 %")),
        ("The National Rally took 89 seats, while the Farmers' Party received 9.4% of the votes.",
         says("ElectionResult", candidate="National Rally", tally="89 seats"),
         says("ElectionResult", candidate="Farmers' Party", share="9.4 %")),
        ("Results showed Petra Lind with 59% of the vote.",
         says("ElectionResult", candidate="Petra Lind", share="59 %")),
        ("The Democratic Alliance came second with 22%.", says("ElectionResult", candidate="Democratic Alliance", share="22 %")),
        ("The Farmers' Party lost the mayor's office in Porto. It won only six seats.",
         says("ElectionResult", candidate="Farmers' Party", tally="6 seats")),
        ("Nine seats were won by the Farmers' Party.",
         says("ElectionResult", candidate="Farmers' Party", tally="9 seats")),
        ("Petra Lind took her seat beside the king of Norway.",),
        ("Volta Motors won a 12 percent discount from Norway.",),
    ],
)  # fmt: skip
def test_election_result(row: Row) -> None:
    """How much of the vote, or how many seats, somebody gets."""
    found, expected = agree(row, "ElectionResult")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A survey by Ipsos put the Farmers' Party at 31%.",
         says("OpinionPoll", candidate="Farmers' Party", share="31 %", pollster="Ipsos")),
        ("The latest poll gives the Farmers' Party 28%.",
         says("OpinionPoll", candidate="Farmers' Party", share="28 %")),
        ("According to a poll, the Farmers' Party leads the Greens by 20 points.",
         says("OpinionPoll", "reported", candidate="Farmers' Party", rival="Greens", margin="20 points")),
        ("A survey by Demos, which asked 1,000 voters, put the Farmers' Party at 12 percent.",
         says("OpinionPoll", pollster="Demos", candidate="Farmers' Party", share="12 %")),
        ("Demos asked 1,000 voters. Its poll put the Farmers' Party at 12 percent.",
         says("OpinionPoll", pollster="Demos", candidate="Farmers' Party", share="12 %")),
        ("Petra Lind put the survey on the table.",),
        ("Petra Lind leads the Greens.",),
    ],
)  # fmt: skip
def test_opinion_poll(row: Row) -> None:
    """What a poll says of somebody."""
    found, expected = agree(row, "OpinionPoll")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Italy has proposed a cap on gas prices.",
         says("Proposal", proposer="Italy", content="cap on gas prices")),
        ("The cap was proposed by Italy in 2022.",
         says("Proposal", proposer="Italy", content="cap", date="2022")),
        ("Petra Lind, who tabled a motion on bank fees, left the room.",
         says("Proposal", proposer="Petra Lind", content="motion on bank fees")),
        ("Jonas Weber met farmers in Bonn. He presented a plan to build a dam.",
         says("Proposal", proposer="Jonas Weber", content="plan to build a dam")),
        ("Petra Lind presented a prize in Bonn.",),
        ("Jonas Weber proposed to Petra Lind in Bonn.",),
    ],
)  # fmt: skip
def test_proposal(row: Row) -> None:
    """Who proposes what."""
    found, expected = agree(row, "Proposal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Denmark introduced a carbon tax on livestock in 2024.",
         says("Introduction", authority="Denmark", measure="carbon tax on livestock", date="2024")),
        ("A curfew was imposed in Karachi on Monday.",
         says("Introduction", measure="curfew", place="Karachi", date="Monday")),
        ("France declared a state of emergency and will introduce border checks.",
         says("Introduction", authority="France", measure="state of emergency"),
         says("Introduction", "planned", authority="France", measure="border checks")),
        ("Petra Lind is the mayor of Bonn. She introduced a rent cap.",
         says("Introduction", authority="Petra Lind", measure="rent cap")),
        ("The reform, introduced in 2015 by Luis Ortega, has failed.",
         says("Introduction", authority="Luis Ortega", measure="reform", date="2015")),
        ("Petra Lind introduced Jonas Weber to the band in Bonn.",),
        ("Petra Lind declared love to Bonn.",),
    ],
)  # fmt: skip
def test_introduction(row: Row) -> None:
    """A measure is put into force."""
    found, expected = agree(row, "Introduction")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Indonesia lifted a ban on palm oil exports.",
         says("Lifting", authority="Indonesia", measure="ban on palm oil exports")),
        ("The wealth tax was abolished by Sweden in 2007.",
         says("Lifting", authority="Sweden", measure="wealth tax", date="2007")),
        ("Norway, which had eased its travel restrictions, revoked the licence of Volta Energy.",
         says("Lifting", authority="Norway", measure="travel restrictions"),
         says("Lifting", authority="Norway", measure="licence of Volta Energy")),
        ("Peru declared a curfew in May. It lifted the curfew on Sunday.",
         says("Lifting", authority="Peru", measure="curfew", date="Sunday")),
        ("Petra Lind lifted the box and dropped the phone in Bonn.",),
        ("Petra Lind ended the call with Bonn.",),
    ],
)  # fmt: skip
def test_lifting(row: Row) -> None:
    """A measure ends, or a permit is taken away."""
    found, expected = agree(row, "Lifting")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Germany extended border controls until March.",
         says("Extension", authority="Germany", measure="border controls", until="March")),
        ("The state of emergency in Peru was extended by three months.",
         says("Extension", measure="state of emergency", period="P3M")),
        ("Petra Lind, who extended the rent cap in Bonn, resigned.",
         says("Extension", authority="Petra Lind", measure="rent cap")),
        ("Norway banned the ship in May. It has extended the ban by six months.",
         says("Extension", authority="Norway", measure="ban", period="P6M")),
        ("Petra Lind extended a hand to Jonas Weber.",),
        ("Volta Energy extended its factory in Bonn.",),
    ],
)  # fmt: skip
def test_extension(row: Row) -> None:
    """A measure goes on for longer."""
    found, expected = agree(row, "Extension")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Spain overhauled its pension system in 2013.",
         says("Reform", authority="Spain", measure="pension system", date="2013")),
        ("The tax system was reformed by Estonia in 1994.",
         says("Reform", authority="Estonia", measure="tax system", date="1994")),
        ("Petra Lind said Norway would reform its courts.",
         says("Reform", "planned", authority="Norway", measure="courts")),
        ("Chile's pension system dates from 1981. In May the government reformed the system.",
         says("Reform", authority="government", measure="system", date="May")),
        ("The band reformed in Bonn.",),
        ("Petra Lind reformed her ways in Bonn.",),
    ],
)  # fmt: skip
def test_reform(row: Row) -> None:
    """An authority reforms a system."""
    found, expected = agree(row, "Reform")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Norway authorised the export of eels.",
         says("Permission", permitter="Norway", permitted="export of eels")),
        ("Petra Lind was granted asylum by Sweden in 2021.",
         says("Permission", permitter="Sweden", grantee="Petra Lind", permitted="asylum", date="2021")),
        ("Volta Energy was allowed by Rwanda to open a mine, and Peru granted Halden a licence.",
         says("Permission", permitter="Rwanda", grantee="Volta Energy", permitted="to open a mine"),
         says("Permission", permitter="Peru", grantee="Halden", permitted="licence")),
        ("Volta Energy asked Peru for help. It received a permit from Peru in May.",
         says("Permission", permitter="Peru", grantee="Volta Energy", permitted="permit", date="May")),
        ("Petra Lind gave Bonn a cup.",),
        ("The mild weather allowed Petra Lind to swim.",),
    ],
)  # fmt: skip
def test_permission(row: Row) -> None:
    """Who permits what, to whom."""
    found, expected = agree(row, "Permission")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("King Felipe dissolved parliament on Monday.",
         says("Dissolution", dissolver="Felipe", dissolved="parliament", date="Monday")),
        ("The assembly was dissolved by President Ana Kok.",
         says("Dissolution", dissolver="Ana Kok", dissolved="assembly")),
        ("The coalition collapsed in Belgium in November.",
         says("Dissolution", dissolved="coalition", place="Belgium", date="November")),
        ("Petra Lind said that Bulgaria's government fell in June.",
         says("Dissolution", "reported", dissolved="Government of Bulgaria", date="June")),
        ("The assembly of Comoria has 24 seats. President Ana Kok dissolved it on Monday.",
         says("Dissolution", dissolver="Ana Kok", dissolved="assembly", date="Monday")),
        ("The sugar dissolved in Petra Lind's tea.",),
        ("The roof collapsed in Bonn, and Petra Lind fell.",),
    ],
)  # fmt: skip
def test_dissolution(row: Row) -> None:
    """A parliament, government or coalition is dissolved or falls."""
    found, expected = agree(row, "Dissolution")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ministers from Kenya attended the climate conference in Montreux.",
         says("Attendance", attendee="Ministers from Kenya", attended="climate conference", place="Montreux")),
        ("The funeral was attended by Petra Lind.",
         says("Attendance", attendee="Petra Lind", attended="funeral")),
        ("Petra Lind, who will attend the reception, has a cold.",
         says("Attendance", "planned", attendee="Petra Lind", attended="reception")),
        ("Petra Lind flew to Oslo. She attended the wedding on Monday.",
         says("Attendance", attendee="Petra Lind", attended="wedding", date="Monday")),
        ("Petra Lind attended school in Bonn.",),
        ("Petra Lind attended to the matter in Bonn.",),
    ],
)  # fmt: skip
def test_attendance(row: Row) -> None:
    """Who is at which event."""
    found, expected = agree(row, "Attendance")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Chad's leader, Idriss Oumar, postponed elections until 2026.",
         says("Postponement", postponer="Idriss Oumar", postponed="elections", scheduledFor="2026")),
        ("The summit was put off by Kenya.",
         says("Postponement", postponer="Kenya", postponed="summit")),
        ("Petra Lind said Bonn had delayed the hearing.",
         says("Postponement", "reported", postponer="Bonn", postponed="hearing")),
        ("Petra Lind booked a table in Bonn. She postponed the dinner on Monday.",
         says("Postponement", postponer="Petra Lind", postponed="dinner", date="Monday")),
        ("Petra Lind was put off by the smell in Bonn.",),
        ("Snow delayed Petra Lind in Bonn.",),
    ],
)  # fmt: skip
def test_postponement(row: Row) -> None:
    """What is put off, and until when."""
    found, expected = agree(row, "Postponement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Volta Airways cancelled a festival on Friday.",
         says("Cancellation", canceller="Volta Airways", cancelled="festival", date="Friday")),
        ("The rally was called off by Petra Lind.",
         says("Cancellation", canceller="Petra Lind", cancelled="rally")),
        ("Petra Lind, who had cancelled an order in Bonn, is ill.",
         says("Cancellation", canceller="Petra Lind", cancelled="order")),
        ("The factors cancel each other out, Petra Lind wrote.",),
        ("Petra Lind called Bonn.",),
    ],
)  # fmt: skip
def test_cancellation(row: Row) -> None:
    """What is called off."""
    found, expected = agree(row, "Cancellation")
    assert found == expected
