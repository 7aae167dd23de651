"""How many people can facilitate, for how many sets; nothing of any passport."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.web.cohorts.models import Place
from askwell.web.enrolments.models import Enrolment
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    Partner,
    Programme,
    SetMembership,
)
from askwell.web.running.queries.health import asked_into


@dataclass(frozen=True)
class Coverage:
    """Sets that go on, and active people who facilitate one or said they could.

    `without` have nobody, `waiting` somebody who has yet to say yes; `turning` need
    nobody. `unanswered` are on the list as ready and have not said yes to taking part.
    """

    sets: int
    turning: int
    without: int
    waiting: int
    facilitators: int
    with_room: int
    unanswered: int


def coverage_of(programme: Programme, *, at: datetime) -> Coverage:
    """Four queries, however many sets there are."""
    live = _live(programme)
    ways = dict(live.values_list("pk", "facilitated_by"))
    doing = list(_facilitating(live))
    asked = asked_into(live, at=at).filter(belonging=Belonging.FACILITATOR)
    waiting = set(asked.values_list("learning_set", flat=True))
    turning = {
        key for key, how in ways.items() if how == LearningSet.FacilitatedBy.TURNS
    }
    bare = ways.keys() - turning - {key for key, _person in doing}
    people = _People(Enrolment.objects.filter(programme=programme), doing)
    return Coverage(
        sets=len(ways),
        turning=len(turning),
        without=len(bare - waiting),
        waiting=len(bare & waiting),
        facilitators=people.number,
        with_room=people.with_room,
        unanswered=people.unanswered,
    )


@dataclass(frozen=True)
class OwnCoverage:
    """The same for one organisation’s manager: of their own people alone."""

    facilitators: int
    with_room: int
    sets: int
    learning: list[Place]


def own_coverage_of(programme: Programme, partners: QuerySet[Partner]) -> OwnCoverage:
    """`sets` are those that their people sit in, as the programme’s page tells them."""
    own = Enrolment.objects.here().filter(programme=programme, partner__in=partners)
    persons = set(own.filter(person__isnull=False).values_list("person", flat=True))
    live = _live(programme)
    doing = [each for each in _facilitating(live) if each[1] in persons]
    people = _People(own, doing)
    sitting = SetMembership.objects.current().filter(
        learning_set__in=live, person__in=persons
    )
    return OwnCoverage(
        facilitators=people.number,
        with_room=people.with_room,
        sets=sitting.values("learning_set").distinct().count(),
        learning=_learning(programme, persons),
    )


def _learning(programme: Programme, persons: Collection[UUID]) -> list[Place]:
    """Who said yes, and is in a cohort that goes on."""
    places = Place.objects.joined().filter(
        cohort__programme=programme, cohort__ended_at=None, person__in=persons
    )
    return list(places.select_related("person", "cohort").order_by("person__name"))


def _live(programme: Programme) -> QuerySet[LearningSet]:
    return LearningSet.objects.filter(
        cohort__programme=programme, ended_at__isnull=True
    )


def _facilitating(sets: QuerySet[LearningSet]) -> Iterable[tuple[UUID, UUID]]:
    """Which set, and who facilitates it now."""
    leading = Q(is_facilitator=True) | Q(belonging=Belonging.FACILITATOR)
    there = SetMembership.objects.current().filter(
        leading, learning_set__in=sets, person__is_active=True
    )
    return there.values_list("learning_set", "person")


class _People:
    """Those who facilitate already, and those of a list who said they could."""

    def __init__(
        self, listed: QuerySet[Enrolment], doing: Collection[tuple[UUID, UUID]]
    ) -> None:
        self.leads = Counter(person for _set, person in doing)
        ready = listed.filter(facilitates=True).exclude(status__in=Enrolment.GONE)
        rows = ready.values_list("status", "person", "person__is_active", "capacity")
        joined = Enrolment.Status.JOINED
        self.unanswered = 0
        self.capacity: dict[UUID, int] = {}
        for status, person, is_active, capacity in rows:
            if status == joined and is_active:
                self.capacity[person] = capacity
            self.unanswered += status != joined and person not in self.leads

    @property
    def number(self) -> int:
        return len(self.leads.keys() | self.capacity.keys())

    @property
    def with_room(self) -> int:
        room = self.capacity.items()
        return sum(self.leads[person] < capacity for person, capacity in room)
