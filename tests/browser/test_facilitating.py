"""Leading a meeting, handing it over, and leading it for one room."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.people import PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser

FOUR = {"members": ["Femke", "Leila", "Amara"], "facilitator": "Delroy"}


def test_facilitating_is_handed_over_and_taken_back(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])

    delroy.more_about("Leila Haddad", "Hand over facilitating")

    expect(delroy.button("Next: Explore")).to_have_count(0)
    leila.moves_on(to="Explore")
    leila.page.reload()
    expect(leila.button("Next: Silence")).to_be_visible()
    delroy.page.reload()
    expect(delroy.button("Next: Silence")).to_have_count(0)
    accessible(leila.page)

    delroy.presses("Take facilitating back")

    expect(delroy.button("Next: Silence")).to_be_visible()
    expect(leila.button("Next: Silence")).to_have_count(0)
    accessible(delroy.page)


def test_the_last_step_can_be_undone(served: Served, enter: Enter) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify")
    delroy = enter("Delroy", meeting["room"])
    femke = enter("Femke", meeting["room"])

    delroy.moves_on(to="Explore")
    delroy.presses("Undo the last step")

    for one in (delroy, femke):
        one.is_in_phase("Clarify")


def test_a_room_without_devices_meets_around_one_screen(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange(
        "meeting",
        **FOUR,
        here=["Delroy", "Amara"],
        until="explore",
        presenter="Amara",
    )
    delroy = enter("Delroy", meeting["room"])
    wall = delroy.in_another_tab(meeting["screen"])

    wall.sees(meeting["code"])
    expect(wall.page.get_by_role("img", name="Scan")).to_be_visible()
    accessible(wall.page)

    leila = enter("Leila", "/m/", viewport=PHONE)
    leila.writes("The code on the screen", meeting["code"].upper())
    leila.presses("Join")
    leila.comes_in()
    leila.asks("What does the canteen smell of?")
    wall.sees("What does the canteen smell of?")

    delroy.more_about("Femke de Vries", "Is in the room, without a device")
    delroy.jots_a_question_of("Femke")
    wall.sees("Said aloud, not written down")
    leila.sees("Said aloud, not written down")
    leila.sees("noted by Delroy")
    accessible(delroy.page)
    accessible(wall.page)
    accessible(leila.page)


def test_a_discreet_signal_reaches_the_facilitator_alone(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])
    femke = enter("Femke", meeting["room"])

    leila.page.get_by_text("I need a pause, or help").click()
    leila.presses("I need a pause")

    delroy.sees("would like a pause.")
    femke.does_not_see("would like a pause.")
    accessible(delroy.page)
    delroy.presses("I have seen it")
    leila.sees("Your signal has been seen.")


def test_more_time_is_agreed_between_presenter_and_facilitator(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    delroy = enter("Delroy", meeting["room"])
    amara = enter("Amara", meeting["room"])
    leila = enter("Leila", meeting["room"])
    leila.sees("20 min left")

    delroy.presses("5 min")
    amara.sees("Delroy would like 5 more minutes.")
    expect(leila.button("Agree")).to_have_count(0)
    accessible(amara.page)
    amara.presses("Agree")

    leila.sees("25 min left")


def test_a_pause_stops_the_clock_for_everyone(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])

    delroy.opens_the_menu()
    accessible(delroy.page)
    delroy.presses("Pause")
    leila.sees("The clock stands still.")
    accessible(leila.page)
    delroy.presses("Go on")

    leila.does_not_see("The clock stands still.")


def test_a_phase_is_skipped_with_a_reason_for_all_to_see(
    served: Served, enter: Enter
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])

    delroy.opens_the_menu()
    delroy.page.get_by_text("Skip or end, with a reason").click()
    delroy.writes("Skip this phase, because", "We all work there")
    delroy.presses("Skip it")

    for one in (delroy, leila):
        one.is_in_phase("Explore")
        one.sees("We all work there")


def test_a_meeting_closed_too_soon_is_reopened(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="close")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])
    leila.sees("The meeting is over. Thank you.")

    delroy.presses("Reopen the meeting")

    leila.is_in_phase("Close")
    accessible(leila.page)


def test_a_pulse_tells_the_set_one_word(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="learning_round")
    four = [
        enter(key, meeting["room"]) for key in ("Delroy", "Femke", "Leila", "Amara")
    ]
    delroy = four[0]

    delroy.opens_the_menu()
    delroy.presses("Ask everyone how it was")
    for one in four:
        one.sees("How free did you feel to speak today?")
    accessible(four[1].page)
    for one, answer in zip(four, "7667", strict=True):
        one.page.get_by_role("button", name=answer, exact=True).click()
        one.sees("You have answered.")
    delroy.presses("Show the result (4 answers)")

    for one in four:
        one.sees("As a set: very much.")
    accessible(four[1].page)
