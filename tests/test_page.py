"""The page in a real Chromium: what a reader sees, clicks and types; and that hostile text stays text."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from graph_maker import GraphMaker, make_huge, make_many
from rdflib import Graph, Literal, URIRef

from kg.namespaces import to_iri
from kg.view import Focus, to_page

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parent / "data" / "small.ttl"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1440,900"
)
SHIFTED_ARROW = (
    "document.getElementById('stage').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft', shiftKey: true, bubbles: true}))"
)
HOSTILE = (
    "<img src=x onerror=window.pwned=1>",
    "</script><script>window.pwned=1</script>",
    '"><svg onload=window.pwned=1>',
    "<!--<script>window.pwned=1",
    "javascript:window.pwned=1",
    "{{js}} ${window.pwned=1} `${window.pwned=1}`",
    "<b onmouseover=window.pwned=1>bold</b> &lt;i&gt; &amp;",
    "\u202egnp.exe\u2066 \u0000\u0007\u2028 <style>*{display:none}</style>",
    "' onfocus='window.pwned=1' autofocus='",
)


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """A Chromium that notes every request and every line of its console."""
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    try:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service
    except ImportError:
        missing.append("selenium")
    if missing:
        message = f"the page's tests need {', '.join(missing)}: apt-get install chromium chromium-driver; pip install selenium"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


class Page:
    """One page, opened; finds by CSS, clicks, types, and waits for what must come."""

    def __init__(self, driver: Any, html: str, folder: Path, address: str = "") -> None:
        self.driver = driver
        for kind in ("browser", "performance"):
            driver.get_log(kind)
        self.html = html
        path = folder / "page.html"
        path.write_text(html, "utf-8")
        driver.get("about:blank")
        driver.get(path.as_uri() + address)
        self.wait("document.body && document.body.dataset.ready === 'yes'")

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition: str) -> None:
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, 20).until(lambda _: self.run(f"return Boolean({condition})"), f"waited in vain for: {condition}")

    def all(self, css: str) -> list[Any]:
        found: list[Any] = self.driver.find_elements("css selector", css)
        return found

    def one(self, css: str, text: str = "") -> Any:
        return next(element for element in self.all(css) if text in element.text)

    def texts(self, css: str) -> list[str]:
        return [element.text for element in self.all(css)]

    def type(self, css: str, *keys: str) -> None:
        self.one(css).send_keys(*keys)

    def address(self) -> str:
        """What follows the page's own address."""
        return str(self.run("return location.hash"))

    def until(self, condition: Callable[[], Any], what: str) -> None:
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, 20).until(lambda _: condition(), f"waited in vain for {what}")

    def settle(self) -> None:
        """Wait until the view no longer moves."""
        seen = ""
        while (now := self.pixels()) != seen:
            seen = now

    def pixels(self) -> str:
        """The drawn graph, once it has been drawn anew."""
        twice = "requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector('canvas').toDataURL())))"
        return str(self.driver.execute_async_script(f"const done = arguments[0]; {twice}"))

    def find(self, name: str) -> None:
        """Choose a node by search."""
        self.type("#search", name, "\ue007")

    def keys(self, *keys: str) -> None:
        """Type into whatever has the focus."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def focused(self) -> str:
        return str(self.run("return document.activeElement.id"))

    def data(self) -> dict[str, Any]:
        """What the page was given."""
        return dict(json.loads(self.run("return document.getElementById('data').textContent")))

    def console(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [message["params"]["request"]["url"] for message in messages if message["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "data:", "about:", "chrome:"))]


@pytest.fixture(scope="module")
def html() -> str:
    return to_page(
        Graph().parse(SMALL), title="Velmora Robotics to invest €340 million in Norland, to open a research lab, and to give grants"
    )


@pytest.fixture
def page(driver: Any, html: str, tmp_path: Path) -> Iterator[Page]:
    page = Page(driver, html, tmp_path)
    yield page
    assert page.console() == []
    assert page.requests() == []


def test_the_page_opens_with_text_and_graph(page: Page) -> None:
    """The headline stands once, every paragraph after it, and the graph is drawn."""
    assert page.texts("#article h2") == ["Velmora Robotics to invest €340 million in Norland"]
    assert len(page.all("#article p.body")) == 6
    assert page.texts("#article .by") == ["By Mirjam Holt"]
    assert (
        page.run(
            "const c = document.querySelector('canvas'); return new Set(c.getContext('2d').getImageData(0, 0, c.width, c.height).data).size"
        )
        > 20
    )
    assert not page.one("#panel").is_displayed()


def test_search_offers_names_and_opens_a_card(page: Page) -> None:
    """Typing part of a name or alias offers it; Enter opens its card with class, aliases and facts."""
    page.type("#search", "quis")
    assert page.texts("#found .name")[0] == "Ada Quist"
    page.type("#search", "\ue007")
    assert page.one("#card h2").text == "Ada Quist"
    assert page.one("#card .also").text == "Also: Quist"
    assert page.texts("#card h3") == ["What happened (1)", "Posts (2)", "Quotations (1)"]


def test_arrow_keys_choose_among_the_found(page: Page) -> None:
    page.type("#search", "tarnby")
    names = page.texts("#found .name")
    page.type("#search", "\ue015", "\ue007")
    assert page.one("#card h2").text == names[1]


def test_a_card_shows_the_very_sentence_with_its_words(page: Page) -> None:
    page.type("#search", "acquires", "\ue007")
    assert page.texts("#card blockquote") == ["The company has acquired Pellerin Sensors, a maker of tactile skins, for €85 million."]
    assert page.texts("#card blockquote em.trigger") == ["acquired"]
    assert set(page.texts("#card blockquote em.object")) == {"The company", "Pellerin Sensors", "€85 million"}
    assert page.texts("#article .lit-trigger") == ["acquired"]


def test_a_card_links_out(page: Page) -> None:
    page.type("#search", "norland", "\ue007")
    link = page.one("#card .links a")
    assert (link.text, link.get_attribute("href")) == ("Wikidata Q900001", "http://www.wikidata.org/entity/Q900001")


def test_pointing_at_a_fact_lights_its_words(page: Page) -> None:
    from selenium.webdriver import ActionChains

    page.one("#all").click()
    fact = page.one("#card .fact", "Pellerin Sensors")
    page.run("arguments[0].scrollIntoView({block: 'center'})", fact)
    ActionChains(page.driver).move_to_element(fact).perform()
    page.wait("document.querySelector('#article .lit-trigger')?.textContent === 'acquired'")


def test_words_lead_to_their_facts(page: Page) -> None:
    """A click on words of the text opens the facts that they say, and only those."""
    page.one("#article .word", "led").click()
    assert page.texts("#card .told") == ["Ministry of Labour leads Open Hands Initiative"]


def test_words_can_be_reached_by_keys(page: Page) -> None:
    """One stop in the order of tabs, then arrow keys from word to word."""
    assert len(page.all("#article .word[tabindex='0']")) == 1
    page.run("document.querySelector('#article .word[tabindex=\"0\"]').focus()")
    for key in ("\ue014", "\ue007"):
        page.driver.switch_to.active_element.send_keys(key)
    assert page.texts("#card .told") == ["Velmora Robotics to invest €340 million in Norland"]
    page.driver.switch_to.active_element.send_keys("\ue00c")
    assert not page.one("#panel").is_displayed()


def test_the_legend_filters(page: Page) -> None:
    """A chip hides its kind from the drawing and brings it back."""
    before = page.pixels()
    chip = page.one("#families .chip", "People")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    without = page.pixels()
    assert without != before
    chip.click()
    page.run("document.activeElement.blur()")
    assert page.pixels() == before


def test_stances_filter(page: Page) -> None:
    before = page.pixels()
    assert [text.split("\n")[0].rstrip(" 0123456789") for text in page.texts("#stances .chip")] == [
        "Asserted",
        "Planned",
        "Reported",
        "Possible",
        "Denied",
        "Quoted",
        "Background",
    ]
    page.one("#stances .chip", "Denied").click()
    assert page.pixels() != before


def test_the_graph_answers_to_keys(page: Page) -> None:
    """Arrow keys go from node to node and show each one's card."""
    page.type("#stage", "\ue014")
    first = page.one("#card h2").text
    page.type("#stage", "\ue014")
    assert page.one("#card h2").text != first


