"""The time that meetings of a programme took, as if everybody had come to them.

Who came is not looked at: hours are those booked, members those the set had then.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from askwell.insight.periods import Quarter
from askwell.insight.valuing import Spent
from askwell.web.meetings.models import Meeting
from askwell.web.programmes.models import Belonging, Programme, SetMembership
from askwell.web.running.queries.attendance import was_member

YEAR = timedelta(days=365.25)
MINUTES = 60
THERE = (Belonging.MEMBER, Belonging.FACILITATOR)


@dataclass(frozen=True)
class Took:
    """What was spent, and of whom and which sets it speaks."""

    spent: Spent
    people: frozenset[UUID] = frozenset()
    """Members of these sets while they met."""
    sets: frozenset[UUID] = frozenset()


def time_so_far(programme: Programme, *, at: datetime) -> Took:
    """Since it began; two queries, however many sets there are."""
    held = _held(programme).filter(closed_at__lte=at)
    return _took(held, years=_years(programme, programme.starts_on, at.date()))


def time_in(programme: Programme, quarter: Quarter) -> Took:
    """Of the meetings that closed in a quarter; two queries."""
    held = _held(programme).filter(
        closed_at__gte=quarter.since, closed_at__lt=quarter.until
    )
    since, until = quarter.since.date(), quarter.until.date()
    return _took(held, years=_years(programme, since, until))


def _held(programme: Programme) -> QuerySet[Meeting]:
    held = Meeting.objects.held().filter(learning_set__cohort__programme=programme)
    return held.order_by().only(
        "learning_set_id", "booked_minutes", "opened_at", "closed_at"
    )


def _years(programme: Programme, since: date, until: date) -> float:
    """How much of a year lies between, of the days the programme goes on."""
    begun, ended = max(since, programme.starts_on), min(until, programme.ends_on)
    return max(ended - begun, timedelta()) / YEAR


@dataclass(frozen=True)
class _Hours:
    """One meeting: how long, and who the set consisted of and was led by."""

    hours: float
    members: frozenset[UUID]
    leading: frozenset[UUID]


def _took(held: QuerySet[Meeting], *, years: float) -> Took:
    meetings = list(held)
    sets = frozenset(each.learning_set_id for each in meetings)
    there = _memberships(sets)
    each_took = [_hours(one, there[one.learning_set_id]) for one in meetings]
    return Took(
        Spent(
            meetings=len(meetings),
            facilitated=sum(len(one.leading) for one in each_took),
            facilitated_hours=sum(one.hours * len(one.leading) for one in each_took),
            member_hours=sum(one.hours * len(one.members) for one in each_took),
            years=years,
        ),
        people=frozenset().union(*(one.members for one in each_took)),
        sets=sets,
    )


def _hours(meeting: Meeting, there: list[SetMembership]) -> _Hours:
    here = [each for each in there if was_member(each, meeting)]
    return _Hours(
        meeting.booked_minutes / MINUTES,
        frozenset(each.person_id for each in here if each.is_member),
        frozenset(each.person_id for each in here if not each.is_member),
    )


def _memberships(sets: frozenset[UUID]) -> dict[UUID, list[SetMembership]]:
    """Members, and who facilitates from outside, by set; also those who left."""
    there: dict[UUID, list[SetMembership]] = defaultdict(list)
    found = SetMembership.objects.filter(
        learning_set__in=sets, belonging__in=THERE, joined_at__isnull=False
    )
    for each in found:
        there[each.learning_set_id].append(each)
    return there
