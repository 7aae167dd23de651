"""What else belongs to the series of a meeting."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from askwell.web.meetings.models import Meeting
from askwell.web.planning.models import Series
from askwell.web.planning.series import shifted


def rest_of(meeting: Meeting) -> list[Meeting]:
    """The meetings of its series that come after it and can still be changed."""
    return list(
        Meeting.objects.to_come()
        .filter(
            occurrence__series__occurrences__meeting=meeting,
            starts_at__gt=meeting.starts_at,
        )
        .select_related("learning_set")
        .order_by("starts_at")
    )


def starts_after(
    meeting: Meeting, others: Iterable[Meeting], starts_at: datetime
) -> list[datetime]:
    """When a meeting and others would be, if it was moved and they went with it.

    They keep their hour on the clocks they were planned on, also if the set has moved
    its home since.
    """
    series = Series.objects.filter(occurrences__meeting=meeting).first()
    zone = ZoneInfo((series or meeting.learning_set).time_zone)
    later = [each.starts_at for each in others]
    moved = shifted(later, zone, since=meeting.starts_at, to=starts_at)
    return [starts_at, *moved]