def test_an_event_is_a_card_with_amount_period_and_participants(page: Page) -> None:
    """Figures stand large, in the article's words with the plain ones below; then each participant with its role."""
    page.find("invest €340")
    assert page.texts("#card .kind")[0].startswith("investment\n")
    assert page.texts("#card .tile") == ["amount\n€340 million\n340,000,000 EUR", "period\nthe next three years"]
    assert page.texts("#card .rows dt") == ["investor", "destination"]
    assert page.texts("#card .rows dd") == ["Velmora Robotics", "Norland"]
    page.one("#card .rows a", "Norland").click()
    assert page.one("#card h2").text == "Norland"


def test_legend_filter_and_list_count_alike(page: Page) -> None:
    """Every fact is of one stance, quoted, or background: chips, filter and list add up to the same, with filters too."""
    told = len(page.data()["facts"])
    assert sum(int(text.split()[-1]) for text in page.texts("#stances .chip")) == told
    for chip, names in ((None, ()), ("#stances", ("Quoted", "Denied")), ("#families", ("Places",))):
        for name in names:
            page.one(f"{chip} .chip", name).click()
        page.one("#filter").click()
        left, of = (int(word) for word in page.one("#sifted").text.split() if word.isdecimal())
        assert (left == told, of) == (chip is None, told)
        page.one("#all").click()
        assert page.one("#card .also").text == f"{left} of {told} facts"
        assert sum(int(text.rpartition("(")[2].rstrip(")")) for text in page.texts("#card h3")) == left
        assert len(page.all("#card .fact")) == left


