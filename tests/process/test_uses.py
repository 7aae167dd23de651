"""What a set may switch on for one meeting is everybody's to allow (INV-20)."""

import pytest

from askwell.process import USES, Reason, dump, load, replay, use_named, view
from askwell.process.commands import (
    Admit,
    Allow,
    Arrive,
    AskToJoin,
    Close,
    Consent,
    IncludePerson,
    Leave,
    Reopen,
)
from askwell.process.people import ASKWELL, Belonging
from process.room import (
    FACILITATOR,
    MEMBERS,
    Room,
    attendee,
    brief,
    convened,
    in_slot,
    opened,
)

USE_NAMES = [use.name for use in USES]
each_use = pytest.mark.parametrize("use", USE_NAMES)


def everybody_allows(room: Room, *uses: str) -> Room:
    for use in uses:
        for person in room.state.here:
            room.do(Allow, person, use=use, allows=True)
    return room


def with_an_observer() -> Room:
    watching = attendee("zuri", belonging=Belonging.OBSERVER)
    members = (attendee(person) for person in MEMBERS)
    return opened(brief(*members, watching))


@each_use
def test_it_is_off_until_everybody_here_has_said_yes(use):
    """INV-20."""
    room = with_an_observer()
    *most, last = room.state.here

    assert not room.state.allows(use)
    for person in most:
        room.do(Allow, person, use=use, allows=True)
        assert not room.state.allows(use)
    room.do(Allow, last, use=use, allows=True)

    assert room.state.allows(use)


@each_use
def test_it_is_no_use_without_the_observer_the_presenter_or_the_facilitator(use):
    """INV-20: whoever has a voice or eyes in the room is asked."""
    for missing in ("zuri", "ana", FACILITATOR):
        room = with_an_observer()
        room.present("ana")
        for person in room.state.here:
            if person != missing:
                room.do(Allow, person, use=use, allows=True)
        assert not room.state.allows(use)


@each_use
@pytest.mark.parametrize("person", [*MEMBERS, FACILITATOR, "zuri"])
def test_any_one_of_them_takes_it_back_at_any_moment(use, person):
    """INV-20."""
    room = everybody_allows(with_an_observer(), use)

    room.do(Allow, person, use=use, allows=False)

    assert not room.state.allows(use)
    assert room.state.permissions == {}


def test_one_use_says_nothing_about_the_other():
    """INV-20."""
    room = everybody_allows(opened(), "captions")

    assert [use for use in USE_NAMES if room.state.allows(use)] == ["captions"]


@each_use
def test_whoever_comes_is_asked_and_until_then_it_is_off(use):
    """INV-20."""
    room = convened()
    for person in (FACILITATOR, "ana", "ben"):
        room.do(Arrive, person)
    everybody_allows(room, use)

    room.do(Arrive, "chloe")
    before = room.state.allows(use)
    room.do(Allow, "chloe", use=use, allows=True)

    assert (before, room.state.allows(use)) == (False, True)


@each_use
def test_a_guest_who_is_let_in_is_asked_too(use):
    """INV-20."""
    room = everybody_allows(opened(), use)
    room.do(AskToJoin, "eve")
    for member in MEMBERS:
        room.do(Consent, member, person="eve", consents=True)

    waiting = room.state.allows(use)
    room.do(Admit, FACILITATOR, person="eve")

    assert (waiting, room.state.allows(use)) == (True, False)


@each_use
def test_whoever_goes_takes_their_yes_along(use):
    """INV-20."""
    room = everybody_allows(opened(), use)

    room.do(Leave, "ben")
    gone = room.state.allows(use)
    room.do(Arrive, "ben")

    assert (gone, room.state.allows(use)) == (True, False)


@each_use
def test_a_yes_may_be_noted_for_somebody_without_a_device(use):
    """INV-20."""
    room = convened()
    for person in (FACILITATOR, "ana"):
        room.do(Arrive, person)
    room.do(IncludePerson, FACILITATOR, person="ben")
    room.do(Allow, "ana", use=use, allows=True)
    room.do(Allow, FACILITATOR, use=use, allows=True)

    refused = room.refused(Allow, "ana", speaker="ben", use=use, allows=True)
    room.do(Allow, FACILITATOR, speaker="ben", use=use, allows=True)

    assert refused.reason is Reason.NOT_FOR_ANOTHER
    assert room.state.allows(use)


