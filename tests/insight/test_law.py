"""Revans' law: what changed, what was learned, and how sure one may be of it."""

from datetime import date, timedelta
from math import pi, sin
from random import Random

import pytest

from askwell.insight.law import Change, Loop, account
from askwell.insight.likely import beta_below, beta_quantile, likely_ratio
from askwell.insight.periods import Quarter
from askwell.insight.tally import sum_of

SPRING, SUMMER = Quarter(2026, 2), Quarter(2026, 3)
APRIL, MAY, JUNE = date(2026, 4, 10), date(2026, 5, 10), date(2026, 6, 10)
JULY = date(2026, 7, 20)


def change(
    key: int, impact: int = 1, noticed_on: date = APRIL, told_on: date | None = None
) -> Change:
    told_on = told_on or noticed_on
    return Change(key=key, impact=impact, noticed_on=noticed_on, told_on=told_on)


def loop(change: int, closed_on: date = JUNE, told_on: date | None = None) -> Loop:
    return Loop(change=change, closed_on=closed_on, told_on=told_on or closed_on)


def test_of_four_changes_three_were_learned_from():
    changes = [change(number) for number in range(4)]

    said = account(changes, [loop(0), loop(1), loop(2)], SPRING)

    assert (said.ratio, said.growth, said.backlog) == (0.75, 1, 1)


def test_a_change_counts_by_how_much_it_changes():
    said = account([change(0, impact=3), change(1)], [loop(0)], SPRING)

    assert (said.changed.total, said.learned.total, said.ratio) == (4, 3, 0.75)


def test_where_nothing_was_noticed_there_is_no_ratio():
    said = account([], [], SPRING)

    assert (said.ratio, said.band, said.median_days) == (None, None, None)


def test_learning_catches_up_with_what_changed_before():
    changes = [change(0), change(1), change(2, noticed_on=JULY)]
    loops = [loop(0), loop(1, JULY), loop(2, JULY)]

    said = account(changes, loops, SUMMER)

    assert (said.ratio, said.growth, said.backlog) == (2.0, -1, 0)


def test_a_change_is_learned_from_once():
    loops = [loop(0, MAY), loop(0, JUNE), loop(0, JULY)]

    spring, summer = (account([change(0)], loops, each) for each in (SPRING, SUMMER))

    assert (spring.learned.total, summer.learned.total) == (1, 0)


def test_days_run_from_noticing_to_the_first_loop():
    changes = [change(0), change(1), change(2)]
    loops = [loop(0, date(2026, 4, 20)), loop(0), loop(1, date(2026, 5, 20)), loop(2)]

    said = account(changes, loops, SPRING)

    assert (said.days, said.median_days) == ((10, 40, 61), 40)


def test_what_was_learned_before_anybody_noticed_took_no_time():
    said = account([change(0, noticed_on=JUNE)], [loop(0, MAY)], SPRING)

    assert said.days == (0,)


@pytest.mark.parametrize("seed", range(5))
def test_the_backlog_grows_by_what_changed_less_what_was_learned(seed):
    chance = Random(seed)
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(500)]

    def told() -> tuple[date, date]:
        day = chance.choice(days)
        return day, day + timedelta(days=chance.choice([0, 3, 40, 120]))

    changes = [change(key, chance.randint(1, 3), *told()) for key in range(60)]
    loops = [loop(chance.randrange(70), *told()) for _ in range(80)]

    quarter, backlog = Quarter(2025, 4), 0
    while quarter < Quarter(2028, 1):
        quarter = quarter.following
        said = account(changes, loops, quarter)
        assert said.backlog == backlog + said.growth
        backlog = said.backlog


def test_what_is_told_too_late_for_its_quarter_counts_when_it_is_told():
    in_time = change(0, noticed_on=JUNE, told_on=date(2026, 7, 7))
    late = change(1, noticed_on=JUNE, told_on=date(2026, 7, 8))
    loops = [loop(0, told_on=date(2026, 7, 8)), loop(1, told_on=date(2026, 7, 8))]

    spring, summer = (
        account([in_time, late], loops, each) for each in (SPRING, SUMMER)
    )

    assert [spring.changed.total, summer.changed.total] == [1, 1]
    assert [spring.learned.total, summer.learned.total] == [0, 2]


def test_nothing_is_learned_from_a_change_before_the_change_itself_counts():
    late = change(0, noticed_on=APRIL, told_on=JULY)

    spring, summer = (account([late], [loop(0)], each) for each in (SPRING, SUMMER))

    assert [spring.learned.total, summer.learned.total] == [0, 1]
    assert (spring.backlog, summer.backlog) == (0, 0)


def test_a_loop_on_a_change_that_was_removed_counts_for_nothing():
    said = account([], [loop(0)], SPRING)

    assert (said.learned.total, said.backlog, said.days) == (0, 0, ())


def test_few_changes_give_a_wide_band_and_many_a_narrow_one():
    few = likely_ratio(sum_of([1] * 3), sum_of([1] * 4))
    many = likely_ratio(sum_of([1] * 300), sum_of([1] * 400))

    assert few == (pytest.approx(0.285457, abs=1e-6), pytest.approx(1.948577, abs=1e-6))
    assert many == (
        pytest.approx(0.680019, abs=1e-6),
        pytest.approx(0.827036, abs=1e-6),
    )


def test_the_band_holds_the_ratio_even_where_nothing_was_learned():
    low, high = likely_ratio(sum_of([]), sum_of([2, 2, 3]))

    assert low == 0
    assert 0 < high < 1


def test_what_weighs_the_same_does_not_change_the_band():
    light = likely_ratio(sum_of([1] * 5), sum_of([1] * 8))
    heavy = likely_ratio(sum_of([3] * 5), sum_of([3] * 8))

    assert heavy == pytest.approx(light)


def test_weights_that_differ_widen_the_band():
    alike = likely_ratio(sum_of([2] * 6), sum_of([2] * 6))
    unlike = likely_ratio(sum_of([1, 1, 1, 3, 3, 3]), sum_of([1, 1, 1, 3, 3, 3]))

    assert unlike[0] < alike[0] < alike[1] < unlike[1]


@pytest.mark.parametrize("often", [0.025, 0.1, 0.5, 0.9])
def test_quantiles_are_those_of_the_arcsine_law(often):
    assert beta_quantile(often, 0.5, 0.5) == pytest.approx(sin(pi * often / 2) ** 2)


@pytest.mark.parametrize(
    ("share", "a", "b", "below"),
    [(0.3, 2, 3, 0.3483), (0.2, 1, 5, 1 - 0.8**5), (0.9, 4, 1, 0.9**4)],
)
def test_the_incomplete_beta_is_what_it_is_in_closed_form(share, a, b, below):
    assert beta_below(share, a, b) == pytest.approx(below)
