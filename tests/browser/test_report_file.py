"""The report on a transcript as a file: needs nothing, reads well everywhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

from askwell.web.transcripts.screens import html
from browser.people import DESK, PHONE
from web.transcripts.reports import a_report

pytestmark = pytest.mark.browser

WIDTHS = {"desk": DESK, "phone": PHONE, "narrow": {"width": 360, "height": 740}}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html.page(a_report()), encoding="utf-8")
    return path


@pytest.fixture(params=WIDTHS)
def page(
    request: pytest.FixtureRequest, chromium_browser: Browser, file: Path
) -> Iterator[Page]:
    """The checker has to get in, where the file itself lets nothing in."""
    size = WIDTHS[request.param]
    with chromium_browser.new_context(viewport=size, bypass_csp=True) as profile:
        page = profile.new_page()
        page.goto(file.as_uri())
        yield page


def test_is_accessible_by_day_and_by_night(
    page: Page, accessible: Callable[[Page], None]
) -> None:
    for summary in page.locator("summary").all():
        summary.click()

    accessible(page)


def test_is_no_wider_than_the_screen(page: Page) -> None:
    assert page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_asks_nobody_for_anything(chromium_browser: Browser, file: Path) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    with chromium_browser.new_context() as profile:
        page = profile.new_page()
        page.on("request", note)

        page.goto(file.as_uri())
        page.wait_for_load_state("networkidle")

    elsewhere = [each for each in asked if not each.startswith("data:")]
    assert elsewhere == [file.as_uri()]
