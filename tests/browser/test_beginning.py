"""A set begins: from nothing to an open meeting, in browsers alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.people import Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser


def test_a_set_begins_without_any_training(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    delroy = enter("Delroy", "/start/")
    delroy.writes("What shall the set be called?", "Weir Lane")
    delroy.writes("What is it for, in your own words?", "For those who begin again.")
    accessible(delroy.page)
    delroy.presses("Next: who?")
    link = _make_a_link(delroy)
    accessible(delroy.page)
    delroy.presses("Next: how and when?")
    delroy.page.get_by_label("An hour", exact=True).check()
    delroy.page.get_by_label("Later").check()
    delroy.sees("no meeting is arranged yet")
    accessible(delroy.page)
    delroy.presses("Begin the set")
    others = [enter(key, "/") for key in ("Amara", "Femke", "Leila")]

    for one in others:
        one.goes_to(link)
        one.sees("Weir Lane")
        one.presses("Ask to join")
        one.sees("You have asked to join")
    _welcome_all(delroy, others)
    for one in (delroy, *others):
        one.goes_to(link)
        one.agrees()
    accessible(delroy.page)
    room = _call_a_meeting(delroy, accessible)

    for one in (delroy, *others):
        one.goes_to(room)
        one.comes_in()
    delroy.opens_the_meeting()
    for one in others:
        one.is_in_phase("Check-in")


def _make_a_link(delroy: Somebody) -> str:
    delroy.presses("Make a link")
    return delroy.page.get_by_label("Link to pass on").input_value()


def _welcome_all(delroy: Somebody, others: list[Somebody]) -> None:
    delroy.follows("People, parts and invitations")
    for left in range(len(others), 0, -1):
        delroy.goes_to(delroy.page.url)
        welcome = delroy.button("Yes, welcome")
        expect(welcome).to_have_count(left)
        welcome.first.click()
        expect(welcome).to_have_count(left - 1)


def _call_a_meeting(delroy: Somebody, accessible: Callable[[Page], None]) -> str:
    delroy.page.get_by_role("link", name="The set's page").click()
    delroy.follows("Find the dates")
    delroy.follows("Call one meeting")
    delroy.writes("On which day?", "2031-05-06")
    delroy.writes("From when?", "14:00")
    accessible(delroy.page)
    delroy.presses("Call the meeting")
    delroy.sees("The meeting is in the set's calendar.")
    return delroy.page.url
