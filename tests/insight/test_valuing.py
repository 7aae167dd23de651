"""Cost, value and reach, each with an example worked out by hand."""

import pytest

from askwell.insight.valuing import (
    Available,
    Coaching,
    Estimate,
    Gap,
    Needed,
    Rates,
    Reach,
    Spent,
    avoided,
    coaching_for,
    cost_of,
    gap_to,
    is_one_persons,
    needed_for,
    reach_of,
    return_on_investment,
    rounded,
    sets_for,
)

RATES = Rates(
    facilitator_hour=60,
    member_hour=40,
    beside_hours=1,
    platform_year=1_200,
    other_year=800,
)


def test_a_programme_costs_time_the_platform_and_the_rest():
    """Ten meetings of 2.5 hours with six members, eight of them facilitated."""
    spent = Spent(
        meetings=10,
        facilitated=8,
        facilitated_hours=20,
        member_hours=150,
        years=0.25,
    )

    cost = cost_of(spent, RATES)

    assert cost.facilitators == (20 + 8) * 60
    assert cost.members == 150 * 40
    assert (cost.platform, cost.other) == (300, 200)
    assert cost.total == 1_680 + 6_000 + 500
    assert cost.for_each(10) == 818
    assert cost.for_each(0) is None


def test_rates_are_complete_once_each_was_answered_even_with_nought():
    assert RATES.are_complete
    assert Rates(facilitator_hour=0, member_hour=0, platform_year=0).are_complete
    assert not Rates(facilitator_hour=60, platform_year=0).are_complete


def test_an_estimate_counts_as_far_as_its_owner_owes_it_and_is_sure():
    """10,000 otherwise spent, half of it owed to the set, 60 percent sure."""
    assert Estimate(10_000, 0.6, 0.5).counts == 3_000


def test_avoided_spending_is_the_sum_of_what_counts():
    told = [Estimate(10_000, 0.6, 0.5), Estimate(4_000, 0.8), Estimate(9_000, 0.0)]

    assert avoided(told) == 3_000 + 3_200
    assert avoided([]) == 0


@pytest.mark.parametrize(
    ("benefits", "costs", "expected"),
    [
        # Phillips and Phillips (2005): 60,000 for 20,000 are 200 percent.
        (60_000, 20_000, 2.0),
        # 350,000 for 200,000: what was put in comes back with 75 percent more.
        (350_000, 200_000, 0.75),
        (12_000, 12_000, 0.0),
        (6_000, 8_000, -0.25),
        (0, 8_000, -1.0),
    ],
)
def test_the_return_is_what_was_gained_over_what_was_spent(benefits, costs, expected):
    found = return_on_investment(benefits=benefits, costs=costs)

    assert found == pytest.approx(expected, abs=0.0001)


def test_without_a_cost_there_is_no_return_to_speak_of():
    assert return_on_investment(benefits=5_000, costs=0) is None


def test_a_sum_that_is_mostly_one_persons_is_known_as_such():
    assert is_one_persons([900, 100, 200])
    assert not is_one_persons([500, 300, 200])
    assert not is_one_persons([])


def test_sums_are_no_more_exact_than_estimates_are():
    assert [rounded(each) for each in (12_345, 999, 0, -8_432)] == [
        12_000,
        1_000,
        0,
        -8_400,
    ]
    assert rounded(12_345, digits=3) == 12_300


def test_coaching_the_same_people_takes_coaches_and_sessions():
    """Forty people with six sessions each; a coach can take on eight."""
    found = coaching_for(40, sessions_each=6, people_per_coach=8, session_price=150)

    assert found == Coaching(people=40, sessions=240, coaches=5, price=36_000)


def test_what_nobody_has_said_about_coaching_stays_open():
    found = coaching_for(41, sessions_each=6)

    assert (found.sessions, found.coaches, found.price) == (246, None, None)


def test_facilitators_look_after_three_sets_or_six():
    """Two coaches with five people each, two new facilitators, one experienced."""
    available = Available(coaches=2, people_per_coach=5, new=2, experienced=1)

    reach = reach_of(available)

    assert reach == Reach(by_coaching=10, sets=12, by_sets=72)
    assert reach.together == 82


def test_nobody_available_reaches_nobody():
    assert reach_of(Available()).together == 0


def test_a_hundred_people_need_seventeen_sets():
    assert needed_for(100) == Needed(people=100, sets=17, new=6, experienced=3)


@pytest.mark.parametrize(
    ("people", "sets"),
    [(0, 0), (3, 0), (4, 1), (6, 1), (7, 1), (8, 2), (9, 2), (11, 2), (13, 3), (24, 4)],
)
def test_no_set_is_left_too_small_or_too_large(people, sets):
    assert sets_for(people) == sets


def test_what_is_missing_is_said_in_sets_and_facilitators():
    """A hundred people; one new facilitator reaches eighteen of them."""
    found = gap_to(100, Available(new=1))

    assert found == Gap(people=82, sets=14, new=5, experienced=3)


def test_nothing_is_missing_where_everybody_is_reached():
    found = gap_to(30, Available(experienced=1))

    assert found == Gap(people=0, sets=0, new=0, experienced=0)


def test_a_few_people_over_still_need_a_set():
    assert gap_to(20, Available(new=1)).sets == 1
