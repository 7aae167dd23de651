"""The meetings to come: who comes to each, whether they are enough, who presents."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import LATE
from askwell.web.people.models import Person
from askwell.web.planning.models import Booking, Occurrence, Reply
from askwell.web.planning.practice import QUORUM, Practice, practice
from askwell.web.planning.queries.people import memberships_in
from askwell.web.planning.queries.turns import slots_at, standing_bookings
from askwell.web.planning.zones import place_of
from askwell.web.programmes.models import LearningSet, SetMembership

# So long before a meeting it must be known whether enough people come.
IN_GOOD_TIME = timedelta(days=2)


@dataclass(frozen=True)
class ComingMeeting:
    """One meeting to come, as its set sees it."""

    meeting: Meeting
    home: ZoneInfo
    people: list[SetMembership]
    replies: dict[UUID, bool]
    bookings: list[Booking]
    following: int
    """How many meetings of its series come after it."""

    @property
    def coming(self) -> list[Person]:
        return [each.person for each in self.people if self._says(each) is True]

    @property
    def away(self) -> list[Person]:
        return [each.person for each in self.people if self._says(each) is False]

    @property
    def silent(self) -> list[Person]:
        return [each.person for each in self.people if self._says(each) is None]

    def _says(self, membership: SetMembership) -> bool | None:
        return self.replies.get(membership.person_id)

    def reply_of(self, person: Person) -> bool | None:
        return self.replies.get(person.pk)

    @property
    def members(self) -> list[SetMembership]:
        return [each for each in self.people if each.is_member]

    @property
    def possible(self) -> int:
        """How many members have not said that they cannot come."""
        return sum(self._says(each) is not False for each in self.members)

    @property
    def missing(self) -> int:
        """How many more it takes to hold a set meeting with."""
        return max(0, QUORUM - self.possible)

    def has_too_few(self, *, at: datetime) -> bool:
        """Too many have said no; or it is close, and there never were enough."""
        is_large_enough = len(self.members) >= QUORUM
        is_close = self.meeting.starts_at <= at + IN_GOOD_TIME
        is_on = self.meeting.cancelled_at is None
        return is_on and self.missing > 0 and (is_large_enough or is_close)

    @property
    def practice(self) -> Practice:
        """What it can still be with those who may come."""
        return practice(self.meeting.format, people=self.possible)

    @property
    def is_a_practice(self) -> bool:
        """Whether it has been cut down to that already."""
        short = self.practice
        return (
            self.meeting.format == short.format
            and self.meeting.booked_minutes <= short.minutes
        )

    @property
    def slots(self) -> int:
        return slots_at(self.meeting, people=len(self.members))

    @property
    def presenters(self) -> list[Person]:
        return [each.person for each in self.bookings]

    @property
    def home_place(self) -> str:
        return place_of(self.home)

    @property
    def at_home(self) -> datetime:
        """When it begins on the clocks of the set's home zone."""
        return self.meeting.starts_at.astimezone(self.home)


def upcoming(learning_set: LearningSet, *, at: datetime) -> list[ComingMeeting]:
    """All meetings to come, the cancelled ones too, in as many queries as for one."""
    return _seen(learning_set, to_come(learning_set, at=at))


def coming_meeting(meeting: Meeting) -> ComingMeeting:
    """One meeting in the same light."""
    (seen,) = _seen(meeting.learning_set, [meeting])
    return seen


def to_come(learning_set: LearningSet, *, at: datetime) -> QuerySet[Meeting]:
    """Not opened yet, the next first; for a while also one that is late."""
    on = Q(cancelled_at__isnull=True, starts_at__gt=at - LATE)
    off = Q(cancelled_at__isnull=False, starts_at__gt=at)
    return Meeting.objects.filter(
        on | off,
        learning_set=learning_set,
        opened_at__isnull=True,
        closed_at__isnull=True,
    ).order_by("starts_at")


def _seen(
    learning_set: LearningSet, meetings: Iterable[Meeting]
) -> list[ComingMeeting]:
    meetings = list(meetings)
    people = memberships_in(learning_set)
    here = {each.person_id for each in people}
    replies = Reply.objects.filter(meeting__in=meetings)
    bookings = standing_bookings(meetings)
    following = _following(meetings)
    visits = _visits(learning_set, people)
    said: dict[UUID, dict[UUID, bool]] = {each.pk: {} for each in meetings}
    for reply in replies:
        said[reply.meeting_id][reply.person_id] = reply.is_coming
    return [
        ComingMeeting(
            meeting=each,
            home=ZoneInfo(learning_set.time_zone),
            people=[
                one
                for one in people
                if not one.is_guest
                or one.person_id in said[each.pk]
                or (one.pk, each.pk) in visits
            ],
            replies=said[each.pk],
            bookings=[
                one
                for one in bookings
                if one.meeting_id == each.pk and one.person_id in here
            ],
            following=following.get(each.pk, 0),
        )
        for each in meetings
    ]


def _visits(
    learning_set: LearningSet, people: list[SetMembership]
) -> set[tuple[UUID, UUID]]:
    """Which guest is expected where: each is for the first meeting after they came."""
    guests = [one for one in people if one.is_guest]
    if not guests:
        return set()
    held = learning_set.meetings.filter(opened_at__isnull=False)
    last = held.order_by("-opened_at").values_list("opened_at", flat=True).first()
    first = learning_set.meetings.to_come().order_by("starts_at").first()
    return {
        (one.pk, first.pk)
        for one in guests
        if first and one.joined_at and (last is None or one.joined_at > last)
    }


def _following(meetings: list[Meeting]) -> dict[UUID, int]:
    """How many of the same series come after each and can still be changed."""
    later = Occurrence.objects.filter(
        series__occurrences__meeting__in=meetings,
        meeting__opened_at__isnull=True,
        meeting__closed_at__isnull=True,
        meeting__cancelled_at__isnull=True,
    ).select_related("meeting")
    starts: dict[UUID, set[datetime]] = {}
    for one in later:
        starts.setdefault(one.series_id, set()).add(one.meeting.starts_at)
    mine = Occurrence.objects.filter(meeting__in=meetings)
    series = dict(mine.values_list("meeting_id", "series_id"))
    return {
        each.pk: sum(start > each.starts_at for start in starts[series[each.pk]])
        for each in meetings
        if series.get(each.pk) in starts
    }
