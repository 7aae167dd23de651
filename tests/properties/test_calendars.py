"""Whatever happens to meetings and people, every calendar ends up right.

Calendars are programs of their own: they believe the files that reach them, in
whatever order mails arrive, by the rule of RFC 5546, section 2.1.5.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from askwell.web.calendar import files
from askwell.web.calendar.tasks import keep_calendars
from askwell.web.meetings import operations as meetings
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Notice, Person
from askwell.web.programmes import operations as sets
from askwell.web.programmes.queries import members_of, membership_of
from factories import NOON, a_person, a_set, is_in
from web.calendar.reading import Found, meetings_in

pytestmark = pytest.mark.django_db

WEEK = timedelta(weeks=1)
PEOPLE = 3
MEETINGS = 2


class Cut(Exception):
    """A worker that died in the middle of what it did."""


@dataclass
class OwnCalendar:
    """What somebody's own program holds."""

    latest: dict[str, Found] = field(default_factory=dict)

    def receive(self, part: files.CalendarPart) -> None:
        [found] = meetings_in(part.ics)
        known = self.latest.get(found.uid)
        if known is None or self._is_newer(found, known):
            self.latest[found.uid] = found

    @staticmethod
    def _is_newer(found: Found, known: Found) -> bool:
        return (found.sequence, found.stamped_at) > (known.sequence, known.stamped_at)

    def holds(self) -> set[tuple[str, datetime]]:
        on = [one for one in self.latest.values() if one.status == "CONFIRMED"]
        return {(one.uid.split("@")[0], one.starts_at) for one in on}


class House:
    """A set with some meetings ahead, and a calendar for each of three people."""

    def __init__(self) -> None:
        self.people = [a_person() for _ in range(PEOPLE)]
        self.learning_set = a_set(*self.people)
        self.meetings = [
            meetings.schedule(
                self.learning_set, starts_at=NOON + number * WEEK, booked_minutes=90
            )
            for number in range(5, 5 + MEETINGS)
        ]
        self.calendars = {one.pk: OwnCalendar() for one in self.people}
        self.now = NOON
        self.mailed: set[object] = set()

    # What people do

    def move(self, number: int, weeks: int) -> None:
        meeting = self._meeting(number)
        then = meeting.starts_at + weeks * WEEK
        meetings.move(meeting, starts_at=then, by=self.people[0], at=self.now)

    def cancel(self, number: int) -> None:
        meetings.cancel(self._meeting(number), by=self.people[0], at=self.now)

    def call_again(self, number: int) -> None:
        meetings.call_again(self._meeting(number), by=self.people[0], at=self.now)

    def come_or_go(self, number: int) -> None:
        person = self.people[number]
        here = membership_of(person, self.learning_set)
        if here is None:
            is_in(self.learning_set, person, joined_at=self.now)
        else:
            sets.leave(here, at=self.now)

    # What the worker and the post do

    def tell(self) -> None:
        keep_calendars(at=self.now)

    def tell_and_die(self, after: int) -> None:
        """The worker dies as soon as it has written so many times."""
        writes = iter(range(after))

        def frail(execute, sql, params, many, context):
            if sql.startswith(("INSERT", "UPDATE")) and next(writes, None) is None:
                raise Cut
            return execute(sql, params, many, context)

        with suppress(Cut), connection.execute_wrapper(frail):
            keep_calendars(at=self.now)

    def mail(self, backwards: bool) -> None:
        """Whatever waits arrives, the newest first or the oldest first."""
        waiting = Notice.objects.exclude(pk__in=self.mailed).exclude(person=None)
        order = "-created_at" if backwards else "created_at"
        for notice in waiting.order_by(order, "pk"):
            self.mailed.add(notice.pk)
            part = files.for_notice(notice)
            if part is not None:
                self.calendars[notice.person_id].receive(part)

    def reach_everyone(self) -> None:
        self.tell()
        self.mail(backwards=False)

    def _meeting(self, number: int) -> Meeting:
        return Meeting.objects.get(pk=self.meetings[number].pk)

    # What should be so

    def truth(self, person: Person) -> set[tuple[str, datetime]]:
        if person not in members_of(self.learning_set):
            return set()
        ahead = Meeting.objects.to_come().filter(learning_set=self.learning_set)
        return {(str(one.pk), one.starts_at) for one in ahead}


NUMBERS = st.integers(0, MEETINGS - 1)
STEPS = st.one_of(
    st.tuples(st.just("move"), NUMBERS, st.integers(-3, 9)),
    st.tuples(st.just("cancel"), NUMBERS),
    st.tuples(st.just("call_again"), NUMBERS),
    st.tuples(st.just("come_or_go"), st.integers(1, PEOPLE - 1)),
    st.tuples(st.just("tell")),
    st.tuples(st.just("reach_everyone")),
    st.tuples(st.just("tell_and_die"), st.integers(0, 4)),
    st.tuples(st.just("mail"), st.booleans()),
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(STEPS, min_size=6, max_size=16))
def test_every_calendar_holds_what_is_so_once_everything_has_arrived(steps):
    with transaction.atomic():
        house = House()

        for step, *how in steps:
            house.now += timedelta(minutes=1)
            getattr(house, step)(*how)
        house.now += timedelta(minutes=1)
        house.tell()
        house.mail(backwards=True)

        for person in house.people:
            assert house.calendars[person.pk].holds() == house.truth(person)
        assert keep_calendars(at=house.now) == 0
        transaction.set_rollback(True)
