"""What a subscribed calendar is shown, and where it asks."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max, Q, QuerySet

from askwell.web.calendar.models import Subscription, Told
from askwell.web.people.models import Person
from askwell.web.planning.series import Move, moves_for

# Past meetings are shown for so long, cancelled ones until so long after their time.
PAST = timedelta(days=366)
CANCELLED = timedelta(days=30)


def subscription_of(person: Person) -> Subscription | None:
    return Subscription.objects.filter(person=person).first()


def shown_to(person: Person, *, at: datetime) -> QuerySet[Told]:
    """The person's meetings as their calendar was last told of them, by time.

    Those cancelled stay for a while, marked so; those no longer theirs are gone.
    """
    on = Q(is_off=False, meeting__starts_at__gt=at - PAST)
    cancelled = Q(
        is_off=True,
        meeting__cancelled_at__isnull=False,
        meeting__starts_at__gt=at - CANCELLED,
    )
    return (
        Told.objects.filter(on | cancelled, person=person)
        .select_related("meeting__learning_set")
        .order_by("meeting__starts_at", "meeting")
    )


def last_told(subscription: Subscription) -> datetime:
    """When what the calendar is shown last changed."""
    told = Told.objects.filter(person=subscription.person_id)
    last: datetime | None = told.aggregate(last=Max("told_at"))["last"]
    return max(subscription.made_at, last or subscription.made_at)


def hours_that_move(person: Person, *, at: datetime) -> list[Move]:
    """Meetings ahead at another hour than usual on the person's own clock, by time."""
    ahead = Told.objects.filter(person=person, is_off=False, meeting__starts_at__gt=at)
    starts: dict[UUID, list[datetime]] = defaultdict(list)
    for set_id, starts_at in ahead.values_list(
        "meeting__learning_set", "meeting__starts_at"
    ):
        starts[set_id].append(starts_at)
    zone = ZoneInfo(person.time_zone)
    moves = [one for each in starts.values() for one in moves_for(zone, each)]
    return sorted(moves, key=lambda one: one.starts_at)
