"""Saying when one could meet: with a finger, a mouse, keys alone, and no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.keyboard import ByKeyboard
from browser.people import PHONE, Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

ENOUGH = "That is enough."


def joined(served: Served, enter: Enter, key: str, **how: object) -> Somebody:
    """Signed in, and at the page about the week."""
    asked = served.arrange("asked", who=key)
    somebody = enter(key, asked["join"], **how)
    somebody.presses("Yes, I would like to")
    somebody.goes_to(asked["when"])
    return somebody


def cell(who: Somebody, name: str) -> Locator:
    return who.page.get_by_role("gridcell", name=name, exact=True)


def marked(who: Somebody) -> list[str]:
    found = who.page.locator("[role=gridcell][aria-selected=true]")
    names = found.evaluate_all("all => all.map(each => each.ariaLabel)")
    return [str(name) for name in names]


def drag(who: Somebody, start: str, end: str) -> None:
    for name, act in ((start, who.page.mouse.down), (end, who.page.mouse.up)):
        cell(who, name).scroll_into_view_if_needed()
        box = cell(who, name).bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        who.page.mouse.move(x, y, steps=4)
        act()


def touch(who: Somebody, start: str, end: str) -> None:
    """A finger that is put down, moved and taken away."""
    session = who.profile.new_cdp_session(who.page)
    cell(who, start).scroll_into_view_if_needed()
    points = []
    for name in (start, end):
        box = cell(who, name).bounding_box()
        assert box
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        points.append({"x": x, "y": y})
    for kind, touched in (
        ("touchStart", points[:1]),
        ("touchMove", points[1:]),
        ("touchEnd", []),
    ):
        sent = {"type": kind, "touchPoints": touched}
        session.send("Input.dispatchTouchEvent", sent)


def test_with_a_mouse_a_rectangle_is_painted_taken_back_and_kept(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    femke = joined(served, enter, "Femke")

    drag(femke, "Monday 09:00", "Tuesday 10:30")
    first = marked(femke)
    drag(femke, "Tuesday 09:00", "Tuesday 10:30")
    second = marked(femke)
    femke.presses("Undo")
    femke.presses("Afternoons")
    femke.sees(ENOUGH)
    accessible(femke.page)
    femke.presses("Keep it, and on")
    femke.sees("What you would bring")
    femke.presses("Rather not say yet")
    femke.page.go_back()
    femke.page.go_back()

    assert (len(first), len(second)) == (8, 4)
    expect(cell(femke, "Tuesday 10:00")).to_have_attribute("aria-selected", "true")
    expect(cell(femke, "Friday 16:30")).to_have_attribute("aria-selected", "true")


def test_with_a_finger_on_a_phone(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    leila = joined(served, enter, "Leila", **phone)
    leila.presses("Saturday and Sunday too")

    touch(leila, "Monday 08:00", "Monday 10:00")
    cell(leila, "Sunday 07:00").tap()

    halves = ("08:00", "08:30", "09:00", "09:30", "10:00")
    painted = ["Sunday 07:00", *(f"Monday {half}" for half in halves)]
    assert sorted(marked(leila)) == sorted(painted)
    wide = leila.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= PHONE["width"]
    leila.sees("A meeting finds room on 1 day. One more day would help.")
    accessible(leila.page)


def test_by_keys_alone_and_the_place_in_the_week_is_found_again(
    served: Served, enter: Enter
) -> None:
    amara = joined(served, enter, "Amara")
    press = amara.page.keyboard.press
    amara.page.get_by_role("button", name="Clear").focus()
    press("Tab")
    expect(cell(amara, "Monday 09:00")).to_be_focused()

    press("Space")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight"):
        press(f"Shift+{key}")
    painted = len(marked(amara))
    press("Shift+ArrowUp")
    smaller = len(marked(amara))
    press("ArrowRight")
    press("Space")
    press("Control+z")

    assert (painted, smaller, len(marked(amara))) == (6, 4, 4)
    expect(cell(amara, "Wednesday 09:30")).to_be_focused()
    press("Tab")
    press("Shift+Tab")
    expect(cell(amara, "Wednesday 09:30")).to_be_focused()
    expect(amara.page.get_by_role("status").first).to_contain_text("Hours marked: 2.")


def test_without_javascript_hours_are_ticked_and_filled(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    noor = joined(served, enter, "Delroy", java_script_enabled=False)

    noor.page.get_by_label("Monday 09:00").check()
    noor.presses("Mornings")
    noor.sees(ENOUGH)
    expect(noor.page.get_by_label("Friday 11:00")).to_be_checked()
    noor.page.get_by_label("Friday 11:00").uncheck()
    noor.presses("Keep it, and on")
    noor.sees("What you would bring")
    noor.follows("Back")

    expect(noor.page.get_by_label("Friday 11:00")).not_to_be_checked()
    expect(noor.page.get_by_label("Monday 09:00")).to_be_checked()


def test_a_stranger_answers_everything_on_a_small_screen_by_keys_alone(
    served: Served, new_profile: Callable[..., BrowserContext]
) -> None:
    email = "wren.painter@people.example"
    asked = served.arrange("asked", email=email, name="Wren Painter")
    page = new_profile(viewport=PHONE).new_page()
    wren = ByKeyboard("Wren Painter", page)

    wren.goes_to(asked["join"])
    wren.presses("Yes, I would like to")
    wren.writes("The code from the mail", served.mailed_code(email))
    wren.presses("Go on")
    wren.selects(wren.field("Which of these is nearest"), "Leading a team")
    wren.writes("Your area", "Housing")
    wren.presses("Keep it, and on")
    wren.presses("Working hours")
    wren.presses("Keep it, and on")
    wren.writes("The challenge you would bring", "Who may say no?")
    wren.presses("Keep it, and on")
    wren.presses("Keep it, and on")
    wren.checks(page.get_by_label("Yes, one set"))
    wren.presses("That is all")

    wren.sees("You have said all that is needed")
    wren.goes_to("/")
    wren.sees("Your set is being put together")
