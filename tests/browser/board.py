"""What a manager does on the board of proposed sets, by keyboard."""

import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache

from playwright.sync_api import Locator, expect

from browser.people import Somebody

# A search of this size takes seconds; to be got ready the first time, more.
SEARCHED_WITHIN = 300_000
SETS, PEOPLE = 4, 24


MAKE_READY = "from askwell.web.composing.readying import make_ready; make_ready()"


@cache
def is_ready() -> bool:
    """Compiled once, with full right to the processor, which a search never has."""
    subprocess.run([sys.executable, "-c", MAKE_READY], check=True)
    return True


def searches(grace: Somebody) -> None:
    assert is_ready()
    grace.presses("Search for good sets")
    expect(grace.page.locator(".board-set")).to_have_count(
        SETS, timeout=SEARCHED_WITHIN
    )
    expect(grace.page.locator("a[data-person]")).to_have_count(PEOPLE)


def reads_why(grace: Somebody) -> None:
    for reasons in grace.page.locator(".set-why > p:first-child").all():
        assert len(re.findall(r"\.(?:\s|$)", reasons.inner_text())) == 2


def person(grace: Somebody, name: str) -> Locator:
    return grace.page.locator(f'a[data-person][data-name="{name}"]')


def set_of(grace: Somebody, name: str) -> str:
    here = grace.page.locator("[data-set]").filter(has=person(grace, name))
    return here.get_attribute("data-name") or ""


def sits_in(grace: Somebody, name: str, set_name: str) -> None:
    there = grace.page.locator(f'[data-name="{set_name}"][data-set]')
    expect(there.filter(has=person(grace, name))).to_have_count(1)


def picks_up(grace: Somebody, name: str) -> None:
    card = person(grace, name)
    card.focus()
    grace.page.keyboard.press("Enter")
    expect(card).to_have_attribute("aria-pressed", "true")
    expect(grace.page.locator("[data-set][data-kind]")).to_have_count(SETS - 1)


def words_said(grace: Somebody) -> str:
    return grace.page.locator("[data-say]").inner_text()


def chooses(grace: Somebody, wanted: Callable[[str], bool]) -> str:
    """Goes round the sets with an arrow key; what was said of the wanted one."""
    for _each in range(SETS):
        grace.page.keyboard.press("ArrowRight")
        if wanted(said := words_said(grace)):
            return said
    return ""


def is_refused(grace: Somebody, name: str, *, beside: str, because: str) -> None:
    """Enter on a set that is not possible moves nobody, and says why."""
    home, there = set_of(grace, name), set_of(grace, beside)
    assert home != there
    picks_up(grace, name)

    said = chooses(grace, lambda words: words.startswith(f"{there}:"))
    grace.page.keyboard.press("Enter")

    assert "not possible" in said
    assert because in said
    sits_in(grace, name, home)
    grace.page.keyboard.press("Escape")
    expect(person(grace, name)).to_be_focused()


def moves_somebody(grace: Somebody, names: list[str]) -> tuple[str, str, str]:
    """The first who can go somewhere: who, from where, to where."""
    for name in names:
        home = set_of(grace, name)
        picks_up(grace, name)
        said = chooses(
            grace, lambda words: ":" in words and "not possible" not in words
        )
        if not said:
            grace.page.keyboard.press("Escape")
            continue
        there = said.partition(":")[0]
        grace.page.keyboard.press("Enter")
        sits_in(grace, name, there)
        expect(person(grace, name)).to_be_focused()
        return name, home, there
    raise AssertionError("nobody can go anywhere")
