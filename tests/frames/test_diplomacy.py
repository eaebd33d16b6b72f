"""Diplomacy: how states treat with each other and with who lives in them."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("The United States withdrew from the Paris climate agreement in 2020.",
         says("Withdrawal", withdrawer="United States", withdrawnFrom="Paris climate agreement", date="2020")),
        ("Mali announced its withdrawal from ECOWAS.",
         says("Withdrawal", withdrawer="Mali", withdrawnFrom="ECOWAS")),
        ("The Free Democrats left the ruling coalition, and Ecuador left OPEC.",
         says("Withdrawal", withdrawer="Free Democrats", withdrawnFrom="ruling coalition"),
         says("Withdrawal", withdrawer="Ecuador", withdrawnFrom="OPEC")),
        ("Peru signed the treaty in May. It will withdraw from the treaty in June.",
         says("Withdrawal", "planned", withdrawer="Peru", withdrawnFrom="treaty", date="June")),
        ("Petra Lind withdrew money in Bonn.",),
        ("Petra Lind left the building in Bonn.",),
    ],
)  # fmt: skip
def test_withdrawal(row: Row) -> None:
    """Who leaves an alliance, treaty or coalition."""
    found, expected = agree(row, "Withdrawal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ireland, Norway and Spain recognised the state of Palestine.",
         says("Recognition", recogniser=["Ireland", "Norway", "Spain"], recognised="Palestine")),
        ("Palestine was recognised by Spain in May.",
         says("Recognition", recogniser="Spain", recognised="Palestine", date="May")),
        ("Petra Lind said Iceland would recognise Kosovo.",
         says("Recognition", "planned", recogniser="Iceland", recognised="Kosovo")),
        ("Kosovo declared independence in 2008. Ghana recognised the country in May.",
         says("Recognition", recogniser="Ghana", recognised="Kosovo", date="May")),
        ("Petra Lind recognised Jonas Weber in Bonn at once.",),
        ("Petra Lind recognised Norway from the air.",),
    ],
)  # fmt: skip
def test_recognition(row: Row) -> None:
    """Which state recognises which."""
    found, expected = agree(row, "Recognition")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Honduras established diplomatic relations with China in 2023.",
         says("DiplomaticTies", party=["Honduras", "China"], date="2023")),
        ("Diplomatic ties between Iran and Bahrain were restored in March.",
         says("DiplomaticTies", party=["Iran", "Bahrain"], date="March")),
        ("Petra Lind said that Saudi Arabia and Iran would restore ties.",
         says("DiplomaticTies", "planned", party=["Saudi Arabia", "Iran"])),
        ("Ghana closed its embassy in 2011. It restored diplomatic relations with Peru in May.",
         says("DiplomaticTies", party=["Ghana", "Peru"], date="May")),
        ("Petra Lind restored a chair in Bonn.",),
        ("Petra Lind's relations live in Norway.",),
        ("Rita Sanz opened the tie shop in Vigo, and relations with her sister are good.",),
        ("The restoration of the frescoes took Italy nine years.",),
    ],
)  # fmt: skip
def test_diplomatic_ties(row: Row) -> None:
    """Who takes up or restores relations."""
    found, expected = agree(row, "DiplomaticTies")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Colombia broke off diplomatic relations with Israel.",
         says("DiplomaticBreak", party=["Colombia", "Israel"])),
        ("Diplomatic ties with Iran were cut by Bahrain in 2016.",
         says("DiplomaticBreak", party=["Iran", "Bahrain"], date="2016")),
        ("Bahrain, which had severed ties with Japan, sent an envoy.",
         says("DiplomaticBreak", party=["Bahrain", "Japan"])),
        ("Iran executed a cleric in January. Bahrain severed diplomatic ties with Iran on Monday.",
         says("DiplomaticBreak", party=["Bahrain", "Iran"], date="Monday")),
        ("Petra Lind cut the ribbon and tied her shoes in Norway.",),
        ("Petra Lind broke a leg in Norway.",),
        ("Rita Sanz cut ties to the band in Vigo.",),
        ("Vantor Energy cut the ribbon, and relations between the brothers broke down.",),
    ],
)  # fmt: skip
def test_diplomatic_break(row: Row) -> None:
    """Who breaks off relations."""
    found, expected = agree(row, "DiplomaticBreak")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Greece summoned the Turkish ambassador over the flights.",
         says("Summons", summoner="Greece", summoned="Turkish ambassador", reason="flights")),
        ("Russia's envoy was summoned by Japan on Friday.",
         says("Summons", summoner="Japan", summoned="Russia's envoy", date="Friday")),
        ("Tanzania closed its embassy in Paris and recalled its ambassador.",
         says("EnvoyRecall", summoner="Tanzania", summoned="ambassador")),
        ("The ambassador of Peru spoke of theft. Spain summoned the envoy on Monday.",
         says("Summons", summoner="Spain", summoned="envoy", date="Monday")),
        ("Ghana recalled its ambassador from Togo in May.",
         says("EnvoyRecall", summoner="Ghana", summoned="ambassador", date="May")),
        ("The ambassador was recalled by Ghana in May.",
         says("EnvoyRecall", summoner="Ghana", summoned="ambassador", date="May")),
        ("Togo closed a border crossing in May. Ghana recalled its ambassador on Friday.",
         says("EnvoyRecall", summoner="Ghana", summoned="ambassador", date="Friday")),
        ("Japan, which summoned the envoy of Peru on Friday, is angry.",
         says("Summons", summoner="Japan", summoned="envoy", date="Friday")),
        ("Volta Motors recalled 3,000 vans.",),
        ("Petra Lind recalled her youth in Bonn.",),
        ("The song summons memories of Lima.",),
        ("The smell of bread summoned up the past in Vigo.",),
    ],
)  # fmt: skip
def test_summons(row: Row) -> None:
    """Who summons or recalls which envoy."""
    found, expected = agree(row, "Summons", "EnvoyRecall")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Moscow expelled ten British diplomats.",
         says("Expulsion", expeller="Moscow", expelled="10 diplomats")),
        ("The United States deported 120 migrants to Guatemala on Friday.",
         says("Expulsion", expeller="United States", expelled="120 migrants", expelledTo="Guatemala", date="Friday")),
        ("Igor Novak was expelled from the Farmers' Party.",
         says("Expulsion", expelled="Igor Novak", expelledFrom="Farmers' Party")),
        ("Petra Lind lost in court in Madrid. Spain ordered the deportation of Petra Lind.",
         says("Expulsion", "planned", expeller="Spain", expelled="Petra Lind")),
        ("The Farmers' Party expelled three of its MPs for backing the budget.",
         says("Expulsion", expeller="Farmers' Party", expelled="3 MPs")),
        ("Spain, which had warned the embassy, expelled two diplomats and closed a consulate.",
         says("Expulsion", expeller="Spain", expelled="2 diplomats")),
        ("Air is expelled from the lungs in Bonn.",),
        ("Petra Lind exported cheese to Norway.",),
        ("The chimney expelled smoke over Vigo.",),
    ],
)  # fmt: skip
def test_expulsion(row: Row) -> None:
    """Who expels or deports whom, from where and to where."""
    found, expected = agree(row, "Expulsion")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Emilio Salas invited Petra Lind to Bolivia.",
         says("Invitation", inviter="Emilio Salas", invited="Petra Lind", content="Bolivia")),
        ("Petra Lind was invited to the summit by Spain.",
         says("Invitation", inviter="Spain", invited="Petra Lind", content="summit")),
        ("Spain, which invited Petra Lind to speak, has ten seats.",
         says("Invitation", inviter="Spain", invited="Petra Lind", content="to speak")),
        ("Olga Reyes won the prize in 2021. Now Peru has invited her to Lima.",
         says("Invitation", inviter="Peru", invited="Olga Reyes", content="Lima")),
        ("Petra Lind wore an inviting smile in Bonn.",),
        ("Petra Lind left Bonn by invitation.",),
        ("The benches of Vigo invite walkers to rest.",),
        ("The remark invited criticism in Oslo.",),
    ],
)  # fmt: skip
def test_invitation(row: Row) -> None:
    """Who invites whom, to what."""
    found, expected = agree(row, "Invitation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Brazil will host the G20 summit in Rio de Janeiro in November.",
         says("Hosting", "planned", host="Brazil", hosted="G20 summit", place="Rio de Janeiro", date="November")),
        ("The climate conference was hosted by Egypt in 2022.",
         says("Hosting", host="Egypt", hosted="climate conference", date="2022")),
        ("Petra Lind flew to Doha, which hosted the summit.",
         says("Hosting", host="Doha", hosted="summit")),
        ("Parasites need a host, and Petra Lind hosted a quiz.",),
    ],
)  # fmt: skip
def test_hosting(row: Row) -> None:
    """Who is host to what."""
    found, expected = agree(row, "Hosting")
    assert found == expected
