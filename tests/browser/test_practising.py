"""A trainee practises with made-up members, and looks back on how it went."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.keyboard import ByKeyboard
from browser.people import PHONE, Enter

pytestmark = pytest.mark.browser

WORDS = "Shall we stay with the question a moment longer?"


def test_a_trainee_practises_by_keyboard_and_looks_back(
    enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("Leila", "/practice/cases/un_mentoring/", viewport=PHONE).page
    leila = ByKeyboard("Leila Haddad", page)

    leila.clicks(page.get_by_role("button", name="Begin", exact=True))
    _listens(leila)
    page.keyboard.press("Enter")
    expect(page.locator("#said li")).to_have_count(2)
    leila.clicks(page.locator("#say summary"))
    leila.fills(page.locator("#say-words"), WORDS)
    leila.clicks(page.get_by_role("button", name="Say it", exact=True))
    expect(page.locator("#said")).to_contain_text(WORDS)
    leila.clicks(page.locator(".practice-options button").first)
    expect(page.locator("#said li")).to_have_count(4)
    leila.clicks(page.locator("#mood summary"))
    leila.sees("How safe it is to speak")
    accessible(page)
    _keeps_the_pace(page)
    _is_told_of_trouble(leila)
    _goes_through_to_the_end(leila)
    leila.clicks(page.get_by_role("link", name="Look back", exact=True))
    leila.sees("What to try next time")
    expect(page.locator(".practice-replay")).to_contain_text([WORDS])
    accessible(page)


def _listens(leila: ByKeyboard) -> None:
    page = leila.page
    steps = int(page.locator("[data-after]").get_attribute("data-after") or 0)
    leila.clicks(page.get_by_role("button", name="Listen on"))
    expect(page.locator(f"[data-after='{steps + 1}']")).to_be_visible()


def _keeps_the_pace(page: Page) -> None:
    page.locator("#pace").select_option("12")
    page.reload()
    expect(page.locator("#pace")).to_have_value("12")
    page.locator("#pace").select_option("")


def _is_told_of_trouble(leila: ByKeyboard) -> None:
    """What is no part of the room does not come into it."""
    page, listens = leila.page, "**/steps/listen/"
    page.route(listens, lambda route: route.fulfill(status=403, body="Foreign"))
    leila.clicks(page.get_by_role("button", name="Listen on"))
    leila.sees("gave no proper answer")
    expect(page.locator("#practice-inside")).not_to_contain_text("Foreign")
    page.unroute(listens)
    leila.clicks(page.get_by_role("link", name="Load the page again"))


def _goes_through_to_the_end(leila: ByKeyboard) -> None:
    """What the presenter chooses and the set's review have to be listened to."""
    on = leila.page.locator("form[action$='/move_on/'] button")
    for phase in ("Explore", "Silence", "Experience", "Reflect", "Process"):
        leila.clicks(on)
        expect(on).to_contain_text(phase)
    _listens(leila)
    leila.clicks(on)
    expect(on).to_contain_text("Close the meeting")
    _listens(leila)
    leila.clicks(on)
