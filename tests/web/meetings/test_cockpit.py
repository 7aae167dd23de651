"""What only those who facilitate see of the room, and the words a beginner reads."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.process import commands as ask
from askwell.process import rounds
from askwell.process.choices import HeardAs, HelpWanted
from askwell.web.meetings import screens
from process.room import FACILITATOR, MEMBERS, Room, attendee, brief, in_slot, opened
from web.meetings.eyes import viewer
from web.meetings.test_screens import page_of, shown

SAYS = "Which one? Ask it and stop."


def stacked() -> Room:
    """Somebody has just asked three things at once."""
    room = in_slot("ana", "explore")
    room.at = timezone.now()
    room.say("ben", "open_question", words="Who knows? Why not ask? And when?")
    return room


def guided() -> Room:
    """Ben leads for the first time in his life."""
    people = (
        replace(attendee(person), leads_first=True)
        for person in ("ana", "ben", "chloe", "dev")
    )
    return opened(brief(*people, facilitator="ben"))


def test_one_thing_to_say_stands_before_those_who_facilitate_alone():
    room = stacked()

    assert SAYS in shown(room, FACILITATOR, "moment")
    assert [shown(room, one, "moment") for one in MEMBERS] == [""] * 4
    assert [shown(room, one, "cockpit") for one in MEMBERS] == [""] * 4
    assert shown(room, FACILITATOR, "moment", shared=True) == ""
    assert SAYS not in "".join(page_of(room, one).text for one in MEMBERS)


@pytest.mark.parametrize("said", [True, False])
def test_it_goes_with_one_press_whether_it_was_said_or_not(said: bool):
    room = stacked()

    page = page_of(room, FACILITATOR)
    met = room.do(ask.MeetMoment, FACILITATOR, trigger="stacked", said=said)
    page.follow(met, room.state)

    assert shown(room, FACILITATOR, "moment") == ""
    assert page == page_of(room, FACILITATOR)


def test_who_asked_for_a_pause_is_not_called_upset():
    room = in_slot("ana", "explore")
    room.do(ask.SignalHelp, "dev", wanted=HelpWanted.PAUSE)

    asked = "Somebody has asked for a pause, or for help."
    assert asked in shown(room, FACILITATOR, "moment")


def test_the_cockpit_says_what_it_does_not_know_until_a_press_tells_it():
    room = in_slot("ana", "explore")
    room.at = timezone.now()
    before = shown(room, FACILITATOR, "cockpit")
    room.do(ask.Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    assert "Nobody counts what is said aloud" in before
    assert "Nobody counts what is said aloud" not in shown(room, FACILITATOR, "cockpit")
    assert "What question is behind that?" in shown(room, FACILITATOR, "moment")


def test_the_clock_alone_brings_a_moment_once_and_only_to_whoever_facilitates():
    room = in_slot("ana", "explore")
    room.at = timezone.now()
    for person in ("ben", "chloe"):
        room.say(person, "open_question")
    late = replace(
        room.state.phase,
        began_at=timezone.now() - timedelta(minutes=17),
        paused_at=None,
    )
    state = replace(room.state, course=replace(room.state.course, phase=late))
    eyes = {one: viewer(one, state.people) for one in ("ana", FACILITATOR)}

    nothing = screens.brought_by_time(state, eyes["ana"], shown=None)
    shown_now, fragments = screens.brought_by_time(state, eyes[FACILITATOR], shown=None)
    again = screens.brought_by_time(state, eyes[FACILITATOR], shown=shown_now)

    assert nothing == (None, [])
    assert [each.target for each in fragments] == ["moment"]
    assert "A question from Dev, or pass?" in fragments[0].html
    assert again == (shown_now, [])


def test_a_beginner_is_guided_from_the_lobby_on_and_can_say_no():
    room = guided()
    before = shown(room, "ben", "now")
    page = page_of(room, "ben")
    page.follow(room.do(ask.SwitchGuide, "ben", on=False), room.state)

    assert "You are guided" in before
    assert page == page_of(room, "ben")
    assert "You are guided" not in shown(room, "ben", "now")
    assert "You are guided" not in shown(room, "ana", "now")


def test_the_step_to_go_on_stands_in_the_script_and_nowhere_else():
    room = guided()
    acts = [form.get("action") for form in page_of(room, "ben").root.iter("form")]

    assert sum(act.endswith("/phase/") for act in acts) == 1
    assert "Welcome." in shown(room, "ben", "now")
    assert "When everybody has had their turn" in shown(room, "ben", "now")


def test_before_anything_else_a_host_settles_who_presents():
    room = guided()
    room.go_to("bids", by="ben")
    before = page_of(room, "ben")
    room.do(ask.ChooseOrder, "ben", order=("ana",), reason="Agreed by all.")

    assert "phase" not in before.acts()
    assert "Settle who presents" in before.text
    assert "phase" in page_of(room, "ben").acts()


def test_a_beginner_leads_a_round_to_its_end_with_one_press_after_the_other():
    room, names = guided(), []
    while person := rounds.after(room.state):
        assert f"On to {person.title()}" in shown(room, "ben", "now")
        names.append(person)
        room.do(ask.GiveTurn, "ben", person=person)
    room.do(ask.CheckIn, names[-1])

    now = shown(room, "ben", "now")

    assert names == ["ben", "chloe", "dev"]
    assert "Everyone has had their turn." in now
    assert "On to" not in now


def test_a_raised_hand_stands_beside_the_words_of_a_beginner_alone():
    room = guided()
    room.present("ana", by="ben")
    room.go_to("explore", by="ben")
    page, other = page_of(room, "ben"), page_of(room, "dev")

    for person in ("chloe", "dev"):
        raised = room.do(ask.RaiseHand, person)
        page.follow(raised, room.state)
        other.follow(raised, room.state)

    assert "Chloe would like to speak. Give the turn" in shown(room, "ben", "now")
    assert "would like to speak" not in shown(room, "dev", "now")
    assert page == page_of(room, "ben")
    assert other == page_of(room, "dev")

    page.follow(room.do(ask.GiveTurn, "ben", person="chloe"), room.state)
    assert "Dev would like to speak. Give the turn" in shown(room, "ben", "now")
    assert page == page_of(room, "ben")
