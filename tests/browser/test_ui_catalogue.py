"""The components in a real browser: reachable, readable, and whole without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser

Profile = Callable[..., BrowserContext]
PHONE = {"width": 360, "height": 740}


def catalogue(new_profile: Profile, **options: object) -> Page:
    page = new_profile(**options).new_page()
    page.goto("/ui/")
    return page


def test_the_catalogue_is_accessible(
    new_profile: Profile, accessible: Callable[[Page], None]
) -> None:
    accessible(catalogue(new_profile))


def test_the_catalogue_fits_a_phone(
    new_profile: Profile, accessible: Callable[[Page], None]
) -> None:
    page = catalogue(new_profile, viewport=PHONE)

    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    accessible(page)


def test_the_browser_finds_nothing_to_forbid(new_profile: Profile) -> None:
    page = new_profile().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto("/ui/")
    page.get_by_role("button", name="Copy").first.click()

    assert said == []


def test_a_dialog_opens_and_gives_the_focus_back(new_profile: Profile) -> None:
    page = catalogue(new_profile)
    opener = page.locator("a[href='#close-meeting']")
    opener.focus()

    page.keyboard.press("Enter")
    expect(page.locator("#close-meeting")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#close-meeting")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_dialog_opens_and_closes_without_scripts(new_profile: Profile) -> None:
    page = catalogue(new_profile, java_script_enabled=False)

    page.locator("a[href='#close-meeting']").click()
    expect(page.locator("#close-meeting")).to_be_visible()
    page.locator("#close-meeting [data-dismiss]").click()

    expect(page.locator("#close-meeting")).to_be_hidden()


def test_a_menu_closes_on_escape_and_on_a_click_beside_it(
    new_profile: Profile,
) -> None:
    page = catalogue(new_profile)
    menu = page.locator("#menu details.menu").first
    summary = menu.locator("summary")

    summary.click()
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()

    summary.click()
    page.locator("h1").first.click()
    expect(menu).not_to_have_attribute("open", "")


@pytest.mark.parametrize("scripts", [True, False])
def test_light_and_dark_can_be_chosen(new_profile: Profile, scripts: bool) -> None:
    page = catalogue(new_profile, java_script_enabled=scripts)

    page.get_by_role("button", name="Dark", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")

    page.get_by_role("button", name="As the system").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")


def test_the_timer_runs_down_and_over_by_the_servers_clock(
    new_profile: Profile,
) -> None:
    page = new_profile().new_page()
    page.clock.install()
    page.goto("/ui/")
    timer = page.locator("[data-component=timer][data-state='time left'] phase-timer")
    expect(timer.first).to_contain_text("12 min left")

    page.clock.fast_forward("05:00")
    expect(timer.first).to_contain_text("7 min left")
    page.clock.fast_forward("08:40")
    expect(timer.first).to_contain_text("2 min over")


def test_the_first_key_leads_to_the_content(new_profile: Profile) -> None:
    page = catalogue(new_profile)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_the_ribbon_shrinks_to_one_line_on_a_phone(new_profile: Profile) -> None:
    page = catalogue(new_profile, viewport=PHONE)

    ribbon = page.locator("[data-component=phase_ribbon] .ribbon").first

    expect(ribbon.locator(".ribbon-short")).to_have_text("5 of 9 Explore next: Silence")
    box = ribbon.bounding_box()
    assert box is not None
    assert box["height"] < 70


def test_targets_are_large_enough_for_a_thumb(new_profile: Profile) -> None:
    page = catalogue(new_profile, viewport=PHONE)

    small = page.evaluate(
        """() => [...document.querySelectorAll(".button, .choice, .kind, .check")]
            .filter((each) => each.checkVisibility())
            .map((each) => each.getBoundingClientRect())
            .filter((box) => box.height < 44 || box.width < 44).length"""
    )

    assert small == 0
