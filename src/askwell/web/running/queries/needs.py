"""What truly waits for somebody who looks after programmes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from askwell.web.programmes.models import Partner, Programme
from askwell.web.running.queries.health import Health, health_of, sets_of
from askwell.web.running.queries.people import Numbers, numbers_of


class Kind(StrEnum):
    """Things that wait, the most pressing first."""

    LAPSED = "lapsed"
    NO_FACILITATOR = "no_facilitator"
    NO_DATE = "no_date"
    NO_SET = "no_set"
    UNASKED = "unasked"
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class Need:
    """So many of one kind; the sets it is about, if it is about sets."""

    kind: Kind
    count: int
    sets: tuple[Health, ...] = ()


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
    needs = [*_of_sets(healths), *_of_people(numbers, has_sets=bool(healths))]
    return State(programme, numbers, tuple(healths), tuple(needs))


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


def _of_people(numbers: Numbers, *, has_sets: bool) -> list[Need]:
    """People without a set wait for one only once the others have theirs."""
    counts = {
        Kind.NO_SET: numbers.placeless if has_sets else 0,
        Kind.UNASKED: numbers.listed,
        Kind.UNANSWERED: numbers.invited,
    }
    return [Need(kind, count) for kind, count in counts.items() if count]


def needs_of_partner(
    programme: Programme, partners: Sequence[Partner], *, at: datetime
) -> tuple[Need, ...]:
    """What waits for whoever answers for the people of some organisations only."""
    own = Partner.objects.filter(pk__in=[each.pk for each in partners])
    numbers = numbers_of([programme], own, at=at)[programme.pk]
    return tuple(_of_people(numbers, has_sets=False))
