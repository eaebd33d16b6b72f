"""Justice: every frame of ontology/lexicon/justice.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Getty Images sued Stability AI in the High Court in London over the use of its photographs.",
         says("Lawsuit", plaintiff="Getty Images", defendant="Stability AI", court="High Court", accusation="use of its photographs")),
        ("Bayer has been sued by thousands of gardeners who blame Roundup for their cancer.",
         says("Lawsuit", plaintiff="gardeners", defendant="Bayer")),
        ("The families, who were not told of the leak, filed a lawsuit against Vale and took BHP to court.",
         says("Lawsuit", plaintiff="families", defendant="Vale"),
         says("Lawsuit", plaintiff="families", defendant="BHP")),
        ("Nokia sued Oppo in 2021. The lawsuit against Oppo was settled in January.",
         says("Lawsuit", plaintiff="Nokia", defendant="Oppo", date="2021")),
        ("A lawsuit by the Sioux against the Army Corps of Engineers was thrown out.",
         says("Lawsuit", plaintiff="Sioux", defendant="Army Corps of Engineers")),
        ("Lumina Group agreed in May to settle a lawsuit by Nokia.",
         says("Lawsuit", plaintiff="Nokia", defendant="Lumina Group")),
        ("Lumina Group will face a lawsuit by Nokia.",
         says("Lawsuit", "planned", plaintiff="Nokia", defendant="Lumina Group")),
        ("Germany sued for peace in 1918.",),
        ("A customer in Leeds lodged a complaint with her hotel about the heating.",),
    ],
)  # fmt: skip
def test_lawsuit(row: Row) -> None:
    """Who sues whom, where and what for."""
    found, expected = agree(row, "Lawsuit")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Prosecutors in Lima charged Alejandro Toledo with money laundering.",
         says("Charge", accuser="Prosecutors", defendant="Alejandro Toledo", crime="money laundering")),
        ("Carlos Watson was indicted for fraud in Manhattan on Tuesday.",
         says("Charge", defendant="Carlos Watson", crime="fraud", place="Manhattan", date="Tuesday")),
        ("Derek Chauvin, who denies wrongdoing, has been charged with manslaughter over the death of George Floyd.",
         says("Charge", defendant="Derek Chauvin", crime="manslaughter")),
        ("Prosecutors brought charges of bribery against Najib Razak in Kuala Lumpur. He was also indicted for theft.",
         says("Charge", accuser="Prosecutors", defendant="Najib Razak", crime=["bribery", "theft"])),
        ("Braden Karony faces charges of securities fraud.",
         says("Charge", defendant="Braden Karony", crime="securities fraud")),
        ("Tesla charges drivers in Norway 4 kroner per kilowatt-hour.",),
        ("Elephants charged at a jeep in Kruger National Park.",),
    ],
)  # fmt: skip
def test_charge(row: Row) -> None:
    """Who is charged with what; batteries and elephants charge otherwise."""
    found, expected = agree(row, "Charge")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Police in Nairobi arrested 14 men on suspicion of smuggling ivory.",
         says("Arrest", arrester="Police", arrestee="14 men", crime="smuggling ivory")),
        ("Police in Nairobi arrested Ali Omar on suspicion of murder.",
         says("Arrest", arrester="Police", arrestee="Ali Omar", crime="murder")),
        ("Pavel Durov was detained at Le Bourget airport on 24 August 2024.",
         says("Arrest", arrestee="Pavel Durov", place="Le Bourget airport", date="2024-08-24")),
        ("Imran Khan, who led Pakistan until 2022, was taken into custody in Lahore and held over leaked cables.",
         says("Arrest", arrestee="Imran Khan", place="Lahore")),
        ("The arrest of Rodrigo Duterte in Manila for crimes against humanity surprised his allies.",
         says("Arrest", arrestee="Rodrigo Duterte", crime="crimes")),
        ("Omar Diaz left the court by a back door. Police arrested him at the airport of Bilbao on Monday.",
         says("Arrest", arrester="Police", arrestee="Omar Diaz", date="Monday")),
        ("The camera captured Usain Bolt grinning in mid-race.",),
        ("Luka Modric went into cardiac arrest rumours with a smile, his club said.",),
    ],
)  # fmt: skip
def test_arrest(row: Row) -> None:
    """Who arrests whom, what for."""
    found, expected = agree(row, "Arrest")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A jury in Manhattan convicted Sam Bankman-Fried of fraud in November 2023.",
         says("Conviction", court="jury", defendant="Sam Bankman-Fried", crime="fraud", date="2023-11")),
        ("Lucy Letby has been convicted of murder.",
         says("Conviction", defendant="Lucy Letby", crime="murder")),
        ("Oscar Pistorius, convicted of murder in 2015, has left prison in Pretoria.",
         says("Conviction", defendant="Oscar Pistorius", crime="murder", date="2015")),
        ("Harvey Weinstein was convicted of rape in Los Angeles. The conviction was upheld in June.",
         says("Conviction", defendant="Harvey Weinstein", crime="rape", place="Los Angeles")),
        ("Judges in The Hague upheld the conviction of Ratko Mladic for genocide.",
         says("Conviction", court="Judges", defendant="Ratko Mladic", crime="genocide")),
        ("Lucy Letby was found guilty of murder.",
         says("Conviction", defendant="Lucy Letby", crime="murder")),
        ("Greta Thunberg spoke with conviction in Davos.",),
        ("A convict from Sing Sing wrote the score.",),
    ],
)  # fmt: skip
def test_conviction(row: Row) -> None:
    """Who is found guilty of what, by which court."""
    found, expected = agree(row, "Conviction")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A court in Madrid acquitted Neymar of fraud.",
         says("Acquittal", court="court", defendant="Neymar", crime="fraud")),
        ("Kevin Spacey was cleared of sexual assault by a jury in London in July 2023.",
         says("Acquittal", court="jury", defendant="Kevin Spacey", crime="sexual assault", date="2023-07")),
        ("Maria Ressa, who won the Nobel Peace Prize, was acquitted of tax evasion, her lawyer said.",
         says("Acquittal", "reported", defendant="Maria Ressa", crime="tax evasion")),
        ("Judges in Paris acquitted Airbus of manslaughter. The acquittal of Airbus angered relatives.",
         says("Acquittal", court="Judges", defendant="Airbus", crime="manslaughter")),
        ("The acquittal of Ilham Tohti stunned diplomats in Beijing.",
         says("Acquittal", defendant="Ilham Tohti")),
        ("Ploughs cleared the road to Chamonix of snow.",),
        ("Rohit Sharma acquitted himself well in Perth.",),
    ],
)  # fmt: skip
def test_acquittal(row: Row) -> None:
    """Who is found not guilty of what."""
    found, expected = agree(row, "Acquittal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A judge in Santiago sentenced Miguel Krassnoff to 10 years in prison for kidnapping.",
         says("Sentencing", court="judge", defendant="Miguel Krassnoff", sentence="P10Y", crime="kidnapping")),
        ("Elizabeth Holmes was jailed for 11 years over fraud at Theranos.",
         says("Sentencing", defendant="Elizabeth Holmes", sentence="P11Y", crime="fraud")),
        ("Truong My Lan, who ran the bank, was sentenced to death by a court in Hanoi, state media reported.",
         says("Sentencing", "reported", court="court", defendant="Truong My Lan", sentence="death")),
        ("A court in Minsk jailed Maria Kolesnikova for 11 years. Her sentence was condemned by Berlin.",
         says("Sentencing", court="court", defendant="Maria Kolesnikova", sentence="P11Y")),
        ("Dani Alves received a prison sentence of four years.",
         says("Sentencing", defendant="Dani Alves", sentence="P4Y")),
        ("Yiyun Li's sentences are short, and her sentence rhythm is her own.",),
        ("Opposition to the dam was condemned to fail in Belgrade.",),
    ],
)  # fmt: skip
def test_sentencing(row: Row) -> None:
    """Who is given which penalty, what for; sentences of prose are none."""
    found, expected = agree(row, "Sentencing")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Supreme Court of India ruled that the electoral bonds were illegal.",
         says("Ruling", court="Supreme Court of India", content="that the electoral bonds were illegal")),
        ("The ban was overturned by a court in Tunis on Monday.",
         says("Ruling", court="court", content="ban", date="Monday")),
        ("Germany's Constitutional Court, which sits in Karlsruhe, upheld the rule and dismissed a complaint by Bavaria.",
         says("Ruling", court="Constitutional Court", content="rule"),
         says("Ruling", court="Constitutional Court", content="complaint")),
        ("The High Court in Nairobi ruled against Worldcoin. The ruling by the High Court bars the firm from scanning eyes.",
         says("Ruling", court="High Court", content="Worldcoin")),
        ("A judge in Texas blocked the law on Friday.",
         says("Ruling", court="judge", content="law", date="Friday")),
        ("The Ottomans ruled Cyprus for three centuries.",),
        ("Roger Federer ruled the grass courts at Wimbledon.",),
    ],
)  # fmt: skip
def test_ruling(row: Row) -> None:
    """A court or judge rules on something other than guilt; empires rule otherwise."""
    found, expected = agree(row, "Ruling")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Chad accused Sudan of arming rebels on its border.",
         says("Accusation", critic="Chad", target="Sudan", reason="arming rebels on its border")),
        ("Marta Lind was accused of fraud by the tax office.",
         says("Accusation", critic="tax office", target="Marta Lind", reason="fraud")),
        ("Ivo Brandt, whom former pupils accuse of bullying, has left Salzburg.",
         says("Accusation", critic="former pupils", target="Ivo Brandt", reason="bullying")),
        ("Chad accused Sudan of lying. It also accused the Bank of Portugal of negligence.",
         says("Accusation", critic="Chad", target="Sudan", reason="lying"),
         says("Accusation", critic="Chad", target="Bank of Portugal", reason="negligence")),
        ("Lukas Berg faces allegations of assault.",
         says("Accusation", target="Lukas Berg", reason="assault")),
        ("Lukas Berg, who is accused of hiding the report, has left Graz.",
         says("Accusation", target="Lukas Berg", reason="hiding the report")),
        ("The accused entered the courtroom in Lublin in silence.",),
        ("Nobody in Turku accused the weather.",),
    ],
)  # fmt: skip
def test_accusation(row: Row) -> None:
    """Who is accused of what by whom; whether it is so stays open."""
    found, expected = agree(row, "Accusation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Pavel Horak went on trial in Brno on Monday for bribery.",
         says("Trial", defendant="Pavel Horak", crime="bribery", date="Monday")),
        ("The trial of Pavel Horak for bribery opened in Brno.",
         says("Trial", defendant="Pavel Horak", crime="bribery")),
        ("Nora Quist, who ran the clinic until 2019, will appear in court on Friday.",
         says("Trial", "planned", defendant="Nora Quist", date="Friday")),
        ("Two former directors were put on trial in Riga. They are accused of fraud.",
         says("Trial", defendant="2 directors")),
        ("Bruno Falk stood trial for arson and was acquitted.",
         says("Trial", defendant="Bruno Falk", crime="arson")),
        ("The trial of the malaria vaccine begins in Mali in May.",),
        ("Ida Holm tried for gold in Oslo.",),
    ],
)  # fmt: skip
def test_trial(row: Row) -> None:
    """Who is tried, what for; trials of drugs and of patience are none."""
    found, expected = agree(row, "Trial")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Jon Meyer pleaded guilty to wire fraud in Boston on Monday.",
         says("Plea", defendant="Jon Meyer", crime="wire fraud", date="Monday")),
        ("Rosa Kline has pleaded not guilty to manslaughter.",
         says("Plea", "denied", defendant="Rosa Kline", crime="manslaughter")),
        ("Elena Rossi was charged with theft. Her brother pleaded guilty to fraud.",
         says("Plea", defendant="brother", crime="fraud")),
        ("The broker, Sami Aho, is expected to plead guilty to perjury.",
         says("Plea", "planned", defendant="Sami Aho", crime="perjury")),
        ("Karin Lund pleaded for more time in Geneva.",),
        ("The museum in Lille admitted 4,000 visitors.",),
        ("Omar Diaz pleaded with the doctor in Tula to let him go home.",),
    ],
)  # fmt: skip
def test_plea(row: Row) -> None:
    """Who pleads guilty to what; who pleads not guilty denies it."""
    found, expected = agree(row, "Plea")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Nadia Faris testified before a tribunal in Tunis on Tuesday.",
         says("Testimony", witness="Nadia Faris", court="tribunal", date="Tuesday")),
        ("Omar Haddad, a driver, testified against Karim Said.",
         says("Testimony", witness="Omar Haddad", defendant="Karim Said")),
        ("Ella Strand gave evidence in Leeds.",
         says("Testimony", witness="Ella Strand")),
        ("Jan Kos spoke to the police. He testified in court in Gdansk.",
         says("Testimony", witness="Jan Kos", court="court")),
        ("Olga Reyes, who testified before a court in Lima in May, has left Peru.",
         says("Testimony", witness="Olga Reyes", court="court", date="May")),
        ("The ruins testify to the wealth of Nineveh.",),
        ("There is evidence of water on Mars.",),
    ],
)  # fmt: skip
def test_testimony(row: Row) -> None:
    """Who testifies, where and against whom."""
    found, expected = agree(row, "Testimony")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Nordlund appealed against the ruling on Friday.",
         says("Appeal", appellant="Nordlund", appealed="ruling", date="Friday")),
        ("An appeal by Karl Weiss against his sentence was dismissed.",
         says("Appeal", appellant="Karl Weiss", appealed="sentence")),
        ("Halden Foods, which denies wrongdoing, lost its appeal against a fine of 3 million euros.",
         says("Appeal", appellant="Halden Foods", appealed="fine")),
        ("Eva Prins was convicted in May. She has appealed the verdict.",
         says("Appeal", appellant="Eva Prins", appealed="verdict")),
        ("Prosecutors in Ghent will appeal the acquittal of Piet Maes.",
         says("Appeal", "planned", appellant="Prosecutors", appealed="<Acquittal>")),
        ("The mayor of Kyoto appealed for calm.",),
        ("The band appeals to teenagers in Seoul.",),
    ],
)  # fmt: skip
def test_appeal(row: Row) -> None:
    """Who appeals against what; appeals for help are none."""
    found, expected = agree(row, "Appeal")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Halden Foods settled the lawsuit for $40 million.",
         says("Settlement", party="Halden Foods", amount="USD 40000000")),
        ("Orbix Systems reached a $6 million settlement with the state of Oregon over the leak.",
         says("Settlement", party=["Orbix Systems", "Oregon"], amount="USD 6000000", settled="leak")),
        ("Vestra Bank, sued by 300 customers, agreed to settle the case for 9 million euros.",
         says("Settlement", "planned", party="Vestra Bank", amount="EUR 9000000")),
        ("Families sued Vestra Bank in 2020. The bank settled the dispute last year.",
         says("Settlement", party="Vestra Bank", date="last year")),
        ("Irish families settled in Boston.",),
        ("The settlement of Nuuk was founded in 1728.",),
    ],
)  # fmt: skip
def test_settlement(row: Row) -> None:
    """Who settles a dispute, for how much; settlers of the land are none."""
    found, expected = agree(row, "Settlement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A judge in Nairobi granted Peter Mwangi bail on Monday.",
         says("Bail", court="judge", defendant="Peter Mwangi", date="Monday")),
        ("Peter Mwangi was granted bail by a court in Nairobi.",
         says("Bail", court="court", defendant="Peter Mwangi")),
        ("Lena Fuchs, charged with fraud, was denied bail.",
         says("Bail", "denied", defendant="Lena Fuchs")),
        ("Luis Ferro was arrested in May. A judge in Lima granted him bail on Friday.",
         says("Bail", defendant="Luis Ferro", court="judge", date="Friday")),
        ("Luis Ferro, who was granted bail by a judge in Lima, left the country.",
         says("Bail", defendant="Luis Ferro", court="judge")),
        ("The state bailed out Vestra Bank in 2009.",),
        ("Sailors bailed water in Cowes.",),
    ],
)  # fmt: skip
def test_bail(row: Row) -> None:
    """Whom a court lets out until the trial; who bails out a bank grants none."""
    found, expected = agree(row, "Bail")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("A court in Lyon issued an arrest warrant for Andre Blanc on Friday.",
         says("ArrestWarrant", issuer="court", wanted="Andre Blanc", date="Friday")),
        ("Interpol issued a red notice for Dmitri Orlov over fraud.",
         says("ArrestWarrant", issuer="Interpol", wanted="Dmitri Orlov", crime="fraud")),
        ("Dmitri Orlov, who is wanted in Spain for murder, lives in Dubai.",
         says("ArrestWarrant", issuer="Spain", wanted="Dmitri Orlov", crime="murder")),
        ("Luis Ferro vanished in May. A judge in Lima has issued an arrest warrant for Ferro.",
         says("ArrestWarrant", wanted="Luis Ferro", issuer="judge")),
        ("The workers' council in Essen wanted Carla Diehl for the post.",),
        ("There is no warrant for such optimism in Athens.",),
    ],
)  # fmt: skip
def test_arrest_warrant(row: Row) -> None:
    """Who is wanted for what; wishes are none."""
    found, expected = agree(row, "ArrestWarrant")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Police raided the offices of Vestra Bank in Zurich on Wednesday.",
         says("PoliceRaid", searcher="Police", searched="offices", date="Wednesday")),
        ("The home of Karl Weiss was searched by investigators.",
         says("PoliceRaid", searcher="investigators", searched="home")),
        ("Detectives in Porto, who have been looking into the affair for a year, searched a villa of Rui Pinho.",
         says("PoliceRaid", searcher="Detectives", searched="villa")),
        ("Tax inspectors visited Halden Foods. On Friday police searched its headquarters.",
         says("PoliceRaid", searcher="police", searched="headquarters", date="Friday")),
        ("Fans searched the shops of Milan for tickets.",),
        ("The corporate raider Carl Ames bought Halden Foods.",),
        ("Children raided the fridge in Vigo.",),
    ],
)  # fmt: skip
def test_police_raid(row: Row) -> None:
    """What the police search; other searches are none."""
    found, expected = agree(row, "PoliceRaid")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Customs officers in Antwerp seized two tonnes of cocaine.",
         says("Seizure", seizer="Customs officers", seized="2 tonnes")),
        ("A yacht of Oleg Zimin was confiscated by Italy in March.",
         says("Seizure", seizer="Italy", seized="yacht", date="March")),
        ("Some 40 rifles were seized by the police at a farm near Quito.",
         says("Seizure", seizer="police", seized="40 rifles")),
        ("Italy froze the accounts of Oleg Zimin. It also seized his yacht.",
         says("Seizure", seizer="Italy", seized="yacht")),
        ("Customs officers in Vigo, who opened the lorry, seized 40 kilograms of cocaine.",
         says("Seizure", seizer="Customs officers", seized="40 kilograms")),
        ("Lea Winter had a seizure on stage in Vienna.",),
        ("Rafael Costa seized his chance in Madrid.",),
    ],
)  # fmt: skip
def test_seizure(row: Row) -> None:
    """What an authority takes away; an epileptic's seizure is none."""
    found, expected = agree(row, "Seizure")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Burglars stole three paintings from a villa in Nice on Sunday.",
         says("Theft", thief="Burglars", stolen="3 paintings", robbed="villa", place="Nice", date="Sunday")),
        ("The crown was stolen from the Museum of Ghent in 1998.",
         says("Theft", stolen="crown", robbed="Museum of Ghent", date="1998")),
        ("Masked men, one of them armed, robbed a bank in Turin and fled.",
         says("Theft", thief="Masked men", robbed="bank", place="Turin")),
        ("Thieves broke into the Museum of Ghent. They got away with $2 million.",
         says("Theft", thief="Thieves", robbed="Museum of Ghent", amount="USD 2000000")),
        ("The theft of a Rembrandt by a guard shocked Leiden.",
         says("Theft", stolen="Rembrandt", thief="guard")),
        ("Ida Holm stole the show in Bayreuth.",),
        ("Fog robbed Galway of its view.",),
    ],
)  # fmt: skip
def test_theft(row: Row) -> None:
    """What is stolen from whom by whom; shows are stolen otherwise."""
    found, expected = agree(row, "Theft")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Marlon Reyes defrauded 300 investors of $45 million.",
         says("Fraud", thief="Marlon Reyes", robbed="300 investors", amount="USD 45000000")),
        ("More than $2 million was embezzled from the charity by Helga Brandt.",
         says("Fraud", thief="Helga Brandt", robbed="charity", amount="USD 2000000")),
        ("Prosecutors in Basel charged Urs Frei with defrauding pensioners.",
         says("Fraud", "reported", thief="Urs Frei", robbed="pensioners")),
        ("Helga Brandt kept the books of the club. She embezzled 900,000 euros in 2019.",
         says("Fraud", thief="Helga Brandt", amount="EUR 900000")),
        ("Critics called the tower in Aachen a fraud.",),
        ("The rain cheated death valley of its fame in Reno.",),
        ("The magician duped nobody, and siphons of soda stood on the bar in Vigo.",),
    ],
)  # fmt: skip
def test_fraud(row: Row) -> None:
    """Who is deceived of how much by whom."""
    found, expected = agree(row, "Fraud")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Belarus released Pavel Sidorov on Friday.",
         says("Release", releaser="Belarus", released="Pavel Sidorov", date="Friday")),
        ("Two German hostages were freed by the rebels in Mali.",
         says("Release", releaser="rebels", released="2 hostages")),
        ("Sofia Duarte, held since 2021, was released from prison in Caracas.",
         says("Release", released="Sofia Duarte", fromPlace="prison")),
        ("Police in Tunis arrested Karim Said. He was released on bail.",
         says("Release", released="Karim Said")),
        ("Protesters in Lima demanded the release of 40 prisoners.",
         says("Release", "possible", released="40 prisoners")),
        ("Olga Reyes, who was released from prison by Peru in May, has flown to Madrid.",
         says("Release", releaser="Peru", fromPlace="prison", released="Olga Reyes", date="May")),
        ("Ida Holm released her third album in Oslo.",),
        ("The release of steam is normal, the plant in Lyon said.",),
    ],
)  # fmt: skip
def test_release(row: Row) -> None:
    """Who is let go by whom; films and data are released otherwise."""
    found, expected = agree(row, "Release")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Two inmates escaped from a prison in Marseille on Sunday night.",
         says("Escape", escapee="2 inmates", fromPlace="prison", date="Sunday night")),
        ("Rashid Nur fled to Dubai in 2022.",
         says("Escape", escapee="Rashid Nur", toPlace="Dubai", date="2022")),
        ("The escape of Rashid Nur from a jail in Sana embarrassed the ministry.",
         says("Escape", escapee="Rashid Nur", fromPlace="jail")),
        ("Rashid Nur was jailed in May. He broke out of the prison in June.",
         says("Escape", escapee="Rashid Nur", fromPlace="prison", date="June")),
        ("Police said that Omar Diaz, who escaped from the prison in Tula in May, had been seen in Oaxaca.",
         says("Escape", escapee="Omar Diaz", fromPlace="prison", date="May")),
        ("Halden Foods escaped with a warning in Brussels.",),
        ("Ida Holm's new novel is pure escape, said Die Zeit.",),
    ],
)  # fmt: skip
def test_escape(row: Row) -> None:
    """Who breaks out or flees, from where and where to."""
    found, expected = agree(row, "Escape")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Peru extradited Luis Vega to Spain on Tuesday.",
         says("Extradition", expeller="Peru", expelled="Luis Vega", expelledTo="Spain", date="Tuesday")),
        ("Luis Vega, arrested in Lima, was extradited to the United States.",
         says("Extradition", expelled="Luis Vega", expelledTo="United States")),
        ("A court in London approved the extradition of Luis Vega to Texas.",
         says("Extradition", "planned", expelled="Luis Vega", expelledTo="Texas")),
        ("Luis Ferro was arrested in Lima in May. Peru extradited him to Spain on Friday.",
         says("Extradition", expeller="Peru", expelled="Luis Ferro", expelledTo="Spain", date="Friday")),
        ("Luis Ferro, who was extradited to Spain by Peru in May, denies the charges.",
         says("Extradition", expeller="Peru", expelled="Luis Ferro", expelledTo="Spain", date="May")),
        ("The treaty on extradition was signed in Lima.",),
        ("Peru handed over the chair of the summit to Chile.",),
        ("Lawyers in Madrid study the law of extradition.",),
        ("A book on extradition won the prize in Lima.",),
    ],
)  # fmt: skip
def test_extradition(row: Row) -> None:
    """Who is handed over to which country."""
    found, expected = agree(row, "Extradition")
    assert found == expected


