"""Figures: every frame of ontology/lexicon/figures.ttl in the sentences of the news, and its words in other senses."""

from __future__ import annotations

import pytest
from frames.reading import Row, agree, says


@pytest.mark.parametrize(
    "row",
    [
        ("Unemployment in Slovenia fell to 3.4% in March from 3.7% in February.",
         says("FigureChange", bearer="Slovenia", formerLevel="3.7 %", item="Unemployment", level="3.4 %")),
        ("The number of bankruptcies in Kerala rose by 18% last year.",
         says("FigureChange", bearer="Kerala", change="18 %", item="bankruptcies")),
        ("Orders at the crane maker Liftal were up 9% at 310 million euros.",
         says("FigureChange", amount="EUR 310000000", bearer="Liftal", change="9 %", item="Orders")),
        ("The ministry said that exports had grown by 6.5% and that imports had shrunk by 2%.",
         says("FigureChange", "reported", change="6.5 %", item="exports"),
         says("FigureChange", "reported", change="2 %", item="imports")),
        ("Tourism is important to Malta. Visitor numbers climbed to 3.1 million from 2.8 million last summer.",
         says("FigureChange", formerLevel="2800000", item="Visitor numbers", level="3100000")),
        ("The governor said the economy of Odisha would grow 8% this year.",
         says("FigureChange", "planned", bearer="Odisha", change="8 %", item="economy of Odisha")),
        ("A 14% drop in exports hurt Finnish sawmills.",
         says("FigureChange", change="14 %", item="exports")),
        ("The council of Bergen doubled its tourist tax to 60 kroner.",
         says("FigureChange", amount="60", bearer="council of Bergen", changer="council of Bergen", item="tourist tax")),
        ("Zambia will raise the retirement age to 62 from 60, the labour minister told parliament.",
         says("FigureChange", "planned", changer="Zambia", item="retirement age", level="62")),
        ("The central bank kept its policy rate at 4.25%.",),
        ("Headcount at the Danish lender Nordkap was cut from 9,000 to 7,600.",
         says("FigureChange", bearer="Nordkap", formerLevel="9000", item="Headcount", level="7600")),
        ("The climber fell 20 metres, and the plane dropped from the sky.",),
        ("The old wall collapsed, and tempers rose during the debate.",),
    ],
)  # fmt: skip
def test_figure_change(row: Row) -> None:
    """An indicator goes up or down: of whom, by how much, from and to what, and who made it."""
    found, expected = agree(row, "FigureChange")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Public debt in Jamaica stood at 72% of GDP in March.",
         says("Figure", bearer="Jamaica", item="Public debt", level="72 %", whole="GDP")),
        ("The country's foreign exchange reserves total $41 billion.",
         says("Figure", amount="USD 41000000000", bearer="country", item="foreign exchange reserves")),
        ("Officials said inflation in Accra was 21% and that the trade deficit had reached $3 billion.",
         says("Figure", "reported", bearer="Accra", item="inflation", level="21 %"),
         says("Figure", "reported", amount="USD 3000000000", item="trade deficit")),
        ("Few economies recovered so quickly. Unemployment in Iceland averaged 3.1% last year.",
         says("Figure", bearer="Iceland", item="Unemployment", level="3.1 %")),
        ("Vantor Energy has a 12% share of the market in Norway.",
         says("Figure", bearer="Vantor Energy", level="12 %", item="12% share of the market", whole="market")),
        ("The mayor was 61, and the bus reached the village at noon.",),
        ("The growth of the tree was slow, and she hit the ball.",),
    ],
)  # fmt: skip
def test_figure(row: Row) -> None:
    """An indicator stands at a value."""
    found, expected = agree(row, "Figure")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Shares of Vantor Energy fell 3% to 18 euros.",
         says("PriceChange", bearer="Vantor Energy", change="3 %", item="Shares")),
        ("Shares in the Norwegian salmon farmer Havlaks, which had risen 5% on Monday, lost 7% on Wednesday.",
         says("PriceChange", bearer="Havlaks", change="5 %", item="Shares"),
         says("PriceChange", bearer="Havlaks", change="7 %", item="Shares")),
        ("The airline raised its fares by 4% in May.",
         says("PriceChange", bearer="airline", change="4 %", changer="airline", item="fares")),
        ("Danish National Bank cut its key interest rate by a quarter of a percentage point to 2.1%.",
         says("PriceChange", bearer="Danish National Bank", changer="Danish National Bank", item="key interest rate", level="2.1 %")),
        ("Rents in Lisbon have risen 43% since 2019.",
         says("PriceChange", bearer="Lisbon", change="43 %", item="Rents")),
        ("Consumer prices were up 3.2% in Chile in June.",
         says("PriceChange", change="3.2 %", item="Consumer prices")),
        ("Train fares were cut by 5% in January.",
         says("PriceChange", change="5 %", item="Train fares")),
        ("Shares in Vantor Energy closed 2.4% lower at 18 euros on Monday, and those of Orbix Systems ended up 3%.",
         says("PriceChange", amount="EUR 18", bearer="Vantor Energy", change="2.4 %", item="Shares")),
        ("Shares in the Norwegian salmon farmer Havlaks fell 7% on Wednesday.",
         says("PriceChange", bearer="Havlaks", change="7 %", item="Shares")),
        ("Bus fares in La Paz, which were raised 8% in May, will fall.",
         says("PriceChange", bearer="La Paz", change="8 %", item="Bus fares"),
         says("PriceChange", "planned", bearer="La Paz", item="Bus fares")),
        ("A 12% rise in food prices brought protesters onto the streets of Tunis.",
         says("PriceChange", change="12 %", item="food prices")),
        ("Traders said copper gained 2% after wheat prices had dropped to $210 a tonne.",
         says("PriceChange", "reported", change="2 %", item="copper"),
         says("PriceChange", "reported", amount="USD 210", item="wheat prices")),
        ("The central bank surprised investors. The rouble rose 3% to 88 against the dollar.",
         says("PriceChange", change="3 %", item="rouble", level="88")),
        ("The railway will raise fares by 5% in January.",
         says("PriceChange", "planned", change="5 %", changer="railway", item="fares")),
        ("The mine in Kiruna closed on Monday, and the fair opened two hours later.",),
        ("The number of visitors rose 9%, and the dam fell into disrepair.",),
        ("Temperatures rose to 41 degrees, and the party gained three seats.",),
    ],
)  # fmt: skip
def test_price_change(row: Row) -> None:
    """A price, rate, currency or share goes up or down; shares are those of their company."""
    found, expected = agree(row, "PriceChange")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Pre-tax profit at Helvion Group fell 46% to 17 million euros from 31 million euros.",
         says("Earnings", change="46 %", company="Helvion Group", formerLevel="EUR 31000000", measure="Pre-tax profit")),
        ("Vantor Energy swung to a loss of 75 million euros in the second half.",
         says("Earnings", amount="EUR 75000000", company="Vantor Energy", measure="loss")),
        ("The group's margins narrowed to 11% from 14%.",
         says("Earnings", company="group", formerLevel="14 %", level="11 %", measure="margins")),
        ("Revenue at Vantor Energy was $2.4 billion.",
         says("Earnings", amount="USD 2400000000", company="Vantor Energy", measure="Revenue")),
        ("Turnover at Zambezi Breweries reached $220 million.",
         says("Earnings", amount="USD 220000000", company="Zambezi Breweries", measure="Turnover")),
        ("The Thai energy group Siam Power reported a net profit of 12 billion baht, up 8% on the year before.",
         says("Earnings", amount="THB 12000000000", change="8 %", company="Siam Power", measure="net profit")),
        ("The Thai energy group Siam Power reported a net profit of 12 billion baht for the second quarter.",
         says("Earnings", amount="THB 12000000000", company="Siam Power", measure="net profit")),
        ("A loss of 340 million euros was posted by the German steelmaker Ruhrstahl for the first half.",
         says("Earnings", amount="EUR 340000000", company="Ruhrstahl", measure="loss")),
        ("Kirana Foods' revenue rose 14% to 9 billion rupees in the quarter.",
         says("Earnings", amount="INR 9000000000", change="14 %", company="Kirana Foods", measure="revenue")),
        ("The group said that sales fell by 6% and that operating profit had doubled to $410 million.",
         says("Earnings", "reported", change="6 %", measure="sales"),
         says("Earnings", "reported", amount="USD 410000000", measure="operating profit")),
        ("Andina Air flew more passengers than ever. The airline lost $75 million all the same.",
         says("NetResult", amount="USD 75000000", company="Andina Air")),
        ("Zambezi Breweries' turnover reached $220 million.",
         says("Earnings", amount="USD 220000000", company="Zambezi Breweries", measure="turnover")),
        ("Last year $75 million was lost by Andina Air.",
         says("NetResult", amount="USD 75000000", company="Andina Air", direction="lost")),
        ("Zambezi Breweries sells beer in Malawi. Turnover at Zambezi Breweries reached $220 million.",
         says("Earnings", amount="USD 220000000", company="Zambezi Breweries", measure="Turnover")),
        ("Kirana Foods runs 300 shops. Its revenue rose 14% to 9 billion rupees.",
         says("Earnings", amount="INR 9000000000", change="14 %", company="Kirana Foods", measure="revenue")),
        ("The team reported the loss of two climbers, and the town recorded 40 degrees.",),
        ("The army made gains in the north, and he earned a place in the final.",),
    ],
)  # fmt: skip
def test_earnings(row: Row) -> None:
    """A company's figures: the measure, the amount, how it changed and from what."""
    found, expected = agree(row, "Earnings", "NetResult")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Czech brewer Zlatan forecasts sales of 900 million euros this year.",
         says("Forecast", amount="EUR 900000000", forecaster="Zlatan", item="sales")),
        ("A loss of $40 million is expected by the shipyard Astrila.",
         says("Forecast", amount="USD 40000000", forecaster="Astrila", item="loss")),
        ("The bank, which employs 900 people, expects a net profit of 2 billion kronor and plans to hire.",
         says("Forecast", amount="SEK 2000000000", forecaster="bank", item="net profit")),
        ("Helvion Group had a poor spring. The company now expects annual revenue of $1.2 billion.",
         says("Forecast", amount="USD 1200000000", forecaster="Helvion Group", item="annual revenue")),
        ("The finance ministry predicts inflation of 4% and growth of 2.5% in Ghana.",
         says("Forecast", forecaster="finance ministry", item="inflation", level="4 %")),
        ("She expects a baby in May, and the coach expects a hard match.",),
        ("The weather service forecast rain for the weekend.",),
    ],
)  # fmt: skip
def test_forecast(row: Row) -> None:
    """Somebody expects a figure of a value; babies and matches are no figures."""
    found, expected = agree(row, "Forecast")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The bridge over the Drina will cost 90 million euros.",
         says("Cost", "planned", amount="EUR 90000000", item="bridge")),
        ("The strike has cost the airline $40 million.",
         says("Cost", amount="USD 40000000", item="strike", payer="airline")),
        ("The phone, priced at $799, went on sale in Seoul on Friday.",
         says("Cost", amount="USD 799", item="phone")),
        ("Engineers said the new line would cost the city of Porto 300 million euros and take six years.",
         says("Cost", "planned", amount="EUR 300000000", item="new line", payer="city of Porto")),
        ("Porto wants a second metro line. The line will cost the city 300 million euros.",
         says("Cost", "planned", amount="EUR 300000000", item="line", payer="Porto")),
        ("A tunnel costing $4 billion opened in Lima.", says("Cost", amount="USD 4000000000", item="tunnel")),
        ("The mistake cost him his job, and the war cost many lives.",),
        ("The error cost the bank its name in Rome.",),
        ("Freedom comes at a price, and the lesson cost nothing.",),
    ],
)  # fmt: skip
def test_cost(row: Row) -> None:
    """What something costs, and whom."""
    found, expected = agree(row, "Cost")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Investors value Vantor Energy at $9 billion.",
         says("Valuation", amount="USD 9000000000", valued="Vantor Energy", valuer="Investors")),
        ("The software company Nebulo was valued at $3 billion in May.",
         says("Valuation", amount="USD 3000000000", valued="Nebulo")),
        ("The deal, which values the Irish brewer Ballyroe at 410 million euros, needs the approval of shareholders.",
         says("Valuation", amount="EUR 410000000", valued="Ballyroe")),
        ("Rusta Mining has a market value of 12 billion pounds.",
         says("Valuation", amount="GBP 12000000000", valued="Rusta Mining")),
        ("Vantor Energy is growing fast. Two funds now value the company at $700 million.",
         says("Valuation", amount="USD 700000000", valued="Vantor Energy", valuer="Two funds")),
        ("Teachers value honesty, and the coach values his players.",),
        ("The value of the ring was unknown.",),
    ],
)  # fmt: skip
def test_valuation(row: Row) -> None:
    """What a firm is held to be worth, by whom."""
    found, expected = agree(row, "Valuation")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The airline Air Tahoma carried 11.2 million passengers in July.",
         says("Audience", bearer="Air Tahoma", level="11200000 passengers")),
        ("The museum in Hobart drew 480,000 visitors last year.",
         says("Audience", bearer="museum", level="480000 visitors")),
        ("The 480,000 visitors drawn by the Museum of Glass last year came from 40 countries.",
         says("Audience", bearer="Museum of Glass", level="480000 visitors")),
        ("Air Tahoma, which carried 11.2 million passengers last year, will fly to Lima.",
         says("Audience", bearer="Air Tahoma", level="11200000 passengers")),
        ("The Museum of Glass opened in 1990. Last year it drew 480,000 visitors.",
         says("Audience", bearer="Museum of Glass", level="480000 visitors")),
        ("The ship carried coal, and the party has members who disagree.",),
        ("The festival drew criticism.",),
    ],
)  # fmt: skip
def test_audience(row: Row) -> None:
    """How many users or passengers something has, and how many it won or lost is a change."""
    found, expected = agree(row, "Audience")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("The Bank of Ghana kept its policy rate at 27%.",
         says("UnchangedFigure", bearer="Bank of Ghana", changer="Bank of Ghana", item="policy rate", level="27 %")),
        ("China accounts for 27% of the maker's revenue.", says("Portion", item="China", level="27 %", whole="revenue")),
        ("China, which accounts for 27% of the maker's revenue, is a large country.",
         says("Portion", item="China", level="27 %", whole="revenue")),
        ("The maker Kordel is at home in Moss. China accounts for 27% of its revenue.",
         says("Portion", item="China", level="27 %", whole="revenue")),
        ("The policy rate was kept at 27% by the Bank of Ghana.",
         says("UnchangedFigure", changer="Bank of Ghana", item="policy rate", level="27 %")),
        ("The Bank of Ghana, which met on Monday, kept its policy rate at 27%.",
         says("UnchangedFigure", bearer="Bank of Ghana", changer="Bank of Ghana", item="policy rate", level="27 %")),
        ("The bank's governor spoke on Monday. The Bank of Ghana kept its policy rate at 27%.",
         says("UnchangedFigure", bearer="Bank of Ghana", changer="Bank of Ghana", item="policy rate", level="27 %")),
        ("He kept his seat at the table, and the law accounts for little.",),
        ("Rita Sanz accounted for the delay in Vigo.",),
        ("Jan Berg represents Oslo in a choir.",),
        ("Rita Sanz keeps bees at home in Vigo.",),
        ("Jan Berg held the door at noon.",),
    ],
)  # fmt: skip
def test_what_stays_and_what_is_part(row: Row) -> None:
    """A figure that is left as it is, and what makes up a part of a whole."""
    found, expected = agree(row, "UnchangedFigure", "Portion", "FigureChange", "PriceChange", "Figure")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Rowvale United lost £14.2m last year.", says("NetResult", amount="GBP 14200000", company="Rowvale United", direction="lost")),
        ("Halden Robotics will lose 3 million euros, its chairman said.",
         says("NetResult", "planned", amount="EUR 3000000", company="Halden Robotics", direction="lose")),
        ("Brann lost the match.",),
    ],
)  # fmt: skip
def test_net_result(row: Row) -> None:
    """What a firm earns or loses."""
    found, expected = agree(row, "NetResult", "Earnings")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Inflation, which peaked at 7.5 percent in October, is falling.",
         says("Figure", item="Inflation", level="7.5 %")),
        ("The krone strengthened by 0.6 percent against the euro.",
         says("FigureChange", change="0.6 %", direction="strengthened", item="krone")),
        ("The krone, which has lost almost 9 percent of its value, is weak.",
         says("FigureChange", change="9 %", direction="lost", item="krone")),
        ("The climbers peaked too soon, and the new law strengthened tenants.",),
    ],
)  # fmt: skip
def test_peaks_and_currencies(row: Row) -> None:
    """What peaks, and what a currency gains or loses."""
    found, expected = agree(row, "Figure", "FigureChange")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Temperatures reached 47.2 degrees in Seville on Tuesday.",
         says("Figure", item="Temperatures", level="47.2 degrees")),
        ("The Guaiba River rose to 5.3 metres on Friday.",
         says("FigureChange", direction="rose", item="Guaiba River", level="5.3 metres")),
        ("The boat, carrying 120 migrants, sank off Libya.",
         says("Audience", bearer="boat", level="120 migrants")),
        ("The river fell asleep under ice, and the temperature of the talks rose.",),
    ],
)  # fmt: skip
def test_weather_and_water(row: Row) -> None:
    """How warm it is, how high a river is, how many a boat carries."""
    found, expected = agree(row, "Figure", "FigureChange", "Audience")
    assert found == expected


@pytest.mark.parametrize(
    "row",
    [
        ("Experts put the cost of the tunnel at 210 million euros.", says("Cost", amount="EUR 210000000", item="tunnel")),
        ("Experts put the blame on the tunnel.",),
    ],
)
def test_cost_put_at(row: Row) -> None:
    """What somebody thinks a thing costs."""
    found, expected = agree(row, "Cost")
    assert found == expected
