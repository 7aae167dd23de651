"""Who came, as far as each set lets it be known, and to whom."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from askwell.process.events import Arrived
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.models import Entry, Meeting
from askwell.web.people.models import Person
from askwell.web.programmes.models import (
    LearningSet,
    Partner,
    Programme,
    SetMembership,
)
from askwell.web.programmes.offices import managed_partners, speaks_for
from askwell.web.running.models import Turnout

Attendance = Programme.Attendance


def sets_telling(
    programme: Programme, *which: Programme.Attendance
) -> QuerySet[LearningSet]:
    """The sets whose members let so much be known."""
    return LearningSet.objects.filter(cohort__programme=programme, attendance__in=which)


def turnouts_of(programme: Programme) -> list[Turnout]:
    """How many came to each meeting held, of the sets that tell, by set and time."""
    telling = sets_telling(programme, Attendance.COUNTS, Attendance.NAMES)
    turnouts = Turnout.objects.filter(meeting__learning_set__in=telling)
    return list(
        turnouts.select_related("meeting__learning_set").order_by(
            "meeting__learning_set__name", "meeting__starts_at"
        )
    )


def not_counted() -> QuerySet[Meeting]:
    """Meetings held, of sets that let it be known, whose turnout nobody counted yet."""
    return (
        Meeting.objects.held()
        .filter(learning_set__cohort__isnull=False, turnout__isnull=True)
        .exclude(learning_set__attendance=Attendance.NOTHING)
        .select_related("learning_set")
        .order_by("closed_at")
    )


def no_longer_told() -> QuerySet[Turnout]:
    """What was counted before a set lowered what is learned of it to nothing."""
    return Turnout.objects.filter(meeting__learning_set__attendance=Attendance.NOTHING)


def counted(meeting: Meeting) -> Turnout:
    """How many of those who were members then came in."""
    members = {each.person_id for each in memberships_in([meeting])}
    return Turnout(
        meeting=meeting,
        came=len(members & arrived_at([meeting])[meeting.pk]),
        members=len(members),
    )


def memberships_in(meetings: Collection[Meeting]) -> list[SetMembership]:
    """The members of the sets these meetings are of, who were so during one of them."""
    sets = {each.learning_set_id for each in meetings}
    there = SetMembership.objects.filter(
        learning_set__in=sets, belonging="member", joined_at__isnull=False
    )
    found = list(there.select_related("learning_set"))
    return [one for one in found if any(was_member(one, each) for each in meetings)]


def was_member(membership: SetMembership, meeting: Meeting) -> bool:
    """Whether they were of the set while it met."""
    if membership.learning_set_id != meeting.learning_set_id:
        return False
    opened, closed = meeting.opened_at, meeting.closed_at
    if opened is None or closed is None or membership.joined_at is None:
        return False
    is_gone = membership.left_at is not None and membership.left_at <= opened
    return membership.joined_at <= closed and not is_gone


def arrived_at(meetings: Collection[Meeting]) -> dict[UUID, set[UUID]]:
    """Who came in, meeting by meeting."""
    rows = Entry.objects.filter(
        meeting__in=[each.pk for each in meetings], kind=Arrived.__name__
    )
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for meeting, person in rows.values_list("meeting", "person"):
        found[meeting].add(UUID(person))
    return found


@dataclass(frozen=True)
class Came:
    """How many of one set's meetings one person came to, of those in their time."""

    organisation: str
    name: str
    email: str
    learning_set: LearningSet
    came: int
    meetings: int


def spoken_for(person: Person, programme: Programme) -> list[Partner]:
    """The organisations about whose people this person may be told by name."""
    partners = managed_partners(person, programme)
    found = partners.select_related("programme", "organisation")
    return [each for each in found if speaks_for(person, each)]


def came_by_person(programme: Programme, person: Person) -> list[Came]:
    """Only in sets that tell names, and only people the reader speaks for."""
    people = _enrolled(programme, spoken_for(person, programme))
    sets = sets_telling(programme, Attendance.NAMES)
    meetings = list(Meeting.objects.held().filter(learning_set__in=sets))
    arrived = arrived_at(meetings)
    found = [
        _came(one, people[one.person_id], meetings, arrived)
        for one in memberships_in(meetings)
        if one.person_id in people
    ]
    return sorted(found, key=lambda one: (one.organisation, one.name))


def _enrolled(
    programme: Programme, partners: list[Partner]
) -> dict[UUID | None, Enrolment]:
    people = Enrolment.objects.filter(
        programme=programme, partner__in=partners, person__isnull=False
    )
    found = people.select_related("partner__organisation")
    return {each.person_id: each for each in found}


def _came(
    one: SetMembership,
    enrolled: Enrolment,
    meetings: list[Meeting],
    arrived: dict[UUID, set[UUID]],
) -> Came:
    own = [each for each in meetings if was_member(one, each)]
    return Came(
        organisation=enrolled.partner.organisation.name,
        name=enrolled.name,
        email=enrolled.email,
        learning_set=one.learning_set,
        came=sum(one.person_id in arrived[each.pk] for each in own),
        meetings=len(own),
    )


@dataclass(frozen=True)
class Telling:
    """How many sets of a programme tell how much."""

    nothing: int
    counts: int
    names: int


def telling_of(programme: Programme) -> Telling:
    rows = list(
        LearningSet.objects.filter(cohort__programme=programme).values_list(
            "attendance", flat=True
        )
    )
    return Telling(*(rows.count(each) for each in ("nothing", "counts", "names")))
