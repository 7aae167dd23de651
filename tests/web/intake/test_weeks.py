"""A painted week on somebody's clocks, and when in UTC a meeting can begin."""

from datetime import date

import pytest

from askwell.web.intake import weeks
from askwell.web.intake.weeks import beginnings, in_utc, slots_of, span

WINTER, SUMMER = date(2026, 1, 14), date(2026, 7, 15)
MONDAY, SUNDAY = 0, 6


def hours_of(mask: int) -> list[tuple[int, float]]:
    """Each half hour as a day and an hour of it."""
    return [(slot // 48, slot % 48 / 2) for slot in slots_of(mask)]


def test_a_week_is_written_and_read_again():
    week = span(MONDAY, (9, 12.5)) | span(SUNDAY, (23, 24))

    assert weeks.read(weeks.written(week)) == week
    assert len(weeks.written(week)) == 84
    assert weeks.written(0) == ""


def test_what_is_not_a_week_is_an_empty_one():
    assert weeks.read("not a week") == 0
    assert weeks.read("") == 0


def test_more_than_a_week_is_cut_off():
    assert weeks.read("f" * 90) == weeks.ALL


def test_nine_in_mumbai_is_half_past_three_in_utc():
    mask = in_utc(span(MONDAY, (9, 10)), "Asia/Kolkata", WINTER)

    assert hours_of(mask) == [(MONDAY, 3.5), (MONDAY, 4.0)]


def test_monday_morning_in_sydney_is_sunday_evening_in_utc():
    mask = in_utc(span(MONDAY, (7, 8)), "Australia/Sydney", WINTER)

    assert hours_of(mask) == [(SUNDAY, 20.0), (SUNDAY, 20.5)]


def test_late_on_sunday_in_new_york_is_monday_in_utc():
    mask = in_utc(span(SUNDAY, (20, 21)), "America/New_York", WINTER)

    assert hours_of(mask) == [(MONDAY, 1.0), (MONDAY, 1.5)]


def test_the_clocks_of_the_day_count():
    nine = span(MONDAY, (9, 9.5))

    assert hours_of(in_utc(nine, "Europe/London", WINTER)) == [(MONDAY, 9.0)]
    assert hours_of(in_utc(nine, "Europe/London", SUMMER)) == [(MONDAY, 8.0)]


def test_in_a_week_in_which_clocks_change_each_day_has_its_own():
    # On 29 March 2026, a Sunday, British clocks go forward in the night.
    nine = span(5, (9, 9.5)) | span(SUNDAY, (9, 9.5))

    mask = in_utc(nine, "Europe/London", date(2026, 3, 25))

    assert hours_of(mask) == [(5, 9.0), (SUNDAY, 8.0)]


def test_clocks_between_half_hours_keep_only_what_lies_wholly_inside():
    # 09:00 in Kathmandu is 03:15 in UTC, so that the first whole half hour is 03:30.
    mask = in_utc(span(MONDAY, (9, 11)), "Asia/Kathmandu", WINTER)

    assert hours_of(mask) == [(MONDAY, 3.5), (MONDAY, 4.0), (MONDAY, 4.5)]


@pytest.mark.parametrize(
    "zone", ["Asia/Kolkata", "Australia/Sydney", "America/New_York", "UTC"]
)
def test_no_hour_is_lost_or_won_on_whole_half_hours(zone):
    week = span(MONDAY, (0, 3)) | span(3, (9, 17)) | span(SUNDAY, (21, 24))

    assert in_utc(week, zone, SUMMER).bit_count() == week.bit_count()


def test_a_meeting_begins_where_it_also_ends_in_time():
    mask = span(MONDAY, (9, 12))

    assert hours_of(beginnings(mask, 150)) == [(MONDAY, 9.0), (MONDAY, 9.5)]
    assert beginnings(mask, 181) == 0


def test_a_meeting_may_run_over_the_end_of_the_week():
    mask = span(SUNDAY, (23, 24)) | span(MONDAY, (0, 1))

    assert hours_of(beginnings(mask, 120)) == [(SUNDAY, 23.0)]


def test_a_common_beginning_is_a_possible_date_across_the_world():
    london = in_utc(span(2, (8, 12)), "Europe/London", WINTER)
    mumbai = in_utc(span(2, (13.5, 18)), "Asia/Kolkata", WINTER)

    common = beginnings(london, 90) & beginnings(mumbai, 90)

    assert hours_of(common) == [(2, hour / 2) for hour in range(16, 22)]


def test_days_with_room_are_counted():
    week = span(0, (9, 12)) | span(1, (9, 10)) | span(2, (13, 17))

    assert weeks.days_with_room(week, 150) == 2
