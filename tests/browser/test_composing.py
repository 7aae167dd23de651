"""A programme's manager puts twenty-four people into four sets on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser import board
from browser.people import PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser


def test_the_board_serves_on_a_phone(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    cohort = served.arrange("programme", manager="Grace")
    grace = enter("Grace", cohort["page"], viewport=PHONE, has_touch=True)
    board.searches(grace)
    accessible(grace.page)

    for name in cohort["names"]:
        board.person(grace, name).tap()
        places = grace.page.locator(".picker-set[aria-disabled=false]")
        expect(grace.page.locator(".picker-set").first).to_be_visible()
        if places.count():
            break
        grace.presses("Put back")
    chosen = places.first.locator("strong").inner_text()
    accessible(grace.page)
    places.first.tap()

    board.sits_in(grace, name, chosen)

    grace.follows("What each wish costs")
    grace.presses("Draw the picture")
    slider = grace.page.get_by_label("How much should this count: Areas")
    expect(slider).to_be_visible(timeout=board.SEARCHED_WITHIN)
    accessible(grace.page)
    slider.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "twice as much")
    grace.presses("Keep as a proposal: Areas count twice as much")

    expect(grace.page.locator(".board-set")).to_have_count(board.SETS)
