"""The question coach beside the box: quiet, private, and easily sent away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, expect

from browser.conftest import sign_in
from browser.keyboard import ByKeyboard
from browser.people import DESK, PHONE, Enter
from browser.served import Served

pytestmark = pytest.mark.browser

FOUR: dict[str, Any] = {
    "members": ["Femke", "Leila", "Amara"],
    "facilitator": "Delroy",
    "presenter": "Amara",
}
ADVICE = "You should talk to HR about the rota."
TRIED = "Have you tried asking the cooks?"
TOLD = "Just tell them to sit together."
OPEN = "What have the cooks said so far?"
REWORDED = "What would have to change for them to sit together?"
COULD_BE_HEARD = "could be heard as"


class Coached(ByKeyboard):
    """A member with the coach beside their box, who uses keys alone."""

    @property
    def box(self) -> Locator:
        return self.page.locator("#speak-words")

    @property
    def line(self) -> Locator:
        return self.page.locator("#speak-hint")

    @property
    def taken(self) -> Locator:
        return self.line.get_by_role("button", name="Take: ")

    def types(self, words: str) -> None:
        self.reaches(self.box)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def is_told_of(self, what: str) -> None:
        expect(self.line).to_have_attribute("data-state", "hint")
        expect(self.line.get_by_role("status")).to_contain_text(what)
        expect(self.box).to_be_focused()

    def is_told_nothing(self) -> None:
        """Longer than any pause after which the coach would speak."""
        self.page.wait_for_timeout(1500)
        expect(self.line).to_have_attribute("data-state", "")
        expect(self.line.get_by_role("status")).to_have_text("")
        expect(self.line.get_by_role("button")).to_have_count(0)

    def sends(self) -> None:
        self.presses("Ask")


@pytest.fixture
def coached(new_profile: Callable[..., BrowserContext]) -> Callable[..., Coached]:
    def comes(key: str, path: str, **options: Any) -> Coached:
        profile = new_profile(**options)
        sign_in(profile, key)
        somebody = Coached(key, profile.new_page())
        somebody.goes_to(path)
        return somebody

    return comes


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_three_pieces_of_advice_become_three_questions_by_keys_alone(
    screen: dict[str, int],
    served: Served,
    enter: Enter,
    coached: Callable[..., Coached],
    accessible: Callable[[Page], None],
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    amara = enter("Amara", meeting["room"])
    leila = coached("Leila", meeting["room"], viewport=screen)

    asked = [
        _takes_what_the_coach_offers(leila, accessible),
        _rewords_it_at_once(leila),
        _sends_it_and_is_asked_once(leila, accessible),
    ]

    for question in asked:
        amara.sees_said_once(question)
    assert served.arrange("said", meeting=meeting["meeting"]) == asked
    _fits(leila, screen)
    accessible(leila.page)


def _takes_what_the_coach_offers(
    leila: Coached, accessible: Callable[[Page], None]
) -> str:
    leila.types(ADVICE)
    leila.is_told_of(COULD_BE_HEARD)
    accessible(leila.page)
    question = leila.taken.first.inner_text().removeprefix("Take: ")

    leila.clicks(leila.taken.first)

    expect(leila.box).to_be_focused()
    expect(leila.box).to_have_value(question)
    at = leila.box.evaluate("box => [box.selectionStart, box.selectionEnd]")
    assert at == [len(question)] * 2
    expect(leila.button("Back to my words")).to_be_visible()
    accessible(leila.page)
    leila.sends()
    leila.sees_said_once(question)
    return question


def _rewords_it_at_once(leila: Coached) -> str:
    leila.types(TRIED)
    leila.is_told_of(COULD_BE_HEARD)

    leila.types(OPEN)

    leila.is_told_nothing()
    leila.sends()
    leila.sees_said_once(OPEN)
    return OPEN


def _sends_it_and_is_asked_once(
    leila: Coached, accessible: Callable[[Page], None]
) -> str:
    leila.types(TOLD)
    leila.is_told_of(COULD_BE_HEARD)
    leila.presses("Leave it")
    expect(leila.box).to_be_focused()
    leila.is_told_nothing()

    leila.sends()

    expect(leila.button("Send it as it is")).to_be_visible()
    accessible(leila.page)
    leila.types(REWORDED)
    leila.is_told_nothing()
    leila.sends()
    leila.sees_said_once(REWORDED)
    return REWORDED


def _fits(leila: Coached, screen: dict[str, int]) -> None:
    width = leila.page.evaluate("document.documentElement.scrollWidth")
    assert width <= screen["width"]


def test_what_was_taken_can_be_taken_back(
    served: Served, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = coached("Leila", meeting["room"])
    leila.types(ADVICE)

    leila.clicks(leila.taken.first)
    leila.page.keyboard.press("ControlOrMeta+z")
    expect(leila.box).to_have_value(ADVICE)
    leila.is_told_of(COULD_BE_HEARD)

    leila.clicks(leila.taken.first)
    leila.presses("Back to my words")
    expect(leila.box).to_have_value(ADVICE)
    expect(leila.box).to_be_focused()
    leila.is_told_nothing()


def test_dismissed_means_dismissed_for_this_meeting(
    served: Served, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    another = served.arrange("meeting", **FOUR, until="explore")
    leila = coached("Leila", meeting["room"])
    leila.types(ADVICE)

    leila.presses("No more hints in this meeting")

    expect(leila.box).to_be_focused()
    leila.types(TRIED)
    expect(leila.line).to_have_attribute("data-state", "silenced")
    leila.page.reload()
    leila.types(TOLD)
    leila.is_told_nothing()
    leila.goes_to(another["room"])
    leila.types(TOLD)
    leila.is_told_of(COULD_BE_HEARD)


def test_whoever_wants_no_hints_in_this_meeting_is_not_asked_when_sending_either(
    served: Served, enter: Enter, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    amara = enter("Amara", meeting["room"])
    leila = coached("Leila", meeting["room"])
    leila.types(ADVICE)
    leila.presses("No more hints in this meeting")

    leila.sends()

    amara.sees_said_once(ADVICE)


def test_whoever_sent_the_hints_away_by_mistake_has_them_back(
    served: Served, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = coached("Leila", meeting["room"])
    leila.types(ADVICE)
    leila.presses("No more hints in this meeting")

    leila.presses("Show hints again")

    leila.is_told_of(COULD_BE_HEARD)


def test_a_draft_never_leaves_the_device(
    served: Served, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = coached("Leila", meeting["room"])
    with _asked_by(leila.page) as before_a_key:
        leila.page.wait_for_timeout(1000)

    with _asked_by(leila.page) as first:
        leila.types(ADVICE)
        leila.is_told_of(COULD_BE_HEARD)
    with _asked_by(leila.page) as later:
        leila.types(TRIED)
        leila.is_told_of(COULD_BE_HEARD)
        leila.types(OPEN)
        leila.is_told_nothing()

    assert before_a_key == []
    model = leila.page.locator("question-coach").get_attribute("model")
    fetched = [each for each in first if "/static/coaching/" not in each]
    assert fetched == [f"GET {served.url}{model}"]
    assert later == []


@contextmanager
def _asked_by(page: Page) -> Iterator[list[str]]:
    """What a page asks for meanwhile, but for the room's own stream and pictures."""
    asked: list[str] = []

    def note(request: Request) -> None:
        of_the_room = "/live/" in request.url and request.method == "GET"
        if not of_the_room and not request.url.endswith(".svg"):
            asked.append(f"{request.method} {request.url}")

    page.on("request", note)
    yield asked
    page.remove_listener("request", note)


