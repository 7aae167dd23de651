"""Written advice is held once for its author, with JavaScript and without."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.people import PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser

ADVICE = "You should tell him straight."


@pytest.fixture
def meeting(served: Served) -> dict[str, str]:
    return served.arrange(
        "meeting", members=["Femke", "Leila"], facilitator="Delroy", until="explore"
    )


def test_nobody_but_the_author_sees_it_and_they_take_a_question_instead(
    meeting: dict[str, str], enter: Enter, accessible: Callable[[Page], None]
) -> None:
    author = enter("Femke", meeting["room"])
    other = enter("Leila", meeting["room"])

    author.writes_a_question(ADVICE)
    author.presses("Ask")

    author.sees("This could be heard as advice. What question is behind it?")
    other.does_not_see(ADVICE)
    accessible(author.page)
    offered = author.page.locator("#speak [data-words]").first
    question = offered.inner_text()
    offered.press("Enter")
    box = author.page.locator("#speak-words")
    expect(box).to_have_value(question)
    expect(box).to_be_focused()
    author.presses("Ask")
    expect(box).to_have_value("")
    other.sees_said_once(question)
    other.does_not_see(ADVICE)


def test_it_is_sent_as_it_is_if_its_author_likes(
    meeting: dict[str, str], enter: Enter
) -> None:
    femke = enter("Femke", meeting["room"], viewport=PHONE)
    femke.writes_a_question(ADVICE)
    femke.presses("Ask")

    femke.presses("Send it as it is")

    femke.sees_said_once(ADVICE)
    expect(femke.page.locator("#speak-words")).to_have_value("")
    expect(femke.page.locator("#speak [data-form-message]")).to_be_hidden()


def test_what_its_author_means_is_kept_with_it(
    meeting: dict[str, str], enter: Enter, accessible: Callable[[Page], None]
) -> None:
    femke = enter("Femke", meeting["room"])
    femke.writes_a_question(ADVICE)
    femke.presses("Ask")
    expect(femke.button("It is a question as I mean it").first).to_be_visible()

    with femke.page.expect_response(lambda answer: answer.request.method == "POST"):
        femke.presses("It is a question as I mean it")
    femke.sees_said_once(ADVICE)
    number = femke.question(ADVICE).get_attribute("id").removeprefix("c-")
    femke.goes_to(f"{meeting['room']}contributions/{number}/meaning/")

    femke.sees("Heard as advice.")
    expect(femke.page.get_by_label("an open question")).to_be_checked()
    accessible(femke.page)


def test_without_javascript_a_page_keeps_the_words_in_a_box(
    meeting: dict[str, str], enter: Enter
) -> None:
    femke = enter("Femke", meeting["room"], java_script_enabled=False)
    femke.writes_a_question(ADVICE)
    femke.presses("Ask")
    femke.sees("Nothing has been sent.")
    expect(femke.field("Your words")).to_have_value(ADVICE)

    femke.writes("Your words", "What keeps you from telling him?")
    femke.presses("Send")

    femke.sees_said_once("What keeps you from telling him?")
    femke.does_not_see(ADVICE)


def test_without_javascript_one_of_the_questions_is_a_press_away(
    meeting: dict[str, str], enter: Enter
) -> None:
    femke = enter("Femke", meeting["room"], java_script_enabled=False)
    femke.writes_a_question(ADVICE)
    femke.presses("Ask")
    instead = femke.page.get_by_role("region", name="Or ask one of these").locator(
        "button"
    )
    question = instead.first.inner_text()

    instead.first.click()

    femke.sees_said_once(question)
