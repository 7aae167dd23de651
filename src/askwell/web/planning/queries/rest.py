"""What else belongs to the series of a meeting."""

from askwell.web.meetings.models import Meeting


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
