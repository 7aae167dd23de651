"""Whatever the zone and the clocks, another program reads a meeting at its hour."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.web.calendar import files
from askwell.web.calendar.models import Told
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.planning.series import occurrences
from askwell.web.programmes.models import LearningSet
from web.calendar.reading import meetings_in, method_of

# What a clock shows, wherever it hangs.
on_the_clock = datetime.fromisoformat

ZONES = st.sampled_from(sorted(available_timezones()))
HOURS = st.datetimes(on_the_clock("2024-01-01"), on_the_clock("2036-01-01")).map(
    lambda each: each.replace(second=0, microsecond=0)
)
MINUTES = st.integers(15, 8 * 60)


def told(zone: str, starts_at: datetime, minutes: int, **how: object) -> Told:
    return Told(
        meeting=Meeting(
            id=UUID(int=1),
            learning_set=LearningSet(time_zone=zone),
            starts_at=starts_at,
            booked_minutes=minutes,
        ),
        person=Person(email="amara@people.example"),
        told_at=datetime(2026, 3, 3, 12, 0, tzinfo=UTC),
        **how,
    )


@settings(max_examples=300)
@given(ZONES, HOURS, MINUTES)
def test_an_invitation_is_read_at_its_hour_in_every_zone(zone, local, minutes):
    starts_at = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)

    [found] = meetings_in(files.for_person(told(zone, starts_at, minutes)).ics)

    assert found.starts_at == starts_at
    assert found.ends_at == starts_at + timedelta(minutes=minutes)


@settings(max_examples=60)
@given(st.lists(ZONES, min_size=2, max_size=3), HOURS, MINUTES)
def test_one_file_holds_series_of_several_zones_over_both_clock_changes(
    zones, first, minutes
):
    shown = [
        told(zone, starts_at, minutes)
        for zone in zones
        for starts_at in occurrences(first, ZoneInfo(zone), 12, 5)
    ]

    found = meetings_in(files.published(map(files.entry_of, shown)))

    assert [one.starts_at for one in found] == [one.meeting.starts_at for one in shown]


@pytest.mark.parametrize(
    "zone",
    ["Europe/London", "America/New_York", "Australia/Sydney", "Pacific/Auckland"],
)
def test_every_hour_around_both_clock_changes_is_read_right(zone):
    """Two days around each change of 2026, north and south, quarter by quarter."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    year = [begin + timedelta(hours=hour) for hour in range(365 * 24)]
    offsets = [one.astimezone(ZoneInfo(zone)).utcoffset() for one in year]
    changes = [
        one
        for one, before, after in zip(year, offsets, offsets[1:], strict=False)
        if before != after
    ]
    starts = [
        change + timedelta(minutes=15 * quarter)
        for change in changes
        for quarter in range(-96, 96)
    ]

    shown = [told(zone, starts_at, 90) for starts_at in starts]
    found = meetings_in(files.published(map(files.entry_of, shown)))

    assert len(changes) == 2
    assert [one.starts_at for one in found] == starts
    assert {one.ends_at - one.starts_at for one in found} == {timedelta(minutes=90)}


@given(ZONES, HOURS, st.integers(0, 99))
def test_a_cancelling_speaks_of_the_meeting_that_was_told(zone, local, sequence):
    starts_at = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)

    before = files.for_person(told(zone, starts_at, 90, sequence=sequence))
    after = files.for_person(
        told(zone, starts_at, 90, sequence=sequence + 1, is_off=True)
    )

    [asked], [off] = meetings_in(before.ics), meetings_in(after.ics)
    assert (before.method, after.method) == ("REQUEST", "CANCEL")
    assert (method_of(before.ics), method_of(after.ics)) == ("REQUEST", "CANCEL")
    assert off.uid == asked.uid
    assert off.sequence > asked.sequence
    assert off.status == "CANCELLED"