def test_the_presenter_is_never_coached(served: Served, enter: Enter) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    amara = enter("Amara", meeting["room"])
    femke = enter("Femke", meeting["room"])
    femke.asks(OPEN)
    question = amara.question(OPEN)

    question.get_by_text("Write an answer").click()
    question.get_by_label("Your answer").press_sequentially(ADVICE)
    amara.page.wait_for_timeout(1500)

    expect(amara.page.locator("question-coach, .coach-line")).to_have_count(0)


def test_what_others_do_leaves_the_hint_and_the_focus_where_they_are(
    served: Served, enter: Enter, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="clarify")
    delroy = enter("Delroy", meeting["room"])
    leila = coached("Leila", meeting["room"])
    leila.types(ADVICE)
    leila.is_told_of(COULD_BE_HEARD)

    delroy.moves_on(to="Explore")
    leila.is_in_phase("Explore")

    leila.is_told_of(COULD_BE_HEARD)
    expect(leila.box).to_have_value(ADVICE)


def test_few_words_and_good_questions_meet_silence(
    served: Served, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = coached("Leila", meeting["room"])

    for words in ("You should", OPEN, "It sounds like you are tired of asking."):
        leila.types(words)
        leila.is_told_nothing()


def test_where_advice_is_welcome_the_coach_says_nothing_of_it(
    served: Served, coached: Callable[..., Coached]
) -> None:
    meeting = served.arrange(
        "meeting",
        members=["Femke", "Leila", "Amara"],
        meeting_format="troika",
        until="clarify",
    )
    # Who presents first is drawn by lot; the other of the two consults.
    two = [coached(key, meeting["room"]) for key in ("Leila", "Femke")]
    consultant = next(one for one in two if one.box.count())

    consultant.types(ADVICE)

    expect(consultant.page.locator("question-coach")).to_have_attribute("quiet", "")
    consultant.is_told_nothing()
