"""What each pair of eyes sees of the room, and what it can do there."""

import pytest

from askwell.process import commands as ask
from askwell.process import events as happened
from askwell.process.choices import HelpWanted, Place
from askwell.process.people import Belonging, Casting
from askwell.process.refusals import Reason, Refused
from askwell.process.state import State
from askwell.web.meetings import screens
from askwell.web.meetings.forms import ACTS
from askwell.web.meetings.screens.drawing import OF_ONE
from askwell.web.meetings.screens.refusals import WORDS, in_words
from askwell.web.meetings.screens.regions import MINE, ROOM, STEPS
from process.room import FACILITATOR, Room, action, brief, convened, in_slot, opened
from web.meetings.eyes import Page, viewer


def page_of(room: Room | State, person: str, *, shared: bool = False) -> Page:
    state = room.state if isinstance(room, Room) else room
    names = {*state.people, *state.joining, person}
    return Page(state, viewer(person, names, shared=shared))


def shown(room: Room, person: str, region: str, *, shared: bool = False) -> str:
    found = page_of(room, person, shared=shared).find(region)
    assert found is not None
    return (
        ""
        if found.get("hidden") is not None
        else " ".join(found.text_content().split())
    )


# Coming in


def test_before_coming_in_there_is_one_thing_to_do():
    room = convened()

    assert "Come in when you are ready." in shown(room, "ana", "now")
    assert "arrivals" in page_of(room, "ana").acts()


def test_only_the_facilitator_can_open_the_meeting():
    room = convened()
    room.do(ask.Arrive, "ana")
    room.do(ask.Arrive, FACILITATOR)

    assert "opening" in page_of(room, FACILITATOR).acts()
    assert "opening" not in page_of(room, "ana").acts()
    assert "Maya opens the meeting soon." in shown(room, "ana", "now")


def test_without_a_facilitator_whoever_opens_facilitates():
    room = convened(brief(facilitator=None))
    room.do(ask.Arrive, "ana")

    assert "Open the meeting and facilitate" in shown(room, "ana", "now")


def test_who_waits_at_the_door_sees_nothing_of_the_meeting():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="What would you miss?")
    room.do(ask.AskToJoin, "zuri", joins_as=Belonging.GUEST)

    page = page_of(room, "zuri")

    assert "You are at the door." in page.text
    assert "What would you miss?" not in page.text
    assert page.acts() == set()


def test_members_are_asked_about_a_newcomer_and_the_facilitator_lets_them_in():
    room = opened()
    room.do(ask.AskToJoin, "zuri", joins_as=Belonging.GUEST)

    assert "Zuri asks to come in." in shown(room, "ana", "calls")
    assert "consents" in page_of(room, "ana").acts()
    assert "admissions" not in page_of(room, "ana").acts()
    for member in room.state.members_here:
        room.do(ask.Consent, member, person="zuri", consents=True)
    assert "admissions" in page_of(room, FACILITATOR).acts()


# Rounds


def test_a_round_says_whose_turn_it_is_and_who_comes_next():
    room = opened()
    room.do(ask.GiveTurn, FACILITATOR, person="ana")

    assert "It is your turn." in shown(room, "ana", "now")
    assert "It is Ana's turn." in shown(room, "ben", "now")


def test_one_press_notes_that_i_have_spoken():
    room = opened()
    room.do(ask.GiveTurn, FACILITATOR, person="ana")

    assert {"check-ins", "passes"} <= page_of(room, "ana").acts()
    assert "check-ins" not in page_of(room, "ben").acts()


def test_everyone_with_an_open_action_is_asked_about_it():
    carried = [action("ana", "Ask the night team"), action("ben", "Ring Sam", name="b")]
    room = opened(open_actions=carried)
    room.go_to("report_backs")

    page = page_of(room, "ana")

    assert "Ask the night team" in shown(room, "ana", "tools")
    assert "Ring Sam" not in shown(room, "ana", "tools")
    assert "Ring Sam" in shown(room, "ana", "round")
    assert "report-backs" in page.acts()


def test_without_open_actions_nobody_is_asked_for_a_report():
    room = opened(brief(format="virtual_60"))
    room.go_to("report_backs")

    assert "Nobody has an action to report on." in shown(room, "ana", "now")
    assert "turn" not in shown(room, "ana", "now")


# Bids and order


def test_whoever_says_not_today_sees_that_it_was_heard():
    room = opened()
    room.go_to("bids")
    room.do(ask.DeclineSlot, "ben")

    assert "You have said: not today." in shown(room, "ben", "tools")
    assert "declined-slots" not in page_of(room, "ben").acts()
    assert "bids" in page_of(room, "ben").acts()


