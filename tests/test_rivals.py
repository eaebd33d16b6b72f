"""Who is meant where several may be: pronouns and descriptions among rivals, passages -> claims after resolving."""

from __future__ import annotations

import pytest
from test_resolve import tell

MEANT = [
    ("Police named the dead man as Alan Frey. His brother, Neil Frey, criticised Norway.", "Neil Frey sibling Alan Frey"),
    (
        "Orbix Motors opened a plant in Oslo. The union Steel Front said it would sue Norway.",
        "Lawsuit plaintiff Steel Front",
    ),
    (
        "Tomas Lind met Omar Diaz in Oslo. Lind's lawyer, Jan Vos, said that the law was bad. He criticised Norway.",
        "Criticism critic Jan Vos",
    ),
    ("Maria Keller met Tomas Lind and his wife, Kit. He criticised Norway.", "Criticism critic Tomas Lind"),
    (
        "Ana Lopes met Omar Diaz, her Chilean counterpart. Lopes, the finance minister of Peru, left. Diaz criticised Norway.",
        "Criticism critic Omar Diaz",
    ),
    ("Lumina Group sold Halden Robotics to Orbix Motors. The buyer criticised Norway.", "Criticism critic Orbix Motors"),
    ("Norway met the Reform Movement, which said that its leader, Ana Lopes, had left.", "Membership organization Reform Movement"),
    (
        "The commission said turnout was low. It rejected a complaint by Ana Lopes. Its chairman, Jan Vos, criticised Norway.",
        "Criticism critic Jan Vos",
    ),
    ("Orbix Motors sued Lumina Group. Lumina said it would criticise Norway.", "Criticism critic Lumina Group"),
    ("The Lisbon bank Carvel met Orbix Motors in May. The bank sued Norway.", "Lawsuit plaintiff Carvel"),
    ("Ana Lopes asked Norway and Sweden for help, and they signed the Oslo Treaty.", "Agreement party Sweden"),
    ("Ana Lopes is to speak to Viktor Hallas on Sunday. They criticised Norway.", "Criticism critic Viktor Hallas"),
    ("Ana Lopes and Viktor Hallas studied the maps. They criticised Norway.", "Criticism critic Ana Lopes"),
    ("Tomas Lind left Lumina Group, and then Omar Diaz was dismissed. He criticised Norway.", "Criticism critic Omar Diaz"),
    ("Tomas Lind ran a shop. One of the victims, Omar Diaz, lost his house. He criticised Norway.", "Criticism critic Omar Diaz"),
    (
        "“It is a dream,” said Omar Diaz, who joined Lumina Group in May. “Tomas Lind said I would win.” He criticised Norway.",
        "Criticism critic Omar Diaz",
    ),
    ("“I met Ana Lopes in Oslo,” said Orbix Motors head Omar Diaz.", "Meeting participant Omar Diaz"),
    ("The owner of the nursery, Omar Diaz, was woken by the noise. He criticised Norway.", "Criticism critic Omar Diaz"),
    ("She dismissed the governor of the province, Sardor Beg, on Friday. The governor criticised Norway.", "Criticism critic Sardor Beg"),
    ("Orbix Motors grew. Lumina Group sued Halden Robotics. That company criticised Norway.", "Criticism critic Halden Robotics"),
    (
        "Prime Minister Ana Lopes met Finance Minister Omar Diaz. Diaz left. The prime minister criticised Norway.",
        "Criticism critic Ana Lopes",
    ),
    ("Prime Minister Ana Lopes met Finance Minister Omar Diaz. The minister criticised Norway.", "Criticism critic Omar Diaz"),
    ("Lumina Group is to buy Halden Robotics. The target criticised Norway.", "Criticism critic Halden Robotics"),
    ("Halden Robotics supplies Lumina Group with screens. Lumina Group grew. The supplier criticised Norway.", "critic Halden Robotics"),
    ("“We met Norway in Oslo,” said a spokesman for Lumina Group.", "Meeting participant Lumina Group"),
    ("Orbix Motors and Orbix Bank grew. Lumina Group’s head, Omar Diaz, said the company would sue Norway.", "plaintiff Lumina Group"),
    ("The Dutch maker Lumina Group sued Orbix Motors. Orbix Motors grew. The Dutch company criticised Norway.", "critic Lumina Group"),
    ("Lumina Group sued Orbix Motors because it had criticised Norway.", "Criticism critic Lumina Group"),
    ("His sister, Ana Lopes, told the judge, Dr Omar Diaz, of a man. The judge criticised Norway.", "Criticism critic Omar Diaz"),
    ("Lumina Group grew. A spokesman for Orbix Motors said it would sue Norway.", "Lawsuit plaintiff Orbix Motors"),
    ("Jan Vos, president of Ghana, left. “We criticised Norway,” said Jan Vos, president of Ghana.", "Criticism critic Ghana"),
    (
        "Orbix Motors left Oslo. Orbix Motors sold a plant. Lumina Group, a family firm from Lyon, said it would sue Norway.",
        "Lawsuit plaintiff Lumina Group",
    ),
    (
        "Lumina Healthcare grew. The company must pay. Lumina's head, Omar Diaz, who joined from Bupa, left. Ana Lopes is suing the group.",
        "Lawsuit defendant Lumina Healthcare",
    ),
    (
        "Tomas Lind asked Ana Lopes about the fire. But surgeon Omar Diaz will tell the court of it, Ms Lopes said. He criticised Norway.",
        "critic Omar Diaz",
    ),
    (
        "Tomas Lind left in May. A second man, Lind’s friend Omar Diaz, 39, was charged with fraud. He criticised Norway.",
        "critic Omar Diaz",
    ),
    (
        "The dispute has split the town of Lyon. Orbix Motors said it would sue. Its mayor, Ana Lopes, criticised Norway.",
        "Membership organization Lyon",
    ),
    ("Banca Serrano bought Orbix Motors in May. Shares in Serrano fell. Serrano criticised Norway.", "Criticism critic Banca Serrano"),
    (
        "The Workers’ Liberation Front, known by its Spanish initials FLO, grew. The FLO criticised Norway.",
        "critic Workers’ Liberation Front",
    ),
    ("The Lyon-based firm Lumina Group met Orbix Motors. Orbix Motors grew. The French firm criticised Norway.", "critic Lumina Group"),
    (
        "Omar Diaz, head of Orbix Bank, met the Lumina Central Bank. Diaz dismissed talk that the bank had criticised Norway.",
        "critic Orbix Bank",
    ),
    ("Omar Diaz met Ana Lopes. Ana Lopes left. The father of three criticised Norway.", "Criticism critic Omar Diaz"),
    ("In her speech, Ana Lopes criticised Norway.", "Criticism critic Ana Lopes"),
    ("Omar Diaz left. Playing in his third final, Jan Vos sued Norway.", "Lawsuit plaintiff Jan Vos"),
    (
        "A baker told a jury that he had criticised Norway.\n\nJan Vos, 51, left. The baker said he had sued Sweden.",
        "Lawsuit plaintiff Jan Vos",
    ),
    ("Jan Vos, 31, met Omar Diaz in Oslo. Omar Diaz left. Then Ivo Roe, 27, came. The 27-year-old criticised Norway.", "critic Ivo Roe"),
    ("The drivers belong to a smaller union, the Rail Alliance, and it sued Norway.", "Lawsuit plaintiff Rail Alliance"),
    ("It is the Spanish chain’s third purchase. In 2023 it paid $3m for Norrkyla Foods.", "Payment payer Spanish chain"),
    (
        "Norway met Ana Lopes. Lopes left. Carla Lopes, who is not related to her, replaced Omar Diaz. Diaz left. Lopes criticised Norway.",
        "Criticism critic Ana Lopes",
    ),
    ("Norway met Ana Lopes. Her rival, Carla Lopes, left. Lopes criticised Norway.", "Criticism critic Carla Lopes"),
]


