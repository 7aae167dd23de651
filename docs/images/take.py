"""Take the pictures of the readme and the documentation from a served demonstration.

With `make run` in one terminal, in another: .venv/bin/python docs/images/take.py
The report is made anew from the transcript that the demonstration has read.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import (
    Browser,
    BrowserContext,
    FloatRect,
    Locator,
    Page,
    ViewportSize,
    sync_playwright,
)

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src/askwell/web/demo/meetings/third-thursday-2.vtt"
STEPPED_IN = re.compile(r"/(meetings|sets|programmes)/")
ADVICE = "Have you thought about talking to the matron about the Sundays?"
AROUND = 24


class Picture(NamedTuple):
    """What to show, as whom, and how large in pixels.

    `page` is what is added to the address, or chosen on the page.
    """

    name: str
    person: str
    page: str
    width: int
    height: int


PICTURES = (
    Picture("room", "Delroy Campbell", "", 1280, 860),
    Picture("room-phone", "Leila Haddad", "", 390, 760),
    Picture("screen", "Delroy Campbell", "screen/", 1600, 900),
    Picture("set", "Sina Leota", "", 1280, 860),
    Picture("programme", "Nadia Benslimane", "", 1280, 860),
    Picture("insight", "Helen Whitcombe", "", 1280, 1180),
)
# Somebody picked up on the board of a composition, from the scores down.
BOARD = Picture("board", "Nadia Benslimane", "Catrin Pugh", 1280, 1360)
# What one has learned oneself, and how one's set asks.
GROWTH = Picture("growth", "Amara Okafor", "growth/", 1280, 1300)
DOING = Picture("doing", "Amara Okafor", "How we ask and take turns", 1280, 1100)
# What somebody who learns to facilitate sees: a practice set that goes on, one that is
# over, and what another one has to show; and what only the facilitator sees of a room.
COCKPIT = Picture("cockpit", "Delroy Campbell", "What to watch", 1280, 860)
PRACTICE = Picture("practice", "Femke de Vries", "Go on with it", 1280, 860)
DEBRIEF = Picture("debrief", "Femke de Vries", "When everybody mentors", 1280, 1100)
PASSPORT = Picture("passport", "Delroy Campbell", "passport/", 1280, 1100)
YEARS_SET = "Slack Water"
WEEK = Picture("week-phone", "Catrin Pugh", "See or change what I said", 390, 760)


def take(browser: Browser, url: str, picture: Picture) -> None:
    """Step into the meeting in progress, or onto the set's page, and picture it."""
    size: ViewportSize = {"width": picture.width, "height": picture.height}
    with browser.new_context(viewport=size, reduced_motion="reduce") as profile:
        tab = step_in(profile, url, picture.person)
        if picture.page:
            tab.goto(tab.url + picture.page)
        tab.wait_for_timeout(1500)
        tab.screenshot(path=HERE / f"{picture.name}.png")


def step_in(profile: BrowserContext, url: str, person: str) -> Page:
    tab = profile.new_page()
    tab.goto(f"{url}/demo/")
    tab.get_by_role("button", name=f"Step in as {person}").first.click()
    tab.wait_for_url(STEPPED_IN)
    return tab


def take_coach(browser: Browser, url: str) -> None:
    """The line under the box of somebody who has written down a piece of advice."""
    size: ViewportSize = {"width": 860, "height": 1400}
    with browser.new_context(viewport=size, reduced_motion="reduce") as profile:
        tab = step_in(profile, url, "Leila Haddad")
        box = tab.get_by_label("In your words")
        box.press_sequentially(ADVICE)
        tab.locator("#speak-hint button").first.wait_for()
        box.blur()
        tab.wait_for_timeout(1500)
        topic, speaking = tab.locator("#topic"), tab.locator(".tool:has(#speak)")
        above, below = topic.bounding_box(), speaking.bounding_box()
        if above is None or below is None:
            sys.exit("There is no topic, or no box to write in.")
        clip: FloatRect = {
            "x": below["x"] - AROUND,
            "y": above["y"] - AROUND,
            "width": below["width"] + 2 * AROUND,
            "height": below["y"] + below["height"] - above["y"] + 2 * AROUND,
        }
        tab.screenshot(path=HERE / "coach.png", clip=clip)


