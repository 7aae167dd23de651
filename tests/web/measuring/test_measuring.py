"""Closed meetings are measured once, and again only where that tells more."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.insight.metrics import METRICS
from askwell.insight.own import OwnCounts
from askwell.insight.tally import Sum
from askwell.web.measuring import operations, queries, tasks
from askwell.web.measuring.models import Measure, Measured, OwnMeasure
from askwell.web.measuring.queries import Own
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.vault.operations import shred_set
from factories import NOON, a_cohort, a_person, a_programme, a_set, an_enrolment
from web.measuring.meetings import a_closed_meeting

pytestmark = pytest.mark.django_db

NAMES = ("Ana Sousa", "Ben Whitlock", "Chiara Russo", "Dev Patel")
LATER = NOON + timedelta(days=1)


@pytest.fixture
def people():
    return [a_person(name) for name in NAMES]


@pytest.fixture
def learning_set(people):
    return a_set(*people, name="Harbour Lane")


@pytest.fixture
def meeting(learning_set, people):
    return a_closed_meeting(learning_set, people)


def rows() -> list[tuple]:
    """Everything that was measured, whatever the rows are numbered."""
    counts = {
        (each.meeting_id, each.person_id): each.counts
        for each in OwnMeasure.objects.all()
    }
    return [
        *sorted(
            Measure.objects.values_list(
                "meeting_id", "metric", "total", "weight", "squares"
            )
        ),
        *sorted(Measured.objects.values_list("meeting_id", "rules", "head", "people")),
        *sorted(counts.items()),
    ]


def test_a_meeting_is_measured_by_every_metric_that_can_tell_of_it(meeting):
    assert operations.measure([meeting], at=LATER) == 1

    found = {each.metric: each.sum for each in Measure.objects.all()}
    assert found == {
        "open_share": Sum(3, 4, 3),
        "stars_per_slot": Sum(1, 1, 1),
        "questioners_per_slot": Sum(2, 1, 4),
        "challenging_share": Sum(1, 2, 1),
        "systemic_share": Sum(1, 2, 1),
        "participation": Sum(2, 2, 2),
        "offers_kept": Sum(1, 1, 1),
        "slots_with_learning": Sum(1, 1, 1),
        "slot_outcomes": Sum(1, 1, 1),
        "attendance": Sum(4, 4, 4),
        "meetings_held": Sum(1, 1, 1),
    }


def test_what_was_measured_says_of_whom_and_how_far(meeting, people):
    operations.measure([meeting], at=LATER)

    measured = Measured.objects.get()

    assert measured.people == sorted(str(person.pk) for person in people)
    assert (measured.head, measured.measured_at) == (meeting.head, LATER)
    assert measured.counting == "action_learning"


def test_measuring_again_gives_the_same(meeting):
    operations.measure([meeting], at=LATER)
    before = rows()

    operations.measure([meeting], at=LATER)

    assert rows() == before


def test_what_was_thrown_away_comes_back_the_same(meeting, learning_set, people):
    a_closed_meeting(learning_set, people, at=NOON + timedelta(weeks=5))
    tasks.measure_closed_meetings(at=LATER)
    before = rows()
    for model in (Measure, Measured, OwnMeasure):
        model.objects.all().delete()

    assert tasks.measure_closed_meetings(at=LATER) == 2

    assert rows() == before


def test_only_what_was_not_measured_is_measured(meeting, learning_set, people):
    first = tasks.measure_closed_meetings(at=LATER)
    nothing = tasks.measure_closed_meetings(at=LATER)
    a_closed_meeting(learning_set, people)
    new = tasks.measure_closed_meetings(at=LATER)

    assert (first, nothing, new) == (1, 0, 1)


def test_newer_rules_measure_everything_anew(meeting):
    tasks.measure_closed_meetings(at=LATER)
    Measured.objects.update(rules=0)

    assert tasks.measure_closed_meetings(at=LATER) == 1
    assert tasks.measure_closed_meetings(at=LATER) == 0


def test_what_was_measured_of_a_reopened_meeting_is_thrown_away(meeting):
    tasks.measure_closed_meetings(at=LATER)
    Meeting.objects.update(closed_at=None)

    assert tasks.measure_closed_meetings(at=LATER) == 1

    assert rows() == []


def test_a_meeting_that_closed_again_is_measured_anew(meeting):
    tasks.measure_closed_meetings(at=LATER)
    Measured.objects.update(head=meeting.head - 1)

    assert tasks.measure_closed_meetings(at=LATER) == 1
    assert Measured.objects.get().head == meeting.head


def test_a_meeting_nobody_opened_is_never_measured(learning_set):
    Meeting.objects.create(
        learning_set=learning_set, booked_minutes=90, starts_at=NOON, closed_at=NOON
    )

    assert tasks.measure_closed_meetings(at=LATER) == 0


def test_a_log_that_cannot_be_read_keeps_no_other_waiting(
    meeting, learning_set, people, caplog
):
    broken = a_closed_meeting(learning_set, people)
    convened = broken.entries.get(number=1)
    convened.data["brief"]["format"] = "a format of long ago"
    convened.save()

    assert tasks.measure_closed_meetings(at=LATER) == 2
    assert tasks.measure_closed_meetings(at=LATER) == 0

    assert set(Measure.objects.values_list("meeting", flat=True)) == {meeting.pk}
    assert [each.levelname for each in caplog.records] == ["ERROR"]


def test_many_meetings_are_read_with_as_few_queries_as_one(learning_set, people):
    meetings = [a_closed_meeting(learning_set, people) for _ in range(3)]

    with CaptureQueriesContext(
        connection,
    ) as one:
        operations.measure(meetings[:1], at=LATER)
    with CaptureQueriesContext(connection) as three:
        operations.measure(meetings, at=LATER)

    assert len(three) == len(one)


def test_telling_is_not_measured_where_advice_is_invited(learning_set, people):
    def slot(room, ids):
        room.present(ids[0], by=ids[1])

    a_closed_meeting(learning_set, people, format="mastermind", lived=slot)

    tasks.measure_closed_meetings(at=LATER)

    never = {each.name for each in METRICS if each.action_learning_only}
    measured = set(Measure.objects.values_list("metric", flat=True))
    assert never >= {"open_share", "asking_share"}
    assert measured.isdisjoint(never)
    assert Measured.objects.get().counting == "peer_advice"


def test_levels_of_a_programme_are_known_to_its_sets_alone(people):
    programme = a_programme()
    learning_set = a_set(*people)
    learning_set.cohort = a_cohort(programme)
    learning_set.save()
    for person, level in zip(people, (1, 2, 3, 4), strict=True):
        an_enrolment(programme, person, level=level)
    elsewhere = a_set(*people)
    meetings = [a_closed_meeting(each, people) for each in (learning_set, elsewhere)]

    operations.measure(meetings, at=LATER)

    told = Measure.objects.filter(metric="level_equality")
    assert [each.meeting for each in told] == meetings[:1]


# For a person alone


def test_what_somebody_did_is_counted_for_themselves(meeting, people):
    operations.measure([meeting], at=LATER)

    presenter, _, one, other = (queries.own(person) for person in people)

    assert presenter == [
        Own(
            NOON,
            "Harbour Lane",
            OwnCounts(
                turns=2, turns_of_all=7, people=4, slots=1, actions=1, learnings=1
            ),
        )
    ]
    assert one[0].counts.questions == {"challenging_question": 1}
    assert one[0].counts.starred == 1
    assert other[0].counts.asked == 3
    assert other[0].counts.share == pytest.approx(3 / 7)


def test_own_counts_are_still_ones_own_once_the_set_is_forgotten(meeting, people):
    operations.measure([meeting], at=LATER)
    measured = Measure.objects.count()

    shred_set(meeting.learning_set_id, at=LATER)

    assert queries.own(people[2])[0].counts.asked == 1
    assert Measure.objects.count() == measured


def test_whoever_deletes_their_account_takes_their_counts_along(meeting, people):
    operations.measure([meeting], at=LATER)

    Person.objects.get(pk=people[3].pk).delete()
    Measured.objects.update(rules=0)
    tasks.measure_closed_meetings(at=LATER)

    left = set(OwnMeasure.objects.values_list("person_id", flat=True))
    assert left == {person.pk for person in people[:3]}


def test_nothing_that_was_said_is_in_what_was_measured(meeting):
    operations.measure([meeting], at=LATER)

    assert "assuming" not in repr(rows())


# For a set alone


def test_a_set_sees_its_measures_meeting_by_meeting(meeting, learning_set, people):
    second = a_closed_meeting(learning_set, people, at=NOON + timedelta(weeks=5))
    elsewhere = a_closed_meeting(a_set(*people), people)
    operations.measure([second, meeting, elsewhere], at=LATER)

    found = queries.of_set(learning_set)

    assert [each.at for each in found["open_share"]] == [NOON, second.closed_at]
    assert found["offers_kept"][0].sum == Sum(1, 1, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_a_set_and_a_person_see_theirs_in_a_few_queries(
    count, learning_set, people, django_assert_num_queries
):
    meetings = [a_closed_meeting(learning_set, people) for _ in range(count)]
    operations.measure(meetings, at=LATER)

    with django_assert_num_queries(2):
        queries.of_set(learning_set)
    with django_assert_num_queries(1):
        queries.own(people[0])
