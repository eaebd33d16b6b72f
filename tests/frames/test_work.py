"""Work: every frame of ontology/lexicon/work.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        (
            "Ngozi Adeyemi, chief economist at Lagos Bank, expects inflation to fall.",
            says("Membership", member="Ngozi Adeyemi", role="chief economist", organization="Lagos Bank"),
        ),
        (
            "The Danish foreign minister, Lars Holm, met reporters in Nuuk.",
            says("Membership", member="Lars Holm", role="foreign minister", organization="Denmark"),
        ),
        (
            "Arjun Mehta served as treasurer of the Wildlife Trust of India until 2014.",
            says("Membership", member="Arjun Mehta", role="treasurer", organization="Wildlife Trust of India"),
        ),
        (
            "Critics say Mariana Costa, who is the chief executive of Azul Norte Airlines, knew of the faults.",
            says("Membership", member="Mariana Costa", role="chief executive", organization="Azul Norte Airlines"),
        ),
        (
            "Sofia Lindgren lives in Malmo. She is a spokeswoman for the charity Sea Watch.",
            says("Membership", member="Sofia Lindgren", role="spokeswoman", organization="Sea Watch"),
        ),
        (
            "Kofi Boateng, head of the Ghana Cocoa Board, and Ama Serwaa, its deputy director, were questioned.",
            says("Membership", member="Kofi Boateng", role="head", organization="Ghana Cocoa Board"),
            says("Membership", member="Ama Serwaa", role="deputy director", organization="Ghana Cocoa Board"),
        ),
        ("The head of the statue was found in the harbour of Alexandria.",),
        ("The president of the company will be elected in June, and Kigali will serve as a base.",),
    ],
)
def test_membership(row: Row) -> None:
    """Who holds or held which post where: by apposition, title, copula and verbs of serving."""
    found, expected = agree(row, "Membership")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Telkom Kenya Group appointed Grace Otieno chief executive on Monday.",
            says(
                "Appointment",
                appointer="Telkom Kenya Group",
                appointee="Grace Otieno",
                post="chief executive",
                organization="Telkom Kenya Group",
            ),
        ),
        (
            "Giorgi Beridze was named head coach of Dinamo Tbilisi.",
            says("Appointment", appointee="Giorgi Beridze", post="head coach", organization="Dinamo Tbilisi"),
        ),
        (
            "The ministry confirmed the appointment of Pierre Lambert as ambassador.",
            says("Appointment", appointer="ministry", appointee="Pierre Lambert", post="ambassador"),
        ),
        (
            "Lazarus Banda is said to have nominated Grace Phiri as ambassador to Japan and will appoint John Moyo finance minister.",
            says("Appointment", "reported", appointer="Lazarus Banda", appointee="Grace Phiri", post="ambassador", organization="Japan"),
            says("Appointment", "planned", appointer="Lazarus Banda", appointee="John Moyo", post="finance minister"),
        ),
        (
            "Chiara Rinaldi joined Ferrero in 2006. Ten years later she became chief financial officer.",
            says("Appointment", appointee="Chiara Rinaldi", post="chief financial officer"),
        ),
        (
            "Min-jun Park, who took office as mayor of Busan in July, cut the fares.",
            says("Appointment", appointee="Min-jun Park", post="mayor", organization="Busan"),
        ),
        (
            "Olga Tkach will join Norsk Metall as finance director in May.",
            says("Appointment", "planned", appointee="Olga Tkach", post="finance director", organization="Norsk Metall"),
        ),
        ("The couple named their daughter Mercy, and the report names three suspects.",),
        ("The firm appointed a commission, and the team picked up the pieces.",),
    ],
)
def test_appointment(row: Row) -> None:
    """Somebody is named, chosen or sworn in for a post; who appoints is often not said."""
    found, expected = agree(row, "Appointment")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The striker's agent, Paulo Neves, left Benfica Media in March.",
            says("Departure", leaver="Paulo Neves", organization="Benfica Media"),
        ),
        (
            "Fatima Al-Sayed is leaving her job as editor of the newspaper Al Bayan.",
            says("Departure", leaver="Fatima Al-Sayed", post="editor", organization="Al Bayan"),
        ),
        (
            "Volvo Trucks announced the departure of Erik Dahl as finance director.",
            says("Departure", leaver="Erik Dahl", post="finance director"),
        ),
        (
            "The bank Credito Nord said that Lucia Moretti, who left the company in 2021, had known nothing.",
            says("Departure", leaver="Lucia Moretti", organization="Credito Nord"),
        ),
        (
            "Hamid Karimi ran the clinic for ten years. He left the hospital in May.",
            says("Departure", leaver="Hamid Karimi", organization="hospital"),
        ),
        ("The train left Kyiv at noon, and the storm left 4,000 homes without power.",),
        ("She left her keys in the car, and Britain left the talks early.",),
    ],
)
def test_departure(row: Row) -> None:
    """Somebody leaves a post or an organisation; a train that leaves a town does not."""
    found, expected = agree(row, "Departure")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Slovak health minister, Zuzana Novak, resigned on Friday over the contracts.", says("Resignation", leaver="Zuzana Novak")),
        (
            "Dariusz Wojcik stepped down as chairman of the coal group Silesia Energy in 2020.",
            says("Resignation", leaver="Dariusz Wojcik", post="chairman", organization="Silesia Energy"),
        ),
        ("Newspapers welcomed the resignation of Prime Minister Rui Tavares.", says("Resignation", leaver="Rui Tavares")),
        (
            "Newspapers say that Mei Chen would quit as governor of the central bank and that Ali Demir has resigned from the board.",
            says("Resignation", "planned", leaver="Mei Chen", post="governor", organization="central bank"),
            says("Resignation", "reported", leaver="Ali Demir", organization="board"),
        ),
        (
            "Protesters camped outside the palace for weeks. On Sunday President Abdou Sarr announced his resignation.",
            says("Resignation", leaver="Abdou Sarr"),
        ),
        ("The villagers are resigned to the dam, and the smoker quit after a heart attack.",),
        ("She stepped down from the bus, and the machine quit working.",),
    ],
)
def test_resignation(row: Row) -> None:
    """Somebody gives up a post; the post may be said before or not at all."""
    found, expected = agree(row, "Resignation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Rebels took the capital in 1997. They ousted President Mobutu Sese.",
            says("Dismissal", dismisser="Rebels", leaver="Mobutu Sese"),
        ),
        (
            "Amadou Keita was removed as army chief by President Moussa Diallo.",
            says("Dismissal", dismisser="Moussa Diallo", leaver="Amadou Keita", post="army chief"),
        ),
        ("Critics condemned the dismissal of Hanna Virtanen as director.", says("Dismissal", leaver="Hanna Virtanen", post="director")),
        (
            "Shareholders said the bank should fire Tom Keller, who oversaw the loans.",
            says("Dismissal", "possible", dismisser="bank", leaver="Tom Keller"),
        ),
        (
            "The Renamo Party took the capital in 1997. It ousted President Joseph Mobutu.",
            says("Dismissal", dismisser="Renamo Party", leaver="Joseph Mobutu"),
        ),
        ("The judge dismissed the case, and soldiers fired at the crowd.",),
        ("Doctors removed the tumour, and the government axed the tax.",),
    ],
)
def test_dismissal(row: Row) -> None:
    """Somebody is removed from a post, by whom and as what."""
    found, expected = agree(row, "Dismissal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Helen Barlow, an Australian judge, will retire in June after 30 years on the bench.",
            says("Retirement", "planned", leaver="Helen Barlow"),
        ),
        (
            "Jorge Quispe, who retired as bishop of Puno in 2018, died on Tuesday.",
            says("Retirement", leaver="Jorge Quispe", post="bishop", organization="Puno"),
        ),
        ("The defender Ivana Horvat announced her retirement from football.", says("Retirement", leaver="Ivana Horvat")),
        (
            "Colleagues say that Samuel Osei wants to retire and that Rita Sen retired early.",
            says("Retirement", "planned", leaver="Samuel Osei"),
            says("Retirement", "reported", leaver="Rita Sen"),
        ),
        ("Yuki Mori joined the museum in 1984. She retired as curator last year.", says("Retirement", leaver="Yuki Mori", post="curator")),
        ("The navy retired the ship, and the jury retired to consider its verdict.",),
        ("Savings for retirement fell, and the hotel offers a retreat for retired couples.",),
    ],
)
def test_retirement(row: Row) -> None:
    """Somebody ends a career or retires from a post."""
    found, expected = agree(row, "Retirement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Isabel Ferreira succeeded Manuel Pinto as chair of the port authority in 2022.",
            says("Succession", successor="Isabel Ferreira", predecessor="Manuel Pinto", post="chair", organization="port authority"),
        ),
        ("Manuel Pinto was replaced by Isabel Ferreira.", says("Succession", successor="Isabel Ferreira", predecessor="Manuel Pinto")),
        (
            "Pedro Alonso, the successor to Maria Ruiz, will move to Bilbao.",
            says("Succession", successor="Pedro Alonso", predecessor="Maria Ruiz"),
        ),
        (
            "Insiders said Deepa Rao will take over from Vikram Singh as head of the bank.",
            says("Succession", "planned", successor="Deepa Rao", predecessor="Vikram Singh", post="head", organization="bank"),
        ),
        (
            "Ban Ki-moon led the United Nations until 2016. He was succeeded by Antonio Guterres.",
            says("Succession", successor="Antonio Guterres", predecessor="Ban Ki-moon"),
        ),
        ("The rebels succeeded in taking the town, and a tram line will replace the bus.",),
        ("Police followed the car, and rain followed the heat.",),
    ],
)
def test_succession(row: Row) -> None:
    """One person follows another in a post."""
    found, expected = agree(row, "Succession")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The charity Jordan Relief trains young refugees in solar engineering.",
            says("Training", trainer="Jordan Relief", trainee="young refugees", subject="solar engineering"),
        ),
        (
            "About 3,000 midwives were trained by Makerere University over five years.",
            says("Training", trainer="Makerere University", trainee="3000 midwives", period="P5Y"),
        ),
        ("Nokia will provide training for 400 teachers in Vietnam.", says("Training", "planned", trainer="Nokia", trainee="400 teachers")),
        (
            "The minister promised that Oxfam India will teach farmers to read maps and that Kabul University will retrain 200 judges.",
            says("Training", "planned", trainer="Oxfam India", trainee="farmers"),
            says("Training", "planned", trainer="Kabul University", trainee="200 judges"),
        ),
        (
            "Microsoft opened a school in Nairobi. There it teaches 600 students a year about cybersecurity.",
            says("Training", trainer="Microsoft", trainee="600 students", subject="cybersecurity"),
        ),
        ("The train stopped, and he trained his binoculars on the ridge.",),
        ("The defeat taught the party a lesson, and the judge instructed the bank to pay.",),
    ],
)
def test_training(row: Row) -> None:
    """Somebody trains or teaches people, in what."""
    found, expected = agree(row, "Training")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Eir Telecom made 300 people redundant in Cork.", says("Layoff", employer="Eir Telecom", number="300 people")),
        ("The Dutch bank Amstel will cut 1,800 jobs in Rotterdam.", says("Layoff", "planned", employer="Amstel", number="1800 jobs")),
        (
            "The Dutch bank Amstel Finance will cut 1,800 jobs in Rotterdam by 2026.",
            says("Layoff", "planned", employer="Amstel Finance", number="1800 jobs"),
        ),
        (
            "Some 450 miners were laid off by the Chilean group Atacama Copper.",
            says("Layoff", employer="Atacama Copper", number="450 miners"),
        ),
        ("Ericsson's layoff of 900 engineers angered the union.", says("Layoff", employer="Ericsson", number="900 engineers")),
        (
            "Eir Telecom, which laid off 300 people in Cork, said it plans to shed 120 jobs in Porto.",
            says("Layoff", employer="Eir Telecom", number="300 people"),
            says("Layoff", "planned", employer="Eir Telecom", number="120 jobs"),
        ),
        (
            "Nordic Paper lost its largest customer. The company reduced its workforce by 250 people.",
            says("Layoff", employer="Nordic Paper", number="250 people"),
        ),
        ("The bank cut interest rates, and the gardener shed no tears.",),
        ("Skovgaard will cut a third of the 640 jobs in Leeds.",),
        ("The army fired 20 shells, and the goalkeeper eliminated all doubts.",),
    ],
)
def test_layoff(row: Row) -> None:
    """An employer cuts jobs or lays off people; how many."""
    found, expected = agree(row, "Layoff")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Rwandan insurer Sonarwa Life has hired 120 data analysts.", says("Hiring", employer="Sonarwa Life", number="120 analysts")),
        (
            "More than 2,000 jobs were created in Leipzig by the courier DHL Express.",
            says("Hiring", employer="DHL Express", number="2000 jobs"),
        ),
        (
            "The police of Bavaria announced the recruitment of 500 officers.",
            says("Hiring", employer="police of Bavaria", number="500 officers"),
        ),
        (
            "The minister said the plant of Tata Motors will create 900 jobs.",
            says("Hiring", "planned", employer="plant of Tata Motors", number="900 jobs"),
        ),
        (
            "Flipkart expects a busy autumn. The retailer wants to recruit 10,000 workers.",
            says("Hiring", "planned", employer="Flipkart", number="10000 workers"),
        ),
        ("The couple hired a car in Split, and tourists can hire bicycles.",),
        ("The song created a stir and added to his fame.",),
    ],
)
def test_hiring(row: Row) -> None:
    """An employer hires people or creates jobs; how many."""
    found, expected = agree(row, "Hiring")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The shipyard Daehan Marine employs 4,200 people.", says("employs", subject="Daehan Marine", object="4200 people")),
        ("Some 900 people are employed by the Belgian chocolate maker Noix.", says("employs", subject="Noix", object="900 people")),
        ("Elif Kaya has worked for the airline Anadolu Air since 2011.", says("employs", subject="Anadolu Air", object="Elif Kaya")),
        (
            "Petrobel Group, which has 3,000 employees, denied the report.",
            says("employs", subject="Petrobel Group", object="3000 employees"),
        ),
        ("Ravi Nair, an employee of Google, spoke to reporters.", says("employs", subject="Google", object="Ravi Nair")),
        ("The painter employs bright colours, and the plan works for most farmers.",),
        ("Daehan Marine builds ships. The company employs 4,200 people.", says("employs", subject="Daehan Marine", object="4200 people")),
        ("Workers at the gate shouted, and the army employed tear gas.",),
    ],
)
def test_employs(row: Row) -> None:
    """An organisation and the people, or the number of people, who work for it."""
    found, expected = agree(row, "employs")
    assert found == expected


KNOWN_GAPS = [
    (
        'grammar: before "after nine defeats" the name is not joined to "its coach", and the noun fills the role',
        "Dismissal",
        (
            "The club Besiktas sacked its coach Sergio Duarte after nine defeats.",
            says("Dismissal", dismisser="Besiktas", leaver="Sergio Duarte"),
        ),
    ),
    (
        'grammar: a noun of appointing or dismissing does not see the place of the post below "as"',
        "Appointment",
        (
            "Unions criticised the appointment of Pierre Lambert as director of the Vienna Museum.",
            says("Appointment", appointee="Pierre Lambert", post="director", organization="Vienna Museum"),
        ),
    ),
    (
        'grammar: "swear in" before a name is no verb with a particle',
        "Appointment",
        (
            "President Lazarus Banda will swear in John Moyo as finance minister.",
            says("Appointment", "planned", appointer="Lazarus Banda", appointee="John Moyo", post="finance minister"),
        ),
    ),
    (
        "stance: to demand a noun of an event plans it",
        "Resignation",
        ("The opposition demanded the resignation of Prime Minister Rui Tavares.", says("Resignation", "planned", leaver="Rui Tavares")),
    ),
    (
        'values: "a workforce of 3,000" counts people',
        "employs",
        ("Petrobel Group, which has a workforce of 3,000, denied the report.", says("employs", subject="Petrobel Group", object="3000")),
    ),
    (
        'names: the verb "works" is read as the end of a site\'s name',
        "employs",
        ("Elif Kaya works for the airline Anadolu Air.", says("employs", subject="Anadolu Air", object="Elif Kaya")),
    ),
    (
        "names: an unknown first name makes a person an organisation",
        "Appointment",
        (
            "Telkom Kenya Group appointed Wanjiku Otieno chief executive.",
            says("Appointment", appointer="Telkom Kenya Group", appointee="Wanjiku Otieno", post="chief executive"),
        ),
    ),
]
"""Sentences that are still read wrongly, each with its cause, frame and row."""


@pytest.mark.parametrize(("cause", "name", "row"), KNOWN_GAPS)
def test_known_gaps(cause: str, name: str, row: Row) -> None:
    """What is listed as a gap is one; when it closes, its row moves to the frame's table."""
    found, expected = agree(row, name)
    assert found != expected, f"no longer a gap, move it to its table: {cause}"


