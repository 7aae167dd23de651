"""A programme in figures is read on any screen, and printed for a board."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.people import PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser

A_SHEET = re.compile(rb"/Type\s*/Page[^s]")


@pytest.fixture(scope="module")
def page_of(served: Served) -> str:
    made: Any = served.arrange("figures", manager="Nadia", sponsor="Helen")
    return str(made["page"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_as_two_sheets_even_at_night(
    enter: Enter, page_of: str, scheme: str
) -> None:
    nadia = enter("Nadia", page_of, color_scheme=scheme)
    nadia.page.emulate_media(media="print")

    paper = nadia.page.pdf(format="A4", prefer_css_page_size=True)

    assert len(A_SHEET.findall(paper)) == 2
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    assert nadia.page.evaluate(ground) == "rgb(255, 255, 255)"
    assert nadia.page.get_by_role("table").count() == 4


def test_the_sponsor_is_led_to_it_and_reads_it_on_a_phone(
    enter: Enter, page_of: str, accessible: Callable[[Page], None]
) -> None:
    helen = enter("Helen", page_of.removesuffix("insight/"), viewport=PHONE)

    assert helen.page.url.endswith(page_of)
    helen.page.evaluate(
        "document.querySelectorAll('main details').forEach((each) => each.open = true)"
    )

    wide = "document.documentElement.scrollWidth"
    assert helen.page.evaluate(wide) == PHONE["width"]
    accessible(helen.page)
