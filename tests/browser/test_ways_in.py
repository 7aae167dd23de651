"""Coming to Askwell and into a set: accounts, the cast, and guests."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.people import Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

FOUR = {"members": ["Femke", "Leila", "Amara"], "facilitator": "Delroy"}


def test_a_visitor_of_the_demonstration_steps_in_as_anyone(
    step_in: Callable[..., Page], accessible: Callable[[Page], None]
) -> None:
    delroy = step_in("Delroy Campbell")
    tomasz = step_in("Tomasz Wieczorek")

    for page in (delroy, tomasz):
        expect(page.get_by_text("The rota nobody owns").first).to_be_visible()
        accessible(page)
    expect(delroy.get_by_text("Say to the set")).to_be_visible()
    expect(tomasz.get_by_text("Say to the set")).to_have_count(0)


def test_a_guest_comes_by_a_link_and_sees_this_meeting_alone(
    served: Served,
    enter: Enter,
    new_profile: Callable[..., BrowserContext],
    accessible: Callable[[Page], None],
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify", name="Mill Lane")
    link = served.arrange("guest_link", set_id=meeting["set"], by="Delroy")
    delroy = enter("Delroy", meeting["room"])
    femke = enter("Femke", meeting["room"])
    leila = enter("Leila", meeting["room"])
    amara = enter("Amara", meeting["room"])
    guest = Somebody("Ifeoma Bright", new_profile().new_page())

    guest.goes_to(link)
    guest.sees("Mill Lane")
    accessible(guest.page)
    guest.writes("Your name", guest.name)
    guest.writes("Your e-mail", "ifeoma@bright.example")
    guest.presses("Mail me a code")
    guest.sees("Look in your mail")
    accessible(guest.page)
    guest.writes("The code from the mail", served.mailed_code("ifeoma@bright.example"))
    guest.presses("Go on")
    guest.sees("They know you are here")
    accessible(guest.page)
    guest.finds_nothing_at(f"/sets/{meeting['set']}/", meeting["review"])

    delroy.in_another_tab(f"/sets/{meeting['set']}/people/").presses("Yes, welcome")
    guest.goes_to(link)
    guest.agrees()
    guest.goes_to(meeting["room"])
    guest.presses("Ask to come in")
    for one in (femke, leila, amara):
        one.presses("I am happy with that")
    delroy.presses("Let them in")
    guest.is_in_phase("Clarify")
    delroy.moves_on(to="Explore")
    guest.is_in_phase("Explore")
    guest.asks("What do the two depots have in common?")

    femke.sees("What do the two depots have in common?")
    accessible(guest.page)
    assert guest.page.get_by_role("link", name="Mill Lane").count() == 0
    guest.finds_nothing_at(
        f"/sets/{meeting['set']}/",
        f"/sets/{meeting['set']}/people/",
        meeting["review"],
    )
    guest.goes_to("/actions/")
    guest.does_not_see("Mill Lane")


def test_an_account_from_sign_up_to_a_new_password(
    served: Served,
    new_profile: Callable[..., BrowserContext],
    accessible: Callable[[Page], None],
) -> None:
    mira = Somebody("Mira Lund", new_profile().new_page())
    address = "mira@lund.example"

    mira.goes_to("/accounts/signup/")
    mira.writes("Your name", mira.name)
    mira.writes("Your e-mail", address)
    mira.writes("A password", "seven quiet herons")
    accessible(mira.page)
    mira.presses("Create my account")
    mira.writes("The code from the mail", served.mailed_code(address))
    accessible(mira.page)
    mira.presses("Go on")
    mira.sees("Mira Lund")
    _sign_out(mira, accessible)

    mira.goes_to("/accounts/login/code/")
    mira.writes("Your e-mail", address)
    accessible(mira.page)
    mira.presses("Mail me a code")
    mira.writes("The code from the mail", served.mailed_code(address))
    mira.presses("Go on")
    mira.sees("Mira Lund")
    _sign_out(mira, accessible)

    mira.goes_to("/accounts/password/reset/")
    mira.writes("Your e-mail", address)
    accessible(mira.page)
    mira.presses("Mail me a code")
    mira.writes("The code from the mail", served.mailed_code(address))
    mira.presses("Go on")
    for label in ("A password", "The same once more"):
        mira.writes(label, "eight noisy herons")
    accessible(mira.page)
    mira.presses("Keep this password")
    mira.sees("Your new password is in place")
    mira.goes_to("/accounts/login/")
    mira.writes("Your e-mail", address)
    mira.writes("Your password", "eight noisy herons")
    accessible(mira.page)
    mira.presses("Sign in")
    mira.sees("Mira Lund")


def _sign_out(somebody: Somebody, accessible: Callable[[Page], None]) -> None:
    somebody.goes_to("/accounts/logout/")
    accessible(somebody.page)
    somebody.presses("Sign out")
    expect(somebody.page.get_by_role("link", name="Sign in").first).to_be_visible()
