"""How the sets of a programme are doing, as counts and dates alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from askwell.web.calendar.queries.lapses import open_lapses
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import LATE
from askwell.web.programmes.models import (
    Belonging,
    Invitation,
    LearningSet,
    Programme,
    SetMembership,
)
from askwell.web.running.models import Turnout

# What is read of a set itself.
READ = ("name", "attendance", "facilitated_by", "ended_at", "cohort__programme")
# So many of the latest meetings are said how many came to.
LATEST = 3


@dataclass(frozen=True)
class Dates:
    """How often a set has met, and when it will."""

    held: int = 0
    planned: int = 0
    next_at: datetime | None = None


class Came(NamedTuple):
    """How many came to one meeting, of how many members."""

    came: int
    members: int


@dataclass(frozen=True)
class Health:
    """One set from outside: who was put into it, and when it meets."""

    learning_set: LearningSet
    programme: Programme
    members: int = 0
    asked: int = 0
    """Put into it, and yet to say yes."""
    facilitators: tuple[str, ...] = ()
    """Those too who have yet to say yes to it."""
    dates: Dates = Dates()
    lapsed: bool = False
    turnouts: tuple[Came, ...] = field(default=())
    """How many came to the latest meetings, where the set lets that be known."""

    @property
    def is_over(self) -> bool:
        return self.learning_set.ended_at is not None

    @property
    def takes_turns(self) -> bool:
        return self.learning_set.facilitated_by == LearningSet.FacilitatedBy.TURNS

    @property
    def lacks_facilitator(self) -> bool:
        return not (self.is_over or self.takes_turns or self.facilitators)

    @property
    def lacks_date(self) -> bool:
        """None ahead, though its meetings are not all held."""
        is_done = self.dates.held >= self.programme.meetings
        is_dated = self.dates.next_at is not None
        return not (is_done or is_dated) and not (self.is_over or self.lapsed)

    @property
    def needs(self) -> bool:
        return self.lapsed or self.lacks_facilitator or self.lacks_date


def sets_of(programmes: Iterable[Programme]) -> QuerySet[LearningSet]:
    """What was put together in them, by name; the names are all that is read."""
    found = LearningSet.objects.filter(cohort__programme__in=programmes)
    return found.select_related("cohort").only(*READ).order_by("name", "pk")


def health_of(
    sets: QuerySet[LearningSet], programmes: Mapping[UUID, Programme], *, at: datetime
) -> list[Health]:
    """Six queries for any number of sets; what needs somebody comes first."""
    found = list(sets)
    members, facilitators = _people(sets)
    asked, to_facilitate = _asked(sets, at=at)
    meetings = _meetings(sets, at=at)
    lapsed = {one.learning_set_id for one in open_lapses(sets, at=at)}
    healths = [
        Health(
            learning_set=one,
            programme=programmes[one.cohort.programme_id],
            members=members[one.pk],
            asked=asked[one.pk],
            facilitators=(*facilitators[one.pk], *to_facilitate[one.pk]),
            lapsed=one.pk in lapsed,
            dates=meetings.get(one.pk, Dates()),
        )
        for one in found
        if one.cohort
    ]
    return sorted(healths, key=lambda one: (not one.needs, one.is_over))


def _people(
    sets: QuerySet[LearningSet],
) -> tuple[Counter[UUID], dict[UUID, list[str]]]:
    """How many members each set has, and who facilitates it; two queries."""
    there = SetMembership.objects.filter(learning_set__in=sets, left_at__isnull=True)
    members = there.members().order_by().values_list("learning_set")
    leading = there.filter(
        Q(is_facilitator=True) | Q(belonging=Belonging.FACILITATOR)
    ).order_by("person__name")
    names = defaultdict(list)
    for set_id, name in leading.values_list("learning_set", "person__name"):
        names[set_id].append(name)
    return Counter(dict(members.annotate(Count("pk")))), names


def _asked(
    sets: QuerySet[LearningSet], *, at: datetime
) -> tuple[Counter[UUID], dict[UUID, list[str]]]:
    """How many have yet to answer for each set, and who is asked to facilitate it."""
    rows = asked_into(sets, at=at).values_list(
        "learning_set", "belonging", "name", "email"
    )
    members: Counter[UUID] = Counter()
    facilitators = defaultdict(list)
    for set_id, belonging, name, email in rows:
        members[set_id] += belonging == Belonging.MEMBER
        if belonging == Belonging.FACILITATOR:
            facilitators[set_id].append(name or email)
    return members, facilitators


def asked_into(sets: QuerySet[LearningSet], *, at: datetime) -> QuerySet[Invitation]:
    """Invitations to an address that can still be answered."""
    return Invitation.objects.filter(
        learning_set__in=sets,
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        is_draft=False,
        expires_at__gt=at,
    ).exclude(email="")


def _meetings(sets: QuerySet[LearningSet], *, at: datetime) -> dict[UUID, Dates]:
    """How many meetings were held and are planned, and when the next is."""
    ahead = Q(
        opened_at__isnull=True,
        closed_at__isnull=True,
        cancelled_at__isnull=True,
        starts_at__gt=at - LATE,
    )
    rows = (
        Meeting.objects.filter(learning_set__in=sets)
        .order_by()
        .values_list("learning_set")
        .annotate(
            held=Count("pk", filter=Q(closed_at__isnull=False)),
            planned=Count("pk", filter=ahead),
            next_at=Min("starts_at", filter=ahead),
        )
    )
    return {
        set_id: Dates(held, planned, next_at) for set_id, held, planned, next_at in rows
    }


def with_turnouts(healths: list[Health]) -> list[Health]:
    """The same with how many came of late, where it may be known; one query."""
    telling = [one.learning_set.pk for one in healths if _tells(one)]
    turnouts = Turnout.objects.filter(meeting__learning_set__in=telling)
    rows = turnouts.order_by("meeting__closed_at").values_list(
        "meeting__learning_set", "came", "members"
    )
    found: dict[UUID, list[Came]] = defaultdict(list)
    for set_id, came, members in rows:
        found[set_id].append(Came(came, members))
    return [
        replace(one, turnouts=tuple(found[one.learning_set.pk][-LATEST:]))
        for one in healths
    ]


def _tells(health: Health) -> bool:
    return health.learning_set.attendance != Programme.Attendance.NOTHING
