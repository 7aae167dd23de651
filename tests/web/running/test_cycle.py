"""In which weeks the sets of a cohort meet."""

from datetime import date

import pytest

from askwell.web.running.cycle import cycle, first_start, usual_end

MARCH = date(2026, 3, 4)


def mondays(weeks):
    return [f"{each.monday:%d %b}" for each in weeks]


def test_meetings_are_so_many_weeks_apart_from_the_week_of_the_start():
    found = cycle(MARCH, date(2026, 6, 1), meetings=3, every_weeks=5)

    assert mondays(found.meetings) == ["02 Mar", "06 Apr", "11 May"]
    assert [each.meeting for each in found.meetings] == [1, 2, 3]
    assert len(found.weeks) == 11


def test_a_meeting_after_the_programmes_end_is_said_to_be_late():
    found = cycle(MARCH, date(2026, 4, 3), meetings=3, every_weeks=4)

    assert mondays(found.late) == ["27 Apr"]
    assert found.weeks[-1].meeting == 3


@pytest.mark.parametrize(
    ("start", "falls"),
    [(date(2026, 12, 21), 1), (date(2026, 12, 14), 0), (date(2027, 1, 4), 0)],
)
def test_the_turn_of_the_year_is_pointed_out(start, falls):
    assert len(cycle(start, start, meetings=1, every_weeks=1).quiet) == falls


def test_a_programme_is_proposed_with_time_to_prepare_and_to_take_stock():
    starts_on = first_start(date(2026, 1, 14))

    assert starts_on == date(2026, 3, 2)
    assert usual_end(starts_on, meetings=6, every_weeks=5) == date(2026, 9, 25)
