"""What the sets of a programme add to the figures of a quarter."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.insight.metrics import METRICS, metric_named
from askwell.insight.periods import Quarter
from askwell.insight.statistics import goal_attainment
from askwell.insight.tally import Stated, Sum, Tally, sum_of
from askwell.web.actions import operations as actions
from askwell.web.actions.models import Status
from askwell.web.learning.models import Tried
from askwell.web.measuring import tasks
from askwell.web.measuring.queries.tallies import tallies
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import Initiative, Programme
from askwell.web.topics import operations as topics
from askwell.web.topics.models import Topic
from factories import (
    NOON,
    a_cohort,
    a_person,
    a_programme,
    a_set,
    a_topic,
    an_action,
    an_enrolment,
)
from web.measuring.meetings import a_closed_meeting

pytestmark = pytest.mark.django_db

SPRING = Quarter.of(NOON)
WEEK = timedelta(weeks=1)
LATER = SPRING.until


class Held:
    """A programme with sets of four whose levels are known, each having met once."""

    def __init__(self, sets: int = 1) -> None:
        self.programme = a_programme()
        self.cohort = a_cohort(self.programme)
        self.sets = [self.a_set() for _ in range(sets)]

    def a_set(self):
        people = [a_person(f"Ana {chr(65 + number)}") for number in range(4)]
        learning_set = a_set(*people)
        learning_set.cohort = self.cohort
        learning_set.attendance = Programme.Attendance.COUNTS
        learning_set.save()
        learning_set.people = people
        for person, level in zip(people, (1, 1, 2, 3), strict=True):
            an_enrolment(self.programme, person, level=level)
        learning_set.met = a_closed_meeting(learning_set, people)
        return learning_set

    def told(self, quarter: Quarter = SPRING) -> list[Tally | Stated]:
        tasks.measure_closed_meetings(at=LATER)
        return list(tallies(self.programme, quarter))

    def sums(self, quarter: Quarter = SPRING) -> dict[str, Sum]:
        return {
            each.metric: each.sum
            for each in self.told(quarter)
            if isinstance(each, Tally) and each.learning_set == self.sets[0].pk
        }

    def brought(self, who: int, at=NOON, **outcome: object) -> Topic:
        """A topic brought to the first set's meeting, and closed with an outcome."""
        learning_set = self.sets[0]
        owner = learning_set.people[who]
        topic = a_topic(owner)
        bring = partial(
            topics.bring,
            topic.pk,
            owner=owner.pk,
            learning_set=learning_set.pk,
            meeting=learning_set.met.pk,
        )
        bring(slot=Topic.objects.count(), at=at)
        if outcome:
            topics.close(topic, outcome, by=owner, at=at + WEEK)
        return topic


@pytest.fixture
def held():
    return Held()


def test_measures_of_a_quarter_are_added_up_set_by_set(held):
    learning_set = held.sets[0]
    a_closed_meeting(learning_set, learning_set.people, at=NOON + WEEK)
    a_closed_meeting(learning_set, learning_set.people, at=LATER)

    found = held.sums()

    assert found["open_share"] == Sum(6, 8, 6)
    assert found["attendance"] == Sum(8, 8, 8)
    assert held.sums(SPRING.following)["open_share"] == Sum(3, 4, 3)
    assert "open_share" not in held.sums(SPRING.previous)


def test_all_of_a_set_who_could_have_taken_part_stand_beside_each_sum(held):
    told = [each for each in held.told() if isinstance(each, Tally)]

    everybody = frozenset(person.pk for person in held.sets[0].people)
    assert {each.people for each in told} == {everybody}


def test_whoever_left_before_the_quarter_is_no_part_of_it(held):
    gone = a_person("Zuri Mwangi")
    held.sets[0].memberships.create(
        person=gone,
        asked_at=NOON - WEEK,
        joined_at=SPRING.since - 2 * WEEK,
        left_at=SPRING.since - WEEK,
    )

    assert all(gone.pk not in each.people for each in held.told())


def test_attendance_is_told_only_where_the_set_lets_it_be_known(held):
    held.sets[0].attendance = Programme.Attendance.NOTHING
    held.sets[0].save()

    assert "attendance" not in held.sums()