def test_words_of_sentences_are_found(page: Page) -> None:
    """Search also offers the facts of all sentences that hold the words."""
    page.type("#search", "tactile")
    assert page.texts("#found .name") == ["One fact from a sentence with “tactile”"]
    page.type("#search", "\ue007")
    assert page.texts("#card .told") == ["Velmora Robotics acquires Pellerin Sensors for €85 million"]


def test_a_denied_relation_says_no(driver: Any, tmp_path: Path) -> None:
    """In the list of facts, on its card and on its line."""
    maker = GraphMaker("https://news.example/x", "Ada leads Bolt.", "Ada does not lead Bolt.")
    ada, bolt = (maker.thing(f"entity-{name}", name, "schema:Organization") for name in ("Ada", "Bolt"))
    maker.claim((ada, "news:leads", bolt), "Ada does not lead Bolt.", ("lead", "Ada", "Bolt"), stance="Denied")
    page = Page(driver, to_page(maker.graph), tmp_path)
    page.one("#all").click()
    assert page.texts("#card .told") == ["Ada does not lead Bolt denied"]
    assert page.data()["stage"]["edges"][0]["label"] == "does not lead"


def test_authors_are_named_once(driver: Any, tmp_path: Path) -> None:
    """Where the text has a byline of its own the page adds the day alone; what stands above it is set as a standfirst."""
    text = "Mill shuts\n\nAll 40 jobs go\n\nBy Ann Lee\n\nStaff writer\n\nDERBY - Bolt shut its mill."
    maker = GraphMaker("https://news.example/x", "Mill shuts", text)
    maker.add(maker.article, "schema:author", Literal("Ann Lee"))
    maker.add(maker.article, "schema:datePublished", Literal("2024-05-01"))
    page = Page(driver, to_page(maker.graph), tmp_path)
    assert page.texts("#article > *") == [
        "Mill shuts",
        "All 40 jobs go",
        "By Ann Lee",
        "Staff writer",
        "1 May 2024",
        "DERBY - Bolt shut its mill.",
    ]
    assert [element.get_attribute("class") for element in page.all("#article > *")] == ["head", "stand", "by", "by", "byline", "body"]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (390, 844)])