def take_board(browser: Browser, url: str) -> None:
    """What every set would say of somebody who is picked up."""
    size: ViewportSize = {"width": BOARD.width, "height": BOARD.height}
    with browser.new_context(viewport=size, reduced_motion="reduce") as profile:
        tab = step_in(profile, url, BOARD.person)
        tab.get_by_role("link", name="Put them into sets").click()
        tab.get_by_role("link", name="First try").click()
        tab.locator(f'[data-person][data-name="{BOARD.page}"]').press("Enter")
        tab.get_by_text("They are not possible together.").wait_for()
        scroll_to(tab, tab.get_by_text("In all"), 2 * AROUND)
        tab.wait_for_timeout(1500)
        tab.screenshot(path=HERE / f"{BOARD.name}.png")


def take_week(browser: Browser, url: str) -> None:
    """The hours that somebody has painted, on a phone."""
    size: ViewportSize = {"width": WEEK.width, "height": WEEK.height}
    with browser.new_context(viewport=size, reduced_motion="reduce") as profile:
        tab = step_in(profile, url, WEEK.person)
        tab.get_by_role("link", name=WEEK.page).click()
        tab.get_by_role("button", name="Keep it, and on").click()
        tab.wait_for_url(re.compile("/when/"))
        scroll_to(tab, tab.get_by_text("On the clocks of"), AROUND)
        tab.wait_for_timeout(1500)
        tab.screenshot(path=HERE / f"{WEEK.name}.png")


def take_growth(browser: Browser, url: str) -> None:
    """How somebody has grown, and how a set of theirs asks after a year."""
    for picture in (GROWTH, DOING):
        size: ViewportSize = {"width": picture.width, "height": picture.height}
        with browser.new_context(viewport=size, reduced_motion="reduce") as profile:
            tab = step_in(profile, url, picture.person)
            if picture is GROWTH:
                tab.goto(f"{url}/{picture.page}")
            else:
                tab.goto(url)
                tab.get_by_role("link", name=YEARS_SET).first.click()
                tab.get_by_role("link", name=picture.page).click()
            tab.wait_for_timeout(1500)
            tab.screenshot(path=HERE / f"{picture.name}.png")


def take_training(browser: Browser, url: str) -> None:
    """How facilitators are helped, practise, look back, and what they can show."""
    for picture in (COCKPIT, PRACTICE, DEBRIEF, PASSPORT):
        size: ViewportSize = {"width": picture.width, "height": picture.height}
        with browser.new_context(viewport=size, reduced_motion="reduce") as profile:
            tab = step_in(profile, url, picture.person)
            if picture is COCKPIT:
                tab.locator("#cockpit-more summary").first.click()
            elif picture is PASSPORT:
                tab.goto(f"{url}/{picture.page}")
            else:
                tab.goto(f"{url}/practice/")
                tab.get_by_text(picture.page, exact=True).click()
            if picture is DEBRIEF:
                tab.get_by_role("link", name="How it went on").first.click()
            tab.wait_for_timeout(1500)
            tab.screenshot(path=HERE / f"{picture.name}.png")


def scroll_to(tab: Page, what: Locator, above: int) -> None:
    """So that it stands a little below the upper edge."""
    box = what.bounding_box()
    if box is None:
        sys.exit(f"There is no {what}.")
    tab.mouse.wheel(0, box["y"] - above)


def take_report(browser: Browser) -> None:
    """What the coach tells of a transcript, from its beginning to the picture."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        parts = ["--facilitator", "Grace", "--presenter", "Sina", "--presenter", "Park"]
        review = [str(Path(sys.executable).with_name("askwell")), "review", str(SAMPLE)]
        # Our own command, on a file of our own.
        subprocess.run([*review, *parts, "--out", str(report)], check=True)  # noqa: S603
        tab = browser.new_page(viewport={"width": 1280, "height": 1660})
        tab.goto(report.as_uri())
        tab.wait_for_timeout(500)
        tab.screenshot(path=HERE / "report.png")


def main() -> None:
    url = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for picture in PICTURES:
            take(browser, url, picture)
        take_coach(browser, url)
        take_board(browser, url)
        take_week(browser, url)
        take_growth(browser, url)
        take_training(browser, url)
        take_report(browser)
        browser.close()


if __name__ == "__main__":
    main()
