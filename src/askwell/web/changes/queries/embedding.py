"""How far a programme's sets have become a habit, told in one quarter, set by set."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django_scopes import scopes_disabled

from askwell.insight.periods import Quarter
from askwell.insight.tally import Stated, Sum, Tally
from askwell.web.changes.models import Arrangement
from askwell.web.enrolments.models import Enrolment
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Membership
from askwell.web.programmes.models import (
    Belonging,
    LearningSet,
    Programme,
    SetMembership,
)
from askwell.web.renewal.models import Renewal

HABIT = 6
"""A set that has met more often than this is one that lasts."""

Decision = Renewal.Decision
GOES_ON = (Decision.GO_ON, Decision.CHANGE)


class Decided(NamedTuple):
    """What a set decided of its going on, and for how many meetings more."""

    at: datetime
    decision: str
    meetings: int | None


@dataclass(frozen=True)
class Course:
    """One set's way so far: dates and people, and nothing that was said."""

    id: UUID
    made_at: datetime
    ended_at: datetime | None
    agreed: int
    interval: timedelta
    held: tuple[datetime, ...] = ()
    ahead: tuple[datetime, ...] = ()
    decided: tuple[Decided, ...] = ()
    members: frozenset[UUID] = frozenset()
    """At any time of the quarter."""
    facilitators: frozenset[UUID] = frozenset()
    """At its end."""
    takes_turns: bool = False

    def held_by(self, at: datetime) -> int:
        return sum(each < at for each in self.held)

    def goes_on(self, at: datetime) -> bool:
        return self.ended_at is None or self.ended_at >= at

    def has_to_come(self, at: datetime) -> bool:
        """Whether agreed meetings were left then; none in a pause."""
        agreed = self.agreed
        for each in self.decided:
            if each.at < at:
                more = (each.meetings or self.agreed) if each.decision in GOES_ON else 0
                agreed = self.held_by(each.at) + more
        return self.held_by(at) < agreed


Told = Sum | None
"""A set's part of a share or a mean; None where it has nothing to say."""


def embedding(programme: Programme, quarter: Quarter) -> Iterator[Tally | Stated]:
    """Eight queries for any number of sets."""
    courses = _courses(programme, quarter)
    for metric, tells in TELLS.items():
        for each in courses:
            if told := tells(each, quarter):
                yield Tally(metric, each.id, told, each.members)
    yield from _from_inside(programme, courses, quarter)
    yield from _coverage(programme, courses, quarter)


# --- what one set tells


def _share(fits: bool) -> Sum:
    return Sum(float(fits), 1.0, float(fits))


def _continuity(course: Course, quarter: Quarter) -> Told:
    """A set that ended before its meetings were held did not meet again."""
    should = course.held_by(quarter.since) and course.goes_on(quarter.since)
    if not should or not course.has_to_come(quarter.since):
        return None
    return _share(any(quarter.holds(each) for each in course.held))


def _renewal(course: Course, quarter: Quarter) -> Told:
    """The agreed meetings over, it decided, ended, or simply met again."""
    done = course.agreed - 1
    decided = [one for one in course.decided if course.held_by(one.at) >= done]
    now = [one for one in decided if quarter.holds(one.at)]
    if course.ended_at and quarter.holds(course.ended_at):
        is_over = course.held_by(course.ended_at) >= done
        return _share(False) if is_over and (now or not _said_end(decided)) else None
    if now:
        return _share(now[-1].decision in GOES_ON)
    extra = course.held[course.agreed] if len(course.held) > course.agreed else None
    return _share(True) if extra and quarter.holds(extra) and not decided else None


def _said_end(decided: list[Decided]) -> bool:
    """It was counted when it decided to end."""
    return bool(decided) and decided[-1].decision == Decision.END


def _past_six(course: Course, quarter: Quarter) -> Told:
    met = course.held_by(quarter.until)
    return _share(met > HABIT) if met and course.goes_on(quarter.until) else None


def _lapsed(course: Course, quarter: Quarter) -> Told:
    """Not met for twice the usual interval, and no date within as long again."""
    end, long = quarter.until, 2 * course.interval
    if not course.goes_on(end) or not course.has_to_come(end):
        return None
    last = max([each for each in course.held if each < end], default=course.made_at)
    soon = (*course.ahead, *course.held)
    has_date = any(end <= each < end + long for each in soon)
    return _share(last + long < end and not has_date)


def _first_meeting(course: Course, quarter: Quarter) -> Told:
    if not course.held or not quarter.holds(course.held[0]):
        return None
    days = max(0, (course.held[0] - course.made_at).days)
    return Sum(float(days), 1.0, float(days**2))


TELLS: dict[str, Callable[[Course, Quarter], Told]] = {
    "continuity": _continuity,
    "renewal": _renewal,
    "past_six": _past_six,
    "lapsed": _lapsed,
    "days_to_first_meeting": _first_meeting,
}


