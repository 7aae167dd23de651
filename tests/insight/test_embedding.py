"""From tinkering to embedded: five steps, what shows them, and what helps next."""

import pytest

from askwell.insight.embedding import METRICS, SIGNS, STEPS, standing
from askwell.insight.metrics import metric_named

GOOD = {
    "days_to_first_meeting": 20.0,
    "continuity": 0.9,
    "lapsed": 0.05,
    "renewal": 0.7,
    "past_six": 0.4,
    "inside_facilitators": 0.8,
    "report_backs_first": 0.9,
    "coverage": 0.5,
}


def test_whose_figures_are_all_enough_is_embedded_and_needs_no_next_step():
    stands = standing(GOOD)

    assert (stands.number, stands.step.name, stands.next) == (5, "embedded", None)


def test_of_whom_nothing_is_known_is_tinkering_and_is_told_what_makes_it_known():
    stands = standing({})

    assert stands.number == 1
    assert stands.next
    assert (stands.next.sign.metric, stands.next.is_to_know) == (
        "days_to_first_meeting",
        True,
    )


def test_no_step_is_reached_over_one_that_is_not():
    stands = standing({**GOOD, "lapsed": 0.5})

    assert [each.is_reached for each in stands.steps] == [True, *[False] * 4]


def test_the_next_step_is_what_is_furthest_from_enough_on_the_lowest_step_missing():
    stands = standing({**GOOD, "renewal": 0.45, "past_six": 0.1, "coverage": 0.01})

    assert stands.step.name == "taking_hold"
    assert stands.next
    assert (stands.next.sign.metric, stands.next.is_to_know) == ("past_six", False)


def test_a_step_is_reached_by_what_is_known_of_it():
    stands = standing({**GOOD, "renewal": None})

    assert stands.number == 5
    assert stands.next
    assert (stands.next.sign.metric, stands.next.is_to_know) == ("renewal", True)


def test_a_step_of_which_nothing_is_known_is_not_reached():
    stands = standing({**GOOD, "renewal": None, "past_six": None})

    assert stands.number == 2
    assert [each.sign.metric for each in stands.steps[2].unknown] == [
        "renewal",
        "past_six",
    ]


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.metric)
def test_exactly_enough_is_enough(sign):
    assert sign.holds(sign.enough)
    assert sign.shortfall(sign.enough) == 0


def test_five_steps_read_eight_figures_once_each():
    assert (len(STEPS), len(METRICS), len(set(METRICS))) == (5, 8, 8)


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.metric)
def test_a_sign_reads_its_figure_the_way_round_its_metric_is_meant(sign):
    definition = metric_named(sign.metric)

    assert definition.more_is_better is not sign.is_less_better
