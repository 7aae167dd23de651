"""A set allows what the coach may do, counts what is said, and takes its yes back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.people import PHONE, Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

THREE = {"members": ["Femke", "Leila"], "facilitator": "Delroy", "presenter": "Leila"}
ON = "Live captions are read by the coach."
HINT = "could be heard as advice. What question is behind it?"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def says_with_keys(one: Somebody, answer: str) -> None:
    one.tabs_to(answer)
    one.page.keyboard.press("Enter")


def test_captions_are_read_with_everybodys_yes_and_not_after_one_no(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **THREE, until="explore")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])
    femke = enter("Femke", meeting["room"], viewport=PHONE)

    femke.clicks(femke.page.get_by_text("The coach in this meeting"))
    femke.clicks(femke.button("Ask the set").first)
    for one in (delroy, leila):
        one.sees("Femke asks whether live captions may be read in this meeting.")
    assert leila.page.evaluate(WIDER) == 0
    accessible(leila.page)
    says_with_keys(leila, "Yes")
    says_with_keys(delroy, "Yes")
    for one in (delroy, leila, femke):
        one.sees(ON)

    page = delroy.in_another_tab(f"{meeting['room']}captions/")
    page.writes("What was said", "Femke de Vries: You should talk to your boss.")
    page.presses("Read and forget them")
    page.sees("1 turn was read, and its words are forgotten.")
    femke.sees(HINT)
    delroy.does_not_see(HINT)
    leila.does_not_see(HINT)
    assert femke.page.evaluate(WIDER) == 0
    accessible(femke.page)
    accessible(page.page)

    says_with_keys(leila, "Take my yes back")

    for one in (delroy, leila, femke):
        one.sees_no_longer(ON)
    femke.sees_no_longer(HINT)


def test_what_is_said_aloud_is_counted_by_keys_and_shown_to_the_set(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **THREE, until="explore")
    delroy = enter("Delroy", meeting["room"])
    femke = enter("Femke", meeting["room"])
    buttons = delroy.page.locator("#tally-form")

    delroy.tabs_to("Open question")
    for _ in range(5):
        delroy.page.keyboard.press("Enter")
    expect(buttons.locator("button").first).to_contain_text("5")
    delroy.page.keyboard.press("Tab")
    delroy.page.keyboard.press("Space")
    expect(buttons.locator("button").nth(1)).to_contain_text("1")
    femke.does_not_see("Closed question")
    accessible(delroy.page)

    delroy.presses("Undo the last one")
    delroy.presses("Show the set")

    femke.sees("Of 5 turns: 5 open questions.")
    accessible(femke.page)
