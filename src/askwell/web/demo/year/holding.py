"""Holds the meetings of one set, one after the other, and writes them down."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from askwell.process.people import PersonId
from askwell.web.demo.naming import id_of
from askwell.web.demo.year import between
from askwell.web.demo.year import meetings as made_up
from askwell.web.demo.year.between import Held
from askwell.web.demo.year.meetings import Occasion, Subject
from askwell.web.demo.year.plan import Course, Plan, people_of
from askwell.web.demo.year.topics import keep_topics, lay_aside
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings import log, projection
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    Contract,
    LearningSet,
    LedgerLine,
    SetMembership,
    Vote,
)
from askwell.web.programmes.operations import enter
from askwell.web.programmes.operations.contract import reopen
from askwell.web.vault import operations as vault

MINUTES = 150
# After this meeting (from 0) somebody goes, and somebody else comes.
MOVES_AFTER = 2


def live(plan: Plan, course: Course) -> None:
    """A set's year: its meetings, and who comes and goes between them."""
    learning_set = LearningSet.objects.get(pk=course.id)
    people = [one.id for one in people_of(course)]
    chance = plan.chance(f"{course.name}/topics")
    subjects = keep_topics(course, people, chance=chance)
    nexts = [*course.meets_at[1:], course.next_at]
    held: list[Held] = []
    for number, next_at in enumerate(nexts):
        one = _hold(
            course,
            learning_set,
            number,
            subjects=subjects[number],
            next_at=next_at,
            chance=plan.chance(f"{course.name}/{number}"),
        )
        held.append(one)
        if number == MOVES_AFTER and course.leaves and course.joins:
            _move(course, learning_set, at=course.meets_at[number] + timedelta(days=4))
        if number + 1 == course.takes_turns_after():
            voted_at = course.meets_at[number] + timedelta(days=1)
            _take_turns(course, learning_set, at=voted_at)
    lay_aside(course, now=plan.now, chance=chance)
    between.tap(course, held, chance=chance)
    between.say_what_was_tried(course, held, chance=chance)
    between.rate_actions(course, chance=chance)
    between.share(course, at=held[-1].over_at, chance=chance)
    between.look_back(course, learning_set, held, chance=chance)
    _look_ahead(course, learning_set)


def _hold(
    course: Course,
    learning_set: LearningSet,
    number: int,
    *,
    subjects: Mapping[PersonId, Subject],
    next_at: datetime | None,
    chance: Random,
) -> Held:
    name, starts_at = f"{course.name}/{number}", course.meets_at[number]
    meeting = Meeting.objects.create(
        id=id_of("meeting", f"year/{name}"),
        learning_set=learning_set,
        starts_at=starts_at,
        booked_minutes=MINUTES,
        format=learning_set.format,
    )
    occasion = Occasion(
        name=name,
        convene=meetings.convening(meeting, seed=number),
        starts_at=starts_at,
        manner=course.manner(number),
        subjects=subjects,
        counts_turns=course.counts_turns and number > 0,
        next_at=next_at,
    )
    room = made_up.hold(occasion, chance=chance)
    log.append({meeting.pk: (learning_set.pk, room.events)})
    projection.project(meeting.pk, learning_set.pk, room.events, room.state)
    return Held(meeting=meeting.pk, number=number, room=room)


def _move(course: Course, learning_set: LearningSet, *, at: datetime) -> None:
    """One member leaves for another post; a week later somebody takes the seat."""
    if course.leaves is None or course.joins is None:
        return
    mine = SetMembership.objects.filter(learning_set=learning_set)
    mine.filter(person=course.leaves.id).update(left_at=at)
    listed = Enrolment.objects.filter(person=course.leaves.id)
    listed.update(status=Enrolment.Status.LEFT, left_at=at)
    leaver = Person.objects.get(pk=course.leaves.id)
    enter(learning_set, LedgerLine.Kind.LEFT, by=leaver, about=leaver, at=at)
    _come(learning_set, course.joins.id, at=at + timedelta(days=7))


def _come(learning_set: LearningSet, person: UUID, *, at: datetime) -> None:
    vault.prepare(learning_set.pk, [person])
    newcomer = Person.objects.get(pk=person)
    SetMembership.objects.create(
        learning_set=learning_set, person=newcomer, asked_at=at, joined_at=at
    )
    enter(learning_set, LedgerLine.Kind.JOINED, by=None, about=newcomer, at=at)
    joined = Contract.Because.JOINED
    reopen(learning_set, because=joined, about=newcomer, by=None, at=at)


def _take_turns(course: Course, learning_set: LearningSet, *, at: datetime) -> None:
    """All say yes: members facilitate, and the facilitator comes when asked."""
    Vote.objects.create(
        id=id_of("vote", f"year/{course.name}/turns"),
        learning_set=learning_set,
        kind=Vote.Kind.TURNS,
        opened_at=at - timedelta(days=1),
        closed_at=at,
        outcome=Vote.Outcome.CARRIED,
    )
    learning_set.facilitated_by = LearningSet.FacilitatedBy.TURNS
    learning_set.dial = LearningSet.Dial.ON_CALL
    learning_set.save(update_fields=["facilitated_by", "dial"])


def _look_ahead(course: Course, learning_set: LearningSet) -> None:
    """The next meeting of a set that goes on stands in the calendar."""
    if course.next_at:
        Meeting.objects.create(
            id=id_of("meeting", f"year/{course.name}/next"),
            learning_set=learning_set,
            starts_at=course.next_at,
            booked_minutes=MINUTES,
            format=learning_set.format,
        )
