"""The sample graph in the real Neo4j Browser: style, guide, saved queries, and one edge."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from graph.store import open_store
from graph.vocabulary import SCHEMA
from queries.browser import QUERIES, STYLE
from queries.catalog import questions

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Told

# The first test waits for Maven, Neo4j and the load of the sample graph.
pytestmark = pytest.mark.timeout(900)

SCREENSHOTS = "CYBERCOOP_SCREENSHOTS"
"""Names a folder in which to keep what was on screen."""

GRAPH = "cypherFrameSidebarVisualization"
TABLE = "cypherFrameSidebarTable"
NODES = """() => Object.fromEntries([...document.querySelectorAll('g.node')].map(node =>
  [node.__data__.propertyMap.name, {
    labels: node.__data__.labels,
    colour: node.querySelector('circle.b-outline').getAttribute('fill'),
    caption: [...node.querySelectorAll('text')].map(t => t.textContent.trim()).join(' ')}]))"""
EDGES = """() => [...document.querySelectorAll('g.relationship')].map(edge => ({
  caption: edge.querySelector('text').textContent,
  type: edge.__data__.type}))"""
PLACE_OF_EDGE = """id => {
  const edge = [...document.querySelectorAll('g.relationship')].find(
    g => g.__data__.propertyMap.id === id);
  const shape = edge.querySelector('path.overlay');
  const [bounds, length] = [shape.getScreenCTM(), shape.getTotalLength()];
  for (let part = 0.02; part < 1; part += 0.02) {
    const at = shape.getPointAtLength(part * length).matrixTransform(bounds);
    for (const [dx, dy] of [[0, 0], [3, 0], [-3, 0], [0, 3], [0, -3]])
      if (edge.contains(document.elementFromPoint(at.x + dx, at.y + dy)))
        return [at.x + dx, at.y + dy];
  }
}"""
"""Where a line can be clicked on: others may lie above it."""
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), c => c.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  for (const type of ['dragenter', 'dragover', 'drop'])
    document.querySelector('.monaco-editor').dispatchEvent(
      new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
}"""


def keep(page: Page, name: str) -> None:
    folder = os.environ.get(SCREENSHOTS)
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png")


def drop(page: Page, told: Told, name: str) -> None:
    """Drag a file that the service gives onto the page."""
    content = httpx.get(f"{told.rest}/v1/browser/{name}").raise_for_status().content
    page.evaluate(DROP, [name, base64.b64encode(content).decode()])


def command(page: Page, text: str) -> None:
    """Type into the editor and run it; earlier answers go."""
    for line in (":clear", text):
        page.locator(".monaco-editor").first.click()
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(line)
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(1000)


def still(page: Page) -> None:
    """Wait until the circles have found their places."""
    page.locator("g.node").first.wait_for()
    before = None
    while before != (before := page.locator("g.layer.nodes").first.inner_html()):
        page.wait_for_timeout(500)


def colour(kind: str) -> str:
    return SCHEMA.kind(kind).colour


@pytest.fixture(scope="module")
def answered(page: Page) -> Page:
    """The page after the first click that `make neo4j` asks for."""
    page.get_by_role("heading", name="Who cooperates with Kenya?").wait_for()
    keep(page, "guide")
    page.locator("a[data-populate]", has_text="Who cooperates with a country?").first.locator(
        "i"
    ).click()
    page.get_by_test_id(GRAPH).first.wait_for()
    still(page)
    return page


def test_one_click_shows_who_cooperates_with_kenya(answered: Page) -> None:
    keep(answered, "partners")
    nodes: dict[str, Any] = answered.evaluate(NODES)
    assert (nodes["Kenya"]["colour"], nodes["Kenya"]["caption"]) == (colour("Country"), "Kenya")
    assert nodes["Morocco"]["colour"] == colour("Country")
    assert nodes["International Telecommunication Union"]["colour"] == colour("Organization")
    agreements = [node for node in nodes.values() if "Agreement" in node["labels"]]
    assert agreements and {node["colour"] for node in agreements} == {colour("Agreement")}
    captions = {edge["caption"] for edge in answered.evaluate(EDGES)}
    assert any(caption.startswith("PARTY_TO s") for caption in captions)
    overview = answered.get_by_test_id("vizInspector").first.inner_text()
    assert "Country (2)" in overview and "COOPERATES_WITH" in overview


def test_its_table_holds_the_sentences(answered: Page) -> None:
    answered.get_by_test_id(TABLE).first.click()
    keep(answered, "table")
    table = answered.locator("[data-testid=frameContents] table").first.inner_text()
    assert '"International Telecommunication Union"' in table
    assert "Kenya and Morocco signed a memorandum of understanding" in table
    answered.get_by_test_id(GRAPH).first.click()
    still(answered)


def test_a_click_on_a_line_shows_the_sentence_its_source_and_its_date(
    answered: Page, told: Told
) -> None:
    store = open_store(told.store)
    try:
        [fact] = store.read(
            "MATCH (b:Entity {id: $body})-[f:PARTY_TO]->(g:Agreement) WHERE f.url IS NOT NULL "
            "RETURN f.id AS id, f.quote AS quote, f.url AS url, f.source AS source, "
            "f.last_reported AS date",
            {"body": "agency:MA:presidency-of-the-public-prosecution"},
        )
    finally:
        store.close()
    answered.mouse.click(*answered.evaluate(PLACE_OF_EDGE, fact["id"]))
    inspector = answered.get_by_test_id("vizInspector").first
    inspector.get_by_text("Relationship properties").wait_for()
    show_all = inspector.get_by_text("Show all")
    while show_all.count():
        show_all.first.click()
    keep(answered, "edge")
    said = inspector.inner_text()
    for value in (fact["quote"], fact["url"], fact["source"], fact["date"], "signed"):
        assert value in said


def test_saved_queries_dropped_on_the_page_run_from_there(answered: Page, told: Told) -> None:
    drop(answered, told, QUERIES)
    answered.get_by_test_id("navigationFavorites").click()
    answered.get_by_test_id("savedScriptsFolder-cybercoop").click()
    saved = answered.get_by_test_id("savedScriptListItem")
    assert {text.strip() for text in saved.all_inner_texts()} >= {q.title for q in questions()}
    keep(answered, "favorites")
    asked = saved.filter(has_text="Agreements between two countries")
    asked.hover()
    asked.get_by_test_id("savedScriptsButton-Run").click()
    answered.get_by_test_id("frameCommand").first.get_by_text("Agreements between").wait_for()
    answered.get_by_test_id(GRAPH).nth(1).wait_for()
    still(answered)
    keep(answered, "agreements")
    assert {"Kenya", "Morocco", "Noordin Haji"} <= set(answered.evaluate(NODES))


def test_the_style_dropped_on_the_page_brings_the_colours_back(answered: Page, told: Told) -> None:
    command(answered, ":style reset")
    command(answered, "MATCH (kenya:Entity {id: 'country:KE'}) RETURN kenya")
    still(answered)
    assert answered.evaluate(NODES)["Kenya"]["colour"] != colour("Country")
    drop(answered, told, STYLE)
    answered.get_by_text("node.Country {").first.wait_for()
    command(answered, "MATCH (kenya:Entity {id: 'country:KE'}) RETURN kenya")
    still(answered)
    assert answered.evaluate(NODES)["Kenya"]["colour"] == colour("Country")
