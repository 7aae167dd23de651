"""Somebody who never did it begins a programme: from a spreadsheet to four sets."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from askwell.web.demo.cast import character
from browser import board, messy
from browser.people import PHONE, Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
CAST = ("Leila", "Ewan")
PEOPLE, LEADERS = len(messy.NAMES), len(messy.LEADERS)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a manager has to press from first to last, apart from looking and typing.
PRESSES = 20
Check = Callable[[Page], None]


class Manager(Somebody):
    """Counts what is pressed and followed."""

    pressed = 0

    def clicks(self, what: board.Locator) -> None:
        self.pressed += 1
        super().clicks(what)


def test_a_programme_from_a_messy_spreadsheet_to_four_sets_with_dates(
    served: Served, enter: Enter, accessible: Check
) -> None:
    known = {character(key).name: character(key).email for key in CAST}
    leila = character("Leila").name
    come_in = enter("Grace", "/programmes/")
    grace = Manager(come_in.name, come_in.page)

    programme = _begins(grace, accessible)
    _brings_in(grace, messy.workbook(known), accessible)
    _keeps_competitors_apart(grace, programme)
    _invites(grace, programme)
    yes = served.arrange("answered", programme=programme.split("/")[-2], but=[leila])
    on_phone = _answers_on_a_phone(enter, accessible)
    assert len(yes) == PEOPLE + LEADERS - 1

    grace.goes_to(programme)
    grace.follows("Put them into sets")
    board.searches(grace)
    board.reads_why(grace)
    board.is_refused(grace, messy.REPORTS, beside=messy.MANAGER, because="one line")
    board.is_refused(
        grace, messy.COMPETES, beside=messy.COMPETITOR, because="competitors"
    )
    _moves_two_and_takes_one_back(grace, messy.names(known))
    accessible(grace.page)
    _adopts(grace, accessible)
    answers = grace.page.url

    _sees_the_set_and_says_yes(on_phone, accessible)
    _declines(enter("Ewan", "/programmes/mine/"))
    grace.goes_to(answers)
    expect(grace.page.get_by_text("is in", exact=True)).to_have_count(1)
    expect(grace.page.get_by_text("declined", exact=True)).to_have_count(1)
    grace.goes_to(programme)
    expect(grace.page.get_by_text("next on")).to_have_count(board.SETS)
    assert grace.pressed <= PRESSES


def _begins(grace: Somebody, accessible: Check) -> str:
    grace.follows("Begin a programme")
    grace.writes("What should be different after it?", "Houses ask before they decide.")
    grace.writes("What shall the programme be called?", "Across the dale")
    grace.page.get_by_label("In none: neutral ground").check()
    accessible(grace.page)
    grace.presses("Next: when?")
    grace.sees("Step 2 of 2")
    grace.clicks(grace.page.locator("main form button.primary").last)
    grace.sees("Your next step")
    return grace.page.url


def _brings_in(grace: Somebody, workbook: bytes, accessible: Check) -> None:
    grace.follows("People on the list")
    grace.follows("Bring people in")
    file = {"name": "people.xlsx", "mimeType": XLSX, "buffer": workbook}
    grace.page.get_by_label("The file").set_input_files(file)
    grace.presses("Look at the rows")
    grace.sees("29 rows were found")
    grace.presses("Look at the rows")

    grace.sees("“Alder Freight”")
    grace.sees("This looks mistyped")
    grace.page.get_by_label("E-mail").fill(messy.MENDED)
    grace.presses("Mend these")
    grace.sees("5 rows still need a look")
    accessible(grace.page)
    _mends(grace)
    grace.presses("Mend these")
    grace.sees("All rows are in order")
    grace.presses("Put these people on the list")
    grace.sees(f"{PEOPLE + LEADERS} not asked yet")


def _mends(grace: Somebody) -> None:
    """Five rows: what a word means, a clock, a name, a manager, and one twice."""
    box = grace.page.get_by_label(f"“{messy.LEVEL}”")
    box.select_option(messy.LEVEL_MEANT)
    grace.writes(f"“{messy.CLOCK}”", "London")
    expect(grace.field("Name")).to_have_value(messy.NAMELESS)
    grace.sees(f"“{messy.NOBODY}”: Nobody of this name")
    expect(grace.field("Line manager")).to_have_value("")
    grace.sees("This person stands in row 8 already.")
    expect(grace.page.get_by_label("Leave this row out").last).to_be_checked()


def _keeps_competitors_apart(grace: Somebody, programme: str) -> None:
    grace.goes_to(programme)
    grace.follows("Organisations that take part")
    for label, house in zip(
        ("This organisation", "and this one"), messy.HOUSES, strict=False
    ):
        grace.selects(grace.field(label), house)
    grace.presses("Keep them apart")
    expect(grace.button("They may meet")).to_have_count(1)


def _invites(grace: Somebody, programme: str) -> None:
    grace.goes_to(programme)
    grace.follows("Ask them")
    grace.presses(f"Ask all {PEOPLE + LEADERS} who are listed")
    grace.sees(f"No answer yet ({PEOPLE + LEADERS})")


def _answers_on_a_phone(enter: Enter, accessible: Check) -> Somebody:
    """From the front page, with a finger, in a few taps."""
    leila = enter("Leila", "/programmes/mine/", **ON_A_PHONE)
    leila.follows("Read about it, and answer")
    accessible(leila.page)
    leila.presses("Yes, I would like to")
    leila.presses("Keep it, and on")
    leila.page.get_by_role("gridcell", name="Monday 08:00", exact=True).tap()
    leila.presses("Working hours")
    leila.sees("That is enough.")
    leila.presses("Keep it, and on")
    leila.presses("Rather not say yet")
    leila.presses("Keep it, and on")
    leila.presses("That is all")
    leila.sees("You have said all that is needed")
    return leila


def _moves_two_and_takes_one_back(grace: Somebody, names: list[str]) -> None:
    first = board.moves_somebody(grace, names)
    others = [name for name in names if name != first[0]]
    second = board.moves_somebody(grace, others)
    grace.presses("Undo")
    board.sits_in(grace, second[0], second[1])
    board.sits_in(grace, first[0], first[2])
    board.moves_somebody(grace, others)


def _adopts(grace: Somebody, accessible: Check) -> None:
    grace.follows("Choose the first dates")
    grace.sees("First dates")
    expect(grace.page.locator("input[type=radio]:checked")).to_have_count(board.SETS)
    expect(grace.page.locator("input[type=radio][value='']:checked")).to_have_count(0)
    accessible(grace.page)
    grace.presses("Use these dates")
    grace.sees("You are in none of these sets")
    accessible(grace.page)
    grace.presses("Adopt, and ask everybody")
    grace.sees("Who said yes")
    accessible(grace.page)

    sets = grace.page.locator(".compared > li")
    expect(sets).to_have_count(board.SETS)
    asked = grace.page.get_by_text("asked", exact=True)
    expect(asked).to_have_count(PEOPLE + LEADERS)


def _sees_the_set_and_says_yes(leila: Somebody, accessible: Check) -> None:
    leila.goes_to("/notices/")
    leila.page.get_by_role("link", name="Your set has been put together").first.click()
    leila.sees("Who you would sit with")
    accessible(leila.page)
    leila.presses("Yes, I am in")
    leila.sees("agree")


def _declines(ewan: Somebody) -> None:
    ewan.page.get_by_role("link", name="See ").first.click()
    ewan.sees("Who you would sit with")
    ewan.presses("No, thank you")
    ewan.sees("No")
