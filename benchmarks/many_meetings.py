"""Very many closed meetings in little time: few are made up, the rest are copies.

A copy has the people of its own set in place of those of the one it was made from.
No words are written: measures are counted from the log alone.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid5

from django.db import connection, transaction

from askwell.process.brief import Attendee, Brief
from askwell.process.commands import Convene
from askwell.process.events import dump
from askwell.process.people import ASKWELL, Belonging
from askwell.web.demo.naming import NAMES
from askwell.web.demo.year.meetings import Occasion, Subject, hold
from askwell.web.demo.year.plan import WHOLE, Course, plan
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.people.models import Organisation, Person
from askwell.web.programmes.models import (
    Cohort,
    LearningSet,
    Partner,
    Programme,
    SetMembership,
)

SEATS, SETS_A_PROGRAMME, AT_ONCE = 7, 200, 500
TEMPLATES, HELD_WITHIN = 3, timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Template:
    """The rows of one log, as text in which people are yet to be replaced."""

    people: tuple[str, ...]
    rows: tuple[tuple[int, str, str, str], ...]
    lasts: timedelta


def programme_of(number: int) -> Programme:
    return Programme.objects.get(pk=_id("programme", number))


def fill(sets: int, *, at: datetime) -> None:
    """So many sets with one closed meeting each, in programmes of two hundred."""
    templates = _templates(at)
    home = Organisation.objects.create(name="Hillside Trust")
    for first in range(0, sets, AT_ONCE):
        some = list(range(first, min(first + AT_ONCE, sets)))
        with transaction.atomic():
            _bring_in(some, home, at)
            _write(some, templates, at)


def _id(kind: str, number: int, seat: int = 0) -> UUID:
    return uuid5(NAMES, f"many/{kind}/{number}/{seat}")


def _templates(at: datetime) -> list[Template]:
    drawn = plan(WHOLE, at=at)
    return [
        _template(course, number, drawn.chance(f"{course.name}/{number}"))
        for course in drawn.courses
        for number in range(TEMPLATES)
    ]


def _template(course: Course, number: int, chance: Random) -> Template:
    people = tuple(str(one.id) for one in course.members)
    leads = Attendee(
        person=str(course.facilitator.id), belonging=Belonging.FACILITATOR, agreed=True
    )
    brief = Brief(
        format="classic_uk",
        booked_minutes=150,
        people=(*(Attendee(person=one, agreed=True) for one in people), leads),
        facilitator=leads.person,
    )
    room = hold(
        Occasion(
            name=f"{course.name}/{number}",
            convene=Convene(by=ASKWELL, token="many", brief=brief),
            starts_at=course.meets_at[0],
            manner=course.manner(number),
            subjects={one: Subject(headline="…", topic_id="") for one in people},
            counts_turns=course.counts_turns,
        ),
        chance=chance,
    )
    stored = [(each.number, dump(each)) for each in room.events]
    return Template(
        people=(leads.person, *people),
        rows=tuple(
            (number, each.kind, each.person, json.dumps(each.data))
            for number, each in stored
        ),
        lasts=room.now - course.meets_at[0],
    )


# --- who is there


def _bring_in(some: list[int], home: Organisation, at: datetime) -> None:
    for number in some:
        if number % SETS_A_PROGRAMME == 0:
            _programme(number // SETS_A_PROGRAMME, home, at)
    seats = [(number, seat) for number in some for seat in range(SEATS)]
    Person.objects.bulk_create(
        Person(
            id=_id("person", number, seat),
            name=f"Person {seat} of {number}",
            email=f"{seat}.{number}@many.example",
        )
        for number, seat in seats
    )
    LearningSet.objects.bulk_create(
        LearningSet(
            id=_id("set", number),
            name=f"Set {number}",
            cohort_id=_id("cohort", number // SETS_A_PROGRAMME),
            attendance=Programme.Attendance.COUNTS,
        )
        for number in some
    )
    SetMembership.objects.bulk_create(
        SetMembership(
            learning_set_id=_id("set", number),
            person_id=_id("person", number, seat),
            belonging=Belonging.MEMBER if seat else Belonging.FACILITATOR,
            is_facilitator=seat == 0,
            joined_at=at - HELD_WITHIN,
        )
        for number, seat in seats
    )
    Enrolment.objects.bulk_create(_enrolment(*each, at) for each in seats)


def _enrolment(number: int, seat: int, at: datetime) -> Enrolment:
    of = number // SETS_A_PROGRAMME
    return Enrolment(
        programme_id=_id("programme", of),
        cohort_id=_id("cohort", of),
        partner_id=_id("partner", of),
        email=f"{seat}.{number}@many.example",
        name=f"Person {seat} of {number}",
        person_id=_id("person", number, seat),
        status=Enrolment.Status.JOINED,
        answered_at=at - HELD_WITHIN,
        level=1 + seat % 4,
        area=("Care", "Finance", "Digital")[seat % 3],
    )


def _programme(number: int, home: Organisation, at: datetime) -> None:
    programme = Programme.objects.create(
        id=_id("programme", number),
        name=f"Programme {number}",
        meant_for=Programme.For.LEADERSHIP,
        aim="People ask before they decide.",
        starts_on=(at - HELD_WITHIN).date(),
        ends_on=(at + HELD_WITHIN).date(),
    )
    Partner.objects.create(
        id=_id("partner", number), programme=programme, organisation=home
    )
    Cohort.objects.create(
        id=_id("cohort", number),
        programme=programme,
        name="First",
        starts_on=(at - HELD_WITHIN).date(),
    )


# --- what they did


def _write(some: list[int], templates: list[Template], at: datetime) -> None:
    meetings = [_meeting(number, templates, at) for number in some]
    Meeting.objects.bulk_create(meetings)
    columns = ("meeting_id", "number", "kind", "person", "data", "token", "at")
    places = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {Entry._meta.db_table} ({', '.join(columns)}) "
            f"VALUES ({places})",
            [
                row
                for number, meeting in zip(some, meetings, strict=True)
                for row in _entries(number, meeting, templates)
            ],
        )


def _meeting(number: int, templates: list[Template], at: datetime) -> Meeting:
    template = templates[number % len(templates)]
    starts_at = at - HELD_WITHIN * ((number % 97) + 1) / 98
    return Meeting(
        id=_id("meeting", number),
        code=f"b{number}",
        learning_set_id=_id("set", number),
        format="classic_uk",
        booked_minutes=150,
        starts_at=starts_at,
        opened_at=starts_at,
        closed_at=starts_at + template.lasts,
        head=template.rows[-1][0],
    )


def _entries(
    number: int, meeting: Meeting, templates: list[Template]
) -> Iterator[tuple[str | int, ...]]:
    """Its people's ids in place of the template's; all have the same length."""
    template = templates[number % len(templates)]
    native = connection.features.has_native_uuid_field
    key = str(meeting.pk) if native else meeting.pk.hex
    at = str(connection.ops.adapt_datetimefield_value(meeting.starts_at))
    own = {
        one: str(_id("person", number, seat))
        for seat, one in enumerate(template.people)
    }
    for entry, kind, person, data in template.rows:
        told = _with_others(data, own)
        yield key, entry, kind, own.get(person, person), told, "", at


def _with_others(data: str, own: Mapping[str, str]) -> str:
    for one, other in own.items():
        if one in data:
            data = data.replace(one, other)
    return data
