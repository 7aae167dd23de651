"""The sets of a programme in one quarter, and who could be in what is counted there."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q

from askwell.insight.periods import Quarter
from askwell.web.enrolments.models import Enrolment
from askwell.web.measuring.models import Measured
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    Programme,
    SetMembership,
)


@dataclass
class Group:
    """One set; `met` once it held a meeting in the quarter.

    `people` were at its meetings or in it, whatever they did: one group for all that
    is counted of the set, so that no two figures differ by a person. `members` are of
    these who worked in it.
    """

    id: UUID
    tells_attendance: bool
    met: bool = False
    people: set[UUID] = field(default_factory=set)
    members: set[UUID] = field(default_factory=set)


def groups_of(programme: Programme, quarter: Quarter) -> dict[UUID, Group]:
    """Three queries, however many sets there are."""
    groups = {
        pk: Group(pk, attendance != Programme.Attendance.NOTHING)
        for pk, attendance in LearningSet.objects.filter(
            cohort__programme=programme
        ).values_list("pk", "attendance")
    }
    _add_who_was_there(groups, programme, quarter)
    _add_who_was_in(groups, programme, quarter)
    return groups


def levels_of(programme: Programme) -> Mapping[UUID, int]:
    """As far as they are known."""
    known = Enrolment.objects.filter(
        programme=programme, person__isnull=False, level__isnull=False
    )
    return {
        person: level
        for person, level in known.values_list("person_id", "level")
        if person is not None and level is not None
    }


def _add_who_was_there(
    groups: Mapping[UUID, Group], programme: Programme, quarter: Quarter
) -> None:
    measured = Measured.objects.filter(
        meeting__learning_set__cohort__programme=programme,
        meeting__closed_at__gte=quarter.since,
        meeting__closed_at__lt=quarter.until,
    )
    for learning_set, people in measured.values_list(
        "meeting__learning_set_id", "people"
    ):
        groups[learning_set].met = True
        groups[learning_set].people.update(map(UUID, people))


def _add_who_was_in(
    groups: Mapping[UUID, Group], programme: Programme, quarter: Quarter
) -> None:
    stayed = Q(left_at__isnull=True) | Q(left_at__gte=quarter.since)
    memberships = SetMembership.objects.filter(
        stayed,
        learning_set__cohort__programme=programme,
        joined_at__lt=quarter.until,
    )
    by_set: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for learning_set, person, belonging in memberships.values_list(
        "learning_set_id", "person_id", "belonging"
    ):
        groups[learning_set].people.add(person)
        if belonging == Belonging.MEMBER:
            by_set[learning_set].add(person)
    for learning_set, members in by_set.items():
        groups[learning_set].members = members
