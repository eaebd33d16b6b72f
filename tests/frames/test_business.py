"""Business: every frame of ontology/lexicon/business.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        (
            "The city of Medellin set aside $40 million for new buses.",
            says("Investment", investor="Medellín", amount="USD 40000000", purpose="new buses"),
        ),
        (
            "The Korean battery maker Hansol Energy will invest 1.4 billion euros in its plant near Wroclaw over the next four years.",
            says("Investment", "planned", investor="Hansol Energy", amount="EUR 1400000000", destination="plant", period="P4Y"),
        ),
        (
            "About $600 million was invested in the port of Mombasa last year by the Dubai-based operator Gulf Terminals.",
            says("Investment", investor="Gulf Terminals", amount="USD 600000000", destination="port of Mombasa"),
        ),
        (
            "Nexaro's investment of 75 million pounds in the Swansea factory was announced on Monday.",
            says("Investment", investor="Nexaro", amount="GBP 75000000", destination="Swansea factory"),
        ),
        (
            "Anjali Deshmukh said the sovereign fund had poured $3 billion into hydrogen and planned to put $500 million into railways.",
            says("Investment", "reported", investor="sovereign fund", amount="USD 3000000000", destination="hydrogen"),
            says("Investment", "planned", investor="sovereign fund", amount="USD 500000000", destination="railways"),
        ),
        (
            "Orsted Vind plans a large wind farm off Gdansk. The Danish company will spend 900 million euros on the project.",
            says("Investment", "planned", investor="Orsted Vind", amount="EUR 900000000", purpose="project"),
        ),
        (
            "The city of Medellin has earmarked $40 million for new buses and allocated $12 million to a tram depot.",
            says("Investment", investor="Medellín", amount="USD 40000000", purpose="new buses"),
            says("Investment", investor="Medellín", amount="USD 12000000", purpose="tram depot"),
        ),
        (
            "Kigali Motors has attracted an investment of $20 million from the Japanese trading house Marubishi.",
            says("Investment", investor="Marubishi", destination="Kigali Motors", amount="USD 20000000"),
        ),
        ("Firefighters poured water into the warehouse for six hours, and tourists poured into the old town.",),
        ("She put her trust in the team and spent two weeks in Lisbon with her mother.",),
    ],
)
def test_investment(row: Row) -> None:
    """Who puts how much money into what, with verbs of pouring and spending only where the money is named."""
    found, expected = agree(row, "Investment")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Norway wants to recover the subsidies that it granted to Vantor Energy in 2016.",
            says("Grant", funder="Norway", recipient="Vantor Energy", date="2016"),
        ),
        (
            "The Lindqvist Foundation donated 25 million kronor to Uppsala University to fund a chair in Arctic botany.",
            says("Grant", funder="Lindqvist Foundation", recipient="Uppsala University", amount="SEK 25000000"),
        ),
        (
            "The museum was awarded a grant of £3.2 million by the National Lottery Heritage Fund.",
            says("Grant", funder="National Lottery Heritage Fund", recipient="museum", amount="GBP 3200000"),
        ),
        (
            "The European Commission will provide 60 million euros in aid to Moldova and give Armenia another 10 million euros.",
            says("Grant", "planned", funder="European Commission", recipient="Moldova", amount="EUR 60000000"),
            says("Grant", "planned", funder="European Commission", recipient="Armenia", amount="EUR 10000000"),
        ),
        (
            "The Lindqvist Foundation is based in Malmo. In March it gave Pune University 12 million rupees.",
            says("Grant", funder="Lindqvist Foundation", recipient="Pune University", amount="INR 12000000"),
        ),
        (
            "The clinic, which is funded by the Norwegian charity Havhjelp, treats 300 patients a day.",
            says("Grant", funder="Havhjelp", recipient="clinic"),
        ),
        (
            "A $5 million gift to Fordham College from the banker Luis Arroyo will pay for scholarships.",
            says("Grant", funder="Luis Arroyo", recipient="Fordham College", amount="USD 5000000"),
        ),
        (
            "The film “The Salt Road” was financed by Rai Studios with 3 million euros.",
            says("Grant", funder="Rai Studios", recipient="The Salt Road", amount="EUR 3000000"),
        ),
        ("The judge granted the company an extension, and the mayor gave a speech to students.",),
        ("Hotels offered guests free breakfast; one provided buses to the airport.",),
    ],
)
def test_grant(row: Row) -> None:
    """Who gives money to whom: a grant, gift, loan or aid."""
    found, expected = agree(row, "Grant")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Kenyan fintech Twiga Lending has raised $35 million from Novastar Ventures and Partech Capital.",
            says("FundingRound", raiser="Twiga Lending", amount="USD 35000000", investor=["Novastar Ventures", "Partech Capital"]),
        ),
        (
            "Quantinova closed a funding round of 80 million euros, the company said on Tuesday.",
            says("FundingRound", "reported", raiser="Quantinova", amount="EUR 80000000"),
        ),
        (
            "A total of $120 million was raised by the biotech company Genoma Verde to bring its malaria drug to market.",
            says("FundingRound", raiser="Genoma Verde", amount="USD 120000000"),
        ),
        (
            "The chip designer, which secured $60 million from SoftBank in 2022 and employs 90 people, moved to Eindhoven.",
            says("FundingRound", raiser="chip designer", amount="USD 60000000", investor="SoftBank"),
        ),
        (
            "Bolttech is based in Singapore. The insurer raised $100 million last week.",
            says("FundingRound", raiser="Bolttech", amount="USD 100000000"),
        ),
        (
            "The online bank hopes to raise as much as $2 billion in an initial public offering in São Paulo.",
            says("FundingRound", "planned", raiser="online bank", amount="USD 2000000000"),
        ),
        ("Kite Labs raised $20 million in Vigo on Monday.", says("FundingRound", raiser="Kite Labs", amount="USD 20000000", date="Monday")),
        ("Volunteers raised the flag at dawn, and the airline raised its fares by 4%.",),
        ("The union secured better pay for drivers, and the film attracted large audiences in Lagos.",),
    ],
)
def test_funding_round(row: Row) -> None:
    """A company raises money, from whom and how much."""
    found, expected = agree(row, "FundingRound")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Brazilian brewer Cerveza Norte has bought the Irish distillery Ballyroe for 410 million euros.",
            says("Acquisition", buyer="Cerveza Norte", target="Ballyroe", amount="EUR 410000000"),
        ),
        (
            "Sapphire Insurance was acquired last year by the Zurich-based group Helvion for $2.1 billion.",
            says("Acquisition", buyer="Helvion", target="Sapphire Insurance", amount="USD 2100000000"),
        ),
        (
            "Kuroda Steel completed its takeover of the Turkish pipe maker Borsan on Friday.",
            says("Acquisition", buyer="Kuroda Steel", target="Borsan"),
        ),
        (
            "The acquisition of Meridian Foods by Lagos-based Dangora Group will be reviewed by the regulator.",
            says("Acquisition", buyer="Dangora Group", target="Meridian Foods"),
        ),
        (
            "Analysts expect Telvia, which sold its Polish unit to Orion Mobile, to buy 30% of the operator Kabelnet for 90 million euros.",
            says("Acquisition", seller="Telvia", target="Polish unit", buyer="Orion Mobile"),
            says("Acquisition", "planned", buyer="Telvia", target="Kabelnet", share="30 %", amount="EUR 90000000"),
        ),
        (
            "Grupo Salinero is in talks with banks. The Mexican retailer wants to take over the rival chain Mercaditos.",
            says("Acquisition", "planned", buyer="Grupo Salinero", target="Mercaditos"),
        ),
        (
            "Vantage Capital increased its stake in Aalto Paper to 15%.",
            says("Acquisition", buyer="Vantage Capital", target="Aalto Paper", share="15 %"),
        ),
        (
            "The airline Air Tahoma abandoned its takeover of the regional carrier SkyLoop.",
            says("Acquisition", "denied", buyer="Air Tahoma", target="SkyLoop"),
        ),
        (
            "SkyLoop was bought by the fund Calloway Partners in 2021. Calloway Partners said it may sell SkyLoop.",
            says("Acquisition", buyer="Calloway Partners", target="SkyLoop", date="2021"),
            says("Acquisition", "possible", seller="Calloway Partners", target="SkyLoop"),
        ),
        ("Lumina Group was spun off from Nokia in 2014.", says("Acquisition", seller="Nokia", target="Lumina Group", date="2014")),
        ("Refugees bought bread and milk at the border, and the museum acquired a painting by Amrita Sher-Gil.",),
        ("He took over as captain, and the couple bought a house in Porto for 300,000 euros.",),
    ],
)
def test_acquisition(row: Row) -> None:
    """A company, unit or stake changes hands: buyer, target, seller, price and share."""
    found, expected = agree(row, "Acquisition")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Sagar Bank and the Indian lender Deccan Finance will merge next year.",
            says("Merger", "planned", party=["Deccan Finance", "Sagar Bank"]),
        ),
        (
            "Polar Shipping completed its merger with the Greek carrier Aegis Lines.",
            says("Merger", party=["Aegis Lines", "Polar Shipping"]),
        ),
        (
            "A merger between Nordhaus Energy and Swiss Elektra Group was announced in Bern on Wednesday.",
            says("Merger", party=["Nordhaus Energy", "Swiss Elektra Group"]),
        ),
        (
            "Investors say that Lumen Air, which merged with Baltic Wings in 2017, has lost passengers.",
            says("Merger", party=["Baltic Wings", "Lumen Air"]),
        ),
        (
            "Luanda Oil is the largest energy company in Angola. It will merge with Cordova Oil next year.",
            says("Merger", "planned", party=["Cordova Oil", "Luanda Oil"]),
        ),
        (
            "The regulator blocked the merger of Pharmalon Group and Medisan Group.",
            says("Merger", "denied", party=["Medisan Group", "Pharmalon Group"]),
        ),
        (
            "The regulator approved the merger of Polar Shipping with Aegis Lines.",
            says("Merger", "planned", party=["Aegis Lines", "Polar Shipping"]),
        ),
        ("Two lanes merge before the tunnel, where drivers often brake too late.",),
        ("The chef combines chilli with chocolate, and the novel fuses history with myth.",),
        (
            "Talks between Luanda Oil and Cordova Oil lasted a year. The two companies will now combine.",
            says("Merger", "planned", party=["Cordova Oil", "Luanda Oil"]),
        ),
    ],
)
def test_merger(row: Row) -> None:
    """Organisations become one; both sides are parties."""
    found, expected = agree(row, "Merger")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Ukrainian trader Agronova sold 60,000 tonnes of wheat to Egypt in April.",
            says("Sale", seller="Agronova", item="60000 tonnes", buyer="Egypt"),
        ),
        (
            "A painting by Tarsila do Amaral was sold for $20 million in New York on Thursday.",
            says("Sale", item="painting", amount="USD 20000000"),
        ),
        ("The duke's castle fetched 11 million pounds at auction.", says("Sale", item="castle", amount="GBP 11000000")),
        (
            "The ministry announced the sale of 24 fighter jets to Peru for $1.5 billion.",
            says("Sale", seller="ministry", item="24 jets", buyer="Peru", amount="USD 1500000000"),
        ),
        (
            "Air Tahoma said it had sold two aircraft and planned to auction its paintings.",
            says("Sale", "reported", seller="Air Tahoma", item="2 aircraft"),
            says("Sale", "planned", seller="Air Tahoma", item="paintings"),
        ),
        (
            "Hyundo Motors had a good spring in Vietnam. The carmaker sold 41,000 electric cars there.",
            says("Sale", seller="Hyundo Motors", item="41000 cars"),
        ),
        (
            "Poland bought 96 attack helicopters from the American company Boeing.",
            says("Sale", buyer="Poland", seller="Boeing", item="96 helicopters"),
        ),
        ("The government failed to sell the plan to voters, and nobody bought his excuse.",),
        ("The book sold well, and the concert was sold out within an hour.",),
    ],
)
def test_sale(row: Row) -> None:
    """Goods, works and assets are sold: by whom, to whom, what and for how much."""
    found, expected = agree(row, "Sale")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Air Lanka has ordered 12 planes from Embraer and the Omani carrier Straits Air plans to order six helicopters from Airbus.",
            says("Contract", customer="Air Lanka", supplier="Embraer", item="12 planes"),
            says("Contract", "planned", customer="Straits Air", supplier="Airbus", item="6 helicopters"),
        ),
        (
            "The Finnish shipbuilder Rauma Yards won a $700 million contract from the Australian navy to build three ferries.",
            says("Contract", supplier="Rauma Yards", customer="Australian navy", amount="USD 700000000", item="to build three ferries"),
        ),
        (
            "A $300 million contract was awarded to the Egyptian builder Nile Works by the transport ministry.",
            says("Contract", supplier="Nile Works", customer="transport ministry", amount="USD 300000000"),
        ),
        (
            "The Czech arms maker Zbrojovka supplies ammunition to Ukraine.",
            says("Contract", supplier="Zbrojovka", item="ammunition", customer="Ukraine"),
        ),
        (
            "Officials said Air Lanka, which ordered 12 planes from Embraer in May, plans to order six helicopters from Airbus.",
            says("Contract", customer="Air Lanka", supplier="Embraer", item="12 planes"),
            says("Contract", "planned", customer="Air Lanka", supplier="Airbus", item="6 helicopters"),
        ),
        (
            "Siemens Mobility has delivered trains to Cairo before. In May the German company secured an order for 40 trams from the city.",
            says("Contract", supplier="Siemens Mobility", customer="Cairo", item="40 trams"),
        ),
        (
            "Lion Rail equips hospitals in Ghana with solar panels.",
            says("Contract", supplier="Lion Rail", customer="hospitals", item="solar panels"),
        ),
        (
            "Ethiopia placed an order for 20 turbines with the French company Alstom.",
            says("Contract", customer="Ethiopia", supplier="Alstom", item="20 turbines"),
        ),
        ("Police ordered residents to leave, and the waiter took our order.",),
        ("The striker signed a new contract, and the army restored order in the capital.",),
    ],
)
def test_contract(row: Row) -> None:
    """An order of goods or work and their supply: supplier, customer, item and amount."""
    found, expected = agree(row, "Contract")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Efua Mensah and her sister Adjoa founded the cosmetics company Shealine in 2009.",
            says("Founding", founder=["Adjoa", "Efua Mensah"], founded="Shealine", date="2009"),
        ),
        (
            "The orchestra was founded in 1948 by the Hungarian conductor István Kertai.",
            says("Founding", founder="István Kertai", founded="orchestra", date="1948"),
        ),
        (
            "Rania Haddad, the founder of the payment firm Dinar Express, left Amman for London.",
            says("Founding", founder="Rania Haddad", founded="Dinar Express"),
        ),
        (
            "The court heard that Mr Oyelaran set up three companies in Cyprus and established a charity in Malta.",
            says("Founding", "reported", founder="Oyelaran", founded="three companies"),
            says("Founding", "reported", founder="Oyelaran", founded="charity"),
        ),
        (
            "Hiroshi Tanabe left Toyota in 1999. A year later he started a company that makes robots.",
            says("Founding", founder="Hiroshi Tanabe", founded="company"),
        ),
        (
            "Senegal and Mali agreed to create a regional health agency.",
            says("Founding", "planned", founder=["Mali", "Senegal"], founded="regional health agency"),
        ),
        ("Doctors found a tumour, and the report was founded on interviews.",),
        ("The rain created puddles, and the talks established that both sides want peace.",),
    ],
)
def test_founding(row: Row) -> None:
    """Somebody founds an organisation; the agent may be unnamed."""
    found, expected = agree(row, "Founding")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Hitachi is due to open two data centres.", says("Opening", "planned", opener="Hitachi", site="two data centres")),
        ("The Swedish retailer Hemmet opened its first store in Hanoi on Saturday.", says("Opening", opener="Hemmet", site="first store")),
        (
            "A new terminal at Lusaka airport was inaugurated by President Hakainde Hichilema.",
            says("Opening", opener="Hakainde Hichilema", site="new terminal"),
        ),
        ("Thousands of people attended the opening of the Grand Egyptian Museum.", says("Opening", site="Grand Egyptian Museum")),
        (
            "The bank, which opened a branch in Almaty last year, wants to reopen its office in Baku.",
            says("Opening", opener="bank", site="branch"),
            says("Opening", "planned", opener="bank", site="office"),
        ),
        (
            "Muji Stores has 20 shops in India. The Japanese retailer will open another store in Pune in June.",
            says("Opening", "planned", opener="Muji Stores", site="store"),
        ),
        (
            "Hitachi, which plans to open a plant in 2027, said it had opened two data centres.",
            says("Opening", "planned", opener="Hitachi", site="plant"),
            says("Opening", "reported", opener="Hitachi", site="two data centres"),
        ),
        ("Shares opened higher in Tokyo, and the striker opened the scoring after nine minutes.",),
        ("Police opened fire, and the court opened an inquiry into the ferry's sinking.",),
    ],
)
def test_opening(row: Row) -> None:
    """A site or branch opens, by itself or by somebody."""
    found, expected = agree(row, "Opening")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The American carmaker Fordham Motors will close its plant in Chennai by the end of the year.",
            says("Closing", "planned", closer="Fordham Motors", site="plant"),
        ),
        ("Twelve village schools were shut by the province of Zeeland.", says("Closing", closer="Zeeland", site="Twelve village schools")),
        (
            "Unions protested against the closure of the Rotterdam refinery by the Indian group Samarth Oil.",
            says("Closing", closer="Samarth Oil", site="Rotterdam refinery"),
        ),
        (
            "Samarth Steel said it had shut down two mines and planned to mothball a third refinery in Durban.",
            says("Closing", "reported", closer="Samarth Steel", site="two mines"),
            says("Closing", "planned", closer="Samarth Steel", site="third refinery"),
        ),
        (
            "Bata Shoes has made boots in Limerick since 1951. Next year the company will close the factory.",
            says("Closing", "planned", closer="Bata Shoes", site="factory"),
        ),
        ("Oil closed at $71 a barrel, and the two sides are close to a deal.",),
        ("She shut the door, and the deal was closed on Monday.",),
        ("The group said it had shut down two mines in Durban.", says("Closing", "reported", closer="group", site="two mines")),
        ("The Grand Plaza Hotel survived two wars. It closed last week.", says("Closing", site="Grand Plaza Hotel")),
    ],
)
def test_closing(row: Row) -> None:
    """A site or branch closes, by itself or by somebody."""
    found, expected = agree(row, "Closing")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Chinese company Pearl River Bridges is building a bridge across the Save river for $190 million.",
            says("Construction", builder="Pearl River Bridges", site="bridge", amount="USD 190000000"),
        ),
        (
            "The stadium was renovated by the city of Turin at a cost of 80 million euros.",
            says("Construction", builder="Turin", site="stadium", amount="EUR 80000000"),
        ),
        ("Construction of a second nuclear plant in Uzbekistan began in March.", says("Construction", site="second nuclear plant")),
        (
            "The governor promised that Odisha will rebuild the hospital and expand two bridges.",
            says("Construction", "planned", builder="Odisha", site="hospital"),
            says("Construction", "planned", builder="Odisha", site="two bridges"),
        ),
        (
            "Vestara makes wind turbines. The firm plans to build a factory in Izmir.",
            says("Construction", "planned", builder="Vestara", site="factory"),
        ),
        (
            "Ground was broken on the terminal in Accra by the developer Terra Nova.",
            says("Construction", builder="Terra Nova", site="terminal"),
        ),
        (
            "The Chinese company Sinobridge is building a bridge across the Save river for $190 million.",
            says("Construction", builder="Sinobridge", site="bridge", amount="USD 190000000"),
        ),
        ("The coach built a strong side, and the party is building support among farmers.",),
        ("The bank expanded into Kenya and upgraded its forecast for growth.",),
    ],
)
def test_construction(row: Row) -> None:
    """A site is built, renovated or enlarged: builder, site and cost."""
    found, expected = agree(row, "Construction")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The vaccine, which goes on sale in India next week, costs $3 a dose.", says("Launch", "planned", launched="vaccine")),
        (
            "The chief executive said Volta Motors would introduce two hybrid cars.",
            says("Launch", "planned", launcher="Volta Motors", launched="two hybrid cars"),
        ),
        (
            "Samjin Electronics launched a foldable phone in Jakarta on Tuesday for $899.",
            says("Launch", launcher="Samjin Electronics", launched="foldable phone", amount="USD 899"),
        ),
        (
            "A campaign against malaria was launched in Bamako by the health ministry.",
            says("Launch", launcher="health ministry", launched="campaign"),
        ),
        (
            "Renault delayed the launch of its electric van until autumn.",
            says("Launch", "planned", launcher="Renault", launched="electric van"),
        ),
        (
            "The chief executive said Volta Motors will introduce two hybrid cars and roll out a subscription service in Spain.",
            says("Launch", "planned", launcher="Volta Motors", launched="two hybrid cars"),
            says("Launch", "planned", launcher="Volta Motors", launched="subscription service"),
        ),
        (
            "Nordlys Software released a language model in February. A month later the company unveiled an app.",
            says("Launch", launcher="Nordlys Software", launched="language model"),
            says("Launch", launcher="Nordlys Software", launched="app"),
        ),
        ("The vaccine, which went on sale in India last week, costs $3 a dose.", says("Launch", launched="vaccine")),
        ("Volta Motors will announce quarterly figures on Friday.",),
        ("Rebels launched rockets at the airport, and the police released the suspect.",),
        ("Unveiling the budget, the minister introduced his successor to reporters.",),
    ],
)
def test_launch(row: Row) -> None:
    """A product, service, programme or campaign is brought out, by whom and at what price."""
    found, expected = agree(row, "Launch")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Halden Robotics entered the Polish market in 1995.",
         says("MarketEntry", entrant="Halden Robotics", market="Poland", date="1995")),
        ("Vantor Energy has expanded into India and plans to expand into Nepal.",
         says("MarketEntry", entrant="Vantor Energy", market="India"),
         says("MarketEntry", "planned", entrant="Vantor Energy", market="Nepal")),
        ("The bakery chain Brotwerk set up shop in Lagos in 2010.",
         says("MarketEntry", entrant="Brotwerk", market="Lagos", date="2010")),
        ("“We put down roots here in 1978,” said Ana Roy, chief executive of Halden Robotics.",
         says("MarketEntry", "reported", entrant="Halden Robotics", date="1978")),
        ("Orbix Systems began operations in Chile in 1990.", says("MarketEntry", entrant="Orbix Systems", market="Chile", date="1990")),
        ("Vantor Energy’s expansion into Vietnam cost it dearly.", says("MarketEntry", entrant="Vantor Energy", market="Vietnam")),
        ("The grocer Freshcart has 80 shops in Uganda. In May it entered the Kenyan market.",
         says("MarketEntry", entrant="Freshcart", market="Kenya", date="May")),
        ("The roots of the oak were set in 1978, and the shop on the corner opened.",),
        ("Orbix Systems will expand its training programmes in Chile.",),
        ("The army moved into Chad, and rescuers began an operation.",),
    ],
)  # fmt: skip
def test_market_entry(row: Row) -> None:
    """An organisation begins to do business somewhere; armies move and programmes grow without it."""
    found, expected = agree(row, "MarketEntry")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Norwegian Red Cross provides free meals to 200 families in Aleppo.",
         says("Provision", provider="Norwegian Red Cross", provided="free meals", recipient="200 families")),
        ("Orbix Systems will provide free textbooks on robotics and safety.",
         says("Provision", "planned", provider="Orbix Systems", provided="free textbooks", topic=["robotics", "safety"])),
        ("The University of Oslo offers free tuition to students from Norway.",
         says("Provision", provider="University of Oslo", provided="free tuition", recipient="students")),
        ("The Norwegian Red Cross provided 300 refugees with blankets and medicine.",
         says("Provision", provider="Norwegian Red Cross", provided=["blankets", "medicine"], recipient="300 refugees")),
        ("Vantor Energy refused to provide electricity to Chad.",
         says("Provision", "denied", provider="Vantor Energy", provided="electricity", recipient="Chad")),
        ("Free meals were provided to 200 families by the Vigo Food Bank.",
         says("Provision", provider="Vigo Food Bank", provided="Free meals", recipient="200 families")),
        ("Floods hit Lima in May. The charity Sea Watch distributed blankets to 900 families.",
         says("Provision", provider="Sea Watch", provided="blankets", recipient="900 families")),
        ("The report provides an explanation, and the bridge offers a view of Oslo.",),
        ("Jan Roy offered his condolences to the family in Oslo.",),
        ("Police in Oslo provided no details of the attack.",),
    ],
)  # fmt: skip
def test_provision(row: Row) -> None:
    """Who makes what service, goods or knowledge available to whom; views, condolences and details are none."""
    found, expected = agree(row, "Provision")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "The Ivorian cooperative Cacao Divo produced 38,000 tonnes of cocoa last season.",
            says("Production", producer="Cacao Divo", quantity="38000 tonnes", product="cocoa"),
        ),
        (
            "Some 250,000 cars are assembled each year at the plant in Tangier.",
            says("Production", producer="plant", quantity="250000 cars"),
        ),
        (
            "Output of 1.2 million barrels a day makes Angola one of Africa's largest producers.",
            says("Production", quantity="1200000 barrels"),
        ),
        (
            "The company, which mined 90,000 ounces of gold in 2023, hopes to extract 120,000 ounces this year.",
            says("Production", producer="company", quantity="90000 ounces", product="gold"),
            says("Production", "planned", producer="company", quantity="120000 ounces"),
        ),
        (
            "Nimbus Steel opened the factory in 2021. The company now makes 40,000 tonnes of wire a month.",
            says("Production", producer="Nimbus Steel", quantity="40000 tonnes", product="wire"),
        ),
        (
            "The dairy in Anand bottles two million litres of milk a day.",
            says("Production", producer="dairy", quantity="2000000 litres", product="milk"),
        ),
        ("The court produced no evidence, and the sides made progress in Doha.",),
        ("The storm generated waves of nine metres, and he made three mistakes.",),
    ],
)
def test_production(row: Row) -> None:
    """Somebody or a site produces a counted quantity of goods."""
    found, expected = agree(row, "Production")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Lebanese investor Karim Aoun owns three hotels in Larnaca.", says("ownerOf", subject="Karim Aoun", object="three hotels")),
        ("The newspaper is owned by the steel group Vulcan.", says("ownerOf", subject="Vulcan", object="newspaper")),
        ("Mei Lin, the owner of the restaurant, called the police.", says("ownerOf", subject="Mei Lin", object="restaurant")),
        ("Mei Lin was banned from holding public office for six years.",),
        (
            "Qatar, which holds a large stake in the carmaker Wolfsdorf Motors, backed the chairman.",
            says("ownerOf", subject="Qatar", object="Wolfsdorf Motors"),
        ),
        (
            "Elena Petrova made her money in timber. She also owns a football club.",
            says("ownerOf", subject="Elena Petrova", object="football club"),
        ),
        ("He owned up to the theft, and they hold different views.",),
        ("The party's own members control their temper.",),
    ],
)
def test_owner_of(row: Row) -> None:
    """An owner and what it owns, by verb, noun or stake."""
    found, expected = agree(row, "ownerOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Vodamax, a subsidiary of the Spanish group Telenova, employs 900 people.",
            says("subOrganizationOf", subject="Vodamax", object="Telenova"),
        ),
        (
            "Pemex Norte is the parent company of the shipping firm Golfo Lines.",
            says("subOrganizationOf", subject="Golfo Lines", object="Pemex Norte"),
        ),
        (
            "Telenova's Moroccan subsidiary Atlas Mobile cut its prices.",
            says("subOrganizationOf", subject="Atlas Mobile", object="Telenova"),
        ),
        (
            "The ministry fined Jetra, which is a subsidiary of Air Batavia, for delays.",
            says("subOrganizationOf", subject="Jetra", object="Air Batavia"),
        ),
        ("The parent of two pupils complained to the school.",),
        ("Her parents moved to Osaka in 1971.",),
        (
            "Atlas Mobile was founded in Fez. It is now a subsidiary of Telenova Group.",
            says("subOrganizationOf", subject="Atlas Mobile", object="Telenova Group"),
        ),
    ],
)
def test_sub_organization_of(row: Row) -> None:
    """A company and its parent, from either side."""
    found, expected = agree(row, "subOrganizationOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Lyon-based battery maker Verkos cut 200 jobs.", says("headquarteredIn", subject="Verkos", object="Lyon")),
        ("Andela Logistics is headquartered in Kampala.", says("headquarteredIn", subject="Andela Logistics", object="Kampala")),
        ("The charity Rain for All, based in Dhaka, dug 40 wells.", says("headquarteredIn", subject="Rain for All", object="Dhaka")),
        ("Fintrust moved its headquarters to Dublin after the vote.", says("headquarteredIn", subject="Fintrust", object="Dublin")),
        ("The film is based on a novel set in Odessa.",),
        ("Rain Trust was founded in 2001. The charity is based in Geneva.", says("headquarteredIn", subject="Rain Trust", object="Geneva")),
        ("The climbers reached base camp, and the soldiers returned to their base in Djibouti.",),
    ],
)
def test_headquartered_in(row: Row) -> None:
    """An organisation and the place of its head office."""
    found, expected = agree(row, "headquarteredIn")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        (
            "Kaneko Glass's largest customer is the retailer Carrefond Stores.",
            says("supplierOf", subject="Kaneko Glass", object="Carrefond Stores"),
        ),
        (
            "Kaneko Glass is a supplier to the Japanese carmaker Subara Motors.",
            says("supplierOf", subject="Kaneko Glass", object="Subara Motors"),
        ),
        ("Rolls Aero supplies the airline Gulf Wings.", says("supplierOf", subject="Rolls Aero", object="Gulf Wings")),
        ("Intelis, a contractor for the defence ministry, was hacked.", says("supplierOf", subject="Intelis", object="defence ministry")),
        (
            "The retailer Carrefond Stores, a customer of Kaneko Glass, was named in the report.",
            says("supplierOf", subject="Kaneko Glass", object="Carrefond Stores"),
        ),
        (
            "Kordel, which supplies Volta Motors and Halden Motors, cut 200 jobs.",
            says("supplierOf", subject="Kordel", object="Volta Motors"),
            says("supplierOf", subject="Kordel", object="Halden Motors"),
        ),
        ("Aid workers supplied refugees with water.",),
        ("Customers complained about the queues.",),
        ("Norwegian gas suppliers raised prices, and the Polish contractor left.",),
        (
            "Kaneko Glass has 900 workers. The company is a supplier to Subara Motors.",
            says("supplierOf", subject="Kaneko Glass", object="Subara Motors"),
        ),
    ],
)
def test_supplier_of(row: Row) -> None:
    """An organisation and its customer, from either side."""
    found, expected = agree(row, "supplierOf")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The party developed a habit of losing.",),
        ("The Slovenian firm Pipeline Air makes electric aircraft.", says("makes", subject="Pipeline Air", object="electric aircraft")),
        ("The vaccine is manufactured by the Serum Institute in Pune.", says("makes", subject="Serum Institute", object="vaccine")),
        ("Kokoro, the maker of the robot, is based in Nagoya.", says("makes", subject="Kokoro", object="robot")),
        (
            "The investor bought a share of Tigris Foods, which produces cheese and chocolate.",
            says("makes", subject="Tigris Foods", object="cheese"),
            says("makes", subject="Tigris Foods", object="chocolate"),
        ),
        ("The company made a profit, and it makes sense to wait.",),
        ("Volta Motors has two plants. The company makes electric buses.", says("makes", subject="Volta Motors", object="electric buses")),
        ("The party produced a surprise and developed a taste for losing.",),
    ],
)
def test_makes(row: Row) -> None:
    """An organisation and its product."""
    found, expected = agree(row, "makes")
    assert found == expected


KNOWN_GAPS = [
    (
        "resolving: the price of diesel is no diesel",
        "PriceChange",
        ("Diesel prices rose 8% in Bolivia on Friday.", says("PriceChange", item="diesel prices", change="8 %")),
    ),
    (
        'grammar: "at a price of $899" is no amount of the verb',
        "Launch",
        (
            "Samjin Electronics launched a foldable phone in Jakarta at a price of $899.",
            says("Launch", launcher="Samjin Electronics", launched="foldable phone", amount="USD 899"),
        ),
    ),
    (
        "grammar: what leads a round hangs on its amount, not on the round",
        "FundingRound",
        (
            "Quantinova closed a funding round of 80 million euros led by Highland Ventures.",
            says("FundingRound", raiser="Quantinova", amount="EUR 80000000", investor="Highland Ventures"),
        ),
    ),
    (
        'grammar: "co-founder" comes apart into three words',
        "Founding",
        (
            "Rania Haddad, a co-founder of the payment firm Dinar Express, left Amman for London.",
            says("Founding", founder="Rania Haddad", founded="Dinar Express"),
        ),
    ),
    (
        'grammar: an amount without a sign for its currency is no measure after "worth"',
        "Contract",
        ("Rauma Yards won a contract worth 700 million euros.", says("Contract", supplier="Rauma Yards", amount="EUR 700000000")),
    ),
    (
        "matching: an amount that measures the object is no amount of the event",
        "Construction",
        (
            "Terra Nova Group is building a $400 million terminal in Accra.",
            says("Construction", builder="Terra Nova Group", site="terminal", amount="USD 400000000"),
        ),
    ),
    (
        "stance: what is announced with a noun of the future is planned",
        "Closing",
        ("The bank announced the closure of 44 branches in Greece.", says("Closing", "planned", closer="bank", site="44 branches")),
    ),
    (
        "resolving: two names in apposition to a plural are both meant",
        "Merger",
        (
            "The Indian lenders Sagar Bank and Deccan Trust will merge next year.",
            says("Merger", "planned", party=["Deccan Trust", "Sagar Bank"]),
        ),
    ),
    (
        "names: a place before a kind of site names the site",
        "Closing",
        ("Unions protested against the closure of the Kokkola smelter.", says("Closing", site="Kokkola smelter")),
    ),
    (
        "names: the kind of organisation before a name decides its class",
        "Contract",
        (
            "The Finnish shipyard Rauma Marin won a contract from the Australian navy to build three ferries.",
            says("Contract", supplier="Rauma Marin", customer="Australian navy", item="build three ferries"),
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
        ("Liberty Steel competes with Arcelor.",
         says("competesWith", object="Arcelor", subject="Liberty Steel")),
        ("Liberty Steel faces competition from Arcelor, which has cut its prices.",
         says("competesWith", object="Arcelor", subject="Liberty Steel")),
        ("Liberty Steel, a rival of Arcelor, cut 300 jobs.",
         says("competesWith", object="Arcelor", subject="Liberty Steel")),
        ("Liberty Steel makes rails. The company competes with Arcelor.",
         says("competesWith", subject="Liberty Steel", object="Arcelor")),
        ("The runner Ana Roy competed in Oslo, and her rival fell.",),
        ("The minister faced competition from a younger rival.",),
    ],
)  # fmt: skip
def test_competition(row: Row) -> None:
    """Which firms compete with each other."""
    found, expected = agree(row, "competesWith")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Stena Line operates ferries between Kiel and Gothenburg.",
         says("operates", object="ferries", subject="Stena Line")),
        ("The train, operated by the private company Rapido, was late.",
         says("operates", object="train", subject="Rapido")),
        ("The mining company Koruna Gold operates mines in Chile and owns a port.",
         says("operates", object="mines", subject="Koruna Gold")),
        ("The hotel chain Marlow runs 40 hotels in Spain.",
         says("operates", object="40 hotels", subject="Marlow")),
        ("Stena Line was founded in 1962. The company operates ferries between Kiel and Gothenburg.",
         says("operates", subject="Stena Line", object="ferries")),
        ("Surgeons at the hospital operated on the boy, and the shop operates at a loss.",),
        ("Ana Roy ran the marathon and runs every day.",),
    ],
)  # fmt: skip
def test_operating(row: Row) -> None:
    """Who runs a site, a line, a vehicle or a network."""
    found, expected = agree(row, "operates")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Kenyan company Safaricom entered Ethiopia in 2021.",
         says("MarketEntry", entrant="Safaricom", market="Ethiopia")),
        ("The grocer Freshcart said it planned to expand to Poland next year.",
         says("MarketEntry", "planned", entrant="Freshcart", market="Poland")),
        ("Soldiers entered Ethiopia in May, and the tourists entered Spain by train.",),
    ],
)  # fmt: skip
def test_entering_a_country(row: Row) -> None:
    """Which firm comes into which country."""
    found, expected = agree(row, "MarketEntry")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Nordea advised Carlsberg on the sale.",
         says("advises", object="Carlsberg", subject="Nordea")),
        ("Carlsberg was advised by Nordea.",
         says("advises", object="Carlsberg", subject="Nordea")),
        ("Nordea, which advised Carlsberg on the sale, has 900 staff.",
         says("advises", subject="Nordea", object="Carlsberg")),
        ("Carlsberg sold a brewery in May. Nordea advised Carlsberg on the sale.",
         says("advises", subject="Nordea", object="Carlsberg")),
        ("Ana Roy advised Carlsberg to wait, and she advised caution.",),
        ("Doctors in Lund advise rest.",),
        ("Nordea advised caution in May.",),
    ],
)  # fmt: skip
def test_advising(row: Row) -> None:
    """Which bank or law firm advises whom."""
    found, expected = agree(row, "advises")
    assert found == expected
