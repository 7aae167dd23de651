"""Letting go what one is asked on the front page."""

from askwell.web.home.models import LetGo
from askwell.web.meetings.models import Meeting
from askwell.web.people.models import Person


def let_go(meeting: Meeting, *, by: Person) -> None:
    """Twice is once."""
    LetGo.objects.get_or_create(meeting=meeting, person=by)