@pytest.mark.parametrize(("text", "told"), MEANT)
def test_the_one_of_several_who_is_meant_is_told(text: str, told: str) -> None:
    """Who is described as the subject says; who was called so is taken up; a verb asks for somebody who can do it."""
    assert any(claim.endswith(told) for claim in tell(text))


NOT_MEANT = [
    ("Ana Lopes, 51, met Eva Roe. The 63-year-old criticised Norway.", "Criticism critic Ana Lopes"),
    ("The Lisbon bank Carvel sued Orbix Motors. The bank says the firm criticised Norway.", "Criticism critic Carvel"),
    ("Lumina’s owner, the fund Castor, named Omar Saleh as chairman. He criticised Norway.", "Criticism critic owner"),
    ("A man walked into the shop of Henk Roelofs. He robbed the Lumina Bank.", "Theft thief Henk Roelofs"),
    ("Ana Lopes met a woman in Oslo. The judge said she had criticised Norway.", "Criticism critic Ana Lopes"),
    ("Henk Roelofs ran a shop. The robber criticised Norway.", "Criticism critic Henk Roelofs"),
    ("Orbix Motors and Lumina Group met. The combined company sued Norway.", "Lawsuit plaintiff Orbix Motors"),
    ("Exeter Crown Court heard the case. The police arrested Omar Diaz.", "Arrest arrester Exeter Crown Court"),
    ("The Competition Authority met. The council fined Lumina Group.", "Sanction imposer Competition Authority"),
    ("Omar Diaz left Oslo. The fraud damaged Norway.", "Damage cause Omar Diaz"),
    ("Orbix Motors bought Lumina Group. The German company sued Norway.", "Lawsuit plaintiff Orbix Motors"),
    ("“He criticised Norway,” said Omar Diaz.", "Criticism critic Omar Diaz"),
    ("The justice ministry, which criticised it, met Norway.", "Criticism target justice ministry"),
    ("The newspaper Diario Norte met Lumina Group. The company criticised Norway.", "Criticism critic Diario Norte"),
    ("Tomas Lind left Lumina Group, and then Omar Diaz was dismissed. He criticised Norway.", "Criticism critic Tomas Lind"),
    ("Orbix Motors met in Oslo. Ana Lopes put forward a tax on land. Omar Diaz criticised it.", "Criticism target Orbix Motors"),
    ("The Green Party met the Reform Movement. The ruling party criticised Norway.", "Criticism critic Green Party"),
    ("The Green Party met the Reform Movement. The ruling party criticised Norway.", "Criticism critic Reform Movement"),
    ("Lumina Bank grew. The central bank criticised Norway.", "Criticism critic Lumina Bank"),
    ("Ana Lopes was elected mayor of Oslo. The former mayor criticised Norway.", "Criticism critic Ana Lopes"),
    ("Lumina Group sued Orbix Motors. Lyon said it would criticise Norway.", "Criticism critic Lumina Group"),
    ("A driver was jailed on Friday after a judge criticised Norway. Jan Roy, 51, left.", "Criticism critic Jan Roy"),
    ("Lumina Group grew. They criticised Norway.", "Criticism critic Lumina Group"),
    ("His sister, Ana Lopes, told the judge, Dr Omar Diaz, that he had criticised Norway.", "Criticism critic Omar Diaz"),
    ("Orbix Motors bought into Lumina Group in May and has forced it to sue Norway.", "Lawsuit plaintiff Orbix Motors"),
    ("The Halden Museum grew. The site was attacked by Rebels.", "Attack target Halden Museum"),
    ("Sister of killer criticises Norway\n\nJan Roy met Ana Lopes in Oslo.\n\nJan Roy left.", "Criticism critic Jan Roy"),
    (
        "Omar Diaz met Norway. One man, a lorry driver from Lyon, was hurt. The union said he had criticised Sweden.",
        "Criticism critic Omar Diaz",
    ),
    ("Norway said the army had criticised Sweden. The largest rebel army, the Kova, signed a treaty.", "Criticism critic Kova"),
    ("Orbix Motors met Sumihara Metals. Some 80 members of the Steel Front left. They criticised Norway.", "critic Sumihara Metals"),
    ("The Steel Front left, it is alleged. A teacher criticised Norway.", "Criticism critic Steel Front"),
    ("Omar Diaz denies killing his wife, Ana. Diaz’s brother Craig left. The couple criticised Norway.", "Criticism critic Craig"),
    ("Lumina County met in May. The school district criticised Norway.", "Criticism critic Lumina County"),
    ("Lumina County met in May. The state criticised Norway.", "Criticism critic Lumina County"),
    ("Students were moved to Fairmont. The dam on the east side criticised Norway.", "Criticism critic Fairmont"),
    (
        "A journal, Lumina Health, told of the drug on Monday. The drug is safe in May. It acts by blocking a protein.",
        "Deed actor Lumina Health",
    ),
    ("The Lisbon club Lumina FC met Orbix Rovers. Orbix Rovers grew. The Dutch club criticised Norway.", "critic Lumina FC"),
    ("The Lisbon club Lumina FC met Orbix Rovers. Orbix Rovers grew. The Dutch club criticised Norway.", "critic Orbix Rovers"),
    ("The rumour was shared on Facebook. Ana Lopes said the company had criticised Norway.", "Criticism critic Facebook"),
    ("Stoppages hit Melbourne, Brisbane and Fremantle. The company criticised Norway.", "Criticism critic Fremantle"),
    ("Ana Lopes asked a jury in May. It said he had criticised Norway.", "Criticism critic jury"),
    ("Halden Rovers have won in Oslo. It criticised Norway.", "Criticism critic Halden Rovers"),
    (
        "“I am glad,” said Jan Vos of Halden Rovers. Asked if Omar Diaz would leave, the Scot criticised Norway.",
        "Criticism critic Omar Diaz",
    ),
    ("Orbix Motors grew. Ana Lopes put forward a plan. Omar Diaz rejected it.", "Rejection opposed Orbix Motors"),
]


@pytest.mark.parametrize(("text", "told"), NOT_MEANT)
def test_who_cannot_be_meant_is_not_told(text: str, told: str) -> None:
    """Somebody without a name competes; a name of another kind, who speaks, and who is bound elsewhere are out of the question."""
    assert told not in tell(text)


def test_who_robs_a_bank_of_its_cash_robs_the_bank() -> None:
    """What a verb tells with "of" is no part of its object."""
    assert "Accusation target Lumina Bank" in tell("Ana Lopes accused the Lumina Bank of fraud on Monday.")