@pytest.mark.parametrize(
    "row",
    [
        ("President Kwabena Mensah replaced Joseph Asante with Anna Berg.",
         says("Succession", changer="Kwabena Mensah", predecessor="Joseph Asante", successor="Anna Berg")),
        ("Joseph Asante was replaced by Anna Berg.",
         says("Succession", predecessor="Joseph Asante", successor="Anna Berg")),
        ("The coach replaced the net with a new one.",),
    ],
)  # fmt: skip
def test_replaced_with(row: Row) -> None:
    """Who replaces whom with whom; the one who decides takes no post."""
    found, expected = agree(row, "Succession")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Akosua Boateng takes over the finance ministry.",
         says("leads", object="finance ministry", subject="Akosua Boateng")),
        ("Chelsea are expected to appoint the former Porto coach Sergio Costa next week.",
         says("Appointment", "planned", appointee="Sergio Costa", appointer="Chelsea", organization="Chelsea")),
        ("The grocer Freshcart took over the baker Hemmet.",
         says("Acquisition", buyer="Freshcart", target="Hemmet")),
    ],
)  # fmt: skip
def test_taking_over(row: Row) -> None:
    """Who takes over a ministry leads it; a club names whom it appoints."""
    found, expected = agree(row, "leads", "Acquisition", "Appointment")
    assert found == expected
