"""An hour online from the lobby to the close, and what everybody takes away."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.people import Enter, Somebody
from browser.served import Served

pytestmark = pytest.mark.browser

HEADLINE = "The rota nobody owns"
QUESTION = "What am I holding on to by being the one who fixes it?"
KITCHENS = "Ask all three kitchens what they throw away"
PEOPLE = "How many people are on the rota?"
WEDDING = "Who noticed in the nine days when you were away?"
MATRON = "Have you told the matron?"
ACTION = "Leave the rota alone on Sunday and write down what happens"
LEARNED = "I have been hiding the gap that I complain of"


def test_four_people_hold_a_whole_meeting(
    served: Served, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    meeting = served.arrange(
        "meeting",
        members=["Amara", "Femke", "Leila"],
        facilitator="Delroy",
        agreed=False,
        actions={"Leila": KITCHENS},
    )
    four = [
        enter(key, meeting["room"]) for key in ("Delroy", "Amara", "Femke", "Leila")
    ]
    delroy, amara, femke, leila = four

    _they_gather(four, delroy)
    _they_hear_what_became_of_it(leila, femke, delroy)
    _they_settle_who_presents(amara, femke, delroy)
    _they_work_on_the_topic(amara, femke, leila, delroy)
    accessible(amara.page)
    accessible(femke.page)
    _they_are_silent_and_act(amara, leila, delroy)
    _they_look_back(four, delroy)

    for one in four:
        one.sees("The meeting is over. Thank you.")
        accessible(one.page)
    _each_takes_something_away(four, meeting["mine"], accessible)
    _the_set_keeps_its_review(four, meeting["review"], accessible)
    outsider = enter("Graham", "/")
    outsider.finds_nothing_at(
        *(meeting[page] for page in ("room", "screen", "mine", "review"))
    )


def _they_gather(four: list[Somebody], delroy: Somebody) -> None:
    for one in four:
        one.comes_in()
    delroy.opens_the_meeting()
    for one in four:
        one.is_in_phase("Check-in")
        one.agrees()
    for one in four:
        one.has_spoken_in_turn()
    delroy.moves_on(to="Report-backs")


def _they_hear_what_became_of_it(
    leila: Somebody, femke: Somebody, delroy: Somebody
) -> None:
    leila.sees(KITCHENS)
    leila.reports_back("Partly", happened="Two of the three", learned="Ask earlier")
    femke.sees("Two of the three")
    delroy.moves_on(to="Who wants time")


def _they_settle_who_presents(
    amara: Somebody, femke: Somebody, delroy: Somebody
) -> None:
    amara.bids(HEADLINE, how="Pressing")
    femke.bids("Two depots, one canteen", how="It can wait")
    delroy.sees(HEADLINE)
    delroy.chooses_first("Amara Okafor", because="Hers is about this Sunday")
    femke.sees("Hers is about this Sunday")
    delroy.presses("Next: Amara's time")
    for one in (amara, femke, delroy):
        one.is_in_phase("Present")


def _they_work_on_the_topic(
    amara: Somebody, femke: Somebody, leila: Somebody, delroy: Somebody
) -> None:
    amara.presents(HEADLINE, question=QUESTION)
    leila.sees(QUESTION)
    delroy.moves_on(to="Clarify")
    femke.is_in_phase("Clarify")
    femke.asks(PEOPLE)
    amara.answers(PEOPLE, "Thirty-one.")
    femke.sees("Thirty-one.")
    delroy.moves_on(to="Explore")
    for one in (femke, leila):
        one.is_in_phase("Explore")
    femke.raises_a_hand()
    delroy.sees("hand 1")
    femke.asks(WEDDING)
    leila.asks(MATRON)
    for one in (amara, femke, leila, delroy):
        one.sees(WEDDING)
        one.sees(MATRON)
    amara.stars(WEDDING)
    amara.sets_aside(MATRON)
    amara.answers(WEDDING, "On the Saturday, everybody.")
    expect(femke.question(WEDDING)).to_contain_text("this shifted my thinking")
    expect(leila.question(MATRON)).not_to_contain_text("set aside")


def _they_are_silent_and_act(
    amara: Somebody, leila: Somebody, delroy: Somebody
) -> None:
    delroy.moves_on(to="Silence")
    amara.notes_privately("Nine days.")
    leila.is_in_phase("Silence")
    leila.sees_no_longer(WEDDING)
    leila.does_not_see("Nine days.")
    delroy.moves_on(to="Reflect and act")
    amara.has_learned(LEARNED)
    amara.chooses(ACTION, by="2027-01-10", known_by="It is in my notebook")
    leila.sees(ACTION)
    delroy.moves_on(to="Process review")


def _they_look_back(four: list[Somebody], delroy: Somebody) -> None:
    _, amara, femke, leila = four
    amara.looks_back(went_well="Nobody told me what to do", try_next="Longer pauses")
    leila.sees("Longer pauses")
    delroy.moves_on(to="Close")
    for one in (femke, leila):
        one.has_learned(f"{one.name} goes home with a question")
    delroy.presses("Close the meeting")


def _each_takes_something_away(
    four: list[Somebody], page: str, accessible: Callable[[Page], None]
) -> None:
    delroy, amara, femke, leila = four
    for one in four:
        one.goes_to(page)
        accessible(one.page)
    for words in (HEADLINE, QUESTION, WEDDING, ACTION, LEARNED, "Nine days."):
        amara.sees(words)
    femke.sees(WEDDING)
    femke.does_not_see(ACTION)
    leila.sees("Leila Haddad goes home with a question")
    for one in (femke, leila, delroy):
        one.does_not_see("Nine days.")


def _the_set_keeps_its_review(
    four: list[Somebody], page: str, accessible: Callable[[Page], None]
) -> None:
    for one in four:
        one.goes_to(page)
        one.sees("Nobody told me what to do")
        one.sees("Longer pauses")
        one.does_not_see("Nine days.")
    accessible(four[0].page)
