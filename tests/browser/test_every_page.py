"""Every page of the product, for everyone's eyes, on a desk and on a phone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import sign_in
from browser.people import DESK, PHONE
from browser.served import Served
from web.decisions import ROWS

pytestmark = pytest.mark.browser

# Pages of django-allauth, and those in which something goes on.
PUBLIC = (
    "/accounts/login/",
    "/accounts/login/code/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "{guest_link}",
    "/join/no-such-link/",
    "/no-such-page/",
)
OF_A_MEMBER = (
    "/",
    "/accounts/email/",
    "/accounts/logout/",
    "/accounts/password/set/",
    "/accounts/2fa/",
    "/actions/",
    "/sets/{set}/",
    "/sets/{set}/contract/",
    "{lobby}",
    "{room}",
    "{screen}",
    "{closed}",
    "{mine}",
    "{review}",
    "/record/",
)
# The catalogue has stories of its own; the others are files or lead elsewhere.
NO_PAGES = {
    "ui:catalogue",
    "ui:stylesheet",
    "coaching:model",
    "calendar:subscription",
    "calendar:meeting",
    "learning:export",
    "topics:export",
    # A fragment of the board, and a file.
    "composing:progress",
    "enrolments:export",
    "dashboards:csv",
    "dashboards:xlsx",
    "running:calendar_file",
    "running:subscription",
    "feedback:log_text",
    "growth:as_table",
    "growth:as_json",
    # What a badge points to.
    "passports:as_json",
    "passports:badge_file",
    "passports:keys",
    "passports:key",
    "passports:withdrawn",
    "passports:issuer",
    "passports:issuer_of",
}
NO_WIDER = "document.documentElement.scrollWidth <= window.innerWidth"
PAGES = sorted({row.name for row in ROWS if row.get} - NO_PAGES)


@pytest.fixture
def serves_at_both_widths(
    accessible: Callable[[Page], None],
) -> Callable[[Page], None]:
    """Check a page at a desk, and then with its window made as small as a phone."""

    def check(page: Page) -> None:
        for width in (DESK, PHONE):
            page.set_viewport_size(width)
            accessible(page)
            assert page.evaluate(NO_WIDER), width
        page.set_viewport_size(DESK)

    return check


@pytest.fixture(scope="module")
def places(served: Served) -> dict[str, str]:
    """What the addresses speak of."""
    of_four: dict[str, Any] = {
        "members": ["Femke", "Leila", "Amara"],
        "facilitator": "Delroy",
    }
    going_on = served.arrange(
        "meeting", **of_four, until="explore", actions={"Delroy": "Ask the cook"}
    )
    return {
        "set": going_on["set"],
        "room": going_on["room"],
        "screen": going_on["screen"],
        "action": going_on["actions"]["Delroy"],
        "topic": served.arrange("topic", owner="Delroy", headline="The ladle"),
        "guest_link": served.arrange("guest_link", set_id=going_on["set"], by="Delroy"),
        "lobby": served.arrange("meeting", **of_four)["room"],
        **_of_the_past(served.arrange("meeting", **of_four, until="close")),
    }


def _of_the_past(held: dict[str, str]) -> dict[str, str]:
    return {"closed": held["room"], "mine": held["mine"], "review": held["review"]}


@pytest.fixture(scope="module")
def reader(chromium_browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """One page for each person, used for one address after another."""
    pages: dict[str, Page] = {}

    def of(who: str = "") -> Page:
        if who not in pages:
            profile = chromium_browser.new_context(
                base_url=served.url, viewport=DESK, reduced_motion="reduce"
            )
            if who:
                sign_in(profile, who)
            pages[who] = profile.new_page()
        return pages[who]

    yield of
    for page in pages.values():
        page.context.close()


@pytest.mark.parametrize("path", PUBLIC)
def test_what_everybody_may_read_is_accessible(
    path: str,
    places: dict[str, str],
    reader: Callable[..., Page],
    serves_at_both_widths: Callable[[Page], None],
) -> None:
    page = reader()

    page.goto(path.format(**places))

    serves_at_both_widths(page)


@pytest.mark.parametrize("path", OF_A_MEMBER)
def test_what_a_member_reads_is_accessible(
    path: str,
    places: dict[str, str],
    reader: Callable[..., Page],
    serves_at_both_widths: Callable[[Page], None],
) -> None:
    page = reader("Delroy")

    answer = page.goto(path.format(**places))

    assert answer
    assert answer.ok
    serves_at_both_widths(page)


@pytest.fixture(scope="module")
def world(served: Served) -> dict[str, Any]:
    """Where every page of the isolation matrix lies, and who reads it there."""
    arranged: dict[str, Any] = served.arrange("world")
    return arranged


@pytest.fixture(scope="module")
def dweller(
    chromium_browser: Browser, served: Served, world: dict[str, Any]
) -> Iterator[Callable[[str], Page]]:
    """One page for each of the world's people, used again and again."""
    pages: dict[str, Page] = {}

    def of(who: str) -> Page:
        if who not in pages:
            profile = chromium_browser.new_context(
                base_url=served.url, viewport=DESK, reduced_motion="reduce"
            )
            if who:
                session = world["sessions"][who]
                profile.add_cookies(
                    [{"name": "sessionid", "value": session, "url": served.url}]
                )
            pages[who] = profile.new_page()
        return pages[who]

    yield of
    for page in pages.values():
        page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_matrix_is_accessible(
    name: str,
    world: dict[str, Any],
    dweller: Callable[[str], Page],
    serves_at_both_widths: Callable[[Page], None],
) -> None:
    where = world["pages"][name]
    page = dweller(where["reader"])

    answer = page.goto(where["path"])

    assert answer
    assert answer.ok
    serves_at_both_widths(page)