@each_use
def test_a_yes_that_was_noted_is_theirs_to_give_once_they_come(use):
    """INV-20."""
    room = convened()
    room.do(Arrive, FACILITATOR)
    room.do(IncludePerson, FACILITATOR, person="ben")
    room.do(Allow, FACILITATOR, use=use, allows=True)
    room.do(Allow, FACILITATOR, speaker="ben", use=use, allows=True)

    room.do(Arrive, "ben")

    assert not room.state.allows(use)


@each_use
def test_nobody_says_yes_for_somebody_who_can(use):
    """INV-20."""
    room = opened()

    refused = room.refused(Allow, FACILITATOR, speaker="ben", use=use, allows=True)

    assert refused.reason is Reason.NOT_FOR_ANOTHER


@each_use
def test_who_said_no_stands_nowhere(use):
    """INV-20."""
    room = opened()
    room.do(Allow, "ana", use=use, allows=True)

    (ended,) = room.do(Allow, "ben", use=use, allows=False)

    stored = dump(ended)
    assert (stored.person, stored.data, stored.words) == (ASKWELL, {"use": use}, {})


@each_use
def test_everybody_sees_how_many_and_nobody_who(use):
    """INV-20."""
    room = with_an_observer()
    room.do(Allow, "ana", use=use, allows=True)
    room.do(Allow, "ben", use=use, allows=True)

    for person in (*room.state.here, None):
        seen = view(room.state, person).permissions[use]
        assert (seen.agreed, seen.asked, seen.asked_by) == (2, 6, "ana")
        assert seen.yes == {"ana", "ben"} & {person}


@each_use
def test_after_a_no_nobody_is_asked_again_in_the_same_phase(use):
    """INV-20: a question asked again and again is no question."""
    room = in_slot("ana", "explore")
    room.do(Allow, "ben", use=use, allows=True)
    room.do(Allow, "chloe", use=use, allows=False)

    refused = room.refused(Allow, "ben", use=use, allows=True)
    room.go_to("silence")
    room.do(Allow, "ben", use=use, allows=True)

    assert refused.reason is Reason.USE_REFUSED
    assert room.state.permissions[use].agreed == 1


@each_use
def test_a_no_to_nothing_changes_nothing(use):
    room = opened()

    assert room.do(Allow, "ana", use=use, allows=False) == ()


@each_use
def test_the_next_meeting_begins_without_it(use):
    """INV-20: also the same one, opened again after its close."""
    room = everybody_allows(opened(), use)

    room.do(Close, FACILITATOR, reason="Fire alarm.")
    closed = room.state.allows(use)
    room.do(Reopen, FACILITATOR)

    assert (closed, room.state.allows(use)) == (False, False)


def test_where_it_would_be_of_no_use_nobody_is_asked():
    """Nobody facilitates a troika, and advice is welcome in it."""
    room = opened(brief(format="troika", facilitator=None))

    refused = {
        room.refused(Allow, "ana", use=use, allows=True).reason for use in USE_NAMES
    }

    assert refused == {Reason.NO_SUCH_THING}
    assert room.state.uses == ()


def test_there_is_nothing_else_to_allow():
    room = opened()

    refused = room.refused(Allow, "ana", use="recording", allows=True)

    assert refused.reason is Reason.NO_SUCH_THING


@each_use
def test_a_log_from_before_says_that_nothing_was_allowed(use):
    room = in_slot("ana", "explore")
    stored = [dump(event) for event in room.log]

    state = replay(load(each, number=n) for n, each in enumerate(stored, 1))

    assert not state.allows(use)


def test_every_use_says_what_is_read_who_sees_it_and_what_is_kept():
    for use in USES:
        assert use_named(use.name) is use
        assert "%(name)s" in use.asks
        for words in (use.title, use.reads, use.seen_by, use.keeps):
            assert words
        assert "advice" not in use.seen(action_learning=False).replace(
            "advice is welcome", ""
        )
