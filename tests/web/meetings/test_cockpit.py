"""What only those who facilitate see of the room, and the words a beginner reads."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.process import FORMATS
from askwell.process import commands as ask
from askwell.process.choices import HeardAs, HelpWanted
from askwell.process.formats.shape import Format, Section
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


def guided(format_name: str = "classic_uk") -> Room:
    """Ben leads for the first time in his life, if the format has anybody lead."""
    people = (
        replace(attendee(person), leads_first=True)
        for person in ("ana", "ben", "chloe", "dev")
    )
    return opened(brief(*people, format=format_name, facilitator="ben"))


def test_one_thing_to_say_stands_before_those_who_facilitate_alone():
    room = stacked()

    assert SAYS in shown(room, FACILITATOR, "cockpit")
    assert [shown(room, one, "cockpit") for one in MEMBERS] == [""] * 4
    assert shown(room, FACILITATOR, "cockpit", shared=True) == ""
    assert SAYS not in "".join(page_of(room, one).text for one in MEMBERS)


@pytest.mark.parametrize("said", [True, False])
def test_it_goes_with_one_press_whether_it_was_said_or_not(said: bool):
    room = stacked()

    page = page_of(room, FACILITATOR)
    met = room.do(ask.MeetMoment, FACILITATOR, trigger="stacked", said=said)
    page.follow(met, room.state)

    assert SAYS not in page.find("cockpit").text_content().partition("what to watch")[0]
    assert page == page_of(room, FACILITATOR)


def test_who_asked_for_a_pause_is_not_called_upset():
    room = in_slot("ana", "explore")
    room.do(ask.SignalHelp, "dev", wanted=HelpWanted.PAUSE)

    assert "Somebody has asked for a pause, or for help." in shown(
        room, FACILITATOR, "cockpit"
    )


def test_the_cockpit_says_what_it_does_not_know_until_a_press_tells_it():
    room = in_slot("ana", "explore")
    room.at = timezone.now()
    before = shown(room, FACILITATOR, "cockpit")
    room.do(ask.Tally, FACILITATOR, heard_as=HeardAs.ADVICE)

    assert "Nobody counts what is said aloud" in before
    assert "Nobody counts what is said aloud" not in shown(room, FACILITATOR, "cockpit")
    assert "What question is behind that?" in shown(room, FACILITATOR, "cockpit")


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
    assert [each.target for each in fragments] == ["cockpit"]
    assert "A question from Dev, or pass?" in fragments[0].html
    assert again == (shown_now, [])


@pytest.mark.parametrize("kept", FORMATS, ids=lambda each: each.name)
def test_every_phase_of_every_format_can_be_read_out_and_left(kept: Format):
    room = guided(kept.name)
    seen = set()
    while room.state.phase and (room.state.phase.name not in seen):
        now = room.state.phase
        seen.add(now.name)
        leads = next(p for p in ("ben", "chloe") if page_of(room, p).acts() & {"guide"})
        room.do(ask.SwitchGuide, leads, on=True)
        assert "Say to the set" in shown(room, leads, "now")
        assert "%(" not in shown(room, leads, "now")
        if now.section is Section.OPENING and room.state.order is None:
            room.do(ask.ChooseOrder, leads, order=("ana",), reason="Agreed by all.")
        room.wait(1)
        acts = page_of(room, leads).acts()
        if "close" in acts and "phase" not in acts:
            break
        room.do(ask.NextPhase, leads)

    assert len(seen) >= len(kept.script().slot)


def test_a_beginner_is_guided_from_the_lobby_on_and_can_say_no():
    room = guided()
    before = shown(room, "ben", "now")
    page = page_of(room, "ben")
    page.follow(room.do(ask.SwitchGuide, "ben", on=False), room.state)

    assert "You are guided" in before
    assert page == page_of(room, "ben")
    assert "You are guided" not in shown(room, "ben", "now")
    assert "You are guided" not in shown(room, "ana", "now")
