"""What people do in their browsers, in the words in which a story tells it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import BrowserContext, Locator, Page, Response, expect

MOST_TABS = 80
AriaRole = Literal["button", "link", "textbox"]
# As long as a page may take to try a lost line again.
PATIENCE = 20_000
DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}


@dataclass
class Somebody:
    """One person with a browser profile of their own."""

    name: str
    page: Page

    @property
    def profile(self) -> BrowserContext:
        return self.page.context

    # Looking

    def goes_to(self, path: str) -> Response:
        response = self.page.goto(path)
        assert response
        return response

    def sees(self, words: str) -> None:
        seen = self.page.get_by_text(words).filter(visible=True).first
        expect(seen).to_be_visible(timeout=PATIENCE)

    def sees_said_once(self, words: str) -> None:
        said = self.page.locator("#said").get_by_text(words)
        expect(said).to_have_count(1, timeout=PATIENCE)

    def does_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    def sees_no_longer(self, words: str) -> None:
        """What was rightly announced a moment ago may still be in its region."""
        drawn = self.page.locator(
            ":not([data-room-announcements], [data-room-announcements] *)"
        )
        expect(self.page.get_by_text(words).and_(drawn)).to_have_count(0)

    def does_not_see_just_now(self, words: str) -> None:
        """It may still stand in the page, hidden."""
        seen = self.page.get_by_text(words).filter(visible=True)
        expect(seen).to_have_count(0, timeout=PATIENCE)

    def sees_as_present(self, name: str) -> None:
        here = self.page.locator("#people li[data-here]").filter(has_text=name)
        expect(here).to_have_count(1)

    def all_that_was_said(self) -> list[tuple[str, bool]]:
        """The words in their order, and which of them are starred."""
        return [
            (
                item.locator(".contribution-words").inner_text(),
                "starred" in (item.get_attribute("class") or "").split(),
            )
            for item in self.page.locator("#said article").all()
        ]

    def in_another_tab(self, path: str) -> "Somebody":
        other = Somebody(self.name, self.profile.new_page())
        other.goes_to(path)
        return other

    def is_in_phase(self, title: str) -> None:
        expect(self.page.locator("#ribbon [aria-current=step]")).to_contain_text(title)

    def finds_nothing_at(self, *paths: str) -> None:
        for path in paths:
            assert self.goes_to(path).status == 404, path

    def what_stands_in(self, region: str) -> str:
        return self.page.locator(f"#{region}").inner_text()

    # Touching: here with a pointer, elsewhere with keys alone

    def clicks(self, what: Locator) -> None:
        what.click()

    def fills(self, what: Locator, words: str) -> None:
        what.fill(words)

    def checks(self, what: Locator) -> None:
        what.check()

    def selects(self, what: Locator, label: str) -> None:
        what.select_option(label=label)

    # Pressing

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name)

    def presses(self, name: str | re.Pattern[str]) -> None:
        self.clicks(self.button(name).first)

    def follows(self, name: str) -> None:
        self.clicks(self.page.get_by_role("link", name=name, exact=True).first)

    def field(self, label: str) -> Locator:
        """What can be typed into under this label; a region may have the same."""
        fields = self.page.locator("input, textarea, select")
        return fields.and_(self.page.get_by_label(label)).first

    def writes(self, label: str, words: str) -> None:
        self.fills(self.field(label), words)

    def tabs_to(self, name: str, *, role: AriaRole = "button") -> None:
        """By the Tab key alone, as often as it takes."""
        wanted = self.page.get_by_role(role, name=name, exact=True).first
        for _ in range(MOST_TABS):
            if wanted.evaluate("each => each === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{name} cannot be reached by keyboard")

    # The lobby, and all that is not a phase

    def comes_in(self) -> None:
        self.presses("Come in")
        expect(self.button("Come in")).to_have_count(0)

    def agrees(self) -> None:
        self.presses("I agree")
        expect(self.button("I agree")).to_have_count(0)

    def has_spoken_in_turn(self) -> None:
        """Waits for the turn to come, in rounds."""
        self.presses("I have spoken")
        expect(self.button("I have spoken")).to_have_count(0)

    def notes_privately(self, words: str) -> None:
        self.writes("A private note", words)
        self.presses("Keep it")
        expect(self.page.locator("#notes")).to_contain_text(words)

    # Facilitating

    def opens_the_meeting(self) -> None:
        self.presses(re.compile("Open the meeting"))

    def moves_on(self, *, to: str) -> None:
        self.presses(f"Next: {to}")
        self.is_in_phase(to)

    def chooses_first(self, name: str, *, because: str) -> None:
        """Settle who presents, with a reason for the set."""
        self.clicks(self.page.get_by_text("Choose another order"))
        form = self.page.locator("#order-form")
        self.selects(form.get_by_label("Presenter 1"), name)
        self.fills(form.get_by_label("Why?"), because)
        self.clicks(form.get_by_role("button"))

    def opens_the_menu(self) -> None:
        self.clicks(self.page.get_by_label("More for whoever facilitates"))

    def more_about(self, name: str, act: str) -> None:
        self.clicks(self.page.get_by_label(f"More about {name}"))
        self.presses(act)

    def jots_a_question_of(self, name: str) -> None:
        """One tap: somebody has asked aloud."""
        self.presses(name)

    # Speaking

    def reports_back(self, status: str, *, happened: str, learned: str) -> None:
        tool = self.page.get_by_role("region", name="Report back")
        self.checks(tool.get_by_label(status, exact=True))
        self.fills(tool.get_by_label("What happened"), happened)
        self.fills(tool.get_by_label("What did I learn?"), learned)
        self.clicks(tool.get_by_role("button", name="Report back"))
        expect(tool).to_have_count(0)

    def bids(self, headline: str, *, how: str = "Soon") -> None:
        self.writes("Would you like time today?", headline)
        self.checks(self.page.get_by_label(how, exact=True))
        self.presses("Ask for time")
        expect(self.button("Change what I asked for")).to_be_visible()

    def presents(self, topic: str, *, question: str) -> None:
        self.writes("Your topic", topic)
        self.writes("The question you want worked on", question)
        self.clicks(self.page.locator("#topic-form button"))
        expect(self.page.locator("#topic")).to_contain_text(question)

    def writes_a_question(self, words: str) -> None:
        self.fills(self.page.locator("#speak-words"), words)

    def sends_it(self) -> None:
        self.clicks(self.page.locator("#speak").get_by_role("button"))

    def asks(self, words: str) -> None:
        self.writes_a_question(words)
        self.sends_it()
        expect(self.page.locator("#speak-words")).to_have_value("")
        self.sees(words)

    def question(self, words: str) -> Locator:
        """A question as it stands in the list of what has been said."""
        return self.page.locator("#said li.said").filter(has_text=words).first

    def answers(self, question: str, words: str) -> None:
        item = self.question(question)
        self.clicks(item.get_by_text("Write an answer"))
        self.fills(item.get_by_label("Your answer"), words)
        self.clicks(item.get_by_role("button", name="Answer", exact=True))
        self.sees(words)

    def stars(self, question: str) -> None:
        item = self.question(question)
        self.clicks(item.get_by_role("button", name="Star", exact=True))
        expect(item).to_contain_text("this shifted my thinking")

    def sets_aside(self, question: str) -> None:
        item = self.question(question)
        self.clicks(item.get_by_role("button", name="Set aside"))
        expect(item).to_contain_text("set aside")

    def raises_a_hand(self) -> None:
        self.presses("Raise my hand")
        expect(self.button("Lower my hand")).to_be_visible()

    def chooses(self, action: str, *, by: str = "", known_by: str = "") -> None:
        self.writes("What, if anything, will I do?", action)
        self.writes("By when", by)
        self.writes("How will I know?", known_by)
        self.presses("Note the action")
        expect(self.page.locator("#outcomes")).to_contain_text(action)

    def has_learned(self, words: str) -> None:
        self.writes("What I have learned", words)
        self.clicks(self.page.locator("#learning-form button"))
        expect(self.page.locator("#outcomes")).to_contain_text(words)

    def looks_back(self, *, went_well: str, try_next: str) -> None:
        self.writes("What did we do well?", went_well)
        self.writes("What could we try next time?", try_next)
        self.clicks(self.page.locator("#review-form button"))
        expect(self.page.locator("#outcomes")).to_contain_text(went_well)


Enter = Callable[..., Somebody]
"""`enter("Amara", path)`: Amara, signed in, at that page in a profile of her own."""