def test_the_page_opens_on_whole_cards(driver: Any, tmp_path: Path, size: tuple[int, int]) -> None:
    """A graph too large for the window opens on its best tied node with all that is tied to it; every one of them is whole."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    )
    try:
        page = Page(driver, to_page(make_many(40, 25)), tmp_path, "#view=")
        before = page.pixels()
        page.type("#stage", "0")
        assert (page.pixels() == before) == (size[0] > 1100)
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_relations_filter(page: Page) -> None:
    """One relation can be hidden, or all but it; the page counts what is left and gives everything back."""
    before = page.pixels()
    page.one("#filter").click()
    count = int(page.one("#sifted").text.split()[0])
    page.one(".choice", "Grant").find_element("css selector", "input").click()
    assert page.one("#sifted").text == f"{count - 1} of {count} facts shown"
    assert page.one("#filtered").text == "1"
    page.driver.execute_script("arguments[0].click()", page.one(".choice", "Investment").find_element("css selector", ".only"))
    assert page.one("#sifted").text == f"1 of {count} facts shown"
    assert page.pixels() != before
    page.one("#unfilter").click()
    assert page.one("#sifted").text == f"{count} of {count} facts shown"
    page.one("#close").click()
    page.run("document.activeElement.blur()")
    assert page.pixels() == before


def test_kinds_of_thing_filter(page: Page) -> None:
    """A class can be hidden by itself, apart from its family."""
    before = page.pixels()
    page.one("#filter").click()
    page.one(".choice", "College or university").find_element("css selector", "input").click()
    page.one("#close").click()
    assert page.pixels() != before


def test_confidence_filters(driver: Any, tmp_path: Path) -> None:
    """The slider leaves what was read with at least so much confidence, and background knowledge, which was not read."""
    maker = GraphMaker("https://news.example/x", "Ada leads Bolt.", "Ada leads Bolt. Ada leads Cog.")
    ada, bolt, cog = (maker.thing(f"entity-{name}", name, "schema:Organization") for name in ("Ada", "Bolt", "Cog"))
    maker.claim((ada, "news:leads", bolt), "Ada leads Bolt.", ("leads", "Ada", "Bolt"))
    maker.claim((ada, "news:leads", cog), "Ada leads Cog.", ("leads", "Ada", "Cog"))
    second = max(str(node) for node in maker.graph.subjects(URIRef(to_iri("news:rule"))))
    maker.graph.set((URIRef(second), URIRef(to_iri("news:score")), Literal("0.55")))
    maker.background((bolt, "schema:location", cog), "https://example.org/")
    page = Page(driver, to_page(maker.graph), tmp_path)
    page.one("#filter").click()
    assert page.one("#least-told").text == "any"
    page.type("#least", "\ue014" * 3)
    assert (page.one("#least-told").text, page.one("#sifted").text) == ("0.70 or more", "2 of 3 facts shown")
    page.type("#least", "\ue010")
    assert page.one("#sifted").text == "1 of 3 facts shown"
    assert page.console() == []


def test_a_filter_that_leaves_nothing_says_so(page: Page) -> None:
    for chip in page.all("#families .chip"):
        chip.click()
    assert page.one("#empty").text == "Everything is filtered out"


def test_the_shortest_chain_between_two(page: Page) -> None:
    """Two names are chosen with suggestions; the chain is told step by step, each fact with its sentence, and lights up."""
    before = page.pixels()
    page.one("#connect").click()
    assert page.focused() == "chain-from"
    page.keys("quist", "\ue007")
    assert page.focused() == "chain-to"
    page.keys("tarnby u", "\ue007")
    assert page.one("#card .way").text == (
        "Ada Quist → Velmora Robotics"
        " → Velmora Robotics to give €6 million to Tarnby University and the Open Hands Initiative → Tarnby University"
    )
    assert len(page.all("#card .steps > li")) == 2
    assert page.texts("#card .steps blockquote em.trigger") == ["chief executive", "grants"]
    assert page.pixels() != before


def test_a_chain_starts_from_a_card(page: Page) -> None:
    page.find("quist")
    page.one("#from-here").click()
    page.keys("wexel", "\ue007")
    assert page.one("#card .way").text == "Ada Quist → Ada Quist meets Jonas Wexel in Tarnby → Jonas Wexel"


def test_a_chain_never_passes_through_a_topic(driver: Any, tmp_path: Path) -> None:
    """Two that speak of the same topic are not connected by it; the longer way by facts is taken, or none."""
    maker = GraphMaker("https://news.example/x", "A", "A")
    ada, bolt, cog, dee = (maker.thing(f"entity-{name}", name, "schema:Organization") for name in ("Ada", "Bolt", "Cog", "Dee"))
    topic = maker.thing("entity-topic", "robotics", "skos:Concept")
    for subject, value in ((ada, topic), (bolt, topic), (dee, topic), (ada, cog), (cog, bolt)):
        maker.add(subject, "news:supports", value)
    page = Page(driver, to_page(maker.graph), tmp_path, f"#from={quote(ada)}&to={quote(bolt)}")
    assert page.one("#card .way").text == "Ada → Cog → Bolt"
    page = Page(driver, page.html, tmp_path, f"#from={quote(ada)}&to={quote(dee)}")
    assert page.one("#no-chain").text == "No chain of facts leads from Ada to Dee."
    page = Page(driver, page.html, tmp_path, f"#from={quote(ada)}&to={quote(topic)}")
    assert page.one("#card .way").text == "Ada → robotics"
    assert page.console() == []


def test_busy_hubs_cost_more(driver: Any, tmp_path: Path) -> None:
    """Of two ways of the same length the one past a node that everything hangs on is not taken."""
    maker = GraphMaker("https://news.example/x", "A", "A")
    ada, bolt, hub, quiet = (maker.thing(f"entity-{name}", name, "schema:Organization") for name in ("Ada", "Bolt", "Ahub", "Quiet"))
    for subject, value in ((ada, hub), (hub, bolt), (ada, quiet), (quiet, bolt)):
        maker.add(subject, "news:supports", value)
    for number in range(12):
        maker.add(hub, "news:supports", maker.thing(f"entity-{number}", f"N{number}", "schema:Organization"))
    page = Page(driver, to_page(maker.graph), tmp_path, f"#from={quote(ada)}&to={quote(bolt)}")
    assert page.one("#card .way").text == "Ada → Quiet → Bolt"


def test_filters_hold_for_chains(page: Page) -> None:
    """What is filtered out connects nothing, and the card says why."""
    page.one("#families .chip", "Events").click()
    page.find("quist")
    page.one("#from-here").click()
    page.keys("wexel", "\ue007")
    assert "Filters are in use" in page.one("#card").text or "meets" not in page.one("#card .way").text


def test_an_address_opens_the_same_card_again(driver: Any, html: str, tmp_path: Path) -> None:
    page = Page(driver, html, tmp_path)
    page.find("wexel")
    assert Page(driver, html, tmp_path, page.address()).one("#card h2").text == "Jonas Wexel"


def test_an_address_opens_the_same_view_again(driver: Any, html: str, tmp_path: Path) -> None:
    """Selection, filters, zoom and place: whoever opens the address sees the same, point by point."""
    page = Page(driver, html, tmp_path)
    page.one("#families .chip", "Topics").click()
    page.one("#stances .chip", "Denied").click()
    page.find("invest €340")
    page.keys("+", "+")
    page.settle()
    page.run(SHIFTED_ARROW)
    page.wait("location.hash.includes('view=')")
    page.settle()
    address = page.address()
    again = Page(driver, html, tmp_path, address)
    assert again.one("#card h2").text == "Velmora Robotics to invest €340 million in Norland"
    assert [chip.get_attribute("aria-pressed") for chip in again.all(".chip")].count("false") == 2
    picture = again.pixels()
    assert again.address() == address
    assert Page(driver, html, tmp_path, again.address()).pixels() == picture
    assert Page(driver, html, tmp_path, address.partition("&view=")[0]).pixels() != picture


def test_an_address_opens_the_same_chain_again(driver: Any, html: str, tmp_path: Path) -> None:
    page = Page(driver, html, tmp_path)
    page.one("#connect").click()
    page.keys("quist", "\ue007")
    page.keys("tarnby u", "\ue007")
    way = page.one("#card .way").text
    assert Page(driver, html, tmp_path, page.address()).one("#card .way").text == way


@pytest.mark.parametrize(
    "address",
    [
        "#",
        "#node=nobody",
        "#node=%E0%A4",
        "#view=NaN,1,2",
        "#view=1e999,0,1",
        "#least=x&no-family=<img src=x>",
        "#from=a&to=b",
        "#with=x&article=99",
    ],
)
def test_a_broken_address_opens_the_page(driver: Any, html: str, tmp_path: Path, address: str) -> None:
    """What an address names and the page has not is passed over."""
    page = Page(driver, html, tmp_path, address)
    assert page.texts("#article h2") == ["Velmora Robotics to invest €340 million in Norland"]
    assert page.console() == []


def test_a_link_to_the_view_is_copied_or_shown(page: Page) -> None:
    """Where the clipboard is out of reach the link stands in a field, selected."""
    page.find("quist")
    page.one("#copy").click()
    page.wait("!document.getElementById('toast').hidden || document.querySelector('#card .field')")
    if page.all("#card .field"):
        assert "#node=" in page.one("#card .field").get_attribute("value")
    assert "node=" in page.address()


def test_the_view_is_saved_as_a_picture(page: Page, tmp_path: Path) -> None:
    """A PNG twice as fine as the screen, with title and legend, named after the page; the view stays as it was."""
    page.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path), "eventsEnabled": False})
    before, wide = page.pixels(), page.run("return document.getElementById('stage').clientWidth")
    page.run("document.getElementById('picture').click()")
    page.wait("!document.getElementById('toast').hidden")
    page.until(lambda: list(tmp_path.glob("*.png")), "a picture")
    (path,) = tmp_path.glob("*.png")
    picture = path.read_bytes()
    assert path.name == "velmora-robotics-to-invest-340-million-in-norland-to-open-a.png"
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20]) == 2 * wide
    assert page.pixels() == before


# ---------------------------------------------------------------- keys and screen readers


def test_everything_is_reached_by_tab(page: Page) -> None:
    """Going on with Tab alone meets search, verbs, text, words, graph, tools, chips and the open card, each visibly marked."""
    page.one("#all").click()
    page.run("document.querySelector('.skip').focus()")
    met = []
    for _ in range(50):
        page.keys("\ue004")
        met.append(page.run("const e = document.activeElement; return e.id || e.className || e.tagName"))
    wanted = {"search", "connect", "filter", "all", "text", "stage", "closer", "close"}
    assert wanted <= set(met)
    assert any("word" in name for name in met)
    assert any("chip" in name for name in met)
    assert any("node" in name for name in met)


def test_one_key_leads_to_each_part(page: Page) -> None:
    """Single keys open search, chain, filter, facts and help, and go to text and graph; Escape closes and goes back."""
    page.run("document.getElementById('stage').focus()")
    for key, heading in (("f", "Filter"), ("a", "All facts"), ("?", "Keys and signs"), ("c", "How are they connected?")):
        page.keys(key)
        assert page.one("#card h2").text == heading
        page.keys("\ue00c")
        assert not page.one("#panel").is_displayed()
        assert page.focused() == "stage"
    page.keys("t")
    assert "word" in page.run("return document.activeElement.className")
    page.keys("g")
    assert page.focused() == "stage"
    page.keys("/")
    assert page.focused() == "search"


def test_the_tools_are_one_stop_with_arrow_keys(page: Page) -> None:
    page.run("document.getElementById('closer').focus()")
    page.keys("\ue015", "\ue015")
    assert page.focused() == "fit"
    assert len(page.all("#tools [tabindex='-1']")) == 5


def test_the_view_moves_by_keys(page: Page) -> None:
    """Plus, minus, 0 and shifted arrows."""
    page.run("document.getElementById('stage').focus()")
    first = page.pixels()
    page.keys("+")
    page.settle()
    closer = page.pixels()
    page.run(SHIFTED_ARROW)
    assert len({first, closer, page.pixels()}) == 3
    page.keys("0")
    assert page.pixels() == first


@pytest.mark.parametrize("card", ["#all", "#filter", "#connect", "#help"])
def test_a_screen_reader_hears_a_name_for_everything(page: Page, card: str) -> None:
    """Everything that takes the focus has a role and a name in the browser's own accessibility tree."""
    page.one(card).click()
    page.driver.execute_cdp_cmd("Accessibility.enable", {})
    nodes = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    page.driver.execute_cdp_cmd("Accessibility.disable", {})
    focusable = [
        node
        for node in nodes
        if not node.get("ignored") and any(one["name"] == "focusable" and one["value"]["value"] for one in node.get("properties", []))
    ]
    named = [node for node in focusable if node["role"]["value"] != "RootWebArea"]
    assert len(named) > 20
    assert [node["role"]["value"] for node in named if not node.get("name", {}).get("value") and node["role"]["value"] != "generic"] == []


