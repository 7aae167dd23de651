"""A set decides to facilitate itself, has a rota at once, and finds the way back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from browser.keyboard import ByKeyboard
from browser.people import PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser


def test_a_set_takes_turns_by_everybodys_yes_and_has_a_facilitator_again(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    harbour = served.arrange(
        "nearly_in_turns",
        members=["Femke", "Leila", "Amara", "Delroy"],
        asks="Femke",
        last="Leila",
    )
    leila = ByKeyboard("Leila Haddad", enter("Leila", harbour["page"]).page)

    leila.follows("Read and answer")
    leila.presses("Yes")
    leila.sees("The set said yes")
    leila.follows("See whose turn it is")
    leila.sees("Whose turn it is to facilitate")
    assert leila.page.locator(".rota .person-row").count() == 3
    accessible(leila.page)

    amara = enter("Amara", harbour["page"], viewport=PHONE)
    amara.follows("Change it, or ask the set")
    amara.presses("Ask the set for a facilitator")
    amara.sees("Shall we have a facilitator again?")
    served.arrange("others_say_yes", set_id=harbour["id"], last="Leila")
    leila.goes_to(harbour["page"])
    leila.follows("Read and answer")
    leila.presses("Yes")
    leila.sees("From now on a facilitator leads your meetings again.")
    leila.goes_to(harbour["page"])
    leila.does_not_see("Whose turn it is to facilitate")
    accessible(leila.page)
    enter("Nadia", "/").finds_nothing_at(harbour["page"])
