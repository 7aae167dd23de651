"""What is measured while nobody looks."""

from datetime import datetime

from askwell.web.measuring.operations import forget_reopened, measure
from askwell.web.measuring.queries import not_measured

# So many meetings in one run, so that live meetings have their turn in between.
MOST = 200


def measure_closed_meetings(*, at: datetime) -> int:
    """Measure what has closed, or was measured by older rules; says how many."""
    return forget_reopened() + measure(not_measured()[:MOST], at=at)
