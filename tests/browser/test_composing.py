"""A programme's manager puts twenty-four people into four sets, by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.people import PHONE, Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

# A search of this size takes seconds; to be got ready the first time, more.
SEARCHED_WITHIN = 120_000
SETS, PEOPLE = 4, 24


def test_a_programme_manager_composes_four_sets_and_adopts_them(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    cohort = served.arrange("programme", manager="Grace", among=["Femke"])
    grace = enter("Grace", cohort["page"])
    _searches(grace)
    accessible(grace.page)

    _reads_why(grace)
    _is_refused(grace, cohort["reports"], beside=cohort["manager"], because="one line")
    _is_refused(
        grace, cohort["competes"], beside=cohort["competitor"], because="competitors"
    )
    first = _moves_somebody(grace, cohort["names"])
    second = _moves_somebody(grace, [n for n in cohort["names"] if n != first[0]])
    grace.presses("Undo")
    _sits_in(grace, second[0], second[1])
    _sits_in(grace, first[0], first[2])
    accessible(grace.page)

    grace.follows("Choose the first dates")
    accessible(grace.page)
    grace.presses("Use these dates")
    grace.sees("You are in none of these sets")
    accessible(grace.page)
    grace.presses("Adopt, and ask everybody")
    grace.sees("Who said yes")
    accessible(grace.page)

    sets = grace.page.locator(".compared > li")
    expect(sets).to_have_count(SETS)
    expect(grace.page.get_by_text("asked", exact=True)).to_have_count(PEOPLE + SETS)
    _says_yes(enter("Femke", "/notices/"), accessible)
    grace.goes_to(grace.page.url)
    expect(grace.page.get_by_text("is in", exact=True)).to_have_count(1)


def test_the_board_serves_on_a_phone(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    cohort = served.arrange("programme", manager="Grace")
    grace = enter("Grace", cohort["page"], viewport=PHONE, has_touch=True)
    _searches(grace)
    accessible(grace.page)

    for name in cohort["names"]:
        _person(grace, name).tap()
        places = grace.page.locator(".picker-set[aria-disabled=false]")
        expect(grace.page.locator(".picker-set").first).to_be_visible()
        if places.count():
            break
        grace.presses("Put back")
    chosen = places.first.locator("strong").inner_text()
    accessible(grace.page)
    places.first.tap()

    _sits_in(grace, name, chosen)


def _searches(grace: Somebody) -> None:
    grace.presses("Search for good sets")
    expect(grace.page.locator(".board-set")).to_have_count(
        SETS, timeout=SEARCHED_WITHIN
    )
    expect(grace.page.locator("a[data-person]")).to_have_count(PEOPLE)


def _reads_why(grace: Somebody) -> None:
    for reasons in grace.page.locator(".set-why > p:first-child").all():
        assert len(re.findall(r"\.(?:\s|$)", reasons.inner_text())) == 2


def _person(grace: Somebody, name: str) -> Locator:
    return grace.page.locator(f'a[data-person][data-name="{name}"]')


def _set_of(grace: Somebody, name: str) -> str:
    here = grace.page.locator("[data-set]").filter(has=_person(grace, name))
    return here.get_attribute("data-name") or ""


def _sits_in(grace: Somebody, name: str, set_name: str) -> None:
    there = grace.page.locator(f'[data-name="{set_name}"][data-set]')
    expect(there.filter(has=_person(grace, name))).to_have_count(1)


def _picks_up(grace: Somebody, name: str) -> None:
    card = _person(grace, name)
    card.focus()
    grace.page.keyboard.press("Enter")
    expect(card).to_have_attribute("aria-pressed", "true")
    expect(grace.page.locator("[data-set][data-kind]")).to_have_count(SETS - 1)


def _said(grace: Somebody) -> str:
    return grace.page.locator("[data-say]").inner_text()


def _chooses(grace: Somebody, wanted: Callable[[str], bool]) -> str:
    """Goes round the sets with an arrow key; what was said of the wanted one."""
    for _each in range(SETS):
        grace.page.keyboard.press("ArrowRight")
        if wanted(said := _said(grace)):
            return said
    return ""


def _is_refused(grace: Somebody, name: str, *, beside: str, because: str) -> None:
    """Enter on a set that is not possible moves nobody, and says why."""
    home, there = _set_of(grace, name), _set_of(grace, beside)
    assert home != there
    _picks_up(grace, name)

    said = _chooses(grace, lambda words: words.startswith(f"{there}:"))
    grace.page.keyboard.press("Enter")

    assert "not possible" in said
    assert because in said
    _sits_in(grace, name, home)
    grace.page.keyboard.press("Escape")
    expect(_person(grace, name)).to_be_focused()


def _moves_somebody(grace: Somebody, names: list[str]) -> tuple[str, str, str]:
    """The first who can go somewhere: who, from where, to where."""
    for name in names:
        home = _set_of(grace, name)
        _picks_up(grace, name)
        said = _chooses(
            grace, lambda words: ":" in words and "not possible" not in words
        )
        if not said:
            grace.page.keyboard.press("Escape")
            continue
        there = said.partition(":")[0]
        grace.page.keyboard.press("Enter")
        _sits_in(grace, name, there)
        expect(_person(grace, name)).to_be_focused()
        return name, home, there
    raise AssertionError("nobody can go anywhere")


def _says_yes(femke: Somebody, accessible: Callable[[Page], None]) -> None:
    """Sees first who is in it, then says yes, and reads the agreement."""
    femke.page.get_by_role("link", name="Your set has been put together").first.click()
    femke.sees("Who you would sit with")
    accessible(femke.page)
    femke.presses("Yes, I am in")
    femke.sees("agree")
