"""Closes the votes whose time is up."""

from datetime import datetime

from askwell.web.programmes.models import Vote
from askwell.web.programmes.operations import close_overdue


def close_overdue_votes(*, at: datetime) -> int:
    """How many votes are over now; each is closed once, by whichever worker."""
    overdue = Vote.objects.overdue(at=at).select_related("learning_set")
    return sum(close_overdue(vote, at=at) for vote in overdue)
