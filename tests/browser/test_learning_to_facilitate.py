"""Somebody learns to facilitate: a lesson, and a question tried twice in the gym."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.keyboard import ByKeyboard
from browser.people import PHONE, Enter

pytestmark = pytest.mark.browser


def test_a_lesson_and_a_question_tried_twice_by_keyboard(
    enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("Rukhsana", "/training/", viewport=PHONE).page
    rukhsana = ByKeyboard("Rukhsana Malik", page)

    _chooses_a_context(rukhsana)
    rukhsana.clicks(page.get_by_role("link", name="Begin", exact=True))
    rukhsana.checks(page.get_by_role("radio").first)
    rukhsana.clicks(page.get_by_role("button", name="See what each would do"))
    rukhsana.sees("To take along")
    accessible(page)

    page.goto("/training/gym/turn/delegate/")
    rukhsana.sees("Just stop correcting. They will learn.")
    _asks(rukhsana, "Have you tried giving them a template?", press="Have it read")
    rukhsana.sees("could be heard as")
    _asks(rukhsana, "What are you afraid would go out?", press="Try another one")
    rukhsana.sees("An open question")
    rukhsana.sees("What practised askers might ask")
    accessible(page)


def _chooses_a_context(rukhsana: ByKeyboard) -> None:
    page = rukhsana.page
    rukhsana.checks(page.get_by_role("radio", name="New ways of working"))
    rukhsana.clicks(page.get_by_role("button", name="Keep it"))
    expect(page.get_by_role("radio", name="New ways of working")).to_be_checked()


def _asks(rukhsana: ByKeyboard, words: str, *, press: str) -> None:
    page = rukhsana.page
    rukhsana.fills(page.get_by_label("Your question"), words)
    rukhsana.clicks(page.get_by_role("button", name=press))
