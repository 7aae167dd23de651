"""What is suggested: a format, a length, a first date; and what lies before it."""

from datetime import UTC, datetime, time, timedelta

import pytest

from askwell.process.plan import plan
from askwell.web.start.first_days import first_days
from askwell.web.start.fitting import (
    NOTICE_DAYS,
    dates_to_ask,
    first_meeting,
    fitting,
    is_crowded,
    usual_minutes,
)
from askwell.web.start.words import LENGTHS, about_size
from factories import NOON


@pytest.mark.parametrize(
    ("minutes", "facilitated", "fits"),
    [
        (60, True, "virtual_60"),
        (60, False, "virtual_60"),
        (90, True, "classic_uk"),
        (150, True, "classic_uk"),
        (150, False, "self_managed"),
    ],
)
def test_a_format_fits_by_length_and_by_who_facilitates(minutes, facilitated, fits):
    assert fitting(minutes=minutes, facilitated=facilitated).name == fits


@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("facilitated", [True, False])
def test_a_whole_meeting_has_room_in_what_fits(minutes, facilitated):
    chosen = fitting(minutes=minutes, facilitated=facilitated)

    assert plan(chosen.script(), people=6, booked=minutes, open_actions=0).fits


def test_more_than_six_are_given_more_time():
    assert [usual_minutes(people) for people in (1, 6, 7)] == [150, 150, 180]
    assert is_crowded(minutes=60, people=7)
    assert not is_crowded(minutes=60, people=6)
    assert not is_crowded(minutes=90, people=8)


@pytest.mark.parametrize("day", range(7))
def test_the_first_meeting_is_a_morning_in_the_middle_of_a_week(day):
    now = NOON + timedelta(days=day)

    first = first_meeting(now)

    assert first.weekday() in (1, 2, 3)
    assert first.time() == time(10)
    assert first.date() - now.date() >= timedelta(days=NOTICE_DAYS)


def test_dates_to_ask_about_are_at_both_ends_of_the_day():
    morning = datetime(2026, 3, 17, 10, tzinfo=UTC)
    afternoon = morning.replace(hour=15)

    dates = dates_to_ask(morning)

    assert [f"{each:%d %B, %H:%M}" for each in dates] == [
        "17 March, 10:00",
        "18 March, 14:00",
        "24 March, 10:00",
        "25 March, 14:00",
    ]
    assert f"{dates_to_ask(afternoon)[1]:%d %B, %H:%M}" == "18 March, 11:00"


@pytest.mark.parametrize(
    ("people", "says"),
    [
        (1, "A set works best with five to eight"),
        (2, "It takes four to begin"),
        (3, "One more and you can begin"),
        (4, "enough, as long as all of you can come"),
        (6, "a good size"),
        (10, "Beyond eight there is little time for each"),
        (15, "begin a second set"),
    ],
)
def test_size_is_advised_on(people, says):
    assert says in about_size(people)


class TestFirstDays:
    def states(self, **how):
        stages = first_days(**{"first_at": None, **how})
        return [each.state for each in stages]

    def test_people_come_first(self):
        assert self.states(members=2, invited=3, missing=2) == ["now", "next", "next"]

    def test_then_they_agree(self):
        assert self.states(members=5, invited=0, missing=5) == ["past", "now", "next"]

    def test_then_they_meet(self):
        assert self.states(members=5, invited=0, missing=0) == ["past", "past", "now"]

    def test_who_has_agreed_early_waits_for_the_others(self):
        assert self.states(members=4, invited=1, missing=0) == ["now", "past", "next"]

    def test_who_asks_to_join_comes_before_how_many_it_takes(self):
        stages = first_days(members=1, invited=0, missing=0, first_at=None, asking=3)

        assert stages[0].state == "now"
        assert stages[0].words == (
            "One person is here. 3 ask to join and wait for your yes."
        )

    def test_it_says_who_is_here_and_when_they_meet(self):
        stages = first_days(
            members=1,
            invited=2,
            missing=1,
            first_at=datetime(2026, 3, 17, 10, tzinfo=UTC),
        )

        assert [each.words for each in stages] == [
            "One person is here. 2 were invited and have not answered.",
            "One of those here has not agreed yet.",
            "Tuesday 17 March, 10:00",
        ]
