"""How far sets have become a habit: what each set tells of a quarter."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Tally
from askwell.web.changes.models import Arrangement
from askwell.web.changes.queries.embedding import TELLS, Course, Decided
from askwell.web.changes.queries.tallies import tallies
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import Belonging, LearningSet
from askwell.web.renewal.models import Renewal
from factories import (
    a_cohort,
    a_person,
    a_place,
    a_programme,
    an_enrolment,
    is_in,
)

SPRING = Quarter(2026, 2)
JANUARY = datetime(2026, 1, 12, 9, tzinfo=UTC)


def day(month: int, day: int = 15, year: int = 2026) -> datetime:
    return datetime(year, month, day, 12, tzinfo=UTC)


def course(*held: datetime, agreed: int = 6, **how: object) -> Course:
    """A set made in January that meets every five weeks."""
    return Course(
        **{
            "id": uuid4(),
            "made_at": JANUARY,
            "ended_at": None,
            "agreed": agreed,
            "interval": timedelta(weeks=5),
            "held": held,
            **how,
        }
    )


def went_on(at: datetime, decision: str = "go_on", meetings: int = 6) -> Decided:
    return Decided(at, decision, meetings)


def told(metric: str, of: Course) -> float | None:
    sum_of = TELLS[metric](of, SPRING)
    return sum_of.total if sum_of else None


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (course(day(2), day(4)), 1),
        (course(day(2)), 0),
        (course(day(2), ended_at=day(5)), 0),
        (course(), None),
        (course(day(4)), None),
        (course(day(2), ended_at=day(3)), None),
        (course(day(2), day(3), agreed=2), None),
        (course(day(2), decided=(went_on(day(3), "pause"),)), None),
        (course(day(2), agreed=1, decided=(went_on(day(3)),)), 0),
    ],
    ids=[
        "met again",
        "did not",
        "ended before its meetings were held",
        "never met",
        "met for the first time",
        "ended before",
        "held all that was agreed",
        "pauses",
        "went on and did not meet",
    ],
)
def test_a_set_with_meetings_to_come_is_asked_whether_it_met_again(of, says):
    assert told("continuity", of) == says


DONE = (day(1), day(2), day(3))


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (course(*DONE, agreed=3, decided=(went_on(day(4)),)), 1),
        (course(*DONE, agreed=3, decided=(went_on(day(4), "change"),)), 1),
        (course(*DONE, agreed=3, decided=(went_on(day(4), "pause"),)), 0),
        (course(*DONE, day(5), agreed=3), 1),
        (course(*DONE, agreed=3, ended_at=day(5)), 0),
        (
            course(*DONE, agreed=3, decided=(went_on(day(4), "end"),), ended_at=day(5)),
            0,
        ),
        (course(*DONE, agreed=3, decided=(went_on(day(3, 20)),)), None),
        (course(*DONE, day(5), agreed=3, decided=(went_on(day(3, 20)),)), None),
        (
            course(
                *DONE, agreed=3, decided=(went_on(day(3, 20), "end"),), ended_at=day(5)
            ),
            None,
        ),
        (course(*DONE, agreed=6, ended_at=day(5)), None),
        (course(*DONE, agreed=6, decided=(went_on(day(4)),)), None),
        (course(*DONE, agreed=3), None),
    ],
    ids=[
        "decided to go on",
        "goes on and changes one thing",
        "pauses",
        "met again without a word",
        "ended",
        "decided to end, and ended",
        "decided before",
        "met again as decided before",
        "decided to end before, and ended",
        "ended half way",
        "decided half way",
        "has not decided",
    ],
)
def test_at_the_end_of_what_was_agreed_a_set_goes_on_or_not_once(of, says):
    assert told("renewal", of) == says


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (course(*[day(2, number) for number in range(1, 8)]), 1),
        (course(*[day(2, number) for number in range(1, 7)]), 0),
        (course(*[day(2, number) for number in range(1, 7)], day(8)), 0),
        (course(), None),
        (course(day(2), ended_at=day(5)), None),
    ],
    ids=["seven times", "six times", "the seventh later", "never met", "ended"],
)
def test_a_set_that_met_more_than_six_times_is_past_its_sixth_meeting(of, says):
    assert told("past_six", of) == says


@pytest.mark.parametrize(
    ("of", "says"),
    [
        (course(day(3)), 1),
        (course(), 1),
        (course(day(5)), 0),
        (course(day(3), ahead=(day(7),)), 0),
        (course(day(3), day(8)), 0),
        (course(day(3), day(11)), 1),
        (course(day(3), agreed=1), None),
        (course(day(3), ended_at=day(4)), None),
        (course(day(3), decided=(went_on(day(4), "pause"),)), None),
    ],
    ids=[
        "not met for long",
        "never met",
        "met of late",
        "has a date",
        "met soon after",
        "met long after",
        "is done",
        "ended",
        "pauses",
    ],
)
def test_a_set_lapsed_that_has_not_met_for_twice_its_interval_and_has_no_date(of, says):
    assert told("lapsed", of) == says


@pytest.mark.parametrize(
    ("of", "says"),
    [(course(day(4, 12)), 90), (course(day(2), day(4)), None), (course(), None)],
    ids=["in spring", "before", "not yet"],
)
def test_days_run_from_the_making_of_a_set_to_its_first_meeting(of, says):
    assert told("days_to_first_meeting", of) == says


# --- as it is read


def a_made_set(cohort, *members, held=(), **how) -> LearningSet:
    made = LearningSet.objects.create(
        **{"name": "A set", "cohort": cohort, "created_at": JANUARY, **how}
    )
    for person in members:
        is_in(made, person, joined_at=JANUARY)
    for at in held:
        Meeting.objects.create(
            learning_set=made,
            format="classic_uk",
            booked_minutes=90,
            starts_at=at,
            opened_at=at,
            closed_at=at,
        )
    return made


@pytest.fixture
def programme(db):
    """One set that meets and went on, and one that lapsed, led from outside."""
    programme = a_programme(meetings=2)
    cohort = a_cohort(programme)
    people = [a_person() for _ in range(5)]
    inside, outside, paired = a_person(), a_person(), a_person()
    for each in (*people, inside, a_person()):
        an_enrolment(programme, each, listed_at=JANUARY)
    a_place(paired, programme.home)
    meets = a_made_set(cohort, *people[:3], held=[day(2), day(5)])
    lapsed = a_made_set(cohort, *people[3:], held=[day(2)])
    a_made_set(cohort, created_at=day(8))
    leads = {"joined_at": JANUARY, "belonging": Belonging.FACILITATOR}
    is_in(meets, inside, **leads)
    is_in(lapsed, outside, **leads)
    is_in(lapsed, paired, **leads)
    is_in(lapsed, a_person(), left_at=day(5), **leads)
    Renewal.objects.create(
        learning_set=meets, decision="go_on", meetings=4, decided_at=day(4, 20)
    )
    return programme


def by_metric(programme) -> dict[str, list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for each in tallies(programme, SPRING):
        if isinstance(each, Tally):
            told = (each.sum.total, each.sum.weight)
            found.setdefault(each.metric, []).append(told)
        if isinstance(each, Stated):
            found.setdefault(each.metric, []).append((each.value, len(each.people)))
    return {metric: sorted(each) for metric, each in found.items()}


def test_each_set_tells_of_itself(programme):
    assert by_metric(programme) == {
        "continuity": [(0, 1), (1, 1)],
        "renewal": [(1, 1)],
        "past_six": [(0, 1), (0, 1)],
        "lapsed": [(0, 1), (1, 1)],
        "inside_facilitators": [(1, 1), (1, 2)],
        "coverage": [(pytest.approx(5 / 7), 7)],
    }


def test_the_headcount_is_the_managers_to_give(programme):
    Arrangement.objects.create(programme=programme, headcount=50)

    assert by_metric(programme)["coverage"] == [(0.1, 7)]


def test_a_set_whose_members_take_turns_needs_nobody_from_outside(programme):
    LearningSet.objects.filter(cohort__programme=programme).update(
        facilitated_by=LearningSet.FacilitatedBy.TURNS
    )

    assert by_metric(programme)["inside_facilitators"] == [(1, 1), (1, 1)]


def test_the_guard_is_told_of_everybody_who_was_a_member_in_the_quarter(programme):
    left = a_person()
    one = Renewal.objects.get().learning_set
    is_in(one, left, joined_at=JANUARY, left_at=day(4))
    is_in(one, a_person(), joined_at=JANUARY, left_at=day(3))
    is_in(one, a_person(), joined_at=day(8))

    people = {
        each.learning_set: len(each.people)
        for each in tallies(programme, SPRING)
        if isinstance(each, Tally) and each.metric == "continuity"
    }

    assert sorted(people.values()) == [2, 4]


def test_many_sets_are_read_with_as_few_queries_as_one(
    programme, django_assert_num_queries
):
    cohort = programme.cohorts.first()
    for _ in range(3):
        a_made_set(cohort, a_person(), held=[day(2)])

    with django_assert_num_queries(9):
        list(tallies(programme, SPRING))


def test_a_programme_without_sets_tells_nothing(db):
    programme = a_programme()

    assert list(tallies(programme, Quarter.of(timezone.localdate()))) == []
