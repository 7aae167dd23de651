"""Who said yes to their set, who has not answered, and who said no."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from askwell.web.composing.models import Placement
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import (
    Belonging,
    Cohort,
    LearningSet,
    SetMembership,
)


class Answer(StrEnum):
    """What became of a placement; a no has no reason."""

    IN = "in"
    WAITING = "waiting"
    ASKED = "asked"
    LATE = "late"
    DECLINED = "declined"
    GONE = "gone"


STILL = frozenset({Answer.IN, Answer.WAITING, Answer.ASKED})


@dataclass(frozen=True)
class Placed:
    """One person's place and their answer."""

    placement: Placement
    answer: Answer

    @property
    def facilitates(self) -> bool:
        return self.placement.belonging == Belonging.FACILITATOR

    @property
    def is_still_there(self) -> bool:
        return self.answer in STILL


@dataclass(frozen=True)
class PlacedSet:
    """An adopted set: who was asked into it."""

    learning_set: LearningSet
    members: tuple[Placed, ...]
    facilitators: tuple[Placed, ...]
    smallest: int

    @property
    def there(self) -> int:
        return sum(one.is_still_there for one in self.members)

    @property
    def in_it(self) -> int:
        return sum(one.answer == Answer.IN for one in self.members)

    @property
    def is_short(self) -> bool:
        """Fewer members than a set was to have, now that some have said no."""
        return self.there < self.smallest

    def was_offered_to(self, enrolment: Enrolment) -> bool:
        return any(e.placement.enrolment_id == enrolment.pk for e in self.members)

    @property
    def lacks_facilitator(self) -> bool:
        return not any(one.is_still_there for one in self.facilitators)


def placed_sets(cohort: Cohort, *, smallest: int, at: datetime) -> list[PlacedSet]:
    """The adopted sets of a cohort, by name; the same few queries for any number."""
    placements = list(
        Placement.objects.filter(
            learning_set__cohort=cohort, replaced_at__isnull=True
        ).select_related("enrolment__partner__organisation", "invitation")
    )
    answers = _answers(placements, at=at)
    by_set = defaultdict(list)
    for placement in placements:
        placed = Placed(placement, answers[placement.pk])
        by_set[placement.learning_set_id].append(placed)
    sets = LearningSet.objects.filter(pk__in=list(by_set)).order_by("name")
    return [
        PlacedSet(
            one,
            tuple(each for each in by_set[one.pk] if not each.facilitates),
            tuple(each for each in by_set[one.pk] if each.facilitates),
            smallest,
        )
        for one in sorted(sets, key=lambda each: _in_order(each.name))
    ]


def _in_order(name: str) -> tuple[str, int]:
    words, _blank, number = name.rpartition(" ")
    return (words, int(number)) if number.isdecimal() else (name, 0)


def unplaced(cohort: Cohort, sets: Iterable[PlacedSet]) -> list[Enrolment]:
    """Who takes part and is in no set: late joiners, and whoever said no to theirs."""
    there = {
        one.placement.enrolment_id
        for each in sets
        for one in each.members
        if one.is_still_there
    }
    joined = Enrolment.objects.joined().filter(cohort=cohort, takes_part=True)
    found = joined.exclude(pk__in=there).select_related("partner__organisation")
    return list(found)


def _answers(placements: list[Placement], *, at: datetime) -> dict[int, Answer]:
    sets = {one.learning_set_id for one in placements}
    people = {one.enrolment.person_id for one in placements}
    memberships: dict[tuple[object, object], SetMembership] = {
        (one.learning_set_id, one.person_id): one
        for one in SetMembership.objects.filter(
            learning_set__in=sets, person__in=people
        ).order_by("asked_at")
    }
    return {
        one.pk: _answer(
            one, memberships.get((one.learning_set_id, one.enrolment.person_id)), at
        )
        for one in placements
    }


def _answer(
    placement: Placement, membership: SetMembership | None, at: datetime
) -> Answer:
    if placement.enrolment.status in Enrolment.GONE:
        return Answer.GONE
    if membership:
        if membership.is_current:
            return Answer.IN
        if membership.is_waiting:
            return Answer.WAITING
        return Answer.GONE if membership.joined_at else Answer.DECLINED
    invitation = placement.invitation
    if invitation is None or invitation.withdrawn_at:
        return Answer.DECLINED
    return Answer.ASKED if invitation.is_open(at=at) else Answer.LATE
