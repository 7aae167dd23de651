"""Who is on a programme's list, as counts; who is in no set; who facilitates."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import (
    Belonging,
    Invitation,
    LearningSet,
    Partner,
    Programme,
    SetMembership,
)
from askwell.web.running.queries.health import asked_into

Status = Enrolment.Status


@dataclass(frozen=True)
class Numbers:
    """How far the people of one list have come."""

    listed: int = 0
    invited: int = 0
    joined: int = 0
    declined: int = 0
    left: int = 0
    facilitators: int = 0
    """Those here who have said they can facilitate, or were named for it."""
    waiting: tuple[tuple[UUID | None, int], ...] = ()
    """By cohort, how many take part and are in no set."""

    @property
    def placeless(self) -> int:
        return sum(number for _cohort, number in self.waiting)

    @property
    def here(self) -> int:
        return self.listed + self.invited + self.joined

    @property
    def asked(self) -> int:
        """All who were asked, whatever they said."""
        return self.invited + self.joined + self.declined

    @property
    def answered(self) -> int:
        return self.joined + self.declined


def numbers_of(
    programmes: Iterable[Programme],
    partners: QuerySet[Partner] | None = None,
    *,
    at: datetime,
) -> dict[UUID, Numbers]:
    """For each programme, two queries for all; of some partners only, if given."""
    programmes = list(programmes)
    people = Enrolment.objects.filter(programme__in=programmes)
    if partners is not None:
        people = people.filter(partner__in=partners)
    grouped = people.order_by().values("programme", "status", "facilitates")
    counts = defaultdict(list)
    for row in grouped.annotate(number=Count("pk")):
        counts[row["programme"]].append(row)
    placeless = without_set(people, at=at).order_by().values("programme", "cohort")
    waiting = defaultdict(list)
    for one in placeless.annotate(number=Count("pk")):
        waiting[one["programme"]].append((one["cohort"], one["number"]))
    return {
        each.pk: _numbers(counts[each.pk], waiting=tuple(waiting[each.pk]))
        for each in programmes
    }


def _numbers(
    rows: list[Any], *, waiting: tuple[tuple[UUID | None, int], ...]
) -> Numbers:
    by_status: Counter[str] = Counter()
    facilitators = 0
    for row in rows:
        by_status[row["status"]] += row["number"]
        if row["facilitates"] and row["status"] not in Enrolment.GONE:
            facilitators += row["number"]
    return Numbers(
        **{name: by_status[name] for name in Status.values},
        facilitators=facilitators,
        waiting=waiting,
    )


def without_set(people: QuerySet[Enrolment], *, at: datetime) -> QuerySet[Enrolment]:
    """Who takes part and was put into none of the programme's sets, or is out again."""
    among = SetMembership.objects.filter(
        learning_set__cohort__programme=OuterRef("programme"),
        learning_set__ended_at__isnull=True,
        person=OuterRef("person"),
        left_at__isnull=True,
    )
    asked = Invitation.objects.filter(
        learning_set__cohort__programme=OuterRef("programme"),
        email=OuterRef("email"),
        used_at__isnull=True,
        withdrawn_at__isnull=True,
        is_draft=False,
        expires_at__gt=at,
    )
    joined = people.filter(status=Status.JOINED, takes_part=True)
    return joined.exclude(Exists(among) | Exists(asked))


@dataclass(frozen=True)
class Load:
    """Somebody who facilitates, or could."""

    name: str
    sets: int
    capacity: int | None
    """How many they are ready for; unknown for who is not on the list."""

    @property
    def is_full(self) -> bool:
        return self.capacity is not None and self.sets >= self.capacity

    @property
    def is_over(self) -> bool:
        return self.capacity is not None and self.sets > self.capacity


def loads_of(programme: Programme, *, at: datetime) -> list[Load]:
    """Everybody who facilitates a set of the programme or is ready to; three queries.

    Whoever was asked to and has not answered counts as if they had said yes.
    """
    sets, names = _facilitating(programme, at=at)
    able = Enrolment.objects.here().filter(programme=programme, facilitates=True)
    loads = []
    for email, name, capacity in able.values_list("email", "name", "capacity"):
        names.pop(email, None)
        loads.append(Load(name or email, sets[email], capacity))
    loads += [Load(name or email, sets[email], None) for email, name in names.items()]
    return sorted(loads, key=lambda one: (-one.sets, one.name))


def _facilitating(
    programme: Programme, *, at: datetime
) -> tuple[Counter[str], dict[str, str]]:
    """How many sets each address facilitates, and whose it is."""
    sets = LearningSet.objects.filter(
        cohort__programme=programme, ended_at__isnull=True
    )
    doing = SetMembership.objects.filter(
        Q(is_facilitator=True) | Q(belonging=Belonging.FACILITATOR),
        learning_set__in=sets,
        left_at__isnull=True,
    ).values_list("person__email", "person__name")
    asked = asked_into(sets, at=at).filter(belonging=Belonging.FACILITATOR)
    people = [*doing, *asked.values_list("email", "name")]
    return Counter(email for email, _name in people), dict(people)
