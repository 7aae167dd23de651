"""Revans' law from the log of a programme and what its people linked to it."""

from datetime import UTC, date, datetime

import pytest

from askwell.insight.periods import Quarter
from askwell.web.changes.models import ChangeEvent, LearningLoop
from askwell.web.changes.queries.tallies import tallies
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_topic,
    an_enrolment,
)

SPRING, SUMMER = Quarter(2026, 2), Quarter(2026, 3)
APRIL = date(2026, 4, 10)


def a_change(programme, **how) -> ChangeEvent:
    noticed_on = how.pop("noticed_on", APRIL)
    return ChangeEvent.objects.create(
        **{
            "programme": programme,
            "title": "The ward moves",
            "impact": 1,
            "noticed_on": noticed_on,
            "added_at": at(noticed_on),
            **how,
        }
    )


def a_loop(change, person, closed_on=date(2026, 6, 10)) -> LearningLoop:
    return LearningLoop.objects.create(
        change=change,
        person=person,
        topic=a_topic(person),
        closed_on=closed_on,
        linked_at=at(closed_on),
    )


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def programme(db):
    programme = a_programme()
    a_cohort(programme)
    return programme


@pytest.fixture
def people(programme):
    """Two take part, one has left in spring, one only after it came."""
    joined = [an_enrolment(programme, a_person()) for _ in range(2)]
    gone = [an_enrolment(programme, a_person(), status="left") for _ in range(2)]
    for each, left_at in zip(gone, (at(date(2026, 5, 1)), NOON), strict=True):
        each.left_at = left_at
        each.save()
    an_enrolment(programme, a_person(), answered_at=at(date(2026, 8, 1)))
    return [each.person for each in (*joined, *gone)]


def told(programme, quarter=SPRING) -> dict[str, float]:
    return {each.metric: each.value for each in tallies(programme, quarter)}


def test_of_four_changes_three_were_learned_from(programme, people):
    changes = [a_change(programme) for _ in range(4)]
    for each in changes[:3]:
        a_loop(each, people[0])

    assert told(programme) == {
        "changes_noticed": 4,
        "changes_learned": 3,
        "learning_over_change": 0.75,
        "unlearned_backlog": 1,
        "days_to_loop": 61,
    }


def test_the_middle_of_two_loops_speaks_of_too_few(programme, people):
    for person in people[:2]:
        a_loop(a_change(programme), person)

    (days,) = [
        each for each in tallies(programme, SPRING) if each.metric == "days_to_loop"
    ]

    assert (days.value, days.people, days.sets) == (0, frozenset(), frozenset())


def test_the_ratio_comes_with_its_band(programme, people):
    a_loop(a_change(programme), people[0])

    ratio = {each.metric: each for each in tallies(programme, SPRING)}[
        "learning_over_change"
    ]

    assert ratio.low < ratio.value == 1 < ratio.high


def test_a_quarter_in_which_nothing_was_noticed_has_no_ratio(programme, people):
    a_change(programme)

    assert told(programme, SUMMER) == {
        "changes_noticed": 0,
        "changes_learned": 0,
        "unlearned_backlog": 1,
    }


def test_what_was_taken_out_of_the_log_does_not_count(programme, people):
    a_loop(a_change(programme, removed_at=NOON), people[0])
    a_change(programme)

    assert told(programme)["changes_noticed"] == 1
    assert told(programme)["changes_learned"] == 0


def test_a_log_without_a_line_tells_nothing(programme, people):
    a_change(a_programme())

    assert told(programme) == {}


def test_the_figures_speak_of_everybody_who_could_have_linked_something(
    programme, people
):
    outside = a_person()
    for _each in range(3):
        a_loop(a_change(programme), outside)

    spoken_of = {each.people for each in tallies(programme, SPRING)}

    assert spoken_of == {frozenset(each.pk for each in (*people[:3], outside))}


def test_a_long_log_is_read_with_as_few_queries_as_a_short_one(
    programme, people, django_assert_num_queries
):
    for _ in range(3):
        a_loop(a_change(programme), people[0])

    with django_assert_num_queries(8):
        list(tallies(programme, SPRING))