def _from_inside(
    programme: Programme, courses: list[Course], quarter: Quarter
) -> Iterator[Tally]:
    """A set whose members take turns needs nobody from outside."""
    everybody = frozenset[UUID]().union(*(each.facilitators for each in courses))
    inside = _people_of(programme, everybody)
    for each in courses:
        if not each.goes_on(quarter.until):
            continue
        led_by = each.facilitators
        own = Sum(len(led_by & inside), len(led_by), len(led_by & inside))
        told = _share(True) if each.takes_turns else own
        if told.weight:
            people = each.members | led_by
            yield Tally("inside_facilitators", each.id, told, people)


def _people_of(programme: Programme, people: frozenset[UUID]) -> frozenset[UUID]:
    """Those who belong to an organisation that takes part."""
    listed = Enrolment.objects.joined().filter(programme=programme, person__in=people)
    partners = programme.partners.values("organisation")
    # They come from several organisations; only whether from one of these is read.
    with scopes_disabled():
        places = Membership.objects.filter(person__in=people, organisation__in=partners)
        placed = set(places.values_list("person_id", flat=True))
    return frozenset(placed.union(listed.values_list("person_id", flat=True)))


def _coverage(
    programme: Programme, courses: list[Course], quarter: Quarter
) -> Iterator[Stated]:
    """Of the headcount, or of everybody who is on the list."""
    going = [each for each in courses if each.goes_on(quarter.until)]
    members = frozenset[UUID]().union(*(each.members for each in going))
    if not members:
        return
    given = Arrangement.objects.filter(programme=programme)
    headcount = given.values_list("headcount", flat=True).first()
    listed = Enrolment.objects.here().filter(
        programme=programme, takes_part=True, listed_at__lt=quarter.until
    )
    on_list = list(listed.values_list("person_id", flat=True))
    could = max(headcount or len(on_list), len(members))
    people = members | {each for each in on_list if each}
    sets = frozenset(each.id for each in going)
    yield Stated("coverage", len(members) / could, people, sets)


# --- reading


def _courses(programme: Programme, quarter: Quarter) -> list[Course]:
    """The sets put together by the quarter's end."""
    sets = LearningSet.objects.filter(
        cohort__programme=programme, created_at__lt=quarter.until
    )
    held, ahead = _meetings(programme)
    members, facilitators = _people(programme, quarter)
    decided = _decided(programme)
    interval = timedelta(weeks=programme.every_weeks)
    return [
        Course(
            id=each.pk,
            made_at=each.created_at,
            ended_at=each.ended_at,
            agreed=programme.meetings,
            interval=interval,
            held=tuple(held[each.pk]),
            ahead=tuple(ahead[each.pk]),
            decided=tuple(decided[each.pk]),
            members=frozenset(members[each.pk]),
            facilitators=frozenset(facilitators[each.pk]),
            takes_turns=each.facilitated_by == LearningSet.FacilitatedBy.TURNS,
        )
        for each in sets.only("created_at", "ended_at", "facilitated_by")
    ]


Dates = dict[UUID, list[datetime]]
People = dict[UUID, set[UUID]]


def _meetings(programme: Programme) -> tuple[Dates, Dates]:
    """When each set met, in order, and when it means to."""
    found = Meeting.objects.filter(
        learning_set__cohort__programme=programme, cancelled_at__isnull=True
    ).order_by("closed_at")
    held, ahead = defaultdict(list), defaultdict(list)
    for set_id, closed_at, starts_at in found.values_list(
        "learning_set", "closed_at", "starts_at"
    ):
        if closed_at:
            held[set_id].append(closed_at)
        else:
            ahead[set_id].append(starts_at)
    return held, ahead


def _people(programme: Programme, quarter: Quarter) -> tuple[People, People]:
    """Who was a member at any time of the quarter; who facilitated at its end."""
    there = SetMembership.objects.filter(
        Q(left_at__isnull=True) | Q(left_at__gt=quarter.since),
        learning_set__cohort__programme=programme,
        joined_at__lt=quarter.until,
    )
    members, facilitators = defaultdict(set), defaultdict(set)
    for one in there.only(
        "learning_set", "person", "belonging", "is_facilitator", "left_at"
    ):
        if one.is_member:
            members[one.learning_set_id].add(one.person_id)
        leads = one.is_facilitator or one.belonging == Belonging.FACILITATOR
        if leads and (one.left_at is None or one.left_at >= quarter.until):
            facilitators[one.learning_set_id].add(one.person_id)
    return members, facilitators


def _decided(programme: Programme) -> dict[UUID, list[Decided]]:
    found = defaultdict(list)
    for each in Renewal.objects.filter(
        learning_set__cohort__programme=programme, decided_at__isnull=False
    ).order_by("decided_at"):
        if each.decided_at:
            said = Decided(each.decided_at, each.decision, each.meetings)
            found[each.learning_set_id].append(said)
    return found
