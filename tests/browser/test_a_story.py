"""Somebody tells others what they learned: with the set's leave, until they stop."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.people import PHONE, Enter, Somebody

pytestmark = pytest.mark.browser

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
HEADING = "One breath before I answer"
Check = Callable[[Page], None]


def test_a_story_is_told_with_the_sets_leave_and_taken_back(
    enter: Enter, accessible: Check
) -> None:
    darren = enter("Darren", "/stories/")
    page = _offers(darren, accessible)
    sina = enter("Sina", page, **ON_A_PHONE)
    sina.sees("You are named in it")
    accessible(sina.page)
    sina.presses("Yes, it may stand")
    sina.presses("Fine by me")
    for key in ("Ewan", "Grace", "Jun-ho"):
        enter(key, page).presses("Fine by me")
    nadia = enter("Nadia", "/programmes/")
    nadia.finds_nothing_at(page)

    siobhan = enter("Siobhan", page)
    siobhan.presses("Fine by me")
    siobhan.sees("Told in a programme")

    darren.goes_to(page)
    darren.sees("It is told to others")
    accessible(darren.page)
    darren.follows("See it among the others")
    told = darren.page.url
    nadia.goes_to(told)
    nadia.sees(HEADING)
    nadia.does_not_see("Darren")
    accessible(nadia.page)

    darren.goes_to(page)
    darren.follows("Take it back")
    accessible(darren.page)
    darren.presses("Take it back")
    darren.sees("You took it back")
    nadia.goes_to(told)
    nadia.does_not_see(HEADING)


def _offers(darren: Somebody, accessible: Check) -> str:
    """From nothing to the question to the set; the address of it."""
    darren.follows("Tell others what you learned")
    accessible(darren.page)
    darren.checks(darren.page.get_by_label("A story: what was going on"))
    darren.presses("Write it")
    accessible(darren.page)
    darren.writes("A heading", HEADING)
    darren.writes("What was going on?", "I answered before anybody had finished.")
    darren.writes("What helped?", "Sina counted to three, and so did I.")
    darren.presses("Keep it, and look for names")
    darren.sees("Who could be recognised?")
    accessible(darren.page)
    darren.checks(darren.page.get_by_label("ask whether the name may stand"))
    darren.presses("See what others will read")
    darren.sees("Exactly this leaves your set")
    accessible(darren.page)
    darren.presses("Ask my set")
    darren.sees("Your set has its say")
    return darren.page.url
