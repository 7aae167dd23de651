"""A set from its very beginning: begun by a newcomer, held twice, by keys alone."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser.keyboard import ByKeyboard
from browser.people import PHONE, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

SET = "Weir Lane"
OTHERS = ("Bashir Aziz", "Carys Pugh", "Dominik Lang", "Elif Kaya", "Fintan Byrne")
ON_PHONES = ("Elif Kaya", "Fintan Byrne")
TOPIC = "Two teams, one budget"
QUESTION = "What would make it safe to show them our numbers?"
ASKED = "Who would be the first to notice?"
ACTION = "Show Hana the figures for March before anyone else"
HAPPENED = "She brought hers the same afternoon"


@dataclass
class Company:
    """Whoever a story brings together, and how they come to be there."""

    served: Served
    new_profile: Callable[..., BrowserContext]

    def comes(self, name: str) -> ByKeyboard:
        on_a_phone = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
        how = on_a_phone if name in ON_PHONES else {}
        return ByKeyboard(name, self.new_profile(**how).new_page())


def address_of(name: str) -> str:
    return f"{name.split(maxsplit=1)[0].lower()}@weir-lane.example"


def test_a_newcomer_begins_a_set_that_meets_again(
    served: Served,
    new_profile: Callable[..., BrowserContext],
    accessible: Callable[[Page], None],
) -> None:
    company = Company(served, new_profile)
    nadia = company.comes("Nadia Rahal")

    _signs_up(nadia, served)
    _begins_a_set(nadia, accessible)
    others = [_is_invited(company.comes(name), served) for name in OTHERS]
    nadia.goes_to("/")
    nadia.follows("Read it")
    for one in (nadia, *others):
        one.agrees()
    accessible(others[-1].page)

    first = _room_of_the_next_meeting(nadia)
    _they_hold_the_first(nadia, others, first)
    bashir = others[0]
    bashir.goes_to("/actions/")
    bashir.sees(ACTION)
    accessible(bashir.page)

    nadia.goes_to("/")
    nadia.sees("How did it go?")
    nadia.presses("Let it go")
    nadia.sees("See the meeting")
    second = _room_of_the_next_meeting(nadia)
    assert second != first
    _the_second_opens_with_what_became_of_it(nadia, others, second)
    for one in (nadia, bashir, others[-1]):
        accessible(one.page)
    _what_was_learned_stays_with_its_owner(bashir, others[1], accessible)


def _signs_up(nadia: ByKeyboard, served: Served) -> None:
    nadia.goes_to("/")
    nadia.follows("Begin a set")
    nadia.writes("Your name", nadia.name)
    nadia.writes("Your e-mail", address_of(nadia.name))
    nadia.writes("A password", "eleven quiet otters")
    nadia.presses("Create my account")
    nadia.sees("Look in your mail")
    code = served.mailed_code(address_of(nadia.name))
    nadia.writes("The code from the mail", code)
    nadia.presses("Go on")


def _begins_a_set(nadia: ByKeyboard, accessible: Callable[[Page], None]) -> None:
    nadia.sees("Who will help one another here?")
    accessible(nadia.page)
    nadia.writes("What shall the set be called?", SET)
    nadia.presses("Next: who?")
    addresses = [f"{name} <{address_of(name)}>" for name in OTHERS]
    nadia.writes("Their e-mail addresses", "; ".join(addresses))
    nadia.presses("Next: how and when?")
    nadia.sees("How long is a meeting?")
    accessible(nadia.page)
    nadia.checks(nadia.page.get_by_label("An hour", exact=True))
    nadia.presses("Invite them and begin")
    nadia.sees("Next meeting")
    accessible(nadia.page)


def _is_invited(one: ByKeyboard, served: Served) -> ByKeyboard:
    address = address_of(one.name)
    one.goes_to(served.mailed_invitation(address))
    one.sees(SET)
    one.writes("Your name", one.name)
    one.writes("Your e-mail", address)
    one.presses("Mail me a code")
    one.sees("Look in your mail")
    one.writes("The code from the mail", served.mailed_code(address))
    one.presses("Go on")
    one.sees("Do you agree?")
    return one


def _room_of_the_next_meeting(nadia: ByKeyboard) -> str:
    nadia.goes_to("/")
    nadia.follows("See the meeting")
    nadia.page.wait_for_url("**/meetings/**")
    return nadia.page.url


def _they_hold_the_first(
    nadia: ByKeyboard, others: list[ByKeyboard], room: str
) -> None:
    bashir, carys = others[0], others[1]
    _they_gather(nadia, others, room)
    nadia.moves_on(to="Report-backs")
    nadia.moves_on(to="Who wants time")
    bashir.bids(TOPIC, how="Pressing")
    nadia.sees(TOPIC)
    nadia.presses("Go with this order")
    nadia.presses("Next: Bashir's time")
    bashir.is_in_phase("Present")
    bashir.presents(TOPIC, question=QUESTION)
    nadia.moves_on(to="Clarify")
    nadia.moves_on(to="Explore")
    carys.is_in_phase("Explore")
    carys.asks(ASKED)
    bashir.sees(ASKED)
    bashir.stars(ASKED)
    nadia.moves_on(to="Silence")
    nadia.moves_on(to="Reflect and act")
    bashir.chooses(ACTION, by="2031-01-10", known_by="She has seen them")
    nadia.moves_on(to="Process review")
    bashir.looks_back(went_well="Nobody hurried", try_next="A longer silence")
    nadia.moves_on(to="Close")
    carys.has_learned("I ask too fast")
    nadia.presses("Close the meeting")
    for one in (nadia, *others):
        one.sees("The meeting is over. Thank you.")


def _they_gather(nadia: ByKeyboard, others: list[ByKeyboard], room: str) -> None:
    for one in (nadia, *others):
        one.goes_to(room)
        one.comes_in()
    nadia.opens_the_meeting()
    for one in (nadia, *others):
        one.is_in_phase("Check-in")
    nadia.presses(f"On to {others[0].name}")
    for one in others:
        one.has_spoken_in_turn()


def _the_second_opens_with_what_became_of_it(
    nadia: ByKeyboard, others: list[ByKeyboard], room: str
) -> None:
    bashir, carys = others[0], others[1]
    nadia.goes_to(room)
    nadia.sees("A longer silence")
    _they_gather(nadia, others, room)
    nadia.moves_on(to="Report-backs")
    bashir.sees(ACTION)
    bashir.reports_back("Done", happened=HAPPENED, learned="She had waited for me")
    carys.sees(HAPPENED)


def _what_was_learned_stays_with_its_owner(
    bashir: Somebody, carys: Somebody, accessible: Callable[[Page], None]
) -> None:
    bashir.goes_to("/record/")
    bashir.sees(ACTION)
    bashir.sees(ASKED)
    accessible(bashir.page)
    carys.goes_to("/record/")
    expect(carys.page.get_by_text(ACTION)).to_have_count(0)
    carys.goes_to("/record/questions/")
    carys.sees(ASKED)
    accessible(carys.page)