def test_what_happens_is_said(page: Page) -> None:
    """A status line for screen readers tells which card is open and what a filter left."""
    page.find("wexel")
    assert page.run("return document.getElementById('said').textContent") == "Jonas Wexel"
    page.one("#families .chip", "People").click()
    assert "facts shown" in page.run("return document.getElementById('said').textContent")


# ---------------------------------------------------------------- more than the stage holds


def test_a_graph_of_facts_alone(driver: Any, tmp_path: Path) -> None:
    """Without article, claims and classes there is no text to show, and the graph takes the whole window."""
    graph = Graph()
    ada, bolt = URIRef("https://news.example/ada"), URIRef("https://news.example/bolt")
    for node, name in ((ada, "Ada"), (bolt, "Bolt")):
        graph.add((node, URIRef(to_iri("rdfs:label")), Literal(name)))
    graph.add((ada, URIRef("https://news.example/likes"), bolt))
    page = Page(driver, to_page(graph), tmp_path)
    assert page.one("#title").text == "A knowledge graph"
    assert not page.one("#text").is_displayed()
    page.one("#all").click()
    assert page.texts("#card .told") == ["Ada likes Bolt"]
    assert page.console() == []


def test_what_is_off_stage_is_found_and_fetched(driver: Any, tmp_path: Path) -> None:
    """Search brings a node onto the stage, its card brings its neighbours, and the note counts."""
    page = Page(driver, to_page(make_many(30, 20), limit=10), tmp_path)
    assert page.one("#note").text.startswith("10 of ")
    data = page.data()
    pairs = zip(data["nodes"], data["stage"]["nodes"], strict=True)
    away = next(node for node, drawn in pairs if "x" not in drawn and node["kind"] == "event")
    page.find(away["label"])
    assert page.one("#card h2").text == away["label"]
    assert page.one("#note").text.startswith("11 of ")
    page.find("amber robotics")
    before = int(page.one("#note").text.split()[0])
    page.one("#more").click()
    assert int(page.one("#note").text.split()[0]) > before
    assert page.all("#more") == []
    again = Page(driver, page.html, tmp_path, page.address())
    assert int(again.one("#note").text.split()[0]) > before


