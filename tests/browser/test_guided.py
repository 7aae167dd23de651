"""Somebody who has never led a meeting reads what stands on the screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.keyboard import ByKeyboard
from browser.people import PHONE, Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

HEADLINE = "The rota nobody owns"
QUESTION = "What am I holding on to?"
STACKED = "Who else knows? Why not ask them? And when?"


def test_an_untrained_host_leads_a_first_meeting_by_keyboard(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange(
        "meeting", members=["Amara", "Femke", "Leila"], facilitator="Delroy"
    )
    page = enter("Delroy", meeting["room"], viewport=PHONE).page
    delroy = ByKeyboard("Delroy Campbell", page)
    members = [enter(key, meeting["room"]) for key in ("Amara", "Femke", "Leila")]
    wall = delroy.in_another_tab(meeting["screen"])

    for one in (delroy, *members):
        one.comes_in()
    delroy.sees("I read out what stands on my screen.")
    expect(delroy.button("Guide me no longer")).to_be_visible()
    accessible(delroy.page)
    delroy.opens_the_meeting()
    for one in (delroy, *members):
        one.is_in_phase("Check-in")
    _they_settle_who_presents(delroy, members[0])
    _one_thing_is_said_at_a_time(delroy, members, wall, accessible)
    _they_come_to_an_end(delroy, members)


def _they_settle_who_presents(delroy: ByKeyboard, amara: Somebody) -> None:
    delroy.moves_on(to="Bids")
    amara.bids(HEADLINE)
    delroy.sees(HEADLINE)
    expect(delroy.button("Next:")).to_have_count(0)
    delroy.follows("Settle who presents")
    delroy.presses("Go with this order")
    delroy.presses("Next: Amara")
    delroy.is_in_phase("Present")


def _one_thing_is_said_at_a_time(
    delroy: ByKeyboard,
    members: list[Somebody],
    wall: Somebody,
    accessible: Callable[[Page], None],
) -> None:
    amara, femke, leila = members
    amara.presents(HEADLINE, question=QUESTION)
    delroy.moves_on(to="Clarify")
    delroy.moves_on(to="Explore")
    femke.asks(STACKED)
    delroy.sees("Which one? Ask it and stop.")
    for one in (amara, femke, leila, wall):
        one.does_not_see_just_now("Which one? Ask it and stop.")
    accessible(delroy.page)
    delroy.presses("Said it")
    delroy.sees_no_longer("Which one? Ask it and stop.")


def _they_come_to_an_end(delroy: ByKeyboard, members: list[Somebody]) -> None:
    for phase in ("Silence", "Reflect", "Process review", "Learning round"):
        delroy.presses(f"Next: {phase}")
        expect(delroy.page.locator("#ribbon")).to_contain_text(phase)
    delroy.presses("Close the meeting")
    for one in (delroy, *members):
        one.sees("The meeting is over. Thank you.")
