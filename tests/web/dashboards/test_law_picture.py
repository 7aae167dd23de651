"""Whether learning keeps up, drawn from frozen figures for somebody in a hurry."""

import pytest

from askwell.insight.law import NO_VALIDATED_MEASURE
from askwell.web.dashboards.screens.law import drawn, in_words
from askwell.web.releasing.models import Figure, Snapshot


def a_course(**metrics: list[object]) -> dict[tuple[str, str], list[Figure]]:
    """Figures from the first quarter of 2026 on: a value, a band, or why not."""
    return {
        (metric, ""): [a_figure(metric, number, told) for number, told in enumerate(of)]
        for metric, of in metrics.items()
    }


def a_figure(metric: str, number: int, told: object) -> Figure:
    figure = Figure(metric=metric, snapshot=Snapshot(year=2026, number=number + 1))
    match told:
        case str():
            figure.withheld = told
        case (low, value, high):
            figure.low, figure.value, figure.high = low, value, high
        case _:
            figure.value = told
    return figure


FOUR_AND_THREE = a_course(
    changes_noticed=[4],
    changes_learned=[3],
    learning_over_change=[(0.29, 0.75, 1.95)],
    unlearned_backlog=[1],
)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.0, "Nobody has learned from what changed yet."),
        (0.02, "We learned from fewer than one change in ten."),
        (0.1, "For every 10 changes we learned from 1."),
        (1 / 3, "For every 3 changes we learned from 1."),
        (0.5, "For every 2 changes we learned from 1."),
        (0.75, "For every 4 changes we learned from 3."),
        (0.98, "We learned as fast as things changed."),
        (1.5, "For every 2 changes we learned from 3."),
        (2.0, "For every change we learned from 2."),
        (30.0, "We learned from far more than changed."),
    ],
)
def test_the_ratio_is_said_in_changes(ratio, words):
    assert in_words(ratio) == words


def test_of_four_changes_and_three_learned_from_a_director_reads_just_that():
    picture = drawn(FOUR_AND_THREE)

    assert (picture.sentence, picture.when) == (
        "For every 4 changes we learned from 3.",
        "Quarter 1 of 2026",
    )
    assert picture.backlog == "What nobody has learned from yet stands at 1."


def test_it_is_never_shown_without_saying_that_nobody_has_validated_it():
    for course in ({}, FOUR_AND_THREE):
        assert NO_VALIDATED_MEASURE in drawn(course).caveat


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ((0.2, 0.4, 0.7), "That is too little, even if chance is allowed for."),
        ((1.1, 2, 3), "That is more than changed, even if chance is allowed for."),
        (
            (0.29, 0.75, 1.95),
            "With so few changes much of that is chance: anything from 3 to 20 for "
            "every 10 would fit as well.",
        ),
        (
            (0.9, 1.0, 1.1),
            "Chance allowed for, it is from 9 to 11 for every 10.",
        ),
        (0.75, ""),
    ],
    ids=["too little", "more", "both fit", "both fit closely", "no band"],
)
def test_the_band_is_said_in_words(band, words):
    assert drawn(a_course(learning_over_change=[band])).how_sure == words


def test_the_gap_between_the_two_lines_is_the_backlog():
    course = a_course(
        changes_noticed=[4, 8], changes_learned=[3, 5], unlearned_backlog=[1, 4]
    )

    picture = drawn(course)

    assert picture.chart
    assert picture.chart.rows == (
        ("Quarter 1 of 2026", "4", "3"),
        ("Quarter 2 of 2026", "12", "8"),
    )
    assert picture.chart.band_says == "not yet learned from"
    assert picture.chart.says == (
        "So far changes come to 12, and what we learned from to 8. The gap, 4, is "
        "what nobody has learned from yet."
    )


def test_what_was_waiting_before_the_picture_begins_is_not_said_to_have_changed_in_it():
    course = a_course(changes_noticed=[4], changes_learned=[3], unlearned_backlog=[6])

    chart = drawn(course).chart

    assert chart
    assert chart.says == "The gap, 6, is what nobody has learned from yet."


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (1, "What nobody has learned from yet stands at 3, 2 more than the quarter"),
        (5, "What nobody has learned from yet stands at 3, 2 fewer than the quarter"),
        (3, "What nobody has learned from yet stands at 3, as many as the quarter"),
    ],
)
def test_the_backlog_is_set_beside_the_quarter_before(before, words):
    course = a_course(unlearned_backlog=[before, 3], learning_over_change=[1, 1])

    picture = drawn(course)

    assert picture.backlog == f"{words} before."


def test_a_quarter_that_is_withheld_says_so_and_leaves_a_gap():
    course = a_course(
        changes_learned=[3, "telling"],
        learning_over_change=[0.75, "telling"],
        unlearned_backlog=[1, "telling"],
    )

    picture = drawn(course)

    assert picture.when == "Quarter 1 of 2026"
    assert picture.missing == (
        "Quarter 2 of 2026 is not shown: beside earlier figures it could point at "
        "somebody."
    )
    assert picture.chart
    assert [each.withheld for each in picture.chart.names] == [False, True]


def test_a_quarter_in_which_nothing_was_noticed_says_just_that():
    picture = drawn(a_course(changes_noticed=[4, 0], learning_over_change=[0.75]))

    assert (picture.sentence, picture.how_sure) == ("Nobody noticed a change.", "")


def test_without_a_figure_it_says_that_it_cannot_be_said():
    picture = drawn({})

    assert (picture.chart, picture.backlog, picture.facts) == (None, "", ())
    assert picture.sentence.startswith("It cannot be said yet")


def test_how_long_it_took_and_what_people_say_stand_below():
    course = a_course(
        learning_over_change=["few", 0.75],
        days_to_loop=[44, "few"],
        keeping_up=["few", 5.84],
        changing_fast=["few", 7.6],
    )

    assert drawn(course).facts == (
        "It took 44 days from noticing a change to having learned from it. That was in "
        "Q1 2026.",
        "“We learn as fast as things change”: people say 5.8 of 10.",
        "“Our surroundings change fast”: people say 7.6 of 10.",
    )