def make_store(things: int, events: int) -> Graph:
    """Two articles that tell of one company, and each much else."""
    graph = Graph()
    acme = "https://news.example/acme"
    for number in (1, 2):
        made = make_many(things, events, seed=number).serialize(format="nt").replace("news.example/many", f"news.example/many-{number}")
        graph += Graph().parse(data=made, format="nt")
        maker = GraphMaker(f"https://news.example/short-{number}", f"Acme {number}", f"Acme {number}\n\nAcme leads Bolt{number}.")
        bolt = maker.thing("entity-1", f"Bolt{number}", "schema:Corporation")
        maker.claim(
            (maker.thing(acme, "Acme", "schema:Corporation"), "news:leads", bolt),
            f"Acme leads Bolt{number}.",
            ("leads", "Acme", f"Bolt{number}"),
        )
        graph += maker.graph
    return graph


def choose(page: Page, article: str) -> None:
    page.one("#articles option", article).click()


def test_one_of_several_articles_is_looked_at_by_itself(driver: Any, tmp_path: Path) -> None:
    """Text, graph, legend, filter and list are those of the article; a card offers what others tell; the address holds it."""
    page = Page(driver, to_page(make_store(8, 6)), tmp_path)
    assert page.texts(".story a") == ["Many things happen", "Many things happen", "Acme 1", "Acme 2"]
    everything = page.pixels()
    choose(page, "Acme 1")
    assert page.texts("#article h2") == ["Acme 1"]
    assert list(filter(None, page.texts("#families .chip"))) == ["Organisations\n2"]
    page.one("#all").click()
    assert page.texts("#card .told") == ["Acme leads Bolt1"]
    page.find("acme")
    assert page.texts("#card .told") == ["Acme leads Bolt1"]
    assert page.one("#card .more").text == "One more in another article"
    again = Page(driver, page.html, tmp_path, page.address())
    assert again.texts("#article h2") == ["Acme 1"]
    again.one("#card .more").click()
    assert again.texts("#card .told") == ["Acme leads Bolt1", "Acme leads Bolt2"]
    choose(again, "All 4 articles together")
    assert len(again.all(".story")) == 4
    again.run("document.activeElement.blur()")
    again.type("#stage", "0")
    assert again.pixels() == everything
    assert again.console() == []


