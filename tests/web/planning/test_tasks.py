"""What is told of meetings by itself."""

from datetime import timedelta

import pytest
from django.utils import timezone

from askwell.web.meetings import operations as meetings
from askwell.web.people.models import Notice
from askwell.web.planning import tasks
from askwell.web.planning.models import Booking, Reply
from askwell.web.planning.tasks import tell_of_meetings
from web.planning.plans import a_meeting, a_set_at_home, people

pytestmark = pytest.mark.django_db

A_DAY, AN_HOUR = timedelta(days=1), timedelta(hours=1)


def told(kind):
    notices = Notice.objects.filter(kind=kind).order_by("person__name")
    return [str(each.person) for each in notices]


def test_the_day_before_everyone_who_has_not_said_no_is_told_once():
    amara, bea, chidi, dana, eli = people()
    meeting = a_meeting(a_set_at_home([amara, bea, chidi, dana, eli]))
    Reply.objects.create(meeting=meeting, person=bea, is_coming=False)
    Reply.objects.create(meeting=meeting, person=chidi, is_coming=True)
    day_before = meeting.starts_at - A_DAY

    done = [
        tell_of_meetings(at=at)
        for at in (day_before - AN_HOUR, day_before, day_before + AN_HOUR)
    ]

    assert done == [0, 1, 0]
    assert told(Notice.Kind.SOON) == [str(each) for each in (amara, chidi, dana, eli)]
    (path,) = set(Notice.objects.values_list("path", flat=True))
    assert path == f"/meetings/{meeting.pk}/reply/"


def test_whoever_presents_is_told_to_prepare_instead():
    amara, bea, *others = people()
    meeting = a_meeting(a_set_at_home([amara, bea, *others]))
    Booking.objects.create(meeting=meeting, person=bea)

    tell_of_meetings(at=meeting.starts_at - AN_HOUR)

    assert told(Notice.Kind.PRESENTING) == ["Bea Lind"]
    assert "Bea Lind" not in told(Notice.Kind.SOON)


def test_guests_are_told_as_well():
    *members, guest = people()
    meeting = a_meeting(a_set_at_home(members, guests=[guest]))

    tell_of_meetings(at=meeting.starts_at - AN_HOUR)

    assert str(guest) in told(Notice.Kind.SOON)


def test_a_meeting_that_was_moved_is_told_of_anew():
    amara, *others = people()
    meeting = a_meeting(a_set_at_home([amara, *others]))
    tell_of_meetings(at=meeting.starts_at - AN_HOUR)

    later = meetings.move(
        meeting,
        starts_at=meeting.starts_at + 3 * A_DAY,
        by=amara,
        at=timezone.now(),
    )
    tell_of_meetings(at=later.starts_at - AN_HOUR)

    assert told(Notice.Kind.SOON).count("Amara Okafor") == 2


def test_nobody_is_told_of_a_meeting_that_is_cancelled_or_has_begun():
    amara, *others = people()
    learning_set = a_set_at_home([amara, *others])
    meetings.cancel(a_meeting(learning_set), by=amara, at=timezone.now())
    begun = a_meeting(learning_set)
    begun.opened_at = timezone.now()
    begun.save()

    assert tell_of_meetings(at=begun.starts_at - AN_HOUR) == 0


def test_nobody_is_told_of_the_meetings_of_a_set_that_has_ended():
    learning_set = a_set_at_home(people())
    meeting = a_meeting(learning_set)
    learning_set.ended_at = timezone.now()
    learning_set.save()

    assert tell_of_meetings(at=meeting.starts_at - AN_HOUR) == 0


def test_whoever_facilitates_is_told_once_that_too_few_are_coming():
    amara, bea, chidi, *others = people()
    meeting = a_meeting(a_set_at_home([amara, bea, chidi, *others], facilitator=amara))
    for each in (bea, chidi):
        Reply.objects.create(meeting=meeting, person=each, is_coming=False)

    done = [tell_of_meetings(at=timezone.now()) for _time in range(2)]

    assert done == [1, 0]
    (notice,) = Notice.objects.filter(kind=Notice.Kind.TOO_FEW)
    assert notice.person == amara
    assert notice.path == f"/sets/{meeting.learning_set_id}/dates/"


def test_without_facilitator_and_host_everyone_is_told_that_too_few_are_coming():
    amara, bea, *others = people(4)
    meeting = a_meeting(a_set_at_home([amara, bea, *others]))
    Reply.objects.create(meeting=meeting, person=bea, is_coming=False)

    tell_of_meetings(at=timezone.now())

    assert len(told(Notice.Kind.TOO_FEW)) == 4


def test_one_who_cannot_come_is_no_reason_to_tell_anybody():
    amara, bea, *others = people()
    meeting = a_meeting(a_set_at_home([amara, bea, *others]))
    Reply.objects.create(meeting=meeting, person=bea, is_coming=False)

    assert tell_of_meetings(at=timezone.now()) == 0


def test_meetings_to_which_enough_come_do_not_crowd_out_the_others(monkeypatch):
    monkeypatch.setattr(tasks, "AT_ONCE", 1)
    five = people()
    fine = a_meeting(a_set_at_home(five))
    doubtful = a_meeting(a_set_at_home(five[:3]))
    now = fine.starts_at - A_DAY - AN_HOUR
    doubtful.starts_at = fine.starts_at + AN_HOUR
    doubtful.save()

    tell_of_meetings(at=now)

    (notice,) = Notice.objects.filter(kind=Notice.Kind.TOO_FEW, person=five[0])
    assert notice.set_id == doubtful.learning_set_id
