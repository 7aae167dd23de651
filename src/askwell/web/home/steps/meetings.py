"""Next steps about meetings: the one that is on, the next, and finding a date."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.web.home.steps.step import NextStep, Seeker
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.queries import LATE
from askwell.web.meetings.rules import enterable_meetings
from askwell.web.planning.models import Booking
from askwell.web.programmes.rules import attended_sets

# From then on whoever presents is reminded to prepare.
SOON = timedelta(days=7)
# From then on a set's page leads into the room.
AT_THE_DOOR = timedelta(hours=1)


def in_progress(seeker: Seeker) -> NextStep | None:
    """Also for whoever waits at the door of a meeting that is on."""
    meeting = meetings_ahead(seeker).filter(opened_at__isnull=False).first()
    if meeting is None:
        return None
    return NextStep(
        over="" if seeker.learning_set else meeting.learning_set.name,
        heading=_("The meeting is on"),
        label=_("Enter the room"),
        path=reverse("meetings:room", args=[meeting.pk]),
    )


def turn_to_prepare(seeker: Seeker) -> NextStep | None:
    """The person presents soon."""
    booking = (
        Booking.objects.filter(
            person=seeker.person,
            state__in=Booking.STANDING,
            meeting__learning_set__in=seeker.sets(),
            meeting__opened_at__isnull=True,
            meeting__cancelled_at__isnull=True,
            meeting__starts_at__range=(seeker.at, seeker.at + SOON),
        )
        .select_related("meeting__learning_set")
        .order_by("meeting__starts_at")
        .first()
    )
    if booking is None:
        return None
    starts_at = timezone.localtime(booking.meeting.starts_at)
    return NextStep(
        over=_("Your turn to present"),
        heading=date_format(starts_at, "l j F, H:i"),
        words=_("Ten minutes with a few questions make the time worth more."),
        label=_("Prepare"),
        path=reverse("meetings:preparation", args=[booking.meeting_id]),
    )


def coming(seeker: Seeker) -> NextStep | None:
    """The next one; whoever still waits for a set's answer is not told of it.

    A set's own page says so anyway, and leads there once it is about to begin.
    """
    meeting = meetings_ahead(seeker).filter(opened_at__isnull=True).first()
    if meeting is None:
        return None
    if seeker.learning_set and meeting.starts_at > seeker.at + AT_THE_DOOR:
        return None
    starts_at = timezone.localtime(meeting.starts_at)
    return NextStep(
        over=_("Next meeting"),
        heading=date_format(starts_at, "l j F, H:i"),
        words="" if seeker.learning_set else meeting.learning_set.name,
        label=_("See the meeting"),
        path=reverse("meetings:room", args=[meeting.pk]),
    )


def meetings_ahead(seeker: Seeker) -> QuerySet[Meeting]:
    """Those that are on, then those to come; for a while also one that is late."""
    to_come = Q(
        cancelled_at__isnull=True,
        starts_at__gt=seeker.at - LATE,
        learning_set__in=attended_sets(seeker.person),
        learning_set__ended_at__isnull=True,
    )
    found = enterable_meetings(seeker.person).filter(
        Q(opened_at__isnull=False) | to_come, closed_at__isnull=True
    )
    if seeker.learning_set:
        found = found.filter(learning_set=seeker.learning_set)
    return found.order_by(F("opened_at").asc(nulls_last=True), "starts_at")


def to_arrange(seeker: Seeker) -> NextStep | None:
    """A set that has no meeting to come."""
    without = seeker.sets().exclude(
        meetings__in=Meeting.objects.filter(
            closed_at__isnull=True,
            cancelled_at__isnull=True,
            starts_at__gt=seeker.at - LATE,
        )
    )
    learning_set = without.order_by("name").first()
    if learning_set is None:
        return None
    return NextStep(
        over=_("Your next step"),
        heading=_("Arrange the next meeting"),
        words="" if seeker.learning_set else learning_set.name,
        label=_("Find the dates"),
        path=reverse("planning:dates", args=[learning_set.pk]),
    )
