"""The page in a real Chromium: what a reader sees, clicks and types; and that hostile text stays text."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_maker import GraphMaker, make_many
from rdflib import Graph, Literal

from kg.view import to_page

pytestmark = pytest.mark.slow

SMALL = Path(__file__).parent / "data" / "small.ttl"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --window-size=1440,900"
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

    def pixels(self) -> str:
        """The drawn graph, once it has been drawn anew."""
        twice = "requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector('canvas').toDataURL())))"
        return str(self.driver.execute_async_script(f"const done = arguments[0]; {twice}"))

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
    assert len(page.all("#article p.body")) == 7
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
    ]
    page.one("#stances .chip", "Denied").click()
    assert page.pixels() != before


def test_the_graph_answers_to_keys(page: Page) -> None:
    """Arrow keys go from node to node and show each one's card."""
    page.type("#stage", "\ue014")
    first = page.one("#card h2").text
    page.type("#stage", "\ue014")
    assert page.one("#card h2").text != first


def test_an_address_opens_the_same_card_again(driver: Any, html: str, tmp_path: Path) -> None:
    page = Page(driver, html, tmp_path)
    page.type("#search", "wexel", "\ue007")
    address = "#" + page.run("return location.hash").removeprefix("#")
    assert Page(driver, html, tmp_path, address).one("#card h2").text == "Jonas Wexel"


def test_a_click_on_a_node_opens_its_card(driver: Any, tmp_path: Path) -> None:
    """One node alone stands in the middle of the stage."""
    from selenium.webdriver import ActionChains

    maker = GraphMaker("https://news.example/x", "Ada", "Ada")
    maker.add(maker.thing("entity-0", "Ada Quist", "schema:Person"), "news:motto", Literal("Onward"))
    page = Page(driver, to_page(maker.graph, title="Ada"), tmp_path)
    stage = page.one("#stage")
    for up in range(60, -20, -8):
        if not page.one("#panel").is_displayed():
            ActionChains(driver).move_to_element_with_offset(stage, 0, -up).click().perform()
    assert page.one("#card h2").text == "Ada Quist"
    assert page.texts("#card .told") == ["Ada Quist motto Onward"]


def test_hostile_text_runs_nothing(driver: Any, tmp_path: Path) -> None:
    """Scripts in names, text, headline, links and values are shown as they stand, on every card."""
    text = "\n\n".join(f"{words} leads {words}." for words in HOSTILE)
    maker = GraphMaker("https://news.example/<script>", HOSTILE[1], text)
    maker.add(maker.article, "schema:url", "javascript:window.pwned=1")
    maker.add(maker.article, "schema:author", Literal(HOSTILE[0]))
    for number, words in enumerate(HOSTILE):
        first = maker.thing(f"entity-{number}", words, "schema:Person", same_as="javascript:window.pwned=1")
        last = maker.thing(f"entity-b{number}", f"{words} Inc", "schema:Organization")
        event = maker.thing(f"event-{number}-Meeting", f"{words} meets {words}", "news:Meeting")
        maker.add(first, "schema:alternateName", Literal(f"also {words}"))
        maker.claim((first, "news:leads", last), f"{words} leads {words}.", ("leads", words, words), stance="Reported", said_by=first)
        maker.claim((event, "news:participant", first), f"{words} leads {words}.", ("leads", "", words))
        maker.claim((event, "news:motto", Literal(words)), f"{words} leads {words}.", ("leads", "", words))
    page = Page(driver, to_page(maker.graph, title=HOSTILE[1]), tmp_path)
    page.one("#all").click()
    nodes = page.run("return JSON.parse(document.getElementById('data').textContent).nodes.map((node) => node.iri)")
    for iri in nodes:
        page.run("location.hash = '#node=' + encodeURIComponent(arguments[0])", iri)
        page.wait("!document.getElementById('panel').hidden")
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
        page.one("#all").click()
        assert page.run(
            "return document.documentElement.scrollWidth <= innerWidth && document.getElementById('panel').scrollWidth <= innerWidth"
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
