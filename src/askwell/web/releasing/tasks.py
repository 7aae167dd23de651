"""What is done for figures while nobody looks."""

from datetime import datetime

from askwell.web.programmes.models import Programme
from askwell.web.releasing.operations import release, tell
from askwell.web.releasing.queries.due import due_quarters, programmes_to_look_at


def release_figures(*, at: datetime) -> int:
    """Every quarter that is due, of every programme; in order, as they build up."""
    return sum(_release(each, at=at) for each in programmes_to_look_at())


def _release(programme: Programme, *, at: datetime) -> int:
    """Says of the newest alone, however many were made up for."""
    made = [
        release(programme, quarter, at=at) for quarter in due_quarters(programme, at=at)
    ]
    if made and made[-1].figures.filter(value__isnull=False).exists():
        tell(made[-1], at=at)
    return len(made)
