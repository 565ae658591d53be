"""`make neo4j` as it runs for a user, and a real Chromium logged in to its Neo4j Browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ROOT = Path(__file__).parents[2]
REQUIRE = "CYBERCOOP_REQUIRE_BROWSER"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
UP_SECONDS = 240
LOAD = ["-m", "app.cli", "load", "--reference", "examples/documents"]


@dataclass(frozen=True, slots=True)
class Told:
    """What `make neo4j` says once it is up."""

    page: str
    user: str
    password: str
    rest: str
    store: str


def missing(reason: str) -> NoReturn:
    """A skip with its reason; a failure where CYBERCOOP_REQUIRE_BROWSER=1."""
    if os.environ.get(REQUIRE) == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium of this machine."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        missing("playwright is not installed: pip install '.[dev]'")
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    return found or missing("there is no Chromium (Debian: apt-get install chromium)")


@pytest.fixture(scope="session")
def told(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """`make neo4j` with the sample graph, until the tests are over."""
    folder = tmp_path_factory.mktemp("make-neo4j")
    screen = folder / "screen"
    with screen.open("wb") as output:
        running = subprocess.Popen(
            [sys.executable, "-m", "tools.neo4j", "--home", str(folder / "home"),
             sys.executable, *LOAD],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield _told(running, screen)
    finally:
        running.terminate()
        running.wait(60)


def _told(running: subprocess.Popen[bytes], screen: Path) -> Told:
    deadline = time.monotonic() + UP_SECONDS
    while running.poll() is None and time.monotonic() < deadline:
        said = re.search(
            r"Open +(\S+)\n.*Log in as +(\S+)\n +password +(\S+)\n.*\nREST +(\S+)/docs\n"
            r".*CYBERCOOP_STORE=(\S+)\n",
            screen.read_text(encoding="utf-8"),
            re.DOTALL,
        )
        if said:
            return Told(*said.groups())
        time.sleep(0.5)
    text = screen.read_text(encoding="utf-8")
    if re.search(r"error: (?!.*(failed with code|REST service))", text):
        missing(text)
    pytest.fail(f"make neo4j does not come up:\n{text}", pytrace=False)


@pytest.fixture(scope="module")
def page(chromium: str, told: Told) -> Iterator[Page]:
    """Neo4j Browser after the login, as a user makes it."""
    from playwright.sync_api import sync_playwright

    # Chromium's own sandbox does not work for root.
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        opened = browser.new_page(viewport={"width": 1440, "height": 1000})
        opened.set_default_timeout(60_000)
        opened.goto(told.page)
        _type(opened.get_by_test_id("username"), told.user)
        _type(opened.locator("input[type=password]"), told.password)
        opened.get_by_test_id("connect").click()
        yield opened
        browser.close()


def _type(field: Locator, text: str) -> None:
    """Type by the keyboard; once more where the form is drawn anew meanwhile."""
    for _ in range(20):
        field.fill("")
        field.press_sequentially(text)
        field.page.wait_for_timeout(700)
        if field.input_value() == text:
            return
    raise AssertionError("the form of the login does not come to rest")
