"""Society: every frame of ontology/lexicon/society.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, Told, agree, says


@pytest.mark.parametrize(
    "row",
    [
        (
            "A magnitude 6.8 earthquake struck the Turkish city of Malatya on Thursday.",
            says("Disaster", hazard="magnitude 6.8 earthquake", place="Malatya"),
        ),
        ("The Indian state of Kerala was hit by floods after a week of rain.", says("Disaster", hazard="floods", place="Kerala")),
        ("Firefighters are battling a wildfire near Valparaiso.", says("Disaster", hazard="wildfire", place="Valparaíso")),
        (
            "Officials said a fire that broke out at the Ramses Hotel in Cairo had spread to a mosque.",
            says("Disaster", hazard="fire", place="Ramses Hotel"),
        ),
        ("Villagers fled to higher ground. A landslide had hit Chamoli at dawn.", says("Disaster", hazard="landslide", place="Chamoli")),
        (
            "The volcano on the island of Java erupted, and the drought in Somalia has lasted three years.",
            says("Disaster", hazard="volcano on the island of Java"),
            says("Disaster", hazard="drought", place="Somalia"),
        ),
        ("The minister faced a storm of protest, and the news hit the country hard.",),
        ("Nadal took Paris by storm, and the fire of the opening speech faded.",),
    ],
)
def test_disaster(row: Row) -> None:
    """An earthquake, flood, storm or fire and where it strikes; storms of protest are none."""
    found, expected = agree(row, "Disaster")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The ferry Nusa Indah capsized off Lombok.", says("Accident", involved="Nusa Indah")),
        (
            "A bus carrying pilgrims collided with a truck near Multan on Sunday.",
            says("Accident", involved=["bus carrying pilgrims", "truck"], place="Multan"),
        ),
        ("A ferry capsized in Lake Kivu last week.", says("Accident", involved="ferry", place="Lake Kivu")),
        ("The plane crash near Pokhara shocked Nepal.", says("Accident", place="Pokhara")),
        (
            "Investigators believe that the train which derailed outside Katowice was too fast.",
            says("Accident", involved="train", place="Katowice"),
        ),
        (
            "Nimba Air has six helicopters. On Friday its newest helicopter crashed in Nairobi.",
            says("Accident", involved="newest helicopter", place="Nairobi"),
        ),
        ("Shares crashed in Tokyo, and two views collided in Marseille.",),
        ("By accident he met his teacher in Riga, and the app crashed.",),
        ("The helicopter left Nairobi at noon. It crashed near Mount Longonot an hour later.", says("Accident", involved="helicopter")),
    ],
)
def test_accident(row: Row) -> None:
    """Vehicles or people in an accident; markets and apps that crash have none."""
    found, expected = agree(row, "Accident")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Gunmen killed 14 miners in Zamfara on Saturday.", says("Killing", victim="14 miners", cause="Gunmen")),
        ("Journalist Daphne Galea was murdered near Valletta in 2017.", says("Killing", victim="Daphne Galea")),
        ("The assassination of Juvenal Habyarimana shook Rwanda.", says("Killing", victim="Juvenal Habyarimana")),
        (
            "Police say the bomb that went off in Peshawar killed nine worshippers and left two children dead.",
            says("Killing", "reported", victim="9 worshippers", cause="bomb"),
            says("Killing", "reported", victim="2 children", cause="bomb"),
        ),
        ("Cyclone Idai reached Beira in March. It claimed 600 lives.", says("Killing", victim="600 lives", cause="Cyclone Idai")),
        ("Ana Galea's murder of Luis Vega shocked Gozo.", says("Killing", victim="Luis Vega", cause="Ana Galea")),
        ("The massacre of 40 miners in the town of Marsa shocked Gozo.", says("Killing", victim="40 miners")),
        ("Luis Vega's murder shocked Gozo.", says("Killing", victim="Luis Vega")),
        ("The rain killed the party mood, and the pills are killing the pain.",),
        ("The bill was killed in committee, and the comedian slayed.",),
    ],
)
def test_killing(row: Row) -> None:
    """Somebody is killed, by whom or what; moods and bills are not."""
    found, expected = agree(row, "Killing")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Senegalese novelist Fatou Ndiaye died of malaria in Dakar, aged 61.",
            says("Death", victim="Fatou Ndiaye", cause="malaria", age="61 years"),
        ),
        ("At least 37 people died in the flood in Valencia.", says("Death", victim="37 people", cause="<Disaster>")),
        ("The death of Raul Mendez from a heart attack saddened Quito.", says("Death", victim="Raul Mendez", cause="heart attack")),
        (
            "Relatives said that Ahmed Saleh, who drowned off Lampedusa, had lost his job and that his cousin Omar died in hospital.",
            says("Death", victim="Ahmed Saleh"),
            says("Death", "reported", victim="Omar"),
        ),
        ("Cyclone Freddy made landfall in Malawi. The death toll has risen to 326 people.", says("Death", victim="326 people")),
        ("Omar Diaz took his own life in Turku.", says("Death", victim="Omar Diaz")),
        ("Omar Diaz took his life as an artist to heart.",),
        ("The deal is dead, and the old customs are dying out in Sardinia.",),
        ("She lost her way in life, and the noise died down in Oslo.",),
    ],
)
def test_death(row: Row) -> None:
    """Somebody dies, of what; tolls count the dead; deals and customs do not die."""
    found, expected = agree(row, "Death")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The blast in Beirut injured 40 dockers.", says("Injury", victim="40 dockers", cause="<Disaster>")),
        ("Seven hikers were hurt by falling rocks near Chamonix.", says("Injury", victim="7 hikers", cause="falling rocks")),
        ("The cyclist Egan Bernal suffered injuries in a crash near Bogota.", says("Injury", victim="Egan Bernal", cause="crash")),
        (
            "Doctors in Kunduz said the blast had wounded 12 pupils and that the fall of a wall hurt three teachers.",
            says("Injury", "reported", victim="12 pupils", cause="blast"),
            says("Injury", "reported", victim="3 teachers", cause="fall of a wall"),
        ),
        ("Hurricane Ian crossed Cuba on Friday. It injured five passengers.", says("Injury", victim="5 passengers", cause="Hurricane Ian")),
        ("The scandal hurt the party in Bavaria, and his pride was wounded.",),
        ("The tariffs will hurt exporters' profits in Vietnam.",),
    ],
)
def test_injury(row: Row) -> None:
    """Somebody is hurt, by what; parties and pride are not."""
    found, expected = agree(row, "Injury")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The war in Goma has displaced 80,000 people.", says("Displacement", victim="80000 people", cause="war")),
        (
            "Some 3,000 residents of Tomohon were evacuated because of the eruption.",
            says("Displacement", victim="3000 residents", cause="eruption"),
        ),
        ("The evacuation of 600 villagers from Grindavik began at night.", says("Displacement", victim="600 villagers")),
        (
            "The UN says 120,000 people fled from the fighting in Tigray and that the war drove 900 farmers from their homes.",
            says("Displacement", "reported", victim="120000 people", cause="fighting"),
            says("Displacement", "reported", victim="900 farmers", cause="war"),
        ),
        (
            "Typhoon Mangkhut reached Luzon. It left 50,000 families homeless.",
            says("Displacement", victim="50000 families", cause="Typhoon Mangkhut"),
        ),
        ("The suspect fled from the police in Cork, and a thief fled the shop.",),
        ("Streaming has displaced television in Norway.",),
    ],
)
def test_displacement(row: Row) -> None:
    """People have to leave their homes, because of what; suspects who flee do not count."""
    found, expected = agree(row, "Displacement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Hellenic Coast Guard rescued 62 migrants off Crete.", says("Rescue", rescuer="Hellenic Coast Guard", rescued="62 migrants")),
        ("Two boys were pulled from the rubble in Antakya by volunteers.", says("Rescue", rescuer="volunteers", rescued="2 boys")),
        ("The rescue of 33 miners in Copiapo was watched by millions.", says("Rescue", rescued="33 miners")),
        (
            "The navy said a helicopter had airlifted nine sailors to Galway and that divers saved the captain, Liam Byrne.",
            says("Rescue", "reported", rescuer="helicopter", rescued="9 sailors"),
            says("Rescue", "reported", rescuer="divers", rescued="Liam Byrne"),
        ),
        (
            "A yacht sank off Bermuda. The US Coast Guard rescued four sailors.",
            says("Rescue", rescuer="US Coast Guard", rescued="4 sailors"),
        ),
        ("Lumina Group has saved 40,000 lives since June.", says("Rescue", rescuer="Lumina Group", rescued="40000 lives")),
        ("Ruth Holm saved two match points in Turku.",),
        ("The bank was saved from collapse, and the reforms saved Kenya money.",),
        ("He pulled a face, and the goalkeeper saved a penalty in Porto.",),
        ("The plan will free nurses from paperwork in Wales.",),
    ],
)
def test_rescue(row: Row) -> None:
    """Somebody is brought out of danger, by whom; money and penalties that are saved are none."""
    found, expected = agree(row, "Rescue")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Hurricane Otis destroyed 200 hotels in Acapulco.", says("Damage", damaged="200 hotels", cause="Hurricane Otis")),
        ("The Cathedral of Lima was damaged by the earthquake.", says("Damage", damaged="Cathedral of Lima", cause="earthquake")),
        ("The floods caused damage of 900 million euros in Slovenia.", says("Damage", amount="EUR 900000000", cause="floods")),
        (
            "The mayor said shells had wrecked two schools in Kherson and that a fire destroyed the Bessarabska Market.",
            says("Damage", "reported", damaged="2 schools", cause="shells"),
            says("Damage", "reported", damaged="Bessarabska Market", cause="fire"),
        ),
        ("Storm Boris crossed Moravia on Sunday. It destroyed 90 bridges.", says("Damage", damaged="90 bridges", cause="Boris")),
        ("The scandal damaged his reputation, and the champion demolished her rival in Doha.",),
        ("Spain levelled the score, and the rivals destroyed each other in debate.",),
        ("The cathedral in Lima was damaged by the earthquake.", says("Damage", damaged="cathedral", cause="earthquake")),
    ],
)
def test_damage(row: Row) -> None:
    """Something is damaged or destroyed, by what, at what cost; reputations and rivals are not."""
    found, expected = agree(row, "Damage")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Princess Haya gave birth to a daughter in Amman.", says("Birth", child="daughter", parent="Haya")),
        ("Malala Yousaf was born on 12 July 1997.", says("Birth", child="Malala Yousaf", date="1997-07-12")),
        ("The palace announced the birth of Prince Sultan.", says("Birth", child="Prince Sultan")),
        (
            "Friends said Serena Gomes, who welcomed twins in March, will not play in Rome.",
            says("Birth", child="twins", parent="Serena Gomes"),
        ),
        (
            "The singer Adaeze Obi left the stage in 2019. A year later she gave birth to a son.",
            says("Birth", child="son", parent="Adaeze Obi"),
        ),
        ("The reform gave birth to a bureaucracy, and the plan was born of despair.",),
        ("Lisbon welcomed tourists, and the farm bore the costs.",),
    ],
)
def test_birth(row: Row) -> None:
    """A child is born; ideas that are born are none."""
    found, expected = agree(row, "Birth")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The tennis player Li Na married Jiang Shan in 2006.", says("Marriage", spouse=["Jiang Shan", "Li Na"])),
        ("Prince Hussein and Rajwa Al Saif were married in Amman.", says("Marriage", spouse=["Prince Hussein", "Rajwa Al Saif"])),
        (
            "The wedding of Anant Ambani and Radhika Merchant cost $600 million.",
            says("Marriage", spouse=["Anant Ambani", "Radhika Merchant"]),
        ),
        (
            "Friends say that Idris Alao, who married Sabrina Costa in Marrakesh, wants to sing again.",
            says("Marriage", spouse=["Idris Alao", "Sabrina Costa"]),
        ),
        (
            "Priya Nair met the actor Nick Jones in 2017. She will marry him in Jodhpur.",
            says("Marriage", "planned", spouse=["Nick Jones", "Priya Nair"]),
        ),
        ("The design marries tradition with technology in Kyoto.",),
        ("The marriage of convenience between the parties in Rome ended.",),
        (
            "Priya Nair met the actor Nick Jones in 2017. They will marry in Jodhpur.",
            says("Marriage", "planned", spouse=["Nick Jones", "Priya Nair"]),
        ),
    ],
)
def test_marriage(row: Row) -> None:
    """People marry; designs and parties do not."""
    found, expected = agree(row, "Marriage")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The court heard that Lin Fang, whose husband is Gao Jun, had left China.", says("spouse", subject="Gao Jun", object="Lin Fang")),
        ("Sofia Ortega, the wife of Pablo Ortega, was in court.", says("spouse", subject="Sofia Ortega", object="Pablo Ortega")),
        ("Kenji Sato's husband, Daniel Reyes, runs a bakery.", says("spouse", subject="Daniel Reyes", object="Kenji Sato")),
        ("Amara Diop is married to the footballer Cheikh Ba.", says("spouse", subject="Amara Diop", object="Cheikh Ba")),
        (
            "The court heard that Gao Jun, who is the husband of Lin Fang, had left China.",
            says("spouse", subject="Gao Jun", object="Lin Fang"),
        ),
        ("The old wives' tale is false, and the husbands waited.",),
        ("A widow of 80 won the race in Turin.",),
        ("Chen Hao runs a shop in Perth. His wife, Mei Hao, is a nurse.", says("spouse", subject="Mei Hao", object="Chen Hao")),
    ],
)
def test_spouse(row: Row) -> None:
    """A person and their husband or wife."""
    found, expected = agree(row, "spouse")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ousmane Dieng, the son of Mariama Dieng, joined the navy.", says("children", subject="Mariama Dieng", object="Ousmane Dieng")),
        ("Anna Orlova’s father, Viktor Orlov, was a pilot.", says("children", subject="Viktor Orlov", object="Anna Orlova")),
        ("Jasmin Kaur's mother, Harpreet Kaur, runs a school.", says("children", subject="Harpreet Kaur", object="Jasmin Kaur")),
        (
            "Prosecutors said Emre Aksoy is the father of Deniz Aksoy.",
            says("children", "reported", subject="Emre Aksoy", object="Deniz Aksoy"),
        ),
        ("He is the father of the atomic bomb, and necessity is the mother of invention.",),
        ("Leyla Demir teaches in Ankara. Her son, Can Demir, was arrested.", says("children", subject="Leyla Demir", object="Can Demir")),
        ("The parents' association in Graz met, and a child cried.",),
    ],
)
def test_children(row: Row) -> None:
    """A parent and a child, from either side; inventions have no father."""
    found, expected = agree(row, "children")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Serena Obi, the sister of Maria Obi, won in Madrid.", says("sibling", subject="Serena Obi", object="Maria Obi")),
        ("Raul Castillo's brother Hector was freed in Panama.", says("sibling", subject="Hector", object="Raul Castillo")),
        ("Ivan Petkov is the younger brother of Boris Petkov.", says("sibling", subject="Ivan Petkov", object="Boris Petkov")),
        ("Ida Holm, whose brother Nils Holm runs the mill, lives in Turku.", says("sibling", subject="Nils Holm", object="Ida Holm")),
        ("The sister ship of the ferry sank, and the brotherhood met in Cairo.",),
        (
            "Lucas Moura plays in Recife. His brother, Thiago Moura, is a coach.",
            says("sibling", subject="Thiago Moura", object="Lucas Moura"),
        ),
        ("Big brother is watching, and the twin towers of Kuala Lumpur are lit.",),
    ],
)
def test_sibling(row: Row) -> None:
    """A person and a brother or sister; ships and towers have none."""
    found, expected = agree(row, "sibling")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The conductor Gustavo Rivas was born in Barquisimeto in 1981.", says("bornIn", subject="Gustavo Rivas", object="Barquisimeto")),
        ("Selam Tesfay, who was raised in Milan, won the prize.",),
        ("Selam Tesfay was born in Asmara and raised in Milan.", says("bornIn", subject="Selam Tesfay", object="Asmara")),
        ("Born in Asmara, Selam Tesfay moved to Milan at 16.", says("bornIn", subject="Selam Tesfay", object="Asmara")),
        ("Nikolai Hristov, a native of Sofia, won the race.", says("bornIn", subject="Nikolai Hristov", object="Sofia")),
        ("The jury chose Yara Haddad, who was born in Aleppo and lives in Berlin.", says("bornIn", subject="Yara Haddad", object="Aleppo")),
        ("The Lagos-born singer Tobi Ade performed.", says("bornIn", subject="Tobi Ade", object="Lagos")),
        ("The movement was born in Gdansk, and the costs are borne by farmers in Spain.",),
        ("The company raised money in Dubai.",),
        ("Haruto Abe is 90. He was born in Nagasaki.", says("bornIn", subject="Haruto Abe", object="Nagasaki")),
    ],
)
def test_born_in(row: Row) -> None:
    """A person and the place of birth; movements have none."""
    found, expected = agree(row, "bornIn")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Korean poet Kim Hyesun won the Griffin Prize for her book on death.",
            says("AwardGiving", winner="Kim Hyesun", award="Griffin Prize"),
        ),
        (
            "The Booker Prize was awarded to the novelist Damon Galgut by the jury.",
            says("AwardGiving", giver="jury", winner="Damon Galgut", award="Booker Prize"),
        ),
        ("Katalin Weiss, winner of the Nobel Prize, spoke in Szeged.", says("AwardGiving", winner="Katalin Weiss", award="Nobel Prize")),
        (
            "The academy said Bong Lee received a Grammy Award and that Youn Jung will be honoured with the Goya Award.",
            says("AwardGiving", "reported", winner="Bong Lee", award="Grammy Award"),
            says("AwardGiving", "planned", winner="Youn Jung", award="Goya Award"),
        ),
        (
            "Abdi Warsame ran his first marathon in 2015. Last year he won the gold medal.",
            says("AwardGiving", winner="Abdi Warsame", award="gold medal"),
        ),
        ("She won the election in Lima, and he received a letter from Oslo.",),
        ("The court awarded him damages, and the firm won a contract in Ghana.",),
    ],
)
def test_award_giving(row: Row) -> None:
    """Who wins or is given which award, by whom; contracts and elections are no awards."""
    found, expected = agree(row, "AwardGiving")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Cassava Press published the novel “The Salt Road” in 2017.",
            says("Publication", publisher="Cassava Press", work="The Salt Road"),
        ),
        (
            "A report on child labour was published by the International Labour Organization on Monday.",
            says("Publication", publisher="International Labour Organization", work="report"),
        ),
        (
            "The publication of the memoir by Penguin Books was delayed.",
            says("Publication", "planned", publisher="Penguin Books", work="memoir"),
        ),
        (
            "Critics expect that Olga Novak will publish a novel with Suhrkamp Verlag in May.",
            says("Publication", "planned", author="Olga Novak", publisher="Suhrkamp Verlag", work="novel"),
        ),
        ("Burna Ade toured Europe in spring. In July he released an album.", says("Publication", author="Burna Ade", work="album")),
        ("The paper was published in the Nordic Herald in May.", says("Publication", publisher="Nordic Herald", work="paper")),
        ("The film “The Salt Road” will be released in Italian cinemas.", says("Publication", "planned", work="The Salt Road")),
        ("The police released the suspect, and a ghost appeared in Prague.",),
        ("The novel “Pathan” sold well in Prague, and it appeared that its author was rich.",),
        ("The bank issued a warning, and prices dropped in Delhi.",),
    ],
)
def test_publication(row: Row) -> None:
    """A work is published: the work, who wrote it and who publishes it."""
    found, expected = agree(row, "Publication")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Arundhati Sen wrote the novel “The Salt Road” in Kolkata.", says("authorOf", subject="Arundhati Sen", object="The Salt Road")),
        ("The film was directed by Wanuri Kahiu.", says("authorOf", subject="Wanuri Kahiu", object="film")),
        ("Mo Yan, the author of the novel “Red Sorghum”, was praised.", says("authorOf", subject="Mo Yan", object="Red Sorghum")),
        ("The museum in Bilbao owns a painting by Remedios Varo.", says("authorOf", subject="Remedios Varo", object="painting")),
        ("Olga Reyes, who wrote the novel “The Salt Road”, lives in Lviv.", says("authorOf", subject="Olga Reyes", object="The Salt Road")),
        ("He wrote to his lawyer, and she directed the traffic in Rome.",),
        ("Zadie Okoro moved to Leeds. There she wrote a play.", says("authorOf", subject="Zadie Okoro", object="play")),
        ("The author of the attack fled, and the pen is in Oslo.",),
    ],
)
def test_author_of(row: Row) -> None:
    """Who wrote, composed, painted or directed a work; attacks have no author."""
    found, expected = agree(row, "authorOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Malian singer Rokia Koné performed in Edinburgh on Friday.", says("Performance", performer="Rokia Koné", place="Edinburgh")),
        ("“Carmen” was sung by the Welsh National Opera in Cardiff.", says("Performance", performer="Welsh National Opera", work="Carmen")),
        ("Yo-Yo Chen gave a concert in Palmyra.", says("Performance", performer="Yo-Yo Chen")),
        (
            "The studio said Deepika Rao, who starred in the film “Pathan”, will retire and that Shakira Ruiz will headline the festival.",
            says("Performance", performer="Deepika Rao", work="Pathan"),
            says("Performance", "planned", performer="Shakira Ruiz"),
        ),
        (
            "The Berlin Philharmonic flew to Taipei. There it played a symphony by Bruckner.",
            says("Performance", performer="Berlin Philharmonic", work="symphony"),
        ),
        ("The shares performed well, and the striker appeared tired in Milan.",),
        ("Deepika Rao's performance in the film was praised.", says("Performance", performer="Deepika Rao", work="film")),
        ("Volta Motors improved its performance in Milan.",),
        ("Doctors performed surgery in Gaza, and the tour of the factory ended.",),
    ],
)
def test_performance(row: Row) -> None:
    """Who performs, sings or acts, in what; shares and surgeons do not."""
    found, expected = agree(row, "Performance")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ana Holm studied chemistry at the University of Turku.", says("alumniOf", subject="Ana Holm", object="University of Turku")),
        ("Omar Diaz, who graduated from Lund University in 1999, is a judge.",
         says("alumniOf", subject="Omar Diaz", object="Lund University")),
        ("Ruth Kim, a graduate of Aalto University, founded the firm.", says("alumniOf", subject="Ruth Kim", object="Aalto University")),
        ("Olga Reyes grew up in Lviv. She studied law at the University of Lund.",
         says("alumniOf", subject="Olga Reyes", object="University of Lund")),
        ("Ruth Kim graduated in 2003 with honours from a long course.",),
        ("Ana Holm attended a meeting at Lund University.",),
        ("Ana Holm looked at the University of Turku.",),
    ],
)  # fmt: skip
def test_alumni(row: Row) -> None:
    """Who studied where; a visit is no study."""
    found, expected = agree(row, "alumniOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Twelve children were taken to hospital in Leeds on Monday.",
         says("Hospitalization", victim="12 children", date="Monday")),
        ("Pope Leo was hospitalised with pneumonia in Rome.",
         says("Hospitalization", victim="Leo", cause="pneumonia", place="Rome")),
        ("Two skiers, buried by the avalanche in Davos, were airlifted to hospital.",
         says("Hospitalization", victim="2 skiers")),
        ("Omar Diaz fell from a ladder in Tula. He was taken to hospital with a broken leg.",
         says("Hospitalization", victim="Omar Diaz")),
        ("Omar Diaz, who was taken to hospital in Tula on Friday, is a singer.",
         says("Hospitalization", victim="Omar Diaz", date="Friday")),
        ("The minister took a cheque to the hospital in Cork.",),
        ("Ida Holm was admitted to the academy in Stockholm.",),
    ],
)  # fmt: skip
def test_hospitalization(row: Row) -> None:
    """Who is taken to hospital."""
    found, expected = agree(row, "Hospitalization")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Mariana Costa has been missing since Friday.",
         says("Disappearance", victim="Mariana Costa", date="Friday")),
        ("Thirty people are missing after the landslide in Kalmar.",
         says("Disappearance", victim="30 people", cause="<Disaster>")),
        ("A boy, 6, went missing in Hwange. Two hikers disappeared near Zermatt in May.",
         says("Disappearance", victim="boy"),
         says("Disappearance", victim="2 hikers", date="May")),
        ("The disappearance of Mariana Costa puzzled detectives in Porto.",
         says("Disappearance", victim="Mariana Costa")),
        ("Police said that Olga Reyes, who vanished in Lviv in May, had left a letter.",
         says("Disappearance", victim="Olga Reyes", place="Lviv", date="May")),
        ("Ajax were missing a striker in Turin.",),
        ("The snow disappeared in April, Norway's weather service said.",),
    ],
)  # fmt: skip
def test_disappearance(row: Row) -> None:
    """Who is missing; goals and links are missing otherwise."""
    found, expected = agree(row, "Disappearance")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Rescuers searched for 14 fishermen off Norway on Thursday.",
         says("SearchOperation", searcher="Rescuers", sought="14 fishermen", date="Thursday")),
        ("The search for two missing hikers near Zermatt resumed.",
         says("SearchOperation", sought="2 hikers")),
        ("Police in Malmo are hunting a gunman, 30-year-old Nils Ek.",
         says("SearchOperation", searcher="Police", sought="Nils Ek")),
        ("Rescuers, who came by helicopter, searched for two climbers near Zermatt.",
         says("SearchOperation", searcher="Rescuers", sought="2 climbers")),
        ("Ida Holm vanished near Bergen on Friday. Rescuers searched for Holm for two days.",
         says("SearchOperation", searcher="Rescuers", sought="Ida Holm")),
        ("Ajax are searching for a coach.",),
        ("The search for oil off Norway goes on.",),
    ],
)  # fmt: skip
def test_search_operation(row: Row) -> None:
    """Who looks for whom; jobs and truth are sought otherwise."""
    found, expected = agree(row, "SearchOperation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Snow closed Munich airport on Monday.",
         says("Disruption", disrupted="Munich airport", cause="Snow", date="Monday")),
        ("The storm left 160,000 homes in Ireland without power.",
         says("Disruption", disrupted="160000 homes", cause="storm")),
        ("Hundreds of flights were cancelled in Frankfurt because of a strike.",
         says("Disruption", disrupted="100 flights", cause="strike", place="Frankfurt am Main")),
        ("A fire broke out in Lyon. Two airports were closed by the smoke.",
         says("Disruption", disrupted="2 airports", cause="smoke")),
        ("Snow, which fell for three days, closed Munich airport.",
         says("Disruption", disrupted="Munich airport", cause="Snow")),
        ("The union in Essen called off its meeting.",),
        ("Ida Holm left Oslo without regret.",),
    ],
)  # fmt: skip
def test_disruption(row: Row) -> None:
    """Which service, road or supply is interrupted by what."""
    found, expected = agree(row, "Disruption")
    assert found == expected


FOUND = [
    ("The bodies of three climbers were recovered near Zermatt.", "Death", says("Death", victim="3 climbers")),
    ("The strongest quake to hit Oslo killed nine people.", "Disaster", says("Disaster", hazard="strongest quake", place="Oslo")),
    ("Floods forced 3,000 villagers to leave their homes.", "Displacement", says("Displacement", victim="3000 villagers", cause="Floods")),
    ("Five people were killed and 23 injured in Oslo.", "Injury", says("Injury", victim="23 injured")),
    ("The strikes killed at least 33 Palestinians.", "Killing", says("Killing", victim="33 Palestinians", cause="strikes")),
    ("The toll from the fire rose to 41.", "Death", says("Death", victim="41")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "told"), FOUND)
def test_casualties_in_other_words(text: str, name: str, told: Told) -> None:
    """Bodies that are found, tolls that rise, gapped passives, people counted by their country, and what ranks."""
    found, expected = agree((text, told), name)
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ana Roy, 54, runs a farm near Graz.", says("age", subject="Ana Roy", object="54 years")),
        ("The 34-year-old Kenyan runner Ruth Langat trains in Iten.", says("age", subject="Ruth Langat", object="34 years")),
        (
            "Police said that Omar Diaz, aged 19, and the nine-year-old Luis Diaz were safe.",
            says("age", "reported", subject="Omar Diaz", object="19 years"),
            says("age", "reported", subject="Luis Diaz", object="9 years"),
        ),
        ("Olga Reyes sings in Kyiv. Reyes, 31, was born in Lviv.", says("age", subject="Olga Reyes", object="31 years")),
        ("Olga Reyes, who turned 31 in May, and Omar Diaz, 19, sang in Lima.", says("age", subject="Omar Diaz", object="19 years")),
        ("In Lima, 30, perhaps 40 people were hurt, and Ajax, 3-1 ahead, won.",),
        ("The 60-year-old treaty was signed in Rome.",),
    ],
)
def test_age(row: Row) -> None:
    """How old somebody is; treaties have no age of this kind."""
    found, expected = agree(row, "age")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Omar Diaz lives in Leeds with his wife.", says("livesIn", subject="Omar Diaz", object="Leeds")),
        ("Ana Roy, a resident of Quito, saw the fire.", says("livesIn", subject="Ana Roy", object="Quito")),
        (
            "The court heard that Liam Byrne, who lived near Galway, and his friend were in Cork.",
            says("livesIn", subject="Liam Byrne", object="Galway"),
        ),
        ("Ruth Holm paints. She has lived in Turku since 1999.", says("livesIn", subject="Ruth Holm", object="Turku")),
        ("The show was live in Oslo, and the custom lives on in Peru.",),
        ("Bees live in hives, and Ruth Holm lives in fear.",),
    ],
)
def test_lives_in(row: Row) -> None:
    """Where somebody lives; bees and customs live otherwise."""
    found, expected = agree(row, "livesIn")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Anna Lind grew up in Bondy.", says("grewUpIn", subject="Anna Lind", object="Bondy")),
        ("Omar Diaz was raised in Quito by his aunt.", says("grewUpIn", subject="Omar Diaz", object="Quito")),
        (
            "Friends said that Ruth Holm, who was brought up in Turku, and her sister sang.",
            says("grewUpIn", subject="Ruth Holm", object="Turku"),
        ),
        ("Ines Duarte sings in Lima. She grew up in Porto.", says("grewUpIn", subject="Ines Duarte", object="Porto")),
        ("The issue was raised in Paris, and the firm grew in Japan.",),
        ("The topic was brought up in Rome.",),
    ],
)
def test_grew_up_in(row: Row) -> None:
    """Where somebody grew up; issues are raised otherwise."""
    found, expected = agree(row, "grewUpIn")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ana Roy moved to Canada in 1979.", says("Relocation", mover="Ana Roy", movedTo="Canada")),
        ("Omar Diaz emigrated from Peru to Spain.", says("Relocation", mover="Omar Diaz", movedFrom="Peru", movedTo="Spain")),
        (
            "Friends said that Ruth Holm, who settled in Lisbon in 2001, would move to Rome.",
            says("Relocation", mover="Ruth Holm", movedTo="Lisbon"),
            says("Relocation", "planned", mover="Ruth Holm", movedTo="Rome"),
        ),
        ("Anna Lind studied in Lund before moving to London.", says("Relocation", mover="Anna Lind", movedTo="London")),
        ("Ines Duarte was born in Porto. She moved to Basel in 1962.", says("Relocation", mover="Ines Duarte", movedTo="Basel")),
        ("Omar Diaz moved to second place in Rome, and troops moved to Mali.",),
        ("The dispute was settled in Paris, and shares moved in Japan.",),
    ],
)
def test_relocation(row: Row) -> None:
    """Who moves where; ranks, shares and disputes move and settle otherwise."""
    found, expected = agree(row, "Relocation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ruby Lane divorced Dan Keane in 2009.", says("Divorce", spouse=["Ruby Lane", "Dan Keane"])),
        ("The divorce between Tina Marsh and Joel Marsh took years.", says("Divorce", spouse=["Tina Marsh", "Joel Marsh"])),
        (
            "Friends said that Ana Roy, who divorced Luis Vega in May, was in Lima.",
            says("Divorce", spouse=["Ana Roy", "Luis Vega"]),
        ),
        ("Tina Marsh sings in Leeds. She divorced Joel Marsh in June.", says("Divorce", spouse=["Tina Marsh", "Joel Marsh"])),
        ("Divorce rates rose in Japan, and the film is about a divorce.",),
        ("The plan is divorced from reality in Rome.",),
    ],
)
def test_divorce(row: Row) -> None:
    """Who divorces whom; rates and plans do not."""
    found, expected = agree(row, "Divorce")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ruby Lane and Dan Keane announced their engagement.", says("Engagement", spouse=["Ruby Lane", "Dan Keane"])),
        ("Nikolai Berg announced his engagement to Elena Petrova on Monday.", says("Engagement", spouse=["Nikolai Berg", "Elena Petrova"])),
        (
            "The paper said that Ana Roy was engaged to Luis Vega.",
            says("Engagement", "reported", spouse=["Ana Roy", "Luis Vega"]),
        ),
        (
            "Ida Holm met Jan Berg in Turku. The couple announced their engagement in May.",
            says("Engagement", spouse=["Ida Holm", "Jan Berg"], date="May"),
        ),
        ("The firm announced its engagement with partners in Lima.",),
        ("Troops were engaged in Mali, and the engagement of voters fell in Rome.",),
    ],
)
def test_engagement(row: Row) -> None:
    """Who is engaged to whom; troops and firms are engaged otherwise."""
    found, expected = agree(row, "Engagement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Born in Nairobi in 1959, Ruth Langat writes novels.",
         says("bornIn", subject="Ruth Langat", object="Nairobi"), says("Birth", child="Ruth Langat", date="1959")),
        ("Olga Reyes studied law at the University of Lund.",
         says("alumniOf", subject="Olga Reyes", object="University of Lund"), says("fieldOfStudy", subject="Olga Reyes", object="law")),
        ("Anneli Kask was educated at Tartu University.", says("alumniOf", subject="Anneli Kask", object="Tartu University")),
        ("Olga Reyes, who studied physics at the University of Lund, runs a farm.",
         says("alumniOf", subject="Olga Reyes", object="University of Lund"), says("fieldOfStudy", subject="Olga Reyes", object="physics")),
        ("Olga Reyes grew up in Lviv. She studied law at the University of Lund.",
         says("alumniOf", subject="Olga Reyes", object="University of Lund"), says("fieldOfStudy", subject="Olga Reyes", object="law")),
        ("Olga Reyes holds a degree in law from the University of Lund.",
         says("fieldOfStudy", subject="Olga Reyes", object="law"),
         says("alumniOf", subject="Olga Reyes", object="University of Lund")),
        ("Ana Lind studies rice at dawn, and the plan was born in Oslo in 1959.",),
        ("Olga Reyes studied the menu at the Grand Hotel.",),
        ("Rita Sanz read the paper at home.",),
        ("The thermometer in Lima rose by a degree in May.",),
    ],
)  # fmt: skip
def test_two_facts_of_one_verb(row: Row) -> None:
    """A plain relation is read beside the event or relation that the verb tells."""
    found, expected = agree(row, "bornIn", "Birth", "alumniOf", "fieldOfStudy")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The film “Harvest” premiered at the Venice Film Festival on Sunday.",
            says("Premiere", work="Harvest", during="Venice Film Festival"),
        ),
        ("The opera “Tosca” will have its premiere in Milan in May.", says("Premiere", "planned", work="Tosca", place="Milan")),
        (
            "Organisers said that the play “Salt”, which premiered in Lima in 1998, would return.",
            says("Premiere", work="Salt", place="Lima"),
        ),
        ("Jo Berg wrote the play “Salt”. It premiered in Oslo.", says("Premiere", work="Salt", place="Oslo")),
        ("The premier visited Rome, and the striker made his debut in Porto.",),
        ("Voters in Bavaria like the premier league.",),
        ("The premier of Ontario met teachers, and the Premier League began in August.",),
        ("Anna Krause debuted for Norway against Peru.",),
    ],
)
def test_premiere(row: Row) -> None:
    """Which work is shown for the first time, and where; premiers and strikers have none."""
    found, expected = agree(row, "Premiere")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Radio Lima broadcast the ceremony on Sunday.", says("Broadcast", broadcaster="Radio Lima", aired="ceremony")),
        ("The World Cup was broadcast by Sky Italia.", says("Broadcast", broadcaster="Sky Italia", aired="World Cup")),
        (
            "The mayor said that Radio Lima, which airs the series “Salt”, had closed.",
            says("Broadcast", broadcaster="Radio Lima", aired="series"),
        ),
        (
            "“The Lighthouse” is a drama with eleven episodes. The broadcaster Canal Norte will screen the series in May.",
            says("Broadcast", "planned", broadcaster="Canal Norte", aired="series", date="May"),
        ),
        ("Farmers aired grievances in Lima, and students screened for flu left Rome.",),
        ("Tears streamed down her face in Oslo.",),
    ],
)
def test_broadcast(row: Row) -> None:
    """Who broadcasts what; grievances are aired otherwise."""
    found, expected = agree(row, "Broadcast")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("An exhibition of maps opens at the Louvre on Saturday.", says("Exhibition", shown="exhibition", venue="Louvre")),
        ("The Louvre is hosting a retrospective of Jacques Davide.", says("Exhibition", shown="retrospective", venue="Louvre")),
        (
            "Forty paintings by Egon Schell are displayed at the National Museum.",
            says("Exhibition", shown="40 paintings", venue="National Museum"),
        ),
        (
            "The Museum of Glass, which reopened in May, is showing a retrospective of Olga Reyes.",
            says("Exhibition", venue="Museum of Glass", shown="retrospective of Olga Reyes"),
        ),
        (
            "The Museum of Glass reopened in May. It will show an exhibition of Roman bottles.",
            says("Exhibition", "planned", venue="Museum of Glass", shown="exhibition of Roman bottles"),
        ),
        ("The Louvre opened a new wing, and the firm displayed courage in Lima.",),
        ("The show must go on in Rome.",),
    ],
)
def test_exhibition(row: Row) -> None:
    """What is on show where."""
    found, expected = agree(row, "Exhibition")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Kengo Mori designed the museum in Odense.", says("designerOf", subject="Kengo Mori", object="museum")),
        ("The library, designed by Zaha Karimi, opened in Baku.", says("designerOf", subject="Zaha Karimi", object="library")),
        ("Ana Roy, the architect of the bridge, spoke.", says("designerOf", subject="Ana Roy", object="bridge")),
        (
            "Ida Holm is an architect from Turku. She designed the Opera House of Kotka.",
            says("designerOf", subject="Ida Holm", object="Opera House of Kotka"),
        ),
        ("The plan was designed by the party to please Rome.",),
        ("Otto Lind is the architect of the coalition.",),
    ],
)
def test_designer_of(row: Row) -> None:
    """Who designed which house or product; plans are designed otherwise."""
    found, expected = agree(row, "designerOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Emma Corbyn stars as Queen Victoria in the series “Salt”.",
         says("Performance", performer="Emma Corbyn", work="Salt", character="Queen Victoria")),
        ("Tom Hardy plays the detective in the film “Blue Harbour”.",
         says("Performance", performer="Tom Hardy", work="Blue Harbour", character="detective")),
        ("The Fed plays a role in the film of events.",),
    ],
)  # fmt: skip
def test_character(row: Row) -> None:
    """Who plays whom in which work."""
    found, expected = agree(row, "Performance")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Mondo Lund won gold in the pole vault at the Lima Olympics.",
         says("AwardGiving", winner="Mondo Lund", award="gold", discipline="pole vault", competition="Lima Olympics")),
        ("Sara Berg took the silver medal in the marathon.",
         says("AwardGiving", winner="Sara Berg", award="silver medal", discipline="marathon")),
        ("Annie Roux was awarded the Nobel Prize in Literature in 2022.",
         says("AwardGiving", winner="Annie Roux", award="Nobel Prize in Literature")),
        ("Thieves took gold from a bank in Lima, and Peru mines silver.",),
    ],
)  # fmt: skip
def test_medals(row: Row) -> None:
    """Who wins which medal in what; metal is no medal."""
    found, expected = agree(row, "AwardGiving")
    assert found == expected


KNOWN_GAPS = [
    (
        "grammar: a name after its kind is a second subject",
        "Performance",
        ("The opera Carmen was sung by the Welsh National Opera.", says("Performance", performer="Welsh National Opera", work="Carmen")),
    ),
    (
        'grammar: "wed" is read as "we\'d"',
        "Marriage",
        (
            "Friends say that Idris Alao, who wed Sabrina Costa in Marrakesh, is ill.",
            says("Marriage", spouse=["Idris Alao", "Sabrina Costa"]),
        ),
    ),
    (
        'grammar: "swept through" without an auxiliary is read as a participle',
        "Disaster",
        ("A landslide swept through Chamoli at dawn.", says("Disaster", hazard="landslide", place="Chamoli")),
    ),
    (
        'grammar: "left 12 pupils wounded" is an object with its complement',
        "Injury",
        ("The blast in Kunduz left 12 pupils wounded.", says("Injury", victim="12 pupils", cause="<Disaster>")),
    ),
    (
        "resolving: an event that founds nothing is no cause, not even by its words",
        "Displacement",
        ("Fighting in Goma has displaced 80,000 people.", says("Displacement", victim="80000 people", cause="fighting")),
    ),
    (
        'resolving: "her" may look ahead to the speaker',
        "children",
        ("Her father, Viktor Orlov, was a pilot, said Anna Orlova.", says("children", subject="Viktor Orlov", object="Anna Orlova")),
    ),
    (
        "matching: the second-best class of a noun is as good as its best, so a publisher is an author",
        "Publication",
        (
            "The Lagos publisher Cassava Press published the novel “The Salt Road” in 2017.",
            says("Publication", publisher="Cassava Press", work="The Salt Road"),
        ),
    ),
    (
        "names: a work in quotation marks without its kind",
        "authorOf",
        ("Arundhati Sen wrote “The Salt Road” in Kolkata.", says("authorOf", subject="Arundhati Sen", object="The Salt Road")),
    ),
    (
        "names: a class that is only guessed is not corrected by what the noun asks for",
        "authorOf",
        ("Mo Yan, the author of the novel Red Sorghum, was praised.", says("authorOf", subject="Mo Yan", object="Red Sorghum")),
    ),
    (
        "names: a class that is only guessed is not corrected by what the noun asks for",
        "bornIn",
        ("Nikolai Hristov, a native of Plovdiv, won the race.", says("bornIn", subject="Nikolai Hristov", object="Plovdiv")),
    ),
    (
        "resolving: “a judge” said of a woman is no rival for “her”",
        "children",
        ("Leyla Demir is a judge. Her son, Can Demir, was arrested.", says("children", subject="Leyla Demir", object="Can Demir")),
    ),
    (
        "grammar: the lemma of gutted",
        "Damage",
        ("A fire gutted the Bessarabska Market.", says("Damage", damaged="Bessarabska Market", cause="fire")),
    ),
    (
        "names: a work without quotation marks after its kind",
        "authorOf",
        ("Arundhati Sen wrote the novel The Salt Road in Kolkata.", says("authorOf", subject="Arundhati Sen", object="The Salt Road")),
    ),
    (
        "names: awards without the word award or prize",
        "AwardGiving",
        ("Youn Jung will be honoured with the Silver Bear.", says("AwardGiving", "planned", winner="Youn Jung", award="Silver Bear")),
    ),
]
"""Sentences that are still read wrongly, each with its cause, frame and row."""


@pytest.mark.parametrize(("cause", "name", "row"), KNOWN_GAPS)
def test_known_gaps(cause: str, name: str, row: Row) -> None:
    """What is listed as a gap is one; when it closes, its row moves to the frame's table."""
    found, expected = agree(row, name)
    assert found != expected, f"no longer a gap, move it to its table: {cause}"
