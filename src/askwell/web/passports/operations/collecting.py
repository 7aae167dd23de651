"""Writes down who facilitated closed meetings, again and again with one outcome."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db import transaction

from askwell.insight.told import Told
from askwell.web.measuring.reading import Held, held, told_of
from askwell.web.meetings.models import Meeting
from askwell.web.passports.models import Collected, Facilitated
from askwell.web.passports.queries.collecting import running_again
from askwell.web.people.models import Person

LONGEST = 1.5
"""Times what was booked: a room left open overnight is no night of facilitating."""
WHAT_MAY_CHANGE = ("format", "counting", "slots", "minutes", "at")


def collect(meetings: Iterable[Meeting]) -> int:
    """What somebody left out stays left out; says how many meetings."""
    rows = {each.pk: each for each in meetings}
    there = held(list(rows))
    told = told_of(there)
    known = _known(told.values())
    for each in there:
        found = told.get(each.id)
        facts = list(_facts(rows[each.id], found, known)) if found else []
        _write(each, facts)
    return len(there)


def forget_reopened() -> int:
    """What was written of meetings that run again; says of how many."""
    ids = list(running_again().values_list("pk", flat=True))
    with transaction.atomic():
        Facilitated.objects.filter(meeting_key__in=ids).delete()
        Collected.objects.filter(meeting__in=ids).delete()
    return len(ids)


@transaction.atomic
def _write(meeting: Held, facts: Collection[Facilitated]) -> None:
    stale = Facilitated.objects.filter(meeting_key=meeting.id)
    stale.exclude(person__in=[each.person_id for each in facts]).delete()
    Facilitated.objects.bulk_create(
        facts,
        update_conflicts=True,
        unique_fields=["person", "meeting_key"],
        update_fields=WHAT_MAY_CHANGE,
    )
    Collected.objects.update_or_create(
        meeting_id=meeting.id, defaults={"head": meeting.head}
    )


def _facts(
    meeting: Meeting, told: Told, known: Collection[str]
) -> Iterator[Facilitated]:
    """One for each person who facilitated a slot that was worked in."""
    led = Counter(each.facilitator for each in told.worked if each.facilitator)
    for person, slots in sorted(led.items()):
        if person in known:
            yield Facilitated(
                person_id=UUID(person),
                meeting_key=meeting.pk,
                set_key=meeting.learning_set_id,
                format=meeting.format,
                counting=told.counting.value,
                slots=slots,
                minutes=round(_minutes(meeting) * slots / len(told.worked)),
                at=meeting.closed_at or meeting.starts_at,
            )


def _minutes(meeting: Meeting) -> float:
    booked = float(meeting.booked_minutes)
    if meeting.opened_at is None or meeting.closed_at is None:
        return booked
    lasted = (meeting.closed_at - meeting.opened_at).total_seconds() / 60
    return min(lasted, booked * LONGEST)


def _known(told: Iterable[Told]) -> set[str]:
    """Who has an account still."""
    ids = {slot.facilitator for each in told for slot in each.slots if slot.facilitator}
    people = Person.objects.filter(pk__in=ids)
    return {str(person) for person in people.values_list("pk", flat=True)}
