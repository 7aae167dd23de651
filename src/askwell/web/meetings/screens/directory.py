"""Reads from the database what the room's screens may name."""

from uuid import UUID

from askwell.web.meetings import log, queries
from askwell.web.meetings.models import Meeting
from askwell.web.meetings.screens.viewer import Directory


def directory(meeting: UUID) -> Directory:
    """Raises Meeting.DoesNotExist for a meeting that does not exist."""
    found = Meeting.objects.select_related("learning_set").get(pk=meeting)
    return Directory(
        meeting=str(found.pk),
        learning_set=str(found.learning_set_id),
        set_name=found.learning_set.name,
        code=found.code,
        link=found.link,
        names=queries.names_in(found, log.state(meeting)),
    )
