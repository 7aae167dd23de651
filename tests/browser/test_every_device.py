"""The room on a phone, by keyboard alone, and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.people import PHONE, Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

FOUR = {"members": ["Femke", "Leila", "Amara"], "facilitator": "Delroy"}
SMELL = "What does the canteen smell of?"

SMALL_TARGETS = """() => [
    "button", ".button", "summary", "select", "input:not([type=hidden])"
]
    .flatMap((kind) => [...document.querySelectorAll(`main ${kind}`)])
    .filter((each) => each.checkVisibility())
    .map((each) => [each.closest("label") ?? each, each])
    .map(([target, each]) => [target.getBoundingClientRect(), each])
    .filter(([box]) => box.width > 1 && (box.width < 44 || box.height < 43.5))
    .map(([box, each]) => `${Math.round(box.width)}x${Math.round(box.height)} `
        + each.outerHTML.slice(0, 120))"""


def test_a_phone_is_enough_for_a_whole_meeting(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, agreed=False)
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    leila = enter("Leila", "/", **phone)
    delroy = enter("Delroy", meeting["room"])
    amara = enter("Amara", meeting["room"])

    for path in ("/", f"/sets/{meeting['set']}/", meeting["room"]):
        leila.goes_to(path)
        _fits(leila)
    for one in (leila, delroy, amara):
        one.comes_in()
    delroy.opens_the_meeting()
    for one in (leila, delroy, amara):
        one.agrees()
    for one in (delroy, leila, amara):
        one.has_spoken_in_turn()
    _fits(leila)
    delroy.moves_on(to="Report-backs")
    delroy.moves_on(to="Who wants time")
    leila.bids("The supermarket again")
    amara.bids("The rota nobody owns", how="Pressing")
    delroy.chooses_first("Amara Okafor", because="Hers is about Sunday")
    _fits(leila)
    delroy.presses("Next: Amara's time")
    leila.is_in_phase("Present")
    amara.presents("The rota nobody owns", question="What am I holding on to?")
    delroy.moves_on(to="Clarify")
    delroy.moves_on(to="Explore")
    leila.is_in_phase("Explore")
    leila.raises_a_hand()
    leila.asks(SMELL)
    amara.sees(SMELL)
    _fits(leila)
    accessible(leila.page)
    delroy.moves_on(to="Silence")
    leila.is_in_phase("Silence")
    leila.notes_privately("A smell of wet coats.")
    _fits(leila)
    delroy.moves_on(to="Reflect and act")
    amara.has_learned("I can wait.")
    delroy.moves_on(to="Process review")
    leila.looks_back(went_well="The pauses", try_next="Fewer slides")
    _fits(leila)
    delroy.moves_on(to="Close")
    leila.has_learned("Waiting is work.")
    delroy.presses("Close the meeting")
    leila.sees("The meeting is over. Thank you.")
    accessible(leila.page)
    for path in (meeting["mine"], meeting["review"]):
        leila.goes_to(path)
        _fits(leila)
        accessible(leila.page)


def test_a_phone_is_enough_to_facilitate(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    delroy = enter("Delroy", meeting["room"], viewport=PHONE)

    _fits(delroy)
    bar = delroy.page.locator("#helm").bounding_box()
    assert bar
    assert bar["y"] + bar["height"] <= PHONE["height"]
    accessible(delroy.page)


def _fits(somebody: Somebody) -> None:
    """Nothing is wider than the screen, and a thumb finds everything."""
    width = somebody.page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"], somebody.page.url
    small = somebody.page.evaluate(SMALL_TARGETS)
    assert not small, "\n".join(small)


def test_everything_can_be_done_by_keyboard(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])

    delroy.tabs_to("Next: Explore")
    delroy.page.keyboard.press("Enter")
    delroy.is_in_phase("Explore")
    leila.is_in_phase("Explore")
    leila.tabs_to("Raise my hand")
    leila.page.keyboard.press("Space")
    delroy.sees("hand 1")
    leila.tabs_to("In your words", role="textbox")
    leila.page.keyboard.type(SMELL)
    leila.tabs_to("Ask")
    leila.page.keyboard.press("Enter")

    delroy.sees(SMELL)
    leila.sees(SMELL)
    accessible(leila.page)
    accessible(delroy.page)


def test_what_others_do_never_moves_the_focus(served: Served, enter: Enter) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    femke = enter("Femke", meeting["room"])
    leila = enter("Leila", meeting["room"])
    box = leila.page.locator("#speak-words")
    box.focus()
    leila.page.keyboard.type("What would")

    femke.asks(SMELL)
    leila.sees(SMELL)
    leila.page.keyboard.type(" you miss?")

    expect(box).to_be_focused()
    expect(box).to_have_value("What would you miss?")


def test_what_is_being_typed_outlasts_the_phase(served: Served, enter: Enter) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify")
    delroy = enter("Delroy", meeting["room"])
    leila = enter("Leila", meeting["room"])
    box = leila.page.locator("#speak-words")
    box.focus()
    leila.page.keyboard.type("What would")

    delroy.moves_on(to="Explore")
    leila.is_in_phase("Explore")
    leila.page.keyboard.type(" you miss?")

    expect(box).to_be_focused()
    expect(box).to_have_value("What would you miss?")
    delroy.moves_on(to="Silence")
    leila.is_in_phase("Silence")
    expect(box).to_have_count(0)
    delroy.presses("Undo the last step")
    expect(box).to_have_value("What would you miss?")


def test_a_question_is_asked_without_javascript(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = enter("Leila", meeting["room"], java_script_enabled=False)
    femke = enter("Femke", meeting["room"])

    leila.writes_a_question(SMELL)
    leila.sends_it()

    leila.sees(SMELL)
    femke.sees(SMELL)
    assert leila.page.url.endswith(meeting["room"])


def test_a_refusal_without_javascript_keeps_what_was_written(
    served: Served, enter: Enter
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = enter("Leila", meeting["room"], java_script_enabled=False)
    delroy = enter("Delroy", meeting["room"])
    delroy.moves_on(to="Silence")

    leila.writes_a_question(SMELL)
    leila.sends_it()

    leila.sees("Not yet")
    leila.sees(SMELL)
    leila.page.get_by_role("link", name="Back to the room").click()
    leila.is_in_phase("Silence")


def test_a_refusal_explains_itself_beside_the_form(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="reflect_and_act")
    delroy = enter("Delroy", meeting["room"])

    delroy.presses("Next: Process review")

    said = delroy.page.get_by_role("alert").filter(visible=True)
    expect(said).to_have_count(1)
    expect(said).to_contain_text("Reflect and act")
    accessible(delroy.page)
