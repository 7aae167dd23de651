"""Late, lost and double: whoever comes or comes back sees what all others see."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.people import Enter
from browser.served import Served, free_port
from browser.wire import Wire

pytestmark = pytest.mark.browser

FOUR = {"members": ["Femke", "Leila", "Amara"], "facilitator": "Delroy"}
FIRST = "What would the canteen look like if nobody minded?"
SECOND = "Who gains while they sit apart?"
THIRD = "When did it last feel different?"
LOST = "The line is lost"


def test_who_comes_late_sees_what_those_see_who_were_there(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange(
        "meeting", **FOUR, here=["Delroy", "Femke", "Amara"], until="explore"
    )
    femke = enter("Femke", meeting["room"])
    amara = enter("Amara", meeting["room"])
    femke.asks(FIRST)
    femke.asks(SECOND)
    amara.stars(FIRST)

    leila = enter("Leila", meeting["room"])
    leila.comes_in()
    femke.asks(THIRD)

    leila.sees(THIRD)
    for region in ("ribbon", "topic", "plan"):
        assert leila.what_stands_in(region) == femke.what_stands_in(region)
    late, there = leila.all_that_was_said(), femke.all_that_was_said()
    assert [words for words, _ in late] == [THIRD, SECOND, FIRST]
    assert late == there
    accessible(leila.page)


@pytest.fixture
def wire(served: Served) -> Iterator[Wire]:
    laid = Wire(to=served.port)
    yield laid
    laid.close()


def test_a_lost_line_loses_and_doubles_nothing(
    served: Served, wire: Wire, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    femke = enter("Femke", meeting["room"])
    leila = enter("Leila", meeting["room"], base_url=wire.url)
    femke.asks(FIRST)
    leila.sees(FIRST)

    leila.profile.set_offline(True)
    wire.cut()
    leila.sees(LOST)
    leila.writes_a_question(SECOND)
    leila.sends_it()
    leila.sees("Something is waiting to be sent.")
    femke.asks(THIRD)
    leila.does_not_see(THIRD)
    accessible(leila.page)
    wire.mend()
    leila.profile.set_offline(False)

    femke.sees(SECOND)
    leila.sees(THIRD)
    leila.does_not_see_just_now(LOST)
    for one in (femke, leila):
        said = [words for words, _ in one.all_that_was_said()]
        assert said == [SECOND, THIRD, FIRST]
    assert served.arrange("said", meeting=meeting["meeting"]) == [FIRST, THIRD, SECOND]
    accessible(leila.page)


def test_what_was_typed_and_not_sent_is_there_after_a_reload(
    served: Served, enter: Enter
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = enter("Leila", meeting["room"])

    leila.writes_a_question(FIRST)
    leila.page.reload()

    expect(leila.page.locator("#speak-words")).to_have_value(FIRST)


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that this story alone may kill."""
    running = Served(tmp_path_factory.mktemp("own"), free_port())
    running.start()
    yield running
    running.stop()


def test_a_killed_server_comes_back_with_all_it_had_acknowledged(
    own_server: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = own_server.arrange("meeting", **FOUR, until="explore")
    femke, leila, delroy = (
        enter(key, meeting["room"], base_url=own_server.url)
        for key in ("Femke", "Leila", "Delroy")
    )
    femke.asks(FIRST)
    delroy.sees(FIRST)

    own_server.kill()
    leila.sees(LOST)
    leila.writes_a_question(SECOND)
    leila.sends_it()
    own_server.start()

    for one in (femke, leila, delroy):
        one.sees(SECOND)
        one.sees_said_once(FIRST)
        one.sees_said_once(SECOND)
        one.does_not_see_just_now(LOST)
    delroy.moves_on(to="Silence")
    femke.is_in_phase("Silence")
    accessible(femke.page)


def test_two_tabs_of_one_person_are_one_presence(served: Served, enter: Enter) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    femke = enter("Femke", meeting["room"])
    leila = enter("Leila", meeting["room"])
    second = leila.in_another_tab(meeting["room"])

    femke.asks(FIRST)

    leila.sees_said_once(FIRST)
    second.sees_said_once(FIRST)
    leila.writes_a_question(SECOND)
    leila.sends_it()
    second.sees_said_once(SECOND)
    femke.sees_as_present("Leila Haddad")
    second.page.close()
    femke.sees_as_present("Leila Haddad")


def test_a_private_note_is_its_authors_alone(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange("meeting", **FOUR, until="explore")
    leila = enter("Leila", meeting["room"])
    others = [enter(key, meeting["room"]) for key in ("Femke", "Amara", "Delroy")]

    leila.notes_privately("I am envious of that canteen.")
    leila.in_another_tab(meeting["room"]).sees("I am envious of that canteen.")

    for one in others:
        one.page.reload()
        assert "envious" not in one.page.content()
        one.goes_to(meeting["mine"])
        assert "envious" not in one.page.content()
    leila.goes_to(meeting["mine"])
    leila.sees("I am envious of that canteen.")
    accessible(leila.page)