def test_the_proposed_order_comes_with_its_reasons():
    room = opened()
    room.go_to("bids")
    room.do(ask.PlaceBid, "ben", headline="My rota", urgency=3)

    assert "My rota" in shown(room, "ana", "bids")
    assert "has not presented yet" in shown(room, FACILITATOR, "bids")
    assert "order" in page_of(room, FACILITATOR).acts()
    assert "order" not in page_of(room, "ana").acts()


# The slot


def test_the_presenter_says_what_the_slot_is_about_and_all_see_it():
    room = in_slot("ana", "present")
    room.do(ask.StateTopic, "ana", topic="The rota", question="Why is it mine?")

    assert "topic" in page_of(room, "ana").acts()
    assert "topic" not in page_of(room, "ben").acts()
    for person in ("ben", FACILITATOR):
        assert "Why is it mine?" in shown(room, person, "topic")


def test_members_have_the_box_for_the_kind_that_fits():
    room = in_slot("ana", "clarify")

    tools = shown(room, "ben", "tools")

    assert "Clarifying question" in tools
    assert "Facts first. Keep that question; its time is next." in tools


def test_only_the_presenter_can_star_and_set_aside():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="What would you miss?")

    assert {"stars", "places", "passes"} <= page_of(room, "ana").acts()
    for person in ("ben", "chloe", FACILITATOR):
        assert not {"stars", "places"} & page_of(room, person).acts()


def test_what_is_set_aside_shows_to_the_presenter_alone():
    room = in_slot("ana", "explore")
    number = room.say("ben", "open_question", words="What would you miss?")
    room.do(ask.PutAside, "ana", contribution=number, place=Place.PARKED)

    assert "set aside" in shown(room, "ana", "said")
    assert "set aside" not in shown(room, "ben", "said")


def test_a_star_shows_to_everybody():
    room = in_slot("ana", "explore")
    number = room.say("ben", "open_question", words="What would you miss?")
    room.do(ask.Star, "ana", contribution=number)

    for person in ("ana", "ben", FACILITATOR):
        assert "this shifted my thinking" in shown(room, person, "said")


def test_a_question_can_be_noted_without_its_words():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", speaker="chloe")

    said = shown(room, "ana", "said")

    assert "Said aloud, not written down" in said
    assert "noted by Ben" in said


def test_the_facilitator_has_words_to_say_and_the_next_step_at_hand():
    room = in_slot("ana", "explore")

    page = page_of(room, FACILITATOR)

    assert "Say to the set" in page.text
    assert "Next: Silence" in page.text
    assert {"phase", "extensions", "undo", "pause"} <= page.acts()


@pytest.mark.parametrize("person", ["ana", "ben"])
def test_nobody_else_steers(person):
    room = in_slot("ana", "explore")

    steps = {"phase", "undo", "skipped-phases", "previous-phase", "close"}
    assert not steps & page_of(room, person).acts()


def test_hands_stand_in_the_order_of_who_has_spoken_least():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="Who else?")
    room.do(ask.RaiseHand, "ben")
    room.do(ask.RaiseHand, "chloe")

    queue = shown(room, "dev", "queue")
    assert queue.index("Chloe") < queue.index("Ben")
    assert "turn" in page_of(room, FACILITATOR).acts()


def test_a_hand_left_raised_does_not_show_where_the_set_speaks_in_turn():
    room = in_slot("ana", "explore")
    room.do(ask.RaiseHand, "ben")
    assert "hand 1" in shown(room, "dev", "people")

    room.go_to("process_review")

    assert "hand" not in shown(room, "dev", "people")


def test_a_silence_is_a_quiet_screen():
    room = in_slot("ana", "silence")

    page = page_of(room, "ben")

    for region in ("topic", "tools", "said", "people", "queue", "foot", "outcomes"):
        assert shown(room, "ben", region) == ""
    assert page.acts() == set()


def test_the_presenter_keeps_offers_and_nobody_else():
    room = in_slot("ana", "experience")
    room.say("ben", "offer", words="An hour of mine")

    assert "kept-offers" in page_of(room, "ana").acts()
    assert "kept-offers" not in page_of(room, "chloe").acts()


def test_only_the_presenter_can_note_an_action():
    room = in_slot("ana", "reflect_and_act")

    assert {"actions", "learnings", "outcome"} <= page_of(room, "ana").acts()
    assert "actions" not in page_of(room, "ben").acts()


def test_the_review_asks_which_question_helped():
    room = in_slot("ana", "explore")
    number = room.say("ben", "open_question", words="Who else?")
    room.go_to("reflect_and_act")
    room.do(ask.RecordLearning, "ana", words="It is mine.")
    room.go_to("process_review")

    assert "This helped most" in shown(room, "ana", "said")
    room.do(ask.GiveReview, "ana", helpful=number)
    assert "you named it as most helpful" in shown(room, "ana", "said")
    assert "you named it as most helpful" not in shown(room, "ben", "said")


# What is private, hidden, or for some alone


