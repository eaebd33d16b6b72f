"""Finance: every frame of ontology/lexicon/finance.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("The mining company Koruna Gold offered $3.2 billion for the grocer Wendover.",
         says("Bid", amount="USD 3200000000", bidder="Koruna Gold", target="Wendover")),
        ("The grocer Wendover rejected a $3.2 billion takeover offer from Koruna Gold.",
         says("Bid", amount="USD 3200000000", bidder="Koruna Gold", target="Wendover")),
        ("A 900 million pound bid for the grocer Wendover was made by the private equity firm Northgate.",
         says("Bid", amount="GBP 900000000", bidder="Northgate", target="Wendover")),
        ("Northgate said it had bid 900 million pounds for Wendover and that it might raise its offer.",
         says("Bid", "reported", amount="GBP 900000000", bidder="Northgate", target="Wendover")),
        ("Northgate wants to own shops. On Monday it made a 900 million pound offer for the grocer Wendover.",
         says("Bid", amount="GBP 900000000", bidder="Northgate", target="Wendover")),
        ("The waiter offered a table by the window, and the shop has an offer on shoes.",),
        ("She made a bid for freedom, and the party offered help to flood victims.",),
    ],
)  # fmt: skip
def test_bid(row: Row) -> None:
    """Who offers how much for which firm; a bid that is turned down was made."""
    found, expected = agree(row, "Bid")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The grocer Freshcart listed on the London Stock Exchange in March.",
         says("Listing", exchange="London Stock Exchange", issuer="Freshcart")),
        ("The gym chain PulseFit went public in 2019.",
         says("Listing", issuer="PulseFit")),
        ("The initial public offering of Vantor Energy is planned for autumn.",
         says("Listing", "planned", issuer="Vantor Energy")),
        ("Talanx Foods said it planned to float in Frankfurt and that it would open an office there.",
         says("Listing", "planned", exchange="Frankfurt am Main", issuer="Talanx Foods")),
        ("Air Baltia is based in Riga. The carrier listed in Frankfurt in March.",
         says("Listing", exchange="Frankfurt am Main", issuer="Air Baltia")),
        ("She listed her reasons in a letter, and the boat floated down the river.",),
        ("The names of the winners went public, and the singer made her debut in Vienna.",),
    ],
)  # fmt: skip
def test_listing(row: Row) -> None:
    """A company comes to the stock exchange."""
    found, expected = agree(row, "Listing")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The furniture chain Marlow filed for bankruptcy on Monday.",
         says("Insolvency", debtor="Marlow")),
        ("The air taxi maker Flugwerk was declared insolvent last week.",
         says("Insolvency", debtor="Flugwerk")),
        ("The bankruptcy of the tour operator Solreis left 9,000 travellers in Crete.",
         says("Insolvency", debtor="Solreis")),
        ("The court heard that the builder Trevill had gone into administration and that its owner had left for Dubai.",
         says("Insolvency", "reported", debtor="Trevill")),
        ("Helvion Group made solar panels. The company went bankrupt in March.",
         says("Insolvency", debtor="Helvion Group")),
        ("The roof collapsed under the snow, and the minister filed a complaint.",),
        ("Talks between the sides collapsed, and the tent fell into the river.",),
    ],
)  # fmt: skip
def test_insolvency(row: Row) -> None:
    """Who goes bankrupt; roofs and talks collapse without it."""
    found, expected = agree(row, "Insolvency")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Hong Kong developer Evergrand defaulted on a $20 billion bond.",
         says("Default", amount="USD 20000000000", debtor="Evergrand", item="$20 billion bond")),
        ("Ghana's default on its bonds in 2022 scared investors.",
         says("Default", debtor="Ghana", item="bonds")),
        ("Officials said Ghana might default on loans of $400 million.",
         says("Default", "possible", debtor="Ghana")),
        ("Evergrand is based in Hong Kong. In March the developer defaulted on a bond.",
         says("Default", debtor="Evergrand", item="bond", date="March")),
        ("The setting is on by default, and the player won by default.",),
        ("The team won by default, and the browser of Orbix Systems is the default on the phone.",),
    ],
)  # fmt: skip
def test_default(row: Row) -> None:
    """Who fails to pay which debt."""
    found, expected = agree(row, "Default")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The bank lent 40 million euros to the port of Bar.",
         says("Loan", amount="EUR 40000000", funder="bank", recipient="Bar")),
        ("Egypt has borrowed $3 billion from Qatar.",
         says("Loan", amount="USD 3000000000", funder="Qatar", recipient="Egypt")),
        ("A $750 million loan to Ethiopia was approved by the World Bank.",
         says("Loan", "planned", amount="USD 750000000", funder="World Bank", recipient="Ethiopia")),
        ("Zenith Bank agreed to lend Vantor Energy 30 million dollars and will open a branch in Kano.",
         says("Loan", "planned", amount="USD 30000000", funder="Zenith Bank", recipient="Vantor Energy")),
        ("Vantor Energy needs cranes. The European Investment Bank lent the company 60 million euros.",
         says("Loan", amount="EUR 60000000", funder="European Investment Bank", recipient="Vantor Energy")),
        (
            "Ghana received a $450 million loan from the World Bank to repair roads damaged by the floods.",
            says("Loan", funder="World Bank", recipient="Ghana", amount="USD 450000000"),
        ),
        ("She borrowed a book from the library, and the fog lent the town a ghostly air.",),
        ("The lake lends its name to the club.",),
    ],
)  # fmt: skip
def test_loan(row: Row) -> None:
    """Who lends how much to whom."""
    found, expected = agree(row, "Loan")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The airline Air Tahoma owes its suppliers 30 million euros.",
         says("Debt", amount="EUR 30000000", creditor="suppliers", debtor="Air Tahoma")),
        ("The club has debts of 90 million euros, and it owes the city of Naples 4 million euros.",
         says("Debt", amount="EUR 90000000", debtor="club"),
         says("Debt", amount="EUR 4000000", debtor="club")),
        ("Air Tahoma has run up debts of 30 million euros.", says("Debt", debtor="Air Tahoma", amount="EUR 30000000")),
        ("The airline Air Tahoma is up for sale. It owes its suppliers 30 million euros.",
         says("Debt", debtor="Air Tahoma", creditor="suppliers", amount="EUR 30000000")),
        ("We owe our lives to the nurses, and he owes her an apology.",),
        ("The novel owes much to the sagas, and its hero is in debt to nobody.",),
    ],
)  # fmt: skip
def test_debt(row: Row) -> None:
    """Who owes how much to whom."""
    found, expected = agree(row, "Debt")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The utility Elektra Sud issued bonds worth 600 million euros.",
         says("BondIssue", amount="EUR 600000000", issuer="utility")),
        ("Helvion Group said it had sold $500 million of green bonds to refinance its debt.",
         says("BondIssue", "reported", amount="USD 500000000", issuer="Helvion Group")),
        ("The utility Elektra Sud runs dams in Galicia. On Monday it sold bonds worth 600 million euros.",
         says("BondIssue", issuer="Elektra Sud", amount="EUR 600000000", date="Monday")),
        ("The two sisters have a close bond, and the clerk issued a ticket.",),
        ("The film crew sold 200 copies of the James Bond poster in Cannes.",),
    ],
)  # fmt: skip
def test_bond_issue(row: Row) -> None:
    """Who sells bonds of how much."""
    found, expected = agree(row, "BondIssue")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Nordkap Bank proposed a dividend of 16 kronor per share.",
         says("Dividend", "planned", amount="SEK 16", issuer="Nordkap Bank")),
        ("A special dividend of 90 cents per share was announced by the grocer Hemmet.",
         says("Dividend", amount="USD 0.9", issuer="Hemmet")),
        ("Nordkap Bank, which made a record profit, will pay a dividend of 16 kronor per share.",
         says("Dividend", "planned", issuer="Nordkap Bank", amount="SEK 16")),
        ("Nordkap Bank made a record profit. It paid a dividend of 16 kronor per share.",
         says("Dividend", issuer="Nordkap Bank", amount="SEK 16")),
        ("The peace dividend was small, and early starts paid dividends.",),
        ("The rest paid dividends for the cyclist in Nice.",),
    ],
)  # fmt: skip
def test_dividend(row: Row) -> None:
    """What a company pays its shareholders."""
    found, expected = agree(row, "Dividend")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The oil company Petronor will buy back $3.5 billion of its own shares.",
         says("Buyback", "planned", amount="USD 3500000000", issuer="Petronor")),
        ("The insurer Helvion announced a share buyback of 900 million francs.",
         says("Buyback", amount="CHF 900000000", issuer="Helvion")),
        ("Shares were bought back by the insurer Helvion last year.",
         says("Buyback", issuer="Helvion")),
        ("Helvion Group, which sold its ships in May, announced a share buyback of 200 million euros.",
         says("Buyback", issuer="Helvion Group", amount="EUR 200000000")),
        ("Helvion Group made a record profit. The company will buy back $3 billion of its shares.",
         says("Buyback", "planned", issuer="Helvion Group", amount="USD 3000000000")),
        ("He bought back his old car from a farmer.",),
        ("The museum repurchased a painting.",),
    ],
)  # fmt: skip
def test_buyback(row: Row) -> None:
    """A company buys its own shares."""
    found, expected = agree(row, "Buyback")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The German carmaker Wolfsdorf is recalling 46,000 vans because of faulty brakes.",
         says("Recall", recalled="46000 vans", recaller="Wolfsdorf")),
        ("A recall of 1.2 million airbags was ordered by the Japanese supplier Takeda Safety.",
         says("Recall", "planned", recalled="1200000 airbags", recaller="Takeda Safety")),
        ("The ministry said that the importer Nordfrukt had recalled the berries and closed its warehouse.",
         says("Recall", "reported", recalled="berries", recaller="Nordfrukt")),
        ("Takeda Safety makes airbags. It recalled 90,000 of the devices in May.",
         says("Recall", recalled="90000 devices", recaller="Takeda Safety")),
        ("Witnesses recalled 300 people in the square, and he could not recall the song.",),
        ("The president recalled his ambassador from Paris.",),
    ],
)  # fmt: skip
def test_recall(row: Row) -> None:
    """A maker calls goods back; people recall what they saw."""
    found, expected = agree(row, "Recall")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The planemaker Embrazil delivered 61 jets in June.",
         says("Delivery", item="61 jets", supplier="Embrazil")),
        ("The navy of Peru took delivery of two frigates from the shipyard Astrila.",
         says("Delivery", customer="navy of Peru", item="two frigates", supplier="Astrila")),
        ("The Hungarian planemaker Aerovia delivered 61 jets in June and took orders for 20 more.",
         says("Delivery", supplier="Aerovia", item="61 jets", date="June")),
        ("Aerovia makes seaplanes. In June the company delivered three jets to Air Tahoma.",
         says("Delivery", supplier="Aerovia", customer="Air Tahoma", item="3 jets", date="June")),
        ("The minister delivered a speech, and the midwife delivered twins.",),
        ("Rita Sanz delivered a speech in Vigo, and a midwife delivered her child.",),
    ],
)  # fmt: skip
def test_delivery(row: Row) -> None:
    """Who hands ordered goods to whom."""
    found, expected = agree(row, "Delivery")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Zambia has introduced a 10% tax on sugary drinks.",
         says("Taxation", imposer="Zambia", level="10 %", target="sugary drinks")),
        ("Tariffs of up to 38% were imposed on Chinese electric cars by the European Union.",
         says("Taxation", imposer="European Union", level="38 %", target="Chinese electric cars")),
        ("India slapped a 30% duty on chickpeas and said it would impose a levy of 5% on gold.",
         says("Taxation", imposer="India", level="30 %", target="chickpeas"),
         says("Taxation", "planned", imposer="India", level="5 %", target="gold")),
        ("Zambia lives from tourists. In June it introduced a tax of $20 on cruise passengers.",
         says("Taxation", amount="USD 20", imposer="Zambia", target="cruise passengers")),
        ("The hill taxed the riders, and the guard was on duty.",),
        ("The climb taxed the riders near Nice.",),
        ("The airport in Vigo has a duty-free shop.",),
    ],
)  # fmt: skip
def test_taxation(row: Row) -> None:
    """Who taxes what, and at which rate."""
    found, expected = agree(row, "Taxation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The opening of the airport in Nuuk was delayed by two years.",
         says("Postponement", delay="P2Y", postponed="<Opening>")),
        ("Orbitalis postponed the launch of its rocket until May because of a fuel leak.",
         says("Postponement", scheduledFor="May", postponed="launch of its rocket", postponer="Orbitalis")),
        ("Officials said the election had been postponed until June and that schools would stay closed.",
         says("Postponement", "reported", scheduledFor="June", postponed="election")),
        ("Lumen Air wanted to fly to Nuuk. The airline postponed its first flight until May.",
         says("Postponement", scheduledFor="May", postponed="first flight", postponer="Lumen Air")),
        ("The rain delayed us, and he put off his coat.",),
    ],
)  # fmt: skip
def test_postponement(row: Row) -> None:
    """What is put off, by whom, by how long and until when."""
    found, expected = agree(row, "Postponement")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The utility Skagerak cancelled a wind project off Jutland because of rising costs.",
         says("Cancellation", cancelled="wind project", canceller="Skagerak")),
        ("A project for a second reactor at Borssele was scrapped on Monday.",
         says("Cancellation", cancelled="project")),
        ("Lumen Air cancelled its order for six planes and said it would call off its summer festival in Riga.",
         says("Cancellation", cancelled="<Contract>", canceller="Lumen Air"),
         says("Cancellation", "planned", cancelled="summer festival", canceller="Lumen Air")),
        ("The festival in Split was to begin on Friday. The city called off the event after the storm.",
         says("Cancellation", cancelled="event", canceller="Split")),
        ("Old ships are scrapped in Alang, and the rescuers abandoned the car.",),
        ("He dropped the ball, and the dog was abandoned.",),
    ],
)  # fmt: skip
def test_cancellation(row: Row) -> None:
    """What is called off, by whom and why."""
    found, expected = agree(row, "Cancellation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The European Commission approved the takeover of the airline ITA Sud by Lumen Air.",
         says("Permission", permitted="<Acquisition>", permitter="European Commission")),
        ("The American regulator approved a malaria drug made by the Swiss firm Rochelle.",
         says("Permission", permitted="malaria drug", permitter="American regulator")),
        ("The merger of Polar Shipping and Aegis Lines was cleared by the Greek competition authority.",
         says("Permission", permitted="<Merger>", permitter="Greek competition authority")),
        ("Canberra gave the green light to the sale of 12 submarines.",
         says("Permission", permitted="sale", permitter="Canberra")),
        ("Her father approved of the match, and she cleared the table.",),
        ("The guard gave the driver a nod.",),
    ],
)  # fmt: skip
def test_permission(row: Row) -> None:
    """Who allows what."""
    found, expected = agree(row, "Permission")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The insurer Helvion moved its headquarters from Zurich to Dublin in 2022.",
         says("HeadquartersMove", movedFrom="Zürich", movedTo="Dublin", mover="Helvion")),
        ("The software maker Oraclia will relocate its head office to Austin.",
         says("HeadquartersMove", "planned", mover="Oraclia", movedTo="Austin")),
        ("Fintrust Bank said it would move its headquarters to Dublin and close an office in Bern.",
         says("HeadquartersMove", "planned", mover="Fintrust Bank", movedTo="Dublin")),
        ("Orbix Systems began in a garage in Tampere. In 2024 it moved its headquarters from Tampere to Oslo.",
         says("HeadquartersMove", mover="Orbix Systems", movedFrom="Tampere", movedTo="Oslo", date="2024")),
        ("The family moved from Zurich to Dublin.",),
        ("Orbix Systems moved its stand to the hall in Lyon.",),
        ("Rita Sanz transferred the seat of her bicycle to another frame.",),
    ],
)  # fmt: skip
def test_headquarters_move(row: Row) -> None:
    """A company moves its head office."""
    found, expected = agree(row, "HeadquartersMove")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The French grocer Casimo is leaving Romania.",
         says("MarketExit", market="Romania", withdrawer="Casimo")),
        ("The bank Wellford said it was pulling out of Argentina and would sell its branches in Chile.",
         says("MarketExit", "reported", market="Argentina", withdrawer="Wellford")),
        ("The withdrawal of the bank Wellford from Argentina surprised customers.",
         says("MarketExit", market="Argentina", withdrawer="Wellford")),
        ("Nordkap Bank has made losses for years in Argentina. On Monday the lender pulled out of Argentina.",
         says("MarketExit", withdrawer="Nordkap Bank", market="Argentina", date="Monday")),
        ("The minister left Romania on Sunday, and the army pulled out of the town.",),
        ("The tourists left the market in Marrakech.",),
    ],
)  # fmt: skip
def test_market_exit(row: Row) -> None:
    """A company leaves a country."""
    found, expected = agree(row, "MarketExit")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Ratings agency Moodley downgraded Italy's debt.",
         says("Rating", rated="Italy", rater="Moodley")),
        ("The Portuguese lender Banco Novo was upgraded by Moodley on Friday.",
         says("Rating", rated="Banco Novo", rater="Moodley")),
        ("Moodley, which had warned investors, downgraded Banco Novo to junk and upgraded Nordkap Bank.",
         says("Rating", rater="Moodley", rated="Banco Novo", direction="downgraded"),
         says("Rating", rater="Moodley", rated="Nordkap Bank", direction="upgraded")),
        ("Banco Novo made a loss of 3 billion euros. On Friday Moodley downgraded the lender.",
         says("Rating", rater="Moodley", rated="Banco Novo", date="Friday", direction="downgraded")),
        ("The school upgraded its computers, and the storm was downgraded.",),
        ("The weather service downgraded the storm near Lima.",),
    ],
)  # fmt: skip
def test_rating(row: Row) -> None:
    """Who judges whose credit, and how."""
    found, expected = agree(row, "Rating")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The hedge fund Larkhill owns 4 percent of the miner Koruna Gold.",
         says("Shareholding", holding="Koruna Gold", share="4 %", shareholder="Larkhill")),
        ("The ferry company Baltline is 60 percent owned by Norway.",
         says("Shareholding", holding="Baltline", share="60 %", shareholder="Norway")),
        ("Nordkap Bank, which holds a stake of 16 percent in the grocer Wendover, said it would sell shops.",
         says("Shareholding", holding="Wendover", share="16 %", shareholder="Nordkap Bank")),
        ("Volkswagen kept a 12.5 per cent stake in the truck maker Hammar and closed a plant.",
         says("Shareholding", holding="Hammar", share="12.5 %", shareholder="Volkswagen")),
        ("Nordkap Bank has shops. It owns a 30 percent stake in the insurer Helvion.",
         says("Shareholding", holding="Helvion", share="30 %", shareholder="Nordkap Bank")),
        ("Volkswagen holds 12 meetings a year, and the party holds 40 percent of the seats.",),
        ("Ana Roy owns two dogs and has an interest in chess.",),
    ],
)  # fmt: skip
def test_shareholding(row: Row) -> None:
    """Who holds what share of a company or thing."""
    found, expected = agree(row, "Shareholding")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The carmaker Wolfsdorf delivered 4,600 vans in March.",
         says("Delivery", item="4600 vans", supplier="Wolfsdorf")),
        ("The coach delivered two speeches, and the storm delivered 40 blows.",),
    ],
)  # fmt: skip
def test_deliveries_of_many(row: Row) -> None:
    """How many vehicles a maker delivered."""
    found, expected = agree(row, "Delivery")
    assert found == expected