KNOWN_GAPS = [
    ("matcher: an organisation not known as police that “captured” a person is read as a team, in a Transfer", "Arrest",
     ("Carabinieri captured Matteo Messina Denaro in Palermo. His arrest ended a hunt of 30 years.",
      says("Arrest", arrester="Carabinieri", arrestee="Matteo Messina Denaro", place="Palermo"))),
    ("names: Epic Games is taken for an event", "Lawsuit",
     ("Epic Games sued Apple in 2020.",
      says("Lawsuit", plaintiff="Epic Games", defendant="Apple", date="2020"))),
    ("resolve: “X's cousin” is taken for X", "Charge",
     ("Adam Neumann's cousin was indicted for fraud in Manhattan on Tuesday.",
      says("Charge", defendant="Adam Neumann's cousin", crime="fraud", place="Manhattan", date="Tuesday"))),
    ("resolve: “X's brother” is taken for X", "Acquittal",
     ("The acquittal of Ilham Tohti's brother stunned diplomats in Beijing.",
      says("Acquittal", defendant="Ilham Tohti's brother"))),
]  # fmt: skip


@pytest.mark.parametrize(("cause", "name", "row"), KNOWN_GAPS)
def test_known_gaps(cause: str, name: str, row: Row) -> None:
    """What is listed as a gap is one; when it closes, its row moves to the frame's table."""
    found, expected = agree(row, name)
    assert found != expected, f"no longer a gap, move it to its table: {cause}"