def test_meetings_that_are_not_action_learning_only_count_as_held(held):
    learning_set = held.sets[0]
    Meeting.objects.all().delete()
    a_closed_meeting(
        learning_set,
        learning_set.people,
        format="mastermind",
        lived=lambda room, ids: room.present(ids[0], by=ids[1]),
    )

    of_meetings = {each.name for each in METRICS if each.of_meeting}
    assert held.sums().keys() & of_meetings == {"attendance", "meetings_held"}


def test_goals_of_one_owner_are_taken_together(held):
    held.brought(0, stands=1)
    held.brought(0, stands=2)
    held.brought(1, stands=-1)
    held.brought(2, brought_clarity=True)

    found = held.sums()

    assert found["goal_attainment"] == sum_of(
        [goal_attainment([1, 2]), goal_attainment([-1])]
    )
    assert found["topics_moved_on"] == Sum(1, 4, 1)


def test_a_topic_closed_without_a_word_or_taken_back_says_nothing(held):
    quiet = held.brought(0)
    topics.close(quiet, {}, by=quiet.owner, at=NOON)
    back = held.brought(1)
    topics.withdraw(back, by=back.owner, at=NOON)

    assert "topics_moved_on" not in held.sums()


def test_topics_that_will_matter_later_are_strategic(held):
    for who, horizon in enumerate(("now", "year", "beyond", "")):
        topic = held.brought(who)
        topics.change(topic, {"horizon": horizon}, by=topic.owner, at=NOON)

    assert held.sums()["strategic_share"] == Sum(2, 3, 2)


def test_days_run_from_the_slot_to_the_first_step_and_to_what_was_learned(held):
    learning_set, topic = held.sets[0], held.brought(0)
    owner = topic.owner
    noted = {"topic": topic, "meeting": learning_set.met.pk, "slot": 1}
    action = an_action(owner, learning_set, **noted)
    report = partial(actions.report_back, action, by=owner)

    report(meeting=a_topic(owner).pk, status=Status.NOT_YET, at=NOON + WEEK)
    report(meeting=a_topic(owner).pk, status=Status.PARTLY, at=NOON + 2 * WEEK)
    report(
        meeting=a_topic(owner).pk,
        status=Status.DONE,
        learned="To ask sooner",
        at=NOON + 3 * WEEK,
    )

    found = held.sums()
    assert found["days_bid_to_action"] == sum_of([14.0])
    assert found["days_bid_to_learning"] == sum_of([21.0])
    assert "days_bid_to_action" not in held.sums(SPRING.following)


def test_an_action_chosen_between_meetings_belongs_to_no_bid(held):
    learning_set = held.sets[0]
    owner = learning_set.people[0]
    action = an_action(owner, learning_set)
    actions.report_back(
        action, by=owner, meeting=action.pk, status=Status.DONE, at=NOON + WEEK
    )

    assert "days_bid_to_action" not in held.sums()


def test_what_was_tried_in_part_counts_half(held):
    learning_set = held.sets[0]
    again = a_closed_meeting(learning_set, learning_set.people)
    for meeting, answer in ((learning_set.met, "yes"), (again, "partly")):
        Tried.objects.create(meeting=meeting, answer=answer, said_at=NOON + WEEK)

    assert held.sums()["reviews_tried"] == Sum(1.5, 2, 1.25)


def test_pairs_of_different_levels_are_the_mix_of_a_set(held):
    assert held.sums()["level_mix"] == Sum(5, 6, 5)


def test_other_initiatives_are_counted_for_the_programme(held):
    Initiative.objects.create(programme=held.programme, name="Mentoring")

    *_, stated = held.told()

    assert (stated.metric, stated.value) == ("initiatives_linked", 1)
    assert stated.sets == {held.sets[0].pk}
    assert not metric_named("initiatives_linked").of_people


def test_nothing_is_told_of_sets_of_other_programmes(held):
    other = Held()

    told = held.told()

    others = {each.pk for each in other.sets}
    assert all(
        each.learning_set not in others for each in told if isinstance(each, Tally)
    )


def test_what_is_told_is_known_by_name(held):
    held.brought(0, stands=0)

    assert all(metric_named(each.metric) for each in held.told())


def test_as_few_queries_are_needed_for_three_sets_as_for_one():
    counts = []
    for sets in (1, 3):
        held = Held(sets)
        held.brought(0, stands=1)
        tasks.measure_closed_meetings(at=LATER)
        with CaptureQueriesContext(connection) as queries:
            list(tallies(held.programme, SPRING))
        counts.append(len(queries))

    assert counts == [9, 9]
