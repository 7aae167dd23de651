"""Whoever listens to the room instead of looking at it hears what happens."""

import pytest
from playwright.sync_api import expect

from browser.people import Enter
from browser.served import Served

pytestmark = pytest.mark.browser

BEFORE = "What would you do if the rota were yours?"
ASKED = "What is underneath the hurry?"


def test_what_others_say_is_announced_once_and_politely(
    served: Served, enter: Enter
) -> None:
    meeting = served.arrange(
        "meeting", members=["Femke", "Leila"], facilitator="Delroy", until="explore"
    )
    femke = enter("Femke", meeting["room"])
    femke.asks(BEFORE)
    leila = enter("Leila", meeting["room"])
    heard = leila.page.locator("[data-room-announcements]")

    femke.asks(ASKED)

    expect(heard).to_have_attribute("role", "status")
    expect(heard).to_contain_text(ASKED)
    expect(heard).to_contain_text("Femke")
    expect(heard).not_to_contain_text(BEFORE)
    expect(femke.page.locator("[data-room-announcements]")).not_to_contain_text(ASKED)


def test_the_next_phase_is_announced_with_what_is_asked(
    served: Served, enter: Enter
) -> None:
    meeting = served.arrange(
        "meeting", members=["Femke", "Leila"], facilitator="Delroy", until="explore"
    )
    delroy = enter("Delroy", meeting["room"])
    femke = enter("Femke", meeting["room"])

    delroy.moves_on(to="Silence")

    heard = femke.page.locator("[data-room-announcements]")
    expect(heard).to_contain_text("Silence. Stay quiet")