def test_a_private_note_shows_to_its_author_alone():
    room = in_slot("ana", "explore")
    room.do(ask.WriteNote, "ben", words="Be quiet now.")

    assert "Be quiet now." in page_of(room, "ben").text
    for person in ("ana", "chloe", FACILITATOR):
        assert "Be quiet now." not in page_of(room, person).text
    assert "Be quiet now." not in page_of(room, "ben", shared=True).text


def test_a_call_for_help_shows_to_whoever_facilitates():
    room = in_slot("ana", "explore")
    room.do(ask.SignalHelp, "ben", wanted=HelpWanted.PAUSE)

    assert "Ben would like a pause." in shown(room, FACILITATOR, "calls")
    assert "Ben" not in shown(room, "chloe", "calls")
    assert "Nobody else sees it" in shown(room, "ben", "calls")


def test_statements_stay_hidden_until_they_are_read():
    room = in_slot("ana", "problem_check", brief(format="wial_coached"))
    room.say("ben", "problem_statement", words="Nobody owns the rota.")

    assert "Nobody owns the rota." not in page_of(room, "chloe").text
    assert "1 of" in shown(room, "chloe", "calls")
    room.do(ask.ReadStatements, FACILITATOR)
    assert "Nobody owns the rota." in page_of(room, "chloe").text


def test_the_presenters_list_is_for_presenter_and_secretary():
    room = in_slot("ana", "consultation", brief(format="kollegiale_beratung"))
    room.do(ask.Cast, FACILITATOR, part=Casting.SECRETARY, person="chloe")
    room.say("ben", "idea", words="Give it away.")

    for person in ("ana", "ben", "chloe"):
        assert "Give it away." in page_of(room, person).text
    assert "Give it away." not in page_of(room, "dev").text
    assert "Give it away." not in page_of(room, "ana", shared=True).text


def test_a_pulse_shows_one_word_for_all():
    room = opened()
    room.do(ask.OpenPulse, FACILITATOR, about="How free did you feel to speak?")
    (number,) = room.state.pulses

    assert "pulse-answers" in page_of(room, "ana").acts()
    for person in ("ana", "ben", "chloe", "dev"):
        room.do(ask.AnswerPulse, person, pulse=number, value=7)
    assert "You have answered." in shown(room, "ana", "calls")
    room.do(ask.ClosePulse, FACILITATOR, pulse=number)
    assert "As a set: very much." in shown(room, "ana", "calls")


# The shared screen, and the end


def test_the_shared_screen_shows_the_latest_and_can_do_nothing():
    room = in_slot("ana", "explore")
    for words in ("One?", "Two?", "Three?", "Four?"):
        room.say("ben", "open_question", words=words)

    page = page_of(room, "ben", shared=True)

    assert "One?" not in page.text
    assert "Four?" in page.text
    assert page.acts() == set()


def test_after_the_close_there_is_a_page_to_take_away():
    room = opened()
    room.do(ask.Close, FACILITATOR, reason="Fire alarm")

    page = page_of(room, "ana")

    assert "The meeting is over. Thank you." in page.text
    assert "What I take away" in page.text


def test_every_act_on_a_page_is_one_that_the_room_knows():
    room = in_slot("ana", "explore")
    room.say("ben", "open_question", words="Who else?")

    for person in room.state.people:
        assert page_of(room, person).acts() <= set(ACTS)


def test_every_event_is_drawn_unless_it_has_nothing_to_show():
    drawn = {*STEPS, *MINE, *OF_ONE, happened.Contributed}
    for region in ROOM:
        drawn.update(region.by, region.by_me, region.in_rounds)
    every = {
        each
        for each in vars(happened).values()
        if isinstance(each, type) and issubclass(each, happened.Event)
    }

    assert every - drawn == {
        happened.Event,
        happened.SpokenEvent,
        happened.StepEvent,
        happened.ActionCarriedForward,
    }


# Refusals


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_says_what_happened_and_what_to_do(reason):
    room = in_slot("ana", "explore")
    refused = Refused(
        reason=reason,
        people=("ana",),
        kind="idea",
        phases=("explore",),
        limit=4000,
    )

    eyes = viewer("ben", room.state.people)
    happened, to_do = in_words(refused, screens.Sight.of(room.state, eyes))

    assert "%(" not in happened + to_do
    assert happened.endswith((".", "?"))
    assert to_do.endswith(".")


def test_no_refusal_is_without_words():
    assert set(WORDS) == set(Reason)


def test_a_refused_idea_hears_why_and_when():
    room = in_slot("ana", "explore")
    refused = room.refused(ask.Contribute, "ben", kind="experience", words="I once …")

    said = screens.explain(refused, room.state, viewer("ben", room.state.people))

    assert "This is a time for questions, not for our own stories." in said
    assert "Experience round" in said
