"""Somebody who never touches a pointer: every act is done with keys alone."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from browser.people import Somebody

MOST_TABS = 200
MOST_ARROWS = 30
IS_FOCUSED = "each => each === document.activeElement"
LIES_BEHIND = """each => document.activeElement !== document.body
    && Boolean(each.compareDocumentPosition(document.activeElement)
        & Node.DOCUMENT_POSITION_FOLLOWING)"""
# What a browser puts together from parts is set as a whole once it has been reached.
OF_PARTS = ("date", "time", "datetime-local")


class ByKeyboard(Somebody):
    """Reaches everything by the Tab key, as often as it takes."""

    def clicks(self, what: Locator) -> None:
        self.reaches(what)
        self.page.keyboard.press("Enter")

    def fills(self, what: Locator, words: str) -> None:
        self.reaches(what)
        if what.get_attribute("type") in OF_PARTS:
            what.fill(words)
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.press("Delete")
            self.page.keyboard.insert_text(words)
        expect(what).to_have_value(words)

    def checks(self, what: Locator) -> None:
        if what.get_attribute("type") == "radio":
            self._goes_round_to(what)
        elif not what.is_checked():
            self.reaches(what)
            self.page.keyboard.press("Space")
        expect(what).to_be_checked()

    def selects(self, what: Locator, label: str) -> None:
        self.reaches(what)
        self.page.keyboard.type(label)
        self.page.keyboard.press("Enter")

    def _goes_round_to(self, radio: Locator) -> None:
        """Tab enters a group of choices, arrows go round in it."""
        group = self.page.locator(f"input[name='{radio.get_attribute('name')}']")
        self._tabs_until(lambda: _holds_focus(group), towards=group.first)
        if radio.is_checked():
            return
        self.page.keyboard.press("Space")
        for _ in range(MOST_ARROWS):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")

    def reaches(self, what: Locator) -> None:
        expect(what).to_be_visible()
        self._tabs_until(lambda: bool(what.evaluate(IS_FOCUSED)), towards=what)

    def _tabs_until(self, there: Callable[[], bool], *, towards: Locator) -> None:
        """Forwards, or backwards to what lies behind."""
        key = "Shift+Tab" if towards.evaluate(LIES_BEHIND) else "Tab"
        for _ in range(MOST_TABS):
            if there():
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{self.page.url}: not to be reached by keyboard")


def _holds_focus(group: Locator) -> bool:
    return bool(group.evaluate_all("all => all.includes(document.activeElement)"))
