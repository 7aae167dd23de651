"""What truly waits for somebody who looks after programmes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from askwell.web.programmes.models import Partner, Programme
from askwell.web.running.queries.health import Health, health_of, sets_of
from askwell.web.running.queries.people import Numbers, numbers_of

# The fewest people a set is made of; and sets are made once at most one reply in so
# many is missing.
ENOUGH = 4
MOST_MISSING = 5


class Kind(StrEnum):
    """Things that wait, the most pressing first."""

    LAPSED = "lapsed"
    NO_FACILITATOR = "no_facilitator"
    NO_DATE = "no_date"
    LATE = "late"
    """In no set, while the others of their cohort are."""
    UNASKED = "unasked"
    TO_COMPOSE = "to_compose"
    """A cohort that waits for its sets."""
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class Need:
    """So many of one kind; and which sets or cohort it is about, if it is about one."""

    kind: Kind
    count: int
    sets: tuple[Health, ...] = ()
    cohort: UUID | None = None


@dataclass(frozen=True)
class State:
    """One programme as its manager finds it."""

    programme: Programme
    numbers: Numbers
    healths: tuple[Health, ...]
    needs: tuple[Need, ...]


def states_of(programmes: Sequence[Programme], *, at: datetime) -> dict[UUID, State]:
    """Everything that waits, in as many queries for many programmes as for one."""
    known = {each.pk: each for each in programmes}
    numbers = numbers_of(programmes, at=at)
    healths = health_of(sets_of(programmes), known, at=at)
    return {
        each.pk: state_of(
            each,
            numbers[each.pk],
            [one for one in healths if one.programme.pk == each.pk],
        )
        for each in programmes
    }


def state_of(
    programme: Programme, numbers: Numbers, healths: Sequence[Health]
) -> State:
    in_sets = {one.learning_set.cohort_id for one in healths}
    needs = [
        *_of_sets(healths),
        *_late(numbers, in_sets),
        *_of_lists(numbers),
        *_to_compose(numbers, in_sets),
    ]
    return State(
        programme, numbers, tuple(healths), tuple(sorted(needs, key=_pressing))
    )


def _pressing(need: Need) -> int:
    return list(Kind).index(need.kind)


TROUBLES: tuple[tuple[Kind, Callable[[Health], bool]], ...] = (
    (Kind.LAPSED, lambda one: one.lapsed),
    (Kind.NO_FACILITATOR, lambda one: one.lacks_facilitator),
    (Kind.NO_DATE, lambda one: one.lacks_date),
)


def _of_sets(healths: Sequence[Health]) -> list[Need]:
    found = []
    for kind, applies in TROUBLES:
        sets = tuple(one for one in healths if applies(one))
        if sets:
            found.append(Need(kind, len(sets), sets))
    return found


def _late(numbers: Numbers, in_sets: set[UUID | None]) -> list[Need]:
    return [
        Need(Kind.LATE, number, cohort=cohort)
        for cohort, number in numbers.waiting
        if cohort in in_sets
    ]


def _to_compose(numbers: Numbers, in_sets: set[UUID | None]) -> list[Need]:
    """Cohorts with enough people for a set; while many have yet to answer, not yet."""
    return [
        Need(Kind.TO_COMPOSE, number, cohort=cohort)
        for cohort, number in numbers.waiting
        if cohort and cohort not in in_sets and number >= ENOUGH
        if numbers.invited * MOST_MISSING <= number
    ]


def _of_lists(numbers: Numbers) -> list[Need]:
    counts = {Kind.UNASKED: numbers.listed, Kind.UNANSWERED: numbers.invited}
    return [Need(kind, count) for kind, count in counts.items() if count]


def needs_of_partner(
    programme: Programme, partners: Sequence[Partner], *, at: datetime
) -> tuple[Need, ...]:
    """What waits for whoever answers for the people of some organisations only."""
    own = Partner.objects.filter(pk__in=[each.pk for each in partners])
    numbers = numbers_of([programme], own, at=at)[programme.pk]
    return tuple(_of_lists(numbers))
