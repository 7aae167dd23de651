"""A whole series of meetings, put into the set's calendar at once."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from askwell.web.meetings.models import Meeting
from askwell.web.planning import operations
from askwell.web.planning.queries import starts_after
from askwell.web.planning.refusals import NotPlannedError, Reason
from askwell.web.programmes.models import LearningSet
from factories import NOON, a_person, a_set

LONDON = ZoneInfo("Europe/London")

pytestmark = pytest.mark.django_db


def a_london_set(*people):
    learning_set = a_set(*(people or [a_person()]))
    learning_set.time_zone = "Europe/London"
    learning_set.save()
    return learning_set


def test_a_series_keeps_its_hour_on_the_home_zones_clocks():
    amara = a_person()
    learning_set = a_london_set(amara)
    first = datetime(2026, 3, 10, 10, 0, tzinfo=LONDON)

    operations.plan_series(
        learning_set,
        first=first,
        count=3,
        every_weeks=2,
        minutes=150,
        by=amara,
        at=NOON,
    )

    assert list(Meeting.objects.values_list("starts_at", "booked_minutes")) == [
        (datetime(2026, 3, 10, 10, 0, tzinfo=UTC), 150),
        (datetime(2026, 3, 24, 10, 0, tzinfo=UTC), 150),
        (datetime(2026, 4, 7, 9, 0, tzinfo=UTC), 150),
    ]


def test_a_series_is_six_meetings_five_weeks_apart_unless_said_otherwise():
    amara = a_person()

    series = operations.plan_series(
        a_london_set(amara),
        first=NOON + timedelta(days=7),
        minutes=90,
        by=amara,
        at=NOON,
    )

    starts = Meeting.objects.filter(occurrence__series=series).order_by("starts_at")
    days = [each.starts_at.astimezone(LONDON).date() for each in starts]
    assert [(b - a).days for a, b in pairwise(days)] == [35] * 5


def test_only_the_very_first_meeting_leaves_time_for_introductions():
    amara = a_person()

    series = operations.plan_series(
        a_london_set(amara),
        first=NOON + timedelta(days=7),
        count=2,
        minutes=150,
        by=amara,
        at=NOON,
    )

    meetings = Meeting.objects.filter(occurrence__series=series).order_by("starts_at")
    assert [each.options for each in meetings] == [{"first_meeting": True}, {}]


def test_a_series_does_not_begin_in_the_past():
    amara = a_person()

    with pytest.raises(NotPlannedError) as refused:
        operations.plan_series(
            a_london_set(amara), first=NOON, minutes=90, by=amara, at=NOON
        )

    assert refused.value.reason is Reason.PAST


def test_a_series_that_is_moved_keeps_the_clocks_it_was_planned_on():
    amara = a_person()
    learning_set = a_london_set(amara)
    operations.plan_series(
        learning_set,
        first=datetime(2026, 3, 10, 10, 0, tzinfo=LONDON),
        count=3,
        every_weeks=2,
        minutes=150,
        by=amara,
        at=NOON,
    )
    # There the clocks have changed already when they change in London.
    LearningSet.objects.update(time_zone="America/New_York")
    first, *rest = Meeting.objects.order_by("starts_at")

    starts = starts_after(first, rest, datetime(2026, 3, 31, 10, 0, tzinfo=LONDON))

    local = [each.astimezone(LONDON) for each in starts]
    assert [f"{each:%d.%m. %H:%M}" for each in local] == [
        "31.03. 10:00",
        "14.04. 10:00",
        "28.04. 10:00",
    ]
