"""A trainer signs what they saw of a real slot, and a badge for it is checked."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from askwell.facilitation.competencies import COMPETENCIES
from browser.people import PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser

SEEN = "Waited for ten seconds, then asked which question mattered most."


def test_a_trainer_signs_what_they_saw_and_the_badge_for_it_verifies(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    held = served.arrange(
        "observed",
        members=["Femke", "Leila", "Amara"],
        facilitator="Delroy",
        trainer="Grace",
    )
    grace = enter("Grace", "/observations/")

    grace.presses("Write it down")
    grace.presses("Sign it")
    grace.sees("Not signed yet")
    accessible(grace.page)
    for each in COMPETENCIES:
        grace.checks(grace.page.locator(f"[name={each.name}][value='3']"))
        grace.fills(grace.page.locator(f"[name={each.name}_seen]"), SEEN)
    grace.presses("Sign it")
    grace.sees("Signed. It is theirs now.")

    delroy = enter(
        "Delroy", f"/meetings/{held['meeting']}/how-it-went/", viewport=PHONE
    )
    delroy.page.get_by_label("It went well").first.check()
    delroy.presses("Keep it")
    delroy.sees("Kept, for your eyes alone.")
    accessible(delroy.page)
    delroy.goes_to("/observations/")
    delroy.page.get_by_role("link", name="slot 1").first.click()
    delroy.does_not_see(SEEN)
    accessible(delroy.page)
    delroy.presses("Open it")
    delroy.sees(SEEN)
    accessible(delroy.page)
    grace.page.get_by_role("link", name="slot 1").first.click()
    grace.sees("It has been read, so it stays as it is.")
    grace.does_not_see(SEEN)

    delroy.goes_to("/passport/")
    delroy.presses("Get the badge: Observed")
    badge = delroy.field("The badge").input_value()
    nadia = enter("Nadia", "/badges/")
    nadia.writes("The badge", badge)
    nadia.presses("Check it")
    nadia.sees("This badge is valid")