def test_what_another_article_tells_is_found_and_connected(driver: Any, tmp_path: Path) -> None:
    """Search goes to an article that tells of it; a chain that no article tells alone is looked for in all."""
    page = Page(driver, to_page(make_store(8, 6)), tmp_path)
    choose(page, "Acme 1")
    page.find("bolt2")
    assert page.texts("#card .told") == ["Acme leads Bolt2"]
    assert list(filter(None, page.texts("#families .chip"))) == ["Organisations\n2"]
    page.one("#from-here").click()
    page.keys("bolt1", "\ue007")
    assert page.one("#card .way").text == "Bolt2 → Acme → Bolt1"
    assert page.one("#families .chip", "Organisations").text != "Organisations\n2"
    assert page.console() == []


def test_articles_that_cannot_be_read_together_open_on_the_first(driver: Any, tmp_path: Path) -> None:
    """With its own places, so that it fills the window; all together are one choice away."""
    page = Page(driver, to_page(make_store(70, 40)), tmp_path)
    assert page.texts("#article h2") == ["Many things happen"]
    assert page.address() == ""
    choose(page, "All 4 articles together")
    assert page.address() == "#scope=all"
    assert len(Page(driver, page.html, tmp_path, page.address()).all(".story")) == 4
    assert page.console() == []


def test_a_page_about_one_entity(driver: Any, tmp_path: Path) -> None:
    """With a focus its surroundings are on the stage, its card is open, and the rest can be fetched."""
    page = Page(driver, to_page(Graph().parse(SMALL), focus=Focus("ada quist")), tmp_path)
    assert page.one("#card h2").text == "Ada Quist"
    assert page.one("#note").text == "5 of 21 on stage, near Ada Quist; search and cards bring more"
    page.find("osterby")
    assert page.one("#card h2").text == "Osterby"


def test_a_hundred_thousand_facts(driver: Any, tmp_path: Path) -> None:
    """The page of a huge graph opens, says what it shows, finds what it leaves out, and connects."""
    page = Page(driver, to_page(make_huge(100_000)), tmp_path)
    assert page.one("#note").text.startswith("1,500 of ")
    assert len(page.html) < 16_000_000
    page.find("company 0")
    assert page.one("#card h2").text.startswith("Company 0")
    page.one("#from-here").click()
    page.keys("company 1", "\ue007")
    assert page.one("#card .way").text.startswith("Company 0")
    assert page.console() == []


def test_a_click_on_a_node_opens_its_card(driver: Any, tmp_path: Path) -> None:
    """One node alone stands in the middle of the stage."""
    from selenium.webdriver import ActionChains

    maker = GraphMaker("https://news.example/x", "Ada", "Ada")
    maker.add(maker.thing("entity-0", "Ada Quist", "schema:Person"), "news:motto", Literal("Onward"))
    page = Page(driver, to_page(maker.graph, title="Ada"), tmp_path)
    stage = page.one("#stage")
    for up in range(60, -20, -8):
        if not page.one("#panel").is_displayed():
            ActionChains(driver).move_to_element_with_offset(stage, 26, -up).click().perform()
    assert page.one("#card h2").text == "Ada Quist"
    assert page.texts("#card .told") == ["Ada Quist motto Onward"]


