"""A series keeps its hour on the clocks of its home zone, wherever people are."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from askwell.web.planning.series import bad_hours, instant, moves_for, occurrences

# What a clock shows, wherever it hangs.
on_the_clock = datetime.fromisoformat

# Clocks that change in either half of the world, by half an hour, or not at all; and
# one that skipped a whole day.
ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/London",
            "America/New_York",
            "America/Sao_Paulo",
            "Africa/Cairo",
            "Africa/Casablanca",
            "Asia/Tokyo",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Auckland",
            "UTC",
        )
    ]
)
HOURS = st.datetimes(on_the_clock("2010-01-01"), on_the_clock("2035-01-01")).map(
    lambda each: each.replace(second=0, microsecond=0)
)
LONDON, TOKYO = ZoneInfo("Europe/London"), ZoneInfo("Asia/Tokyo")
NEW_YORK = ZoneInfo("America/New_York")


def exists(local, zone):
    there_and_back = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there_and_back.replace(tzinfo=None, fold=0) == local


@settings(max_examples=400)
@given(HOURS, ZONES, st.integers(1, 12), st.integers(1, 13))
def test_a_series_keeps_its_hour_on_the_home_zones_clocks(first, zone, count, weeks):
    starts = occurrences(first, zone, count, weeks)

    for number, each in enumerate(starts):
        wanted = first + timedelta(weeks=weeks * number)
        if exists(wanted, zone):
            assert each.astimezone(zone).replace(tzinfo=None, fold=0) == wanted


@settings(max_examples=400)
@given(HOURS, ZONES, ZONES, st.integers(2, 12), st.integers(1, 13))
def test_a_member_is_warned_of_exactly_the_hours_that_are_not_the_usual_one(
    first, home, own, count, weeks
):
    starts = occurrences(first, home, count, weeks)

    moved = {move.starts_at: move for move in moves_for(own, starts)}

    hours = {each: each.astimezone(own).time() for each in starts}
    usual = {hour for each, hour in hours.items() if each not in moved}
    assert len(usual) == 1
    assert all(hours[each] != move.usual for each, move in moved.items())
    assert len(moved) <= count - len(moved) or len(set(hours.values())) > 2


@settings(max_examples=200)
@given(HOURS, ZONES, st.integers(1, 12), st.integers(1, 13))
def test_nobody_in_the_home_zone_is_warned_of_an_hour_that_exists(
    first, zone, count, weeks
):
    wanted = [first + timedelta(weeks=weeks * number) for number in range(count)]
    assume(all(exists(each, zone) for each in wanted))

    assert moves_for(zone, occurrences(first, zone, count, weeks)) == []


@settings(max_examples=200)
@given(HOURS, ZONES)
@example(on_the_clock("2026-03-29T01:30"), LONDON)
@example(on_the_clock("2011-12-30T09:00"), ZoneInfo("Pacific/Apia"))
def test_an_hour_that_is_skipped_becomes_the_first_one_after_it(local, zone):
    found = instant(local, zone)

    shown = found.astimezone(zone).replace(tzinfo=None, fold=0)
    assert shown >= local
    if not exists(local, zone):
        a_second_before = (found - timedelta(seconds=1)).astimezone(zone)
        assert a_second_before.replace(tzinfo=None, fold=0) < local


def test_the_first_hour_after_a_gap_is_when_the_clocks_have_changed():
    assert instant(on_the_clock("2026-03-29T01:30"), LONDON) == datetime(
        2026, 3, 29, 1, 0, tzinfo=UTC
    )


def test_an_hour_that_comes_twice_is_the_first_of_the_two():
    assert instant(on_the_clock("2026-11-01T01:30"), NEW_YORK) == datetime(
        2026, 11, 1, 5, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("first", "then", "usual"),
    [
        (on_the_clock("2026-03-02T09:00"), 17, 18),
        (on_the_clock("2026-10-05T09:00"), 18, 17),
    ],
)
def test_a_member_in_tokyo_is_warned_when_london_changes_its_clocks(first, then, usual):
    starts = occurrences(first, LONDON, 5, 2)

    moves = moves_for(TOKYO, starts)

    assert {move.then.hour for move in moves} | {then, usual} == {then, usual}
    assert moves


def test_an_hour_before_eight_or_from_seven_on_is_a_burden():
    starts = [datetime(2026, 6, 1, hour, tzinfo=UTC) for hour in (6, 7, 17, 18)]

    bad = [each.then.hour for each in bad_hours(LONDON, starts)]

    assert bad == [7, 19]
