"""One served Askwell and as many browsers as a story has people."""

import contextlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    sync_playwright,
)

import moulds
from askwell.web.demo.cast import character
from browser import chromium
from browser.people import DESK, Enter, Somebody
from browser.served import Served, free_port

FAILED = pytest.StashKey[bool]()
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server that all stories share."""
    running = Served(moulds.sqlite_in(tmp_path_factory.mktemp("served")), free_port())
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium_browser() -> Iterator[Browser]:
    where = chromium.path()
    if where is None:
        if os.environ.get("CI") == "true":
            pytest.fail(chromium.HOW)
        pytest.skip(chromium.HOW)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Note on the story whether it failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def new_profile(
    chromium_browser: Browser,
    served: Served,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser profiles, each a person's own; closed when the story ends.

    A story that fails leaves a picture of every page.
    """
    opened: list[BrowserContext] = []
    forbidden: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            forbidden.append(message.text)

    def make(**options: Any) -> BrowserContext:
        context = chromium_browser.new_context(
            **{
                "base_url": served.url,
                "viewport": DESK,
                "reduced_motion": "reduce",
                **options,
            }
        )
        context.set_default_timeout(10_000)
        context.on("console", note)
        context.on("weberror", lambda error: forbidden.append(str(error.error)))
        opened.append(context)
        return context

    yield make
    if request.node.stash.get(FAILED, False):
        _take_pictures(opened, tmp_path)
    for context in opened:
        context.close()
    assert forbidden == []


def _take_pictures(profiles: list[BrowserContext], folder: Path) -> None:
    pages = [page for profile in profiles for page in profile.pages]
    for number, page in enumerate(pages, 1):
        with contextlib.suppress(Error):
            page.screenshot(path=folder / f"{number}.png", full_page=True)
    print(f"what the pages looked like: {folder}")


@pytest.fixture
def step_in(new_profile: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """Step in as one of the cast by the button on the demonstration's page."""

    def as_person(name: str, **options: Any) -> Page:
        page = new_profile(**options).new_page()
        page.goto("/demo/")
        page.get_by_role("button", name=f"Step in as {name}").first.click()
        page.wait_for_url(lambda url: not url.endswith("/demo/"))
        return page

    return as_person


@pytest.fixture
def enter(new_profile: Callable[..., BrowserContext]) -> Enter:
    """Step in as one of the cast and go to a page, in a profile of their own."""

    def as_person(key: str, path: str, **options: Any) -> Somebody:
        profile = new_profile(**options)
        sign_in(profile, key)
        somebody = Somebody(character(key).name, profile.new_page())
        somebody.goes_to(path)
        return somebody

    return as_person


def sign_in(profile: BrowserContext, key: str) -> None:
    """What the button on the demonstration's page sends, without drawing the page."""
    page = profile.request.get("/demo/").text()
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    sent = {"csrfmiddlewaretoken": found[1], "person": key, "set": ""}
    answer = profile.request.post("/demo/visits/", form=sent, max_redirects=0)
    assert answer.status == 302


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Check that axe finds nothing wrong with a page, in light and in dark.

    By night only the colours are others.
    """

    def check(page: Page) -> None:
        page.emulate_media(color_scheme="light")
        page.evaluate(Axe().axe_script)
        _finds_nothing(page, {})
        page.emulate_media(color_scheme="dark")
        _finds_nothing(page, {"runOnly": ["color-contrast"]})
        page.emulate_media(color_scheme="light")

    return check


def _finds_nothing(page: Page, options: dict[str, Any]) -> None:
    """What is well is left out of axe's answer: it is most of it."""
    found = page.evaluate(
        "options => axe.run(options).then(({violations}) => ({violations}))", options
    )
    if found["violations"]:
        pytest.fail(f"{page.url}, {options}: {AxeResults(found).generate_report()}")
