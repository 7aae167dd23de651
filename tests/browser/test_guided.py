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
        "meeting", members=["Amara", "Femke", "Tomasz"], facilitator="Leila"
    )
    page = enter("Leila", meeting["room"], viewport=PHONE).page
    leila = ByKeyboard("Leila Haddad", page)
    members = [enter(key, meeting["room"]) for key in ("Amara", "Femke", "Tomasz")]
    wall = leila.in_another_tab(meeting["screen"])

    for one in (leila, *members):
        one.comes_in()
    leila.sees("I read out what stands on my screen.")
    expect(leila.button("Guide me no longer")).to_be_visible()
    leila.opens_the_meeting()
    for one in (leila, *members):
        one.is_in_phase("Check-in")
    _they_settle_who_presents(leila, members[0])
    _one_thing_is_said_at_a_time(leila, members, wall, accessible)
    _they_come_to_an_end(leila, members)


def _they_settle_who_presents(leila: ByKeyboard, amara: Somebody) -> None:
    leila.moves_on(to="Report-backs")
    leila.sees("Nobody has an action to report on.")
    leila.moves_on(to="Who wants time")
    amara.bids(HEADLINE)
    leila.sees(HEADLINE)
    expect(leila.button("Next:")).to_have_count(0)
    leila.follows("Settle who presents")
    leila.presses("Go with this order")
    leila.presses("Next: Amara")
    leila.is_in_phase("Present")


def _one_thing_is_said_at_a_time(
    leila: ByKeyboard,
    members: list[Somebody],
    wall: Somebody,
    accessible: Callable[[Page], None],
) -> None:
    amara, femke, _ = members
    amara.presents(HEADLINE, question=QUESTION)
    leila.moves_on(to="Clarify")
    leila.moves_on(to="Explore")
    femke.asks(STACKED)
    leila.sees("Which one? Ask it and stop.")
    for one in (amara, wall):
        one.does_not_see_just_now("Which one? Ask it and stop.")
    accessible(leila.page)
    leila.presses("Said it")
    leila.sees_no_longer("Which one? Ask it and stop.")


def _they_come_to_an_end(leila: ByKeyboard, members: list[Somebody]) -> None:
    amara, femke, _ = members
    leila.moves_on(to="Silence")
    leila.moves_on(to="Reflect and act")
    amara.chooses("Leave the rota alone on Sunday")
    leila.moves_on(to="Process review")
    amara.looks_back(went_well="Nobody hurried", try_next="More of it")
    leila.moves_on(to="Close")
    femke.has_learned("Silence works")
    leila.presses("Close the meeting")
    for one in (leila, *members):
        one.sees("The meeting is over. Thank you.")