@pytest.mark.parametrize(
    "row",
    [
        ("If convicted, Stavros Lemos faces up to 20 years in prison.",
         says("PenaltyRisk", defendant="Stavros Lemos", sentence="P20Y")),
        ("The banker Ana Roy, who denies the charges, faces a prison sentence of eight years.",
         says("PenaltyRisk", defendant="Ana Roy", sentence="P8Y")),
        ("Ana Roy faces life in prison.",
         says("PenaltyRisk", defendant="Ana Roy", sentence="life")),
        ("Ana Roy denies the charges. If convicted, she faces up to 20 years in prison.",
         says("PenaltyRisk", defendant="Ana Roy", sentence="P20Y")),
        ("The city faces two years of roadworks, and Ana Roy faces a hard choice.",),
        ("Ana Roy faces a long climb in Peru.",),
        ("The house of Ana Roy faces the sea.",),
    ],
)  # fmt: skip
def test_possible_penalty(row: Row) -> None:
    """What penalty somebody faces."""
    found, expected = agree(row, "PenaltyRisk")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Thames Valley Police launched an investigation in March after a cabinet was found open.",
         says("Investigation", investigator="Thames Valley Police")),
        ("Prosecutors in Sfax opened an investigation.", says("Investigation", investigator="Prosecutors")),
        ("An inquiry into the bank was opened by Europol.",
         says("Investigation", investigated="bank", investigator="Europol")),
        ("The investigation took years, and officials opened a door.",),
    ],
)  # fmt: skip
def test_investigation_opened(row: Row) -> None:
    """Which authority has opened an investigation, whatever it looks into."""
    found, expected = agree(row, "Investigation")
    assert found == expected
