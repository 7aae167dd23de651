"""Meetings that are moved, cancelled and called again."""

from datetime import timedelta

import pytest

from askwell.process.commands import Open
from askwell.web.meetings import log
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.writer import NoSuchMeeting
from askwell.web.people.models import Notice
from factories import NOON, a_person, a_set, signed_in

LATER = NOON + timedelta(days=9000)

pytestmark = pytest.mark.django_db


def a_meeting(learning_set, **how):
    return meetings.schedule(
        learning_set, **{"starts_at": LATER, "booked_minutes": 90} | how
    )


def test_a_moved_meeting_is_told_of_with_a_higher_number():
    amara = a_person()
    meeting = a_meeting(a_set(amara))

    moved = meetings.move(
        meeting, starts_at=LATER + timedelta(hours=1), by=amara, at=NOON
    )

    moved.refresh_from_db()
    assert moved.starts_at == LATER + timedelta(hours=1)
    assert (moved.sequence, moved.changed_by, moved.booked_minutes) == (1, amara, 90)


def test_a_move_to_where_it_is_already_is_no_change():
    amara = a_person()
    meeting = a_meeting(a_set(amara))

    meetings.move(meeting, starts_at=LATER, by=amara, at=NOON)

    meeting.refresh_from_db()
    assert meeting.sequence == 0


def test_a_meeting_is_not_moved_into_the_past():
    amara = a_person()
    meeting = a_meeting(a_set(amara))

    with pytest.raises(meetings.TooLateError):
        meetings.move(meeting, starts_at=NOON, by=amara, at=NOON)


@pytest.mark.parametrize("act", [meetings.cancel, meetings.call_again])
def test_a_meeting_that_was_opened_keeps_its_time(act):
    amara = a_person()
    meeting = a_meeting(a_set(amara))
    meeting.opened_at = NOON
    meeting.save()

    with pytest.raises(meetings.TooLateError):
        act(meeting, by=amara, at=NOON)


def test_the_lobby_follows_when_a_meeting_is_moved(django_capture_on_commit_callbacks):
    amara = a_person()
    meeting = a_meeting(a_set(amara))
    meetings.convene(meeting)

    with django_capture_on_commit_callbacks(execute=True):
        meetings.move(meeting, starts_at=LATER + timedelta(days=1), by=amara, at=NOON)

    brief = log.state(meeting.pk).brief
    assert brief.starts_at == LATER + timedelta(days=1)


def test_nobody_opens_a_meeting_that_was_cancelled():
    amara = a_person()
    meeting = a_meeting(a_set(amara, facilitator=amara))
    meetings.convene(meeting)

    meetings.cancel(meeting, by=amara, at=NOON)
    outcome = meetings.submit(meeting.pk, Open(by=str(amara.pk), token="open"))

    assert outcome == NoSuchMeeting()


def test_the_room_of_a_cancelled_meeting_says_so_and_gives_no_ticket():
    amara = a_person()
    meeting = a_meeting(a_set(amara))
    meetings.cancel(meeting, by=amara, at=NOON)

    for page in ("", "screen/"):
        answer = signed_in(amara).get(f"/meetings/{meeting.pk}/{page}")

        assert "This meeting does not take place" in answer.text
        assert not [name for name in answer.cookies if name.startswith("room")]


def test_a_cancelled_meeting_is_called_again_while_its_time_is_to_come():
    amara = a_person()
    meeting = meetings.cancel(a_meeting(a_set(amara)), by=amara, at=NOON)

    again = meetings.call_again(meeting, by=amara, at=NOON)

    again.refresh_from_db()
    assert (again.cancelled_at, again.sequence) == (None, 2)
    with pytest.raises(meetings.TooLateError):
        meetings.call_again(again, by=amara, at=LATER)


def test_the_calendar_alone_tells_of_meetings():
    amara, bea = a_person(), a_person("Bea Lind")
    meeting = a_meeting(a_set(amara, bea), by=amara)

    meetings.move(meeting, starts_at=LATER + timedelta(days=1), by=amara, at=NOON)
    meetings.cancel(meeting, by=amara, at=NOON)

    assert not Notice.objects.exists()