def test_hostile_text_runs_nothing(driver: Any, tmp_path: Path) -> None:
    """Scripts in names, text, headline, links and values are shown as they stand, on every card."""
    text = "\n\n".join(f"{words} leads {words}." for words in HOSTILE)
    maker = GraphMaker("https://news.example/<script>", HOSTILE[1], text)
    maker.add(maker.article, "schema:url", "javascript:window.pwned=1")
    maker.add(maker.article, "schema:author", Literal(HOSTILE[0]))
    narcissus = maker.thing("entity-self", "N" * 5000, "schema:Person")
    maker.claim((narcissus, "news:praises", narcissus), f"{HOSTILE[0]} leads {HOSTILE[0]}.", ("leads", "", ""))
    for number, words in enumerate(HOSTILE):
        first = maker.thing(f"entity-{number}", words, "schema:Person", same_as="javascript:window.pwned=1")
        last = maker.thing(f"entity-b{number}", f"{words} Inc", "schema:Organization")
        event = maker.thing(f"event-{number}-Meeting", f"{words} meets {words}", "news:Meeting")
        maker.add(first, "schema:alternateName", Literal(f"also {words}"))
        maker.claim((first, "news:leads", last), f"{words} leads {words}.", ("leads", words, words), stance="Reported", said_by=first)
        maker.claim((event, "news:participant", first), f"{words} leads {words}.", ("leads", "", words))
        maker.claim((event, "news:motto", Literal(words)), f"{words} leads {words}.", ("leads", "", words))
    page = Page(driver, to_page(maker.graph, title=HOSTILE[1]), tmp_path)
    for card in ("#all", "#filter", "#connect", "#help"):
        page.one(card).click()
    nodes = page.run("return JSON.parse(document.getElementById('data').textContent).nodes.map((node) => node.iri)")
    for iri in nodes:
        page.run("location.hash = '#node=' + encodeURIComponent(arguments[0])", iri)
        page.wait("!document.getElementById('panel').hidden")
    for iri in nodes[:6]:
        page.run("location.hash = '#from=' + encodeURIComponent(arguments[0]) + '&to=' + encodeURIComponent(arguments[1])", iri, nodes[-1])
        page.wait("document.getElementById('chain-to')")
    page.type("#search", "<")
    page.pixels()
    assert page.run(
        "return [typeof window.pwned, document.querySelectorAll('img, #article script, #card script, #article style').length]"
    ) == ["undefined", 0]
    assert page.run("return [...document.links].every((link) => /^(https?|file):/.test(link.href))")
    assert HOSTILE[0] in page.one("#article").text
    assert page.console() == []
    assert page.requests() == []


def test_the_policy_stops_what_slips_through(driver: Any, html: str, tmp_path: Path) -> None:
    """Even markup put into the page by force runs nothing, and nothing can be fetched."""
    page = Page(driver, html, tmp_path)
    failed = page.run(
        "try { document.body.innerHTML += '<img src=x onerror=window.pwned=1>'; return 'ran' } catch (error) { return error.name }"
    )
    assert failed == "TypeError"
    fetched = page.driver.execute_async_script(
        "const done = arguments[0]; fetch('https://example.org/').then(() => done('yes'), () => done('no'))"
    )
    assert fetched == "no"
    assert page.run("return typeof window.pwned") == "undefined"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_every_window(driver: Any, html: str, tmp_path: Path, size: tuple[int, int], scheme: str) -> None:
    """Nothing is wider than the window, with a card open too."""
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    )
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    try:
        page = Page(driver, html, tmp_path)
        for card in ("#all", "#filter", "#connect", "#help"):
            page.one(card).click()
            page.wait("!document.getElementById('panel').hidden")
            assert page.run(
                "const wide = (id) => document.getElementById(id).scrollWidth <= document.getElementById(id).clientWidth;"
                "return document.documentElement.scrollWidth <= innerWidth && wide('panel') && wide('canvas')"
            )
        assert page.console() == []
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_many_nodes_open_and_empty_graphs_too(driver: Any, tmp_path: Path) -> None:
    """Two hundred nodes are drawn; a graph without facts says so."""
    page = Page(driver, to_page(make_many(100, 70), title="Many", limit=150), tmp_path)
    assert page.one("#note").text == "150 of 189 on stage, those with most facts; search and cards bring more"
    page = Page(driver, to_page(Graph(), title="Nothing"), tmp_path)
    assert page.one("#empty").text == "No facts were found in this graph"
    assert page.console() == []
